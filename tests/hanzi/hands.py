"""Hands that write: strokes of characters nobody tuned anything to, written well or badly. For tests and benches."""

import math
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from random import Random

Stroke = list[tuple[float, float]]
TABLE = Path(__file__).parent / "medians.txt"
SIZE = 256.0


def load_medians() -> dict[str, list[Stroke]]:
    """Character → the middle lines of its strokes, in a square of SIZE, y downwards."""
    rows = (line.split() for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {char: [_points(stroke) for stroke in strokes] for char, *strokes in rows}


def _points(written: str) -> Stroke:
    numbers = bytes.fromhex(written)
    return [(float(x), float(y)) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]


class Hand:
    """mild: a calm hand, in order. strong: turned up to 14°, slanted, shaky, joined and in any order of strokes."""

    def __init__(self, random: Random, *, strong: bool) -> None:
        self._random = random
        self._strong = strong

    def write(self, strokes: list[Stroke]) -> list[Stroke]:
        """The strokes of one character as this hand writes them."""
        draw, strong = self._random, self._strong
        turn = math.radians(draw.uniform(-1, 1) * (14 if strong else 6))
        slant = draw.uniform(-1, 1) * (0.35 if strong else 0.12)
        width = draw.uniform(0.75, 1.2) if strong else draw.uniform(0.9, 1.1)
        written = [[_placed(point, turn, slant, width) for point in self._shaken(stroke)] for stroke in strokes]
        return self._disordered(written) if strong else written

    def _shaken(self, stroke: Stroke) -> Stroke:
        """Away from its place as a whole, and trembling along the way."""
        draw = self._random
        away, tremor = (7.5, 4.0) if self._strong else (2.5, 1.5)
        dx, dy = draw.gauss(0, away), draw.gauss(0, away)
        one, other = draw.uniform(0, 6), draw.uniform(0, 6)
        return [
            (x + dx + tremor * math.sin(step * 0.7 + one), y + dy + tremor * math.sin(step * 0.9 + other))
            for step, (x, y) in enumerate(_walked(stroke))
        ]

    def _disordered(self, strokes: list[Stroke]) -> list[Stroke]:
        """Every fourth stroke hangs on to the one before it, and they come in any order."""
        joined = [strokes[0]]
        for stroke in strokes[1:]:
            if self._random.random() < 0.25:
                joined[-1] = joined[-1] + stroke
            else:
                joined.append(stroke)
        self._random.shuffle(joined)
        return joined

    def write_line(self, characters: list[list[Stroke]]) -> list[Stroke]:
        """Several characters side by side, of unlike size, up and down a little."""
        draw, line, at = self._random, [], 0.0
        for strokes in characters:
            written = self.write(strokes)
            size, lift = draw.uniform(0.85, 1.15), draw.gauss(0, 10)
            left = min(x for stroke in written for x, _ in stroke)
            right = max(x for stroke in written for x, _ in stroke)
            line += [[((x - left) * size + at, (y - 128) * size + 128 + lift) for x, y in stroke] for stroke in written]
            at += (right - left) * size + SIZE * (
                draw.uniform(-0.02, 0.3) if self._strong else draw.uniform(0.02, 0.35)
            )
        return line


def _placed(point: tuple[float, float], turn: float, slant: float, width: float) -> tuple[float, float]:
    x, y = (point[0] - 128) * width, point[1] - 128
    x += slant * y
    return x * math.cos(turn) - y * math.sin(turn), x * math.sin(turn) + y * math.cos(turn)


def _walked(stroke: Stroke, step: float = 6.0) -> Iterator[tuple[float, float]]:
    """Points along a stroke, about so far apart."""
    for (x0, y0), (x1, y1) in pairwise(stroke):
        count = max(1, int(math.hypot(x1 - x0, y1 - y0) / step))
        yield from ((x0 + (x1 - x0) * k / count, y0 + (y1 - y0) * k / count) for k in range(count))
    yield stroke[-1]
