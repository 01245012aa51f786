"""Speaking instead of writing: what the page of a spoken message shows."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class VoiceProps:
    """state: empty, starting, recording, sealing, kept, playing or trouble. seconds: of the message, or so far.

    left: seconds until it stops by itself; level: how loud, 0 to 1.
    """

    state: str = "empty"
    seconds: int = 0
    left: int = 0
    level: float = 0.0


@QmlElement
class VoiceViewModel(QObject):
    """Signals are wishes of the visitor."""

    changed = Signal()
    recordWanted = Signal()
    stopWanted = Signal()
    listenWanted = Signal()
    deleteWanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = VoiceProps()

    @property
    def props(self) -> VoiceProps:
        """What is shown now."""
        return self._props

    def show(self, props: VoiceProps) -> None:
        """Show how it stands."""
        if props != self._props:
            self._props = props
            self.changed.emit()

    @Property(str, notify=changed)
    def state(self) -> str:
        return self._props.state

    @Property(int, notify=changed)
    def seconds(self) -> int:
        return self._props.seconds

    @Property(int, notify=changed)
    def left(self) -> int:
        return self._props.left

    @Property(float, notify=changed)
    def level(self) -> float:
        return self._props.level

    @Slot()
    def record(self) -> None:
        self.recordWanted.emit()

    @Slot()
    def stop(self) -> None:
        self.stopWanted.emit()

    @Slot()
    def listen(self) -> None:
        self.listenWanted.emit()

    @Slot()
    def remove(self) -> None:
        self.deleteWanted.emit()
