"""Start: from the process to the first frame that takes a tap, beside a bare Qt Quick window of its size, in turns.

Warm: the files are in the page cache and the QML cache is made. The data folder is that of a terminal in use.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator

from tests.bench.figures import Figure, median

ROUNDS = 9
BARE = """
import sys, time
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6 import QtQuick
app = QGuiApplication([])
engine = QQmlApplicationEngine()
engine.loadData(b'import QtQuick; Window { width: 1080; height: 1920; visible: true }')
def drawn():
    print(time.monotonic_ns(), flush=True)
    app.quit()
engine.rootObjects()[0].frameSwapped.connect(drawn)
app.exec()
"""
OURS = """
import sys, time
from ui import app
drawn = app.Terminal._on_first_frame
def first_frame(self):
    print(time.monotonic_ns(), flush=True)
    drawn(self)
    app.QGuiApplication.exit(0)
app.Terminal._on_first_frame = first_frame
from kiosk.__main__ import HOMES
from kiosk.cli import main
sys.exit(main(HOMES))
"""


def measure() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        words = ["run", "--data", folder, "--windowed", "1080x1920"]
        ours, bare = [], []
        for turn in range(ROUNDS + 1):
            times = _until_frame(OURS, *words), _until_frame(BARE)
            if turn:  # the first makes the caches
                ours.append(times[0])
                bare.append(times[1])
    yield Figure("start", median(ours), "ms", 1.3 * median(bare) + 250)
    yield Figure("start.bare_window", median(bare), "ms")


def _until_frame(code: str, *words: str) -> float:
    environ = {**os.environ, "QT_QUICK_BACKEND": "software", "QT_QPA_PLATFORM": "offscreen"}
    begun = time.monotonic_ns()
    done = subprocess.run([sys.executable, "-c", code, *words], env=environ, capture_output=True, text=True, check=True)
    return (int(done.stdout.splitlines()[0]) - begun) / 1e6
