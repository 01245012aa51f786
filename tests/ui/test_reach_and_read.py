"""What can be touched has a name, a role and a size for a finger; what can be read is whole."""

from collections.abc import Iterator
from math import hypot

import pytest
from conftest import LYING, UPRIGHT
from PySide6.QtGui import QAccessible, QAccessibleInterface

TOUCHED = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.PageTab,
}
WALKS = {  # where to look, and how to get there
    "home": (),
    "others": ("tile_others",),
    "forms": ("tile_L",),
    "list": ("tile_others", "tile_form:annual"),
    "pictograms": ("tile_F",),
    "several": ("face_4",),
    "words": ("face_4", "skip"),
    "review": ("tile_others", "tile_H", "choice_wechat", "choice_4", "choice_yes", "next"),
    "thanks": ("face_4", "skip", "next"),
    "lookup": ("lookUp",),
    "board": ("board",),
    "staff": ("dockStaff",),
    "call": ("dockStaff", "call"),
}
LYING_WALKS = {**WALKS, "review": ("tile_others", "tile_H", "choice_wechat", "face_4", "choice_yes", "next")}
KEYS = {"words", "lookup"}  # screens with a keyboard
MODES = [
    (UPRIGHT, "standard", "zh-Hans"),
    (UPRIGHT, "elder", "zh-Hans"),
    (UPRIGHT, "standard", "en"),
    (UPRIGHT, "low", "zh-Hans"),
    (LYING, "standard", "zh-Hans"),
    (LYING, "elder", "zh-Hans"),
    (LYING, "standard", "en"),
]

TEXTS = """(function (window) {
    const found = [];
    function walk(item, clip) {
        if (!item.visible || item.opacity === 0)
            return;
        const at = item.mapToItem(null, 0, 0);
        if (typeof item.text === "string" && item.paintedWidth !== undefined && item.text && item.font !== undefined)
            found.push([item.text, item.truncated === true, at.x, at.y, item.width, item.height,
                        item.paintedWidth, item.contentHeight, item.font.pixelSize, clip]);
        const inner = item.clip ? [at.x, at.y, at.x + item.width, at.y + item.height] : clip;
        for (let i = 0; i < item.children.length; ++i)
            walk(item.children[i], inner);
    }
    walk(window.contentItem, [0, 0, window.width, window.height]);
    return found;
})"""


def accessible(thing: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    """Everything that a screen reader finds, and that is visible."""
    if thing is None or not thing.isValid() or thing.state().invisible:
        return
    yield thing
    for index in range(thing.childCount()):
        yield from accessible(thing.child(index))


def prepare(lobby, size, mode, language):
    visit = lobby(size)
    terminal = visit.terminal
    if mode == "elder":
        terminal.models.shell.toggleElder()
    if mode == "low":
        terminal.models.shell.toggleLowReach()
    if language == "en":
        terminal.models.shell.chooseLanguage("en")
    visit.finger.settle()
    return visit


def walks(size, mode) -> dict[str, tuple[str, ...]]:
    found = dict(LYING_WALKS if size == LYING or mode == "low" else WALKS)
    if mode == "elder":  # 长辈版 has no board on home, and the ideas behind the last tile
        found |= {"board": ("lookUp", "lookupBoard"), "forms": ("tile_others", "tile_L")}
    return found


def around(visit, size, mode):
    """Every screen, one after the other."""
    for name, steps in walks(size, mode).items():
        for step in steps:
            page_to(visit, step)
            visit.tap(step)
        visit.finger.settle()
        yield name
        visit.terminal.conductor.end_visit()
        visit.finger.settle()
        if mode == "elder":
            visit.terminal.models.shell.toggleElder()
        if mode == "low":
            visit.terminal.models.shell.toggleLowReach()
        visit.finger.settle()


def page_to(visit, name):
    for _ in range(6):
        visit.finger.settle()
        if any(item.name == name and item.inside for item in visit.eye.see()) or not visit.eye.find("pageDown"):
            return
        visit.tap("pageDown")


@pytest.mark.timeout(240)
@pytest.mark.parametrize(("size", "mode", "language"), MODES)
def test_every_screen_can_be_touched_and_read(lobby, size, mode, language):
    visit = prepare(lobby, size, mode, language)
    window, pitch = visit.terminal.window, 21.5 * 25.4 / hypot(*size)
    texts = visit.terminal.engine.evaluate(TEXTS)
    wrong = []
    for name in around(visit, size, mode):
        if language == "en" and visit.terminal.conductor.wishes.language != "en":
            visit.terminal.models.shell.chooseLanguage("en")
            visit.finger.settle()
        for text in texts.call([visit.terminal.engine.newQObject(window)]).toVariant():
            wrong += [f"{name}: {flaw}" for flaw in flaws(text, pitch)]
        for thing in accessible(QAccessible.queryAccessibleInterface(window)):
            if thing.role() in TOUCHED:
                wrong += [f"{name}: {flaw}" for flaw in touch_flaws(thing, pitch, name)]
    assert wrong == [], "\n".join(wrong)


def flaws(text: list, pitch: float) -> list[str]:
    words, truncated, _, _, width, height, painted, content, size, _ = text
    found = []
    if truncated:
        found.append(f"{words!r} is cut off")
    if painted > width + 1.5:
        found.append(f"{words!r} is wider ({painted:.0f}) than its place ({width:.0f})")
    if content > height + 2:
        found.append(f"{words!r} is taller ({content:.0f}) than its place ({height:.0f})")
    if size * pitch < 6.5:
        found.append(f"{words!r} is {size * pitch:.1f} mm small")
    return found


def touch_flaws(thing: QAccessibleInterface, pitch: float, screen: str) -> list[str]:
    """Keys may be smaller than other targets."""
    name = thing.text(QAccessible.Text.Name)
    if not name.strip():
        return [f"a {thing.role().name} without a name at {thing.rect()}"]
    short = min(thing.rect().width(), thing.rect().height()) * pitch
    return [f"{name!r} is {short:.1f} mm small"] if short < (15.9 if screen in KEYS else 19.8) else []
