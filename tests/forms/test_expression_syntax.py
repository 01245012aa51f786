import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.errors import FormError
from kiosk.forms.expression import read
from kiosk.forms.syntax import parse

HOME = "/data/g/q"


def native(source: str) -> str:
    return read(source, HOME).native


def test_a_path_from_the_top_leads_into_the_data():
    assert native("/data/a + 1") == "(/env/data/a + 1)"


def test_a_list_is_found_by_its_id():
    assert (
        native("instance('tags')/root/item[grade = /data/g]")
        == "/env/instance[@id='tags']/root/item[(grade = /env/data/g)]"
    )


def test_a_path_as_condition_asks_for_a_value_not_for_a_node():
    assert native("/data/a and not(/data/b)") == "(f:boolean(/env/data/a) and f:not(/env/data/b))"


def test_a_comparison_needs_no_wrapping():
    assert native("/data/a = 1 or /data/b != ''") == "((/env/data/a = 1) or (/env/data/b != ''))"


def test_a_path_beside_a_truth_is_one_itself():
    assert native("/data/a = true()") == "(f:boolean(/env/data/a) = true())"


def test_current_is_the_question_itself_inside_a_filter():
    assert "/env/data/g/q/../a" in native("instance('x')/root/item[name = current()/../a]")


def test_a_written_date_beside_a_date_is_its_day_number():
    dates = frozenset({"/data/d"})
    assert read("/data/d >= '2026-01-02'", HOME, dates).native == "(/env/data/d >= 20455)"
    assert read("/data/t = '2026-01-02'", HOME, dates).native == "(/env/data/t = '2026-01-02')"
    assert read("today() < '2026-01-02'", HOME).native == "(f:today() < 20455)"


def test_what_an_expression_reads_is_known():
    expression = read("if(/data/a = 1, ../b, instance('l')/root/item[x = /data/c]/y) + .", HOME)

    assert expression.reads == {"/data/a", "/data/g/b", "/data/c", HOME}
    assert expression.lists == {"l"}
    assert expression.columns == {"x"}


def test_names_may_look_like_operators():
    assert read("/data/div div /data/or", HOME).reads == {"/data/div", "/data/or"}
    assert native("a-b - c") == "(a-b - c)"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("", "empty"),
        ("1 +", "the end"),
        ("(1", "')' missing"),
        ("1 2", "'2'"),
        ("if(1, 2)", "takes 3 parts, not 2"),
        ("selekted(/data/a, 'x')", "selekted() is not known"),
        ("//a", "no ODK tool runs"),
        ("/data/child::a", "no ODK tool runs"),
        ("/data/a/text()", "no ODK tool runs"),
        ("${a}", "'$'"),
        ("'open", '"\'"'),
        ("../../../../a", "above the form"),
        ("instance(/data/a)/root/item", "name in quotes"),
        ("position(..)", "takes 0 parts"),
        ("indexed-repeat(/data/a, /data, 1)", "not known"),
        ("/data/@id", "no attributes"),
        ("jr:choice-name(/data/a, /data/a)", "name in quotes"),
        ("(" * 60 + "1" + ")" * 60, "nested deeper"),
        ("+".join(["1"] * 300), "more than 200 operators"),
        ("1" * 9000, "longer than"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(source, said):
    with pytest.raises(FormError) as caught:
        read(source, HOME)

    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@given(st.text(alphabet="abz/.*()[]'\"=<>!|+-@:,$ 0189ordivmodn", max_size=60) | st.text(max_size=40))
def test_any_text_is_read_or_refused_never_a_crash(source):
    with contextlib.suppress(FormError):
        parse(source)
        read(source, HOME)
