"""Proportional memory of the whole terminal on its home screen, beside a bare Qt Quick window of its size."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.figures import Figure, median
from tests.bench.start import BARE, OURS

ROUNDS = 3
MOST = 1.8  # times the bare window
REST_S = 3.0  # what the first frames put off has been read by then


def measure() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        words = ["run", "--data", folder, "--windowed", "1080x1920"]
        ours = [_pss_mb(_staying(OURS), *words) for _ in range(ROUNDS)]
        bare = [_pss_mb(_staying(BARE)) for _ in range(ROUNDS)]
    yield Figure("memory.home", median(ours), "MB", MOST * median(bare))
    yield Figure("memory.bare_window", median(bare), "MB")


def _staying(code: str) -> str:
    """The same program, without the end after its first frame."""
    return code.replace("    app.QGuiApplication.exit(0)\n", "").replace("    app.quit()\n", "")


def _pss_mb(code: str, *words: str) -> float:
    environ = {**os.environ, "QT_QUICK_BACKEND": "software", "QT_QPA_PLATFORM": "offscreen"}
    child = subprocess.Popen([sys.executable, "-c", code, *words], env=environ, stdout=subprocess.PIPE, text=True)
    try:
        assert child.stdout is not None
        child.stdout.readline()
        try:
            child.wait(REST_S)
        except subprocess.TimeoutExpired:
            return _read(child.pid)
        raise RuntimeError("the window closed by itself")
    finally:
        child.terminate()
        child.wait(20)


def _read(pid: int) -> float:
    text = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")
    return int(next(line for line in text.splitlines() if line.startswith("Pss:")).split()[1]) / 1024
