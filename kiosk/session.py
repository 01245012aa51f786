"""One visitor, from the first touch: the visit's name and the receipt code exist before anything is submitted."""

from dataclasses import dataclass
from datetime import datetime

from kiosk import receipts, records


@dataclass(frozen=True, slots=True)
class Visitor:
    """A visit. subject is a UUIDv7, code a receipt code, salt the one its look-up key is derived with."""

    subject: str
    code: str
    began: datetime
    salt: bytes

    @classmethod
    def begin(cls, now: datetime, salt: bytes) -> "Visitor":
        """A new visitor at the first touch."""
        return cls(str(records.new_id(now)), receipts.new_code(), now, salt)

    def lookup(self) -> bytes:
        """The key of this visit's case, 16 bytes. Takes about 22 ms: for a worker, before submit."""
        return receipts.lookup_key(self.code, self.salt)

    def lasted_ms(self, now: datetime) -> int:
        """How long the visit has lasted; never negative, for the clock may be set meanwhile."""
        return max(0, round((now - self.began).total_seconds() * 1000))
