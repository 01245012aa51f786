"""Submit to durable: the store's record() beside a bare SQLite commit with synchronous=FULL, in turns."""

import sqlite3
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from kiosk.entries import submitted
from kiosk.session import Visitor
from kiosk.store import FILE, Store
from tests.bench.figures import Figure, median, percentile, timed_ms

ROUNDS = 1000
WARM_UP = 50
ANSWERS = {"grade": "5", "reasons": ["501", "503"], "words": "Very patient, and one more class at the weekend. " * 4}


def measure() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder) / FILE, lambda: datetime.now(UTC).astimezone())
        bare = _bare(Path(folder) / "bare.db")
        entries = [_entry() for _ in range(ROUNDS + WARM_UP)]
        ours, limit = [], []
        for entry in entries:  # in turns: whatever else the disk does falls on both
            ours.append(timed_ms(lambda entry=entry: store.record(entry)))
            limit.append(timed_ms(lambda: bare.execute("insert into t (body) values (?)", (b"x" * 900,))))
        store.close()
        bare.close()
    ours, limit = ours[WARM_UP:], limit[WARM_UP:]
    yield Figure("submit.p50", median(ours), "ms", 1.5 * median(limit))
    yield Figure("submit.p99", percentile(ours, 0.99), "ms", 2 * percentile(limit, 0.99))
    yield Figure("submit.bare_commit.p50", median(limit), "ms")


def _bare(path: Path) -> sqlite3.Connection:
    bare = sqlite3.connect(path, isolation_level=None)
    bare.execute("pragma journal_mode = wal")
    bare.execute("pragma synchronous = full")
    bare.execute("create table t (id integer primary key, body blob)")
    return bare


def _entry():
    now = datetime.now(UTC).astimezone()
    return submitted(
        subject=Visitor.begin(now, bytes(16)).subject,
        now=now,
        form="quick-rating",
        form_version="1",
        answers=ANSWERS,
        language="zh-Hans",
        duration_ms=8000,
        lookup=bytes(16),
    )
