"""An earlier report moved on to the next period, from .odt and .docx: what is changed, what is listed, and the source stays as it is."""

import pathlib
import unittest

from draft_support import PROFILE, DraftCase
from office import url

SAMPLES = pathlib.Path(__file__).resolve().parents[1] / "documents"


class NextPeriod(DraftCase):
    PROFILES = (PROFILE,)

    def text(self, out):
        snapshot = self.ask(call="snapshot", url=url(out))["snapshot"]
        return [paragraph.get("text", "") for story in snapshot["stories"] for paragraph in story["paragraphs"]]

    def move(self, source, name, **more):
        out = self.folder / name
        answer = self.ask(call="next-period", url=url(source), out=url(out), **more)
        self.assertTrue(answer["ok"], answer)
        return answer, out

    def test_the_sample_report_moves_on(self):
        for ending in ("odt", "docx"):
            source = SAMPLES / f"bao-cao-cchc.{ending}"
            before = source.read_bytes()
            answer, out = self.move(source, f"ky-sau.{ending}")
            self.assertEqual((answer["from"], answer["to"]), ("quý III năm 2025", "quý IV năm 2025"))
            self.assertEqual(source.read_bytes(), before)
            old, new = self.text(source), self.text(out)
            self.assertEqual(len(old), len(new))
            whole = "\n".join(new)
            self.assertNotIn("III năm 2025", whole)
            self.assertTrue([one for one in new if one.startswith("Trên đây là Báo cáo") and "Quý IV năm 2025" in one])
            self.assertIn("Tính đến ngày 10/12/2025", whole)
            self.assertIn("từ ngày 11/09/2025 tính đến ngày 10/12/2025", whole)
            self.assertIn("Đến hết ngày 19/8/2025", whole)
            # The cited documents are word for word the same.
            cited = [self.ask(call="cite", url=url(one))["cite"]["documents"][0]["citations"] for one in (source, out)]
            names = [[(one["symbol"], one["date"], one["subject"]) for one in some] for some in cited]
            self.assertEqual(names[0], names[1])
            elements = {one["element"]: one["text"] for one in self.ask(call="check", url=url(out))["document"]["elements"]}
            self.assertEqual("".join(elements["so-ky-hieu"].split()), "Số:/BC-UBND")
            self.assertNotIn("2025", "".join(one for one in new if "ngày" in one and "tháng" in one and one.startswith("Đông Khê")))
            reasons = {one["message"] for one in answer["left"]}
            self.assertTrue([one for one in reasons if "Số liệu của kỳ trước" in one])
            cited = [one["text"] for one in answer["left"] if "Viện dẫn văn bản" in one["message"]]
            self.assertTrue([one for one in cited if one.startswith("+ Quyết định số 42/QĐ-UBND")])
            figures = [one["text"] for one in answer["left"] if "Số liệu của kỳ trước" in one["message"]]
            self.assertTrue([one for one in figures if "Tổng số hồ sơ tiếp nhận: 671" in one])

    def test_another_period_may_be_given(self):
        answer, out = self.move(SAMPLES / "bao-cao-cchc.odt", "nam.odt", set={"period": "năm 2025"})
        self.assertEqual(answer["to"], "năm 2025")
        self.assertTrue([one for one in self.text(out) if one.startswith("Trên đây là Báo cáo") and "Năm 2025" in one])

    def test_a_report_with_a_table_keeps_its_rows(self):
        first = self.folder / "co-bang.odt"
        answer = self.ask(call="new", outline="cchc", profile=self.profiles[0], tables=["cchc-ket-qua-tthc"], out=url(first),
                          set={"period": "quý IV", "year": "2025", "CCHC-3.3.1b": "671", "CCHC-3.3.2a": "600", "CCHC-3.3.2b": "58", "CCHC-3.3.2c": "5"})
        self.assertTrue(answer["ok"], answer)
        answer, out = self.move(first, "bang-ky-sau.odt")
        self.assertEqual(answer["to"], "quý I năm 2026")
        old, new = self.text(first), self.text(out)
        self.assertEqual([one for one in old if "IV" not in one and "2025" not in one and "2026" not in one and not one.startswith("Số:")],
                         [new[i] for i, one in enumerate(old) if "IV" not in one and "2025" not in one and "2026" not in one and not one.startswith("Số:")])
        marked = [one["text"] for one in answer["left"] if "Số liệu của kỳ trước" in one["message"]]
        self.assertIn("663", marked)
        self.assertNotIn("10", marked)           # the serial number of the last row

    def test_figures_go_into_the_column_of_comparison(self):
        for ending in ("odt", "docx"):
            first = self.folder / f"so-sanh.{ending}"
            answer = self.ask(call="new", outline="cchc", profile=self.profiles[0], out=url(first),
                              tables=["cchc-ket-qua-tthc:stt,chi-tieu,thuc-hien,cung-ky,tang-giam"],
                              set={"period": "quý III", "year": "2025", "CCHC-3.3.1b": "671", "CCHC-3.3.2a": "600", "CCHC-3.3.2b": "58", "CCHC-3.3.2a/previous": "500"})
            self.assertTrue(answer["ok"], answer)
            before = self.cells(first)
            answer, out = self.move(first, f"so-sanh-ky-sau.{ending}")
            after = self.cells(out)
            self.assertEqual([row[:2] for row in after], [row[:2] for row in before])
            filled = [row for row in before[1:] if row[2]]
            self.assertGreaterEqual(len(filled), 3)
            self.assertEqual([row[2] for row in before[1:]], [row[3] for row in after[1:]])
            self.assertEqual({row[2] for row in after[1:]}, {""})
            # From .docx a difference comes as a field of the text, which would show nothing less 600.
            self.assertEqual({row[4] for row in after[1:]}, {""})
            self.assertTrue([one for one in answer["left"] if "Cùng kỳ" in one["message"]])

    def cells(self, path):
        document = self.office.load(path)
        try:
            table = next(document.TextTables.getByIndex(i) for i in range(document.TextTables.Count) if document.TextTables.getByIndex(i).Columns.Count == 5)
            return [[table.getCellByPosition(column, row).String for column in range(5)] for row in range(table.Rows.Count)]
        finally:
            document.close(True)

    def test_mistakes_are_named_and_write_nothing(self):
        out = self.folder / "khong.odt"
        none = self.folder / "khong-ky.odt"
        self.assertTrue(self.ask(call="new", type="BC", out=url(none), set={"subject": "tình hình chung"})["ok"])
        for words, request in ((["trích yếu", "khong-ky.odt"], {"url": url(none)}), (["quý V"], {"url": url(SAMPLES / "bao-cao-cchc.odt"), "set": {"period": "quý V"}}),
                               (["place"], {"url": url(SAMPLES / "bao-cao-cchc.odt"), "set": {"place": "X"}}), (["khong-co.odt"], {"url": url(SAMPLES / "khong-co.odt")})):
            answer = self.ask(call="next-period", out=url(out), **request)
            self.assertFalse(answer["ok"], request)
            for word in words:
                self.assertIn(word, answer["error"])
            self.assertFalse(out.exists())
        copy = self.folder / "nguon.odt"
        copy.write_bytes((SAMPLES / "bao-cao-cchc.odt").read_bytes())
        self.assertFalse(self.ask(call="next-period", url=url(copy), out=url(copy))["ok"])
        self.assertEqual(copy.read_bytes(), (SAMPLES / "bao-cao-cchc.odt").read_bytes())


if __name__ == "__main__":
    unittest.main()
