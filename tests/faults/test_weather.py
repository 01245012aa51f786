"""A bad network between two real processes, and clocks that lie."""

import shutil

import pytest

from tests.faults import scenarios
from tests.faults.fault_proxy import KINDS


@pytest.mark.timeout(180)
def test_whatever_the_network_does_every_record_arrives_once(house, stable, tmp_path, rng):
    tally, done = scenarios.bad_weather(house, stable, tmp_path, rng, 3 * len(KINDS))

    assert tally.sound, tally
    assert all(done[kind] >= 2 for kind in KINDS), done


@pytest.mark.all
@pytest.mark.timeout(1200)
def test_a_winter_of_bad_weather(house, stable, tmp_path, rng):
    tally, done = scenarios.bad_weather(house, stable, tmp_path, rng, 60 * len(KINDS))

    assert tally.sound, tally
    assert all(done[kind] >= 50 for kind in KINDS), done


@pytest.mark.skipif(shutil.which("faketime") is None, reason="faketime is not installed")
def test_a_clock_in_any_year_loses_and_doubles_nothing(house, tmp_path):
    tally = scenarios.clock_jumps(house, tmp_path, ("-40y", "+400d", "-3h"))

    assert tally.sound, tally
