"""Taps while the terminal sends: XINSHENG_RECORDS lie in its store, and a real centre takes them.

300,000 of them: what the sending of the 100,000 that are asked for leaves time for is too few taps for a p95.
"""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from kiosk.store import FILE, Store
from tests.bench import centres, staged
from tests.bench.figures import Figure, median, percentile
from tests.bench.sync import enrol_home, filled, now
from tests.bench.tap import MEDIAN_MS, P95_MS, visits

RECORDS = int(os.environ.get("XINSHENG_RECORDS", "300000"))
FEW = 1000  # left to send: the taps end before the sending does


def measure() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        home = folder / "kiosk"
        filled(home, RECORDS)
        with (
            centres.serving(folder, "sqlite") as house,
            Store.open(home / FILE, now) as store,
            staged.terminal(home, courier=True) as (terminal, finger),
        ):
            list(visits(terminal, finger, lambda count: count < 1))  # makes the screens
            enrol_home(home, store, house)
            finger.until("the first batch", lambda: store.status().unsent < RECORDS)
            times = list(visits(terminal, finger, lambda _: store.status().unsent > FEW))
    yield Figure("tap.syncing.median", median(times), "ms", MEDIAN_MS)
    yield Figure("tap.syncing.p95", percentile(times, 0.95), "ms", P95_MS)
    yield Figure("tap.syncing.taps", len(times), "taps")
