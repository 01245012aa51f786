"""Patterns that visitors hardly make: many good grades just before closing, runs of one grade, and good grades given
right after staff had been behind the screen.

They prove nothing and change nothing: the supervisor looks, and asks.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

import orjson

from sync.central.cases.derive import CHINA
from sync.central.intake.models import Record, Terminal

DAYS: Final = 14
RUN: Final = 6  # of one grade
WITHIN: Final = timedelta(minutes=10)
CLOSING: Final = timedelta(hours=1)
BEHIND: Final = 3  # best grades of a day with staff just behind the screen
STAFF: Final = "staff"  # the flag that says so
_STAFF: Final = b'"staff"'
_MOST: Final = 20_000


@dataclass(frozen=True, slots=True)
class Seen:
    """One grade at one screen."""

    source: str
    at: datetime
    grade: int
    staff: bool = False  # somebody of the staff had just been behind the screen


@dataclass(frozen=True, slots=True)
class Pattern:
    """Something to ask about: where, on which day and half of it, how many."""

    kind: str  # run, closing, staff
    source: str
    label: str
    day: date
    half: str
    count: int
    grade: int


def find(seen: Iterable[Seen], labels: dict[str, str]) -> list[Pattern]:
    """The patterns among grades. Pure."""
    by_screen: dict[tuple[str, date], list[Seen]] = defaultdict(list)
    for one in seen:
        by_screen[one.source, one.at.astimezone(CHINA).date()].append(one)
    found = []
    for (source, day), grades in by_screen.items():
        ordered = sorted(grades, key=lambda one: one.at)
        for run in _runs(ordered):
            found.append(_pattern("run", source, labels, day, run))
        late = _before_closing(ordered)
        if late:
            found.append(_pattern("closing", source, labels, day, late))
        near = [one for one in ordered if one.staff and one.grade == 5]
        if len(near) >= BEHIND:
            found.append(_pattern("staff", source, labels, day, near))
    return sorted(found, key=lambda one: (one.day, one.count), reverse=True)


def _pattern(kind: str, source: str, labels: dict[str, str], day: date, run: Sequence[Seen]) -> Pattern:
    half = "am" if run[0].at.astimezone(CHINA).hour < 12 else "pm"
    return Pattern(kind, source, labels.get(source, source), day, half, len(run), run[0].grade)


def _runs(ordered: Sequence[Seen]) -> list[list[Seen]]:
    """Stretches of one grade, each soon after the one before."""
    runs: list[list[Seen]] = []
    current: list[Seen] = []
    for one in ordered:
        if current and (one.grade != current[-1].grade or one.at - current[-1].at > WITHIN / 4):
            runs.append(current)
            current = []
        current.append(one)
    return [run for run in [*runs, current] if len(run) >= RUN and run[-1].at - run[0].at <= WITHIN]


def _before_closing(ordered: Sequence[Seen]) -> list[Seen]:
    """Most of a day's best grades within its last hour."""
    best = [one for one in ordered if one.grade == 5]
    if len(best) < RUN:
        return []
    late = [one for one in best if ordered[-1].at - one.at <= CLOSING]
    early = len(best) - len(late)
    return late if len(late) >= RUN and len(late) >= 2 * early and ordered[-1].at - ordered[0].at > 2 * CLOSING else []


def of(venue: str, today: date) -> list[Pattern]:
    """The patterns of a venue's last fortnight. Reads the minutes inside; tells half-days."""
    rows = Record.objects.filter(
        venue_id=venue,
        type="feedback.submitted",
        day__gt=today - timedelta(days=DAYS),
        grade__isnull=False,
        body__isnull=False,
    ).exclude(source__startswith="centre/")
    seen = []
    for source, grade, head, body in rows.order_by("-day", "-id").values_list("source", "grade", "head", "body")[
        :_MOST
    ]:
        try:
            at = datetime.fromisoformat(orjson.loads(bytes(body))["time"])
            maybe = _STAFF in bytes(head)  # hardly any: the others' heads need no reading
            seen.append(Seen(source, at, grade, maybe and STAFF in orjson.loads(bytes(head))["flags"]))
        except (ValueError, KeyError, TypeError):
            continue
    labels = dict(Terminal.objects.filter(venue_id=venue).values_list("source", "label"))
    return find(seen, labels)
