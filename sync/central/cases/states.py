"""Where a case can stand and which way it can move, as data (R20).

The same table stands in the database as a check on the event log: an illegal move cannot be written, by whatever road.
"""

from typing import Final

from kiosk.errors import CallerError

FIRST: Final = "received"
MOVES: Final[dict[str, tuple[str, ...]]] = {
    "received": ("classified", "merged", "invalid", "withheld"),
    "classified": ("dispatched", "parked", "declined", "merged", "invalid", "withheld"),
    "dispatched": ("in_progress", "answered", "returned", "parked", "declined", "merged"),
    "returned": ("classified", "dispatched", "parked", "declined"),
    "in_progress": ("answered", "returned", "parked", "declined", "merged"),
    "answered": ("closed", "in_progress"),
    "closed": ("called_back", "archived", "in_progress"),
    "called_back": ("archived", "in_progress"),
    "parked": ("classified", "dispatched", "in_progress", "declined", "archived"),
    "declined": ("in_progress", "archived"),
    "merged": ("classified", "archived"),
    "invalid": ("received", "archived"),
    "withheld": ("received", "archived"),
    "archived": ("in_progress",),
}
STATES: Final = tuple(MOVES)
MAIN: Final = ("received", "classified", "dispatched", "in_progress", "answered", "closed", "called_back", "archived")

# Nobody has spoken to the visitor yet, so the first answer's clock runs.
SILENT: Final = frozenset({"received", "classified", "dispatched", "returned", "in_progress"})
# Nothing is done about it yet, so the result's clock runs.
OPEN: Final = SILENT | {"answered"}
# These say no, or not now: only with a reason (R58).
WITH_REASON: Final = frozenset({"returned", "parked", "declined", "merged", "invalid", "withheld"})
REASON_MIN: Final = 10  # characters; R58 asks them of a refusal


class IllegalMove(CallerError):
    """A move that the table does not have."""


def legal(before: str, after: str) -> bool:
    """Whether a case may go from one state to the other. Staying where it is moves nothing and is always legal."""
    return before == after or after in MOVES.get(before, ())


def check(before: str, after: str) -> None:
    """Raises IllegalMove, naming both states, when a case may not go that way."""
    if not legal(before, after):
        raise IllegalMove(f"case: cannot go from {before} to {after}")
