"""The proof that the screen lives: one dot changes, a frame is drawn, and only then systemd hears that all is well.

A window that hangs, a scene that no longer draws, a thread that waits for ever: none of them brings a frame, so the
watchdog ends the process, and the next one starts with nothing of the visit.
"""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtQuick import QQuickWindow

from kiosk.notify import Notify


class Heart(QObject):
    """Beats a third of WatchdogSec apart; without a watchdog it says only that the terminal is ready."""

    def __init__(self, window: QQuickWindow, notify: Notify, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._notify = notify
        self._ready = False
        self._pulse = False
        self.frames = 0  # drawn since the last beat
        window.frameSwapped.connect(self._on_frame)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.beat)

    def _on_frame(self) -> None:
        self.frames += 1
        if not self._ready:
            self._ready = True
            self._notify.ready()
            if self._notify.every_s is not None:
                self._timer.start(round(self._notify.every_s * 1000))

    def beat(self) -> None:
        """Say that frames come, if they do, and make the dot of the next one."""
        if self.frames:
            self.frames = 0
            self._notify.alive()
        self._pulse = not self._pulse
        self._window.setProperty("pulse", self._pulse)

    def stop(self) -> None:
        """The end is meant."""
        self._timer.stop()
        self._notify.stopping()
