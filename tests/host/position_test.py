"""Where each element of a new document stands on the page, in Writer's own layout, against the decree's diagram and samples."""

import json
import pathlib
import unittest

from draft_support import PROFILE, DraftCase
from office import url

ROOT = pathlib.Path(__file__).resolve().parents[2]
TYPES = json.loads((ROOT / "templates" / "document-types.json").read_text(encoding="utf-8"))["types"]
DAILY = ("QĐ", "CV", "BC", "KH", "TB", "TTr", "GM", "BB")
SET = {"subject": "kết quả thực hiện nhiệm vụ quý III năm 2025", "addressee": "Sở Nội vụ tỉnh Cao Bằng", "day": "15", "month": "10", "year": "2025"}

# Millimetres from the left edge of the paper, in samples 1.1 to 1.9 of the decree's Phụ lục III as Writer lays its own file out. Phụ lục I, Phần I, Mục IV
# says the same without numbers: agency left, quốc hiệu right, tên loại in the middle, Nơi nhận left, signer right.
LEFT = (61.3, 64.8)                  # middle of agency, number and subject of a công văn
RIGHT = (145.0, 151.0)               # middle of quốc hiệu, tiêu ngữ, place and date
MIDDLE = (112.5, 112.5)              # middle of the text area
SIGNER = (141.4, 148.0)              # middle of office and name of the signer
MINUTES = ((65.0, 65.1), (151.3, 151.3))  # the two who sign minutes
NUMBER_BELOW = (15.8, 16.6)          # from the top of quốc hiệu to number and date, below an agency of two lines
TITLE_BELOW = (33.6, 36.7)           # from the top of quốc hiệu to tên loại
SIGNATURE_ROOM = (23.8, 44.3)        # from the office of the signer to the name below it
TOLERANCE = 3
TOP, BOTTOM, LEFT_EDGE, RIGHT_EDGE = 20, 277, 30, 195


