"""Sync over loopback with everything on, beside a raw hop of the same rows in the same run.

XINSHENG_RECORDS says how many (20,000). From the terminal's store to the centre's: signatures, chain, receipts,
durable at both ends. Then the same batches once more, as after a lost answer. Sealing what was settled goes on beside
it and after it; `sealed` counts until the last body is a box. On SQLite, and on PostgreSQL where it is installed.
`processor` is what both sides worked for a record, whoever else wanted the machine.
"""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kiosk.entries import submitted
from kiosk.session import Visitor
from kiosk.store import FILE, Store
from sync import codes
from sync.enrol import enrol
from sync.identity import load_identity
from tests.bench import centres, raw_hop
from tests.bench.figures import Figure
from tests.faults.kit import House

RECORDS = int(os.environ.get("XINSHENG_RECORDS", "20000"))
WORDS = "老师教得很好，希望多开几期书法班，周末更好。"
SHARE = {"sqlite": 0.8, "postgresql": 0.5}  # of the raw hop, at least
REPEATED = 3.0
WIRE = 180
QUIET_S = 60.0


def measure() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = filled(folder / "kiosk", RECORDS)
        limit = _raw(folder / "before", lines)
        runs = {database: _synced(folder, database) for database in centres.databases()}
        limit = (limit + _raw(folder / "after", lines)) / 2
    yield Figure("sync.raw_hop", limit, "records/s")
    for database, run in runs.items():
        yield Figure(f"sync.{database}.first", RECORDS / run.first_s, "records/s", SHARE[database] * limit)
        yield Figure(f"sync.{database}.sealed", RECORDS / run.sealed_s, "records/s")
        yield Figure(f"sync.{database}.repeated", RECORDS / run.repeated_s, "records/s", REPEATED * limit)
        yield Figure(f"sync.{database}.terminal.processor", run.terminal_s / RECORDS * 1e6, "µs/record")
        yield Figure(f"sync.{database}.terminal.sealing", run.sealing_s / RECORDS * 1e6, "µs/record")
        yield Figure(f"sync.{database}.centre.processor", run.centre_s / RECORDS * 1e6, "µs/record")
        yield Figure(f"sync.{database}.terminal.memory", run.terminal_mb, "MB")
        yield Figure(f"sync.{database}.centre.memory", run.centre_mb, "MB")
    yield Figure("sync.wire", runs["sqlite"].wire / RECORDS, "bytes/record", WIRE)


@dataclass(slots=True)
class Run:
    """One terminal's way through. Seconds: until the last receipt, until the last box, all batches again; processor."""

    first_s: float = 0
    sealed_s: float = 0
    repeated_s: float = 0
    terminal_s: float = 0
    sealing_s: float = 0
    centre_s: float = 0
    wire: int = 0
    terminal_mb: float = 0
    centre_mb: float = 0


def _synced(folder: Path, database: str) -> Run:
    home = folder / database / "kiosk"
    shutil.copytree(folder / "kiosk", home)
    with centres.serving(folder / database, database) as house, Store.open(home / FILE, now) as store:
        enrol_home(home, store, house)
        run = _run(home, store, house)
        assert _held(house) == RECORDS
    return run


def _run(home: Path, store: Store, house: House) -> Run:
    from sync.courier import Idle
    from sync.terminal import open_courier

    courier, run = open_courier(home, store), Run()
    assert courier is not None
    sent: list[tuple[bytes, bytes]] = []
    plain, seal = courier._central.send_batch, store.seal

    def noted(unpacked: bytes, packed: bytes) -> Any:
        sent.append((unpacked, packed))
        return plain(unpacked, packed)

    def timed(*words: Any) -> int:
        began = time.thread_time()
        try:
            return seal(*words)
        finally:
            run.sealing_s += time.thread_time() - began

    courier._central.send_batch, store.seal = noted, timed  # type: ignore[method-assign]
    worker = house.worker
    before, began, busy = centres.cost(worker), time.perf_counter(), time.process_time()
    while not isinstance(courier.run_once(now()), Idle) or store.status().unsent:
        run.first_s = run.first_s or (0 if store.status().unsent else time.perf_counter() - began)
    run.sealed_s = time.perf_counter() - began
    run.first_s = run.first_s or run.sealed_s
    run.terminal_s = time.process_time() - busy - run.sealing_s
    after = centres.cost(worker)
    run.centre_s, run.centre_mb = after.processor_s - before.processor_s, after.memory_mb
    run.terminal_mb, run.wire = centres.pss_mb(os.getpid()), sum(len(packed) for _, packed in sent)
    _until_quiet(house)
    began = time.perf_counter()
    for unpacked, packed in sent:
        plain(unpacked, packed)
    run.repeated_s = time.perf_counter() - began
    return run


def filled(data: Path, count: int) -> list[bytes]:
    """A terminal's folder with so many answers in its store; their lines."""
    data.mkdir(parents=True)
    with Store.open(data / FILE, now) as store:
        with store.reading() as db:
            db.execute("pragma synchronous = off")  # filling is not what is measured
        for number in range(count):
            store.record(entry(number))
        with store.reading() as db:
            rows = db.execute("select head, body from records where body is not null order by key").fetchall()
    return [b'{"body":%b,"head":%b}' % (body, head) for head, body in rows]


def entry(number: int) -> Any:
    """An answer of about six hundred bytes."""
    return submitted(
        subject=Visitor.begin(now(), bytes(16)).subject,
        now=now(),
        form="quick-rating",
        form_version="2026112401",
        answers={"grade": str(1 + number % 5), "reasons": ["501", "503"], "words": WORDS},
        language="zh-Hans",
        duration_ms=8000 + number,
        lookup=os.urandom(16),
    )


def enrol_home(home: Path, store: Store, house: House) -> None:
    code = codes.read_enrol_code(house.centre.quick_code("lobby"))
    enrol(home, store, load_identity(home), house.centre.url, code, version="0")


def now() -> datetime:
    return datetime.now(UTC).astimezone()


def _raw(folder: Path, lines: list[bytes]) -> float:
    """Records a second."""
    folder.mkdir()
    with raw_hop.serving(folder, centres.free_port()) as url:
        return len(lines) / raw_hop.send(lines, folder, url)


def _until_quiet(house: House) -> None:
    """Until the projector has nothing to do: it is not what a repeated batch costs."""
    deadline = time.monotonic() + QUIET_S
    while house.centre.sql("select count(*) from intake_record where state = 'new'")[0][0]:
        if time.monotonic() > deadline:
            return
        time.sleep(0.5)


def _held(house: House) -> int:
    return house.centre.sql("select count(*) from intake_record where type = 'feedback.submitted'")[0][0]
