"""Opening hours as a poster says them: days with the same hours together. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def said(opening: Mapping[str, Any], words: Mapping[str, Any]) -> list[str]:
    """Lines such as 周二至周日 09:00–20:30. opening: by day, "09:00-17:00", a pair, or "closed"; unnamed is open."""
    if not opening:
        return []
    each = [_hours(opening[day], words) if day in opening else "00:00–24:00" for day in DAYS]
    groups = {hours: [place for place, one in enumerate(each) if one == hours] for hours in dict.fromkeys(each)}
    return [f"{_days(places, words)} {hours}" for hours, places in groups.items()]


def _days(places: Sequence[int], words: Mapping[str, Any]) -> str:
    if len(places) == len(DAYS):
        return words["every_day"]
    runs: list[list[int]] = []
    for place in places:
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    names = words["days"]
    parts = [
        f"{names[run[0]]}{words['to']}{names[run[-1]]}" if len(run) > 2 else words["and"].join(names[p] for p in run)
        for run in runs
    ]
    return words["and"].join(parts)


def _hours(value: Any, words: Mapping[str, Any]) -> str:
    if value in ("closed", None):
        return words["closed"]
    first, last = value.split("-") if isinstance(value, str) else value
    return f"{str(first).strip()[:5]}–{str(last).strip()[:5]}"
