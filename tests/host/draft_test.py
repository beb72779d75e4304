"""New documents: each type, with and without the agency's file, as .odt and .docx, passes the check."""

import json
import pathlib
import unittest

from draft_support import PROFILE, DraftCase
from office import url

ROOT = pathlib.Path(__file__).resolve().parents[2]
TYPES = json.loads((ROOT / "templates" / "document-types.json").read_text(encoding="utf-8"))["types"]
CHOICES = {"bodySize": 13, "firstLineIndent": 1, "lineSpacing": 1.15}
SET = {"subject": "kết quả thực hiện công tác cải cách hành chính|quý III năm 2025", "addressee": "Sở Nội vụ tỉnh Cao Bằng", "number": "135",
       "day": "5", "month": "2", "year": "2025"}


class Draft(DraftCase):
    PROFILES = ({**PROFILE, "choices": CHOICES},)

    def passes(self, **more):
        wrong = []
        for entry in TYPES:
            for ending in ("odt", "docx"):
                out = self.folder / f"{entry['type']}.{ending}"
                answer = self.ask(call="new", type=entry["type"], out=url(out), **more)
                self.assertTrue(answer["ok"], (entry["type"], answer))
                document = self.ask(call="check", url=url(out))["document"]
                if (document["scope"], document["type"]) != ("nd30", entry["type"]):
                    wrong.append((entry["type"], ending, document["scope"], document["type"]))
                wrong += [(entry["type"], ending, f["rule"], f["message"], f["text"]) for f in document["findings"] if f["severity"] != "info"]
        self.assertEqual(wrong, [], "\n".join(map(str, wrong)))

    def test_each_type_without_anything_passes(self):
        self.passes()

    def test_each_type_of_an_agency_passes(self):
        self.passes(profile=self.profiles[0], set=SET)

    def test_what_is_given_stands_in_the_document(self):
        out = self.folder / "bao-cao.odt"
        self.assertTrue(self.ask(call="new", type="BC", out=url(out), profile=self.profiles[0], set=SET)["ok"])
        elements = {}
        for element in self.ask(call="check", url=url(out))["document"]["elements"]:
            elements.setdefault(element["element"], []).append(element["text"])
        self.assertEqual(elements["so-ky-hieu"], ["Số: 135/BC-UBND"])
        self.assertEqual(elements["dia-danh-thoi-gian"], ["Đông Khê, ngày 05 tháng 02 năm 2025"])
        self.assertEqual(elements["kinh-gui"], ["Kính gửi: Sở Nội vụ tỉnh Cao Bằng"])
        self.assertEqual(elements["ho-ten"], ["Vũ Thế Cường"])

    def test_mistakes_are_named_and_write_nothing(self):
        out = self.folder / "khong.odt"
        for words, request in ((["XX", "BC"], {"type": "XX"}), (["mau-sac"], {"type": "BC", "set": {"mau-sac": "đỏ"}}),
                               (["bang"], {"type": "BC", "tables": ["bang"]}), (["khong-co"], {"type": "BC", "profile": "file:///khong-co.json"})):
            answer = self.ask(call="new", out=url(out), **request)
            self.assertFalse(answer["ok"])
            for word in words:
                self.assertIn(word, answer["error"])
            self.assertFalse(out.exists())


if __name__ == "__main__":
    unittest.main()
