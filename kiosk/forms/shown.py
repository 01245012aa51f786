"""How an answer reads on the review screen, in the visitor's language."""

from typing import TYPE_CHECKING, Any

from kiosk.forms.model import Question

if TYPE_CHECKING:
    from kiosk.forms.visit import FormVisit

_STAND_INS = {"acknowledge": "yes", "image": "drawing", "audio": "audio"}


def in_words(visit: "FormVisit", question: Question) -> str:
    """The answer of a question in words; empty when there is none."""
    value = visit.value(question.name)
    if value is None:
        return ""
    if key := _STAND_INS.get(question.type):
        return visit.say(key)
    if question.type == "date":
        return visit.messages.date(visit.language, value)
    return visit.say("join").join(_parts(visit, question, value))


def _parts(visit: "FormVisit", question: Question, value: Any) -> list[str]:
    labels = {offered.name: offered.label for offered in visit.choices(question.name)}
    names = value if isinstance(value, list) else [value]
    found = [labels.get(name, str(name)) for name in names]
    if question.type != "rank":
        return found
    return [visit.say("order", n=place, label=label) for place, label in enumerate(found, 1)]
