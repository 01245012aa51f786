"""Who came when, and what they said: the made-up visits, the same for the same seed, number and day."""

import csv
import random
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from sync.central.cases.deadlines import Rules
from sync.central.cases.demo.script import Script, Theme
from sync.central.cases.demo.walk import Mind, walk
from sync.central.cases.derive import CHINA
from sync.central.cases.library import form as form_of
from sync.central.cases.taxonomy import ASSETS, catalogue

DAYS: Final = 183
HOURS: Final = {9: 3, 10: 5, 11: 3, 12: 1, 13: 1, 14: 4, 15: 5, 16: 4, 17: 2, 18: 2, 19: 4, 20: 2}  # how many come
WORDS: Final = {"quick-rating": 0.3, "event": 0.4, "course": 0.45, "wish": 0.35, "annual": 0.3}


@dataclass(frozen=True, slots=True)
class Visit:
    """One person at one screen, phone or counter, and what became a record of it."""

    subject: str
    at: datetime
    where: int  # which terminal, in the script's order; it shows the receipt code
    channel: str
    theme: Theme
    form: str
    version: str
    grade: int | None
    answers: dict[str, Any]
    flags: tuple[str, ...] = ()
    then: str = ""  # amended, withdrawn, phone
    language: str = "zh-Hans"
    level: str = "V0"
    category: str | None = None
    more: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is made up: so many visits in the half-year that ends now. rng: what everything follows from."""

    script: Script
    count: int
    now: datetime
    rules: Rules
    rng: random.Random

    @property
    def today(self) -> date:
        return self.now.astimezone(CHINA).date()


def visits(plan: Plan) -> Iterator[Visit]:
    """The visits in the order they happened."""
    lists = {name: _rows(name) for name in ("courses", "sessions", "topics")}
    themes = plan.script.themes
    shares = [theme.share for theme in themes]
    for moment in sorted(_moments(plan)):
        yield _visit(plan, plan.rng.choices(themes, shares)[0], moment, lists)


def crowd(first: Visit, size: int, rng: random.Random) -> list[Visit]:
    """A child at the screen: the same face, again and again. Kept, flagged, and counted once later on."""
    answers = {"grade": str(first.grade or 1)}
    return [
        replace(
            first,
            subject=identifier(first.at + timedelta(seconds=4 * n), rng),
            at=first.at + timedelta(seconds=4 * n),
            form="quick-rating",
            grade=first.grade or 1,
            answers=answers,
            flags=("burst", "fast", "repeat"),
            then="",
            channel="kiosk",
            level="V0",
            category=None,
        )
        for n in range(1, size + 1)
    ]


def identifier(moment: datetime, rng: random.Random) -> str:
    """A UUIDv7 that follows from the seed."""
    millis = int(moment.timestamp() * 1000) & (2**48 - 1)
    value = (millis << 80 | rng.getrandbits(80)) & ~(0xF << 76) | 0x7 << 76
    return str(uuid.UUID(int=value & ~(0x3 << 62) | 0x2 << 62))


def _visit(plan: Plan, theme: Theme, moment: datetime, lists: dict[str, Any]) -> Visit:
    script, rng, grade = plan.script, plan.rng, plan.rng.choice(theme.grades)
    forms = [name for name in theme.forms if form_of(name) is not None]
    name = rng.choices(forms, [theme.forms[one] for one in forms])[0]
    form = form_of(name)
    assert form is not None
    channel = rng.choices(("kiosk", "phone", "wechat", "paper", "meeting"), (88, 6, 3, 2, 1))[0]
    words = _words(plan, theme, name, grade)
    answers = walk(form, Mind(grade, {**theme.answers, "reasons": theme.tags}, words, rng), lists, moment.date())
    tile = theme.category[0] if name in _opened_by(theme.category[0]) else None
    flags = () if channel != "kiosk" else rng.choices(((), ("fast",), ("assisted",)), (95, 3, 2))[0]
    then = rng.choices(("", "amended", "withdrawn", "phone"), (955, 15, 6, 24))[0] if channel == "kiosk" else ""
    given = answers.get("grade", answers.get("overall"))
    return Visit(
        subject=identifier(moment, rng),
        at=moment,
        where=rng.choices(range(len(script.work["terminals"])), [one["share"] for one in script.work["terminals"]])[0],
        channel=channel,
        theme=theme,
        form=name,
        version=form.version,
        grade=int(given) if given else None,
        answers=answers,
        flags=flags,
        then=then,
        language=theme.language,
        level={"phone": "V1", "wechat": "V3", "meeting": "V4"}.get(channel, "V0"),
        category=tile,
        more={"words": script.text(theme, grade, rng)} if then in {"amended", "phone"} else {},
    )


def _words(plan: Plan, theme: Theme, form: str, grade: int) -> str:
    script, rng = plan.script, plan.rng
    if form == "wish-wall":
        return rng.choice(script.voices["wishes"]["wall"])
    chance = WORDS.get(form, 0.8)
    return script.text(theme, grade, rng) if rng.random() < (chance if grade > 2 else min(1.0, chance * 1.6)) else ""


def _opened_by(category: str) -> Sequence[str]:
    found = catalogue().category(category)
    return found.forms if found else ()


def _moments(plan: Plan) -> Iterator[datetime]:
    days = [plan.today - timedelta(days=n) for n in range(DAYS)]
    weights, rng = [_busy(day, plan.rules) for day in days], plan.rng
    made = 0
    while made < plan.count:
        day = rng.choices(days, weights)[0]
        clock = time(rng.choices([*HOURS], [*HOURS.values()])[0], rng.randrange(60), rng.randrange(60))
        moment = datetime.combine(day, clock, CHINA)
        if moment < plan.now:
            made += 1
            yield moment


def _busy(day: date, rules: Rules) -> float:
    """How busy a day is: closed on Mondays, full when people are free."""
    if day.weekday() == 0:
        return 0.0
    return 1.0 if rules.works(day) else 1.9


def _rows(name: str) -> list[dict[str, str]]:
    with (ASSETS / "lists" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
