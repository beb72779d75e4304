"""What can be judged from the sources alone: layers, registry, manifest, texts. Needs no office."""

import json
import os
import pathlib
import re
import unittest
import xml.etree.ElementTree as ET

ROOT = pathlib.Path(os.environ.get("THETHUC_SOURCE") or pathlib.Path(__file__).resolve().parents[2])
SRC = ROOT / "src"
EXTENSION = ROOT / "extension"

# Each room may include itself and the rooms before it.
ROOMS = ["text", "number", "model", "elements", "citations", "figures", "ruleset", "checks", "report", "draft", "app"]
OUTER = {"uno": ROOMS + ["uno"], "cli": ROOMS + ["cli"]}
ALLOWED = {room: ROOMS[: index + 1] for index, room in enumerate(ROOMS)} | OUTER
# Headers that only the office's SDK has.
OFFICE = re.compile(r"^(com/sun/star|cppuhelper|cppu|rtl|sal|osl|uno|typelib|salhelper|vn/thethuc)/")
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.MULTILINE)
OOR = "{http://openoffice.org/2001/registry}"
MANIFEST = "{http://openoffice.org/2001/manifest}"
COMPONENTS = "{http://openoffice.org/2010/uno-components}"


def sources():
    for pattern in ("*.hpp", "*.cpp", "*.inc"):
        yield from sorted(SRC.rglob(pattern))


def includes(path):
    return INCLUDE.findall(path.read_text(encoding="utf-8"))


class Layers(unittest.TestCase):
    def test_office_headers_stay_in_their_rooms(self):
        wrong = [f"{path.relative_to(ROOT)}: {name}" for path in sources() for name in includes(path)
                 if OFFICE.match(name) and path.relative_to(SRC).parts[0] not in OUTER]
        self.assertEqual(wrong, [])

    def test_only_one_file_of_the_command_line_knows_the_office(self):
        knowing = {path.name for path in sources() if path.relative_to(SRC).parts[0] == "cli"
                   for name in includes(path) if OFFICE.match(name)}
        self.assertLessEqual(knowing, {"office.cpp"})

    def test_rooms_use_only_rooms_below(self):
        wrong = []
        for path in sources():
            room = path.relative_to(SRC).parts[0]
            for name in includes(path):
                used = name.split("/")[0]
                if used in ALLOWED and "/" in name and (SRC / name).exists() and used not in ALLOWED[room]:
                    wrong.append(f"{path.relative_to(ROOT)}: {name}")
        self.assertEqual(wrong, [])

    def test_every_room_is_known(self):
        rooms = {path.name for path in SRC.iterdir() if path.is_dir()}
        self.assertEqual(rooms - set(ALLOWED), set())

    def test_no_using_namespace_in_headers(self):
        wrong = [str(path.relative_to(ROOT)) for path in SRC.rglob("*.hpp")
                 if re.search(r"^using namespace", path.read_text(encoding="utf-8"), re.MULTILINE)]
        self.assertEqual(wrong, [])

    def test_every_source_is_built(self):
        wrong = []
        for path in SRC.rglob("*.cpp"):
            folder, listed = path.parent, False
            while folder != SRC.parent and not listed:
                text = folder / "CMakeLists.txt"
                listed = text.exists() and re.search(rf"(^|[\s(/]){re.escape(path.name)}(?=[\s)]|$)",
                                                     text.read_text(encoding="utf-8")) is not None
                folder = folder.parent
            if not listed:
                wrong.append(str(path.relative_to(ROOT)))
        self.assertEqual(wrong, [])


