"""The shapes of the settings that are numbers and days: deadlines, calendar, weights, office, points, screens."""

import math
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any, Final

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kiosk.catalogue import FLAGS
from kiosk.config import OFFERED, WEEKDAYS
from sync.central.cases import library
from sync.central.cases.deadlines import LAXEST
from sync.central.cases.language import pick
from sync.central.cases.office import EVERY, LONGEST
from sync.central.cases.taxonomy import ASSETS, catalogue
from sync.central.desk import words
from sync.central.desk.shapes import Field, Options, Record, Rows, Values
from sync.central.rewards.rules import SHARE_MAX

_DEADLINES: Final = ASSETS / "central" / "deadlines.toml"
NAME: Final = r"[a-z][a-z0-9_]{0,31}"
FLAG_WORDS: Final[Mapping[str, Any]] = {
    "safety": _("Safety"),
    "legal": _("Legal duty"),
    "escalate": _("One level up"),
}


def categories(values: Values) -> Options:  # noqa: ARG001 — as all options are asked for
    """Categories of the first level."""
    return [(one.code, f"{one.code} {pick(one.name)}") for one in catalogue().categories]


def all_categories(values: Values) -> Options:  # noqa: ARG001
    """Categories of both levels."""
    return [
        (one.code, f"{one.code} {pick(one.name)}")
        for top in catalogue().categories
        for one in (top, *top.subcategories)
    ]


def forms(values: Values) -> Options:  # noqa: ARG001
    """Forms by their titles."""
    return [(one.id, one.title("zh")) for one in library.all_forms()]


def flags(values: Values) -> Options:  # noqa: ARG001
    """What tags and categories are marked with."""
    return [(code, FLAG_WORDS[code]) for code in ("safety", "legal", "escalate") if code in FLAGS]


def _grades(values: Values) -> Options:  # noqa: ARG001
    return [(str(grade), words.GRADES[grade]) for grade in range(1, 6)]


def _tags(values: Values) -> Options:  # noqa: ARG001
    return [(code, f"{code} {pick(tag.label)}") for code, tag in catalogue().tags.items()]


def _workdays(label: Any, hint: Any = "", *, least: int = 1, most: int = LAXEST) -> Field:
    return Field("whole", label, hint, least, most)


DEADLINES: Final = Record(
    {
        "first_answer": _workdays(_("First answer within"), _("working days after it was received")),
        "simple": _workdays(_("Result within"), _("working days")),
        "complex": _workdays(_("Result of what needs time within"), _("working days")),
        "complex_categories": Field(
            "some", _("Categories that need time"), _("rooms, money, teachers"), options=categories, need=False
        ),
        "answer_forms": Field("some", _("Forms that want an answer even without words"), options=forms, need=False),
        "dispatch": _workdays(_("Sorted and handed to a department within"), _("working days")),
        "send_back": _workdays(_("A department may send it back within"), _("working days")),
        "returns_max": _workdays(_("Sent back more often than this, the office decides"), _("times"), most=9),
        "call_back": _workdays(_("Call back after a bad rating within"), _("working days after closing")),
        "call_tries": _workdays(_("Tries before a call-back may be given up"), _("on different days"), most=5),
        "pause_max": _workdays(_("The clock may stand still for"), _("working days at most")),
        "extend_max": _workdays(_("No extension goes beyond"), _("working days after it was received"), most=60),
        "reopen": _workdays(_("Visitors can say that it is not solved for"), _("working days after closing")),
        "fact_categories": Field(
            "some", _("Complaints whose facts are checked before closing"), options=all_categories, need=False
        ),
        "follow_ups": Field(
            "wholes", _("Looked at again after"), _("days after closing, with commas between"), 1, 3650
        ),
        "escalate": Field(
            "wholes",
            _("Late by so much, it goes to who leads, the supervisor, the head"),
            _("working days, with commas between"),
            1,
            60,
        ),
        "lanes": Rows(
            Record(
                {
                    "flags": Field("some", _("Marked"), options=flags, need=False),
                    "grades": Field("some_wholes", _("Grades"), options=_grades, need=False),
                    "first_answer": _workdays(_("First answer"), least=0),
                    "result": _workdays(_("Result"), least=0),
                    "hours": Field("whole", _("Call within hours"), "", 0, LAXEST, need=False),
                }
            ),
            _("Faster ways"),
            _("The first that fits counts. 0 is the same day."),
            Field("line", _("Name"), _("small letters, no blanks"), pattern=NAME),
        ),
    }
)
CALENDAR: Final = Record(
    {
        "off": Field("days", _("Closed on"), _("beside weekends and public holidays"), need=False),
        "on": Field("days", _("Worked on"), _("Saturdays and Sundays made up for"), need=False),
    }
)


