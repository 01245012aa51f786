"""What stands in a window at one moment, as somebody with a ruler sees it: texts, what can be touched, pixels.

The walk runs inside the QML engine (a Python wrapper would outlive its delegate) and knows no screen by name: whatever
is drawn is found, also on screens that nobody here has heard of. All lengths are pixels; a pitch makes millimetres.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage
from PySide6.QtQml import QQmlEngine
from PySide6.QtQuick import QQuickWindow

WALK = """(function (window) {
    const found = [], Text_ = { right: 2, middle: 4, centre: 128, bottom: 64 };
    function box(item, x, y, w, h) {
        const a = item.mapToItem(null, x, y), b = item.mapToItem(null, x + w, y + h);
        return [Math.min(a.x, b.x), Math.min(a.y, b.y), Math.max(a.x, b.x), Math.max(a.y, b.y)];
    }
    function meet(a, b) {
        return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
    }
    // The order in which the tabulator gets to things, without pressing it.
    const order = [];
    for (let at = window.contentItem.nextItemInFocusChain(true); at && order.length < 400; ) {
        if (order.includes(at))
            break;
        order.push(at);
        at = at.nextItemInFocusChain(true);
    }
    // What would show around it while it has the focus: a frame that is hidden now.
    function ring(item) {
        for (let i = 0; i < item.children.length; ++i) {
            const one = item.children[i];
            if (one.border !== undefined && one.border.width > 0 && one.width > item.width
                && (!one.visible || item.activeFocus))
                return { at: box(one, 0, 0, one.width, one.height), thick: one.border.width,
                         shade: String(one.border.color) };
        }
        return null;
    }
    function touched(item) {
        if (item.pressedButtons !== undefined && item.containsMouse !== undefined)
            return true;
        for (let i = 0; item.resources && i < item.resources.length; ++i)
            if (item.resources[i].gesturePolicy !== undefined && item.resources[i].enabled)
                return true;
        return false;
    }
    function walk(item, clip, path, alpha) {
        if (!item.visible || item.opacity === 0)
            return;
        const place = box(item, 0, 0, item.width, item.height);
        const left = item.mapToItem(null, 0, 0).x, right = item.mapToItem(null, 1, 0).x;
        const kind = String(item).replace(/_QML.*|\\(.*/g, "");
        const shown = { kind: kind, name: item.objectName, box: place, clip: clip, path: path, enabled: item.enabled,
                        behind: right < left, tab: item.activeFocusOnTab === true, alpha: alpha * item.opacity };
        const letters = typeof item.text === "string" && item.text !== "" && item.font !== undefined
                        && item.contentHeight !== undefined;
        if (letters) {
            const wide = item.paintedWidth ?? item.contentWidth, tall = item.contentHeight;
            const side = item.effectiveHorizontalAlignment ?? item.horizontalAlignment ?? 1;
            const spare = item.width - wide;
            const x = side === Text_.right ? spare : side === Text_.middle ? spare / 2 : 0;
            const low = item.verticalAlignment;
            const free = item.height - (item.topPadding ?? 0) - (item.bottomPadding ?? 0) - tall;
            const y = (item.topPadding ?? 0) + (low === Text_.centre ? free / 2 : low === Text_.bottom ? free : 0);
            const ink = box(item, x, y, wide, tall);
            const pace = item.lineHeight > 4 ? item.lineHeight / item.font.pixelSize : (item.lineHeight ?? 1) * 1.45;
            found.push(Object.assign({}, shown, { what: "text", text: item.text, ink: ink, size: item.font.pixelSize,
                family: item.font.family, full: item.horizontalAlignment === 8,
                cut: item.truncated === true, wide: wide, tall: tall,
                room: item.width, high: item.height, lines: item.lineCount, pace: pace }));
        }
        if (item.sourceSize !== undefined && String(item.source ?? "") !== "")
            found.push(Object.assign({}, shown, { what: "picture", source: String(item.source).replace(/.*\\//, "") }));
        let under = path;
        const frame = item.border !== undefined && item.border.width > 0;
        if (touched(item)) {
            found.push(Object.assign({}, shown, { what: "target", at: found.length, ring: ring(item),
                                                  turn: order.indexOf(item) }));
            under = path.concat([["target", place, found.length - 1]]);
        } else if (frame) {
            under = path.concat([["frame", place, -1]]);
        }
        const inner = item.clip ? meet(clip, place) : clip;
        for (let i = 0; i < item.children.length; ++i)
            walk(item.children[i], inner, under, alpha * item.opacity);
    }
    walk(window.contentItem, [0, 0, window.width, window.height], [], 1);
    return found;
})"""

BUSY = """(function (window) {
    function busy(item) {
        if (!item.visible)
            return false;
        if (item.sourceComponent !== undefined && item.status === 2)
            return true;
        for (let i = 0; i < item.children.length; ++i)
            if (busy(item.children[i]))
                return true;
        return false;
    }
    return busy(window.contentItem);
})"""

TURN = """(function (window, page) {
    let pages = 1;
    function turn(item) {
        if (!item.visible)
            return;
        if (item.starts !== undefined && item.pageEnd !== undefined) {
            pages = Math.max(pages, item.pages);
            item.page = Math.min(page, item.pages - 1);
        }
        for (let i = 0; i < item.children.length; ++i)
            turn(item.children[i]);
    }
    turn(window.contentItem);
    return pages;
})"""


class Box(NamedTuple):
    """A rectangle of the window."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def meet(self, other: "Box") -> "Box":
        """What both cover; width or height is negative where they are apart."""
        return Box(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )

    def overlaps(self, other: "Box", slack: float) -> bool:
        """Whether they cover more than a seam of each other."""
        both = self.meet(other)
        return both.width > slack and both.height > slack

    def within(self, other: "Box", slack: float) -> bool:
        """Whether it lies inside."""
        return (
            self.left >= other.left - slack
            and self.top >= other.top - slack
            and self.right <= other.right + slack
            and self.bottom <= other.bottom + slack
        )

    def grown(self, by: float) -> "Box":
        """Larger on each side."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)


@dataclass(frozen=True, slots=True)
class Thing:
    """Something drawn. around: (kind, box, place in the walk) of targets and frames it stands in, outermost first."""

    kind: str
    name: str
    box: Box
    clip: Box
    around: tuple[tuple[str, Box, int], ...]
    enabled: bool
    behind: bool
    alpha: float
    row: dict[str, Any]

    @property
    def seen(self) -> bool:
        """Whether any of it lies in what its surroundings show."""
        both = self.box.meet(self.clip)
        return both.width > 1 and both.height > 1


@dataclass(frozen=True, slots=True)
class Lettering(Thing):
    """A text, and where its letters lie."""

    text: str = ""
    ink: Box = field(default=Box(0, 0, 0, 0))
    size: float = 0

    @property
    def letters(self) -> Box:
        """Where letters are, without the air above and below a line."""
        high = ((self.row["lines"] - 1) * self.row["pace"] + 1.0) * self.size
        air = max(0.0, self.ink.height - high) / 2
        return Box(self.ink.left, self.ink.top + air, self.ink.right, self.ink.bottom - air)


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a screen reader finds. box: of the window; focus: the keys can get there."""

    role: QAccessible.Role
    name: str
    box: Box
    focus: bool
    checked: bool


@dataclass(frozen=True)
class Glance:
    """One look. pitch: millimetres a pixel. dialog: something stands over everything."""

    texts: tuple[Lettering, ...]
    targets: tuple[Thing, ...]
    pictures: tuple[Thing, ...]
    spoken: tuple[Spoken, ...]
    size: tuple[int, int]
    pitch: float
    picture: QImage = field(repr=False)
    elder: bool = False
    contrast: bool = False
    low: bool = False
    bottom_mm: float = 700

    @cached_property
    def pixels(self) -> np.ndarray:
        """(height, width, 3) of the picture, 0 to 255."""
        image = self.picture.convertToFormat(QImage.Format.Format_RGB888)
        wide, high, line = image.width(), image.height(), image.bytesPerLine()
        raw = np.frombuffer(image.constBits(), np.uint8).reshape(high, line)
        return raw[:, : wide * 3].reshape(high, wide, 3).copy()  # the image ends with this call

    def mm(self, pixels: float) -> float:
        """Millimetres on the panel."""
        return pixels * self.pitch


class Ruler:
    """Looks at one window with an engine of its own."""

    def __init__(self, engine: QQmlEngine, window: QQuickWindow) -> None:
        self._engine, self._window = engine, window
        engine.setObjectOwnership(window, QQmlEngine.ObjectOwnership.CppOwnership)
        self._walk, self._busy, self._turn = (engine.evaluate(source) for source in (WALK, BUSY, TURN))
        self._root = engine.newQObject(window)

    @property
    def busy(self) -> bool:
        """Whether a part of the screen is still being made."""
        return self._busy.call([self._root]).toBool()

    def turn(self, page: int) -> int:
        """Turn what has pages to this one; how many pages there are."""
        return self._turn.call([self._root, self._engine.toScriptValue(page)]).toInt()

    def rows(self) -> list[dict[str, Any]]:
        """What is drawn now, as the walk tells it."""
        found = self._walk.call([self._root])
        if found.isError():
            raise RuntimeError(found.toString())
        return found.toVariant()

    def look(self, rows: list[dict[str, Any]], pitch: float, picture: QImage, **mode: Any) -> Glance:
        """What was drawn, with its picture and what a screen reader makes of it."""
        size = (self._window.width(), self._window.height())
        texts = tuple(_lettering(row) for row in rows if row["what"] == "text")
        pictures = tuple(_thing(row) for row in rows if row["what"] == "picture")
        targets = tuple(_thing(row) for row in rows if row["what"] == "target")
        spoken = tuple(_spoken(QAccessible.queryAccessibleInterface(self._window), self._window.position()))
        return Glance(texts, targets, pictures, spoken, size, pitch, picture, **mode)


def _thing(row: dict[str, Any]) -> Thing:
    return Thing(**_common(row))


def _lettering(row: dict[str, Any]) -> Lettering:
    return Lettering(**_common(row), text=row["text"], ink=Box(*row["ink"]), size=row["size"])


def _common(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "kind": row["kind"],
        "name": row["name"] or "",
        "box": Box(*row["box"]),
        "clip": Box(*row["clip"]),
        "around": tuple((kind, Box(*box), int(at)) for kind, box, at in row["path"]),
        "enabled": row["enabled"],
        "behind": row["behind"],
        "alpha": row["alpha"],
        "row": row,
    }


def _spoken(thing: QAccessibleInterface | None, origin: QPoint) -> Iterator[Spoken]:
    """Everything that a screen reader finds, and that is visible."""
    if thing is None or not thing.isValid() or thing.state().invisible:
        return
    state, rect = thing.state(), thing.rect().translated(-origin)
    box = Box(rect.x(), rect.y(), rect.x() + rect.width(), rect.y() + rect.height())
    yield Spoken(thing.role(), thing.text(QAccessible.Text.Name), box, bool(state.focusable), bool(state.checked))
    for index in range(thing.childCount()):
        yield from _spoken(thing.child(index), origin)
