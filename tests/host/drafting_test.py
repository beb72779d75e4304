"""Drafting in an open document: insert, undo, redo, insert again, update, save, open as .docx, update again; nothing doubled, nothing lost."""

import json
import pathlib
import unittest

from draft_support import PROFILE, DraftCase
from write_support import difference, saved, values
from office import url

OTHER = {
    "schema": 1, "name": "Sở Nội vụ", "superiorAgency": "ỦY BAN NHÂN DÂN TỈNH CAO BẰNG", "agency": ["SỞ NỘI VỤ"], "place": "Cao Bằng", "abbreviation": "SNV",
    "draftingUnit": "CCHC", "signers": [{"name": "Nguyễn Văn An", "authority": ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]}],
}
SET = {"subject": "kết quả công tác cải cách hành chính quý III năm 2025", "addressee": "Sở Nội vụ tỉnh Cao Bằng", "day": "11", "month": "9", "year": "2025"}
ONCE = ("quoc-hieu", "tieu-ngu", "so-ky-hieu", "dia-danh-thoi-gian", "ten-loai", "trich-yeu", "kinh-gui", "ho-ten")


class Drafting(DraftCase):
    maxDiff = None

    PROFILES = (PROFILE, OTHER)

    def asked(self, document, **request):
        answer = self.ask(document, **request)
        self.assertTrue(answer["ok"], answer)
        return answer

    def new(self, *lines):
        document = self.office.desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, values(Hidden=True))
        self.addCleanup(document.close, True)
        for number, line in enumerate(lines):
            if number:
                document.Text.insertControlCharacter(document.Text.End, 0, False)
            document.Text.insertString(document.Text.End, line, False)
        return document

    def draft(self, document, profile=0, **more):
        return self.asked(document, call="draft", type="BC", profile=self.profiles[profile], set=dict(SET, **more))

    def elements(self, document):
        found = {}
        for element in self.asked(document, call="check")["document"]["elements"]:
            found.setdefault(element["element"], []).append(element["text"])
        return found

    def clean(self, document):
        findings = [(f["rule"], f["message"], f["text"]) for f in self.asked(document, call="check")["document"]["findings"] if f["severity"] != "info"]
        self.assertEqual(findings, [])

    def once(self, document):
        found = self.elements(document)
        self.assertEqual({name: len(found.get(name, [])) for name in ONCE}, dict.fromkeys(ONCE, 1), found)
        return found


    def test_empty_document(self):
        document = self.new()
        manager = document.UndoManager
        answer = self.draft(document)
        self.assertGreater(answer["inserted"], 0)
        self.assertEqual(len(manager.getAllUndoActionTitles()), 1)
        self.once(document)
        self.clean(document)
        after = saved(self.office, document)
        for _ in range(2):
            manager.undo()
            self.assertEqual(document.Text.String.strip(), "")
            self.assertEqual((document.TextTables.Count, document.DrawPage.Count), (0, 0))
            manager.redo()
            self.assertEqual(difference(after, saved(self.office, document)), "")
        manager.undo()
        self.draft(document)
        self.once(document)
        self.clean(document)

    def test_again_changes_nothing(self):
        document = self.new()
        self.draft(document)
        steps = len(document.UndoManager.getAllUndoActionTitles())
        before = saved(self.office, document)
        answer = self.draft(document)
        self.assertEqual((answer["updated"], answer["inserted"]), (0, 0), answer)
        self.assertEqual(difference(before, saved(self.office, document)), "")
        self.assertEqual(len(document.UndoManager.getAllUndoActionTitles()), steps)

    def test_frame_around_what_is_written(self):
        lines = ["Trong quý III năm 2025, Ủy ban nhân dân xã đã triển khai các nhiệm vụ được giao.", "Kết quả cụ thể như sau./."]
        document = self.new(*lines)
        self.draft(document)
        found = self.once(document)
        self.assertEqual(found["co-quan-ban-hanh"], ["ỦY BAN NHÂN DÂN XÃ ĐÔNG KHÊ"])
        text = document.Text.String
        for line in lines:
            self.assertEqual(text.count(line), 1, text)
        self.assertLess(text.index(SET["subject"][1:]), text.index(lines[0]))
        document.UndoManager.undo()
        self.assertEqual(document.Text.String, "\n".join(lines))

    def test_update_takes_the_new_names(self):
        document = self.new()
        self.draft(document)
        before = saved(self.office, document)
        self.assertGreater(self.draft(document, 1, superior="", subject="công tác cải cách hành chính năm 2025", day="", number="7")["updated"], 0)
        found = self.once(document)
        self.assertEqual(found["co-quan-ban-hanh"], ["SỞ NỘI VỤ"])
        self.assertEqual(found["so-ky-hieu"], ["Số: 07/BC-SNV"])
        self.assertEqual(found["ten-loai"], ["BÁO CÁO"])
        self.assertEqual(found["trich-yeu"], ["Công tác cải cách hành chính năm 2025"])
        self.assertEqual(found["quyen-han-chuc-vu"], ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"])
        self.assertEqual(found["ho-ten"], ["Nguyễn Văn An"])
        self.assertEqual(found["noi-nhan"][-1], "- Lưu: VT, VHXH.")
        self.clean(document)
        document.UndoManager.undo()
        self.assertEqual(difference(before, saved(self.office, document)), "")

    def test_after_docx(self):
        document = self.new()
        self.draft(document)
        path = self.folder / "bao-cao.docx"
        document.storeToURL(url(path), values(FilterName="MS Word 2007 XML"))
        again = self.office.load(path)
        self.addCleanup(again.close, True)
        self.once(again)
        answer = self.draft(again)
        self.assertEqual((answer["updated"], answer["inserted"]), (0, 0), answer)
        self.draft(again, subject="công tác cải cách hành chính năm 2025")
        found = self.once(again)
        self.assertEqual(found["trich-yeu"], ["Công tác cải cách hành chính năm 2025"])
        self.clean(again)

    def test_a_life(self):
        """Insert, undo, redo, insert again, update, save, open as .docx, update again."""
        document = self.new()
        self.draft(document)
        document.UndoManager.undo()
        document.UndoManager.redo()
        self.assertEqual((self.draft(document)["inserted"], self.draft(document)["updated"]), (0, 0))
        document.Text.insertString(next(p for p in self.paragraphs(document) if "báo cáo như sau" in p.String).End, " Người soạn gõ thêm.", False)
        self.assertGreater(self.draft(document, number="12", subject="công tác năm 2025")["updated"], 0)
        found = self.once(document)
        odt, docx = self.folder / "doi.odt", self.folder / "doi.docx"
        document.storeToURL(url(odt), values(FilterName="writer8"))
        document.storeToURL(url(docx), values(FilterName="MS Word 2007 XML"))
        for path in (odt, docx):
            again = self.office.load(path)
            self.addCleanup(again.close, True)
            # A placeholder field comes back from .docx as its words.
            plain = {name: [one.replace("<[", "[").replace("]>", "]") for one in texts] for name, texts in found.items()}
            self.assertEqual({name: [one.replace("<[", "[").replace("]>", "]") for one in texts] for name, texts in self.once(again).items()}, plain, path.name)
            self.assertEqual(again.Text.String.count("Người soạn gõ thêm."), 1)
            answer = self.draft(again, number="12", subject="công tác năm 2025")
            self.assertEqual((answer["inserted"], answer["updated"]), (0, 0), path.name)
            self.assertGreater(self.draft(again, number="13", subject="công tác quý IV năm 2025")["updated"], 0)
            last = self.once(again)
            self.assertEqual((last["so-ky-hieu"], last["trich-yeu"]), (["Số: 13/BC-UBND"], ["Công tác quý IV năm 2025"]))
            self.assertEqual(again.Text.String.count("Người soạn gõ thêm."), 1)
            self.clean(again)

    def paragraphs(self, document):
        walk, found = document.Text.createEnumeration(), []
        while walk.hasMoreElements():
            one = walk.nextElement()
            if one.supportsService("com.sun.star.text.Paragraph"):
                found.append(one)
        return found

    def test_the_frame_of_each_type_in_an_open_document(self):
        types = json.loads((pathlib.Path(__file__).resolve().parents[2] / "templates" / "document-types.json").read_text(encoding="utf-8"))["types"]
        wrong = []
        for entry in types:
            document = self.new()
            self.asked(document, call="draft", type=entry["type"], profile=self.profiles[0], set=SET, pages=True)
            again = self.asked(document, call="draft", type=entry["type"], profile=self.profiles[0], set=SET, pages=True)
            if (again["updated"], again["inserted"]) != (0, 0):
                wrong.append((entry["type"], "again", again))
            path = self.folder / "khung.docx"
            document.storeToURL(url(path), values(FilterName="MS Word 2007 XML"))
            for name, one in (("odt", document), ("docx", self.office.load(path))):
                report = self.asked(one, call="check")["document"]
                if report["type"] != entry["type"]:
                    wrong.append((entry["type"], name, report["scope"], report["type"]))
                wrong += [(entry["type"], name, f["rule"], f["message"], f["text"]) for f in report["findings"] if f["severity"] != "info"]
                if one is not document:
                    one.close(True)
            document.UndoManager.undo()
            if document.Text.String.strip() or document.TextTables.Count or document.DrawPage.Count:
                wrong.append((entry["type"], "undo"))
        self.assertEqual(wrong, [], "\n".join(map(str, wrong)))

    def test_words_of_the_person_stay(self):
        document = self.new()
        self.draft(document)
        found = self.elements(document)
        self.asked(document, call="draft", type="BC", set={})
        self.assertEqual(self.elements(document), found)

    def test_another_type_is_refused(self):
        document = self.new()
        self.asked(document, call="draft", type="QĐ", profile=self.profiles[0], set={"subject": "kiện toàn Tổ chuyển đổi số cộng đồng"})
        before, steps = saved(self.office, document), document.UndoManager.getAllUndoActionTitles()
        for parts in (None, ["header"], ["title"], ["addressee"], ["ending"]):
            for lang, words in (("vi", "QUYẾT ĐỊNH (QĐ), còn loại được chọn là BÁO CÁO (BC)"), ("en", "QUYẾT ĐỊNH (QĐ), the chosen type is BÁO CÁO (BC)")):
                more = {} if parts is None else {"parts": parts}
                answer = self.ask(document, call="draft", type="BC", profile=self.profiles[1], set=SET, lang=lang, pages=True, **more)
                self.assertFalse(answer["ok"])
                self.assertIn(words, json.dumps(answer, ensure_ascii=False))
        self.assertEqual(difference(before, saved(self.office, document)), "")
        self.assertEqual(document.UndoManager.getAllUndoActionTitles(), steps)

    def test_the_cursor_stands_where_one_types_next(self):
        document = self.new()
        self.draft(document)
        cursor = document.CurrentController.ViewCursor
        self.assertIn("[", cursor.String)
        self.assertEqual((cursor.ParaStyleName, cursor.CharHeight), ("TT Nội dung", 14))
        cursor.setString("Trong quý III năm 2025")
        self.assertIn("Thực hiện Trong quý III năm 2025, UBND xã", document.Text.String)

    def test_read_only_is_left_alone(self):
        source = pathlib.Path(__file__).resolve().parents[1] / "documents" / "bao-cao-chuan.odt"
        document = self.office.load(source, ReadOnly=True)
        self.addCleanup(document.close, True)
        answer = self.ask(document, call="draft", type="BC", profile=self.profiles[1], set=SET)
        self.assertFalse(answer["ok"])
        self.assertNotIn("SỞ NỘI VỤ", [line.strip() for line in document.Text.String.splitlines()])


if __name__ == "__main__":
    unittest.main()
