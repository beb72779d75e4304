"""Every document of tests/documents gets exactly the findings that its NAME.expected.json says.

    THETHUC_ONLY=name,name  only these; THETHUC_VERBOSE=1 prints every finding
"""

import json
import os
import pathlib
import unittest

import office
from office import Office
from com.sun.star.beans import NamedValue

SOURCE = pathlib.Path(os.environ.get("THETHUC_SOURCE") or pathlib.Path(__file__).resolve().parents[2])
DOCUMENTS = SOURCE / "tests" / "documents"
ONLY = {name for name in os.environ.get("THETHUC_ONLY", "").split(",") if name}
ENDINGS = (".odt", ".fodt", ".docx")


def differences(expected, findings):
    """Lines that say what is missing and what is too much. An expected entry takes as many findings of its rule (whose
    text holds its text) as its count says; “optional” ones may be missing."""
    left = list(findings)
    lines = []
    # entries with a text first: they are choosier
    for entry in sorted(expected, key=lambda entry: "text" not in entry):
        fits = [f for f in left if f["rule"] == entry["rule"] and entry.get("text", "") in f.get("text", "")]
        wanted = entry.get("count", 1)
        for finding in fits[:wanted]:
            left.remove(finding)
        if len(fits) < wanted and not entry.get("optional"):
            lines.append(f"missing {wanted - len(fits)} × {entry['rule']} {entry.get('text', '')}")
    for finding in left:
        lines.append(f"unexpected {describe(finding)}")
    return lines


def describe(finding):
    at = finding["at"]
    return (f"{finding['rule']} ({finding['severity']}, ×{finding.get('count', 1)}) {at['where']} {at['paragraph']}: "
            f"“{finding.get('text', '')[:60]}” expected {finding.get('expected')} actual {finding.get('actual')}")


class Documents(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = Office().start()

    @classmethod
    def tearDownClass(cls):
        cls.office.stop()

    def ask(self, **request):
        values = (NamedValue("Request", json.dumps(request)),)
        return json.loads(self.office.create("vn.thethuc.JsonEntry").execute(values))

    def test_expected_findings(self):
        for path in sorted(DOCUMENTS.glob("*.expected.json")):
            name = path.name.removesuffix(".expected.json")
            if ONLY and name not in ONLY:
                continue
            expected = json.loads(path.read_text(encoding="utf-8"))
            files = [DOCUMENTS / (name + ending) for ending in ENDINGS if (DOCUMENTS / (name + ending)).exists()]
            self.assertTrue(files, f"{name} has no document")
            for file in files:
                with self.subTest(file.name):
                    answer = self.ask(call="check", url=office.url(file))
                    self.assertTrue(answer["ok"], answer)
                    document = answer["document"]
                    wanted = expected.get("findings-" + file.suffix[1:], expected["findings"])
                    lines = differences(wanted, document["findings"])
                    if document["scope"] != expected["scope"]:
                        lines.append(f"scope is {document['scope']}, not {expected['scope']}")
                    if "type" in expected and document["type"] != expected["type"]:
                        lines.append(f"type is {document['type']}, not {expected['type']}")
                    if os.environ.get("THETHUC_VERBOSE"):
                        print(file.name, *(describe(f) for f in document["findings"]), sep="\n  ")
                    self.assertFalse(lines, "\n  " + "\n  ".join(lines))

    def test_bad_files(self):
        expected = json.loads((DOCUMENTS / "hong" / "expected.json").read_text(encoding="utf-8"))
        if ONLY:
            self.skipTest("only some documents")
        for name, what in expected.items():
            with self.subTest(name):
                answer = self.ask(call="check", url=office.url(DOCUMENTS / "hong" / name))
                if what["error"]:
                    self.assertFalse(answer["ok"], name)
                    self.assertTrue(answer["error"])
                    self.assertNotIn("\n", answer["error"])
                else:
                    self.assertTrue(answer["ok"], answer)
        # after all of them the office still checks an ordinary document
        self.assertTrue(self.ask(call="check", url=office.url(DOCUMENTS / "cong-van.odt"))["ok"])


if __name__ == "__main__":
    unittest.main()
