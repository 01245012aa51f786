"""The forms that a phone can be given, by id and by the four bytes a terminal's code names them with.

What ships with this version, and what the centre published since: the newest of an id is offered, older ones stay
readable as long as they are known here.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.db import connection
from django.db.models import Count, Max, Q

from kiosk.catalogue import Catalogue
from kiosk.errors import FormError
from kiosk.forms.model import Form
from kiosk.forms.xform import parse_form
from sync import handoff
from sync.central.cases import taxonomy
from sync.central.cases.library import COMMONS, FORMS
from sync.central.intake.models import Update
from sync.central.places import write_once

KNOWN: Final = "forms-known"  # in the data folder
NOT_OFFERED: Final = frozenset({"terminal-check", "expert"})  # about the screen itself; for those who were invited


@dataclass(frozen=True, slots=True)
class Shelf:
    """newest: by id. known: by reference."""

    newest: Mapping[str, Form]
    known: Mapping[bytes, Form]


def shelf() -> Shelf:
    """Every form that this centre can run now. Parsed once each."""
    return _shelf(settings.PLACES.data, *_stamp("form"))


def _stamp(kind: str) -> tuple[str, int | None, int]:
    """Another one whenever an update of this kind came or went; of which database."""
    found = Update.objects.filter(kind=kind).aggregate(newest=Max("id"), count=Count("id"))
    return str(connection.settings_dict["NAME"]), found["newest"], found["count"]


@lru_cache(maxsize=2)
def _shelf(data: Path, *_stamp: object) -> Shelf:
    shipped = [file.read_bytes() for folder in (FORMS, COMMONS) for file in sorted(folder.glob("*.xml"))]
    told = Update.objects.filter(kind="form").order_by("id").values_list("data", flat=True)
    published = [said["xform"].encode() for said in told if isinstance(said.get("xform"), str)]
    offered = [form for xml in (*shipped, *published) if (form := parsed(xml)) is not None]
    older = [form for xml in _remembered(data, published) if (form := parsed(xml)) is not None]
    return Shelf({form.id: form for form in offered}, {handoff.reference(form): form for form in (*older, *offered)})


def _remembered(data: Path, published: Sequence[bytes]) -> list[bytes]:
    """Every form that was ever published here: a newer one replaces it, and a code may still name the old one."""
    folder = data / KNOWN
    for xml in published:
        folder.mkdir(mode=0o700, exist_ok=True)
        write_once(folder / f"{hashlib.sha256(xml).hexdigest()}.xml", xml)
    return [file.read_bytes() for file in sorted(folder.glob("*.xml"))]


def lists(venue: str) -> dict[str, Sequence[Mapping[str, Any]]]:
    """The live lists of a venue: what is on, which classes run. The newest word of each. Read once each."""
    return _lists(venue, *_stamp("list"))


@lru_cache(maxsize=32)
def _lists(venue: str, *_of: object) -> dict[str, Sequence[Mapping[str, Any]]]:
    rows = (
        Update.objects.filter(Q(venue=venue) | Q(venue=None), kind="list").order_by("id").values_list("data", flat=True)
    )
    return {data["name"]: data["rows"] for data in rows if isinstance(data, dict) and {"name", "rows"} <= data.keys()}


def catalogue() -> Catalogue:
    """What people speak about, as the terminals have it."""
    return taxonomy.catalogue()


@lru_cache(maxsize=256)
def parsed(xml: bytes) -> Form | None:
    """The form of these bytes; None where it cannot run here."""
    try:
        return parse_form(xml)
    except FormError:
        return None
