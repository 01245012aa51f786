"""The courier's thread: its own store, its own connection, nothing of the screen's. Runs beside the visitors."""

import logging
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from kiosk.errors import AlreadyRunning, KioskError

if TYPE_CHECKING:
    from kiosk.store import Store
    from sync.terminal import Worker

AGAIN_S: Final = 20.0  # somebody else is sending, or something is broken: look again after this
NOTE_S: Final = 300.0  # the time of the last word is kept this often: it need not wear the disk
_log = logging.getLogger(__name__)


class Sending(QObject):
    """Sends and hears for as long as the terminal runs.

    heard(when, moved): the centre told how things stand at that time (RFC 3339), and whether anything has moved.
    stood(state, why): what came of the last step: sent, spoke, idle, waiting, alone (no centre yet), busy, fault.
    """

    heard = Signal(str, bool)
    stood = Signal(str, str)

    def __init__(
        self, data: Path, clock: Callable[[], datetime], frame_age_ms: Callable[[], int], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._data = data
        self._clock = clock
        self._frame_age_ms = frame_age_ms
        self._stop = self._hurried = False
        self._noted: datetime | None = None
        self._bell = threading.Event()
        self._thread = threading.Thread(target=self._work, name="courier", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def ring(self) -> None:
        """Something was recorded: look now."""
        self._bell.set()

    def hurry(self) -> None:
        """Somebody pressed 现在上传: no waiting, and a word with the centre even when nothing is unsent."""
        self._hurried = True
        self._bell.set()

    def close(self) -> None:
        """Stop after what is under way; what was not sent waits."""
        self._stop = True
        self._bell.set()
        if self._thread.is_alive():
            self._thread.join(timeout=2)  # a request may be under way; it may be cut off at any point

    def _work(self) -> None:
        from kiosk import runlock

        while not self._stop:
            try:
                with runlock.take(self._data, "courier"):
                    self._send()
            except AlreadyRunning:
                self.stood.emit("busy", "")
            except KioskError as error:
                _log.error("%s", error)
                self.stood.emit("fault", str(error))
            except Exception:
                _log.exception("the courier failed")
            self._rest(AGAIN_S)

    def _send(self) -> None:
        from kiosk.store import FILE, Store
        from sync.terminal import Worker

        with Store.open(self._data / FILE, self._clock) as store:
            worker = Worker(self._data, store, self._report)  # notices when the terminal enrols, or enrols again
            while not self._stop:
                self._once(worker, store)
                self._rest(worker.rest_s(self._clock()))

    def _once(self, worker: "Worker", store: "Store") -> None:
        from kiosk.records import wire_time
        from sync.link import Updated

        now = self._clock()
        if self._hurried and worker.courier is not None:
            self._hurried = False
            worker.courier.hurry()
        outcome = worker.run_once(now)
        self.stood.emit(*_standing(worker, outcome))
        if isinstance(outcome, Updated):
            if self._noted is None or not 0 <= (now - self._noted).total_seconds() < NOTE_S:
                store.set_meta("heard", wire_time(now))
                self._noted = now
            self.heard.emit(wire_time(now), bool(outcome.page.rows))

    def _report(self) -> dict[str, Any]:
        return {"frame_age_ms": self._frame_age_ms()}

    def _rest(self, seconds: float) -> None:
        if seconds > 0 and not self._stop:
            self._bell.wait(seconds)
        self._bell.clear()


def _standing(worker: "Worker", outcome: object) -> tuple[str, str]:
    """What a member of staff is told of one step."""
    from sync.courier import Idle, Sealed, Waiting
    from sync.link import Delivered, Refused

    if worker.courier is None:
        return "alone", ""
    if isinstance(state := worker.courier.state, Waiting):
        return "waiting", state.why
    if isinstance(outcome, Delivered | Refused):
        return "sent", ""
    return ("idle" if isinstance(outcome, Idle | Sealed) else "spoke"), ""
