"""What a settings form writes: the file as a person wrote it, but for what changed."""

import copy
import difflib
import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.central.cases import config
from sync.central.desk import toml_text

FILES = [name for name in config.FILES if name.endswith(".toml")]
KEYS = st.text(alphabet='abAé .#"\n', max_size=3)
LEAVES = st.booleans() | st.integers(-9, 9) | st.floats(-9, 9) | st.text(max_size=6) | st.dates()
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=8
)
DOCUMENTS = st.dictionaries(KEYS, VALUES, max_size=4)
NESTED = """# of the whole file

[[a]]
x = 1 # one
[[a.b]]
y = 1
[[a.b]]
y = 2
[a.c]
z = 1
[[a]]
x = 2
[d]
e.f = 1
"""


def changed(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in lines if line[0] in "+-" and not line.startswith(("+++", "---"))]


@settings(max_examples=150, deadline=None)
@given(DOCUMENTS, DOCUMENTS)
def test_whatever_is_written_reads_the_same(first, second):
    one = toml_text.rewritten("# a head\n\n", first)
    two = toml_text.rewritten(one, second)

    assert tomllib.loads(one) == first
    assert tomllib.loads(two) == second


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_rows_that_go_move_and_change_read_the_same(data):
    def mutated(value):
        if isinstance(value, dict):
            names = data.draw(st.permutations(list(value)))
            return {name: mutated(value[name]) for name in names if data.draw(st.integers(0, 4))}
        if isinstance(value, list):
            return [mutated(one) for one in data.draw(st.permutations(value)) if data.draw(st.integers(0, 3))]
        return value + data.draw(st.integers(0, 1))

    wanted = mutated(tomllib.loads(NESTED))

    assert tomllib.loads(toml_text.rewritten(NESTED, wanted)) == wanted


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_came_with_us_is_written_back_line_by_line(name):
    text = config.delivered(name)
    values = tomllib.loads(text)

    made = toml_text.rewritten(text, values | {"one more": 1})

    assert changed(text, made) == ['+"one more" = 1']


def test_what_changes_is_one_line_and_its_comment_stays():
    text = config.delivered("deadlines.toml")
    values = copy.deepcopy(tomllib.loads(text))
    values["send_back"] = 2
    values["lanes"]["bad"]["first_answer"] = 2

    assert changed(text, toml_text.rewritten(text, values)) == [
        "-send_back = 1          # so long a department may send it back",
        "+send_back = 2          # so long a department may send it back",
        "-first_answer = 1",
        "+first_answer = 2",
    ]


def test_a_new_table_stands_beside_its_neighbours():
    text = config.delivered("deadlines.toml")
    values = tomllib.loads(text)
    values["lanes"]["young"] = {"flags": ["safety"], "first_answer": 1, "result": 3}

    made = changed(text, toml_text.rewritten(text, values))

    assert made == ["+", "+[lanes.young]", '+flags = ["safety"]', "+first_answer = 1", "+result = 3"]
