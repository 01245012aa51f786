"""Tap to the next page drawn: from the release to the first frame that shows it, software drawing, 1080×1920."""

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench import staged
from tests.bench.figures import Figure, median, percentile

ROUNDS = 40
MEDIAN_MS, P95_MS = 33, 60


def measure() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder, staged.terminal(Path(folder)) as (terminal, finger):
        list(visits(terminal, finger, lambda count: count < 2))  # makes the screens
        times = list(visits(terminal, finger, lambda count: count < ROUNDS))
    yield Figure("tap.median", median(times), "ms", MEDIAN_MS)
    yield Figure("tap.p95", percentile(times, 0.95), "ms", P95_MS)


def visits(terminal, finger, more: Callable[[int], bool]) -> Iterator[float]:
    """Home → reasons → words → thanks → home, every tap measured."""
    conductor, count = terminal.conductor, 0
    while more(count):
        for name in ("face_5", "skip", None, "finish"):
            tapped = name or ("skip" if finger.find("skip") else "next")
            before = conductor.journey
            yield _tap(terminal, finger, tapped, lambda before=before: conductor.journey is not before)
        count += 1


def _tap(terminal, finger, name: str, changed: Callable[[], bool]) -> float:
    """Milliseconds from the release to the frame that shows what came of it."""
    frames: list[int] = []

    def drawn() -> None:
        if changed():
            frames.append(time.perf_counter_ns())

    finger.settle()
    finger.rest(0.35)  # two taps at one place are two visitors' only after that
    place = finger._ready(name).middle
    finger._touch("press", place)
    finger.rest(0.02)
    terminal.window.frameSwapped.connect(drawn)
    begun = time.perf_counter_ns()
    finger._touch("release", place)
    finger.until(f"a frame after {name}", lambda: bool(frames))
    terminal.window.frameSwapped.disconnect(drawn)
    return (frames[0] - begun) / 1e6
