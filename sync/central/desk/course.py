"""Training: made-up cases to practise on, a short course, a quiz, a certificate that expires."""

import random
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from kiosk.errors import ConfigError
from sync.central.cases import entering
from sync.central.cases.models import Case
from sync.central.cases.office import office
from sync.central.cases.roles import Hand
from sync.central.cases.taxonomy import ASSETS
from sync.central.desk.door import for_staff, show
from sync.central.desk.models import Certificate
from sync.central.desk.visible import venues_of
from sync.central.intake.models import Venue
from sync.central.keys import load

FILE: Final = ASSETS / "central" / "course.toml"
ENOUGH: Final = 80  # per cent of the questions
AT_ONCE: Final = 6  # practice cases


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the quiz; right is the place of the right choice."""

    name: str
    text: Mapping[str, str]
    choices: Sequence[Mapping[str, str]]
    right: int


@dataclass(frozen=True, slots=True)
class Course:
    """Lessons, questions, and what the made-up visitors say."""

    version: str
    lessons: Sequence[Mapping[str, Any]]
    questions: Sequence[Question]
    practice: Sequence[Mapping[str, Any]]


def course() -> Course:
    """The course in force: the centre's own, where it has changed it, else the product's. Raises ConfigError."""
    own = settings.PLACES.data / FILE.name
    return _course(own, own.stat().st_mtime_ns) if own.is_file() else _course(FILE, 0)


@lru_cache(maxsize=4)
def _course(file: Path, stamp: int) -> Course:  # noqa: ARG001 — the stamp is the cache's key
    return read(file.read_text("utf-8"))


def read(text: str) -> Course:
    """A course.toml. Raises ConfigError, naming the place."""
    try:
        told = tomllib.loads(text)
        questions = [Question(one["name"], one["text"], one["choices"], one["right"]) for one in told["question"]]
        made = Course(str(told["version"]), told["lesson"], questions, told["practice"])
        said = [one["words"] for one in made.practice]
    except (ValueError, KeyError, TypeError) as error:
        raise ConfigError(f"{FILE.name}: cannot be read: {error}") from error
    for number, one in enumerate(questions, 1):
        if type(one.right) is not int or not 0 <= one.right < len(one.choices):
            raise ConfigError(f"{FILE.name}: question {number}: right is none of its choices")
    texts = [*(lesson.get(part) for lesson in made.lessons for part in ("title", "text"))]
    texts += [text for one in questions for text in (one.text, *one.choices)]
    if not questions or not all(isinstance(text, dict) and text.get("zh-Hans") for text in texts):
        raise ConfigError(f"{FILE.name}: every text in zh-Hans, and a question at least")
    if len({one.name for one in questions}) != len(questions):
        raise ConfigError(f"{FILE.name}: two questions of the same name")
    if len(said) < AT_ONCE or not all(isinstance(text, str) and text.strip() for text in said):
        raise ConfigError(f"{FILE.name}: at least {AT_ONCE} to practise on, each with words")
    return made


@for_staff
def page(request: HttpRequest, by: Hand) -> HttpResponse:
    """The course, its quiz, and one's own certificate; for who may, everybody's."""
    made = mark(request.POST, by, timezone.now()) if request.method == "POST" else None
    today = timezone.localdate()
    everybody = []
    if "people" in by.rights or "rota" in by.rights:
        everybody = [(user, valid(user.pk, today)) for user in User.objects.filter(is_active=True).order_by("username")]
    context = {
        "course": course(),
        "made": made,
        "own": valid(by.user or 0, today),
        "everybody": everybody,
        "enough": ENOUGH,
    }
    return show(request, by, "training", context)


def mark(form: Mapping[str, str], by: Hand, now: datetime) -> Certificate:
    """Marks a quiz and keeps what came of it, passed or not."""
    asked = course().questions
    score = sum(form.get(question.name) == str(question.right) for question in asked)
    return Certificate.objects.create(
        user_id=by.user,
        course=course().version,
        score=score,
        of=len(asked),
        passed=score * 100 >= ENOUGH * len(asked),
        at=now,
        until=(now + timedelta(days=office(settings.PLACES).certificate_days)).date(),
    )


def valid(user: int, today: date) -> Certificate | None:
    """The certificate of somebody that still holds."""
    return Certificate.objects.filter(user_id=user, passed=True, until__gte=today).order_by("-at").first()


def fill(by: Hand, now: datetime) -> int:
    """Made-up cases to practise on, when few are open. They carry the flag that keeps them out of every figure."""
    venue = Venue.objects.filter(pk__in=venues_of(by)).order_by("id").first()
    if venue is None or Case.objects.filter(practice=True, venue=venue, state="received").count() >= AT_ONCE:
        return 0
    learner = Hand(by.user, by.name, by.roles, by.venue, by.department, practice=True)
    said = random.Random(now.timestamp()).sample(list(course().practice), AT_ONCE)  # noqa: S311 — a play
    for one in said:
        told = entering.Told(one["words"], "paper", now.astimezone().date(), grade=one.get("grade"))
        entering.enter(told, venue, learner, now, load(settings.PLACES))
    return len(said)
