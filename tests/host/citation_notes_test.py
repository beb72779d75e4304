"""Typed notes that become footnotes of Writer, and citations that move to a footnote: words, looks, undo, formats, what is refused."""

import unittest

from cite_support import DOCUMENTS, CiteCase
from write_support import call, difference, paragraphs, saved, snapshot, uno

SAMPLE = DOCUMENTS / "bao-cao-cchc-chu-thich-go.odt"
PLAN = "Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê về cải cách hành chính năm 2025"
ITALIC = uno.Enum("com.sun.star.awt.FontSlant", "ITALIC")
CENTER = uno.Enum("com.sun.star.style.ParagraphAdjust", "CENTER")


def notes(document):
    return [document.Footnotes.getByIndex(i) for i in range(document.Footnotes.Count)]


def portions(paragraph):
    found, walk = [], paragraph.createEnumeration()
    while walk.hasMoreElements():
        portion = walk.nextElement()
        if portion.String or portion.TextPortionType == "Footnote":
            found.append(portion)
    return found


class CitationNotes(CiteCase):
    TITLES = {"footnotes": "Thể Thức: chuyển dấu gõ tay thành cước chú", "move-to-footnote": "Thể Thức: chuyển viện dẫn thành cước chú"}

    def words(self, document, paragraph, start, length=None):
        one = paragraphs(document.Text)[paragraph]
        cursor = document.Text.createTextCursorByRange(one.Start)
        cursor.goRight(start, False)
        if length is None:
            cursor.gotoRange(one.End, True)
        else:
            cursor.goRight(length, True)
        return cursor

    def typed(self, *lines, size=11.0):
        """Lines; ^1^ becomes a raised digit, lines that begin with ~ are small."""
        document = self.document(*(line.replace("^", "").removeprefix("~") for line in lines))
        for number, line in enumerate(lines):
            if line.startswith("~"):
                self.words(document, number, 0).CharHeight = size
                line = line[1:]
            at = 0
            for k, piece in enumerate(line.split("^")):
                if k % 2:
                    cursor = self.words(document, number, at, len(piece))
                    cursor.CharEscapement, cursor.CharEscapementHeight = 33, 58
                at += len(piece)
        document.UndoManager.clear()
        return document

    # ---- typed notes
    def test_the_sample_report(self):
        for source in (SAMPLE, SAMPLE.with_suffix(".docx")):
            with self.subTest(source.suffix):
                document = self.load(source)
                typed = [line for line in self.lines(document) if line[:1] in "¹²³⁴" and line]
                self.assertEqual(len(typed), 4)
                expected = [line for line in self.lines(document) if line not in typed]
                for word in ("liên quan¹", "2024²", "2025³", "NĐ-CP⁴"):
                    expected = [line.replace(word, word[:-1] + "0123456"["⁰¹²³⁴".index(word[-1])]) for line in expected]
                answer = self.carry_out(document, "footnotes")
                self.assertEqual((answer["changed"], answer["notes"]), (4, []))
                self.assertEqual([note.String.strip() for note in notes(document)], [line[2:].strip() for line in typed])
                self.assertEqual(self.lines(document), expected)
                self.assertTrue(any("120 m²" in line for line in expected))
                for ending in (".docx", ".odt"):
                    again = self.reopened(document, ending)
                    self.assertEqual([note.String.strip() for note in notes(again)], [line[2:].strip() for line in typed], ending)
                    self.assertEqual(list(filter(None, self.lines(again))), list(filter(None, expected)), ending)

    def test_looks_are_kept(self):
        document = self.typed("Các văn bản liên quan^1^, năm 2024^2^: đã giao.", "~^1^ Đề án số 1206/ĐA-UBND của tỉnh.", "~^2^ Quyết định số 1002.", "Lời văn tiếp theo.")
        self.words(document, 1, 2, 5).CharWeight = 150.0
        self.words(document, 1, 11, 4).CharPosture = ITALIC
        document.UndoManager.clear()
        self.carry_out(document, "footnotes")
        self.assertEqual(self.lines(document), ["Các văn bản liên quan1, năm 20242: đã giao.", "Lời văn tiếp theo."])
        first = paragraphs(notes(document)[0])[0]
        self.assertEqual([(p.String, p.CharWeight, p.CharPosture.value, p.CharHeight, p.CharEscapement) for p in portions(first)],
                         [("Đề án", 150.0, "NONE", 11.0, 0), (" số ", 100.0, "NONE", 11.0, 0), ("1206", 100.0, "ITALIC", 11.0, 0),
                          ("/ĐA-UBND của tỉnh.", 100.0, "NONE", 11.0, 0)])
        self.assertEqual(first.ParaStyleName, "Footnote")
        line = portions(paragraphs(document.Text)[0])
        self.assertEqual([p.TextPortionType for p in line], ["Text", "Footnote", "Text", "Footnote", "Text"])
        self.assertEqual([p.CharEscapement for p in line if p.TextPortionType == "Text"], [0, 0, 0])
        again = self.reopened(document, ".docx")
        self.assertEqual([note.String.strip() for note in notes(again)], ["Đề án số 1206/ĐA-UBND của tỉnh.", "Quyết định số 1002."])
        self.assertIn("ITALIC", [p.CharPosture.value for p in portions(paragraphs(notes(again)[0])[0])])

    def test_what_the_person_did_before_stays_on_the_stack(self):
        document = self.typed("Các văn bản liên quan^1^ đã có.", "~^1^ Đề án.", "Lời văn tiếp theo.")
        start = saved(self.office, document)
        document.Text.insertString(document.Text.End, " Gõ thêm.", False)
        self.words(document, 0, 0, 3).setString("Những")
        before = saved(self.office, document)
        self.assertEqual(self.ask(document, "footnotes")["changed"], 1)
        self.stack_is_whole(document, start, before)

    def test_further_paragraphs_and_the_line_above(self):
        document = self.typed("Các văn bản liên quan^1^ đã có.", "_______________", "~^1^ Đề án.", "~Đã được thông qua.", "Lời văn tiếp theo.")
        self.carry_out(document, "footnotes")
        self.assertEqual(self.lines(document), ["Các văn bản liên quan1 đã có.", "Lời văn tiếp theo."])
        self.assertEqual([p.String for p in paragraphs(notes(document)[0])], ["Đề án.", "Đã được thông qua."])

    def test_a_mark_in_a_table(self):
        document = self.document("Bảng:", "¹ Quyết định số 1002.", "Hết.")
        table = document.createInstance("com.sun.star.text.TextTable")
        table.initialize(1, 2)
        document.Text.insertTextContent(paragraphs(document.Text)[1].Start, table, False)
        table.getCellByName("A1").String = "Biên chế¹"
        document.UndoManager.clear()
        self.carry_out(document, "footnotes")
        self.assertEqual(table.getCellByName("A1").String, "Biên chế1")
        self.assertEqual(notes(document)[0].String, "Quyết định số 1002.")

    def test_real_footnotes_stay_and_are_numbered_with_the_new_ones(self):
        document = self.document("Văn bản¹ và đề án.", "¹ Quyết định.", "Hết.")
        note = document.createInstance("com.sun.star.text.Footnote")
        document.Text.insertTextContent(paragraphs(document.Text)[0].Start, note, False)
        note.insertString(note.End, "Đã có từ trước.", False)
        document.UndoManager.clear()
        self.carry_out(document, "footnotes")
        self.assertEqual([one.String for one in notes(document)], ["Đã có từ trước.", "Quyết định."])
        self.assertEqual(self.lines(document), ["1Văn bản2 và đề án.", "Hết."])

    def test_marks_and_notes_that_do_not_match(self):
        self.stays(self.document("Liên quan¹ và đề án².", "¹ Đề án.", "Hết."), "footnotes", "Dấu chú thích 2", "và đề án", "chưa đổi gì")
        self.stays(self.document("Liên quan¹.", "¹ Đề án.", "² Quyết định.", "Hết."), "footnotes", "Lời chú thích 2", "Quyết định")
        self.stays(self.document("Liên quan¹, đề án¹.", "¹ Đề án.", "Hết."), "footnotes", "hai chỗ")
        self.stays(self.document("Có 39¹ người.", "¹ Đề án.", "Hết."), "footnotes", "số mũ")
        nothing = self.document("Phòng làm việc 120 m², 10³ hồ sơ.")
        answer = self.ask(nothing, "footnotes")
        self.assertEqual((answer["ok"], answer["changed"]), (True, 0))
        self.assertFalse(nothing.UndoManager.isUndoPossible())

    def test_a_note_that_holds_more_than_words(self):
        for numbering in (4, 5):                 # arabic, and a field that shows nothing
            document = self.document("Liên quan¹.", "¹ Trang ", "Hết.")
            field = document.createInstance("com.sun.star.text.textfield.PageNumber")
            field.NumberingType = numbering
            document.Text.insertTextContent(paragraphs(document.Text)[1].End, field, False)
            self.stays(document, "footnotes", "Lời chú thích 1")

    def test_with_changes_tracked(self):
        document = self.document("Liên quan¹ đã có.", "¹ Đề án số 1206.", "Hết.")
        document.RecordChanges = True
        answer = self.ask(document, "footnotes")
        self.assertEqual(answer["changed"], 1, answer)
        self.assertEqual(notes(document)[0].String, "Đề án số 1206.")
        self.assertTrue(document.Redlines.createEnumeration().hasMoreElements())
        self.assertEqual(self.ask(document, "footnotes")["changed"], 0)
        shown = snapshot(self.office, document)["stories"]
        self.assertEqual([p["text"] for p in shown[0]["paragraphs"] if p.get("text")], ["Liên quan1 đã có.", "Hết."])
        document.UndoManager.undo()
        self.assertEqual(self.lines(document), ["Liên quan¹ đã có.", "¹ Đề án số 1206.", "Hết."])
        self.assertFalse(document.Redlines.createEnumeration().hasMoreElements())

    def test_documents_that_may_not_be_changed(self):
        document = self.document("Liên quan¹.", "¹ Đề án.", f"Thực hiện {PLAN}, UBND xã báo cáo.")
        place = {"story": 0, "paragraph": 2, "start": len("Thực hiện ")}
        self.refused_everywhere(document, ("footnotes", {}), ("move-to-footnote", {"at": place}))

    # ---- one citation
    def test_a_citation_moves_to_a_note(self):
        document = self.document(f"Thực hiện {PLAN}, UBND xã báo cáo như sau:", "Kế hoạch số 12/KH-UBND đã hoàn thành.")
        place = self.places(document)[0]
        self.carry_out(document, "move-to-footnote", at=place)
        self.assertEqual(self.lines(document)[0], "Thực hiện Kế hoạch số 12/KH-UBND1, UBND xã báo cáo như sau:")
        self.assertEqual(notes(document)[0].String, PLAN + ".")
        for rule in ("vien-dan/first-full", "vien-dan/later-short", "vien-dan/conflict"):
            self.assertEqual(self.findings(document, rule), [], rule)
        again = self.reopened(document, ".docx")
        self.assertEqual(notes(again)[0].String.strip(), PLAN + ".")
        self.assertEqual(self.lines(again)[0], "Thực hiện Kế hoạch số 12/KH-UBND1, UBND xã báo cáo như sau:")
        self.assertEqual(self.findings(again, "vien-dan/first-full"), [])

    def places(self, document):
        answer = call(self.office, document, {"call": "cite", "pages": False})
        cited = answer["cite"]["documents"][0]["citations"] if "documents" in answer["cite"] else answer["cite"]["citations"]
        return [mention["at"] for one in cited for mention in one["mentions"]]

    def test_a_short_citation_gets_a_note(self):
        document = self.document("Các xóm đã làm theo Kế hoạch số 12/KH-UBND.", f"+ {PLAN}.")
        self.carry_out(document, "move-to-footnote", at=self.places(document)[0])
        self.assertEqual(self.lines(document)[0], "Các xóm đã làm theo Kế hoạch số 12/KH-UBND1.")
        self.assertEqual(notes(document)[0].String, PLAN + ".")

    def test_a_citation_that_stays(self):
        document = self.document("Các xóm đã làm theo Quyết định số 9/QĐ-UBND ngày 01/8/2025 của UBND xã về phân công nhiệm vụ rất tốt.")
        self.stays(document, "move-to-footnote", "Giữ nguyên", at=self.places(document)[0])
        self.stays(document, "move-to-footnote", at={"story": 0, "paragraph": 5, "start": 0})
        self.assertFalse(self.ask(document, "move-to-footnote")["ok"])


if __name__ == "__main__":
    unittest.main()
