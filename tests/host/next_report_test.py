"""“Từ báo cáo kỳ trước…”: the new report in a window of its own, with the list of what is left to look at in its panel; the file stays as it is."""

import json
import pathlib
import unittest

from panel_support import PanelCase
from office import url
from com.sun.star.beans import NamedValue

SAMPLES = pathlib.Path(__file__).resolve().parents[1] / "documents"


class NextReport(PanelCase):
    PANEL = "DraftPanel"
    LIST = "points"

    def shown(self):
        return f"{self.text('draft-note')!r} / {self.text('points-note')!r}"

    def ask(self, **request):
        return json.loads(self.office.create("vn.thethuc.JsonEntry").execute((NamedValue("Request", json.dumps(dict(request, lang="vi"))),)))

    def windows(self):
        walk, found = self.office.desktop.Components.createEnumeration(), []
        while walk.hasMoreElements():
            found.append(walk.nextElement())
        return found

    def make(self, name):
        before = [one.RuntimeUID for one in self.windows()]
        source = SAMPLES / name
        bytes_ = source.read_bytes()
        answer = self.ask(call="next-period", url=url(source), window=True)
        self.assertTrue(answer["ok"], answer)
        self.assertEqual(source.read_bytes(), bytes_)
        self.assertFalse((SAMPLES / f".~lock.{name}#").exists())
        new = [one for one in self.windows() if one.RuntimeUID not in before]
        self.assertEqual(len(new), 1)
        self.addCleanup(lambda: new[0].close(True))
        return new[0], answer

    def test_a_window_of_its_own(self):
        for name in ("bao-cao-cchc.odt", "bao-cao-cchc.docx"):
            with self.subTest(name):
                document, answer = self.make(name)
                self.assertEqual(document.URL, "")
                self.assertFalse(document.isReadonly())
                self.assertEqual((answer["from"], answer["to"]), ("quý III năm 2025", "quý IV năm 2025"))
                self.assertNotIn("III năm 2025", document.Text.String)
                self.assertEqual(document.UndoManager.getAllUndoActionTitles(), ("Thể Thức: chuyển sang kỳ sau",))

    def test_the_list_goes_to_each_place_and_gets_shorter(self):
        document, answer = self.make("bao-cao-cchc.odt")
        self.show_panel(document, "vn.thethuc:panel")
        count = len(answer["left"])
        self.assertGreater(count, 10)
        self.wait(lambda: f"Còn {count} chỗ" in self.text("points-note"), "the list")
        leaves = self.leaves()
        self.assertEqual(len(leaves), count)
        self.assertEqual({leaf.Parent.DisplayValue for leaf in leaves}, {one["message"] for one in answer["left"]})
        self.control("points").select(leaves[3])
        self.wait(lambda: self.selected(document).strip()[:30] == leaves[3].DisplayValue[:30], "the place")
        self.press("point-done")
        self.wait(lambda: f"Còn {count - 1} chỗ" in self.text("points-note"), "a shorter list")
        self.assertEqual(len(self.leaves()), count - 1)
        self.press("points-close")
        self.wait(lambda: not self.control("points").isVisible(), "the end of the list")

    @staticmethod
    def selected(document):
        return document.CurrentController.Selection.getByIndex(0).String

    def test_mistakes_open_nothing(self):
        before = len(self.windows())
        for words, request in ((["trích yếu"], {"url": url(SAMPLES / "giay-moi.odt")}), (["quý V"], {"url": url(SAMPLES / "bao-cao-cchc.odt"), "set": {"period": "quý V"}}),
                               (["khong-co.odt"], {"url": url(SAMPLES / "khong-co.odt")})):
            answer = self.ask(call="next-period", window=True, **request)
            self.assertFalse(answer["ok"], request)
            for word in words:
                self.assertIn(word, answer["error"])
        self.assertEqual(len(self.windows()), before)


if __name__ == "__main__":
    unittest.main()
