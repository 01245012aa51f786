"""What a measure did, once it has run: seats used, cost a head, satisfaction before and after with intervals."""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from sync.central.cases import tallies
from sync.central.cases.models import Case
from sync.central.insight.models import Improvement, Member
from sync.central.insight.suppress import FEW

DAYS: Final = 90  # looked at before it began, and after it was done
_Z: Final = 1.959964  # 95 %


@dataclass(frozen=True, slots=True)
class Share:
    """Basically satisfied or better. percent, low, high: Wilson's interval; None from fewer than 30."""

    n: int
    percent: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Use:
    """filled: attendance of seats, in per cent; a_head: yuan a person, None when nobody came.

    apart: the two intervals do not touch, so that the difference is more than chance.
    """

    filled: float
    a_head: float | None
    before: Share
    after: Share
    about: str  # first letter of the category that was asked about; "" is everything

    @property
    def apart(self) -> bool:
        ends = (self.before.low, self.before.high, self.after.low, self.after.high)
        if any(one is None for one in ends):
            return False
        return self.before.high < self.after.low or self.after.high < self.before.low  # type: ignore[operator]


def use(done: Improvement, today: date) -> Use | None:
    """Of an improvement that is done; None of any other."""
    if done.state != Improvement.State.DONE or not done.seats or done.finished is None:
        return None
    attended, spent = done.attended or 0, done.spent or 0
    about = _about(done)
    before = _grades(done, about, done.opened - timedelta(DAYS), done.opened - timedelta(1))
    after = _grades(done, about, done.finished, min(today, done.finished + timedelta(DAYS)))
    head = round(spent / attended, 2) if attended else None
    return Use(round(100 * attended / done.seats, 1), head, share(before), share(after), about)


def share(grades: Mapping[int, int]) -> Share:
    """Wilson's interval of a share (Wilson 1927): right for small n and near 0 and 1. grades: how often each."""
    n, good = sum(grades.values()), sum(times for grade, times in grades.items() if grade >= 3)
    if n < FEW:
        return Share(n, None, None, None)
    p, z2 = good / n, _Z**2
    middle, width = p + z2 / (2 * n), _Z * math.sqrt(p * (1 - p) / n + z2 / (4 * n * n))
    low, high = ((middle + sign * width) / (1 + z2 / n) for sign in (-1, 1))
    return Share(n, round(100 * p, 1), round(100 * low, 1), round(100 * high, 1))


def _about(done: Improvement) -> str:
    """What the topic's cases are about, mostly."""
    members = Member.objects.filter(topic_id=done.topic_id).values("case_id")  # type: ignore[attr-defined]
    codes = Counter(code[0] for code in Case.objects.filter(id__in=members).values_list("category", flat=True) if code)
    return min(codes, key=lambda code: (-codes[code], code), default="")


def _grades(done: Improvement, about: str, first: date, last: date) -> dict[int, int]:
    """How often each grade was given, from the roll-ups: a venue hears very many in ninety days."""
    found: Counter[int] = Counter()
    rated = tallies.cross([done.topic.venue_id], first, last, ("category", "grade"), "rated")
    for (category, grade), n in rated.items():
        if grade and about in {"", category}:
            found[int(grade)] += n
    return found
