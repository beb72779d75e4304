"""Every kind of edit on the live document: it does what it says, one undo() brings the document back exactly,
redo() brings the change again, and what the person did before stays on the stack.

Run it on each office that is supported (see office.py for the environment). `--table` prints what was measured as
rows for docs/undo.md.
"""

import sys
import unittest

from write_support import (CENTER, LEFT, Office, Size, apply, border, call, difference, header_on, line_shape, page_field,
                           page_style, paragraph_at, paragraphs, reopened, report, saved, setup, shapes, snapshot, uno,
                           values, where)

TABLE = "--table" in sys.argv
if TABLE:
    sys.argv.remove("--table")
ROWS = []
office = Office()


def setUpModule():
    office.start()


def tearDownModule():
    office.stop()
    if TABLE:
        print("\n".join(ROWS))


class UndoContract(unittest.TestCase):
    maxDiff = None

    def carry_out(self, document, *edits, refused=(), changed=True):
        """Applies edits and holds the writer to its promise."""
        manager = document.UndoManager
        start = saved(office, document)
        recording = document.RecordChanges
        document.RecordChanges = False
        # The person's own steps, here and there: Writer's undo goes by places, so it shows whether places moved.
        for number in (12, 33, 48):
            typed = document.Text.createTextCursorByRange(paragraphs(document.Text)[number].Start)
            typed.goRight(4, True)
            typed.setString("Gõ")
        document.Text.insertString(document.Text.End, " Người dùng gõ.", False)
        document.RecordChanges = recording
        before = saved(office, document)
        steps = len(manager.getAllUndoActionTitles())
        answer = apply(office, document, *edits)
        self.assertEqual(answer["failure"], "")
        self.assertEqual([(one["edit"], one["key"]) for one in answer["refused"]], list(refused))
        self.assertEqual(answer["applied"], len(edits) - len(refused))
        after = saved(office, document)
        titles = manager.getAllUndoActionTitles()
        if not changed:
            self.assertEqual(difference(before, after), "")
            return answer
        self.assertNotEqual(before, after, "nothing changed")
        self.assertEqual(len(titles), steps + 1, f"the stack: {titles}")
        self.assertEqual(titles[0], "Thể Thức: thử")
        for turn in ("first", "second"):
            manager.undo()
            self.assertEqual(difference(before, saved(office, document)), "", f"{turn} undo")
            manager.redo()
            self.assertEqual(difference(after, saved(office, document)), "", f"{turn} redo")
        self.assertEqual(len(manager.getAllUndoActionTitles()), steps + 1)
        for turn in ("first", "second"):
            while manager.isUndoPossible():
                manager.undo()
            self.assertEqual(difference(start, saved(office, document)), "", f"the person's own steps, {turn} undo")
            while manager.isRedoPossible():
                manager.redo()
            self.assertEqual(difference(after, saved(office, document)), "", f"the person's own steps, {turn} redo")
        ROWS.append(f"| {self.id().split('.')[-1][5:].replace('_', ' ')} | one step, undo and redo exact |")
        return answer

    def near(self, value, wanted, tolerance=2):
        self.assertLessEqual(abs(value - wanted), tolerance, f"{value}, wanted {wanted}")

    # ---- pages ------------------------------------------------------------------------------
    def test_margins(self):
        document = report(office)
        self.carry_out(document, {"edit": "setPageFormat", "pageStyle": "Standard", "top": 2500, "bottom": 2100, "left": 3500,
                                  "right": 1500})
        style = page_style(document)
        for name, wanted in (("TopMargin", 2500), ("BottomMargin", 2100), ("LeftMargin", 3500), ("RightMargin", 1500)):
            self.near(style.getPropertyValue(name), wanted)

    def test_one_margin_leaves_the_others(self):
        document = report(office)
        self.carry_out(document, {"edit": "setPageFormat", "pageStyle": "Standard", "left": 3000})
        style = page_style(document)
        self.near(style.LeftMargin, 3000)
        for name in ("TopMargin", "BottomMargin", "RightMargin"):
            self.near(style.getPropertyValue(name), 2000)

    def test_margins_with_a_gutter(self):
        document = report(office)
        with setup(document):
            page_style(document).GutterMargin = 500
        self.carry_out(document, {"edit": "setPageFormat", "pageStyle": "Standard", "left": 3000})
        self.near(page_style(document).LeftMargin + page_style(document).GutterMargin, 3000)

    def test_margins_of_first_page_and_of_the_rest(self):
        document = report(office)
        with setup(document):
            document.TextTables.getByIndex(0).PageDescName = "First Page"
        self.carry_out(document, {"edit": "setPageFormat", "pageStyle": "First Page", "left": 3000, "top": 2200},
                       {"edit": "setPageFormat", "pageStyle": "Standard", "left": 3500, "right": 1500})
        self.near(page_style(document, "First Page").LeftMargin, 3000)
        self.near(page_style(document, "First Page").TopMargin, 2200)
        self.near(page_style(document).LeftMargin, 3500)

    def test_margins_of_a_later_section(self):
        document = report(office)
        with setup(document):
            paragraphs(document.Text)[30].PageDescName = "Landscape"
            page_style(document, "Landscape").LeftMargin = 1000
        self.carry_out(document, {"edit": "setPageFormat", "pageStyle": "Landscape", "left": 2000})
        self.near(page_style(document, "Landscape").LeftMargin, 2000)
        self.near(page_style(document).LeftMargin, 2000)

    def test_paper_size(self):
        document = report(office)
        with setup(document):
            style = page_style(document)
            style.Width, style.Height = 21590, 27940
        self.carry_out(document, {"edit": "setPageFormat", "pageStyle": "Standard", "width": 21000, "height": 29700})
        self.near(page_style(document).Width, 21000)
        self.near(page_style(document).Height, 29700)
        self.assertFalse(page_style(document).IsLandscape)

    def test_paper_turned(self):
        document = report(office)
        self.carry_out(document, {"edit": "setPageFormat", "pageStyle": "Standard", "width": 29700, "height": 21000})
        self.assertTrue(page_style(document).IsLandscape)
        self.near(page_style(document).Width, 29700)

    def test_unused_page_style_is_refused(self):
        document = report(office)
        self.carry_out(document, {"edit": "setPageFormat", "pageStyle": "Envelope", "left": 3000},
                       {"edit": "setPageFormat", "pageStyle": "Standard", "left": 3000}, refused=[(0, "refused.no-page")])

    # ---- page numbers -----------------------------------------------------------------------
    def check_number(self, text, size=14.0):
        found = [p for p in paragraphs(text) if p.String]
        self.assertEqual(len(found), 1, [p.String for p in paragraphs(text)])
        self.assertEqual(found[0].ParaAdjust, 3)
        number = text.createTextCursorByRange(found[0].Start)
        number.gotoEndOfParagraph(True)
        self.assertEqual(number.CharHeight, size)
        self.assertEqual(number.CharFontName, "Times New Roman")
        self.assertIn(found[0].String, [str(number) for number in range(1, 60)])

    def test_page_number(self):
        document = report(office)
        self.carry_out(document, {"edit": "setPageNumber", "pageStyle": "Standard"})
        style = page_style(document)
        self.check_number(style.HeaderText)
        self.assertFalse(style.FirstIsShared)
        self.assertEqual(style.HeaderTextFirst.String, "")
        # the text begins where it began, also for the reader
        self.near(style.TopMargin + 568 + style.HeaderBodyDistance, 2000, 5)
        shot = snapshot(office, document)["pageStyles"][0]
        self.near(shot["marginTop"] + shot["headerHeight"], 2000, 5)

    def test_page_number_survives_saving(self):
        document = report(office)
        apply(office, document, {"edit": "setPageNumber", "pageStyle": "Standard", "size": 130})
        for ending in ("odt", "docx"):
            again = reopened(office, document, ending)
            first = again.CurrentController.ViewCursor
            first.jumpToFirstPage()
            name = first.PageStyleName
            first.jumpToLastPage()
            rest = page_style(again, first.PageStyleName)
            self.check_number(rest.HeaderText, 13.0)
            style = page_style(again, name)
            header = style.HeaderTextFirst if not style.FirstIsShared else style.HeaderText
            self.assertEqual(header.String if header else "", "", f"first page, {ending}")
            again.close(True)

    def test_page_number_with_first_page_style(self):
        document = report(office)
        with setup(document):
            document.TextTables.getByIndex(0).PageDescName = "First Page"
        self.carry_out(document, {"edit": "setPageNumber", "pageStyle": "First Page"})
        self.check_number(page_style(document).HeaderText)
        self.assertFalse(page_style(document, "First Page").HeaderIsOn)
        self.assertTrue(page_style(document).FirstIsShared)

    def test_page_number_of_a_later_section(self):
        document = report(office)
        with setup(document):
            paragraphs(document.Text)[30].PageDescName = "Landscape"
        self.carry_out(document, {"edit": "setPageNumber", "pageStyle": "Landscape", "hideFirst": False})
        self.check_number(page_style(document, "Landscape").HeaderText)
        self.assertTrue(page_style(document, "Landscape").FirstIsShared)
        self.assertFalse(page_style(document).HeaderIsOn)

    def test_page_number_from_titled_docx(self):
        made = report(office)
        with setup(made):
            made.TextTables.getByIndex(0).PageDescName = "First Page"
            header_on(office, made, kind="Footer")
            page_field(made, page_style(made).FooterText)
        document = reopened(office, made, "docx")
        start = snapshot(office, document)
        style = start["pageStyles"][start["sections"][0].get("pageStyle", 0)]["name"]
        self.carry_out(document, {"edit": "setPageNumber", "pageStyle": style})
        document.CurrentController.ViewCursor.jumpToLastPage()
        rest = page_style(document, document.CurrentController.ViewCursor.PageStyleName)
        self.check_number(rest.HeaderText)
        self.assertEqual(rest.FooterText.String.strip(), "")

    def test_words_of_a_footer_and_margins_from_titled_docx(self):
        made = report(office)
        with setup(made):
            made.TextTables.getByIndex(0).PageDescName = "First Page"
            header_on(office, made, kind="Footer")
            page_style(made).FooterText.setString("Địa chỉ cũ")
        document = reopened(office, made, "docx")
        shot = snapshot(office, document)
        story = next(number for number, one in enumerate(shot["stories"])
                     if any(p.get("text") == "Địa chỉ cũ" for p in one.get("paragraphs", [])))
        names = [style["name"] for style in shot["pageStyles"]]
        self.carry_out(document, {"edit": "replaceText", "at": where(shot, "cũ", story), "text": "mới"},
                       *({"edit": "setPageFormat", "pageStyle": name, "left": 3000, "bottom": 2600} for name in names))

    def test_page_number_moves_from_the_footer(self):
        document = report(office)
        with setup(document):
            header_on(office, document, kind="Footer")
            footer = page_style(document).FooterText
            footer.insertString(footer.End, "Trang ", False)
            page_field(document, footer)
            footer.insertControlCharacter(footer.End, 0, False)
            footer.insertString(footer.End, "Địa chỉ: xã Đồng Khê", False)
        self.carry_out(document, {"edit": "setPageNumber", "pageStyle": "Standard"})
        self.check_number(page_style(document).HeaderText)
        self.assertEqual(page_style(document).FooterText.String.strip(), "Địa chỉ: xã Đồng Khê")

    def test_page_number_wrong_in_the_header(self):
        document = report(office)
        with setup(document):
            header_on(office, document)
            header = page_style(document).HeaderText
            header.insertString(header.End, "- ", False)
            page_field(document, header)
            header.insertString(header.End, " -", False)
            paragraphs(header)[0].ParaAdjust = LEFT
        self.carry_out(document, {"edit": "setPageNumber", "pageStyle": "Standard"})
        self.check_number(page_style(document).HeaderText)
        self.assertEqual(page_style(document).HeaderTextFirst.String, "")

    def test_page_number_under_words_of_the_header(self):
        document = report(office)
        with setup(document):
            header_on(office, document)
            page_style(document).HeaderText.setString("SỞ NỘI VỤ")
        self.carry_out(document, {"edit": "setPageNumber", "pageStyle": "Standard"})
        lines = [p.String for p in paragraphs(page_style(document).HeaderText)]
        self.assertEqual(lines[1:], ["SỞ NỘI VỤ"])
        self.assertEqual(page_style(document).HeaderTextFirst.String, "SỞ NỘI VỤ")

    def test_page_number_in_a_frame(self):
        document = report(office)
        with setup(document):
            header_on(office, document)
            header = page_style(document).HeaderText
            frame = document.createInstance("com.sun.star.text.TextFrame")
            frame.setSize(Size(2000, 600))
            header.insertTextContent(header.Start, frame, False)
            page_field(document, frame.Text)
        self.carry_out(document, {"edit": "setPageNumber", "pageStyle": "Standard"})
        self.assertEqual(document.TextFrames.Count, 0)
        self.check_number(page_style(document).HeaderText)

    def test_margins_under_a_header_count_it(self):
        document = report(office)
        apply(office, document, {"edit": "setPageNumber", "pageStyle": "Standard"})
        apply(office, document, {"edit": "setPageFormat", "pageStyle": "Standard", "top": 2500})
        shot = snapshot(office, document)["pageStyles"][0]
        self.near(shot["marginTop"] + shot["headerHeight"], 2500, 5)

    def test_page_number_and_margins_together(self):
        document = report(office)
        self.carry_out(document, {"edit": "setPageFormat", "pageStyle": "Standard", "top": 2500, "left": 3000},
                       {"edit": "setPageNumber", "pageStyle": "Standard"})
        style = page_style(document)
        self.near(style.TopMargin + 568 + style.HeaderBodyDistance, 2500, 5)
        self.check_number(style.HeaderText)

    def test_restart_of_page_numbers(self):
        document = report(office)
        with setup(document):
            paragraphs(document.Text)[20].BreakType = uno.Enum("com.sun.star.style.BreakType", "PAGE_BEFORE")
            paragraphs(document.Text)[40].PageDescName = "Landscape"
        shot = snapshot(office, document)
        self.carry_out(document, {"edit": "restartPageNumber", "at": paragraph_at(where(shot, "Đoạn 20.")), "value": 1},
                       {"edit": "restartPageNumber", "at": paragraph_at(where(shot, "Đoạn 40.")), "value": 1},
                       {"edit": "restartPageNumber", "at": paragraph_at(where(shot, "Đoạn 30.")), "value": 1},
                       refused=[(2, "refused.no-page-start")])
        self.assertEqual(paragraphs(document.Text)[20].PageNumberOffset, 1)
        self.assertEqual(paragraphs(document.Text)[40].PageDescName, "Landscape")

    # ---- paragraphs and letters -------------------------------------------------------------
    def test_paragraph_format(self):
        document = report(office)
        at = paragraph_at(where(snapshot(office, document), "Đoạn 03."))
        self.carry_out(document, {"edit": "setParagraphFormat", "at": at, "align": "justify", "firstLineIndent": 1270,
                                  "leftMargin": 0, "spaceBefore": 212, "spaceAfter": 106, "keepWithNext": True,
                                  "contextualSpacing": False, "lineSpacing": {"mode": "exactly", "value": 600}})
        paragraph = paragraphs(document.Text)[3]
        self.assertEqual(paragraph.ParaAdjust, 2)
        self.near(paragraph.ParaFirstLineIndent, 1270)
        self.near(paragraph.ParaTopMargin, 212)
        self.assertEqual(paragraph.ParaLineSpacing.Mode, 3)

    def test_letters_of_a_whole_paragraph(self):
        document = report(office)
        with setup(document):
            cursor = document.Text.createTextCursorByRange(paragraphs(document.Text)[3].Start)
            cursor.goRight(6, True)
            cursor.CharHeight = 9.0
            cursor.CharFontName = "DejaVu Sans"
        at = paragraph_at(where(snapshot(office, document), "Đoạn 03."))
        self.carry_out(document, {"edit": "setCharFormat", "at": at, "font": "Times New Roman", "size": 140, "bold": True,
                                  "italic": True, "underline": False, "color": 0, "caseMap": "none"})
        cursor = document.Text.createTextCursorByRange(paragraphs(document.Text)[3].Start)
        cursor.gotoEndOfParagraph(True)
        self.assertEqual((cursor.CharHeight, cursor.CharFontName, cursor.CharWeight), (14.0, "Times New Roman", 150.0))

    def test_letters_of_a_range_and_capitals(self):
        document = report(office)
        at = where(snapshot(office, document), "cải cách hành chính")
        self.carry_out(document, {"edit": "setCharFormat", "at": at, "caseMap": "upper", "bold": True})
        cursor = document.Text.createTextCursorByRange(paragraphs(document.Text)[0].Start)
        cursor.goRight(at["start"] + 1, False)
        self.assertEqual((cursor.CharCaseMap, cursor.CharWeight), (1, 150.0))

    def test_letters_of_an_empty_paragraph(self):
        document = report(office)
        shot = snapshot(office, document)
        index = where(shot, "Độc lập")["paragraph"] + 1
        self.carry_out(document, {"edit": "setCharFormat", "at": {"paragraph": index}, "size": 60})

    def test_replaced_text_keeps_its_first_letter_s_format(self):
        document = report(office)
        at = where(snapshot(office, document), "cải cách hành chính")
        with setup(document):
            cursor = document.Text.createTextCursorByRange(paragraphs(document.Text)[0].Start)
            cursor.goRight(at["start"], False)
            cursor.goRight(3, True)
            cursor.CharWeight = 150.0
        self.carry_out(document, {"edit": "replaceText", "at": at, "text": "chuyển đổi số"})
        self.assertIn("công tác chuyển đổi số. Nội dung", paragraphs(document.Text)[0].String)
        shot = snapshot(office, document)
        runs = shot["stories"][0]["paragraphs"][at["paragraph"]]["runs"]
        bold = [run for run in runs if run.get("format", {}).get("bold")]
        self.assertEqual([(run["start"], run["length"]) for run in bold], [(at["start"], len("chuyển đổi số"))])

    def test_text_added_and_taken_away(self):
        document = report(office)
        shot = snapshot(office, document)
        comma = where(shot, " công tác")
        self.carry_out(document, {"edit": "replaceText", "at": comma, "text": ", công tác"},
                       {"edit": "replaceText", "at": where(shot, "Đoạn 05. "), "text": ""},
                       {"edit": "replaceText", "at": {**where(shot, "Đoạn 06."), "length": 0}, "text": "» "})
        self.assertIn("báo cáo, công tác", paragraphs(document.Text)[0].String)
        self.assertTrue(paragraphs(document.Text)[5].String.startswith("Nội dung"))
        self.assertTrue(paragraphs(document.Text)[6].String.startswith("» Đoạn 06."))

    def test_notes_and_fields_are_never_lost(self):
        document = report(office)
        with setup(document):
            note = document.createInstance("com.sun.star.text.Footnote")
            cursor = document.Text.createTextCursorByRange(paragraphs(document.Text)[2].Start)
            cursor.goRight(4, False)
            document.Text.insertTextContent(cursor, note, False)
            note.setString("Chú thích.")
        shot = snapshot(office, document)
        paragraph = {"paragraph": where(shot, " 02.")["paragraph"], "start": 0, "length": 12}
        self.carry_out(document, {"edit": "replaceText", "at": paragraph, "text": "mất"},
                       {"edit": "removeParagraph", "at": {"paragraph": paragraph["paragraph"]}},
                       refused=[(0, "refused.field"), (1, "refused.not-empty")], changed=False)

    def test_empty_paragraphs_removed(self):
        document = report(office)
        with setup(document):
            for number in (10, 5):
                document.Text.insertControlCharacter(paragraphs(document.Text)[number].Start, 0, False)
        shot = snapshot(office, document)
        cell = where(shot, "Độc lập")["paragraph"] + 1
        first = where(shot, "Đoạn 05.")["paragraph"] - 1
        second = where(shot, "Đoạn 10.")["paragraph"] - 1
        self.carry_out(document, *({"edit": "removeParagraph", "at": {"paragraph": p}} for p in (cell, first, second)))
        strings = [p.String[:8] for p in paragraphs(document.Text)]
        self.assertNotIn("", strings)
        self.assertEqual(len(paragraphs(document.TextTables.getByIndex(0).getCellByName("B1"))), 2)

    def test_empty_paragraph_before_one_with_a_note(self):
        document = report(office)
        with setup(document):
            document.Text.insertControlCharacter(paragraphs(document.Text)[5].Start, 0, False)
            following = paragraphs(document.Text)[6]
            following.ParaAdjust, following.ParaTopMargin, following.NumberingStyleName = CENTER, 300, "List 1"
            for kind in ("Footnote", "Endnote"):
                note = document.createInstance("com.sun.star.text." + kind)
                document.Text.insertTextContent(following.End, note, False)
                note.setString("Chú thích.")
        index = where(snapshot(office, document), "Đoạn 05.")["paragraph"] - 1
        self.carry_out(document, {"edit": "removeParagraph", "at": {"paragraph": index}})
        self.assertEqual([document.Footnotes.getByIndex(0).String, document.Endnotes.getByIndex(0).String], ["Chú thích."] * 2)
        following = paragraphs(document.Text)[5]
        self.assertTrue(following.String.startswith("Đoạn 05."))
        self.assertEqual((following.ParaAdjust, following.ParaTopMargin, following.NumberingStyleName), (3, 300, "List 1"))

    def test_the_only_paragraph_stays(self):
        document = report(office)
        with setup(document):
            document.TextTables.getByIndex(0).getCellByName("A1").setString("")
        self.carry_out(document, {"edit": "removeParagraph", "at": {"paragraph": 0}}, refused=[(0, "refused.only-paragraph")],
                       changed=False)

    def test_anchors_hold_their_paragraph(self):
        document = report(office)
        with setup(document):
            document.Text.insertControlCharacter(paragraphs(document.Text)[5].Start, 0, False)
            line_shape(document, document.Text, paragraphs(document.Text)[5].Start, 3000)
        index = where(snapshot(office, document), "Đoạn 05.")["paragraph"] - 1
        self.carry_out(document, {"edit": "removeParagraph", "at": {"paragraph": index}}, refused=[(0, "refused.anchor")],
                       changed=False)

    def test_paragraphs_inserted(self):
        document = report(office)
        shot = snapshot(office, document)
        new = {"format": {"align": "center", "spaceAfter": 106}, "character": {"size": 130, "bold": True}}
        self.carry_out(document, {"edit": "insertParagraphs", "before": paragraph_at(where(shot, "Đoạn 00.")),
                                  "paragraphs": [{"text": "BÁO CÁO", **new}, {"text": "Kết quả công tác", **new}]},
                       {"edit": "insertParagraphs", "before": paragraph_at(where(shot, "XÃ ĐỒNG KHÊ")),
                        "paragraphs": [{"text": "HUYỆN X", **new}]})
        body = paragraphs(document.Text)
        self.assertEqual([p.String for p in body[:2]], ["BÁO CÁO", "Kết quả công tác"])
        self.assertEqual((body[0].ParaAdjust, body[0].CharHeight, body[0].CharWeight), (3, 13.0, 150.0))
        self.assertTrue(body[2].String.startswith("Đoạn 00."))
        self.assertNotEqual(body[2].CharWeight, 150.0)
        cell = document.TextTables.getByIndex(0).getCellByName("A1")
        self.assertEqual([p.String for p in paragraphs(cell)], ["ỦY BAN NHÂN DÂN", "HUYỆN X", "XÃ ĐỒNG KHÊ"])

    # ---- lines ------------------------------------------------------------------------------
    def line(self, document, name=None):
        found = [s for s in shapes(document) if s.ShapeType.endswith(".LineShape") and (name is None or s.Name == name)]
        self.assertEqual(len(found), 1, [s.Name for s in shapes(document)])
        return found[0]

    def test_line_in_a_cell(self):
        document = report(office)
        at = paragraph_at(where(snapshot(office, document), "Độc lập"))
        self.carry_out(document, {"edit": "drawLine", "under": at, "length": 5300, "offset": 550})
        line = self.line(document)
        self.near(line.Size.Width, 5300)
        self.assertEqual((line.HoriOrient, line.VertOrientPosition, line.LineColor), (2, 550, 0))
        self.assertIn(line.LineWidth, range(18, 28))
        for ending in ("odt", "docx"):
            again = reopened(office, document, ending)
            again.CurrentController.PageCount
            kept = self.line(again)
            self.near(kept.Size.Width, 5300, 5300 * 0.02)
            self.near(kept.VertOrientPosition, 550, 10)
            self.assertTrue(kept.Anchor.Text.String.endswith("Tự do - Hạnh phúc\n") or "Hạnh phúc" in kept.Anchor.Text.String)
            # in the middle of a cell that is half as wide as the text area
            cell = 17000 / 2
            self.near(kept.HoriOrientPosition + kept.Size.Width / 2, cell / 2, 150)
            self.assertIn("THROUGH", str(kept.TextWrap.value))
            again.close(True)

    def test_line_in_the_body(self):
        document = report(office)
        with setup(document):
            paragraphs(document.Text)[0].ParaAdjust = CENTER
        at = paragraph_at(where(snapshot(office, document), "Đoạn 00."))
        self.carry_out(document, {"edit": "drawLine", "under": at, "length": 4000, "offset": 1700})
        for ending in ("odt", "docx"):
            again = reopened(office, document, ending)
            again.CurrentController.PageCount
            kept = self.line(again)
            self.near(kept.Size.Width, 4000, 80)
            self.near(kept.HoriOrientPosition + kept.Size.Width / 2, 8500, 150)
            again.close(True)

    def test_line_under_an_indented_paragraph(self):
        document = report(office)
        with setup(document):
            paragraphs(document.Text)[0].ParaAdjust = CENTER
            paragraphs(document.Text)[0].ParaLeftMargin = 2000
        at = paragraph_at(where(snapshot(office, document), "Đoạn 00."))
        self.carry_out(document, {"edit": "drawLine", "under": at, "length": 4000, "offset": 1700})
        line = self.line(document)
        self.near(line.HoriOrientPosition + 2000, 9500, 20)

    def test_line_in_place_of_another(self):
        document = report(office)
        cell = document.TextTables.getByIndex(0).getCellByName("B1")
        with setup(document):
            line_shape(document, cell, paragraphs(cell)[1].Start, 9000)
        saved(office, document)  # Writer sorts its drawings when it saves for the first time
        document.UndoManager.clear()
        shot = snapshot(office, document)
        old = [shape["name"] for shape in shot["shapes"]]
        at = paragraph_at(where(shot, "Độc lập"))
        self.carry_out(document, {"edit": "drawLine", "under": at, "length": 5300, "offset": 550, "replaces": old})
        self.near(self.line(document).Size.Width, 5300)

    def test_line_in_place_of_a_border_and_underscores(self):
        document = report(office)
        cell = document.TextTables.getByIndex(0).getCellByName("B1")
        with setup(document):
            paragraphs(cell)[1].BottomBorder = border()
            paragraphs(cell)[2].setString("________") if hasattr(paragraphs(cell)[2], "setString") else None
        shot = snapshot(office, document)
        at = paragraph_at(where(shot, "Độc lập"))
        self.carry_out(document, {"edit": "drawLine", "under": at, "length": 5300, "offset": 550, "clearsBorder": True,
                                  "removes": [where(shot, "________")]})
        self.assertEqual(len(paragraphs(cell)), 2)
        self.assertEqual(paragraphs(cell)[1].BottomBorder.LineWidth, 0)
        self.line(document)

    # ---- tables and marks -------------------------------------------------------------------
    def test_column_widths(self):
        document = report(office)
        shot = snapshot(office, document)
        width = shot["tables"][0]["width"]
        self.carry_out(document, {"edit": "setColumnWidths", "table": 0, "widths": [7000, width - 7000]})
        cells = snapshot(office, document)["cells"]
        self.near(cells[0]["width"], 7000, 20)

    def test_numbers_and_formulas_in_cells(self):
        document = report(office)
        table = document.createInstance("com.sun.star.text.TextTable")
        table.initialize(5, 2)
        with setup(document):
            document.Text.insertTextContent(paragraphs(document.Text)[40].Start, table, False)
            for name, words in (("A1", "Số tiếp nhận"), ("B1", "1.234,5"), ("A2", "Số giải quyết"), ("B2", "66"), ("B4", "12")):
                table.getCellByName(name).setString(words)
            cell = table.getCellByName("B4")
            cell.setFormula("=<B2>*2")
            cursor = cell.createTextCursor()
            cursor.gotoEnd(True)
            cursor.CharWeight = 150.0
            paragraphs(table.getCellByName("B3"))[0].ParaAdjust = CENTER
        shot = snapshot(office, document)
        index = next(i for i, one in enumerate(shot["tables"]) if one["name"] == table.Name)
        first = shot["tables"][index]["firstCell"]
        content = [{"cell": first + 1, "text": "1.234,5", "value": "1234.5", "format": "#.##0,0"},
                   {"cell": first + 3, "text": "66", "value": "66", "format": "#.##0"},
                   {"cell": first + 5, "text": "1.300,5", "formula": "<B1>+<B2>", "format": "#.##0,0"},
                   {"cell": first + 7, "text": ""},
                   {"cell": first + 9, "text": "5,35%", "formula": "<B2>/<B1>", "format": "0,00%"}]
        self.carry_out(document, {"edit": "setCells", "cells": content})
        read = [(cell.get("value", ""), cell.get("formula", "")) for cell in snapshot(office, document)["cells"][first:first + 10]]
        self.assertEqual(read[1::2], [("1234.5", ""), ("66", ""), ("", "<B1>+<B2>"), ("", ""), ("", "<B2>/<B1>")])
        # A second time over what has formulas and numbers now.
        document.UndoManager.clear()
        self.carry_out(document, {"edit": "setCells", "cells": [{"cell": first + 3, "text": "100", "value": "100", "format": "#.##0"},
                                                                {"cell": first + 5, "text": ""},
                                                                {"cell": first + 9, "text": "-"}]})
        self.assertEqual([table.getCellByName(f"B{row}").String for row in range(1, 6)], ["1.234,5", "100", "", "", "-"])

    def test_a_formula_that_shows_something_else_changes_nothing(self):
        document = report(office)
        table = document.createInstance("com.sun.star.text.TextTable")
        table.initialize(2, 1)
        with setup(document):
            document.Text.insertTextContent(paragraphs(document.Text)[40].Start, table, False)
            table.getCellByName("A1").setString("66")
        cells = snapshot(office, document)["cells"]
        before = saved(office, document)
        answer = apply(office, document, {"edit": "setCells", "cells": [
            {"cell": len(cells) - 2, "text": "66", "value": "66", "format": "#.##0"},
            {"cell": len(cells) - 1, "text": "133", "formula": "<A1>*2", "format": "#.##0"}]})
        self.assertIn("shows 132, not 133", answer["failure"])
        self.assertEqual(difference(before, saved(office, document)), "")
        # Where a number is given beside it, that stands instead.
        self.carry_out(document, {"edit": "setCells", "cells": [
            {"cell": len(cells) - 2, "text": "66", "value": "66", "format": "#.##0"},
            {"cell": len(cells) - 1, "text": "133", "formula": "<A1>*2", "value": "133", "format": "#.##0"}]})
        self.assertEqual((table.getCellByName("A2").Formula, table.getCellByName("A2").String), ("", "133"))

    def test_cells_that_take_no_number(self):
        document = report(office)
        first = len(snapshot(office, document)["cells"])
        table = document.createInstance("com.sun.star.text.TextTable")
        table.initialize(2, 1)
        with setup(document):
            document.Text.insertTextContent(paragraphs(document.Text)[40].Start, table, False)
            two = table.getCellByName("A1")
            two.insertControlCharacter(two.End, 0, False)
            cell = table.getCellByName("A2")
            cell.setString("66")
            cursor = cell.createTextCursor()
            cursor.goRight(1, True)
            cursor.CharWeight = 150.0
        zero = {"text": "0", "value": "0", "format": "#.##0"}
        self.carry_out(document, {"edit": "setCells", "cells": [{"cell": first, **zero}]}, {"edit": "setCells", "cells": [{"cell": first + 1, **zero}]},
                       {"edit": "setCells", "cells": [{"cell": 400, **zero}]},
                       refused=[(0, "refused.cell"), (1, "refused.cell"), (2, "refused.moved")], changed=False)
        document.RecordChanges = True
        self.carry_out(document, {"edit": "setCells", "cells": [{"cell": first, **zero}]}, refused=[(0, "refused.tracked")], changed=False)

    def test_size_of_a_frame(self):
        document = report(office)
        with setup(document):
            frame = document.createInstance("com.sun.star.text.TextFrame")
            frame.setSize(Size(3000, 1000))
            frame.SizeType = 1
            document.Text.insertTextContent(paragraphs(document.Text)[0].Start, frame, False)
            frame.Text.setString("HỎA TỐC")
            frame.Name = "Độ khẩn"
        name = snapshot(office, document)["shapes"][0]["name"]
        self.carry_out(document, {"edit": "setShapeSize", "shape": name, "width": 4000, "height": 1500})
        self.near(document.TextFrames.getByIndex(0).Width, 4000)
        self.near(document.TextFrames.getByIndex(0).Height, 1500)

    def test_size_of_a_drawn_box(self):
        document = report(office)
        with setup(document):
            box = document.createInstance("com.sun.star.drawing.CustomShape")
            box.setSize(Size(3000, 1000))
            document.Text.insertTextContent(paragraphs(document.Text)[0].Start, box, False)
            box.CustomShapeGeometry = values(Type="rectangle")
            box.TextAutoGrowHeight = False
            box.setSize(Size(3000, 1000))
            box.Name = "Khung"
        saved(office, document)
        document.UndoManager.clear()
        self.carry_out(document, {"edit": "setShapeSize", "shape": "Khung", "width": 4000, "height": 1500})
        self.near(shapes(document)[0].Size.Width, 4000)
        self.near(shapes(document)[0].Size.Height, 1500)

    # ---- together ---------------------------------------------------------------------------
    def many(self, document):
        shot = snapshot(office, document)
        empty = where(shot, "Độc lập")["paragraph"] + 1
        edits = [{"edit": "setPageFormat", "pageStyle": "Standard", "top": 2000, "left": 3000, "right": 1500},
                 {"edit": "setPageNumber", "pageStyle": "Standard"},
                 {"edit": "removeParagraph", "at": {"paragraph": empty}},
                 {"edit": "drawLine", "under": paragraph_at(where(shot, "Độc lập")), "length": 5300, "offset": 550},
                 {"edit": "insertParagraphs", "before": paragraph_at(where(shot, "Đoạn 00.")),
                  "paragraphs": [{"text": "BÁO CÁO", "format": {"align": "center"}, "character": {"size": 140}}]}]
        for number in range(60):
            at = where(shot, f"Đoạn {number:02d}.")
            edits.append({"edit": "setParagraphFormat", "at": paragraph_at(at), "align": "justify", "firstLineIndent": 1270})
            edits.append({"edit": "setCharFormat", "at": paragraph_at(at), "font": "Times New Roman", "size": 140})
            edits.append({"edit": "replaceText", "at": at, "text": f"Mục {number:02d}."})
        return edits

    def test_many_edits_are_one_step(self):
        document = report(office)
        self.carry_out(document, *self.many(document))
        self.assertTrue(paragraphs(document.Text)[1].String.startswith("Mục 00."))

    def test_margins_after_page_numbers(self):
        document = report(office)
        start = saved(office, document)
        paragraphs(document.Text)[20].setString("Người dùng gõ.")
        apply(office, document, {"edit": "setPageNumber", "pageStyle": "Standard"})
        paragraphs(document.Text)[40].setString("Người dùng gõ.")
        apply(office, document, {"edit": "setPageFormat", "pageStyle": "Standard", "bottom": 2500, "left": 3000})
        manager = document.UndoManager
        end = saved(office, document)
        for turn in ("first", "second"):
            while manager.isUndoPossible():
                manager.undo()
            self.assertEqual(difference(start, saved(office, document)), "", f"{turn} undo")
            while manager.isRedoPossible():
                manager.redo()
            self.assertEqual(difference(end, saved(office, document)), "", f"{turn} redo")

    def test_a_failure_undoes_everything(self):
        document = report(office)
        document.Text.insertString(document.Text.End, " Người dùng gõ.", False)
        # The first of these (they go back to front) takes away the paragraph that the second one is drawn under.
        shot = snapshot(office, document)
        empty = where(shot, "Độc lập")["paragraph"] + 1
        lines = [{"edit": "drawLine", "under": paragraph_at(where(shot, "Đoạn 20.")), "length": 3000,
                  "removes": [{"paragraph": empty}]},
                 {"edit": "drawLine", "under": {"paragraph": empty}, "length": 3000}]
        edits = [edit for edit in self.many(document) if edit["edit"] != "removeParagraph"] + lines
        before = saved(office, document)
        answer = apply(office, document, *edits)
        self.assertNotEqual(answer["failure"], "")
        self.assertTrue(answer["undone"])
        self.assertEqual(difference(before, saved(office, document)), "")
        self.assertEqual(len(document.UndoManager.getAllUndoActionTitles()), 1)

    def test_places_are_found_again_or_refused(self):
        document = report(office)
        self.carry_out(document, {"edit": "setCharFormat", "at": {"paragraph": 4000}, "size": 140},
                       {"edit": "setCharFormat", "at": {"story": 7, "paragraph": 0}, "size": 140},
                       {"edit": "drawLine", "under": {"paragraph": 0}, "length": 3000, "replaces": ["không có"]},
                       {"edit": "setColumnWidths", "table": 3, "widths": [1, 2]},
                       {"edit": "setCharFormat", "at": {"paragraph": 6}, "size": 140},
                       refused=[(0, "refused.moved"), (1, "refused.moved"), (2, "refused.shape"), (3, "refused.moved")])

    def test_the_cursor_comes_back(self):
        document = report(office)
        cursor = document.CurrentController.ViewCursor
        target = paragraphs(document.Text)[40]
        cursor.gotoRange(target.Start, False)
        cursor.goRight(5, True)
        marked = cursor.String
        apply(office, document, *self.many(document))
        self.assertNotEqual(marked, "")
        line = document.Text.createTextCursorByRange(document.CurrentController.ViewCursor.Start)
        line.gotoStartOfParagraph(False)
        line.gotoEndOfParagraph(True)
        self.assertTrue(line.String.startswith("Mục 40."), line.String[:20])

    # ---- named styles -----------------------------------------------------------------------
    def styled(self, tracked=False):
        document = report(office)
        with setup(document):
            style = document.createInstance("com.sun.star.style.ParagraphStyle")
            document.StyleFamilies.getByName("ParagraphStyles").insertByName("TT thử", style)
            style.CharHeight, style.ParaFirstLineIndent = 14, 1270
            at = paragraphs(document.Text)[5]
            at.ParaLeftMargin, at.TopBorder = 700, border()
            cursor = document.Text.createTextCursorByRange(at.Start)
            cursor.goRight(12, True)
            cursor.CharColor, cursor.CharHeight = 0xFF0000, 20
        document.RecordChanges = tracked
        document.UndoManager.clear()
        shot = snapshot(office, document)
        self.carry_out(document, *({"edit": "setParagraphStyle", "style": "TT thử", "at": paragraph_at(where(shot, f"Đoạn {number:02d}."))} for number in range(3, 20)),
                       {"edit": "setParagraphStyle", "style": "TT thử", "at": paragraph_at(where(shot, "Độc lập"))},
                       {"edit": "setParagraphStyle", "style": "không có", "at": paragraph_at(where(shot, "Độc lập"))}, refused=[(18, "refused.style")])
        at = next(one for one in paragraphs(document.Text) if one.String.startswith("Đoạn 05"))
        self.assertEqual((at.ParaStyleName, at.ParaLeftMargin, at.CharHeight), ("TT thử", 0, 14))
        self.near(at.ParaFirstLineIndent, 1270)
        self.assertEqual(at.TopBorder.OuterLineWidth, border().OuterLineWidth)
        first = document.Text.createTextCursorByRange(at.Start)
        first.goRight(3, True)
        self.assertEqual((first.CharColor, first.CharHeight), (0xFF0000, 14))

    def test_paragraph_style(self):
        self.styled()

    def test_tracked_paragraph_style(self):
        self.styled(tracked=True)

    # ---- tracked changes --------------------------------------------------------------------
    def test_tracked_text(self):
        document = report(office)
        document.RecordChanges = True
        document.UndoManager.clear()
        at = where(snapshot(office, document), "cải cách hành chính")
        self.carry_out(document, {"edit": "replaceText", "at": at, "text": "chuyển đổi số"})
        kinds = sorted(one.RedlineType for one in self.redlines(document))
        self.assertIn("Delete", kinds)
        self.assertIn("Insert", kinds)
        shot = snapshot(office, document)
        self.assertIn("công tác chuyển đổi số. Nội", shot["stories"][0]["paragraphs"][at["paragraph"]]["text"])

    def redlines(self, document):
        walk = document.Redlines.createEnumeration()
        result = []
        while walk.hasMoreElements():
            result.append(walk.nextElement())
        return result

    def test_tracked_format_and_paragraphs(self):
        document = report(office)
        with setup(document):
            document.Text.insertControlCharacter(paragraphs(document.Text)[5].Start, 0, False)
        document.RecordChanges = True
        document.UndoManager.clear()
        shot = snapshot(office, document)
        empty = where(shot, "Đoạn 05.")["paragraph"] - 1
        self.carry_out(document, {"edit": "setCharFormat", "at": where(shot, "cải cách"), "bold": True},
                       {"edit": "setParagraphFormat", "at": paragraph_at(where(shot, "Đoạn 02.")), "align": "justify"},
                       {"edit": "removeParagraph", "at": {"paragraph": empty}},
                       {"edit": "insertParagraphs", "before": paragraph_at(where(shot, "Đoạn 08.")),
                        "paragraphs": [{"text": "Mới", "format": {}, "character": {"size": 140}}]})

    def test_tracked_pages_and_lines(self):
        document = report(office)
        document.RecordChanges = True
        document.UndoManager.clear()
        at = paragraph_at(where(snapshot(office, document), "Độc lập"))
        self.carry_out(document, {"edit": "setPageFormat", "pageStyle": "Standard", "left": 3000},
                       {"edit": "setPageNumber", "pageStyle": "Standard"},
                       {"edit": "drawLine", "under": at, "length": 5300, "offset": 550})


if __name__ == "__main__":
    unittest.main(verbosity=1)
