"""What a moderator looks at first: words of an editable list, personal data, repetitions. It marks, no more."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db.models import QuerySet

from sync.central.cases import pii
from sync.central.cases.models import Case, Excerpt
from sync.central.cases.search import folded
from sync.central.cases.taxonomy import ASSETS

FILE: Final = ASSETS / "central" / "words" / "watch.txt"
DAYS: Final = 30
MOST: Final = 500  # of the newest that are looked through
_BETWEEN: Final = str.maketrans("", "", " *.-_·•,，。!！~…|/\\")  # what people put between to get past a list


@dataclass(frozen=True, slots=True)
class Mark:
    """Why somebody should look: a word, or what kind of personal data."""

    kind: str  # word, repeat, or one of pii's
    text: str = ""


def marks(text: str) -> list[Mark]:
    """Everything in a text that wants a look."""
    plain = folded(text).translate(_BETWEEN)
    found = [Mark("word", word) for word in watched() if word in plain]
    return found + [Mark(kind) for kind in dict.fromkeys(one.kind for one in pii.find(text))]


def watched() -> Sequence[str]:
    """The product's list and the centre's own."""
    own = settings.PLACES.data / FILE.name
    return _read(own, own.stat().st_mtime_ns if own.is_file() else 0)


@lru_cache(maxsize=4)
def _read(own: Path, stamp: int) -> tuple[str, ...]:
    text = FILE.read_text("utf-8") + ("\n" + own.read_text("utf-8") if stamp else "")
    lines = (folded(line.partition("#")[0]) for line in text.splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))


def queue(cases: QuerySet[Case], today: date) -> list[tuple[Case, list[Mark]]]:
    """The newest cases with something to look at."""
    newest = (
        cases.filter(received_day__gt=today - timedelta(days=DAYS)).exclude(words="").order_by("-received_day", "id")
    )
    found = []
    for case in newest[:MOST]:
        own = marks(case.words) + ([Mark("repeat")] if {"burst", "repeat"} & set(case.flags) else [])
        if own:
            found.append((case, own))
    return found


def drafts(venues: Sequence[str]) -> list[Excerpt]:
    """Versions of visitors' words that wait for somebody's approval."""
    newest: dict[object, Excerpt] = {}
    for one in Excerpt.objects.filter(venue_id__in=venues).select_related("who").order_by("case_id", "version"):
        newest[one.case_id] = one
    return [one for one in newest.values() if one.state == "draft"]
