"""The sheet behind 叫工作人员: how this page works, how it may look, and the call."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class StaffViewModel(QObject):
    """calledAt: "" or HH:mm of the call that stands on the screen."""

    changed = Signal()
    callWanted = Signal()
    callEnded = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._called_at = ""

    def show(self, called_at: str) -> None:
        """Show the call made at that time; "" shows how the page works."""
        if called_at != self._called_at:
            self._called_at = called_at
            self.changed.emit()

    @Property(str, notify=changed)
    def calledAt(self) -> str:
        return self._called_at

    @Slot()
    def call(self) -> None:
        self.callWanted.emit()

    @Slot()
    def endCall(self) -> None:
        self.callEnded.emit()
