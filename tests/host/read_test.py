"""Reading: live document -> snapshot, and snapshot places -> live document, in a headless office."""

import pathlib
import sys
import unittest

from office import Office, uno, values

SOURCE = pathlib.Path(__file__).resolve().parents[2]
DOCUMENTS = SOURCE / "tests" / "documents"
BENCH = "vn.thethuc.comp.Bench"
PARAGRAPH_BREAK = 0

office = None


def setUpModule():
    global office
    office = Office().start()


def tearDownModule():
    office.stop()


def call(name, document, **arguments):
    answer = office.job(BENCH, call=name, document=document, **arguments)
    if "error" in answer:
        raise AssertionError(f"{name}: {answer['error']}")
    return answer


def snapshot(document, **arguments):
    return call("snapshot", document, **arguments)["document"]


def anchor(kind):
    return uno.Enum("com.sun.star.text.TextContentAnchorType", kind)


def size(width, height):
    result = uno.createUnoStruct("com.sun.star.awt.Size")
    result.Width, result.Height = width, height
    return result


def write(text, *paragraphs):
    """Paragraphs at the end of a text; the last one stays open."""
    cursor = text.createTextCursor()
    cursor.gotoEnd(False)
    for index, paragraph in enumerate(paragraphs):
        if index:
            text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
        text.insertString(cursor, paragraph, False)
    return cursor


def paragraphs(text):
    """Paragraphs of a text in reading order, as plain UNO objects."""
    contents = text.createEnumeration()
    while contents.hasMoreElements():
        content = contents.nextElement()
        if content.supportsService("com.sun.star.text.TextTable"):
            for name in content.CellNames:
                yield from paragraphs(content.getCellByName(name))
        else:
            yield content


def texts(story):
    return [paragraph.get("text", "") for paragraph in story.get("paragraphs", [])]


class Case(unittest.TestCase):
    def document(self, path=None, **arguments):
        document = office.load(path, **arguments) if path else office.new()
        self.addCleanup(document.close, True)
        return document

    def assertConsistent(self, document):
        answer = call("verify", document)
        self.assertEqual(answer["faults"], [])
        self.assertGreater(answer["looked_up"], 0)


class Documents(Case):
    """Everything in tests/documents, as Writer imports it."""

    def test_every_place_leads_back_to_its_words(self):
        files = sorted(file for file in DOCUMENTS.iterdir() if file.suffix in (".odt", ".docx", ".fodt"))
        self.assertTrue(files)
        for file in files:
            with self.subTest(file.name):
                document = office.load(file)
                try:
                    self.assertConsistent(document)
                    read = snapshot(document)
                    self.assertEqual(read, snapshot(document, slice=7), "slices give another snapshot")
                    if not document.Redlines.hasElements():
                        self.assertEqual(texts(read["stories"][0]), [p.String for p in paragraphs(document.Text)])
                finally:
                    document.close(True)


