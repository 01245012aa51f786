"""What can be seen in a window: the named items, where they lie, and whether a finger could reach them.

The walk runs inside the QML engine: from Python each item would get a wrapper that outlives it, and delegates die.
"""

from typing import NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtQml import QJSValue, QQmlEngine
from PySide6.QtQuick import QQuickWindow

_WALK = """(function (window) {
    const found = [];
    function walk(item, clip, path) {
        if (!item.visible)
            return;
        // A sheet that is turned over has its left on the right.
        const a = item.mapToItem(null, 0, 0), b = item.mapToItem(null, item.width, item.height);
        const at = { x: Math.min(a.x, b.x), y: a.y };
        const inside = at.x + item.width / 2 >= clip[0] && at.x + item.width / 2 <= clip[2]
                    && at.y + item.height / 2 >= clip[1] && at.y + item.height / 2 <= clip[3];
        let under = path;
        if (item.objectName) {
            found.push([item.objectName, at.x, at.y, item.width, item.height, item.enabled, inside, path,
                        typeof item.text === "string" ? item.text : ""]);
            under = path + "/" + item.objectName;
        }
        const left = item.clip ? [Math.max(clip[0], at.x), Math.max(clip[1], at.y),
                                  Math.min(clip[2], at.x + item.width), Math.min(clip[3], at.y + item.height)] : clip;
        for (let i = 0; i < item.children.length; ++i)
            walk(item.children[i], left, under);
    }
    walk(window.contentItem, [0, 0, window.width, window.height], "");
    return found;
})"""

_READ = """(function (window) {
    const texts = [];
    function read(item) {
        if (!item.visible)
            return;
        if (typeof item.text === "string" && item.text && item.font !== undefined)
            texts.push(item.text);
        for (let i = 0; i < item.children.length; ++i)
            read(item.children[i]);
    }
    function find(item) {
        if (item.objectName === "stage")
            read(item);
        else
            for (let i = 0; i < item.children.length; ++i)
                find(item.children[i]);
    }
    find(window.contentItem);
    return texts;
})"""


class Seen(NamedTuple):
    """A visible item. within: names of the named items around it; inside: its middle is not clipped away. Pixels."""

    name: str
    x: float
    y: float
    width: float
    height: float
    enabled: bool
    inside: bool
    within: str
    text: str

    @property
    def middle(self) -> QPoint:
        """Where a finger would go."""
        return QPoint(round(self.x + self.width / 2), round(self.y + self.height / 2))


class Eye:
    """Looks at one window."""

    def __init__(self, engine: QQmlEngine, window: QQuickWindow) -> None:
        engine.setObjectOwnership(window, QQmlEngine.ObjectOwnership.CppOwnership)
        walk = engine.evaluate(_WALK)
        assert isinstance(walk, QJSValue)
        read = engine.evaluate(_READ)
        assert isinstance(read, QJSValue)
        self._walk, self._read = walk, read
        self._window = engine.newQObject(window)

    def see(self) -> list[Seen]:
        """Everything named that is visible now, from the back to the front."""
        found = self._walk.call([self._window])
        if found.isError():
            raise RuntimeError(found.toString())
        return [Seen(*row) for row in found.toVariant()]

    def find(self, name: str) -> Seen | None:
        """The visible item of a name."""
        return next((item for item in self.see() if item.name == name), None)

    def texts(self) -> list[str]:
        """What can be read on the screen of the moment, in its order, without header and dock."""
        return [text.replace("\u200b", "") for text in self._read.call([self._window]).toVariant()]

    def names(self) -> list[str]:
        """The names of everything that is visible."""
        return [item.name for item in self.see()]
