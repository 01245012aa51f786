"""After sending: the receipt, what happens next and by when, and ten seconds to take it back."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.viewmodels.base import plain

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

UNDO_S: Final = 10


@dataclass(frozen=True, slots=True)
class Promise:
    """One dated step. step: received, dispatched, answered; day: YYYY-MM-DD, the last one on which it may happen."""

    step: str
    day: str
    department: str = ""
    kept: bool = False


@dataclass(frozen=True, slots=True)
class ThanksProps:
    """groups: the receipt code in its two groups; address: of the case page, "" where there is none to open."""

    groups: tuple[str, ...] = ()
    address: str = ""
    seq: int = 0
    link: str = ""
    promises: tuple[Promise, ...] = ()
    undo_s: int = 0
    withdrawing: bool = False
    withdrawn: bool = False


def derive_promises(days: tuple[date, date, date], department: str) -> tuple[Promise, ...]:
    """The three promises. days: today, by when it is handed on, by when somebody answers."""
    today, handed, answered = (day.isoformat() for day in days)
    return (
        Promise("received", today, kept=True),
        Promise("dispatched", handed, department),
        Promise("answered", answered),
    )


@QmlElement
class ThanksViewModel(QObject):
    """Signals are wishes of the visitor."""

    changed = Signal()
    ticked = Signal()
    withdrawWanted = Signal()
    finished = Signal()
    codeSpeechWanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = ThanksProps()

    @property
    def props(self) -> ThanksProps:
        """What is shown now."""
        return self._props

    def show(self, props: ThanksProps) -> None:
        """Show this."""
        if props != self._props:
            self._props = props
            self.changed.emit()
            self.ticked.emit()

    @Property(list, notify=changed)
    def groups(self) -> list[str]:
        return list(self._props.groups)

    @Property(str, notify=changed)
    def address(self) -> str:
        return self._props.address

    @Property(int, notify=changed)
    def seq(self) -> int:
        return self._props.seq

    @Property(str, notify=changed)
    def link(self) -> str:
        return self._props.link

    @Property(list, notify=changed)
    def promises(self) -> list[dict[str, Any]]:
        return plain(self._props.promises)

    @Property(int, notify=ticked)
    def undoSeconds(self) -> int:
        return self._props.undo_s

    @Property(bool, notify=ticked)
    def withdrawing(self) -> bool:
        return self._props.withdrawing

    @Property(bool, notify=changed)
    def withdrawn(self) -> bool:
        return self._props.withdrawn

    @Slot()
    def withdraw(self) -> None:
        self.withdrawWanted.emit()

    @Slot()
    def finish(self) -> None:
        self.finished.emit()

    @Slot()
    def readCode(self) -> None:
        self.codeSpeechWanted.emit()
