"""New documents: each type, with and without the agency's file, as .odt and .docx, passes the check."""

import json
import pathlib
import tempfile
import unittest

from office import Office, url
from com.sun.star.beans import NamedValue

ROOT = pathlib.Path(__file__).resolve().parents[2]
TYPES = json.loads((ROOT / "templates" / "document-types.json").read_text(encoding="utf-8"))["types"]
PROFILE = {
    "schema": 1, "name": "UBND xã Đông Khê", "agency": ["ỦY BAN NHÂN DÂN", "XÃ ĐÔNG KHÊ"], "place": "Đông Khê", "abbreviation": "UBND",
    "draftingUnit": "VHXH", "signers": [{"name": "Vũ Thế Cường", "authority": ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]}],
    "choices": {"bodySize": 13, "firstLineIndent": 1, "lineSpacing": 1.15},
}
SET = {"subject": "kết quả thực hiện công tác cải cách hành chính|quý III năm 2025", "addressee": "Sở Nội vụ tỉnh Cao Bằng", "number": "135",
       "day": "5", "month": "2", "year": "2025"}


class Draft(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = Office().start()
        cls.folder = pathlib.Path(tempfile.mkdtemp(dir=cls.office.folder))
        cls.profile = cls.folder / "ho-so.json"
        cls.profile.write_text(json.dumps(PROFILE), encoding="utf-8")

    @classmethod
    def tearDownClass(cls):
        cls.office.stop()

    def ask(self, **request):
        request.setdefault("lang", "vi")
        entry = self.office.create("vn.thethuc.JsonEntry")
        return json.loads(entry.execute((NamedValue("Request", json.dumps(request)),)))

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
        self.passes(profile=url(self.profile), set=SET)

    def test_what_is_given_stands_in_the_document(self):
        out = self.folder / "bao-cao.odt"
        self.assertTrue(self.ask(call="new", type="BC", out=url(out), profile=url(self.profile), set=SET)["ok"])
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
