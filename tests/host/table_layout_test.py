"""How an inserted indicator table stands on the page: from margin to margin, heading row repeated, figures on the right, lying page where it is too wide; the same after .docx."""

import unittest

from draft_support import PROFILE, DraftCase
from write_support import paragraphs, values
from office import url

TTHC = "cchc-ket-qua-tthc"
#: more columns than an upright page has room for
WIDE = "cchc-chinh-quyen-so:stt,chi-tieu,don-vi-tinh,ke-hoach,thuc-hien,ty-le,cung-ky,tang-giam,ghi-chu"
FIGURES = {TTHC: {"CCHC-3.3.2a": "384", "CCHC-3.3.2b": "24", "CCHC-3.3.2c": "1", "CCHC-3.3.3a": "1.010", "CCHC-3.3.3b": "5"},
           WIDE: {"CCHC-7.7a": "1.100", "CCHC-7.7": "81", "CCHC-7.7/plan": "90", "CCHC-7.7/previous": "70"}}
#: ParagraphAdjust, which the office tells as a number
RIGHT = 1
#: hmm; a .docx lets the inner distance of the cells hang out, as Word does
NEAR = 100


class TableLayout(DraftCase):
    PROFILES = (PROFILE,)

    def new(self, left, right):
        document = self.office.desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, values(Hidden=True))
        self.addCleanup(document.close, True)
        page = document.StyleFamilies.getByName("PageStyles").getByName("Standard")
        page.Width, page.Height, page.LeftMargin, page.RightMargin = 21000, 29700, left, right
        text = document.Text
        text.setString("Kết quả như sau:")
        text.insertControlCharacter(text.End, 0, False)
        text.insertString(text.End, "Trên đây là báo cáo.", False)
        document.CurrentController.ViewCursor.gotoRange(paragraphs(text)[0].End, False)
        return document

    def insert(self, document, table):
        answer = self.ask(document, call="draft", type="BC", profile=self.profiles[0], parts=["tables"], tables=[table], set=FIGURES[table])
        self.assertTrue(answer["ok"], answer)

    def again(self, document):
        path = self.folder / "bang.docx"
        document.storeToURL(url(path), values(FilterName="MS Word 2007 XML"))
        result = self.office.load(path)
        self.addCleanup(result.close, True)
        return result

    def edges(self, document, table):
        """Left and right edge of the heading row, from the left margin, and the width of the text."""
        table = document.TextTables.getByName(table) if isinstance(table, str) else table
        cell = table.getCellByName("A1")
        page = document.StyleFamilies.getByName("PageStyles").getByName(cell.createTextCursor().PageStyleName)
        room = page.Width - page.LeftMargin - page.RightMargin
        # LeftMargin counts where the table does not take all the room.
        width = room - table.LeftMargin - table.RightMargin
        total, at = table.TableColumnRelativeSum, [mark.Position for mark in table.TableColumnSeparators]
        self.assertEqual(at, sorted(at))
        self.assertTrue(all(0 < one < total for one in at))
        return width, room, page

    def judged(self, document, lying):
        self.assertEqual(document.TextTables.Count, 1)
        table = document.TextTables.getByIndex(0)
        width, room, page = self.edges(document, table)
        self.assertAlmostEqual(width, room, delta=NEAR)
        self.assertEqual(page.IsLandscape, lying)
        self.assertEqual(page.Width > page.Height, lying)
        self.assertTrue(table.RepeatHeadline)
        self.assertEqual(table.HeaderRowCount, 1)
        heads = [table.getCellByName(f"{chr(65 + i)}1").String for i in range(table.Columns.Count)]
        figures = [i for i, head in enumerate(heads) if head in ("Kế hoạch", "Thực hiện", "Tỷ lệ (%)", "Cùng kỳ", "Tăng/giảm")]
        seen = 0
        for row in range(2, table.Rows.Count + 1):
            for column in figures:
                cell = table.getCellByName(f"{chr(65 + column)}{row}")
                self.assertEqual(cell.createTextCursor().ParaAdjust, RIGHT, (row, heads[column]))
                if cell.String:
                    self.assertRegex(cell.String, r"^\d{1,3}(\.\d{3})*(,\d\d)?$")
                    seen += 1
        self.assertGreater(seen, 2)

    def test_upright(self):
        for left, right in ((3000, 1500), (3000, 2000), (3500, 2000)):
            with self.subTest(left=left, right=right):
                document = self.new(left, right)
                self.insert(document, TTHC)
                self.judged(document, False)
                self.judged(self.again(document), False)

    def test_too_wide(self):
        document = self.new(3000, 2000)
        self.insert(document, WIDE)
        self.judged(document, True)
        self.judged(self.again(document), True)
        # What follows stands upright again.
        last = [one for one in paragraphs(document.Text) if one.String][-1]
        self.assertEqual(last.String, "Trên đây là báo cáo.")
        page = document.StyleFamilies.getByName("PageStyles").getByName(document.Text.createTextCursorByRange(last.Start).PageStyleName)
        self.assertFalse(page.IsLandscape)

    def test_a_new_file(self):
        for ending in ("odt", "docx"):
            path = self.folder / f"moi.{ending}"
            answer = self.ask(call="new", type="BC", profile=self.profiles[0], outline="cchc", tables=[TTHC], out=url(path), set=FIGURES[TTHC])
            self.assertTrue(answer["ok"], answer)
            document = self.office.load(path)
            self.addCleanup(document.close, True)
            table = next(one for one in (document.TextTables.getByIndex(i) for i in range(document.TextTables.Count)) if one.getCellByName("A1").String == "STT")
            width, room, page = self.edges(document, table)
            self.assertAlmostEqual(width, room, delta=NEAR)
            self.assertTrue(table.RepeatHeadline)


if __name__ == "__main__":
    unittest.main()
