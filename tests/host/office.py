"""Harness of the host tests: one headless office per test file, on a private copy of a template profile.

Environment (tools/test sets them; the defaults serve a run by hand):
  THETHUC_OFFICE   program folder of the office             (/usr/lib/libreoffice/program)
  THETHUC_OXT      the extension to install                  (needed where THETHUC_PROFILE is not given)
  THETHUC_PROFILE  template profile with the extension in it (made from THETHUC_OXT where it is missing)

A client must run on the libraries of the office it talks to, so importing this module may start the same
script again with the right paths. Use `/usr/bin/python3`.

    from office import Office
    with Office() as office:
        document = office.load("documents/x.fodt")
        print(office.job("vn.thethuc.comp.Bench", call="snapshot", document=document))
"""

import atexit
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import uuid


def _program():
    folder = pathlib.Path(os.environ.get("THETHUC_OFFICE") or "/usr/lib/libreoffice/program").resolve()
    if not (folder / "soffice.bin").exists() and (folder / "program" / "soffice.bin").exists():
        folder = folder / "program"
    return folder


PROGRAM = _program()
STOCK = PROGRAM == pathlib.Path("/usr/lib/libreoffice/program").resolve()


def _library_path():
    """Libraries of an office that is not installed but unpacked: its own, and those unpacked beside it."""
    lib = PROGRAM.parent.parent
    return [str(PROGRAM), *(str(folder) for folder in sorted(lib.glob("*-linux-gnu")))]


def environment(extra=None):
    """Environment for the office and its tools: nothing of other software on the machine gets between."""
    env = {key: value for key, value in os.environ.items() if key not in ("LD_LIBRARY_PATH", "LIBRARY_PATH", "PYTHONPATH")}
    if not STOCK:
        env["LD_LIBRARY_PATH"] = ":".join(_library_path())
        env["PYTHONPATH"] = str(PROGRAM.parent.parent / "python3" / "dist-packages")
    env.setdefault("SAL_USE_VCLPLUGIN", "svp")
    env.update(extra or {})
    return env


def _use_own_python():
    if os.environ.get("THETHUC_PYTHON_READY") == str(PROGRAM):
        return
    env = environment({"THETHUC_PYTHON_READY": str(PROGRAM)})
    own = os.path.realpath(sys.executable) == os.path.realpath("/usr/bin/python3")
    if STOCK and own and "LD_LIBRARY_PATH" not in os.environ and "PYTHONPATH" not in os.environ:
        os.environ["THETHUC_PYTHON_READY"] = str(PROGRAM)
        return
    main = sys.modules["__main__"]
    script = getattr(main, "__file__", None)
    if script is None:
        return
    sys.stdout.flush()
    os.execve("/usr/bin/python3", ["/usr/bin/python3", script, *sys.argv[1:]], env)


