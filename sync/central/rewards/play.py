"""The thanks of a made-up centre: gifts on the shelf, a card with points, a nomination, a certificate, a voucher.

Heard by cases.demo when its half-year stands; what is given is in assets/central/demo/insight.toml.
"""

import tomllib
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone

from sync.central.cases.demo.half_year import Played
from sync.central.cases.demo.script import FOLDER
from sync.central.cases.models import Case
from sync.central.rewards import cards, certificates, ledger, nominations, vouchers
from sync.central.rewards.models import Activity, Gift, GiftMove
from sync.central.rewards.rules import load


def play(played: Played) -> None:
    """Everything, once; the card's code is among those that the command prints."""
    told = tomllib.loads((FOLDER / "insight.toml").read_text("utf-8"))["thanks"]
    supervisor, other = played.role("supervisor"), played.role("administrator")
    rules, now = load(settings.PLACES.data), played.now
    doing = ledger.Doing(now, timezone.localdate(now), supervisor)
    for name, price, stock in told["gifts"]:
        gift = Gift.objects.create(venue=played.venue, name={"zh-Hans": name}, price=price, stock=stock)
        GiftMove.objects.create(gift=gift, change=stock, why="first stock", at=now, who_id=supervisor)
    card, code = cards.open_card(played.venue, doing.day)
    played.cards.append(code)
    for number in range(8):
        ledger.earn(card, "attended", f"attended/{card.pk}/{number}", doing, rules)
    ledger.earn(card, "volunteered", f"volunteered/{card.pk}/1", doing, rules, times=6)
    _honour(played, told, (supervisor, other))
    name, places = told["activity"]
    Activity.objects.get_or_create(name=name, defaults={"seats": places})
    vouchers.buy(card, "booking", doing, rules, settings.PLACES)


def _honour(played: Played, told: dict[str, Any], people: tuple[int, int]) -> None:
    """One case is put forward and approved by two; another by one so far; one certificate masks its name."""
    cases = Case.objects.filter(venue=played.venue, practice=False, withdrawn=False, state__in=("closed", "archived"))
    for number, case in enumerate(cases.exclude(words="").order_by("-received_day", "id")[:2]):
        named = nominations.nominate(case, "constructive", told["constructive"], people[0], played.now)
        if number == 0:
            nominations.approve(named, people[1], played.now + timedelta(minutes=5))
    about = told["certificate"]
    day = timezone.localdate(played.now)
    certificates.award(played.venue, about["name"], about["reason"], people[0], day, listed=True)
