"""What the centre holds, for people and for whoever checks it: cases as CSV, heads and links as JSON Lines.

No contact details, no look-up keys, no minutes: half a day at most. Rows are streamed, so a million need no memory.
"""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from kiosk.cells import BOM, safe
from kiosk.errors import StoreFull
from sync.central.cases.models import Case
from sync.central.intake.models import Record

COLUMNS: Final = (
    *("venue_id", "number", "state", "category", "department", "grade", "form", "form_version", "language"),
    *("channel", "level", "day", "half", "received_day", "first_due", "result_due", "answered_day", "settled_day"),
    *("flags", "counted", "withdrawn", "title", "words"),
)
_CHUNK: Final = 2000

Progress = Callable[[int], None]


def export(folder: Path, progress: Progress) -> dict[str, int]:
    """Write cases.csv and heads.jsonl; rows of each. progress hears how many rows so far. Raises StoreFull."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return {
            "cases.csv": _write(folder / "cases.csv", _cases(), progress),
            "heads.jsonl": _write(folder / "heads.jsonl", _heads(), progress),
        }
    except OSError as error:
        raise StoreFull(f"{folder}: cannot be written ({error.strerror})") from error


def _write(path: Path, lines: Iterator[str], progress: Progress) -> int:
    """Under another name first: a half-written export never looks like a whole one."""
    half, count = path.with_suffix(".part"), -1
    with half.open("w", encoding="utf-8", newline="") as file:
        for count, line in enumerate(lines):
            file.write(line)
            if count % _CHUNK == _CHUNK - 1:
                progress(count + 1)
    half.replace(path)
    return count + 1


def _cases() -> Iterator[str]:
    row = _Row()
    yield BOM + row.of(COLUMNS)
    for case in Case.objects.order_by("venue_id", "received_day", "id").values(*COLUMNS).iterator(_CHUNK):
        yield row.of(safe(case[name]) for name in COLUMNS)


def _heads() -> Iterator[str]:
    rows = Record.objects.order_by("source", "epoch", "seq", "body_hash").values_list("head", "link")
    for head, link in rows.iterator(_CHUNK):
        yield f'{{"head":{bytes(head).decode()},"link":"{bytes(link).hex()}"}}\n'


class _Row:
    """One CSV line at a time."""

    def __init__(self) -> None:
        self._line = ""
        self._writer = csv.writer(self)

    def write(self, text: str) -> None:
        """For csv.writer."""
        self._line = text

    def of(self, cells: Any) -> str:
        """The line of these cells, with its CRLF."""
        self._writer.writerow(cells)
        return self._line
