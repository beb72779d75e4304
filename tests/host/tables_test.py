"""Indicator tables in an open document: insert, undo, redo, insert again, update, save, open as .docx, update again; nothing doubled or lost."""

import unittest

from draft_support import PROFILE, DraftCase
from write_support import difference, paragraphs, saved, values
from office import url

TTHC = "cchc-ket-qua-tthc"
SO = "cchc-chinh-quyen-so"
#: what a clerk types for the results of procedures: received, in time, late, …; totals and the ratio are computed
FIGURES = {"CCHC-3.3.2a": "384", "CCHC-3.3.2b": "24", "CCHC-3.3.2c": "1", "CCHC-3.3.3a": "10", "CCHC-3.3.3b": "5"}


class Tables(DraftCase):
    maxDiff = None
    PROFILES = (PROFILE,)

    def new(self):
        document = self.office.desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, values(Hidden=True))
        self.addCleanup(document.close, True)
        text = document.Text
        text.setString("Kết quả như sau:")
        text.insertControlCharacter(text.End, 0, False)
        text.insertString(text.End, "Trên đây là báo cáo.", False)
        document.UndoManager.clear()
        document.CurrentController.ViewCursor.gotoRange(paragraphs(text)[0].End, False)
        return document

    def insert(self, document, *tables, **figures):
        answer = self.ask(document, call="draft", type="BC", profile=self.profiles[0], parts=["tables"], tables=list(tables), set=figures)
        self.assertTrue(answer["ok"], answer)
        return answer

    def update(self, document, **expected):
        answer = self.ask(document, call="update-tables", profile=self.profiles[0])
        self.assertTrue(answer["ok"], answer)
        self.assertEqual({name: answer[name] for name in expected}, expected, answer)
        return answer

    def table(self, document, index=0):
        return document.TextTables.getByIndex(index)

    def column(self, table):
        """Name, words and formula of the rows, the column “Thực hiện”."""
        heads = [table.getCellByName(f"{letter}1").String for letter in "ABCDE"]
        letter = "ABCDE"[heads.index("Thực hiện")]
        name = "ABCDE"[heads.index("Chỉ tiêu")]
        return [(table.getCellByName(f"{name}{row}").String, table.getCellByName(f"{letter}{row}").String, table.getCellByName(f"{letter}{row}").Formula)
                for row in range(2, table.Rows.Count + 1)]

    def cell(self, table, name):
        row = next(row for row in range(2, table.Rows.Count + 1) if table.getCellByName(f"B{row}").String == name)
        return table.getCellByName(f"D{row}")

    def type(self, document, table, name, words):
        """What a person does: the words, and what Writer computes when the cursor leaves the cell."""
        self.cell(table, name).setString(words)
        document.TextFields.refresh()

    def exact(self, document, change):
        """One undo step; undo and redo are exact."""
        before, steps = saved(self.office, document), len(document.UndoManager.getAllUndoActionTitles())
        change()
        self.assertEqual(len(document.UndoManager.getAllUndoActionTitles()), steps + 1)
        after = saved(self.office, document)
        for _ in range(2):
            document.UndoManager.undo()
            bare = saved(self.office, document)
            self.assertEqual(difference(self.body(before), self.body(bare)), "")
            document.UndoManager.redo()
            self.assertEqual(difference(after, saved(self.office, document)), "")

    @staticmethod
    def body(state):
        # Styles of what was put in stay, unused.
        return state[state.index("<office:body"):] if isinstance(state, str) else state

    def through(self, document, name, filter_name):
        """Saved by its person, so that jobs run, and opened again."""
        path = self.folder / name
        document.storeAsURL(url(path), values(FilterName=filter_name))
        again = self.office.load(path)
        self.addCleanup(again.close, True)
        return again

    def test_life(self):
        document = self.new()
        self.exact(document, lambda: self.insert(document, TTHC, **FIGURES))
        table = self.table(document)
        first = self.column(table)
        formulas = [row for row in first if row[2]]
        self.assertTrue(formulas, first)
        ratio = next(row for row in first if row[0].startswith("Tỷ lệ"))
        # Insert again: a second table, and back.
        document.CurrentController.ViewCursor.gotoEnd(False)
        self.exact(document, lambda: self.insert(document, TTHC, **FIGURES))
        self.assertEqual(document.TextTables.Count, 2)
        document.UndoManager.undo()
        self.assertEqual(document.TextTables.Count, 1)
        self.assertEqual(self.column(self.table(document)), first)
        # Nothing to do for a table that is right.
        self.assertIn("không có gì phải tính lại", self.update(document, tables=1, computed=0, emptied=0)["message"])
        # A figure is taken out, and typed again.
        source = next(row[0] for row in first if row[1] == "384")
        self.type(document, table, source, "")
        self.exact(document, lambda: self.update(document, computed=0))
        empty = self.column(table)
        self.assertTrue(all(row[1] == "" for row, old in zip(empty, first) if old in formulas and "384" in str(old)) or empty != first)
        self.type(document, table, source, "390")
        self.exact(document, lambda: self.update(document, emptied=0))
        second = self.column(table)
        self.assertEqual([row[2] for row in second], [row[2] for row in first])
        self.assertNotEqual(next(row for row in second if row[0] == ratio[0])[1], "")
        # A row and a column of the person's own stay.
        table.Rows.insertByIndex(3, 1)
        table.getCellByName("B4").setString("Hồ sơ của xã bạn")
        table.getCellByName("D4").setString("7")
        answer = self.update(document)
        self.assertEqual(answer["others"], 1)
        self.assertEqual(table.getCellByName("D4").String, "7")
        own = self.column(table)
        self.assertEqual([row[1] for row in own if row[0] != "Hồ sơ của xã bạn"], [row[1] for row in second])

        for name, filter_name in (("bang.odt", "writer8"), ("bang.docx", "MS Word 2007 XML"), ("bang.doc", "MS Word 97")):
            with self.subTest(name):
                again = self.through(document, name, filter_name)
                self.assertEqual(again.TextTables.Count, 1)
                other = self.table(again)
                if not name.endswith(".odt"):
                    self.assertEqual([row[2] for row in self.column(other)], [""] * len(own))
                    self.update(again, tables=1, emptied=0, kept=[], others=1)
                self.assertEqual(self.column(other), own)
                self.update(again, computed=0, emptied=0)
                # Figures change where there are no formulas: totals follow, since it is known what was computed.
                last = self.through(again, "lai-" + name, filter_name)
                other = self.table(last)
                self.type(last, other, source, "400")
                if not name.endswith(".odt"):
                    self.exact(last, lambda: self.update(last, tables=1, emptied=0, kept=[]))
                else:
                    self.update(last, tables=1, emptied=0, kept=[])
                self.assertEqual([row[2] for row in self.column(other)], [row[2] for row in own])
                self.assertNotEqual([row[1] for row in self.column(other)], [row[1] for row in own])
                self.assertEqual(last.TextTables.Count, 1)

    def test_what_was_typed_wins(self):
        document = self.new()
        self.insert(document, TTHC, **FIGURES)
        table = self.table(document)
        name, words, _ = next(row for row in self.column(table) if row[2].startswith("(") and "*" not in row[2])
        self.cell(table, name).setString("9.999")
        again = self.through(document, "go-de.docx", "MS Word 2007 XML")
        answer = self.update(again)
        self.assertEqual(answer["kept"], [{"name": name, "text": "9.999", "computed": words}])
        self.assertIn("9.999", answer["message"])
        self.assertEqual(self.cell(self.table(again), name).String, "9.999")

    def test_what_else_a_cell_holds_stays(self):
        document = self.new()
        self.insert(document, TTHC, **FIGURES)
        again = self.through(document, "them.docx", "MS Word 2007 XML")
        table = self.table(again)
        (sum_name, sum_words, _), (ratio_name, ratio_words, _) = [row for row in self.column(self.table(document)) if row[2]][:2]
        operand = next(row[0] for row in self.column(table) if row[1] == "384")
        note = again.createInstance("com.sun.star.text.Footnote")
        cell = self.cell(table, sum_name)
        cell.insertTextContent(cell.End, note, False)
        for name in (ratio_name, operand):
            comment = again.createInstance("com.sun.star.text.textfield.Annotation")
            comment.Content = "Xem lại"
            cell = self.cell(table, name)
            cell.insertTextContent(cell.End, comment, False)
        comments = lambda: saved(self.office, again).count("<office:annotation ")
        self.assertEqual(comments(), 2)
        answer = {}
        self.exact(again, lambda: answer.update(self.update(again, kept=[])))
        self.assertEqual(answer["left"], [sum_name, ratio_name])
        self.assertIn(sum_name, answer["message"])
        self.assertEqual((comments(), again.Footnotes.Count), (2, 1))
        self.assertEqual(self.cell(table, ratio_name).Formula, "")
        self.assertTrue(self.cell(table, ratio_name).String.startswith(ratio_words))

    def test_a_new_file_as_docx(self):
        path = self.folder / "moi.docx"
        answer = self.ask(call="new", type="BC", profile=self.profiles[0], outline="cchc", tables=[TTHC, SO], out=url(path),
                          set={**FIGURES, "period": "quý III", "CCHC-7.7a": "100", "CCHC-7.7": "81"})
        self.assertTrue(answer["ok"], answer)
        document = self.office.load(path)
        self.addCleanup(document.close, True)
        answer = self.update(document, tables=2, emptied=0, kept=[])
        self.assertGreater(answer["computed"], 2)
        tables = [self.table(document, index) for index in range(document.TextTables.Count)]
        so = next(table for table in tables if table.Rows.Count > 15)
        self.type(document, so, "Hồ sơ nộp trực tuyến", "90")
        self.update(document, tables=2, kept=[])
        self.assertEqual(self.cell(so, "Tỷ lệ hồ sơ nộp trực tuyến").String, "90,00")

    def test_refusals(self):
        document = self.new()
        answer = self.ask(document, call="update-tables")
        self.assertFalse(answer["ok"])
        self.assertIn("Không thấy bảng chỉ tiêu", answer["error"])
        self.insert(document, TTHC, **FIGURES)
        source = next(row[0] for row in self.column(self.table(document)) if row[1] == "384")
        self.cell(self.table(document), source).setString("385")
        document.RecordChanges = True
        before = saved(self.office, document)
        answer = self.ask(document, call="update-tables")
        self.assertFalse(answer["ok"])
        self.assertIn("theo dõi thay đổi", answer["error"])
        self.assertEqual(difference(before, saved(self.office, document)), "")


if __name__ == "__main__":
    unittest.main()
