"""Small numbers stay hidden, also those that could be worked out from the others. Pure.

A table with its totals: a cell under ten is hidden; where a row or a column would have one hidden cell alone, the next
smallest goes with it, and so on until nothing can be worked out by taking away.
"""

from collections.abc import Sequence
from typing import Final

CELL: Final = 10
FEW: Final = 30  # no percentage that rests on fewer

Cells = list[list[int | None]]


def table(rows: Sequence[Sequence[int]], least: int = CELL) -> Cells:
    """The same table, None where a number stays hidden. The last row and the last column are the totals."""
    hidden = {(r, c) for r, row in enumerate(rows) for c, n in enumerate(row) if 0 < n < least}
    lines = [[(r, c) for c in range(len(row))] for r, row in enumerate(rows)]
    lines += [[(r, c) for r in range(len(rows))] for c in range(len(rows[0]) if rows else 0)]
    while more := _given_away(rows, lines, hidden):
        hidden |= more
    return [[None if (r, c) in hidden else n for c, n in enumerate(row)] for r, row in enumerate(rows)]


def _given_away(
    rows: Sequence[Sequence[int]], lines: Sequence[Sequence[tuple[int, int]]], hidden: set[tuple[int, int]]
) -> set[tuple[int, int]]:
    """The next smallest of every line that has one hidden cell alone."""
    more = set()
    for line in lines:
        if sum(place in hidden for place in line) == 1:
            rest = [place for place in line if place not in hidden and rows[place[0]][place[1]] > 0]
            more |= {min(rest, key=lambda place: (rows[place[0]][place[1]], place))} if rest else set()
    return more


def numbers(counts: Sequence[int], least: int = CELL) -> list[int | None]:
    """A row of numbers that is shown with no total of its own to take away from, but whose total may be known."""
    return table([[*counts, sum(counts)], [*counts, sum(counts)]], least)[0][:-1] if counts else []


def percent(count: int, of: int) -> float | None:
    """A share in per cent, to one place; nothing where it would rest on too few."""
    return round(100 * count / of, 1) if of >= FEW else None
