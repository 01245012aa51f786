"""What visitors said, as CSV for people: one file a form, readable by Excel and WPS, safe to open in either.

Only what is still here in the clear: what the centre holds is at the centre, and this terminal cannot read it any more.
"""

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from kiosk.cells import BOM, safe
from kiosk.errors import StoreFull
from kiosk.nameplate import write_whole
from kiosk.store import Store

FIRST: Final = ("day", "time", "seq", "form_version", "grade", "flags", "category", "channel", "language", "level")


def export_csv(store: Store, folder: Path) -> list[Path]:
    """Write FORM.csv for every form with answers here. Returns the files. Raises StoreFull."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for head, body in store.entries():
        if body is not None and head["type"] in ("feedback.submitted", "feedback.amended"):
            rows.setdefault(head["form"] or "other", []).append(_row(head, body))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreFull(f"{folder}: cannot be written ({error.strerror})") from error
    return [_write(folder / f"{_file_name(form)}.csv", found) for form, found in sorted(rows.items())]


def to_csv(rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Rows as CSV bytes: BOM, CRLF, every column that any row has, the questions in the order they came up."""
    rows = list(rows)
    columns = list(dict.fromkeys([*FIRST, *(name for row in rows for name in row)]))
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, restval="")
    writer.writerow({name: safe(name) for name in columns})
    writer.writerows({name: safe(value) for name, value in row.items()} for row in rows)
    return (BOM + text.getvalue()).encode()


def _row(head: Mapping[str, Any], body: Mapping[str, Any]) -> dict[str, Any]:
    known = {**head, **body}
    return {name: known.get(name) for name in FIRST} | dict(body.get("answers") or {})


def _file_name(form: str) -> str:
    return "".join(sign if sign.isalnum() or sign in "-_" else "_" for sign in form)


def _write(path: Path, rows: list[dict[str, Any]]) -> Path:
    write_whole(path, to_csv(rows))
    return path
