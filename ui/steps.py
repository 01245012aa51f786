"""The steps of a journey: each takes one and gives another. Pure."""

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ui.journey import ALLOWED, CONTACT, NOTHING, Journey, asks_contact, complaints, notifies, questions
from ui.viewmodels.question import pages_of

if TYPE_CHECKING:
    from kiosk.forms.visit import FormVisit


def go(journey: Journey, screen: str) -> Journey:
    """On another screen, with the way back to this one."""
    return replace(journey, screen=screen, behind=(*journey.behind, journey.screen))


def open_form(journey: Journey, visit: "FormVisit", category: str | None) -> Journey:
    """On the first screen of a form."""
    return _placed(replace(go(journey, "question"), visit=visit, category=category, page=0))


def answer(journey: Journey, name: str, value: Any) -> Journey:
    """With an answer; None takes it back. What a constraint says against it is said when going on."""
    if journey.visit is None:
        return journey
    if journey.asking:
        contact = MappingProxyType({CONTACT: value} if value else {})
        return replace(journey, contact=contact, refused=False, complained=False)
    visit = journey.visit.clear(name) if value is None else journey.visit.answer(name, value)
    return replace(journey, visit=visit, refused=False, complained=False)


def forward(journey: Journey) -> Journey:
    """The next page, or where it stands with its complaints shown."""
    if journey.visit is None:
        return journey
    if journey.asking:
        return journey if notifies(journey) else _reviewed(replace(journey, asking=False))
    if complaints(journey):
        return replace(journey, complained=True)
    if journey.page + 1 < _pages(journey.visit):
        return replace(journey, page=journey.page + 1, refused=False)
    return _arrived(replace(journey, visit=_moved(journey), page=0, refused=False, complained=False), journey.visit)


def _moved(journey: Journey) -> "FormVisit":
    visit = journey.visit
    assert visit is not None
    return visit.review() if journey.revising and not visit.problems() else visit.next()


def _arrived(journey: Journey, before: "FormVisit") -> Journey:
    visit = journey.visit
    if visit is None or not visit.at_review:
        return replace(journey, complained=visit is not None and visit.index == before.index)
    if not asks_contact(visit):
        return _reviewed(replace(journey, contact=NOTHING))
    return _reviewed(journey) if journey.contact and journey.agreed else replace(journey, asking=True)


def agreed(journey: Journey) -> Journey:
    """From the notice to the page for the number."""
    return replace(journey, agreed=True) if notifies(journey) else journey


def declined(journey: Journey) -> Journey:
    """On without a number. The form no longer offers to call back, so that nothing asks again or says otherwise."""
    if journey.visit is None or not journey.asking:
        return journey
    visit = journey.visit.clear(ALLOWED)
    return _reviewed(replace(journey, visit=visit, asking=False, agreed=False, contact=NOTHING))


def skipped(journey: Journey) -> Journey:
    """The next page, with nothing answered on this one."""
    if journey.asking:
        return declined(journey)
    for question in questions(journey):
        journey = answer(journey, question.name, None)
    return forward(journey)


def backward(journey: Journey) -> Journey | None:
    """One step back; None when that leaves the form (or, with no form open, when there is nowhere to go)."""
    if journey.screen not in ("question", "review") or journey.visit is None:
        return replace(journey, screen=journey.behind[-1], behind=journey.behind[:-1]) if journey.behind else None
    still = replace(journey, screen="question", refused=False, complained=False)
    if journey.asking and journey.agreed:
        return replace(still, agreed=None)
    if journey.asking or (journey.screen == "review" and not asks_contact(journey.visit)):
        return _on_last_page(replace(still, asking=False, revising=False, visit=_onto_last(journey.visit)))
    if journey.screen == "review":
        return replace(still, asking=True)
    return _page_before(still, journey.visit)


def _page_before(journey: Journey, visit: "FormVisit") -> Journey | None:
    if journey.page > 0:
        return replace(journey, page=journey.page - 1)
    if visit.index > 0:
        return _on_last_page(replace(journey, visit=visit.back(), revising=False))
    return None


def revise(journey: Journey, name: str) -> Journey:
    """From the review to one answer, and back to the review with the next step."""
    if journey.visit is None:
        return journey
    if name == CONTACT:
        return replace(journey, screen="question", asking=True, revising=True)
    visit = journey.visit.goto(name)
    pages = pages_of(visit.screen.questions) if visit.screen else ()
    page = next((place for place, page in enumerate(pages) if any(q.name == name for q in page)), 0)
    return replace(journey, screen="question", visit=visit, page=page, revising=True, complained=False)


def in_language(journey: Journey, language: str) -> Journey:
    """The same journey in another language; the answers stay."""
    return journey if journey.visit is None else replace(journey, visit=journey.visit.with_language(language))


def _onto_last(visit: "FormVisit") -> "FormVisit":
    return visit.goto(visit.screens[-1].name) if visit.screens else visit


def _on_last_page(journey: Journey) -> Journey:
    return replace(journey, page=max(0, _pages(journey.visit) - 1) if journey.visit else 0)


def _pages(visit: "FormVisit") -> int:
    return len(pages_of(visit.screen.questions)) if visit.screen else 0


def _placed(journey: Journey) -> Journey:
    return _reviewed(journey) if journey.visit is not None and journey.visit.at_review else journey


def _reviewed(journey: Journey) -> Journey:
    return replace(journey, screen="review", revising=False, page=0)
