"""From process to first frame: nothing is imported that it does not need, and there is one terminal a data folder."""

import os
import signal
import subprocess
import sys

from conftest import ROOT

HEAVY = {
    "sqlite_utils",
    "sqlite3",
    "requests",
    "qrcode",
    "lxml",
    "pyxform",
    "nacl",
    "django",
    "orjson",
    "cbor2",
    "chinese_calendar",
    "numpy",
    "onnxruntime",
}
FIRST_FRAME = """
import os, sys
from pathlib import Path
from ui.app import Stage, Terminal, make_application, prepare_platform
prepare_platform()
app = make_application()
from kiosk.config import load_config
terminal = Terminal(app, load_config(Path(sys.argv[1]), {}), Stage((540, 960), courier=False))
terminal.window.frameSwapped.connect(lambda: (print(*sys.modules, flush=True), os._exit(0)))
terminal.show()
app.exec()
"""
ENVIRON = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}


def test_the_first_frame_imports_nothing_heavy(tmp_path):
    command = [sys.executable, "-c", FIRST_FRAME, str(tmp_path)]

    done = subprocess.run(command, check=True, capture_output=True, text=True, env=ENVIRON, timeout=60)

    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert "PySide6" in loaded
    assert loaded & HEAVY == set()


def run(data, *more: str) -> subprocess.Popen:
    command = [sys.executable, "-m", "kiosk", "run", "--data", str(data), "--windowed", "540x960", *more]
    return subprocess.Popen(command, env=ENVIRON, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def wait_for_store(data) -> None:
    """The worker has begun, and with it the terminal is up."""
    import time

    end = time.monotonic() + 60
    while not (data / "kiosk.db").exists():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_a_second_terminal_is_refused_in_one_line(tmp_path):
    first = run(tmp_path)
    try:
        wait_for_store(tmp_path)

        second = run(tmp_path)
        _, said = second.communicate(timeout=60)

        assert second.returncode == 1
        assert len(said.splitlines()) == 1
        assert "已在运行" in said
    finally:
        first.send_signal(signal.SIGTERM)
        _, said = first.communicate(timeout=60)
    assert first.returncode == 0
    assert said == ""


def test_a_misspelt_size_is_wrong_usage(tmp_path):
    wrong = run(tmp_path, "--windowed", "wide")

    _, said = wrong.communicate(timeout=60)

    assert wrong.returncode == 2
    assert "1080x1920" in said
