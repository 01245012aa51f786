"""The pad to write characters on. What is written is read at once, and decided by the visitor alone."""

from collections.abc import Iterable

from PySide6.QtCore import Property, QPointF, Signal, Slot
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem

from ui.input.ink import thinned
from ui.input.pen import Mark
from ui.viewmodels.keyboard import KeyboardViewModel
from ui.viewmodels.pad import Pad

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1
MOST_STROKES = 200  # on the pad at once: 20 characters
FINEST = 1.0  # pixels by which what is read may differ from what was drawn


@QmlElement
class WritingPad(Pad):
    """Its strokes go to the keyboard, and those that became a word leave the pad."""

    keyboardChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._marks: list[Mark] = []  # pixels
        self._count = 0
        self._keyboard: KeyboardViewModel | None = None

    def _get_keyboard(self) -> KeyboardViewModel | None:
        return self._keyboard

    def _set_keyboard(self, keyboard: KeyboardViewModel | None) -> None:
        if self._keyboard is not None:
            self._keyboard.taken.disconnect(self._on_taken)
            self._keyboard.closed.disconnect(self.forget)
        self._keyboard = keyboard
        if keyboard is not None:
            keyboard.taken.connect(self._on_taken)
            keyboard.closed.connect(self.forget)
        self.keyboardChanged.emit()

    keyboard = Property(KeyboardViewModel, _get_keyboard, _set_keyboard, notify=keyboardChanged)

    def count(self) -> int:
        return len(self._marks)

    @Slot()
    def undo(self) -> None:
        """The last stroke goes."""
        if self._marks:
            self._leave(self._marks[:-1])
            self._tell()

    @Slot()
    def clear(self) -> None:
        """All strokes go, to be written anew."""
        self._leave([])
        self._tell()

    @Slot()
    def forget(self) -> None:
        """The pad is left: nothing of what was written stays here."""
        self._leave([])

    # ---- the finger

    def may_begin(self) -> bool:
        if len(self._marks) >= MOST_STROKES:
            return False
        if self._keyboard is not None:
            self._keyboard.hold()
        return True

    def finished(self, stroke: list[QPointF]) -> None:
        self._count += 1
        self._marks.append(Mark(self._count, thinned([(point.x(), point.y()) for point in stroke], FINEST)))
        self.changed.emit()
        self._tell()

    def lines(self) -> Iterable[list[QPointF]]:
        return ([QPointF(x, y) for x, y in mark.points] for mark in self._marks)

    def _tell(self) -> None:
        if self._keyboard is not None:
            self._keyboard.draw(self._marks)

    def _on_taken(self, serials: list[int]) -> None:
        if any(mark.serial in serials for mark in self._marks):
            self._leave([mark for mark in self._marks if mark.serial not in serials])

    def _leave(self, marks: list[Mark]) -> None:
        self._marks = marks
        self.drop()
        self.redraw()
