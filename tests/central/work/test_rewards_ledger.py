"""The ledger agrees with itself whatever is done to it, and no grade, no haste and no second desk earns anything."""

import inspect
import random
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from lobby import Lobby

NOW = datetime(2026, 11, 24, 2, tzinfo=UTC)
TODAY = date(2026, 11, 24)
AT_ONCE = 200  # operations of one transaction
ALL = [pytest.mark.all, pytest.mark.timeout(1200)]


@pytest.fixture
def rules():
    from sync.central.rewards.rules import load

    return load()


@pytest.fixture
def card(ground):
    return make_card()


def make_card():
    from sync.central.intake.models import Venue
    from sync.central.rewards.cards import open_card

    Lobby.open()
    return open_card(Venue.objects.get(pk="donghu"), TODAY)[0]


def doing(day: date = TODAY):
    from sync.central.rewards.ledger import Doing

    return Doing(NOW + (day - TODAY), day)


def test_feedback_earns_once_a_visit_whatever_the_card(ground, rules):
    from sync.central.rewards import ledger

    first, other = make_card(), make_card()

    assert ledger.feedback(first, "v1", words=True, level="V1", doing=doing(), rules=rules).points == 2
    assert ledger.feedback(first, "v1", words=True, level="V1", doing=doing(), rules=rules).why == "again"
    assert ledger.feedback(other, "v1", words=False, level="V3", doing=doing(), rules=rules).why == "again"
    assert (ledger.balance(first), ledger.balance(other)) == (2, 0)


def test_a_day_is_capped_and_the_next_is_not(card, rules):
    from sync.central.rewards import ledger

    said = [ledger.feedback(card, f"v{n}", words=False, level="V1", doing=doing(), rules=rules).why for n in range(5)]
    tomorrow = ledger.feedback(card, "v9", words=False, level="V1", doing=doing(TODAY + timedelta(1)), rules=rules)

    assert said == ["earned", "earned", "earned", "cap", "cap"]
    assert tomorrow.why == "earned"


def test_who_was_not_known_to_be_there_is_heard_and_earns_nothing(card, rules):
    from sync.central.rewards import ledger

    assert ledger.feedback(card, "v", words=True, level="V0", doing=doing(), rules=rules).why == "level"


def test_no_way_of_earning_knows_a_grade():
    from sync.central.rewards import ledger

    names = {name for way in (ledger.feedback, ledger.earn) for name in inspect.signature(way).parameters}

    assert not {name for name in names if "grade" in name or "rating" in name or "star" in name}


def test_hours_are_capped_by_the_year(card, rules):
    from sync.central.rewards import ledger

    few = replace(rules, volunteer_hours_a_year=10)

    assert ledger.earn(card, "volunteered", "h1", doing(), few, times=8).points == 40
    assert ledger.earn(card, "volunteered", "h2", doing(), few, times=8).points == 10
    assert ledger.earn(card, "volunteered", "h3", doing(), few, times=1).why == "cap"
    assert ledger.earn(card, "volunteered", "h4", doing(date(2027, 1, 2)), few, times=8).points == 40


def test_the_oldest_points_go_first_and_what_is_left_expires(card, rules):
    from sync.central.rewards import ledger
    from sync.central.rewards.models import Lot

    ledger.earn(card, "taught", "a", doing(date(2025, 5, 1)), rules)
    ledger.earn(card, "performed", "b", doing(date(2026, 5, 1)), rules)
    ledger.spend(card, "ticket", 40, "t", doing())

    assert dict(Lot.objects.filter(card=card).values_list("year", "balance")) == {2025: 10, 2026: 30}
    assert ledger.expire(doing(date(2026, 12, 31))) == 0
    assert ledger.expire(doing(date(2027, 1, 1))) == 10
    assert ledger.expire(doing(date(2027, 1, 1))) == 0
    assert ledger.balance(card) == 30
    assert ledger.book().wrong == ()


def test_nobody_spends_what_is_not_there(card, rules):
    from sync.central.rewards import ledger

    ledger.earn(card, "performed", "a", doing(), rules)

    with pytest.raises(ledger.NotEnough):
        ledger.spend(card, "ticket", 31, "t", doing())
    assert ledger.balance(card) == 30


