"""Whose it is, at any moment: whoever it was given to, else who is on duty at its post; a deputy for who is away.

Posts: "inbox" for what nobody has sorted, and every department. A row for a day counts over one for a weekday, that
over a standing one. The pure half knows no database.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.contrib.auth.models import User
from django.db.models import Q

from sync.central.cases.models import Absence, Case, Department, Duty
from sync.central.cases.roles import Hand

INBOX: Final = "inbox"
UNSORTED: Final = ("received", "classified", "returned")


@dataclass(frozen=True, slots=True)
class Shift:
    """One row of the rota."""

    post: str
    user: int
    deputy: int | None = None
    weekday: int | None = None
    day: date | None = None

    @property
    def exactness(self) -> int:
        return 2 if self.day else 1 if self.weekday is not None else 0

    def covers(self, day: date) -> bool:
        return self.day == day if self.day else self.weekday in {None, day.weekday()}


@dataclass(frozen=True, slots=True)
class Away:
    """Somebody who is not there, both days included."""

    user: int
    first: date
    last: date
    deputy: int | None = None


@dataclass(frozen=True, slots=True)
class Rota:
    """Who is where, on one day."""

    day: date
    shifts: Sequence[Shift] = ()
    aways: Sequence[Away] = ()

    def present(self, user: int | None, deputy: int | None = None, seen: Collection[int] = ()) -> int | None:
        """Somebody, or who stands in; a chain of deputies ends where it closes. None: nobody is there."""
        if user is None or user in seen:
            return None
        away = next((one for one in self.aways if one.user == user and one.first <= self.day <= one.last), None)
        if away is None:
            return user
        return self.present(deputy or away.deputy, None, (*seen, user)) or self.present(
            away.deputy, None, (*seen, user)
        )

    def on_duty(self, post: str) -> int | None:
        """Who is at a post that day."""
        for shift in sorted(self.shifts, key=lambda one: -one.exactness):
            if shift.post == post and shift.covers(self.day) and (there := self.present(shift.user, shift.deputy)):
                return there
        return None

    def owner(self, given: int | None, state: str, department: str) -> int | None:
        """Whose a case is."""
        if given is not None and (there := self.present(given)):
            return there
        return self.on_duty(post_of(state, department)) or self.on_duty(INBOX)


def post_of(state: str, department: str) -> str:
    """Where a case lies."""
    return INBOX if state in UNSORTED or not department else department


def rota(venue: str, day: date) -> Rota:
    """A venue's rota for one day. Two queries."""
    rows = Duty.objects.filter(venue_id=venue).filter(Q(day=day) | Q(day=None))
    shifts = [Shift(*row) for row in rows.values_list("post", "user_id", "deputy_id", "weekday", "day")]
    away = Absence.objects.filter(first__lte=day, last__gte=day)
    return Rota(day, shifts, [Away(*row) for row in away.values_list("user_id", "first", "last", "deputy_id")])


def mine(by: Hand, day: date) -> Q:
    """Cases that are this hand's today: given to it, to somebody it stands in for, or at a post where it is on duty."""
    found = Q(owner_id=by.user)
    aways = Absence.objects.filter(first__lte=day, last__gte=day, deputy_id=by.user).values_list("user_id", flat=True)
    if aways:
        found |= Q(owner_id__in=list(aways))
    posts = Duty.objects.filter(**({"venue_id": by.venue} if by.venue else {})).values_list("venue_id", "post")
    every = sorted(set(posts))
    rotas = {venue: rota(venue, day) for venue in {venue for venue, _ in every}}
    for venue, post in every:
        if rotas[venue].on_duty(post) == by.user:
            place = Q(state__in=UNSORTED) if post == INBOX else Q(department=post) & ~Q(state__in=UNSORTED)
            found |= Q(venue_id=venue, owner=None) & place
    return found


def names(cases: Iterable[Case]) -> Mapping[int, str]:
    """The names of the owners of these cases."""
    ids = {case.owner_id for case in cases if case.owner_id}  # type: ignore[attr-defined]
    return {user.pk: user.get_full_name() or user.get_username() for user in User.objects.filter(pk__in=ids)}


def owner_of(case: Case, day: date) -> Any:
    """The colleague whose case it is today, or None when nobody is there."""
    given = case.owner_id  # type: ignore[attr-defined]
    there = rota(case.venue_id, day).owner(given, case.state, case.department)
    return User.objects.filter(pk=there).first() if there else None


def unmanned(venue: str, day: date) -> list[str]:
    """Posts of a venue where nobody is on duty that day: the start-up self-check of R33."""
    found = rota(venue, day)
    posts = [INBOX, *Department.objects.filter(venue_id=venue, active=True).values_list("code", flat=True)]
    return [post for post in posts if found.on_duty(post) is None]
