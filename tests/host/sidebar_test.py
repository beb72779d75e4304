"""The panel “Kiểm tra thể thức”, driven by its controls in a headless office, and the texts of the registry."""

import json
import os
import pathlib
import shutil
import unittest
import zipfile
import xml.etree.ElementTree as ET

import office
from panel_support import PanelCase
from com.sun.star.beans import NamedValue

SOURCE = pathlib.Path(os.environ.get("THETHUC_SOURCE") or pathlib.Path(__file__).resolve().parents[2])
DOCUMENTS = SOURCE / "tests" / "documents"
FAULTY = DOCUMENTS / "bao-cao-cchc-loi.odt"
CONFORMING = DOCUMENTS / "bao-cao-chuan.odt"
SIGNATURES = ('<?xml version="1.0" encoding="UTF-8"?>\n<document-signatures xmlns="urn:oasis:names:tc:opendocument:xmlns:digitalsignature:1.0" '
              'dsig:version="1.2" xmlns:dsig="urn:oasis:names:tc:opendocument:xmlns:digitalsignature:1.0"/>')
OOR = "{http://openoffice.org/2001/registry}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class Registry(unittest.TestCase):
    """The office reads menu and deck names from the registry: they must be the catalogue's."""

    PLACES = {
        "Addons.xcu": {
            ("AddonUI", "OfficeMenuBar", "vn.thethuc.menu", "Title"): "addons.menu",
            ("AddonUI", "OfficeMenuBar", "vn.thethuc.menu", "Submenu", "m010", "Title"): "addons.menu.check",
            ("AddonUI", "OfficeMenuBar", "vn.thethuc.menu", "Submenu", "m020", "Title"): "addons.menu.fix-all",
            ("AddonUI", "OfficeMenuBar", "vn.thethuc.menu", "Submenu", "m030", "Title"): "addons.menu.panel",
            ("AddonUI", "OfficeMenuBar", "vn.thethuc.menu", "Submenu", "m031", "Title"): "addons.menu.next-period",
            ("AddonUI", "OfficeMenuBar", "vn.thethuc.menu", "Submenu", "m032", "Title"): "addons.menu.styles",
            ("AddonUI", "OfficeMenuBar", "vn.thethuc.menu", "Submenu", "m033", "Title"): "addons.menu.citations",
            ("AddonUI", "OfficeMenuBar", "vn.thethuc.menu", "Submenu", "m034", "Title"): "addons.menu.cite-list",
            ("AddonUI", "OfficeMenuBar", "vn.thethuc.menu", "Submenu", "m035", "Title"): "addons.menu.percent",
            ("AddonUI", "OfficeMenuBar", "vn.thethuc.menu", "Submenu", "m050", "Title"): "addons.menu.help",
            ("AddonUI", "OfficeMenuBar", "vn.thethuc.menu", "Submenu", "m060", "Title"): "addons.menu.about",
            ("AddonUI", "OfficeToolBar", "vn.thethuc.toolbar", "Title"): "addons.toolbar",
            ("AddonUI", "OfficeToolBar", "vn.thethuc.toolbar", "ToolBarItems", "t010", "Title"): "addons.toolbar.check",
        },
        "Sidebar.xcu": {
            ("Content", "DeckList", "ThethucDeck", "Title"): "sidebar.deck",
            ("Content", "PanelList", "ThethucDraftPanel", "Title"): "sidebar.panel.draft",
            ("Content", "PanelList", "ThethucCitationsPanel", "Title"): "sidebar.panel.citations",
            ("Content", "PanelList", "ThethucFiguresPanel", "Title"): "sidebar.panel.figures",
            ("Content", "PanelList", "ThethucCheckPanel", "Title"): "sidebar.panel.check",
        },
        "WriterWindowState.xcu": {
            ("UIElements", "States", "private:resource/toolbar/addon_vn.thethuc.toolbar", "UIName"): "addons.toolbar",
        },
    }

    def test_registry_and_catalogue_say_the_same(self):
        texts = {lang: json.loads((SOURCE / "extension" / "locale" / lang / "ui.json").read_text(encoding="utf-8"))
                 for lang in ("vi", "en")}
        for name, places in self.PLACES.items():
            found = {}
            self.titles(ET.parse(SOURCE / "registry" / name).getroot(), (), found)
            self.assertEqual(set(found), set(places), name)
            for place, key in places.items():
                self.assertEqual(found[place], {"vi": texts["vi"][key], "en-US": texts["en"][key]}, place)

    def titles(self, node, path, found):
        for child in node:
            here = path + (child.get(OOR + "name"),)
            if child.tag == "prop" and here[-1] in ("Title", "UIName"):
                found[here] = {value.get(LANG): value.text for value in child}
            elif child.tag == "node":
                self.titles(child, here, found)


