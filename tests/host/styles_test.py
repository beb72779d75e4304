"""“Áp dụng kiểu trình bày”: the words stay, nothing new is found, one exact undo step, the second time nothing changes; .docx too."""

import pathlib
import re
import unittest
from collections import Counter

from draft_support import PROFILE, DraftCase
from write_support import difference, saved, uno, values
from office import url

SAMPLES = pathlib.Path(__file__).resolve().parents[1] / "documents"
#: Documents of the decree, laid out in many ways, right and wrong.
ALL = sorted(path.stem for path in SAMPLES.glob("*.odt"))
DOCX = ("bao-cao-cchc", "bao-cao-cchc-loi", "cong-van", "quyet-dinh", "dau-trang-bang-2-hang")


class Styles(DraftCase):
    maxDiff = None
    PROFILES = (PROFILE,)

    def load(self, name):
        document = self.office.load(SAMPLES / name)
        self.addCleanup(self.close, document)
        return document

    @staticmethod
    def close(document):
        try:
            document.close(True)
        except Exception:  # closed already
            pass

    def apply(self, document, **more):
        answer = self.ask(document, call="apply-styles", **more)
        self.assertTrue(answer["ok"], answer)
        return answer

    def report(self, document):
        return self.ask(document, call="check")["document"]

    def words(self, document):
        shot = self.ask(document, call="snapshot", pages=False)["snapshot"]
        return [[(one.get("text", ""), one.get("listLabel", "")) for one in story.get("paragraphs", [])] for story in shot["stories"]]

    @staticmethod
    def faults(report):
        found = Counter()
        for one in report["findings"]:
            found[one["rule"]] += one["count"]
        return found

    def nothing_new(self, before, after, name):
        more = {rule: (before[rule], count) for rule, count in after.items() if count > before[rule]}
        self.assertEqual(more, {}, name)

    def styled(self, document):
        walk, found = document.Text.createEnumeration(), Counter()
        while walk.hasMoreElements():
            one = walk.nextElement()
            if one.supportsService("com.sun.star.text.Paragraph"):
                found[one.ParaStyleName] += 1
        return found

    def test_all_layouts(self):
        for name in ALL:
            with self.subTest(name):
                document = self.load(name + ".odt")
                report = self.report(document)
                if report["scope"] != "nd30" or document.isReadonly():
                    answer = self.ask(document, call="apply-styles")
                    self.assertFalse(answer["ok"], answer)
                    self.assertEqual(document.UndoManager.getAllUndoActionTitles(), ())
                    document.close(True)
                    continue
                words, before = self.words(document), self.faults(report)
                if not self.ask(document, call="apply-styles")["ok"]:      # protected, signed …
                    self.assertEqual(document.UndoManager.getAllUndoActionTitles(), ())
                    document.close(True)
                    continue
                self.assertEqual(len(document.UndoManager.getAllUndoActionTitles()), 1)
                self.assertEqual(self.words(document), words)
                self.nothing_new(before, self.faults(self.report(document)), name)
                again = self.apply(document)
                self.assertEqual((again["styled"], again["changed"]), (0, False))
                self.assertEqual(len(document.UndoManager.getAllUndoActionTitles()), 1)
                document.close(True)

    def test_undo_is_exact(self):
        for name in ("bao-cao-cchc-loi.odt", "bao-cao-cchc.docx", "quyet-dinh.odt", "cong-van.docx", "co-bang.odt"):
            with self.subTest(name):
                document = self.load(name)
                document.Text.insertString(document.Text.End, " ", False)   # the person's own step before ours
                before = saved(self.office, document)
                steps = len(document.UndoManager.getAllUndoActionTitles())
                self.apply(document)
                self.assertEqual(len(document.UndoManager.getAllUndoActionTitles()), steps + 1)
                self.assertEqual(document.UndoManager.getAllUndoActionTitles()[0], "Thể Thức: áp dụng kiểu trình bày")
                after = saved(self.office, document)
                for _ in range(2):
                    document.UndoManager.undo()
                    self.assertEqual(difference(before, self.without(saved(self.office, document))), "")
                    document.UndoManager.redo()
                    self.assertEqual(difference(after, saved(self.office, document)), "")
                while document.UndoManager.isUndoPossible():
                    document.UndoManager.undo()
                while document.UndoManager.isRedoPossible():
                    document.UndoManager.redo()
                self.assertEqual(difference(after, saved(self.office, document)), "")

    @staticmethod
    def without(state):
        """Without the styles that stay, unused: nothing is set in them."""
        for name in set(re.findall(r'<style:style style:name="(TT_[^"]*)"', state)):
            bare = re.sub(rf'\s*<style:style style:name="{re.escape(name)}".*?</style:style>', "", state, flags=re.S)
            if f'"{name}"' not in bare:
                state = bare
        return state

    def test_docx(self):
        for name in DOCX:
            with self.subTest(name):
                document = self.load(name + ".docx")
                words, before = self.words(document), self.faults(self.report(document))
                answer = self.apply(document)
                self.assertGreater(answer["styled"], 3)
                self.assertEqual(self.words(document), words)
                self.nothing_new(before, self.faults(self.report(document)), name)
                path = self.folder / (name + "-kieu.docx")
                document.storeToURL(url(path), values(FilterName="MS Word 2007 XML"))
                again = self.office.load(path)
                self.addCleanup(self.close, again)
                self.assertGreater(self.styled(again)["TT Nội dung"], 0)
                self.nothing_new(before, self.faults(self.report(again)), name)
                second = self.apply(again)
                self.assertEqual((second["styled"], second["changed"]), (0, False))

    def test_direct_formatting_goes_and_emphasis_stays(self):
        document = self.load("bao-cao-chuan.odt")
        self.apply(document)
        walk, body = document.Text.createEnumeration(), None
        while body is None:
            one = walk.nextElement()
            if one.supportsService("com.sun.star.text.Paragraph") and one.ParaStyleName == "TT Nội dung" and len(one.String) > 60:
                body = one
        word = document.Text.createTextCursorByRange(body.Start)
        word.goRight(8, False)
        word.goRight(6, True)
        word.CharWeight, word.CharColor, word.CharHeight = 150, 0xC00000, 16
        whole = document.Text.createTextCursorByRange(body.Start)
        whole.gotoRange(body.End, True)
        whole.CharFontName, whole.CharUnderline = "Arial", 1
        body.ParaFirstLineIndent, body.ParaTopMargin = 500, 0
        tab = uno.createUnoStruct("com.sun.star.style.TabStop")
        tab.Position = 4000
        body.ParaTabStops = (tab,)
        self.apply(document)
        self.assertEqual((word.CharWeight, word.CharColor, word.CharHeight), (150, 0xC00000, 14))
        self.assertEqual((whole.CharFontName, whole.CharUnderline), ("Times New Roman", 1))
        self.assertAlmostEqual(body.ParaTabStops[0].Position, 4000, delta=2)
        # now the style rules: what it says, the paragraph follows
        document.StyleFamilies.getByName("ParagraphStyles").getByName("TT Nội dung").ParaFirstLineIndent = 1000
        self.assertAlmostEqual(body.ParaFirstLineIndent, 1000, delta=2)

    def test_the_agencys_choice_goes_to_the_whole_document(self):
        document = self.load("bao-cao-chuan.odt")
        profile = self.folder / "co-13.json"
        profile.write_text('{"schema": 1, "name": "UBND xã", "agency": ["ỦY BAN NHÂN DÂN", "XÃ ĐÔNG KHÊ"], "choices": {"bodySize": 13}}', encoding="utf-8")
        self.apply(document)
        before = saved(self.office, document)
        styles = document.StyleFamilies.getByName("ParagraphStyles")
        self.assertEqual(styles.getByName("TT Nội dung").CharHeight, 14)
        self.assertTrue(self.apply(document, profile=url(profile))["changed"])
        self.assertEqual(styles.getByName("TT Nội dung").CharHeight, 13)
        self.nothing_new(Counter(), Counter({rule: n for rule, n in self.faults(self.report(document)).items() if rule.endswith("/size")}), "size")
        document.UndoManager.undo()
        self.assertEqual(difference(before, saved(self.office, document)), "")

    def test_a_copy_of_a_file(self):
        out = self.folder / "kieu.odt"
        answer = self.ask(call="apply-styles", url=url(SAMPLES / "bao-cao-cchc.docx"), out=url(out))
        self.assertTrue(answer["ok"], answer)
        self.assertTrue(out.exists())
        self.assertFalse(self.ask(call="apply-styles", url=url(SAMPLES / "bao-cao-cchc.docx"))["ok"])


if __name__ == "__main__":
    unittest.main()
