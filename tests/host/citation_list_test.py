"""The list of cited documents and the marks [n] in a live document: put in, brought up to date, undone, saved as .docx and read again."""

import json
import os
import pathlib
import re
import unittest

from write_support import Office, difference, saved
from office import url, values
import uno
from com.sun.star.beans import NamedValue
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK

SOURCE = pathlib.Path(os.environ.get("THETHUC_SOURCE") or pathlib.Path(__file__).resolve().parents[2])
SAMPLE = SOURCE / "tests" / "documents" / "bao-cao-cchc.odt"
PLAN = "Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê về cải cách hành chính"
DECISION = "Quyết định số 42/QĐ-UBND ngày 07/7/2025 của UBND tỉnh Cao Bằng về việc kiện toàn Tổ giúp việc"
LETTER = "Công văn số 7/SNV-CCHC ngày 02/6/2025 của Sở Nội vụ về báo cáo"
ORDER = "Chỉ thị số 9/CT-UBND ngày 01/6/2025 của UBND tỉnh Cao Bằng"
FORMATS = {"odt": "writer8", "docx": "MS Word 2007 XML", "doc": "MS Word 97"}
BOLD = 150.0


class CitationList(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = Office().start()

    @classmethod
    def tearDownClass(cls):
        cls.office.stop()

    # ---- documents
    def new(self, *lines):
        document = self.office.new()
        self.addCleanup(document.close, True)
        text = document.Text
        for number, line in enumerate(lines):
            if number:
                text.insertControlCharacter(text.End, PARAGRAPH_BREAK, False)
            text.insertString(text.End, line, False)
        document.UndoManager.clear()
        return document

    def load(self, path, **arguments):
        document = self.office.load(path, **arguments)
        self.addCleanup(document.close, True)
        return document

    def again(self, document, ending):
        """The document saved and read again."""
        path = self.office.folder / f"lai.{ending}"
        document.storeToURL(url(path), values(FilterName=FORMATS[ending]))
        return self.load(path)

    def ask(self, document, **request):
        answer = self.office.create("vn.thethuc.JsonEntry").execute(
            (NamedValue("Request", json.dumps(request)), NamedValue("Document", document)))
        return json.loads(answer)

    def do(self, document, action, count=None):
        answer = self.ask(document, call="cite-list", do=action)
        self.assertTrue(answer["ok"], answer)
        if count is not None:
            self.assertEqual(answer["changed"], count, answer)
        return answer

    def refused(self, document, action, *words):
        answer = self.ask(document, call="cite-list", do=action)
        self.assertFalse(answer["ok"], answer)
        for word in words:
            self.assertIn(word, answer["error"])

    def paragraphs(self, document):
        contents = document.Text.createEnumeration()
        while contents.hasMoreElements():
            one = contents.nextElement()
            if one.supportsService("com.sun.star.text.Paragraph"):
                yield one

    def texts(self, document):
        return [one.String for one in self.paragraphs(document)]

    def paragraph(self, document, start):
        return next(one for one in self.paragraphs(document) if one.String.startswith(start))

    def rows(self, document):
        """Numbered rows as they are shown."""
        return [one.ListLabelString + " " + one.String for one in self.paragraphs(document) if one.ListLabelString]

    def to(self, document, start, end=True):
        """The cursor at the end (or beginning) of a paragraph."""
        one = self.paragraph(document, start)
        document.CurrentController.ViewCursor.gotoRange(one.End if end else one.Start, False)

    def table(self, document):
        """The rows of the list's table, with the numbers that Writer gives them."""
        table = document.TextTables.getByIndex(document.TextTables.Count - 1)
        rows = []
        for r in range(table.Rows.Count):
            row = []
            for c in range(table.Columns.Count):
                cell = table.getCellByPosition(c, r)
                row.append(cell.createEnumeration().nextElement().ListLabelString + cell.String)
            rows.append(row)
        return rows

    def set_words(self, document, old, new):
        search = document.createSearchDescriptor()
        search.SearchString = old
        found = document.findFirst(search)
        self.assertIsNotNone(found, old)
        found.setString(new)

    def ours(self, document):
        return sorted(name for name in document.Bookmarks.ElementNames if name.startswith("_tt_"))

    def flat(self, document):
        """The body that is saved; bookmarks that begin at one place may be written in any order."""
        text = saved(self.office, document)
        text = re.sub(r' xml:id="list\d+"| text:continue-list="list\d+"', "", text[text.index("<office:body>"):])
        return re.sub(r"(<text:bookmark(?:-start|-end)? [^>]*/>\s*)+", lambda found: "".join(sorted(re.findall(r"<[^>]*/>", found[0]))), text)

    def snapshot(self, document):
        snapshot = self.ask(document, call="snapshot", pages=False)["snapshot"]
        snapshot.pop("facts", None)
        return snapshot

    def undo_and_redo(self, document, before, title):
        """One step with this title; undo brings the document back exactly, redo what it was made to, twice."""
        self.assertEqual(document.UndoManager.getAllUndoActionTitles()[0], title)
        after = (self.flat(document), self.snapshot(document), self.ours(document))
        for _ in range(2):
            document.UndoManager.undo()
            now = (self.flat(document), self.snapshot(document), self.ours(document))
            self.assertEqual(now[2], before[2])
            self.assertEqual(now[1], before[1])
            self.assertEqual(difference(before[0], now[0]), "")
            document.UndoManager.redo()
            now = (self.flat(document), self.snapshot(document), self.ours(document))
            self.assertEqual(now[2], after[2])
            self.assertEqual(now[1], after[1])
            self.assertEqual(difference(after[0], now[0]), "")

    def state(self, document):
        return self.flat(document), self.snapshot(document), self.ours(document)

    # ---- the numbered list
    def test_inserted_below_the_paragraph_of_the_cursor(self):
        document = self.new(f"Thực hiện {PLAN}, UBND xã báo cáo như sau:", f"+ {DECISION}.", "Danh mục", "Hết.")
        self.to(document, "Danh mục")
        before = self.state(document)
        self.do(document, "insert", 2)
        self.assertEqual(self.rows(document), [f"1. {PLAN}.", f"2. {DECISION}."])
        self.assertEqual(self.texts(document)[2:3] + self.texts(document)[-1:], ["Danh mục", "Hết."])
        self.undo_and_redo(document, before, "Thể Thức: chèn danh mục văn bản viện dẫn")
        self.refused(document, "insert", "đã có danh mục")
        self.refused(document, "insert-table", "đã có danh mục")

    def test_in_an_empty_paragraph_at_the_beginning_and_at_the_end(self):
        document = self.new("", f"+ {DECISION}.")
        document.CurrentController.ViewCursor.gotoStart(False)
        self.do(document, "insert", 1)
        self.assertEqual(self.texts(document), [f"{DECISION}.", f"+ {DECISION}."])
        document.UndoManager.undo()
        self.to(document, "+ ", end=False)
        self.do(document, "insert", 1)
        self.assertEqual(self.texts(document), ["", f"{DECISION}.", f"+ {DECISION}."])
        document.UndoManager.undo()
        self.to(document, "+ ")
        self.do(document, "insert", 1)
        self.assertEqual(self.texts(document), ["", f"+ {DECISION}.", f"{DECISION}."])

    def checked(self, document):
        """Findings, citations and figures without their pages, which a list and marks may move."""
        found = self.ask(document, call="check", pages=False)["document"]
        return {part: found[part] for part in ("findings", "citations", "figures", "elements", "type", "scope")}

    def test_rows_are_no_mentions_and_bring_no_findings(self):
        for action in ("insert", "insert-table"):
            with self.subTest(action=action):
                document = self.load(SAMPLE)
                before = self.checked(document)
                document.CurrentController.ViewCursor.gotoRange(self.paragraph(document, "Trong quý").Start, False)
                self.do(document, action, 45)
                after = self.checked(document)
                for part in ("findings", "figures", "elements"):
                    self.assertEqual([self.without_place(one) for one in after[part]], [self.without_place(one) for one in before[part]])
                self.assertEqual([(one["symbol"], one["issuer"], len(one["mentions"])) for one in after["citations"]],
                                 [(one["symbol"], one["issuer"], len(one["mentions"])) for one in before["citations"]])

    def without_place(self, one):
        """Places are others behind a list; what stands there is the same."""
        if isinstance(one, dict):
            return {name: self.without_place(value) for name, value in one.items() if not (isinstance(value, dict) and "paragraph" in value)}
        return [self.without_place(value) for value in one] if isinstance(one, list) else one

    def test_marks_change_nothing_in_what_the_sample_says(self):
        document = self.sample("insert")
        before = self.checked(document)
        self.do(document, "mark", 49)
        self.assertEqual(self.checked(document), before)

    def test_rows_follow_the_text(self):
        document = self.new("Mở đầu.", f"+ {PLAN}.", f"+ {DECISION}.", f"+ {LETTER}.", "Danh mục", "Hết.")
        self.to(document, "Danh mục")
        self.do(document, "insert", 3)
        self.do(document, "update", 0)
        self.assertEqual(document.UndoManager.getAllUndoActionTitles(), ("Thể Thức: chèn danh mục văn bản viện dẫn",))
        # a document cited before the others, one that is not cited any more, one whose date was corrected
        self.set_words(document, "Mở đầu.", f"Thực hiện {ORDER}, các đơn vị báo cáo.")
        self.set_words(document, f"+ {DECISION}.", "Bỏ.")
        self.set_words(document, "ngày 02/6/2025 của Sở", "ngày 03/6/2025 của Sở")
        before = self.state(document)
        self.do(document, "update", 3)
        self.assertEqual(self.rows(document), [f"1. {ORDER}.", f"2. {PLAN}.", f"3. {LETTER.replace('02/6', '03/6')}."])
        self.undo_and_redo(document, before, "Thể Thức: cập nhật danh mục văn bản viện dẫn")

    def test_rows_move_with_what_was_typed_and_formatted(self):
        document = self.new(f"+ {PLAN}.", f"+ {LETTER}.", f"+ {DECISION}.", "Danh mục", "Hết.")
        self.to(document, "Danh mục")
        self.do(document, "insert", 3)
        row = self.paragraph(document, LETTER)
        document.Text.insertString(row.End, " (hết hiệu lực)", False)
        row.CharWeight = BOLD
        document.Text.insertControlCharacter(row.End, PARAGRAPH_BREAK, False)
        note = document.Text.createTextCursorByRange(row.End)
        if note.String or not note.isStartOfParagraph():
            note.gotoNextParagraph(False)
        note.NumberingStyleName = ""
        document.Text.insertString(note, "Ghi chú của người soạn.", False)
        self.assertEqual(len(self.rows(document)), 3)
        # the letter is now cited first
        self.set_words(document, f"+ {PLAN}.", "Đổi.")
        self.set_words(document, f"+ {LETTER}.", f"+ {PLAN}.")
        self.set_words(document, "Đổi.", f"+ {LETTER}.")
        before = self.state(document)
        self.do(document, "update")
        self.assertEqual(self.rows(document), [f"1. {LETTER}. (hết hiệu lực)", f"2. {PLAN}.", f"3. {DECISION}."])
        texts = self.texts(document)
        self.assertEqual(texts[texts.index(f"{LETTER}. (hết hiệu lực)") + 1], "Ghi chú của người soạn.")
        self.assertEqual(self.paragraph(document, LETTER).CharWeight, BOLD)
        self.assertEqual(self.paragraph(document, DECISION).CharWeight, 100.0)
        self.undo_and_redo(document, before, "Thể Thức: cập nhật danh mục văn bản viện dẫn")

    def test_what_was_typed_is_kept_and_told(self):
        document = self.new(f"+ {PLAN}.", f"+ {DECISION}.", "Danh mục", "Hết.")
        self.to(document, "Danh mục")
        self.do(document, "insert", 2)
        for start in (PLAN, DECISION):
            document.Text.insertString(self.paragraph(document, start).End, " Của tôi.", False)
        self.do(document, "update", 0)
        self.set_words(document, "+ Kế hoạch số 12/KH-UBND ngày 25/7/2025", "+ Kế hoạch số 12/KH-UBND ngày 26/7/2025")
        self.set_words(document, f"+ {DECISION}.", "Bỏ.")
        notes = self.do(document, "update", 0)["notes"]
        self.assertEqual(len(notes), 2, notes)
        self.assertIn("ở dòng 1", notes[0])
        self.assertIn("Dòng 2 không còn được viện dẫn", notes[1])
        self.assertEqual(self.rows(document), [f"1. {PLAN}. Của tôi.", f"2. {DECISION}. Của tôi."])

    def test_bookmarks_of_the_person_among_rows_keep_the_order(self):
        document = self.new(f"+ {PLAN}.", f"+ {DECISION}.", "Danh mục", "Hết.")
        self.to(document, "Danh mục")
        self.do(document, "insert", 2)
        own = document.createInstance("com.sun.star.text.Bookmark")
        own.Name = "cua-toi"
        row = self.paragraph(document, DECISION)
        document.Text.insertTextContent(document.Text.createTextCursorByRange(row.Start), own, True)
        self.set_words(document, f"+ {PLAN}.", "Đổi.")
        self.set_words(document, f"+ {DECISION}.", f"+ {PLAN}.")
        self.set_words(document, "Đổi.", f"+ {LETTER}. + {DECISION}.")
        notes = self.do(document, "update")["notes"]
        self.assertIn("Chưa xếp lại thứ tự", notes[0])
        self.assertEqual([row.split(" số ")[0] for row in self.rows(document)], ["1. Công văn", "2. Kế hoạch", "3. Quyết định"])
        self.assertTrue(document.Bookmarks.hasByName("cua-toi"))

    # ---- the table
    def test_table(self):
        document = self.new("Mở đầu.", f"+ {PLAN}.", f"+ {DECISION}.", "Danh mục", "Hết.")
        self.to(document, "Danh mục")
        before = self.state(document)
        self.do(document, "insert-table", 2)
        self.assertEqual(self.table(document), [
            ["STT", "Văn bản", "Ngày ban hành", "Cơ quan ban hành", "Trích yếu", "Trang"],
            ["1", "Kế hoạch số 12/KH-UBND", "25/7/2025", "UBND xã Đông Khê", "Về cải cách hành chính", "1"],
            ["2", "Quyết định số 42/QĐ-UBND", "07/7/2025", "UBND tỉnh Cao Bằng", "Về việc kiện toàn Tổ giúp việc", "1"]])
        self.assertEqual(self.texts(document)[-2:], ["Danh mục", "Hết."])
        self.undo_and_redo(document, before, "Thể Thức: chèn danh mục văn bản viện dẫn")
        cited = self.ask(document, call="cite", pages=False)["cite"]["documents"][0]["citations"]
        self.assertEqual([len(one["mentions"]) for one in cited], [1, 1])

    def test_table_follows_the_text_and_keeps_cells_typed_by_hand(self):
        document = self.new("Mở đầu.", f"+ {PLAN}.", f"+ {DECISION}.", f"+ {LETTER}.", "Danh mục", "Hết.")
        self.to(document, "Danh mục")
        self.do(document, "insert-table", 3)
        table = document.TextTables.getByIndex(0)
        table.Columns.insertByIndex(6, 1)
        table.getCellByPosition(6, 3).String = "đã photo"
        table.getCellByPosition(3, 2).String = "UBND tỉnh"
        self.set_words(document, "Mở đầu.", f"Thực hiện {LETTER}; {ORDER}, các đơn vị báo cáo.")
        self.set_words(document, f"+ {PLAN}.", "Bỏ.")
        before = self.state(document)
        self.do(document, "update")
        rows = self.table(document)
        self.assertEqual([row[:2] for row in rows[1:]], [["1", "Công văn số 7/SNV-CCHC"], ["2", "Chỉ thị số 9/CT-UBND"], ["3", "Quyết định số 42/QĐ-UBND"]])
        self.assertEqual([row[6] for row in rows[1:]], ["đã photo", "", ""])
        self.assertEqual(rows[3][3], "UBND tỉnh")
        self.undo_and_redo(document, before, "Thể Thức: cập nhật danh mục văn bản viện dẫn")

    def test_pages_follow(self):
        document = self.new(f"+ {PLAN}.", "Danh mục", "Theo Kế hoạch số 12/KH-UBND, đã xong.")
        self.to(document, "Danh mục")
        self.do(document, "insert-table", 1)
        self.assertEqual(self.table(document)[1][5], "1")
        self.paragraph(document, "Theo").BreakType = uno.Enum("com.sun.star.style.BreakType", "PAGE_BEFORE")
        self.do(document, "update", 1)
        self.assertEqual(self.table(document)[1][5], "1, 2")

    def test_merged_cells_are_refused(self):
        document = self.new(f"+ {PLAN}.", f"+ {DECISION}.", "Danh mục", "Hết.")
        self.to(document, "Danh mục")
        self.do(document, "insert-table", 2)
        cursor = document.TextTables.getByIndex(0).createCursorByCellName("E2")
        cursor.goRight(1, True)
        cursor.mergeRange()
        self.do(document, "update")
        self.set_words(document, f"+ {DECISION}.", f"+ {LETTER}.")
        self.refused(document, "update", "gộp")

    # ---- where it is refused
    def test_refused(self):
        empty = self.new("Không viện dẫn gì.")
        self.refused(empty, "insert", "Không có văn bản nào")
        self.refused(empty, "update", "chưa có danh mục")
        self.refused(empty, "mark", "chưa có danh mục")
        self.refused(empty, "nonsense", "do")
        read_only = self.load(SAMPLE, ReadOnly=True)
        for action in ("insert", "insert-table", "update", "mark", "unmark"):
            self.refused(read_only, action, "chỉ mở để đọc")
        document = self.new(f"+ {PLAN}.", "Bảng")
        table = document.createInstance("com.sun.star.text.TextTable")
        table.initialize(1, 1)
        document.Text.insertTextContent(document.Text.End, table, False)
        document.CurrentController.ViewCursor.gotoRange(table.getCellByName("A1").Start, False)
        self.refused(document, "insert", "con trỏ")
        section = document.createInstance("com.sun.star.text.TextSection")
        section.IsProtected = True
        words = document.Text.createTextCursorByRange(self.paragraph(document, "Bảng").Start)
        words.gotoEndOfParagraph(True)
        document.Text.insertTextContent(words, section, True)
        document.CurrentController.ViewCursor.gotoRange(self.paragraph(document, "Bảng").Start, False)
        self.refused(document, "insert", "bảo vệ")

    def test_tracked_changes(self):
        """The list is generated, as an index is: it is not tracked. Marks are text: they are."""
        document = self.new(f"+ {PLAN}.", "Danh mục", "Hết.")
        self.to(document, "Danh mục")
        document.RecordChanges = True
        notes = self.do(document, "insert", 1)["notes"]
        self.assertIn("không ghi thành thay đổi", notes[0])
        self.assertTrue(document.RecordChanges)
        self.assertFalse(document.Redlines.createEnumeration().hasMoreElements())
        words = self.texts(document)[0]
        self.do(document, "mark", 1)
        self.assertTrue(document.Redlines.createEnumeration().hasMoreElements())
        self.do(document, "mark", 0)
        self.assertIn("\u00a0[1]", self.texts(document)[0])
        self.do(document, "unmark", 1)
        self.do(document, "mark", 1)
        self.do(document, "unmark", 1)
        self.office.create("com.sun.star.frame.DispatchHelper").executeDispatch(document.CurrentController.Frame, ".uno:AcceptAllTrackedChanges", "", 0, ())
        self.assertEqual(self.texts(document)[0], words)

    def test_tracked_removal_of_marks(self):
        document = self.new(f"+ {PLAN}.", "Danh mục", "Hết.")
        self.to(document, "Danh mục")
        words = self.texts(document)[0]
        self.do(document, "insert", 1)
        self.do(document, "mark", 1)
        document.RecordChanges = True
        self.do(document, "unmark", 1)
        self.do(document, "unmark", 0)
        self.assertTrue(document.Redlines.createEnumeration().hasMoreElements())
        self.office.create("com.sun.star.frame.DispatchHelper").executeDispatch(document.CurrentController.Frame, ".uno:AcceptAllTrackedChanges", "", 0, ())
        self.assertEqual(self.texts(document)[0], words)

    # ---- marks
    def marks(self, document):
        return [int(number) for text in self.texts(document) for number in re.findall(r"\u00a0\[(\d+)\]", text)]

    def test_marks_behind_the_whole_citation_twice_and_away_again(self):
        document = self.new(f"Thực hiện {PLAN}, các đơn vị báo cáo.", f"Theo {DECISION}.", "Kế hoạch số 12/KH-UBND nay đã xong.", "Danh mục", "Hết.")
        self.to(document, "Danh mục")
        self.do(document, "insert", 2)
        plain = self.state(document)
        checked = self.ask(document, call="check", pages=False)["document"]
        self.do(document, "mark", 3)
        self.assertEqual(self.texts(document)[:3], [
            "Thực hiện Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê\u00a0[1] về cải cách hành chính, các đơn vị báo cáo.",
            "Theo Quyết định số 42/QĐ-UBND ngày 07/7/2025 của UBND tỉnh Cao Bằng\u00a0[2] về việc kiện toàn Tổ giúp việc.",
            "Kế hoạch số 12/KH-UBND\u00a0[1] nay đã xong."])
        marked = self.ask(document, call="check", pages=False)["document"]
        for part in ("findings", "citations", "figures", "elements"):
            self.assertEqual(marked[part], checked[part], part)
        self.undo_and_redo(document, plain, "Thể Thức: đánh số viện dẫn")
        self.do(document, "mark", 0)
        self.do(document, "mark-first", 1)
        self.assertEqual(self.marks(document), [1, 2])
        self.do(document, "mark-first", 0)
        self.do(document, "mark", 1)
        self.do(document, "unmark", 3)
        self.assertEqual(difference(plain[0], self.flat(document)), "")
        self.do(document, "unmark", 0)

    def test_marks_are_put_right_when_the_list_is_updated(self):
        document = self.new(f"Thực hiện {PLAN}, các đơn vị báo cáo.", f"Theo {DECISION}.", "Danh mục", "Hết.")
        self.to(document, "Danh mục")
        self.do(document, "insert", 2)
        self.do(document, "mark", 2)
        self.set_words(document, "Quyết định số 42/QĐ-UBND ngày 07/7/2025 của", "Quyết định số 43/QĐ-UBND ngày 08/7/2025 của")
        self.set_words(document, "Thực hiện Kế hoạch", f"Thực hiện {ORDER}; Kế hoạch")
        before = self.state(document)
        answer = self.do(document, "update")
        self.assertEqual(self.marks(document), [2, 3])
        self.assertIn("Còn 1 lần viện dẫn chưa có số", "".join(answer["notes"]))
        self.assertIn("3. Quyết định số 43/QĐ-UBND", self.rows(document)[2])
        self.undo_and_redo(document, before, "Thể Thức: cập nhật danh mục văn bản viện dẫn")
        self.do(document, "mark", 1)
        self.assertEqual(self.marks(document), [1, 2, 3])

    # ---- the sample report
    def sample(self, action):
        document = self.load(SAMPLE)
        cited = self.ask(document, call="cite", pages=False)["cite"]["documents"][0]["citations"]
        self.assertEqual((len(cited), sum(len(one["mentions"]) for one in cited)), (45, 49))
        document.CurrentController.ViewCursor.gotoRange(self.paragraph(document, "Trong quý").Start, False)
        document.UndoManager.clear()
        self.do(document, action, 45)
        return document

    def all_marks(self, document):
        """Numbers by what is cited in front of them, in body, tables and notes."""
        fields = document.TextFields.createEnumeration()
        numbers = []
        while fields.hasMoreElements():
            field = fields.nextElement()
            if getattr(field, "SourceName", "").startswith("_tt_vb_"):
                numbers.append(int(field.Anchor.String))
        return sorted(numbers)

    def before_the_fifth(self, document):
        cited = self.ask(document, call="cite", pages=False)["cite"]["documents"][0]["citations"]
        fifth = cited[4]["symbol"]
        search = document.createSearchDescriptor()
        search.SearchString = fifth
        found = document.findFirst(search)
        while self.in_list(found):
            found = document.findNext(found.End, search)
        paragraph = found.Text.createTextCursorByRange(found.Start)
        paragraph.gotoStartOfParagraph(False)
        found.Text.insertString(paragraph, f"Thực hiện {ORDER}. ", False)
        return fifth

    def in_list(self, found):
        return bool(found.TextTable is not None or found.Text.createTextCursorByRange(found).ListLabelString)

    def follow(self, document, rows, expected):
        fifth = self.before_the_fifth(document)
        self.do(document, "update")
        shown = rows(document)
        self.assertEqual(len(shown), 46)
        self.assertIn("9/CT-UBND", shown[4])
        self.assertIn(fifth, shown[5])
        self.assertEqual(self.all_marks(document), sorted(number + (number >= 5) for number in expected))

    def numbers(self, document):
        cited = self.ask(document, call="cite", pages=False)["cite"]["documents"][0]["citations"]
        return sorted(one["number"] for one in cited for _ in one["mentions"])

    def table_rows(self, document):
        return [" ".join(row) for row in self.table_of_list(document)[1:]]

    def table_of_list(self, document):
        for name in document.TextTables.ElementNames:
            if document.TextTables.getByName(name).getCellByPosition(0, 0).String == "STT" and document.TextTables.getByName(name).Columns.Count == 6:
                table = document.TextTables.getByName(name)
                return [[table.getCellByPosition(c, r).createEnumeration().nextElement().ListLabelString + table.getCellByPosition(c, r).String
                         for c in range(6)] for r in range(table.Rows.Count)]
        self.fail("no table")

    def test_sample_all_numbers_follow(self):
        document = self.sample("insert")
        self.do(document, "mark", 49)
        expected = self.numbers(document)
        self.assertEqual(self.all_marks(document), expected)
        self.follow(document, self.list_rows, expected)

    def list_rows(self, document):
        key = re.compile(r"_tt_vb_[a-z0-9]+$")
        rows = []
        for name in document.Bookmarks.ElementNames:
            if key.match(name):
                anchor = document.Bookmarks.getByName(name).Anchor
                cursor = anchor.Text.createTextCursorByRange(anchor.Start)
                cursor.gotoStartOfParagraph(False)
                cursor.gotoEndOfParagraph(True)
                rows.append((int(cursor.ListLabelString.rstrip(".")), cursor.String))
        return [f"{number}. {words}" for number, words in sorted(rows)]

    def test_sample_after_other_formats(self):
        for ending in ("docx", "doc", "odt"):
            for action, rows in (("insert", self.list_rows), ("insert-table", self.table_rows)):
                with self.subTest(ending=ending, action=action):
                    document = self.sample(action)
                    self.do(document, "mark", 49)
                    expected = self.numbers(document)
                    again = self.again(document, ending)
                    self.assertEqual(self.numbers(again), expected)
                    self.assertEqual(self.all_marks(again), expected)
                    self.do(again, "mark", 0)
                    self.follow(again, rows, expected)
                    self.do(again, "unmark", 49)
                    self.assertEqual(self.all_marks(again), [])


if __name__ == "__main__":
    unittest.main()