class DraftPanel(PanelCase):
    """Soạn thảo: the agency's file, then the frame, in an empty document."""

    PANEL = "DraftPanel"

    def test_the_type_of_the_document_is_proposed(self):
        path = pathlib.Path(self.office.folder) / "quyet-dinh.odt"
        request = json.dumps({"call": "new", "type": "QĐ", "out": office.url(path), "lang": "vi"})
        self.assertTrue(json.loads(self.office.create("vn.thethuc.JsonEntry").execute((NamedValue("Request", request),)))["ok"])
        document = self.office.load(path, hidden=False)
        self.addCleanup(document.close, True)
        panel = self.show_panel(document, "vn.thethuc:panel")
        self.wait(lambda: panel.getControl("type").SelectedItem.endswith("(QĐ)"), "the type of the document")
        self.wait(lambda: panel.getControl("frame").Model.Label == "Cập nhật khung văn bản", "there is a frame to update")

    def test_agency_file_and_frame(self):
        document = self.office.desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, ())
        self.addCleanup(document.close, True)
        panel = self.show_panel(document, "vn.thethuc:panel")
        note = lambda: panel.getControl("draft-note").Model.Label

        def put(name, text):
            panel.getControl(name).Model.Text = text

        self.press("profile-save")
        self.wait(lambda: "tên cơ quan ban hành" in note(), "what is missing is said")
        put("profile-name", "UBND xã Đông Khê")
        put("profile-agency", "ỦY BAN NHÂN DÂN\nXÃ ĐÔNG KHÊ")
        put("profile-place", "Đông Khê")
        put("profile-abbreviation", "UBND")
        put("profile-signers", "CHỦ TỊCH")
        self.press("profile-save")
        self.wait(lambda: "CHỦ TỊCH" in note(), "a signer without a name is refused")
        put("profile-signers", "TM. ỦY BAN NHÂN DÂN | CHỦ TỊCH | Vũ Thế Cường")
        put("profile-symbols", "QQ: /QQ-UBND")
        self.press("profile-save")
        self.wait(lambda: "QQ: /QQ-UBND" in note(), "a symbol of no type is refused")
        put("profile-symbols", "BC: /BC-UBNDĐK")
        put("profile-contact", "Địa chỉ: thôn Trung tâm, xã Đông Khê\nĐiện thoại: 0206.3888.888")
        put("profile-recipients", "- Lưu: VT.\nBC:\n- Sở Nội vụ (b/c);\n- Lưu: VT, VHXH.")
        self.press("profile-save")
        self.wait(lambda: "UBND xã Đông Khê" in note(), "the file is saved")
        self.assertEqual(panel.getControl("profile").Model.StringItemList, ("UBND xã Đông Khê",))
        self.assertEqual(panel.getControl("recipients").Model.StringItemList, ("Theo mẫu của loại", "BC", "Thường dùng"))
        put("subject", "kết quả cải cách hành chính")
        panel.getControl("date").selectItemPos(1, True)
        panel.getControl("date").Model.SelectedItems = (1,)
        self.press("frame")
        self.wait(lambda: note().startswith("Đã chèn"), "the frame")
        text = document.TextTables.getByIndex(0).getCellByName("A1").String
        self.assertEqual(text, "ỦY BAN NHÂN DÂN\nXÃ ĐÔNG KHÊ")
        self.assertIn("Kết quả cải cách hành chính", document.Text.String)
        self.assertRegex(document.TextTables.getByIndex(0).getCellByName("A2").String, r"/BC-UBNDĐK$")
        self.assertRegex(document.TextTables.getByIndex(0).getCellByName("B2").String, r"ngày \d\d tháng \d+ năm \d{4}$")
        self.assertEqual(document.UndoManager.getAllUndoActionTitles(), ("Thể Thức: chèn khung văn bản",))
        self.press("frame")
        self.wait(lambda: "không có gì phải cập nhật" in note(), "nothing to update")
        document.UndoManager.undo()
        self.assertEqual(document.Text.String.strip(), "")


