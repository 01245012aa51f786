"""Somebody who walks through a form that ships, giving plausible answers. Shared by the tests of this folder."""

from datetime import date

from shipped_words import FORMS, LISTS

from kiosk.forms.visit import FormVisit

INK = {"ink": [[10, 10, 200, 200]], "w": 1800, "h": 1200}
ASKING = {"can_contact": "1", "can_handoff": "1"}  # a terminal that is enrolled, with a public address


def begin(form: str, preset: dict | None = None, lists: dict | None = None) -> FormVisit:
    rows = LISTS if lists is None else lists
    return FormVisit.start(FORMS[form], today=date(2026, 11, 24), lists=rows, preset=preset or {})


def answer(visit: FormVisit, question, picks: dict):
    """A plausible answer: what is picked, else the first choice; None where nothing is asked."""
    if question.name in picks:
        return picks[question.name]
    offered = [choice.name for choice in visit.choices(question.name)]
    given = {"select_one": offered[:1] and offered[0], "select_multiple": offered[:1], "rank": offered}
    given |= {"range": 8, "text": "说几句话", "image": INK}
    return given.get(question.type)


def walk(visit: FormVisit, **picks) -> tuple[FormVisit, list[str]]:
    """Through a form to its review, and the names of the screens on the way."""
    names = []
    while not visit.at_review:
        names.append(visit.screen.name)
        for question in visit.screen.questions:
            if (value := answer(visit, question, picks)) is not None:
                visit = visit.answer(question.name, value)
        assert visit.problems() == {}
        visit = visit.next()
    return visit, names
