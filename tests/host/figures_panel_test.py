"""The panel “Số liệu, tỷ lệ”, driven by its controls in a headless office: entry, patterns, list, corrections."""

import os
import pathlib
import shutil
import tempfile
import unittest

from office import url
from panel_support import PanelCase
from com.sun.star.beans import NamedValue, PropertyValue

SOURCE = pathlib.Path(os.environ.get("THETHUC_SOURCE") or pathlib.Path(__file__).resolve().parents[2])
SAMPLE = SOURCE / "tests" / "documents" / "bao-cao-chuan.odt"
BOLD = 150.0


class FiguresPanel(PanelCase):
    PANEL = "FiguresPanel"
    LIST = "figures-list"

    def shown(self):
        return f"{self.text('entry-note')!r} / {self.text('summary')!r} / {self.text('figures-note')!r}"

    def open(self, *lines, path=None, **arguments):
        if path is None:
            self.document = self.office.desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, ())
            text = self.document.Text
            for number, line in enumerate(lines):
                if number:
                    text.insertControlCharacter(text.End, 0, False)
                text.insertString(text.End, line, False)
            self.document.UndoManager.clear()
        else:
            self.document = self.office.load(path, hidden=False, **arguments)
        self.addCleanup(lambda: self.document.close(True))
        self.show_panel(self.document, "vn.thethuc:percent")

    def field(self, name):
        return self.control(name).Model.Text

    def put(self, name, words):
        self.control(name).setText(words)        # with the event of typing, which a change of the model has not
        self.controls()

    def choose(self, name, entry):
        # what a person does: the entry and the event of the choice
        self.control(name).selectItemPos(entry, True)
        self.control(name).Model.SelectedItems = (entry,)
        self.controls()

    def type(self, a, b, unit=""):
        self.put("figure-a", a)
        self.put("figure-b", b)
        self.put("figure-unit", unit)

    def recompute(self):
        self.press("recompute")
        self.wait(lambda: "đúng" in self.text("summary") or "không có" in self.text("summary"), "the result")

    def lines(self):
        return [leaf.DisplayValue for leaf in self.leaves()]

    def view(self):
        return self.document.CurrentController.ViewCursor

    # ---- entry
    def test_sentence_is_made_while_typing_and_put_in_at_the_cursor(self):
        self.open("Kết quả: .")
        for name in ("figure-a", "figure-b", "figure-unit", "saying", "digits", "sentence", "insert-figure", "from-selection", "pattern-edit", "recompute"):
            self.assertTrue(self.control(name).Model.HelpText, name)
        self.assertFalse(self.control("insert-figure").Model.Enabled)
        self.type("14", "41", "nhiệm vụ")
        self.wait(lambda: self.field("sentence") == "14/41 nhiệm vụ, đạt 34,15%", "the sentence")
        self.assertIn("Làm tròn", self.text("entry-note"))
        cursor = self.view()
        cursor.gotoStart(False)
        cursor.goRight(8, True)
        cursor.CharWeight = BOLD
        cursor.collapseToEnd()
        self.document.UndoManager.clear()
        self.press("insert-figure")
        self.assertEqual(self.document.Text.String, "Kết quả: 14/41 nhiệm vụ, đạt 34,15% .")
        self.assertEqual(self.document.UndoManager.getAllUndoActionTitles(), ("Thể Thức: chèn tỷ lệ",))
        inserted = self.document.Text.createTextCursor()
        inserted.gotoStart(False)
        inserted.goRight(10, False)
        inserted.goRight(20, True)
        self.assertEqual(inserted.CharWeight, BOLD)
        self.assertEqual([self.field(name) for name in ("figure-a", "figure-b", "figure-unit", "sentence")], [""] * 4)
        self.document.UndoManager.undo()
        self.assertEqual(self.document.Text.String, "Kết quả: .")

    def test_every_way_of_saying_it_is_verified_by_the_list(self):
        self.open("")
        cases = [("14", "41", "đạt"), ("205", "220", "chiếm"), ("12.375,3", "10.200", "vượt"), ("45", "60", "còn thiếu"), ("12", "15", "giảm"),
                 ("4,1", "5,2", "điểm phần trăm")]
        for entry, (a, b, words) in enumerate(cases):
            self.choose("saying", entry)
            self.type(a, b, "hồ sơ" if entry < 5 else "")
            self.wait(lambda: words in self.field("sentence"), words)
            self.press("insert-figure")
            cursor = self.view()
            cursor.Text.insertControlCharacter(cursor.End, 0, False)
            cursor.gotoEnd(False)
        self.choose("saying", 0)
        self.recompute()
        self.assertEqual(self.text("summary"), "6 trong 6 tỷ lệ đúng.")
        self.assertTrue(all(line.startswith("✓ ") for line in self.lines()), self.lines())
        self.assertFalse(self.control("update-figures").Model.Enabled)

    def test_what_is_no_number_or_nonsense_or_has_two_readings_is_said(self):
        self.open("")
        self.type("mười", "41")
        self.wait(lambda: "mười" in self.text("entry-note"), "no number")
        self.type("3", "0")
        self.wait(lambda: self.field("sentence") == "" and "0" in self.text("entry-note"), "zero")
        self.type("1.250", "2.000")
        self.wait(lambda: "được đọc là" in self.text("entry-note"), "two readings")
        self.assertEqual(self.field("sentence"), "1.250/2.000, đạt 62,50%")
        self.type("1", "8", "xã")
        self.choose("digits", 1)
        self.wait(lambda: self.field("sentence") == "1/8 xã, đạt 12,5%", "one digit")
        self.put("sentence", "gần một phần tám số xã")
        self.wait(lambda: "không tự soát được" in self.text("entry-note"), "own words are not verified")
        self.choose("digits", 2)

    def test_two_numbers_of_the_selection(self):
        self.open("Đã hoàn thành 14/41 nhiệm vụ được giao.")
        cursor = self.view()
        cursor.gotoStart(False)
        cursor.goRight(14, False)
        cursor.goRight(14, True)
        self.assertEqual(cursor.String, "14/41 nhiệm vụ")
        self.press("from-selection")
        self.assertEqual((self.field("figure-a"), self.field("figure-b"), self.field("sentence")), ("14", "41", ", đạt 34,15%"))
        self.press("insert-figure")
        self.assertEqual(self.document.Text.String, "Đã hoàn thành 14/41 nhiệm vụ, đạt 34,15% được giao.")
        cursor.gotoStart(False)
        cursor.goRight(3, True)
        self.press("from-selection")
        self.wait(lambda: "đúng hai số" in self.text("entry-note"), "two numbers are needed")

    def test_own_pattern_is_kept(self):
        self.open("")
        self.type("14", "41", "nhiệm vụ")
        self.press("pattern-edit")
        self.assertEqual(self.field("pattern"), "{a}/{b} {u}, đạt {p}%")
        self.put("pattern", "đạt {x}%")
        self.press("pattern-save")
        self.wait(lambda: "{p}" in self.text("entry-note"), "a pattern without its gap is refused")
        self.put("pattern", "đạt {p}% ({a}/{b} {u})")
        self.press("pattern-save")
        self.wait(lambda: self.field("sentence") == "đạt 34,15% (14/41 nhiệm vụ)", "own pattern")
        self.document.close(True)
        self.open("")
        self.type("14", "41", "nhiệm vụ")
        self.wait(lambda: self.field("sentence") == "đạt 34,15% (14/41 nhiệm vụ)", "the pattern is there again")
        self.press("pattern-edit")
        self.press("pattern-reset")
        self.wait(lambda: self.field("sentence") == "14/41 nhiệm vụ, đạt 34,15%", "the pattern that comes with it")

    # ---- list
    def test_list_corrects_what_is_certain_and_leaves_the_rest(self):
        self.open("Đã giải quyết 205/220 hồ sơ, đạt 92,3%.", "Hoàn thành 7/12 chỉ tiêu, đạt 58,4%.", "Tổng số 408 văn bản: 380 văn bản đi; 24 văn bản đến.",
                  "Đã có 14/41 nhiệm vụ hoàn thành (34,15%).", "Có 12/15 xã đạt 95% dự toán.")
        self.recompute()
        before = self.document.Text.String
        lines = self.lines()
        self.assertEqual(lines[0].split(" · ")[0], "✗ 92,3% → 93,2%")
        self.assertTrue(any(line.startswith("≈ 58,4% → 58,3%") for line in lines), lines)
        self.assertTrue(any(line.startswith("✓ 34,15%") for line in lines), lines)
        self.assertEqual(self.text("update-figures"), "Cập nhật tỷ lệ (2)")
        self.control("figures-list").select(self.leaves()[0])
        self.wait(lambda: "205 : 220 × 100" in self.field("figures-details"), "the calculation")
        self.assertIn("Trang 1", self.field("figures-details"))
        self.assertIn("205/220", self.document.CurrentController.ViewCursor.String)
        self.press("fix-figure")
        self.wait(lambda: "93,2%" in self.document.Text.String, "one corrected")
        self.wait(lambda: self.text("update-figures") == "Cập nhật tỷ lệ (1)", "checked again")
        self.assertEqual(self.document.UndoManager.getAllUndoActionTitles(), ("Thể Thức: sửa tỷ lệ",))
        self.press("update-figures")
        self.wait(lambda: "58,3%" in self.document.Text.String, "the rest corrected")
        self.assertEqual(self.document.Text.String, before.replace("92,3%", "93,2%").replace("58,4%", "58,3%"))
        self.document.UndoManager.undo()
        self.document.UndoManager.undo()
        self.assertEqual(self.document.Text.String, before)
        self.wait(lambda: self.text("update-figures") == "Cập nhật tỷ lệ (2)", "the faults back")

    def test_two_places_that_differ_are_asked_about_and_gone_to(self):
        self.open("BÁO CÁO", "1. Văn thư", "- Tổng số văn bản đến: 1.240 văn bản.", "2. Ứng dụng công nghệ thông tin", "- Tổng số văn bản đến: 1.204 văn bản.")
        self.press("recompute")
        self.wait(lambda: "1 số liệu cần đối chiếu" in self.text("summary"), "the question")
        self.assertEqual(len(self.lines()), 1)
        self.control("figures-list").select(self.leaves()[0])
        self.wait(lambda: "1.240" in self.field("figures-details"), "both values")
        self.assertIn("1.204", self.view().String)
        self.assertFalse(self.control("fix-figure").Model.Enabled)
        self.press("figure-other")
        self.assertIn("1.240", self.view().String)
        self.assertIn("chỗ kia", self.field("figures-details"))
        self.press("figure-other")
        self.assertIn("1.204", self.view().String)

    def put_in(self, document, sentence):
        """As a paragraph of its own under the first heading."""
        search = document.createSearchDescriptor()
        search.SearchString = "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CCHC"
        cursor = document.Text.createTextCursorByRange(document.findFirst(search).End)
        cursor.gotoEndOfParagraph(False)
        document.Text.insertControlCharacter(cursor, 0, False)
        document.Text.insertString(cursor, sentence, False)

    def earlier(self, name, year, sentence):
        """The sample as the report of that year, on the disk, of the kind that the ending of its name says."""
        path = pathlib.Path(tempfile.mkdtemp()) / name
        self.addCleanup(lambda: shutil.rmtree(path.parent))
        document = self.office.load(SAMPLE)
        search = document.createReplaceDescriptor()
        search.SearchString, search.ReplaceString = "quý III năm 2025", f"quý III năm {year}"
        document.replaceAll(search)
        self.put_in(document, sentence)
        filters = {".odt": "writer8", ".docx": "MS Word 2007 XML"}
        document.storeToURL(url(path), (PropertyValue("FilterName", 0, filters[path.suffix], 0),))
        document.close(True)
        return path

    def compare(self, path, note):
        self.controls(File=str(path))
        self.press("compare-last")
        self.wait(lambda: note in self.text("figures-note"), note)

    def test_what_is_given_as_last_year_is_compared_with_the_report_of_that_time(self):
        before = "Tổng số văn bản đến: {} văn bản."
        self.open(path=SAMPLE)
        self.put_in(self.document, "Tổng số văn bản đến: 345 văn bản, tăng 11,29% so với cùng kỳ năm 2024 (310 văn bản).")
        words = self.document.Text.String
        self.assertTrue(self.control("compare-last").Model.HelpText)
        for name in ("bc-quy-3-2024.odt", "bc-quy-3-2024.docx"):
            path = self.earlier(name, 2024, before.format(316))
            stamp, content = path.stat().st_mtime_ns, path.read_bytes()
            self.compare(path, "1 số cần đối chiếu")
            self.assertIn("1 số liệu cần đối chiếu", self.text("summary"))
            line = next(leaf for leaf in self.leaves() if "kỳ trước ghi" in leaf.DisplayValue)
            self.assertIn("316 văn bản", line.DisplayValue)
            self.control("figures-list").select(line)
            self.wait(lambda: "316" in self.field("figures-details") and "310" in self.field("figures-details"), "both values")
            self.assertIn(f"({name}, trang 1)", self.field("figures-details"))
            self.assertIn("Trang 1", self.field("figures-details"))
            self.assertIn("310", self.view().String)
            self.assertFalse(self.control("fix-figure").Model.Enabled)
            self.assertEqual((path.stat().st_mtime_ns, path.read_bytes(), sorted(one.name for one in path.parent.iterdir())), (stamp, content, [name]))
        self.assertEqual(self.document.Text.String, words)
        # the figure is put right: the question goes with the next reading
        search = self.document.createSearchDescriptor()
        search.SearchString = "(310 văn bản)"
        self.document.findFirst(search).String = "(316 văn bản)"
        self.press("recompute")
        self.wait(lambda: not any("kỳ trước ghi" in leaf.DisplayValue for leaf in self.leaves()), "the question gone")
        self.compare(path, "không có số nào khác")
        self.compare(self.earlier("bc-2023.odt", 2023, before.format(316)), "không so được")
        self.compare(path.parent / "không-có.odt", "không-có.odt")

    def test_the_list_reached_by_keyboard_stands_on_its_first_figure(self):
        self.open("Đã giải quyết 205/220 hồ sơ, đạt 92,3%.")
        self.recompute()
        self.control("recompute").setFocus()
        self.control("figures-list").setFocus()
        self.wait(lambda: "205 : 220" in self.field("figures-details"), "the first figure")
        self.wait(lambda: self.control("fix-figure").Model.Enabled, "the button of the first figure")

    def test_read_only_shows_why(self):
        self.open(path=SAMPLE, ReadOnly=True)
        self.recompute()
        self.assertTrue(self.leaves())
        self.assertFalse(self.control("update-figures").Model.Enabled)
        self.assertFalse(self.control("insert-figure").Model.Enabled)
        self.assertIn("chỉ mở để đọc", self.text("figures-note"))

    def test_closing_while_computing(self):
        for _ in range(3):
            document = self.office.load(SAMPLE, hidden=False)
            self.show_panel(document, "vn.thethuc:percent")
            self.press("recompute")
            document.close(True)
        self.assertEqual(self.office.create("vn.thethuc.PanelAccess").execute((NamedValue("Panel", "FiguresPanel"),)), ())


if __name__ == "__main__":
    unittest.main()
