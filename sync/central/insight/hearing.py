"""What visitors ticked, summed up by the week, without ever reading everything again.

``work`` looks at what came since it last looked, and a little further back: a case whose records changed gives back
what it had added, and adds what it says now. ``wrong`` proves that the sums are those of a recount.
"""

import uuid
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

import orjson
from django.db import transaction

from sync.central.cases.assemble import BY_STAFF, Story
from sync.central.cases.library import form as form_of
from sync.central.cases.models import Case, CaseRecord
from sync.central.cases.pieces import Piece
from sync.central.insight import days
from sync.central.insight.gather import answers_of, stories
from sync.central.insight.models import Heard, Tally
from sync.central.intake import waiting
from sync.central.intake.models import Kept, Record

PUBLIC: Final = "public"
NOTED: Final = "noted"  # what staff wrote down for somebody
LEFT: Final = "left"  # visits that ended before the end
EXPERTS: Final = "expert"  # the form of experts, group leaders, volunteers: a series for each, never the public's
ROLES: Final = ("expert", "backbone", "leader", "volunteer", "station")
AT_ONCE: Final = 500
LOOK_BACK: Final = 300  # records: numbers are given out before their rows are seen by others
_MARK: Final = "heard"
_TICKED: Final = frozenset({"select_one", "select_multiple", "range", "acknowledge"})
_ABANDONED: Final = "visit.abandoned"

Cell = tuple[str, date, str, str, str, str]  # venue, monday, series, form, question, value


@dataclass(frozen=True, slots=True)
class Told:
    """What one case, or one visit that was left, adds to the sums."""

    venue: str
    day: date
    age_band: str
    told: tuple[str, ...]

    def cells(self) -> Counter[Cell]:
        """One in each cell that it belongs to."""
        monday = monday_of(self.day)
        return Counter((self.venue, monday, *_split(line)) for line in self.told)


def monday_of(day: date) -> date:
    """The week that a day lies in."""
    return day - timedelta(day.weekday())


def work(limit: int = 20_000) -> int:
    """Take in up to so many new records; how many were looked at. Doing it again changes nothing."""
    done = 0
    while done < limit and (ids := _next_records()):
        with transaction.atomic():
            _take(ids)
            Kept.objects.update_or_create(name=_MARK, defaults={"value": ids[-1]})
        done += len(ids)
    return done


def again(cases: Iterable[uuid.UUID]) -> None:
    """Tell these cases anew: something about them changed that no record says."""
    listed = list(cases)
    for start in range(0, len(listed), AT_ONCE):
        part = listed[start : start + AT_ONCE]
        with transaction.atomic():
            _retell(dict.fromkeys(part) | _told(part))


def wrong() -> list[str]:
    """Every cell whose sum is not that of a recount from the records, and every case told wrongly."""
    counted: Counter[Cell] = Counter()
    found = []
    everything = [*CaseRecord.objects.values_list("case_id", flat=True).distinct().order_by("case_id")]
    kept = {row.pk: _of_row(row) for row in Heard.objects.iterator()}
    for start in range(0, len(everything), AT_ONCE):
        part = everything[start : start + AT_ONCE]
        told = _told(part)
        for one in part:
            if told.get(one) != kept.get(one):
                found.append(f"case {one}: told otherwise than its records")
            if (said := told.get(one)) is not None:
                counted.update(said.cells())
    for row in Record.objects.filter(type=_ABANDONED, state=Record.State.DONE).iterator():
        if (left := _left(row)) is not None:
            counted.update(left.cells())
    sums = {_cell_of(row): row.count for row in Tally.objects.filter(count__gt=0)}
    for cell in sorted(sums.keys() | counted.keys(), key=str):
        if sums.get(cell, 0) != counted.get(cell, 0):
            found.append(f"{'/'.join(str(part) for part in cell)}: {sums.get(cell, 0)}, counted {counted.get(cell, 0)}")
    return found


def _next_records() -> list[int]:
    """The next records that the projector has been over, in order; none when there is nothing new."""
    mark = Kept.objects.filter(name=_MARK).values_list("value", flat=True).first() or 0
    undone = waiting.new().order_by("id").values_list("id", flat=True).first()
    found = Record.objects.filter(id__gt=mark)
    found = found if undone is None else found.filter(id__lt=undone)
    fresh = list(found.order_by("id").values_list("id", flat=True)[:AT_ONCE])
    if not fresh:
        return []
    late = Record.objects.filter(id__gt=mark - LOOK_BACK, id__lte=mark).order_by("id").values_list("id", flat=True)
    return [*late, *fresh]


