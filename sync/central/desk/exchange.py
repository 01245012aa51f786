"""Cases as files for people, and back: CSV (BOM, nothing that a spreadsheet would run), XLSX, JSON Lines.

An open export is for evaluators: pseudonyms that hold within one file, weeks instead of days, free text blotted out.
An import reads the same columns; every row becomes a record in the centre's own chain, once.
"""

import csv
import hashlib
import hmac
import io
import json
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.db import connection
from django.db.models import CharField, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone

from kiosk.cells import BOM, safe
from kiosk.errors import CallerError
from sync.central.cases import entering, pii
from sync.central.cases.models import Case
from sync.central.cases.roles import Hand
from sync.central.desk.models import Job
from sync.central.intake.models import Venue
from sync.central.keys import load

LARGEST: Final = 20 * 2**20
ROWS: Final = 20_000  # of an import
COLUMNS: Final = (
    *("venue_id", "number", "state", "category", "side", "department", "partners", "grade", "form", "form_version"),
    *("language", "channel", "level", "day", "half", "received_day", "first_due", "result_due", "answered_day"),
    *("settled_day", "lane", "flags", "counted", "rated", "withdrawn", "fact", "title", "words"),
)
_LISTS: Final = tuple(COLUMNS.index(name) for name in ("side", "partners", "flags"))
_TRUTHS: Final = tuple(COLUMNS.index(name) for name in ("counted", "rated", "withdrawn"))
_DAYS: Final = frozenset(name for name in COLUMNS if name.endswith(("day", "_due")))
_TEXTS: Final = tuple(
    at for at, name in enumerate(COLUMNS) if name not in _DAYS | {"grade", "counted", "rated", "withdrawn"}
)
_CHUNK: Final = 1000
_TOLD: Final = 5000  # rows between two words about how far it is: each is a commit
Progress = Callable[[int, int], None]


def export(job: Job, folder: Path, progress: Progress) -> tuple[str, str]:
    """Writes the file of a job; its name, and a line about it."""
    asked: Mapping[str, Any] = job.asked
    cases = _cases(asked)
    total, key = cases.count(), secrets.token_bytes(16)
    opened = (_open(row, key) for row in cases.values(*COLUMNS).iterator(_CHUNK)) if asked.get("open") else None
    rows = _stored(cases) if opened is None else ([_plain(row[name]) for name in COLUMNS] for row in opened)
    counted = _counting(rows, total, progress)
    name = f"cases-{job.pk}.{asked['format']}"
    half = folder / f".{name}"
    {"csv": _csv, "xlsx": _xlsx, "jsonl": _jsonl}[asked["format"]](half, counted)
    half.replace(folder / name)
    return name, str(total)


def take(job: Job, folder: Path, progress: Progress) -> tuple[str, str]:
    """Enters every row of a file; a line about how many, and which could not be. Raises CallerError."""
    path = folder / f"in-{job.pk}"
    try:
        rows = list(_rows(path, str(job.asked.get("name", ""))))
    finally:
        path.unlink(missing_ok=True)
    if len(rows) > ROWS:
        raise CallerError(f"import: more than {ROWS} rows")
    venue, by, done, failed = Venue.objects.get(pk=job.asked["venue"]), Hand(job.who_id), 0, []  # type: ignore[attr-defined]
    keys = load(settings.PLACES)
    for place, row in enumerate(rows, 2):
        try:
            entering.enter(_told(row), venue, by, timezone.now(), keys)
            done += 1
        except entering.Unfit as problem:
            failed.append(f"{place} {problem.what}")
        progress(place - 1, len(rows))
    more = f"; {len(failed)} not: {', '.join(failed[:20])}" if failed else ""
    return "", f"{done}{more}"


def _cases(asked: Mapping[str, Any]) -> QuerySet[Case]:
    cases = Case.objects.filter(venue_id__in=asked.get("venues", []), practice=False)
    for name, condition in (("first", "received_day__gte"), ("last", "received_day__lte")):
        if asked.get(name):
            cases = cases.filter(**{condition: date.fromisoformat(asked[name])})
    return cases.order_by("venue_id", "received_day", "id")


def _open(row: dict[str, Any], key: bytes) -> dict[str, Any]:
    """A row that tells nobody who it is about."""
    pseudonym = hmac.new(key, f"{row['venue_id']}/{row['number']}".encode(), hashlib.sha256).hexdigest()[:12]
    weeks = {name: value - timedelta(days=value.weekday()) for name, value in row.items() if isinstance(value, date)}
    text = pii.redact(row["words"], [(one.start, one.end) for one in pii.find(row["words"])])
    return {**row, **weeks, "number": pseudonym, "half": "", "title": "", "words": text}


