"""How long somebody who guesses must wait, to the second."""

from datetime import timedelta

from lobby import MONDAY

from sync.central.cases import throttle

FIVE = throttle.Limit("test", 5, 10)


def fail(*seconds: float) -> None:
    for second in seconds:
        throttle.failed(FIVE, "10.0.0.1", MONDAY + timedelta(seconds=second))


def wait(seconds: float, who: str = "10.0.0.1") -> int:
    return throttle.wait(FIVE, who, MONDAY + timedelta(seconds=seconds))


def test_the_wait_ends_when_the_first_of_five_is_a_minute_old(lobby):
    fail(0, 10, 20, 30, 40)

    assert [wait(40), wait(40.5), wait(59), wait(59.5)] == [20, 20, 1, 1]
    assert wait(60) == 0  # not a second longer than was said
    fail(60)
    assert wait(60) == 10  # and now the second is the one to wait for


def test_the_hour_counts_beside_the_minute_and_the_longer_wait_is_said(lobby):
    fail(*range(0, 1000, 100))

    assert wait(900) == 2700
    assert wait(3599) == 1
    assert wait(3600) == 0


def test_one_who_waits_makes_nobody_else_wait(lobby):
    fail(0, 1, 2, 3, 4)

    assert wait(5) == 55
    assert wait(5, "10.0.0.2") == 0
