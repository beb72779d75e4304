"""The extension as a package: what the office says of it after it was installed, every service, and its removal."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ET
import zipfile

SOURCE = pathlib.Path(os.environ.get("THETHUC_SOURCE") or pathlib.Path(__file__).resolve().parents[2])
OXT = pathlib.Path(os.environ["THETHUC_OXT"])
sys.path.insert(0, str(SOURCE / "tests" / "host"))

# The service for macros has a type of our own. A client that does not know it loses its connection, so this one
# is started with our type library; the office must not see that setting.
_types = tempfile.TemporaryDirectory(prefix="thethuc-types-")
with zipfile.ZipFile(OXT) as _oxt:
    _oxt.extract("thethuc.rdb", _types.name)
_office = pathlib.Path(os.environ.get("THETHUC_OFFICE") or "/usr/lib/libreoffice")
os.environ["URE_MORE_TYPES"] = " ".join(
    path.resolve().as_uri() for path in (_office / "program" / "types" / "offapi.rdb", pathlib.Path(_types.name) / "thethuc.rdb"))
import office  # noqa: E402
from office import Office  # noqa: E402

del os.environ["URE_MORE_TYPES"]
MANIFEST = "{http://openoffice.org/2001/manifest}"
COMPONENTS = "{http://openoffice.org/2010/uno-components}"
IDENTIFIER = "vn.thethuc.writer"


def _user_namespaces():
    return subprocess.run(["unshare", "-U", "--map-user=1000", "--map-group=1000", "true"],
                          capture_output=True, check=False).returncode == 0


def unopkg(folder, *words):
    """unopkg on the profile in `folder`; root works as an ordinary user, in a namespace or, without one, as nobody."""
    extension = pathlib.Path(shutil.copy(OXT, folder))
    words = [str(extension) if word == "OXT" else word for word in words]
    profile = pathlib.Path(folder) / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    command = [str(office.PROGRAM / "unopkg"), *words[:1], f"-env:UserInstallation={office.url(profile)}", *words[1:]]
    if os.geteuid() == 0:
        if _user_namespaces():
            command = ["unshare", "-U", "--map-user=1000", "--map-group=1000", *command]
        else:
            command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *command]
            for path in [pathlib.Path(folder), *pathlib.Path(folder).rglob("*")]:
                os.chown(path, 65534, 65534)
    environment = office.environment({"HOME": str(folder)})
    return subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, timeout=180, check=False)


class Package(unittest.TestCase):
    def test_name_says_version_and_platform(self):
        self.assertRegex(OXT.name, r"^thethuc-\d+\.\d+\.\d+-linux-[a-z0-9_]+\.oxt$")

    def test_everything_the_manifest_names_is_inside(self):
        with zipfile.ZipFile(OXT) as oxt:
            self.assertIsNone(oxt.testzip())
            names = set(oxt.namelist())
            manifest = ET.fromstring(oxt.read("META-INF/manifest.xml"))
            for entry in manifest.iter(MANIFEST + "file-entry"):
                self.assertIn(entry.get(MANIFEST + "full-path"), names)
            for part in ("description.xml", "libthethuc.so", "thethuc.rdb", "rulesets/nd30-2020.json",
                         "locale/vi/ui.json", "locale/en/ui.json"):
                self.assertIn(part, names)
            text = oxt.read("description.xml").decode()
            self.assertIn(f'<version value="{OXT.name.split("-")[1]}"/>', text)
            self.assertNotIn("@VERSION@", text)

    def test_library_is_stripped_and_exports_only_constructors(self):
        with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(OXT) as oxt:
            library = oxt.extract("libthethuc.so", folder)
            sections = subprocess.run(["readelf", "-WS", library], capture_output=True, text=True, check=True).stdout
            if ".debug_info" in sections and "__asan" in subprocess.run(
                    ["nm", "-D", library], capture_output=True, text=True, check=True).stdout:
                self.skipTest("built with a sanitizer")
            self.assertNotIn(".debug_info", sections)
            symbols = subprocess.run(["nm", "-D", "--defined-only", library], capture_output=True, text=True, check=True)
            functions = {line.split()[2] for line in symbols.stdout.splitlines() if line.split()[1] == "T"}
            self.assertEqual({name for name in functions if not name.startswith("vn_thethuc_")}, set())
            components = ET.fromstring(oxt.read("thethuc.components"))
            for implementation in components.iter(COMPONENTS + "implementation"):
                self.assertIn(implementation.get("constructor"), functions)

    def test_library_needs_nothing_but_the_office_and_the_system(self):
        with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(OXT) as oxt:
            library = oxt.extract("libthethuc.so", folder)
            text = subprocess.run(["readelf", "-Wd", library], capture_output=True, text=True, check=True).stdout
            needed = re.findall(r"\(NEEDED\).*\[(.*?)\]", text)
            for name in needed:
                self.assertRegex(name, r"^(libuno_\w+|libstdc\+\+|libgcc_s|libm|libc|libasan|libubsan|ld-linux[\w-]*)\.so\b")


class Installation(unittest.TestCase):
    def test_install_list_remove(self):
        with tempfile.TemporaryDirectory(prefix="thethuc-package-") as folder:
            done = unopkg(folder, "add", "--force", "--suppress-license", "OXT")
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            shown = unopkg(folder, "list", IDENTIFIER)
            self.assertEqual(shown.returncode, 0, shown.stdout + shown.stderr)
            with zipfile.ZipFile(OXT) as oxt:
                parts = len(list(ET.fromstring(oxt.read("META-INF/manifest.xml")).iter(MANIFEST + "file-entry")))
            registered = re.findall(r"^\s*is registered: yes", shown.stdout, re.MULTILINE)
            self.assertNotIn("is registered: no", shown.stdout)
            self.assertEqual(len(registered), parts + 1, shown.stdout)
            removed = unopkg(folder, "remove", IDENTIFIER)
            self.assertEqual(removed.returncode, 0, removed.stdout + removed.stderr)
            self.assertNotEqual(unopkg(folder, "list", IDENTIFIER).returncode, 0)

    def test_installing_twice_is_an_update(self):
        with tempfile.TemporaryDirectory(prefix="thethuc-package-") as folder:
            for _ in range(2):
                done = unopkg(folder, "add", "--force", "--suppress-license", "OXT")
                self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            shown = unopkg(folder, "list")
            self.assertEqual(shown.stdout.count(f"Identifier: {IDENTIFIER}"), 1, shown.stdout)


class Services(unittest.TestCase):
    def test_every_implementation_and_service_can_be_created(self):
        with zipfile.ZipFile(OXT) as oxt:
            components = ET.fromstring(oxt.read("thethuc.components"))
        with Office() as running:
            for implementation in components.iter(COMPONENTS + "implementation"):
                names = [implementation.get("name")]
                names += [service.get("name") for service in implementation.iter(COMPONENTS + "service")
                          if service.get("name").startswith("vn.")]
                for name in names:
                    with self.subTest(name=name):
                        trouble, service = "", None
                        try:
                            service = running.create(name)
                        except Exception as error:  # not raised on: unittest cannot keep an exception of the office
                            trouble = str(error)
                        self.assertTrue(service is not None, trouble or "not registered")

    def test_configuration_has_our_parts(self):
        with Office() as running:
            provider = running.create("com.sun.star.configuration.ConfigurationProvider")

            def read(path):
                return provider.createInstanceWithArguments(
                    "com.sun.star.configuration.ConfigurationAccess", office.values(nodepath=path))

            decks = read("/org.openoffice.Office.UI.Sidebar/Content/DeckList")
            self.assertIn("ThethucDeck", decks.getElementNames())
            panels = read("/org.openoffice.Office.UI.Sidebar/Content/PanelList")
            ours = [name for name in panels.getElementNames() if name.startswith("Thethuc")]
            self.assertTrue(ours)
            for name in ours:
                self.assertEqual(panels.getByName(name).getByName("DeckId"), "ThethucDeck")
                self.assertTrue(panels.getByName(name).getByName("Title"))
            settings = read("/vn.thethuc.Settings/General")
            self.assertIn("Language", settings.getElementNames())
            handlers = read("/org.openoffice.Office.ProtocolHandler/HandlerSet")
            protocols = [p for name in handlers.getElementNames() for p in handlers.getByName(name).getByName("Protocols")]
            self.assertTrue([p for p in protocols if p.startswith("vn.thethuc:")], protocols)


if __name__ == "__main__":
    unittest.main(verbosity=2)
