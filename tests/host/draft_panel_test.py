"""The form of “Soạn thảo” by keys alone, narrow and wide: every field is reached by Tab in the order in which it stands, fields have their names."""

import pathlib
import unittest

from draft_support import PROFILE
from screen_support import ScreenCase

LINES = ("BÁO CÁO", "Kết quả công tác cải cách hành chính quý III năm 2025", "I. KẾT QUẢ", "Đã hoàn thành 12 nhiệm vụ trong quý III năm 2025.")
FORM = ("type", "subject", "addressee", "number", "date", "outline", "frame", "part", "insert-part", "table", "insert-table", "table-pick", "update-tables",
        "styles", "next-period", "outline-name", "outline-save", "profile", "profile-edit", "profile-new")

CHOICES = ("type", "date", "outline", "part", "table", "profile")


class DraftPanel(ScreenCase):
    PANEL = "DraftPanel"

    def setUp(self):
        self.write_report(LINES, PROFILE)
        self.show_panel(self.document, "vn.thethuc:panel")
        self.wait(lambda: self.control("subject").isVisible(), "the form")

    def shown(self):
        return f"{self.text('draft-note')!r} / {[name for name in FORM if self.control(name).hasFocus()]}"

    def test_tab_goes_through_the_form_in_its_order(self):
        self.control("subject").setFocus()
        self.wait(lambda: self.control("subject").hasFocus(), "the first field to write in")
        reached = []
        for _ in FORM[1:]:
            reached.append(next((name for name in FORM if self.control(name).hasFocus()), None))
            self.keys("Tab")
        # A list that opens has the focus in a window of its own, of which the control does not know.
        self.assertEqual(reached, [None if name in CHOICES else name for name in FORM[1:]])

    def test_narrow_and_wide(self):
        narrow = self.laid_out(FORM)
        self.assertTrue(self.text("outline-name-label"))
        self.widen(200)
        self.assertGreater(self.laid_out(FORM), narrow + 100)

    def test_an_outline_is_saved_by_keys(self):
        self.press("frame")
        self.control("outline-name").setFocus()
        self.write("Bao cao cua xa")
        self.keys("Return")
        self.wait(lambda: "mẫu" in self.text("draft-note"), "the answer")
        file = pathlib.Path(self.office.profile) / "user" / "thethuc" / "de-cuong" / "bao-cao-cua-xa.json"
        self.assertIn("Đã lưu mẫu", self.text("draft-note"))
        self.addCleanup(file.unlink)
        self.assertEqual(self.control("outline").SelectedItem, "Bao cao cua xa")


if __name__ == "__main__":
    unittest.main()
