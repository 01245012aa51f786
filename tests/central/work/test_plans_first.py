"""R19: a pressing need has an improvement proposal before work on its cases begins."""

from datetime import UTC, date, datetime

import pytest
from lobby import MONDAY, project

NOW = datetime(2026, 11, 24, 2, tzinfo=UTC)
PLAN = {
    "problem": "空调太冷",
    "measure": "换成可以分区调的",
    "cost": 800,
    "due": "2027-01-31",
    "indicator": "投诉少一半",
}


@pytest.fixture
def boss(browser_of):
    return browser_of("supervisor")


@pytest.fixture
def pressing(lobby, boss):
    """A confirmed topic of the first band with one dispatched case, as the rule meets it."""
    from django.contrib.auth.models import User

    from sync.central.cases import moves
    from sync.central.cases.models import Case
    from sync.central.cases.roles import hand
    from sync.central.insight.models import Member, Topic
    from sync.central.insight.plans_first import SINCE
    from sync.central.intake.models import Kept

    lobby.says("空调太冷了", category="F4", grade=2)
    project()
    case = Case.objects.get()
    by = hand(User.objects.get(username="supervisor-all"))
    moves.act(case.id, moves.Deed("classify", category="F4"), by, NOW)
    moves.act(case.id, moves.Deed("dispatch", department="logistics"), by, NOW)
    topic = Topic.objects.create(venue_id="donghu", name={"zh-Hans": "冷"}, state="confirmed", band="P2", opened=NOW)
    Member.objects.create(topic=topic, case_id=case.id)
    Kept.objects.update_or_create(name=SINCE, defaults={"value": "2026-11-01"})
    return topic


def starts(boss):
    from sync.central.cases.models import Case

    return boss.post(f"/desk/cases/{Case.objects.get().id}/do", {"kind": "start"}).status_code


def state() -> str:
    from sync.central.cases.models import Case

    return Case.objects.get().state


def test_work_waits_for_a_proposal_and_goes_on_with_one(pressing, boss):
    assert (starts(boss), state()) == (422, "dispatched")

    boss.post(f"/desk/topics/{pressing.pk}/do", {"kind": "improve"} | PLAN)

    assert (starts(boss), state()) == (302, "in_progress")


def test_a_dropped_proposal_is_none(pressing, boss):
    boss.post(f"/desk/topics/{pressing.pk}/do", {"kind": "improve"} | PLAN)
    pressing.improvements.update(state="dropped")

    assert starts(boss) == 422


@pytest.mark.parametrize(
    "otherwise",
    [{"band": "P3"}, {"band": "P1", "by_hand": "P3"}, {"state": "proposed"}],
    ids=["p3", "by hand", "guess"],
)
def test_only_what_is_confirmed_and_pressing_waits(pressing, boss, otherwise):
    for name, value in otherwise.items():
        setattr(pressing, name, value)
    pressing.save()

    assert (starts(boss), state()) == (302, "in_progress")


def test_what_a_hand_made_pressing_waits_too(pressing, boss):
    pressing.band, pressing.by_hand = "P4", "P2"
    pressing.save()

    assert starts(boss) == 422


def test_a_case_from_before_the_rule_goes_on(pressing, boss):
    from sync.central.insight.plans_first import SINCE
    from sync.central.intake.models import Kept

    Kept.objects.filter(name=SINCE).update(value="2026-12-01")

    assert (starts(boss), state()) == (302, "in_progress")


def test_the_database_holds_to_it_by_whatever_road(pressing, boss):
    from django.contrib.auth.models import User
    from django.db import IntegrityError, transaction

    from sync.central.cases.models import Case, CaseEvent

    case, who = Case.objects.get(), User.objects.get(username="supervisor-all")
    event = {"venue_id": "donghu", "case_id": case.id, "seq": case.events + 1, "kind": "start", "before": "dispatched"}
    event |= {"state": "in_progress", "day": MONDAY.date(), "at": NOW, "who": who}
    with pytest.raises(IntegrityError, match="proposal"), transaction.atomic():
        CaseEvent.objects.create(**event)

    pressing.improvements.create(**PLAN | {"due": date(2027, 1, 31), "owner": who, "opened": NOW.date()})

    assert CaseEvent.objects.create(**event).pk


def test_a_visitor_who_is_not_satisfied_waits_for_nobody(pressing, boss):
    from django.contrib.auth.models import User

    from sync.central.cases import moves
    from sync.central.cases.models import Case
    from sync.central.cases.roles import hand
    from sync.central.insight.plans_first import missing

    by, case = hand(User.objects.get(username="supervisor-all")), Case.objects.get()
    moves.act(case.id, moves.Deed("answer", text={"zh-Hans": "我们已经把空调调高了几度。"}), by, NOW, first=missing)
    moves.act(case.id, moves.Deed("reopen", why="来电说还是一样冷，没有改善"), by, NOW, first=missing)

    assert state() == "in_progress"


def test_every_migration_still_runs_with_the_rule_laid(ground):
    """SQLite builds a table afresh when it changes, which a trigger that speaks of it would stop."""
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", "insight", "0001", verbosity=0)
    call_command("migrate", verbosity=0)

    with connection.cursor() as cursor:
        catalogue = "sqlite_master" if connection.vendor == "sqlite" else "pg_trigger"
        name = "name" if connection.vendor == "sqlite" else "tgname"
        cursor.execute(f"SELECT count(*) FROM {catalogue} WHERE {name} = 'cases_caseevent_plan_first'")
        assert cursor.fetchone() == (1,)
