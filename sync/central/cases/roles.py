"""Who may do what, as data. Roles are Django groups; one person may have several, as in a centre of fifteen."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final

_ANYBODY: Final = {"note", "learn", "save_view"}
_COLLECTOR: Final = _ANYBODY | {
    *("see", "classify", "dispatch", "merge", "part", "invalid", "restore", "label", "assign", "urge", "bulk"),
    *("enter", "ingest", "tasks"),
}
_HANDLER: Final = _ANYBODY | {
    *("see_own", "start", "answer", "close", "call_back", "try", "return", "park", "label", "check", "extend"),
    *("pause", "resume", "contact", "ask", "tasks"),
}
_SUPERVISOR: Final = (
    _COLLECTOR
    | _HANDLER
    | {"decline", "withhold", "archive", "reopen", "share", "escalate", "time", "patterns", "excerpt", "approve"}
    | {"figures", "publish", "export", "rota", "templates", "rights", "evidence", "settings", "topics", "thanks"}
)
ROLES: Final[dict[str, frozenset[str]]] = {
    "collector": frozenset(_COLLECTOR),
    "handler": frozenset(_HANDLER),
    "supervisor": frozenset(_SUPERVISOR),
    "moderator": frozenset(_ANYBODY | {"see", "withhold", "restore", "invalid", "excerpt", "approve", "figures"}),
    "evaluator": frozenset({"figures"}),
    "learner": frozenset({"learn"}),  # whose certificate has run out, where the office locks for that
    "administrator": frozenset(_SUPERVISOR - {"time", "contact"} | {"terminals", "purge", "people", "configure"}),
}


HELPERS: Final = frozenset({"note", "label"})  # what a department may do that helps and does not lead


@dataclass(frozen=True, slots=True)
class Hand:
    """Whose hand it is: a member of staff as far as rights go. No venue: every venue."""

    user: int | None
    name: str = ""
    roles: Collection[str] = ()
    venue: str | None = None
    department: str = ""
    practice: bool = False  # in training mode: made-up cases alone

    @property
    def rights(self) -> frozenset[str]:
        return frozenset().union(*(ROLES.get(role, frozenset()) for role in self.roles))

    @property
    def looks(self) -> bool:
        """Whether any case may be seen at all."""
        return bool(self.rights & {"see", "see_own"})

    def sees(self, venue: str, department: str, partners: Collection[str] = ()) -> bool:
        """Whether a case of that venue may be opened that this department leads, or those help with."""
        if self.user is None:
            return True
        if self.venue not in {None, venue}:
            return False
        if "see" in self.rights:
            return True
        return "see_own" in self.rights and bool(self.department) and self.department in {department, *partners}

    def may(self, what: str, venue: str, department: str, partners: Collection[str] = ()) -> bool:
        """Whether something may be done about such a case. Who only helps notes, and reads."""
        if self.user is None:
            return True
        helps = "see" not in self.rights and self.department in partners and self.department != department
        if helps and what not in HELPERS:
            return False
        return what in self.rights and self.sees(venue, department, partners)


RULES: Final = Hand(None)  # the centre's own rules at work, and nobody's hand


def hand(user: Any) -> Hand:
    """The hand of a Django user who is logged in."""
    staff = getattr(user, "staff", None)
    return Hand(
        user=user.pk,
        name=user.get_full_name() or user.get_username(),
        roles=tuple(sorted(user.groups.values_list("name", flat=True))),
        venue=staff.venue_id if staff else None,
        department=staff.department if staff else "",
    )
