"""What stands beside the forms: looking up a receipt code, and the board."""

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from ui.backroom import Found
from ui.conductor import Conductor
from ui.jobs import Jobs
from ui.viewmodels.board import STATES, BoardProps, BoardViewModel, derive_board
from ui.viewmodels.lookup import LENGTH, LookupProps, LookupViewModel, derive_steps, typed_with

FAILS: Final = 5  # look-ups that found nothing, within …
WITHIN_S: Final = 60.0  # … this time: then a pause; whoever holds a receipt never meets it


class LookupDesk:
    """Types a code, finds its case, and shows it. What was typed is gone with the visit."""

    def __init__(
        self, conductor: Conductor, model: LookupViewModel, jobs: Jobs, monotonic: Callable[[], float]
    ) -> None:
        self._conductor = conductor
        self._model = model
        self._jobs = jobs
        self._monotonic = monotonic
        self._failed: deque[float] = deque(maxlen=FAILS)
        self._found: Found | None = None
        model.keyed.connect(self.key)
        model.erased.connect(lambda: self._typed(model.props.typed[:-1]))
        model.cleared.connect(lambda: self._typed(""))
        model.findWanted.connect(self.find)
        model.finished.connect(conductor.go_home)
        conductor.visitEnded.connect(self.forget)

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
        if found.case is None:
            self._failed.append(self._monotonic())
            self._model.show(replace(self._model.props, finding=False, problem=found.problem))
            return
        self._found = found
        self.refresh()
        self._conductor.go("progress")

    def _on_failed(self, _: Exception) -> None:
        self._model.show(replace(self._model.props, finding=False, problem="fault"))

    def refresh(self) -> None:
        """The case again, in the language of the moment."""
        found = self._found
        if found is None or found.case is None:
            return
        stock = self._conductor.stock
        steps = derive_steps(found.case, self._conductor.wishes.language, self._conductor.today)
        pulled = stock.pulled if stock else ""
        self._model.show(LookupProps(code=found.code, kept=found.case.kept, steps=steps, pulled=pulled))

    def forget(self) -> None:
        """Nothing typed, nothing found."""
        self._found = None
        self._model.show(LookupProps())


class BoardDesk:
    """The board's tabs and cards, and who wants the same."""

    def __init__(self, conductor: Conductor, model: BoardViewModel, jobs: Jobs) -> None:
        self._conductor = conductor
        self._model = model
        self._jobs = jobs
        self._supported: frozenset[str] = frozenset()
        model.tabWanted.connect(self.turn_to)
        model.supportWanted.connect(self.support)
        conductor.visitEnded.connect(self.forget)

    def open(self) -> None:
        """The board, at what was done; at what is being done while nothing is done yet."""
        self.refresh("done")
        if not self._model.props.cards and any(self._model.props.counts):
            self.refresh(next(s for s, count in zip(STATES, self._model.props.counts, strict=True) if count))
        self._conductor.go("board")

    def turn_to(self, tab: str) -> None:
        """Another tab."""
        if tab in STATES:
            self.refresh(tab)

    def refresh(self, tab: str | None = None) -> None:
        """The board again, with what the centre told since, in the language of the moment."""
        stock = self._conductor.stock
        if stock is None:
            self._model.show(BoardProps())
            return
        self._model.show(
            derive_board(
                stock.cards,
                stock.totals,
                tab=tab or self._model.props.tab,
                language=self._conductor.wishes.language,
                supported=self._supported,
                pulled=stock.pulled,
            )
        )

    def support(self, card: str) -> None:
        """「我也想要」, once a visit."""
        if card in self._supported:
            return
        self._supported |= {card}
        self._jobs.ask(lambda room: room.support(card), lambda _: self._conductor.recorded.emit(""))
        self.refresh()

    def forget(self) -> None:
        """The next visitor may want the same."""
        self._supported = frozenset()
