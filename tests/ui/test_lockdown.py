"""No key, no gesture and no finger leads out of the window; it neither crashes nor complains."""

import random

import pytest
from conftest import THURSDAY, UPRIGHT, Lobby, Watch
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QCursor, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest

from kiosk.config import load_config
from ui.app import Stage, Terminal
from ui.lockdown import may_pass

MODIFIERS = [
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
]
ESCAPES = [  # what is tried first on every kiosk
    (Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier),
    (Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier),
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier),
    (Qt.Key.Key_Tab, Qt.KeyboardModifier.AltModifier),
    (Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier),
    (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Super_L, Qt.KeyboardModifier.MetaModifier),
    (Qt.Key.Key_Menu, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Print, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_PowerOff, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Back, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_HomePage, Qt.KeyboardModifier.NoModifier),
]
KEYS = [key for key in Qt.Key if key != Qt.Key.Key_unknown]


@pytest.fixture
def locked(qapp, qtlog, tmp_path, inputs):
    """A locked terminal, as `kiosk run` shows it on a whole screen."""
    watch = Watch()
    stage = Stage(UPRIGHT, still=True, courier=False, inputs=inputs, locked=True)
    terminal = Terminal(qapp, load_config(tmp_path / "data", {}), stage, clock=watch.now, monotonic=watch.seconds)
    terminal.show()
    visit = Lobby(terminal, watch)
    visit.finger.until("the first frame", lambda: bool(terminal.window.property("warm")))
    visit.finger.until("the forms", lambda: terminal.conductor.stock is not None)
    yield visit
    terminal.close()
    assert [record.message for record in qtlog.records if record.type.name != "QtDebugMsg"] == []


def strike(window, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    """A key as the window gets it; QTest itself complains about those that no text belongs to."""
    if key.value < 0x7F:
        QTest.keyClick(window, key, modifiers)
        return
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QGuiApplication.sendEvent(window, QKeyEvent(kind, key, modifiers))


def stands(visit) -> bool:
    window = visit.terminal.window
    return window.isVisible() and window.geometry().size().toTuple() == UPRIGHT


@pytest.mark.parametrize("way", ["keys", "close", "quit"])
def test_the_ways_that_are_tried_first(locked, way):
    window = locked.terminal.window
    ended = []
    QGuiApplication.instance().aboutToQuit.connect(lambda: ended.append(True))
    if way == "keys":
        for key, modifiers in ESCAPES:
            strike(window, key, modifiers)
    elif way == "close":
        window.close()
        QGuiApplication.sendEvent(window, QCloseEvent())
        QGuiApplication.sendEvent(window, QEvent(QEvent.Type.Quit))
    else:
        menu = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QCursor.pos())
        QGuiApplication.sendEvent(window, menu)
        QTest.mouseClick(window, Qt.MouseButton.RightButton, pos=QPoint(500, 900))
        QTest.mouseClick(window, Qt.MouseButton.MiddleButton, pos=QPoint(500, 900))
    locked.finger.rest(0.05)

    assert ended == []
    assert stands(locked)
    assert locked.screen == "home"


def test_a_key_does_no_more_than_write():
    plain, control = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier

    assert may_pass(Qt.Key.Key_A, plain, "a")
    assert may_pass(Qt.Key.Key_Backspace, plain, "\b")
    assert not may_pass(Qt.Key.Key_C, control, "\x03")
    assert not may_pass(Qt.Key.Key_V, control, "")
    assert not may_pass(Qt.Key.Key_Escape, plain, "\x1b")
    assert not may_pass(Qt.Key.Key_Copy, plain, "")


def test_nobody_finds_what_the_one_before_copied(locked):
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("what somebody said")

    locked.terminal.conductor.end_visit()

    assert clipboard.text() == ""


def fuzz(visit, seed: int, steps: int) -> None:
    """Keys, single fingers, several fingers, drags, long presses and wheels, as they come."""
    child, window, down = random.Random(seed), visit.terminal.window, {}
    for _ in range(steps):
        match child.randrange(6):
            case 0:
                strike(window, child.choice(KEYS), child.choice(MODIFIERS))
            case _ if down or child.random() < 0.3:
                several(visit, child, down)
            case 1 | 2 | 3:
                place = QPoint(child.randrange(1080), child.randrange(1920))
                visit.press(place)
                visit.watch.skip(child.choice([0, 0, 1, 6]))
                visit.lift(place)
            case 4:
                QTest.mouseClick(
                    window, child.choice(list(Qt.MouseButton)[1:6]), pos=QPoint(540, child.randrange(1920))
                )
            case 5:
                start, end = (QPoint(child.randrange(1080), child.randrange(1920)) for _ in range(2))
                visit.finger.stroke([start, (start + end) / 2, end])
        if child.random() < 0.05:
            visit.watch.skip(child.choice([10, 100, 400]))
        visit.finger.rest()
    if down:
        event = QTest.touchEvent(window, visit.device)
        for finger, place in down.items():
            event.release(finger, place, window)
        event.commit()


def several(visit, child, down) -> None:
    """One event of a hand: some fingers come, some move, some go."""
    window = visit.terminal.window
    event = QTest.touchEvent(window, visit.device)
    for finger in range(1, 6):
        place = QPoint(child.randrange(1080), child.randrange(1920))
        if finger not in down and child.random() < 0.4:
            down[finger] = place
            event.press(finger, place, window)
        elif finger in down and child.random() < 0.4:
            event.release(finger, down.pop(finger), window)
        elif finger in down and child.random() < 0.7:
            down[finger] = place
            event.move(finger, place, window)
        elif finger in down:
            event.stationary(finger)
    event.commit()


def test_a_bored_child_stays_inside(locked):
    fuzz(locked, 1, 250)

    locked.terminal.conductor.end_visit()
    locked.finger.rest()
    assert stands(locked)
    assert locked.terminal.models.backstage.props.page in ("", "newpin", "pin")
    assert locked.watch.now() >= THURSDAY


@pytest.mark.all
@pytest.mark.timeout(900)
@pytest.mark.parametrize("seed", range(2, 12))
def test_ten_bored_children_stay_inside(locked, seed):
    fuzz(locked, seed, 1500)

    locked.terminal.conductor.end_visit()
    locked.finger.rest()
    assert stands(locked)
    assert locked.terminal.models.backstage.props.page in ("", "newpin", "pin")


def test_a_window_on_a_desk_can_be_closed(lobby):
    visit = lobby()

    assert visit.terminal.window.close()


def test_the_idle_card_may_go_with_the_language_it_was_in(locked):
    """Whoever leaves in English ends on a Chinese home, while the card's own button is still at work."""
    locked.tap("dockLanguage", "tile_F", "choice_toilet")
    locked.watch.skip(91)
    locked.finger.until("the question", lambda: locked.eye.find("leave") is not None)

    locked.tap("leave")

    locked.at("home")
    assert locked.terminal.conductor.wishes.language == "zh-Hans"
