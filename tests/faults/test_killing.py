"""SIGKILL at random moments of terminal and centre: what was thanked for is at the centre, each once, chains whole."""

import pytest

from tests.faults import scenarios


def test_a_terminal_killed_at_any_moment_loses_and_doubles_nothing(house, stable, tmp_path, rng):
    tally = scenarios.terminal_killed(house, stable, tmp_path, rng, 34)

    assert tally.sound, tally
    assert tally.faults >= 34
    assert tally.cut <= tally.faults  # a kill may fall between the commit and the thanks, and nowhere else


@pytest.mark.timeout(180)
def test_the_centre_killed_in_the_middle_loses_and_doubles_nothing(house, stable, tmp_path, rng):
    tally = scenarios.centre_killed(house, stable, tmp_path, rng, 4)

    assert tally.sound, tally


@pytest.mark.timeout(180)
def test_both_killed_at_once_lose_and_double_nothing(house, stable, tmp_path, rng):
    tally = scenarios.both_killed(house, stable, tmp_path, rng, 2)

    assert tally.sound, tally


@pytest.mark.all
@pytest.mark.timeout(1800)
def test_five_hundred_kills(house, stable, tmp_path, rng):
    folders = [tmp_path / name for name in ("terminal", "centre", "both")]
    for folder in folders:
        folder.mkdir()
    tallies = [
        scenarios.terminal_killed(house, stable, folders[0], rng, 400),
        scenarios.centre_killed(house, stable, folders[1], rng, 60),
        scenarios.both_killed(house, stable, folders[2], rng, 30),
    ]

    assert all(tally.sound for tally in tallies), tallies
    assert sum(tally.faults for tally in tallies) >= 500
