"""Who may do what, as data. Roles are Django groups; one person may have several, as in a centre of fifteen."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final

_COLLECTOR: Final = {"see", "classify", "dispatch", "merge", "invalid", "restore", "note"}
_HANDLER: Final = {"see_own", "start", "answer", "close", "call_back", "return", "park", "note"}
_ALL: Final = _COLLECTOR | _HANDLER | {"decline", "withhold", "archive", "reopen"}
ROLES: Final[dict[str, frozenset[str]]] = {
    "collector": frozenset(_COLLECTOR),
    "handler": frozenset(_HANDLER),
    "supervisor": frozenset(_ALL | {"time"}),
    "moderator": frozenset({"see", "withhold", "restore", "invalid", "note"}),
    "evaluator": frozenset(),
    "administrator": frozenset(_ALL | {"terminals"}),
}


@dataclass(frozen=True, slots=True)
class Hand:
    """Whose hand it is: a member of staff as far as rights go. No venue: every venue."""

    user: int | None
    name: str = ""
    roles: Collection[str] = ()
    venue: str | None = None
    department: str = ""

    @property
    def rights(self) -> frozenset[str]:
        return frozenset().union(*(ROLES.get(role, frozenset()) for role in self.roles))

    def sees(self, venue: str, department: str) -> bool:
        """Whether a case of that venue and department may be opened."""
        if self.user is None:
            return True
        if self.venue not in {None, venue}:
            return False
        return "see" in self.rights or ("see_own" in self.rights and bool(department) and department == self.department)

    def may(self, what: str, venue: str, department: str) -> bool:
        """Whether something may be done about such a case."""
        return self.user is None or (what in self.rights and self.sees(venue, department))


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
