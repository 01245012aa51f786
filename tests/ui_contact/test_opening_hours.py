"""The dock of home promises only the hours that somebody set for this venue."""

from datetime import time

import pytest

NINE_TO_NINE = (time(9), time(21))
MONDAY_CLOSED = {"mon": None}


def dock(here) -> list[str]:
    """What stands in the first two places of the dock, where the hours go."""
    here.finger.settle()
    left = here.stands("dockLanguage").x
    return [item.text for item in here.eye.see() if item.within.endswith("hours") and item.x < left and item.text]


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
def test_where_nobody_set_hours_none_are_shown_and_nothing_is_out_of_place(visit, size):
    bare = visit(size=size)
    told = visit(size=size, opening=dict.fromkeys(("tue", "wed", "thu"), NINE_TO_NINE) | MONDAY_CLOSED)

    assert dock(bare) == []
    assert len(dock(told)) == 2
    places = [
        {item.name: (item.x, item.y) for item in one.eye.see() if item.name.startswith("dock")} for one in (bare, told)
    ]
    assert {"dockLanguage", "dockDisplay", "dockElder"} <= set(places[0])
    assert places[0] == places[1]


def test_todays_hours_are_those_of_the_centre(visit):
    here = visit(opening={"thu": NINE_TO_NINE})

    (said,) = dock(here)

    assert "9:00" in said
    assert "21:00" in said


@pytest.mark.parametrize(("opening", "closed"), [(MONDAY_CLOSED, False), ({"thu": None}, True)])
def test_a_day_nobody_spoke_of_is_not_called_closed(visit, opening, closed):
    here = visit(opening=opening)  # on a Thursday

    assert here.terminal.models.home.closedToday == closed
    assert len(dock(here)) == 1 + closed
