"""The pad that a finger draws on. Each piece of a stroke is painted once, onto a picture that is kept."""

from typing import Any

from PySide6.QtCore import Property, QEvent, QPointF, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPen, QTouchEvent
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from ui.input.ink import FINEST, Point, answer, strokes_of, thinned

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1
MOST_STROKES = 400


@QmlElement
class InkPad(QQuickPaintedItem):
    """One finger draws; a second one, or the ball of the hand, does nothing. Transparent where nothing is drawn.

    pixelsPerMm, pen (pixels) and tint are given by QML. drawn: the drawing changed, with its answer, or None.
    """

    drawn = Signal("QVariant")  # pyright: ignore[reportArgumentType]
    changed = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self.setAcceptedMouseButtons(Qt.MouseButton.LeftButton)
        self.setAcceptTouchEvents(True)
        self._strokes: list[list[Point]] = []  # finished ones, tenths of a millimetre
        self._undone: list[list[Point]] = []
        self._now: list[QPointF] = []  # the one under the finger, pixels
        self._finger: int | None = None
        self._picture = QImage()
        self._scale, self._pen, self._tint = 4.0, 12.0, QColor("black")

    def _get_scale(self) -> float:
        return self._scale

    def _set_scale(self, pixels: float) -> None:
        self._scale = pixels
        self.changed.emit()

    pixelsPerMm = Property(float, _get_scale, _set_scale, notify=changed)

    def _get_pen(self) -> float:
        return self._pen

    def _set_pen(self, pixels: float) -> None:
        self._pen = pixels
        self._redraw()

    pen = Property(float, _get_pen, _set_pen, notify=changed)

    def _get_tint(self) -> QColor:
        return self._tint

    def _set_tint(self, tint: QColor) -> None:
        self._tint = tint
        self._redraw()

    tint = Property(QColor, _get_tint, _set_tint, notify=changed)

    @Property(int, notify=changed)
    def strokes(self) -> int:
        return len(self._strokes)

    @Property(bool, notify=changed)
    def restorable(self) -> bool:
        return bool(self._undone)

    @Slot()
    def undo(self) -> None:
        """The last stroke goes."""
        if self._strokes:
            self._strokes.pop()
            self._redraw()
            self._tell()

    @Slot()
    def clear(self) -> None:
        """Everything goes; restore() brings it back until something else is drawn."""
        self._undone, self._strokes = self._strokes, []
        self._redraw()
        self._tell()

    @Slot()
    def restore(self) -> None:
        self._strokes, self._undone = self._undone, []
        self._redraw()
        self._tell()

    @Slot("QVariant")
    def show(self, drawing: Any) -> None:
        """A drawing made earlier, or none."""
        if drawing != self._answer():
            self._strokes, self._undone, self._now = strokes_of(drawing), [], []
            self._redraw()

    @Slot()
    def forget(self) -> None:
        """The pad is left: nothing of what was drawn stays here."""
        self._strokes, self._undone, self._now, self._finger = [], [], [], None
        self._redraw()

    # ---- the finger

    def touchEvent(self, event: QTouchEvent) -> None:
        for point in event.points():
            place = point.position()
            if event.type() == QEvent.Type.TouchBegin and self._finger is None:
                self._finger = point.id()
                self._begin(place)
            elif point.id() == self._finger and event.type() == QEvent.Type.TouchUpdate:
                self._go_on(place)
        if event.type() in {QEvent.Type.TouchEnd, QEvent.Type.TouchCancel} and self._finger is not None:
            self._end()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._begin(event.position())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go_on(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        self._end()

    def _begin(self, place: QPointF) -> None:
        if len(self._strokes) < MOST_STROKES:
            self._undone, self._now = [], [place]
            self._draw([place, place])

    def _go_on(self, place: QPointF) -> None:
        inside = QPointF(min(max(place.x(), 0.0), self.width()), min(max(place.y(), 0.0), self.height()))
        if self._now and inside != self._now[-1]:
            self._draw([self._now[-1], inside])
            self._now.append(inside)

    def _end(self) -> None:
        self._finger = None
        if self._now:
            stroke = [(point.x() * 10 / self._scale, point.y() * 10 / self._scale) for point in self._now]
            self._now = []
            self._strokes.append(thinned(stroke, FINEST))
            self._strokes = strokes_of(self._answer())  # never more than an answer holds
            self._tell()

    # ---- the picture

    def geometryChange(self, newGeometry: QRectF | QRect, oldGeometry: QRectF | QRect) -> None:
        super().geometryChange(newGeometry, oldGeometry)
        if newGeometry.size() != oldGeometry.size():
            self._redraw()

    def paint(self, painter: QPainter) -> None:
        area = painter.clipBoundingRect().toAlignedRect() if painter.hasClipping() else self._picture.rect()
        painter.drawImage(area.topLeft(), self._picture, area)

    def _redraw(self) -> None:
        self._picture = QImage(int(self.width()), int(self.height()), QImage.Format.Format_ARGB32_Premultiplied)
        self._picture.fill(Qt.GlobalColor.transparent)
        factor = self._scale / 10
        for stroke in self._strokes:
            points = [QPointF(x * factor, y * factor) for x, y in stroke]
            self._draw([points[0], *points])
        self.update()
        self.changed.emit()

    def _draw(self, points: list[QPointF]) -> None:
        if self._picture.isNull():
            return
        painter = QPainter(self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        round_pen = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(QPen(self._tint, self._pen, *round_pen))
        painter.drawPoint(points[0])
        painter.drawPolyline(points)
        painter.end()
        around = self._pen / 2 + 2
        dirty = QRectF(points[0], points[-1]).normalized().adjusted(-around, -around, around, around)
        self.update(dirty.toAlignedRect())

    # ---- the answer

    def _tell(self) -> None:
        self.changed.emit()
        self.drawn.emit(self._answer())

    def _answer(self) -> dict[str, object] | None:
        if not self._strokes:
            return None
        width, height = (round(length * 10 / self._scale) for length in (self.width(), self.height()))
        return answer(self._strokes, width, height)
