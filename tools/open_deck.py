"""Opens the deck “Thể Thức” beside the document of a Writer that was just started: open_deck.py PIPE-NAME."""

import sys
import time

import uno
from com.sun.star.uno import Exception as OfficeException

local = uno.getComponentContext()
resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
address = f"uno:pipe,name={sys.argv[1]};urp;StarOffice.ComponentContext"
end = time.monotonic() + 120
while time.monotonic() < end:
    time.sleep(0.25)
    try:
        office = resolver.resolve(address)
        desktop = office.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", office)
        document = desktop.getCurrentComponent()
        if document is None or not document.supportsService("com.sun.star.text.TextDocument"):
            continue
        helper = office.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", office)
        helper.executeDispatch(document.CurrentController.Frame, "vn.thethuc:panel", "", 0, ())
        sys.exit(0)
    except (OfficeException, AttributeError):
        continue  # not started yet, or the window is not there yet
sys.exit(1)
