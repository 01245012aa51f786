import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import orjson
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QtMsgType
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kiosk.config import Config, load_config
from ui.app import Stage, Terminal, make_application
from ui.eye import Eye
from ui.finger import Finger
from ui.input.inputs import Inputs
from ui.writing import make_inputs

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

ROOT = Path(__file__).parents[2]
THURSDAY = datetime(2026, 11, 26, 9, 41, tzinfo=timezone(timedelta(hours=8)))
UPRIGHT, LYING = (1080, 1920), (1920, 1080)


@pytest.fixture(scope="session")
def qapp_cls():
    return QGuiApplication


@pytest.fixture(scope="session")
def inputs(tmp_path_factory, qapp) -> Iterator[Inputs]:
    """The keyboard's engines, one for the whole run: librime starts once a process."""
    inputs = make_inputs(tmp_path_factory.mktemp("keyboard"), ROOT / "assets", list)
    yield inputs
    inputs.stop()


class Watch:
    """A clock that stands still until somebody moves it."""

    def __init__(self) -> None:
        self.passed = 0.0

    def now(self) -> datetime:
        return THURSDAY + timedelta(seconds=self.passed)

    def seconds(self) -> float:
        return self.passed

    def skip(self, seconds: float) -> None:
        self.passed += seconds


class Lobby:
    """A terminal in the lobby, a visitor's finger, and the clock on the wall."""

    def __init__(self, terminal: Terminal, watch: Watch) -> None:
        self.terminal = terminal
        self.watch = watch
        self.eye = Eye(terminal.engine, terminal.window)
        self.finger = Finger(terminal.window, self.eye, terminal.tick)

    @property
    def screen(self) -> str:
        return self.terminal.models.shell.props.screen

    def at(self, screen: str) -> None:
        self.finger.until(screen, lambda: self.screen == screen)

    def tap(self, *names: str) -> None:
        for name in names:
            self.finger.tap(name)

    def middle(self, name: str) -> QPoint:
        self.finger.until(name, lambda: self.eye.find(name) is not None)
        found = self.eye.find(name)
        assert found is not None
        return found.middle

    def press(self, place: QPoint) -> None:
        QTest.touchEvent(self.terminal.window, self.device).press(0, place, self.terminal.window).commit()
        self.finger.rest(0.01)

    def move(self, place: QPoint) -> None:
        QTest.touchEvent(self.terminal.window, self.device).move(0, place, self.terminal.window).commit()
        self.finger.rest(0.01)

    def lift(self, place: QPoint) -> None:
        QTest.touchEvent(self.terminal.window, self.device).release(0, place, self.terminal.window).commit()
        self.finger.rest(0.01)

    @property
    def device(self) -> Any:
        return self.finger.device

    def texts(self) -> list[str]:
        return self.eye.texts()

    def saved(self) -> None:
        """Wait until everything asked of the backroom is done."""
        done = []
        self.terminal.jobs.ask(lambda _: done.append(True), done.append)
        self.finger.until("the backroom", lambda: len(done) > 1)

    def records(self) -> list[dict[str, Any]]:
        """What is written down, read by another connection as a power cut would leave it."""
        return read_records(self.terminal.config.data)


def read_records(data: Path) -> list[dict[str, Any]]:
    with closing(sqlite3.connect(f"file:{data / 'kiosk.db'}?mode=ro", uri=True)) as db:
        rows = db.execute("select head, body from records order by key").fetchall()
    return [{**orjson.loads(head), "said": orjson.loads(body)} for head, body in rows]


@pytest.fixture
def lobby(qapp, qtlog, tmp_path, inputs) -> Iterator[Callable[..., Lobby]]:
    """lobby(size=…, languages=…, hold=…): an open terminal. A warning of Qt's fails the test that caused it."""
    make_application()
    qapp.styleHints().setCursorFlashTime(0)
    open_ones: list[Terminal] = []

    def build(
        size: tuple[int, int] = UPRIGHT,
        *,
        ready: bool = True,
        voices: Any = None,
        before: Callable[[Terminal], None] = lambda _: None,
        **config: Any,
    ) -> Lobby:
        watch = Watch()
        told: Config = replace(load_config(tmp_path / "data", {}), **config)
        stage = Stage(size, still=True, courier=False, inputs=inputs, voices=voices)
        terminal = Terminal(qapp, told, stage, clock=watch.now, monotonic=watch.seconds)
        open_ones.append(terminal)
        before(terminal)
        terminal.show()
        lobby = Lobby(terminal, watch)
        lobby.finger.until("the first frame", lambda: bool(terminal.window.property("warm")))
        if ready:
            lobby.finger.until("the forms", lambda: terminal.conductor.stock is not None)
        return lobby

    yield build
    for terminal in open_ones:
        terminal.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [record.message for record in qtlog.records if record.type != QtMsgType.QtDebugMsg] == []
