"""A small fleet through a bad day: nobody starves, nothing is lost or doubled, and the centre recovers by itself.

`./run bench fleet` does the same with as many terminals as one likes, and measures it.
"""

import time

import pytest

from tests.bench.fleet import Fleet, check, flooding, meanwhile, restart


@pytest.fixture
def fleet(own_house, tmp_path):
    return Fleet.enrolled(tmp_path / "fleet", own_house, 10)


def test_a_morning_with_a_restart_a_wrong_clock_and_a_flood_loses_and_doubles_nothing(fleet, own_house):
    assert fleet.off  # one terminal believes that it is 1970
    fleet.say(20)
    with meanwhile(lambda: restart(own_house)):
        fleet.send()
    fleet.say(3)
    with flooding(fleet.homes[0], hands=2) as told:
        sent = fleet.send()
        deadline = time.monotonic() + 20
        while not told["429"] and time.monotonic() < deadline:  # first comes what anybody may ask
            time.sleep(0.05)

    assert len(sent.waits) == 10  # nobody was left out
    assert told["429"] > 0
    assert told["silent"] == 0
    seen = check(own_house, [fleet])
    assert (seen["held"], seen["lost"], seen["doubled"], seen["broken"]) == (230, 0, 0, 0)
    assert "Traceback" not in own_house.said
