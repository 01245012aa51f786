"""The visitor of `kiosk tour`: what they tap on each screen, and the pictures they take."""

from collections.abc import Callable
from pathlib import Path

from ui.answering import Answering
from ui.app import Terminal
from ui.finger import Finger, NothingHappened
from ui.stafftour import StaffTour
from ui.viewmodels.question import Part


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
        self._answering = Answering(
            finger, lambda: terminal.conductor.wishes.language.startswith("zh") and "pinyin" in terminal.ways
        )
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
        self.go_by_phone()
        self.look_up()
        self.see_board()
        self.ask_for_help()
        self.switch()
        self.be_idle()
        StaffTour(self._terminal, self._finger, self._skip, self.shoot).walk()

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
        self._answering.tap(tile)
        if self._screen == "forms":
            self.shoot(f"forms-{tile[-1]}")
            self._answering.tap(f"tile_form:{form}")
        self._answer_all(form)

    def _to_tile(self, tile: str) -> None:
        if self._answering.on_page(tile):
            return
        self._answering.tap("tile_others")
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
        return self._screen, at, journey.page, journey.asking, journey.agreed

    def _answer_part(self, part: Part, *, lone: bool) -> None:
        if part.kind == "notice" or (lone and part.kind in ("list", "pack", "faces") and self._is_quick(part.name)):
            self.shoot(f"{self._turn:02}-{part.kind}-{part.name}")  # the tap goes on by itself
        self._answering.answer(part, self._turn, lone=lone)

    def _is_quick(self, name: str) -> bool:
        visit = self._terminal.conductor.journey.visit
        return visit is not None and "quick" in visit.form.question(name).appearance

    def go_by_phone(self) -> None:
        """A form half filled in, as a code; only where a phone could open it."""
        if not self._terminal.models.handoff.props.offered:
            return
        self._answering.tap("face_2")
        self._await("question")
        self._finger.tap("handoff")
        self._await("handoff")
        model = self._terminal.models.handoff
        self._finger.until("the code", lambda: model.props.side > 0)
        self.shoot("handoff")
        self._finger.tap("handoffDone")
        self._await("home")

    # -- beside the forms

    def look_up(self) -> None:
        """The first receipt's case, by typing its code."""
        finger = self._finger
        self._answering.tap("lookUp")
        self.shoot("lookup")
        for sign in self.codes[0].replace(" ", ""):
            finger.tap(f"key_{sign}")
        self.shoot("lookup-typed")
        finger.tap("find")
        self._await("progress")
        self.shoot("progress")
        if finger.find("more"):  # not where the centre has not heard of it yet
            finger.tap("more")
            self._await("deeds")
            self.shoot("deeds")
            finger.tap("deedsDone")
        else:
            finger.tap("seen")
        self._await("home")

    def see_board(self) -> None:
        """The board and its tabs; in 长辈版 the way to it leads through the look-up."""
        finger = self._finger
        if self._answering.on_page("board"):
            self._answering.tap("board")
        else:
            self._answering.tap("lookUp")
            finger.tap("lookupBoard")
        self._await("board")
        self.shoot("board")
        for tab in ("doing", "cannot", "how", "done"):
            if (item := finger.find(f"tab_{tab}")) is not None and item.enabled:
                finger.tap(f"tab_{tab}")
                self.shoot(f"board-{tab}")
        if finger.find("together"):
            finger.tap("together")
            self._await("together")
            for tab in ("vote", "join", "wall"):
                if (item := finger.find(f"together_{tab}")) is not None and item.enabled:
                    finger.tap(f"together_{tab}")
                self.shoot(f"together-{tab}")
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
        finger.tap("dockLanguage")
        self.shoot("home-language")
        if finger.find("dockHome") is not None:  # more than two: a list of them
            finger.tap(f"language_{self._terminal.conductor.wishes.language}")
        else:
            finger.tap("dockLanguage")
        finger.tap("dockElder")
        self.shoot("home-edition")
        finger.tap("dockElder")

    def be_idle(self) -> None:
        """Leaves a form standing: the question, then the wipe."""
        finger, config = self._finger, self._terminal.conductor.config
        finger.tap("face_5")
        self._await("question")
        elder = self._terminal.conductor.wishes.elder
        self._skip((config.elder_idle_s if elder else config.idle_s) + 1.0)
        finger.until("the idle question", lambda: finger.find("stay") is not None)
        self.shoot("idle")
        finger.tap("stay")
        self._answering.answer(self._terminal.models.question.props.parts[0], 0, lone=True)
        finger.tap("dockHome")
        finger.until("the question before leaving", lambda: finger.find("leave") is not None)
        self.shoot("leave")
        finger.tap("leave")
        self._await("home")
        self.shoot("home-again")
