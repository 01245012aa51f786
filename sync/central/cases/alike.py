"""Which other cases seem to say the same: by the pairs of characters they share. A suggestion; a person merges."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from sync.central.cases.models import Case
from sync.central.cases.search import pairs
from sync.central.cases.states import OPEN

DAYS: Final = 60  # so far back a duplicate is looked for
NEAR: Final = 0.35  # of the shorter one's pairs
MOST: Final = 5
_LOOKED_AT: Final = 400


@dataclass(frozen=True, slots=True)
class Alike:
    """Another case, and how much of what is said is the same."""

    case: Case
    share: float

    @property
    def percent(self) -> int:
        return round(self.share * 100)


def likeness(one: Collection[str], other: Collection[str]) -> float:
    """The share of common pairs: Jaccard's, lifted where a short text lies within a long one. 0 to 1."""
    common = len(set(one) & set(other))
    if common < 3:
        return 0.0
    return max(common / len(set(one) | set(other)), 0.8 * common / min(len(set(one)), len(set(other))))


def suggest(case: Case) -> Sequence[Alike]:
    """Open cases of the same house from about the same time that say much the same, the nearest first."""
    own = pairs(case.words)
    if len(own) < 3:
        return []
    others = Case.objects.filter(
        venue_id=case.venue_id,
        practice=case.practice,
        withdrawn=False,
        state__in=sorted(OPEN - {"merged"}),
        received_day__range=(case.received_day - timedelta(days=DAYS), case.received_day + timedelta(days=DAYS)),
    ).exclude(id=case.id)
    if case.category:
        others = others.filter(category__startswith=case.category[0])
    near = [Alike(other, likeness(own, pairs(other.words))) for other in others.order_by("-received_day")[:_LOOKED_AT]]
    return sorted((one for one in near if one.share >= NEAR), key=lambda one: -one.share)[:MOST]