def _take(ids: Sequence[int]) -> None:
    cases = sorted(set(CaseRecord.objects.filter(record_id__in=ids).values_list("case_id", flat=True)))
    told: dict[uuid.UUID, Told | None] = dict.fromkeys(cases)
    told |= _told(cases)
    for row in Record.objects.filter(id__in=ids, type=_ABANDONED, state=Record.State.DONE):
        told[uuid.UUID(int=row.pk)] = _left(row)
    _retell(told)


def _told(ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, Told]:
    counted = Case.objects.filter(id__in=ids, counted=True, practice=False, withdrawn=False)
    return {case.id: told_of(case, story) for case, story in stories(list(counted))}


def told_of(case: Case, story: Story) -> Told:
    """What a case adds: of each form that it filled in, that it did, and everything it ticked."""
    lines = [line for piece in story.standing for line in _lines(piece)]
    band = answers_of(story).get("age_band", "")
    return Told(case.venue_id, case.received_day, _short(band), tuple(sorted(set(lines))))


def series_of(piece: Piece) -> str:
    """Whose voice a form is."""
    if piece.form == EXPERTS:
        said = piece.answers.get("identity")
        return said if said in ROLES else EXPERTS
    return NOTED if piece.channel in BY_STAFF or "assisted" in piece.flags else PUBLIC


def _lines(piece: Piece) -> list[str]:
    start = f"{series_of(piece)}|{piece.form or ''}"
    form = form_of(piece.form) if piece.form else None
    types = {question.name: question.type for question in form.questions} if form else {}
    ticked = [
        f"{start}|{name}|{short}"
        for name, value in piece.answers.items()
        if types.get(name) in _TICKED
        for one in (value if isinstance(value, list) else [value])
        if (short := _short(one))
    ]
    return [f"{start}||", *ticked, *(f"{start}|{question}|{when}" for question, when in days.lines(piece.answers))]


def _left(row: Record) -> Told | None:
    """A visit that was left, at which question."""
    body = orjson.loads(bytes(row.body)) if row.body is not None else None
    if not isinstance(body, dict) or "training" in (orjson.loads(bytes(row.head)).get("flags") or []):
        return None
    form, at = _short(body.get("form"), 64), _short(body.get("at"), 64)
    return Told(row.venue_id, row.day, "", (f"{LEFT}|{form}|{at}|",)) if form else None  # type: ignore[attr-defined]


def _short(value: Any, most: int = 24) -> str:
    """A code or a small number as text; nothing for what could be somebody's words."""
    text = value if isinstance(value, str) else str(value) if isinstance(value, int) else ""
    return text if len(text) <= most and text.isascii() and "|" not in text and " " not in text else ""


def _retell(told: Mapping[uuid.UUID, Told | None]) -> None:
    before = Heard.objects.in_bulk(list(told))
    change: Counter[Cell] = Counter()
    fresh, gone = [], []
    for one, said in told.items():
        old = _of_row(before[one]) if one in before else None
        if old == said:
            continue
        if old is not None:
            change.subtract(old.cells())
        if said is None:
            gone.append(one)
        else:
            change.update(said.cells())
            fresh.append(
                Heard(case_id=one, venue_id=said.venue, day=said.day, age_band=said.age_band, told=list(said.told))
            )
    Heard.objects.filter(pk__in=gone).delete()
    Heard.objects.bulk_create(
        fresh,
        batch_size=100,
        update_conflicts=True,
        unique_fields=["case"],
        update_fields=["venue", "day", "age_band", "told"],
    )
    _add({cell: by for cell, by in change.items() if by})


def _add(change: Mapping[Cell, int]) -> None:
    venues, mondays = {cell[0] for cell in change}, {cell[1] for cell in change}
    rows = {_cell_of(row): row for row in Tally.objects.filter(venue_id__in=venues, monday__in=mondays)}
    fresh, moved = [], []
    for cell, by in change.items():
        if (row := rows.get(cell)) is None:
            venue, monday, series, form, question, value = cell
            fresh.append(
                Tally(venue_id=venue, monday=monday, series=series, form=form, question=question, value=value, count=by)
            )
        else:
            row.count += by
            moved.append(row)
    Tally.objects.bulk_create(fresh, batch_size=100)
    Tally.objects.bulk_update(moved, ["count"], batch_size=100)


def _of_row(row: Heard) -> Told:
    return Told(row.venue_id, row.day, row.age_band, tuple(row.told))


def _cell_of(row: Tally) -> Cell:
    return (row.venue_id, row.monday, row.series, row.form, row.question, row.value)


def _split(line: str) -> tuple[str, str, str, str]:
    series, form, question, value = line.split("|")
    return series, form, question, value
