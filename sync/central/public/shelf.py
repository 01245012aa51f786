"""The forms that a phone can be given, by id and by the four bytes a terminal's code names them with.

What ships with this version, and what the centre published since: the newest of an id is offered, older ones stay
readable as long as they are known here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from django.db import connection
from django.db.models import Count, Max, Q

from kiosk.catalogue import Catalogue, load_catalogue
from kiosk.errors import FormError
from kiosk.forms.model import Form
from kiosk.forms.xform import parse_form
from sync import handoff
from sync.central.cases.library import FORMS
from sync.central.cases.taxonomy import ASSETS
from sync.central.intake.models import Update

NOT_OFFERED: Final = frozenset({"terminal-check", "expert"})  # about the screen itself; for those who were invited


@dataclass(frozen=True, slots=True)
class Shelf:
    """newest: by id. known: by reference."""

    newest: Mapping[str, Form]
    known: Mapping[bytes, Form]


def shelf() -> Shelf:
    """Every form that this centre can run now. Parsed once each."""
    found = Update.objects.filter(kind="form").aggregate(newest=Max("id"), count=Count("id"))
    return _shelf(str(connection.settings_dict["NAME"]), found["newest"], found["count"])


@lru_cache(maxsize=2)
def _shelf(*_stamp: object) -> Shelf:
    shipped = [parsed(file.read_bytes()) for file in sorted(FORMS.glob("*.xml"))]
    told = Update.objects.filter(kind="form").order_by("id").values_list("data", flat=True)
    published = [parsed(data["xform"].encode()) for data in told if isinstance(data.get("xform"), str)]
    forms = [form for form in (*shipped, *published) if form is not None]
    return Shelf({form.id: form for form in forms}, {handoff.reference(form): form for form in forms})


def lists(venue: str) -> dict[str, Sequence[Mapping[str, Any]]]:
    """The live lists of a venue: what is on, which classes run. The newest word of each."""
    rows = (
        Update.objects.filter(Q(venue=venue) | Q(venue=None), kind="list").order_by("id").values_list("data", flat=True)
    )
    return {data["name"]: data["rows"] for data in rows if isinstance(data, dict) and {"name", "rows"} <= data.keys()}


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """What people speak about, as the terminals have it."""
    return load_catalogue(ASSETS / "catalogue.toml")


@lru_cache(maxsize=256)
def parsed(xml: bytes) -> Form | None:
    """The form of these bytes; None where it cannot run here."""
    try:
        return parse_form(xml)
    except FormError:
        return None
