"""What a screen reader is told, over the accessibility bus: names and roles of home and of a question.

Needs at-spi2-core, dbus-daemon, gdbus (libglib2.0-bin) and Xvfb; where one is missing it is skipped, and says which.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAMS = ("dbus-run-session", "gdbus", "Xvfb")
REGISTRY = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
MISSING = [name for name in PROGRAMS if shutil.which(name) is None]
MISSING += [] if REGISTRY.exists() else ["at-spi2-core"]

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not on this system: {', '.join(MISSING)}")


@contextmanager
def display() -> Iterator[str]:
    """A screen of a kind that Qt offers its tree from: the offscreen one has no bus."""
    ours, theirs = os.pipe()
    with subprocess.Popen(
        ["Xvfb", "-displayfd", str(theirs), "-screen", "0", "1080x1920x24", "-nolisten", "tcp"],
        pass_fds=[theirs], stderr=subprocess.DEVNULL,
    ) as server:  # fmt: skip
        os.close(theirs)
        with os.fdopen(ours) as told:
            yield f":{told.readline().strip()}"
        server.terminate()


@pytest.mark.all  # a call of gdbus for each role and name takes its time
def test_a_screen_reader_is_told_home_and_a_question(tmp_path):
    environ = {
        **os.environ,
        "PYTHONPATH": f"{ROOT}:{Path(__file__).parent}",
        "QT_QPA_PLATFORM": "xcb",
        "QT_QUICK_BACKEND": "software",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "XDG_CACHE_HOME": str(tmp_path),
        "XDG_RUNTIME_DIR": str(tmp_path),
    }
    with display() as name:
        told = subprocess.run(
            ["dbus-run-session", "--", sys.executable, str(Path(__file__).with_name("over_the_bus.py")), str(tmp_path)],
            check=False, env={**environ, "DISPLAY": name}, capture_output=True, text=True, timeout=90,
        )  # fmt: skip
    screens = dict(line.split("\t", 1) for line in told.stdout.splitlines() if "\t" in line)

    assert {"home", "question"} <= screens.keys(), told.stderr[-2000:]
    home, question = (screens[name].split("\t") for name in ("home", "question"))
    for word in ("非常满意", "满意", "基本满意", "不满意", "非常不满意"):
        assert f"push button {word}" in home
    assert any(line.startswith("heading ") and len(line) > len("heading ") for line in home)
    assert any(line.startswith("heading ") and len(line) > len("heading ") for line in question)
    assert any(line.startswith(("check box ", "radio button ")) for line in question)
    assert "push button 非常满意" not in question
