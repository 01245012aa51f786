"""The way behind the screen: hold the name at the top left for five seconds, then touch the clock three times.

Nothing there shows that it can be touched. A child who leans on the corner does not go on to the other one within six
seconds, three times and nowhere else; whoever holds on longer than twelve seconds is leaning. Pure.
"""

from dataclasses import dataclass, replace
from typing import Final

HOLD_S: Final = 5.0
HOLD_MOST_S: Final = 12.0
THEN_S: Final = 6.0
TAPS: Final = 3


@dataclass(frozen=True, slots=True)
class Gate:
    """held: since when the first corner is held; armed: until when taps on the other one count; opened: it was done."""

    held: float | None = None
    armed: float = float("-inf")
    taps: int = 0
    opened: bool = False


def pressed(gate: Gate, now: float) -> Gate:
    """A finger came down on the name."""
    return replace(gate, held=now, armed=float("-inf"), taps=0, opened=False)


def lifted(gate: Gate, now: float) -> Gate:
    """It went up again."""
    held = now - gate.held if gate.held is not None else 0.0
    return Gate(armed=now + THEN_S) if HOLD_S <= held <= HOLD_MOST_S else Gate()


def tapped(gate: Gate, now: float) -> Gate:
    """A finger touched the clock."""
    if now > gate.armed:
        return Gate()
    taps = gate.taps + 1
    return Gate(opened=True) if taps == TAPS else replace(gate, taps=taps)
