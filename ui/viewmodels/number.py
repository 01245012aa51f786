"""Typing a number: digits in, an answer of the question's type out."""

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.input.digits import KINDS, grouped, masked, type_digit

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1
SEEN_MS, LOOK_MS = 1000, 5000  # a digit of a telephone number is seen so long; all of it when the visitor asks


@QmlElement
class NumberViewModel(QObject):
    """kind: number (answer int), decimal (str), phone (str, shown as dots). The answer to nothing typed is None."""

    changed = Signal()
    edited = Signal("QVariant")  # pyright: ignore[reportArgumentType]

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kind = "number"
        self._text = ""
        self._seen = QTimer(self, singleShot=True)
        self._seen.timeout.connect(self.changed)

    def _get_kind(self) -> str:
        return self._kind

    def _set_kind(self, kind: str) -> None:
        self._kind = kind if kind in KINDS else "number"
        self.changed.emit()

    kind = Property(str, _get_kind, _set_kind, notify=changed)

    @Property(str, notify=changed)
    def shown(self) -> str:
        kind = KINDS[self._kind]
        seen = self._seen.interval() if self._seen.isActive() else 0
        if not kind.zeros or seen == LOOK_MS:
            return grouped(self._text, kind)
        return grouped(masked(self._text) if seen else "•" * len(self._text), kind)

    @Property(bool, notify=changed)
    def empty(self) -> bool:
        return not self._text

    @Slot(str)
    def press(self, key: str) -> None:
        text = type_digit(self._text, key, KINDS[self._kind])
        self._seen.start(SEEN_MS)
        self._set(text)

    @Slot()
    def clear(self) -> None:
        self._set("")

    @Slot()
    def look(self) -> None:
        """The visitor wants to check the number."""
        self._seen.start(LOOK_MS)
        self.changed.emit()

    @Slot("QVariant")
    def show(self, value: object) -> None:
        """An answer given earlier, or none."""
        text = "" if value is None else str(value)
        if text != self._text and value != self._answer():
            self._seen.stop()
            self._text = text
            self.changed.emit()

    def _set(self, text: str) -> None:
        before, self._text = self._answer(), text
        self.changed.emit()
        if self._answer() != before:
            self.edited.emit(self._answer())

    def _answer(self) -> int | str | None:
        if not self._text:
            return None
        return int(self._text) if self._kind == "number" else self._text.rstrip(".")
