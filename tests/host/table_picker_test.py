"""“Chọn chỉ tiêu…”: groups, rows and columns chosen by keys alone, figures written and filled in, the table put in; narrow and wide."""

import unittest

from draft_support import PROFILE
from screen_support import ScreenCase

LINES = ("Kết quả chuyển đổi số như sau:", "Trong kỳ có 81 hồ sơ nộp trực tuyến.", "Trên đây là báo cáo.")
FIELDS = ("table-search", "table-found", "table-add", "table-chosen", "table-up", "table-down", "table-remove", "figure-plan", "figure-actual", "figure-previous",
          "table-from-document", "table-from-report", "table-insert", "table-close", "table-set-name", "table-save-set")
COLUMNS = tuple("table-column-" + id for id in ("stt", "chi-tieu", "don-vi-tinh", "ke-hoach", "thuc-hien", "ty-le", "cung-ky", "tang-giam", "ghi-chu"))


class TablePicker(ScreenCase):
    PANEL = "DraftPanel"
    LIST = "table-chosen"

    def setUp(self):
        self.write_report(LINES, PROFILE)
        self.document.UndoManager.clear()
        cursor = self.document.CurrentController.ViewCursor
        cursor.gotoStart(False)
        cursor.gotoEndOfLine(False)
        self.show_panel(self.document, "vn.thethuc:panel")
        self.press("table-pick")
        self.wait(lambda: self.control("table-search").hasFocus(), "the search field")

    def shown(self):
        return f"{self.text('table-note')!r} / {self.rows()!r} / {[name for name in FIELDS + COLUMNS if self.control(name).hasFocus()]}"

    def rows(self):
        root = self.root()
        return [] if root is None else [root.getChildAt(i).DisplayValue for i in range(root.ChildCount)]

    def search(self, words):
        self.walk("table-search", back=True)
        self.keys("ctrl+a")
        self.write(words)
        self.keys("Return")
        self.wait(lambda: self.control("table-found").hasFocus(), "the list")

    def table(self):
        table = self.document.TextTables.getByIndex(self.document.TextTables.Count - 1)
        return [[table.getCellByName(f"{chr(65 + column)}{row + 1}").String for column in range(table.Columns.Count)] for row in range(table.Rows.Count)]

    def test_rows_columns_figures_by_keys_alone(self):
        self.search("tong so ho so tiep nhan")   # words without diacritics
        self.keys("Return")
        self.search("truc tuyen nop ty le")      # in any order
        self.keys("Return")
        self.search("nop truc tuyen ho so")
        self.keys("Return")
        self.assertEqual(self.rows(), ["Tổng số hồ sơ tiếp nhận", "Tỷ lệ hồ sơ nộp trực tuyến", "Hồ sơ nộp trực tuyến"])
        self.keys("Return")
        self.assertIn("đã có", self.text("table-note"))
        # The last one goes up; its figure, and that of the first, are written.
        self.walk("table-up")
        self.keys("space")
        self.assertEqual(self.rows(), ["Tổng số hồ sơ tiếp nhận", "Hồ sơ nộp trực tuyến", "Tỷ lệ hồ sơ nộp trực tuyến"])
        self.walk("table-chosen", back=True)
        self.keys("Home", "Return")
        self.wait(lambda: self.control("figure-actual").hasFocus(), "the figure")
        self.write("100")
        self.keys("Return")
        self.write("mot")
        self.assertIn("mot", self.text("table-note"))
        self.keys("ctrl+a")
        self.write("81")
        self.assertEqual(self.text("table-note"), "")
        self.keys("Return")
        self.assertIn("81", self.rows()[1])
        self.assertIn("100", self.rows()[0])
        # Columns: one more, one less.
        self.walk("table-column-ke-hoach")
        self.keys("space")
        self.walk("table-column-ghi-chu")
        self.keys("space")
        self.walk("table-insert")
        self.keys("space")
        self.wait(lambda: self.document.TextTables.Count == 1, "the table")
        self.assertEqual(self.table(), [["STT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch", "Thực hiện"], ["I", "Xây dựng, phát triển chính quyền số", "", "", ""],
                                        ["1", "Tổng số hồ sơ tiếp nhận", "hồ sơ", "", "100"],
                                        ["2", "Hồ sơ nộp trực tuyến", "hồ sơ", "", "81"], ["3", "Tỷ lệ hồ sơ nộp trực tuyến", "%", "", "81,00"]])
        self.assertEqual(len(self.document.UndoManager.getAllUndoActionTitles()), 1)
        self.document.UndoManager.undo()
        self.assertEqual(self.document.Text.String, "\n".join(LINES))

    def test_a_group_and_rows_taken_out(self):
        self.search("cchc-5")
        self.keys("Up", "Return")                # the group above the first of its rows
        whole = self.rows()
        self.assertEqual(len(whole), 9)
        self.walk("table-chosen")
        self.keys("Home", "Delete", "Delete")
        self.assertEqual(self.rows(), whole[2:])
        self.keys("Escape")
        self.wait(lambda: not self.control("table-search").isVisible(), "the form")
        self.wait(lambda: self.control("table-pick").hasFocus(), "back to where one came from")
        self.keys("space")
        self.wait(lambda: self.control("table-search").hasFocus(), "the search field")
        self.assertEqual(self.rows(), whole[2:])  # the choice is still there

    def test_figures_that_the_document_has(self):
        for row in ("tong so ho so tiep nhan", "nop truc tuyen ho so"):
            self.search(row)
            self.keys("Return")
        self.walk("table-from-document")
        self.keys("space")
        self.assertIn("81 hồ sơ nộp trực tuyến", self.text("table-note"))
        self.assertEqual(self.rows()[0], "Tổng số hồ sơ tiếp nhận")
        self.assertIn("81", self.rows()[1])

    def test_narrow_and_wide(self):
        self.search("cchc-5")
        self.keys("Up", "Return")
        self.walk("table-column-ke-hoach")
        self.keys("space")
        self.walk("table-column-cung-ky")
        self.keys("space")
        self.laid_out(FIELDS + COLUMNS)
        self.widen(200)
        self.laid_out(FIELDS + COLUMNS)


if __name__ == "__main__":
    unittest.main()
