"""A case's way in plain words: what is done, where it stands, what comes. Pure, over what may leave the house."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sync.central.cases.states import OPEN, SILENT

WORDS: Final[Mapping[str, Promise]] = {
    "received": _("We have it"),
    "classified": _("Read and sorted"),
    "dispatched": _("Passed to a department"),
    "in_progress": _("Being worked on"),
    "answered": _("Answered"),
    "closed": _("Settled"),
    "called_back": _("We asked you how it went"),
    "archived": _("Filed"),
    "returned": _("Looking for the right department"),
    "parked": _("Kept for later"),
    "declined": _("Not possible this time"),
    "merged": _("Joined with others who say the same"),
    "invalid": _("Nothing we can act on"),
    "withheld": _("Kept out of public view"),
}
WITHDRAWN: Final = _("You took it back")
COUNTED: Final = _("Counted in our figures. Thank you")
_QUIET: Final = frozenset({"classified"})  # a step of ours, not of the visitor's


@dataclass(frozen=True, slots=True)
class Step:
    """One line. mark: done, now or todo. due: the day by which it will have happened; late: that day is over."""

    mark: str
    word: str | Promise | None
    day: str | None = None
    department: Any = None
    due: str | None = None
    late: bool = False


def steps(view: Mapping[str, Any], *, today: date, withdrawn: bool = False) -> list[Step]:
    """The lines of a case's public value, oldest first."""
    state, shown = view["state"], [step for step in view["steps"] if step["state"] not in _QUIET]
    if not shown or (view["steps"][-1]["state"] in _QUIET and state in _QUIET):
        shown = view["steps"]
    lines = [_done(step) for step in shown]
    if withdrawn or _only_counted(view):
        last = lines.pop()
        return [*lines, Step("done", WITHDRAWN, last.day) if withdrawn else Step("done", COUNTED)]
    if state not in OPEN:
        return lines
    due = view["due"]["first_answer"] if state in SILENT else view["due"]["result"]
    now = lines.pop()
    lines.append(Step("now", now.word, now.day, now.department, due, bool(due) and str(due) < today.isoformat()))
    return [*lines, *_to_come(state)]


def _done(step: Mapping[str, Any]) -> Step:
    return Step("done", WORDS.get(step["state"], step["state"]), step["day"], step["department"])


def _to_come(state: str) -> list[Step]:
    answer, result = Step("todo", _("An answer for you")), Step("todo", _("What came of it"))
    return [answer, result] if state in SILENT else [result]


def _only_counted(view: Mapping[str, Any]) -> bool:
    return [step["state"] for step in view["steps"]] == ["received", "archived"] and view["answer"] is None
