"""Mutation test of the rules: single changes to conforming documents, each saved as .odt and as .docx.

Must: ≥ 97 % of the mutants reported under the contract's id, no lawful variant reported, ≤ 5 % with a second finding
that is no consequence. Prints a table. The mutants are tests/mutation/mutants.py, in a fixed order.

    THETHUC_ONLY=part,part  only rows whose name or rule contains one of these; THETHUC_KEEP=DIR  keeps the files
"""

import json
import os
import pathlib
import shutil
import sys
import tempfile
import time

SOURCE = pathlib.Path(os.environ.get("THETHUC_SOURCE") or pathlib.Path(__file__).resolve().parents[2])
sys.path.insert(0, str(SOURCE / "tests" / "host"))
sys.path.insert(0, str(SOURCE / "tests" / "mutation"))

import office  # noqa: E402
import subject  # noqa: E402
import mutants  # noqa: E402
from com.sun.star.beans import NamedValue  # noqa: E402

ONLY = [part for part in os.environ.get("THETHUC_ONLY", "").split(",") if part]
NEEDED, TOO_MUCH = 0.97, 0.05


class Run:
    def __init__(self, office_, folder):
        self.office, self.folder = office_, folder
        self.bases = {}
        self.missed, self.second, self.lawful, self.broken = [], [], [], []
        self.checked = {"mutant": 0, "lawful": 0}
        self.by_rule = {}

    def check(self, path):
        """Rules found in a file."""
        request = json.dumps({"call": "check", "url": office.url(path)})
        answer = json.loads(self.office.create("vn.thethuc.JsonEntry").execute((NamedValue("Request", request),)))
        if not answer["ok"]:
            raise RuntimeError(answer["error"])
        return answer["document"]["findings"]

    def base(self, name):
        if name not in self.bases:
            path = self.folder / f"base-{len(self.bases)}.odt"
            subject.make_base(self.office, mutants.BASES[name], path)
            self.bases[name] = path
        return self.bases[name]

    def row(self, row, number):
        try:
            one = subject.Subject(self.office, self.base(row.base))
            try:
                row.change(one)
                paths = [self.folder / f"{number:03}.odt", self.folder / f"{number:03}.docx"]
                for path in paths:
                    subject.save(one.document, path)
            finally:
                one.close()
        except Exception as error:  # a row that cannot be made is a fault of the table, said at the end
            self.broken.append((row.name, f"{type(error).__name__}: {error}"))
            return
        for path in paths:
            self.judge(row, path)
            if not os.environ.get("THETHUC_KEEP"):
                path.unlink()

    def judge(self, row, path):
        label = f"{row.name}{path.suffix}"
        try:
            findings = self.check(path)
        except RuntimeError as error:
            self.broken.append((label, str(error)))
            return
        said = [f"{f['rule']} “{f.get('text', '')[:40]}” {f.get('actual')}" for f in findings]
        if row.lawful:
            self.checked["lawful"] += 1
            if findings:
                self.lawful.append((label, said))
            return
        self.checked["mutant"] += 1
        found = any(f["rule"] in row.rules for f in findings)
        counts = self.by_rule.setdefault(row.rules[0], [0, 0])
        counts[0] += found
        counts[1] += 1
        if not found:
            self.missed.append((label, row.rules, said))
        more = [text for f, text in zip(findings, said) if f["rule"] not in row.rules and f["rule"] not in row.also]
        if more:
            self.second.append((label, more))

    def report(self, seconds):
        mutant, lawful = self.checked["mutant"], self.checked["lawful"]
        for label, rules, said in self.missed:
            print(f"MISSED   {label}: {'|'.join(rules)}; said {said}")
        for label, more in self.second:
            print(f"SECOND   {label}: {more}")
        for label, said in self.lawful:
            print(f"LAWFUL   {label}: {said}")
        for label, error in self.broken:
            print(f"BROKEN   {label}: {error}")
        print(f"\n{'rule':32} found / mutants")
        for rule, (found, all_) in sorted(self.by_rule.items()):
            print(f"{rule:32} {found:5} / {all_}{'' if found == all_ else '   <--'}")
        share = (mutant - len(self.missed)) / max(1, mutant)
        extra = len(self.second) / max(1, mutant)
        print(f"\n{mutant} mutants: {share:.1%} reported under their id (must be {NEEDED:.0%}), {extra:.1%} with another finding "
              f"(at most {TOO_MUCH:.0%})\n{lawful} lawful variants: {len(self.lawful)} reported (must be 0)\n{seconds:.0f} s")
        return share >= NEEDED and extra <= TOO_MUCH and not self.lawful and not self.broken


def main():
    start = time.monotonic()
    keep = os.environ.get("THETHUC_KEEP")
    folder = pathlib.Path(keep or tempfile.mkdtemp(prefix="thethuc-mutation-"))
    folder.mkdir(parents=True, exist_ok=True)
    rows = [r for r in mutants.rows() if not ONLY or any(part in r.name or any(part in rule for rule in r.rules) for part in ONLY)]
    try:
        with office.Office() as running:
            run = Run(running, folder)
            # The bases must be clean, or everything after them means nothing.
            for number, name in enumerate(sorted({row.base for row in rows})):
                if name in mutants.FAULTY_BASES:
                    continue
                run.row(mutants.Lawful(f"base {name}", name, lambda m: None), 900 + number)
            for number, row in enumerate(rows):
                run.row(row, number)
                if number % 50 == 49:
                    print(f"{number + 1} of {len(rows)}, {time.monotonic() - start:.0f} s", flush=True)
    finally:
        if not keep:
            shutil.rmtree(folder, ignore_errors=True)
    return 0 if run.report(time.monotonic() - start) else 1


if __name__ == "__main__":
    sys.exit(main())