class Panel(PanelCase):
    def shown(self):
        return f"{self.text('status')!r} / {self.text('note')!r}"

    def open(self, path, **arguments):
        self.document = self.office.load(path, hidden=False, **arguments)
        self.addCleanup(self.close)
        self.show_panel(self.document, "vn.thethuc:panel")

    def close(self):
        if self.document is not None:
            self.document.close(True)
        self.document = None

    def enabled(self, name):
        return self.control(name).getModel().Enabled

    def groups(self):
        root = self.root()
        return [root.getChildAt(g).getDisplayValue() for g in range(root.getChildCount())] if root else []

    def choose(self, node):
        tree = self.control("list")
        tree.select(node)
        self.controls()
        self.wait(lambda: self.details() != "", "details")

    def details(self):
        return self.control("details").getModel().Text

    def check(self):
        self.press("check")
        return self.wait(lambda: "yêu cầu" in self.text("status") or self.text("status").startswith("Không"), "result")

    def settled(self):
        """The result is that of the document as it is."""
        return not self.text("last").startswith("Văn bản đã thay đổi")

    # ------------------------------------------------------------------------------------
    def test_empty_then_result(self):
        self.open(FAULTY)
        self.assertEqual(self.text("status"), "Chưa kiểm tra.")
        self.assertEqual(self.text("check"), "Kiểm tra theo NĐ 30/2020")
        for name in ("check", "stop", "errors", "warnings", "infos", "list", "details", "fix", "ignore", "why", "fix-all"):
            self.assertTrue(self.control(name).getModel().HelpText, name)
        self.check()
        self.assertRegex(self.text("status"), r"^\d+ lỗi, \d+ cảnh báo · \d+ yêu cầu áp dụng, \d+ đã kiểm tra, \d+ cần người kiểm tra$")
        self.assertTrue(self.leaves())
        self.assertRegex(self.groups()[0], r"\(\d+\)$")

    def test_choosing_goes_to_the_place(self):
        self.open(FAULTY)
        self.check()
        node = self.leaves()[0]
        self.choose(node)
        self.assertIn("NĐ 30/2020", self.details())
        selection = self.document.getCurrentSelection()
        self.assertIsNotNone(selection)
        self.press("why")
        self.assertTrue(self.details())

    def test_the_list_reached_by_keyboard_stands_on_its_first_finding(self):
        self.open(FAULTY)
        self.check()
        before = self.control("details").getModel().Text
        self.control("check").setFocus()
        self.control("list").setFocus()
        self.wait(lambda: self.control("details").getModel().Text != before, "the first finding")
        self.wait(lambda: self.control("fix").isEnabled(), "the button of the first finding")

    def test_toggles_hide_a_kind(self):
        self.open(FAULTY)
        self.check()
        before = len(self.leaves())
        self.control("errors").getModel().State = 0
        self.press("errors")
        self.control("errors").getModel().State = 1
        self.assertTrue(self.leaves())
        self.assertLessEqual(len(self.leaves()), before)

    def test_fix_and_undo(self):
        self.open(FAULTY)
        self.check()
        count = len(self.leaves())
        for node in self.leaves():
            self.choose(node)
            if self.enabled("fix") and "lý do" not in self.details():
                break
        else:
            self.skipTest("nothing to correct")
        self.press("fix")
        self.wait(lambda: len(self.leaves()) < count, "one finding less")
        titles = self.document.getUndoManager().getAllUndoActionTitles()
        self.assertEqual(len(titles), 1)
        self.assertTrue(titles[0].startswith("Thể Thức: sửa "), titles[0])
        self.document.getUndoManager().undo()
        self.wait(lambda: len(self.leaves()) == count, "the finding back")

    def test_fix_all_and_undo(self):
        self.open(FAULTY)
        self.check()
        count = len(self.leaves())
        self.assertTrue(self.enabled("fix-all"))
        self.press("fix-all")
        self.wait(lambda: "(0)" in self.text("fix-all"), "nothing left to correct")
        self.assertEqual(len(self.document.getUndoManager().getAllUndoActionTitles()), 1)
        self.document.getUndoManager().undo()
        self.wait(lambda: len(self.leaves()) == count, "the findings back")

    def test_setting_aside_and_taking_up(self):
        self.open(FAULTY)
        self.check()
        node = self.leaves()[0]
        brief = node.getDisplayValue()
        self.choose(node)
        self.press("ignore")
        self.wait(lambda: self.control("reason").isVisible() if hasattr(self.control("reason"), "isVisible") else True, "reason")
        self.control("reason").getModel().Text = "Theo quy định riêng"
        self.press("reason-save")
        self.wait(lambda: any(group.startswith("Đã bỏ qua (1)") for group in self.groups()), "set aside")
        root = self.root()
        group = next(root.getChildAt(g) for g in range(root.getChildCount())
                     if root.getChildAt(g).getDisplayValue().startswith("Đã bỏ qua"))
        self.assertEqual(group.getChildAt(0).getDisplayValue(), brief)
        self.control("list").expandNode(group)
        self.choose(group.getChildAt(0))
        self.wait(lambda: "Theo quy định riêng" in self.details(), "reason in the details")
        self.assertEqual(self.text("ignore"), "Xét lại")
        self.press("ignore")
        self.wait(lambda: not any(name.startswith("Đã bỏ qua") for name in self.groups()), "taken up")

    def test_conforming_document(self):
        self.open(CONFORMING)
        self.check()
        self.assertTrue(self.text("status").startswith("Không có lỗi thể thức."), self.text("status"))

    def test_result_follows_edits(self):
        self.open(CONFORMING)
        self.check()
        cursor = self.document.getText().createTextCursor()
        cursor.gotoEnd(False)
        self.document.getText().insertString(cursor, "x", False)
        self.wait(lambda: self.text("last").startswith("Văn bản đã thay đổi"), "outdated")
        self.wait(self.settled, "result of the changed document")

    def test_read_only_shows_why(self):
        self.open(FAULTY, ReadOnly=True)
        self.check()
        self.assertTrue(self.leaves())
        self.choose(self.leaves()[0])
        self.assertFalse(self.enabled("fix"))
        self.assertFalse(self.enabled("fix-all"))
        self.assertIn("chỉ mở để đọc", self.text("last"))

    def test_signed_shows_why(self):
        for source, part in ((FAULTY, "META-INF/documentsignatures.xml"), (FAULTY.with_suffix(".docx"), "_xmlsignatures/origin.sigs")):
            with self.subTest(source.suffix):
                signed = pathlib.Path(self.office.folder) / ("da-ky" + source.suffix)
                shutil.copy(source, signed)
                with zipfile.ZipFile(signed, "a") as package:
                    package.writestr(part, SIGNATURES if part.endswith(".xml") else "")
                before = signed.read_bytes()
                self.open(signed)
                self.check()
                self.choose(self.leaves()[0])
                self.assertFalse(self.enabled("fix"))
                self.assertFalse(self.enabled("fix-all"))
                self.assertIn("đã ký số", self.text("last"))
                self.command("vn.thethuc:fix-all")
                self.assertFalse(self.document.isModified())
                self.close()
                self.assertEqual(signed.read_bytes(), before)

    def test_words_are_tracked_where_changes_are(self):
        self.open(FAULTY)
        self.document.RecordChanges = True
        self.check()
        for node in self.leaves():
            self.choose(node)
            if self.enabled("fix") and node.getDisplayValue() == "Họ tên in hoa":
                break
        else:
            self.fail("the sample's signer stands in capitals")
        words = self.document.getText().getString()
        self.press("fix")
        self.wait(lambda: self.document.getRedlines().hasElements(), "a tracked change")
        self.assertEqual(self.document.getUndoManager().getAllUndoActionTitles()[0][:14], "Thể Thức: sửa ")
        self.assertTrue(self.document.RecordChanges)
        self.document.getUndoManager().undo()
        self.assertFalse(self.document.getRedlines().hasElements())
        self.assertEqual(self.document.getText().getString(), words)

    def test_empty_document(self):
        self.document = self.office.new(hidden=False)
        self.addCleanup(self.close)
        self.frame = self.document.getCurrentController().getFrame()
        self.command("vn.thethuc:panel")
        self.panel = self.wait(self.controls, "panel")
        self.press("check")
        self.wait(lambda: self.text("status").startswith("Văn bản chưa có nội dung"), "empty")

    def test_closing_while_checking(self):
        for _ in range(5):
            self.open(FAULTY)
            self.press("check")
            self.close()
        self.assertEqual(self.office.create("vn.thethuc.PanelAccess").execute(()), ())

    def test_two_windows_share_a_result(self):
        self.open(FAULTY)
        self.check()
        self.command(".uno:NewWindow")
        access = self.office.create("vn.thethuc.PanelAccess")
        status = self.text("status")

        def both():
            panels = access.execute(())
            return len(panels) == 2 and all(panel.getControl("status").getModel().Label == status for panel in panels)

        frames = self.office.desktop.getFrames()
        other = next(frames.getByIndex(i) for i in range(frames.getCount()) if frames.getByIndex(i) != self.frame
                     and frames.getByIndex(i).getController() is not None
                     and frames.getByIndex(i).getController().getModel() == self.document)
        helper = self.office.create("com.sun.star.frame.DispatchHelper")
        helper.executeDispatch(other, "vn.thethuc:panel", "", 0, ())
        self.wait(both, "two panels with one result")


if __name__ == "__main__":
    unittest.main()
