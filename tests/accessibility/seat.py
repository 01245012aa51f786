"""Somebody before a terminal: the real window, its screens one after the other, and every way it may look."""

from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from math import hypot
from pathlib import Path
from typing import Any

from glance import Glance, Ruler
from nacl.public import PrivateKey
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage

from kiosk.config import load_config
from sync.identity import Enrolment, save_enrolment
from ui.app import Stage, Terminal, make_application
from ui.eye import Eye
from ui.finger import Finger
from ui.input.chips import load_chips
from ui.input.engine import Engine, Nobody
from ui.input.inputs import Inputs
from ui.journey import Wishes
from ui.viewmodels.idle import IdleProps

ASSETS = Path(__file__).parents[2] / "assets"
NOON = datetime(2026, 11, 26, 12, 0, tzinfo=timezone(timedelta(hours=8)))  # a Thursday
SETTLE_S = 0.012
SAID = "周六下午的合唱课，老师很耐心；教室再大一点就更好了。"
LANGUAGES = ("zh-Hans", "en", "zh-Hans<")  # "<": the sheet turned over, as for a script from right to left
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
    """One way a screen may look. language: a code, or a code and "<" for a sheet turned over."""

    mode: str = "standard"
    language: str = "zh-Hans"
    scale: int = 100

    @property
    def wishes(self) -> Wishes:
        """What a visitor would have to wish for it."""
        return Wishes(
            self.language.rstrip("<"),
            elder=self.mode == "elder",
            contrast=self.mode == "contrast",
            low_reach=self.mode == "lowreach",
            scale=self.scale,
        )

    def __str__(self) -> str:
        return f"{self.mode} {self.language} {self.scale} %"


