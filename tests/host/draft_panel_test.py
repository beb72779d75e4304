"""The form of “Soạn thảo” by keys alone, narrow and wide: every field is reached by Tab in the order in which it stands, fields have their names."""

import pathlib
import unittest

from draft_support import PROFILE
from screen_support import ScreenCase

LINES = ("BÁO CÁO", "Kết quả công tác cải cách hành chính quý III năm 2025", "I. KẾT QUẢ", "Đã hoàn thành 12 nhiệm vụ trong quý III năm 2025.")
FORM = ("type", "subject", "addressee", "number", "date", "outline", "frame", "part", "insert-part", "table", "insert-table", "table-pick", "update-tables",
        "styles", "next-period", "outline-name", "outline-save", "profile", "profile-edit", "profile-new")

#: see PROFILE_BOXES
CHOICES = ("type", "date", "outline", "part", "table", "profile")

PROFILE_FORM = ("profile-name", "profile-superior", "profile-agency", "profile-place", "profile-abbreviation", "profile-unit", "profile-contact", "profile-signers",
                "profile-recipients", "profile-symbols", "profile-size", "profile-indent", "profile-line-spacing", "profile-distance", "profile-preview", "profile-save",
                "profile-cancel", "profile-import", "profile-export")
#: lists that open and boxes of several lines have the focus in a window of their own, of which the control does not know
PROFILE_BOXES = ("profile-size", "profile-indent", "profile-line-spacing", "profile-distance", "profile-agency", "profile-contact", "profile-signers", "profile-recipients",
                 "profile-symbols", "profile-preview")


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
        self.assertEqual(reached, [None if name in CHOICES else name for name in FORM[1:]])

    def test_tab_goes_through_the_agency_s_file(self):
        self.press("profile-edit")
        self.wait(lambda: self.control("profile-name").hasFocus(), "the first field")
        reached = []
        for _ in PROFILE_FORM:
            reached.append(next((name for name in PROFILE_FORM if self.control(name).hasFocus()), None))
            self.keys("Tab")
        self.assertEqual(reached, [None if name in PROFILE_BOXES else name for name in PROFILE_FORM])
        self.assertEqual(self.control("profile-agency").Model.Text, "\n".join(PROFILE["agency"]))   # Tab wrote nothing into it
        self.laid_out(PROFILE_FORM)
        self.widen(200)
        self.laid_out(PROFILE_FORM)
        self.control("profile-name").setFocus()
        self.keys("Escape")
        self.wait(lambda: self.control("subject").isVisible(), "the form")

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
