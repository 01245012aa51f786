"""Which weekday and part of the day suits somebody.

Forms ask for weekdays or weekends by the part of the day (times: "wd_am", "we_eve"); a form may also ask which days
(days: "mon" to "sun"), or for both in one (times: "mon_am"). A wish that names its days counts for those, one that
names none for each day of its kind: five or two.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, Final

TIMES: Final = "times"
DAYS: Final = "days"
WHEN: Final = "when"  # "3_pm": a wish for that very day
DATED: Final = "dated"  # "wd_pm": of the wishes for it, one that named its days
PARTS: Final = ("am", "pm", "eve")
KINDS: Final[Mapping[str, range]] = {"wd": range(1, 6), "we": range(6, 8)}
_NAMES: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def lines(answers: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """(WHEN or DATED, value) for one filled form that named days; nothing for one that did not."""
    named = {_NAMES.index(one) + 1 for one in _listed(answers.get(DAYS)) if one in _NAMES}
    for time in _listed(answers.get(TIMES)):
        kind, _, part = time.partition("_")
        if part not in PARTS:
            continue
        if kind in _NAMES:
            yield WHEN, f"{_NAMES.index(kind) + 1}_{part}"
        elif kind in KINDS and (fitting := sorted(named & set(KINDS[kind]))):
            yield DATED, time
            yield from ((WHEN, f"{day}_{part}") for day in fitting)


def spread(times: Mapping[str, int], dated: Mapping[str, int], when: Mapping[str, int], least: int) -> dict[Any, int]:
    """(weekday, part) → wishes. Days are told apart only where each that was named was so by least many, or none.

    Otherwise the difference between two days would say what a few people answered.
    """
    found: dict[tuple[int, str], int] = defaultdict(int)
    for kind, days in KINDS.items():
        for part in PARTS:
            time = f"{kind}_{part}"
            named = {day: when.get(f"{day}_{part}", 0) for day in days}
            apart = all(n == 0 or n >= least for n in named.values()) and any(named.values())
            for day in days:
                rest = times.get(time, 0) - (dated.get(time, 0) if apart else 0)
                found[day, part] = rest + (named[day] if apart else 0)
    return {slot: n for slot, n in found.items() if n}


def _listed(value: Any) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
