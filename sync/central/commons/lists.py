"""What the commons tell terminals and phones: three live lists. Normative; a released column never changes its meaning.

They travel as updates of the kind ``list``, so that every release takes them in, and forms can choose from them:

- ``votes``: a row an option. ``name`` (unique), ``label``, ``label_en``, ``poll``, ``question``, ``question_en``,
  ``count`` of the option, ``total`` of the vote, ``until`` (its last day), ``open``, ``blind`` (do not show counts to
  who has not voted), ``outcome``, ``outcome_en``.
- ``signups``: a row a course. ``name``, ``label``, ``label_en``, ``detail``, ``detail_en``, ``threshold``, ``count``,
  ``until``, ``state`` (open; met: enough, still open; over), ``outcome``, ``outcome_en``.
- ``wall``: a row a wish. ``name``, ``text``, ``text_en``, ``day``, ``verbatim``.

A vote or a course stays for two weeks after its end, with what came of it. Counts are of visits, each once.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from django.db.models import Q

from sync.central.cases import ballots
from sync.central.commons.models import Course, Poll, Wish
from sync.central.intake.models import Update

STAYS: Final = timedelta(days=14)
WALL_MOST: Final = 60
VOTES: Final = "votes"
SIGNUPS: Final = "signups"
WALL: Final = "wall"
OURS: Final = frozenset({VOTES, SIGNUPS, WALL})  # no file of a centre's is loaded under these names


def votes(venue: str, today: date) -> list[dict[str, Any]]:
    """Every vote that is open or was lately, the newest first; what will open is not there."""
    polls = list(_shown(Poll.objects.filter(venue_id=venue, opened__lte=today), today).order_by("-opened", "id"))
    counts = ballots.counts(venue, ballots.VOTE, [poll.id for poll in polls])
    return [row for poll in polls for row in _options(poll, counts[poll.id], today)]


def _options(poll: Poll, counts: Mapping[str, int], today: date) -> list[dict[str, Any]]:
    names = {option["name"] for option in poll.options}
    about = {
        "poll": poll.id,
        **_said("question", poll.question),
        "total": sum(count for name, count in counts.items() if name in names),
        "until": poll.until.isoformat(),
        "open": is_open(poll, today),
        "blind": poll.blind,
        **_said("outcome", poll.outcome),
    }
    return [
        {"name": option["name"], **_said("label", option["label"]), "count": counts.get(option["name"], 0), **about}
        for option in poll.options
    ]


def signups(venue: str, today: date) -> list[dict[str, Any]]:
    """Every course that can be joined or could lately; those that wait for few more come first."""
    courses = list(_shown(Course.objects.filter(venue_id=venue, opened__lte=today), today).order_by("until", "id"))
    counts = ballots.counts(venue, ballots.JOIN, [course.id for course in courses])
    return [_course(course, counts[course.id][ballots.JOIN], today) for course in courses]


def _course(course: Course, count: int, today: date) -> dict[str, Any]:
    met = count >= course.threshold
    return {
        "name": course.id,
        **_said("label", course.title),
        **_said("detail", course.detail),
        "threshold": course.threshold,
        "count": count,
        "until": course.until.isoformat(),
        "state": ("met" if met else "open") if is_open(course, today) else "over",
        **_said("outcome", course.outcome),
    }


def wall(venue: str) -> list[dict[str, Any]]:
    """The wishes on the wall, the newest first."""
    wishes = Wish.objects.filter(venue_id=venue, hidden=False).order_by("-day", "id")[:WALL_MOST]
    return [
        {"name": wish.id.hex, **_said("text", wish.text), "day": wish.day.isoformat(), "verbatim": wish.verbatim}
        for wish in wishes
    ]


def every(venue: str, today: date) -> dict[str, list[dict[str, Any]]]:
    """The three lists of a venue."""
    return {VOTES: votes(venue, today), SIGNUPS: signups(venue, today), WALL: wall(venue)}


def announced(venue: str) -> dict[str, list[dict[str, Any]]]:
    """Every live list that terminals of a venue were last told, also those that a centre loaded itself."""
    rows = Update.objects.filter(Q(venue=venue) | Q(venue=None), kind="list").order_by("id")
    return {data["name"]: data["rows"] for data in rows.values_list("data", flat=True)}


def is_open(one: Poll | Course, today: date) -> bool:
    """Whether it takes voices today."""
    return one.closed is None and one.opened <= today <= one.until


def _shown(rows: Any, today: date) -> Any:
    since = today - STAYS
    return rows.filter(until__gte=since).exclude(closed__lt=since)


def _said(name: str, texts: Mapping[str, str]) -> dict[str, str]:
    """A text under the names of a live list: Chinese plain, English beside it."""
    chinese = texts.get("zh-Hans", "")
    return {name: chinese, f"{name}_en": texts.get("en") or chinese}
