"""A conforming document that is open for change: its elements by name, and small single changes.

Names of elements: national motto superior agency-1 agency symbol telegram place type subject to to-first to-last
recipients-word recipients luu authority position signer clause; b0, b1 … are the blocks of the body; agency-line
motto-line subject-line are the separators. They are bookmarks of the base file.
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "documents"))
from admin import *  # noqa: E402, F403

ITALIC = enum("com.sun.star.awt.FontSlant", "ITALIC")
UPRIGHT = enum("com.sun.star.awt.FontSlant", "NONE")


def make_base(office, spec, path):
    composer = Composer(office, spec)
    document = composer.compose()
    places = {name: at for name, at in composer.named.items() if at and not name.endswith("-line")}
    places.update({f"b{index}": at for index, at in enumerate(composer.blocks) if at})
    for name, at in places.items():
        mark = document.createInstance("com.sun.star.text.Bookmark")
        mark.Name = "m_" + name
        at.getText().insertTextContent(at, mark, False)
    for name, shape in composer.named.items():
        if hasattr(shape, "ShapeType"):
            shape.Name = name
    save(document, path)
    document.close(True)


class Subject:
    def __init__(self, office, path):
        self.office = office
        self.document = office.load(path)
        self._marks = self.document.Bookmarks
        self._starts = {}

    # -- finding ---------------------------------------------------------------------------------------------------
    def start(self, name):
        """A new cursor at the start of the element."""
        if name not in self._starts:             # a bookmark goes with the words it stands in; a cursor stays
            anchor = self._marks.getByName("m_" + name).Anchor
            self._starts[name] = anchor.getText().createTextCursorByRange(anchor)
        start = self._starts[name]
        return start.getText().createTextCursorByRange(start)

    def paragraph(self, name):
        return whole(self.start(name))

    def text(self, name):
        return self.paragraph(name).String

    def content(self, name):
        """The paragraph as an object (not a range)."""
        return self.paragraph(name).createEnumeration().nextElement()

    def shape(self, name):
        page = self.document.DrawPage
        for index in range(page.Count):
            shape = page.getByIndex(index)
            if shape.Name == name:
                return shape
        raise KeyError(name)

    def page(self):
        return self.document.StyleFamilies.getByName("PageStyles").getByName("Standard")

    def number(self):
        """The paragraph of the page number."""
        return self.page().HeaderText.createEnumeration().nextElement()

    def table(self, index):
        return self.document.TextTables.getByIndex(index)

    # -- changing --------------------------------------------------------------------------------------------------
    def set(self, *names, **values):
        for name in names:
            set_all(self.paragraph(name), values)

    def size(self, value, *names):
        self.set(*names, CharHeight=float(value))

    def bold(self, on, *names):
        self.set(*names, CharWeight=150.0 if on else 100.0)

    def italic(self, on, *names):
        self.set(*names, CharPosture=ITALIC if on else UPRIGHT)

    def align(self, value, *names):
        self.set(*names, ParaAdjust=adjust(value))

    def part(self, name, old):
        """The range of the first `old` in the paragraph."""
        cursor = self.paragraph(name)
        at = cursor.String.index(old)
        cursor.goLeft(0, False)
        cursor.gotoStartOfParagraph(False)
        cursor.goRight(at, False)
        cursor.goRight(len(old), True)
        return cursor

    def replace(self, name, old, new):
        self.part(name, old).String = new

    def write(self, name, new):
        """Other words for the whole paragraph, in the same formatting."""
        cursor = self.paragraph(name)
        cursor.String = new

    def append(self, name, text):
        cursor = self.start(name)
        cursor.gotoEndOfParagraph(False)
        cursor.getText().insertString(cursor, text, False)

    def remove(self, *names):
        for name in names:
            content = self.content(name)
            text = content.getText()
            if text.createEnumeration().nextElement() and self._only(text):
                self.write(name, "")
            else:
                content.dispose()

    @staticmethod
    def _only(text):
        enumeration = text.createEnumeration()
        enumeration.nextElement()
        return not enumeration.hasMoreElements()

    def insert_after(self, name, text, **values):
        """A paragraph of the same formatting behind this one."""
        cursor = self.start(name)
        cursor.gotoEndOfParagraph(False)
        cursor.getText().insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
        cursor.getText().insertString(cursor, text, False)
        if values:
            set_all(whole(cursor), values)

    def insert_before(self, name, text, **values):
        cursor = self.start(name)
        cursor.gotoStartOfParagraph(False)
        cursor.getText().insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
        cursor.goLeft(1, False)
        cursor.getText().insertString(cursor, text, False)
        if values:
            set_all(whole(cursor), values)

    def drop_line(self, name):
        shape = self.shape(name)
        self.document.DrawPage.remove(shape)

    def scale_line(self, name, factor):
        shape = self.shape(name)
        size = shape.Size
        size.Width = round(size.Width * factor)
        shape.setSize(size)

    def columns(self, index, share):
        """Makes the first of two columns this share of the table."""
        table = self.table(index)
        separators = list(table.TableColumnSeparators)
        separators[0].Position = round(table.TableColumnRelativeSum * share)
        table.TableColumnSeparators = tuple(separators)

    def close(self):
        self.document.close(True)
