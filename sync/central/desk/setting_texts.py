"""The shapes of the settings that are words: the catalogue, texts of phone, notice, posters, certificates, the course.

A few files are not asked as they are written: categories say themselves which place they have on the home screen, and
the phone's words stand in one row for all languages. ``opened`` and ``closed`` turn one into the other.
"""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from itertools import count
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from kiosk.catalogue import TONES
from sync.central.cases import library
from sync.central.cases.chips import MOST, WIDEST
from sync.central.cases.language import pick
from sync.central.cases.taxonomy import ASSETS
from sync.central.cases.texts import blanks
from sync.central.desk import words
from sync.central.desk.setting_shapes import FLAG_WORDS, all_categories, flags
from sync.central.desk.shapes import Field, Options, Record, Rows, Values

PHONE: Final = ASSETS / "central" / "phone.toml"
TONE_WORDS: Final[Mapping[str, Any]] = {
    "gold": _("gold: to see and think"),
    "celadon": _("green: to come and learn"),
    "indigo": _("blue: the house"),
}


def _pictograms(values: Values) -> Options:  # noqa: ARG001 — as all options are asked for
    return [(file.name, file.stem) for file in sorted((ASSETS / "pictograms").glob("*.svg"))]


def _departments(values: Values) -> Options:
    return [(code, pick(name)) for code, name in values.get("departments", {}).items()]


def _openings(values: Values) -> Options:
    return [(code, pick(one.get("name", code))) for code, one in values.get("forms", {}).items()]


def _known_forms(values: Values) -> Options:  # noqa: ARG001
    return [(one.id, one.title("zh")) for one in library.all_forms()]


def _tones(values: Values) -> Options:  # noqa: ARG001
    return [(tone, TONE_WORDS[tone]) for tone in ("gold", "celadon", "indigo") if tone in TONES]


_NAME: Final = Field("words", _("Name"))
_PICTURE: Final = Field("one", _("Pictogram"), options=_pictograms)
_ANSWERS: Final = Field("one", _("Who answers"), options=_departments)
_SUB: Final = Record(
    {
        "name": _NAME,
        "department": Field("one", _("Who answers"), _("empty: as above"), options=_departments, need=False),
        "flags": Field("some", _("Marked"), options=flags, need=False),
    }
)
CATALOGUE: Final = Record(
    {
        "category": Rows(
            Record(
                {
                    "name": _NAME,
                    "tile": Field("words", _("Short name on its tile"), _("where the name is too long"), need=False),
                    "place": Field(
                        "whole",
                        _("Place on the home screen"),
                        _("1 is the first; empty: behind the last"),
                        1,
                        12,
                        need=False,
                    ),
                    "department": _ANSWERS,
                    "forms": Field("some", _("Opens"), options=_openings),
                    "pictogram": _PICTURE,
                    "tone": Field("one", _("Colour"), options=_tones),
                    "sub": Rows(
                        _SUB,
                        _("Sub-categories"),
                        key=Field("line", _("Code"), _("the category's letter and one more"), pattern=r"[A-Z][0-9A-Z]"),
                        least=1,
                    ),
                }
            ),
            _("Categories"),
            _("An old code never gets a new meaning: what was said keeps its code."),
            Field("line", _("Code"), _("one capital letter"), pattern=r"[A-Z]"),
            cards=True,
            least=1,
        ),
        "departments": Rows(
            Record({"": _NAME}),
            _("Departments"),
            key=Field("line", _("Code"), _("small letters"), pattern=r"[a-z][a-z0-9_-]{0,31}"),
            bare=True,
            least=1,
        ),
        "tags": Rows(
            Record({"name": _NAME, "flags": Field("some", _("Marked"), options=flags, need=False)}),
            _("Reasons for a grade"),
            _("The same words stand in the quick rating's form."),
            Field("line", _("Code"), _("three digits, the grade first"), pattern=r"[1-5][0-9]{2}"),
            least=1,
        ),
        "forms": Rows(
            Record({"name": _NAME, "pictogram": _PICTURE}),
            _("What tiles open"),
            key=Field("one", _("Form"), options=_known_forms),
            least=1,
        ),
        "home": Record(
            {
                "rating": Field("one", _("A touched face opens"), options=_openings),
                "more_forms": Field("some", _("Forms behind the last tile"), options=_openings, need=False),
                "more_name": Field("words", _("Name of the last tile")),
                "more_pictogram": _PICTURE,
            },
            _("Home screen"),
        ),
        "weights": Record(
            {
                name: Field("number", words.LEVELS.get(name) or words.EFFECTED[name], "", 0, 2)
                for name in ("V0", "V1", "V2", "V3", "V4", "paper", "meeting")
            },
            _("One person's word"),
        ),
        "severity": Record(
            {
                name: Field("number", FLAG_WORDS.get(name) or words.EFFECTED[name], "", 0, 2)
                for name in ("safety", "legal", "failure", "inconvenience", "wish")
            },
            _("How grave"),
        ),
    }
)


