"""“Lưu làm mẫu”: an outline from a document, offered from then on; what is made of it passes the check; broken files are named."""

import json
import pathlib
import unittest

from draft_support import PROFILE, DraftCase
from write_support import saved
from office import url

SAMPLES = pathlib.Path(__file__).resolve().parents[1] / "documents"


class OwnOutline(DraftCase):
    PROFILES = (PROFILE,)

    def keep(self, name, document):
        answer = self.ask(document, call="save-outline", name=name, profile=self.profiles[0])
        self.assertTrue(answer["ok"], answer)
        self.addCleanup(pathlib.Path(answer["out"]).unlink)
        return answer

    def test_from_the_sample_report_to_the_next_one(self):
        document = self.office.load(SAMPLES / "bao-cao-cchc.docx")
        self.addCleanup(document.close, True)
        before = saved(self.office, document)
        made = self.keep("Báo cáo CCHC của xã", document)
        self.assertEqual(made["id"], "bao-cao-cchc-cua-xa")
        self.assertEqual(pathlib.Path(made["out"]).parent.name, "de-cuong")
        self.assertEqual(saved(self.office, document), before)
        self.assertGreater(made["gaps"], 3)
        self.assertGreater(made["guiding"], 20)
        for ending in ("odt", "docx"):
            out = self.folder / f"tu-mau.{ending}"
            answer = self.ask(call="new", outline=made["id"], profile=self.profiles[0], out=url(out), set={"period": "quý IV năm 2025"})
            self.assertTrue(answer["ok"], answer)
            report = self.ask(call="check", url=url(out))["document"]
            self.assertEqual([(f["rule"], f["message"], f["text"]) for f in report["findings"] if f["severity"] == "error"
                              and not f["rule"].startswith(("vien-dan/", "so-lieu/"))], [])
            words = "\n".join(p.get("text", "") for p in self.ask(call="snapshot", url=url(out))["snapshot"]["stories"][0]["paragraphs"])
            self.assertIn("uý IV năm 2025", words)
            self.assertNotIn("671", words)
            self.assertIn("[…]", words)
        again = self.ask(document, call="save-outline", name="Báo cáo CCHC của xã")
        self.assertFalse(again["ok"])
        self.assertIn("đặt tên khác", again["error"])

    def test_names_and_documents_that_will_not_do(self):
        document = self.office.new()
        self.addCleanup(document.close, True)
        for name, words in (("", "cần có chữ"), ("…", "cần có chữ"), ("Mẫu trống", "Chưa nhận ra loại")):
            answer = self.ask(document, call="save-outline", name=name)
            self.assertFalse(answer["ok"])
            self.assertIn(words, answer["error"])

    def test_a_broken_file_is_named_and_the_others_serve(self):
        document = self.office.load(SAMPLES / "cong-van.odt")
        self.addCleanup(document.close, True)
        made = self.keep("Công văn của xã", document)
        broken = pathlib.Path(made["out"]).with_name("hong.json")
        broken.write_text('{"schema": 1,\n"id": "hong", "name": "Hỏng", "type": "BC",\n"rows": [{"style": "noi_dung", "text": "{sai}"}]}', encoding="utf-8")
        self.addCleanup(broken.unlink)
        out = self.folder / "cv.odt"
        answer = self.ask(call="new", outline="hong", out=url(out))
        self.assertFalse(answer["ok"])
        self.assertIn("hong.json:3:", answer["error"])
        self.assertTrue(self.ask(call="new", outline=made["id"], profile=self.profiles[0], out=url(out))["ok"])


if __name__ == "__main__":
    unittest.main()
