"""Who gets how much of a plan, beside how much of the wish is theirs (R48). Counts, and no more."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sync.central.insight.allocation import Means, Need, Plan


@dataclass(frozen=True, slots=True)
class Side:
    """One group. wish and seats: shares in per cent; much: it gets over the cap and asks for under half of it."""

    group: str
    wish: float
    seats: float
    much: bool
    none: bool  # asks for a tenth or more, and gets nothing


def of(plan: Plan, needs: Sequence[Need], means: Means) -> list[Side]:
    """Every group that a need names, who asks for most first; "" is everybody's."""
    of_need = {need.name: need.group for need in needs}
    wished: Counter[str] = Counter()
    for need in needs:
        wished[need.group] += need.unserved
    seats: Counter[str] = Counter()
    for run in plan.runs:
        seats[of_need.get(run.need, "")] += run.people
    every, given = wished.total() or 1, seats.total() or 1
    found = []
    for group, n in sorted(wished.items(), key=lambda pair: (-pair[1], pair[0])):
        wish, share = n / every, seats[group] / given
        much = bool(group) and share > means.cap and wish < means.cap / 2
        none = seats[group] == 0 and wish >= 0.1
        found.append(Side(group, round(100 * wish, 1), round(100 * share, 1), much, none))
    return found
