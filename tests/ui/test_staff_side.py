"""Staff behind the screen: only they get there, nothing of a visitor is lost or seen, and the page closes by itself."""

import random
import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest
from conftest import LYING, UPRIGHT, read_records
from glance import Ruler
from PySide6.QtCore import QPoint
from rules import flaws

from kiosk.staff import LOCK_AFTER, Doorkeeper, Outcome
from sync.identity import Enrolment, load_identity, save_enrolment
from sync.unlock import answer
from ui.staffgate import Gate, lifted, pressed, tapped

PIN = "274913"
KEY = bytes(range(32))
ENROLMENT = Enrolment(
    "http://127.0.0.1:9", "c", 7, "token", KEY, KEY, KEY, "lobby", {"zh-Hans": "馆"}, KEY[:16], None, None, ""
)


def with_pin(terminal):
    Doorkeeper(terminal.config.data, terminal.clock).set_pin(PIN)


@pytest.fixture
def staffed(lobby):
    """A terminal whose staff have a PIN."""
    return lambda *size, **more: lobby(*size, before=with_pin, **more)


def page(visit):
    return visit.terminal.models.backstage.props.page


def props(visit):
    return visit.terminal.models.backstage.props


def at_page(visit, name):
    visit.finger.until(name, lambda: page(visit) == name)


def corner(visit, *, right=False):
    return QPoint(visit.terminal.window.width() - 60 if right else 60, 60)


def gesture(visit):
    visit.press(corner(visit))
    visit.watch.skip(5.2)
    visit.lift(corner(visit))
    for _ in range(3):
        visit.press(corner(visit, right=True))
        visit.lift(corner(visit, right=True))


def type_pin(visit, pin=PIN):
    visit.tap(*(f"digit_{sign}" for sign in pin), "digitEnter")


def behind(visit):
    gesture(visit)
    at_page(visit, "pin")
    type_pin(visit)
    at_page(visit, "menu")
    visit.finger.until("the facts", lambda: bool(props(visit).facts))


# -- the way in


def test_the_gate_is_two_corners_and_patience():
    armed = lifted(pressed(Gate(), 0), 5.5)
    assert tapped(tapped(tapped(armed, 6), 6.5), 7).opened

    assert not tapped(tapped(tapped(armed, 6), 7), 12).opened  # too slow
    assert not tapped(tapped(tapped(lifted(pressed(Gate(), 0), 4.9), 5), 5), 5).opened  # let go too soon
    assert not tapped(tapped(tapped(lifted(pressed(Gate(), 0), 13), 14), 14), 14).opened  # leaned against it
    assert not tapped(tapped(tapped(Gate(), 1), 1), 1).opened


@pytest.mark.parametrize("size", [UPRIGHT, LYING])
def test_the_gesture_opens_the_pin_and_the_pin_the_page(staffed, size):
    visit = staffed(size)

    behind(visit)

    assert [one.key for one in props(visit).facts][:3] == ["unsent", "heard", "centre"]
    visit.tap("staffClose")
    assert page(visit) == ""
    visit.at("home")


def test_children_who_poke_do_not_get_in(staffed):
    visit = staffed()
    child = random.Random(7)
    for _ in range(150):
        place = QPoint(child.choice([60, 1020, child.randrange(1080)]), child.choice([60, child.randrange(1920)]))
        visit.press(place)
        visit.watch.skip(child.choice([0.1, 0.3, 2, 4]))
        visit.lift(place)

    assert page(visit) == ""


def test_a_wrong_pin_does_not_open_and_the_visitor_is_still_there(staffed):
    visit = staffed()
    visit.tap("tile_F", "choice_toilet")
    gesture(visit)
    at_page(visit, "pin")

    type_pin(visit, "274914")
    visit.finger.until("no", lambda: props(visit).why == "wrong")
    visit.tap("staffClose")

    assert visit.screen in ("question", "home")
    assert page(visit) == ""


def locked_and_enrolled(terminal):
    """Ten wrong PINs, each a day after the other; and a centre that can answer."""
    data, days = terminal.config.data, iter(range(-30, 0))
    doors = Doorkeeper(data, lambda: terminal.clock() + timedelta(days=next(days)))
    doors.set_pin(PIN)
    for _ in range(LOCK_AFTER):
        doors.try_pin("111222")
    save_enrolment(data, ENROLMENT)


