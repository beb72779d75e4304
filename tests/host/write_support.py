"""What the tests of the writer share: documents made on the spot, the way to our writer, comparison of documents.

Comparison is of saved flat ODF, without what changes by itself: generator and statistics, revision ids, soft page
breaks, cached numbers of pages, ids of tracked changes (memory addresses), order of fonts; and without what Writer
leaves behind even when a person undoes: built-in styles that nothing uses any more.
"""

import difflib
import json
import os
import pathlib
import re
import sys
import time
import zlib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from office import Office, url, values  # noqa: E402,F401
import uno  # noqa: E402
from com.sun.star.awt import Size  # noqa: E402
from com.sun.star.beans import NamedValue  # noqa: E402
from com.sun.star.table import BorderLine2  # noqa: E402

ENTRY = os.environ.get("THETHUC_WRITE_ENTRY", "vn.thethuc.comp.JsonEntry")
CENTER = uno.Enum("com.sun.star.style.ParagraphAdjust", "CENTER")
LEFT = uno.Enum("com.sun.star.style.ParagraphAdjust", "LEFT")


# -- our writer -----------------------------------------------------------------------------------
def call(office, document, request):
    service = office.create(ENTRY)
    if service is None:
        raise RuntimeError(f"{ENTRY} is not registered")
    if ENTRY.endswith("WriteHook"):
        arguments = {"document": document, "call": request["call"], "json": json.dumps(request)}
    else:
        arguments = {"Document": document, "Request": json.dumps(request)}
    return json.loads(service.execute(tuple(NamedValue(name, value) for name, value in arguments.items())))


def apply(office, document, *edits, title="Thể Thức: thử"):
    answer = call(office, document, {"call": "apply", "title": title, "edits": list(edits)})
    if "applied" not in answer:
        raise RuntimeError(str(answer))
    return answer


def snapshot(office, document):
    answer = call(office, document, {"call": "snapshot", "pages": False})
    return answer.get("snapshot", answer)


def where(shot, text, story=0, nth=0):
    """Range of a text in a snapshot: {"story", "paragraph", "start", "length"}."""
    for index, paragraph in enumerate(shot["stories"][story].get("paragraphs", [])):
        start = paragraph.get("text", "").find(text)
        if start >= 0:
            if nth == 0:
                return {"story": story, "paragraph": index, "start": start, "length": len(text)}
            nth -= 1
    raise AssertionError(f"{text!r} is not in the snapshot")


def paragraph_at(place):
    return {"story": place["story"], "paragraph": place["paragraph"]}


# -- comparison -----------------------------------------------------------------------------------
def normal(text):
    text = re.sub(r"<office:meta>.*?</office:meta>", "", text, flags=re.S)
    text = re.sub(r"<office:settings>.*?</office:settings>", "", text, flags=re.S)
    text = re.sub(r"<office:font-face-decls>.*?</office:font-face-decls>", "", text, flags=re.S)
    text = text.replace("<text:soft-page-break/>", "").replace(' text:use-soft-page-breaks="true"', "")
    text = re.sub(r' (officeooo|loext):(rsid|paragraph-rsid)="[^"]*"', "", text)
    text = re.sub(r"(<text:page-(number|count)[^>]*>)[^<]*<", r"\1<", text)
    text = re.sub(r' draw:mirror-(horizontal|vertical)="false"', "", text)
    text = re.sub(r"\s*<style:text-properties/>", "", text)
    text = re.sub(r'draw:z-index="\d+"', "", text)
    text = re.sub(r' (xml:id|text:continue-list)="list\d+"', "", text)
    text = re.sub(r'<text:span text:style-name="[^"]*"/>', "", text)    # left by the import of .docx; it holds nothing
    names = {}
    text = re.sub(r'"ct\d{6,}"', lambda m: names.setdefault(m.group(0), f'"ct#{len(names)}"'), text)
    # A number format that was asked for once stays in the document's list, unused.
    used = set(re.findall(r'data-style-name="([^"]*)"', text))
    text = re.sub(r'\s*<number:([a-z]+)-style style:name="([^"]*)"[^>]*>.*?</number:\1-style>', lambda m: m.group(0) if m.group(2) in used else "", text, flags=re.S)
    return _without_unused(_same_names(text))


