"""What a finger draws on. Each piece of a stroke is painted once, onto a picture that is kept."""

from collections.abc import Iterable

from PySide6.QtCore import Property, QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPen, QTouchEvent
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Pad(QQuickPaintedItem):
    """One finger draws; a second one, or the ball of the hand, does nothing. Transparent where nothing is drawn.

    pixelsPerMm, pen (pixels) and tint are given by QML. Strokes are kept by those who derive from it: may_begin() is
    asked before a stroke, finished() gets it, lines() are drawn when the picture has to be made anew. Pixels.
    """

    changed = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self.setAcceptedMouseButtons(Qt.MouseButton.LeftButton)
        self.setAcceptTouchEvents(True)
        self._now: list[QPointF] = []  # the stroke under the finger
        self._finger: int | None = None
        self._picture = QImage()
        self._scale, self._pen, self._tint = 4.0, 12.0, QColor("black")

    def may_begin(self) -> bool:
        """Whether another stroke is taken."""
        return True

    def finished(self, stroke: list[QPointF]) -> None:
        """The finger was lifted."""
        raise NotImplementedError

    def lines(self) -> Iterable[list[QPointF]]:
        """Every finished stroke."""
        raise NotImplementedError

    def count(self) -> int:
        """How many strokes there are."""
        raise NotImplementedError

    def can_restore(self) -> bool:
        """Whether what was cleared can come back."""
        return False

    def drop(self) -> None:
        """Whatever is under the finger is no stroke any more."""
        self._now, self._finger = [], None

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
        self.redraw()

    pen = Property(float, _get_pen, _set_pen, notify=changed)

    def _get_tint(self) -> QColor:
        return self._tint

    def _set_tint(self, tint: QColor) -> None:
        self._tint = tint
        self.redraw()

    tint = Property(QColor, _get_tint, _set_tint, notify=changed)

    @Property(int, notify=changed)
    def strokes(self) -> int:
        return self.count()

    @Property(bool, notify=changed)
    def restorable(self) -> bool:
        return self.can_restore()

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
        if self.may_begin():
            self._now = [place]
            self._draw([place, place])

    def _go_on(self, place: QPointF) -> None:
        inside = QPointF(min(max(place.x(), 0.0), self.width()), min(max(place.y(), 0.0), self.height()))
        if self._now and inside != self._now[-1]:
            self._draw([self._now[-1], inside])
            self._now.append(inside)

    def _end(self) -> None:
        self._finger = None
        if self._now:
            stroke, self._now = self._now, []
            self.finished(stroke)

    # ---- the picture

    def geometryChange(self, newGeometry: QRectF | QRect, oldGeometry: QRectF | QRect) -> None:
        super().geometryChange(newGeometry, oldGeometry)
        if newGeometry.size() != oldGeometry.size():
            self.redraw()

    def paint(self, painter: QPainter) -> None:
        area = painter.clipBoundingRect().toAlignedRect() if painter.hasClipping() else self._picture.rect()
        painter.drawImage(area.topLeft(), self._picture, area)

    def redraw(self) -> None:
        """Make the picture anew."""
        self._picture = QImage(int(self.width()), int(self.height()), QImage.Format.Format_ARGB32_Premultiplied)
        self._picture.fill(Qt.GlobalColor.transparent)
        for points in self.lines():
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
