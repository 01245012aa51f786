"""Composition root of the `kiosk` command: the one place of kiosk/ that knows where ui/ and sync/ live."""

import sys
from typing import Final

from kiosk.cli import main

HOMES: Final = {
    "run": "ui.commands",
    "tour": "ui.commands",
    "submit": "kiosk.commands",
    "status": "kiosk.commands",
    "doctor": "kiosk.commands",
    "pin": "kiosk.commands",
    "sync": "sync.commands",
    "enrol": "sync.commands",
    "export": "sync.commands",
    "settle": "sync.commands",
    "rotate-keys": "sync.commands",
    "form": "kiosk.forms.commands",
    "backup": "kiosk.commands",
    "restore": "kiosk.commands",
}

if __name__ == "__main__":
    sys.exit(main(HOMES))