def _number(label: Any, hint: Any = "", least: float = 0, most: float = 1) -> Field:
    return Field("number", label, hint, least, most)


PRIORITY: Final = Record(
    {
        "weights": Record(
            {level: _number(words.LEVELS[level], most=10) for level in ("V0", "V1", "V2", "V3", "V4")}
            | {
                "paper": _number(_("on paper"), most=10),
                "meeting": _number(_("at a meeting"), _("for each hand"), most=10),
                "half_life_days": _number(_("Days until a voice weighs half"), "", 1, 3650),
            },
            _("One person's word"),
            _("by how well we know that they were here"),
        ),
        "common": Record(
            {
                "least": _number(_("Voices, at least"), "", 0, 10000),
                "share": _number(_("or this part of a month's voices"), _("0.01 is one in a hundred")),
                "days": Field("whole", _("on different days"), "", 1, 365),
                "channels": Field("whole", _("through different channels"), "", 1, 9),
                "persons": Field("whole", _("or from different people who were here"), "", 1, 10000),
            },
            _("A common need"),
            _("What is not common is answered all the same."),
        ),
        "score": Record(
            {term: _number(words.TERMS[term]) for term in words.TERMS}
            | {"full_at": _number(_("Voices that count in full"), "", 1, 100000)},
            _("Part of the score"),
            _("The six parts add up to 1."),
        ),
        "severity": Record(
            {name: _number(words.EFFECTED[name]) for name in ("danger", "failure", "inconvenience", "wish")},
            _("How grave"),
        ),
        "bands": Record(
            {band: _number(band, "", 0, 100) for band in ("P1", "P2", "P3")},
            _("Least score"),
            _("falls from P1 to P3; what is below is P4"),
        ),
        "override": Record(
            {
                "categories": Field("some", _("Categories that are always P1"), options=all_categories, need=False),
                "tags": Field("some", _("Tags that are always P1"), options=_tags, need=False),
                "grave": _number(_("So grave, never below P3")),
            },
            _("Whatever the score"),
        ),
    }
)
OFFICE: Final = Record(
    {
        "certificate_days": Field("whole", _("Days a certificate holds"), "", 30, 1100),
        "lock_untrained": Field("yes", _("Who has no certificate is kept out")),
        "keep": Record(
            {name: Field("whole", words.EFFECTED[name], _("days"), 1, most) for name, most in LONGEST.items()},
            _("Days kept"),
            _("after closing; never longer than the law's bounds"),
        ),
        "tasks": Rows(
            Record(
                {
                    "every": Field("one", _("How often"), options=lambda _values: [(e, words.EVERY[e]) for e in EVERY]),
                    "post": Field(
                        "one", _("Post"), _("empty: the inbox"), options=lambda _values: _posts(), need=False
                    ),
                    "two": Field("tick", _("Two sign"), need=False),
                }
            ),
            _("Tasks that come again"),
            "",
            Field(
                "line", _("Task"), _("a name of your own for a new one, at most 16 characters"), pattern=r"\S.{0,15}"
            ),
        ),
    }
)


def _posts() -> Options:
    return [("inbox", words.POSTS["inbox"])] + [(d.code, pick(d.name)) for d in catalogue().departments.values()]


def _points(label: Any, hint: Any = "") -> Field:
    return Field("whole", label, hint, 0, 100000)


