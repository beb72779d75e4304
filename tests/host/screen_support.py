"""Panels in a window that can be seen, for tests that press real keys: an X server of their own, a window manager, the gtk3 look."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import time
import unittest

from office import PROGRAM, Office, values
from panel_support import PanelCase

WINDOW = (1390, 940)
#: the edge of the deck in such a window as it opens: gtk3 does not tell places on the screen
EDGE = 1123


class ScreenCase(PanelCase):
    @classmethod
    def setUpClass(cls):
        missing = [name for name in ("Xvfb", "openbox", "xdotool") if shutil.which(name) is None]
        if not (PROGRAM / "libvclplug_gtk3lo.so").exists():
            missing.append("libvclplug_gtk3lo.so")
        if missing:
            raise unittest.SkipTest("not installed: " + ", ".join(missing))
        read, write = os.pipe()
        server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x960x24"], pass_fds=(write,), stderr=subprocess.DEVNULL)
        os.close(write)
        cls.addClassCleanup(cls.end, server)
        with os.fdopen(read) as told:
            cls.display = {"DISPLAY": ":" + told.readline().strip(), "SAL_USE_VCLPLUGIN": "gtk3", "GDK_BACKEND": "x11"}
        cls.addClassCleanup(cls.end, subprocess.Popen(["openbox"], env={**os.environ, **cls.display}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        cls.office = Office(arguments=(), extra_env=cls.display).start()

    @classmethod
    def tearDownClass(cls):
        log = cls.office.log.read_text(errors="replace")
        if "Fatal exception" in log:
            sys.stderr.write(log)
        super().tearDownClass()

    @staticmethod
    def end(process):
        process.terminate()
        process.wait(10)

    def show_panel(self, document, command):
        document.CurrentController.Frame.ContainerWindow.setPosSize(0, 0, *WINDOW, 15)
        return super().show_panel(document, command)

    def screen(self, *words):
        subprocess.run(["xdotool", *words], env={**os.environ, **self.display}, check=True, capture_output=True)
        time.sleep(0.2)
        self.controls()

    def keys(self, *names):
        for name in names:
            self.screen("key", name)

    def write(self, words):
        self.screen("type", "--delay", "25", words)

    def widen(self, by):
        """Drags the edge of the deck to the left."""
        self.screen("mousemove", str(EDGE), "700", "mousedown", "1")
        for x in range(EDGE, EDGE - by - 1, -10):
            self.screen("mousemove", str(x), "700")
        self.screen("mouseup", "1")

    def write_report(self, lines, profile):
        """A window with these lines in it, and the agency's file in the settings; nothing to undo yet."""
        folder = pathlib.Path(self.office.profile) / "user" / "thethuc" / "ho-so"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "xa.json").write_text(json.dumps(profile), encoding="utf-8")
        # In the main thread: gtk3 may wait for itself in any other.
        self.document = self.office.desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, values(OnMainThread=True))
        self.addCleanup(lambda: self.document.close(True))
        text = self.document.Text
        for number, line in enumerate(lines):
            if number:
                text.insertControlCharacter(text.End, 0, False)
            text.insertString(text.End, line, False)
        self.document.UndoManager.clear()

    def walk(self, name, back=False):
        """Tab until a control has the focus."""
        for _ in range(60):
            if self.control(name).hasFocus():
                return
            self.keys("shift+Tab" if back else "Tab")
        self.fail(f"not reached by Tab: {name}; {self.shown()}")

    def laid_out(self, names):
        """Every control stands within the panel, and none on another."""
        width = self.panel.getPosSize().Width
        boxes = {name: self.control(name).getPosSize() for name in names if self.control(name).isVisible()}
        self.assertEqual(set(boxes), set(names))
        for name, box in boxes.items():
            self.assertTrue(box.X >= 0 and box.X + box.Width <= width and box.Width > 30 and box.Height > 10, (name, width, box))
            for other, more in boxes.items():
                apart = box.X + box.Width <= more.X or more.X + more.Width <= box.X or box.Y + box.Height <= more.Y or more.Y + more.Height <= box.Y
                self.assertTrue(name == other or apart, (name, other, width))
        return width