def test_a_locked_pin_is_opened_by_the_centres_digits(lobby):
    visit = lobby(before=locked_and_enrolled)
    gesture(visit)
    at_page(visit, "locked")
    challenge = props(visit).challenge

    type_pin(visit, "12345678")
    visit.finger.until("no", lambda: props(visit).why == "wrong")
    type_pin(visit, answer(bytes(load_identity(visit.terminal.config.data).box), KEY, challenge))
    at_page(visit, "newpin")
    type_pin(visit, "837261")
    type_pin(visit, "837261")

    at_page(visit, "menu")
    assert Doorkeeper(visit.terminal.config.data, visit.watch.now).try_pin("837261") is Outcome.RIGHT


def test_a_terminal_without_a_pin_asks_for_one_twice(lobby):
    visit = lobby()
    gesture(visit)
    at_page(visit, "newpin")

    type_pin(visit, "123456")
    assert props(visit).why == "plain"
    type_pin(visit)
    type_pin(visit, "274914")
    assert props(visit).why == "differ"
    type_pin(visit)
    type_pin(visit)

    at_page(visit, "menu")


def test_the_page_closes_after_a_minute(staffed):
    visit = staffed()
    behind(visit)

    visit.watch.skip(59)
    visit.finger.rest()
    assert props(visit).left == 1
    visit.watch.skip(1.5)
    visit.finger.rest()

    assert page(visit) == ""


def test_letting_staff_in_wipes_the_visit(staffed):
    visit = staffed()
    visit.tap("tile_F", "choice_toilet")

    behind(visit)
    visit.tap("staffClose")

    visit.at("home")
    assert visit.terminal.conductor.journey.visit is None


def test_every_press_of_send_now_shows_a_state_at_once(staffed):
    visit = staffed()
    behind(visit)

    for state in ("waiting", "idle", "alone"):
        visit.tap("staffSync") if props(visit).sync == "" else visit.terminal.backstage.desk.want("sync")
        assert props(visit).sync == "trying"
        visit.terminal.sending.stood.emit(state, "")
        assert props(visit).sync == state


# -- practice


def test_practice_leaves_no_trace_in_earnest(staffed):
    visit = staffed()
    behind(visit)
    visit.saved()
    before = visit.records()

    visit.tap("staffTrain")
    visit.at("home")
    assert visit.eye.find("staffEnd") is not None  # on every screen
    visit.tap("face_1")
    visit.at("question")
    assert visit.eye.find("staffEnd") is not None
    visit.saved()
    assert visit.records() == before
    practised = read_records(visit.terminal.config.data / "training")
    assert [one["flags"] for one in practised if one["type"] == "feedback.submitted"] == [["staff", "training"]]

    visit.tap("staffEnd")
    visit.at("home")
    visit.tap("face_5")
    visit.at("question")
    visit.saved()
    added = visit.records()[len(before) :]
    assert [one["flags"] for one in added] == [["staff"]]  # staff were here a moment ago: flagged, and kept
    with closing(sqlite3.connect(visit.terminal.config.data / "training" / "kiosk.db")) as db:
        assert db.execute("select count(*) from batches").fetchone() == (0,)


def test_practice_that_nobody_goes_on_with_ends(staffed):
    visit = staffed()
    behind(visit)
    visit.tap("staffTrain")
    visit.at("home")

    visit.watch.skip(901)
    visit.finger.rest()

    assert not props(visit).training
    assert visit.eye.find("staffEnd") is None


# -- typing for somebody


def begin_entry(visit, slip=""):
    behind(visit)
    visit.tap("staffEntry", "digit_1", "digit_0", "digit_3")
    if slip:
        visit.tap("entrySlip", *(f"digit_{sign}" for sign in slip))
    visit.tap("digitEnter")
    visit.at("home")


@pytest.mark.parametrize(("slip", "channel"), [("12", "paper"), ("", "staff")])
def test_what_staff_type_says_so(staffed, slip, channel):
    visit = staffed()
    begin_entry(visit, slip)
    visit.tap("face_2")
    visit.at("question")
    visit.saved()

    (entry,) = [one for one in visit.records() if one["type"] == "feedback.submitted"]
    assert entry["flags"] == ["assisted"]
    assert (entry["said"]["channel"], entry["said"]["staff"]) == (channel, "103")
    assert entry["said"].get("slip", "") == slip


