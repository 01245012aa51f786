"""Disks that are full, refuse, turn read-only or lie; and the plug at the wall."""

import os
import shutil

import pytest

from tests.faults import scenarios

UNSENT_AT_ONCE = 20  # written down and not sent yet when the disk spoils the page: nobody can give that back


def skip_or_fail(why: str) -> None:
    """Where the machine does not allow a fault it is said; where CI=true promises one, it fails."""
    if os.environ.get("CI") == "true" and os.geteuid() == 0 and os.path.exists("/dev/loop-control"):
        pytest.fail(why)
    pytest.skip(why)


def test_a_full_disk_loses_nothing_that_was_thanked_for(house, tmp_path, disk):
    tally = scenarios.full_disk(house, tmp_path, disk)

    assert tally.sound, tally
    assert tally.faults > 100
    assert tally.thanked > 5


def test_a_disk_that_turns_read_only_and_comes_back(house, tmp_path, disk):
    tally = scenarios.read_only_disk(house, tmp_path, disk)

    assert tally.sound, tally
    assert tally.faults == 1


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
@pytest.mark.parametrize(
    ("inject", "says"),
    [
        ("fdatasync:error=EIO:when=10+4", "refuses to read or write"),
        ("pwrite64:error=ENOSPC:when=60+40", "no room left"),
    ],
)
def test_calls_that_the_kernel_refuses_are_never_thanked_for(house, tmp_path, inject, says):
    tally, said = scenarios.failing_calls(house, tmp_path, inject)
    if "ptrace" in said:
        skip_or_fail("strace may not trace here")

    assert tally.sound, tally
    assert says in said
    assert tally.faults > 0
    assert 0 < tally.thanked < 60


@pytest.mark.all
@pytest.mark.parametrize("call", ["fdatasync", "pwrite64", "openat"])
@pytest.mark.parametrize("error", ["EIO", "ENOSPC", "EDQUOT", "EROFS"])
@pytest.mark.parametrize("when", ["400+7", "300+31", "500+90"])
def test_any_call_refused_at_any_time(house, tmp_path, call, error, when):
    tally, said = scenarios.failing_calls(house, tmp_path, f"{call}:error={error}:when={when}", count=300)
    if "ptrace" in said:
        skip_or_fail("strace may not trace here")

    assert tally.sound, tally


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_a_centre_whose_flushes_fail_says_busy_and_takes_all_later(own_house, stable, tmp_path):
    tally = scenarios.centre_failing_calls(own_house, stable, tmp_path, "fdatasync,fsync:error=EIO")
    if tally.faults == 0:
        skip_or_fail("strace may not trace here")

    assert tally.sound, tally
    assert tally.faults > 4


def test_damaged_pages_cost_nothing_that_the_centre_has(house, tmp_path, rng):
    tally = scenarios.damaged_pages(house, tmp_path, rng, 2)

    assert tally.sound, tally


@pytest.mark.timeout(240)
def test_pages_damaged_under_a_running_terminal_are_mended_while_it_runs(house, stable, tmp_path, rng):
    tally = scenarios.damaged_while_running(house, stable, tmp_path, rng, 2)

    assert tally.faults == 2
    assert not tally.doubled
    assert not tally.broken or all(what.startswith("gap") for what in tally.broken), tally
    assert len(tally.lost) <= 2 * UNSENT_AT_ONCE  # what lay on a page that is rubbish now, and nowhere else


def test_a_power_cut_loses_nothing_that_was_thanked_for(house, stable, tmp_path, rng):
    tally = scenarios.power_cut(house, stable, tmp_path, rng, 6)
    if tally is None:
        skip_or_fail("no loop devices here")
        return

    assert tally.sound, tally
    assert tally.faults == 6


@pytest.mark.all
@pytest.mark.timeout(900)
def test_two_hundred_power_cuts(house, stable, tmp_path, rng):
    tally = scenarios.power_cut(house, stable, tmp_path, rng, 200)
    if tally is None:
        skip_or_fail("no loop devices here")
        return

    assert tally.sound, tally


@pytest.mark.all
@pytest.mark.timeout(600)
def test_power_cuts_under_the_centre(stable, tmp_path, rng):
    tally = scenarios.centre_power_cut(tmp_path, stable, rng, 8)
    if tally is None:
        skip_or_fail("no loop devices here")
        return

    assert tally.sound, tally
