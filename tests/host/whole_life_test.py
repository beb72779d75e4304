"""One report with everything in it: frame, mark, table, appendix; insert, undo, redo, insert again, update, save, open as .docx, update again; nothing doubled, nothing lost."""

import unittest

from draft_support import PROFILE, DraftCase
from write_support import difference, saved, values
from office import url

SET = {"subject": "kết quả công tác cải cách hành chính quý III năm 2025", "addressee": "Sở Nội vụ tỉnh Cao Bằng", "day": "11", "month": "9", "year": "2025", "number": "135"}
TABLE = "cchc-ket-qua-tthc"
FIGURES = {"CCHC-3.3.2a": "384", "CCHC-3.3.2b": "24", "CCHC-3.3.2c": "1", "CCHC-3.3.3a": "10", "CCHC-3.3.3b": "5"}
TYPED = "Người soạn gõ thêm."
ONCE = ("quoc-hieu", "tieu-ngu", "so-ky-hieu", "dia-danh-thoi-gian", "ten-loai", "trich-yeu", "kinh-gui", "ho-ten", "do-khan")


class WholeLife(DraftCase):
    maxDiff = None
    PROFILES = (PROFILE,)

    def draft(self, document, **more):
        answer = self.ask(document, call="draft", type="BC", profile=self.profiles[0], **{"set": SET, **more})
        self.assertTrue(answer["ok"], answer)
        return answer["inserted"], answer["updated"]

    def table(self, document):
        """The indicator table, the only one; its column of names and that of figures."""
        tables = [document.TextTables.getByIndex(i) for i in range(document.TextTables.Count)]
        found = [one for one in tables if one.getCellByName("A1").String == "STT"]
        self.assertEqual(len(found), 1)
        return found[0], [[found[0].getCellByName(f"{letter}{row}").String for letter in "BD"] for row in range(2, found[0].Rows.Count + 1)]

    def judged(self, document):
        """Everything stands once, and the check has nothing to say."""
        report = self.ask(document, call="check")["document"]
        found = [element["element"] for element in report["elements"]]
        self.assertEqual({name: found.count(name) for name in ONCE}, dict.fromkeys(ONCE, 1))
        self.assertEqual(document.Text.String.count(TYPED), 1)
        words = "\n".join(one.get("text", "") for one in self.ask(document, call="snapshot")["snapshot"]["stories"][0]["paragraphs"])
        self.assertEqual([line.strip().lower() for line in words.splitlines()].count("phụ lục"), 1)
        self.assertEqual([(f["rule"], f["message"], f["text"]) for f in report["findings"] if f["severity"] == "error"], [])
        return words

    def test_a_report_with_everything(self):
        document = self.office.desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, values(Hidden=True))
        self.addCleanup(document.close, True)
        states = [saved(self.office, document)]
        titles = lambda: len(document.UndoManager.getAllUndoActionTitles())

        def step(change):
            before = titles()
            change()
            self.assertEqual(titles(), before + 1)
            states.append(saved(self.office, document))

        def type_in():
            walk = document.Text.createEnumeration()
            while walk.hasMoreElements():
                one = walk.nextElement()
                if one.supportsService("com.sun.star.text.Paragraph") and "báo cáo như sau" in one.String:
                    document.Text.insertString(one.End, " " + TYPED, False)
                    document.CurrentController.ViewCursor.gotoRange(one.End, False)
                    return

        step(lambda: self.assertGreater(self.draft(document, pages=True)[0], 0))
        step(type_in)
        step(lambda: self.assertEqual(self.draft(document, parts=["tables"], tables=[TABLE], set={**SET, **FIGURES}), (1, 0)))
        step(lambda: self.assertEqual(self.draft(document, parts=["khan"]), (1, 0)))
        step(lambda: self.assertEqual(self.draft(document, parts=["appendix"]), (1, 0)))
        words = self.judged(document)
        # Back to the empty page and forward again.
        body = lambda state: state[state.index("<office:body"):]
        for state in reversed(states[:-1]):
            document.UndoManager.undo()
            self.assertEqual(difference(body(state), body(saved(self.office, document))), "")
        for state in states[1:]:
            document.UndoManager.redo()
            self.assertEqual(difference(body(state), body(saved(self.office, document))), "")
        # Again: nothing is doubled, nothing to update.
        self.assertEqual(self.draft(document, pages=True), (0, 0))
        self.assertEqual(self.draft(document, parts=["khan"]), (0, 0))
        self.assertEqual(self.draft(document, parts=["appendix"]), (0, 0))
        self.assertEqual(self.judged(document), words)
        # Another number, another figure.
        table, before = self.table(document)
        row = next(at for at, (_, figure) in enumerate(before) if figure == "384") + 2
        table.getCellByName(f"D{row}").setString("390")
        document.TextFields.refresh()
        asked = dict(SET, number="136")
        self.assertEqual(self.draft(document, set=asked)[0], 0)
        self.assertEqual(self.draft(document, set=asked, parts=["appendix"]), (0, 1))   # it says which report it goes with
        answer = self.ask(document, call="update-tables", profile=self.profiles[0])
        self.assertEqual((answer["ok"], answer["tables"], answer["left"]), (True, 1, []))
        words = self.judged(document)
        _, figures = self.table(document)
        self.assertEqual((words.count("135"), words.count("136")), (0, 2))
        self.assertNotEqual(figures, before)
        for name, filter_name in (("ca-doi.odt", "writer8"), ("ca-doi.docx", "MS Word 2007 XML")):
            with self.subTest(name):
                path = self.folder / name
                document.storeAsURL(url(path), values(FilterName=filter_name))
                again = self.office.load(path)
                self.addCleanup(again.close, True)
                self.judged(again)
                self.assertEqual(self.table(again)[1], figures)
                self.assertEqual((self.draft(again, set=asked), self.draft(again, set=asked, parts=["khan"]), self.draft(again, set=asked, parts=["appendix"])), ((0, 0), (0, 0), (0, 0)))
                answer = self.ask(again, call="update-tables", profile=self.profiles[0])
                self.assertEqual((answer["ok"], answer["tables"], answer["kept"], answer["left"]), (True, 1, [], []))
                self.assertEqual(self.table(again)[1], figures)
                # And once more with another figure, which totals follow.
                table, _ = self.table(again)
                table.getCellByName(f"D{row}").setString("400")
                again.TextFields.refresh()
                self.assertTrue(self.ask(again, call="update-tables", profile=self.profiles[0])["ok"])
                self.assertEqual([one for one in self.table(again)[1] if one[0] == "Hồ sơ đã giải quyết"], [["Hồ sơ đã giải quyết", "425"]])
                self.judged(again)


if __name__ == "__main__":
    unittest.main()
