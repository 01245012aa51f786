"""A fleet's days: every terminal a real courier with a real store, all in one process, against a real `central serve`.

XINSHENG_FLEET says how many (60; 2000 is a county's worth of counties). What is done to them:

- morning     all come back after a night without network, with fifty records each, at once
- steady      each has one more answer, and says what a terminal says in a minute
- restart     the centre is stopped and started again while all of them send
- flood       one of them asks without pause while the others send
- clock       the terminals of one venue believe that it is 1970, all the time

One terminal that sends as many records as the whole morning stands beside it, in the same run. Afterwards the centre's
own audit is asked, and every record is counted: nothing lost, nothing doubled.
"""

import heapq
import os
import resource
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import requests

from kiosk.store import FILE, Store
from sync import codes
from sync.courier import Idle
from sync.enrol import enrol
from sync.identity import load_identity, need_enrolment
from sync.terminal import open_courier
from tests.bench import centres
from tests.bench.figures import Figure, percentile
from tests.bench.sync import entry, now
from tests.faults.kit import House

TERMINALS = int(os.environ.get("XINSHENG_FLEET", "60"))
EACH = 50
THREADS = 64  # a store belongs to its thread; each has its share of the couriers
SLOWER = 1.5  # than one terminal with all of it
OFF_SHARE = 10  # every tenth terminal stands in the venue whose clock is wrong


def measure() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as name, centres.serving(Path(name), "sqlite") as house:
        fleet = Fleet.enrolled(Path(name), house, TERMINALS)
        alone = Fleet.enrolled(Path(name) / "alone", house, 1)
        alone.say(TERMINALS * EACH)
        one = alone.send()
        fleet.say(EACH)
        before = centres.cost(house.worker)
        morning = fleet.send()
        worked = centres.cost(house.worker).processor_s - before.processor_s
        yield Figure("fleet.terminals", TERMINALS, "terminals")
        yield Figure("fleet.morning.centre.processor", worked / TERMINALS * 1000, "ms/terminal")
        yield Figure("fleet.morning", morning.seconds, "s", SLOWER * one.seconds)
        yield Figure("fleet.one_terminal", one.seconds, "s")
        yield Figure("fleet.morning.first_done", min(morning.waits), "s")
        yield Figure("fleet.morning.p99", percentile(morning.waits, 0.99), "s")
        yield from _day(fleet, house)
        seen = check(house, [fleet, alone])
        yield Figure("fleet.records", seen["held"], "records")
        yield Figure("fleet.lost_or_doubled", seen["lost"] + seen["doubled"], "records")
        yield Figure("fleet.gaps_forks_altered", seen["broken"], "records")
        yield Figure("fleet.centre.memory", centres.cost(house.worker).memory_mb, "MB")


def _day(fleet: "Fleet", house: House) -> Iterator[Figure]:
    fleet.say(1)
    before = centres.cost(house.worker)
    steady = fleet.send()
    worked = centres.cost(house.worker).processor_s - before.processor_s
    yield Figure("fleet.steady.centre.processor", worked / TERMINALS * 1000, "ms/terminal")
    yield Figure("fleet.steady", TERMINALS / steady.seconds, "terminals/s")
    yield Figure("fleet.steady.p99", percentile(steady.waits, 0.99), "s")
    fleet.say(5)
    with meanwhile(lambda: restart(house)):
        restarted = fleet.send()
    yield Figure("fleet.restart", restarted.seconds, "s")
    yield Figure("fleet.restart.turned_away", restarted.turned_away, "times")
    fleet.say(5)
    with flooding(fleet.homes[0]) as told:
        flooded = fleet.send()
    yield Figure("fleet.flood", flooded.seconds, "s")
    yield Figure("fleet.flood.let_in", told["200"], "requests")
    yield Figure("fleet.flood.told_to_wait", told["429"] + told["503"], "requests")
    yield Figure("fleet.flood.without_retry_after", told["silent"], "requests")


@dataclass(frozen=True, slots=True)
class Sent:
    """How long it took until the last was done; each one's own time; how often somebody had to try again."""

    seconds: float
    waits: Sequence[float]
    turned_away: int


