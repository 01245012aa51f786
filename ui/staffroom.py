"""What staff ask for and the screen must not wait for: the PIN, how things stand, the stick. Lives in its own thread.

It has its own connection to the store, opened when staff come and let go of when they leave.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kiosk.staff import Doorkeeper, Outcome, wait_s

if TYPE_CHECKING:
    from kiosk.store import Store

FOLDER: Final = "xinsheng"  # on a stick: where batches go, so that a clerk copies one folder


@dataclass(frozen=True, slots=True)
class DoorState:
    """exists: a PIN was set; challenge: of a locked one, else ""; wait: seconds until a try counts; enrolled: a centre
    can answer."""

    exists: bool
    challenge: str
    wait: int
    enrolled: bool


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of a try, and how the door stands now."""

    outcome: Outcome
    door: DoorState


@dataclass(frozen=True, slots=True)
class Facts:
    """How the terminal is, for people. Seconds and bytes; heard: when the centre was heard last (RFC 3339), or "".

    terminal: its number, 0 while it has no centre. public_url: "" where no phone could open anything.
    """

    recorded: int
    unsent: int
    oldest_s: int
    parked: int
    heard: str
    disk_free: int
    now: datetime
    offset_ms: int | None
    version: str
    forms: int
    terminal: int
    venue: str
    url: str
    public_url: str
    rescued: bool
    voices: int = 0  # spoken messages not sent
    aside: int = 0  # spoken messages that were damaged


@dataclass(frozen=True, slots=True)
class OnStick:
    """What a stick holds for us: receipt files, and whether an enrolment slip lies there."""

    receipts: int
    slip: bool


@dataclass(frozen=True, slots=True)
class Written:
    """What an export did: files and records that read back the same. why: "" or what stopped it."""

    files: int
    records: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class Cleared:
    """What receipts did: files that were used, records newly settled, files set aside and the first reason."""

    files: int
    records: int
    aside: int
    why: str = ""


class StaffRoom:
    """One thread only. clock gives local time with its offset."""

    def __init__(self, data: Path, clock: Callable[[], datetime]) -> None:
        self._data = data
        self._clock = clock
        self._doors = Doorkeeper(data, clock)
        self._store: Store | None = None

    @property
    def store(self) -> "Store":
        """The connection, opened at first need."""
        if self._store is None:
            from kiosk.store import FILE, Store

            self._store = Store.open(self._data / FILE, self._clock)
        return self._store

    def close(self) -> None:
        """Staff have left: let go of the file."""
        if self._store is not None:
            self._store.close()
            self._store = None

    # -- the door

    def door(self) -> DoorState:
        """How the door stands."""
        from sync.identity import load_enrolment

        self._doors.renew()
        door = self._doors.door
        enrolled = load_enrolment(self._data) is not None
        if door is None:
            return DoorState(False, "", 0, enrolled)
        return DoorState(True, door.challenge if door.locked else "", wait_s(door, self._clock()), enrolled)

    def try_pin(self, pin: str) -> Tried:
        """A PIN was typed."""
        return Tried(self._doors.try_pin(pin), self.door())

    def try_answer(self, typed: str) -> Tried:
        """The centre's digits were typed. Without a centre nothing is right."""
        from sync.identity import load_identity, need_enrolment
        from sync.unlock import answer

        own, theirs = bytes(load_identity(self._data).box), need_enrolment(self._data).sealing_key
        return Tried(self._doors.try_answer(typed, lambda challenge: answer(own, theirs, challenge)), self.door())

    def set_pin(self, pin: str) -> None:
        """A new PIN, by whoever was let in."""
        self._doors.set_pin(pin)

    # -- how things stand

    def facts(self) -> Facts:
        """Everything that the staff page tells."""
        from kiosk.voices import Outtray
        from sync.courier import clock_offset
        from sync.identity import load_enrolment
        from sync.terminal import version

        store, known, spoken = self.store, load_enrolment(self._data), Outtray(self._data)
        status = store.status()
        return Facts(
            recorded=status.recorded,
            unsent=status.unsent,
            oldest_s=status.oldest_unsent_s,
            parked=status.parked,
            heard=store.meta("heard") or "",
            disk_free=shutil.disk_usage(self._data).free,
            now=self._clock(),
            offset_ms=clock_offset(store),
            version=version(),
            forms=len(store.form_rows()),
            terminal=known.terminal if known else 0,
            venue=(known.venue_name.get("zh-Hans") or known.venue) if known else "",
            url=known.url if known else "",
            public_url=(known.public_url or "") if known else "",
            rescued=status.rescued is not None,
            voices=len(spoken.names()),
            aside=spoken.aside(),
        )

    # -- the stick

    def look_into(self, place: Path) -> OnStick:
        """What lies on a stick; nothing when it has gone meanwhile."""
        from sync.enrolfile import FILE

        try:
            return OnStick(len(_receipts(place)), (place / FILE).is_file())
        except OSError:
            return OnStick(0, False)

    def export(self, place: Path, tell: Callable[[int, int], None]) -> Written:
        """Write what waits, file by file, each read back; tell(files, records) as it goes.

        Pulled out in the middle: what was written counts, the rest stays as it was, and the next stick gets it all.
        """
        from kiosk.errors import KioskError
        from sync.carrier import export
        from sync.identity import load_identity, need_enrolment

        files = records = 0
        try:
            need_enrolment(self._data)
            for done in export(self.store, load_identity(self._data), place / FOLDER):
                files, records = files + 1, records + done.count
                tell(files, records)
        except KioskError as error:
            return Written(files, records, str(error))
        return Written(files, records)

    def settle(self, place: Path) -> Cleared:
        """Use the centre's receipts that lie on a stick; only those that its key signed clear anything."""
        from kiosk.errors import KioskError
        from sync.carrier import Settled, settle
        from sync.identity import load_identity, need_enrolment

        files = records = aside = 0
        why = ""
        try:
            known = need_enrolment(self._data)
            for done in settle(self.store, load_identity(self._data), known, _receipts(place)):
                if isinstance(done, Settled):
                    files, records = files + 1, records + done.count
                else:
                    aside, why = aside + 1, why or done.why
        except (KioskError, OSError) as error:
            return Cleared(files, records, aside, str(error))
        return Cleared(files, records, aside, why)


def _receipts(place: Path) -> list[Path]:
    """Receipt files on a stick: on top, or one folder down."""
    from sync.carrier import RECEIPT_SUFFIX

    return sorted([*place.glob(f"*{RECEIPT_SUFFIX}"), *place.glob(f"*/*{RECEIPT_SUFFIX}")])
