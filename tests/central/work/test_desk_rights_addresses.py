"""Every address of the desk is in this table, and who lacks its right gets nothing by it and changes nothing."""

import uuid
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest
from desk_hands import CLASSIFIED, CLOSED, acted, sealed_case, somebody
from django.apps import apps
from django.urls import reverse
from lobby import MONDAY

from sync.central.cases.figures import figures
from sync.central.cases.models import Message, Report
from sync.central.cases.roles import ROLES
from sync.central.desk import urls
from sync.central.desk.models import Evidence, Job

WHY = "这里写的是一个足够长的理由"
WEEK = (date(2026, 11, 16), date(2026, 11, 22))
NOBODY = uuid.UUID(int=7)


@dataclass(frozen=True)
class Way:
    """One address. right: who has it gets in; nothing: whoever is logged in; "out": nobody needs to be.

    form: what is posted; none: it is only looked at. of: what stands in the address, by the names of things().
    """

    right: str
    form: dict[str, Any] | None = None
    of: dict[str, Any] = field(default_factory=dict)


CASE = {"identity": "case"}
EVERY: dict[str, Way] = {
    "log-in": Way("out"),
    "second": Way("out"),
    "all-published": Way("out"),
    "published": Way("out", of={"pk": "report"}),
    "log-out": Way("out", {}),
    "language": Way("out", {"language": "en"}),
    "overview": Way(""),
    "practice": Way("", {}),
    "office": Way(""),
    "training": Way(""),
    "factor": Way(""),
    "wordings": Way(""),
    "views": Way("", {"name": "", "query": ""}),
    "list": Way(""),  # of cases that one may see: none, for some
    "case": Way("see", of=CASE),
    "do": Way("answer", {"kind": "answer", "text": WHY, "seen": 2}, CASE),
    "time": Way("time", {"why": WHY}, CASE),
    "contact": Way("contact", {"why": WHY}, CASE),
    "voice": Way("contact", {"why": WHY}, CASE | {"name": "nothing"}),
    "ask": Way("ask", {"text": WHY}, CASE),
    "quote": Way("excerpt", {"what": "draft", "text": WHY}, CASE),
    "purge": Way("purge", {"why": WHY}, CASE),
    "bulk": Way("bulk", {"kind": "classify"}),
    "enter": Way("enter"),
    "enter-slip": Way("enter", {"words": "话", "day": "2026-11-23", "channel": "paper"}),
    "meeting": Way("enter", {"title": "会", "day": "2026-11-23", "host": "何", "people": "3", "items": "一条"}),
    "stick": Way("ingest", {}),
    "receipts": Way("ingest"),
    "meetings": Way("looks"),
    "reports": Way("figures"),
    "behind": Way("figures", of={"name": "received"}),
    "report-draft": Way("publish", {"kind": "week", "text": WHY}),
    "report": Way("publish", {}, {"pk": "report"}),
    "report-file": Way("figures", of={"pk": "report", "what": "wall"}),
    "rota": Way("rota", {"what": "away"}),
    "moderation": Way("excerpt"),
    "looks": Way("looks"),
    "patterns": Way("patterns"),
    "access": Way("patterns"),
    "tasks": Way("tasks", {"task": "0"}),
    "jobs": Way("export", {"kind": "export", "format": "csv"}),
    "job": Way("export", of={"pk": "job"}),
    "rights": Way("rights"),
    "settle": Way("rights", {"note": WHY, "refuse": "1"}, {"identity": NOBODY}),
    "evidence": Way("evidence", {"number": "nothing", "why": WHY}),
    "evidence-file": Way("evidence", of={"pk": "evidence"}),
    "people": Way("people", {"name": "mallory", "role": "administrator"}),
    "wordings-save": Way("templates", {"name": "甲", "text": "乙", "why": WHY}),
    "settings": Way("settings"),
    "setting": Way("configure", {"do": "change", "text": "first_answer = 2", "why": WHY}, {"name": "deadlines.toml"}),
    "forms": Way("settings"),
    "topics": Way("figures"),
    "topic": Way("figures", of={"pk": 7}),
    "topic-do": Way("topics", {"kind": "confirm", "name": "甲", "why": WHY}, {"pk": 7}),
    "figures": Way("figures"),
    "figures-behind": Way("see"),
    "figures-asked": Way("figures"),
    "figures-week": Way("figures"),
    "figures-others": Way("figures"),
    "capacity": Way("topics", {}),
    "health": Way("tasks"),
    "judging": Way("figures"),
    "judging-package": Way("figures"),
    "grading": Way("publish"),
    "evaluation": Way("publish", {"kind": "publish"}, {"pk": 7}),
    "plans": Way("figures"),
    "plan-make": Way("topics", {}),
    "plan": Way("figures", of={"pk": 7}),
    "plan-sign": Way("topics", {}, {"pk": 7}),
    "thanks": Way("thanks"),
    "thanks-do": Way("thanks", {"kind": "issue"}),
    "honour": Way("thanks", of={"number": "H-7"}),
}


