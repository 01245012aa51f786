"""Figures from what was ticked: indicators, recommendation, times wished for, where visits ended."""

import heapq
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Any, Final

from django.db.models import Sum, TextField
from django.db.models.functions import Cast

from sync.central.cases.library import form as form_of
from sync.central.insight import days, suppress
from sync.central.insight.hearing import LEFT, NOTED, PUBLIC, ROLES, monday_of
from sync.central.insight.models import Heard, Tally
from sync.central.intake.models import Venue

GRADES: Final = frozenset("12345")
OVERALL: Final = frozenset({"grade", "overall"})
RECOMMEND: Final = "recommend"
OTHERS: Final = (*ROLES, "expert")
LOOKED_AT: Final = 20_000  # cases that opening a figure looks through, the newest first
SHOWN: Final = 100


@dataclass(frozen=True, slots=True)
class Span:
    """Whole weeks of a venue, or of all; both days included."""

    venue: str | None
    first: date
    last: date

    @property
    def before(self) -> "Span":
        """As many weeks before it."""
        length = monday_of(self.last) - monday_of(self.first) + timedelta(7)
        return Span(self.venue, monday_of(self.first) - length, monday_of(self.first) - timedelta(1))


@dataclass(frozen=True, slots=True)
class Indicator:
    """How one thing is judged. counts: by grade 5 to 1, None where hidden; mean and percent from 30 on."""

    form: str
    question: str
    counts: Sequence[int | None]
    n: int | None
    mean: float | None
    percent: float | None


@dataclass(frozen=True, slots=True)
class Recommended:
    """0 to 6 detract, 9 and 10 promote. score: their difference in points; from 30 answers on."""

    n: int | None
    detract: int | None
    passive: int | None
    promote: int | None
    score: float | None


@dataclass(frozen=True, slots=True)
class Dropped:
    """A form: how many began it, and after which question (in its order) how many were left. None: hidden."""

    form: str
    began: int
    finished: int
    left: Sequence[tuple[str, int | None]]
    percent: float | None  # finished of those who began


def sums(span: Span, **where: Any) -> dict[tuple[str, str, str, str], int]:
    """(series, form, question, value) → how many, over a span."""
    found = Tally.objects.filter(monday__gte=monday_of(span.first), monday__lte=span.last, **where)
    found = found if span.venue is None else found.filter(venue_id=span.venue)
    rows = found.values_list("series", "form", "question", "value").annotate(n=Sum("count")).order_by()
    return {(series, form, question, value): n for series, form, question, value, n in rows if n}


def indicators(span: Span, series: Sequence[str] = (PUBLIC,), *, whole: bool = False) -> list[Indicator]:
    """Every graded question of every form, of these series alone. whole: small numbers too, but no percentage."""
    counts: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for (_, form, question, value), n in sums(span, series__in=series, value__in=GRADES).items():
        if question not in OVERALL and question in graded(form):
            counts[form, question][value] = counts[form, question].get(value, 0) + n
    listed = [_indicator(form, question, grades, whole=whole) for (form, question), grades in counts.items()]
    return sorted(listed, key=lambda one: (one.form, -(one.percent or 0), one.question))


def _indicator(form: str, question: str, grades: Mapping[str, int], *, whole: bool) -> Indicator:
    given = [grades.get(str(grade), 0) for grade in (5, 4, 3, 2, 1)]
    every = sum(given)
    mean = round(sum(grade * n for grade, n in zip((5, 4, 3, 2, 1), given, strict=True)) / every, 2)
    return Indicator(
        form,
        question,
        given if whole else suppress.numbers(given),
        every if whole or every >= suppress.CELL else None,
        mean if whole or every >= suppress.FEW else None,
        suppress.percent(sum(given[:3]), every),
    )


def graded(name: str) -> frozenset[str]:
    """The questions of a form that are answered on the five grades."""
    form = form_of(name)
    questions = form.questions if form else ()
    return frozenset(question.name for question in questions if "likert" in question.appearance)


