"""What reading and checking cost, against what Writer itself does with the same document.

    /usr/bin/python3 tests/bench/bench.py [--pages 12,100,430] [--plain] [--repeat 5] [--json FILE] [--keep FOLDER]

Environment as in tests/host/office.py. One office process measures all lengths, in its main thread: first
layout, bare walk (everything is fetched, nothing kept), snapshot, check, PDF export into nowhere. Printed in
milliseconds of processor time (medians) with the ratios that are promised and the time per paragraph, which
should not grow.

The documents are the sample report (11 pages) once or as often as comes nearest to the length asked for, so that
header, tables and lines come again in each copy. With --plain they are one sample report each whose body goes on
with plain prose: 12 paragraphs of 212 letters a page, 19 of 20 with one portion, as a long report has; 5 160 at 430
pages. With --keep the documents and their snapshots stay in a folder,
the latter as thethuc_check_bench reads them.
"""

import argparse
import json
import pathlib
import shutil
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "host"))
from office import PROGRAM, Office, url, values  # noqa: E402
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK  # noqa: E402

SAMPLE = ROOT / "tests" / "documents" / "bao-cao-cchc.odt"


def make(office, pages):
    """The sample report once or several times, whatever comes nearest to that length."""
    document = office.load(SAMPLE)
    try:
        have = each = document.CurrentController.PageCount
        copies = 1
        while (missing := round((pages - have) / each)) > 0:
            # Several at a time: every look at the number of pages lays the document out.
            for _ in range(missing):
                cursor = document.Text.createTextCursor()
                cursor.gotoEnd(False)
                cursor.insertDocumentFromURL(url(SAMPLE), ())
                copies += 1
            have = document.CurrentController.PageCount
            each = have / copies
        path = pathlib.Path(office.folder) / f"bench-{pages}.odt"
        document.storeToURL(url(path), values(FilterName="writer8"))
        return path
    finally:
        document.close(True)


PLAIN_LETTERS, PLAIN_A_PAGE = 212, 12
PLAIN_WORDS = ("Ủy ban nhân dân xã tiếp tục chỉ đạo các cơ quan, đơn vị rà soát nhiệm vụ được giao, bảo đảm tiến độ và chất lượng; tăng cường kiểm tra, "
               "đôn đốc việc thực hiện ở từng thôn, bản và kịp thời tháo gỡ khó khăn phát sinh trong quá trình tổ chức thực hiện kế hoạch của năm")


def make_plain(office, pages):
    """The sample report with so much plain prose in its body that it has about as many paragraphs as a long report."""
    document = office.load(SAMPLE)
    try:
        words = (PLAIN_WORDS + " và các năm tiếp theo trên toàn địa bàn xã cùng các thôn")[:PLAIN_LETTERS - 1] + "."
        search = document.createSearchDescriptor()
        search.SearchRegularExpression, search.SearchString = True, "^II\\. "
        heading = document.findFirst(search)
        before = document.Text.createTextCursorByRange(heading.Start)
        before.goLeft(1, False)                  # the end of the prose above the heading
        for number in range(max(1, (pages - document.CurrentController.PageCount) * PLAIN_A_PAGE)):
            before.Text.insertControlCharacter(before, PARAGRAPH_BREAK, False)
            before.Text.insertString(before, words, False)
            if number % 20 == 19:                # a bold word in one of twenty: three portions
                before.gotoStartOfParagraph(False)
                before.goRight(60, False)
                before.goRight(15, True)
                before.CharWeight = 150.0
                before.gotoEndOfParagraph(False)
                before.CharWeight = 100.0
        path = pathlib.Path(office.folder) / f"plain-{pages}.odt"
        document.storeToURL(url(path), values(FilterName="writer8"))
        return path
    finally:
        document.close(True)


def measure(office, path, repeat):
    answer = office.job("vn.thethuc.comp.Bench", call="bench", url=url(path), repeat=repeat)
    if "error" in answer:
        raise RuntimeError(answer["error"])
    return answer


def summary(answer):
    """The promised ratios. Best times for the ratio of snapshot and walk: noise only ever adds."""
    ours = answer["snapshot"]["median"] + answer["check"]["median"]
    return {
        "pages": answer["pages"],
        "paragraphs": answer["paragraphs"],
        "layout": answer["layout"],
        "bare": answer["bare"]["median"],
        "snapshot": answer["snapshot"]["median"],
        "check": answer["check"]["median"],
        "pdf": answer["pdf"]["median"],
        "snapshot_to_bare": answer["snapshot"]["best"] / answer["bare"]["best"],
        "share_of_pdf": ours / answer["pdf"]["median"],
        "microseconds_per_paragraph": 1000 * ours / max(1, answer["paragraphs"]),
    }


def keep(office, path, folder):
    """The document and its snapshot."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(path, folder)
    document = office.load(path)
    try:
        answer = office.job("vn.thethuc.comp.Bench", call="snapshot", document=document)
    finally:
        document.close(True)
    (folder / f"{path.stem}.json").write_text(json.dumps(answer["document"], ensure_ascii=False), encoding="utf-8")


def run(lengths, repeat=5, report=print, folder=None, plain=False):
    results = []
    with Office() as office:
        report(f"{PROGRAM}")
        report(f"{'pages':>6} {'paras':>6} {'layout':>9} {'bare':>8} {'snapshot':>9} {'check':>8} {'pdf':>9} "
               f"{'snap/bare':>9} {'of pdf':>7} {'us/para':>8}")
        for pages in lengths:
            path = make_plain(office, pages) if plain else make(office, pages)
            if folder:
                keep(office, path, folder)
            row = summary(measure(office, path, repeat))
            results.append(row)
            report(f"{row['pages']:6d} {row['paragraphs']:6d} {row['layout']:9.1f} {row['bare']:8.1f} {row['snapshot']:9.1f} "
                   f"{row['check']:8.1f} {row['pdf']:9.1f} {row['snapshot_to_bare']:9.2f} {100 * row['share_of_pdf']:6.2f}% "
                   f"{row['microseconds_per_paragraph']:8.1f}")
    return results


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", default="12,100,430", help="lengths of the documents, about")
    parser.add_argument("--plain", action="store_true", help="one report with plain prose instead of many copies of the sample")
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--json", type=pathlib.Path, help="write the rows there, too")
    parser.add_argument("--keep", type=pathlib.Path, metavar="FOLDER", help="leave documents and snapshots there")
    options = parser.parse_args()
    rows = run([int(pages) for pages in options.pages.split(",")], options.repeat, folder=options.keep, plain=options.plain)
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
