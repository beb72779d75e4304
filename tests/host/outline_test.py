"""Outlines: each one written as .odt and .docx, with and without the agency's file and the period, passes the check."""

import json
import pathlib
import unittest

from draft_support import PROFILE, DraftCase
from office import url

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUTLINES = [json.loads(file.read_text(encoding="utf-8")) for file in sorted((ROOT / "templates" / "outlines").glob("*.json"))]
RECIPIENTS = {"cchc": ["- Sở Nội vụ (b/c);", "- Thường trực Đảng ủy;", "- Lưu: VT, VHXH."]}
PERIODS = {"thang": "tháng 9", "quy": "quý III", "6-thang": "6 tháng", "9-thang": "9 tháng", "nam": "năm"}
PRINTED = {"thang": "tháng 9 năm 2025", "quy": "quý III năm 2025", "6-thang": "6 tháng đầu năm 2025", "9-thang": "9 tháng đầu năm 2025",
           "nam": "năm 2025"}
INCOMING = "Công văn số 2369/SNV-XDCQ&CCHC ngày 07 tháng 8 năm 2025 của Sở Nội vụ tỉnh Cao Bằng về việc triển khai công tác cải cách hành chính"


class Outlines(DraftCase):
    PROFILES = ({**PROFILE, "name": "Ủy ban nhân dân xã Đông Khê", "recipients": RECIPIENTS},)

    def faults(self, name, out, type_):
        document = self.ask(call="check", url=url(out))["document"]
        wrong = [(name, f["rule"], f["message"], f["text"]) for f in document["findings"] if f["severity"] != "info"]
        if (document["scope"], document["type"]) != ("nd30", type_):
            wrong.append((name, document["scope"], document["type"]))
        return wrong

    def text(self, out):
        snapshot = self.ask(call="snapshot", url=url(out))["snapshot"]
        return [paragraph.get("text", "") for story in snapshot["stories"] for paragraph in story["paragraphs"]]

    def test_each_outline_passes_empty_and_filled(self):
        wrong = []
        for outline in OUTLINES:
            kinds = outline.get("periods", [])
            given = {"year": "2025", **({"period": PERIODS[kinds[0]]} if kinds else {})}
            for key in outline.get("keys", []):
                given[key["key"]] = INCOMING if "citation" in key else key["otherwise"].strip("[]")
            for ending in ("odt", "docx"):
                for more in ({}, {"profile": self.profiles[0], "set": given}):
                    out = self.folder / f"{outline['id']}-{len(more)}.{ending}"
                    answer = self.ask(call="new", outline=outline["id"], out=url(out), **more)
                    self.assertTrue(answer["ok"], (outline["id"], answer))
                    wrong += self.faults(out.name, out, outline["type"])
        self.assertEqual(wrong, [], "\n".join(map(str, wrong)))

    def test_period_and_year_stand_everywhere(self):
        for outline in OUTLINES:
            for kind in outline.get("periods", []):
                out = self.folder / "ky.odt"
                answer = self.ask(call="new", outline=outline["id"], out=url(out), set={"period": PERIODS[kind], "year": "2025"})
                self.assertTrue(answer["ok"], answer)
                text = self.text(out)
                expected = json.dumps(outline, ensure_ascii=False).count("{period}") + (kind == "nam")  # the date says it, too
                self.assertEqual(sum(one.count(PRINTED[kind]) for one in text), expected, (outline["id"], kind))
                self.assertFalse([one for one in text if (kind != "nam" and "2026" in one) or "{" in one or "kỳ báo cáo]" in one], outline["id"])

    def test_the_sections_of_the_sample_report(self):
        sample = (ROOT / "tests" / "documents" / "source" / "bao-cao-cchc-dong-khe.txt").read_text(encoding="utf-8")
        out = self.folder / "cchc.odt"
        self.assertTrue(self.ask(call="new", outline="cchc", out=url(out), set={"period": "quý III", "year": "2025"})["ok"])
        rows = next(one for one in OUTLINES if one["id"] == "cchc")["rows"]
        headings = [row["text"] for row in rows if row.get("style") in ("muc", "khoan")]
        text = self.text(out)
        for heading in headings:
            self.assertIn(heading, text)
        of_sample = [line.strip() for line in sample.splitlines() if line.strip() in headings]
        self.assertEqual(of_sample, headings)

    def test_a_reply_cites_what_it_answers(self):
        out = self.folder / "phuc-dap.odt"
        self.assertTrue(self.ask(call="new", outline="phuc-dap", out=url(out), set={"incoming": INCOMING})["ok"])
        text = self.text(out)
        self.assertIn("Kính gửi: Sở Nội vụ tỉnh Cao Bằng", text)
        self.assertIn("V/v phúc đáp Công văn số 2369/SNV-XDCQ&CCHC", text)
        self.assertTrue([one for one in text if one.startswith(f"Phúc đáp {INCOMING}, ")], text)
        self.assertIn("- Như trên;", text)

    def test_addressee_none_leaves_kinh_gui_and_nhu_tren_out(self):
        out = self.folder / "khong-kinh-gui.odt"
        self.assertTrue(self.ask(call="new", outline="cchc", out=url(out), set={"addressee": "-"})["ok"])
        text = "\n".join(self.text(out))
        self.assertNotIn("Kính gửi", text)
        self.assertNotIn("Như trên", text)
        self.assertEqual(self.faults("khong-kinh-gui", out, "BC"), [])

    def test_the_agency_s_list_of_recipients_serves_its_outline(self):
        out = self.folder / "noi-nhan.odt"
        self.assertTrue(self.ask(call="new", outline="cchc", out=url(out), profile=self.profiles[0])["ok"])
        self.assertIn("Nơi nhận:\n- Như trên;\n- Sở Nội vụ (b/c);\n- Thường trực Đảng ủy;", "\n".join(self.text(out)))

    def test_indicator_tables_with_figures_pass(self):
        """In the body, in an appendix, on a page that lies on its side; with ratios, totals and differences."""
        given = {"CCHC-3.3.1b": "671", "CCHC-3.3.2a": {"actual": "600", "plan": "610", "previous": "512,5"}, "CCHC-3.3.2b": {"actual": 58, "previous": 60},
                 "CCHC-3.3.2c": {"actual": "5", "previous": "2", "note": "đất đai"}, "CCHC-7.2a": "1.016", "CCHC-7.2c": "1.014", "CCHC-7.7a": "671", "CCHC-7.7": "342"}
        figures = self.folder / "so-lieu.json"
        figures.write_text(json.dumps({"schema": 1, "figures": given}), encoding="utf-8")
        tables = ["cchc-ket-qua-tthc", "cchc-chinh-quyen-so", "cchc-5",
                  "cchc-ket-qua-tthc:stt,chi-tieu,don-vi-tinh,ke-hoach,thuc-hien,ty-le,cung-ky,tang-giam,ghi-chu"]
        for ending in ("odt", "docx"):
            out = self.folder / f"bang.{ending}"
            answer = self.ask(call="new", outline="cchc", out=url(out), profile=self.profiles[0], figures=url(figures), tables=tables,
                              set={"period": "quý III", "year": "2025", "basis": INCOMING, "CCHC-5.5": "56"})
            self.assertTrue(answer["ok"], answer)
            self.assertEqual(self.faults(out.name, out, "BC"), [])
            snapshot = self.ask(call="snapshot", url=url(out))["snapshot"]
            cells = {}
            for table in snapshot["tables"]:
                if not table.get("bordered"):
                    continue
                paragraphs = snapshot["stories"][table.get("story", 0)]["paragraphs"]
                rows = {}
                for cell in snapshot["cells"][table.get("firstCell", 0):table.get("firstCell", 0) + table["cellCount"]]:
                    rows.setdefault(cell.get("row", 0), []).append(paragraphs[cell.get("firstParagraph", 0)].get("text", ""))
                cells[len(cells)] = list(rows.values())
            self.assertEqual(len(cells), len(tables), ending)
            results, digital, _, wide = cells.values()
            self.assertIn(["2", "Hồ sơ đã giải quyết", "hồ sơ", "663", ""], results)
            self.assertIn(["10", "Tỷ lệ giải quyết trước hạn và đúng hạn", "%", "99,25", ""], results)
            self.assertIn(["6", "Hồ sơ đang giải quyết", "hồ sơ", "", ""], results)
            self.assertIn(["3", "Tỷ lệ văn bản đi hoàn toàn điện tử", "%", "99,80", ""], digital)
            self.assertIn(["8", "Tỷ lệ hồ sơ nộp trực tuyến", "%", "50,97", ""], digital)
            self.assertIn(["3", "Trong đó: trước hạn", "hồ sơ", "610", "600", "98,36", "512,5", "87,5", ""], wide)
            self.assertIn(["5", "Trong đó: quá hạn", "hồ sơ", "", "5", "", "2", "3", "đất đai"], wide)

    def test_mistakes_in_files_are_named_and_write_nothing(self):
        out = self.folder / "khong.odt"
        for name, text, words in (("so.json", '{"schema": 1, "figures": {"CCHC-5.5": "nhiều"}}', ["so.json:1: /figures/CCHC-5.5: "]),
                                  ("so.json", '{"schema": 1, "figures": {"CCHC-9.9": "1"}}', ["CCHC-9.9"]),
                                  ("so.json", '{"schema": 1', ["so.json:1"])):
            (self.folder / name).write_text(text, encoding="utf-8")
            answer = self.ask(call="new", outline="cchc", tables=["cchc-5"], figures=url(self.folder / name), out=url(out))
            self.assertFalse(answer["ok"], text)
            for word in words:
                self.assertIn(word, answer["error"])
        broken = {**PROFILE, "indicators": [{"id": "x", "name": "X", "groups": [{"id": "x-1", "name": "N", "indicators": [{"id": "A", "name": "a", "unit": "%", "numerator": ["B"]}]}]}]}
        (self.folder / "hong.json").write_text(json.dumps(broken), encoding="utf-8")
        answer = self.ask(call="new", outline="cchc", profile=url(self.folder / "hong.json"), out=url(out))
        self.assertFalse(answer["ok"])
        self.assertIn("hong.json:1: /indicators/0/groups/0/indicators/0: ", answer["error"])
        self.assertFalse(out.exists())

    def test_mistakes_are_named_and_write_nothing(self):
        out = self.folder / "khong.odt"
        for words, request in ((["khong-co", "cchc"], {"outline": "khong-co"}), (["../cchc"], {"outline": "../cchc"}), (["BC", "KH"], {"outline": "cchc", "type": "KH"}),
                               (["quý V"], {"outline": "cchc", "set": {"period": "quý V"}}), (["quy", "tháng 3"], {"outline": "cchc", "set": {"period": "tháng 3"}}),
                               (["incoming"], {"outline": "cchc", "set": {"incoming": "x"}})):
            answer = self.ask(call="new", out=url(out), **request)
            self.assertFalse(answer["ok"], request)
            for word in words:
                self.assertIn(word, answer["error"])
            self.assertFalse(out.exists())


if __name__ == "__main__":
    unittest.main()
