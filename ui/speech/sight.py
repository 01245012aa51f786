"""What stands on a screen for somebody who cannot see it: texts, and what can be pressed, in reading order.

The walk runs inside the QML engine, as Eye's: from Python each item would get a wrapper that outlives it. The cards
that were found last stay there, so that one of them can be pressed or shown by its number.
"""

from typing import Any, Final, NamedTuple

from PySide6.QtQml import QJSValue, QQmlEngine
from PySide6.QtQuick import QQuickWindow

DOCK, STAGE, OVER = "dock", "stage", "idleCard"  # names of the places, as QML has them

_SIGHT: Final = """(function () {
    let cards = [];
    function text(item) {
        return typeof item.text === "string" && item.text && item.font !== undefined ? item.text : "";
    }
    function isCard(item) {
        return typeof item.words === "string" && typeof item.clicked === "function";
    }
    function inside(item, clip) {
        const at = item.mapToItem(null, item.width / 2, item.height / 2);
        return at.x >= clip[0] && at.x <= clip[2] && at.y >= clip[1] && at.y <= clip[3];
    }
    function clipped(item, clip) {
        if (!item.clip)
            return clip;
        const one = item.mapToItem(null, 0, 0), other = item.mapToItem(null, item.width, item.height);
        return [Math.max(clip[0], Math.min(one.x, other.x)), Math.max(clip[1], Math.min(one.y, other.y)),
                Math.min(clip[2], Math.max(one.x, other.x)), Math.min(clip[3], Math.max(one.y, other.y))];
    }
    function walk(item, clip, zone, card, found) {
        if (!item.visible || item.opacity === 0)
            return;
        const place = ["stage", "dock", "idleCard"].includes(item.objectName) ? item.objectName : zone;
        let own = card;
        if (isCard(item)) {
            own = { "words": item.words, "said": [], "chosen": item.chosen === true, "enabled": item.enabled,
                    "name": item.objectName, "zone": place, "inside": inside(item, clip), "card": cards.length };
            cards.push(item);
            found.push(own);
        } else if (text(item)) {
            if (card)
                card.said.push(item.text);
            else
                found.push({ "words": item.text, "said": [], "chosen": false, "enabled": false, "name": item.objectName,
                             "zone": place, "inside": inside(item, clip), "card": -1 });
        }
        const left = clipped(item, clip);
        for (let i = 0; i < item.children.length; ++i)
            walk(item.children[i], left, place, own, found);
    }
    return {
        "see": function (window) {
            cards = [];
            const found = [];
            walk(window.contentItem, [0, 0, window.width, window.height], "", null, found);
            return found.map(one => [one.words, one.said, one.chosen, one.enabled,
                                     one.name, one.zone, one.inside, one.card]);
        },
        "press": function (place) { cards[place].clicked(); },
        "show": function (place) { cards[place].forceActiveFocus(Qt.TabFocusReason); },
        "hide": function (window) { window.contentItem.forceActiveFocus(); }
    };
})()"""


class Thing(NamedTuple):
    """A text, or a card that can be pressed. said: what else stands in it; card: its number, -1 for a text."""

    words: str
    said: tuple[str, ...]
    chosen: bool
    enabled: bool
    name: str
    zone: str
    inside: bool
    card: int


class Sight:
    """Looks at one window."""

    def __init__(self, engine: QQmlEngine, window: QQuickWindow) -> None:
        engine.setObjectOwnership(window, QQmlEngine.ObjectOwnership.CppOwnership)
        sight = engine.evaluate(_SIGHT)
        assert isinstance(sight, QJSValue)
        self._sight = sight
        self._window = engine.newQObject(window)

    def things(self) -> list[Thing]:
        """Everything that stands there, clipped or not; the question over a screen alone while there is one."""
        rows = self._call("see", self._window).toVariant()
        found = [Thing._make((row[0], tuple(row[1]), *row[2:])) for row in rows]
        over = [thing for thing in found if thing.zone == OVER]
        return over or [thing for thing in found if thing.zone in (STAGE, DOCK)]

    def press(self, card: int) -> None:
        """As a finger would."""
        self._call("press", card)

    def show(self, card: int) -> None:
        """Put the ring around it."""
        self._call("show", card)

    def hide(self) -> None:
        """No ring."""
        self._call("hide", self._window)

    def _call(self, name: str, argument: Any) -> QJSValue:
        found = self._sight.property(name).call([argument])
        if found.isError():
            raise RuntimeError(found.toString())
        return found