def catalogue_opened(values: dict[str, Any]) -> dict[str, Any]:
    """Each category with its place on the home screen."""
    first = {code: place for place, code in enumerate(values["home"]["first"], 1)}
    rows = {code: one | ({"place": first[code]} if code in first else {}) for code, one in values["category"].items()}
    return values | {"category": rows}


def catalogue_closed(values: dict[str, Any], old: Mapping[str, Any]) -> dict[str, Any]:
    """The places as the two lists of the file; categories behind the last tile keep their order."""
    rows = values["category"]
    places = {code: one["place"] for code, one in rows.items() if "place" in one}
    first = sorted(places, key=lambda code: (places[code], list(rows).index(code)))
    before = old["home"]["more"]
    more = [code for code in before if code in rows and code not in places]
    more += [code for code in rows if code not in places and code not in before]
    plain = {code: {name: value for name, value in one.items() if name != "place"} for code, one in rows.items()}
    return values | {"category": plain, "home": values["home"] | {"first": first, "more": more}}


WORDINGS: Final = Record(
    {
        "wording": Rows(
            Record(
                {
                    "name": Field("line", _("Name"), pattern=r".{1,60}"),
                    "category": Field("one", _("Category"), _("empty: for all"), options=all_categories, need=False),
                    "text": Field("chinese", _("Text"), languages=("zh-Hans", "en")),
                }
            ),
            _("Ready sentences"),
        )
    }
)


def _written(values: Values) -> Options:  # noqa: ARG001
    """Questions that are answered in words: one of any form, and each form's own."""
    asked = [(form, one) for form in library.all_forms() for one in form.questions if one.type == "text"]
    own = [(f"{form.id}.{one.name}", f"{form.title('zh')} · {one.label('zh')}"[:60]) for form, one in asked]
    every = {one.name: f"{one.label('zh')} ({one.name})"[:60] for _form, one in asked}
    return [*every.items(), *own]


PHRASES: Final = Rows(
    Record(
        {
            "zh": Field("lines", words.LANGUAGES["zh-Hans"], "", 1, MOST, width=WIDEST["zh"]),
            "en": Field("lines", words.LANGUAGES["en"], "", 1, MOST, width=WIDEST["en"]),
            "zh-Hant": Field(
                "lines", words.LANGUAGES["zh-Hant"], "", 1, MOST, need=False, drop=True, width=WIDEST["zh"]
            ),
        }
    ),
    _("Phrases to tap"),
    _("One a line, short enough to stand side by side: ten Chinese characters, 32 English letters. Good beside bad."),
    Field("one", _("Question"), options=_written),
)


@lru_cache(maxsize=1)
def phone() -> Record:
    """One row a text, in every language; the label is what the product says."""
    said = tomllib.loads(PHONE.read_text("utf-8"))["zh-Hans"]
    return Record({name: Field("chinese", text, blanks=blanks(text), need=name in said) for name, text in said.items()})


def phone_opened(values: dict[str, Any]) -> dict[str, Any]:
    """By text instead of by language, the product's where the centre says nothing."""
    ours = tomllib.loads(PHONE.read_text("utf-8"))
    tags = {*ours, *values}
    return {
        name: {tag: found for tag in tags if (found := values.get(tag, {}).get(name) or ours.get(tag, {}).get(name))}
        for name in ours["zh-Hans"]
    }


