"""Asks the centre live, in a thread of its own: a network that hangs must hold up neither window nor store."""

import queue
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from sync.asking import Asked


class Asking(QObject):
    """told(asked, outcome): what came of a question, a Told or Unreachable of sync. Only the newest is asked on."""

    told = Signal(object, object)

    def __init__(self, ask: Callable[["Asked"], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._queue: queue.SimpleQueue[Asked | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None

    def want(self, asked: "Asked") -> None:
        """Ask, whenever the answer comes."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="asking", daemon=True)
            self._thread.start()
        self._queue.put(asked)

    def close(self) -> None:
        """Stop after what is under way."""
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join(timeout=2)

    def _work(self) -> None:
        while (asked := self._queue.get()) is not None:
            if not self._queue.empty() and not asked.act:
                continue  # the visitor has gone on
            self.told.emit(asked, self._ask(asked))


def ask_the_centre(data: Path) -> Callable[["Asked"], object]:
    """Asks the centre that this terminal belongs to."""

    def ask(asked: "Asked") -> object:
        from sync import asking

        return asking.ask(data, asked)

    return ask
