"""How the made-up staff worked each case: days that are working days, mostly in time, sometimes not."""

import random
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Final

from sync.central.cases import moves
from sync.central.cases.deadlines import Rules
from sync.central.cases.demo.script import Script, Theme
from sync.central.cases.derive import CHINA
from sync.central.cases.models import Case, CaseEvent, Reply
from sync.central.cases.roles import Hand
from sync.central.cases.taxonomy import OFFICE, department_for

RECENT: Final = 30  # days: only lately is anything still forgotten
ANSWER_AFTER: Final = (0, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4, 6)  # working days; three are promised
QUICKLY: Final = (0, 0, 0, 1, 1, 1, 1, 1, 1, 2)  # what cannot wait
WAYS: Final = {"usual": 84, "merge": 5, "park": 4, "decline": 3, "bounce": 4}


@dataclass(frozen=True, slots=True)
class Staff:
    """Whose hands do the work. A department without a handler of its own is worked by the supervisor."""

    collector: Hand
    supervisor: Hand
    moderator: Hand
    handlers: Mapping[str, Hand]
    names: Mapping[str, Mapping[str, str]]

    def of(self, department: str) -> Hand:
        return self.handlers.get(department, self.supervisor)


@dataclass(slots=True)
class Worked:
    """One case on its way: every deed goes through the real rules."""

    case: Case
    desk: "Desk"
    at: moves.Standing
    day: date
    events: list[CaseEvent] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)
    over: bool = False

    def do(self, deed: moves.Deed, hand: Hand, after: int = 0) -> None:
        """Does it so many working days later; nothing happens any more once that would be in the future."""
        rules, rng = self.desk.rules, self.desk.rng
        day = rules.add(self.day, after)
        day = day if rules.works(day) else rules.add(day, 1)
        moment = datetime.combine(day, time(rng.randrange(9, 17), rng.randrange(60)), CHINA)
        if self.events:
            moment = max(moment, self.events[-1].at + timedelta(minutes=rng.randrange(1, 20)))
        if self.over or moment >= self.desk.now:
            self.over = True
            return
        columns = moves.event(self.at, deed, hand, moment)
        self.events.append(CaseEvent(venue_id=self.case.venue_id, case_id=self.case.id, **columns))
        if any(deed.text.values()):
            self.replies.append(moves.reply(self.case, columns, deed, hand))
        self.day = moment.date()
        self.at = replace(
            self.at,
            state=str(columns["state"]),
            department=deed.department or self.at.department,
            events=self.at.events + 1,
            category=deed.category or self.at.category,
            fact=deed.fact or self.at.fact,
            returns=self.at.returns + (deed.kind == "return"),
            paused=deed.kind == "pause" or (self.at.paused and deed.kind not in {"resume", "answer", "close"}),
            step_due=None,
        )


