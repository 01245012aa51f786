"""What is wrong with an answer, in the words of the form or, failing them, of the terminal."""

from typing import TYPE_CHECKING

from kiosk.forms.model import LISTING, Question
from kiosk.forms.values import INK_MAX, TEXT_MAX, ink_size

if TYPE_CHECKING:
    from kiosk.forms.visit import FormVisit


def complaint(visit: "FormVisit", question: Question) -> str:
    """One sentence, or nothing when the answer may stand. A constraint is not evaluated on an empty answer."""
    value = visit.value(question.name)
    if value is None:
        return _missing(visit, question)
    if said := _limit(visit, question, value):
        return said
    if question.constraint is None or visit.truth(question.constraint):
        return ""
    return visit.words(question.constraint_text) or _in_numbers(visit, question, value)


def _missing(visit: "FormVisit", question: Question) -> str:
    if not visit.is_required(question.name):
        return ""
    key = "acknowledge" if question.type == "acknowledge" else "required"
    return visit.words(question.required_text) or visit.say(key)


def _limit(visit: "FormVisit", question: Question, value: object) -> str:
    """What a terminal can keep and a type can mean, whatever the form says."""
    if question.type == "text" and isinstance(value, str) and len(value) > TEXT_MAX:
        return visit.say("most_characters", n=TEXT_MAX)
    if question.type == "image" and isinstance(value, dict) and ink_size(value) > INK_MAX:
        return visit.say("ink")
    if question.type == "rank" and isinstance(value, list) and len(value) != len(visit.choices(question.name)):
        return visit.say("rank")
    if question.range is not None and isinstance(value, int):
        start, end, step = question.range
        if not start <= value <= end:
            return visit.say("least" if value < start else "most", n=start if value < start else end)
        if (value - start) % step:
            return visit.say("constraint")
    return ""


def _in_numbers(visit: "FormVisit", question: Question, value: object) -> str:
    limits = question.limits
    if question.type in LISTING and isinstance(value, list):
        if limits.most_selected is not None and len(value) > limits.most_selected:
            return visit.say("most_selected", n=limits.most_selected)
        if limits.least_selected is not None and len(value) < limits.least_selected:
            return visit.say("least_selected", n=limits.least_selected)
    if limits.most_characters is not None and isinstance(value, str) and len(value) > limits.most_characters:
        return visit.say("most_characters", n=limits.most_characters)
    if question.type in ("integer", "decimal", "range") and isinstance(value, (int, str)):
        if limits.least is not None and float(value) < limits.least:
            return visit.say("least", n=f"{limits.least:g}")
        if limits.most is not None and float(value) > limits.most:
            return visit.say("most", n=f"{limits.most:g}")
    return visit.say("constraint")