def recommended(span: Span) -> Recommended:
    """Net promoters, of every form that asks it, visitors alone."""
    by: dict[int, int] = defaultdict(int)
    for (_, _, _, value), n in sums(span, series=PUBLIC, question=RECOMMEND).items():
        if value.isdigit():
            by[int(value)] += n
    parts = [sum(n for value, n in by.items() if low <= value <= high) for low, high in ((0, 6), (7, 8), (9, 10))]
    every = sum(parts)
    detract, passive, promote = suppress.numbers(parts)
    score = round(100 * (parts[2] - parts[0]) / every, 1) if every >= suppress.FEW else None
    return Recommended(every if every >= suppress.CELL else None, detract, passive, promote, score)


def wished(span: Span, least: int = suppress.CELL) -> dict[tuple[int, str], int]:
    """(weekday, part of the day) → how often it was named as a good time, whoever wrote it down."""
    found: dict[str, dict[str, int]] = {name: defaultdict(int) for name in (days.TIMES, days.DATED, days.WHEN)}
    for (_, _, question, value), n in sums(span, series__in=(PUBLIC, NOTED), question__in=list(found)).items():
        found[question][value] += n
    return days.spread(found[days.TIMES], found[days.DATED], found[days.WHEN], least)


def dropped(span: Span) -> list[Dropped]:
    """Form by form, the most visited first."""
    left: dict[str, dict[str, int]] = defaultdict(dict)
    for (_, form, question, _), n in sums(span, series=LEFT).items():
        left[form][question] = n
    done: dict[str, int] = defaultdict(int)
    for (_, form, _, _), n in sums(span, series=PUBLIC, question="").items():
        done[form] += n
    listed = [_dropped(form, done.get(form, 0), left.get(form, {})) for form in left.keys() | done.keys() if form]
    return sorted(listed, key=lambda one: (-one.began, one.form))


def _dropped(name: str, finished: int, left: Mapping[str, int]) -> Dropped:
    form = form_of(name)
    order = [question.name for question in form.questions] if form else []
    at = sorted(left, key=lambda question: (order.index(question) if question in order else len(order), question))
    began = finished + sum(left.values())
    hidden = suppress.numbers([left[question] for question in at])
    return Dropped(name, began, finished, list(zip(at, hidden, strict=True)), suppress.percent(finished, began))


def answers(
    span: Span, form: str, question: str, series: Sequence[str] = (PUBLIC, NOTED)
) -> list[tuple[str, int | None]]:
    """Every answer of one question, the most frequent first."""
    by: dict[str, int] = defaultdict(int)
    for (_, _, _, value), n in sums(span, series__in=series, form=form, question=question).items():
        by[value] += n
    names = sorted(by, key=lambda value: (-by[value], value))
    return list(zip(names, suppress.numbers([by[name] for name in names]), strict=True))


def behind(span: Span, line: str) -> list[Any]:
    """The newest cases that said so: their ids. line: "series|form|question|value", ends open: a prefix counts.

    Venue by venue: within one the newest are walked in the order of an index. What does not hold the line's letters is
    left where it is, and never read as JSON.
    """
    venues = Venue.objects.order_by("id").values_list("id", flat=True) if span.venue is None else [span.venue]
    newest = heapq.merge(*(_newest(span, venue, line) for venue in venues), key=lambda one: -one[0].toordinal())
    return [case for _day, case in islice(newest, SHOWN)]


def _newest(span: Span, venue: str, line: str) -> list[tuple[date, Any]]:
    found = Heard.objects.filter(venue_id=venue, day__gte=monday_of(span.first), day__lte=span.last).order_by("-day")
    furthest = found.values_list("day", flat=True)[LOOKED_AT : LOOKED_AT + 1]
    found = found.filter(day__gte=furthest[0]) if furthest else found
    found = found.annotate(said=Cast("told", TextField())).filter(said__contains=f'"{line}')
    rows = found.values_list("day", "case_id", "told")[: 2 * SHOWN]
    return [(day, case) for day, case, told in rows if any(one.startswith(line) for one in told)][:SHOWN]
