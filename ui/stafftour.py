"""The last part of `kiosk tour`: the gesture, the PIN, and the pages behind it.

A terminal that has a PIN keeps it: the tour then sees no further than the door. On any other it draws one that nobody
knows, and takes it away again.
"""

from collections.abc import Callable
from secrets import randbelow
from typing import Final

from PySide6.QtCore import QPoint

from kiosk.staff import Doorkeeper, flaw
from ui.app import Terminal
from ui.finger import Finger
from ui.staffgate import HOLD_S, TAPS

CORNER_PX: Final = 40  # well inside both hidden corners on every screen
PAGES: Final = (("staffStick", "stick"), ("staffEntry", "entry"), ("staffScreen", "screen"), ("staffLeave", "leave"))


class StaffTour:
    """Walks once through staff's side."""

    def __init__(
        self, terminal: Terminal, finger: Finger, skip: Callable[[float], None], shoot: Callable[[str], None]
    ) -> None:
        self._terminal = terminal
        self._finger = finger
        self._skip = skip
        self._shoot = shoot
        self._doors = Doorkeeper(terminal.config.data, terminal.clock)

    def walk(self) -> None:
        """In by the gesture, through the pages, and out."""
        if self._doors.door is not None:
            self._gesture()
            self._shoot("staff-pin")
            self._finger.tap("staffClose")
            return
        pin = self._draw_pin()
        self._doors.set_pin(pin)
        try:
            self._gesture()
            self._shoot("staff-pin")
            for sign in pin:
                self._finger.tap(f"digit_{sign}")
            self._finger.tap("digitEnter")
            self._behind()
        finally:
            self._doors.forget()

    def _behind(self) -> None:
        finger, model = self._finger, self._terminal.models.backstage
        finger.until("how the terminal stands", lambda: bool(model.props.facts))
        self._shoot("staff-menu")
        for button, name in PAGES:
            finger.tap(button)
            self._shoot(f"staff-{name}")
            finger.tap("staffMenu")
        finger.tap("staffTrain")
        finger.until("practice", lambda: model.props.training and model.props.page == "")
        self._shoot("staff-practice")
        finger.tap("staffEnd")
        finger.until("earnest", lambda: not model.props.training)

    def _gesture(self) -> None:
        finger, width = self._finger, self._terminal.window.width()
        finger.hold(QPoint(CORNER_PX, CORNER_PX), lambda: self._skip(HOLD_S + 0.5))
        for _ in range(TAPS):
            finger.hold(QPoint(width - CORNER_PX, CORNER_PX))
        finger.until("the PIN", lambda: self._terminal.models.backstage.props.page == "pin")

    def _draw_pin(self) -> str:
        while flaw(pin := f"{randbelow(10**6):06}"):
            pass
        return pin