@dataclass
class Fleet:
    """Terminals that are enrolled, in folders. Those of the venue `off` have a clock of 1970."""

    homes: list[Path]
    off: set[Path] = field(default_factory=set)
    written: int = 0

    @classmethod
    def enrolled(cls, folder: Path, house: House, count: int) -> "Fleet":
        _allow_files(count * 8 + 500)
        homes = [folder / f"t{n}" for n in range(count)]
        off = set(homes[OFF_SHARE - 1 :: OFF_SHARE])
        fleet = cls(homes, off)
        typed = [house.centre.quick_code("off" if home in off else "lobby") for home in homes]
        with ThreadPoolExecutor(8) as crowd:
            list(crowd.map(lambda pair: fleet._enrol(*pair, house), zip(homes, typed, strict=True)))
        return fleet

    def clock(self, home: Path) -> datetime:
        """The time as this terminal believes it."""
        return now().replace(year=1970) if home in self.off else now()

    def say(self, each: int) -> None:
        """So many answers more, in every store."""
        with ThreadPoolExecutor(8) as crowd:
            list(crowd.map(lambda home: self._say(home, each), self.homes))
        self.written += each * len(self.homes)

    def send(self) -> Sent:
        """Every courier runs, and waits as it wants to, until all of it is settled.

        Couriers begin together, with their stores open, as on terminals that were on all night. Each is done when the
        centre holds what it had; then it goes on until it has nothing left to do, on nobody's time.
        """
        shares = [share for n in range(THREADS) if (share := self.homes[n::THREADS])]
        start = threading.Barrier(len(shares))
        with ThreadPoolExecutor(len(shares)) as crowd:
            done = list(crowd.map(lambda share: self._drive(share, start), shares))
        waits = [wait for each, _ in done for wait in each]
        return Sent(max(waits), waits, sum(away for _, away in done))

    def _drive(self, homes: Sequence[Path], start: threading.Barrier) -> tuple[list[float], int]:
        """Couriers in turns, whoever is due first: how long each took, and how often one was turned away."""
        drivers = [_Driver(home, lambda home=home: self.clock(home)) for home in homes]
        due = [(0.0, number) for number in range(len(drivers))]
        start.wait()
        began, away = time.perf_counter(), 0
        while due:
            at, number = heapq.heappop(due)
            time.sleep(max(0.0, at - time.perf_counter()))
            rest = drivers[number].step(began)
            if rest is None:
                away += drivers[number].away
            else:
                heapq.heappush(due, (time.perf_counter() + rest, number))
        return [driver.settled_s for driver in drivers], away

    def _say(self, home: Path, count: int) -> None:
        with Store.open(home / FILE, lambda: self.clock(home)) as store:
            with store.reading() as db:
                db.execute("pragma synchronous = off")  # filling is not what is measured
            for number in range(count):
                store.record(entry(number))

    def _enrol(self, home: Path, typed: str, house: House) -> None:
        home.mkdir(parents=True)
        with Store.open(home / FILE, lambda: self.clock(home)) as store:
            identity = load_identity(home)
            while True:
                try:
                    enrol(home, store, identity, house.centre.url, codes.read_enrol_code(typed), version="0")
                except Exception as error:  # strangers are let in a few at a time, by address
                    if "429" not in str(error):
                        raise
                    time.sleep(0.3)
                else:
                    return


class _Driver:
    """One courier with its store, closed when it has nothing left to do. away: how often it had to come again."""

    def __init__(self, home: Path, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._store = Store.open(home / FILE, clock)
        courier = open_courier(home, self._store)
        assert courier is not None
        self._courier = courier
        self.away, self.settled_s = 0, 0.0

    def step(self, began: float) -> float | None:
        """One thing; seconds until the next, None when there is nothing left to do."""
        outcome = self._courier.run_once(self._clock())
        if not self.settled_s and not self._store.status().unsent:
            self.settled_s = time.perf_counter() - began
        if isinstance(outcome, Idle) and self.settled_s:
            self._store.close()
            return None
        rest = self._courier.rest_s(self._clock())
        self.away += rest > 0
        return rest


def check(house: House, fleets: Sequence[Fleet]) -> Counter[str]:
    """held, lost, doubled: what visitors said, by the records' names; broken: what the audit finds."""
    told = "from intake_record where type = 'feedback.submitted'"
    held = house.centre.sql(f"select count(*) {told}")[0][0]
    distinct = house.centre.sql(f"select count(*) from (select distinct source, epoch, seq {told}) t")
    report = house.centre.audit()
    written = sum(fleet.written for fleet in fleets)
    return Counter(
        held=held,
        lost=written - distinct[0][0],
        doubled=held - distinct[0][0],
        broken=report["gaps"] + report["forks"] + report["altered"],
    )


def restart(house: House) -> None:
    """Stopped, and there again at the same address."""
    house.stop()
    house.start()


@contextmanager
def meanwhile(deed: Callable[[], object]) -> Iterator[None]:
    """Something that happens to the centre while the block runs."""
    thread = threading.Thread(target=deed)
    thread.start()
    try:
        yield
    finally:
        thread.join()


@contextmanager
def flooding(home: Path, hands: int = 4) -> Iterator[Counter[str]]:
    """Somebody asks without pause, by several hands: half of them in the name of a terminal, half without a name.

    What they were told, by status; silent: turned away without being told for how long.
    """
    enrolment, told, stop = need_enrolment(home), Counter(), threading.Event()

    def ask(hand: int) -> None:
        session = requests.Session()
        named = {"Authorization": f"Bearer {enrolment.token}"} if hand % 2 else {}
        path = "updates?after=0" if named else "centre"
        while not stop.is_set():
            try:
                answer = session.get(f"{enrolment.url}/api/v1/{path}", headers=named, timeout=30)
            except requests.RequestException:
                continue
            told[str(answer.status_code)] += 1
            told["silent"] += answer.status_code in (429, 503) and "Retry-After" not in answer.headers

    threads = [threading.Thread(target=ask, args=(hand,), daemon=True) for hand in range(hands)]
    for thread in threads:
        thread.start()
    try:
        yield told
    finally:
        stop.set()
        for thread in threads:
            thread.join(10)


def _allow_files(wanted: int) -> Any:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(wanted, hard), hard))
