"""Citations as smart tags: what is recognised in a paragraph, and what its actions do in a headless office."""

import os
import pathlib
import time
import unittest

import unohelper
from office import Office
from com.sun.star.beans import NamedValue
from com.sun.star.container import XStringKeyMap
from com.sun.star.lang import Locale
from com.sun.star.smarttags.SmartTagRecognizerMode import CELL, PARAGRAPH
from com.sun.star.text import XTextMarkup

SOURCE = pathlib.Path(os.environ.get("THETHUC_SOURCE") or pathlib.Path(__file__).resolve().parents[2])
SMARTTAG = 3
TAG = "vn.thethuc/citation"
PLAN = "Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê về cải cách hành chính"
FIRST, REMEMBER, COPY, SHORTEN = 1, 2, 3, 4


class Markup(unohelper.Base, XTextMarkup):
    """Stands in for a paragraph of Writer: keeps what is marked."""

    def __init__(self, properties=None):
        self.marked = []
        self.properties = properties

    def getMarkupInfoContainer(self):
        return self.properties

    def commitStringMarkup(self, kind, name, start, length, properties):
        self.marked.append((kind, name, start, length))

    def commitTextRangeMarkup(self, kind, name, text_range, properties):
        raise AssertionError("not used")


class Properties(unohelper.Base, XStringKeyMap):
    """Of a tag, as the recogniser left them."""

    def __init__(self, values):
        self.values = values
        self.Count = len(values)

    def getValue(self, key):
        return self.values[key]

    def hasValue(self, key):
        return key in self.values

    def insertValue(self, key, value):
        self.values[key] = value


def units(text):
    """Positions are those of UTF-16."""
    return text.encode("utf-16-le")