def test_the_table_knows_every_address_of_the_desk():
    assert {path.name for path in urls.urlpatterns} == set(EVERY)


def has(role: str, right: str) -> bool:
    return not right or right in ROLES[role] or (right == "looks" and bool(ROLES[role] & {"see", "see_own"}))


@pytest.fixture
def things(lobby):
    """One of each thing that an address names."""
    case, by = acted(sealed_case(lobby, grade=1, category="F"), *CLASSIFIED), somebody("zheng", "supervisor")
    job = Job.objects.create(kind="export", who_id=by.user, at=MONDAY, state="done")
    evidence = Evidence.objects.create(venue_id="donghu", case_id=case.id, why=WHY, asked_id=by.user, asked_at=MONDAY)
    report = Report.objects.create(
        venue_id="donghu",
        kind="week",
        first=WEEK[0],
        last=WEEK[1],
        version=1,
        figures=figures("donghu", WEEK[0], WEEK[1]),
        made=MONDAY,
        who_id=by.user,
    )
    return {"case": case.id, "job": job.pk, "evidence": evidence.pk, "report": report.pk}


def everything() -> dict[str, int]:
    """How many rows each table has; what only says who is logged in left out."""
    quiet = {"django_session", "cases_failure"}
    return {m._meta.db_table: m.objects.count() for m in apps.get_models() if m._meta.db_table not in quiet}


@pytest.mark.parametrize("role", sorted(ROLES))
def test_who_lacks_a_right_gets_nothing_and_changes_nothing(browser_of, things, role):
    client = browser_of(role, department="training")
    before, moved = everything(), []
    for name, way in EVERY.items():
        if way.right == "out" or has(role, way.right):
            continue
        address = reverse(f"desk:{name}", kwargs={key: things.get(key_of, key_of) for key, key_of in way.of.items()})
        said = client.get(address) if way.form is None else client.post(address, way.form)
        if said.status_code not in {403, 404}:
            moved.append((name, said.status_code))
        if way.form is not None:
            assert client.get(address).status_code in {200, 302, 403, 404, 405}, name

    assert moved == []
    assert everything() == before


def test_nobody_who_is_not_logged_in_gets_further_than_the_door(client, things):
    before = everything()
    for name, way in EVERY.items():
        if way.right == "out":
            continue
        address = reverse(f"desk:{name}", kwargs={key: things.get(key_of, key_of) for key, key_of in way.of.items()})
        said = client.get(address) if way.form is None else client.post(address, way.form)
        assert said.status_code == 302, name
        assert said["Location"].startswith("/desk/log-in"), name

    assert everything() == before


def test_the_rights_that_open_doors_are_rights_that_somebody_has():
    everybodys = frozenset().union(*ROLES.values()) | {"looks", "out", ""}

    assert {way.right for way in EVERY.values()} <= everybodys
    for way in EVERY.values():
        assert way.right in {"", "out"} or any(not has(role, way.right) for role in ROLES), way


def test_of_a_case_of_another_venue_nobody_but_its_own_staff_hears_anything(lobby, browser_of):
    from sync.central.cases.models import Staff
    from sync.central.intake.models import Venue

    case = acted(sealed_case(lobby, grade=1, category="F"), *CLOSED)
    Venue.objects.create(id="xihu", name={"zh-Hans": "西湖馆"}, salt=b"salt of a lobby!")
    client = browser_of("supervisor")
    Staff.objects.update(venue_id="xihu")

    for name, way in EVERY.items():
        if way.of.get("identity") != "case":
            continue
        address = reverse(f"desk:{name}", kwargs=way.of | {"identity": case.id})
        said = client.get(address) if way.form is None else client.post(address, way.form)
        assert said.status_code in {403, 404}, name
    assert not Message.objects.exists()