_use_own_python()
import uno  # noqa: E402
from com.sun.star.beans import NamedValue, PropertyValue  # noqa: E402
from com.sun.star.connection import NoConnectException  # noqa: E402

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooLocale" oor:op="fuse"><value>vi</value></prop></item>
<item oor:path="/org.openoffice.Office.Linguistic/General"><prop oor:name="DefaultLocale" oor:op="fuse"><value>vi-VN</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="ShowTipOfTheDay" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="FirstRun" oor:op="fuse"><value>false</value></prop></item>
</oor:items>
"""


def url(path):
    return pathlib.Path(path).resolve().as_uri()


def install(profile, oxt):
    """Installs the extension into a profile; works for root, too, whom unopkg refuses."""
    command = [str(PROGRAM / "unopkg"), "add", "--force", "--suppress-license",
               f"-env:UserInstallation={url(profile)}", str(oxt)]
    if os.geteuid() == 0:
        command = ["unshare", "-U", "--map-user=1000", "--map-group=1000", *command]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, timeout=120, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"unopkg failed ({done.returncode}): {done.stdout}{done.stderr}")


def make_template(profile, oxt=None):
    """A profile with our settings, the first start (which is slow) behind it, and the extension.

    In this order: an office that starts for the first time registers all extensions anew, and one that is ended
    meanwhile leaves ours unregistered."""
    profile = pathlib.Path(profile)
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    Office(template=profile, in_place=True).start(limit=180).stop()
    if oxt:
        install(profile, oxt)


def _template():
    given = os.environ.get("THETHUC_PROFILE")
    oxt = os.environ.get("THETHUC_OXT")
    if given and (pathlib.Path(given) / "user").is_dir():
        return pathlib.Path(given)
    folder = pathlib.Path(given) if given else pathlib.Path(tempfile.mkdtemp(prefix="thethuc-template-"))
    if not given:
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
    make_template(folder, oxt)
    return folder


class Office:
    """One office process; use it in a `with`. `log` is its stderr, printed where a test fails."""

    def __init__(self, template=None, in_place=False, arguments=("--headless",), extra_env=None):
        self._given = template
        self._in_place = in_place
        self._arguments = arguments
        self._extra = extra_env or {}
        self._process = None
        self.context = None
        self.desktop = None

    # -- life ---------------------------------------------------------------------------------
    def start(self, limit=60):
        template = pathlib.Path(self._given) if self._given else _template()
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="thethuc-office-"))
        if self._in_place:
            self.profile = template
        else:
            self.profile = self.folder / "profile"
            shutil.copytree(template, self.profile, symlinks=True, ignore=shutil.ignore_patterns(".lock"))
        self.log = self.folder / "office.log"
        self._pipe = "thethuc" + uuid.uuid4().hex
        command = [str(PROGRAM / "soffice"), *self._arguments, "--norestore", "--nologo", "--nodefault",
                   "--nolockcheck", f"--accept=pipe,name={self._pipe};urp;", f"-env:UserInstallation={url(self.profile)}"]
        with open(self.log, "wb") as log:
            # A session of its own: the starter script and the office are ended together, by this number only.
            self._process = subprocess.Popen(command, env=environment(self._extra), stdout=log, stderr=log,
                                             stdin=subprocess.DEVNULL, start_new_session=True)
        atexit.register(self.stop)
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        end = time.monotonic() + limit
        while True:
            try:
                self.context = resolver.resolve(f"uno:pipe,name={self._pipe};urp;StarOffice.ComponentContext")
                break
            except NoConnectException:
                if self._process.poll() not in (None, 0) or time.monotonic() > end:
                    message = self.log.read_text(errors="replace")
                    self.stop()
                    raise RuntimeError("the office did not start:\n" + message) from None
                time.sleep(0.05)
        self.manager = self.context.ServiceManager
        self.desktop = self.create("com.sun.star.frame.Desktop")
        return self

    def stop(self):
        """Ends the office politely, then by force; never any other process."""
        process, self._process = self._process, None
        if process is None:
            return
        atexit.unregister(self.stop)
        try:
            if self.desktop is not None:
                self.desktop.terminate()
        except Exception:  # the bridge goes down while it answers
            pass
        self.context = self.desktop = self.manager = None
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            pass
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self):
        return self.start() if self._process is None else self

    def __exit__(self, kind, value, trace):
        if kind is not None and self._process is not None:
            sys.stderr.write(self.log.read_text(errors="replace"))
        self.stop()

    @property
    def pid(self):
        """Process id of the office itself (the starter is its parent)."""
        for entry in pathlib.Path("/proc").iterdir():
            if not entry.name.isdigit():
                continue
            try:
                if os.getpgid(int(entry.name)) == self._process.pid and "soffice.bin" in os.readlink(entry / "exe"):
                    return int(entry.name)
            except (OSError, ProcessLookupError):
                continue
        return self._process.pid

    # -- documents ----------------------------------------------------------------------------
    def create(self, service):
        return self.manager.createInstanceWithContext(service, self.context)

    def load(self, path, hidden=True, copy=True, **arguments):
        """Opens a copy of a file (locks and changes never touch the original). Raises where it does not open."""
        path = pathlib.Path(path)
        if copy:
            folder = pathlib.Path(tempfile.mkdtemp(dir=self.folder))
            path = pathlib.Path(shutil.copy(path, folder / path.name))
        document = self.desktop.loadComponentFromURL(url(path), "_blank", 0, values(Hidden=hidden, **arguments))
        if document is None:
            raise RuntimeError(f"{path.name} did not open")
        return document

    def new(self, hidden=True):
        return self.desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, values(Hidden=hidden))

    def job(self, implementation, **arguments):
        """Calls one of our jobs. Its answer is parsed where it is JSON."""
        service = self.create(implementation)
        if service is None:
            raise RuntimeError(f"{implementation} is not registered")
        answer = service.execute(tuple(NamedValue(name, value) for name, value in arguments.items()))
        try:
            return json.loads(answer)
        except (TypeError, ValueError):
            return answer


def values(**items):
    """Keyword arguments as a sequence of PropertyValue."""
    result = []
    for name, value in items.items():
        item = PropertyValue()
        item.Name, item.Value = name, value
        result.append(item)
    return tuple(result)
