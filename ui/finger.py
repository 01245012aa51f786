"""A finger on the real window: synthetic touches through Qt's own delivery, and a look at whether they did anything."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from kiosk.errors import EnvironmentFault
from ui.eye import Eye, Seen

WAIT_S = 60.0  # far longer than anything takes, on a machine that is busy with other things, too
QUIET_S = 0.015  # a screen that has not moved for so long has settled
NEAR_PX = 400  # further apart than this, on any screen, two taps are two
AGAIN_S = 0.32  # two taps at one place sooner than this are one (Taps.qml)


class NothingHappened(EnvironmentFault):
    """A tap that changed nothing, or something to tap that never came."""


class Finger:
    """Taps, strokes and looks. Everything runs in the window's thread, between its events."""

    def __init__(self, window: QQuickWindow, eye: Eye, tick: Callable[[], None]) -> None:
        self._window = window
        self.eye = eye
        self._tick = tick
        self.device = QTest.createTouchDevice()
        self._last, self._place = 0.0, QPoint(-10000, 0)

    # -- looking

    def find(self, name: str) -> Seen | None:
        """The visible item of a name."""
        return self.eye.find(name)

    def names(self) -> list[str]:
        """The names of everything that is visible."""
        return self.eye.names()

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
        self.tap_at(name, self._ready(name).middle, changes=changes)

    def tap_at(self, what: str, place: QPoint, *, changes: bool = True) -> None:
        """Tap a place of the window."""
        if (place - self._place).manhattanLength() < NEAR_PX:
            self.rest(max(0.0, self._last + AGAIN_S - time.monotonic()))
        self.rest()
        before = self.picture() if changes else None
        self._touch("press", place)
        self.rest(0.01)
        self._touch("release", place)
        self._last, self._place = time.monotonic(), place
        if before is not None:
            self.until(f"tap on {what}", lambda: self.picture() != before)
            self.rest()

    def hold(self, place: QPoint, meanwhile: Callable[[], None] = lambda: None) -> None:
        """Stay on a place while something passes, then let go."""
        self._touch("press", place)
        self.rest(0.01)
        meanwhile()
        self._touch("release", place)
        self.rest(0.01)

    def stroke(self, places: list[QPoint]) -> None:
        """Draw through these places."""
        self._touch("press", places[0])
        for place in places[1:]:
            self.rest(0.008)
            self._touch("move", place)
        self.rest(0.008)
        self._touch("release", places[-1])
        self.rest(0.02)

    def _ready(self, name: str) -> Seen:
        found: list[Seen] = []

        def ready() -> bool:
            """There, and at the same place with the next frame: rows and columns are laid out when they are drawn."""
            before = found[:]
            self.picture()
            found[:] = [item for item in self.eye.see() if item.name == name and item.enabled and item.inside][:1]
            return bool(found) and found == before

        self.until(name, ready)
        return found[0]

    def _touch(self, kind: str, place: QPoint) -> None:
        sequence = QTest.touchEvent(self._window, self.device)
        getattr(sequence, kind)(0, place, self._window)
        sequence.commit()
