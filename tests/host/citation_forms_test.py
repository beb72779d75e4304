"""Citations worded otherwise in a live document: what is written, one undo step, tracked changes, formats that keep it, documents that are refused."""

import unittest

from cite_support import DOCUMENTS, CiteCase
from write_support import paragraphs, uno, url

PLAN = "Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê về cải cách hành chính năm 2025"
DECREE = "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư"
LATER = f"Các xóm đã làm theo {PLAN}."
SHORT = "Các xóm đã làm theo Kế hoạch số 12/KH-UBND."


class CitationForms(CiteCase):
    TITLES = {"shorten": "Thể Thức: rút gọn viện dẫn", "complete": "Thể Thức: bổ sung viện dẫn lần đầu"}

    def test_later_ones_are_shortened(self):
        document = self.document(f"+ {PLAN}.", LATER, f"Thực hiện {PLAN}, UBND xã báo cáo.", "Kế hoạch số 12/KH-UBND ngày 25/7/2025 còn chậm.")
        self.assertEqual([one["count"] for one in self.findings(document, "vien-dan/later-short")], [2])
        shown = self.ask(document, "preview")
        self.assertEqual([(one["do"], one["after"]) for one in shown["changes"]], [("shorten", "Kế hoạch số 12/KH-UBND")] * 3)
        self.assertEqual(shown["changes"][0]["before"], PLAN)
        self.assertFalse(document.UndoManager.isUndoPossible())
        answer = self.carry_out(document, "shorten")
        self.assertEqual((answer["changed"], answer["notes"]), (3, []))
        self.assertEqual(self.lines(document), [f"+ {PLAN}.", SHORT, "Thực hiện Kế hoạch số 12/KH-UBND, UBND xã báo cáo.", "Kế hoạch số 12/KH-UBND còn chậm."])
        self.assertEqual(self.findings(document, "vien-dan/later-short"), [])
        self.assertEqual(self.findings(document, "vien-dan/first-full"), [])

    def test_one_of_them(self):
        document = self.document(f"+ {PLAN}.", LATER, f"Thực hiện {PLAN}, UBND xã báo cáo.")
        place = self.ask(document, "preview")["changes"][1]["at"]
        self.carry_out(document, "shorten", at=place)
        self.assertEqual(self.lines(document)[1:], [LATER, "Thực hiện Kế hoạch số 12/KH-UBND, UBND xã báo cáo."])
        self.assertIn("không có gì", self.ask(document, "shorten", at=place)["error"])
        self.assertFalse(self.ask(document, "shorten", at={"story": 0, "paragraph": 7, "start": 0})["ok"])

    def test_first_ones_are_completed(self):
        document = self.document("Hồ sơ lập theo Nghị định 30/2020/NĐ-CP.", f"+ {DECREE}.", "Thực hiện Quyết định số 9/QĐ-UBND.")
        self.assertEqual(len(self.findings(document, "vien-dan/first-full")), 2)
        answer = self.carry_out(document, "complete")
        self.assertEqual(self.lines(document)[0], f"Hồ sơ lập theo {DECREE}.")
        self.assertEqual(len(answer["notes"]), 1)
        self.assertIn("9/QĐ-UBND", answer["notes"][0])
        self.assertEqual([one["text"] for one in self.findings(document, "vien-dan/first-full")], ["Quyết định số 9/QĐ-UBND"])

    def test_what_is_put_in_looks_like_the_words_before_it_and_stays_before_a_note(self):
        document = self.document("Hồ sơ lập theo Nghị định số 30/2020/NĐ-CP", f"+ {DECREE}.")
        first = paragraphs(document.Text)[0]
        cursor = document.Text.createTextCursorByRange(first.Start)
        cursor.gotoRange(first.End, True)
        cursor.CharPosture = uno.Enum("com.sun.star.awt.FontSlant", "ITALIC")
        note = document.createInstance("com.sun.star.text.Footnote")
        document.Text.insertTextContent(first.End, note, False)
        note.insertString(note.End, "Xem phụ lục.", False)
        document.UndoManager.clear()
        self.carry_out(document, "complete")
        first = paragraphs(document.Text)[0]
        self.assertEqual(first.String, f"Hồ sơ lập theo {DECREE}1")
        portions, walk = [], first.createEnumeration()
        while walk.hasMoreElements():
            portions.append(walk.nextElement())
        self.assertEqual([one.TextPortionType for one in portions], ["Text", "Footnote"])
        self.assertEqual(portions[0].CharPosture.value, "ITALIC")
        self.assertEqual(portions[0].CharEscapement, 0)

    def test_a_note_inside_stays(self):
        document = self.document(f"+ {PLAN}.", LATER)
        second = paragraphs(document.Text)[1]
        cursor = document.Text.createTextCursorByRange(second.Start)
        cursor.goRight(LATER.index(" của UBND"), False)
        note = document.createInstance("com.sun.star.text.Footnote")
        document.Text.insertTextContent(cursor, note, False)
        note.insertString(note.End, "Đã gửi các xóm.", False)
        document.UndoManager.clear()
        self.carry_out(document, "shorten")
        self.assertEqual(self.lines(document)[1], SHORT[:-1] + "1.")
        self.assertEqual(document.Footnotes.getByIndex(0).String, "Đã gửi các xóm.")

    def test_words_are_tracked_where_changes_are(self):
        document = self.document(f"+ {PLAN}.", LATER)
        document.RecordChanges = True
        answer = self.ask(document, "shorten")
        self.assertEqual(answer["changed"], 1, answer)
        self.assertEqual(document.UndoManager.getAllUndoActionTitles(), ("Thể Thức: rút gọn viện dẫn",))
        kinds, walk = [], document.Redlines.createEnumeration()
        while walk.hasMoreElements():
            kinds.append(walk.nextElement().RedlineType)
        self.assertEqual(set(kinds), {"Delete"})
        self.assertEqual(self.ask(document, "shorten")["changed"], 0)
        self.assertEqual(self.findings(document, "vien-dan/later-short"), [])
        document.UndoManager.undo()
        self.assertFalse(document.Redlines.createEnumeration().hasMoreElements())
        self.assertEqual(self.lines(document)[1], LATER)

    def test_through_docx(self):
        document = self.document("Hồ sơ lập theo Nghị định số 30/2020/NĐ-CP.", f"+ {DECREE}.", f"+ {PLAN}.", LATER)
        self.carry_out(document, "complete")
        document.UndoManager.clear()
        self.carry_out(document, "shorten")
        again = self.reopened(document, ".docx")
        self.assertEqual(self.lines(again), [f"Hồ sơ lập theo {DECREE}.", "+ Nghị định số 30/2020/NĐ-CP.", f"+ {PLAN}.", SHORT])
        for do in ("complete", "shorten"):
            self.assertEqual(self.ask(again, do)["changed"], 0)

    def test_a_copy_of_a_file(self):
        document = self.document(f"+ {PLAN}.", LATER)
        path = self.store(document, "nguon.odt")
        out = path.with_name("dich.odt")
        answer = self.ask(None, "shorten", url=url(path), out=url(out))
        self.assertEqual((answer["ok"], answer["changed"]), (True, 1), answer)
        again = self.load(out)
        self.assertEqual(self.lines(again)[1], SHORT)
        self.assertFalse(self.ask(None, "shorten", url=url(path))["ok"])
        self.assertFalse(self.ask(document, "nothing")["ok"])

    def test_the_sample_report(self):
        document = self.load(DOCUMENTS / "bao-cao-cchc-loi.odt")
        before = {one["text"] for one in self.findings(document, "vien-dan/first-full")}
        shown = self.ask(document, "preview")
        meant = {"shorten": 0, "complete": 0}
        for one in shown["changes"]:
            meant[one["do"]] += 1
        for do, count in meant.items():
            self.assertEqual(self.ask(document, do)["changed"], count)
        left = {one["text"] for one in shown["left"] if one["do"] == "complete"}
        after = {one["text"] for one in self.findings(document, "vien-dan/first-full")}
        self.assertLessEqual(after, before)
        self.assertLessEqual(after, left)
        while document.UndoManager.isUndoPossible():
            document.UndoManager.undo()
        self.assertEqual(self.ask(document, "preview"), shown)

    # ---- documents that may not be changed
    def test_documents_that_may_not_be_changed(self):
        document = self.document(f"+ {PLAN}.", LATER, "Hồ sơ lập theo Nghị định số 30/2020/NĐ-CP.", f"+ {DECREE}.")
        self.refused_everywhere(document, ("shorten", {}), ("complete", {}))

    def test_a_protected_part(self):
        document = self.document(f"+ {PLAN}.", LATER, LATER)
        section = document.createInstance("com.sun.star.text.TextSection")
        cursor = document.Text.createTextCursorByRange(paragraphs(document.Text)[1].Start)
        cursor.gotoRange(paragraphs(document.Text)[1].End, True)
        document.Text.insertTextContent(cursor, section, True)
        section.IsProtected = True
        answer = self.ask(document, "shorten")
        self.assertEqual(answer["changed"], 1, answer)
        self.assertEqual(len(answer["notes"]), 1)
        self.assertIn("bảo vệ", answer["notes"][0])
        self.assertEqual(self.lines(document), [f"+ {PLAN}.", LATER, SHORT])


if __name__ == "__main__":
    unittest.main()
