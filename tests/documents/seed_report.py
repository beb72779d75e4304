"""The report that the project was created from: as its clerk had it, and a twin without its slips."""
import csv

from admin import *

HERE = pathlib.Path(__file__).resolve().parent
MARKS = "¹²³⁴"
MARK = re.compile(r"(?<! m)[¹²³⁴]")                # “120 m²” is no footnote


def paragraphs():
    """The paragraphs of the scan with those cut by a page break rejoined, and the notes by their mark."""
    source = (HERE / "source/bao-cao-cchc-dong-khe.txt").read_text(encoding="utf-8")
    blocks = [block.strip() for block in source.split("\n\n")]
    blocks = [line for block in blocks if block for line in block.split("\n")]
    notes = {block[0]: block[2:] for block in blocks if block[0] in MARKS}
    # Where each note stood in the scan: behind this many paragraphs. The typed copy keeps that.
    result = []
    notes_after = {}
    for block in blocks:
        if block[0] in MARKS:
            notes_after[block[0]] = len(result)
            continue
        if result and (result[-1].endswith(",") or (block[0].islower() and result[-1][-1] not in ".;:!…)")):
            result[-1] += " " + block
        else:
            result.append(block)
    return result, notes, notes_after


def parts():
    """(body paragraphs, notes, places of the notes): from the opening paragraph to the one that ends with “./.”."""
    all_, notes, after = paragraphs()
    first = next(i for i, text in enumerate(all_) if text.startswith("Thực hiện Kế hoạch"))
    last = next(i for i, text in enumerate(all_) if text.endswith("./."))
    return all_[first:last + 1], notes, {mark: place - first for mark, place in after.items()}


def corrections():
    with open(HERE / "source/corrections.tsv", encoding="utf-8", newline="") as file:
        return [row for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row]


def corrected(body, notes):
    unused = []
    texts = list(body) + list(notes.values())
    for wrong, right in corrections():
        if not any(wrong in text for text in texts):
            unused.append(wrong)
        texts = [text.replace(wrong, right) for text in texts]
    if unused:
        raise ValueError("corrections that found nothing: " + "; ".join(unused))
    return texts[:len(body)], dict(zip(notes, texts[len(body):]))


def kinds(body):
    """What each paragraph is, by the look it had: I. bold capitals, 1. and 2.1. bold where they are titles."""
    for text in body:
        if re.match(r"[IVX]+\. ", text):
            yield "h1", text
        elif re.match(r"(\d+\.)+ ", text) and text[-1] not in ".;:":
            yield "h2", text
        else:
            yield "p", text


def body(texts, notes, after, typed=False, faults=None):
    """The body of a Spec; notes as real footnotes, or typed as paragraphs where the page ended."""
    result = []
    at_paragraph = {}
    if typed:
        for mark, place in after.items():
            at_paragraph.setdefault(place, []).append(mark)
    for index, (kind, text) in enumerate(kinds(texts)):
        for mark in at_paragraph.get(index, []):
            result.append(("call", typed_note(mark, notes[mark])))
        if not typed:
            text = MARK.sub(lambda found: "{{" + notes[found[0]] + "}}", text)
        result.append((kind, text))
    return result


def typed_note(mark, text):
    return lambda composer: composer.writer.add(mark + " " + text, para(JUSTIFY), composer.char(11))


RECIPIENTS = ["- Sở Nội vụ (b/c);", "- Thường trực Đảng ủy;", "- Thường trực HĐND xã;", "- Chủ tịch, các PCT UBND xã;",
              "- Các cơ quan, đơn vị trực thuộc;", "- Trang thông tin điện tử xã;", "- Lưu: VT, VHXX ."]


def faithful(typed=False):
    """As the clerk had it: its layout conforms, its words are its own."""
    texts, notes, after = parts()
    return Spec(agency=["ỦY BAN NHÂN DÂN", "XÃ ĐÔNG KHÊ"], symbol="Số: 135/BC-UBND", place="Đông Khê, ngày 11 tháng 9 năm 2025",
                subject=["Kết quả thực hiện công tác cải cách hành chính Quý III năm 2025"],
                body=body(texts, notes, after, typed), recipients=RECIPIENTS, sign=["CHỦ TỊCH"], signer="Vũ Thế Cường")


def twin():
    """Every slip put right; Kính gửi, “Như trên” and TM. added."""
    texts, notes, after = parts()
    texts, notes = corrected(texts, notes)
    return Spec(agency=["ỦY BAN NHÂN DÂN", "XÃ ĐÔNG KHÊ"], symbol="Số: 135/BC-UBND", place="Đông Khê, ngày 11 tháng 9 năm 2025",
                subject=["Kết quả thực hiện công tác cải cách hành chính", "quý III năm 2025"], to="Sở Nội vụ tỉnh Cao Bằng",
                body=body(texts, notes, after), sign=["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], signer="Vũ Thế Cường",
                recipients=["- Như trên;"] + RECIPIENTS[1:-1] + ["- Lưu: VT, VHXH."])
