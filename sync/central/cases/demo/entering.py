"""What each made-up visit leaves behind: records in a terminal's chain, or in the centre's own."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from kiosk.receipts import lookup_key
from kiosk.records import wire_time
from sync.central.cases.demo.chain import Chain, code, submitted
from sync.central.cases.demo.visits import Plan, Visit, identifier
from sync.central.cases.derive import CHINA
from sync.central.intake import own
from sync.central.keys import Keys

CODES: Final = 40  # visits whose receipt code is told: Argon2id is slow on purpose, and nobody tries out more
LAST: Final = 8  # of them from the very end
STICK_DAY: Final = 4  # Friday: somebody carries a stick from where there is no network


@dataclass(slots=True)
class Line:
    """A terminal's chain, and how it reaches the centre."""

    chain: Chain
    offline: bool


@dataclass(slots=True)
class Entering:
    """Writes visits down, day by day; at closing time each chain goes to custody."""

    plan: Plan
    keys: Keys
    venue: str
    salt: bytes
    lines: Sequence[Line]
    told: dict[str, str] = field(default_factory=dict)  # subject → receipt code

    def enter(self, came: Sequence[Visit]) -> None:
        """All visits, in their order. What a terminal without network has not sent yet stays unsent."""
        rng = self.plan.rng
        known = {*rng.sample(range(len(came)), min(CODES - LAST, len(came))), *range(len(came))[-LAST:]}
        day = came[0].at.date()
        for place, visit in enumerate(came):
            while visit.at.date() > day:
                self._close(day)
                day += timedelta(days=1)
            self._one(visit, self._lookup(visit, tell=place in known))
        for line in self.lines:
            if not line.offline:
                line.chain.deliver(self.plan.now, "http")

    def support(self, cards: Sequence[tuple[str, date]], most: int) -> None:
        """Visitors of later days who touched 「我也需要」 on a card."""
        rng = self.plan.rng
        chain = self.lines[0].chain
        wanted = [(card, first) for card, first in cards for _ in range(rng.randint(most // 8, most))]
        days = [(first + (self.plan.today - first) * rng.random(), card) for card, first in wanted]
        for day, card in sorted(days):
            at = datetime.combine(day, time(rng.randrange(9, 20), rng.randrange(60)), CHINA)
            if at < self.plan.now:
                chain.write("feedback.supported", self._body(at) | {"card": card}, at)
        chain.deliver(self.plan.now, "http")

    def _lookup(self, visit: Visit, *, tell: bool) -> bytes:
        receipt = code(self.plan.rng)
        if not tell:
            return self.plan.rng.randbytes(16)
        self.told[visit.subject] = receipt
        return lookup_key(receipt, self.salt)

    def _one(self, visit: Visit, lookup: bytes) -> None:
        chain, rng = self.lines[visit.where].chain, self.plan.rng
        head = {"form": visit.form, "form_version": visit.version}
        if visit.then == "phone":
            chain.write("visit.handed_off", self._left(visit), visit.at, **head)
            self._by_phone(visit, lookup)
        elif visit.channel == "kiosk":
            finish = submitted(visit, visit.at, lookup, self.keys, rng)
            chain.write("feedback.submitted", finish, visit.at, grade=visit.grade, flags=visit.flags, **head)
            self._afterwards(visit, lookup, chain, head)
        else:
            self._by_centre(visit, visit.at, lookup)
        if rng.random() < 0.06:
            at = visit.at + timedelta(minutes=3)
            gone = replace(visit, subject=identifier(at, rng))
            chain.write("visit.abandoned", self._left(gone), at, **head)

    def _afterwards(self, visit: Visit, lookup: bytes, chain: Chain, head: dict[str, Any]) -> None:
        at = visit.at + timedelta(minutes=1)
        if visit.then == "amended":
            more = replace(visit, answers=visit.answers | {"words": visit.more["words"]})
            finish = submitted(more, at, lookup, self.keys, self.plan.rng)
            chain.write("feedback.amended", finish, at, grade=visit.grade, flags=visit.flags, **head)
        elif visit.then == "withdrawn":
            taken = {"subject": visit.subject, "channel": "kiosk", "level": "V0", "reason": None}
            chain.write("feedback.withdrawn", self._body(at) | taken, at)

    def _by_phone(self, visit: Visit, lookup: bytes) -> None:
        answers = visit.answers | {"words": visit.more["words"]}
        at = visit.at + timedelta(minutes=self.plan.rng.randint(2, 9))
        self._by_centre(replace(visit, channel="phone", level="V1", answers=answers), at, lookup)

    def _by_centre(self, visit: Visit, at: datetime, lookup: bytes) -> None:
        body = submitted(visit, at, lookup, self.keys, self.plan.rng)
        entry = own.Entry(
            "feedback.submitted", self.venue, body, visit.form, visit.version, visit.grade, tuple(sorted(visit.flags))
        )
        own.append(entry, now=at, keys=self.keys)

    def _left(self, visit: Visit) -> dict[str, Any]:
        seen = {"at": next(iter(visit.answers), "grade"), "duration_ms": self.plan.rng.randrange(4000, 60_000)}
        return self._body(visit.at) | seen | {"subject": visit.subject, "form": visit.form}

    def _body(self, at: datetime) -> dict[str, Any]:
        return {"id": identifier(at, self.plan.rng), "subject": identifier(at, self.plan.rng), "time": wire_time(at)}

    def _close(self, day: date) -> None:
        evening = datetime.combine(day, time(21, 5), CHINA)
        for line in self.lines:
            if line.chain.waiting:
                checked = {"id": identifier(evening, self.plan.rng), "time": wire_time(evening), "checks": {"ok": True}}
                line.chain.write("terminal.checked", checked, evening)
            if line.chain.waiting and (not line.offline or day.weekday() == STICK_DAY):
                line.chain.deliver(evening + timedelta(minutes=5), "file" if line.offline else "http")
