import json
import math
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ui.input.ink import FINEST, MOST_BYTES, answer, strokes_of, thinned

points = st.tuples(st.integers(0, 3000), st.integers(0, 3000))


def test_a_straight_line_needs_its_two_ends():
    assert thinned([(x, 2 * x) for x in range(50)], FINEST) == [(0, 0), (49, 98)]


def test_a_dot_stays_a_dot():
    assert thinned([(5, 5)], FINEST) == [(5, 5)]


@given(st.lists(points, min_size=2, max_size=60))
def test_a_thinned_line_begins_and_ends_where_the_finger_did(stroke):
    thin = thinned(stroke, FINEST)

    assert (thin[0], thin[-1]) == (stroke[0], stroke[-1])
    assert set(thin) <= set(stroke)


def test_a_circle_stays_within_a_fifth_of_a_millimetre():
    circle = [(1000 + 900 * math.cos(a / 50), 1000 + 900 * math.sin(a / 50)) for a in range(315)]
    thin = thinned(circle, FINEST)

    assert len(thin) < 80
    middles = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in pairwise(thin)]
    assert all(abs(math.hypot(x - 1000, y - 1000) - 900) <= FINEST + 0.1 for x, y in middles)


@given(st.lists(st.lists(points, min_size=1, max_size=40), min_size=0, max_size=5))
def test_an_answer_reads_back(strokes):
    drawing = answer(strokes, 3000, 3000)

    assert strokes_of(json.loads(json.dumps(drawing))) == strokes


def test_a_drawing_that_is_too_long_becomes_coarser_and_stays_whole():
    wild = [[(i * 7919 % 3000, (i * 104729 + k) % 3000) for i in range(400)] for k in range(20)]

    drawing = answer(wild, 3000, 3000)

    assert len(json.dumps(drawing, separators=(",", ":"))) <= MOST_BYTES
    assert strokes_of(drawing)[0][0] == wild[0][0]


def test_what_is_no_drawing_has_no_strokes():
    assert strokes_of(None) == strokes_of("ink") == strokes_of({}) == []