class Text(Case):
    def test_offsets_count_code_points_of_the_text_that_writer_shows(self):
        document = self.document()
        text = document.Text
        cursor = write(text, "a\U0001F600b nga\u0303")
        note = document.createInstance("com.sun.star.text.Footnote")
        text.insertTextContent(cursor, note, False)
        note.String = "Ghi chú \U0001F600"
        text.insertString(cursor, "X", False)
        field = document.createInstance("com.sun.star.text.textfield.PageNumber")
        field.NumberingType = 4
        text.insertTextContent(cursor, field, False)
        field = document.createInstance("com.sun.star.text.textfield.JumpEdit")
        field.PlaceHolder = "điền vào"
        text.insertTextContent(cursor, field, False)
        text.insertString(cursor, "Z\nW", False)
        inside = text.createTextCursorByRange(cursor.End)
        text.insertString(inside, "CTRL", True)
        text.insertTextContent(inside, document.createInstance("com.sun.star.text.ContentControl"), True)
        cursor.gotoEnd(False)
        text.insertString(cursor, "END", False)

        read = snapshot(document)
        paragraph = read["stories"][0]["paragraphs"][0]
        self.assertEqual(paragraph["text"], "a\U0001F600b nga\u03031X1<điền vào>Z\nWCTRLEND")
        self.assertEqual(paragraph["text"], next(paragraphs(text)).String)
        kinds = {run.get("kind", "text"): (run.get("start", 0), run["length"]) for run in paragraph["runs"]}
        self.assertEqual(kinds["footnote"], (8, 1))
        self.assertEqual(kinds["pageNumber"], (10, 1))
        self.assertEqual(kinds["placeholder"], (11, 10))
        note = read["stories"][1]
        self.assertEqual((note["kind"], texts(note)), ("footnote", ["Ghi chú \U0001F600"]))
        self.assertEqual(note["anchor"], {"start": 8, "length": 1} | {k: v for k, v in note["anchor"].items() if v == 0})
        self.assertConsistent(document)
        for start, length, expected in ((1, 1, "\U0001F600"), (2, 6, "b nga\u0303"), (9, 2, "X1"), (21, 5, "Z\nWCT"), (27, 2, "LE")):
            answer = call("locate", document, story=0, paragraph=0, start=start, length=length)
            self.assertEqual("".join(answer["pieces"]), expected)

    def test_deleted_text_is_left_out_and_places_step_over_it(self):
        document = self.document()
        text = document.Text
        cursor = write(text, "một hai ba", "bốn năm sáu", "bảy tám")
        document.RecordChanges = True
        cursor.gotoStart(False)
        cursor.goRight(4, False)
        cursor.goRight(22, True)
        cursor.String = ""
        cursor.gotoEnd(False)
        text.insertString(cursor, " THÊM", False)
        read = snapshot(document)
        self.assertEqual(texts(read["stories"][0]), ["một ", "", " tám THÊM"])
        self.assertTrue(read["stories"][0]["paragraphs"][1]["base"]["hidden"])
        self.assertEqual(read["stories"][0]["paragraphs"][2]["runs"][1]["kind"], "insertedText")
        self.assertTrue(read["facts"]["recordChanges"])
        self.assertConsistent(document)
        answer = call("locate", document, story=0, paragraph=2, start=1, length=6)
        self.assertEqual("".join(answer["pieces"]), "tám TH")

    def test_a_deletion_in_the_middle_cuts_a_place_into_pieces(self):
        document = self.document()
        cursor = write(document.Text, "đầu xóa cuối")
        document.RecordChanges = True
        cursor.gotoStart(False)
        cursor.goRight(4, False)
        cursor.goRight(4, True)
        cursor.String = ""
        self.assertEqual(texts(snapshot(document)["stories"][0]), ["đầu cuối"])
        answer = call("locate", document, story=0, paragraph=0, start=1, length=5)
        self.assertEqual(answer["pieces"], ["ầu ", "cu"])
        self.assertEqual(answer["text"], "ầu xóa cu")

    def test_lists_show_their_label_and_their_indents(self):
        document = self.document()
        write(document.Text, "đánh số", "gạch đầu dòng", "tự thụt")
        first, second, third = paragraphs(document.Text)
        first.NumberingStyleName = "Numbering 123"
        second.NumberingStyleName = "List 1"
        third.NumberingStyleName = "Numbering 123"
        third.ParaLeftMargin = 2000
        rules = first.NumberingRules.getByIndex(0)
        indents = {item.Name: item.Value for item in rules}
        read = snapshot(document)["stories"][0]["paragraphs"]
        self.assertEqual([p["listLabel"] for p in read], ["1.", "•", "2."])
        self.assertEqual(read[0]["format"]["leftMargin"], indents["IndentAt"])
        self.assertEqual(read[0]["format"]["firstLineIndent"], indents["FirstLineIndent"])
        self.assertEqual(read[2]["format"]["leftMargin"], 2000)

    def test_formatting_is_resolved_and_equal_neighbours_are_one_run(self):
        document = self.document()
        cursor = write(document.Text, "thường ")
        cursor.CharWeight = 150.0
        document.Text.insertString(cursor, "đậm", False)
        cursor.CharPosture = uno.Enum("com.sun.star.awt.FontSlant", "ITALIC")
        cursor.CharHeight = 13.5
        document.Text.insertString(cursor, " nghiêng", False)
        paragraph = next(paragraphs(document.Text))
        paragraph.ParaAdjust = uno.Enum("com.sun.star.style.ParagraphAdjust", "BLOCK")
        paragraph.ParaFirstLineIndent = 1270
        paragraph.ParaTopMargin = 212
        read = snapshot(document)["stories"][0]["paragraphs"][0]
        self.assertEqual([run["length"] for run in read["runs"]], [7, 3, 8])
        self.assertEqual([run["format"].get("bold", False) for run in read["runs"]], [False, True, True])
        self.assertEqual(read["runs"][2]["format"]["size"], 135)
        self.assertTrue(read["runs"][2]["format"]["italic"])
        self.assertEqual((read["format"]["align"], read["format"]["firstLineIndent"], read["format"]["spaceBefore"]),
                         ("justify", 1270, 212))

    def test_protected_and_hidden_sections(self):
        document = self.document()
        cursor = write(document.Text, "trước", "khóa", "ẩn", "sau")
        for text, name, value in (("khóa", "IsProtected", True), ("ẩn", "IsVisible", False)):
            section = document.createInstance("com.sun.star.text.TextSection")
            target = next(p for p in paragraphs(document.Text) if p.String == text)
            document.Text.insertTextContent(document.Text.createTextCursorByRange(target), section, True)
            setattr(section, name, value)
        del cursor
        read = {p.get("text", ""): p for p in snapshot(document)["stories"][0]["paragraphs"]}
        self.assertTrue(read["khóa"]["protectedContent"])
        self.assertFalse(read["trước"].get("protectedContent", False))
        self.assertTrue(read["ẩn"]["runs"][0]["format"]["hidden"])
        self.assertFalse(read["sau"]["runs"][0]["format"].get("hidden", False))


