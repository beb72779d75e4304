"""The panel “Viện dẫn”, driven by its controls in a headless office: list, mentions, memory, insertion, clipboard."""

import json
import os
import pathlib
import unittest

from panel_support import PanelCase
from com.sun.star.beans import NamedValue

SOURCE = pathlib.Path(os.environ.get("THETHUC_SOURCE") or pathlib.Path(__file__).resolve().parents[2])
SAMPLE = SOURCE / "tests" / "documents" / "bao-cao-cchc-loi.odt"
PLAN = "Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê về cải cách hành chính"
DECISION = "Quyết định số 42/QĐ-UBND ngày 07/7/2025 của UBND tỉnh Cao Bằng về việc kiện toàn Tổ giúp việc"


class CitationsPanel(PanelCase):
    PANEL = "CitationsPanel"
    LIST = "citations-list"

    def setUp(self):
        self.memory().unlink(missing_ok=True)
        for file in self.memory().parent.glob("*.hong-*"):
            file.unlink()

    def memory(self):
        """The file of an office without an agency's file."""
        paths = self.office.create("com.sun.star.util.PathSubstitution")
        folder = pathlib.Path(paths.substituteVariables("$(user)", True).removeprefix("file://"))
        return folder / "thethuc" / "van-ban" / "_chung.json"

    def shown(self):
        return f"{self.text('citations-summary')!r} / {self.text('citations-note')!r} / {self.lines()}"

    def open(self, *lines, path=None, **arguments):
        if path is None:
            self.document = self.office.desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, ())
            text = self.document.Text
            for number, line in enumerate(lines):
                if number:
                    text.insertControlCharacter(text.End, 0, False)
                text.insertString(text.End, line, False)
            self.document.UndoManager.clear()
        else:
            self.document = self.office.load(path, hidden=False, **arguments)
        self.addCleanup(lambda: self.document.close(True))
        self.show_panel(self.document, "vn.thethuc:panel")

    def read(self):
        self.press("read-citations")
        self.wait(lambda: not self.text("citations-summary").startswith(("Chưa soát", "Đang")), "the list")

    def field(self, name):
        return self.control(name).Model.Text

    def details(self):
        return self.field("citations-details")

    def put(self, words):
        self.control("citations-filter").setText(words)
        self.controls()

    def nodes(self):
        """Lines of the list, with and without a group."""
        root = self.root()
        if root is None:
            return []
        found = []
        for i in range(root.ChildCount):
            child = root.getChildAt(i)
            found += [child.getChildAt(k) for k in range(child.ChildCount)] if child.ChildCount else [child]
        return found

    def lines(self):
        return [node.DisplayValue for node in self.nodes()]

    def groups(self):
        root = self.root()
        return [root.getChildAt(i).DisplayValue for i in range(root.ChildCount) if root.getChildAt(i).ChildCount]

    def choose(self, start):
        node = next(node for node in self.nodes() if start in node.DisplayValue)
        before = self.details()
        self.control("citations-list").select(node)
        self.controls()
        self.wait(lambda: self.details() != before, "details")

    def pick(self, action):
        entries = self.control("citations-action").Model.StringItemList
        at = next(i for i, entry in enumerate(entries) if entry.startswith(action))
        self.control("citations-action").selectItemPos(at, True)
        self.control("citations-action").Model.SelectedItems = (at,)
        self.controls()

    def do(self, action):
        self.pick(action)
        self.press("citations-do")

    def clipboard(self):
        content = self.office.create("com.sun.star.datatransfer.clipboard.SystemClipboard").getContents()
        flavor = next(f for f in content.getTransferDataFlavors() if f.MimeType.startswith("text/plain;charset=utf-16"))
        return content.getTransferData(flavor)

    def selected(self):
        return self.document.CurrentController.ViewCursor.String

    # ---- list
    def test_empty_then_the_numbered_list(self):
        self.open(f"+ {PLAN}.", "Căn cứ Luật Đất đai số 31/2024/QH15 ngày 18/01/2024 và Kế hoạch số 12/KH-UBND, các đơn vị báo cáo.")
        self.assertEqual(self.text("citations-summary"), "Chưa soát viện dẫn.")
        for name in ("read-citations", "citations-filter", "citations-look", "citations-remember", "citations-list", "citations-details", "citations-previous",
                     "citations-next", "citations-other", "citations-form", "citations-insert", "citations-action", "citations-do"):
            self.assertTrue(self.control(name).Model.HelpText, name)
        self.read()
        self.assertEqual(self.text("citations-summary"), "2 văn bản, 3 lần viện dẫn; không có chỗ nào phải xem lại.")
        self.assertEqual(self.lines()[0], "1. 12/KH-UBND · 25/7/2025 ② · Kế hoạch · UBND xã Đông Khê")
        self.assertTrue(self.lines()[1].startswith("2. Luật Đất đai · 18/01/2024"), self.lines())

    def test_nothing_cited(self):
        self.open("Không có gì.")
        self.read()
        self.assertEqual(self.text("citations-summary"), "Không có văn bản nào được viện dẫn.")

    def test_choosing_goes_to_the_mentions_one_after_the_other(self):
        self.open(f"+ {PLAN}.", "Theo Kế hoạch số 12/KH-UBND, các đơn vị báo cáo.")
        self.read()
        self.choose("12/KH-UBND")
        self.assertIn(PLAN, self.details())
        self.assertIn("Lần 1/2, đầy đủ, trang 1", self.details())
        self.assertTrue(self.selected().startswith("Kế hoạch số 12/KH-UBND ngày"), self.selected())
        self.press("citations-next")
        self.assertEqual(self.selected(), "Kế hoạch số 12/KH-UBND")
        self.assertEqual(self.text("citations-mention"), "2/2")
        self.assertIn("Lần 2/2, rút gọn, trang 1", self.details())
        self.press("citations-next")
        self.assertEqual(self.text("citations-mention"), "1/2")
        self.press("citations-previous")
        self.assertEqual(self.text("citations-mention"), "2/2")

    def test_the_list_follows_the_document(self):
        self.open(f"+ {PLAN}.")
        self.read()
        self.choose("12/KH-UBND")
        text = self.document.Text
        text.insertControlCharacter(text.End, 0, False)
        text.insertString(text.End, f"+ {DECISION}.", False)
        self.wait(lambda: len(self.lines()) == 2, "the new document")
        self.assertIn(PLAN, self.details())
        self.assertTrue(self.text("citations-summary").startswith("2 văn bản"), self.shown())

    def test_what_needs_a_look_and_its_other_place(self):
        self.open(f"+ {PLAN}.", f"+ {PLAN.replace('25/7', '26/7')}.", f"+ {DECISION}.")
        self.read()
        self.assertIn("⚠\u00a01", self.text("citations-summary"))
        self.assertTrue(self.lines()[0].startswith("1. ⚠ 12/KH-UBND"), self.lines())
        self.assertEqual(self.text("citations-look"), "⚠ 1")
        # what a person's click does: the state and the event
        self.control("citations-look").Model.State = 1
        self.press("citations-look")
        self.wait(lambda: len(self.lines()) == 1, "only what needs a look")
        self.control("citations-look").Model.State = 0
        self.press("citations-look")
        self.wait(lambda: len(self.lines()) == 2, "everything again")
        self.choose("12/KH-UBND")
        self.assertIn("Chỗ kia: “Kế hoạch số 12/KH-UBND ngày 25/7/2025", self.details())
        first = self.selected()
        self.assertTrue(self.control("citations-other").Model.Enabled)
        self.press("citations-other")
        self.assertNotEqual(self.selected(), first)
        self.assertIn("26/7/2025", self.selected())
        self.assertIn("Đang ở chỗ kia", self.text("citations-note"))

    def test_filter_knows_no_diacritics(self):
        self.open(f"+ {PLAN}.", f"+ {DECISION}.")
        self.read()
        for words, count in (("42", 1), ("quyet dinh", 1), ("KE hoach 12", 1), ("ubnd", 2), ("2025", 2), ("xyz", 0), ("", 2)):
            self.put(words)
            self.wait(lambda: len(self.lines()) == count, words)

    # ---- copying
    def test_list_and_one_line_as_text(self):
        self.open(f"+ {PLAN}.", f"+ {DECISION}.")
        self.read()
        self.do("Sao chép hết")
        self.assertEqual(self.clipboard(), f"1. {PLAN}\n2. {DECISION}\n")
        self.choose("42/QĐ-UBND")
        self.do("Sao chép mục")
        self.assertEqual(self.clipboard(), DECISION)
        self.assertIn("Đã sao chép", self.text("citations-note"))

    # ---- memory
    def remember(self):
        self.open(f"+ {PLAN}.", f"+ {DECISION}.", "+ Công văn số 9/SNV-CCHC của Sở Nội vụ về việc báo cáo.")
        self.read()
        self.assertFalse(self.memory().exists())
        self.assertEqual(self.text("citations-remember"), "Ghi nhớ (2)")
        self.press("citations-remember")
        self.wait(lambda: "2 văn bản mới" in self.text("citations-note"), "remembered")
        self.assertEqual(self.text("citations-remember"), "Ghi nhớ (0)")
        self.assertFalse(self.control("citations-remember").Model.Enabled)

    def test_remembered_documents_are_offered_and_put_in_at_the_cursor_when_asked(self):
        self.remember()
        kept = json.loads(self.memory().read_text(encoding="utf-8"))
        self.assertEqual(kept["schema"], 1)
        self.assertEqual([one["symbol"] for one in kept["documents"]], ["12/KH-UBND", "42/QĐ-UBND"])
        self.document.close(True)
        self.open("Thực hiện , các đơn vị báo cáo.", "Theo Kế hoạch số 12/KH-UBND, đã xong.")
        self.read()
        cursor = self.document.CurrentController.ViewCursor
        cursor.gotoStart(False)
        cursor.goRight(10, False)
        before = self.document.Text.String
        self.put("to giup viec")
        self.wait(lambda: self.groups() == ["Đã ghi nhớ (1)"], "the hit")
        self.assertEqual(self.document.Text.String, before)
        self.choose("42/QĐ-UBND")
        self.assertIn(DECISION.replace("07/7/2025", "07 tháng 7 năm 2025"), self.details())
        self.assertEqual(self.document.Text.String, before)
        self.press("citations-insert")
        self.assertEqual(self.document.Text.String, before.replace("Thực hiện ,", f"Thực hiện {DECISION.replace('07/7/2025', '07 tháng 7 năm 2025')},"))
        self.assertEqual(self.document.UndoManager.getAllUndoActionTitles(), ("Thể Thức: chèn viện dẫn",))
        self.document.UndoManager.undo()
        self.assertEqual(self.document.Text.String, before)
        self.document.UndoManager.redo()
        self.assertIn(DECISION[:20], self.document.Text.String)

    def test_what_was_looked_at_does_not_move_the_insertion(self):
        self.remember()
        text = self.document.Text
        text.insertControlCharacter(text.End, 0, False)
        text.insertString(text.End, "Nay thực hiện .", False)
        self.wait(lambda: "thay đổi" not in self.text("citations-note"), "the list of the changed document")
        cursor = self.document.CurrentController.ViewCursor
        cursor.gotoEnd(False)
        cursor.goLeft(1, False)
        self.choose("12/KH-UBND")                 # the view goes to its mention
        self.assertTrue(self.selected().startswith("Kế hoạch số 12"))
        self.put("42")
        self.wait(lambda: "Đã ghi nhớ (1)" in self.groups(), "the hit")
        self.choose("42/QĐ-UBND")                 # the remembered one stands first
        self.assertEqual(self.control("citations-form").getSelectedItem(), "Rút gọn")
        self.press("citations-insert")
        self.assertTrue(self.document.Text.String.endswith("Nay thực hiện Quyết định số 42/QĐ-UBND."), self.document.Text.String)

    def test_a_contradiction_stays_visible(self):
        self.remember()
        self.document.close(True)
        self.open(f"+ {PLAN.replace('25/7', '26/7')}.")
        self.read()
        self.assertEqual(self.text("citations-remember"), "Ghi nhớ (1)")
        self.press("citations-remember")
        self.wait(lambda: "1 ghi khác trước" in self.text("citations-note"), "said otherwise")
        self.put("12/KH")
        self.wait(lambda: "Đã ghi nhớ (1)" in self.groups(), "the hit")
        self.choose("⚠ 12/KH-UBND")
        self.assertIn("Trước đây ghi: ngày 25/7/2025", self.details())

    def test_forgetting(self):
        self.remember()
        self.put("42")
        self.wait(lambda: "Đã ghi nhớ (1)" in self.groups(), "the hit")
        self.choose("42/QĐ-UBND")
        self.do("Quên")
        self.assertIn("Đã quên: 42/QĐ-UBND", self.text("citations-note"))
        self.assertNotIn("42/QĐ-UBND", self.memory().read_text(encoding="utf-8"))
        self.assertEqual(self.text("citations-remember"), "Ghi nhớ (1)")

    def test_a_broken_file_is_reported_and_kept(self):
        self.memory().parent.mkdir(parents=True, exist_ok=True)
        self.memory().write_text('{"schema": 1,\n nonsense', encoding="utf-8")
        self.open(f"+ {PLAN}.")
        self.read()
        self.assertIn("_chung.json:2", self.text("citations-summary"))
        self.assertFalse(self.control("citations-remember").Model.Enabled)
        self.put("x")
        self.put("")
        self.do("Cất tệp hỏng")
        self.assertIn("hong-1", self.text("citations-note"))
        self.assertEqual(pathlib.Path(str(self.memory()) + ".hong-1").read_text(encoding="utf-8"), '{"schema": 1,\n nonsense')
        self.wait(lambda: self.control("citations-remember").Model.Enabled, "a new memory")
        self.press("citations-remember")
        self.assertEqual(len(json.loads(self.memory().read_text(encoding="utf-8"))["documents"]), 1)

    def test_remembering_by_itself_only_where_it_was_switched_on(self):
        self.open(f"+ {PLAN}.")
        self.do("Bật tự ghi nhớ")
        self.addCleanup(lambda: self.switch_off())
        self.read()
        self.wait(lambda: self.memory().exists(), "remembered by itself")
        self.memory().unlink()
        self.switch_off()
        self.press("read-citations")
        self.wait(lambda: self.text("citations-remember") == "Ghi nhớ (1)", "nothing remembered")
        self.assertFalse(self.memory().exists())

    def switch_off(self):
        if "Tắt tự ghi nhớ" in self.control("citations-action").Model.StringItemList:
            self.do("Tắt tự ghi nhớ")

    # ---- the list in the document
    def paragraphs(self):
        contents = self.document.Text.createEnumeration()
        found = []
        while contents.hasMoreElements():
            one = contents.nextElement()
            if one.supportsService("com.sun.star.text.Paragraph"):
                found.append(one.ListLabelString + one.String)
        return found

    def test_the_list_of_cited_documents_and_marks(self):
        self.open(f"+ {PLAN}.", "Danh mục", "Hết.")
        self.read()
        self.document.CurrentController.ViewCursor.gotoRange(self.document.Text.createTextCursorByRange(self.document.Text.End), False)
        self.document.CurrentController.ViewCursor.goUp(1, False)
        self.document.CurrentController.ViewCursor.gotoEndOfLine(False)
        self.choose("12/KH-UBND")                 # a mention that is looked at is not where the list goes
        self.assertEqual(self.text("citations-make-list"), "Chèn danh mục văn bản")
        self.press("citations-make-list")
        self.assertIn("Đã chèn danh mục: 1 văn bản.", self.text("citations-note"))
        self.assertEqual(self.paragraphs()[2], f"1.{PLAN}.")
        self.wait(lambda: self.text("citations-make-list") == "Cập nhật danh mục", "the button's other name")
        self.pick("Danh mục dạng bảng")
        self.assertFalse(self.control("citations-do").Model.Enabled)
        self.do("Đánh số [n] mọi lần")
        self.assertIn("Đã đánh số: 1 chỗ.", self.text("citations-note"))
        self.assertIn("UBND xã Đông Khê\u00a0[1] về", self.paragraphs()[0])
        self.do("Đánh số [n] lần đầu")
        self.assertIn("đã đúng", self.text("citations-note"))
        self.wait(lambda: len(self.lines()) == 1 and "thay đổi" not in self.text("citations-note"), "the list unchanged")
        self.document.Text.insertString(self.document.Text.Start, f"{DECISION}. ", False)
        self.press("citations-make-list")
        self.assertIn("Đã cập nhật danh mục", self.text("citations-note"))
        self.assertIn("[2] về", self.paragraphs()[0])
        self.do("Bỏ số [n]")
        self.assertIn("Đã bỏ 1 số.", self.text("citations-note"))
        self.assertNotIn("[", self.paragraphs()[0])
        self.press("citations-make-list")
        self.assertIn("Danh mục đã đúng", self.text("citations-note"))
        self.assertEqual(len(self.document.UndoManager.getAllUndoActionTitles()), 5)

    def test_the_list_by_the_menu(self):
        self.open(f"+ {PLAN}.", "Danh mục")
        self.document.CurrentController.ViewCursor.gotoEnd(False)
        self.command("vn.thethuc:cite-list")
        self.wait(lambda: f"1.{PLAN}." in self.paragraphs(), "the list")
        self.read()
        self.assertEqual(self.text("citations-make-list"), "Cập nhật danh mục")

    # ---- other documents
    # ---- citations worded otherwise, notes, lists
    def choose_action(self, action):
        """Chooses an action without carrying it out; its preview."""
        entries = self.control("citations-action").Model.StringItemList
        at = next(i for i, entry in enumerate(entries) if entry == action)
        self.control("citations-action").selectItemPos(at, True)
        self.control("citations-action").Model.SelectedItems = (at,)
        self.controls()
        return self.field("citations-preview")

    def possible(self):
        return self.control("citations-do").Model.Enabled

    def carry_out(self):
        self.assertTrue(self.possible())
        self.press("citations-do")
        return self.text("citations-note")

    def undo(self):
        self.document.UndoManager.undo()

    def test_later_ones_are_shortened_and_first_ones_completed(self):
        lines = ["Hồ sơ lập theo Nghị định số 30/2020/NĐ-CP.", f"+ {PLAN}.", f"Theo {PLAN}; các xóm báo cáo.", "Việc thực hiện Kế hoạch số 12/KH-UBND ngày 25/7/2025 còn chậm.",
                 "+ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư."]
        self.open(*lines)
        self.assertEqual(self.choose_action("Rút gọn từ lần hai"), "Chưa soát viện dẫn.")
        self.assertFalse(self.possible())
        self.read()
        self.assertEqual(self.choose_action("Rút gọn từ lần hai"), f"Sẽ rút gọn 2 lần viện dẫn:\n• {PLAN}\n→ Kế hoạch số 12/KH-UBND\n• Kế hoạch số 12/KH-UBND ngày 25/7/2025\n→ Kế hoạch số 12/KH-UBND")
        self.assertFalse(self.document.UndoManager.isUndoPossible())
        self.assertEqual(self.carry_out(), "Đã rút gọn 2 lần viện dẫn.")
        self.assertEqual(self.paragraphs()[2:4], ["Theo Kế hoạch số 12/KH-UBND; các xóm báo cáo.", "Việc thực hiện Kế hoạch số 12/KH-UBND còn chậm."])
        self.assertEqual(self.document.UndoManager.getAllUndoActionTitles(), ("Thể Thức: rút gọn viện dẫn",))
        self.wait(lambda: self.field("citations-preview").startswith("Không có viện dẫn lần sau"), "the preview of what is left")
        self.assertFalse(self.possible())
        self.assertIn("→ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư", self.choose_action("Bổ sung lần đầu"))
        self.assertEqual(self.carry_out(), "Đã bổ sung 1 viện dẫn lần đầu.")
        self.assertEqual(self.paragraphs()[0], "Hồ sơ lập theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư.")
        self.undo()
        self.undo()
        self.assertEqual(self.paragraphs(), lines)

    def test_one_mention(self):
        self.open(f"+ {PLAN}.", f"Theo {PLAN}; các xóm báo cáo.", f"Thực hiện {PLAN}, UBND xã báo cáo.")
        self.read()
        self.assertIn("Chọn một văn bản", self.choose_action("Rút gọn lần này"))
        self.assertFalse(self.possible())
        self.choose("12/KH-UBND")
        self.assertIn("không có gì phải ghi khác đi", self.choose_action("Rút gọn lần này"))
        self.press("citations-next")
        self.press("citations-next")
        self.assertEqual(self.field("citations-preview"), f"• {PLAN}\n→ Kế hoạch số 12/KH-UBND")
        self.carry_out()
        self.assertEqual(self.paragraphs(), [f"+ {PLAN}.", f"Theo {PLAN}; các xóm báo cáo.", "Thực hiện Kế hoạch số 12/KH-UBND, UBND xã báo cáo."])
        self.undo()
        self.wait(lambda: self.text("citations-mention") == "3/3", "the mention")
        # what is shown is of the text before Undo: the place is gone, and the text is read again
        self.choose_action("Đưa vào cước chú")
        self.press("citations-do")
        self.assertIn("đã thay đổi", self.text("citations-note"))
        self.wait(lambda: self.field("citations-preview").startswith("Trong bài: "), "the new reading")
        self.read()
        self.assertEqual(self.choose_action("Đưa vào cước chú"), f"Trong bài: Kế hoạch số 12/KH-UBND\nCước chú: {PLAN}.")
        self.assertEqual(self.carry_out(), "Đã đưa viện dẫn vào cước chú.")
        self.assertEqual(self.document.Footnotes.getByIndex(0).String, PLAN + ".")

    def test_what_is_remembered_completes(self):
        self.open(f"+ {DECISION}.")
        self.read()
        self.press("citations-remember")
        self.document.close(True)
        self.doCleanups()
        self.open("Các xóm đã làm theo Quyết định số 42/QĐ-UBND ngày 07/7/2025.")
        self.read()
        self.assertIn(f"→ {DECISION}", self.choose_action("Bổ sung lần đầu"))
        self.carry_out()
        self.assertEqual(self.paragraphs(), [f"Các xóm đã làm theo {DECISION}."])

    def test_typed_notes_and_lists(self):
        self.open("Các văn bản liên quan¹ đã có:", "+ Kế hoạch số 08/KH-UBND ngày 22/7/2025;", "+ Quyết định số 42/QĐ-UBND ngày 07/7/2025.", "¹ Đề án số 1206/ĐA-UBND ngày 26/4/2025 của UBND tỉnh về sắp xếp đơn vị.", "Hết.")
        self.read()
        self.assertEqual(self.choose_action("Dấu gõ tay → cước chú"), "Sẽ có 1 cước chú:\n• 1, sau “Các văn bản liên quan”: Đề án số 1206/ĐA-UBND ngày 26/4/2025 của UBND tỉnh về sắp xếp đơn vị.")
        self.assertEqual(self.carry_out(), "Đã chuyển 1 dấu gõ tay thành cước chú.")
        self.assertEqual(self.document.Footnotes.Count, 1)
        self.wait(lambda: "không có dấu" in self.field("citations-preview"), "the preview of what is left")
        self.assertEqual(self.choose_action("Đánh số, xếp theo ngày"), "Sẽ đánh số 2 đoạn:\n1. Quyết định số 42/QĐ-UBND ngày 07/7/2025.\n2. Kế hoạch số 08/KH-UBND ngày 22/7/2025;")
        self.assertEqual(self.carry_out(), "Đã đánh số danh sách: 2 đoạn.")
        self.assertEqual(self.paragraphs()[1:3], ["1.Quyết định số 42/QĐ-UBND ngày 07/7/2025;", "2.Kế hoạch số 08/KH-UBND ngày 22/7/2025."])

    def test_preview_only_where_words_are_changed_and_may_be(self):
        self.open(f"+ {PLAN}.", f"Theo {PLAN}; các xóm báo cáo.")
        self.read()
        self.choose_action("Sao chép hết")
        self.assertFalse(self.control("citations-preview").isVisible())
        self.choose_action("Rút gọn từ lần hai")
        self.assertTrue(self.control("citations-preview").isVisible())
        path = pathlib.Path(self.office.folder) / "chi-doc.odt"
        self.document.storeToURL(path.as_uri(), ())
        self.document.close(True)
        self.doCleanups()
        self.open(path=path, ReadOnly=True)
        self.read()
        self.assertIn("Sẽ rút gọn 1 lần", self.choose_action("Rút gọn từ lần hai"))
        self.assertFalse(self.possible())

    def test_a_preview_takes_the_place_of_empty_details(self):
        self.open(f"+ {PLAN}.", f"Theo {PLAN}; các xóm báo cáo.")
        self.read()
        visible = lambda name: self.control(name).isVisible()
        self.choose_action("Sao chép hết")
        self.assertTrue(visible("citations-details"))
        self.choose_action("Rút gọn từ lần hai")
        self.assertEqual((visible("citations-details"), visible("citations-preview")), (False, True))
        # a chosen document has something to say
        self.choose("12/KH-UBND")
        self.assertEqual((visible("citations-details"), visible("citations-preview")), (True, True))
        # the filter lets the choice go
        self.put("không có")
        self.assertEqual((visible("citations-details"), visible("citations-preview")), (False, True))
        self.choose_action("Sao chép hết")
        self.assertEqual((visible("citations-details"), visible("citations-preview")), (True, False))

    def test_read_only_shows_why(self):
        self.remember()
        self.document.close(True)
        self.open(path=SAMPLE, ReadOnly=True)
        self.read()
        self.assertGreater(len(self.lines()), 20)
        self.assertIn("chỉ mở để đọc", self.text("citations-note"))
        self.assertFalse(self.control("citations-make-list").Model.Enabled)
        self.put("to giup viec")
        self.wait(lambda: any(group.startswith("Đã ghi nhớ") for group in self.groups()), "the hit")
        self.choose("42/QĐ-UBND")
        self.assertFalse(self.control("citations-insert").Model.Enabled)

    def test_menu_command_reads_and_waits_in_the_field(self):
        self.open(f"+ {PLAN}.")
        self.command("vn.thethuc:citations")
        self.wait(lambda: self.text("citations-summary").startswith("1 văn bản"), "the list")

    def test_closing_while_reading(self):
        for _ in range(3):
            document = self.office.load(SAMPLE, hidden=False)
            self.show_panel(document, "vn.thethuc:citations")
            self.press("read-citations")
            document.close(True)
        self.assertEqual(self.office.create("vn.thethuc.PanelAccess").execute((NamedValue("Panel", "CitationsPanel"),)), ())


if __name__ == "__main__":
    unittest.main()
