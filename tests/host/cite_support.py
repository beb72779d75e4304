"""What the tests of citations that are changed in the document share: documents of a few lines, the service call, and the promise that every
call keeps: one undo step, undone and done again exactly, nothing left to do the second time; documents that may not be changed are refused."""

import os
import pathlib
import shutil
import unittest
import zipfile

from write_support import Office, call, difference, paragraphs, saved, url, values

SOURCE = pathlib.Path(os.environ.get("THETHUC_SOURCE") or pathlib.Path(__file__).resolve().parents[2])
DOCUMENTS = SOURCE / "tests" / "documents"
FILTERS = {".odt": "writer8", ".docx": "MS Word 2007 XML"}


class CiteCase(unittest.TestCase):
    maxDiff = None
    TITLES = {}

    @classmethod
    def setUpClass(cls):
        cls.office = Office().start()

    @classmethod
    def tearDownClass(cls):
        cls.office.stop()

    def closing(self, document):
        self.addCleanup(lambda: document.close(True))
        return document

    def document(self, *lines):
        document = self.closing(self.office.new())
        text = document.Text
        for number, line in enumerate(lines):
            if number:
                text.insertControlCharacter(text.End, 0, False)
            text.insertString(text.End, line, False)
        document.UndoManager.clear()
        return document

    def load(self, path, **arguments):
        return self.closing(self.office.load(path, **arguments))

    def ask(self, document, do, **more):
        return call(self.office, document, {"call": "cite-forms", "do": do, "pages": False, **more})

    def lines(self, document):
        return [one.String for one in paragraphs(document.Text)]

    def findings(self, document, rule):
        answer = call(self.office, document, {"call": "check", "pages": False, "only": [rule]})
        return answer["document"]["findings"]

    def store(self, document, name):
        path = pathlib.Path(self.office.folder) / name
        document.storeToURL(url(path), values(FilterName=FILTERS[path.suffix]))
        return path

    def reopened(self, document, ending):
        return self.load(self.store(document, "mo-lai" + ending))

    def carry_out(self, document, do, **more):
        before = saved(self.office, document)
        answer = self.ask(document, do, **more)
        self.assertTrue(answer["ok"], answer)
        self.assertGreater(answer["changed"], 0, answer)
        after = saved(self.office, document)
        self.assertEqual(document.UndoManager.getAllUndoActionTitles(), (self.TITLES[do],))
        for _ in range(2):
            document.UndoManager.undo()
            self.assertEqual(difference(before, saved(self.office, document)), "", "undo")
            document.UndoManager.redo()
            self.assertEqual(difference(after, saved(self.office, document)), "", "redo")
        if "at" not in more:
            self.assertEqual(self.ask(document, do, **more)["changed"], 0)
            self.assertEqual(difference(after, saved(self.office, document)), "", "the second time")
        return answer

    def stack_is_whole(self, document, start, before):
        """Our step and, below it, the person's own are undone and done again exactly; `before` our step, `start` before theirs."""
        after = saved(self.office, document)
        for _ in range(2):
            document.UndoManager.undo()
            self.assertEqual(difference(before, saved(self.office, document)), "")
            while document.UndoManager.isUndoPossible():
                document.UndoManager.undo()
            self.assertEqual(difference(start, saved(self.office, document)), "")
            while document.UndoManager.isRedoPossible():
                document.UndoManager.redo()
            self.assertEqual(difference(after, saved(self.office, document)), "")

    def stays(self, document, do, *reasons, **more):
        """Nothing is done, and the reason is said."""
        before = saved(self.office, document)
        steps = document.UndoManager.getAllUndoActionTitles()
        answer = self.ask(document, do, **more)
        self.assertFalse(answer["ok"], answer)
        for reason in reasons:
            self.assertIn(reason, answer["error"])
        self.assertEqual(difference(before, saved(self.office, document)), "")
        self.assertEqual(document.UndoManager.getAllUndoActionTitles(), steps)

    def refused_everywhere(self, document, *requests):
        """Read-only, signed and protected documents; `requests` are pairs of `do` and further members."""
        path = self.store(document, "goc.odt")
        signed = self.store(document, "ky.docx")
        with zipfile.ZipFile(shutil.copy(signed, signed.with_name("da-ky.docx")), "a") as package:
            package.writestr("_xmlsignatures/origin.sigs", "")
        locked = self.load(path)
        locked.createInstance("com.sun.star.document.Settings").ProtectForm = True
        for other, reason in ((self.load(path, ReadOnly=True), "chỉ mở để đọc"), (self.load(signed.with_name("da-ky.docx")), "ký số"), (locked, "được bảo vệ")):
            for do, more in requests:
                self.stays(other, do, reason, **more)
