"""The command `thethuc` from outside: usage, exit codes, files that cannot be checked, nothing left behind."""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time
import unittest
import zipfile

SOURCE = pathlib.Path(os.environ.get("THETHUC_SOURCE") or pathlib.Path(__file__).resolve().parents[2])
BINARY = os.environ.get("THETHUC_BINARY") or str(SOURCE / "build" / "bin" / "thethuc")
DOCUMENTS = SOURCE / "tests" / "documents"
SAMPLE = DOCUMENTS / "bao-cao-cchc-loi.odt"  # the report with faults of every kind


def run(*words, **options):
    environment = {name: value for name, value in os.environ.items()
                   if name not in ("PYTHONPATH", "LD_LIBRARY_PATH", "LIBRARY_PATH", "THETHUC_PYTHON_READY")}
    environment.update(options.pop("env", {}))
    return subprocess.run([BINARY, *map(str, words)], env=environment, capture_output=True, text=True,
                          timeout=options.pop("timeout", 300), check=False, **options)


class Scratch(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="commandline-"))
        # Passable as /tmp is: in a root file system without user namespaces the extension is installed as “nobody”.
        self.folder.chmod(0o755)
        self.addCleanup(shutil.rmtree, self.folder, True)
        # the command's own temporary files go here, so that what it leaves can be seen
        self.temporary = self.folder / "temporary"
        self.temporary.mkdir()
        self.environment = {"TMPDIR": str(self.temporary)}

    def call(self, *words, **options):
        return run(*words, env=self.environment, **options)

    def offices(self):
        """Offices that were started from this test's folder for temporary files."""
        found = []
        for entry in pathlib.Path("/proc").iterdir():
            if entry.name.isdigit():
                try:
                    if str(self.temporary) in (entry / "cmdline").read_bytes().decode(errors="replace"):
                        found.append(entry.name)
                except OSError:
                    pass
        return found

    def assertNothingLeft(self):
        end = time.monotonic() + 5
        while self.offices() and time.monotonic() < end:
            time.sleep(0.05)
        self.assertEqual(self.offices(), [])
        self.assertEqual([path.name for path in self.temporary.iterdir()], [])


