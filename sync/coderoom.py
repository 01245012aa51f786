"""How much a QR code holds, and which one a payload takes. Pure arithmetic over ISO/IEC 18004's table.

A code is a byte segment (the address up to ``#``) and a numeric one (the digits).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sync import handoff

if TYPE_CHECKING:
    from kiosk.forms.model import Form

VERSION_MAX: Final = 15
MODULE_MM: Final = 1.2
MODULE_PX: Final = 4
QUIET: Final = 4  # modules
# data codewords (bytes) of versions 1 to 15 by level of error correction
ROOM: Final[Mapping[str, tuple[int, ...]]] = {
    "M": (16, 28, 44, 64, 86, 108, 124, 154, 182, 216, 254, 290, 334, 365, 415),
    "L": (19, 34, 55, 80, 108, 136, 156, 194, 232, 274, 324, 370, 428, 461, 523),
}


@dataclass(frozen=True, slots=True)
class Code:
    """Which code a payload takes. left_out: questions whose words stay behind, last question first."""

    version: int
    level: str
    left_out: tuple[str, ...] = ()

    @property
    def modules(self) -> int:
        """Along one side, without the quiet zone."""
        return 17 + 4 * self.version


def module_px(pixels_per_mm: float) -> int:
    """Pixels of a module: at least 1.2 mm and at least 4."""
    whole = int(MODULE_MM * pixels_per_mm)
    return max(MODULE_PX, whole if whole >= MODULE_MM * pixels_per_mm - 1e-9 else whole + 1)


def largest_version(area_px: int, module: int) -> int:
    """The largest version whose modules and quiet zone fit along area_px; 0 when none does."""
    return max(0, min(VERSION_MAX, (area_px // module - 2 * QUIET - 17) // 4))


def bits(prefix: str, digits: int, version: int) -> int:
    """What the two segments take, in bits."""
    counts = (8, 10) if version < 10 else (16, 12)
    numeric = digits // 3 * 10 + (0, 4, 7)[digits % 3]
    return 4 + counts[0] + 8 * len(prefix.encode()) + 4 + counts[1] + numeric


def smallest(prefix: str, digits: int, largest: int) -> Code | None:
    """The smallest code that holds them at M, else at L; None when none up to the largest does."""
    for level in ("M", "L"):
        for version in range(1, largest + 1):
            if bits(prefix, digits, version) <= 8 * ROOM[level][version - 1]:
                return Code(version, level)
    return None


def fit(form: "Form", answers: Mapping[str, Any], prefix: str, largest: int) -> tuple[Code, list[Any]] | None:
    """The code that holds these answers, and the list that goes into it.

    When they do not fit, whole texts are left out, last question first. None when the screen is too small for any.
    """
    return _fit(
        lambda left: handoff.encode_answers(form, answers, left), handoff.texts_in(form, answers), prefix, largest
    )


def _fit(
    encode: Callable[[Sequence[str]], list[Any]], texts: Sequence[str], prefix: str, largest: int
) -> tuple[Code, list[Any]] | None:
    for count in range(len(texts) + 1):
        left = tuple(texts[:count])
        values = encode(left)
        if (code := smallest(prefix, handoff.digits_for(values), largest)) is not None:
            return Code(code.version, code.level, left), values
    return None
