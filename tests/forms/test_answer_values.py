from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.errors import AnswersError
from kiosk.forms.model import ANSWERED, Question
from kiosk.forms.values import INK_MAX, TEXT_MAX, read_value


def kept(type_: str, value):
    return read_value(Question("q", "/data/q", type_), value)


@pytest.mark.parametrize(
    ("type_", "given", "kept_as"),
    [
        ("text", "好\r\n的", "好\n的"),
        ("text", " \n", None),
        ("text", "a\x00\x1b\ud800b\ufffe", "ab"),
        ("text", "", None),
        ("integer", 7, 7),
        ("integer", "-7", -7),
        ("integer", "", None),
        ("range", 0, 0),
        ("decimal", "3.50", "3.5"),
        ("decimal", "3,5", "3.5"),
        ("decimal", Decimal("0.10"), "0.1"),
        ("decimal", 100, "100"),
        ("decimal", "-0.0", "0"),
        ("date", "2026-02-28", "2026-02-28"),
        ("select_one", "501", "501"),
        ("select_multiple", ["a", "b"], ("a", "b")),
        ("select_multiple", [], None),
        ("rank", ("b", "a"), ("b", "a")),
        ("acknowledge", True, True),
        ("acknowledge", False, None),
        ("image", {"ink": [[1, 2, 3, 4]], "w": 900, "h": 500}, {"ink": [[1, 2, 3, 4]], "w": 900, "h": 500}),
        ("image", {"ink": [], "w": 900, "h": 500}, None),
        ("hidden", "kiosk", "kiosk"),
        ("text", None, None),
    ],
)
def test_an_answer_of_its_type_is_kept(type_, given, kept_as):
    assert kept(type_, given) == kept_as


@pytest.mark.parametrize(
    ("type_", "given"),
    [
        ("text", 5),
        ("integer", 1.5),
        ("integer", True),
        ("integer", "1 2"),
        ("integer", "٣"),
        ("integer", 10**16),
        ("decimal", "1e5"),
        ("decimal", "NaN"),
        ("decimal", float("inf")),
        ("decimal", [1]),
        ("date", "2026-02-30"),
        ("date", "24.11.2026"),
        ("date", 20260101),
        ("select_one", "a b"),
        ("select_one", 5),
        ("select_one", "x" * 65),
        ("select_multiple", "a b"),
        ("select_multiple", ["a", "a"]),
        ("select_multiple", ["a", 1]),
        ("acknowledge", "yes"),
        ("image", "picture.png"),
        ("image", {"ink": [[1, 2, 3]], "w": 900, "h": 500}),
        ("image", {"ink": [[1.5, 2]], "w": 900, "h": 500}),
        ("image", {"ink": [[1, 2]], "w": 0, "h": 500}),
        ("image", {"ink": [[1, 10**6]], "w": 900, "h": 500}),
        ("image", {"ink": [[1, 2]], "w": 900, "h": 500, "more": 1}),
        ("note", "x"),
        ("calculate", "x"),
    ],
)
def test_anything_else_is_refused_by_name_and_never_quoted(type_, given):
    with pytest.raises(AnswersError) as caught:
        kept(type_, given)

    assert str(caught.value).startswith("q: ")
    assert "not an answer of type" in str(caught.value) or "takes no answer" in str(caught.value)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["ink", "w", "h"]), inner),
    max_leaves=6,
)
TYPES = sorted(ANSWERED | {"hidden", "note", "calculate"})


@given(st.sampled_from(TYPES), anything)
def test_anything_is_kept_or_refused_never_a_crash(type_, given):
    try:
        once = kept(type_, given)
    except AnswersError:
        return
    assert kept(type_, once) == once


# -- what a visit says about values


def test_a_text_beyond_what_can_be_kept_is_told(begin):
    visit = begin("type; name; label", "text; q; 题").answer("q", "好" * (TEXT_MAX + 1))
    assert visit.problems() == {"q": f"最多写 {TEXT_MAX} 个字。"}


def test_a_drawing_that_is_too_full_is_told(begin):
    visit = begin("type; name; label; appearance", "image; q; 画; draw")
    ink = {"ink": [[1000, 2000] * (INK_MAX // 8)], "w": 2000, "h": 2000}
    assert visit.answer("q", ink).problems() == {"q": "画的内容太多，存不下，请擦掉一些。"}
    small = visit.answer("q", {"ink": [[1, 2, 3, 4]], "w": 20, "h": 20})
    assert small.problems() == {}
    assert small.answers()["q"] == {"ink": [[1, 2, 3, 4]], "w": 20, "h": 20}
    assert small.shown_value("q") == "已画好一幅画"


def test_a_range_has_ends_and_steps(begin):
    visit = begin("type; name; label; parameters", "range; q; 推荐; start=2 end=10 step=2")
    assert visit.answer("q", 4).problems() == {}
    assert visit.answer("q", 0).problems() == {"q": "不能小于 2。"}
    assert visit.answer("q", 12).problems() == {"q": "不能大于 10。"}
    assert visit.answer("q", 5).problems() == {"q": "这个回答不符合要求，请改一改。"}


def test_a_ranking_is_whole_or_not_there(begin):
    visit = begin("type; name; label", "rank l; q; 排", choices=("list_name; name; label", "l; a; 甲", "l; b; 乙"))
    assert visit.problems() == {}
    assert visit.answer("q", ["b"]).problems() == {"q": "请给每一项排好先后。"}
    assert visit.answer("q", ["b", "a"]).problems() == {}
    assert visit.answer("q", ["b", "a"]).shown_value("q") == "1. 乙、2. 甲"
    assert visit.answer("q", ["b", "a", "z"]).value("q") == ["b", "a"]


def test_an_acknowledgement_asks_to_be_tapped(begin):
    visit = begin("type; name; label; required", "acknowledge; q; 请知悉; yes")
    assert visit.problems() == {"q": "请先点一下“我知道了”。"}
    assert visit.answer("q", True).answers() == {"q": True}
