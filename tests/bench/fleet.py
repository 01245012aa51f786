"""A fleet's morning: every terminal comes back after a night without network, with fifty records each, at once.

Real couriers with real stores in one process, many of them at a time, against a real `central serve`; beside it one
terminal that sends as many records alone, in the same run. XINSHENG_FLEET says how many (200). Afterwards the centre's
audit is asked: nothing lost, nothing doubled.
"""

import hashlib
import json
import os
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk.store import FILE, Store
from sync import codes
from tests.bench.figures import Figure, percentile
from tests.bench.sync import _Centre, _entry, _now, _run

TERMINALS = int(os.environ.get("XINSHENG_FLEET", "200"))
EACH = 50
AT_ONCE = 32
SLOWER = 1.5  # than one terminal with all of it


def measure() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with _Centre(folder / "central") as (url, code):
            homes = _fleet(folder, url, code)
            alone = _fill(_home(folder, "alone", url, next(_codes(folder, code, 1))), TERMINALS * EACH)
            one = _send(alone)
            begun = time.perf_counter()
            with ThreadPoolExecutor(AT_ONCE) as crowd:
                waits = list(crowd.map(_send, homes))
            morning = time.perf_counter() - begun
        report = json.loads(_run("sync.central", "audit", "--json", "--data", str(folder / "central")))
        held = _held(folder / "central")
    assert held == 2 * TERMINALS * EACH, held
    assert (report["gaps"], report["forks"], report["altered"]) == (0, 0, 0), report
    yield Figure("fleet.morning", morning, "s", SLOWER * one)
    yield Figure("fleet.one_terminal", one, "s")
    yield Figure("fleet.terminal.p99", percentile(waits, 0.99), "s", morning)
    yield Figure("fleet.lost_or_doubled", float(held - 2 * TERMINALS * EACH), "records")


def _fleet(folder: Path, url: str, code: str) -> list[Path]:
    homes = [_home(folder, f"t{n}", url, one) for n, one in enumerate(_codes(folder, code, TERMINALS))]
    for home in homes:
        _fill(home, EACH)
    return homes


def _home(folder: Path, name: str, url: str, code: str) -> Path:
    from sync.enrol import enrol
    from sync.identity import load_identity

    home = folder / name
    home.mkdir()
    with Store.open(home / FILE, _now) as store:
        enrol(home, store, load_identity(home), url, codes.read_enrol_code(code), version="0")
    return home


def _fill(home: Path, count: int) -> Path:
    with Store.open(home / FILE, _now) as store:
        with store.reading() as db:
            db.execute("pragma synchronous = off")  # filling is not what is measured
        for number in range(count):
            store.record(_entry(number))
    return home


def _send(home: Path) -> float:
    """Seconds until everything of one terminal is settled, waits included as the courier wants them."""
    from sync.courier import Idle
    from sync.terminal import open_courier

    begun = time.perf_counter()
    with Store.open(home / FILE, _now) as store:
        courier = open_courier(home, store)
        assert courier is not None
        while not isinstance(courier.run_once(_now()), Idle) or store.status().unsent:
            time.sleep(min(courier.rest_s(_now()), 0.2))
    return time.perf_counter() - begun


def _codes(folder: Path, real: str, count: int) -> Iterator[str]:
    """Codes by the hundred: each a row, with the pin of the one that `central enrol-code` printed."""
    later = (datetime.now(UTC) + timedelta(days=1)).strftime("%Y-%m-%d %H:%M:%S")
    made = []
    for _ in range(count):
        fresh = codes.new_enrol_code(bytes(32)).replace("-", "")[: codes.SECRET]
        made.append(codes.show_enrol_code(fresh + real.replace("-", "")[codes.SECRET :]))
    rows = [
        (hashlib.sha256(b"xinsheng-enrol-code\n" + codes.read_enrol_code(one).secret.encode()).digest(), later)
        for one in made
    ]
    with sqlite3.connect(folder / "central" / "central.db", timeout=30) as centre:
        centre.executemany(
            "insert into intake_enrolcode (digest, venue_id, label, expires_at, used_by) "
            "values (?, 'bench', '', ?, '')",
            rows,
        )
    centre.close()
    yield from made


def _held(data: Path) -> int:
    with sqlite3.connect(data / "central.db") as store:
        return store.execute("select count(*) from intake_record where type = 'feedback.submitted'").fetchone()[0]