class Seat:
    """One terminal, and a ruler held against it."""

    def __init__(self, app: QGuiApplication, terminal: Terminal, size: tuple[int, int]) -> None:
        self.app = app
        self.terminal = terminal
        self.pitch = terminal.config.diagonal * 25.4 / hypot(*size)
        self.ruler = Ruler(terminal.engine, terminal.window)
        self.finger = Finger(terminal.window, Eye(terminal.engine, terminal.window), terminal.tick)

    def wish(self, look: Look) -> None:
        """Let it look like this."""
        turned = look.language.endswith("<") or look.language in ("ug", "ar")
        self.terminal.conductor.wish(look.wishes)
        self.app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if turned else Qt.LayoutDirection.LeftToRight)

    def still(self) -> tuple[list[dict[str, Any]], QImage]:
        """What is drawn and its picture, once nothing is being made or moved any more."""
        self.finger.rest()
        self.finger.until("the screen", lambda: not self.ruler.busy)
        self.finger.picture()
        while True:
            self.finger.rest()
            rows, picture = self.ruler.rows(), self.finger.picture()
            self.finger.rest(SETTLE_S)
            if self.ruler.rows() == rows and self.finger.picture() == picture:
                return rows, picture

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

    # -- every screen of the tour

    def stops(self, forms: Collection[str] = ()) -> Iterator[str]:
        """Stands before each screen in turn: home, sheets, each page of each form (or of these), receipt, look-up,
        board, idle."""
        conductor, models = self.terminal.conductor, self.terminal.models
        yield "home"
        conductor.open("others")
        yield "others"
        conductor.go_home()
        for category in conductor.catalogue.categories:
            if len(category.forms) > 1:
                conductor.open(category.code)
                yield f"forms {category.code}"
                conductor.go_home()
        yield from self._sheets()
        for place, form in enumerate(form for form in conductor.catalogue.openings if not forms or form in forms):
            yield from self.form(form, thanks=place == 0)
        yield from self._code()
        self.terminal.board.open()
        yield "board"
        conductor.go_home()
        conductor.rate(4)
        models.idle.show(IdleProps("idle", 29))
        yield "idle"
        models.idle.show(IdleProps("leave"))
        yield "leave"
        models.idle.show(IdleProps())
        conductor.end_visit()

    def _sheets(self) -> Iterator[str]:
        shell, staff = self.terminal.models.shell, self.terminal.models.staff
        for sheet in ("display", "languages", "staff"):
            shell.sheetWanted.emit(sheet)
            yield f"sheet {sheet}"
        staff.callWanted.emit()
        yield "sheet staff called"
        staff.callEnded.emit()
        shell.closeSheet()

    def form(self, form: str, *, thanks: bool = False) -> Iterator[str]:
        """Each page of a form, answered with its first choices, then the review."""
        conductor, models = self.terminal.conductor, self.terminal.models
        conductor.open(f"form:{form}")
        for _ in range(60):
            if conductor.journey.screen != "question":
                break
            at = conductor.journey.visit.screen.name if conductor.journey.visit.screen else models.question.kind
            yield f"{form}-{at}-{models.question.kind}"
            self._answer()
        if conductor.journey.screen == "review":
            yield f"{form}-review"
            if thanks:
                conductor.send()
        if thanks:
            self.finger.until("thanks", lambda: models.shell.screen == "thanks")
            yield f"{form}-thanks"
            models.thanks.withdrawWanted.emit()
            self.finger.until("withdrawn", lambda: models.thanks.props.withdrawn)
            yield f"{form}-withdrawn"
        conductor.end_visit(keep_wishes=True)

    def _answer(self) -> None:
        conductor, question = self.terminal.conductor, self.terminal.models.question
        before = conductor.journey
        for part in question.props.parts:
            _answer_part(conductor, part)
            if conductor.journey.visit is None or conductor.journey.visit.screen != before.visit.screen:
                return  # a `quick` one has gone on by itself
        if conductor.journey.screen == "question" and _place(conductor.journey) == _place(before):
            conductor.go_on()
        if _place(conductor.journey) == _place(before):
            conductor.skip()
        self.finger.until("the next page", lambda: _place(conductor.journey) != _place(before) or conductor.busy)
        self.finger.until("what was sent", lambda: not conductor.busy)

    def _code(self) -> Iterator[str]:
        lookup, conductor = self.terminal.lookup, self.terminal.conductor
        conductor.rate(5)
        kept: list[str] = []
        conductor.recorded.connect(kept.append)
        self.finger.until("the record", lambda: bool(kept))
        conductor.skip()
        conductor.go_on()
        self.finger.until("thanks", lambda: self.terminal.models.shell.screen == "thanks")
        code = "".join(self.terminal.models.thanks.props.groups)
        conductor.finish()
        lookup.open()
        yield "lookup"
        for sign in "0000000000":
            lookup.key(sign)
        lookup.find()
        self.finger.until("the answer", lambda: not self.terminal.models.lookup.props.finding)
        yield "lookup mistyped"
        lookup.open()
        for sign in code:
            lookup.key(sign)
        lookup.find()
        self.finger.until("progress", lambda: self.terminal.models.shell.screen == "progress")
        yield "progress"
        conductor.go_home()


def _place(journey: Any) -> tuple[object, ...]:
    visit = journey.visit
    return journey.screen, visit.index if visit else -1, journey.page, journey.asking, journey.agreed


def _answer_part(conductor: Any, part: Any) -> None:
    if part.kind == "notice":
        conductor.choose("notice", "agree")
    elif part.kind == "rank":
        for choice in part.choices:
            conductor.choose(part.name, choice["name"])
    elif part.choices:
        conductor.choose(part.name, part.choices[0]["name"])
    elif part.kind in ("scale", "number"):
        conductor.write(part.name, part.low or 2)
    elif part.kind in ("text", "lines"):
        conductor.write(part.name, SAID)
    elif part.kind == "date":
        conductor.write(part.name, "2026-11-20")
    elif part.kind == "phone":
        conductor.write(part.name, "13800138000")
    elif part.kind == "acknowledge":
        conductor.write(part.name, True)


def sit(app: QGuiApplication, data: Path, size: tuple[int, int], keys: Inputs, **config: Any) -> Seat:
    """Before a terminal that is enrolled, asks for phone numbers, and shows codes to scan."""
    make_application()
    app.styleHints().setCursorFlashTime(0)
    data.mkdir(parents=True, exist_ok=True)
    save_enrolment(data, _enrolment())
    told = replace(load_config(data, {}), **{"phone_ask": True, **config})
    stage = Stage(size, still=True, courier=False, inputs=keys)
    terminal = Terminal(app, told, stage, clock=lambda: NOON, monotonic=lambda: 0.0)
    terminal.show()
    seat = Seat(app, terminal, size)
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
