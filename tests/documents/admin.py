"""Composes whole administrative documents from a `Spec`. Without further options the result conforms to
Nghị định 30/2020/NĐ-CP; every option is one of the ways in which real files are laid out."""
import dataclasses
from dataclasses import dataclass, field
from typing import Any

from author import *


@dataclass
class Spec:
    agency: list                                   # the issuing agency's name, line by line
    superior: list = field(default_factory=list)
    symbol: str | None = "Số: 12/BC-UBND"
    place: str | None = "Nậm Sương, ngày 11 tháng 9 năm 2025"
    type: str | None = "BÁO CÁO"
    subject: list = field(default_factory=list)    # lines below the type; a công văn: “V/v …”
    to: Any = None                                 # Kính gửi: a text, or a list of several
    body: list = field(default_factory=list)       # (kind, content)
    word: str = "Nơi nhận:"
    recipients: list | None = None
    sign: list = field(default_factory=list)       # authority and titles, line by line
    signer: str | None = "Hà Văn Thụ"
    national: str | None = QUOC_HIEU
    motto: str | None = TIEU_NGU
    header: str = "table2"                         # table1 table2 nested table3 frames tabs spaces one-paragraph
    joined: bool = False                           # quốc hiệu and tiêu ngữ in one paragraph
    rule: str = "line"                             # line custom connector border underscores dashes
    number: str = "header"                         # header frame first-page none
    end: str = "table2"                            # table2 table3 nested breaks body tabs
    form: Any = None                               # called with the Composer instead of the usual end
    margins: tuple = (20, 20, 30, 15)              # top, bottom, left, right
    size: float = 14                               # of the body
    spacing: int = 100
    indent: float = 12.7
    before: float = 6
    font: str = "Times New Roman"
    extra: Any = None                              # called with the Composer when the text stands, before the lines