class Positions(DraftCase):
    PROFILES = ({**PROFILE, "superiorAgency": "BỘ NỘI VỤ", "agency": ["CỤC VĂN THƯ"]}, PROFILE)

    def paragraphs(self, text):
        every = text.createEnumeration()
        while every.hasMoreElements():
            one = every.nextElement()
            if one.supportsService("com.sun.star.text.TextTable"):
                for name in one.CellNames:
                    yield from self.paragraphs(one.getCellByName(name))
            else:
                yield one

    def measured(self, type_, **more):
        """{style: [(words, left, right, top, page)]} of the first line of each paragraph, millimetres from the corner of its page."""
        out = self.folder / f"{type_}.odt"
        answer = self.ask(call="new", type=type_, out=url(out), set=SET, **more)
        self.assertTrue(answer["ok"], answer)
        document = self.office.load(out)
        try:
            controller = document.CurrentController
            self.assertGreater(controller.PageCount, 0)
            page = document.StyleFamilies.getByName("PageStyles").getByName("Standard")
            cursor = controller.ViewCursor
            found = {}
            for paragraph in self.paragraphs(document.Text):
                cursor.gotoRange(paragraph.Start, False)
                left, number = cursor.Position, cursor.Page
                cursor.gotoEndOfLine(False)
                if cursor.Position.Y > left.Y:                       # the end of a line that goes on is the start of the next
                    cursor.goLeft(1, False)
                right = cursor.Position
                found.setdefault(paragraph.ParaStyleName, []).append(
                    (paragraph.String, (left.X + page.LeftMargin) / 100, (right.X + page.LeftMargin) / 100, (left.Y + page.TopMargin) / 100, number))
            return found
        finally:
            document.close(True)

    def within(self, value, expected, what):
        low, high = expected
        self.assertGreaterEqual(value, low - TOLERANCE, what)
        self.assertLessEqual(value, high + TOLERANCE, what)

    @staticmethod
    def middle(line):
        return (line[1] + line[2]) / 2

    def header(self, found, type_):
        motto = found["TT Quốc hiệu"][0]
        self.within(motto[3], (TOP, TOP), (type_, "the top of the text area"))
        for style, where in (("TT Quốc hiệu", RIGHT), ("TT Tiêu ngữ", RIGHT), ("TT Địa danh, thời gian", RIGHT), ("TT Cơ quan chủ quản", LEFT),
                             ("TT Cơ quan ban hành", LEFT), ("TT Số, ký hiệu", LEFT), ("TT Trích yếu công văn", LEFT)):
            for line in found.get(style, []):
                if line[0]:
                    self.within(self.middle(line), where, (type_, style, line))
        agency = (found.get("TT Cơ quan chủ quản") or found["TT Cơ quan ban hành"])[0]
        self.within(agency[3], (motto[3], motto[3]), (type_, "agency beside quốc hiệu"))
        numbers = [line for line in found.get("TT Số, ký hiệu", []) + found.get("TT Địa danh, thời gian", []) if line[0]]
        for line in numbers:
            self.within(line[3] - motto[3], NUMBER_BELOW, (type_, "number and date"))
        for line in found.get("TT Trích yếu công văn", []):
            self.assertGreater(line[3], found["TT Số, ký hiệu"][0][3], (type_, "V/v below the number"))
        return motto

    def title(self, found, type_, motto):
        below = motto[3] + NUMBER_BELOW[0]
        if "TT Tên loại" in found:
            line = found["TT Tên loại"][0]
            self.within(self.middle(line), MIDDLE, (type_, line))
            self.within(line[3] - motto[3], TITLE_BELOW, (type_, line))
            below = line[3]
            for subject in found.get("TT Trích yếu", []):
                self.within(self.middle(subject), MIDDLE, (type_, subject))
                self.assertGreater(subject[3], below)
        for line in found.get("TT Kính gửi", []):
            self.assertGreater(line[3], below, (type_, "Kính gửi"))
            self.assertGreater(line[1], LEFT_EDGE + 12, (type_, "Kính gửi"))
            self.assertLess(line[2], RIGHT_EDGE, (type_, "Kính gửi"))

    def body(self, found, type_):
        """Indents and edges of the text; gives where it ends."""
        last = 0
        for style in ("TT Nội dung", "TT Căn cứ"):
            for line in found.get(style, []):
                self.within(line[1], (LEFT_EDGE + 10, LEFT_EDGE + 12.7), (type_, style, line))
                self.assertLessEqual(line[2], RIGHT_EDGE + 0.1, (type_, style, line))
                last = max(last, (line[4] - 1) * 297 + line[3])
        return last

    def ending(self, found, type_, last):
        offices, names = found.get("TT Quyền hạn, chức vụ", []), found.get("TT Họ tên", [])
        two = next(one for one in TYPES if one["type"] == type_).get("ending") in ("minutes", "parties")
        wheres = MINUTES if two else (SIGNER,)
        for where, name in zip(wheres, names, strict=True):
            self.within(self.middle(name), where, (type_, name))
        for office in offices:
            near = min(wheres, key=lambda where: abs(where[0] - self.middle(office)))
            self.within(self.middle(office), near, (type_, office))
        self.assertGreater((offices[0][4] - 1) * 297 + offices[0][3], last, (type_, "the signature is below the text"))
        self.within(names[-1][3] - offices[-1][3], SIGNATURE_ROOM, (type_, "room for signature and seal"))
        for line in found.get("TT Nơi nhận (từ)", []):
            self.within(line[1], (LEFT_EDGE, LEFT_EDGE), (type_, line))
            if not two:
                self.within(line[3], (offices[0][3], offices[0][3]), (type_, "Nơi nhận beside the signer"))
        for line in found.get("TT Nơi nhận", []):
            self.assertLess(line[2], 112.5, (type_, line))
        for line in names:
            self.assertLess(line[3], BOTTOM, (type_, "on the page"))

    def stands(self, type_, **more):
        found = self.measured(type_, **more)
        motto = self.header(found, type_)
        self.title(found, type_, motto)
        last = self.body(found, type_)
        if "TT Quyền hạn, chức vụ" in found:
            self.ending(found, type_, last)
        return found

    def test_daily_types_stand_where_the_decree_puts_them(self):
        for type_ in DAILY:
            for profile in self.profiles:
                found = self.stands(type_, profile=profile)
                self.assertIn("TT Quyền hạn, chức vụ", found, type_)
                self.assertEqual("TT Tên loại" in found, type_ != "CV", type_)
                self.assertEqual(bool([line for line in found.get("TT Địa danh, thời gian", []) if line[0]]), type_ != "BB", type_)

    def test_every_other_type_too(self):
        for type_ in (one["type"] for one in TYPES if one["type"] not in DAILY):
            self.stands(type_, profile=self.profiles[0])


if __name__ == "__main__":
    unittest.main()
