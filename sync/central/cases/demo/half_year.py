"""Puts the half-year together: a venue, its screens, their chains, the staff, what they did, the board."""

import json
import random
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction

from kiosk.errors import CallerError
from kiosk.receipts import show
from sync.central.cases import deadlines, departments, people, projector, publish, search
from sync.central.cases.assemble import case_id
from sync.central.cases.demo import after, board, office, script
from sync.central.cases.demo.chain import Chain, enrolled
from sync.central.cases.demo.desk import Desk, Staff
from sync.central.cases.demo.entering import Entering, Line
from sync.central.cases.demo.script import Script, Theme
from sync.central.cases.demo.visits import DAYS, Plan, Visit, crowd, visits
from sync.central.cases.derive import CHINA
from sync.central.cases.models import Case, CaseEvent, Department, Reply
from sync.central.cases.roles import Hand, hand
from sync.central.intake.models import Record, Terminal, Venue
from sync.central.keys import Keys

SLICE: Final = 250  # cases whose events are written at once
LABELS: Final = "demo-themes.jsonl"
MOST_SUPPORT: Final = 60  # touches of 「我也需要」 on one card
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Played:
    """The made-up centre, for whoever adds to it. cards: codes of points cards that were opened."""

    venue: Venue
    hands: Sequence[Hand]
    now: datetime
    today: date
    say: Say
    cards: list[str] = field(default_factory=list)

    def role(self, name: str) -> int:
        """The number of somebody who has this role."""
        return next(one.user for one in self.hands if name in one.roles and one.user is not None)


@dataclass(frozen=True, slots=True)
class Made:
    """What there is now, for whoever shows it around."""

    visits: int
    records: int
    cases: int
    late: int
    codes: Sequence[tuple[str, str]]  # receipt code as printed, state
    staff: Sequence[tuple[str, str, str]]  # log-in, password, who
    cards: Sequence[str] = ()  # codes of points cards, as printed


def make(count: int, seed: int, now: datetime, keys: Keys, say: Say) -> Made:
    """The whole half-year that ends now."""
    told, play = script.load(), random.Random(seed)  # noqa: S311 — a play, not a secret
    plan = Plan(told, count, now.astimezone(CHINA), deadlines.rules(settings.PLACES), play)
    venue = _venue(told, play)
    departments.ensure()
    logins = [_login(one, venue) for one in told.work["staff"]]
    say("people come …")
    came = list(_with_crowds(visits(plan), play))
    say(f"{len(came)} visits; their terminals write them down …")
    entering = Entering(plan, keys, venue.id, bytes(venue.salt), _lines(plan, venue, keys))
    entering.enter(came)
    say(f"{Record.objects.count()} records in custody; they become cases …")
    projector.drain(pause=_go_on)
    labels = {case_id(venue.id, uuid.UUID(visit.subject)): visit.theme for visit in came}
    say(f"{Case.objects.count()} cases; the staff work on them …")
    _work(labels, Desk(_staff(venue.id, logins), told, plan.rules, plan.now, play))
    hands = [hand(User.objects.get(username=name)) for name, _, _ in logins]
    office.rota(venue, hands)
    office.entries(venue, told, hands[0], plan, keys)
    office.questions(told, hands, play, plan.now)
    office.looks(plan.now)
    put = board.put_up(told, venue.id, plan, labels)
    entering.support(put, MOST_SUPPORT)
    projector.drain(pause=_go_on)
    office.reports(venue, told, hands, plan)
    while search.index() == search.SLICE:
        _go_on()
    say("terminals are told what moved …")
    publish.moved()
    publish.figures(plan.today)
    _beat(entering.lines, plan.now)
    _keep(labels)
    played = Played(venue, hands, plan.now, plan.today, say)
    after.send(Played, played=played)
    late = Case.objects.filter(next_due__lt=plan.today).count()
    codes, opened = _codes(entering.told, venue.id), [show(code) for code in played.cards]
    return Made(len(came), Record.objects.count(), Case.objects.count(), late, codes, logins, opened)


def refuse_if_used(*, force: bool) -> None:
    """A centre that holds something real is not mixed with a play. Raises CallerError."""
    if not force and Record.objects.exists():
        raise CallerError("demo: this centre already holds records; --force adds the made-up ones to them")