class Usage(unittest.TestCase):
    def wrong(self, *words, says=()):
        done = run(*words)
        self.assertEqual(done.returncode, 2, (words, done.stderr))
        self.assertEqual(done.stdout, "", words)
        self.assertEqual(len(done.stderr.strip().splitlines()), 1, done.stderr)
        self.assertTrue(done.stderr.startswith("thethuc: "), done.stderr)
        self.assertNotRegex(done.stderr, r"\b(cli|error|number)\.[a-z]", "a key instead of a sentence")
        for word in says:
            self.assertIn(word, done.stderr)
        return done

    def test_version_and_help(self):
        done = run("--version")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertRegex(done.stdout, r"^thethuc \d+\.\d+\.\d+\n$")
        vi, en = run("--help"), run("--lang", "en", "--help")
        self.assertEqual((vi.returncode, en.returncode), (0, 0))
        self.assertIn("Cách dùng", vi.stdout)
        self.assertIn("Usage", en.stdout)
        for command in ("check", "fix", "new", "cite", "figures", "percent", "rules"):
            self.assertIn(f"thethuc {command}", vi.stdout)
            self.assertIn(f"thethuc {command}", en.stdout)
        self.assertEqual(run("check", "--help").returncode, 0)

    def test_wrong_usage(self):
        self.wrong()
        self.wrong("kiem-tra", says=["kiem-tra"])
        self.wrong("check", says=["check"])
        self.wrong("check", "--hay", "a.odt", says=["--hay"])
        self.wrong("--hay", "check", "a.odt", says=["--hay"])
        self.wrong("check", "a.odt", "--format", "xml", says=["xml", "sarif"])
        self.wrong("check", "a.odt", "--format", says=["--format"])
        self.wrong("check", "a.odt", "--lang", "fr", says=["fr"])
        self.wrong("check", "a.odt", "--only", "khong/co", says=["khong/co"])
        self.wrong("check", "a.odt", "--only", "quoc-hieu/size,,trang/paper")
        self.wrong("check", "a.odt", "--unsafe", says=["--unsafe"])
        self.wrong("fix", "a.odt", says=["-o"])
        self.wrong("fix", "a.odt", "b.odt", "-o", "c.odt")
        self.wrong("fix", "a.odt", "-o", "c.xyz", says=["c.xyz"])
        self.wrong("fix", "a.odt", "-o", "khong-co-thu-muc/c.odt")
        self.wrong("rules", "thua")
        self.wrong("rules", "--format", "sarif")
        self.wrong("percent", "1")
        self.wrong("percent", "1", "2", "3")
        self.wrong("percent", "1", "2", "--digits", "hai", says=["hai"])
        self.wrong("new", "--type", "BC")
        self.wrong("new", "-o", "a.odt")
        self.wrong("check", "a.odt", "--timeout", "0")

    def test_language_of_messages(self):
        self.assertIn("không có lệnh", run("abc").stderr)
        self.assertIn("there is no command", run("abc", "--lang", "en").stderr)
        self.assertIn("there is no command", run("--lang=en", "abc", env={"LANG": "vi_VN.UTF-8"}).stderr)
        self.assertIn("không có lệnh", run("abc", env={"LANG": "en_US.UTF-8", "LC_ALL": "C"}).stderr)

    def test_percent(self):
        for words, expected in ((("14", "41"), "34,15%"), (("1", "3"), "33,33%"), (("1", "3", "--digits", "0"), "33%"),
                                (("--digits=4", "2", "3"), "66,6667%"), (("14", "41", "--lang", "en"), "34,15%")):
            done = run("percent", *words)
            self.assertEqual((done.returncode, done.stdout, done.stderr), (0, expected + "\n", ""), words)
        self.wrong("percent", "1", "0")
        self.wrong("percent", "một", "2")

    def test_rules(self):
        done = run("rules", "--format", "json")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        answer = json.loads(done.stdout)
        rules = answer["rules"]
        ids = [rule["id"] for rule in rules]
        self.assertEqual(len(ids), len(set(ids)))
        self.assertIn("quoc-hieu/size", ids)
        for rule in rules:
            self.assertIn(rule["severity"], ("error", "warning", "info"))
            self.assertIn(rule["fix"], ("safe", "ask", "none"))
            self.assertTrue(rule["clause"] and rule["title"], rule["id"])
        text = run("rules")
        self.assertEqual(text.returncode, 0)
        for name in ids:
            self.assertIn(name, text.stdout)
        self.assertNotEqual(text.stdout, run("rules", "--lang", "en").stdout)


