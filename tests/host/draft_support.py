"""What the tests of drafting share: an office with an agency's file, and its JSON entry."""

import json
import pathlib
import tempfile
import unittest

from office import Office, url
from com.sun.star.beans import NamedValue

PROFILE = {
    "schema": 1, "name": "UBND xã Đông Khê", "agency": ["ỦY BAN NHÂN DÂN", "XÃ ĐÔNG KHÊ"], "place": "Đông Khê", "abbreviation": "UBND",
    "draftingUnit": "VHXH", "signers": [{"name": "Vũ Thế Cường", "authority": ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]}],
}


class DraftCase(unittest.TestCase):
    PROFILES = (PROFILE,)

    @classmethod
    def setUpClass(cls):
        cls.office = Office().start()
        cls.folder = pathlib.Path(tempfile.mkdtemp(dir=cls.office.folder))
        cls.profiles = []
        for number, profile in enumerate(cls.PROFILES):
            path = cls.folder / f"ho-so-{number}.json"
            path.write_text(json.dumps(profile), encoding="utf-8")
            cls.profiles.append(url(path))

    @classmethod
    def tearDownClass(cls):
        cls.office.stop()

    def ask(self, document=None, **request):
        request.setdefault("lang", "vi")
        values = [NamedValue("Request", json.dumps(request))]
        if document is not None:
            values.append(NamedValue("Document", document))
        return json.loads(self.office.create("vn.thethuc.JsonEntry").execute(tuple(values)))
