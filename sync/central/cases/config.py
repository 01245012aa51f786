"""Configuration as versions: every change has an effective day, a reason and a name, and can be taken back.

A version is the text of one file. From its day on it lies in the data folder, where the program reads it; a roll-back
is a new version with the old text, so it is bit for bit the same.
"""

import hashlib
import tomllib
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Final

from django.conf import settings
from django.db import transaction

from kiosk.catalogue import load_catalogue
from kiosk.errors import ConfigError, KioskError
from sync.central.cases import deadlines
from sync.central.cases.derive import CHINA
from sync.central.cases.models import Setting
from sync.central.cases.roles import Hand
from sync.central.cases.taxonomy import ASSETS
from sync.central.intake.models import Venue
from sync.central.intake.updates import announce
from sync.central.places import write_whole


def _calendar(text: str) -> None:
    values = tomllib.loads(text)
    if values.keys() - {"off", "on"} or any(type(day) is not date for name in values for day in values[name]):
        raise ConfigError("calendar.toml: only off and on, with dates")
    if both := set(values.get("off", ())) & set(values.get("on", ())):
        raise ConfigError(f"calendar.toml: both off and on: {min(both)}")


def _catalogue(text: str) -> None:
    load_catalogue(text.encode())


def _office(text: str) -> None:
    from sync.central.cases import office

    office.parse(text)


CHECKS: Final[Mapping[str, Callable[[str], None]]] = {
    "deadlines.toml": deadlines.parse,
    "calendar.toml": _calendar,
    "catalogue.toml": _catalogue,
    "office.toml": _office,
}
ON_TERMINALS: Final[Mapping[str, str]] = {"catalogue.toml": "catalogue"}


def check(name: str, text: str) -> str:
    """What is wrong with a file of that name, in one line; nothing when it is sound."""
    try:
        CHECKS[name](text)
    except KeyError:
        return f"{name}: not a file that can be changed here"
    except (KioskError, ValueError, TypeError, AttributeError) as error:
        return str(error).splitlines()[0][:300]
    return ""


def current(name: str, today: date) -> str:
    """The text in force: the newest version whose day has come, else the data folder's, else the product's."""
    if row := in_force(name, today):
        return row.text
    for file in (settings.PLACES.data / name, ASSETS / "central" / name, ASSETS / name):
        if file.is_file():
            return file.read_text("utf-8")
    return ""


def in_force(name: str, today: date) -> Setting | None:
    """The newest version whose day has come."""
    return Setting.objects.filter(name=name, effective__lte=today).order_by("-version").first()


def change(name: str, text: str, effective: date, why: str, by: Hand, now: datetime) -> Setting:  # noqa: PLR0917
    """A new version, in force from that day. Raises ConfigError for a text that is not sound or has no reason."""
    text = text.replace("\r\n", "\n")
    if wrong := check(name, text):
        raise ConfigError(wrong)
    if len(why.strip()) < 10:
        raise ConfigError(f"{name}: a reason of at least ten characters")
    today = now.astimezone(CHINA).date()
    with transaction.atomic():
        version = Setting.objects.filter(name=name).count() + 1
        row = Setting.objects.create(
            name=name,
            version=version,
            text=text,
            digest=hashlib.sha256(text.encode()).digest(),
            effective=max(effective, today),
            why=why.strip()[:500],
            who_id=by.user,
            at=now,
        )
    apply(today)
    return row


def apply(today: date) -> list[str]:
    """Puts what came into force where it is read, and tells the terminals. Returns the names of what changed."""
    changed = []
    for name in CHECKS:
        row, file = in_force(name, today), settings.PLACES.data / name
        if row is None or (file.is_file() and file.read_bytes() == row.text.encode()):
            continue
        write_whole(file, row.text.encode())
        if kind := ON_TERMINALS.get(name):
            for venue in Venue.objects.values_list("id", flat=True):
                announce(kind, name, {"name": name, "text": row.text, "sha256": bytes(row.digest).hex()}, venue=venue)
        changed.append(name)
    return changed
