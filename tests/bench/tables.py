"""Tables of all cases as files: each format beside the bare loop that reads the same columns and writes them.

XINSHENG_ITEMS says how many rows (20,000); see ground.py for where they come from.
"""

import csv
import os
import resource
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from tests.bench.figures import Figure
from tests.bench.ground import filled_centre

ITEMS = int(os.environ.get("XINSHENG_ITEMS", "20000"))
SHARE = {"csv": 0.7, "xlsx": 0.8}  # of the bare loop's speed
MEMORY_MB = 100


def measure() -> Iterator[Figure]:
    with filled_centre(ITEMS) as filled, tempfile.TemporaryDirectory() as folder:
        yield Figure("tables.rows", filled.cases, "rows")
        for kind, bare in (("csv", _bare_csv), ("xlsx", _bare_xlsx)):
            alone = _timed(lambda bare=bare: bare(Path(folder) / "bare"))
            ours = _timed(lambda kind=kind: _export(kind, Path(folder)))
            yield Figure(f"tables.{kind}.bare", alone, "s")
            yield Figure(f"tables.{kind}", ours, "s", alone / SHARE[kind])
            yield Figure(f"tables.{kind}.rows", filled.cases / ours, "rows/s")
        before = _peak_mb()
        yield Figure("tables.jsonl", _timed(lambda: _export("jsonl", Path(folder))), "s")
        yield Figure("tables.memory", _peak_mb() - before, "MB more", MEMORY_MB)


def _export(kind: str, folder: Path) -> None:
    from sync.central.desk import exchange
    from tests.bench.desk_filling import VENUES

    job: Any = SimpleNamespace(pk=1, asked={"format": kind, "venues": list(VENUES)})
    exchange.export(job, folder, lambda _done, _total: None)


def _bare_csv(path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(_rows())


def _bare_xlsx(path: Path) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for place, row in enumerate(_rows()):
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(place, column, cell)
                elif cell is not None:
                    sheet.write_number(place, column, cell)


def _rows() -> Iterator[Any]:
    """The columns as the database's own module gives them."""
    from django.db import connection

    from sync.central.desk.exchange import COLUMNS

    statement = f"SELECT {', '.join(COLUMNS)} FROM cases_case ORDER BY venue_id, received_day, id"
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(connection.settings_dict["NAME"])) as plain:
            yield from plain.execute(statement)
        return
    with connection.chunked_cursor() as cursor:
        cursor.execute(statement)
        while part := cursor.fetchmany(1000):
            yield from ([str(cell) for cell in row] for row in part)


def _timed(work: Any) -> float:
    """Seconds of this process's own work: what others take of the machine is left out."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