def _stored(cases: QuerySet[Case]) -> Iterator[list[Any]]:
    """Every row as the database has it, part by part: a model's own values cost three times as much to read."""
    days = {f"{name}_": Cast(name, CharField()) for name in _DAYS}  # as text: nobody makes days of it, and text again
    columns = [f"{name}_" if name in _DAYS else name for name in COLUMNS]
    told = cases.annotate(**days).values_list(*columns)
    statement, values = told.query.get_compiler(connection=connection).as_sql()
    with connection.chunked_cursor() as cursor:
        cursor.execute(statement, values)
        while part := cursor.fetchmany(_CHUNK):
            for row in part:
                cells = list(row)
                for at in _LISTS:
                    cells[at] = "" if cells[at] == "[]" else " ".join(map(str, json.loads(cells[at])))
                for at in _TRUTHS:
                    cells[at] = bool(cells[at])
                yield cells


def _counting(rows: Iterable[list[Any]], total: int, progress: Progress) -> Iterator[list[Any]]:
    for count, row in enumerate(rows, 1):
        yield row
        if count % _TOLD == 0 or count == total:
            progress(count, total)


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return " ".join(map(str, value))
    return value.isoformat() if isinstance(value, date) else value


def _csv(path: Path, rows: Iterable[list[Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(BOM)
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(map(_guarded, rows))


def _guarded(row: list[Any]) -> list[Any]:
    """No cell that a spreadsheet runs. Most show at their first sign that they are none, far cheaper than safe()."""
    for at in _TEXTS:
        if cell := row[at]:
            first = cell[0]
            if not ("0" <= first <= "9" or (first > "@" and first != "\u3000")):
                row[at] = safe(cell)
    return row


def _xlsx(path: Path, rows: Iterable[list[Any]]) -> None:
    import xlsxwriter

    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(path), options) as book:
        sheet = book.add_worksheet("cases")
        sheet.write_row(0, 0, COLUMNS)
        sheet.freeze_panes(1, 0)
        for place, row in enumerate(rows, 1):
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(place, column, cell)
                elif cell is not None:
                    sheet.write(place, column, cell)


def _jsonl(path: Path, rows: Iterable[list[Any]]) -> None:
    with path.open("w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(dict(zip(COLUMNS, row, strict=True)), ensure_ascii=False) + "\n")


def _rows(path: Path, name: str) -> Iterator[Mapping[str, Any]]:
    """The rows of a CSV, XLSX or JSON Lines file. Raises CallerError."""
    content = path.read_bytes()
    if len(content) > LARGEST:
        raise CallerError("import: the file is too large")
    try:
        if name.lower().endswith(".xlsx"):
            yield from _xlsx_rows(content)
        elif name.lower().endswith(".jsonl"):
            yield from (json.loads(line) for line in content.decode("utf-8-sig").splitlines() if line.strip())
        else:
            yield from csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    except Exception as error:  # whatever a damaged file makes its reader say
        raise CallerError(f"import: cannot be read ({type(error).__name__})") from error


def _xlsx_rows(content: bytes) -> Iterator[Mapping[str, Any]]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    rows = book.worksheets[0].iter_rows(values_only=True)
    names = [str(cell or "") for cell in next(rows, ())]
    for row in rows:
        yield dict(zip(names, row, strict=False))


def _told(row: Mapping[str, Any]) -> entering.Told:
    """A row as something that was told. What was rated at a screen comes in as staff's word, no visitor's hand."""
    channel = str(row.get("channel") or "paper")
    day = str(row.get("received_day") or row.get("day") or "")[:10]
    grade = str(row.get("grade") or "")
    words = str(row.get("words") or "")
    try:
        said = date.fromisoformat(day)
    except ValueError as error:
        raise entering.Unfit("day") from error
    return entering.Told(
        words=words.removeprefix("'") if words[:2] in {"'=", "'+", "'-", "'@"} else words,
        channel=channel if channel in entering.CHANNELS else "staff",
        day=said,
        category=str(row.get("category") or "")[:2],
        grade=int(grade) if grade in set("12345") else None,
        slip=str(row.get("slip") or row.get("number") or "")[:33],
        hands=1,
    )
