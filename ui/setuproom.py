"""The first day's slow parts: enrolling, the slip on a stick, the test tap. In staff's thread."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ui.staffroom import StaffRoom

if TYPE_CHECKING:
    from kiosk.store import Recorded


@dataclass(frozen=True, slots=True)
class Enrolled:
    """What came of enrolling: the terminal's number and the venue, or why not."""

    terminal: int = 0
    venue: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class OnSlip:
    """What an enrolment slip on a stick says; why: it was there and did not read."""

    url: str = ""
    code: str = ""
    why: str = ""


class SetupRoom(StaffRoom):
    """Staff's room, with what only the first day needs."""

    _tap: "Recorded | None" = None

    def enrolled(self) -> Enrolled:
        """As it is already."""
        from sync.identity import load_enrolment

        known = load_enrolment(self._data)
        return Enrolled(known.terminal, known.venue_name.get("zh-Hans") or known.venue) if known else Enrolled()

    def enrol(self, url: str, typed: str) -> Enrolled:
        """Enrol with a typed or read code. What was collected before stays, and is sent."""
        from kiosk.errors import KioskError
        from sync.codes import read_enrol_code
        from sync.enrol import enrol
        from sync.identity import load_identity
        from sync.terminal import version

        try:
            code = read_enrol_code(typed)
            enrol(self._data, self.store, load_identity(self._data), url, code, version=version())
        except KioskError as error:
            return Enrolled(why=str(error))
        return self.enrolled()

    def slip(self, place: Path) -> OnSlip:
        """The enrolment slip on a stick, if one lies there."""
        from kiosk.errors import KioskError
        from sync.enrolfile import read_slip

        try:
            found = read_slip(place)
        except KioskError as error:
            return OnSlip(why=str(error))
        return OnSlip(found.url, found.code) if found else OnSlip()

    def tap(self) -> bool:
        """The test tap: a record like any other, about the terminal and not about a visit. True once it is durable."""
        from kiosk import entries

        self._tap = self.store.record(entries.checked(now=self._clock(), checks={"first_day": "tap"}))
        return True

    def seen(self) -> bool:
        """Whether the centre's signed receipt for the test tap has come."""
        from kiosk.standing import is_held

        return self._tap is not None and is_held(self.store, self._tap)
