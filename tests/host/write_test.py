"""Edits by the writer give the same snapshot as model::apply does: that is what lets tests without an office speak for it."""

import unittest

from write_support import (CENTER, Office, call, header_on, line_shape, page_field, page_style, paragraph_at, paragraphs, report,
                           setup, snapshot, uno, where)

office = Office()


def setUpModule():
    office.start()


def tearDownModule():
    office.stop()


class LikeTheModel(unittest.TestCase):
    maxDiff = None

    def same(self, document, *edits, but=()):
        """Applies edits to both; `but`: beginnings or ends of paths that may differ, with a reason at the caller."""
        answer = call(office, document, {"call": "apply", "edits": list(edits), "compare": True})
        self.assertEqual((answer["failure"], answer["refused"]), ("", []))
        wrong = [step for step in answer["differences"]
                 if not any(step["path"].startswith(one) or step["path"].endswith(one) for one in but)]
        self.assertEqual(wrong, [])

    def test_formats(self):
        document = report(office)
        shot = snapshot(office, document)
        at = paragraph_at(where(shot, "Đoạn 03."))
        self.same(document,
                  {"edit": "setParagraphFormat", "at": at, "align": "justify", "firstLineIndent": 1270, "spaceBefore": 212,
                   "spaceAfter": 106, "leftMargin": 500, "rightMargin": 300, "keepWithNext": True, "contextualSpacing": True,
                   "lineSpacing": {"mode": "proportional", "value": 115}},
                  {"edit": "setCharFormat", "at": at, "font": "Times New Roman", "size": 140, "italic": True, "color": 0},
                  {"edit": "setCharFormat", "at": where(shot, "cải cách"), "bold": True, "underline": True, "caseMap": "upper"},
                  {"edit": "setCharFormat", "at": {"paragraph": where(shot, "Độc lập")["paragraph"] + 1}, "size": 60})

    def test_words(self):
        document = report(office)
        shot = snapshot(office, document)
        self.same(document, {"edit": "replaceText", "at": where(shot, "cải cách hành chính"), "text": "chuyển đổi số"},
                  {"edit": "replaceText", "at": where(shot, "Đoạn 05. "), "text": ""},
                  {"edit": "replaceText", "at": {**where(shot, "Đoạn 06."), "length": 0}, "text": "» "},
                  {"edit": "replaceText", "at": where(shot, "Đoạn 07."), "text": "Đoạn 7."})

    def test_paragraphs(self):
        document = report(office)
        with setup(document):
            document.Text.insertControlCharacter(paragraphs(document.Text)[5].Start, 0, False)
        shot = snapshot(office, document)
        self.same(document, {"edit": "removeParagraph", "at": {"paragraph": where(shot, "Đoạn 05.")["paragraph"] - 1}},
                  {"edit": "removeParagraph", "at": {"paragraph": where(shot, "Độc lập")["paragraph"] + 1}},
                  {"edit": "insertParagraphs", "before": paragraph_at(where(shot, "Đoạn 08.")),
                   "paragraphs": [{"text": "Mới", "format": {"align": "center", "spaceAfter": 106}, "character": {"size": 140, "bold": True}}]},
                  # the number of the font in the list of fonts is the reader's
                  but=("/font", "/fonts"))

    def test_margins(self):
        document = report(office)
        self.same(document, {"edit": "setPageFormat", "pageStyle": "Standard", "top": 2500, "bottom": 2100, "left": 3000, "right": 1500},
                  # a table as wide as the text follows the margins; the model leaves tables alone
                  but=("/width", "/cells/1/left"))

    def test_line(self):
        document = report(office)
        cell = document.TextTables.getByIndex(0).getCellByName("B1")
        with setup(document):
            line_shape(document, cell, paragraphs(cell)[1].Start, 9000)
        shot = snapshot(office, document)
        self.same(document, {"edit": "drawLine", "under": paragraph_at(where(shot, "Độc lập")), "length": 5300, "offset": 550,
                             "replaces": [shot["shapes"][0]["name"]]},
                  # the layout tells where a centred line begins; names of new lines are the writer's
                  but=("/x", "/name"))

    def test_columns(self):
        document = report(office)
        width = snapshot(office, document)["tables"][0]["width"]
        self.same(document, {"edit": "setColumnWidths", "table": 0, "widths": [7000, width - 7000]},
                  # Writer keeps columns in ten-thousandths of the table, twice rounded
                  but=("/cells/0/width", "/cells/1/left", "/cells/1/width"))
        cells = snapshot(office, document)["cells"]
        self.assertLess(abs(cells[0]["width"] - 7000), 6)

    def test_cells(self):
        document = report(office)
        first = len(snapshot(office, document)["cells"])
        table = document.createInstance("com.sun.star.text.TextTable")
        table.initialize(2, 1)
        with setup(document):
            document.Text.insertTextContent(paragraphs(document.Text)[40].Start, table, False)
            table.getCellByName("A1").setString("66")
        self.same(document, {"edit": "setCells", "cells": [{"cell": first, "text": "66", "value": "66", "format": "#.##0"},
                                                           {"cell": first + 1, "text": "132,0", "formula": "<A1>*2", "format": "#.##0,0"}]})

    def test_page_number(self):
        document = report(office)
        with setup(document):
            header_on(office, document)
            header = page_style(document).HeaderText
            page_field(document, header)
            paragraphs(header)[0].ParaAdjust = CENTER
        self.same(document, {"edit": "setPageNumber", "pageStyle": "Standard"},
                  # a number shows its page, and a header of its own for the first page has the format of Writer's style
                  but=("/text", "/fonts", "/stories", "/headerHeight"))

    def test_restart(self):
        document = report(office)
        with setup(document):
            paragraphs(document.Text)[40].PageDescName = "Landscape"
        at = paragraph_at(where(snapshot(office, document), "Đoạn 40."))
        self.same(document, {"edit": "restartPageNumber", "at": at, "value": 1})


if __name__ == "__main__":
    unittest.main()
