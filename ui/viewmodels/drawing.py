"""The pad for a drawing that is an answer."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QPointF, Signal, Slot
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem

from ui.input.ink import FINEST, Point, answer, strokes_of, thinned
from ui.viewmodels.pad import Pad

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1
MOST_STROKES = 400


@QmlElement
class InkPad(Pad):
    """drawn: the drawing changed, with its answer, or None."""

    drawn = Signal("QVariant")  # pyright: ignore[reportArgumentType]

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._strokes: list[list[Point]] = []  # finished ones, tenths of a millimetre
        self._undone: list[list[Point]] = []

    def count(self) -> int:
        return len(self._strokes)

    def can_restore(self) -> bool:
        return bool(self._undone)

    @Slot()
    def undo(self) -> None:
        """The last stroke goes."""
        if self._strokes:
            self._strokes.pop()
            self.redraw()
            self._tell()

    @Slot()
    def clear(self) -> None:
        """Everything goes; restore() brings it back until something else is drawn."""
        self._undone, self._strokes = self._strokes, []
        self.redraw()
        self._tell()

    @Slot()
    def restore(self) -> None:
        self._strokes, self._undone = self._undone, []
        self.redraw()
        self._tell()

    @Slot("QVariant")
    def show(self, drawing: Any) -> None:
        """A drawing made earlier, or none."""
        if drawing != self._answer():
            self._strokes, self._undone = strokes_of(drawing), []
            self.drop()
            self.redraw()

    @Slot()
    def forget(self) -> None:
        """The pad is left: nothing of what was drawn stays here."""
        self._strokes, self._undone = [], []
        self.drop()
        self.redraw()

    # ---- the finger

    def may_begin(self) -> bool:
        if len(self._strokes) >= MOST_STROKES:
            return False
        self._undone = []
        return True

    def finished(self, stroke: list[QPointF]) -> None:
        points = [(point.x() * 10 / self._scale, point.y() * 10 / self._scale) for point in stroke]
        self._strokes.append(thinned(points, FINEST))
        self._strokes = strokes_of(self._answer())  # never more than an answer holds
        self._tell()

    def lines(self) -> Iterable[list[QPointF]]:
        factor = self._scale / 10
        return ([QPointF(x * factor, y * factor) for x, y in stroke] for stroke in self._strokes)

    # ---- the answer

    def _tell(self) -> None:
        self.changed.emit()
        self.drawn.emit(self._answer())

    def _answer(self) -> dict[str, object] | None:
        if not self._strokes:
            return None
        width, height = (round(length * 10 / self._scale) for length in (self.width(), self.height()))
        return answer(self._strokes, width, height)
