"""Loads a live list (sessions, courses, topics …) from a CSV file, as WPS and Excel save it. All of it or nothing.

The columns are those of assets/forms/README.md: ``name`` and ``label`` must be there; ``label_en``, ``category``,
``department`` and whatever the centre adds may be.
"""

import csv
import io
import re
from pathlib import Path
from typing import Any, Final

from kiosk.errors import CallerError
from sync.central.cases import publish
from sync.central.cases.taxonomy import catalogue
from sync.central.commons.lists import OURS
from sync.central.intake.models import Venue

ROWS_MAX: Final = 500
CELL_MAX: Final = 200
_LIST: Final = re.compile(r"[a-z][a-z0-9_]{0,31}")
_CODE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")
_COLUMN: Final = re.compile(r"[a-z][a-z0-9_]{0,31}")


def read(name: str, file: Path) -> tuple[list[dict[str, str]], list[str]]:
    """The rows of a file, and what is wrong with it, one line each. Raises CallerError when it is no CSV at all."""
    if not _LIST.fullmatch(name) or name in OURS:
        raise CallerError(f"{name}: not a name for a list of a centre's own")
    try:
        reader = csv.reader(io.StringIO(_text(file)), strict=True)
        table = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except (OSError, csv.Error) as error:
        raise CallerError(f"{file.name}: cannot be read: {error}") from error
    if not table:
        raise CallerError(f"{file.name}: is empty")
    columns = [cell.strip() for cell in table[0][1]]
    problems = _columns(file.name, columns)
    if problems:
        return [], problems
    if len(table) - 1 > ROWS_MAX:
        problems.append(f"{file.name}: more than {ROWS_MAX} rows")
    rows, seen = [], set()
    for line, cells in table[1 : ROWS_MAX + 1]:
        row = dict(zip(columns, (cell.strip() for cell in cells), strict=False))
        wrong = _row(cells, row, columns, seen)
        problems += [f"{file.name}: line {line}: {what}" for what in wrong]
        rows.append({column: value for column, value in row.items() if value or column in {"name", "label"}})
    return rows, problems


def load(name: str, rows: list[dict[str, Any]], venue: Venue) -> bool:
    """Tells the venue's terminals. Returns whether anything has changed since they were told last."""
    return bool(publish.say(venue.pk, "list", {name: {"name": name, "rows": rows}}))


def _columns(file: str, columns: list[str]) -> list[str]:
    wrong = [
        f"{file}: column {place}: {name or 'no name'}: small letters, digits and _"
        for place, name in enumerate(columns, 1)
        if not _COLUMN.fullmatch(name)
    ]
    wrong += [f"{file}: column {name!r} is missing" for name in ("name", "label") if name not in columns]
    twice = sorted({name for name in columns if columns.count(name) > 1})
    return wrong + [f"{file}: column {name!r} is there twice" for name in twice]


def _row(cells: list[str], row: dict[str, str], columns: list[str], seen: set[str]) -> list[str]:
    wrong = []
    if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
        wrong.append("more cells than columns")
    code = row.get("name", "")
    if not _CODE.fullmatch(code):
        wrong.append("name: letters, digits, _ . - without blanks")
    elif code in seen:
        wrong.append(f"name: {code} is there twice")
    seen.add(code)
    if not row.get("label"):
        wrong.append("label: is empty")
    if (category := row.get("category")) and catalogue().category(category) is None:
        wrong.append(f"category: {category} is not in the catalogue")
    if (department := row.get("department")) and department not in catalogue().departments:
        wrong.append(f"department: {department} is not in the catalogue")
    return wrong + [
        f"{column}: longer than {CELL_MAX} characters" for column, cell in row.items() if len(cell) > CELL_MAX
    ]


def _text(file: Path) -> str:
    """The file's text: UTF-8 with or without a mark, else the GB18030 that Excel in China saves."""
    data = file.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            return data.decode("gb18030")
        except UnicodeDecodeError as error:
            raise CallerError(f"{file.name}: neither UTF-8 nor GB18030") from error
