"""A finger on the real window: synthetic touches through Qt's own delivery, and a look at whether they did anything."""

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication, QPoint, QPointF
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from kiosk.errors import EnvironmentFault

WAIT_S = 8.0  # how long a visitor would look for something before calling staff
QUIET_S = 0.04  # a screen that has not moved for so long has settled
AGAIN_S = 0.32  # two taps at one place sooner than this are one (Taps.qml)


class NothingHappened(EnvironmentFault):
    """A tap that changed nothing, or something to tap that never came."""


class Finger:
    """Taps, strokes and looks. Everything runs in the window's thread, between its events."""

    def __init__(self, window: QQuickWindow, tick: Callable[[], None]) -> None:
        self._window = window
        self._tick = tick
        self._device = QTest.createTouchDevice()
        self._last = 0.0

    # -- looking

    def seen(self) -> Iterator[QQuickItem]:
        """What is visible, depth first. Delegates are not QObject children, so findChild() would miss them."""
        yield from _visible(self._window.contentItem())

    def find(self, name: str) -> QQuickItem | None:
        """The visible item of a name."""
        return next((item for item in self.seen() if item.objectName() == name), None)

    def find_inside(self, name: str) -> QQuickItem | None:
        """The same, if its middle lies where a pager shows it: what is on another page is not there."""
        item = self.find(name)
        if item is None:
            return None
        middle = QPointF(item.width() / 2, item.height() / 2)
        parent = item.parentItem()
        while parent is not None:
            if parent.clip() and not parent.contains(item.mapToItem(parent, middle)):
                return None
            parent = parent.parentItem()
        return item

    def seen_in(self, item: QQuickItem | None) -> Iterator[QQuickItem]:
        """What is visible within an item."""
        if item is not None:
            yield from _visible(item)

    def names(self) -> list[str]:
        """The names of everything that is visible."""
        return [name for item in self.seen() if (name := item.objectName())]

    def picture(self) -> QImage:
        """The window as it is drawn."""
        return self._window.grabWindow()

    # -- waiting

    def rest(self, seconds: float = 0.0) -> None:
        """Let events through for a while; once at least."""
        until = time.monotonic() + seconds
        while True:
            QCoreApplication.processEvents()
            self._tick()
            if time.monotonic() >= until:
                return
            time.sleep(0.002)

    def until(self, what: str, ready: Callable[[], bool], seconds: float = WAIT_S) -> None:
        """Let events through until something is so. Raises NothingHappened."""
        end = time.monotonic() + seconds
        while not ready():
            if time.monotonic() > end:
                raise NothingHappened(f"{what}: waited in vain; visible: {', '.join(self.names())}")
            self.rest(0.005)

    def settle(self) -> QImage:
        """Wait until the picture stands still, and return it."""
        before = self.picture()
        while True:
            self.rest(QUIET_S)
            after = self.picture()
            if after == before:
                return after
            before = after

    # -- touching

    def tap(self, name: str, *, changes: bool = True) -> None:
        """Tap the middle of what has this name, once it can be tapped. Raises NothingHappened if nothing changes."""
        item = self._ready(name)
        self.tap_at(name, item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint(), changes=changes)

    def tap_at(self, what: str, place: QPoint, *, changes: bool = True) -> None:
        """Tap a place of the window."""
        self.rest(max(0.0, self._last + AGAIN_S - time.monotonic()))
        before = self.settle() if changes else None
        self._touch("press", place)
        self.rest(0.02)
        self._touch("release", place)
        self._last = time.monotonic()
        if before is not None:
            self.until(f"tap on {what}", lambda: self.picture() != before)
            self.rest()

    def stroke(self, places: list[QPoint]) -> None:
        """Draw through these places."""
        self._touch("press", places[0])
        for place in places[1:]:
            self.rest(0.008)
            self._touch("move", place)
        self.rest(0.008)
        self._touch("release", places[-1])
        self.rest(0.02)

    def _ready(self, name: str) -> QQuickItem:
        def enabled() -> bool:
            item = self.find(name)
            return item is not None and item.isEnabled() and item.width() > 0

        self.until(name, enabled)
        item = self.find(name)
        assert item is not None  # noqa: S101 - enabled() saw it
        return item

    def _touch(self, kind: str, place: QPoint) -> None:
        sequence = QTest.touchEvent(self._window, self._device)
        getattr(sequence, kind)(0, place, self._window)
        sequence.commit()


def _visible(item: QQuickItem) -> Iterator[QQuickItem]:
    if item.isVisible():
        yield item
        for child in item.childItems():
            yield from _visible(child)