def _go_on() -> None:
    """Nobody else waits for the pen."""


def _venue(told: Script, play: random.Random) -> Venue:
    about = told.work["centre"]
    defaults = {"name": about["name"], "salt": play.randbytes(16)}
    return Venue.objects.get_or_create(id=about["id"], defaults=defaults)[0]


def _login(one: Mapping[str, Any], venue: Venue) -> tuple[str, str, str]:
    department = one.get("department", "")
    password = people.set_up(
        one["name"], roles=one["roles"], full_name=one["full"], venue=venue.id, department=department
    )
    return one["name"], password, one["full"]


def _with_crowds(came: Iterable[Visit], play: random.Random) -> Iterable[Visit]:
    for visit in came:
        yield visit
        if visit.form == "quick-rating" and visit.channel == "kiosk" and play.random() < 0.0015:
            yield from crowd(visit, play.randint(12, 28), play)


def _lines(plan: Plan, venue: Venue, keys: Keys) -> list[Line]:
    """A chain for each terminal of the script, begun on the first day."""
    begun = datetime.combine(plan.today - timedelta(days=DAYS), time(8, 30), CHINA)
    lines = []
    for one in plan.script.work["terminals"]:
        terminal, key = enrolled(one["label"], venue.id, begun, plan.rng)
        chain = Chain(terminal, key, plan.rng, keys, plan.rng.randbytes(8).hex())
        chain.write("chain.started", {"reason": "created", "after": None}, begun)
        lines.append(Line(chain, bool(one.get("offline"))))
    return lines


def _staff(venue: str, logins: Sequence[tuple[str, str, str]]) -> Staff:
    hands = {name: hand(User.objects.get(username=name)) for name, _, _ in logins}
    of_role: dict[str, Hand] = {role: one for one in hands.values() for role in one.roles}
    return Staff(
        collector=of_role["collector"],
        supervisor=of_role["supervisor"],
        moderator=of_role["moderator"],
        handlers={one.department: one for one in hands.values() if one.department},
        names=dict(Department.objects.filter(venue_id=venue).values_list("code", "name")),
    )


def _work(labels: Mapping[Any, Theme], desk: Desk) -> None:
    """Every case that asks for something, as far as the staff have come; events and words in slices."""
    cases = list(Case.objects.filter(asks=True, withdrawn=False, events=0).order_by("received_day", "id"))
    for start in range(0, len(cases), SLICE):
        part = [desk.worked(case, labels[case.id]) for case in cases[start : start + SLICE] if case.id in labels]
        with transaction.atomic():
            CaseEvent.objects.bulk_create([event for item in part for event in item.events])
            Reply.objects.bulk_create([reply for item in part for reply in item.replies])
            projector.project([item.case.id for item in part if item.events])


def _beat(lines: Sequence[Line], now: datetime) -> None:
    """What each terminal said of itself last."""
    for line in lines:
        seen = now if not line.offline else now - timedelta(days=3)
        waiting, since = len(line.chain.waiting), line.chain.since
        oldest = int((now - since).total_seconds()) if since else None
        told = {"unsent": waiting, "oldest_s": oldest, "disk_free": 48_000_000_000, "version": "0.1.0"}
        Terminal.objects.filter(pk=line.chain.terminal.pk).update(last_seen=seen, heartbeat=told)


def _keep(labels: Mapping[Any, Theme]) -> None:
    """Which theme each case was made from, beside the database: what later groupings are judged by."""
    lines = [json.dumps({"case": str(case), "theme": theme.key}) for case, theme in labels.items()]
    (settings.PLACES.data / LABELS).write_text("\n".join(lines) + "\n", "utf-8")


def _codes(told: Mapping[str, str], venue: str) -> list[tuple[str, str]]:
    """Receipt codes that can be tried, one of each state, then the rest."""
    ids = {case_id(venue, uuid.UUID(subject)): code for subject, code in told.items()}
    states = dict(Case.objects.filter(id__in=ids).values_list("id", "state"))
    found = sorted((states[case], show(code)) for case, code in ids.items() if case in states)
    first = list({state: (code, state) for state, code in reversed(found)}.values())
    return first + [(code, state) for state, code in found if (code, state) not in first]
