"""Leads a clerk through the first day, step by step: language, ruler, centre, PIN, one tap that the centre sees.

Every step is kept as soon as it is done; any can be left out, and the terminal collects all the same.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, Signal

from kiosk import firstday
from kiosk.config import Config
from kiosk.configfile import set_keys
from kiosk.errors import KioskError
from kiosk.firstday import CARD_MM, STEPS, FirstDay
from kiosk.staff import LONGEST, flaw
from kiosk.sticks import folder_as_stick, mounted
from ui.jobs import Jobs
from ui.setuproom import Enrolled, OnSlip, SetupRoom
from ui.viewmodels.lookup import KEYS
from ui.viewmodels.setup import SetupProps, SetupViewModel

CODE: Final = 25
URL_MAX: Final = 80
LOOK_S: Final = 0.5
SMALLEST, LARGEST = 60.0, 1200.0  # pixels of the drawn card


class SetupDesk(QObject):
    """again: everything is set, the terminal starts anew with it. languageWanted: the screens follow at once."""

    again = Signal()
    languageWanted = Signal(str)

    def __init__(
        self,
        model: SetupViewModel,
        config: Config,
        size: tuple[int, int],
        ring: Callable[[], None],
        *,
        clock: Callable[[], Any],
        monotonic: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._config = config
        self._size = size
        self._ring = ring
        self._monotonic = monotonic
        self._jobs = Jobs(SetupRoom(config.data, clock), self)
        self._started = False
        self._day = FirstDay()
        self._typed = self._first = ""
        self._looked = monotonic()
        model.chosen.connect(self._choose_language)
        model.carded.connect(self._fit)
        model.keyed.connect(self._key)
        model.erased.connect(lambda: self._type(self._written[:-1]))
        model.wanted.connect(self._want)

    @property
    def props(self) -> SetupProps:
        """What is shown now."""
        return self._model.props

    def close(self) -> None:
        """The terminal ends."""
        if self._started:
            self._jobs.close()

    def begin(self, *, anew: bool = False) -> None:
        """Where it was left; anew: from the first step, with all that was done as it is."""
        if not self._started:
            self._started = True
            self._jobs.start()
        self._day = FirstDay() if anew else firstday.load(self._config.data) or FirstDay()
        diagonal = self._config.diagonal
        pixels = (self._size[0] ** 2 + self._size[1] ** 2) ** 0.5
        self._model.show(
            languages=self._config.languages,
            language=self._config.languages[0],
            card=pixels / (diagonal * 25.4) * CARD_MM,
            inch=diagonal,
        )
        self._go(self._day.step)
        self._jobs.ask(lambda room: room.enrolled(), self._on_known)

    def _go(self, page: str) -> None:
        self._typed = self._first = ""
        at = STEPS.index(page) + 1 if page in STEPS else len(STEPS)
        self._model.show(
            page=page,
            at=at,
            why="",
            busy=False,
            digits=0,
            again=False,
            finished=self._day.done,
            skipped=self._day.skipped,
        )
        self._show_can()

    def _show_can(self) -> None:
        props = self.props
        ready = {
            "centre": len(props.code) == CODE and len(props.url) > len("https://"),
            "tap": props.tap != "",
            "pin": props.digits > 0,
        }
        self._model.show(can=not props.busy and ready.get(props.page, True))

    def _done(self, step: str) -> None:
        self._keep(firstday.did(self._day, step))
        self._go(self._day.step)

    def _keep(self, day: FirstDay) -> None:
        self._day = day
        try:
            firstday.save(self._config.data, day)
        except KioskError as error:
            self._model.show(why=str(error))

    # -- what the clerk wants

    def _want(self, what: str) -> None:
        """skip, back, go (the main action), finish, url, code, slip, tap, wider, narrower."""
        if (step := getattr(self, f"_want_{what}", None)) is not None and self.props.page:
            step()

    def _want_skip(self) -> None:
        if self.props.page in STEPS:
            self._keep(firstday.skip(self._day, self.props.page))
            self._go(self._next(self.props.page))

    def _next(self, page: str) -> str:
        place = STEPS.index(page) + 1
        return STEPS[place] if place < len(STEPS) else "done"

    def _want_back(self) -> None:
        page = self.props.page
        place = STEPS.index(page) if page in STEPS else len(STEPS)
        if place > 0 and not self.props.busy:
            self._go(STEPS[place - 1])

    def _want_go(self) -> None:
        page = self.props.page
        if self.props.busy or not self.props.can:
            return
        if page == "language":
            self._write({"languages": self._languages()}, page)
        elif page == "ruler":
            self._write({"diagonal_inch": self.props.inch}, page)
        elif page == "centre":
            self._enrol()
        elif page == "pin":
            self._choose_pin()
        elif page == "tap" and self.props.tap == "seen":
            self._done("tap")
        elif page == "tap":
            self._want_skip()  # kept, and on its way once there is a centre: that is for later

    def _want_finish(self) -> None:
        from dataclasses import replace

        self._keep(replace(self._day, finished=True))
        self._model.show(page="")
        self.again.emit()

    # -- language and ruler

    def _languages(self) -> list[str]:
        first = self.props.language
        return [first, *(one for one in self._config.languages if one != first)]

    def _choose_language(self, language: str) -> None:
        if language in self._config.languages:
            self._model.show(language=language)
            self.languageWanted.emit(language)

    def _fit(self, pixels: float) -> None:
        card = max(SMALLEST, min(LARGEST, pixels, 0.9 * min(self._size)))
        self._model.show(card=card, inch=firstday.diagonal_inch(*self._size, card))

    def _want_wider(self) -> None:
        self._fit(self.props.card + 1)

    def _want_narrower(self) -> None:
        self._fit(self.props.card - 1)

    def _write(self, values: dict[str, Any], step: str) -> None:
        try:
            set_keys(self._config.data, values)
        except KioskError as error:
            self._model.show(why=str(error))
            return
        self._done(step)

    # -- centre

    def _on_known(self, known: Enrolled) -> None:
        self._model.show(number=known.terminal, venue=known.venue)

    def _want_url(self) -> None:
        self._model.show(field="url")

    def _want_code(self) -> None:
        self._model.show(field="code")

    @property
    def _written(self) -> str:
        return self._typed if self.props.page == "pin" else getattr(self.props, self.props.field)

    def _key(self, sign: str) -> None:
        self._type(self._written + sign)

    def _type(self, text: str) -> None:
        if self.props.page == "pin":
            self._typed = text[:LONGEST]
            self._model.show(digits=len(self._typed), why="")
        elif self.props.busy:
            return
        elif self.props.field == "url":
            self._model.show(url=text[:URL_MAX], why="")
        else:
            self._model.show(code="".join(one for one in text.upper() if one in KEYS)[:CODE], why="")
        self._show_can()

    def _want_slip(self) -> None:
        """Take address and code from the stick."""
        if (place := self._stick()) is not None:
            self._jobs.ask(lambda room: room.slip(place), lambda slip: self._on_slip(slip, take=True))

    def _on_slip(self, slip: OnSlip, *, take: bool = False) -> None:
        self._model.show(slip=bool(slip.url))
        if take and slip.url:
            self._model.show(url=slip.url, code="".join(one for one in slip.code.upper() if one in KEYS), why="")
            self._show_can()
        elif take and slip.why:
            self._model.show(why=slip.why)

    def _stick(self) -> Path | None:
        if self._config.stick_folder:
            stick = folder_as_stick(Path(self._config.stick_folder))
            return stick.place if stick else None
        found = mounted(tuple(Path(folder) for folder in self._config.sticks))
        return found[-1].place if found else None

    def _enrol(self) -> None:
        url, code = self.props.url, self.props.code
        self._model.show(busy=True, why="", can=False)
        self._jobs.ask(lambda room: room.enrol(url, code), self._on_enrolled, self._on_failed)

    def _on_enrolled(self, known: Enrolled) -> None:
        self._model.show(busy=False, why=known.why)
        self._show_can()
        if not known.why:
            self._on_known(known)
            self._ring()
            if self.props.page == "centre":
                self._done("centre")

    # -- PIN

    def _choose_pin(self) -> None:
        typed, first = self._typed, self._first
        self._typed = self._first = ""
        self._model.show(digits=0, again=False, why=flaw(typed) if not first else "")
        if first and typed != first:
            self._model.show(why="differ")
        elif first:
            self._jobs.ask(lambda room: room.set_pin(typed), lambda _: self._done("pin"), self._on_failed)
        elif not self.props.why:
            self._first = typed
            self._model.show(again=True)
        self._show_can()

    # -- the tap

    def _want_tap(self) -> None:
        if not self.props.tap:
            self._jobs.ask(lambda room: room.tap(), lambda _: self._on_tapped(), self._on_failed)

    def _on_tapped(self) -> None:
        self._model.show(tap="kept", why="")
        self._ring()
        self._show_can()

    def tick(self) -> None:
        """Look for a stick with a slip, and for the receipt of the tap."""
        page, now = self.props.page, self._monotonic()
        if not page or now - self._looked < LOOK_S:
            return
        self._looked = now
        if page == "centre" and not self.props.busy:
            place = self._stick()
            if place is None:
                self._model.show(slip=False)
            else:
                self._jobs.ask(lambda room: room.slip(place), self._on_slip)
        elif page == "tap" and self.props.tap == "kept":
            self._jobs.ask(lambda room: room.seen(), self._on_seen)

    def _on_seen(self, seen: bool) -> None:
        if seen:
            self._model.show(tap="seen")

    def _on_failed(self, error: Exception) -> None:
        self._model.show(busy=False, why=str(error) if isinstance(error, KioskError) else "fault")
        self._show_can()