class Composer:
    """Builds one document; `named` keeps the start of each element for those who change it afterwards."""

    def __init__(self, office, spec):
        self.spec = spec
        self.office = office
        self.document = office.new()
        self.writer = Writer(self.document, self.document.Text)
        self.lines = []                            # (writer, anchor, length, size, number of lines)
        self.named = {}
        self.width = 210 - spec.margins[2] - spec.margins[3]
        self.body_format = para(JUSTIFY, indent=spec.indent, before=spec.before, spacing=spec.spacing)

    def char(self, size=None, bold=False, italic=False, **more):
        return char(self.spec.size if size is None else size, bold, italic, font=more.pop("font", self.spec.font), **more)

    # -- page ---------------------------------------------------------------------------------------------
    def page(self):
        document, spec = self.document, self.spec
        default = document.StyleFamilies.getByName("ParagraphStyles").getByName("Standard")
        default.CharFontName, default.CharHeight = spec.font, 14.0
        pages = document.StyleFamilies.getByName("PageStyles")
        style = pages.getByName("Standard")
        self.page_format(style)
        if spec.number == "none":
            return
        if spec.number == "first-page":
            first = pages.getByName("First Page")
            self.page_format(first)
            first.HeaderIsOn = True                # keeps the text edge where it is on the next pages
            self.header_format(first)
            first.FollowStyle = "Standard"
        style.HeaderIsOn = True
        self.header_format(style)
        if spec.number == "header":
            style.FirstIsShared = False
        text = style.HeaderText
        writer = Writer(document, text)
        if spec.number == "frame":
            style.FirstIsShared = False
            text = style.HeaderText
            writer = Writer(document, text)
            anchor = writer.add("", para(CENTER), self.char(14))
            _, inner = writer.frame(10, 6, 0, 0, "Khung số trang", anchor=anchor, in_paragraph=True)
            frame = document.TextFrames.getByName("Khung số trang")
            frame.HoriOrient, frame.HoriOrientRelation = 2, 8
            inner.add([(page_field(document), self.char(14))], para(CENTER))
        else:
            writer.add([(page_field(document), self.char(14))], para(CENTER), self.char(14))

    def page_format(self, style):
        top, bottom, left, right = self.spec.margins
        style.IsLandscape = False
        style.Width, style.Height = mm(210), mm(297)
        style.TopMargin = mm(top) if self.spec.number == "none" else mm(top - 10)
        style.BottomMargin, style.LeftMargin, style.RightMargin = mm(bottom), mm(left), mm(right)

    @staticmethod
    def header_format(style):
        style.HeaderIsDynamicHeight = False
        style.HeaderBodyDistance = mm(3)
        style.HeaderHeight = mm(10)

    # -- separator lines ------------------------------------------------------------------------------------
    def rule(self, writer, name, anchor, length, size, cell, count=1):
        kind = self.spec.rule
        if kind in ("line", "custom", "connector"):
            self.lines.append((name, writer, anchor, length, size, count))
        elif kind == "border":
            side = (cell - length) / 2
            self.named[name] = writer.border(para(CENTER, left=side, right=side))
        else:
            sign = {"underscores": "_", "dashes": "-"}[kind]
            self.named[name] = writer.add(sign * round(length / text_width(sign, 12)), MIDDLE, self.char(12))

    def draw(self):
        for name, writer, anchor, length, size, count in self.lines:
            self.named[name] = writer.line(anchor, length, size, self.spec.rule, lines=count)

    # -- header -----------------------------------------------------------------------------------------------
    def agency(self, writer, cell):
        spec = self.spec
        for line in spec.superior:
            self.named["superior"] = writer.add(line, MIDDLE, self.char(13))
        for line in spec.agency:
            self.named["agency"] = at = writer.add(line, MIDDLE, self.char(13, True))
            self.named.setdefault("agency-1", at)
        longest = max(text_width(line, 13, True) for line in spec.agency)
        self.rule(writer, "agency-line", at, 0.4 * longest, 13, cell)

    def national(self, writer, cell):
        spec = self.spec
        if spec.joined:
            both = [(spec.national + "\n", self.char(13, True)), (spec.motto, self.char(14, True))]
            self.named["national"] = at = writer.add(both, MIDDLE)
            self.rule(writer, "motto-line", at, text_width(spec.motto, 14, True), 13.5, cell, count=2)
            return
        self.named["national"] = writer.add(spec.national, MIDDLE, self.char(13, True))
        self.named["motto"] = at = writer.add(spec.motto, MIDDLE, self.char(14, True))
        self.rule(writer, "motto-line", at, text_width(spec.motto, 14, True), 14, cell)

    def symbol(self, writer, before=0.0):
        if self.spec.symbol:
            self.named["symbol"] = writer.add(self.spec.symbol, para(CENTER, before=before), self.char(13))
        if not self.spec.type and self.spec.subject:                                 # công văn
            self.named["telegram"] = writer.add("\n".join(self.spec.subject), para(CENTER, before=6), self.char(12))

    def place(self, writer, before=0.0):
        if self.spec.place:
            self.named["place"] = writer.add(self.spec.place, para(CENTER, before=before), self.char(13, italic=True))

    def header(self):
        spec, writer = self.spec, self.writer
        left = 65.0
        right = self.width - left
        if spec.header == "swapped":               # faulty: the sides are exchanged
            table = writer.table(2, [right, left])
            self.national(table.cell(0, 0), right)
            self.agency(table.cell(0, 1), left)
            self.place(table.cell(1, 0), 6)
            self.symbol(table.cell(1, 1), 6)
        elif spec.header == "stacked":             # faulty: quốc hiệu across the page, the agency below it
            self.national(writer, self.width)
            table = writer.table(2, [left, right])
            self.agency(table.cell(0, 0), left)
            self.symbol(table.cell(1, 0), 6)
            self.place(table.cell(1, 1), 6)
        elif spec.header == "table2":
            rows = 2 if spec.symbol or spec.place else 1
            table = writer.table(rows, [left, right])
            self.agency(table.cell(0, 0), left)
            self.national(table.cell(0, 1), right)
            if rows == 2:
                self.symbol(table.cell(1, 0), 6)
                self.place(table.cell(1, 1), 6)
        elif spec.header == "table1":
            table = writer.table(1, [left, right])
            cell = table.cell(0, 0)
            self.agency(cell, left)
            self.symbol(cell, 10)
            cell = table.cell(0, 1)
            self.national(cell, right)
            self.place(cell, 10)
        elif spec.header == "nested":
            outer = writer.table(1, [self.width])
            table = outer.cell(0, 0).table(2, [left - 4, right + 1])
            self.agency(table.cell(0, 0), left - 4)
            self.national(table.cell(0, 1), right + 1)
            self.symbol(table.cell(1, 0), 6)
            self.place(table.cell(1, 1), 6)
        elif spec.header == "table3":
            table = writer.table(2, [58, 6, self.width - 64])
            self.agency(table.cell(0, 0), 58)
            self.national(table.cell(0, 2), self.width - 64)
            self.symbol(table.cell(1, 0), 6)
            self.place(table.cell(1, 2), 6)
        elif spec.header == "frames":
            anchor = self.named["type"]
            _, inner = writer.frame(left, 28, 0, 0, "Khung cơ quan", anchor=anchor)
            self.agency(inner, left)
            self.symbol(inner, 10)
            _, inner = writer.frame(right, 28, left, 0, "Khung quốc hiệu", anchor=anchor)
            self.national(inner, right)
            self.place(inner, 10)
        else:
            self.plain_header()

    def plain_header(self):
        """Agency and quốc hiệu on one line: parted by tabs or by runs of spaces, on paragraphs of their own or one."""
        spec, writer = self.spec, self.writer
        left = 28.0                                # middle of the left part, then of the right part
        right = self.width - 52.0
        stops = (TabStop(mm(left), enum("com.sun.star.style.TabAlign", "CENTER"), ".", " "),
                 TabStop(mm(right), enum("com.sun.star.style.TabAlign", "CENTER"), ".", " "))
        rows = [(spec.agency[0], self.char(13, True), spec.national, self.char(13, True)),
                (spec.agency[1], self.char(13, True), spec.motto, self.char(14, True)),
                (spec.symbol, self.char(13), spec.place, self.char(13, italic=True))]
        shape = para(LEFT)
        if spec.header == "spaces":
            def gap(row, wanted, before):          # spaces that bring the right part about its place
                start, used = wanted - text_width(row[2], 14, True) / 2, text_width(before + row[0], 13, True)
                return " " * max(3, int((start - used) / text_width(" ", 13)))
            ats = []
            for number, row in enumerate(rows):
                before = " " * round((left - text_width(row[0], 13, True) / 2) / text_width(" ", 13))
                ats.append(writer.add([(before + row[0] + gap(row, right, before), row[1]), (row[2], row[3])],
                                      para(LEFT, before=10 if number == 2 else 0)))
        elif spec.header == "one-paragraph":
            runs = []
            for number, row in enumerate(rows[:2]):
                runs += [(("\n" if number else "") + "\t" + row[0], row[1]), ("\t" + row[2], row[3])]
            at = writer.add(runs, shape)
            at.ParaTabStops = stops
            ats = [at, at]
            row = rows[2]
            at = writer.add([("\t" + row[0], row[1]), ("\t" + row[2], row[3])], para(LEFT, before=10))
            at.ParaTabStops = stops
            ats.append(at)
        else:
            ats = []
            for number, row in enumerate(rows):
                at = writer.add([("\t" + row[0], row[1]), ("\t" + row[2], row[3])], para(LEFT, before=10 if number == 2 else 0))
                at.ParaTabStops = stops
                ats.append(at)
        self.named["national"], self.named["motto"], self.named["symbol"] = ats
        # Two drawn lines below the second row, each under the middle of its text.
        longest = max(text_width(line, 13, True) for line in spec.agency)
        count = 2 if spec.header == "one-paragraph" else 1
        for name, length, middle in (("agency-line", 0.4 * longest, left),
                                     ("motto-line", text_width(spec.motto, 14, True), right)):
            self.lines.append((name, OffsetLine(writer, middle), ats[1], length, 14, count))

    # -- title and body ---------------------------------------------------------------------------------------
    def title(self):
        spec, writer = self.spec, self.writer
        if not spec.type:
            return
        self.named["type"] = at = writer.add(spec.type, para(CENTER, before=14), self.char(14, True))
        under, count, longest = at, 1, text_width(spec.type, 14, True)
        if spec.subject:
            self.named["subject"] = under = writer.add("\n".join(spec.subject), MIDDLE, self.char(14, True))
            count, longest = len(spec.subject), max(text_width(line, 14, True) for line in spec.subject)
        self.rule(writer, "subject-line", under, 0.4 * longest, 14, self.width, count)

    def addressee(self):
        to, writer = self.spec.to, self.writer
        if not to:
            return
        if isinstance(to, str):
            self.named["to"] = writer.add("Kính gửi: " + to, para(CENTER, before=12, after=6), self.char(14))
            return
        self.named["to"] = writer.add("Kính gửi:", para(LEFT, before=12, left=35), self.char(14))
        tab = 35 + text_width("Kính gửi", 14)
        for line in to:
            self.named["to-last"] = at = writer.add(line, para(LEFT, left=tab), self.char(14))
            self.named.setdefault("to-first", at)

    def body(self):
        self.blocks = []                           # the start of each block of the body; a table: None
        for kind, content in self.spec.body:
            at = self.block(kind, content)
            self.blocks.append(at)
            self.named.setdefault(kind, at)
        self.named["last"] = next((at for at in reversed(self.blocks) if at), None)

    def block(self, kind, content):
        spec, writer = self.spec, self.writer
        body = self.body_format
        if kind == "p":                                                          # prose, bullets, khoản and điểm without a title
            return writer.add(self.runs(content), body, self.char())
        if kind in ("h1", "h2"):                                                  # “I. TIÊU ĐỀ”, “1. Tiêu đề”
            return writer.add(content, body, self.char(bold=True))
        if kind == "basis":
            return writer.add(content, body, self.char(italic=True))
        if kind in ("clause", "order"):
            return writer.add(content, para(CENTER, before=12), self.char(14, True))
        if kind == "dieu":                                                        # title, rest
            return writer.add([(content[0], self.char(bold=True)), (content[1], self.char())], body)
        if kind in ("chapter", "chapter-title"):
            return writer.add(content, para(CENTER, before=12 if kind == "chapter" else 0), self.char(14, True))
        if kind == "center":
            return writer.add(content, para(CENTER, before=6), self.char())
        if kind == "plain":                                                       # no indent, left
            return writer.add(content, para(JUSTIFY, before=6), self.char())
        if kind == "call":
            return content(self)
        if kind == "table":
            widths, rows = content
            writer.add("", para(CENTER), self.char(6)) if writer.fresh else None
            table = writer.table(len(rows), widths, border=True)
            for r, row in enumerate(rows):
                for c, cell in enumerate(row):
                    table.cell(r, c).add(cell, para(CENTER if r == 0 or c == 0 else LEFT), self.char(12, r == 0))
            return None
        raise ValueError(kind)

    def runs(self, content):
        """Text with *italic* and {{note}} for a footnote."""
        result = []
        for piece in re.split(r"(\*[^*]+\*|\{\{.*?\}\})", content):
            if piece.startswith("{{"):
                result.append((footnote(self.document, piece[2:-2]), self.char()))
            elif piece.startswith("*") and len(piece) > 1:
                result.append((piece[1:-1], self.char(italic=True)))
            elif piece:
                result.append((piece, self.char()))
        return result

    # -- end ------------------------------------------------------------------------------------------------------
    def recipients(self, writer, breaks=False):
        spec = self.spec
        if spec.recipients is None:
            return
        if breaks:
            self.named["recipients-word"] = writer.add([(spec.word, self.char(12, True, True)),
                                                        ("\n" + "\n".join(spec.recipients), self.char(11))], para(LEFT))
            return
        self.named["recipients-word"] = writer.add(spec.word, para(LEFT), self.char(12, True, True))
        for line in spec.recipients:
            at = writer.add(line, para(LEFT), self.char(11))
            self.named.setdefault("recipients", at)
            self.named["luu"] = at

    def signature(self, writer, align=CENTER, left=0.0):
        spec = self.spec
        for line in spec.sign:
            at = writer.add(line, para(align, left=left), self.char(14, True))
            self.named.setdefault("authority", at)
            self.named["position"] = at
        if spec.signer:
            for _ in range(4):
                writer.add("", para(align, left=left), self.char(14))
            self.named["signer"] = writer.add(spec.signer, para(align, left=left), self.char(14, True))

    def ending(self):
        spec, writer = self.spec, self.writer
        if spec.form:
            return spec.form(self)
        if not spec.sign and spec.recipients is None:
            return None
        if spec.end == "body":                     # everything in paragraphs of the body
            self.signature(writer, left=80)
            return self.recipients(writer)
        if spec.end == "table3":
            table = writer.table(1, [70, 10, self.width - 80])
            self.recipients(table.cell(0, 0))
            return self.signature(table.cell(0, 2))
        if spec.end == "nested":
            outer = writer.table(1, [self.width])
            table = outer.cell(0, 0).table(1, [75, self.width - 78])
            self.recipients(table.cell(0, 0))
            return self.signature(table.cell(0, 1))
        table = writer.table(1, [75, self.width - 75])
        self.recipients(table.cell(0, 0), breaks=spec.end == "breaks")
        return self.signature(table.cell(0, 1))

    def compose(self):
        spec = self.spec
        self.page()
        if spec.header != "frames":
            self.header()
        if spec.number == "first-page":
            cursor = self.document.Text.createTextCursor()
            tables = self.document.TextTables
            (tables.getByIndex(0) if tables.Count else cursor).PageDescName = "First Page"
        self.title()
        if spec.header == "frames":                # anchored to the first paragraph, at the top of the page
            self.header()
        self.addressee()
        self.body()
        self.ending()
        if spec.extra:
            spec.extra(self)
        self.draw()
        return self.document


class OffsetLine:
    """Draws a line whose middle lies `middle` mm from the left edge of the text."""

    def __init__(self, writer, middle):
        self.writer, self.middle = writer, middle

    def line(self, anchor, length, size, kind, lines=1):
        return self.writer.line(anchor, length, size, kind, lines=lines, left=self.middle - length / 2)


def compose(office, spec, **changes):
    """The document of `spec`, some fields changed."""
    return Composer(office, dataclasses.replace(spec, **changes)).compose()
