"""Looking up a receipt code, and what its visitor may do then. What was typed is gone with the visit.

Two ways lead to a case, and the quicker one shows first: what the last pull brought, which works without a network, and
the centre itself, asked live. The thread, taking back and requests about one's data need the centre; without it the
screen says so. A reply, a rating and a request are forms like any other, written down here before anything is said.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from ui.asking import Asking
from ui.backroom import Found
from ui.conductor import Conductor
from ui.jobs import Jobs
from ui.viewmodels.lookup import (
    LENGTH,
    LookupProps,
    LookupViewModel,
    derive_requests,
    derive_steps,
    derive_turns,
    typed_with,
)

if TYPE_CHECKING:
    from kiosk.store import CaseView

FAILS: Final = 5  # look-ups that found nothing, within …
WITHIN_S: Final = 60.0  # … this time: then a pause; whoever holds a receipt never meets it
FORM: Final = "follow-up"
SCREENS: Final = frozenset({"lookup", "progress", "deeds"})


class LookupDesk:
    """Types a code, finds its case, shows it, and takes what its visitor says."""

    def __init__(
        self,
        conductor: Conductor,
        model: LookupViewModel,
        jobs: Jobs,
        monotonic: Callable[[], float],
        asking: Asking,
    ) -> None:
        self._conductor = conductor
        self._model = model
        self._jobs = jobs
        self._monotonic = monotonic
        self._asking = asking
        self._failed: deque[float] = deque(maxlen=FAILS)
        self._found: Found | None = None
        self._told: Any = None  # sync.asking.Told, the centre's last word
        self._live = ""  # asking, told or away; "" before anybody asked
        self._said: str | None = None
        self._connect()

    def _connect(self) -> None:
        model = self._model
        model.keyed.connect(self.key)
        model.erased.connect(lambda: self._typed(model.props.typed[:-1]))
        model.cleared.connect(lambda: self._typed(""))
        model.findWanted.connect(self.find)
        model.finished.connect(self._conductor.go_home)
        model.moreWanted.connect(lambda: self._conductor.go("deeds"))
        model.said.connect(self.say)
        model.withdrawWanted.connect(self.withdraw)
        model.confirmWanted.connect(lambda on: model.show(replace(model.props, confirming=on)))
        self._asking.told.connect(self._on_told)
        self._conductor.visitEnded.connect(self.forget)
        self._conductor.sent.connect(self._on_sent)

    def open(self) -> None:
        """The key pad, empty."""
        self.forget()
        self._conductor.go("lookup")

    def key(self, sign: str) -> None:
        """One more sign."""
        self._typed(typed_with(self._model.props.typed, sign))

    def _typed(self, typed: str) -> None:
        if not self._model.props.finding:
            self._model.show(replace(self._model.props, typed=typed, problem=""))

    # -- finding

    def find(self) -> None:
        """Ask for the case of the code that was typed."""
        props = self._model.props
        if props.finding or len(props.typed) < LENGTH:
            return
        if len(self._failed) == FAILS and self._monotonic() - self._failed[0] < WITHIN_S:
            self._model.show(replace(props, problem="pause"))
            return
        self._model.show(replace(props, finding=True, problem=""))
        self._jobs.ask(lambda room: room.find(props.typed), self._on_found, self._on_failed)

    def _on_found(self, found: Found) -> None:
        if not self._model.props.finding:
            return  # the visitor left meanwhile
        if found.problem == "mistyped":
            self._fail(found.problem)
            return
        self._found = found
        if found.case is not None:
            self._arrive()
        self.ask_again()  # and if it is not known here, the centre's word decides

    def _arrive(self) -> None:
        self.refresh()
        if self._conductor.journey.screen == "lookup":
            self._conductor.go("progress")

    def _fail(self, problem: str) -> None:
        self._failed.append(self._monotonic())
        self._found = None
        self._model.show(replace(self._model.props, finding=False, problem=problem))

    def _on_failed(self, _: Exception) -> None:
        self._model.show(replace(self._model.props, finding=False, problem="fault"))

    # -- the centre, live

    def ask_again(self, act: str = "") -> None:
        """Ask the centre about the code that was found."""
        from sync.asking import Asked

        if self._found is None:
            return
        self._live = "asking" if self._live != "told" or act else "told"
        self._asking.want(Asked(self._found.code.replace(" ", ""), act, self._conductor.wishes.language))
        if self._model.props.code:
            self.refresh()

    def on_heard(self, *, moved: bool) -> None:
        """A pull came in: whoever stands before their case sees it move."""
        if not moved or self._found is None or self._conductor.journey.screen not in SCREENS:
            return
        code = self._found.code
        self._jobs.ask(lambda room: room.find(code), self._on_moved)
        self.ask_again()

    def _on_moved(self, found: Found) -> None:
        if self._found is not None and found.code == self._found.code and found.case is not None:
            self._found = found
            self.refresh()

    def _on_told(self, asked: Any, told: Any) -> None:
        from sync.asking import Told

        if self._found is None or asked.code != self._found.code.replace(" ", ""):
            return  # another visitor's, or nobody's
        if not isinstance(told, Told) or told.problem:
            self._on_nothing("unknown" if not isinstance(told, Told) else told.problem)
            return
        self._live, self._told = "told", told
        if asked.act == "withdraw" and told.withdrawn:
            self._said = "withdrawn"
        if told.case is not None:
            case = told.case
            self._jobs.ask(lambda room: room.learn(case), self._on_learnt)

    def _on_nothing(self, problem: str) -> None:
        """The centre is away, or does not know it: what is known here stays on the screen."""
        self._live = "away"
        if self._found is not None and self._found.case is not None:
            self.refresh()
        else:
            self._fail("pause" if problem == "wait" else "unknown")

    def _on_learnt(self, case: "CaseView") -> None:
        if self._found is not None:
            self._found = replace(self._found, case=case)
            self._arrive()

    # -- what the visitor does

    def say(self, deed: str) -> None:
        """Opens the form for a reply, a rating or a request about one's data."""
        from kiosk.forms.visit import FormVisit

        conductor, found = self._conductor, self._found
        if conductor.stock is None or found is None or found.case is None or FORM not in conductor.stock.forms:
            return
        turns = self._told.thread if self._told else ()
        to = turns[-1]["id"] if deed == "reply" and turns and turns[-1]["from"] == "staff" else ""
        visit = FormVisit.start(
            conductor.stock.forms[FORM],
            language=conductor.wishes.language,
            today=conductor.today,
            preset={"deed": deed} | ({"to": to} if to else {}),
        )
        self._said = None
        conductor.follow_up(visit, found.case.lookup)

    def _on_sent(self, visit: Any) -> None:
        if visit.form.id == FORM and self._found is not None:
            self._said = visit.value("deed")
            self.refresh()

    def withdraw(self) -> None:
        """Takes back what was said, at the centre; nothing here says so before the centre does."""
        self._said = None
        self._model.show(replace(self._model.props, confirming=False))
        self.ask_again("withdraw")

    # -- showing

    def refresh(self) -> None:
        """The case again, in the language of the moment."""
        found, told = self._found, self._told
        if found is None or found.case is None:
            return
        stock, language, case = self._conductor.stock, self._conductor.wishes.language, found.case
        self._model.show(
            LookupProps(
                code=found.code,
                kept=case.kept,
                steps=derive_steps(case, language, self._conductor.today),
                pulled=told.time if told else stock.pulled if stock else "",
                live=self._live,
                turns=derive_turns(told.thread, language) if told else (),
                requests=derive_requests(told.requests) if told else (),
                asked=case.asked,
                answered=bool(case.answer),
                solved=case.solved,
                withdrawn=bool(told and told.withdrawn),
                said=self._said or "",
            )
        )

    def forget(self) -> None:
        """Nothing typed, nothing found."""
        self._found = self._told = self._said = None
        self._live = ""
        self._model.show(LookupProps())