def _same_names(text):
    """Automatic styles by what they say: Writer numbers them anew, and may keep two that are the same."""
    start = text.find("<office:automatic-styles>")
    end = text.find("</office:automatic-styles>")
    if start < 0:
        return text
    styles = {}
    block = text[start:end]
    for name, body in re.findall(r'<style:style style:name="([^"]*)"([^>]*/>|.*?</style:style>)', block, flags=re.S):
        styles[name] = re.sub(r"\s+", " ", body)
    rest = re.sub(r'\s*<style:style style:name="[^"]*"([^>]*/>|.*?</style:style>)', "", block, flags=re.S)
    for name, body in list(styles.items()):
        bare = re.fullmatch(r' style:family="paragraph" style:parent-style-name="([^"]*)"( ?/>|> ?</style:style>)', body)
        if bare:
            styles.pop(name)
            text = text.replace(f'text:style-name="{name}"', f'text:style-name="{bare.group(1)}"')
            start, end = text.find("<office:automatic-styles>"), text.find("</office:automatic-styles>")
    # Writer also writes styles that only the redo stack still knows.
    elsewhere = text[:start] + text[end:]
    styles = {name: body for name, body in styles.items() if re.search(rf'style-name="{re.escape(name)}"', elsewhere)}
    canon = {name: "auto:" + format(zlib.crc32(body.encode()), "08x") for name, body in styles.items()}
    listed = "".join(f"\n<auto {canon[name]}{body}" for name, body in sorted(styles.items(), key=lambda i: canon[i[0]]))
    listed = "\n".join(dict.fromkeys(listed.split("\n")))
    whole = text[:start] + rest + listed + text[end:]
    return re.sub(r'((?:text|draw|table|style):[a-z-]*style-name=)"([^"]*)"',
                  lambda m: f'{m.group(1)}"{canon.get(m.group(2), m.group(2))}"', whole)


def _without_unused(text):
    """Built-in styles that came with a header or footer and stay in the document when that is undone."""
    for name in ("Header_20_left", "Header_20_right", "Footer_20_left", "Footer_20_right", "Header", "Footer",
                 "Header_20_and_20_Footer"):
        definition = rf'\s*<style:style style:name="{name}".*?</style:style>'
        if f'style-name="{name}"' not in re.sub(definition, "", text, flags=re.S):
            text = re.sub(definition, "", text, flags=re.S)
    # What came with a footnote; the settings of notes name these styles, too.
    if "<text:note " not in text:
        text = re.sub(r'<text:notes-configuration text:note-class="footnote"[^>]*?(/>|>.*?</text:notes-configuration>)', "", text, flags=re.S)
        for name in ("Footnote", "Footnote_20_Symbol", "Footnote_20_anchor"):
            text = re.sub(rf'\s*<style:style style:name="{name}"[^>]*?(/>|>.*?</style:style>)', "", text, flags=re.S)
    # The same for the page style of first pages.
    name = "First_20_Page"
    if f'master-page-name="{name}"' not in text and f'next-style-name="{name}"' not in text:
        text = re.sub(rf'\s*<style:master-page style:name="{name}"[^>]*/>', "", text)
    return text


def saved(office, document):
    _ = document.CurrentController.PageCount     # lays the document out: where a centred line stands is only known then
    path = pathlib.Path(office.folder) / f"{time.monotonic_ns()}.fodt"
    document.storeToURL(url(path), values(FilterName="OpenDocument Text Flat XML"))
    text = path.read_text(encoding="utf-8")
    path.unlink()
    return normal(text)


