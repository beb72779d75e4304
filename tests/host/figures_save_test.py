"""Percentages brought up to date on saving: only where it is wanted, only certain ones, one undo step; nothing keeps a document from being saved."""

import pathlib
import tempfile
import unittest
import zipfile

from office import url, values
from panel_support import PanelCase

WRONG = "Đã giải quyết 205/220 hồ sơ, đạt 92,3%."
RIGHT = "Đã giải quyết 205/220 hồ sơ, đạt 93,2%."
OTHER = "Có 12/15 xã đạt 95% dự toán."                # another whole: for a person
TITLE = "Thể Thức: cập nhật tỷ lệ"


class FiguresSave(PanelCase):
    PANEL = "FiguresPanel"
    LIST = "figures-list"

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.wanted(True)
        self.addCleanup(self.wanted, False)

    def shown(self):
        return f"{self.text('summary')!r} / {self.text('figures-note')!r}"

    def wanted(self, on):
        provider = self.office.create("com.sun.star.configuration.ConfigurationProvider")
        node = provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationUpdateAccess", values(nodepath="/vn.thethuc.Settings/General"))
        node.replaceByName("UpdateOnSave", on)
        node.commitChanges()

    def open(self, *lines, hidden=False):
        self.document = self.office.desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, values(Hidden=hidden))
        text = self.document.Text
        for number, line in enumerate(lines):
            if number:
                text.insertControlCharacter(text.End, 0, False)
            text.insertString(text.End, line, False)
        self.document.UndoManager.clear()
        self.addCleanup(lambda: self.document.close(True))

    def content(self, name):
        with zipfile.ZipFile(self.folder / name) as package:
            return package.read("content.xml").decode("utf-8")

    def save_as(self, name="van-ban.odt"):
        self.document.storeAsURL(url(self.folder / name), ())

    def words(self):
        return self.document.Text.String

    def test_saving_updates_what_is_certain_in_one_undo_step_without_a_panel(self):
        self.open(WRONG, OTHER, "Hoàn thành 7/12 chỉ tiêu, đạt 58,4%.")
        before = self.words()
        self.save_as()
        after = before.replace("92,3%", "93,2%").replace("58,4%", "58,3%")
        self.assertEqual(self.words(), after)
        self.assertIn("93,2%", self.content("van-ban.odt"))
        self.assertIn("95%", self.content("van-ban.odt"))
        self.assertFalse(self.document.isModified())
        self.assertEqual(self.document.UndoManager.getAllUndoActionTitles(), (TITLE,))
        self.document.UndoManager.undo()
        self.assertEqual(self.words(), before)
        # the person took it back: the next save asks again, and says so again
        self.document.store()
        self.assertEqual(self.words(), after)

    def test_it_is_off_unless_wanted(self):
        self.wanted(False)
        self.open(WRONG)
        self.save_as()
        self.document.Text.insertString(self.document.Text.End, " Hết.", False)
        self.document.store()
        self.assertEqual(self.words(), WRONG + " Hết.")
        self.assertNotIn(TITLE, self.document.UndoManager.getAllUndoActionTitles())

    def test_copies_exports_and_recovery_data_leave_the_document_alone(self):
        self.open(WRONG)
        self.document.storeToURL(url(self.folder / "ban-khac.odt"), ())
        self.document.storeToURL(url(self.folder / "ban-khac.pdf"), values(FilterName="writer_pdf_Export"))
        self.document.storeToRecoveryFile(url(self.folder / "phuc-hoi.odt"), ())
        self.assertEqual(self.words(), WRONG)
        self.assertIn("92,3%", self.content("ban-khac.odt"))
        self.assertIn("92,3%", self.content("phuc-hoi.odt"))

    def test_another_format_gets_the_updated_percentages(self):
        self.open(WRONG)
        self.document.storeAsURL(url(self.folder / "van-ban.docx"), values(FilterName="MS Word 2007 XML"))
        with zipfile.ZipFile(self.folder / "van-ban.docx") as package:
            self.assertIn("93,2%", package.read("word/document.xml").decode("utf-8"))
        self.assertEqual(self.words(), RIGHT)

    def test_protected_words_stay_and_the_document_is_saved(self):
        self.open(WRONG)
        section = self.document.createInstance("com.sun.star.text.TextSection")
        section.IsProtected = True
        cursor = self.document.Text.createTextCursor()
        cursor.gotoEnd(True)
        self.document.Text.insertTextContent(cursor, section, True)
        self.save_as()
        self.assertIn("92,3%", self.words())
        self.assertTrue((self.folder / "van-ban.odt").exists())
        self.assertFalse(self.document.isModified())

    def test_the_panel_says_what_was_done_and_has_the_switch(self):
        self.open(WRONG)
        self.show_panel(self.document, "vn.thethuc:percent")
        self.assertEqual(self.control("on-save").Model.State, 1)
        self.assertTrue(self.control("on-save").Model.HelpText)
        self.press("recompute")
        self.wait(lambda: "1 sai" in self.text("summary"), "the result")
        self.save_as()
        self.wait(lambda: self.text("figures-note") == "Khi lưu đã cập nhật 1 tỷ lệ: 92,3% → 93,2%.", "what was done")
        self.wait(lambda: self.text("summary") == "1 trong 1 tỷ lệ đúng.", "read again")
        self.press("on-save")
        self.wait(lambda: self.control("on-save").Model.State == 0, "off")
        self.document.UndoManager.undo()
        self.document.store()
        self.assertEqual(self.words(), WRONG)

    def test_nothing_to_do_is_nothing_done(self):
        self.open(RIGHT, OTHER)
        self.save_as()
        self.assertEqual(self.document.UndoManager.getAllUndoActionTitles(), ())


if __name__ == "__main__":
    unittest.main()
