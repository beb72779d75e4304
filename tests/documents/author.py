"""Writes Vietnamese administrative documents in a real Writer, the way clerks write them.

Used by tools/make-documents and by tests/mutation. Everything is direct formatting on one paragraph
style, as real files have it. Lengths are in mm, sizes and distances in pt.
"""
import pathlib
import re
import sys
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "host"))
from office import Office  # noqa: E402, F401  (the harness; it also finds the office's Python)
import uno  # noqa: E402
from com.sun.star.beans import PropertyValue
from com.sun.star.awt import Point, Size
from com.sun.star.style import LineSpacing, TabStop
from com.sun.star.table import BorderLine2
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK, LINE_BREAK

CENTER, LEFT, RIGHT, JUSTIFY = "CENTER", "LEFT", "RIGHT", "BLOCK"
FILTERS = {".odt": "writer8", ".docx": "MS Word 2007 XML", ".fodt": "OpenDocument Text Flat XML", ".doc": "MS Word 97",
           ".rtf": "Rich Text Format", ".ods": "calc8", ".pdf": "writer_pdf_Export"}
QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"


def mm(value):
    return round(value * 100)


def pt(value):
    """Points as 1/100 mm, rounded up: a distance of 6 pt is never less than 6 pt."""
    return -int(-value * 2540 // 72)


def prop(name, value):
    return PropertyValue(name, 0, value, uno.Enum("com.sun.star.beans.PropertyState", "DIRECT_VALUE"))


def enum(kind, value):
    return uno.Enum(kind, value)


def adjust(value):
    return enum("com.sun.star.style.ParagraphAdjust", value)


def set_all(target, values):
    """Sets properties in one call where the object can (a call over the pipe costs more than a property)."""
    several = hasattr(target, "setPropertyValues")
    plain = {name: value for name, value in values.items() if several and name not in SHORTS}
    if plain:
        names = sorted(plain)
        target.setPropertyValues(tuple(names), tuple(plain[n] for n in names))
    for name, value in values.items():           # one by one: the type is converted to a short
        if name not in plain:
            setattr(target, name, value)


SHORTS = {"HoriOrient", "HoriOrientRelation", "VertOrient", "VertOrientRelation", "CharUnderline", "CharEscapement",
          "CharEscapementHeight", "CharCaseMap", "PageNumberOffset", "NumberingType"}


# -- widths of text, from the table that the core uses ------------------------------------------------

def _load_widths():
    table = {}
    row = re.compile(r"\{0x([0-9A-F]+), \{(\d+), (\d+), (\d+), (\d+)\}\}")
    for found in row.finditer((ROOT / "src/text/times_widths.inc").read_text(encoding="utf-8")):
        table[chr(int(found[1], 16))] = tuple(int(found[i]) for i in range(2, 6))
    return table


_widths = _load_widths()


def text_width(text, size, bold=False, italic=False):
    """Width in mm of `text` in Times New Roman."""
    face = (1 if bold else 0) + (2 if italic else 0)
    units = sum(_widths[c][face] for c in unicodedata.normalize("NFC", text))
    return units / 2048 * size * 25.4 / 72


def save(document, path, **more):
    path = pathlib.Path(path)
    values = [prop("FilterName", FILTERS[path.suffix]), prop("NoThumbnail", True)] + [prop(k, v) for k, v in more.items()]
    document.storeToURL(uno.systemPathToFileUrl(str(path.resolve())), tuple(values))


# -- formats ------------------------------------------------------------------------------------------------

def char(size=14, bold=False, italic=False, font="Times New Roman", color=-1, underline=False, raised=False):
    values = {
        "CharFontName": font, "CharHeight": float(size), "CharWeight": 150.0 if bold else 100.0,
        "CharPosture": enum("com.sun.star.awt.FontSlant", "ITALIC" if italic else "NONE"), "CharColor": color,
    }
    if underline:
        values["CharUnderline"] = 1
    if raised:
        values.update({"CharEscapement": 33, "CharEscapementHeight": 58})
    return values


def para(align=JUSTIFY, indent=0.0, before=0.0, after=0.0, left=0.0, right=0.0, spacing=100, exact=None, keep=False):
    line = LineSpacing(0, spacing) if exact is None else LineSpacing(3, pt(exact))   # PROP, FIX
    return {
        "ParaAdjust": adjust(align), "ParaFirstLineIndent": mm(indent), "ParaTopMargin": pt(before),
        "ParaBottomMargin": pt(after), "ParaLeftMargin": mm(left), "ParaRightMargin": mm(right), "ParaLineSpacing": line,
        "ParaKeepTogether": keep,
    }


BODY = para(JUSTIFY, indent=12.7, before=6)
MIDDLE = para(CENTER)


def whole(cursor):
    """The paragraph of a cursor, as a range."""
    text = cursor.getText()
    result = text.createTextCursorByRange(cursor)
    result.gotoStartOfParagraph(False)
    result.gotoEndOfParagraph(True)
    return result


class Writer:
    """Appends paragraphs, tables and shapes to one text (the body, a cell, a frame)."""

    def __init__(self, document, text):
        self.document = document
        self.text = text
        self.fresh = True                        # the last paragraph is empty and may be written into
        self.at_end = None
        self.bordered = False
        self.special = False                     # the last run was underlined or raised: new text inherits that

    def end(self):
        return self.text.createTextCursorByRange(self.text.getEnd())

    def cursor(self):
        """The one cursor of this text, at its end. A new object costs far more than moving this one."""
        if self.at_end is None:
            self.at_end = self.text.createTextCursor()
        self.at_end.gotoEnd(False)
        return self.at_end

    def next(self, values):
        """Starts a paragraph with these properties."""
        cursor = self.cursor()
        if not self.fresh:
            self.text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
            cursor.gotoEnd(False)
        self.fresh = False
        set_all(cursor, values)
        if self.bordered:                        # a new paragraph inherits the line below the one before
            cursor.BottomBorder = BorderLine2()
            self.bordered = False
        return cursor

    def add(self, runs, paragraph=BODY, characters=None):
        """One paragraph. `runs` is a text or a list of (text, char(...)); "\\n" in a text is a line break.
        Returns a cursor at its start."""
        characters = characters or char()
        if isinstance(runs, str):
            runs = [(runs, characters)]
        cursor = self.next({**paragraph, **(runs[0][1] if runs else characters)})
        start = self.text.createTextCursorByRange(cursor)
        previous = runs[0][1] if runs else None
        for content, format in runs:
            if callable(content):
                content(self.text, self.end())
                cursor.gotoEnd(False)
                continue
            for number, piece in enumerate(content.split("\n")):
                if number:
                    self.text.insertControlCharacter(cursor, LINE_BREAK, False)
                    cursor.gotoEnd(False)
                if not piece:
                    continue
                self.text.insertString(cursor, piece, False)
                cursor.gotoEnd(False)
                if format is previous and not self.special:
                    continue                     # inherited
                cursor.goLeft(len(piece.encode("utf-16-le")) // 2, True)
                special = "CharUnderline" in format or "CharEscapement" in format
                plain = {"CharUnderline": 0, "CharEscapement": 0, "CharEscapementHeight": 100}
                set_all(cursor, {**plain, **format} if self.special and not special else format)
                self.special = special
                cursor.gotoEnd(False)
                previous = format
        start.gotoStartOfParagraph(False)
        return start

    def border(self, paragraph=MIDDLE):
        """An empty, very low paragraph with a line below it."""
        at = self.add("", paragraph, char(2))
        line = BorderLine2()
        line.Color, line.OuterLineWidth, line.LineWidth, line.LineStyle = 0, 18, 18, 0
        at.BottomBorder, at.BottomBorderDistance = line, 0
        self.bordered = True
        return at

    def empty(self, count=1, size=14):
        for _ in range(count):
            self.add("", para(CENTER), char(size))

    def table(self, rows, widths, name=None, border=False, left=0.0):
        """A table with columns of the given widths in mm; cells are reached through .cell(row, column)."""
        table = self.document.createInstance("com.sun.star.text.TextTable")
        table.initialize(rows, len(widths))
        cursor = self.cursor() if self.fresh else self.next({**para(LEFT), **char()})
        self.text.insertTextContent(cursor, table, False)
        self.fresh = True
        total = sum(widths)
        set_all(table, {"HoriOrient": 0 if left else 2, "Width": mm(total), "LeftMargin": mm(left), "TopMargin": 0, "BottomMargin": 0})
        separators = list(table.TableColumnSeparators)
        relative = table.TableColumnRelativeSum
        position = 0.0
        for index, width in enumerate(widths[:-1]):
            position += width
            separators[index].Position = round(position / total * relative)
        if separators:
            table.TableColumnSeparators = tuple(separators)
        if not border:
            for cell in table.getCellNames():
                set_all(table.getCellByName(cell), {side + "Border": BorderLine2() for side in ("Left", "Right", "Top", "Bottom")})
        if name:
            table.Name = name
        return Table(self.document, table)

    def line(self, anchor, length, size, kind="line", gap=0.6, lines=1, left=None):
        """A separator of `length` mm below the (last line of the) paragraph at `anchor`, in its middle or `left` mm
        from its left edge.
        Draw lines when the text stands: an edit behind a line moves it."""
        service = {"line": "LineShape", "connector": "ConnectorShape", "custom": "CustomShape"}[kind]
        shape = self.document.createInstance("com.sun.star.drawing." + service)
        top = mm(lines * size * 1.15 * 25.4 / 72 + gap)
        # The position must be there before the shape is inserted: the first layout loses a later one.
        shape.AnchorType = enum("com.sun.star.text.TextContentAnchorType", "AT_PARAGRAPH")
        shape.setSize(Size(mm(length), 0))
        shape.setPosition(Point(mm(left or 0), top))
        shape.HoriOrient, shape.HoriOrientRelation = (2 if left is None else 0), 0
        if left is not None:
            shape.HoriOrientPosition = mm(left)
        shape.VertOrient, shape.VertOrientRelation, shape.VertOrientPosition = 0, 0, top
        anchor.getText().insertTextContent(anchor, shape, False)
        if kind == "connector":                  # a connector has no size of its own, only ends
            start = mm(left or 0)
            shape.StartPosition, shape.EndPosition = Point(start, top), Point(start + mm(length), top)
        if kind == "custom":
            uno.invoke(shape, "setPropertyValue", ("CustomShapeGeometry", uno.Any("[]com.sun.star.beans.PropertyValue",
                                                                                   (prop("Type", "mso-spt20"),))))
        shape.LineWidth, shape.LineColor = 26, 0
        shape.TextWrap = enum("com.sun.star.text.WrapTextMode", "THROUGH")
        return shape

    def frame(self, width, height, left, top, name, border=False, anchor=None, in_paragraph=False):
        """A text frame at a place counted from the text area; returns (frame, Writer in it)."""
        frame = self.document.createInstance("com.sun.star.text.TextFrame")
        set_all(frame, {"AnchorType": enum("com.sun.star.text.TextContentAnchorType", "AT_PARAGRAPH"), "Width": mm(width),
                        "Height": mm(height)})
        at = anchor or self.end()
        at.getText().insertTextContent(at, frame, False)
        values = {"HoriOrient": 0, "HoriOrientPosition": mm(left), "HoriOrientRelation": 8,   # PAGE_PRINT_AREA
                  "VertOrient": 0, "VertOrientPosition": mm(top), "VertOrientRelation": 0 if in_paragraph else 8,   # paragraph, or the page's text
                  "TextWrap": enum("com.sun.star.text.WrapTextMode", "NONE"), "FrameIsAutomaticHeight": True}
        if not border:
            values.update({side + "Border": BorderLine2() for side in ("Left", "Right", "Top", "Bottom")})
            values.update({side + "BorderDistance": 0 for side in ("Left", "Right", "Top", "Bottom")})
        set_all(frame, values)
        frame.Name = name
        return frame, Writer(self.document, frame.getText())


class Table:
    def __init__(self, document, table):
        self.document = document
        self.table = table

    def cell(self, row, column):
        return Writer(self.document, self.table.getCellByPosition(column, row))


def page_field(document):
    def insert(text, cursor):
        field = document.createInstance("com.sun.star.text.TextField.PageNumber")
        field.NumberingType = 4                  # ARABIC
        field.SubType = enum("com.sun.star.text.PageNumberType", "CURRENT")
        text.insertTextContent(cursor, field, False)
    return insert


def footnote(document, content, size=10):
    def insert(text, cursor):
        note = document.createInstance("com.sun.star.text.Footnote")
        text.insertTextContent(cursor, note, False)
        writer = Writer(document, note.getText())
        writer.fresh = True
        writer.add(content, para(JUSTIFY), char(size))
    return insert
