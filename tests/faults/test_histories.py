"""Machines that come back from the past, or twice; sticks that are pulled out; records that nobody can take."""

import os
import shutil
import subprocess

import pytest

from tests.faults import scenarios
from tests.faults.kit import House


def test_a_restored_terminal_loses_and_doubles_nothing(house, tmp_path):
    tally = scenarios.restored_terminal(house, tmp_path)

    assert tally.sound, tally


def test_a_cloned_disk_is_a_fork_that_ends_and_loses_nothing(house, tmp_path):
    tally = scenarios.cloned_terminal(house, tmp_path)

    assert tally.sound, tally
    assert tally.forks == 20  # what the second wrote under the first one's numbers; then it opened an epoch of its own


def test_a_centre_of_yesterday_gets_back_what_it_lost(own_house, tmp_path):
    tally = scenarios.centre_restored(own_house, tmp_path)

    assert tally.sound, tally


def test_a_poisoned_record_stands_alone_and_stops_nobody(house, tmp_path):
    tally = scenarios.poisoned_record(house, tmp_path)

    assert tally.sound, tally


def test_a_stick_pulled_out_in_the_middle(house, tmp_path, rng):
    if subprocess.run(["unshare", "-m", "true"], capture_output=True, check=False).returncode:
        pytest.skip("no right to mount here: a stick cannot be pulled out")
    tally = scenarios.pulled_stick(house, tmp_path, rng, 3)

    assert tally.sound, tally
    assert tally.faults == 3


@pytest.mark.timeout(240)
def test_four_terminals_overtake_each_other_on_postgresql(stable, tmp_path, rng):
    from private_postgresql import Cluster

    cluster = Cluster.find()
    if cluster is None:
        if os.environ.get("CI") == "true":
            pytest.fail("PostgreSQL is not installed, and CI=true promises it")
        pytest.skip("PostgreSQL is not installed: apt-get install postgresql")
    with cluster.running(), House(tmp_path / "central", cluster.new_database()) as centre:
        tally = scenarios.four_terminals(centre, stable, tmp_path, rng, 24)

    assert tally.sound, tally
    assert shutil.which("postgres") or cluster.programs.exists()
