"""Parts that a document has only now and then: insert, undo, redo, insert again, save as .docx, open, insert again; nothing doubled, no finding."""

import json
import pathlib
import re
import unittest

from draft_support import PROFILE, DraftCase
from write_support import CENTER, difference, saved, values
from office import url

SET = {"subject": "kết quả công tác cải cách hành chính quý III năm 2025", "addressee": "Sở Nội vụ tỉnh Cao Bằng", "day": "11", "month": "9", "year": "2025",
       "number": "135"}
MARKS = {"hoa-toc": ("do-khan", "HỎA TỐC", 3000), "thuong-khan": ("do-khan", "THƯỢNG KHẨN", 4000), "khan": ("do-khan", "KHẨN", 2000),
         "xem-xong-tra-lai": ("luu-hanh", "XEM XONG TRẢ LẠI", None), "luu-hanh-noi-bo": ("luu-hanh", "LƯU HÀNH NỘI BỘ", None)}


class ExtraParts(DraftCase):
    maxDiff = None
    PROFILES = (PROFILE,)

    def new(self, kind="BC"):
        document = self.office.desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, values(Hidden=True))
        self.addCleanup(document.close, True)
        answer = self.ask(document, call="draft", type=kind, profile=self.profiles[0], set=SET, pages=True)
        self.assertTrue(answer["ok"], answer)
        return document

    def part(self, document, name, kind="BC"):
        answer = self.ask(document, call="draft", type=kind, profile=self.profiles[0], parts=[name], set=SET)
        self.assertTrue(answer["ok"], answer)
        return answer["inserted"], answer["updated"]

    def report(self, document):
        return self.ask(document, call="check")["document"]

    def found(self, document, element):
        return [one["text"] for one in self.report(document)["elements"] if one["element"] == element]

    def clean(self, document):
        self.assertEqual([(f["rule"], f["severity"], f["message"], f["text"]) for f in self.report(document)["findings"] if f["severity"] != "info"], [])

    def exact(self, document, before, change):
        """`change` is one undo step; undo and redo are exact, but for the two page styles of turned pages and the built-in styles of frames, which
        stay, unused."""
        steps = len(document.UndoManager.getAllUndoActionTitles())
        change()
        self.assertEqual(len(document.UndoManager.getAllUndoActionTitles()), steps + 1)
        after = self.state(document)
        document.UndoManager.undo()
        bare = self.state(document)
        self.assertEqual(difference(self.body(before), self.body(bare)), "")
        lines = {line[1:] for line in difference(before, bare).splitlines() if line[:1] == "-" and line[:3] != "---"}
        self.assertEqual(lines, set(), "what was there is gone")
        names = set(re.findall(r'^\+<style:(?:style|master-page) style:name="([^"]+)"', difference(before, bare), re.M))
        names = {name for name in names if not name.startswith("TT_")}
        self.assertLessEqual(names, {"Footer", "Header_20_and_20_Footer", "Frame", "Frame_20_contents"} | {name for name in names if name.startswith("TT_20_Trang_20_")})
        for _ in range(2):
            document.UndoManager.redo()
            self.assertEqual(difference(after, self.state(document)), "")
            document.UndoManager.undo()
            self.assertEqual(difference(bare, self.state(document)), "")
        document.UndoManager.redo()

    def state(self, document):
        """As saved; once a page style has been touched Writer also writes the default of its background out, which changes nothing."""
        return re.sub(r'(<style:master-page [^>]*?) draw:style-name="auto:[0-9a-f]+"', r"\1", saved(self.office, document))

    @staticmethod
    def body(state):
        return state[state.index("<office:body"):] if isinstance(state, str) else state

    def through_docx(self, document, name):
        path = self.folder / (name + ".docx")
        document.storeToURL(url(path), values(FilterName="MS Word 2007 XML"))
        again = self.office.load(path)
        self.addCleanup(again.close, True)
        return again

    def test_marks(self):
        for kind in ("BC", "CV"):
            for name, (element, words, width) in MARKS.items():
                with self.subTest(name, kind=kind):
                    document = self.new(kind)
                    before = self.state(document)
                    self.exact(document, before, lambda: self.assertEqual(self.part(document, name, kind), (1, 0)))
                    self.assertEqual(self.found(document, element), [words])
                    self.clean(document)
                    self.assertEqual(self.part(document, name, kind), (0, 0))
                    frame = document.TextFrames.getByIndex(0)
                    self.assertAlmostEqual(frame.Height, 800, delta=2)
                    if width:
                        self.assertAlmostEqual(frame.Width, width, delta=2)
                    again = self.through_docx(document, f"{name}-{kind}")
                    self.assertEqual(self.found(again, element), [words])
                    self.clean(again)
                    self.assertEqual(self.part(again, name, kind), (0, 0))

    CONTACT = ["Địa chỉ: thôn Trung tâm, xã Đông Khê, tỉnh Cao Bằng", "Điện thoại: 0206.3888.888; Thư điện tử: ubnd@dongkhe.caobang.gov.vn"]

    def contact(self, document, lines, kind="CV"):
        answer = self.ask(document, call="draft", type=kind, profile=self.profiles[0], parts=["contact"], set=dict(SET, contact="|".join(lines)))
        self.assertTrue(answer["ok"], answer)
        return answer["inserted"], answer["updated"]

    def ends(self, document):
        """Where the text of the first page ends: from the edge of the paper."""
        cursor = document.CurrentController.ViewCursor
        cursor.gotoStart(False)
        page = document.StyleFamilies.getByName("PageStyles").getByName(cursor.PageStyleName)
        return page.BottomMargin + (page.FooterHeight if page.FooterIsOn else 0)

    def test_contact_lines(self):
        for kind in ("CV", "BC"):
            with self.subTest(kind):
                document = self.new(kind)
                ends = self.ends(document)
                before = self.state(document)
                self.exact(document, before, lambda: self.assertEqual(self.contact(document, self.CONTACT, kind), (1, 0)))
                self.assertEqual(self.found(document, "dia-chi"), [" ".join(self.CONTACT)])
                self.assertAlmostEqual(self.ends(document), ends, delta=20)
                self.clean(document)
                page = document.StyleFamilies.getByName("PageStyles").getByName("Standard")
                line = page.FooterTextFirst.createEnumeration().nextElement()
                self.assertEqual((line.ParaStyleName, line.CharHeight), ("TT Địa chỉ", 11))
                self.assertGreater(line.TopBorder.LineWidth, 0)
                self.assertEqual(page.FooterText.String, "")
                self.assertEqual(self.contact(document, self.CONTACT, kind), (0, 0))
                # other words, more lines, fewer
                before = self.state(document)
                three = self.CONTACT + ["Trang thông tin điện tử: dongkhe.caobang.gov.vn"]
                self.exact(document, before, lambda: self.contact(document, three, kind))
                self.assertTrue(" ".join(three).startswith(self.found(document, "dia-chi")[0].rstrip("…")))   # long texts are abridged there
                self.clean(document)
                before = self.state(document)
                self.exact(document, before, lambda: self.contact(document, three[1:2], kind))
                self.assertEqual(self.found(document, "dia-chi"), [three[1]])
                again = self.through_docx(document, f"dia-chi-{kind}")
                self.assertEqual(self.found(again, "dia-chi"), [three[1]])
                self.clean(again)
                self.assertEqual(self.contact(again, three[1:2], kind), (0, 0))
                self.assertEqual(self.contact(again, self.CONTACT[:1], kind), (0, 1))
                self.assertEqual(self.found(again, "dia-chi"), self.CONTACT[:1])

    def test_contact_lines_of_a_file_from_docx(self):
        for name in ("cong-van.docx", "bao-cao-cchc.docx"):
            with self.subTest(name):
                document = self.office.load(pathlib.Path(__file__).resolve().parents[1] / "documents" / name)
                self.addCleanup(document.close, True)
                faults = sorted((one["rule"], one["count"]) for one in self.report(document)["findings"])
                ends = self.ends(document)
                before = self.state(document)
                self.exact(document, before, lambda: self.assertEqual(self.contact(document, self.CONTACT, "CV" if "cong" in name else "BC"), (1, 0)))
                self.assertEqual(self.found(document, "dia-chi"), [" ".join(self.CONTACT)])
                self.assertEqual(sorted((one["rule"], one["count"]) for one in self.report(document)["findings"]), faults)
                self.assertAlmostEqual(self.ends(document), ends, delta=20)

    def test_contact_lines_need_words_and_room(self):
        document = self.new("CV")
        steps = document.UndoManager.getAllUndoActionTitles()
        answer = self.ask(document, call="draft", type="CV", profile=self.profiles[0], parts=["contact"], set=SET)
        self.assertFalse(answer["ok"])
        self.assertIn("địa chỉ liên hệ", answer["error"])
        self.assertEqual(document.UndoManager.getAllUndoActionTitles(), steps)

    def test_a_new_cong_van_has_the_agencys_contact_lines(self):
        profile = self.folder / "co-dia-chi.json"
        profile.write_text(json.dumps(dict(PROFILE, contact=self.CONTACT)), encoding="utf-8")
        for ending in ("odt", "docx"):
            for kind, lines in (("CV", [" ".join(self.CONTACT)]), ("BC", [])):
                out = self.folder / f"moi-{kind}.{ending}"
                self.assertTrue(self.ask(call="new", type=kind, profile=url(profile), out=url(out), set={"subject": "về việc thử"})["ok"])
                report = self.ask(call="check", url=url(out))["document"]
                self.assertEqual([one["text"] for one in report["elements"] if one["element"] == "dia-chi"], lines)
                self.assertEqual([one["rule"] for one in report["findings"] if one["severity"] != "info"], [])

    def test_another_mark_takes_the_place(self):
        document = self.new()
        self.part(document, "khan")
        before = self.state(document)
        self.exact(document, before, lambda: self.part(document, "hoa-toc"))
        self.assertEqual(self.found(document, "do-khan"), ["HỎA TỐC"])
        self.assertEqual(document.TextFrames.Count, 1)
        self.assertAlmostEqual(document.TextFrames.getByIndex(0).Width, 3000, delta=2)
        self.part(document, "luu-hanh-noi-bo")
        self.part(document, "xem-xong-tra-lai")
        self.assertEqual(self.found(document, "luu-hanh"), ["XEM XONG TRẢ LẠI"])
        self.clean(document)

    def test_a_mark_needs_a_header(self):
        document = self.office.desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, values(Hidden=True))
        self.addCleanup(document.close, True)
        answer = self.ask(document, call="draft", type="BC", parts=["khan"])
        self.assertFalse(answer["ok"])
        self.assertIn("phần đầu", answer["error"]["message"] if isinstance(answer["error"], dict) else answer["error"])
        self.assertEqual(document.UndoManager.getAllUndoActionTitles(), ())

    def test_appendix(self):
        document = self.new()
        before = self.state(document)
        self.exact(document, before, lambda: self.assertEqual(self.part(document, "appendix"), (1, 0)))
        attached = "(Kèm theo Báo cáo số 135/BC-UBND ngày 11 tháng 9 năm 2025 của UBND xã Đông Khê)"
        self.assertEqual([text for text in self.found(document, "phu-luc") if "[" not in text], ["Phụ lục", attached])
        # the text does not speak of it yet: that is told, and nothing else
        self.assertEqual([f["rule"] for f in self.report(document)["findings"] if f["severity"] != "info"], ["phu-luc/reference"])
        prose = max((p for p in self.paragraphs(document) if p.String[-1:] in (".", ":", ";")), key=lambda p: len(p.String))
        cursor = prose.getText().createTextCursorByRange(prose.getEnd())
        cursor.goLeft(1, False)
        cursor.getText().insertString(cursor, " (có phụ lục kèm theo)", False)
        self.clean(document)
        name = next(p for p in self.paragraphs(document) if p.String == "Phụ lục")
        self.assertEqual((name.PageDescName, name.PageNumberOffset), ("Standard", 1))
        self.assertEqual(self.part(document, "appendix"), (0, 0))
        again = self.through_docx(document, "phu-luc")
        self.assertEqual([text for text in self.found(again, "phu-luc") if "[" not in text], ["Phụ lục", attached])
        self.clean(again)
        self.assertEqual(self.part(again, "appendix"), (0, 0))
        # a new number in the header goes into the appendix
        self.assertTrue(self.ask(document, call="draft", type="BC", profile=self.profiles[0], parts=["header"], set=dict(SET, number="140"))["ok"])
        self.assertEqual(self.part(document, "appendix"), (0, 1))
        self.assertIn(attached.replace("135", "140"), self.found(document, "phu-luc"))
        before = self.state(document)
        self.exact(document, before, lambda: self.part(document, "another-appendix"))
        self.assertEqual([text for text in self.found(document, "phu-luc") if text.startswith("Phụ lục")], ["Phụ lục I", "Phụ lục II"])
        self.clean(document)
        self.clean(self.through_docx(document, "hai-phu-luc"))

    def paragraphs(self, document):
        walk = document.Text.createEnumeration()
        result = []
        while walk.hasMoreElements():
            one = walk.nextElement()
            if one.supportsService("com.sun.star.text.Paragraph"):
                result.append(one)
        return result

    def with_table(self):
        """A report with a table of figures in the middle of its body, the cursor in it."""
        document = self.new()
        table = document.createInstance("com.sun.star.text.TextTable")
        table.initialize(3, 6)
        table.Name = "SoLieu"
        # its name stands above it and goes with it
        at = next(i for i, p in enumerate(self.paragraphs(document)) if p.String.startswith("II. "))
        document.Text.insertControlCharacter(self.paragraphs(document)[at].Start, 0, False)
        name = self.paragraphs(document)[at]
        name.String = "Kết quả giải quyết thủ tục hành chính"
        name.ParaAdjust, name.CharWeight, name.ParaFirstLineIndent = CENTER, 150, 0
        document.Text.insertTextContent(name.End, table, False)
        for row, words in enumerate(("Chỉ tiêu", "Tiếp nhận", "Giải quyết")):
            cell = table.getCellByPosition(0, row)
            cell.String = words
            cell.createTextCursor().ParaStyleName = "TT Nội dung"
        document.CurrentController.ViewCursor.gotoRange(table.getCellByName("A2").Start, False)
        return document, table

    def pages(self, document):
        """Page style and number of each paragraph's page."""
        cursor, result = document.CurrentController.ViewCursor, []
        for paragraph in self.paragraphs(document):
            cursor.gotoRange(paragraph.Start, False)
            result.append((cursor.PageStyleName, cursor.Page))
        return result

    def test_lying_page(self):
        document, table = self.with_table()
        before = self.state(document)
        self.exact(document, before, lambda: self.assertEqual(self.part(document, "landscape"), (1, 0)))
        self.clean(document)
        document.CurrentController.ViewCursor.gotoRange(table.getCellByName("A2").Start, False)
        styles = document.StyleFamilies.getByName("PageStyles")
        name = next(p for p in self.paragraphs(document) if p.String.startswith("Kết quả giải quyết"))
        self.assertTrue(styles.getByName(name.PageDescName).IsLandscape)
        self.assertEqual(self.part(document, "landscape"), (0, 0))
        pages = self.pages(document)
        last = pages[-1]
        self.assertFalse(styles.getByName(last[0]).IsLandscape)
        self.assertGreaterEqual(last[1], 3)
        self.assertTrue(styles.getByName(last[0]).HeaderIsOn)
        again = self.through_docx(document, "trang-ngang")
        self.clean(again)
        # back again
        document.CurrentController.ViewCursor.gotoRange(table.getCellByName("A2").Start, False)
        before = self.state(document)
        self.exact(document, before, lambda: self.assertEqual(self.part(document, "portrait"), (1, 0)))
        self.assertEqual({page for page in self.pages(document)}, {("Standard", 1)} | {("Standard", n) for n in (2, 3) if ("Standard", n) in self.pages(document)})
        self.clean(document)
        answer = self.ask(document, call="draft", type="BC", parts=["portrait"])
        self.assertFalse(answer["ok"])

    def test_wide_indicator_table(self):
        document = self.new()
        place = next(p for p in self.paragraphs(document) if p.String.startswith("II. "))
        document.CurrentController.ViewCursor.gotoRange(place.Start, False)
        tables = ["cchc-ket-qua-tthc:stt,chi-tieu,don-vi-tinh,ke-hoach,thuc-hien,ty-le,cung-ky,tang-giam,ghi-chu"]
        wanted = dict(call="draft", type="BC", profile=self.profiles[0], parts=["tables"], tables=tables)
        before = self.state(document)
        self.exact(document, before, lambda: self.assertTrue(self.ask(document, **wanted)["ok"]))
        styles = document.StyleFamilies.getByName("PageStyles")
        lying = [page for page in self.pages(document) if styles.getByName(page[0]).IsLandscape]
        self.assertTrue(lying)
        self.assertFalse(styles.getByName(self.pages(document)[-1][0]).IsLandscape)
        self.clean(document)
        self.clean(self.through_docx(document, "bang-rong"))

    def test_what_was_typed_before_can_be_undone(self):
        document, _table = self.with_table()
        while document.UndoManager.isUndoPossible():
            document.UndoManager.undo()
        first = self.state(document)
        while document.UndoManager.isRedoPossible():
            document.UndoManager.redo()
        table = document.TextTables.getByName("SoLieu")
        document.CurrentController.ViewCursor.gotoRange(table.getCellByName("A2").Start, False)
        for name in ("landscape", "hoa-toc", "luu-hanh-noi-bo", "appendix"):
            self.part(document, name)
        after = self.state(document)
        while document.UndoManager.isUndoPossible():
            document.UndoManager.undo()
        self.assertEqual(document.Text.String.strip(), "")
        self.assertEqual((document.TextTables.Count, document.TextFrames.Count, document.DrawPage.Count), (0, 0, 0))
        while document.UndoManager.isRedoPossible():
            document.UndoManager.redo()
        self.assertEqual(difference(after, self.state(document)), "")
        self.assertTrue(first)

    def test_a_page_is_turned_for_a_table_only(self):
        document = self.new()
        steps = document.UndoManager.getAllUndoActionTitles()
        answer = self.ask(document, call="draft", type="BC", parts=["landscape"])
        self.assertFalse(answer["ok"])
        self.assertEqual(document.UndoManager.getAllUndoActionTitles(), steps)


if __name__ == "__main__":
    unittest.main()
