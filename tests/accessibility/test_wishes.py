"""How a screen looks: in one tap from everywhere, for one visitor, in millimetres on every panel."""

import time
from itertools import chain
from math import hypot

import pytest
from PySide6.QtTest import QTest
from scenes import RATING, play
from seat import LYING, MODES, SCALES, UPRIGHT, Look

PANELS = [  # inch, size: what standards name; pitches 0.180, 0.248, 0.311, 0.369 and 0.185 mm
    (15.6, (1080, 1920)),
    (21.5, (1080, 1920)),
    (27.0, (1080, 1920)),
    (32.0, (1080, 1920)),
    (32.0, (2160, 3840)),
]
BEFORE_ALL = ("home", RATING, "lookup", "board")


@pytest.mark.parametrize("size", [UPRIGHT, LYING], ids=["upright", "lying"])
def test_one_tap_from_every_screen_and_back(seat, size):
    here = seat(size)
    for name in chain.from_iterable(play(here, scene, Look()) for scene in BEFORE_ALL):
        screen = here.terminal.models.shell.screen
        here.finger.tap("dockDisplay")
        assert here.terminal.models.shell.sheet == "display", name
        here.still()
        here.finger.tap("closeSheet")
        here.finger.until(f"{name} again", lambda: not here.terminal.models.shell.sheet)
        assert here.terminal.models.shell.screen == screen, name


def test_every_size_of_type_and_the_end_of_the_visit(seat):
    here = seat()
    body = {}
    for scale in SCALES:
        here.finger.tap("dockDisplay")
        if here.terminal.conductor.wishes.scale != scale:
            here.finger.tap(f"scale_{scale}")
        here.finger.tap("closeSheet")
        body[scale] = next(text.size for text in here.look().texts if "满意" in text.text and text.size)
        assert here.terminal.conductor.wishes.scale == scale
    here.terminal.conductor.end_visit()
    assert here.terminal.conductor.wishes.scale == 100
    assert body[100] <= body[125] <= body[150] <= body[200]


@pytest.mark.parametrize("scale", SCALES)
def test_what_is_read_grows_as_far_as_was_wished(seat, scale):
    here = seat()
    here.terminal.models.shell.openStaff()
    plain = here.look()
    here.wish(Look(scale=scale))
    grown = here.look()

    def line(glance):
        return next(text for text in glance.texts if "一张脸" in text.text).size

    assert line(grown) / line(plain) == pytest.approx(scale / 100, abs=0.02)


def test_sizes_are_those_of_the_panel(seat):
    """The same millimetres of a target and of type on every panel, to half a millimetre."""
    measured = {}
    for inch, size in PANELS:
        here = seat(size, diagonal_inch=inch)
        here.terminal.models.shell.openStaff()
        glance, pitch = here.look(), inch * 25.4 / hypot(*size)
        call = next(thing for thing in glance.targets if thing.name == "call")
        words = next(text for text in glance.texts if "一张脸" in text.text)
        measured[inch, size] = (call.box.height * pitch, words.size * pitch)
    first = measured[PANELS[0]]
    for found in measured.values():
        assert found == pytest.approx(first, abs=0.5)


def test_one_face_is_three_touches_and_fifteen_seconds(seat):
    """F1: a face, no words, sent. The receipt stands there, and the record was kept before."""
    here = seat()
    kept: list[str] = []
    here.terminal.conductor.recorded.connect(kept.append)
    began = time.monotonic()
    for touch in ("face_4", "skip", "next"):
        here.finger.tap(touch)
    here.finger.until("the receipt", lambda: here.terminal.models.shell.screen == "thanks")

    assert time.monotonic() - began < 15
    assert any(kept)


def test_a_slow_finger_taps_too(seat):
    """Pressed for more than a second: Qt would call that a long press, and do nothing."""
    here = seat()
    place = here.finger.eye.find("tile_others").middle
    device, window = here.finger.device, here.terminal.window
    QTest.touchEvent(window, device).press(0, place, window).commit()
    here.finger.rest(1.1)
    assert here.terminal.models.shell.screen == "home"
    QTest.touchEvent(window, device).release(0, place, window).commit()
    here.finger.until("the others", lambda: here.terminal.models.shell.screen == "others")


@pytest.mark.parametrize("mode", MODES)
def test_the_dock_never_moves(seat, mode):
    """Help and the way home stand in the same place on every screen."""
    here = seat()
    places: dict[str, set[tuple[float, ...]]] = {}
    for _ in chain.from_iterable(play(here, scene, Look(mode)) for scene in (*BEFORE_ALL, "sheets")):
        for thing in here.look().targets:
            if thing.name.startswith("dock"):
                places.setdefault(thing.name, set()).add(tuple(thing.box))
    assert {name: len(found) for name, found in places.items()} == dict.fromkeys(places, 1)
    assert {"dockHome", "dockLanguage", "dockDisplay", "dockElder", "dockStaff"} <= places.keys()
