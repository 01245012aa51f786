"""Answers that came from elsewhere (a file, a phone page, another machine): do they fit their form?"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from kiosk.errors import AnswersError
from kiosk.forms.model import Form
from kiosk.forms.visit import FormVisit

SHOWN = 5


def replay(
    form: Form,
    answers: Mapping[str, Any],
    *,
    today: date,
    now: datetime | None = None,
    language: str = "zh-Hans",
    lists: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
    seed: str = "",
) -> FormVisit:
    """A visit at review that gave exactly these answers. Calculated ones are worked out again, whatever was handed in.

    A choice from a live list that is not handed in is taken as it stands. Raises AnswersError naming the questions
    that do not fit, never what was answered.
    """
    wrong = [f"{name}: no such question in {form.id}" for name in answers if name not in form.by_name]
    rows = _with_unknown(form, answers, lists)
    visit = FormVisit.start(form, language=language, today=today, now=now, lists=rows, seed=seed)
    for question in form.answer_order:
        try:
            visit = visit.answer(question.name, answers.get(question.name))
        except AnswersError as error:
            wrong.append(str(error))
    wrong += _left_over(visit, answers) if not wrong else []
    wrong += [f"{name}: {message}" for name, message in visit.all_problems().items()] if not wrong else []
    if wrong:
        more = f" (and {len(wrong) - SHOWN} more)" if len(wrong) > SHOWN else ""
        raise AnswersError("answers: " + "; ".join(wrong[:SHOWN]) + more)
    return visit.review()


def _left_over(visit: FormVisit, answers: Mapping[str, Any]) -> list[str]:
    """Answers that the form would not have taken: not asked, or not among what it offered."""
    counted = visit.answers()
    wrong = []
    for question in visit.form.answer_order:
        given = answers.get(question.name)
        if given in (None, "", [], ()):
            continue
        if not visit.is_relevant(question.name):
            wrong.append(f"{question.name}: not asked after these answers")
        elif question.name not in counted or (isinstance(given, list) and len(given) != len(counted[question.name])):
            wrong.append(f"{question.name}: a choice that is not offered")
    return wrong


def _with_unknown(
    form: Form, answers: Mapping[str, Any], lists: Mapping[str, Sequence[Mapping[str, Any]]] | None
) -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """The live lists, and for those nobody handed in the answers themselves as rows; beside each stands another one,
    because a form may ask how many there were.
    """
    known = dict(lists or {})
    for question in form.questions:
        itemset = question.itemset
        if itemset is None or not itemset.live or itemset.instance in (lists or {}):
            continue
        given = answers.get(question.name)
        names = [*given, "_"] if isinstance(given, list) and given else [given, "_"] if given else []
        rows = [{itemset.value: name, itemset.label: name} for name in names if isinstance(name, str)]
        known[itemset.instance] = [*known.get(itemset.instance, ()), *rows]
    return known
