"""Sync over loopback with everything on, beside a raw hop of the same rows in the same run.

XINSHENG_RECORDS says how many (20,000). From the terminal's store to the centre's: signatures, chain, receipts,
settling, sealing. Then the same batches once more, as after a lost answer.
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kiosk.entries import submitted
from kiosk.session import Visitor
from kiosk.store import FILE, Store
from tests.bench import raw_hop
from tests.bench.figures import Figure

RECORDS = int(os.environ.get("XINSHENG_RECORDS", "20000"))
WORDS = "老师教得很好，希望多开几期书法班，周末更好。"
ROOT = Path(__file__).parents[2]


def measure() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with _Centre(folder / "central") as (url, code):
            store, lines = _filled(folder / "kiosk", url, code)
            wire = _Counting()
            first, second = _sync(folder / "kiosk", store, wire)
            held = _held(folder / "central")
            memory = _rss_mb(os.getpid())
            store.close()
        with raw_hop.serving(folder, _free_port()) as raw:
            limit = RECORDS / raw_hop.send(lines, folder, raw)
    assert held >= RECORDS, held
    yield Figure("sync.first", RECORDS / first, "records/s", limit)
    yield Figure("sync.repeated", RECORDS / second, "records/s", limit)
    yield Figure("sync.raw_hop", limit, "records/s")
    yield Figure("sync.wire", wire.bytes / RECORDS, "bytes/record", 180)
    yield Figure("sync.terminal_memory", memory, "MB")


class _Counting:
    """What went over the wire."""

    def __init__(self) -> None:
        self.bytes = 0
        self.batches: list[tuple[bytes, bytes]] = []

    def around(self, central: Any) -> Any:
        """The same Central, with every batch noted."""
        plain = central.send_batch

        def send(unpacked: bytes, packed: bytes) -> Any:
            self.bytes += len(packed)
            self.batches.append((unpacked, packed))
            return plain(unpacked, packed)

        central.send_batch = send
        return plain


def _sync(data: Path, store: Store, wire: _Counting) -> tuple[float, float]:
    from sync.courier import Idle
    from sync.terminal import open_courier

    courier = open_courier(data, store)
    assert courier is not None
    plain = wire.around(courier._central)
    begun = time.perf_counter()
    while not isinstance(courier.run_once(_now()), Idle) or store.status().unsent:
        pass
    first = time.perf_counter() - begun
    begun = time.perf_counter()
    for unpacked, packed in wire.batches:
        plain(unpacked, packed)
    return first, time.perf_counter() - begun


def _filled(data: Path, url: str, code: str) -> tuple[Store, list[bytes]]:
    data.mkdir()
    _run("kiosk", "enrol", url, code, "--data", str(data))
    store = Store.open(data / FILE, _now)
    with store.reading() as db:
        db.execute("pragma synchronous = off")  # filling is not what is measured
    for number in range(RECORDS):
        store.record(_entry(number))
    with store.reading() as db:
        db.execute("pragma synchronous = full")
        rows = db.execute("select head, body from records where body is not null order by key").fetchall()
    return store, [b'{"body":%b,"head":%b}' % (body, head) for head, body in rows]


def _entry(number: int) -> Any:
    return submitted(
        subject=Visitor.begin(_now(), bytes(16)).subject,
        now=_now(),
        form="quick-rating",
        form_version="2026112401",
        answers={"grade": str(1 + number % 5), "reasons": ["501", "503"], "words": WORDS},
        language="zh-Hans",
        duration_ms=8000 + number,
        lookup=os.urandom(16),
    )


class _Centre:
    """`central serve` on SQLite with a venue and a code."""

    def __init__(self, data: Path) -> None:
        self._data = data

    def __enter__(self) -> tuple[str, str]:
        self._data.mkdir()
        code = _run("sync.central", "enrol-code", "bench", "--data", str(self._data)).split()[-1]
        command = [sys.executable, "-m", "sync.central", "serve", "--port", "0", "--data", str(self._data)]
        self._server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert self._server.stdout is not None
        return self._server.stdout.readline().strip(), code

    def __exit__(self, *_: object) -> None:
        self._server.terminate()
        self._server.wait(30)


def _run(module: str, *words: str) -> str:
    command = [sys.executable, "-m", module, *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def _held(data: Path) -> int:
    import sqlite3

    with sqlite3.connect(data / "central.db") as store:
        return store.execute("select count(*) from intake_record where type = 'feedback.submitted'").fetchone()[0]


def _rss_mb(pid: int) -> float:
    text = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")
    return int(next(line for line in text.splitlines() if line.startswith("Pss:")).split()[1]) / 1024


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def _now() -> datetime:
    return datetime.now(UTC).astimezone()
