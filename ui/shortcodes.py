"""Short codes to type beside a QR, asked of the centre in a thread of their own."""

import queue
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal


class ShortCodes(QObject):
    """Asks for short codes in a thread of its own: a network that hangs must not hold up the store.

    came(digits, code): the centre gave one.
    """

    came = Signal(str, str)

    def __init__(self, ask: Callable[[str], str | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._queue: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None

    def want(self, digits: str) -> None:
        """Ask for one, whenever it comes."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="short codes", daemon=True)
            self._thread.start()
        self._queue.put(digits)

    def close(self) -> None:
        """Stop after what is under way."""
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join(timeout=2)

    def _work(self) -> None:
        while (digits := self._queue.get()) is not None:
            if not self._queue.empty():
                continue  # the visitor has gone on: only the newest is looked at
            if (code := self._ask(digits)) is not None:
                self.came.emit(digits, code)


def ask_centre(data: Path) -> Callable[[str], str | None]:
    """Asks the centre that this terminal belongs to."""

    def ask(digits: str) -> str | None:
        from sync import shortcode

        return shortcode.ask(data, digits)

    return ask
