"""Seats by the time of the week, from a file that any booking system can write: CSV, one line a room and time.

A time is a part of the day, or an hour. Hours stand for themselves, and together for the part that they lie in: the
most seats at once, and the use of all of them.
"""

import csv
import io
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from django.db import transaction

from kiosk.errors import ConfigError
from sync.central.insight.models import Capacity

COLUMNS: Final = ("room", "weekday", "part", "seats", "used")
MOST: Final = 5000
PARTS: Final = Capacity.PARTS
HOURS: Final = Capacity.HOURS
NOON: Final = "12"
EVENING: Final = "18"


@dataclass(frozen=True, slots=True)
class Slot:
    """One part or hour of one weekday. wished: how often it was named; seats: at once, of every room.

    used, offered: of the seats whose use is known; used is None where nothing is.
    """

    weekday: int
    part: str
    wished: int
    seats: int
    used: int | None
    offered: int

    @property
    def filled(self) -> int | None:
        """Used of the seats whose use is known, in per cent; nothing for a slot with none."""
        return round(100 * self.used / self.offered) if self.used is not None and self.offered else None


@dataclass(slots=True)
class _Sum:
    """Seats of one slot. of_room: the most at once in each."""

    of_room: dict[str, int] = field(default_factory=dict)
    used: int | None = None
    offered: int = 0

    def add(self, room: str, seats: int, used: int | None) -> None:
        self.of_room[room] = max(seats, self.of_room.get(room, 0))
        if used is not None:
            self.used, self.offered = (self.used or 0) + used, self.offered + seats

    def slot(self, weekday: int, part: str, wished: int = 0) -> Slot:
        return Slot(weekday, part, wished, sum(self.of_room.values()), self.used, self.offered)


def read(text: str) -> list[tuple[str, int, str, int, int | None]]:
    """Rows of a CSV with a heading. Raises ConfigError, naming the line."""
    rows = csv.DictReader(io.StringIO(text.lstrip("\ufeff")))
    if not set(COLUMNS[:4]) <= set(rows.fieldnames or ()):
        raise ConfigError(f"CSV: line 1: {','.join(COLUMNS)}")
    read_rows, seen = [], set()
    for number, row in enumerate(rows, 2):
        room, part = (row.get("room") or "").strip()[:64], _part(row.get("part"))
        weekday, seats = _number(row.get("weekday")), _number(row.get("seats"))
        used = _number(row.get("used"))
        if not room or not part or weekday not in range(1, 8) or seats is None:
            raise ConfigError(f"CSV: line {number}: room, weekday 1-7, part am/pm/eve or an hour 6-23, seats")
        if (row.get("used") or "").strip() and (used is None or used > seats):
            raise ConfigError(f"CSV: line {number}: used")
        if (room, weekday, part) in seen or len(read_rows) == MOST:
            raise ConfigError(f"CSV: line {number}: twice, or too many")
        seen.add((room, weekday, part))
        read_rows.append((room, weekday, part, seats, used))
    return read_rows


def replace(venue: str, text: str) -> int:
    """The file stands for everything that was known before; how many lines. Raises ConfigError."""
    rows = [
        Capacity(venue_id=venue, room=room, weekday=weekday, part=part, seats=seats, used=used)
        for room, weekday, part, seats, used in read(text)
    ]
    with transaction.atomic():
        Capacity.objects.filter(venue_id=venue).delete()
        Capacity.objects.bulk_create(rows, batch_size=200)
    return len(rows)


def week(venue: str | None, wished: Mapping[tuple[int, str], int], room: str = "") -> list[list[Slot]]:
    """Rows am, pm, eve; columns Monday to Sunday. wished: by weekday and part."""
    sums = _sums(venue, room, part_of)
    return [[sums[day, part].slot(day, part, wished.get((day, part), 0)) for day in range(1, 8)] for part in PARTS]


def hours(venue: str | None, room: str = "") -> list[list[Slot]]:
    """The same by the hour, from the first to the last that is known; nothing where only parts of the day are."""
    sums = _sums(venue, room, lambda part: "" if part in PARTS else part)
    known = sorted(part for _day, part in sums if part)
    listed = [hour for hour in HOURS if known and known[0] <= hour <= known[-1]]
    return [[sums[day, hour].slot(day, hour) for day in range(1, 8)] for hour in listed]


def part_of(part: str) -> str:
    """The part of the day that an hour lies in."""
    return part if part in PARTS else "am" if part < NOON else "pm" if part < EVENING else "eve"


def _sums(venue: str | None, room: str, of: Callable[[str], str]) -> defaultdict[tuple[int, str], _Sum]:
    sums: defaultdict[tuple[int, str], _Sum] = defaultdict(_Sum)
    found = Capacity.objects.all() if venue is None else Capacity.objects.filter(venue_id=venue)
    found = found.filter(room=room) if room else found
    for house, name, weekday, part, seats, used in found.values_list(
        "venue_id", "room", "weekday", "part", "seats", "used"
    ):
        sums[weekday, of(part)].add(f"{house}/{name}", seats, used)
    return sums


def rooms(venue: str | None) -> list[str]:
    """Every room that is known."""
    found = Capacity.objects.all() if venue is None else Capacity.objects.filter(venue_id=venue)
    return list(found.order_by("room").values_list("room", flat=True).distinct())


def _part(text: str | None) -> str:
    """am, pm, eve, or an hour from 06 to 23, also written 9 or 09:00; nothing for anything else."""
    text = (text or "").strip()
    hour = text.removesuffix(":00").zfill(2)
    return text if text in PARTS else hour if hour in HOURS else ""


def _number(text: str | None) -> int | None:
    text = (text or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else None