class SmartTags(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = Office().start()

    @classmethod
    def tearDownClass(cls):
        cls.office.stop()

    # ---- recognising
    def recognise(self, text, mode=PARAGRAPH, start=0, length=None):
        recogniser = self.office.create("vn.thethuc.comp.CitationRecognizer")
        markup = Markup()
        wide = units(text)
        recogniser.recognize(text, start, len(wide) // 2 if length is None else length, mode, Locale("vi", "VN", ""), markup, "Writer", None, None)
        for kind, name, _, _ in markup.marked:
            self.assertEqual((kind, name), (SMARTTAG, TAG))
        return [wide[2 * at:2 * (at + size)].decode("utf-16-le") for _, _, at, size in markup.marked]

    def test_services_are_found_by_their_names(self):
        manager = self.office.context.ServiceManager
        for service, name in (("SmartTagRecognizer", "CitationRecognizer"), ("SmartTagAction", "CitationAction")):
            found = manager.createContentEnumeration(f"com.sun.star.smarttags.{service}")
            names = []
            while found.hasMoreElements():
                factory = found.nextElement()
                names.append(factory.ImplementationName if hasattr(factory, "ImplementationName") else factory.getImplementationName())
            self.assertIn(f"vn.thethuc.comp.{name}", names)
        recogniser = self.office.create("vn.thethuc.comp.CitationRecognizer")
        self.assertEqual(recogniser.SmartTagCount, 1)
        self.assertEqual(recogniser.getSmartTagName(0), TAG)
        self.assertEqual(recogniser.getName(Locale("vi", "VN", "")), "Viện dẫn văn bản")

    def test_citations_of_a_paragraph(self):
        self.assertEqual(self.recognise(f"Thực hiện {PLAN}; Luật Đất đai năm 2024 và số 15/BC-UBND ngày 02/8/2025."),
                         ["Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê", "Luật Đất đai năm 2024", "số 15/BC-UBND ngày 02/8/2025"])

    def test_a_tag_keeps_its_words(self):
        properties = Properties({})
        recogniser = self.office.create("vn.thethuc.comp.CitationRecognizer")
        text = "Theo Quyết định số 42/QĐ-UBND ngày 07/7/2025, đã xong."
        recogniser.recognize(text, 0, len(text), PARAGRAPH, Locale("vi", "VN", ""), Markup(properties), "Writer", None, None)
        self.assertEqual(properties.values, {"words": "Quyết định số 42/QĐ-UBND ngày 07/7/2025"})

    def test_positions_behind_letters_of_two_units(self):
        self.assertEqual(self.recognise("😀 Theo Quyết định số 42/QĐ-UBND ngày 07/7/2025, 😀."), ["Quyết định số 42/QĐ-UBND ngày 07/7/2025"])

    def test_what_only_looks_like_one(self):
        for text in ("Đạt 14/41 nhiệm vụ.", "Mẫu số 02/BC-UBND.", "TCVN 9362:2012", "Không có chữ số nào.", "", "Số: 12/BC-UBND", "ngày 07/7/2025"):
            with self.subTest(text=text):
                self.assertEqual(self.recognise(text), [])

    def test_only_paragraphs_and_only_the_part_that_is_asked_for(self):
        text = "Theo Quyết định số 42/QĐ-UBND và Kế hoạch số 12/KH-UBND."
        self.assertEqual(self.recognise(text, mode=CELL), [])
        self.assertEqual(self.recognise(text, start=30), ["Kế hoạch số 12/KH-UBND"])
        self.assertEqual(self.recognise(text, length=32), ["Quyết định số 42/QĐ-UBND"])
        for start, length in ((-5, 3), (0, 100000), (500, 10), (10, -3)):
            self.recognise(text, start=start, length=length)

    # ---- actions
    def open(self, *lines):
        self.document = self.office.desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, ())
        self.addCleanup(lambda: self.document.close(True))
        text = self.document.Text
        for number, line in enumerate(lines):
            if number:
                text.insertControlCharacter(text.End, 0, False)
            text.insertString(text.End, line, False)
        self.document.UndoManager.clear()
        self.action = self.office.create("vn.thethuc.comp.CitationAction")
        return self.document.CurrentController

    def find(self, words, which=0):
        search = self.document.createSearchDescriptor()
        search.SearchString = words
        return self.document.findAll(search).getByIndex(which)

    def invoke(self, action, target):
        self.action.invokeAction(action, "Writer", self.document.CurrentController, target, None, target.String, "", Locale("vi", "VN", ""))

    def panel(self):
        return self.office.create("vn.thethuc.PanelAccess").execute(
            (NamedValue("Frame", self.document.CurrentController.Frame), NamedValue("Panel", "CitationsPanel")))

    def note(self, part):
        end = time.monotonic() + 30
        while time.monotonic() < end:
            panel = self.panel()
            if panel is not None and part in panel.getControl("citations-note").Model.Label:
                return
            time.sleep(0.05)
        self.fail(f"the panel does not say “{part}”: {panel and panel.getControl('citations-note').Model.Label}")

    def memory(self):
        paths = self.office.create("com.sun.star.util.PathSubstitution")
        folder = pathlib.Path(paths.substituteVariables("$(user)", True).removeprefix("file://"))
        return folder / "thethuc" / "van-ban" / "_chung.json"

    def clipboard(self):
        content = self.office.create("com.sun.star.datatransfer.clipboard.SystemClipboard").getContents()
        flavor = next(f for f in content.getTransferDataFlavors() if f.MimeType.startswith("text/plain;charset=utf-16"))
        return content.getTransferData(flavor)

    def test_captions(self):
        controller = self.open("x")
        ids = [self.action.getActionID(TAG, i, controller) for i in range(4)]
        captions = [self.action.getActionCaptionFromID(i, "Writer", Locale("vi", "VN", ""), None, "", "", controller, None) for i in ids]
        self.assertEqual(captions[:4], ["Đi tới lần viện dẫn đầu", "Ghi nhớ văn bản này", "Sao chép viện dẫn đầy đủ", "Rút gọn viện dẫn này"])
        self.assertEqual(self.action.getActionCount("urn:other", controller, None), 0)
        self.assertEqual(self.action.getActionCaptionFromID(99, "Writer", Locale("vi", "VN", ""), None, "", "", controller, None), "")

    def test_first_mention_also_of_one_symbol_with_two_agencies(self):
        controller = self.open("+ Kế hoạch số 39/KH-UBND ngày 03/9/2025 của UBND tỉnh Cao Bằng về chuyển đổi số.",
                               "+ Kế hoạch số 39/KH-UBND ngày 04/9/2025 của UBND xã Đông Khê về cải cách.",
                               "Theo Kế hoạch số 39/KH-UBND của UBND xã Đông Khê, đã xong.")
        self.invoke(FIRST, self.find("Kế hoạch số 39/KH-UBND của UBND xã Đông Khê"))
        self.assertIn("04/9/2025", controller.ViewCursor.String)

    def test_full_citation_is_copied(self):
        self.open(f"+ {PLAN}.", "Theo Kế hoạch số 12/KH-UBND, đã xong.")
        before = self.document.Text.String
        self.invoke(COPY, self.find("Kế hoạch số 12/KH-UBND", 1))
        self.assertEqual(self.clipboard(), PLAN)
        self.assertEqual(self.document.Text.String, before)
        self.assertEqual(self.document.UndoManager.getAllUndoActionTitles(), ())

    def test_remembering_and_what_is_not_certain(self):
        self.memory().unlink(missing_ok=True)
        self.open(f"+ {PLAN}.", "+ Công văn số 9/SNV-CCHC của Sở Nội vụ về việc báo cáo.")
        self.invoke(REMEMBER, self.find("Công văn số 9/SNV-CCHC"))
        self.note("Chưa ghi nhớ")
        self.assertFalse(self.memory().exists())
        self.invoke(REMEMBER, self.find("Kế hoạch số 12/KH-UBND"))
        self.note(f"Đã ghi nhớ: {PLAN}")
        self.assertIn("12/KH-UBND", self.memory().read_text(encoding="utf-8"))
        # remembered ones complete what this text does not say
        self.document.close(True)
        self.open("Theo Kế hoạch số 12/KH-UBND ngày 25/7/2025, đã xong.")
        self.invoke(COPY, self.find("Kế hoạch số 12/KH-UBND"))
        self.assertEqual(self.clipboard(), PLAN)

    def test_a_citation_is_shortened(self):
        self.open(f"+ {PLAN}.", f"Theo {PLAN}; đã xong.")
        self.invoke(SHORTEN, self.find("Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê", 1))
        self.note("Đã rút gọn")
        self.assertTrue(self.document.Text.String.endswith("Theo Kế hoạch số 12/KH-UBND; đã xong."))
        self.assertEqual(self.document.UndoManager.getAllUndoActionTitles(), ("Thể Thức: rút gọn viện dẫn",))
        before = self.document.Text.String
        self.invoke(SHORTEN, self.find("Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê"))
        self.note("không có gì phải ghi khác đi")
        self.assertEqual(self.document.Text.String, before)

    def test_shortening_is_offered_only_where_it_may_be_done(self):
        controller = self.open(f"+ {PLAN}.", f"Theo {PLAN}; đã xong.", "Theo Kế hoạch số 12/KH-UBND, đã xong.", "Không viện dẫn.")
        words = "Kế hoạch số 12/KH-UBND ngày 25/7/2025 của UBND xã Đông Khê"

        def offered(target):
            controller.ViewCursor.gotoRange(target.Start, False)
            controller.ViewCursor.goRight(5, False)
            return self.action.getActionCount(TAG, controller, None) == SHORTEN

        self.assertFalse(offered(self.find(words)))             # the first mention stays full
        self.assertTrue(offered(self.find(words, 1)))
        self.assertFalse(offered(self.find("Kế hoạch số 12/KH-UBND, đã")))   # short already
        self.assertFalse(offered(self.find("Không viện dẫn")))
        self.assertEqual(self.action.getActionCount(TAG, None, None), SHORTEN - 1)
        # the words that the recogniser left with the tag tell other citations apart
        properties = Properties({"words": words})
        controller.ViewCursor.gotoRange(self.find(words, 1).Start, False)
        self.assertEqual(self.action.getActionCount(TAG, controller, properties), SHORTEN)
        self.assertEqual(self.action.getActionCount(TAG, controller, Properties({"words": "Kế hoạch số 13/KH-UBND"})), SHORTEN - 1)

    def test_words_that_are_no_citation_any_more(self):
        self.open("Theo kế hoạch, đã xong.")
        self.invoke(FIRST, self.find("kế hoạch"))
        self.note("Không còn thấy")
        self.invoke(99, self.find("kế hoạch"))

    def test_without_a_window_nothing_happens(self):
        self.open("x")
        self.action.invokeAction(FIRST, "Writer", None, None, None, "Kế hoạch số 12/KH-UBND", "", Locale("vi", "VN", ""))


if __name__ == "__main__":
    unittest.main()
