import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from nacl.public import PrivateKey
from PySide6.QtCore import QCoreApplication, QEvent, QtMsgType
from PySide6.QtGui import QGuiApplication

from kiosk.config import load_config
from kiosk.errors import PartMissing
from kiosk.store import FILE, Store
from sync.identity import Enrolment, save_enrolment
from ui.app import Stage, Terminal, make_application
from ui.eye import Eye
from ui.finger import Finger
from ui.input.chips import load_chips
from ui.input.inputs import Inputs

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

ASSETS = Path(__file__).parents[2] / "assets"
NOON = datetime(2026, 11, 26, 12, 0, tzinfo=timezone(timedelta(hours=8)))  # a Thursday
CENTRE = PrivateKey.generate()


@pytest.fixture(scope="session")
def qapp_cls():
    return QGuiApplication


@pytest.fixture(scope="session")
def phrases_only() -> Iterator[Inputs]:
    """A keyboard on a machine without librime: letters, and phrases to tap."""

    def make():
        raise PartMissing("no librime here")

    chips = load_chips(ASSETS / "words" / "chips.toml")
    with ThreadPoolExecutor(1) as executor:
        yield Inputs(make, executor, chips.phrases)


@pytest.fixture
def centre_key() -> PrivateKey:
    """The secret half of the key that contact details are sealed to; it never is on a terminal."""
    return CENTRE


class Visit:
    """Somebody before a terminal, with a finger."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.eye = Eye(terminal.engine, terminal.window)
        self.finger = Finger(terminal.window, self.eye, terminal.tick)

    def tap(self, *names: str) -> None:
        for name in names:
            self.finger.tap(name)

    def at(self, screen: str) -> None:
        self.finger.until(screen, lambda: self.terminal.models.shell.props.screen == screen)

    def sees(self, kind: str) -> None:
        """Wait for a page of this kind."""
        self.finger.until(kind, lambda: self.terminal.models.question.props.kind == kind)

    def stands(self, name: str) -> Any:
        self.finger.until(name, lambda: self.eye.find(name) is not None)
        return self.eye.find(name)

    def phrase(self) -> str:
        """The first phrase to tap under a question."""
        chips: list[str] = []

        def there() -> bool:
            chips[:] = [name for name in self.eye.names() if name.startswith("chip_")]
            return bool(chips)

        self.finger.until("phrases", there)
        return chips[0]

    def texts(self) -> str:
        self.finger.settle()
        return "\n".join(self.eye.texts())

    def records(self) -> list[tuple[dict[str, Any], dict[str, Any]]]:
        """(head, body) of everything said so far, as another process reads it."""
        done: list[object] = []
        self.terminal.jobs.ask(lambda _: True, done.append)
        self.finger.until("the backroom", lambda: bool(done))
        with closing(Store.open(self.terminal.config.data / FILE, lambda: NOON)) as store:
            return [(head, body or {}) for head, body in store.entries()]


@pytest.fixture
def visit(qapp, qtlog, tmp_path, phrases_only) -> Iterator[Callable[..., Visit]]:
    """visit(enrolled=…, size=…, …): before a terminal of its own. A warning of Qt's fails the test."""
    make_application()
    qapp.styleHints().setCursorFlashTime(0)
    terminals: list[Terminal] = []

    def build(*, enrolled: bool = True, size: tuple[int, int] = (1080, 1920), **config: Any) -> Visit:
        data = tmp_path / "data"
        data.mkdir(exist_ok=True)
        if enrolled:
            save_enrolment(data, _enrolment())
        told = replace(load_config(data, {}), **{"phone_ask": True, **config})
        stage = Stage(size, still=True, courier=False, inputs=phrases_only)
        terminal = Terminal(qapp, told, stage, clock=lambda: NOON, monotonic=lambda: 0.0)
        terminals.append(terminal)
        terminal.show()
        here = Visit(terminal)
        here.finger.until("the screens", lambda: bool(terminal.window.property("warm")))
        here.finger.until("the forms", lambda: terminal.conductor.stock is not None)
        return here

    yield build
    for terminal in terminals:
        terminal.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [record.message for record in qtlog.records if record.type != QtMsgType.QtDebugMsg] == []


def _enrolment() -> Enrolment:
    return Enrolment(
        url="https://centre.example",
        centre="donghu",
        terminal=3,
        token="secret",
        signing_key=bytes([1]) * 32,
        sealing_key=bytes(CENTRE.public_key),
        box_key=bytes([3]) * 32,
        venue="north",
        venue_name={"zh-Hans": "北城文化馆", "en": "North Hall"},
        salt=bytes([4]) * 16,
        public_url=None,
        certificate=None,
        vouched="2026-11-24T17:30:00+08:00",
    )
