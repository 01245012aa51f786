"""Small numbers are hidden, and none of them comes back by taking away."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sync.central.insight import suppress
from sync.central.insight.afteruse import share

counts = st.integers(0, 40)
tables = st.integers(1, 5).flatmap(
    lambda wide: st.lists(st.lists(counts, min_size=wide, max_size=wide), min_size=1, max_size=5)
)


def whole(rows):
    """A table with its totals."""
    lines = [[*row, sum(row)] for row in rows]
    return [*lines, [sum(column) for column in zip(*lines, strict=True)]]


def worked_out(shown):
    """Whatever follows from what is shown: the one hidden cell of a line is the difference of the rest."""
    known = [list(row) for row in shown]
    while True:
        before = str(known)
        for lines in (range(len(known)), None), (None, range(len(known[0]))):
            for n in lines[0] or lines[1] or ():
                places = [(n, c) for c in range(len(known[0]))] if lines[0] else [(r, n) for r in range(len(known))]
                hidden = [place for place in places if known[place[0]][place[1]] is None]
                if len(hidden) == 1:
                    *parts, total = (known[r][c] for r, c in places)
                    r, c = hidden[0]
                    known[r][c] = sum(parts_of(parts)) if total is None else total - sum(parts_of(parts))
        if str(known) == before:
            return known


def parts_of(parts):
    return [part for part in parts if part is not None]


@settings(max_examples=200, deadline=None)
@given(tables)
def test_nothing_small_is_shown_or_can_be_worked_out(rows):
    table = whole(rows)

    shown = suppress.table(table)

    known = worked_out(shown)
    for row, told, found in zip(table, shown, known, strict=True):
        for number, seen, after in zip(row, told, found, strict=True):
            assert seen in {None, number}
            if 0 < number < suppress.CELL:
                assert seen is None
                assert after is None or only_one_can_be(table)


def only_one_can_be(table):
    """Where a line holds nothing else, its one number is its total: there is nobody to hide among."""
    lines = [*table, *zip(*table, strict=True)]
    return any(sum(1 for number in line if number) == 2 for line in lines)


def test_one_small_cell_takes_the_next_smallest_with_it():
    assert suppress.numbers([40, 12, 3]) == [40, None, None]
    assert suppress.numbers([40, 12, 0]) == [40, 12, 0]
    assert suppress.numbers([]) == []


def test_a_percentage_wants_thirty():
    assert suppress.percent(29, 29) is None
    assert suppress.percent(10, 30) == 33.3


def test_an_interval_is_wilsons():
    """By hand: 45 of 50, z = 1.96: middle (0.9 + 0.038415)/1.07683, width 1.96·√(0.0018 + 0.00038416)/1.07683."""
    found = share({5: 45, 1: 5})

    assert (found.n, found.percent, found.low, found.high) == (50, 90.0, 78.6, 95.7)
    assert share({5: 29}).percent is None
