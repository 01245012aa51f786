"""Nobody touches: first a question with a countdown, then the page is wiped for the next visitor."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class IdleProps:
    """asks: "" nothing, idle (are you still there), leave (going home would lose what was answered)."""

    asks: str = ""
    seconds: int = 0


def derive_idle(quiet_s: float, idle_s: float, warn_s: float) -> tuple[bool, int]:
    """Whether to ask after so many quiet seconds, and how many are left until the page is wiped (0 = now)."""
    if quiet_s < idle_s:
        return False, ceil(idle_s + warn_s - quiet_s)
    return True, max(0, ceil(idle_s + warn_s - quiet_s))


@QmlElement
class IdleViewModel(QObject):
    """Signals are wishes of the visitor."""

    changed = Signal()
    stayed = Signal()
    left = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = IdleProps()

    @property
    def props(self) -> IdleProps:
        """What is shown now."""
        return self._props

    def show(self, props: IdleProps) -> None:
        """Show this."""
        if props != self._props:
            self._props = props
            self.changed.emit()

    @Property(str, notify=changed)
    def asks(self) -> str:
        return self._props.asks

    @Property(int, notify=changed)
    def seconds(self) -> int:
        return self._props.seconds

    @Slot()
    def stay(self) -> None:
        self.stayed.emit()

    @Slot()
    def leave(self) -> None:
        self.left.emit()
