"""The terminal as a process, the test in systemd's place: it says that it draws, it comes back, and it gives way."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
from conftest import ROOT

from kiosk.crashes import FILE as CRASHES
from kiosk.notify import Notify

UNIT = (ROOT / "assets" / "deploy" / "xinsheng-kiosk.service").read_text()
BACK_S = 5.0  # from a crash or the beginning of a hang to a home screen that can be used


def told(name: str) -> str:
    """A value of the unit."""
    return next(line.partition("=")[2] for line in UNIT.splitlines() if line.startswith(f"{name}="))


WATCHDOG_S = float(told("WatchdogSec"))
RESTART_S = float(told("RestartSec").removesuffix("ms")) / 1000


class Systemd:
    """What the unit asks of systemd, and no more."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.wire = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.address = str(data.parent / "notify")
        self.wire.bind(self.address)
        self.process: subprocess.Popen | None = None

    def start(self) -> float:
        """Start it, and wait until a frame has been drawn; how many seconds that took."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("KIOSK_", "QT_"))}
        environ = kept | {
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "offscreen",
            "QT_QUICK_BACKEND": "software",
            "NOTIFY_SOCKET": self.address,
            "WATCHDOG_USEC": str(int(WATCHDOG_S * 1e6)),
        }
        began = time.monotonic()
        command = [sys.executable, "-m", "kiosk", "run", "--data", str(self.data), "--windowed", "540x960"]
        self.process = subprocess.Popen(command, env=environ, cwd=ROOT, stderr=subprocess.PIPE)
        self.until("READY=1", 60)
        return time.monotonic() - began

    def hear(self, seconds: float) -> str | None:
        """The next word; None when it does not come in time."""
        self.wire.settimeout(seconds)
        try:
            return self.wire.recv(4096).decode()
        except TimeoutError:
            return None

    def until(self, word: str, seconds: float) -> None:
        end = time.monotonic() + seconds
        while (heard := self.hear(max(0.01, end - time.monotonic()))) != word:
            assert heard is not None, f"{word} did not come in {seconds} s"

    def watch(self) -> float:
        """Wait until the watchdog would bite, then bite; seconds of silence."""
        began = time.monotonic()
        while self.hear(WATCHDOG_S) is not None:
            began = time.monotonic()
        self.kill()
        return time.monotonic() - began

    def kill(self) -> None:
        assert self.process is not None
        self.process.kill()
        self.process.communicate()

    def end(self) -> int:
        """As systemd stops a unit."""
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)
        self.process.communicate(timeout=30)
        return self.process.returncode


@pytest.fixture
def systemd(tmp_path):
    host = Systemd(tmp_path / "data")
    yield host
    if host.process is not None and host.process.poll() is None:
        host.kill()
    host.wire.close()


def test_every_word_is_a_frame_and_the_end_is_said(systemd):
    systemd.start()

    for _ in range(3):
        systemd.until("WATCHDOG=1", WATCHDOG_S)
    assert systemd.end() == 0
    systemd.until("STOPPING=1", 1)
    assert json.loads((systemd.data / CRASHES).read_text())["times"] == []


@pytest.mark.parametrize("fault", ["crash", "hang"])
def test_it_is_back_within_five_seconds(systemd, fault):
    """On a machine that does nothing else; the limit is stretched by how much slower this one starts at the moment."""
    slower = max(1.0, systemd.start() / 1.0)
    systemd.until("WATCHDOG=1", WATCHDOG_S)
    assert systemd.process is not None
    began = time.monotonic()

    if fault == "crash":
        systemd.kill()
    else:
        systemd.process.send_signal(signal.SIGSTOP)
        assert systemd.watch() <= WATCHDOG_S + 0.5
    time.sleep(RESTART_S)
    systemd.start()

    assert time.monotonic() - began <= BACK_S - 1 + slower
    assert systemd.end() == 0


def test_three_crashes_in_a_row_leave_only_ratings(systemd):
    for _ in range(4):
        systemd.start()
        systemd.kill()

    noted = json.loads((systemd.data / CRASHES).read_text())
    assert noted["safe_since"]
    assert len(noted["times"]) == 3


def test_safe_mode_takes_a_rating_and_opens_nothing(qapp, qtlog, tmp_path):
    from conftest import Lobby, Watch

    from kiosk.config import load_config
    from ui.app import Stage, Terminal

    watch = Watch()
    stage = Stage((1080, 1920), still=True, courier=False, safe=True)
    terminal = Terminal(qapp, load_config(tmp_path / "data", {}), stage, clock=watch.now, monotonic=watch.seconds)
    try:
        terminal.show()
        visit = Lobby(terminal, watch)
        visit.finger.until("the forms", lambda: terminal.conductor.stock is not None)
        assert not [name for name in visit.eye.names() if name.startswith("tile_")]

        visit.tap("face_2")
        visit.at("thanks")
        visit.saved()

        visit.finger.until("its page", lambda: (shown := visit.eye.find("finish")) is not None and shown.width > 0)
        assert terminal.ways == []
        assert {one["grade"] for one in visit.records() if one["type"].startswith("feedback")} == {2}
        visit.tap("finish")
        visit.at("home")
        assert terminal.models.backstage.props.safe
    finally:
        terminal.close()


@contextmanager
def listening(address: str):
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as wire:
        wire.bind(address)
        wire.settimeout(5)
        yield wire


@pytest.mark.parametrize("abstract", [False, True])
def test_a_word_reaches_both_kinds_of_socket(tmp_path, abstract):
    name = f"@xinsheng-test-{os.getpid()}" if abstract else str(tmp_path / "wire")
    with listening("\0" + name[1:] if abstract else name) as wire:
        notify = Notify({"NOTIFY_SOCKET": name, "WATCHDOG_USEC": "3000000"})
        notify.alive()

        assert wire.recv(100) == b"WATCHDOG=1"
        assert notify.every_s == 1


def test_nobody_listens_and_nothing_happens():
    Notify({}).ready()
    Notify({"NOTIFY_SOCKET": "/nowhere/at/all"}).alive()
    assert Notify({"NOTIFY_SOCKET": "/x", "WATCHDOG_USEC": "many"}).every_s is None
