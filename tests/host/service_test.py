"""The service: JSON in, JSON out, for clients that know no type library of ours, and for macros."""

import json
import os
import pathlib
import shutil
import tempfile
import threading
import unittest

import office
from office import Office
from com.sun.star.beans import NamedValue

SOURCE = pathlib.Path(os.environ.get("THETHUC_SOURCE") or pathlib.Path(__file__).resolve().parents[2])
DOCUMENTS = SOURCE / "tests" / "documents"
SAMPLE = DOCUMENTS / "bao-cao-cchc.odt"
PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000"
                    "0500015e8bd4750000000049454e44ae426082")


def settled(snapshot):
    """A snapshot without what page number fields show: that comes with the layout, not with the document."""
    for story in snapshot["stories"]:
        if story.get("kind") not in ("header", "footer"):
            continue
        for paragraph in story["paragraphs"]:
            if any(run.get("kind") == "pageNumber" for run in paragraph.get("runs", [])):
                paragraph["t" if "t" in paragraph else "text"] = "#"
                for run in paragraph["runs"]:
                    run.pop("length", None)
                    run.pop("start", None)
    return snapshot


class Service(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = Office().start()
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="thethuc-service-"))

    @classmethod
    def tearDownClass(cls):
        cls.office.stop()
        shutil.rmtree(cls.folder, ignore_errors=True)

    def ask(self, document=None, **request):
        values = [NamedValue("Request", json.dumps(request))]
        if document is not None:
            values.append(NamedValue("Document", document))
        return json.loads(self.office.create("vn.thethuc.JsonEntry").execute(tuple(values)))

    def url(self, path):
        return office.url(path)

    def refused(self, *words, **request):
        answer = self.ask(**request)
        self.assertFalse(answer["ok"], answer)
        self.assertNotIn("\n", answer["error"])
        for word in words:
            self.assertIn(word, answer["error"])
        return answer["error"]

    # -- what it answers
    def test_version_rules_percent(self):
        self.assertRegex(self.ask(call="version")["version"], r"^\d+\.\d+\.\d+$")
        rules = self.ask(call="rules")["rules"]
        rules = rules["rules"] if isinstance(rules, dict) else rules
        self.assertGreater(len(rules), 50)
        self.assertEqual(self.ask(call="percent", numerator="14", denominator="41")["percent"], "34,15%")
        self.refused("0", call="percent", numerator="14", denominator="0")

    def test_check_of_a_file(self):
        answer = self.ask(call="check", url=self.url(SAMPLE), lang="vi")
        self.assertTrue(answer["ok"], answer)
        document = answer["document"]
        self.assertEqual(document["scope"], "nd30")
        self.assertEqual(document["type"], "BC")
        self.assertGreater(document["pages"], 3)
        self.assertEqual(set(document["milliseconds"]), {"load", "layout", "read", "check"})
        for finding in document["findings"]:
            self.assertGreater(finding["at"]["page"], 0, finding)
            self.assertTrue(finding["message"])

    def test_citations_of_the_sample_report(self):
        answer = self.ask(call="cite", url=self.url(SAMPLE))
        self.assertTrue(answer["ok"], answer)
        citations = answer["cite"]["documents"][0]["citations"]
        self.assertEqual([one["number"] for one in citations], list(range(1, len(citations) + 1)))
        # laws may be cited without a symbol; the report's own number is not one
        named = [one for one in citations if one["symbol"]]
        self.assertEqual(len(named), 45)
        self.assertEqual(sum(len(one["mentions"]) for one in named), 49)
        symbols = [one["symbol"] for one in named]
        self.assertIn("111/2022/NĐ-CP", symbols)
        self.assertIn("111/2020/NĐ-CP", symbols)
        decision = next(one for one in citations if one["symbol"] == "42/QĐ-UBND")
        self.assertEqual(decision["type"], "Quyết định")
        self.assertEqual(decision["date"], "2025-07-07")
        self.assertTrue(all(mention["form"] in ("full", "partial", "short") for one in citations for mention in one["mentions"]))
        checked = self.ask(call="check", url=self.url(SAMPLE))["document"]["citations"]
        self.assertEqual(checked, citations)

    def test_the_document_given_is_checked_where_it_is(self):
        document = self.office.load(SAMPLE)
        try:
            answer = self.ask(document, call="check")
            self.assertTrue(answer["ok"], answer)
            self.assertEqual(answer["document"]["type"], "BC")
            self.assertFalse(document.isModified())
            self.assertTrue(self.ask(document, call="snapshot")["snapshot"]["stories"])
        finally:
            document.close(True)

    def test_language(self):
        vietnamese = self.refused("Không tìm thấy", call="check", url="file:///khong/co.odt")
        english = self.refused("was not found", call="check", url="file:///khong/co.odt", lang="en")
        self.assertNotEqual(vietnamese, english)

    def test_only(self):
        everything = self.ask(call="check", url=self.url(DOCUMENTS / "bao-cao-cchc-loi.odt"))["document"]["findings"]
        if not everything:
            self.skipTest("no findings")
        rule = everything[0]["rule"]
        some = self.ask(call="check", url=self.url(DOCUMENTS / "bao-cao-cchc-loi.odt"), only=[rule])["document"]["findings"]
        self.assertEqual({f["rule"] for f in some}, {rule})

    def test_rules_that_the_agency_switches_off(self):
        source = DOCUMENTS / "bao-cao-cchc-loi.odt"
        rules = {f["rule"] for f in self.ask(call="check", url=self.url(source))["document"]["findings"]}
        off = sorted(rules)[0]
        profile = self.folder / "ho-so.json"
        profile.write_text(json.dumps({"schema": 1, "name": "A", "agency": ["B"], "check": {"off": [off]}}), encoding="utf-8")
        left = {f["rule"] for f in self.ask(call="check", url=self.url(source), profile=self.url(profile))["document"]["findings"]}
        self.assertEqual(left & {off}, set())
        self.assertLessEqual(rules - {off}, left)
        profile.write_text('{"schema": 1,\n"name": "A", "agency": ["B"],\n"check": {"off": ["khong/co"]}}', encoding="utf-8")
        self.refused("ho-so.json:3:", call="check", url=self.url(source), profile=self.url(profile))
        out = self.folder / "sua-theo-ho-so.odt"
        self.refused("ho-so.json:3:", call="fix", url=self.url(source), out=self.url(out), profile=self.url(profile))
        self.assertFalse(out.exists())

    def test_fix_writes_and_leaves_the_source_alone(self):
        source = pathlib.Path(shutil.copy(DOCUMENTS / "bao-cao-cchc-loi.odt", self.folder))
        before = source.read_bytes()
        for ending in ("odt", "fodt", "docx", "pdf"):
            out = self.folder / f"sua.{ending}"
            answer = self.ask(call="fix", url=self.url(source), out=self.url(out))
            self.assertTrue(answer["ok"], answer)
            self.assertTrue(answer["changed"])
            self.assertGreater(out.stat().st_size, 1000)
            self.assertEqual([f["rule"] for f in answer["remaining"] if f["fix"] == "safe"], [])
        self.assertEqual(source.read_bytes(), before)
        again = self.ask(call="fix", url=self.url(self.folder / "sua.odt"), out=self.url(self.folder / "lai.odt"))
        self.assertEqual(again["changed"], [])
        self.assertEqual([p.name for p in self.folder.glob(".~lock*")], [])

    def test_fix_of_an_open_document_is_one_undo_step(self):
        document = self.office.load(DOCUMENTS / "bao-cao-cchc-loi.odt", hidden=False)
        try:
            before = self.ask(document, call="snapshot")["snapshot"]
            answer = self.ask(document, call="fix")
            self.assertTrue(answer["ok"], answer)
            self.assertTrue(answer["changed"])
            undo = document.getUndoManager()
            self.assertEqual(len(undo.getAllUndoActionTitles()), 1, undo.getAllUndoActionTitles())
            self.assertIn("Thể Thức", undo.getCurrentUndoActionTitle())
            undo.undo()
            self.assertEqual(settled(self.ask(document, call="snapshot")["snapshot"]), settled(before))
        finally:
            document.close(True)

    # -- what it refuses
    def test_fix_never_writes_onto_the_source(self):
        source = pathlib.Path(shutil.copy(SAMPLE, self.folder / "nguon.odt"))
        before = source.read_bytes()
        self.refused("nguon.odt", call="fix", url=self.url(source), out=self.url(source))
        link = self.folder / "lien-ket.odt"
        link.symlink_to(source)
        self.refused(call="fix", url=self.url(source), out=self.url(link))
        self.assertEqual(source.read_bytes(), before)
        self.refused(".odt", call="fix", url=self.url(source), out=self.url(self.folder / "x.xyz"))
        self.refused(call="fix", url=self.url(source), out="file:///khong/co/thu/muc/x.odt")
        self.refused(call="fix", url=self.url(source))

    def test_wrong_requests(self):
        self.refused(call="nhay")
        self.refused(call="check")
        self.refused(call="check", url="http://example.org/x.odt")
        self.refused("lang", call="rules", lang="fr")
        self.refused("only", call="check", url=self.url(SAMPLE), only="x")
        self.refused(call="new", type="BC")
        for call in ("cite", "figures"):
            self.refused(call=call)
        entry = self.office.create("vn.thethuc.JsonEntry")
        for text in ("", "{", "[]", "null", "{\"call\": 3}", "\ud7ff"):
            self.assertFalse(json.loads(entry.execute((NamedValue("Request", text),)))["ok"])
        self.assertFalse(json.loads(entry.execute(()))["ok"])

    def test_figures_of_the_sample(self):
        figures = self.ask(call="figures", url=self.url(SAMPLE))["document"]["figures"]
        ratios = [(f["numerator"], f["denominator"], f["claimed"], f["verdict"]) for f in figures if f["kind"] == "ratio"]
        self.assertEqual(len(ratios), 13)
        self.assertEqual([r for r in ratios if r[3] != "ok"], [("1934.513", "1473.900", "131.2", "rounding")])
        for pair in (("14", "41"), ("36", "39"), ("205", "220"), ("11", "11"), ("1014", "1016"), ("1016", "1016"), ("342", "671"), ("445", "663")):
            self.assertIn(pair, [r[:2] for r in ratios])
        sums = {f["claimed"]: f["verdict"] for f in figures if f["kind"] == "sum"}
        self.assertEqual(sums, dict.fromkeys(("408", "220", "39", "384", "702"), "ok"))

    def test_percentages_follow_an_edited_figure(self):
        document = self.office.load(SAMPLE)
        try:
            search = document.createSearchDescriptor()
            search.SearchString = "205/220"
            found = document.findFirst(search)
            self.assertIsNotNone(found)
            found.setString("199/220")
            edited = self.ask(document, call="snapshot", pages=False)["snapshot"]
            steps = len(document.getUndoManager().getAllUndoActionTitles())
            answer = self.ask(document, call="update-figures")
            self.assertTrue(answer["ok"], answer)
            changed = {(f["numerator"], f["claimed"], f["correct"]) for f in answer["changed"]}
            self.assertIn(("1934.513", "131.2", "131.3"), changed)
            self.assertEqual([c[2] for c in changed if c[0] == "199"], ["90.5"])
            self.assertEqual([f for f in answer["left"] if f["kind"] == "ratio" and f["verdict"] != "unclear"], [])
            self.assertIsNone(answer["trouble"])
            self.assertIn("199/220", json.dumps(answer["changed"], ensure_ascii=False))
            self.assertEqual(len(document.getUndoManager().getAllUndoActionTitles()), steps + 1)
            again = self.ask(document, call="update-figures")
            self.assertEqual(again["changed"], [])
            document.getUndoManager().undo()
            self.assertEqual(settled(self.ask(document, call="snapshot", pages=False)["snapshot"]), settled(edited))
        finally:
            document.close(False)
        out = self.folder / "cap-nhat.odt"
        answer = self.ask(call="update-figures", url=self.url(SAMPLE), out=self.url(out))
        self.assertEqual([(f["claimed"], f["correct"]) for f in answer["changed"]], [("131.2", "131.3")])
        left = self.ask(call="figures", url=self.url(out))["document"]["figures"]
        self.assertEqual([f for f in left if f["verdict"] != "ok"], [])
        self.refused(call="update-figures")
        self.refused(call="update-figures", url=self.url(SAMPLE))

    def test_bad_files(self):
        empty = self.folder / "rong.odt"
        empty.write_bytes(b"")
        self.refused("rong.odt", "0 byte", call="check", url=self.url(empty))
        image = self.folder / "anh.docx"
        image.write_bytes(PNG)
        self.refused("anh.docx", "ảnh", call="check", url=self.url(image))
        broken = self.folder / "hong.odt"
        broken.write_bytes(SAMPLE.read_bytes()[:2000])
        self.refused("hong.odt", call="check", url=self.url(broken))
        self.refused(str(self.folder), call="check", url=self.url(self.folder))

    def test_password(self):
        document = self.office.new()
        for name, arguments in (("mat-khau.odt", dict(Password="x")),
                                ("mat-khau.docx", dict(FilterName="MS Word 2007 XML", Password="x")),
                                ("mat-khau.doc", dict(FilterName="MS Word 97", Password="x"))):
            path = self.folder / name
            document.getText().setString("Văn bản có mật khẩu")
            document.storeToURL(self.url(path), office.values(**arguments))
            if path.suffix == ".docx" and path.read_bytes()[:2] == b"PK":
                continue  # this office's filter leaves the password out: the file is an open one
            # A Word binary may also be called damaged: either way it is refused, by its name.
            self.refused(name, *(() if path.suffix == ".doc" else ("mật khẩu",)), call="check", url=self.url(path))
        document.close(True)

    def test_lock_files_do_not_matter(self):
        path = pathlib.Path(shutil.copy(SAMPLE, self.folder / "khoa.odt"))
        (self.folder / ".~lock.khoa.odt#").write_text(",x,may-khac,24.11.2026 04:20,file:///x;")
        answer = self.ask(call="check", url=self.url(path))
        self.assertTrue(answer["ok"], answer)

    # -- threads
    def test_many_clients_at_once(self):
        answers = []

        def one():
            answers.append(self.ask(call="check", url=self.url(SAMPLE), pages=False)["ok"])

        threads = [threading.Thread(target=one) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(120)
        self.assertEqual(answers, [True] * 4)

    def test_basic_macro_does_not_deadlock(self):
        """A macro runs in the main thread and holds the office's lock."""
        document = self.office.load(SAMPLE, hidden=False, MacroExecutionMode=4)
        try:
            libraries = document.BasicLibraries
            if not libraries.hasByName("Standard"):
                libraries.createLibrary("Standard")
            library = libraries.getByName("Standard")
            library.insertByName("Thu", """
Function Goi() As String
    Dim dichVu
    dichVu = createUnoService("vn.thethuc.Thethuc")
    Goi = dichVu.check(ThisComponent, "{""pages"": false}")
End Function
""")
            provider = document.getScriptProvider()
            script = provider.getScript("vnd.sun.star.script:Standard.Thu.Goi?language=Basic&location=document")
            answer = json.loads(script.invoke((), (), ())[0])
            self.assertTrue(answer["ok"], answer)
        finally:
            document.close(True)


if __name__ == "__main__":
    unittest.main()
