"""Every address of the desk is in this table, and who lacks its right gets nothing by it and changes nothing."""

import pytest
from desk_addresses import EVERY
from desk_hands import CLOSED, acted, one_of_each, sealed_case
from django.apps import apps
from django.urls import reverse

from sync.central.cases.models import Message
from sync.central.cases.roles import ROLES
from sync.central.desk import urls


def test_the_table_knows_every_address_of_the_desk():
    assert {path.name for path in urls.urlpatterns} == set(EVERY)


def has(role: str, right: str) -> bool:
    return not right or right in ROLES[role] or (right == "looks" and bool(ROLES[role] & {"see", "see_own"}))


@pytest.fixture
def things(lobby):
    """One of each thing that an address names."""
    return one_of_each(lobby)


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