class Registry(unittest.TestCase):
    def setUp(self):
        self.manifest = ET.parse(EXTENSION / "META-INF" / "manifest.xml").getroot()
        self.entries = {entry.get(MANIFEST + "full-path"): entry.get(MANIFEST + "media-type")
                        for entry in self.manifest.iter(MANIFEST + "file-entry")}
        self.components = ET.parse(EXTENSION / "thethuc.components").getroot()
        self.implementations = {entry.get("name"): entry.get("constructor")
                                for entry in self.components.iter(COMPONENTS + "implementation")}

    def test_xml_is_well_formed(self):
        for folder in (EXTENSION, ROOT / "registry"):
            for path in folder.rglob("*"):
                if path.suffix in {".xml", ".xcu", ".xcs", ".xdl", ".components", ".svg"}:
                    with self.subTest(file=str(path.relative_to(ROOT))):
                        ET.parse(path)

    def test_manifest_and_registry_agree(self):
        there = {f"registry/{path.name}" for path in (ROOT / "registry").iterdir() if path.suffix in {".xcu", ".xcs"}}
        named = {name for name in self.entries if name.startswith("registry/")}
        self.assertEqual(named, there)
        for name in named:
            kind = "schema" if name.endswith(".xcs") else "data"
            self.assertEqual(self.entries[name], f"application/vnd.sun.star.configuration-{kind}", name)

    def test_manifest_names_files_that_exist(self):
        made = {"thethuc.rdb", "libthethuc.so"}
        for name in self.entries:
            path = ROOT / name if name.startswith(("registry/", "templates/")) else EXTENSION / name
            self.assertTrue(name in made or path.exists(), name)

    def test_schemas_come_before_their_data(self):
        names = [entry.get(MANIFEST + "full-path") for entry in self.manifest.iter(MANIFEST + "file-entry")]
        last_schema = max([names.index(n) for n in names if n.endswith(".xcs")], default=-1)
        first_own_data = min([names.index(n) for n in names if n.endswith(".xcu")], default=len(names))
        self.assertLess(last_schema, first_own_data)

    def test_configuration_file_is_named_as_its_package(self):
        for path in (ROOT / "registry").rglob("*.xcu"):
            root = ET.parse(path).getroot()
            self.assertIsNotNone(root.get(OOR + "package"), path.name)
            self.assertIsNotNone(root.get(OOR + "name"), path.name)

    def test_components_say_their_environment(self):
        for component in self.components.iter(COMPONENTS + "component"):
            self.assertEqual(component.get("environment"), "gcc3")
            self.assertEqual(component.get("uri"), "libthethuc.so")

    def test_constructors_exist(self):
        text = "\n".join(path.read_text(encoding="utf-8") for path in (SRC / "uno").rglob("*.cpp"))
        for name, constructor in self.implementations.items():
            with self.subTest(implementation=name):
                self.assertIn(constructor, text)

    def test_registry_names_implementations_that_exist(self):
        for path in (ROOT / "registry").rglob("*.xcu"):
            for name in set(re.findall(r"\bvn\.thethuc\.comp\.\w+", path.read_text(encoding="utf-8"))):
                self.assertIn(name, self.implementations, path.name)

    def test_pictures_exist(self):
        for path in [*(ROOT / "registry").rglob("*.xcu"), EXTENSION / "description.xml"]:
            text = path.read_text(encoding="utf-8")
            for name in re.findall(r"vnd\.sun\.star\.extension://vn\.thethuc\.writer/([\w./-]+)", text) + \
                    re.findall(r"%origin%/\.\./([\w./-]+)", text) + re.findall(r'xlink:href="([\w./-]+)"', text):
                # Addons.xcu names a picture without size and ending
                found = list(EXTENSION.glob(name)) or list(EXTENSION.glob(name + "*.png"))
                self.assertTrue(found, f"{path.name}: {name}")


class Texts(unittest.TestCase):
    def load(self, language):
        result = {}
        for path in sorted((EXTENSION / "locale" / language).glob("*.json")):
            result[path.name] = json.loads(path.read_text(encoding="utf-8"))
        return result

    def test_both_languages_have_every_text(self):
        vi, en = self.load("vi"), self.load("en")
        self.assertEqual(set(vi), set(en))
        for name in vi:
            with self.subTest(file=name):
                self.assertEqual(set(vi[name]), set(en[name]))

    def test_gaps_agree(self):
        vi, en = self.load("vi"), self.load("en")
        for name in vi:
            for key, text in vi[name].items():
                with self.subTest(key=key):
                    # named gaps are the language's own choice, numbered ones are arguments
                    gaps = set(re.findall(r"\{\d+\}", text))
                    self.assertEqual(gaps, set(re.findall(r"\{\d+\}", en[name].get(key, ""))))

    def test_texts_are_composed_unicode(self):
        import unicodedata
        for language in ("vi", "en"):
            for name, texts in self.load(language).items():
                for key, text in texts.items():
                    self.assertEqual(unicodedata.normalize("NFC", text), text, f"{language}/{name}: {key}")
                    self.assertNotEqual(text.strip(), "", f"{language}/{name}: {key}")

    def test_command_line_texts_exist(self):
        texts = {key for file in self.load("vi").values() for key in file}
        for path in (SRC / "cli").glob("*.cpp"):
            keys = re.findall(r'"((?:cli|error)\.[\w.-]*[\w-])"', path.read_text(encoding="utf-8"))
            self.assertEqual([key for key in keys if key not in texts], [], path.name)

    def test_json_is_well_formed(self):
        for path in EXTENSION.rglob("*.json"):
            with self.subTest(file=str(path.relative_to(ROOT))):
                json.loads(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    unittest.main()
