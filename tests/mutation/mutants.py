"""The table of mutants: one row, one change to a conforming document.

    Mutant(name, rule, base, change)      `change` makes exactly one thing wrong; a checker must report `rule`
    Lawful(name, base, change)            looks like a fault and is none; a checker must be silent

`rule` is the contract's id, or several where the decree lets the fault be read either way. `base` is a key of BASES.
`also` lists findings that follow from the fault. To add a mutant, add a row; the order and the names are the seed.
"""
import dataclasses
import unicodedata
from dataclasses import dataclass
from typing import Any

from subject import *  # noqa: F403  (also finds the folder of the next one)
import specs  # noqa: E402


@dataclass
class Mutant:
    name: str
    rule: Any
    base: str
    change: Any
    also: tuple = ()
    lawful = False

    @property
    def rules(self):
        return (self.rule,) if isinstance(self.rule, str) else tuple(self.rule)


@dataclass
class Lawful:
    name: str
    base: str
    change: Any
    lawful = True
    also: tuple = ()
    rules: tuple = ()


def of(spec, **changes):
    return dataclasses.replace(spec, **changes)


OFFICE = of(specs.REPORT, superior=["UBND TỈNH HÀ SƠN"], agency=["SỞ VĂN HÓA VÀ DU LỊCH"], symbol="Số: 88/BC-SVHDL",
            place="Hà Sơn, ngày 05 tháng 02 năm 2026", sign=["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"])

ARTICLES_BODY = specs.DECISION_INDIRECT_BODY


def regulation(composer):
    """The attached regulation with all levels: chương, mục, tiểu mục, điều, khoản, điểm."""
    writer = composer.writer
    at = writer.add("", para(CENTER), composer.char())
    at.BreakType = enum("com.sun.star.style.BreakType", "PAGE_BEFORE")
    right = composer.width - 65
    table = writer.table(1, [65, right])
    keep = dict(composer.named)
    composer.agency(table.cell(0, 0), 65)
    composer.national(table.cell(0, 1), right)
    composer.named.clear()
    composer.named.update(keep)
    writer.add("QUY CHẾ", para(CENTER, before=14), composer.char(14, True))
    at = writer.add("Làm việc của Tổ công tác chuyển đổi số xã Nậm Sương", MIDDLE, composer.char(14, True))
    writer.add("(Kèm theo Quyết định số 319/QĐ-UBND ngày 11 tháng 9 năm 2025\ncủa Ủy ban nhân dân xã Nậm Sương)", MIDDLE,
               composer.char(14, italic=True))
    for name, kind, content in [
        ("chuong", "chapter", "Chương I"), ("chuong-title", "chapter-title", "QUY ĐỊNH CHUNG"),
        ("dieu", "h2", "Điều 1. Phạm vi điều chỉnh"),
        ("", "p", "Quy chế này quy định nguyên tắc, chế độ làm việc của Tổ công tác chuyển đổi số xã Nậm Sương."),
        ("chuong-2", "chapter", "Chương II"), ("", "chapter-title", "CHẾ ĐỘ LÀM VIỆC"),
        ("muc-so", "chapter", "Mục 1"), ("muc-title", "chapter-title", "NGUYÊN TẮC"),
        ("tieu-muc", "chapter", "Tiểu mục 1"), ("tieu-muc-title", "chapter-title", "NGUYÊN TẮC CHUNG"),
        ("dieu-2", "h2", "Điều 2. Nguyên tắc làm việc"),
        ("khoan", "p", "1. Tổ công tác làm việc theo chế độ tập thể, đề cao trách nhiệm người đứng đầu."),
        ("khoan-2", "p", "2. Thành viên làm việc kiêm nhiệm, chịu trách nhiệm trước Tổ trưởng về nhiệm vụ được giao."),
        ("tieu-muc-2", "chapter", "Tiểu mục 2"), ("", "chapter-title", "NGUYÊN TẮC PHỐI HỢP"),
        ("dieu-3", "h2", "Điều 3. Phối hợp công tác"),
        ("", "p", "Các phòng, đơn vị cử người phối hợp khi Tổ công tác có yêu cầu."),
        ("muc-so-2", "chapter", "Mục 2"), ("", "chapter-title", "HỌP, BÁO CÁO"),
        ("dieu-4", "h2", "Điều 4. Chế độ họp, báo cáo"),
        ("", "p", "1. Tổ công tác họp định kỳ mỗi quý một lần, đột xuất khi cần thiết:"),
        ("diem", "p", "a) Tổ trưởng triệu tập và chủ trì cuộc họp;"),
        ("diem-2", "p", "b) Thư ký ghi biên bản và thông báo kết luận."),
        ("", "p", "2. Báo cáo được gửi Ủy ban nhân dân xã trước ngày 15 của tháng cuối quý./."),
    ]:
        at_ = composer.block(kind, content)
        if name:
            composer.named[name] = at_
    composer.rule(writer, "attached-line", at, 0.4 * text_width("Làm việc của Tổ công tác chuyển đổi số xã Nậm Sương", 14, True), 14,
                  composer.width, 3)


def two_references():
    body = list(specs.REPORT_BODY)
    body[3] = ("p", body[3][1] + " Số liệu chi tiết tại Phụ lục I và Phụ lục II.")
    return body


def two_appendices(composer):
    """Two numbered appendices, each from page 1 on."""
    writer = composer.writer
    for suffix, number, title in (("", "Phụ lục I", "DANH MỤC NHIỆM VỤ"), ("-2", "Phụ lục II", "DANH SÁCH ĐƠN VỊ THỰC HIỆN")):
        at = writer.add(number, para(CENTER), composer.char(14, True))
        at.PageDescName = "Standard"
        at.PageNumberOffset = 1
        composer.named["phu-luc" + suffix] = at
        composer.named["phu-luc-title" + suffix] = writer.add(title, MIDDLE, composer.char(14, True))
        composer.named["phu-luc-attached" + suffix] = writer.add(
            "(Kèm theo Báo cáo số 12/BC-UBND ngày 11 tháng 9 năm 2025 của Ủy ban nhân dân xã Nậm Sương)", MIDDLE, composer.char(14, italic=True))
        composer.block("p", "Nội dung chi tiết do các phòng, đơn vị thuộc xã lập và cập nhật hằng quý theo hướng dẫn của cơ quan cấp trên.")


def copy_with_names(composer):
    """The block of a copy below a notice, its lines by name."""
    specs.copy_block(composer)
    tables = composer.document.TextTables
    header = tables.getByIndex(tables.Count - 2)
    for name, cell in (("copy-form", "B1"), ("copy-symbol", "A2")):
        cursor = header.getCellByName(cell).createTextCursor()
        composer.named[name] = cursor.getText().createTextCursorByRange(cursor.getStart())


PARTS_BODY = [
    ("p", "Thực hiện nhiệm vụ được giao, Ủy ban nhân dân xã Nậm Sương báo cáo như sau:"),
    ("chapter", "Phần I"), ("chapter-title", "TÌNH HÌNH THỰC HIỆN NHIỆM VỤ"),
    ("h1", "I. KẾT QUẢ ĐẠT ĐƯỢC"),
    ("p", "Các phòng, đơn vị đã hoàn thành nhiệm vụ được giao trong năm; công tác tham mưu được thực hiện đúng tiến độ."),
    ("h1", "II. HẠN CHẾ"),
    ("p", "Một số nhiệm vụ còn chậm so với kế hoạch do thiếu nhân lực."),
    ("chapter", "Phần II"), ("chapter-title", "NHIỆM VỤ NĂM SAU"),
    ("p", "1. Tiếp tục thực hiện các nhiệm vụ thường xuyên; rà soát, sắp xếp công việc theo vị trí việc làm."),
    ("p", "2. Tăng cường kiểm tra, đôn đốc việc thực hiện nhiệm vụ của các phòng, đơn vị./."),
]

