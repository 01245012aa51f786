"""Seats by the time of the week, from a file that any booking system can write: CSV, one line a room and time."""

import csv
import io
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.db import transaction

from kiosk.errors import ConfigError
from sync.central.insight.models import Capacity

COLUMNS: Final = ("room", "weekday", "part", "seats", "used")
MOST: Final = 2000
PARTS: Final = ("am", "pm", "eve")


@dataclass(frozen=True, slots=True)
class Slot:
    """One part of one weekday. wished: how often it was named; seats and used: of every room, None where unknown."""

    weekday: int
    part: str
    wished: int
    seats: int
    used: int | None

    @property
    def filled(self) -> int | None:
        """Used of all seats, in per cent; nothing for a slot with no seats."""
        return round(100 * self.used / self.seats) if self.used is not None and self.seats else None


def read(text: str) -> list[tuple[str, int, str, int, int | None]]:
    """Rows of a CSV with a heading. Raises ConfigError, naming the line."""
    rows = csv.DictReader(io.StringIO(text.lstrip("\ufeff")))
    if not set(COLUMNS[:4]) <= set(rows.fieldnames or ()):
        raise ConfigError(f"CSV: line 1: {','.join(COLUMNS)}")
    read_rows, seen = [], set()
    for number, row in enumerate(rows, 2):
        room, part = (row.get("room") or "").strip()[:64], (row.get("part") or "").strip()
        weekday, seats = _number(row.get("weekday")), _number(row.get("seats"))
        used = _number(row.get("used"))
        if not room or part not in PARTS or weekday not in range(1, 8) or seats is None:
            raise ConfigError(f"CSV: line {number}: room, weekday 1-7, part am/pm/eve, seats")
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


def week(venue: str | None, wished: Mapping[tuple[str, str], int], room: str = "") -> list[list[Slot]]:
    """Rows am, pm, eve; columns Monday to Sunday. A wish for weekdays is a wish for each of the five."""
    seats: dict[tuple[int, str], int] = defaultdict(int)
    used: dict[tuple[int, str], int] = {}
    found = Capacity.objects.all() if venue is None else Capacity.objects.filter(venue_id=venue)
    found = found.filter(room=room) if room else found
    for weekday, part, n, taken in found.values_list("weekday", "part", "seats", "used"):
        seats[weekday, part] += n
        if taken is not None:
            used[weekday, part] = used.get((weekday, part), 0) + taken
    return [
        [
            Slot(day, part, wished.get(("wd" if day < 6 else "we", part), 0), seats[day, part], used.get((day, part)))
            for day in range(1, 8)
        ]
        for part in PARTS
    ]


def rooms(venue: str | None) -> list[str]:
    """Every room that is known."""
    found = Capacity.objects.all() if venue is None else Capacity.objects.filter(venue_id=venue)
    return list(found.order_by("room").values_list("room", flat=True).distinct())


def _number(text: str | None) -> int | None:
    text = (text or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else None