class New(Scratch):
    def test_list_names_types_and_what_can_be_filled_in(self):
        done = run("new", "--list")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        for word in ("BC", "TCg", "subject", "recipients"):
            self.assertIn(word, done.stdout)

    def test_a_new_report_passes_the_check(self):
        out = self.folder / "mới.docx"
        done = self.call("new", "--type", "BC", "--set", "number=135", "-o", out)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(str(out), done.stdout)
        self.assertEqual(self.call("check", out).returncode, 0)

    def test_own_outlines_of_the_person_s_office(self):
        """Those that “Lưu làm mẫu” keeps; the office that the command starts has a profile of its own and would not see them."""
        own = self.folder / "config" / "libreoffice" / "4" / "user" / "thethuc" / "de-cuong"
        own.mkdir(parents=True)
        self.environment["XDG_CONFIG_HOME"] = str(self.folder / "config")
        (own / "giao-ban.json").write_text(json.dumps({
            "schema": 1, "id": "giao-ban", "name": "Giao ban của xã", "type": "BC", "rows": [{"style": "noi_dung", "text": "Nội dung giao ban của xã."}]}), encoding="utf-8")
        (own / "hong.json").write_text('{"schema": 1,\n"id": "hong", "name": "Hỏng", "type": "BC",\n"rows": [{"style": "noi_dung", "text": "{sai}"}]}', encoding="utf-8")
        done = self.call("new", "--list")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("giao-ban  Giao ban của xã (BC; của cơ quan)", done.stdout)
        self.assertIn("cchc", done.stdout)
        self.assertIn(f"{own}/hong.json:3:", done.stderr)
        self.assertEqual(len(done.stderr.splitlines()), 1)
        out = self.folder / "giao-ban.odt"
        done = self.call("new", "--outline", "giao-ban", "-o", out)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("Nội dung giao ban của xã.", zipfile.ZipFile(out).read("content.xml").decode())
        for outline, says in (("hong", f"{own}/hong.json:3: /rows/0/text"), ("../giao-ban", "../giao-ban"), (str(own / "giao-ban.json"), "giao-ban.json"),
                              ("khong-co", "giao-ban")):
            with self.subTest(outline):
                out = self.folder / "khong.odt"
                done = self.call("new", "--outline", outline, "-o", out)
                self.assertEqual((done.returncode, done.stdout), (2, ""))
                self.assertIn(says, done.stderr)
                self.assertEqual(len(done.stderr.splitlines()), 1)
                self.assertFalse(out.exists())

    def test_what_is_not_there_writes_nothing(self):
        out = self.folder / "không.odt"
        for words in (("--type", "XX"), ("--type", "BC", "--set", "màu=đỏ"), ("--type", "BC", "--profile", "khong-co.json")):
            done = self.call("new", *words, "-o", out)
            self.assertEqual((done.returncode, done.stdout), (2, ""), words)
            self.assertEqual(len(done.stderr.strip().splitlines()), 1, done.stderr)
            self.assertFalse(out.exists())


