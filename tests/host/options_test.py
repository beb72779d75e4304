"""Tools > Options > Thể Thức: what the page shows, what OK keeps, what Cancel leaves as it is; its words are the catalogue's."""

import json
import pathlib
import re
import time
import unittest
import xml.etree.ElementTree as ET

from draft_support import PROFILE
from office import Office, values
from com.sun.star.beans import NamedValue

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = "vnd.sun.star.extension://vn.thethuc.writer/dialogs/Options.xdl"
DIALOG = "{http://openoffice.org/2000/dialog}"
OOR = "{http://openoffice.org/2001/registry}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
TEXTS = {language: json.loads((ROOT / "extension" / "locale" / language / "ui.json").read_text(encoding="utf-8")) for language in ("vi", "en")}


class Options(unittest.TestCase):
    def setUp(self):
        self.office = Office().start()
        self.addCleanup(self.office.stop)
        self.folder = pathlib.Path(self.office.profile) / "user" / "thethuc" / "ho-so"
        self.folder.mkdir(parents=True, exist_ok=True)
        for number, name in enumerate(("UBND xã An Bình", "UBND xã Đông Khê")):
            (self.folder / f"ho-so-{number}.json").write_text(json.dumps({**PROFILE, "name": name}), encoding="utf-8")
        self.document = self.office.load(ROOT / "tests" / "documents" / "rong.odt", hidden=False)
        self.addCleanup(self.document.close, True)
        self.open()

    def open(self):
        """The page as the dialog opens it: a new handler, the page's window, “initialize”."""
        self.handler = self.office.create("vn.thethuc.comp.OptionsPage")
        window = self.document.CurrentController.Frame.ContainerWindow
        self.page = self.office.create("com.sun.star.awt.ContainerWindowProvider").createContainerWindow(PAGE, "", window, self.handler)
        self.tell("initialize")

    def tell(self, what):
        self.assertTrue(self.handler.callHandlerMethod(self.page, what, "external_event"))

    def model(self, name):
        return self.page.getControl(name).Model

    def choose(self, name, entry):
        model = self.model(name)
        model.SelectedItems = (model.StringItemList.index(entry),)

    def chosen(self, name):
        model = self.model(name)
        return model.StringItemList[model.SelectedItems[0]]

    def kept(self):
        provider = self.office.create("com.sun.star.configuration.ConfigurationProvider")
        node = provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess", values(nodepath="/vn.thethuc.Settings/General"))
        return {name: node.getByName(name) for name in ("Language", "CheckAgain", "Profile", "RememberCited", "TagCitations", "UpdateOnSave")}

    def test_it_shows_what_is_kept(self):
        self.assertEqual(self.chosen("language"), "Tự động")
        self.assertEqual([self.model(name).State for name in ("check-again", "remember-cited", "tag-citations", "update-on-save")], [1, 0, 1, 0])
        self.assertEqual(self.model("profile").StringItemList, ("UBND xã An Bình", "UBND xã Đông Khê"))
        self.assertEqual(self.chosen("profile"), "UBND xã An Bình")

    def test_ok_keeps_and_the_next_page_shows_it(self):
        self.choose("language", "English")
        self.model("check-again").State = 0
        self.model("remember-cited").State = 1
        self.model("tag-citations").State = 0
        self.model("update-on-save").State = 1
        self.choose("profile", "UBND xã Đông Khê")
        self.tell("ok")
        self.assertEqual(self.kept(), {"Language": "en", "CheckAgain": False, "Profile": "ho-so-1", "RememberCited": True, "TagCitations": False, "UpdateOnSave": True})
        self.open()
        self.assertEqual((self.chosen("language"), self.model("check-again").State, self.chosen("profile")), ("English", 0, "UBND xã Đông Khê"))
        self.assertEqual(self.model("check-again").Label, TEXTS["en"]["options.check-again"])

    def test_cancel_and_back_leave_everything(self):
        before = self.kept()
        self.choose("language", "English")
        self.model("check-again").State = 0
        self.choose("profile", "UBND xã Đông Khê")
        self.tell("back")
        self.assertEqual((self.chosen("language"), self.model("check-again").State, self.chosen("profile")), ("Tự động", 1, "UBND xã An Bình"))
        self.choose("language", "English")
        self.page.dispose()                      # Cancel: the dialog goes without “ok”
        self.assertEqual(self.kept(), before)

    def test_ok_without_a_change_writes_nothing(self):
        self.tell("ok")
        written = (pathlib.Path(self.office.profile) / "user" / "registrymodifications.xcu").read_text(encoding="utf-8")
        self.assertNotIn("vn.thethuc.Settings", written)

    def test_an_open_panel_takes_the_chosen_file(self):
        frame = self.document.CurrentController.Frame
        self.office.create("com.sun.star.frame.DispatchHelper").executeDispatch(frame, "vn.thethuc:panel", "", 0, ())
        arguments = tuple(NamedValue(name, value) for name, value in (("Frame", frame), ("Panel", "DraftPanel"), ("Expand", True)))
        panel = self.office.create("vn.thethuc.PanelAccess").execute(arguments)
        for _ in range(200):
            if panel is not None:
                break
            time.sleep(0.05)
            panel = self.office.create("vn.thethuc.PanelAccess").execute(arguments)
        self.choose("profile", "UBND xã Đông Khê")
        self.tell("ok")
        self.assertEqual(panel.getControl("profile").SelectedItem, "UBND xã Đông Khê")


class Words(unittest.TestCase):
    def test_the_dialog_file_has_no_words_of_its_own(self):
        for node in ET.parse(ROOT / "extension" / "dialogs" / "Options.xdl").getroot().iter():
            for name in ("value", "help-text", "title"):
                self.assertIsNone(node.get(DIALOG + name), node.get(DIALOG + "id"))
        self.assertEqual(list((ROOT / "extension" / "dialogs").glob("*.properties")), [])

    def test_every_control_has_its_text(self):
        kinds = {"text": ("",), "checkbox": ("", ".help"), "button": ("", ".help"), "menulist": (".help",)}
        for node in ET.parse(ROOT / "extension" / "dialogs" / "Options.xdl").getroot().iter():
            for ending in kinds.get(node.tag.removeprefix(DIALOG), ()):
                key = f"options.{node.get(DIALOG + 'id')}{ending}"
                for language, texts in TEXTS.items():
                    self.assertIn(key, texts, language)

    def test_registry_and_catalogue_say_the_same(self):
        found = {}
        for node in ET.parse(ROOT / "registry" / "OptionsDialog.xcu").getroot().iter("node"):
            for prop in node.findall("prop"):
                if prop.get(OOR + "name") == "Label":
                    found[node.get(OOR + "name")] = {value.get(LANG): value.text for value in prop}
        wanted = {name: {"vi": TEXTS["vi"][key], "en-US": TEXTS["en"][key]}
                  for name, key in (("vn.thethuc", "options.node"), ("vn.thethuc.general", "options.leaf"))}
        self.assertEqual(found, wanted)

    def test_every_setting_of_the_page_is_in_the_schema(self):
        schema = (ROOT / "registry" / "Settings.xcs").read_text(encoding="utf-8")
        self.assertTrue({"Language", "CheckAgain", "Profile", "RememberCited", "TagCitations"} <= set(re.findall(r'<prop oor:name="(\w+)"', schema)))


if __name__ == "__main__":
    unittest.main()
