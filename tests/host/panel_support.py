"""What the tests of panels share: an office, patience (a panel answers from the event loop), and a panel's controls."""

import time
import unittest

from office import Office
from com.sun.star.beans import NamedValue


class PanelCase(unittest.TestCase):
    PANEL = "CheckPanel"
    LIST = "list"

    @classmethod
    def setUpClass(cls):
        cls.office = Office().start()

    @classmethod
    def tearDownClass(cls):
        cls.office.stop()

    def wait(self, condition, what, limit=60):
        end = time.monotonic() + limit
        while time.monotonic() < end:
            value = condition()
            if value:
                return value
            time.sleep(0.03)
        self.fail(f"waited in vain for {what}: {self.shown()}")

    def shown(self):
        """What the panel says meanwhile."""
        return ""

    def show_panel(self, document, command):
        """Opens the panel of the document's window by a command."""
        self.frame = document.CurrentController.Frame
        self.command(command)
        self.panel = self.wait(lambda: self.controls(Expand=True), "the panel")
        return self.panel

    def command(self, url):
        self.office.create("com.sun.star.frame.DispatchHelper").executeDispatch(self.frame, url, "", 0, ())

    def controls(self, **more):
        """Runs in the main thread, behind what was asked there."""
        arguments = {"Frame": self.frame, "Panel": self.PANEL, **more}
        return self.office.create("vn.thethuc.PanelAccess").execute(tuple(NamedValue(name, value) for name, value in arguments.items()))

    def control(self, name):
        return self.panel.getControl(name)

    def text(self, name):
        return self.control(name).Model.Label

    def press(self, name):
        self.control(name).getAccessibleContext().doAccessibleAction(0)
        self.controls()

    def root(self):
        model = self.control(self.LIST).Model.DataModel
        return model.Root if model is not None else None

    def leaves(self):
        root = self.root()
        return [] if root is None else [root.getChildAt(g).getChildAt(i) for g in range(root.ChildCount)
                                        for i in range(root.getChildAt(g).ChildCount)]
