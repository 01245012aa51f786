"""Tap to the next page drawn: from the release to the first frame that shows it, software drawing, 1080×1920."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench.figures import Figure, median, percentile

ROUNDS = 40
MEDIAN_MS, P95_MS = 33, 60


def measure() -> Iterator[Figure]:
    from kiosk.config import load_config
    from ui.app import Stage, Terminal, make_application, prepare_platform
    from ui.eye import Eye
    from ui.finger import Finger

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    prepare_platform()
    app = make_application()
    with tempfile.TemporaryDirectory() as folder:
        terminal = Terminal(app, load_config(Path(folder), {}), Stage((1080, 1920), still=True, courier=False))
        terminal.show()
        finger = Finger(terminal.window, Eye(terminal.engine, terminal.window), terminal.tick)
        finger.until("the forms", lambda: terminal.conductor.stock is not None)
        finger.until("the next screens", lambda: bool(terminal.window.property("warm")))
        times = list(_visits(terminal, finger))
        terminal.close()
    yield Figure("tap.median", median(times), "ms", MEDIAN_MS)
    yield Figure("tap.p95", percentile(times, 0.95), "ms", P95_MS)


def _visits(terminal, finger) -> Iterator[float]:
    """Home → reasons → words → thanks → home, every tap measured."""
    conductor = terminal.conductor
    for turn in range(ROUNDS + 2):
        for name in ("face_5", "skip", None, "finish"):
            tapped = name or ("skip" if finger.find("skip") else "next")
            before = conductor.journey
            took = _tap(terminal, finger, tapped, lambda before=before: conductor.journey is not before)
            if turn > 1:  # the first visits make the screens
                yield took


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
