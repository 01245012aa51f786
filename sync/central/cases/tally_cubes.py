"""Which roll-ups there are."""

from collections.abc import Mapping
from typing import Final

# Every two dimensions meet in one of these. The first that has both is the smallest.
CUBES: Final[Mapping[str, tuple[str, ...]]] = {
    "t": ("grade",),
    "n": ("category", "channel", "grade", "level"),
    "d": ("category", "department", "grade", "state"),
    "f": ("category", "form", "grade", "language"),
    "p": ("channel", "department", "level", "state"),
    "s": ("department", "form", "language", "state"),
    "v": ("channel", "form", "language", "level"),
}
GRAINS: Final = (1, 7, 91)  # days; the larger ones begin on a Monday
SUMS: Final = ("counted", "asked", "rated")