@dataclass(frozen=True, slots=True)
class Desk:
    """Staff, their words, their calendar."""

    staff: Staff
    script: Script
    rules: Rules
    now: datetime
    rng: random.Random
    stands: dict[str, uuid.UUID] = field(default_factory=dict)  # a case of each theme that others can be merged into

    def worked(self, case: Case, theme: Theme) -> Worked:
        """The whole way of one case, cut off at now."""
        rng, collector = self.rng, self.staff.collector
        item = Worked(case, self, moves.standing(case), case.received_day)
        if theme.key == "thin" and rng.random() < 0.6:
            item.do(moves.Deed("invalid", why=self._word("invalid")), collector, after=rng.choice((0, 1)))
        elif rng.random() < 0.004:
            item.do(moves.Deed("withhold", why=self._word("withheld")), self.staff.moderator)
        elif not (self._forgotten(case) and rng.random() < 0.5):
            item.do(
                moves.Deed("classify", category=theme.category),
                collector,
                after=0 if case.lane else rng.choice((0, 0, 0, 1)),
            )
            self._sent(item, theme, rng.choices([*WAYS], [*WAYS.values()])[0])
        return item

    def _sent(self, item: Worked, theme: Theme, way: str) -> None:
        """From classified on, one of several ways."""
        into = self.stands.get(theme.key)
        if way == "merge" and into is not None:
            item.do(moves.Deed("merge", into=into, why=self._word("merged")), self.staff.collector)
            return
        self.stands[theme.key] = item.case.id
        self._dispatched(item, theme, bounced=way == "bounce")
        if way in {"park", "decline"} and theme.grades[0] > 1:
            self._put_aside(item, way)
        elif not self._forgotten(item.case):
            self._answered(item, theme)

    def _dispatched(self, item: Worked, theme: Theme, *, bounced: bool) -> None:
        department = department_for(theme.category)
        if bounced:
            item.do(moves.Deed("dispatch", department="office"), self.staff.collector)
            item.do(moves.Deed("return", why=self._word("returned")), self.staff.supervisor, after=1)
        slow = self.rules.is_complex(theme.category)
        item.do(moves.Deed("dispatch", department=department, complex=slow), self.staff.collector)
        if self.rng.random() < 0.45:
            hand = self.staff.of(department)
            item.do(moves.Deed("start"), hand, after=self.rng.choice((0, 1)))
            self._on_the_way(item, hand, slow=slow)
            if self.rng.random() < 0.4:
                item.do(moves.Deed("note", text={"zh-Hans": self._word("started")}), hand)

    def _on_the_way(self, item: Worked, hand: Hand, *, slow: bool) -> None:
        """Now and then: help is asked for, the clock stops while somebody is waited for, a new day is promised."""
        rng = self.rng
        if item.over or item.at.state != "in_progress":
            return
        if rng.random() < 0.08:
            item.do(moves.Deed("share", partners=("office",)), self.staff.supervisor)
        if rng.random() < 0.06:
            item.do(moves.Deed("pause", why=self._word("paused")), hand)
            if rng.random() < 0.8:
                item.do(moves.Deed("resume", why=self._word("resumed")), hand, after=rng.choice((1, 2, 3)))
        if slow and rng.random() < 0.07 and item.case.result_due:
            text = {"zh-Hans": self._word("extended")}
            until = self.rules.add(item.case.result_due, rng.choice((3, 5)))
            item.do(moves.Deed("extend", text=text, until=until), hand)
        if rng.random() < 0.03:
            item.do(moves.Deed("urge", why=self._word("urged")), self.staff.supervisor, after=1)

    def _answered(self, item: Worked, theme: Theme) -> None:
        rng, hand = self.rng, self.staff.of(item.at.department)
        wanted = rng.choice(QUICKLY if item.case.lane else ANSWER_AFTER)
        gone = max(0, _working_days(self.rules, item.case.received_day, item.day))
        item.do(moves.Deed("answer", text=self._answer(theme, item)), hand, after=max(0, wanted - gone))
        if item.at.category in self.rules.fact_categories:
            fact = rng.choice(("true", "true", "partly", "unclear"))
            item.do(moves.Deed("check", fact=fact, why=self._word("checked")), hand)
        item.do(
            moves.Deed("close", evidence=self._word("evidence")),
            hand,
            after=rng.choice((0, 0, 1, 1, 2, 2, 3) if not item.case.complex else (2, 4, 6, 8, 10, 14)),
        )
        bad = (item.case.grade or 5) <= 2
        if bad and item.case.contact and rng.random() < 0.3:
            item.do(moves.Deed("try", why=self._word("tried")), hand, after=1)
        if rng.random() < (0.9 if bad and item.case.contact else 0.3 if bad else 0.08):
            item.do(moves.Deed("call_back", why=self._word("called_back")), hand, after=rng.choice((1, 2, 4)))
        if rng.random() < 0.9 and not (bad and item.case.contact and item.at.state == "closed"):
            item.do(moves.Deed("archive"), self.staff.supervisor, after=rng.choice((10, 12, 15)))

    def _put_aside(self, item: Worked, way: str) -> None:
        text = {"zh-Hans": self._word("parked" if way == "park" else "declined")}
        review = self.rules.add(item.day, 60)
        item.do(moves.Deed(way, text=text, review=review), self.staff.supervisor, after=self.rng.choice((1, 2)))

    def _answer(self, theme: Theme, item: Worked) -> dict[str, str]:
        names = self.staff.names.get(item.at.department or OFFICE, {})  # none yet, where the day ended before
        pattern = self.rng.choice(theme.replies)
        if self.rng.random() < 0.35 and theme.grades[-1] < 5:
            pattern = self._word("simple")
        soon = self.rng.choice(self.script.voices["blanks"]["soon"])
        filled = self.script.fill(pattern, self.rng, when=soon, soon=soon, department=names.get("zh-Hans", ""))
        return {"zh-Hans": filled, "en": self.rng.choice(theme.replies_en) if theme.replies_en else ""}

    def _word(self, kind: str) -> str:
        word = self.rng.choice(self.script.work["words"][kind])
        return word.replace("{number}", f"{self.rng.randrange(100, 999)}")

    def _forgotten(self, case: Case) -> bool:
        """Some lie where they are: only lately, for older ones were found when the list of what is late was read."""
        late = (self.now.date() - case.received_day).days < RECENT
        return late and case.id.int % 25 == 0


def _working_days(rules: Rules, first: date, last: date) -> int:
    return sum(rules.works(first + timedelta(days=n)) for n in range(1, (last - first).days + 1))
