"""A voucher is checked without a network, taken once, and seen when two desks took it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import pytest
from lobby import Lobby
from nacl.signing import SigningKey

NOW = datetime(2026, 11, 24, 2, tzinfo=UTC)
TODAY = date(2026, 11, 24)
KEY = SigningKey(bytes(range(32)))
PUBLIC = bytes(KEY.verify_key)


def told(number: str = "ABC", until: date = TODAY):
    from sync.central.rewards.vouchers import Told

    return Told(number, "donghu", "booking", until)


def test_a_desk_without_a_network_reads_it(ground):
    from sync.central.rewards import vouchers

    text = vouchers.write(told(), KEY)

    assert vouchers.read(text, PUBLIC) == told()
    assert text.isascii()
    assert len(text) < 200


def test_one_changed_sign_is_no_voucher(ground):
    from kiosk.errors import UntrustedError
    from sync.central.rewards import vouchers

    text = vouchers.write(told(), KEY)

    for place in range(len(text) - 1):  # the last sign carries spare bits
        changed = text[:place] + ("A" if text[place] != "A" else "B") + text[place + 1 :]
        with pytest.raises(UntrustedError):
            vouchers.read(changed, PUBLIC)
    for other in ("", "XV1", "XV1.a.b.c.d.e", text[:-8], text + "A", "价" * 40):
        with pytest.raises(UntrustedError):
            vouchers.read(other, PUBLIC)


def test_why_a_desk_does_not_take_it(ground):
    from sync.central.rewards.vouchers import Use, refused

    used = [Use("ABC", "north", NOW)]

    assert refused(told(), TODAY, []) == ""
    assert refused(told(), TODAY + timedelta(1), []) == "late"
    assert refused(told(), TODAY, [], venue="xihu") == "elsewhere"
    assert refused(told(), TODAY, used) == "used"
    assert refused(told("XYZ"), TODAY, used) == ""


def test_two_desks_that_took_it_are_seen_at_the_next_sync(ground):
    from sync.central.rewards.vouchers import Use, hear, twice

    north, south = Use("ABC", "north", NOW), Use("ABC", "south", NOW + timedelta(minutes=5))

    assert hear([south], NOW) == []
    assert hear([south], NOW) == []  # the same note again is the same note
    assert hear([north], NOW) == [north]
    assert twice() == [south]


def vouchers_of(count: int):
    from sync.central.intake.models import Venue
    from sync.central.rewards import ledger
    from sync.central.rewards.cards import open_card
    from sync.central.rewards.models import Voucher
    from sync.central.rewards.rules import load

    Lobby.open()
    card, _ = open_card(Venue.objects.get(pk="donghu"), TODAY)
    at = ledger.Doing(NOW, TODAY)
    made = []
    for number in range(count):
        ledger.earn(card, "taught", f"a{number}", at, load())
        paid = ledger.spend(card, "booking", 50, f"b{number}", at)
        made.append(
            Voucher.objects.create(number=f"N{number}", venue_id="donghu", kind="booking", until=TODAY, posting=paid)
        )
    return made


def test_priority_never_takes_more_than_its_share(ground):
    from django.db import connections

    from sync.central.rewards.models import Activity
    from sync.central.rewards.vouchers import reserve

    activity = Activity.objects.create(name="choir", seats=14)

    def take(voucher) -> bool:
        try:
            return reserve(voucher, activity, 0.2, NOW)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as desks:
        taken = list(desks.map(take, vouchers_of(6)))

    assert sum(taken) == 2


def test_a_voucher_takes_one_seat(ground):
    from sync.central.rewards.models import Activity
    from sync.central.rewards.vouchers import reserve

    (one,) = vouchers_of(1)
    choir, dance = (Activity.objects.create(name=name, seats=50) for name in ("choir", "dance"))

    assert reserve(one, choir, 0.2, NOW)
    assert not reserve(one, dance, 0.2, NOW)
