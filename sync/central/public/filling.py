"""The steps of filling in a form by phone: from what was posted to the next page. Pure but for the form's engine."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from django.http import QueryDict

from kiosk.errors import AnswersError
from kiosk.forms.model import ANSWERED, Form, Question
from kiosk.forms.values import read_value
from kiosk.forms.visit import FormVisit
from sync.central.public.token import Filling

OF_THE_PHONE: Final = {"can_contact": "1", "can_speak": "1", "channel": "phone"}  # no code to scan: they are here
LISTS: Final = frozenset({"select_multiple", "rank"})
SILENT: Final = frozenset({"note"})
AT_REVIEW: Final = "-"  # no screen is called so


def begin(form: Form, filling: Filling, now: datetime, lists: Mapping[str, Sequence[Mapping[str, Any]]]) -> FormVisit:
    """The visit of a filling. Answers that do not fit any more are left behind, one by one."""
    preset = {name: value for name, value in OF_THE_PHONE.items() if name in form.by_name}
    if filling.category and "category" in form.by_name:
        preset["category"] = filling.category
    known = {name: value for name, value in filling.answers.items() if name in form.by_name and name not in preset}
    rows = {name: lists.get(name, ()) for name in form.live_lists}
    visit = FormVisit.start(
        form,
        language=filling.language,
        today=now.date(),
        now=now.replace(tzinfo=None),
        lists=rows,
        preset=preset | _readable(form, known),
        seed=filling.subject,
    )
    if filling.at == AT_REVIEW:
        return visit.review()
    return visit.goto(filling.at) if filling.at else visit


def first_open(visit: FormVisit) -> FormVisit:
    """On the first screen that still lacks everything; at review when there is none."""
    for screen in visit.screens:
        asked = [question for question in screen.questions if question.type not in SILENT]
        if asked and all(visit.value(question.name) is None for question in asked):
            return visit.goto(screen.name)
    return visit.review()


def take(visit: FormVisit, posted: QueryDict, shown: Sequence[Question]) -> tuple[FormVisit, dict[str, str]]:
    """With what was posted for these questions, and the complaints about what could not be read at all."""
    wrong = {}
    for question in shown:
        if question.type not in ANSWERED or question.type == "audio" or f"has.{question.name}" not in posted:
            continue
        try:
            value = posted_value(question, posted, visit.value(question.name))
            visit = visit.clear(question.name) if value is None else visit.answer(question.name, value)
        except (AnswersError, ValueError):
            wrong[question.name] = visit.say("constraint")
    return visit, wrong


def posted_value(question: Question, posted: QueryDict, before: Any) -> Any:
    """One answer as it was posted; None for none. Raises ValueError for what is no answer at all."""
    name = f"q.{question.name}"
    if question.type == "select_multiple":
        return list(dict.fromkeys(posted.getlist(name))) or None
    if question.type == "rank":
        return [part for part in posted.get(name, "").split() if part] or None
    text = posted.get(name, "").strip() if question.type != "text" else posted.get(name, "")
    if question.type == "image":
        return json.loads(text) if text else before if posted.get(f"{name}.keep", "") else None
    if question.type == "acknowledge":
        return True if text else None
    return text or None


def ranked(before: Sequence[str] | None, deed: str, item: str) -> list[str] | None:
    """A ranking after one tap."""
    kept = list(before or ())
    if deed == "undo":
        return kept[:-1] or None
    return [*kept, item] if item not in kept else kept


def asks_contact(visit: FormVisit) -> bool:
    """Whether the form's own answers ask for a number."""
    return "ask_contact" in visit.form.by_name and visit.value("ask_contact") == "1"


def kept(visit: FormVisit, filling: Filling) -> Filling:
    """The filling with a visit's answers: those that do not count now too, for they come back with their question."""
    given = {name: value for name, value in visit.given().items() if name not in OF_THE_PHONE}
    at = visit.screen.name if visit.screen is not None else AT_REVIEW
    return replace(filling, answers=given, at=at)


def _readable(form: Form, answers: Mapping[str, Any]) -> dict[str, Any]:
    found = {}
    for name, value in answers.items():
        try:
            if read_value(form.question(name), value) is not None:
                found[name] = value
        except AnswersError:
            continue
    return found
