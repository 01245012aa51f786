"""Somebody before a terminal: the real window, its screens one after the other, and every way it may look."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from math import hypot
from pathlib import Path
from typing import Any

from glance import Glance, Ruler
from nacl.public import PrivateKey
from pseudo import compile_pseudo
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication, QImage

from kiosk.config import load_config
from sync.identity import Enrolment, save_enrolment
from sync.link import Unreachable
from ui.app import Stage, Terminal, make_application
from ui.eye import Eye
from ui.finger import Finger
from ui.input.chips import load_chips
from ui.input.engine import Engine, Nobody
from ui.input.inputs import Inputs
from ui.journey import Wishes

ASSETS = Path(__file__).parents[2] / "assets"
NOON = datetime(2026, 11, 26, 12, 0, tzinfo=timezone(timedelta(hours=8)))  # a Thursday
PSEUDO = "en~"  # English that nobody speaks: every word of the screens marked, and a third longer
LANGUAGES = ("zh-Hans", "en", "zh-Hant", "ug", PSEUDO)
MODES = ("standard", "elder", "contrast", "lowreach")
SCALES = (100, 125, 150, 200)
UPRIGHT, LYING = (1080, 1920), (1920, 1080)


class Mute:
    """A method of writing whose engines are there and know nothing: what its keys look like is all we want."""

    def open(self, way: str) -> Engine:
        return Nobody()

    def stop(self) -> None:
        """Nothing runs."""


@contextmanager
def keyboard() -> Iterator[Inputs]:
    """Ways of writing for a window."""
    chips = load_chips(ASSETS / "words" / "chips.toml")
    with ThreadPoolExecutor(1) as executor:
        yield Inputs(Mute, executor, chips.phrases)


@dataclass(frozen=True, slots=True)
class Look:
    """One way a screen may look. language: a code, or PSEUDO."""

    mode: str = "standard"
    language: str = "zh-Hans"
    scale: int = 100

    @property
    def wishes(self) -> Wishes:
        """What a visitor would have to wish for it."""
        return Wishes(
            self.language.rstrip("~"),
            elder=self.mode == "elder",
            contrast=self.mode == "contrast",
            low_reach=self.mode == "lowreach",
            scale=self.scale,
        )

    def __str__(self) -> str:
        return f"{self.mode} {self.language} {self.scale} %"


class Seat:
    """One terminal, and a ruler held against it."""

    def __init__(self, terminal: Terminal, size: tuple[int, int], pseudo: Path) -> None:
        self.terminal = terminal
        self.pseudo = pseudo
        self.pitch = terminal.config.diagonal * 25.4 / hypot(*size)
        self.ruler = Ruler(terminal.engine, terminal.window)
        self.finger = Finger(terminal.window, Eye(terminal.engine, terminal.window), terminal.tick)

    def wish(self, look: Look) -> None:
        """Let it look like this."""
        if look.language == PSEUDO and not self.pseudo.is_dir():
            self.pseudo.mkdir()
            compile_pseudo(self.pseudo, "en")
        folder = self.pseudo if look.language == PSEUDO else ASSETS / "i18n"
        if folder != self.terminal.languages._folder:
            self.terminal.languages._folder = folder
            self.terminal.languages.switch(look.language.rstrip("~"))
        if self.terminal.conductor.wishes != look.wishes:
            self.terminal.conductor.wish(look.wishes)
        self.finger.rest()  # words follow a language in the next beat

    def still(self) -> tuple[list[dict[str, Any]], QImage]:
        """What is drawn and its picture, once nothing is being made or moved any more."""
        before = None
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # as the event loop does before a frame
        while True:
            self.finger.rest()
            self.finger.until("the screen", lambda: not self.ruler.busy)
            picture = self.finger.picture()
            if picture == before:
                return self.ruler.rows(), picture
            before = picture

    def look(self) -> Glance:
        """The screen of the moment."""
        rows, picture = self.still()
        wishes = self.terminal.conductor.wishes
        return self.ruler.look(
            rows,
            self.pitch,
            picture,
            elder=wishes.elder,
            contrast=wishes.contrast,
            low=wishes.low_reach,
            bottom_mm=self.terminal.config.screen_bottom_mm,
        )

    def pages(self) -> Iterator[Glance]:
        """The screen of the moment, page after page."""
        page, count = 0, 1
        while page < count:
            count = self.ruler.turn(page)
            yield self.look()
            page += 1
        self.ruler.turn(0)


def sit(app: QGuiApplication, data: Path, size: tuple[int, int], keys: Inputs, **config: Any) -> Seat:
    """Before a terminal that is enrolled, asks for phone numbers, and shows codes to scan."""
    make_application()
    app.styleHints().setCursorFlashTime(0)
    data.mkdir(parents=True, exist_ok=True)
    save_enrolment(data, _enrolment())
    told = replace(load_config(data, {}), **{"phone_ask": True, **config})
    stage = Stage(size, still=True, courier=False, inputs=keys)
    terminal = Terminal(app, told, stage, clock=lambda: NOON, monotonic=lambda: 0.0)
    terminal.asking._ask = lambda asked: Unreachable("no network")
    terminal.show()
    seat = Seat(terminal, size, data / "pseudo")
    seat.finger.until("the screens", lambda: bool(terminal.window.property("warm")))
    seat.finger.until("the forms", lambda: terminal.conductor.stock is not None)
    return seat


def _enrolment() -> Enrolment:
    return Enrolment(
        url="https://centre.example",
        centre="donghu",
        terminal=3,
        token="secret",
        signing_key=bytes([1]) * 32,
        sealing_key=bytes(PrivateKey.generate().public_key),
        box_key=bytes([3]) * 32,
        venue="north",
        venue_name={"zh-Hans": "东湖区文化馆北城分馆", "en": "North Branch, East Lake Cultural Centre"},
        salt=bytes([4]) * 16,
        public_url="https://xin.example.cn",
        certificate=None,
        vouched="2026-11-24T17:30:00+08:00",
    )