def difference(first, second, most=12):
    def lines(text):
        return re.sub(r">\s*<", ">\n<", text).split("\n")
    found = difflib.unified_diff(lines(first), lines(second), lineterm="", n=0)
    return "\n".join(line[:240] for line in list(found)[:most])


# -- documents ------------------------------------------------------------------------------------
def paragraphs(text):
    result = []
    walk = text.createEnumeration()
    while walk.hasMoreElements():
        element = walk.nextElement()
        if element.supportsService("com.sun.star.text.Paragraph"):
            result.append(element)
    return result


def _write_report(office, path, count=60):
    document = office.new()
    text = document.Text
    for number in range(count):
        text.insertString(text.End, f"Đoạn {number:02d}. " + "Nội dung báo cáo công tác cải cách hành chính. " * 4, False)
        text.insertControlCharacter(text.End, 0, False)
    text.insertString(text.End, "Đoạn cuối.", False)
    table = document.createInstance("com.sun.star.text.TextTable")
    table.initialize(1, 2)
    text.insertTextContent(text.Start, table, False)
    for name, lines in (("A1", ("ỦY BAN NHÂN DÂN", "XÃ ĐỒNG KHÊ")),
                        ("B1", ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", ""))):
        cell = table.getCellByName(name)
        for number, line in enumerate(lines):
            if number:
                cell.insertControlCharacter(cell.End, 0, False)
            cell.insertString(cell.End, line, False)
        for paragraph in paragraphs(cell):
            paragraph.ParaAdjust = CENTER
    document.storeToURL(url(path), values(FilterName="writer8"))
    document.close(True)


def report(office):
    """A report with a header table; enough words for several pages. Made once per office, then loaded."""
    path = pathlib.Path(office.folder) / "report.odt"
    if not path.exists():
        _write_report(office, path)
    return office.load(path)


def setup(document):
    """A `with` for changes that shall not be on the stack."""
    class Quiet:
        def __enter__(self):
            document.UndoManager.lock()

        def __exit__(self, *_):
            document.UndoManager.unlock()
            document.UndoManager.clear()
    return Quiet()


def page_style(document, name="Standard"):
    return document.StyleFamilies.getByName("PageStyles").getByName(name)


def page_field(document, text):
    field = document.createInstance("com.sun.star.text.TextField.PageNumber")
    field.NumberingType = 4
    field.SubType = uno.Enum("com.sun.star.text.PageNumberType", "CURRENT")
    text.insertTextContent(text.End, field, False)


def header_on(office, document, name="Standard", kind="Header"):
    helper = office.create("com.sun.star.frame.DispatchHelper")
    helper.executeDispatch(document.CurrentController.Frame, f".uno:InsertPage{kind}", "", 0,
                           values(PageStyle=page_style(document, name).DisplayName, On=True))


def shapes(document):
    page = document.DrawPage
    return [page.getByIndex(index) for index in range(page.Count)]


def reopened(office, document, ending):
    """The document saved in another format and loaded again."""
    name = {"odt": "writer8", "docx": "MS Word 2007 XML", "doc": "MS Word 97"}[ending]
    path = pathlib.Path(office.folder) / f"{time.monotonic_ns()}.{ending}"
    document.storeToURL(url(path), values(FilterName=name))
    return office.load(path)


def line_shape(document, text, at, length, name="đường cũ", offset=500, dashed=False):
    line = document.createInstance("com.sun.star.drawing.LineShape")
    line.setSize(Size(length, 0))
    line.AnchorType = uno.Enum("com.sun.star.text.TextContentAnchorType", "AT_PARAGRAPH")
    line.Name = name
    line.HoriOrient = 0
    line.HoriOrientPosition = 300
    line.VertOrient = 0
    line.VertOrientPosition = offset
    text.insertTextContent(at, line, False)
    return line


def border(width=26):
    result = BorderLine2()
    result.OuterLineWidth = width
    result.LineWidth = width
    return result