REWARDS: Final = Record(
    {
        "earn": Record(
            {"rating": _points(_("A rating")), "words": _points(_("Words of one's own"))}
            | {kind: _points(label) for kind, label in words.EARNING.items() if kind not in {"booking", "ticket"}},
            _("Points"),
            _("None depends on the grade; none is for sharing or inviting."),
        ),
        "caps": Record(
            {
                "feedback_a_day": _points(_("Ratings and words in a day")),
                "volunteer_hours_a_year": _points(_("Hours volunteered in a year")),
                "least_level": Field(
                    "one", _("Feedback earns from"), options=lambda _values: list(words.LEVELS.items())
                ),
            },
            _("Limits"),
        ),
        "approvals": Record(
            {kind: Field("whole", words.EARNING[kind], "", 2, 9) for kind in ("constructive", "adopted")},
            _("How many different people say yes"),
        ),
        "no_show": Record({"points": _points(_("Points for a booked seat that stayed empty"))}, _("Not come")),
        "redeem": Record(
            {
                "booking": _points(words.EARNING["booking"]),
                "ticket": _points(words.EARNING["ticket"]),
                "souvenir": _points(_("Souvenir")),
            },
            _("What it costs"),
            _("points"),
        ),
        "booking": Record(
            {
                "share": _number(_("Part of an activity's seats, at most"), _("0.2 is one in five"), 0, SHARE_MAX),
                "valid_days": Field("whole", _("Valid for days"), "", 1, 3650),
            },
            _("Priority booking"),
        ),
    }
)
_SECONDS: Final = _("seconds; empty: the screen's own")
TERMINALS: Final = Record(
    {
        "opening": Record(
            {day: Field("hours", words.WEEKDAYS[place], need=False) for place, day in enumerate(WEEKDAYS)},
            _("Opening hours"),
            _("A day that is not named is always open."),
        ),
        "languages": Field(
            "some",
            _("Languages"),
            _("none: what the screen says itself"),
            options=lambda _values: [(tag, words.LANGUAGES[tag]) for tag in OFFERED],
            need=False,
            drop=True,
        ),
        "phone_ask": Field("maybe", _("May a number be asked for"), need=False),
        "voice": Field("maybe", _("Read aloud"), need=False),
        "idle_s": Field("whole", _("Nobody touches: warn after"), _SECONDS, 10, 3600, need=False),
        "warn_s": Field("whole", _("then go home after"), _SECONDS, 5, 600, need=False),
        "elder_idle_s": Field("whole", _("In the large version: warn after"), _SECONDS, 10, 3600, need=False),
        "elder_warn_s": Field("whole", _("In the large version: go home after"), _SECONDS, 5, 600, need=False),
        "min_interval_s": Field("whole", _("Faster than this is marked"), _SECONDS, 0, 600, need=False),
        "burst_count": Field("whole", _("So many same answers are marked"), "", 2, 1000, need=False),
        "burst_window_s": Field("whole", _("within"), _SECONDS, 1, 3600, need=False),
        "repeat_count": Field("whole", _("So many equal grades in a row are marked"), "", 2, 1000, need=False),
        "repeat_gap_s": Field("whole", _("each this soon after the one before"), _SECONDS, 1, 3600, need=False),
    }
)


def deadlines_opened(values: dict[str, Any]) -> dict[str, Any]:
    """With what the product says where the centre says nothing."""
    return tomllib.loads(_DEADLINES.read_text("utf-8")) | values


def deadlines_closed(values: dict[str, Any], old: Mapping[str, Any]) -> dict[str, Any]:
    """Only what the file said, or says otherwise than the product."""
    ours = tomllib.loads(_DEADLINES.read_text("utf-8"))
    said = {name: values[name] for name in old if name in values}
    return said | {name: value for name, value in values.items() if name not in old and value != ours.get(name)}


def score_of_one(values: Values) -> Iterator[tuple[str, str]]:
    """The parts of the score add up to 1, and the bands fall."""
    whole = sum(values["score"][term] for term in words.TERMS)
    if not math.isclose(whole, 1.0, abs_tol=1e-9):
        yield "score/frequency", gettext("The six parts add up to %(sum)s, not to 1.") % {"sum": f"{whole:g}"}
    bands = [values["bands"][band] for band in ("P1", "P2", "P3")]
    if bands != sorted(bands, reverse=True):
        yield "bands/P1", gettext("These must fall from P1 to P3.")


def days_twice(values: Values) -> Iterator[tuple[str, str]]:
    """No day is both off and worked."""
    if both := sorted(set(values.get("off", ())) & set(values.get("on", ()))):
        yield "on", gettext("Both closed and worked: %(day)s") % {"day": both[0]}