def test_the_next_slip_has_the_next_number_and_visitors_speak_for_themselves_again(staffed):
    visit = staffed()
    begin_entry(visit, "12")
    visit.tap("face_2", "skip", "next", "finish")
    visit.at("home")
    assert props(visit).slip == "13"

    visit.tap("staffEnd", "face_4")
    visit.at("question")
    visit.saved()

    first, last = [one for one in visit.records() if one["type"] == "feedback.submitted"]
    assert (first["said"]["channel"], last["said"]["channel"]) == ("paper", "kiosk")
    assert last["flags"] in ([], ["fast"])
    assert "staff" not in last["said"]


def test_entering_ends_after_a_minute_untouched(staffed):
    visit = staffed()
    begin_entry(visit)
    visit.tap("face_2")
    visit.at("question")

    visit.watch.skip(61)
    visit.finger.rest()

    visit.at("home")
    assert not props(visit).entering


# -- the glass, light and sound, the end


def test_touch_does_nothing_while_the_glass_is_wiped(staffed):
    visit = staffed()
    behind(visit)
    visit.tap("staffClean")
    for y in range(100, 1900, 300):
        visit.press(QPoint(500, y))
        visit.lift(QPoint(500, y))
    assert page(visit) == "clean"

    visit.watch.skip(30.5)
    visit.finger.rest()
    assert page(visit) == "menu"
    visit.tap("staffClose")


def test_a_screen_without_a_lamp_is_darkened_and_says_so(staffed):
    visit = staffed()
    behind(visit)
    visit.tap("staffScreen", "darker", "darker")

    assert (props(visit).brightness, props(visit).veil) == (80, 0.2)
    assert not props(visit).backlight
    for _ in range(12):
        visit.terminal.backstage.desk.want("darker")
    assert props(visit).brightness == 30  # nobody is left in the dark


def test_only_staff_close_it(staffed):
    visit = staffed()
    ended = []
    visit.terminal.backstage.desk.ended.connect(lambda: ended.append(True))
    visit.terminal.backstage.desk.want("out")  # nobody was let in
    assert ended == []

    behind(visit)
    visit.terminal.backstage.desk.ended.disconnect()
    visit.terminal.backstage.desk.ended.connect(lambda: ended.append(True))
    visit.tap("staffLeave")
    visit.finger.tap("staffOut", changes=False)
    visit.finger.rest()

    assert ended == [True]


# -- what can be read and reached


def wrong_on(visit, name):
    """What the master table of accessibility has against the page of the moment."""
    visit.finger.settle()
    window = visit.terminal.window
    ruler = Ruler(visit.terminal.engine, window)
    pitch = 21.5 * 25.4 / (window.width() ** 2 + window.height() ** 2) ** 0.5
    return [f"{name}: {flaw}" for flaw in flaws(ruler.look(ruler.rows(), pitch, window.grabWindow()))]


@pytest.mark.parametrize(("size", "language"), [(UPRIGHT, "zh-Hans"), (LYING, "en")])
def test_every_page_of_staff_can_be_read_and_reached(staffed, tmp_path, size, language):
    other = "en" if language == "zh-Hans" else "zh-Hans"
    visit = staffed(size, languages=(language, other), stick_folder=str(tmp_path))
    wrong = []
    gesture(visit)
    at_page(visit, "pin")
    wrong += wrong_on(visit, "pin")
    type_pin(visit)
    at_page(visit, "menu")
    visit.finger.until("the facts", lambda: bool(props(visit).facts))
    visit.tap("staffSync")
    wrong += wrong_on(visit, "menu")
    for button in ("staffStick", "staffEntry", "staffScreen", "staffLeave"):
        visit.tap(button)
        wrong += wrong_on(visit, button)
        visit.tap("staffMenu")
    setup = visit.terminal.backstage.setup
    visit.terminal.backstage.desk.leave()
    setup.begin(anew=True)
    for step in ("language", "ruler", "centre", "pin", "tap", "done"):
        visit.finger.until(step, lambda step=step: visit.terminal.models.setup.props.page == step)
        wrong += wrong_on(visit, step)
        if step != "done":
            visit.tap("setupSkip")

    assert wrong == [], "\n".join(wrong)
