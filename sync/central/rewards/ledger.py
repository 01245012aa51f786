"""The points ledger: what goes on a card, what comes off it, and a book that always agrees with itself.

Every posting has two sides in one row. A lot is what is left of a year's points; the oldest is spent first. Feedback
earns the same whatever grade it gives: no function here takes a grade.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from django.db import IntegrityError, transaction
from django.db.models import F, Sum

from kiosk.records import LEVELS
from sync.central.rewards.models import Lot, PointsCard, Posting
from sync.central.rewards.rules import FEEDBACK, Rules, expires

_ORDER: Final = sorted(LEVELS)


@dataclass(frozen=True, slots=True)
class Earned:
    """What came of it. why: earned, again (this source has earned before), cap, level."""

    points: int
    why: str


@dataclass(frozen=True, slots=True)
class _Move:
    """Points on their way. origin, target: accounts, one of them "card"; year: the lot."""

    origin: str
    target: str
    points: int
    kind: str
    source: str
    year: int = 0


class NotEnough(Exception):
    """The card holds too few points. Nothing was taken."""


@dataclass(frozen=True, slots=True)
class Doing:
    """Who does it and when. who: a user's number, or None for the centre's own rules. at: aware."""

    at: datetime
    day: date
    who: int | None = None


def balance(card: PointsCard) -> int:
    """Points on a card, all its years together."""
    return card.lots.aggregate(sum=Sum("balance"))["sum"] or 0  # type: ignore[attr-defined]


def feedback(card: PointsCard, visit: str, *, words: bool, level: str, doing: Doing, rules: Rules) -> Earned:
    """Points for one visit's feedback, claimed by its receipt. Once a visit; so many a day; from a level on."""
    if _ORDER.index(level) < _ORDER.index(rules.least_level):
        return Earned(0, "level")
    kind = "words" if words else "rating"
    with transaction.atomic():
        _lock(card)
        today = Posting.objects.filter(card=card, day=doing.day, kind__in=FEEDBACK, origin="centre").count()
        if today >= rules.feedback_a_day:
            return Earned(0, "cap")
        return _credit(card, kind, rules.earn[kind], f"visit/{visit}", doing)


def earn(card: PointsCard, kind: str, source: str, doing: Doing, rules: Rules, *, times: int = 1) -> Earned:
    """Points for something that was done: attended, volunteered (times: hours), lesson, constructive, …

    Raises ValueError for feedback, which has its own way, and for a kind that earns nothing.
    """
    if kind in FEEDBACK or kind not in rules.earn or times < 1:
        raise ValueError(f"points: {kind} is not earned like this")
    with transaction.atomic():
        _lock(card)
        if kind == "volunteered":
            times = min(times, rules.volunteer_hours_a_year - _hours(card, doing.day.year, rules))
        return _credit(card, kind, rules.earn[kind] * times, source, doing) if times > 0 else Earned(0, "cap")


def spend(card: PointsCard, kind: str, points: int, source: str, doing: Doing) -> Posting:
    """Take points for something, oldest first; the first posting stands for the whole. Raises NotEnough."""
    return _debit(card, _Move("card", "spent", points, kind, source), doing)[0]


def no_show(card: PointsCard, source: str, doing: Doing, rules: Rules) -> int:
    """An empty seat costs points, but never more than the card holds; how many."""
    taken = _debit(card, _Move("card", "lost", rules.no_show, "no_show", source), doing, partly=True)
    return sum(posting.points for posting in taken)


def expire(doing: Doing) -> int:
    """Take off what has lasted its time; how many points. Doing it again takes nothing more."""
    gone = 0
    old = Lot.objects.filter(balance__gt=0, year__lt=doing.day.year)
    for lot in [lot for lot in old.select_related("card") if doing.day > expires(lot.year)]:
        with transaction.atomic():
            _lock(lot.card)
            left = Lot.objects.get(pk=lot.pk).balance
            if left:
                source = f"expired/{lot.card_id}/{lot.year}/{doing.day}"
                _post(lot.card, _Move("card", "expired", left, "expired", source, lot.year), doing)
                gone += left
    return gone


@dataclass(frozen=True, slots=True)
class Book:
    """All accounts' sums, and the lots that are not what their postings say. A sound book: total 0, wrong empty."""

    accounts: Mapping[str, int]
    wrong: tuple[str, ...]

    @property
    def total(self) -> int:
        return sum(self.accounts.values())


def book() -> Book:
    """The ledger worked out anew from its postings."""
    accounts: dict[str, int] = dict.fromkeys(Posting.ACCOUNTS, 0)
    for origin, target, points in Posting.objects.values_list("origin", "target").annotate(sum=Sum("points")):
        accounts[origin] -= points
        accounts[target] += points
    lots = {(lot.card_id, lot.year): lot.balance for lot in Lot.objects.all()}
    told: dict[tuple[int, int], int] = dict.fromkeys(lots, 0)
    signed = Posting.objects.values_list("card_id", "year", "target").annotate(sum=Sum("points"))
    for card, year, target, points in signed:
        told[card, year] = told.get((card, year), 0) + (points if target == "card" else -points)
    wrong = [f"card {card}, {year}" for card, year in sorted(told) if told[card, year] != lots.get((card, year), 0)]
    return Book(accounts, tuple(wrong))


def _lock(card: PointsCard) -> None:
    """One change of a card at a time. On SQLite the transaction itself is alone."""
    PointsCard.objects.select_for_update().get(pk=card.pk)


def _hours(card: PointsCard, year: int, rules: Rules) -> int:
    days = (date(year, 1, 1), date(year, 12, 31))  # the index is by day
    given = Posting.objects.filter(card=card, day__range=days, kind="volunteered", origin="centre")
    return (given.aggregate(sum=Sum("points"))["sum"] or 0) // rules.earn["volunteered"]


def _credit(card: PointsCard, kind: str, points: int, source: str, doing: Doing) -> Earned:
    if not points:
        return Earned(0, "cap")
    if Posting.objects.filter(source=source).exists():
        return Earned(0, "again")
    try:
        with transaction.atomic():
            _post(card, _Move("centre", "card", points, kind, source, doing.day.year), doing)
    except IntegrityError:  # another card claimed the same at the same moment
        return Earned(0, "again")
    return Earned(points, "earned")


def _debit(card: PointsCard, move: _Move, doing: Doing, *, partly: bool = False) -> list[Posting]:
    with transaction.atomic():
        _lock(card)
        lots = list(Lot.objects.filter(card=card, balance__gt=0).order_by("year"))
        if sum(lot.balance for lot in lots) < move.points and not partly:
            raise NotEnough
        return [_post(card, part, doing) for part in _parts(lots, move)]


def _parts(lots: Iterable[Lot], move: _Move) -> Iterable[_Move]:
    left = move.points
    for lot in lots:
        if left > 0:
            yield replace(move, points=min(left, lot.balance), year=lot.year)
            left -= lot.balance


def _post(card: PointsCard, move: _Move, doing: Doing) -> Posting:
    written = {"kind": move.kind, "source": move.source, "day": doing.day, "at": doing.at, "who_id": doing.who}
    sides = {"origin": move.origin, "target": move.target, "year": move.year, "points": move.points}
    posting = Posting.objects.create(card=card, **sides, **written)
    lot, _ = Lot.objects.get_or_create(card=card, year=move.year, defaults={"balance": 0})
    change = move.points if move.target == "card" else -move.points
    Lot.objects.filter(pk=lot.pk).update(balance=F("balance") + change)
    return posting
