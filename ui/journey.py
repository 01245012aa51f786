"""Where a visitor stands: which screen, which form, which way back, and what that allows. Qt knows nothing of it.

A screen of a form may take several pages, for whatever needs a keyboard stands alone. Behind the last one, where the
form's own answers ask for a phone number, come the privacy notice and, for those who agree, the page for the number;
then the review.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from ui.viewmodels.question import pages_of

if TYPE_CHECKING:
    from kiosk.forms.model import Question
    from kiosk.forms.visit import FormVisit

SHORT: Final = 3  # screens: a form this short is sent from its last one, with no review
CONTACT: Final = "phone"  # the page that asks for a number, and the name of what it asks
NOTICE: Final = "notice"  # the page before it, and the name of what it asks
ALLOWED: Final = "can_contact"  # the hidden question on which everything about numbers hangs in a form
NUMBER_MIN: Final = 7  # digits: a local number without its area code
SCALES: Final = (100, 125, 150, 200)  # percent; WCAG 1.4.4 asks for twice the size
NOTHING: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Wishes:
    """How this visitor wants the screen. Forgotten with the visit's end."""

    language: str
    elder: bool = False
    contrast: bool = False
    low_reach: bool = False
    scale: int = 100  # percent of the edition's own type: one of SCALES


@dataclass(frozen=True, slots=True)
class Journey:
    """screen: what is shown; behind: the screens to go back through. The rest belongs to an open form.

    page: of the form's current screen; asking: the notice or the page for the phone number is shown; agreed: to the
    notice, None before it was answered; revising: it was come back to from the review; refused: a choice was turned
    down because no more may be chosen.
    """

    screen: str = "home"
    behind: tuple[str, ...] = ()
    category: str | None = None
    visit: "FormVisit | None" = None
    page: int = 0
    asking: bool = False
    agreed: bool | None = None
    contact: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    revising: bool = False
    refused: bool = False
    complained: bool = False
    amending: bool = False
    about: bytes | None = None  # the look-up key of an earlier visit that the open form speaks of


def questions(journey: Journey) -> "tuple[Question, ...]":
    """The questions of the page that is shown; none at review or on the page for a phone number."""
    if journey.visit is None or journey.asking or (screen := journey.visit.screen) is None:
        return ()
    pages = pages_of(screen.questions)
    return pages[min(journey.page, len(pages) - 1)]


def is_short(visit: "FormVisit") -> bool:
    """Whether a form is sent from its last screen, because everything in it was just seen."""
    return len(visit.screens) <= SHORT


def asks_contact(visit: "FormVisit") -> bool:
    """Whether the answers ask for a phone number, and this terminal can seal one."""
    asked = all(name in visit.form.by_name for name in ("ask_contact", ALLOWED))
    return asked and visit.value("ask_contact") == "1" and visit.value(ALLOWED) == "1"


def notifies(journey: Journey) -> bool:
    """Whether the privacy notice is shown: nobody sees the page for the number before they agreed to it."""
    return journey.asking and not journey.agreed


def is_last(journey: Journey) -> bool:
    """Whether nothing more is asked behind this page."""
    visit = journey.visit
    if visit is None or visit.screen is None:
        return True
    last = visit.index + 1 == len(visit.screens) and journey.page + 1 >= len(pages_of(visit.screen.questions))
    return journey.asking or (last and not asks_contact(visit))


def waits(journey: Journey) -> bool:
    """Whether the page still lacks an answer it must have, or has none to go on with."""
    if journey.asking:
        return len(journey.contact.get(CONTACT, "")) < NUMBER_MIN
    visit, shown = journey.visit, questions(journey)
    if visit is None or not shown:
        return False
    if any(visit.is_required(q.name) and visit.value(q.name) is None for q in shown):
        return True
    asked = [q for q in shown if q.type != "note"]
    unanswered = bool(asked) and all(visit.value(q.name) is None for q in asked)
    return unanswered and not is_last(journey)


def can_skip(journey: Journey) -> bool:
    """Whether 跳过 is offered: nothing here is required or answered, and going on is not already open."""
    visit, shown = journey.visit, questions(journey)
    if journey.asking:
        return not journey.contact and not notifies(journey)
    if visit is None or not waits(journey):
        return False
    return not any(visit.is_required(q.name) for q in shown)


def onward(journey: Journey) -> str:
    """What the main action does: next, review or send; "" where two equal ones stand in its place."""
    if notifies(journey):
        return ""
    if journey.asking:
        return "review"
    if not is_last(journey):
        return "next"
    return "send" if journey.visit is not None and is_short(journey.visit) and not journey.contact else "review"


def complaints(journey: Journey) -> Mapping[str, str]:
    """What is wrong with the answers of this page, by question name."""
    if journey.visit is None or journey.asking:
        return NOTHING
    names = {question.name for question in questions(journey)}
    return {name: text for name, text in journey.visit.problems().items() if name in names}
