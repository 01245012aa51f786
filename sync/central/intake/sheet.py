"""The recovery sheet that is printed with a backup. The passphrase goes onto it by pen: it is on no disk of ours."""

import hashlib
import html
from datetime import datetime
from pathlib import Path
from typing import Final

from django.conf import settings
from django.utils import timezone

from sync import receipt
from sync.central.keys import Keys
from sync.central.places import write_whole

TEMPLATE: Final = "recovery-sheet.html"


def write(target: Path, backup: Path, records: int, keys: Keys, now: datetime) -> None:
    """Fill the sheet of assets/central for a backup that was made."""
    filled = {
        "centre": keys.centre,
        "key": receipt.key_id(bytes(keys.signing.verify_key)),
        "file": backup.name,
        "time": f"{timezone.localtime(now):%Y-%m-%d %H:%M}",
        "records": str(records),
        "sha256": _digest(backup),
    }
    page = (settings.ASSETS / TEMPLATE).read_text("utf-8")
    for name, value in filled.items():
        page = page.replace("{{" + name + "}}", html.escape(value))
    write_whole(target, page.encode())


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
