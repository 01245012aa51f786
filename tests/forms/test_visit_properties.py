"""What holds whatever a visitor does, tried on every form that ships."""

import contextlib
import json

import pytest
from forms_kit import TODAY, visit_in
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.errors import AnswersError
from kiosk.forms.registry import BUILTIN
from kiosk.forms.replay import replay
from kiosk.forms.xform import parse_form

FORMS = [parse_form(path.read_bytes()) for path in sorted(BUILTIN.glob("*.xml"))]
ROWS = [{"name": f"r{n}", "label": f"第 {n} 场", "label_en": f"No. {n}", "category": c} for n, c in enumerate("ABC")]
LISTS = {name: ROWS for form in FORMS for name in form.live_lists}


def some_answer(visit, question):
    """A strategy for what a screen could hand in for a question."""
    offered = [choice.name for choice in visit.choices(question.name)]
    if question.type in ("select_one", "select_multiple", "rank") and not offered:
        return st.none()
    by_type = {
        "select_one": lambda: st.sampled_from(offered),
        "select_multiple": lambda: st.lists(st.sampled_from(offered), unique=True, max_size=4),
        "rank": lambda: st.permutations(offered),
        "range": lambda: st.sampled_from(range(question.range[0], question.range[1] + 1, question.range[2])),
        "integer": lambda: st.integers(-5, 200),
        "image": lambda: st.just({"ink": [[1, 2, 3, 4]], "w": 100, "h": 80}),
        "acknowledge": st.booleans,
        "date": lambda: st.dates().map(lambda day: day.isoformat()),
    }
    return by_type.get(question.type, lambda: st.text(max_size=12))()


@st.composite
def walks(draw):
    form = draw(st.sampled_from(FORMS))
    visit = visit_in(form, lists=LISTS)
    for _ in range(draw(st.integers(0, 25))):
        move = draw(st.sampled_from(["answer", "answer", "answer", "next", "next", "back", "language", "clear", "any"]))
        asked = list(visit.screen.questions) if visit.screen else []
        if move == "any":
            asked = [question for screen in form.screens for question in screen.questions]
        match move:
            case "next":
                visit = visit.next()
            case "back":
                visit = visit.back()
            case "language":
                visit = visit.with_language(draw(st.sampled_from(["zh-Hans", "en", "fr"])))
            case "clear" if asked:
                visit = visit.clear(draw(st.sampled_from(asked)).name)
            case _ if asked:
                question = draw(st.sampled_from(asked))
                with contextlib.suppress(AnswersError):  # a note takes no answer
                    visit = visit.answer(question.name, draw(some_answer(visit, question)))
    return visit


@settings(max_examples=150, deadline=None)
@given(walks())
def test_a_visit_always_stands_somewhere_and_says_so(visit):
    position, total = visit.progress
    assert 1 <= position <= total == len(visit.screens)
    assert visit.at_review == (visit.index == total)
    assert all(screen.questions for screen in visit.screens)
    assert all(isinstance(message, str) and message for message in visit.all_problems().values())


@settings(max_examples=150, deadline=None)
@given(walks())
def test_what_is_recorded_is_relevant_offered_and_plain_json(visit):
    answers = visit.answers()
    assert json.loads(json.dumps(answers)) == answers
    for name, value in answers.items():
        question = visit.form.question(name)
        assert visit.is_relevant(name)
        if question.itemset:
            offered = {choice.name for choice in visit.choices(name)}
            assert set(value if isinstance(value, list) else [value]) <= offered
    assert {name for name, *_ in visit.review_rows()} <= answers.keys()


@settings(max_examples=100, deadline=None)
@given(walks())
def test_a_finished_visit_replays_to_the_same_answers(visit):
    if visit.all_problems():
        return
    again = replay(visit.form, visit.answers(), today=TODAY, lists=LISTS)
    assert again.answers() == visit.answers()


@settings(max_examples=100, deadline=None)
@given(walks())
def test_a_change_of_language_changes_no_answer_and_no_place(visit):
    other = visit.with_language("en").with_language("zh-Hans")
    assert other.answers() == visit.answers()
    assert other.index == visit.index
    assert [question.name for screen in other.screens for question in screen.questions] == [
        question.name for screen in visit.screens for question in screen.questions
    ]


def plain_answer(visit, question):
    first = [choice.name for choice in visit.choices(question.name)][:1]
    by_type = {"select_one": "".join(first), "select_multiple": first, "range": 5, "acknowledge": True}
    return by_type.get(question.type, "好")


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_every_form_can_be_gone_through_in_both_languages(form):
    for language in ("zh-Hans", "en"):
        visit = visit_in(form, lists=LISTS, language=language)
        for _ in range(40):
            if visit.screen is None:
                break
            for question in visit.screen.questions:
                assert visit.label(question.name), question.name
                if visit.is_required(question.name):
                    visit = visit.answer(question.name, plain_answer(visit, question))
            visit = visit.next()
        assert visit.at_review, visit.problems()