def test_an_empty_seat_never_leaves_a_debt(card, rules):
    from sync.central.rewards import ledger

    ledger.feedback(card, "v", words=True, level="V1", doing=doing(), rules=rules)

    assert ledger.no_show(card, "seat 1", doing(), rules) == 2
    assert ledger.balance(card) == 0


def random_operations(count: int, seed: int, rules) -> None:
    from django.db import transaction

    from sync.central.rewards import ledger

    rng = random.Random(seed)
    cards = [make_card() for _ in range(5)]
    held = {card.pk: 0 for card in cards}
    for start in range(0, count, AT_ONCE):
        with transaction.atomic():  # each operation is a block of its own inside: only the waiting for the disk is less
            some_operations(range(start, min(count, start + AT_ONCE)), count, rng, cards, held, rules)
    sound = ledger.book()
    assert sound.total == 0
    assert sound.wrong == ()
    assert sound.accounts["card"] == sum(ledger.balance(card) for card in cards)
    assert {card.pk: ledger.balance(card) for card in cards} == held


def some_operations(numbers, count, rng, cards, held, rules) -> None:  # noqa: PLR0917
    from sync.central.rewards import ledger

    for number in numbers:
        card, day = rng.choice(cards), date(2024, 1, 1) + timedelta(days=number * 1100 // count)
        what = rng.randrange(10)
        if what < 4:
            source = str(rng.randrange(count))
            level = rng.choice(["V0", "V1", "V2"])
            held[card.pk] += ledger.feedback(
                card, source, words=rng.random() < 0.5, level=level, doing=doing(day), rules=rules
            ).points
        elif what < 7:
            kind = rng.choice(["attended", "volunteered", "lesson", "adopted"])
            held[card.pk] += ledger.earn(card, kind, f"{kind}/{rng.randrange(count)}", doing(day), rules).points
        elif what < 9:
            price = rng.choice([30, 50, 100])
            try:
                ledger.spend(card, "ticket", price, f"t{number}", doing(day))
                held[card.pk] -= price
            except ledger.NotEnough:
                assert held[card.pk] < price
        else:
            held[card.pk] -= ledger.no_show(card, f"s{number}", doing(day), rules)
        if number % (count // 4) == count // 4 - 1:
            for one in cards:
                held[one.pk] = ledger.balance(one) if ledger.expire(doing(day)) else held[one.pk]


@pytest.mark.parametrize("count", [400, pytest.param(100_000, marks=ALL)])
def test_the_book_balances_after_anything(ground, rules, count):
    random_operations(count, 5, rules)


def test_a_card_cannot_be_spent_twice_at_once(card, rules):
    from django.db import connections

    from sync.central.rewards import ledger

    ledger.earn(card, "performed", "a", doing(), rules)

    def buy(number: int) -> str:
        try:
            ledger.spend(card, "ticket", 30, f"t{number}", doing())
        except ledger.NotEnough:
            return "no"
        finally:
            connections.close_all()
        return "yes"

    with ThreadPoolExecutor(4) as desks:
        said = sorted(desks.map(buy, range(4)))

    assert said == ["no", "no", "no", "yes"]
    assert ledger.balance(card) == 0


@pytest.mark.parametrize("table", ["posting", "giftmove", "voucheruse", "approval"])
@pytest.mark.parametrize("what", ["delete from {}", "update {} set id = id + 1000"])
def test_the_database_keeps_what_was_written(card, rules, table, what):
    from django.contrib.auth.models import User
    from django.db import DatabaseError, connection, transaction

    from sync.central.rewards import ledger
    from sync.central.rewards.models import Approval, Gift, GiftMove, Nomination, VoucherUse

    user = User.objects.create(username="a")
    ledger.earn(card, "performed", "a", doing(), rules)
    gift = Gift.objects.create(venue_id="donghu", name={"zh-Hans": "x"}, price=100)
    GiftMove.objects.create(gift=gift, change=3, why="came", at=NOW, who=user)
    VoucherUse.objects.create(number="n", desk="d", at=NOW, heard=NOW)
    case = "00000000-0000-0000-0000-000000000001"
    named = Nomination.objects.create(
        venue_id="donghu", case_id=case, kind="constructive", criteria=[], why="w", day=TODAY
    )
    Approval.objects.create(nomination=named, who=user, at=NOW)

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(what.format(f"rewards_{table}"))