class Tables(Case):
    def table(self, document, rows, columns, text=None):
        text = text or document.Text
        table = document.createInstance("com.sun.star.text.TextTable")
        table.initialize(rows, columns)
        text.insertTextContent(text.getEnd(), table, False)
        return table

    def test_nested_tables_come_depth_first_with_their_geometry(self):
        document = self.document()
        write(document.Text, "trước")
        outer = self.table(document, 2, 2)
        for name in outer.CellNames:
            outer.getCellByName(name).setString(name)
        cell = outer.getCellByName("B1")
        inner = self.table(document, 1, 2, cell)
        inner.getCellByName("A1").setString("trong 1")
        inner.getCellByName("B1").setString("trong 2")
        write(document.Text, "sau")
        read = snapshot(document)
        body = [t for t in texts(read["stories"][0]) if t]
        self.assertEqual(body, ["trước", "A1", "B1", "trong 1", "trong 2", "A2", "B2", "sau"])
        page = document.StyleFamilies.getByName("PageStyles").getByName("Standard")
        width = page.Width - page.LeftMargin - page.RightMargin
        first, second = read["tables"]
        self.assertEqual(first["width"], width)
        self.assertAlmostEqual(read["cells"][1]["left"], width // 2, delta=20)
        self.assertEqual(second["parentCell"], 1)
        self.assertAlmostEqual(second["width"], width // 2, delta=20)
        self.assertEqual((first.get("firstCell", 0), first["cellCount"], second["firstCell"], second["cellCount"]), (0, 4, 4, 2))
        self.assertTrue(first["bordered"])
        self.assertEqual(first["paragraphCount"], read["cells"][3]["firstParagraph"] + 1 - first["firstParagraph"])
        nested = read["stories"][0]["paragraphs"][read["cells"][5]["firstParagraph"]]
        self.assertEqual((nested["text"], nested["cell"]), ("trong 2", 5))
        self.assertConsistent(document)

    def test_merged_cells_keep_left_and_right(self):
        document = self.document()
        table = self.table(document, 2, 3)
        cursor = table.createCursorByCellName("A1")
        cursor.gotoCellByName("A2", True)
        cursor.mergeRange()
        cursor = table.createCursorByCellName("B1")
        cursor.gotoCellByName("C1", True)
        cursor.mergeRange()
        read = snapshot(document)
        width = read["tables"][0]["width"]
        cells = [(c.get("row", 0), c.get("column", 0), round(c.get("left", 0) * 3 / width), round(c["width"] * 3 / width))
                 for c in read["cells"]]
        self.assertEqual(cells, [(0, 0, 0, 1), (0, 1, 1, 2), (1, 1, 1, 1), (1, 2, 2, 1)])

    def test_large_and_deep_tables_are_read_in_time(self):
        document = self.document()
        self.table(document, 1000, 5)
        cell = None
        for _ in range(40):
            table = self.table(document, 1, 1, cell or document.Text)
            cell = table.getCellByName("A1")
        cell.setString("đáy")
        read = snapshot(document)
        self.assertEqual(len(read["cells"]), 5040)
        self.assertIn("đáy", texts(read["stories"][0]))
        self.assertEqual(read["tables"][-1]["parentCell"], 5038)
        self.assertConsistent(document)


class Drawings(Case):
    def test_shapes_frames_and_groups_with_their_texts(self):
        document = self.document()
        text = document.Text
        write(text, "một", "hai")
        second = list(paragraphs(text))[1]

        def shape(kind, at, how, name="", height=500):
            item = document.createInstance("com.sun.star.drawing." + kind)
            item.setSize(size(3000, height))
            item.AnchorType = anchor(how)
            item.Name = name
            text.insertTextContent(at, item, False)
            return item

        line = shape("LineShape", second.Start, "AT_PARAGRAPH", "kẻ", 0)
        line.LineStyle = uno.Enum("com.sun.star.drawing.LineStyle", "SOLID")
        box = shape("RectangleShape", second.End, "AT_CHARACTER")
        box.String = "chữ trong hình"
        frame = document.createInstance("com.sun.star.text.TextFrame")
        frame.setSize(size(4000, 1000))
        frame.AnchorType = anchor("AT_PARAGRAPH")
        text.insertTextContent(text.Start, frame, False)
        frame.Text.String = "khung"
        group = office.create("com.sun.star.drawing.ShapeCollection")
        for name in ("g1", "g2"):
            group.add(shape("LineShape", text.Start, "AT_PARAGRAPH", name, 0))
        document.DrawPage.group(group)

        read = snapshot(document)
        shapes = {s["name"]: s for s in read["shapes"]}
        self.assertEqual(shapes["kẻ"]["kind"], "line")
        self.assertEqual((shapes["kẻ"]["anchor"]["paragraph"], shapes["kẻ"]["width"]), (1, 3000))
        self.assertTrue(shapes["kẻ"].get("visible", True))
        kinds = sorted(s.get("kind", "other") for s in read["shapes"])
        self.assertEqual(kinds, ["custom", "group", "line", "line", "line", "textFrame"])
        by_kind = {story.get("kind", "body"): story for story in read["stories"]}
        self.assertEqual(texts(by_kind["frame"]), ["khung"])
        self.assertEqual(texts(by_kind["shapeText"]), ["chữ trong hình"])
        self.assertEqual(read["shapes"][by_kind["shapeText"]["shape"]]["anchorKind"], "character")
        self.assertEqual(len(set(shapes)), 6)
        self.assertConsistent(document)

    def test_objects_on_a_page_and_in_a_header(self):
        document = self.document()
        item = document.createInstance("com.sun.star.drawing.LineShape")
        item.setSize(size(3000, 0))
        item.AnchorType = anchor("AT_PAGE")
        item.AnchorPageNo = 1
        document.DrawPage.add(item)
        page = document.StyleFamilies.getByName("PageStyles").getByName("Standard")
        page.HeaderIsOn = True
        frame = document.createInstance("com.sun.star.text.TextFrame")
        frame.setSize(size(1000, 500))
        page.HeaderText.insertTextContent(page.HeaderText.Start, frame, False)
        frame.Text.String = "2"
        read = snapshot(document)
        self.assertEqual([s.get("anchorKind", "paragraph") for s in read["shapes"] if s["kind"] == "line"], ["page"])
        frames = [s for s in read["stories"] if s.get("kind") == "frame"]
        self.assertEqual(texts(frames[0]), ["2"])
        self.assertEqual(read["stories"][frames[0]["anchor"]["story"]]["kind"], "header")


class Pages(Case):
    def test_page_styles_in_use_with_headers_and_restart(self):
        document = self.document()
        styles = document.StyleFamilies.getByName("PageStyles")
        write(document.Text, "thân", "phụ lục", "tiếp")
        items = list(paragraphs(document.Text))
        items[0].PageDescName = "First Page"
        items[1].PageDescName = "Landscape"
        items[1].PageNumberOffset = 2  # an odd number after page 1 would put an empty page between
        landscape = styles.getByName("Landscape")
        landscape.HeaderIsOn = True
        landscape.FirstIsShared = False
        landscape.HeaderText.String = "các trang"
        landscape.HeaderTextFirst.String = "trang đầu"
        landscape.FooterIsOn = True
        landscape.FooterText.String = "chân"
        read = snapshot(document, pages=True)
        names = [style["name"] for style in read["pageStyles"]]
        self.assertEqual(names[:2], ["First Page", "Landscape"])
        self.assertIn("Standard", names)
        self.assertNotIn("Envelope", names)
        self.assertEqual([(s.get("firstParagraph", 0), names[s.get("pageStyle", 0)], s.get("pageNumber")) for s in read["sections"]],
                         [(0, "First Page", None), (1, "Landscape", 2)])
        style = read["pageStyles"][1]
        self.assertTrue(style["landscape"])
        stories = read["stories"]
        self.assertEqual(texts(stories[style["header"]]), ["các trang"])
        self.assertEqual(texts(stories[style["headerFirst"]]), ["trang đầu"])
        self.assertEqual(texts(stories[style["footer"]]), ["chân"])
        self.assertEqual(style["marginLeft"], landscape.LeftMargin + landscape.GutterMargin)
        self.assertEqual(read["facts"]["pages"], 2)
        self.assertConsistent(document)

    def test_pages_of_places_are_physical_and_leave_the_cursor_alone(self):
        document = self.document()
        write(document.Text, "một", "hai", "ba")
        items = list(paragraphs(document.Text))
        items[2].PageDescName = "Standard"
        items[2].PageNumberOffset = 8
        controller = document.CurrentController
        controller.ViewCursor.gotoRange(items[1].Start, False)
        controller.ViewCursor.goRight(2, True)
        self.assertEqual(call("locate", document, story=0, paragraph=2, start=1, length=1)["page"], 2)
        self.assertEqual(call("locate", document, story=0, paragraph=0, start=0, length=1)["page"], 1)
        self.assertEqual(controller.ViewCursor.String, "ha")

    def test_a_header_that_grows_takes_what_its_lines_take(self):
        document = self.document()
        page = document.StyleFamilies.getByName("PageStyles").getByName("Standard")
        page.HeaderIsOn = True
        page.HeaderIsDynamicHeight = True
        write(page.HeaderText, "một", "hai", "ba", "bốn")
        for item in paragraphs(page.HeaderText):
            item.CharHeight = 14.0
        height = snapshot(document)["pageStyles"][0]["headerHeight"]
        # four lines of 14 pt, about 5.7 mm each, and whatever distance the style has
        self.assertGreater(height, 2200)
        self.assertLess(height, 3400)

    def test_break_of_a_table_is_the_break_of_its_first_paragraph(self):
        document = self.document()
        write(document.Text, "thân", "")
        table = document.createInstance("com.sun.star.text.TextTable")
        table.initialize(1, 1)
        document.Text.insertTextContent(document.Text.End, table, False)
        table.PageDescName = "Landscape"
        read = snapshot(document)
        names = [style["name"] for style in read["pageStyles"]]
        self.assertEqual([names[s.get("pageStyle", 0)] for s in read["sections"]], ["Standard", "Landscape"])
        start = read["tables"][0]["firstParagraph"]
        self.assertEqual(read["sections"][1]["firstParagraph"], start)
        self.assertEqual(read["stories"][0]["paragraphs"][start]["breakBefore"]["pageStyle"], "Landscape")


class Places(Case):
    def test_a_place_is_found_again_after_edits_or_is_gone(self):
        document = self.document()
        write(document.Text, "một", "hai", "ba")
        fingerprint = hex_fingerprint("hai")
        place = {"story": 0, "paragraph": 1, "start": 1, "length": 2, "fingerprint": fingerprint}
        self.assertEqual(call("locate", document, **place)["text"], "ai")
        document.Text.insertControlCharacter(document.Text.Start, PARAGRAPH_BREAK, False)
        document.Text.insertControlCharacter(document.Text.Start, PARAGRAPH_BREAK, False)
        found = call("locate", document, show=True, **place)
        self.assertEqual((found["index"], found["text"], found["shown"]), (3, "ai", True))
        self.assertEqual(document.CurrentController.ViewCursor.String, "ai")
        next(p for p in paragraphs(document.Text) if p.String == "hai").String = "khác"
        self.assertFalse(call("locate", document, **place)["found"])

    def test_places_that_never_were(self):
        document = self.document()
        write(document.Text, "một")
        for place in ({"story": 9}, {"story": -1}, {"paragraph": 5}, {"paragraph": -1}):
            self.assertFalse(call("locate", document, **{"story": 0, "paragraph": 0, "start": 0, "length": 1} | place)["found"])
        answer = call("locate", document, story=0, paragraph=0, start=1, length=500)
        self.assertEqual(answer["text"], "ột")


def hex_fingerprint(text):
    return office.job(BENCH, call="fingerprint", text=text)["fingerprint"]


class Facts(Case):
    def test_ignored_findings_live_in_the_document(self):
        document = self.document()
        json = '{"ignored":[{"rule":"noi-dung/size","fingerprint":"1f0c000000000001","reason":"Theo mẫu của tỉnh"},{"rule":"x","fingerprint":"zz"}],"k":1}'
        answer = call("ignored", document, json=json)
        self.assertTrue(answer["written"])
        self.assertEqual(answer["ignored"], [{"rule": "noi-dung/size", "fingerprint": 0x1F0C000000000001, "reason": "Theo mẫu của tỉnh"}])
        self.assertEqual(len(snapshot(document)["ignored"]), 1)
        for ending, filter_name in (("odt", "writer8"), ("docx", "MS Word 2007 XML")):
            path = pathlib.Path(office.folder) / f"ignored.{ending}"
            document.storeToURL(path.as_uri(), values(FilterName=filter_name))
            again = office.load(path)
            try:
                self.assertEqual(call("ignored", again)["ignored"], answer["ignored"])
            finally:
                again.close(True)
        self.assertEqual(call("ignored", document, json="{}")["ignored"], [])
        self.assertFalse(document.DocumentProperties.UserDefinedProperties.PropertySetInfo.hasPropertyByName("thethuc"))

    def test_damaged_property_silences_nothing(self):
        document = self.document()
        for damaged in ("", "{", "[]", '{"ignored":7}', '{"ignored":[1,{"rule":1}]}'):
            properties = document.DocumentProperties.UserDefinedProperties
            if properties.PropertySetInfo.hasPropertyByName("thethuc"):
                properties.removeProperty("thethuc")
            properties.addProperty("thethuc", 128, damaged)
            self.assertEqual(call("ignored", document)["ignored"], [])

    def test_read_only_and_settings(self):
        document = self.document()
        write(document.Text, "x")
        path = pathlib.Path(office.folder) / "facts.odt"
        document.storeToURL(path.as_uri(), values(FilterName="writer8"))
        document.createInstance("com.sun.star.document.Settings").AddParaTableSpacing = False
        self.assertFalse(snapshot(document)["facts"].get("addsParagraphSpacing", True))
        again = self.document(path, ReadOnly=True)
        facts = snapshot(again)["facts"]
        self.assertTrue(facts["readOnly"])
        self.assertTrue(facts.get("timesMetrics", True), "fonts with the metrics of Times New Roman are missing")
        self.assertFalse(facts.get("signedDocument", False))

    def test_reading_changes_nothing(self):
        document = self.document(DOCUMENTS / "bao-cao-cchc.docx")
        document.setModified(False)
        snapshot(document, pages=True)
        call("verify", document)
        self.assertFalse(document.isModified())
        self.assertFalse(document.UndoManager.isUndoPossible())

    def test_only_text_documents(self):
        answer = office.job(BENCH, call="snapshot", document=None)
        self.assertIn("error", answer)


class Threads(Case):
    def test_work_runs_in_the_main_thread(self):
        self.assertEqual(office.job(BENCH, call="threads")["faults"], [])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + (sys.argv[1:] or ["-v"]))
