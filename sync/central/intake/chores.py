"""What goes on beside the web server: the projector and its deadlines, in a thread with a connection of its own."""

import logging
import threading
from collections.abc import Callable, Sequence
from typing import Final

from django.db import connections

AFTER_FAULT_S: Final = 5.0

Chore = Callable[[Callable[[float], bool]], None]  # is given wait(seconds), which says True when it is time to end

logger = logging.getLogger(__name__)


class Chores:
    """Runs each chore in a thread until told to stop. One that fails begins again later and stops no other."""

    def __init__(self, chores: Sequence[Chore]) -> None:
        self._stop = threading.Event()
        self._threads = [threading.Thread(target=self._keep_up, args=(chore,), daemon=True) for chore in chores]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def stop(self, patience_s: float = 1.0) -> None:
        """Lets what is under way end; what takes longer ends with the process, and its transaction with it."""
        self._stop.set()
        for thread in self._threads:
            if thread.ident is not None:
                thread.join(patience_s)

    def _keep_up(self, chore: Chore) -> None:
        while not self._stop.is_set():
            try:
                chore(self._stop.wait)
            except Exception:
                logger.exception("a chore failed and begins again")
                self._stop.wait(AFTER_FAULT_S)
            finally:
                connections.close_all()
