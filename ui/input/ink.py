"""Strokes of a finger as an answer: tenths of a millimetre, no more points than the line needs. Pure."""

import json
import math
from collections.abc import Sequence

Point = tuple[float, float]
Stroke = Sequence[Point]
MOST_BYTES = 16 * 1024  # of a drawing, as it is written down
FINEST, COARSEST = 2.0, 200.0  # tenths of a millimetre by which a line may differ from the finger's


def thinned(stroke: Stroke, tolerance: float) -> list[Point]:
    """Douglas-Peucker: the fewest points from which no point of the stroke is further away than the tolerance."""
    keep = {0, len(stroke) - 1}
    open_spans = [(0, len(stroke) - 1)]
    while open_spans:
        first, last = open_spans.pop()
        inner = range(first + 1, last)
        if not inner:
            continue
        far = max(inner, key=lambda place: _distance(stroke[place], stroke[first], stroke[last]))
        if _distance(stroke[far], stroke[first], stroke[last]) > tolerance:
            keep.add(far)
            open_spans += [(first, far), (far, last)]
    return [stroke[place] for place in sorted(keep)]


def _distance(point: Point, start: Point, end: Point) -> float:
    """From a point to the piece of line between two others."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    along = 0.0 if length == 0 else ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length
    along = min(1.0, max(0.0, along))
    return math.hypot(point[0] - start[0] - along * dx, point[1] - start[1] - along * dy)


def answer(strokes: Sequence[Stroke], width: int, height: int) -> dict[str, object]:
    """{"ink": [[x, y, x, y, …], …], "w", "h"} in whole tenths of a millimetre, at most MOST_BYTES long.

    A drawing that is longer becomes a little coarser, as often as it takes; of one that is too long even so, the
    first strokes stay.
    """
    kept, tolerance = list(strokes), FINEST
    while _size(drawing := _written(kept, width, height)) > MOST_BYTES:
        tolerance *= 1.5
        coarser = [thinned(stroke, tolerance) for stroke in kept]
        kept = coarser if tolerance < COARSEST else coarser[: len(kept) * 9 // 10]
    return drawing


def _written(strokes: Sequence[Stroke], width: int, height: int) -> dict[str, object]:
    return {
        "ink": [[round(value) for point in stroke for value in point] for stroke in strokes],
        "w": width,
        "h": height,
    }


def _size(drawing: dict[str, object]) -> int:
    return len(json.dumps(drawing, separators=(",", ":")))


def strokes_of(drawing: object) -> list[list[Point]]:
    """The strokes of an answer; none when it is no drawing."""
    ink = drawing.get("ink") if isinstance(drawing, dict) else None
    return [list(zip(stroke[::2], stroke[1::2], strict=True)) for stroke in ink or []]