class Check(Scratch):
    def documents(self, *words):
        done = self.call("check", "--format", "json", *words)
        return done, json.loads(done.stdout)["documents"]

    def test_sample(self):
        done, documents = self.documents(SAMPLE)
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertEqual(done.stderr, "")
        answer = json.loads(done.stdout)
        self.assertEqual(answer["schema"], 1)
        self.assertEqual(answer["tool"]["name"], "thethuc")
        self.assertEqual(answer["ruleset"], "nd30-2020")
        document = documents[0]
        self.assertEqual(document["path"], str(SAMPLE))
        self.assertIsNone(document["error"])
        self.assertEqual((document["scope"], document["type"]), ("nd30", "BC"))
        self.assertGreater(document["pages"], 1)
        for member in ("milliseconds", "coverage", "elements", "findings", "citations", "figures"):
            self.assertIn(member, document)
        for finding in document["findings"]:
            self.assertIn(finding["severity"], ("error", "warning", "info"))
            self.assertTrue(finding["message"])
            self.assertGreaterEqual(finding["at"]["page"], 1)
        self.assertNothingLeft()

    def test_formats(self):
        for form, mark in (("text", "trang"), ("sarif", '"2.1.0"'), ("html", "<html")):
            done = self.call("check", SAMPLE, "--format", form)
            self.assertEqual(done.returncode, 1, done.stderr)
            self.assertIn(mark, done.stdout)

    def test_only_keeps_the_named_rules(self):
        _, (document,) = self.documents("--only", "trang/margin-top,so-trang/present", SAMPLE)
        self.assertLessEqual({finding["rule"] for finding in document["findings"]}, {"trang/margin-top", "so-trang/present"})

    def test_bad_files_get_an_entry_and_the_others_go_on(self):
        empty = self.folder / "rỗng.odt"
        empty.touch()
        picture = self.folder / "ảnh.docx"
        picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
        broken = self.folder / "hỏng.odt"
        broken.write_bytes(SAMPLE.read_bytes()[:2000])
        sheet = self.folder / "bảng tính.odt"
        with zipfile.ZipFile(sheet, "w") as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            archive.writestr("META-INF/manifest.xml", '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>')
            archive.writestr("content.xml", '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.2"><office:body><office:spreadsheet><table:table table:name="A"><table:table-row><table:table-cell/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>')
        other = self.folder / "ghi chú.txt"
        other.write_text("abc")
        missing = self.folder / "không có.odt"
        good = self.folder / "báo cáo số 1 (bản cuối) #2 100%.odt"
        shutil.copy(SAMPLE, good)
        words = [empty, missing, picture, broken, sheet, other, self.folder, good]
        done, documents = self.documents(*words)
        self.assertEqual(done.returncode, 2)
        self.assertEqual([document["path"] for document in documents], [str(word) for word in words])
        for document in documents[:-1]:
            self.assertTrue(document["error"], document["path"])
            self.assertEqual((document["findings"], document["elements"]), ([], []))
        self.assertIsNone(documents[-1]["error"])
        self.assertTrue(documents[-1]["findings"])
        self.assertNotIn("thethuc-run", done.stdout + done.stderr)
        self.assertNothingLeft()
        self.assertFalse(list(self.folder.glob(".~lock*")))

    def test_a_file_in_use_is_checked(self):
        copy = self.folder / "báo cáo.odt"
        shutil.copy(SAMPLE, copy)
        lock = self.folder / ".~lock.báo cáo.odt#"
        lock.write_text(",người khác,máy khác,24.11.2026 08:00,file:///khác;")
        done, documents = self.documents(copy)
        self.assertIsNone(documents[0]["error"], done.stderr)
        self.assertTrue(lock.exists())

    def test_parallel_calls(self):
        calls = [subprocess.Popen([BINARY, "check", "--format", "json", str(SAMPLE)], env={**os.environ, **self.environment},
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(3)]
        answers = [call.communicate(timeout=300) for call in calls]
        found = []
        for call, (out, err) in zip(calls, answers):
            self.assertEqual(call.returncode, 1, err)
            found.append([finding["rule"] for finding in json.loads(out)["documents"][0]["findings"]])
        self.assertEqual(found[0], found[1])
        self.assertEqual(found[0], found[2])
        self.assertNothingLeft()

    def test_interrupted(self):
        for kind, code in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
            call = subprocess.Popen([BINARY, "check", *[str(SAMPLE)] * 40], env={**os.environ, **self.environment},
                                    stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
            time.sleep(1.5)
            call.send_signal(kind)
            _, error = call.communicate(timeout=30)
            self.assertEqual(call.returncode, code, error)
            self.assertNothingLeft()


class Fix(Scratch):
    def test_sample(self):
        before = SAMPLE.read_bytes()
        out = self.folder / "đã sửa.odt"
        done = self.call("fix", SAMPLE, "-o", out, "--format", "json")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        answer = json.loads(done.stdout)
        self.assertTrue(answer["changed"])
        self.assertTrue(zipfile.is_zipfile(out))
        self.assertEqual(SAMPLE.read_bytes(), before)
        again = self.call("check", "--format", "json", out)
        (document,) = json.loads(again.stdout)["documents"]
        self.assertEqual([finding["rule"] for finding in document["findings"] if finding["fix"] == "safe"], [])
        second = self.folder / "lần hai.odt"
        done = self.call("fix", out, "-o", second, "--format", "json")
        self.assertEqual(json.loads(done.stdout)["changed"], [])
        self.assertNothingLeft()
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), sorted(["temporary", out.name, second.name]))

    def test_other_formats(self):
        for ending, mark in ((".docx", b"PK"), (".pdf", b"%PDF")):
            out = self.folder / ("ra" + ending)
            done = self.call("fix", SAMPLE, "-o", out)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertTrue(out.read_bytes().startswith(mark))
            self.assertIn(str(out), done.stdout)

    def test_never_onto_the_source(self):
        copy = self.folder / "a.odt"
        shutil.copy(SAMPLE, copy)
        link = self.folder / "b.odt"
        link.symlink_to(copy)
        for target in (copy, link, self.folder / "temporary" / ".." / "a.odt"):
            done = self.call("fix", copy, "-o", target)
            self.assertEqual(done.returncode, 2)
            self.assertTrue(done.stderr)
        self.assertEqual(copy.read_bytes(), SAMPLE.read_bytes())

    def test_not_written_on_error(self):
        out = self.folder / "ra.odt"
        done = self.call("fix", self.folder / "không có.odt", "-o", out)
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertFalse(out.exists())
        self.assertNothingLeft()


if __name__ == "__main__":
    unittest.main(verbosity=2)
