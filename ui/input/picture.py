"""What a recogniser is shown of a visitor's strokes: one line of writing, 48 pixels high, black on white."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from ui.input.ink import Stroke

HEIGHT, STEP = 48, 8  # pixels; of the picture, and of one step the recogniser takes along it
LEAST_WIDTH, MOST_WIDTH = 64, 1600
MARGIN, PEN, SIDE = 0.1, 2.5, 8  # share of the height above and below; pixels
SMALLEST = 0.7  # of its widest part: a line of writing is not taken to be flatter than that


@dataclass(frozen=True, slots=True)
class Frame:
    """How strokes lie in the picture: a point's pixel is point · scale + (left, top)."""

    scale: float
    left: float
    top: float
    width: int


def parts(strokes: Sequence[Stroke]) -> list[tuple[float, float]]:
    """The pieces (from x, to x) between which there is nothing, from left to right: 明 has two, as 八 and 好 have."""
    found: list[tuple[float, float]] = []
    for left, right in sorted((min(x for x, _ in stroke), max(x for x, _ in stroke)) for stroke in strokes):
        if found and left <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], right))
        else:
            found.append((left, right))
    return found


def framed(strokes: Sequence[Stroke]) -> Frame:
    """Writing fills the height; a lone piece, such as 一, the square it would stand in."""
    xs, ys = [x for stroke in strokes for x, _ in stroke], [y for stroke in strokes for _, y in stroke]
    width, height = max(xs) - min(xs), max(ys) - min(ys)
    pieces = parts(strokes)
    widest = max(right - left for left, right in pieces)
    tall = max(height, widest if len(pieces) == 1 else SMALLEST * widest, 1e-6)
    scale = min(HEIGHT * (1 - 2 * MARGIN) / tall, (MOST_WIDTH - 2 * SIDE) / max(width, 1e-6))
    wide = max(LEAST_WIDTH, -(-int(width * scale + 2 * SIDE) // STEP) * STEP)
    return Frame(scale, wide / 2 - scale * (min(xs) + max(xs)) / 2, HEIGHT / 2 - scale * (min(ys) + max(ys)) / 2, wide)


def picture(strokes: Sequence[Stroke], frame: Frame) -> np.ndarray:
    """HEIGHT × frame.width, −1 (ink) to 1 (paper), float32."""
    image = QImage(frame.width, HEIGHT, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    round_pen = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(QPen(Qt.GlobalColor.black, PEN, *round_pen))
    for stroke in strokes:
        line = [QPointF(x * frame.scale + frame.left, y * frame.scale + frame.top) for x, y in stroke]
        painter.drawPoint(line[0])
        painter.drawPolyline(line)
    painter.end()
    grey = np.frombuffer(image.constBits(), np.uint8).reshape(HEIGHT, image.bytesPerLine())[:, : frame.width]
    return (grey.astype(np.float32) / 255 - 0.5) / 0.5
