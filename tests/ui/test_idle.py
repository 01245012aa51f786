"""Nobody touches: a question, thirty seconds, and then nothing of the visitor is left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest


def begun(lobby, **config):
    visit = lobby(**config)
    visit.tap("tile_F", "choice_toilet")
    return visit


def test_the_question_comes_after_ninety_seconds(lobby):
    visit = begun(lobby)

    visit.watch.skip(89)
    visit.finger.rest()
    assert visit.eye.find("stay") is None

    visit.watch.skip(1)
    visit.finger.rest()
    assert visit.eye.find("stay") is not None
    assert visit.terminal.models.idle.props.seconds == 30


def test_the_countdown_ends_with_a_clean_home(lobby):
    visit = begun(lobby)

    visit.watch.skip(119)
    visit.finger.rest()
    assert visit.terminal.models.idle.props.seconds == 1

    visit.watch.skip(1)
    visit.finger.rest()

    visit.at("home")
    assert visit.terminal.conductor.journey.visit is None
    assert visit.eye.find("stay") is None


@pytest.mark.parametrize("times", [11])
def test_more_time_can_be_had_as_often_as_wanted(lobby, times):
    visit = begun(lobby)

    for _ in range(times):
        visit.watch.skip(100)
        visit.finger.until("the question", lambda: visit.eye.find("stay") is not None)
        visit.tap("stay")

    assert visit.screen == "question"
    assert visit.terminal.conductor.journey.visit.value("where") == "toilet"


def test_the_two_buttons_are_equal(lobby):
    visit = begun(lobby)
    visit.watch.skip(91)
    visit.finger.until("the question", lambda: visit.eye.find("stay") is not None)

    stay, leave = visit.eye.find("stay"), visit.eye.find("leave")

    assert (stay.width, stay.height, stay.y) == (leave.width, leave.height, leave.y)


def test_nobody_is_asked_at_home(lobby):
    visit = lobby()
    visit.tap("dockElder")
    visit.tap("dockElder")

    visit.watch.skip(91)
    visit.finger.rest()

    assert visit.eye.find("stay") is None
    assert not visit.terminal.conductor.visiting


def test_every_touch_counts_from_the_beginning(lobby):
    visit = begun(lobby)
    visit.watch.skip(80)
    place = visit.middle("choice_broken")
    place.setX(4)  # beside everything

    visit.press(place)
    visit.lift(place)

    visit.watch.skip(80)
    visit.finger.rest()
    assert visit.eye.find("stay") is None


def test_elders_have_twice_the_time(lobby):
    visit = begun(lobby)
    visit.tap("dockElder")

    visit.watch.skip(179)
    visit.finger.rest()
    assert visit.eye.find("stay") is None

    visit.watch.skip(2)
    visit.finger.rest()
    assert visit.terminal.models.idle.props.seconds == 59


def test_a_call_for_staff_keeps_the_visitor_here(lobby):
    visit = begun(lobby)
    visit.tap("dockStaff", "call")

    visit.watch.skip(200)
    visit.finger.rest()
    assert visit.eye.find("stay") is None

    visit.tap("call", "closeSheet")
    assert visit.terminal.conductor.journey.visit.value("where") == "toilet"


def test_whoever_speaks_or_writes_is_not_sent_away(lobby):
    visit = begun(lobby)
    goes_on = [True]
    visit.terminal.keeper.hold(lambda: goes_on[0])

    visit.watch.skip(500)
    visit.finger.rest()
    assert visit.eye.find("stay") is None

    goes_on[0] = False
    visit.watch.skip(91)
    visit.finger.rest()
    assert visit.eye.find("stay") is not None

    goes_on[0] = True  # the recording began while the question stood there
    visit.finger.rest()
    assert visit.eye.find("stay") is None


def test_a_key_counts_as_a_finger_does(lobby):
    visit = begun(lobby)
    visit.watch.skip(80)

    QTest.keyClick(visit.terminal.window, Qt.Key.Key_Down)

    visit.watch.skip(80)
    visit.finger.rest()
    assert visit.eye.find("stay") is None
