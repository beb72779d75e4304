"""The sample report with the faults of layout that real files have, for demonstrations."""
from seed_report import *
from specs import REPORT_NOTES, REPORT_WORDS, finding


def spoil(composer):
    named, blocks = composer.named, composer.blocks
    style = composer.document.StyleFamilies.getByName("PageStyles").getByName("Standard")
    style.LeftMargin, style.RightMargin = mm(20), mm(25.4)
    # The page number stands at the bottom, in 11 pt.
    style.FirstIsShared = True
    style.HeaderIsOn = False
    style.TopMargin = mm(20)
    style.FooterIsOn = True
    style.FooterIsDynamicHeight = False
    style.FooterBodyDistance, style.FooterHeight, style.BottomMargin = mm(3), mm(10), mm(10)
    style.FirstIsShared = False
    Writer(composer.document, style.FooterText).add([(page_field(composer.document), char(11))], para(CENTER), char(11))

    def characters(name, **values):
        set_all(whole(named[name] if isinstance(name, str) else name), values)

    upright, italic = (enum("com.sun.star.awt.FontSlant", x) for x in ("NONE", "ITALIC"))
    characters("national", CharHeight=11.0)
    characters("motto", CharPosture=italic)
    characters("symbol", CharHeight=14.0)
    characters("place", CharPosture=upright)
    characters("type", CharHeight=16.0)
    characters("subject", CharWeight=100.0)
    composer.lines = [line for line in composer.lines if line[0] not in ("motto-line", "subject-line")]
    composer.lines = [(name, writer, at, 42 if name == "agency-line" else length, size, count)
                      for name, writer, at, length, size, count in composer.lines]
    blocks[3].ParaAdjust = adjust(LEFT)
    for at in blocks[6:9]:
        at.ParaTopMargin = 0
    characters(blocks[10], CharFontName="Arial")
    characters(blocks[12], CharHeight=12.0)
    blocks[4].ParaFirstLineIndent = mm(15)
    blocks[16].ParaLineSpacing = LineSpacing(0, 200)
    characters(blocks[18], CharColor=0x0000FF)
    end = blocks[20].getText().createTextCursorByRange(blocks[20])
    end.gotoEndOfParagraph(False)
    end.getText().insertControlCharacter(end, PARAGRAPH_BREAK, False)
    table = composer.document.TextTables.getByIndex(composer.document.TextTables.Count - 1)
    cursor = table.getCellByPosition(0, 0).createTextCursor()
    cursor.gotoNextParagraph(False)
    cursor.gotoEnd(True)
    cursor.CharHeight = 12.0
    name = whole(named["signer"])
    name.String = name.String.upper()


def build(office):
    # The scan's subject is one long line; so it is here.
    return Composer(office, dataclasses.replace(faithful(), extra=spoil)).compose()


FINDINGS = [
    finding("trang/margin-left"), finding("trang/margin-right"), finding("so-trang/position"), finding("so-trang/size", optional=True),
    finding("quoc-hieu/size"), finding("tieu-ngu/italic"), finding("tieu-ngu/line"), finding("co-quan-ban-hanh/line-length"),
    finding("so-ky-hieu/size"), finding("dia-danh-thoi-gian/italic"), finding("ten-loai/size"), finding("trich-yeu/bold"),
    finding("trich-yeu/line"), finding("noi-dung/align"), finding("noi-dung/spacing"), finding("noi-dung/font"), finding("noi-dung/size"),
    finding("noi-dung/indent"), finding("noi-dung/line-spacing"), finding("noi-dung/color"), finding("noi-dung/empty-paragraph"),
    finding("noi-nhan/size"), finding("ho-ten/case"), finding("kinh-gui/present"), finding("noi-nhan/luu"),
    finding("quyen-han-chuc-vu/text"), finding("khoan/format", text="2.1."),
    *REPORT_WORDS, *REPORT_NOTES,
]
