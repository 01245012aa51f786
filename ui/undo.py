"""Taking back what was just sent, within its ten seconds."""

from collections.abc import Callable
from dataclasses import replace
from math import ceil

from ui.jobs import Jobs
from ui.viewmodels.thanks import UNDO_S, ThanksViewModel


class Undo:
    """Counts down, and withdraws. recorded is called when that is durable."""

    def __init__(
        self, thanks: ThanksViewModel, jobs: Jobs, monotonic: Callable[[], float], recorded: Callable[[None], None]
    ) -> None:
        self._thanks = thanks
        self._jobs = jobs
        self._monotonic = monotonic
        self._recorded = recorded
        self._sent_at: float | None = None

    def begin(self) -> None:
        """Something was sent just now."""
        self._sent_at = self._monotonic()

    def end(self) -> None:
        """The visitor has gone."""
        self._sent_at = None

    def withdraw(self) -> None:
        """Take it back, once."""
        props = self._thanks.props
        if props.undo_s > 0 and not props.withdrawn and not props.withdrawing:
            self._thanks.show(replace(props, withdrawing=True))
            self._jobs.ask(lambda room: room.withdraw(), self._on_withdrawn, self._on_not_withdrawn)

    def count_down(self) -> None:
        """A second of the ten may have passed."""
        props = self._thanks.props
        if self._sent_at is not None and props.undo_s > 0 and not props.withdrawing:
            left = max(0, ceil(UNDO_S - (self._monotonic() - self._sent_at)))
            if left != props.undo_s:
                self._thanks.show(replace(props, undo_s=left))

    def _on_withdrawn(self, _: object) -> None:
        self._thanks.show(replace(self._thanks.props, withdrawing=False, withdrawn=True, undo_s=0))
        self._recorded(None)

    def _on_not_withdrawn(self, _: Exception) -> None:
        self._thanks.show(replace(self._thanks.props, withdrawing=False))
