"""Without a finger: the focus goes everywhere in an order, shows as a ring, and a key presses what it stands on."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from seat import LYING, UPRIGHT, Look

FOCUSED = """(function (window) {
    const item = window.activeFocusItem;
    if (!item || item.words === undefined)
        return ["", 0, 0, 0, 0];
    const at = item.mapToItem(null, 0, 0);
    return [item.objectName, at.x, at.y, item.width, item.height];
})"""


class Keys:
    def __init__(self, here) -> None:
        self._here = here
        self._window = here.terminal.window
        self._root = here.terminal.engine.newQObject(self._window)
        self._focused = here.terminal.engine.evaluate(FOCUSED)
        self._window.requestActivate()
        here.finger.until("the keyboard's attention", self._window.isActive)

    def press(self, key) -> list:
        QTest.keyClick(self._window, key)
        self._here.finger.rest()
        return self.at()

    def at(self) -> list:
        return self._focused.call([self._root]).toVariant()


def walk(keys: Keys) -> list[list]:
    """Once around, by the tabulator: where it has been."""
    found: list[list] = []
    for _ in range(60):
        at = keys.press(Qt.Key.Key_Tab)
        if at in found:
            break
        found.append(at)
    return found


@pytest.mark.parametrize("size", [UPRIGHT, LYING], ids=["upright", "lying"])
def test_the_tabulator_goes_everywhere(seat, size):
    here = seat(size)
    targets = {thing.name for thing in here.look().targets if thing.enabled and thing.seen}

    order = [name for name, *_ in walk(Keys(here)) if name]

    assert set(order) >= targets
    assert [name for name in order if name.startswith("face_")] == [f"face_{level}" for level in (5, 4, 3, 2, 1)]
    assert order.index("face_1") < order.index("tile_A") < order.index("lookUp" if size == UPRIGHT else "tile_others")


@pytest.mark.parametrize("look", [Look(), Look("elder"), Look("contrast")], ids=str)
def test_the_focus_shows_as_a_ring(seat, look):
    """A ring of a millimetre or more that stands out 4.5 : 1 from what it lies on."""
    from rules import luminance

    here = seat()
    here.wish(look)
    keys, before = Keys(here), here.look()
    name, x, y, wide, high = keys.press(Qt.Key.Key_Tab)
    after = here.look()

    assert name
    changed = (before.pixels != after.pixels).any(axis=2)
    rows, columns = np.nonzero(changed.any(axis=1))[0], np.nonzero(changed.any(axis=0))[0]
    assert rows[0] < y < y + high < rows[-1]
    assert columns[0] < x < x + wide < columns[-1]
    edge = changed[int(y + high / 2), : int(x)]
    thick = int(edge.sum())
    assert after.mm(thick) >= 1.0
    spot = (int(y + high / 2), int(np.nonzero(edge)[0][thick // 2]))
    light = sorted(float(luminance(picture.pixels[spot].astype(float))) for picture in (before, after))
    assert (light[1] + 0.05) / (light[0] + 0.05) >= 4.5


def test_space_presses_and_a_finger_leaves_no_ring(seat):
    here = seat()
    keys = Keys(here)
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Space)

    here.finger.until("the form", lambda: here.terminal.models.shell.screen == "question")
    assert here.terminal.conductor.journey.visit is not None

    here.terminal.conductor.end_visit()
    here.finger.tap("tile_others")
    assert keys.at()[0] != "tile_others"
