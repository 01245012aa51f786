"""Faults: what was done to terminal and centre as real processes, and what it cost: lost and doubled, of how many.

Counts, not times. What this machine does not allow (loop devices, strace, faketime) is left out, and not counted.
"""

import random
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.figures import Figure
from tests.faults import scenarios
from tests.faults.fault_proxy import KINDS
from tests.faults.kit import House, Stable, Tally, mounted

KILLS, WEATHER, CUTS = 120, 120, 20


def measure() -> Iterator[Figure]:
    tallies: list[Tally] = []
    rng = random.Random(2026)
    with tempfile.TemporaryDirectory() as name, House(Path(name) / "central") as house, Stable() as stable:
        folder = Path(name)
        yield from _told("sigkill_terminal", scenarios.terminal_killed(house, stable, folder, rng, KILLS), tallies)
        yield from _told("sigkill_centre", scenarios.centre_killed(house, stable, folder, rng, 10), tallies)
        yield from _told("sigkill_both", scenarios.both_killed(house, stable, folder, rng, 5), tallies)
        tally, done = scenarios.bad_weather(house, stable, folder, rng, WEATHER)
        for kind in KINDS:
            yield Figure(f"faults.network.{kind.replace(' ', '_')}", done[kind], "faults")
        yield from _told("network", tally, tallies)
        yield from _disks(house, stable, folder, rng, tallies)
        yield from _told("restored_terminal", scenarios.restored_terminal(house, folder), tallies)
        yield from _told("cloned_terminal", scenarios.cloned_terminal(house, folder), tallies)
        yield from _told("poisoned_record", scenarios.poisoned_record(house, folder), tallies)
        yield from _told("pulled_stick", scenarios.pulled_stick(house, folder, rng, 5), tallies)
        yield from _told("centre_of_yesterday", scenarios.centre_restored(house, folder), tallies)
    yield Figure("faults.all", sum(tally.faults for tally in tallies), "faults")
    yield Figure("faults.thanked", sum(tally.thanked for tally in tallies), "records")
    yield Figure("faults.lost", sum(len(tally.lost) for tally in tallies), "records", 0)
    yield Figure("faults.doubled", sum(len(tally.doubled) for tally in tallies), "records", 0)
    yield Figure("faults.chains_broken", sum(len(tally.broken) for tally in tallies), "places", 0)


def _disks(house: House, stable: Stable, folder: Path, rng: random.Random, tallies: list[Tally]) -> Iterator[Figure]:
    for name, scenario in (("full_disk", scenarios.full_disk), ("read_only_disk", scenarios.read_only_disk)):
        with mounted(folder / name, "-t", "tmpfs", "-o", "size=3m", "none") as disk:
            if disk is not None:
                yield from _told(name, scenario(house, folder, disk), tallies)
    if shutil.which("strace"):
        for name, inject in (
            ("eio_flush", "fdatasync:error=EIO:when=10+4"),
            ("enospc_write", "pwrite64:error=ENOSPC:when=60+40"),
        ):
            yield from _told(name, scenarios.failing_calls(house, folder, inject)[0], tallies)
    if shutil.which("faketime"):
        yield from _told("clock_jumps", scenarios.clock_jumps(house, folder, ("-40y", "+400d", "-3h")), tallies)
    yield from _told("damaged_pages", scenarios.damaged_pages(house, folder, rng, 5), tallies)
    cuts = scenarios.power_cut(house, stable, folder, rng, CUTS)
    if cuts is not None:
        yield from _told("power_cut", cuts, tallies)


def _told(name: str, tally: Tally, tallies: list[Tally]) -> Iterator[Figure]:
    tallies.append(tally)
    yield Figure(f"faults.{name}", tally.faults, "faults")
    yield Figure(f"faults.{name}.lost", len(tally.lost), "records", 0)
    yield Figure(f"faults.{name}.doubled", len(tally.doubled), "records", 0)
