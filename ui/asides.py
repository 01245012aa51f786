"""What stands beside the forms: the board."""

from collections.abc import Mapping
from dataclasses import replace

from ui.commonsdesk import LISTS
from ui.conductor import Conductor
from ui.jobs import Jobs
from ui.viewmodels.board import HOW, STATES, BoardProps, BoardViewModel, derive_board


class BoardDesk:
    """The board's tabs and cards, and who wants the same."""

    def __init__(self, conductor: Conductor, model: BoardViewModel, jobs: Jobs) -> None:
        self._conductor = conductor
        self._model = model
        self._jobs = jobs
        self._supported: Mapping[str, int] = {}  # card → the count that stood there
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
        if tab in (*STATES, HOW):
            self.refresh(tab)

    def refresh(self, tab: str | None = None) -> None:
        """The board again, with what the centre told since, in the language of the moment."""
        stock = self._conductor.stock
        if stock is None:
            self._model.show(BoardProps())
            return
        props = derive_board(
            stock.cards,
            stock.totals,
            tab=tab or self._model.props.tab,
            language=self._conductor.wishes.language,
            supported=self._supported,
            pulled=stock.pulled,
        )
        self._model.show(replace(props, together=any(stock.lists.get(name) for name in LISTS)))

    def support(self, card: str) -> None:
        """「我也需要」, once a visit."""
        shown = next((one for one in self._model.props.cards if one.id == card), None)
        if card in self._supported or shown is None:
            return
        self._supported = {**self._supported, card: shown.count}
        self._jobs.ask(lambda room: room.support(card), lambda _: self._conductor.recorded.emit(""))
        self.refresh()

    def forget(self) -> None:
        """The next visitor may want the same."""
        self._supported = {}
