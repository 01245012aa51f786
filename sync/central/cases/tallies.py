"""Roll-ups, kept in the same transaction as the cases they count, and equal to a recount at any moment.

A projection adds what it changed as rows of its own (``moved``): no row is ever waited for. The worker folds them into
sums by day, week and quarter (``fold``); whoever reads adds what is not folded yet. ``recount`` makes all of it anew.

Sums by day hold everything that does not depend on the day of asking; what does (late, due by then) rests on the few
cases that are still open, and is counted among those.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

from django.db import connection, transaction
from django.db.models import QuerySet, Sum

from sync.central.cases.models import Case
from sync.central.cases.tally_cubes import CUBES, GRAINS, SUMS
from sync.central.cases.tally_models import Measures, TallyCube, TallyDay, TallyMove
from sync.central.cases.tally_sql import add_to_cubes, add_to_days, statements

DIMENSIONS: Final = ("category", "department", "channel", "grade", "level", "language", "form", "state")
CLOSED: Final = frozenset({"closed", "called_back", "archived"})
SLICE: Final = 200  # of a fold: others wait to write meanwhile
_COLUMNS: Final = ("a", "b", "c", "d")
MEASURES: Final = tuple(field.name for field in Measures._meta.get_fields())
_READ: Final = (
    *("venue_id", "received_day", "category", "department", "channel", "grade", "level", "language", "form", "state"),
    *("counted", "practice", "withdrawn", "asks", "rated", "contact", "answered_day", "settled_day", "first_due"),
    *("result_due",),
)
Key = tuple[Any, ...]  # venue, day, then DIMENSIONS
Moves = Mapping[Key, Sequence[int]]


def measures(case: Any) -> tuple[int, ...]:
    """What one case adds to each of MEASURES."""
    counted = case.counted and not case.practice and not case.withdrawn
    asked, rated, state = counted and case.asks, case.rated and not case.practice, case.state
    wants = asked and state not in {"merged", "invalid"}
    answered, settled = case.answered_day is not None, case.settled_day is not None
    closed = state in CLOSED and settled
    grade = case.grade if rated else None
    judged = asked and case.first_due is not None and answered
    on_time = judged and case.answered_day <= case.first_due
    due = wants and case.result_due is not None and settled
    bad = grade is not None and grade <= 2
    call = bad and case.contact and case.asks and state in CLOSED
    found = (
        *(counted, asked, rated, wants, wants and answered, wants and closed),
        *(asked and state == "parked", asked and state == "declined", asked and state == "merged"),
        *(counted and state == "withheld", counted and state == "invalid", wants and not settled, bad),
        *(grade is not None and grade >= 3, grade is not None and grade >= 4),
        *(wants and judged, wants and on_time, due, call, call and state != "closed"),
        *(asked and answered, judged, on_time, asked and state == "withheld"),
    )
    return tuple(map(int, found))


def key(case: Any) -> Key:
    """Where a case is counted."""
    grade = "" if case.grade is None else str(case.grade)
    return (
        *(case.venue_id, case.received_day, case.category[:1], case.department, case.channel, grade),
        *(case.level, case.language, case.form, case.state),
    )


def before(ids: Sequence[Any]) -> list[Case]:
    """These cases as they stand, as far as they are counted."""
    return list(Case.objects.filter(id__in=ids).only(*_READ))


def moved(old: Iterable[Case], new: Iterable[Case]) -> None:
    """Some cases were so and are so now. Call it in the transaction that changes them."""
    moves: dict[Key, list[int]] = defaultdict(lambda: [0] * len(MEASURES))
    for sign, cases in ((-1, old), (1, new)):
        for case in cases:
            row = moves[key(case)]
            for place, value in enumerate(measures(case)):
                row[place] += sign * value
    rows = [_move(one, counts) for one, counts in sorted(moves.items()) if any(counts)]
    TallyMove.objects.bulk_create(rows)


def _move(one: Key, counts: Sequence[int]) -> TallyMove:
    names = ("venue", "day", *DIMENSIONS, *MEASURES)
    return TallyMove(**dict(zip(names, (*one, *counts), strict=True)))


# --- Folding -----------------------------------------------------------------------------------------------


def fold(pause: Callable[[], None]) -> int:
    """Brings what moved into the sums, slice by slice. How many moves."""
    done = 0
    while took := _fold():
        done += took
        pause()
    return done


@transaction.atomic
def _fold() -> int:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # one at a time, or two would wait for each other's rows
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext('cases_tally'))")
        rows = list(TallyMove.objects.order_by("id").values_list("id", "venue", "day", *DIMENSIONS, *MEASURES)[:SLICE])
        if not rows:
            return 0
        days, cubes = _summed(rows)
        cursor.executemany(add_to_days(MEASURES), [(*one, *counts) for one, counts in sorted(days.items())])
        cursor.executemany(add_to_cubes(), [(*one, *counts) for one, counts in sorted(cubes.items())])
        cursor.execute("DELETE FROM cases_tallycube WHERE counted = 0 AND asked = 0 AND rated = 0")
    TallyMove.objects.filter(id__in=[row[0] for row in rows]).delete()
    return len(rows)


def _summed(rows: Iterable[Sequence[Any]]) -> tuple[dict[Key, list[int]], dict[Key, list[int]]]:
    """Moves by venue and day, and by every cube at every grain."""
    days: dict[Key, list[int]] = defaultdict(lambda: [0] * len(MEASURES))
    cubes: dict[Key, list[int]] = defaultdict(lambda: [0] * len(SUMS))
    places = [(cube, [DIMENSIONS.index(name) for name in names]) for cube, names in CUBES.items()]
    for _, venue, day, *rest in rows:
        values, counts = rest[: len(DIMENSIONS)], rest[len(DIMENSIONS) :]
        _add(days[venue, day], counts)
        starts = [(grain, begin(day, grain)) for grain in GRAINS]
        for cube, at in places:
            cells = [*(values[place] for place in at), "", "", ""][:4]
            for grain, start in starts:
                _add(cubes[(venue, cube, grain, start, *cells)], counts[: len(SUMS)])
    return days, {one: counts for one, counts in cubes.items() if any(counts)}


def _add(sums: list[int], more: Sequence[int]) -> None:
    for place, value in enumerate(more):
        sums[place] += value


def begin(day: date, grain: int) -> date:
    """The first day of the week or quarter that a day lies in. Day one was a Monday."""
    return day - timedelta(days=(day.toordinal() - 1) % grain)


# --- Reading -----------------------------------------------------------------------------------------------


def summed(venues: Sequence[str], first: date, last: date) -> dict[str, int]:
    """Each of MEASURES over what reached these venues from first to last day."""
    wanted = {name: Sum(name) for name in MEASURES}
    total = dict.fromkeys(MEASURES, 0)
    for model in (TallyDay, TallyMove):
        found = model.objects.filter(venue__in=venues, day__gte=first, day__lte=last).aggregate(**wanted)  # type: ignore[attr-defined]
        for name in MEASURES:
            total[name] += found[name] or 0
    return total


def still_open(venues: Sequence[str], first: date, last: date) -> QuerySet[Case]:
    """The cases of those days whose clock runs, as far as they count: the only ones that a day can make late."""
    running = Case.objects.filter(venue_id__in=venues, next_due__isnull=False)
    return running.filter(received_day__gte=first, received_day__lte=last, counted=True, practice=False, asks=True)


def cross(venues: Sequence[str], first: date, last: date, names: Sequence[str], measure: str) -> dict[Key, int]:
    """How many of a measure by these dimensions. Raises KeyError for what no cube holds together."""
    cube = next((one for one, held in CUBES.items() if set(names) <= set(held)), None)
    if cube is None:
        raise KeyError(names)
    columns = [_COLUMNS[CUBES[cube].index(name)] for name in names]
    sums: dict[Key, int] = defaultdict(int)
    for grain, begun, ended in spans(first, last):
        rows = TallyCube.objects.filter(venue__in=venues, cube=cube, grain=grain, start__gte=begun, start__lte=ended)
        for *cell, n in rows.values_list(*columns).annotate(n=Sum(measure)).order_by():
            sums[tuple(cell)] += n
    return _with_moves(sums, venues, first, last, names, measure)


def weekly(venues: Sequence[str], first: date, last: date, measure: str) -> dict[Key, int]:
    """How many of a measure by (Monday, grade)."""
    sums: dict[Key, int] = defaultdict(int)
    for grain, begun, ended in spans(first, last, most=7):
        rows = TallyCube.objects.filter(venue__in=venues, cube="t", grain=grain, start__gte=begun, start__lte=ended)
        for day, grade, n in rows.values_list("start", "a").annotate(n=Sum(measure)).order_by():
            sums[begin(day, 7), grade] += n
    moves = TallyMove.objects.filter(venue__in=venues, day__gte=first, day__lte=last)
    for day, grade, n in moves.values_list("day", "grade").annotate(n=Sum(measure)).order_by():
        sums[begin(day, 7), grade] += n
    return {cell: n for cell, n in sums.items() if n}


def _with_moves(  # noqa: PLR0917
    sums: dict[Key, int], venues: Sequence[str], first: date, last: date, names: Sequence[str], measure: str
) -> dict[Key, int]:
    moves = TallyMove.objects.filter(venue__in=venues, day__gte=first, day__lte=last)
    for *cell, n in moves.values_list(*names).annotate(n=Sum(measure)).order_by():
        sums[tuple(cell)] += n
    return {cell: n for cell, n in sums.items() if n}


def spans(first: date, last: date, most: int = GRAINS[-1]) -> Iterator[tuple[int, date, date]]:
    """A period as stretches of whole quarters, weeks and days: (grain, first start, last start)."""
    grain = max(one for one in GRAINS if one <= most)
    if first > last:
        return
    if grain == 1:
        yield 1, first, last
        return
    smaller = max(one for one in GRAINS if one < grain)
    begun = begin(first + timedelta(days=grain - 1), grain)
    ended = begin(last + timedelta(days=1), grain)  # the day after the last whole one
    if begun >= ended:
        yield from spans(first, last, smaller)
        return
    yield from spans(first, begun - timedelta(days=1), smaller)
    yield grain, begun, ended - timedelta(days=grain)
    yield from spans(ended, last, smaller)


# --- All of it anew ----------------------------------------------------------------------------------------


def clear() -> None:
    """Nothing is counted. For who begins anew, with no case there."""
    for model in (TallyMove, TallyDay, TallyCube):
        model.objects.all().delete()


def ensure() -> None:
    """Counts where cases are and nothing was counted yet: a centre from before there were roll-ups."""
    if TallyDay._meta.db_table not in connection.introspection.table_names():  # on the way to an older version
        return
    if not TallyDay.objects.exists() and not TallyMove.objects.exists() and Case.objects.exists():
        recount()


@transaction.atomic
def recount() -> None:
    """Counts every case, by the database alone. Nobody may change one meanwhile."""
    clear()
    with connection.cursor() as cursor:
        for statement in statements(connection.vendor, MEASURES):
            cursor.execute(statement)


def facts() -> tuple[dict[Key, Any], dict[Key, Any]]:
    """Everything that the roll-ups say, folded or not: days, and the smallest grain of every cube. For comparing."""
    names = ("id", "venue", "day", *DIMENSIONS, *MEASURES)
    days, cubes = _summed(TallyMove.objects.values_list(*names))
    for venue, day, *counts in TallyDay.objects.values_list("venue", "day", *MEASURES):
        _add(days[venue, day], counts)
    whole: dict[Key, list[int]] = defaultdict(lambda: [0] * len(SUMS), cubes)
    for *one, counted, asked, rated in TallyCube.objects.values_list(
        "venue", "cube", "grain", "start", *_COLUMNS, *SUMS
    ):
        _add(whole[tuple(one)], (counted, asked, rated))
    return {one: sums for one, sums in days.items() if any(sums)}, {
        one: sums for one, sums in whole.items() if any(sums)
    }
