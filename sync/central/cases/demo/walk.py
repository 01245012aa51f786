"""Fills in a form the way somebody might: screen by screen, by the form's own rules, to the end."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from kiosk.forms.model import Form, Question
from kiosk.forms.visit import FormVisit

SKIPPED: Final = {"select_multiple": 0.2, "select_one": 0.12, "range": 0.3, "rank": 0.2, "image": 0.9, "text": 1.0}
Lists = Mapping[str, Sequence[Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class Mind:
    """What somebody brings along. prefer: choices that fit the theme, by question; words go where texts are asked."""

    grade: int
    prefer: Mapping[str, Sequence[str]]
    words: str
    rng: random.Random


def walk(form: Form, mind: Mind, lists: Lists, today: date) -> dict[str, Any]:
    """The answers of one visit to the end of the form."""
    visit = FormVisit.start(form, today=today, lists=lists, seed="demo")
    while (screen := visit.screen) is not None:
        for question in screen.questions:
            if (value := _answer(visit, question, mind)) is not None:
                visit = visit.answer(question.name, value)
        visit = visit.next()
    return visit.answers()


def _answer(visit: FormVisit, question: Question, mind: Mind) -> Any:
    required = visit.is_required(question.name)
    if question.type == "text":
        if mind.words and (required or question.name == "words"):
            return mind.words
        return "…" if required else None
    if not required and question.name != "grade" and mind.rng.random() < SKIPPED.get(question.type, 0):
        return None
    if question.type in {"select_one", "select_multiple", "rank"}:
        return _choose(visit, question, mind)
    if question.type == "range" and question.range is not None:
        start, end, _ = question.range
        return max(start, min(end, mind.grade * 2 + mind.rng.randint(-1, 1)))
    return drawing(mind.rng) if question.type == "image" else None


def _choose(visit: FormVisit, question: Question, mind: Mind) -> Any:
    grade, rng = mind.grade, mind.rng
    offered = [choice.name for choice in visit.choices(question.name)]
    if not offered:
        return None
    fitting = [name for name in mind.prefer.get(question.name, ()) if name in offered]
    if question.name in {"grade", "overall"}:
        return str(grade)
    if question.type == "select_one":
        if "likert" in question.appearance and not fitting:
            return str(max(1, min(5, grade + rng.choice((-1, 0, 0, 0, 1)))))
        return rng.choice(fitting if fitting and rng.random() < 0.85 else offered)
    if question.type == "rank":
        return rng.sample(offered, len(offered))
    most = min(question.max_selected or 3, 3, len(offered))
    pool = fitting if fitting and rng.random() < 0.85 else offered
    return rng.sample(pool, rng.randint(1, min(most, len(pool))))


def drawing(rng: random.Random) -> dict[str, Any]:
    """A shaky circle with a cross beside it: here, this is it."""
    x, y, size = rng.randint(300, 900), rng.randint(200, 500), rng.randint(80, 200)
    ring = [(0, -10), (7, -7), (10, 0), (7, 7), (0, 10), (-7, 7), (-10, 0), (-7, -7), (1, -10)]
    circle = [n for dx, dy in ring for n in (x + dx * size // 10 + rng.randint(-6, 6), y + dy * size // 10)]
    cross = [[x - 40, y - 40, x + 40, y + 44], [x + 42, y - 38, x - 36, y + 40]]
    return {"ink": [circle, *cross], "w": 1200, "h": 800}
