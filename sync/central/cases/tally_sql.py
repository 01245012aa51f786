"""The roll-ups in the database's own words: adding to them, and a recount, the second opinion on tallies.measures."""

# ruff: noqa: S608 — no value of anybody's is in it

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from sync.central.cases.tally_cubes import CUBES, GRAINS, SUMS

_C: Final = "(counted AND NOT practice AND NOT withdrawn)"
_A: Final = f"({_C} AND asks)"
_R: Final = "(rated AND NOT practice)"
_W: Final = f"({_A} AND state NOT IN ('merged', 'invalid'))"
_IN: Final = "state IN ('closed', 'called_back', 'archived')"
_J: Final = "first_due IS NOT NULL AND answered_day IS NOT NULL"
_B: Final = f"({_R} AND grade <= 2)"
_SQL: Final[Mapping[str, str]] = {
    "counted": _C,
    "asked": _A,
    "rated": _R,
    "wants": _W,
    "answered": f"{_W} AND answered_day IS NOT NULL",
    "solved": f"{_W} AND {_IN} AND settled_day IS NOT NULL",
    **{state: f"{_A} AND state = '{state}'" for state in ("parked", "declined", "merged")},
    **{state: f"{_C} AND state = '{state}'" for state in ("withheld", "invalid")},
    "open": f"{_W} AND settled_day IS NULL",
    "bad": _B,
    "satisfied": f"{_R} AND grade >= 3",
    "well": f"{_R} AND grade >= 4",
    "judged": f"{_W} AND {_J}",
    "on_time": f"{_W} AND {_J} AND answered_day <= first_due",
    "due": f"{_W} AND result_due IS NOT NULL AND settled_day IS NOT NULL",
    "call": f"{_B} AND contact AND asks AND {_IN}",
    "called": f"{_B} AND contact AND asks AND {_IN} AND state <> 'closed'",
    "asked_answered": f"{_A} AND answered_day IS NOT NULL",
    "asked_judged": f"{_A} AND {_J}",
    "asked_on_time": f"{_A} AND {_J} AND answered_day <= first_due",
    "asked_withheld": f"{_A} AND state = 'withheld'",
}


def statements(vendor: str, measures: Sequence[str]) -> Iterator[str]:
    """A recount in SQL, for an empty set of roll-ups."""
    sums = ", ".join(f"SUM(CASE WHEN {_SQL[name]} THEN 1 ELSE 0 END)" for name in measures)
    yield (
        f"INSERT INTO cases_tallyday (venue, day, {', '.join(measures)}) "
        f"SELECT venue_id, received_day, {sums} FROM cases_case GROUP BY venue_id, received_day"
    )
    values = {"category": "substr(category, 1, 1)", "grade": "COALESCE(CAST(grade AS TEXT), '')"}
    least = ", ".join(f"SUM(CASE WHEN {_SQL[name]} THEN 1 ELSE 0 END)" for name in SUMS)
    insert = "INSERT INTO cases_tallycube (venue, cube, grain, start, a, b, c, d, counted, asked, rated) "
    for cube, names in CUBES.items():
        cells = [*(values.get(name, name) for name in names), "''", "''", "''"][:4]
        yield (
            f"{insert} SELECT venue_id, '{cube}', 1, received_day, {', '.join(cells)}, {least} FROM cases_case "
            f"WHERE counted OR rated GROUP BY venue_id, received_day, {', '.join(cells[: len(names)])}"
        )
    for grain in GRAINS[1:]:
        start = (
            f"date(start, '-' || (CAST(julianday(start) - 1721425.5 AS INTEGER) % {grain}) || ' days')"
            if vendor == "sqlite"
            else f"start - (start - DATE '0001-01-01') % {grain}"
        )
        yield (
            f"{insert} SELECT venue, cube, {grain}, {start}, a, b, c, d, SUM(counted), SUM(asked), SUM(rated) "
            f"FROM cases_tallycube WHERE grain = 1 GROUP BY venue, cube, {start}, a, b, c, d"
        )
    yield "DELETE FROM cases_tallycube WHERE counted = 0 AND asked = 0 AND rated = 0"


def add_to_days(measures: Sequence[str]) -> str:
    """For (venue, day, each measure): into the day's sums."""
    marks = ", ".join(["%s"] * (2 + len(measures)))
    plus = ", ".join(f"{name} = cases_tallyday.{name} + excluded.{name}" for name in measures)
    return (
        f"INSERT INTO cases_tallyday (venue, day, {', '.join(measures)}) VALUES ({marks}) "
        f"ON CONFLICT (venue, day) DO UPDATE SET {plus}"
    )


def add_to_cubes() -> str:
    """For (venue, cube, grain, start, four values, each of SUMS): into the cubes."""
    marks = ", ".join(["%s"] * (8 + len(SUMS)))
    plus = ", ".join(f"{name} = cases_tallycube.{name} + excluded.{name}" for name in SUMS)
    return (
        f"INSERT INTO cases_tallycube (venue, cube, grain, start, a, b, c, d, {', '.join(SUMS)}) VALUES ({marks}) "
        f"ON CONFLICT (venue, cube, grain, start, a, b, c, d) DO UPDATE SET {plus}"
    )
