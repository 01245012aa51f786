"""The rest of a made-up office: a rota, a meeting and its items, slips, questions to visitors, later looks, reports."""

import random
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final

from sync.central.cases import duty, entering, later, reporting, threads
from sync.central.cases.deadlines import Rules
from sync.central.cases.demo.script import Script
from sync.central.cases.demo.visits import Plan
from sync.central.cases.figures import period
from sync.central.cases.models import Case, Department, Duty
from sync.central.cases.roles import Hand
from sync.central.intake.models import Venue
from sync.central.keys import Keys

WEEKS: Final = 8
MONTHS: Final = 5


def rota(venue: Venue, hands: Sequence[Hand]) -> None:
    """Everybody has a post; where a department has nobody, the supervisor stands in."""
    by_role = {role: one for one in hands for role in one.roles}
    of = {one.department: one for one in hands if one.department}
    supervisor, collector = by_role["supervisor"], by_role["collector"]
    rows = [Duty(venue=venue, post=duty.INBOX, user_id=collector.user, deputy_id=supervisor.user)]
    for code in Department.objects.filter(venue=venue).values_list("code", flat=True):
        there = of.get(code, supervisor)
        rows.append(Duty(venue=venue, post=code, user_id=there.user, deputy_id=supervisor.user))
    Duty.objects.bulk_create(rows)


def entries(venue: Venue, told: Script, by: Hand, plan: Plan, keys: Keys) -> None:
    """A talk with its items, and a few slips from the box, of the last days."""
    rng, now = plan.rng, plan.now
    talk = told.work["meeting"]
    days = [now - timedelta(days=n) for n in range(3, 8)]
    day = next((one for one in days if plan.rules.works(one.date())), days[0])
    items = tuple(
        entering.Told(one["words"], "meeting", day.date(), one["category"], hands=one["hands"]) for one in talk["items"]
    )
    about = {name: talk[name] for name in ("title", "host", "people", "groups", "minutes")}
    entering.hold(entering.Talk(day.date(), items=items, **about), venue, by, day, keys)
    for number, words in enumerate(told.work["slips"], 1):
        came = now - timedelta(days=rng.randrange(1, 6))
        slip = entering.Told(words, "paper", came.date(), slip=f"{came:%m%d}-{number:02d}")
        entering.enter(slip, venue, by, came, keys)


def questions(told: Script, hands: Sequence[Hand], rng: random.Random, now: datetime) -> None:
    """Some visitors are asked back."""
    supervisor = next(one for one in hands if "supervisor" in one.roles)
    waiting = Case.objects.filter(state__in=("dispatched", "in_progress"), practice=False).order_by(
        "-received_day", "id"
    )
    for case in waiting[:6]:
        threads.ask(case.id, {"zh-Hans": rng.choice(told.work["questions"])}, supervisor, now - timedelta(hours=2))


def reports(venue: Venue, told: Script, hands: Sequence[Hand], plan: Plan) -> int:
    """What was published: every week, every month; drafted by one, let out by another."""
    writer = next(one for one in hands if "supervisor" in one.roles)
    approver = next((one for one in hands if "administrator" in one.roles), None)
    made = 0
    for kind, count in (("month", MONTHS), ("week", WEEKS)):
        first = period(kind, plan.today)[0]
        for place in range(count):
            first = period(kind, first - timedelta(days=1))[0]
            if place == 0 and kind == "week":
                continue  # this one is still owed
            out = datetime.combine(_after(first, kind, plan.rules), plan.now.timetz())
            if out >= plan.now:
                continue
            words = {"zh-Hans": plan.rng.choice(told.work["report_words"])}
            report = reporting.draft(venue.id, kind, first, words, writer, out)
            if approver is not None:
                reporting.publish(report, approver, out + timedelta(hours=1))
            made += 1
    return made


def _after(first: date, kind: str, rules: Rules) -> date:
    return rules.add(period(kind, first)[1], 2)


def looks(now: datetime) -> None:
    """Later looks of what was closed, and what is late going up."""
    later.daily(now)