BASES = {
    "BC": specs.REPORT,
    "SO": OFFICE,
    "CV": specs.LETTER,
    "CV-nhieu": of(specs.LETTER, to=["- Sở Nông nghiệp và Môi trường;", "- Sở Tài chính;", "- Sở Công Thương."]),
    "QĐ": specs.DECISION,
    "QC": of(specs.DECISION, symbol="Số: 319/QĐ-UBND", subject=["Về việc ban hành Quy chế làm việc", "của Tổ công tác chuyển đổi số xã Nậm Sương"],
             body=ARTICLES_BODY, sign=["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], extra=regulation),
    "KH": specs.PLAN,
    "BB": specs.MINUTES,
    "TTr": specs.SUBMISSION,
    "TB": specs.NOTICE,
    "PHẦN": of(specs.REPORT, body=PARTS_BODY),
    # bases that are mutants themselves
    "BC-đổi-bên": of(specs.REPORT, header="swapped"),
    "BC-xếp-chồng": of(specs.REPORT, header="stacked"),
    "BC-kẻ-viền": of(specs.REPORT, rule="border"),
    "BC-kẻ-gạch-dưới": of(specs.REPORT, rule="underscores"),
    "BC-13-1cm": of(specs.REPORT, size=13, indent=10, before=10, spacing=150),
    "BC-trang-đầu-riêng": of(specs.REPORT, number="first-page"),
    "BC-bảng-cước-chú": of(specs.REPORT, body=specs.body_with_table()[:3] + [("p", "Diện tích gieo trồng cả năm đạt 412 ha{{Số liệu do "
                           "Phòng Kinh tế cung cấp.}}, vượt kế hoạch giao.")] + specs.body_with_table()[4:]),
    "BC-khẩn": of(specs.REPORT, extra=specs.urgent),
    "BC-phụ-lục": of(specs.REPORT, body=specs.with_reference(), extra=specs.landscape_appendix),
    "BC-hai-phụ-lục": of(specs.REPORT, body=two_references(), extra=two_appendices),
    "TB-sao-y": of(specs.NOTICE, form=copy_with_names),
}


FAULTY_BASES = {"BC-đổi-bên", "BC-xếp-chồng"}


def nothing(m):
    pass


# Where the second mutant of “bold” and “italic” is made; without an entry: half the text of the same element.
SECOND = {
    "national": ("QĐ", "national"), "motto": ("KH", "motto"), "agency-1": ("KH", "agency-1", "agency"), "symbol": ("KH", "symbol"),
    "place": ("QĐ", "place"), "type": ("BC", "type"), "to": ("TTr", "to"), "b9": ("KH", "b11"), "b3": ("KH", "b3"),
    "dieu": ("QC", "dieu-2"), "authority": ("KH", "authority", "position"), "signer": ("BC", "signer"), "tieu-muc": ("QC", "tieu-muc-2"),
    "b15": ("KH", "b9"), "recipients-word": ("KH", "recipients-word"), "recipients": ("BC", "recipients"), "subject": ("QĐ", "subject"),
}

# -- formatting of each element: sizes, bold, italic, alignment -----------------------------------------------------------
# element, base, names, wrong sizes, lawful sizes, bold (None: not asked), italic, wrong alignments, findings that follow
ELEMENTS = [
    ("quoc-hieu", "BC", ("national",), (11, 14, 16), (12,), True, False, (LEFT, RIGHT), ("quoc-hieu/one-line",)),
    ("tieu-ngu", "CV", ("motto",), (12, 15), (), True, False, (LEFT, RIGHT), ("tieu-ngu/line-length",)),
    ("co-quan-chu-quan", "SO", ("superior",), (11, 14), (12,), False, False, (LEFT, RIGHT), ()),
    ("co-quan-ban-hanh", "BC", ("agency-1", "agency"), (11, 14), (), True, False, (LEFT, RIGHT), ("co-quan-ban-hanh/line-length",)),
    ("so-ky-hieu", "QĐ", ("symbol",), (12, 14), (), False, False, (LEFT, RIGHT), ()),
    ("dia-danh-thoi-gian", "BC", ("place",), (12, 15), (14,), False, True, (LEFT, RIGHT), ()),
    ("ten-loai", "KH", ("type",), (12, 15, 16), (13,), True, False, (LEFT, RIGHT), ()),
    ("trich-yeu", "KH", ("subject",), (12, 15), (), True, False, (LEFT, JUSTIFY), ("trich-yeu/line-length",)),
    ("trich-yeu", "CV", ("telegram",), (11, 14), (13,), False, False, (LEFT, RIGHT), ()),
    ("tham-quyen", "QĐ", ("clause",), (12, 15), (13,), True, None, (LEFT, RIGHT), ()),
    ("tham-quyen", "QĐ", ("order",), (12, 16), (13,), True, None, (LEFT,), ()),
    ("can-cu", "QĐ", ("b1", "b2", "b3"), (12, 15), (), None, True, (), ("noi-dung/size",)),
    ("kinh-gui", "CV", ("to",), (12, 15), (13,), False, False, (RIGHT,), ()),
    ("muc", "BC", ("b1",), (12, 16), (), True, False, (), ()),
    ("khoan", "BC", ("b2",), (12, 15), (), True, False, (RIGHT, CENTER), ()),
    ("khoan", "BC", ("b15",), (12, 15), (), False, False, (LEFT, CENTER), ()),
    ("diem", "BC", ("b9",), (12, 15), (), False, False, (LEFT, CENTER), ()),
    ("dieu", "QC", ("dieu",), (12, 15), (), True, False, (CENTER, RIGHT), ()),
    ("phan", "PHẦN", ("b1",), (12, 15), (13,), True, False, (LEFT, RIGHT), ()),
    ("phan", "PHẦN", ("b2",), (12,), (), True, False, (LEFT,), ()),
    ("chuong", "QC", ("chuong",), (12, 15), (13,), True, False, (LEFT, RIGHT), ()),
    ("chuong", "QC", ("chuong-title",), (12,), (), True, False, (LEFT,), ()),
    ("muc", "QC", ("muc-so",), (12,), (), True, False, (LEFT, RIGHT), ()),
    ("tieu-muc", "QC", ("tieu-muc",), (12, 15), (13,), True, False, (LEFT, RIGHT), ()),
    ("noi-dung", "BC", ("b3",), (11, 12, 15), (), False, False, (LEFT, CENTER, RIGHT), ()),
    ("quyen-han-chuc-vu", "BC", ("authority", "position"), (12, 15), (13,), True, False, (LEFT, RIGHT), ()),
    ("ho-ten", "KH", ("signer",), (12, 16), (13,), True, False, (LEFT, RIGHT), ()),
    ("noi-nhan", "BC", ("recipients-word",), (11, 13), (), True, True, (), ()),
    ("noi-nhan", "KH", ("recipients",), (10, 12, 13), (), False, False, (), ()),
    ("phu-luc", "BC-phụ-lục", ("phu-luc",), (12, 13), (), True, False, (LEFT,), ()),
    ("phu-luc", "BC-phụ-lục", ("phu-luc-title",), (12, 15), (13,), True, False, (LEFT, RIGHT), ()),
    ("phu-luc", "BC-phụ-lục", ("phu-luc-attached",), (12,), (13,), False, True, (LEFT,), ()),
    ("do-khan", "BC-khẩn", ("do-khan",), (12, 15), (14,), True, None, (), ()),
]


def formatting():
    for element, base, names, wrong, right, bold, italic, aligns, also in ELEMENTS:
        tag = f"{element}-{names[0]}"
        for size in wrong:
            yield Mutant(f"{tag}-cỡ-{size}", element + "/size", base, lambda m, s=size, n=names: m.size(s, *n), also)
        for size in right:
            yield Lawful(f"{tag}-cỡ-{size}", base, lambda m, s=size, n=names: m.size(s, *n))
        def half(m, n=names):
            """The first half of the text."""
            cursor = m.paragraph(n[0])
            length = len(cursor.String) // 2
            cursor.gotoStartOfParagraph(False)
            cursor.goRight(length, True)
            return cursor
        again, *others = SECOND.get(names[0], (None,))
        if bold is not None:
            weight = 100.0 if bold else 150.0
            change = (lambda m, b=bold, o=others: m.bold(not b, *o)) if again else (
                lambda m, h=half, w=weight: setattr(h(m), "CharWeight", w))
            yield Mutant(f"{tag}-đậm-2", element + "/bold", again or base, change, also)
        if italic is not None:
            slant = UPRIGHT if italic else ITALIC
            change = (lambda m, i=italic, o=others: m.italic(not i, *o)) if again else (
                lambda m, h=half, s=slant: setattr(h(m), "CharPosture", s))
            yield Mutant(f"{tag}-nghiêng-2", element + "/italic", again or base, change, also)
        if bold is not None:
            yield Mutant(f"{tag}-{'không-' if bold else ''}đậm", element + "/bold", base, lambda m, b=bold, n=names: m.bold(not b, *n), also)
        if italic is not None:
            yield Mutant(f"{tag}-{'đứng' if italic else 'nghiêng'}", element + "/italic", base,
                         lambda m, i=italic, n=names: m.italic(not i, *n), also)
        for align in aligns:
            yield Mutant(f"{tag}-canh-{align}", element + "/align", base, lambda m, a=align, n=names: m.align(a, *n))


# -- the page --------------------------------------------------------------------------------------------------------------
def margin(side, value, m):
    """Effective margin in mm; the header takes 10 mm of the top one."""
    setattr(m.page(), side + "Margin", mm(value - (10 if side == "Top" else 0)))


def page_rows():
    for side, rule, wrong, right in (("Top", "top", (15, 25.4, 40), (25,)), ("Bottom", "bottom", (15, 25.4), (25,)),
                                     ("Left", "left", (20, 25.4, 40), (35,)), ("Right", "right", (10, 25.4), (20,))):
        for value in wrong:
            yield Mutant(f"lề-{rule}-{value}", f"trang/margin-{rule}", "BC", lambda m, s=side, v=value: margin(s, v, m),
                         ("quoc-hieu/one-line", "quoc-hieu/position", "noi-nhan/position"))
        for value in right:
            yield Lawful(f"lề-{rule}-{value}", "BC", lambda m, s=side, v=value: margin(s, v, m))

    def paper(m, width, height):
        page = m.page()
        page.Width, page.Height = mm(width), mm(height)
    yield Mutant("khổ-letter", "trang/paper", "BC", lambda m: paper(m, 215.9, 279.4))
    yield Mutant("khổ-legal", "trang/paper", "KH", lambda m: paper(m, 215.9, 355.6))
    yield Mutant("khổ-a5", "trang/paper", "CV", lambda m: paper(m, 148, 210), ("quoc-hieu/one-line",))

    def landscape(m):
        page = m.page()
        page.IsLandscape = True
        page.Width, page.Height = mm(297), mm(210)
    yield Mutant("trang-ngang", "trang/orientation", "BC", landscape)
    yield Mutant("trang-ngang-kế-hoạch", "trang/orientation", "KH", landscape)
    yield Lawful("phụ-lục-ngang", "BC-phụ-lục", nothing)

    # page numbers
    def no_field(m):
        m.page().HeaderText.String = ""

    def no_header(m):
        m.page().HeaderIsOn = False
        m.page().TopMargin = mm(20)
    yield Mutant("số-trang-thiếu", "so-trang/present", "BC", no_field)
    yield Mutant("số-trang-không-đầu-trang", "so-trang/present", "BC", no_header)

    def footer(m, align=CENTER):
        page = m.page()
        page.HeaderIsOn = False
        page.TopMargin, page.BottomMargin = mm(20), mm(10)
        page.FooterIsOn, page.FooterIsDynamicHeight = True, False
        page.FooterBodyDistance, page.FooterHeight = mm(3), mm(10)
        page.FirstIsShared = False
        Writer(m.document, page.FooterText).add([(page_field(m.document), char(14))], para(align), char(14))
    yield Mutant("số-trang-ở-chân", "so-trang/position", "BC", footer)
    yield Mutant("số-trang-ở-chân-phải", "so-trang/position", "BC", lambda m: footer(m, RIGHT), ("so-trang/align",))
    yield Mutant("số-trang-phải", "so-trang/align", "BC", lambda m: setattr(m.number(), "ParaAdjust", adjust(RIGHT)))
    yield Mutant("số-trang-trái", "so-trang/align", "BC", lambda m: setattr(m.number(), "ParaAdjust", adjust(LEFT)))
    for size in (10, 12, 16):
        yield Mutant(f"số-trang-cỡ-{size}", "so-trang/size", "BC", lambda m, s=size: set_all(whole(m.number()), {"CharHeight": float(s)}))
    yield Lawful("số-trang-cỡ-13", "BC", lambda m: set_all(whole(m.number()), {"CharHeight": 13.0}))
    yield Mutant("số-trang-nghiêng", "so-trang/italic", "BC", lambda m: set_all(whole(m.number()), {"CharPosture": ITALIC}))
    yield Mutant("số-trang-nghiêng-13", "so-trang/italic", "BC",
                 lambda m: set_all(whole(m.number()), {"CharPosture": ITALIC, "CharHeight": 13.0}))

    def around(m, before, after):
        text = m.page().HeaderText
        text.insertString(text.getStart(), before, False)
        text.insertString(text.getEnd(), after, False)
    yield Mutant("số-trang-chữ-trang", "so-trang/format", "BC", lambda m: around(m, "Trang ", ""))
    yield Mutant("số-trang-gạch", "so-trang/format", "BC", lambda m: around(m, "- ", " -"))

    def roman(m):
        enumeration = m.document.TextFields.createEnumeration()
        while enumeration.hasMoreElements():
            field = enumeration.nextElement()
            if field.supportsService("com.sun.star.text.TextField.PageNumber"):
                field.NumberingType = 2              # ROMAN_UPPER
    yield Mutant("số-trang-la-mã", "so-trang/format", "BC", roman)

    def shared(m):
        m.page().FirstIsShared = True
    yield Mutant("số-trang-hiện-trang-1", "so-trang/first-page", "BC", shared)
    yield Mutant("số-trang-hiện-trang-1-kế-hoạch", "so-trang/first-page", "KH", shared)

    def restart(m, value):
        table = m.table(0)
        table.PageDescName = "Standard"
        table.PageNumberOffset = value
    yield Mutant("số-trang-bắt-đầu-5", "so-trang/restart", "BC", lambda m: restart(m, 5))
    yield Mutant("số-trang-bắt-đầu-2", "so-trang/restart", "BC", lambda m: restart(m, 2))
    yield Lawful("số-trang-kiểu-trang-đầu", "BC-trang-đầu-riêng", nothing)


# -- separator lines ---------------------------------------------------------------------------------------------------
def line_rows():
    for element, base, name, under in (("tieu-ngu", "BC", "motto-line", "motto"), ("co-quan-ban-hanh", "BC", "agency-line", "agency"),
                                       ("trich-yeu", "KH", "subject-line", "subject")):
        yield Mutant(f"{element}-thiếu-kẻ", element + "/line", base, lambda m, n=name: m.drop_line(n))

        def underline(m, n=name, u=under):
            m.drop_line(n)
            m.set(u, CharUnderline=1)
        yield Mutant(f"{element}-gạch-chân-thay-kẻ", element + "/line", base, underline, ("noi-dung/underline",))
    yield Mutant("tieu-ngu-thiếu-kẻ-công-văn", "tieu-ngu/line", "CV", lambda m: m.drop_line("motto-line"))
    for factor in (0.4, 0.7, 1.4):
        yield Mutant(f"tieu-ngu-kẻ-{factor}", "tieu-ngu/line-length", "BC", lambda m, f=factor: m.scale_line("motto-line", f))
    yield Mutant("tieu-ngu-kẻ-0.88", "tieu-ngu/line-length", "QĐ", lambda m: m.scale_line("motto-line", 0.88))
    for factor in (0.3, 1.8, 2.5):                   # of 40 % of the text
        yield Mutant(f"co-quan-kẻ-{factor}", "co-quan-ban-hanh/line-length", "BC", lambda m, f=factor: m.scale_line("agency-line", f))
        yield Mutant(f"trich-yeu-kẻ-{factor}", "trich-yeu/line-length", "KH", lambda m, f=factor: m.scale_line("subject-line", f))
    yield Lawful("tieu-ngu-kẻ-0.97", "BC", lambda m: m.scale_line("motto-line", 0.97))
    yield Lawful("co-quan-kẻ-một-phần-ba", "BC", lambda m: m.scale_line("agency-line", 0.85))
    yield Lawful("co-quan-kẻ-một-nửa", "KH", lambda m: m.scale_line("agency-line", 1.22))
    yield Lawful("kẻ-viền-đoạn", "BC-kẻ-viền", nothing)
    yield Lawful("kẻ-gạch-dưới", "BC-kẻ-gạch-dưới", nothing)

    def letter_line(m):
        m_writer = Writer(m.document, m.document.Text)
        m_writer.line(m.start("telegram"), 25, 12, lines=2)
    yield Mutant("công-văn-kẻ-dưới-v/v", "trich-yeu/line", "CV", letter_line)
    # spacing in the header
    empty = {}
    yield Mutant("tieu-ngu-dòng-trống", "tieu-ngu/spacing", "BC", lambda m: m.insert_after("national", "", **empty),
                 ("noi-dung/empty-paragraph",))
    yield Mutant("tieu-ngu-cách-12pt", "tieu-ngu/spacing", "KH", lambda m: m.set("motto", ParaTopMargin=pt(12)))
    yield Mutant("chu-quan-dòng-trống", ("co-quan-chu-quan/spacing", "co-quan-ban-hanh/spacing"), "SO", lambda m: m.insert_after("superior", ""),
                 ("noi-dung/empty-paragraph",))
    yield Mutant("chu-quan-cách-6pt", ("co-quan-chu-quan/spacing", "co-quan-ban-hanh/spacing"), "SO",
                 lambda m: m.set("superior", ParaBottomMargin=pt(6)))
    yield Mutant("co-quan-dòng-trống", "co-quan-ban-hanh/spacing", "BC", lambda m: m.insert_after("agency-1", ""))
    yield Mutant("co-quan-cách-12pt", "co-quan-ban-hanh/spacing", "QĐ", lambda m: m.set("agency", ParaTopMargin=pt(12)))
    yield Mutant("trich-yeu-dòng-trống", "trich-yeu/spacing", "KH", lambda m: m.insert_after("type", ""), ("noi-dung/empty-paragraph",))
    yield Mutant("trich-yeu-dòng-trống-quyết-định", "trich-yeu/spacing", "QĐ", lambda m: m.insert_after("type", ""),
                 ("noi-dung/empty-paragraph",))
    yield Mutant("công-văn-v/v-cách-0", "trich-yeu/spacing", "CV", lambda m: m.set("telegram", ParaTopMargin=0))
    yield Mutant("công-văn-v/v-cách-3pt", "trich-yeu/spacing", "CV-nhieu", lambda m: m.set("telegram", ParaTopMargin=pt(3)))
    yield Lawful("công-văn-v/v-cách-12pt", "CV", lambda m: m.set("telegram", ParaTopMargin=pt(12)))
    yield Lawful("công-văn-v/v-cỡ-13-không-kẻ", "CV-nhieu", lambda m: m.size(13, "telegram"))
    # place of elements
    moved = ("co-quan-ban-hanh/position", "so-ky-hieu/position", "dia-danh-thoi-gian/position", "quoc-hieu/position")
    yield Mutant("đầu-trang-đổi-bên", "quoc-hieu/position", "BC-đổi-bên", nothing, moved)
    yield Mutant("đầu-trang-đổi-bên-cơ-quan", "co-quan-ban-hanh/position", "BC-đổi-bên", nothing, moved)
    yield Mutant("quốc-hiệu-giữa-trang", "quoc-hieu/position", "BC-xếp-chồng", nothing, moved)

    def wrap(m):
        m.columns(0, 0.52)
    yield Mutant("quốc-hiệu-rớt-dòng", "quoc-hieu/one-line", "BC", wrap)
    yield Mutant("quốc-hiệu-rớt-dòng-12", "quoc-hieu/one-line", "KH", lambda m: (m.size(12, "national"), m.columns(0, 0.55)))

    def symbol_to_body(m, base="type"):
        text = m.text("symbol")
        m.write("symbol", "")
        m.insert_before(base, text, CharHeight=13.0, CharWeight=100.0, ParaTopMargin=0)
    yield Mutant("số-dưới-bảng", "so-ky-hieu/position", "BC", symbol_to_body, ("dia-danh-thoi-gian/position",))
    yield Mutant("số-dưới-bảng-quyết-định", "so-ky-hieu/position", "QĐ", symbol_to_body, ("dia-danh-thoi-gian/position",))

    def place_to_body(m):
        text = m.text("place")
        m.write("place", "")
        m.insert_before("type", text, CharHeight=13.0, CharWeight=100.0, CharPosture=ITALIC, ParaTopMargin=0)
    yield Mutant("địa-danh-dưới-bảng", "dia-danh-thoi-gian/position", "BC", place_to_body)
    yield Mutant("địa-danh-dưới-bảng-kế-hoạch", "dia-danh-thoi-gian/position", "KH", place_to_body)


# -- words of the header --------------------------------------------------------------------------------------------------
def words(rule, base, name, *texts, also=()):
    for number, text in enumerate(texts, 1):
        yield Mutant(f"{(rule if isinstance(rule, str) else rule[0]).replace('/', '-')}-chữ-{number}-{base}", rule, base, lambda m, n=name, t=text: m.write(n, t), also)


def lawful_words(tag, base, name, *texts):
    for number, text in enumerate(texts, 1):
        yield Lawful(f"{tag}-{number}", base, lambda m, n=name, t=text: m.write(n, t))


def header_rows():
    for base in ("KH", "QĐ"):
        yield Mutant(f"quốc-hiệu-thiếu-{base}", "quoc-hieu/present", base, lambda m: m.remove("national"))

        def no_motto(m):
            m.drop_line("motto-line")
            m.remove("motto")
        yield Mutant(f"tiêu-ngữ-thiếu-{base}", "tieu-ngu/present", base, no_motto)

        def no_agency(m):
            m.drop_line("agency-line")
            m.remove("agency")
            m.remove("agency-1")
        yield Mutant(f"cơ-quan-thiếu-{base}", "co-quan-ban-hanh/present", base, no_agency)
        yield Mutant(f"số-thiếu-{base}", "so-ky-hieu/present", base, lambda m: m.remove("symbol"))
        yield Mutant(f"địa-danh-thiếu-{base}", "dia-danh-thoi-gian/present", base, lambda m: m.remove("place"))
    yield from words("quoc-hieu/text", "BC", "national", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIẾT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHIÃ VIỆT NAM",
                     "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM.")
    yield from words("quoc-hieu/case", "KH", "national", "Cộng hòa xã hội chủ nghĩa Việt Nam", "Cộng Hòa Xã Hội Chủ Nghĩa Việt Nam")
    yield from lawful_words("quốc-hiệu-hoà", "BC", "national", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    yield Lawful("quốc-hiệu-hoa-bằng-thuộc-tính", "BC", lambda m: (m.write("national", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
                                                                   m.set("national", CharCaseMap=1)))
    yield from words("tieu-ngu/text", "BC", "motto", "Độc lập – Tự do – Hạnh phúc", "Độc lập-Tự do-Hạnh phúc", "Độc lập — Tự do — Hạnh phúc",
                     "Độqc lập - Tự do - Hạnh phúc", also=("tieu-ngu/line-length",))
    yield from words(("tieu-ngu/case", "tieu-ngu/text"), "KH", "motto", "ĐỘC LẬP - TỰ DO - HẠNH PHÚC", "Độc Lập - Tự Do - Hạnh Phúc",
                     "độc lập - tự do - hạnh phúc", also=("tieu-ngu/line-length",))
    yield from words("co-quan-chu-quan/text", "SO", "superior", "UBND TỈNH", "ỦY BAN NHÂN DÂN TỈNH")
    yield from words("co-quan-chu-quan/case", "SO", "superior", "UBND tỉnh Hà Sơn", "Ủy ban nhân dân tỉnh Hà Sơn")
    yield from lawful_words("chủ-quản-viết-đủ", "SO", "superior", "ỦY BAN NHÂN DÂN TỈNH HÀ SƠN")
    yield Mutant("cơ-quan-viết-tắt", "co-quan-ban-hanh/text", "BC", lambda m: m.write("agency-1", "UBND"))
    yield Mutant("cơ-quan-viết-tắt-sở", "co-quan-ban-hanh/text", "SO", lambda m: m.write("agency", "SỞ GDĐT"), ("co-quan-ban-hanh/line-length",))
    yield from words("co-quan-ban-hanh/case", "BC", "agency-1", "Ủy ban nhân dân")
    yield from words("co-quan-ban-hanh/case", "SO", "agency", "Sở Văn hóa và Du lịch", also=("co-quan-ban-hanh/line-length",))
    yield from lawful_words("cơ-quan-uỷ", "BC", "agency-1", "UỶ BAN NHÂN DÂN")
    yield from words("so-ky-hieu/text", "BC", "symbol", "Số 12/BC-UBND", "Số: 12 / BC - UBND", "Số: 12/BC–UBND", "SỐ: 12/BC-UBND",
                     "Số: 12/ BC-UBND")
    yield from words("so-ky-hieu/text", "CV", "symbol", "Số 245/UBND-KT", "Số: 245/UBND - KT")
    yield from words("so-ky-hieu/number", "BC", "symbol", "Số: 5/BC-UBND", "Số: XII/BC-UBND")
    yield from words("so-ky-hieu/number", "CV", "symbol", "Số: 7/UBND-KT")
    yield from words("so-ky-hieu/type", "BC", "symbol", "Số: 12/KH-UBND", "Số: 12/TB-UBND")
    yield from words("so-ky-hieu/type", "CV", "symbol", "Số: 245/CV-UBND", "Số: 245/CV-KT")
    yield from words("so-ky-hieu/type", "QĐ", "symbol", "Số: 318/QyĐ-UBND")
    yield from words("so-ky-hieu/case", "TTr", "symbol", "Số: 09/TTR-UBND", "Số: 09/Ttr-UBND")
    yield from words("so-ky-hieu/case", "BC", "symbol", "Số: 12/Bc-UBND", "Số: 12/BC-Ubnd")
    yield from lawful_words("số-hợp-lệ", "KH", "symbol", "Số: 0124/KH-UBND", "Số:        /KH-UBND", "Số: …/KH-UBND")
    yield from lawful_words("số-công-văn-hợp-lệ", "CV", "symbol", "Số: 1234/UBND-VHXH&TT", "Số:      /UBND-KT")
    yield from words("dia-danh-thoi-gian/text", "BC", "place", "Nậm Sương ngày 11 tháng 9 năm 2025", "nậm sương, ngày 11 tháng 9 năm 2025",
                     "Nậm Sương, ngày 11/9/2025", "Nậm Sương, 11 tháng 9 năm 2025")
    yield from words("dia-danh-thoi-gian/text", "SO", "place", "TP. Hồ Chí Minh, ngày 05 tháng 02 năm 2026")
    yield from words("dia-danh-thoi-gian/number", "BC", "place", "Nậm Sương, ngày 5 tháng 9 năm 2025", "Nậm Sương, ngày 15 tháng 1 năm 2026",
                     "Nậm Sương, ngày 15 tháng 2 năm 2026")
    yield from words("dia-danh-thoi-gian/date", "KH", "place", "Nậm Sương, ngày 31 tháng 9 năm 2025", "Nậm Sương, ngày 30 tháng 02 năm 2026",
                     "Nậm Sương, ngày 29 tháng 02 năm 2025", "Nậm Sương, ngày 12 tháng 13 năm 2025")
    yield from lawful_words("địa-danh-hợp-lệ", "KH", "place", "Nậm Sương, ngày 05 tháng 3 năm 2026", "Nậm Sương, ngày     tháng 10 năm 2025",
                            "Nậm Sương, ngày … tháng … năm 2025", "Thành phố Hồ Chí Minh, ngày 29 tháng 02 năm 2028")
    # title and subject
    yield Mutant("tên-loại-thiếu", "ten-loai/present", "BC", lambda m: m.remove("type"), ("trich-yeu/present",))
    yield Mutant("công-văn-có-tên-loại", "ten-loai/present", "CV",
                 lambda m: m.insert_before("to", "CÔNG VĂN", CharWeight=150.0, CharHeight=14.0, ParaAdjust=adjust(CENTER)))
    yield from words("ten-loai/case", "BC", "type", "Báo cáo")
    yield from words("ten-loai/case", "KH", "type", "Kế hoạch")

    def no_subject(m):
        m.drop_line("subject-line")
        m.remove("subject")
    yield Mutant("trích-yếu-thiếu", "trich-yeu/present", "KH", no_subject, ("trich-yeu/line",))
    yield Mutant("trích-yếu-thiếu-công-văn", "trich-yeu/present", "CV", lambda m: m.remove("telegram"))
    yield Mutant("trích-yếu-dấu-chấm", "trich-yeu/text", "KH", lambda m: m.append("subject", "."))
    yield Mutant("trích-yếu-về-việc", "trich-yeu/text", "CV", lambda m: m.replace("telegram", "V/v", "Về việc"))
    yield Mutant("trích-yếu-v/v-thường", "trich-yeu/text", "CV", lambda m: m.replace("telegram", "V/v", "v/v"))
    yield from words("trich-yeu/case", "KH", "subject", "TUYÊN TRUYỀN CẢI CÁCH HÀNH CHÍNH 6 THÁNG CUỐI NĂM 2025", also=("trich-yeu/line-length",))
    yield Mutant("trích-yếu-hoa-quyết-định", "trich-yeu/case", "QĐ", lambda m: m.set("subject", CharCaseMap=1), ("trich-yeu/line-length",))
    # issuing clause and bases
    yield Mutant("thẩm-quyền-thiếu", "tham-quyen/present", "QĐ", lambda m: m.remove("clause"))
    yield Mutant("quyết-định-thiếu-dòng", "tham-quyen/present", "QĐ", lambda m: m.remove("order"))
    yield from words("tham-quyen/text", "QĐ", "order", "QUYẾT ĐỊNH", "QUYẾT ĐỊNH.", "QUYẾT NGHỊ:")
    yield from words("tham-quyen/case", "QĐ", "order", "Quyết định:")
    yield from words("tham-quyen/case", "QĐ", "clause", "Chủ tịch Ủy ban nhân dân xã Nậm Sương")
    yield Mutant("căn-cứ-thiếu", "can-cu/present", "QĐ", lambda m: m.remove("b1", "b2", "b3"))
    yield Mutant("căn-cứ-thiếu-gián-tiếp", "can-cu/present", "QC", lambda m: m.remove("b1", "b2"))
    yield Mutant("căn-cứ-dấu-phẩy", "can-cu/text", "QĐ", lambda m: m.write("b1", m.text("b1")[:-1] + ","))
    yield Mutant("căn-cứ-cuối-chấm-phẩy", "can-cu/text", "QĐ", lambda m: m.write("b3", m.text("b3")[:-1] + ";"))
    yield Mutant("căn-cứ-cuối-dấu-phẩy", "can-cu/text", "QC", lambda m: m.write("b2", m.text("b2")[:-1] + ","))

    def order(m):
        first, last = m.text("b1"), m.text("b3")
        m.write("b1", last[:-1] + ";")
        m.write("b3", first[:-1] + ".")
    yield Mutant("căn-cứ-sai-thứ-tự", "can-cu/order", "QĐ", order)

    def order2(m):
        first, last = m.text("b1"), m.text("b2")
        m.write("b1", last[:-1] + ";")
        m.write("b2", first[:-1] + ".")
    yield Mutant("căn-cứ-sai-thứ-tự-gián-tiếp", "can-cu/order", "QC", order2)
    yield Mutant("căn-cứ-một-dòng-đứng", "can-cu/italic", "QĐ", lambda m: m.italic(False, "b2"))
    # addressee
    yield Mutant("kính-gửi-thiếu-công-văn", "kinh-gui/present", "CV", lambda m: m.remove("to"), ("noi-nhan/text",))
    yield Mutant("kính-gửi-thiếu-tờ-trình", "kinh-gui/present", "TTr", lambda m: m.remove("to"), ("noi-nhan/text",))
    yield Mutant("kính-gửi-trong-quyết-định", "kinh-gui/present", "QĐ",
                 lambda m: m.insert_before("clause", "Kính gửi: Sở Nội vụ tỉnh Hà Sơn", CharWeight=100.0, CharHeight=14.0), ("noi-nhan/text",))
    yield from words("kinh-gui/text", "CV", "to", "Kính gửi Sở Nông nghiệp và Môi trường tỉnh Hà Sơn", "Kính gửi : Sở Nông nghiệp và Môi trường",
                     "KÍNH GỬI: Sở Nông nghiệp và Môi trường tỉnh Hà Sơn")
    yield from words("kinh-gui/text", "CV-nhieu", "to-last", "- Sở Công Thương;", "Sở Công Thương.")
    yield from words("kinh-gui/text", "CV-nhieu", "to-first", "- Sở Nông nghiệp và Môi trường,")
    yield from lawful_words("kính-gửi-chấm", "CV", "to", "Kính gửi: Sở Nông nghiệp và Môi trường.")
    yield Lawful("kính-gửi-nhiều-nơi", "CV-nhieu", nothing)


# -- the body -------------------------------------------------------------------------------------------------------------------
BODY_BC = [f"b{i}" for i in range(len(specs.REPORT_BODY))]


def body_rows():
    yield Mutant("phông-arial", "noi-dung/font", "BC", lambda m: m.set("b3", CharFontName="Arial"))
    yield Mutant("phông-calibri-toàn-bộ", "noi-dung/font", "KH", lambda m: m.set(*(f"b{i}" for i in range(15)), CharFontName="Calibri"))
    yield Mutant("phông-vntime", "noi-dung/font", "CV", lambda m: m.set("b0", CharFontName=".VnTime"))
    yield Mutant("phông-một-từ", "noi-dung/font", "QĐ", lambda m: setattr(m.part("b5", "Thành lập"), "CharFontName", "Calibri"))
    yield Mutant("phông-quốc-hiệu", "noi-dung/font", "BC", lambda m: m.set("national", CharFontName="Arial"),
                 ("quoc-hieu/one-line", "tieu-ngu/line-length"))
    yield Mutant("mã-nfd", "noi-dung/encoding", "BC", lambda m: m.write("b3", unicodedata.normalize("NFD", m.text("b3"))))
    yield Mutant("mã-nfd-một-từ", "noi-dung/encoding", "KH", lambda m: m.replace("b3", "Nâng cao", unicodedata.normalize("NFD", "Nâng cao")))

    def tcvn(m):
        m.write("b3", specs.tcvn3(m.text("b3")))
        m.set("b3", CharFontName=".VnTime")
    yield Mutant("mã-tcvn3", "noi-dung/encoding", "BC", tcvn, ("noi-dung/font",))
    yield Mutant("màu-đỏ", "noi-dung/color", "BC", lambda m: m.set("b3", CharColor=0xFF0000))
    yield Mutant("màu-xanh-một-từ", "noi-dung/color", "KH", lambda m: setattr(m.part("b3", "Nâng cao"), "CharColor", 0x0000FF))
    yield Mutant("màu-tiêu-ngữ", "noi-dung/color", "CV", lambda m: m.set("motto", CharColor=0x1F497D))
    yield Lawful("màu-đen-rõ", "BC", lambda m: m.set("b3", CharColor=0x000000))
    yield Mutant("cỡ-lẫn-13-14", "noi-dung/size", "BC", lambda m: m.size(13, "b3"))
    yield Mutant("cỡ-12-toàn-thân", ("noi-dung/size", "khoan/size"), "CV", lambda m: m.size(12, "b0", "b1", "b2", "b3"), ("khoan/size", "noi-dung/size"))
    yield Mutant("gạch-chân-đoạn", "noi-dung/underline", "BC", lambda m: m.set("b3", CharUnderline=1))
    yield Mutant("gạch-chân-cụm", "noi-dung/underline", "KH", lambda m: setattr(m.part("b3", "Nâng cao nhận thức"), "CharUnderline", 1))
    for value in (0, 7.5, 15, 20):
        yield Mutant(f"lùi-đầu-dòng-{value}", "noi-dung/indent", "BC", lambda m, v=value: m.set("b3", ParaFirstLineIndent=mm(v)))
    yield Mutant("lùi-đầu-dòng-12.5", "noi-dung/indent", "BC", lambda m: m.set("b3", "b4", ParaFirstLineIndent=mm(12.5)))

    def tab(m, name, fill):
        m.set(name, ParaFirstLineIndent=0)
        m.write(name, fill + m.text(name))
    yield Mutant("lùi-bằng-tab", "noi-dung/indent", "BC", lambda m: tab(m, "b3", "\t"))
    yield Mutant("lùi-bằng-dấu-cách", "noi-dung/indent", "KH", lambda m: tab(m, "b3", " " * 8))
    yield Mutant("lề-trái-đoạn", "noi-dung/indent", "BC", lambda m: m.set("b3", ParaLeftMargin=mm(12.7)))
    yield Mutant("điều-lùi-0", "dieu/indent", "QC", lambda m: m.set("dieu", ParaFirstLineIndent=0))
    yield Mutant("điều-lùi-20", "dieu/indent", "QC", lambda m: m.set("dieu-2", ParaFirstLineIndent=mm(20)))
    yield Mutant("khoản-lùi-0", "khoan/indent", "BC", lambda m: m.set("b15", ParaFirstLineIndent=0))
    yield Mutant("khoản-lùi-20", "khoan/indent", "BC", lambda m: m.set("b2", ParaFirstLineIndent=mm(20)))
    yield Mutant("điểm-lùi-0", "diem/indent", "BC", lambda m: m.set("b9", ParaFirstLineIndent=0))
    yield Mutant("điểm-lùi-17.5", "diem/indent", "KH", lambda m: m.set("b11", ParaFirstLineIndent=mm(17.5)))
    yield Mutant("cách-đoạn-0", "noi-dung/spacing", "BC", lambda m: m.set("b4", ParaTopMargin=0))
    yield Mutant("cách-đoạn-3pt", "noi-dung/spacing", "BC", lambda m: m.set("b4", ParaTopMargin=pt(3)))
    yield Mutant("cách-đoạn-0-toàn-thân", "noi-dung/spacing", "CV", lambda m: m.set("b1", "b2", "b3", ParaTopMargin=0))
    yield Lawful("cách-đoạn-sau-6pt", "BC", lambda m: (m.set("b3", ParaBottomMargin=pt(6)), m.set("b4", ParaTopMargin=0)))
    yield Lawful("cách-đoạn-12pt", "KH", lambda m: m.set("b3", ParaTopMargin=pt(12)))
    yield Mutant("dòng-0.9", "noi-dung/line-spacing", "BC", lambda m: m.set("b3", ParaLineSpacing=LineSpacing(0, 90)))
    yield Mutant("dòng-2.0", "noi-dung/line-spacing", "BC", lambda m: m.set("b3", ParaLineSpacing=LineSpacing(0, 200)))
    yield Mutant("dòng-1.6", "noi-dung/line-spacing", "KH", lambda m: m.set("b3", ParaLineSpacing=LineSpacing(0, 160)))
    yield Mutant("dòng-đúng-12pt", "noi-dung/line-spacing", "BC", lambda m: m.set("b3", ParaLineSpacing=LineSpacing(3, pt(12))))
    yield Lawful("dòng-đúng-18pt", "BC", lambda m: m.set("b3", ParaLineSpacing=LineSpacing(3, pt(18))))
    yield Lawful("dòng-1.15", "KH", lambda m: m.set("b3", ParaLineSpacing=LineSpacing(0, 115)))
    yield Mutant("đoạn-trống", "noi-dung/empty-paragraph", "BC", lambda m: m.insert_after("b3", ""))
    yield Mutant("đoạn-trống-hai", "noi-dung/empty-paragraph", "KH", lambda m: (m.insert_after("b3", ""), m.insert_after("b3", "")))
    for number, end in enumerate((".", "", "/.", ".")):
        base = ("BC", "KH", "CV", "TB")[number]
        last = {"BC": "b19", "KH": "b14", "CV": "b3", "TB": "b3"}[base]
        yield Mutant(f"dấu-kết-{number}", "noi-dung/end", base, lambda m, n=last, e=end: m.write(n, m.text(n)[:-3] + e))
    yield Lawful("thân-13-lùi-1cm", "BC-13-1cm", nothing)
    yield Lawful("bảng-cỡ-12-cước-chú-10", "BC-bảng-cước-chú", nothing)
    yield Lawful("dấu-khẩn-đỏ", "BC-khẩn", nothing)

    def stamp(m, width, height):
        frame = m.document.TextFrames.getByIndex(0)
        frame.Width, frame.Height = mm(width), mm(height)
    yield Mutant("dấu-khẩn-rộng", "do-khan/frame", "BC-khẩn", lambda m: stamp(m, 30, 8))
    yield Mutant("dấu-khẩn-cao", "do-khan/frame", "BC-khẩn", lambda m: stamp(m, 20, 12))
    yield Mutant("chương-thiếu-tiêu-đề", "chuong/format", "QC", lambda m: m.remove("chuong-title"))
    yield Mutant("cấp-huyện", "co-quan-chu-quan/text", "SO", lambda m: m.write("superior", "UBND HUYỆN HÀ SƠN"))

    # lines beside the middle of the room they stand in (mm)
    def aside(name, room, by):
        def change(m):
            shape = m.shape(name)
            shape.HoriOrient, shape.HoriOrientPosition = 0, mm((room + by) - shape.Size.Width / 200)
        return change
    for name, rule, middle in (("motto-line", "tieu-ngu/line", 46), ("agency-line", "co-quan-ban-hanh/line", 30), ("subject-line", "trich-yeu/line", 80)):
        yield Mutant(f"{rule.split('/')[0]}-kẻ-lệch-8mm", rule, "BC", aside(name, middle, 8))
        yield Lawful(f"{rule.split('/')[0]}-kẻ-giữa", "BC", aside(name, middle, 0))

    # numbering
    yield Mutant("mục-nhảy-số", "muc/order", "BC", lambda m: m.replace("b14", "III.", "IV."))
    yield Mutant("mục-trùng-số", "muc/order", "BC", lambda m: m.replace("b12", "II.", "I."))
    yield Mutant("khoản-nhảy-số", "khoan/order", "BC", lambda m: m.replace("b17", "3.", "4."), ())
    yield Mutant("khoản-trùng-số", "khoan/order", "BC", lambda m: m.replace("b16", "2.", "1."))
    yield Mutant("khoản-tiêu-đề-nhảy", "khoan/order", "BC", lambda m: m.replace("b5", "2.", "4."))
    yield Mutant("điểm-nhảy", "diem/order", "BC", lambda m: m.replace("b11", "c)", "d)"))
    yield Mutant("điểm-trùng", "diem/order", "BC", lambda m: m.replace("b10", "b)", "a)"))
    yield Mutant("điều-nhảy", "dieu/order", "QĐ", lambda m: m.replace("b13", "Điều 3", "Điều 4"))
    yield Mutant("điều-trùng", "dieu/order", "QC", lambda m: m.replace("dieu-3", "Điều 3", "Điều 2"))
    yield Mutant("chương-nhảy", "chuong/order", "QC", lambda m: m.replace("chuong-2", "II", "III"))
    yield Mutant("chương-trùng", "chuong/order", "QC", lambda m: m.replace("chuong-2", "II", "I"))
    yield Mutant("mục-nhảy-quy-chế", "muc/order", "QC", lambda m: m.replace("muc-so-2", "2", "3"))
    yield Mutant("tiểu-mục-nhảy", "tieu-muc/order", "QC", lambda m: m.replace("tieu-muc-2", "2", "3"))
    yield Mutant("tiểu-mục-trùng", "tieu-muc/order", "QC", lambda m: m.replace("tieu-muc-2", "2", "1"))
    yield Mutant("phần-nhảy", "phan/order", "PHẦN", lambda m: m.replace("b7", "II", "III"))
    yield Mutant("phần-trùng", "phan/order", "PHẦN", lambda m: m.replace("b7", "II", "I"))
    yield Mutant("mục-gạch-chéo", "muc/format", "BC", lambda m: m.replace("b1", "I.", "I/"))
    yield Mutant("mục-gạch-nối", "muc/format", "BC", lambda m: m.replace("b14", "III.", "III-"))
    yield Mutant("khoản-ngoặc", "khoan/format", "BC", lambda m: m.replace("b15", "1.", "1)"), ("khoan/order",))
    yield Mutant("khoản-gạch-chéo", "khoan/format", "BC", lambda m: m.replace("b2", "1.", "1/"), ("khoan/order",))
    yield Mutant("điểm-chấm", "diem/format", "BC", lambda m: m.replace("b9", "a)", "a."), ("diem/order",))
    yield Mutant("điểm-gạch-chéo", "diem/format", "KH", lambda m: m.replace("b10", "a)", "a/"), ("diem/order",))
    yield Mutant("điểm-f", ("diem/format", "diem/order"), "BC", lambda m: m.replace("b11", "c)", "f)"), ("diem/order", "diem/format"))
    yield Mutant("điều-hai-chấm", "dieu/format", "QĐ", lambda m: m.replace("b5", "Điều 1.", "Điều 1:"))
    yield Mutant("điều-hoa", ("dieu/format", "dieu/case"), "QC", lambda m: m.replace("dieu", "Điều 1.", "ĐIỀU 1:"), ("dieu/case", "dieu/format"))
    yield Mutant("điều-la-mã", "dieu/format", "QC", lambda m: m.replace("dieu", "Điều 1.", "Điều I."), ("dieu/order",))
    yield Mutant("chương-ả-rập", "chuong/format", "QC", lambda m: m.replace("chuong", "Chương I", "Chương 1"))
    yield Mutant("chương-chấm", "chuong/format", "QC", lambda m: m.replace("chuong", "Chương I", "Chương I."))
    yield Mutant("mục-la-mã-quy-chế", "muc/format", "QC", lambda m: m.replace("muc-so", "Mục 1", "Mục I"))
    yield Mutant("tiểu-mục-la-mã", "tieu-muc/format", "QC", lambda m: m.replace("tieu-muc", "Tiểu mục 1", "Tiểu mục I"))
    yield Mutant("tiểu-mục-chữ", "tieu-muc/format", "QC", lambda m: m.replace("tieu-muc-2", "Tiểu mục 2", "Tiểu mục II"))
    yield Mutant("phần-ả-rập", "phan/format", "PHẦN", lambda m: m.replace("b1", "Phần I", "Phần 1"))
    yield Mutant("phần-hai-chấm", "phan/format", "PHẦN", lambda m: m.replace("b7", "Phần II", "Phần II:"))
    yield from words("muc/case", "BC", "b1", "I. Kết quả thực hiện")
    yield from words("muc/case", "KH", "b6", "II. Nội dung")
    yield from words("muc/case", "QC", "muc-title", "Nguyên tắc")
    yield from words("khoan/case", "BC", "b2", "1. VỀ KINH TẾ")
    yield from words("khoan/case", "KH", "b2", "1. MỤC ĐÍCH")
    yield from words("phan/case", "PHẦN", "b1", "PHẦN I")
    yield from words("phan/case", "PHẦN", "b2", "Tình hình thực hiện nhiệm vụ")
    yield from words("chuong/case", "QC", "chuong", "CHƯƠNG I")
    yield from words("chuong/case", "QC", "chuong-title", "Quy định chung")
    yield from words("tieu-muc/case", "QC", "tieu-muc", "TIỂU MỤC 1")
    yield from words("tieu-muc/case", "QC", "tieu-muc-title", "Nguyên tắc chung")
    yield from words("dieu/case", "QC", "dieu", "Điều 1. PHẠM VI ĐIỀU CHỈNH")
    yield from words("dieu/case", "QC", "dieu-2", "ĐIỀU 2. NGUYÊN TẮC LÀM VIỆC")
    yield from words("phu-luc/case", "BC-phụ-lục", "phu-luc", "PHỤ LỤC")
    yield from words("phu-luc/case", "BC-phụ-lục", "phu-luc-title", "Biểu tổng hợp diện tích gieo trồng")
    # appendices
    two = "BC-hai-phụ-lục"
    yield Mutant("phụ-lục-không-nhắc", "phu-luc/reference", "BC-phụ-lục", lambda m: m.replace("b3", " Số liệu chi tiết có Phụ lục kèm theo.", ""))
    yield Mutant("phụ-lục-nhắc-thiếu", "phu-luc/reference", two, lambda m: m.replace("b3", "Phụ lục I và Phụ lục II", "Phụ lục I"))
    yield Mutant("phụ-lục-nhắc-văn-bản-khác", "phu-luc/reference", two, lambda m: m.replace(
        "b3", "Số liệu chi tiết tại Phụ lục I và Phụ lục II.", "Thể thức theo Phụ lục I Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư."))
    yield Mutant("phụ-lục-nhảy-số", "phu-luc/order", two, lambda m: m.replace("phu-luc-2", "II", "III"))
    yield Mutant("phụ-lục-trùng-số", "phu-luc/order", two, lambda m: m.replace("phu-luc-2", "II", "I"))
    yield Mutant("phụ-lục-chưa-có-số", "phu-luc/order", two, lambda m: m.replace("phu-luc-2", " II", ""))
    yield Mutant("phụ-lục-ngược", "phu-luc/order", two, lambda m: (m.replace("phu-luc", "I", "II"), m.replace("phu-luc-2", "II", "I")))
    yield Mutant("phụ-lục-ả-rập", "phu-luc/format", two, lambda m: m.replace("phu-luc-2", "II", "2"))
    yield Mutant("phụ-lục-ả-rập-01", "phu-luc/format", "BC-phụ-lục", lambda m: m.write("phu-luc", "Phụ lục 01"))
    yield Mutant("phụ-lục-số", "phu-luc/format", two, lambda m: m.replace("phu-luc", "lục I", "lục số 1"))
    yield Mutant("phụ-lục-cùng-dòng", "phu-luc/format", two, lambda m: (m.append("phu-luc", ". DANH MỤC NHIỆM VỤ"), m.remove("phu-luc-title")))
    yield Mutant("kèm-theo-sai-số", "phu-luc/text", two, lambda m: m.replace("phu-luc-attached", "12/BC", "21/BC"))
    yield Mutant("kèm-theo-sai-ngày", "phu-luc/text", "BC-phụ-lục", lambda m: m.replace("phu-luc-attached", "ngày 11", "ngày 01"))
    yield Mutant("kèm-theo-sai-ký-hiệu", "phu-luc/text", two, lambda m: m.replace("phu-luc-attached-2", "BC-UBND", "KH-UBND"))
    yield Mutant("kèm-theo-thiếu", "phu-luc/text", two, lambda m: m.remove("phu-luc-attached-2"))
    yield Lawful("hai-phụ-lục", two, nothing)
    yield Lawful("phụ-lục-nhắc-chung", two, lambda m: m.replace("b3", "Phụ lục I và Phụ lục II", "các phụ lục kèm theo"))
    yield Lawful("phụ-lục-danh-sách-kèm-theo", "BC-phụ-lục", lambda m: m.replace("b3", "có Phụ lục kèm theo", "theo biểu kèm theo"))
    yield Lawful("kèm-theo-để-trống", two, lambda m: m.replace("phu-luc-attached", "12/BC-UBND ngày 11 tháng 9", "      /BC-UBND ngày     tháng    "))
    yield Lawful("kèm-theo-ngày-số", two, lambda m: m.replace("phu-luc-attached", "ngày 11 tháng 9 năm 2025", "ngày 11/9/2025"))
    # copies
    yield from words("ban-sao/text", "TB-sao-y", "copy-form", "SAO Y BẢN CHÍNH")
    yield Mutant("bản-sao-ký-hiệu", "ban-sao/text", "TB-sao-y", lambda m: m.replace("copy-symbol", "/SY-", "/SL-"))
    yield from words("ban-sao/case", "TB-sao-y", "copy-form", "Sao y")
    yield Mutant("bản-sao-không-đậm", "ban-sao/bold", "TB-sao-y", lambda m: m.bold(False, "copy-form"))
    yield Mutant("bản-sao-cỡ-16", "ban-sao/size", "TB-sao-y", lambda m: m.size(16, "copy-form"))
    yield Lawful("bản-sao-cỡ-13", "TB-sao-y", lambda m: m.size(13, "copy-form"))
    yield Lawful("sao-y", "TB-sao-y", nothing)
    yield Lawful("quy-chế-kèm-theo-không-số", "QC", nothing)
    yield Lawful("báo-cáo-chia-phần", "PHẦN", nothing)
    yield Lawful("điểm-d", "BC", lambda m: m.insert_after("b11", "d) Duy trì chế độ trực chỉ huy theo quy định."))


# -- the end ------------------------------------------------------------------------------------------------------------------------
def end_rows():
    def no_signature(m):
        m.remove("authority", "position")
    yield Mutant("chức-vụ-thiếu", "quyen-han-chuc-vu/present", "BC", no_signature)
    yield Mutant("chức-vụ-thiếu-quyết-định", "quyen-han-chuc-vu/present", "QĐ", lambda m: m.remove("position"))
    yield from words("quyen-han-chuc-vu/text", "BC", "authority", "T/M ỦY BAN NHÂN DÂN", "TM ỦY BAN NHÂN DÂN", "TM/ ỦY BAN NHÂN DÂN",
                     "TM. CHỦ TỊCH")
    yield from words("quyen-han-chuc-vu/text", "TB", "authority", "KT. PHÓ CHỦ TỊCH", "T/L CHỦ TỊCH", "TUQ CHỦ TỊCH")
    yield from words("quyen-han-chuc-vu/text", "SO", "authority", "KT GIÁM ĐỐC", "K/T GIÁM ĐỐC", "KT. PHÓ GIÁM ĐỐC")
    yield from words("quyen-han-chuc-vu/text", "SO", "position", "PHÓ GIÁM ĐỐC PHỤ TRÁCH", "GIÁM ĐỐC")
    yield from words("quyen-han-chuc-vu/text", "QĐ", "position", "CHỦ TỊCH UBND XÃ NẬM SƯƠNG", "QUYỀN CHỦ TỊCH")
    yield Mutant("quyết-định-tm-thừa", "quyen-han-chuc-vu/text", "QĐ", lambda m: m.insert_before("position", "TM. ỦY BAN NHÂN DÂN"))
    yield Mutant("quyết-định-tm-thiếu", "quyen-han-chuc-vu/text", "QC", lambda m: m.remove("authority"))
    yield Mutant("báo-cáo-tm-thiếu", "quyen-han-chuc-vu/text", "BC", lambda m: m.remove("authority"))
    yield from words("quyen-han-chuc-vu/case", "QĐ", "position", "Chủ tịch")
    yield from words("quyen-han-chuc-vu/case", "TB", "position", "Chánh Văn phòng")
    yield from lawful_words("quyền-hạn-q", "QĐ", "position", "Q. CHỦ TỊCH")
    yield from lawful_words("quyền-hạn-tuq", "TB", "authority", "TUQ. CHỦ TỊCH")

    def by_order(m):
        m.insert_after("authority", "KT. CHÁNH VĂN PHÒNG")
        m.write("position", "PHÓ CHÁNH VĂN PHÒNG")
    yield Lawful("quyền-hạn-tl-kt", "TB", by_order)
    yield Lawful("quyền-hạn-tm-kt", "BC", lambda m: (m.insert_after("authority", "KT. CHỦ TỊCH"), m.write("position", "PHÓ CHỦ TỊCH")))
    yield Lawful("quyền-hạn-uỷ", "BC", lambda m: m.write("authority", "TM. UỶ BAN NHÂN DÂN"))
    yield Mutant("họ-tên-thiếu", "ho-ten/present", "BC", lambda m: m.write("signer", ""))
    yield Mutant("họ-tên-thiếu-kế-hoạch", "ho-ten/present", "KH", lambda m: m.write("signer", ""))
    yield from words("ho-ten/text", "BC", "signer", "TS. Hà Văn Thụ", "ThS. Hà Văn Thụ", "PGS.TS Hà Văn Thụ", "BS. Hà Văn Thụ")
    yield from words("ho-ten/case", "KH", "signer", "LÒ THỊ SƯƠNG", "lò thị sương", "Lò thị Sương")
    yield Mutant("nơi-nhận-thiếu", "noi-nhan/present", "BC", lambda m: m.table(m.document.TextTables.Count - 1).getCellByPosition(0, 0).setString(""))
    yield Mutant("nơi-nhận-thiếu-kế-hoạch", "noi-nhan/present", "KH",
                 lambda m: m.table(m.document.TextTables.Count - 1).getCellByPosition(0, 0).setString(""))
    yield from words("noi-nhan/text", "BC", "recipients-word", "Nơi nhận", "NƠI NHẬN:", "Nơi nhận :")
    yield from words("noi-nhan/text", "BC", "recipients", "- Ủy ban nhân dân tỉnh Hà Sơn;", "- Như trên,", "Như trên;", "- Như trên")
    yield from words("noi-nhan/text", "KH", "recipients", "+ UBND tỉnh (để b/c);", "- UBND tỉnh (để b/c).")
    yield from words("noi-nhan/luu", "BC", "luu", "- Lưu VT, KT.", "- Lưu: VT, KT", "- Lưu: VT, KT;", "- Lưu: KT.", "Lưu: VT, KT.", "- Lưu:  VT KT.")
    yield Mutant("nơi-nhận-thiếu-lưu", "noi-nhan/luu", "KH", lambda m: m.remove("luu"), ("noi-nhan/text",))
    yield from lawful_words("lưu-hợp-lệ", "BC", "luu", "- Lưu: VT.", "- Lưu: VT, KT (2b).", "- Lưu: VT, NV (V-10b).", "- Lưu: VT, Hồ sơ.",
                            "- Lưu: VT, VHXH. PL.(300)")
    yield from lawful_words("nơi-nhận-để-b/c", "KH", "recipients", "- Ủy ban nhân dân tỉnh Hà Sơn (để báo cáo);", "- UBND tỉnh (b/c);")

    def right_column(m):
        """Recipients and signature change sides."""
        table = m.table(m.document.TextTables.Count - 1)
        left, right = table.getCellByPosition(0, 0), table.getCellByPosition(1, 0)
        writer = Writer(m.document, right)
        writer.fresh = False
        lines = left.getString().split("\n")
        left.setString("")
        for number, line in enumerate(lines):
            writer.add(line.rstrip("\r"), para(LEFT), char(12, True, True) if number == 0 else char(11))
    yield Mutant("nơi-nhận-dưới-chữ-ký", "noi-nhan/position", "BC", right_column)
    yield Mutant("nơi-nhận-dưới-chữ-ký-kế-hoạch", "noi-nhan/position", "KH", right_column)
    # minutes
    yield Lawful("biên-bản-không-địa-danh", "BB", nothing)
    yield from words("ten-loai/case", "BB", "type", "Biên bản")
    yield Mutant("biên-bản-số-cỡ-14", "so-ky-hieu/size", "BB", lambda m: m.size(14, "symbol"))
    yield Mutant("biên-bản-lề-phải", "trang/margin-right", "BB", lambda m: margin("Right", 25.4, m), ("quoc-hieu/one-line",))
    yield Mutant("biên-bản-thân-trái", "noi-dung/align", "BB", lambda m: m.align(LEFT, "b5"))
    yield Mutant("biên-bản-lưu", "noi-nhan/luu", "BB", lambda m: m.write("luu", "- Lưu VT, Hồ sơ"))


PLAN = "Kế hoạch số 75/KH-UBND ngày 08 tháng 8 năm 2025 của Ủy ban nhân dân tỉnh Hà Sơn về phong trào thi đua"


def cited(*sentences):
    """Sentences that cite documents, behind a paragraph of the body."""
    return lambda m: [m.insert_after("b3", sentence) for sentence in reversed(sentences)]


def citation_rows():
    for name, rule, *sentences in (
            ("lần-đầu-thiếu-ngày", "first-full", "Các đơn vị thực hiện Công văn số 12/SNV-VP của Sở Nội vụ về việc báo cáo."),
            ("lần-đầu-ghi-sau", "first-full", "Các đơn vị thực hiện Kế hoạch số 75/KH-UBND.", f"Thực hiện {PLAN}, các đơn vị đã báo cáo."),
            ("lần-sau-ghi-đủ", "later-short", f"- {PLAN}.", f"Các đơn vị đã báo cáo theo {PLAN}."),
            ("hai-ngày", "conflict", f"- {PLAN}.", "Các đơn vị đã làm theo Kế hoạch số 75/KH-UBND ngày 09 tháng 8 năm 2025."),
            ("hai-năm-trong-số", "conflict", "Thực hiện Nghị định số 111/2022/NĐ-CP ngày 30 tháng 12 năm 2022 của Chính phủ về hợp đồng đối với một số loại công việc.",
             "Việc ký hợp đồng theo Nghị định số 111/2020/NĐ-CP đã xong."),
            ("ngày-không-có", "date", "Thực hiện Công văn số 12/SNV-VP ngày 31 tháng 9 năm 2025 của Sở Nội vụ về việc báo cáo, các đơn vị đã gửi."),
            ("năm-khác-số", "date", "Thực hiện Nghị định số 136/2024/NĐ-CP ngày 23 tháng 10 năm 2023 của Chính phủ về phòng cháy, các đơn vị đã kiểm tra."),
            ("kế-hoạch-ký-hiệu-qđ", "type", "Thực hiện Kế hoạch số 1109/QĐ-UBND ngày 08 tháng 8 năm 2025 của Ủy ban nhân dân tỉnh Hà Sơn về rà soát, các đơn vị đã gửi."),
            ("luật-ghi-số", "law-number", "Các đơn vị thực hiện Luật Tổ chức chính quyền địa phương số 72/2025/QH15."),
            ("ngày-hai-dạng", "style", f"- {PLAN}.", "- Công văn số 12/SNV-VP ngày 09 tháng 8 năm 2025 của Sở Nội vụ về việc báo cáo.",
             "- Công văn số 13/SNV-VP ngày 10/8/2025 của Sở Nội vụ về việc thống kê."),
            ("thiếu-về", "style", f"- {PLAN}.", "- Công văn số 12/SNV-VP ngày 09 tháng 8 năm 2025 của Sở Nội vụ việc báo cáo định kỳ."),
            ("điều-trước-khoản", "style", "Việc lập hồ sơ thực hiện theo quy định tại Điều 28, khoản 2, điểm a.")):
        yield Mutant(f"viện-dẫn-{name}", f"vien-dan/{rule}", "BC", cited(*sentences))
    for name, *sentences in (
            ("rút-gọn", f"- {PLAN}.", "Các đơn vị đã báo cáo theo Kế hoạch số 75/KH-UBND."),
            ("hai-cơ-quan-cùng-số", f"- {PLAN}.", "- Kế hoạch số 75/KH-UBND ngày 20 tháng 8 năm 2025 của Ủy ban nhân dân tỉnh Cao Bằng về chuyển đổi số.",
             "Các đơn vị đã làm theo Kế hoạch số 75/KH-UBND của Ủy ban nhân dân tỉnh Cao Bằng."),
            ("không-ghi-ký-hiệu", "Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư, các đơn vị đã báo cáo.",
             "Việc lập hồ sơ theo Nghị định 30/2020 được kiểm tra thường xuyên."),
            ("luật-ghi-tên", "Các đơn vị thực hiện Luật Tổ chức chính quyền địa phương năm 2025 và Luật Cán bộ, công chức."),
            ("quy-định-ký-hiệu-qđ", "Thực hiện Quy định số 294-QĐ/TW ngày 26 tháng 5 năm 2025 của Ban Chấp hành Trung ương về thi hành Điều lệ Đảng, các chi bộ đã học tập."),
            ("hai-quyết-định-một-ngày", "- Quyết định số 30/QĐ-UBND ngày 08 tháng 8 năm 2025 của Ủy ban nhân dân tỉnh Hà Sơn về việc giao đất cho hộ gia đình, cá nhân.",
             "- Quyết định số 31/QĐ-UBND ngày 08 tháng 8 năm 2025 của Ủy ban nhân dân tỉnh Hà Sơn về việc giao đất cho hộ gia đình, cá nhân."),
            ("khoản-trước-điều", "Việc lập hồ sơ theo điểm a khoản 2 Điều 28 và Điều 29, khoản 1, khoản 2 Điều 30 của quy chế đã được kiểm tra."),
            ("tháng-một-và-mười", f"- {PLAN}.", "- Công văn số 12/SNV-VP ngày 19 tháng 10 năm 2024 của Sở Nội vụ về việc báo cáo.",
             "- Công văn số 13/SNV-VP ngày 05 tháng 01 năm 2025 của Sở Nội vụ về việc thống kê."),
            ("mẫu-và-tiêu-chuẩn", "Các đơn vị lập biểu theo Mẫu số 05/MT-BC, TCVN 6909:2001, hồ sơ số 12/HS-UBND và gói thầu số 05/GT-XL."),
            ("chuyển-đổi-số-xã", "Ban Chỉ đạo chuyển đổi số xã đã họp 02 lần; năng lực số 5/10 điểm, chuyển đổi số 2025 đạt kết quả tốt.")):
        yield Lawful(f"viện-dẫn-{name}", "BC", cited(*sentences))


def rows():
    result = [*formatting(), *page_rows(), *line_rows(), *header_rows(), *body_rows(), *end_rows(), *citation_rows()]
    seen = {}
    for row in result:                               # a name is made unique by a number: it names the files
        count = seen[row.name] = seen.get(row.name, 0) + 1
        if count > 1:
            row.name += f"-{count}"
    return result