def phone_closed(values: dict[str, Any], old: Mapping[str, Any]) -> dict[str, Any]:
    """By language again; what says the same as the product is said only where it was said."""
    ours = tomllib.loads(PHONE.read_text("utf-8"))
    made: dict[str, Any] = {}
    for tag in [*old, *(tag for tag in ours if tag not in old)]:
        names = [*old.get(tag, {}), *(name for name in values if name not in old.get(tag, {}))]
        table = {name: values[name][tag] for name in names if tag in values.get(name, {})}
        kept = {
            name: text
            for name, text in table.items()
            if name in old.get(tag, {}) or text != ours.get(tag, {}).get(name)
        }
        if kept or tag in old:
            made[tag] = kept
    return made


def _notice() -> Record:
    return Record(
        {
            "title": Field("line", _("Title")),
            "lines": Field("lines", _("Lines"), _("{venue} becomes the venue's name; one a line")),
            "agree": Field("line", _("Agree")),
            "disagree": Field("line", _("Disagree")),
        }
    )


def notice(values: Values) -> Record:
    """The notice in the languages that it has."""
    rows = {tag: _language(_notice(), tag) for tag, said in values.items() if isinstance(said, Mapping)}
    version = Field("line", _("Version"), _("another one with every change of meaning: consents name it"))
    return Record({"version": version} | rows)


def _language(record: Record, tag: str) -> Record:
    return Record(record.fields, words.LANGUAGES.get(tag, tag))


_POSTER: Final[Mapping[str, Field]] = {
    "title": Field("line", _("Title")),
    "about": Field("line", _("About one form or activity"), _("{title} becomes its name"), blanks=frozenset({"title"})),
    "how": Field("line", _("How to take part")),
    "free": Field("line", _("What it asks and gives")),
    "type": Field("line", _("Before the address")),
    "hours": Field("line", _("Opening hours")),
    "closed": Field("line", _("Closed on")),
    "every_day": Field("line", _("every day")),
    "days": Field("lines", _("The days of the week"), _("seven, one a line"), 7, 7),
    "to": Field("line", _("Between two hours or days"), raw=True),
    "and": Field("line", _("Between two of a list"), raw=True),
}
POSTER: Final = Record({tag: _language(Record(_POSTER), tag) for tag in ("zh-Hans", "en")})
CERTIFICATE: Final = Record(
    {
        "title": Field("line", _("Title")),
        "for": Field("line", _("What for"), _("{reason} becomes the reason"), blanks=frozenset({"reason"})),
        "thanks": Field("line", _("Thanks")),
        "english": Field("line", _("In English")),
        "number": Field("line", _("Before the number")),
    }
)
COURSE: Final = Record(
    {
        "lesson": Rows(
            Record(
                {
                    "title": Field("words", _("Title"), languages=("zh-Hans", "en")),
                    "text": Field("words", _("Text"), languages=("zh-Hans", "en")),
                }
            ),
            _("Lessons"),
            cards=True,
            least=1,
        ),
        "question": Rows(
            Record(
                {
                    "text": Field("words", _("Question"), languages=("zh-Hans", "en")),
                    "choices": Rows(
                        Record({"": Field("words", _("Choice"), languages=("zh-Hans", "en"))}),
                        _("Choices"),
                        bare=True,
                        least=2,
                    ),
                    "right": Field("place", _("The right one"), _("1 is the first"), 1, 9),
                }
            ),
            _("Quiz"),
            cards=True,
            least=1,
        ),
        "practice": Rows(
            Record(
                {
                    "words": Field("line", _("What a made-up visitor says")),
                    "grade": Field("whole", _("Grade"), "", 1, 5, need=False),
                }
            ),
            _("To practise on"),
            least=6,
        ),
    }
)


def course_closed(values: dict[str, Any], old: Mapping[str, Any]) -> dict[str, Any]:
    """A new question gets a name that no other had; another quiz is another version, which certificates name."""
    taken = {one["name"] for one in [*old["question"], *values["question"]] if "name" in one}
    free = (name for number in count(1) if (name := f"q{number}") not in taken)
    questions = [one if "name" in one else {"name": next(free)} | one for one in values["question"]]
    made = dict(values) | {"question": questions}
    return made if made["question"] == old["question"] else made | {"version": _next(old["version"])}


def _next(version: str) -> str:
    head, dash, last = version.rpartition("-")
    return f"{head}{dash}{int(last) + 1}" if last.isdecimal() else f"{version}-2"
