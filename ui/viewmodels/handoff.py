"""The code that takes a half-filled form to a phone."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class HandoffProps:
    """offered: a phone could open the code. source: of its picture, "" while it is made; side: its pixels.

    short: a code to type, in two groups, "" where there is none; address: where it is typed; left: the questions whose
    words did not fit, as they are asked; drawing: one stays behind; problem: "", small (no room on this screen), fault.
    """

    offered: bool = False
    source: str = ""
    side: int = 0
    short: str = ""
    address: str = ""
    left: tuple[str, ...] = ()
    drawing: bool = False
    problem: str = ""


@QmlElement
class HandoffViewModel(QObject):
    """Signals are wishes of the visitor."""

    changed = Signal()
    wanted = Signal()
    finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = HandoffProps()

    @property
    def props(self) -> HandoffProps:
        """What is shown now."""
        return self._props

    def show(self, props: HandoffProps) -> None:
        """Show this."""
        if props != self._props:
            self._props = props
            self.changed.emit()

    @Property(bool, notify=changed)
    def offered(self) -> bool:
        return self._props.offered

    @Property(str, notify=changed)
    def source(self) -> str:
        return self._props.source

    @Property(int, notify=changed)
    def side(self) -> int:
        return self._props.side

    @Property(str, notify=changed)
    def short(self) -> str:
        return self._props.short

    @Property(str, notify=changed)
    def address(self) -> str:
        return self._props.address

    @Property(list, notify=changed)
    def left(self) -> list[str]:
        return list(self._props.left)

    @Property(bool, notify=changed)
    def drawing(self) -> bool:
        return self._props.drawing

    @Property(str, notify=changed)
    def problem(self) -> str:
        return self._props.problem

    @Slot()
    def open(self) -> None:
        self.wanted.emit()

    @Slot()
    def finish(self) -> None:
        self.finished.emit()
