"""The commons on the terminal: votes, courses to join, the wish wall. A voice is a form like others, sent with a tap.

It works without a network: what the last pull brought is what can be chosen from, and the voice is written down here.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from ui.backroom import Draft
from ui.conductor import Conductor
from ui.jobs import Jobs
from ui.viewmodels.commons import (
    TABS,
    CommonsProps,
    CommonsViewModel,
    Voice,
    derive_courses,
    derive_polls,
    derive_wishes,
)
from ui.viewmodels.home import FORM

if TYPE_CHECKING:
    from kiosk.forms.visit import FormVisit

LISTS: Final = {"vote": "votes", "join": "signups", "wall": "wall"}
WISH: Final = "wish-wall"


class CommonsDesk:
    """Shows what is open, and takes one voice a visit in each."""

    def __init__(
        self, conductor: Conductor, model: CommonsViewModel, jobs: Jobs, clock: Callable[[], datetime]
    ) -> None:
        self._conductor = conductor
        self._model = model
        self._jobs = jobs
        self._clock = clock
        self._voices: dict[str, Voice] = {}
        self._joined: dict[str, int] = {}
        model.tabWanted.connect(self.turn_to)
        model.voteWanted.connect(self.vote)
        model.joinWanted.connect(self.join)
        model.wishWanted.connect(lambda: conductor.open(FORM + WISH))
        model.finished.connect(conductor.go_home)
        conductor.visitEnded.connect(self.forget)

    def open(self) -> None:
        """The first tab that holds something."""
        self.refresh()
        tabs = self._model.props.tabs
        if tabs:
            self.turn_to(tabs[0])
            self._conductor.go("together")

    def turn_to(self, tab: str) -> None:
        """Another tab."""
        if tab in TABS:
            self._model.show(replace(self._model.props, tab=tab))

    def refresh(self) -> None:
        """What is open, with what the centre told since, in the language of the moment."""
        stock, language, today = self._conductor.stock, self._conductor.wishes.language, self._conductor.today
        lists: Mapping[str, Any] = stock.lists if stock else {}
        self._model.show(
            replace(
                self._model.props,
                tabs=tuple(tab for tab in TABS if lists.get(LISTS[tab])),
                polls=derive_polls(lists.get("votes", ()), language, today, self._voices),
                courses=derive_courses(lists.get("signups", ()), language, today, self._joined),
                wishes=derive_wishes(lists.get("wall", ()), language),
            )
        )

    def vote(self, poll: str, option: str) -> None:
        """One voice in a vote; the last one of a visit counts."""
        shown = next((one for one in self._model.props.polls if one.name == poll and one.open), None)
        if shown is None or (visit := self._filled("vote", {"poll": poll}, "choice", option)) is None:
            return
        rows = self._conductor.stock.lists["votes"] if self._conductor.stock else ()
        self._voices[poll] = Voice(option, {row["name"]: int(row["count"]) for row in rows})
        self._send(visit, lambda: self._voices.pop(poll, None))

    def join(self, course: str) -> None:
        """This visit would come."""
        shown = next((one for one in self._model.props.courses if one.name == course and one.state != "over"), None)
        if shown is None or shown.mine or (visit := self._filled("join", {}, "course", course)) is None:
            return
        self._joined[course] = shown.count
        self._send(visit, lambda: self._joined.pop(course, None))

    def _filled(self, form: str, preset: Mapping[str, str], name: str, value: str) -> "FormVisit | None":
        """The form that ships, filled in; None where it is not here or does not offer that."""
        from kiosk.errors import AnswersError
        from kiosk.forms.visit import FormVisit

        stock = self._conductor.stock
        if stock is None or form not in stock.forms:
            return None
        visit = FormVisit.start(
            stock.forms[form],
            language=self._conductor.wishes.language,
            today=self._conductor.today,
            lists=stock.lists,
            preset=preset,
        )
        try:
            visit = visit.answer(name, value)
        except AnswersError:  # taken off the list between two taps
            return None
        return None if visit.all_problems() else visit

    def _send(self, visit: "FormVisit", undo: Callable[[], Any]) -> None:
        """Written down at once; what a full disk refuses is not shown as counted."""
        draft = Draft(visit, None, {}, self._conductor.wishes.language, self._clock())

        def refused(_: Exception) -> None:
            undo()
            self._model.show(replace(self._model.props, problem="fault"))
            self.refresh()

        self._jobs.ask(
            lambda room: room.send(draft), lambda sent: self._conductor.recorded.emit(sent.record_id), refused
        )
        self._model.show(replace(self._model.props, problem=""))
        self.refresh()

    def forget(self) -> None:
        """The next visitor has a voice of their own."""
        self._voices, self._joined = {}, {}
        self._model.show(CommonsProps())
        self.refresh()
