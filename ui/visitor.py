"""The visitor of `kiosk tour`: what they tap on each screen, and the pictures they take."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, QPointF

from ui.app import Terminal
from ui.finger import Finger, NothingHappened
from ui.viewmodels.question import Part

WORDS: Final = "hao"  # typed on the keys; the first word it stands for is taken
NUMBER: Final = "2"
PHONE: Final = "13800138000"
PAGES_MAX: Final = 8


class Visitor:
    """Walks once through everything. pictures: file names in the order taken."""

    def __init__(self, terminal: Terminal, finger: Finger, skip: Callable[[float], None], out: Path) -> None:
        self._terminal = terminal
        self._finger = finger
        self._skip = skip
        self._out = out
        self.pictures: list[str] = []
        self.record_ids: list[str] = []
        self.codes: list[str] = []
        self.forms: list[str] = []
        self._turn = 0
        terminal.conductor.recorded.connect(self._note)

    def _note(self, record_id: str) -> None:
        if record_id:
            self.record_ids.append(record_id)

    # -- the whole walk

    def walk(self) -> None:
        """Home, every form, the receipt, its case, the board, the sheets, the idle question."""
        self.shoot("home")
        catalogue = self._terminal.conductor.catalogue
        self.rate(4, catalogue.home.rating)
        for form in catalogue.openings:
            if form != catalogue.home.rating:
                self.fill(form)
        self.rate(1, catalogue.home.rating, again=True)
        self.look_up()
        self.see_board()
        self.ask_for_help()
        self.switch()
        self.be_idle()

    def shoot(self, name: str) -> None:
        """Wait until the screen stands still, and keep a picture of it."""
        picture = self._finger.settle()
        file = f"{len(self.pictures) + 1:03}-{name}.png"
        if not picture.save(str(self._out / file)):
            raise NothingHappened(f"{self._out / file}: the picture could not be written")
        self.pictures.append(file)

    @property
    def _screen(self) -> str:
        return self._terminal.models.shell.props.screen

    def _await(self, *screens: str) -> None:
        self._finger.until(" or ".join(screens), lambda: self._screen in screens)

    # -- forms

    def rate(self, level: int, form: str, *, again: bool = False) -> None:
        """A quick rating from a face of home."""
        self._finger.tap(f"face_{level}")
        self._answer_all(f"{form}-{level}" if again else form)

    def fill(self, form: str) -> None:
        """A form, by the way a visitor finds it."""
        home = self._terminal.conductor.catalogue.home
        tile = f"tile_form:{form}"
        if form not in home.more_forms:
            category = next(c for c in self._terminal.conductor.catalogue.categories if form in c.forms)
            tile = f"tile_{category.code}"
        self._to_tile(tile)
        self._tap_paged(tile)
        if self._screen == "forms":
            self.shoot(f"forms-{tile[-1]}")
            self._tap_paged(f"tile_form:{form}")
        self._answer_all(form)

    def _to_tile(self, tile: str) -> None:
        if self._on_page(tile):
            return
        self._tap_paged("tile_others")
        if not any(name.endswith("-others.png") for name in self.pictures):
            self.shoot("others")

    def _answer_all(self, form: str) -> None:
        self._await("question")
        for _ in range(60):
            if self._screen != "question":
                break
            self._answer_one(form)
        if self._screen == "review":
            self.shoot(f"{form}-review")
            self._finger.tap("send")
        self._await("thanks")
        self.forms.append(form)
        self.codes.append(" ".join(self._terminal.models.thanks.props.groups))
        self.shoot(f"{form}-thanks")
        self._finger.tap("finish")
        self._await("home")

    def _answer_one(self, form: str) -> None:
        model = self._terminal.models.question
        before, props = self._state(), model.props
        self._turn += 1
        for part in props.parts:
            self._answer_part(part, lone=len(props.parts) == 1)
        if self._state() == before:  # no `quick` that has gone on by itself
            self.shoot(f"{form}-{self._turn:02}-{props.kind}")
            self._finger.tap("next")
        self._finger.until("the next step", lambda: self._state() != before)

    def _state(self) -> tuple[object, ...]:
        journey = self._terminal.conductor.journey
        at = journey.visit.screen.name if journey.visit is not None and journey.visit.screen is not None else ""
        return self._screen, at, journey.page, journey.asking

    def _answer_part(self, part: Part, *, lone: bool) -> None:
        quick = lone and part.kind in ("list", "pack", "faces") and self._is_quick(part.name)
        if quick:
            self.shoot(f"{self._turn:02}-{part.kind}-{part.name}")
        match part.kind:
            case "faces" if not lone:
                self._tap_band(part)
            case "list" | "pack" | "faces":
                self._tap_paged(f"choice_{part.choices[self._turn % len(part.choices)]['name']}")
            case "several" | "severalPack":
                self._tap_paged(f"choice_{part.choices[0]['name']}")
            case "rank":
                for choice in part.choices:
                    self._tap_paged(f"choice_{choice['name']}")
            case "scale":
                self._tap_paged(f"number_{max(part.low, part.high - 2 * part.step)}")
            case "acknowledge":
                self._finger.tap("acknowledge")
            case "text" | "lines":
                self._write()
            case "number" | "decimal" | "phone":
                self._type(PHONE if part.kind == "phone" else NUMBER)
            case "date":
                self._finger.tap(next(n for n in self._finger.names() if n.startswith("day_")))
            case "draw":
                self._draw()

    def _is_quick(self, name: str) -> bool:
        visit = self._terminal.conductor.journey.visit
        return visit is not None and "quick" in visit.form.question(name).appearance

    def _tap_band(self, part: Part) -> None:
        self._page_to(f"band_{part.name}")
        band = self._finger.find(f"band_{part.name}")
        level = 5 - self._turn % 3
        face = next(i for i in self._finger.seen_in(band) if i.objectName() == f"face_{level}")
        middle = face.mapToScene(QPointF(face.width() / 2, face.height() / 2)).toPoint()
        self._finger.tap_at(f"face {level} of {part.name}", middle)

    def _write(self) -> None:
        """By keys where there are any: letters, then the first word they stand for."""
        finger = self._finger
        for key in WORDS:
            finger.tap(f"key_{key}")
        if self._terminal.conductor.wishes.language != "en":
            finger.until("a word to choose", lambda: finger.find("candidate_0") is not None)
            finger.tap("candidate_0")

    def _type(self, digits: str) -> None:
        for digit in digits:
            self._finger.tap(f"key_{digit}")

    def _draw(self) -> None:
        pad = self._finger.find("pad")
        if pad is None:
            raise NothingHappened(f"no pad to draw on; visible: {', '.join(self._finger.names())}")
        corner = pad.mapToScene(QPointF(0, 0))
        for line in ((0.2, 0.7, 0.5, 0.25), (0.5, 0.25, 0.8, 0.7), (0.25, 0.62, 0.75, 0.62)):
            x0, y0, x1, y1 = line
            steps = [(x0 + (x1 - x0) * i / 12, y0 + (y1 - y0) * i / 12) for i in range(13)]
            places = [QPoint(round(corner.x() + x * pad.width()), round(corner.y() + y * pad.height())) for x, y in steps]
            self._finger.stroke(places)

    # -- pages of a screen

    def _on_page(self, name: str) -> bool:
        self._finger.settle()
        return self._finger.find_inside(name) is not None

    def _tap_paged(self, name: str) -> None:
        self._page_to(name)
        self._finger.tap(name)

    def _page_to(self, name: str) -> None:
        """Turn pages until it is there: down to the end, then from the top."""
        for turn in ("pageDown", "pageUp"):
            for _ in range(PAGES_MAX):
                if self._on_page(name):
                    return
                if self._finger.find(turn) is None:
                    break
                self._finger.tap(turn)

    # -- beside the forms

    def look_up(self) -> None:
        """The first receipt's case, by typing its code."""
        finger = self._finger
        self._tap_paged("lookUp")
        self.shoot("lookup")
        for sign in self.codes[0].replace(" ", ""):
            finger.tap(f"key_{sign}")
        self.shoot("lookup-typed")
        finger.tap("find")
        self._await("progress")
        self.shoot("progress")
        finger.tap("seen")
        self._await("home")

    def see_board(self) -> None:
        """The board and its tabs; in 长辈版 the way to it leads through the look-up."""
        finger = self._finger
        if self._on_page("board"):
            self._tap_paged("board")
        else:
            self._tap_paged("lookUp")
            finger.tap("lookupBoard")
        self._await("board")
        self.shoot("board")
        for tab in ("doing", "cannot", "done"):
            if (item := finger.find(f"tab_{tab}")) is not None and item.isEnabled():
                finger.tap(f"tab_{tab}")
                self.shoot(f"board-{tab}")
        finger.tap("dockHome")
        self._await("home")

    def ask_for_help(self) -> None:
        """Help, then the call, then somebody comes."""
        finger = self._finger
        finger.tap("dockStaff")
        self.shoot("staff")
        finger.tap("call")
        self.shoot("staff-called")
        finger.tap("call")
        finger.tap("closeSheet")

    def switch(self) -> None:
        """The other language and the other edition, and back."""
        finger = self._finger
        for slot, name in (("dockLanguage", "home-language"), ("dockElder", "home-edition")):
            finger.tap(slot)
            self.shoot(name)
            finger.tap(slot)

    def be_idle(self) -> None:
        """Leaves a form standing: the question, then the wipe."""
        finger, config = self._finger, self._terminal.conductor.config
        finger.tap("face_5")
        self._await("question")
        self._skip(max(config.idle_s, config.elder_idle_s) + 1.0)
        finger.until("the idle question", lambda: finger.find("stay") is not None)
        self.shoot("idle")
        finger.tap("stay")
        finger.tap("dockHome")
        finger.until("the question before leaving", lambda: finger.find("leave") is not None)
        self.shoot("leave")
        finger.tap("leave")
        self._await("home")
        self.shoot("home-again")
