"""ODK XForm -> Form. The reader is loaded when a form is, so that importing this costs no lxml."""

from kiosk.forms.flaws import Flaw
from kiosk.forms.model import Choice, Form, Group, Item, ItemSet, Limits, Question, Screen, Text

__all__ = [
    "Choice",
    "Flaw",
    "Form",
    "Group",
    "Item",
    "ItemSet",
    "Limits",
    "Question",
    "Screen",
    "Text",
    "inspect_form",
    "parse_form",
]


def parse_form(xml: bytes) -> Form:
    """The form in the bytes of an XForm. Raises FormError that names every place it cannot run, in one line."""
    from kiosk.forms import reader

    return reader.parse(xml)


def inspect_form(xml: bytes) -> tuple[Flaw, ...]:
    """Everything in an XForm that cannot run here; empty when parse_form would give a form."""
    from kiosk.forms import reader

    return reader.inspect(xml)
