"""Typed lists of documents that become lists of Writer: numbers, indents, order, what the paragraphs hold, undo, formats, what is refused."""

import unittest

from cite_support import DOCUMENTS, CiteCase
from write_support import difference, paragraphs, saved, snapshot, uno

ITEMS = ("Kế hoạch số 08/KH-UBND ngày 22/7/2025 về cải thiện Chỉ số;", "Quyết định số 42/QĐ-UBND ngày 07/7/2025 về kiện toàn Ban Chỉ đạo;",
         "Công văn số 198/UBND-VHXXH ngày 11/8/2025 về khảo sát năng lực số;", "Quyết định số 43/QĐ-UBND ngày 07/7/2025 về kiện toàn Tổ.")
BY_DATE = (ITEMS[1], ITEMS[3][:-1] + ";", ITEMS[0], ITEMS[2][:-1] + ".")
BY_TYPE = (ITEMS[1], ITEMS[3][:-1] + ";", ITEMS[0], ITEMS[2][:-1] + ".")
LEAD = "UBND xã đã ban hành các văn bản cụ thể:"


class CitationNumbering(CiteCase):
    TITLES = {"number": "Thể Thức: đánh số danh sách văn bản"}

    def typed(self, marker="+ ", lines=ITEMS, after="Hết."):
        document = self.document(LEAD, *(marker + line for line in lines), after)
        document.UndoManager.lock()
        for paragraph in paragraphs(document.Text):
            paragraph.ParaFirstLineIndent, paragraph.ParaBottomMargin = 1270, 212
        document.UndoManager.unlock()
        document.UndoManager.clear()
        return document

    def labels(self, document):
        return [(one.ListLabelString, one.String) for one in paragraphs(document.Text) if one.ListLabelString or one.String]

    def expected(self, lines=ITEMS, after="Hết."):
        return [("", LEAD), *((f"{n}.", line) for n, line in enumerate(lines, 1)), ("", after)]

    def test_bullets_become_numbers(self):
        for marker in ("+ ", "- ", "a) "):
            with self.subTest(marker):
                document = self.typed(marker)
                before = snapshot(self.office, document)["stories"][0]["paragraphs"]
                answer = self.carry_out(document, "number")
                self.assertEqual((answer["changed"], answer["notes"]), (4, []))
                self.assertEqual(self.labels(document), self.expected())
                after = snapshot(self.office, document)["stories"][0]["paragraphs"]
                self.assertEqual([p["format"] for p in before], [p["format"] for p in after], "indents and distances")
                self.assertEqual(self.findings(document, "noi-dung/indent"), [])
                for ending in (".docx", ".odt"):
                    again = self.reopened(document, ending)
                    self.assertEqual(self.labels(again), self.expected(), ending)
                    # in .docx the list's own indent carries it
                    shown = [p["format"] for p in snapshot(self.office, again)["stories"][0]["paragraphs"] if p.get("listLabel")]
                    self.assertEqual({(p.get("leftMargin", 0), p["firstLineIndent"]) for p in shown}, {(0, 1270)}, ending)

    def test_by_date_and_by_type(self):
        for order, lines in (("date", BY_DATE), ("type", BY_TYPE)):
            with self.subTest(order):
                document = self.typed()
                self.assertEqual(self.carry_out(document, "number", order=order)["changed"], 4)
                self.assertEqual(self.labels(document), self.expected(lines))
                again = self.reopened(document, ".docx")
                self.assertEqual(self.labels(again), self.expected(lines))

    def test_a_numbered_list_is_sorted_later(self):
        document = self.typed()
        self.carry_out(document, "number")
        document.UndoManager.clear()
        self.assertEqual(self.carry_out(document, "number", order="date")["changed"], 4)
        self.assertEqual(self.labels(document), self.expected(BY_DATE))

    def test_two_lists_are_numbered_by_themselves(self):
        document = self.document(LEAD, *("+ " + line for line in ITEMS[:2]), "Các văn bản khác:", *("- " + line for line in ITEMS[2:]), "Hết.")
        self.assertIn("nhiều danh sách", self.somewhere(document))
        self.assertEqual(self.ask(document, "number", at={"story": 0, "paragraph": 2, "start": 0})["changed"], 2)
        cursor = document.CurrentController.ViewCursor
        cursor.gotoRange(paragraphs(document.Text)[5].Start, False)
        self.assertEqual(self.ask(document, "number")["changed"], 2)
        self.assertEqual([label for label, _ in self.labels(document)], ["", "1.", "2.", "", "1.", "2.", ""])

    def somewhere(self, document):
        document.CurrentController.ViewCursor.gotoEnd(False)
        return self.ask(document, "number")["error"]

    def test_notes_and_fields_go_along(self):
        document = self.typed()
        document.UndoManager.lock()
        rows = paragraphs(document.Text)
        note = document.createInstance("com.sun.star.text.Footnote")
        document.Text.insertTextContent(rows[1].End, note, False)
        note.insertString(note.End, "Chú thích.", False)
        field = document.createInstance("com.sun.star.text.textfield.PageNumber")
        field.NumberingType = 4
        document.Text.insertTextContent(rows[2].End, field, False)
        document.UndoManager.unlock()
        document.UndoManager.clear()
        self.carry_out(document, "number", order="date")
        self.assertEqual([text for _, text in self.labels(document)][1:5], [ITEMS[1] + "1", ITEMS[3], ITEMS[0] + "1", ITEMS[2]])
        self.assertEqual(document.Footnotes.getByIndex(0).String, "Chú thích.")

    def test_what_belongs_to_a_paragraph_keeps_the_order(self):
        document = self.typed()
        frame = document.createInstance("com.sun.star.text.TextFrame")
        frame.AnchorType = uno.Enum("com.sun.star.text.TextContentAnchorType", "AT_PARAGRAPH")
        document.Text.insertTextContent(paragraphs(document.Text)[1].Start, frame, False)
        document.UndoManager.clear()
        answer = self.ask(document, "number", order="date")
        self.assertEqual(answer["changed"], 4)
        self.assertIn("Giữ nguyên thứ tự", answer["notes"][0])
        self.assertEqual(self.labels(document), self.expected())
        self.stays(document, "number", "Giữ nguyên thứ tự", order="date")
        document = self.typed()
        mark = document.createInstance("com.sun.star.text.Bookmark")
        mark.Name = "cho-nay"
        cursor = document.Text.createTextCursorByRange(paragraphs(document.Text)[1].Start)
        cursor.goRight(2, False)
        cursor.gotoRange(paragraphs(document.Text)[1].End, True)
        document.Text.insertTextContent(cursor, mark, True)
        self.assertIn("Giữ nguyên thứ tự", self.ask(document, "number", order="date")["notes"][0])
        self.assertEqual(document.Bookmarks.getByName("cho-nay").Anchor.String, ITEMS[0])

    def test_with_changes_tracked(self):
        document = self.typed()
        document.RecordChanges = True
        answer = self.ask(document, "number", order="date")
        self.assertEqual(answer["changed"], 4)
        self.assertIn("ghi lại thay đổi", answer["notes"][0])
        shown = snapshot(self.office, document)["stories"][0]["paragraphs"]
        self.assertEqual([p["text"] for p in shown], [LEAD, *ITEMS, "Hết."])
        self.assertEqual(self.ask(document, "number")["changed"], 0)
        document.UndoManager.undo()
        self.assertEqual(self.lines(document), [LEAD, *("+ " + line for line in ITEMS), "Hết."])
        self.assertFalse(document.Redlines.createEnumeration().hasMoreElements())

    def test_what_the_person_did_before_stays_on_the_stack(self):
        document = self.typed()
        start = saved(self.office, document)
        document.Text.insertString(document.Text.End, " Gõ thêm.", False)
        cursor = document.Text.createTextCursorByRange(paragraphs(document.Text)[3].End)
        document.Text.insertString(cursor, " và", False)
        cursor.goLeft(3, True)
        cursor.setString("")
        before = saved(self.office, document)
        self.assertEqual(self.ask(document, "number", order="date")["changed"], 4)
        self.stack_is_whole(document, start, before)

    def test_nothing_to_number(self):
        self.stays(self.document("Không có gì.", "+ Thực hiện Quyết định số 42/QĐ-UBND.", "+ Làm việc khác."), "number", "không có danh sách")
        self.assertFalse(self.ask(self.typed(), "number", order="size")["ok"])

    def test_the_sample_report(self):
        document = self.load(DOCUMENTS / "bao-cao-cchc.odt")
        lines = self.lines(document)
        first = next(i for i, line in enumerate(lines) if line.startswith("+ Quyết định số 42/QĐ-UBND"))
        shot = snapshot(self.office, document)["stories"][0]["paragraphs"]
        at = next(i for i, p in enumerate(shot) if p.get("text", "").startswith("+ Quyết định số 42/QĐ-UBND"))
        answer = self.carry_out(document, "number", at={"story": 0, "paragraph": at, "start": 0})
        self.assertGreater(answer["changed"], 15)
        after = paragraphs(document.Text)
        self.assertEqual([one.ListLabelString for one in after[first:first + answer["changed"] + 1]], [f"{n}." for n in range(1, answer["changed"] + 1)] + [""])

    def test_documents_that_may_not_be_changed(self):
        self.refused_everywhere(self.typed(), ("number", {}))


if __name__ == "__main__":
    unittest.main()
