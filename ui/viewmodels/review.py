"""Before sending: one row an answer, each with its own way back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.viewmodels.base import plain

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class Row:
    """One answer. shown: as a visitor reads it; "" when nothing was answered. drawn: it is a drawing."""

    name: str
    label: str
    shown: str = ""
    drawn: bool = False


@dataclass(frozen=True, slots=True)
class ReviewProps:
    """fault: "" or why it could not be saved: full, other. amending: an answer that was sent is being corrected."""

    rows: tuple[Row, ...] = ()
    sending: bool = False
    fault: str = ""
    amending: bool = False


def derive_rows(rows: Sequence[tuple[str, str, str]], drawings: frozenset[str]) -> tuple[Row, ...]:
    """The rows of a form at review: (name, label, shown value); drawings: names of drawn answers."""
    return tuple(Row(name, label, shown, name in drawings) for name, label, shown in rows)


@QmlElement
class ReviewViewModel(QObject):
    """Signals are wishes of the visitor."""

    changed = Signal()
    changeWanted = Signal(str)
    sendWanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = ReviewProps()

    @property
    def props(self) -> ReviewProps:
        """What is shown now."""
        return self._props

    def show(self, props: ReviewProps) -> None:
        """Show this."""
        if props != self._props:
            self._props = props
            self.changed.emit()

    @Property(list, notify=changed)
    def rows(self) -> list[dict[str, Any]]:
        return plain(self._props.rows)

    @Property(bool, notify=changed)
    def sending(self) -> bool:
        return self._props.sending

    @Property(str, notify=changed)
    def fault(self) -> str:
        return self._props.fault

    @Property(bool, notify=changed)
    def amending(self) -> bool:
        return self._props.amending

    @Slot(str)
    def change(self, name: str) -> None:
        self.changeWanted.emit(name)

    @Slot()
    def send(self) -> None:
        self.sendWanted.emit()
