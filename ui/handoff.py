"""用手机继续: opens the code of a half-filled form, keeps its counter, and says who left with it.

It needs no network; where there is one, a short code to type stands beside it.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ui.conductor import Conductor
from ui.handoffcode import HandoffImages, Made, Panel, Wanted, make
from ui.jobs import Jobs
from ui.shortcodes import ShortCodes
from ui.viewmodels.handoff import HandoffProps

if TYPE_CHECKING:
    from kiosk.forms.visit import FormVisit
    from ui.viewmodels.registry import ViewModels


class HandoffDesk:
    """Opens the code, keeps its counter, and says who left with it."""

    def __init__(
        self,
        conductor: Conductor,
        models: "ViewModels",
        jobs: Jobs,
        *,
        panel: Callable[[], Panel],
        clock: Callable[[], datetime],
        short_codes: ShortCodes,
    ) -> None:
        self._conductor = conductor
        self._model = model = models.handoff
        self._jobs = jobs
        self._panel = panel
        self._clock = clock
        self._short = short_codes
        self.images = HandoffImages()
        self._counter = 0
        self._named = 0
        self._visit: FormVisit | None = None
        self.made: Made | None = None
        model.wanted.connect(self.open)
        model.finished.connect(conductor.finish)
        short_codes.came.connect(self._on_short)
        conductor.stocked.connect(self.look)
        conductor.sent.connect(self._on_sent)
        conductor.languageChanged.connect(lambda _: self.again())
        models.shell.elderWanted.connect(lambda _: self.again())
        models.shell.contrastWanted.connect(lambda _: self.again())
        conductor.visitEnded.connect(self.forget)

    def look(self) -> None:
        """Whether a phone could open a code now: enrolled, and a public https address (design §5)."""
        self._model.show(replace(self._model.props, offered=self._conductor.can_hand_off))

    def open(self) -> None:
        """The code of the open form."""
        journey = self._conductor.journey
        if journey.visit is None or journey.asking or getattr(journey, "about", None) is not None:
            return  # what is said about an earlier visit has no code: it would come in as a visit of its own
        if journey.screen not in ("question", "review"):
            return
        if self._conductor.busy or not self._model.props.offered:
            return
        self._open(journey.visit)

    def _open(self, visit: "FormVisit") -> None:
        self._visit = visit
        self._model.show(HandoffProps(offered=True))
        self._conductor.go("handoff")
        self._make()

    def again(self) -> None:
        """The code anew, with the next number: language, type or colours are others now."""
        if self._conductor.journey.screen == "handoff" and self._visit is not None:
            self._visit = self._visit.with_language(self._conductor.wishes.language)
            self._make()

    def _on_sent(self, visit: Any) -> None:
        """Who asked to go on by phone when the form was sent gets the code at once."""
        wants = visit.form.by_name.get("reply") is not None and (
            visit.value("reply") == "scan" or ("guardian" in visit.form.by_name and visit.is_relevant("guardian"))
        )
        if wants and self._model.props.offered:
            self._open(visit)

    def _make(self) -> None:
        assert self._visit is not None
        self._counter += 1
        visit = self._visit
        wanted = Wanted(visit, self._conductor.wishes, self._counter, self._panel(), self._clock())
        self._jobs.ask(lambda room: make(room, wanted), lambda made: self._on_made(made, visit), self._on_failed)

    def _on_made(self, made: Made | None, visit: "FormVisit") -> None:
        if visit is not self._visit or self._conductor.journey.screen != "handoff":
            return  # the visitor left meanwhile
        if made is None:
            self._model.show(HandoffProps(offered=True, problem="small"))
            return
        self.made = made
        self._named += 1
        self.images.keep(str(self._named), made.image)
        self._conductor.note_handed()
        self._model.show(
            HandoffProps(
                offered=True,
                source=f"image://handoff/{self._named}",
                side=made.image.width(),
                address=self._address(),
                left=made.left,
                drawing=made.drawing,
            )
        )
        self._short.want(made.digits)

    def _address(self) -> str:
        stock = self._conductor.stock
        return (stock.public_url.rstrip("/").removeprefix("https://") + "/h") if stock else ""

    def _on_short(self, digits: str, code: str) -> None:
        if self.made is not None and self.made.digits == digits:
            half = len(code) // 2
            self._model.show(replace(self._model.props, short=f"{code[:half]} {code[half:]}"))

    def _on_failed(self, _: Exception) -> None:
        self._model.show(HandoffProps(offered=True, problem="fault"))

    def forget(self) -> None:
        """The next visitor's codes count from the start, and nobody sees this one's."""
        self._counter = 0
        self._visit = self.made = None
        self.images.forget()
        self._model.show(HandoffProps(offered=self._conductor.can_hand_off))
