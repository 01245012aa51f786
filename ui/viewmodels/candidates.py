"""How many candidates fit: a Chinese character is exactly one em wide, so no text has to be measured."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """Pixels. width: of the row; em: of the type; padding: of a key, both sides together; least: of any key."""

    width: int
    em: int
    padding: int
    least: int
    gap: int

    def key(self, characters: int) -> int:
        """Width of the key for so many characters."""
        return max(self.least, characters * self.em + self.padding)


def first_row(lengths: Sequence[int], measure: Measure) -> int:
    """How many of the candidates, given by their numbers of characters, stand in one row; at least one."""
    taken = 0
    for count, length in enumerate(lengths):
        taken += measure.key(length)
        if taken > measure.width:
            return max(1, count)
        taken += measure.gap
    return len(lengths)


def pages(lengths: Sequence[int], measure: Measure, lines: int) -> list[range]:
    """Places of the candidates page by page, each page so many rows."""
    found, start = [], 0
    while start < len(lengths):
        stop = start
        for _ in range(lines):
            stop += first_row(lengths[stop:], measure)
        found.append(range(start, stop))
        start = stop
    return found
