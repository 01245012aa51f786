"""One worker thread that owns the store and everything slow. Answers come back as calls in the asking thread."""

import logging
import queue
import threading
from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot

from kiosk.errors import KioskError

_log = logging.getLogger(__name__)


class Room(Protocol):
    """Whatever lives in a worker and can let go of its files: the backroom, staff's room."""

    def close(self) -> None: ...


class Jobs(QObject):
    """A queue of questions to one room, asked and answered in order. Nothing is done before start()."""

    _answered = Signal(object, object)

    def __init__(self, room: Room, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._queue: queue.SimpleQueue[tuple[Callable[[Any], Any], Callable[[Any], None] | None, Any] | None]
        self._queue = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="backroom", daemon=True)
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin with what was asked so far."""
        self._thread.start()

    def ask(
        self,
        job: Callable[[Any], Any],
        then: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do a job in the worker; then(result) or failed(fault) is called in the thread of this object."""
        self._queue.put((job, then, failed))

    def close(self) -> None:
        """Do what is still queued, then stop."""
        self._queue.put(None)
        if self._thread.is_alive():
            self._thread.join()

    def _work(self) -> None:
        while (asked := self._queue.get()) is not None:
            job, then, failed = asked
            try:
                result = job(self._room)
            except Exception as error:
                self._fail(error, failed)
            else:
                if then is not None:
                    self._answered.emit(then, result)
        self._room.close()

    def _fail(self, error: Exception, failed: Callable[[Exception], None] | None) -> None:
        if isinstance(error, KioskError):
            _log.error("%s", error)
        else:
            _log.error("a job failed", exc_info=error)
        if failed is not None:
            self._answered.emit(failed, error)

    @Slot(object, object)
    def _deliver(self, then: Callable[[Any], None], result: Any) -> None:
        then(result)
