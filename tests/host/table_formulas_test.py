"""“Chuyển thành công thức”: certain ratios and totals of tables become Writer formulas that show the same; wrong ones stay; undo is exact; formulas then compute."""

import json
import pathlib
import tempfile
import unittest

from office import url, values
from panel_support import PanelCase
from com.sun.star.beans import NamedValue

TITLE = "Thể Thức: chuyển thành công thức"
ROWS = (("TT", "Nội dung", "Kế hoạch", "Thực hiện", "Tỷ lệ (%)"), ("", "Tổng cộng", "1.473,9", "1.018,7", "69,12"), ("1", "Xã An Bình", "1.240,4", "968,2", "78,06"),
        ("2", "Xã Bình An", "233,5", "50,5", "21,63"), ("3", "Xã mới", "0", "0", "-"))
WRONG = (("Nội dung", "Kế hoạch", "Thực hiện", "Tỷ lệ (%)"), ("Nhiệm vụ", "41", "14", "34,15%"), ("Biên chế", "220", "205", "92,3"))


class TableFormulas(PanelCase):
    PANEL = "FiguresPanel"
    LIST = "figures-list"

    def shown(self):
        return f"{self.text('summary')!r} / {self.text('figures-note')!r}"

    def open(self, *tables):
        self.document = self.office.desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, ())
        self.addCleanup(lambda: self.document.close(True))
        text = self.document.Text
        self.tables = []
        for rows in tables:
            text.insertString(text.End, "Số liệu kèm theo:", False)
            text.insertControlCharacter(text.End, 0, False)
            table = self.document.createInstance("com.sun.star.text.TextTable")
            table.initialize(len(rows), len(rows[0]))
            text.insertTextContent(text.End, table, False)
            for row, words in enumerate(rows):
                for column, word in enumerate(words):
                    table.getCellByPosition(column, row).String = word
            self.tables.append(table)
        self.document.UndoManager.clear()

    def words(self):
        return [[table.getCellByName(name).String for name in table.CellNames] for table in self.tables]

    def ask(self, **request):
        entry = self.office.create("vn.thethuc.JsonEntry")
        return json.loads(entry.execute((NamedValue("Request", json.dumps({"call": "table-formulas", **request})), NamedValue("Document", self.document))))

    def formula(self, name, table=0):
        return self.tables[table].getCellByName(name).Formula

    def test_what_is_shown_stays_the_same_and_then_follows_its_numbers(self):
        self.open(ROWS)
        before = self.words()
        answer = self.ask()
        self.assertEqual((answer["ok"], answer["formulas"], answer["other"], answer["wrong"], answer["trouble"]), (True, 5, 0, [], None))
        self.assertEqual(self.words(), before)
        self.assertEqual(self.formula("E3").lstrip("="), "<D3>*100/<C3>")
        self.assertTrue(self.formula("C2").lstrip("=").startswith("<C3>+<C4>"), self.formula("C2"))
        self.assertEqual(self.tables[0].getCellByName("E5").String, "-")
        table = self.tables[0]
        table.getCellByName("D4").Value = 100.5
        self.office.create("com.sun.star.frame.DispatchHelper").executeDispatch(self.document.CurrentController.Frame, ".uno:UpdateAll", "", 0, ())
        self.assertEqual([table.getCellByName(name).String for name in ("D4", "D2", "E4", "E2")], ["100,5", "1.068,7", "43,04", "72,51"])

    def test_one_undo_step_takes_everything_back(self):
        self.open(ROWS, WRONG)
        before = self.words()
        self.ask()
        self.assertEqual(self.document.UndoManager.getAllUndoActionTitles(), (TITLE,))
        self.document.UndoManager.undo()
        self.assertEqual(self.words(), before)
        for name in self.tables[0].CellNames:
            self.assertIn(self.tables[0].getCellByName(name).getType().value, ("TEXT", "EMPTY"), name)
        self.document.UndoManager.redo()
        self.assertEqual(self.words(), before)
        self.assertEqual(self.formula("E3").lstrip("="), "<D3>*100/<C3>")

    def test_wrong_ones_stay_and_are_named(self):
        self.open(WRONG)
        before = self.words()
        answer = self.ask()
        self.assertEqual((answer["formulas"], [one["claimed"] for one in answer["wrong"]]), (1, ["92.3"]))
        self.assertEqual(self.words(), before)
        self.assertEqual(self.formula("D2").lstrip("="), "<C2>/<B2>")
        self.assertEqual(self.tables[0].getCellByName("D3").getType().value, "TEXT")

    def test_one_table_by_name(self):
        self.open(ROWS, WRONG)
        answer = self.ask(table=self.tables[1].Name)
        self.assertEqual(answer["formulas"], 1)
        self.assertEqual(self.tables[0].getCellByName("E3").getType().value, "TEXT")
        self.assertIn("không có bảng", self.ask(table="Bảng nào đó")["error"])

    def test_formulas_live_in_odt(self):
        self.open(ROWS)
        before = self.words()
        self.ask()
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "bang.odt"
            self.document.storeToURL(url(path), ())
            again = self.office.load(path)
            self.addCleanup(again.close, True)
            table = again.TextTables.getByIndex(0)
            self.assertEqual([table.getCellByName(name).String for name in table.CellNames], before[0])
            self.assertEqual(table.getCellByName("E3").Formula.lstrip("="), "<D3>*100/<C3>")
        self.assertEqual(self.ask()["already"], 5)

    def test_the_panel_takes_the_table_at_the_cursor_and_says_what_was_done(self):
        self.open(ROWS, WRONG)
        self.show_panel(self.document, "vn.thethuc:percent")
        self.press("recompute")
        self.wait(lambda: "1 sai" in self.text("summary"), "the result")
        self.assertTrue(self.control("table-formulas").Model.HelpText)
        view = self.document.CurrentController.ViewCursor
        view.gotoRange(self.tables[1].getCellByName("A1").Start, False)
        self.press("table-formulas")
        self.wait(lambda: self.text("figures-note").startswith("Đã chuyển 1 ô thành công thức."), "what was done")
        self.assertIn("Giữ nguyên 1 ô sai: 92,3% → 93,2%", self.text("figures-note"))
        self.assertEqual(self.tables[0].getCellByName("E3").getType().value, "TEXT")
        view.gotoRange(self.document.Text.Start, False)
        self.press("table-formulas")
        self.wait(lambda: "Đã chuyển 5 ô" in self.text("figures-note"), "all tables")
        self.assertEqual(self.document.UndoManager.getAllUndoActionTitles(), (TITLE, TITLE))

    def test_docx_is_said_to_drop_them(self):
        self.open(WRONG)
        with tempfile.TemporaryDirectory() as folder:
            self.document.storeAsURL(url(pathlib.Path(folder) / "bang.docx"), values(FilterName="MS Word 2007 XML"))
            self.show_panel(self.document, "vn.thethuc:percent")
            self.press("recompute")
            self.wait(lambda: "1 sai" in self.text("summary"), "the result")
            self.press("table-formulas")
            self.wait(lambda: ".docx" in self.text("figures-note"), "the warning")

    def test_tracked_changes_are_refused_with_the_reason(self):
        self.open(ROWS)
        self.document.RecordChanges = True
        before = self.words()
        answer = self.ask()
        self.assertEqual(answer["formulas"], 0)
        self.assertTrue(answer["trouble"])
        self.assertEqual(self.words(), before)


if __name__ == "__main__":
    unittest.main()
