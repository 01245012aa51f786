"""The writing pad under a moving finger: from each move to the frame that shows it, software drawing, 1080×1920.

Long strokes over the whole pad, a recogniser reading each in its own thread, as when somebody writes.
"""

import math
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench import staged
from tests.bench.figures import Figure, median, percentile

STROKES, MOVES = 12, 60
FRAMES_A_SECOND = 50.0


def measure() -> Iterator[Figure]:
    from PySide6.QtCore import QPoint

    with tempfile.TemporaryDirectory() as folder, staged.terminal(Path(folder)) as (terminal, finger):
        finger.until("the pad", lambda: "handwriting" in terminal.ways, seconds=120)
        finger.tap("face_5")
        finger.until("a question", lambda: finger.find("skip") is not None)
        while finger.find("way_handwriting") is None:
            finger.tap("skip")
        finger.tap("way_handwriting")
        finger.settle()
        pad = finger.find("writingPad")
        assert pad is not None
        corner, size = QPoint(round(pad.x), round(pad.y)), (pad.width, pad.height)
        times = [took for turn in range(STROKES) for took in _stroke(terminal, finger, corner, size, turn)]
    yield Figure("pad.frames", 1000 / median(times), "frames/s", FRAMES_A_SECOND)
    yield Figure("pad.frames.slowest_20th", 1000 / percentile(times, 0.95), "frames/s", FRAMES_A_SECOND)
    yield Figure("pad.size", pad.width * pad.height / 1e6, "megapixels")


def _stroke(terminal, finger, corner, size, turn: int) -> Iterator[float]:
    """Milliseconds from each move of one winding stroke to the frame after it."""
    from PySide6.QtCore import QCoreApplication, QPoint

    frames: list[int] = []
    terminal.window.frameSwapped.connect(lambda: frames.append(time.perf_counter_ns()))
    places = [
        corner
        + QPoint(
            round(size[0] * (0.5 + 0.45 * math.cos(step / 9 + turn))),
            round(size[1] * (0.5 + 0.45 * math.sin(step / 7 + turn))),
        )
        for step in range(MOVES)
    ]
    finger._touch("press", places[0])
    finger.rest(0.02)
    for place in places[1:]:
        frames.clear()
        begun = time.perf_counter_ns()
        finger._touch("move", place)
        while not frames:
            QCoreApplication.processEvents()
        yield (frames[0] - begun) / 1e6
    finger._touch("release", places[-1])
    finger.rest(0.05)
