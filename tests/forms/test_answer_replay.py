import pytest
from forms_kit import TODAY

from kiosk.errors import AnswersError
from kiosk.forms.replay import replay

ROWS = (
    "type; name; label; required; relevant; constraint; calculation; default; choice_filter",
    "hidden; category; ; ; ; ; ; ;",
    "select_one l; grade; 评; yes; ; ; ; ;",
    "select_multiple tags; reasons; 因; ; ; count-selected(.) <= 2; ; ; grade = ${grade}",
    "integer; n; 数; ; ; . < 10; ; 3;",
    "text; why; 为什么; yes; ${grade} = '1'; ; ; ;",
    "calculate; double; ; ; ; ; ${n} * 2; ;",
)
CHOICES = (
    "list_name; name; label; grade",
    "l; 5; 好;",
    "l; 1; 差;",
    "tags; a; 甲; 5",
    "tags; b; 乙; 5",
    "tags; z; 丙; 1",
)


@pytest.fixture
def form(make_form):
    return make_form(*ROWS, choices=CHOICES)


def test_answers_that_fit_come_out_as_they_went_in(form):
    answers = {"category": "C", "grade": "5", "reasons": ["b", "a"], "n": 4, "double": "999"}
    visit = replay(form, answers, today=TODAY)
    assert visit.at_review
    assert visit.answers() == answers | {"double": "8"}


def test_what_was_left_out_stays_out(form):
    assert replay(form, {"grade": "5"}, today=TODAY).answers() == {"grade": "5"}  # no default


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({}, "grade: "),
        ({"grade": "5", "nope": "秘密"}, "nope: no such question"),
        ({"grade": 5}, "grade: not an answer of type select_one"),
        ({"grade": "秘密"}, "grade: a choice that is not offered"),
        ({"grade": "5", "reasons": ["z"]}, "reasons: a choice that is not offered"),
        ({"grade": "5", "reasons": ["a", "z"]}, "reasons: a choice that is not offered"),
        ({"grade": "5", "why": "秘密"}, "why: not asked"),
        ({"grade": "1"}, "why: "),
        ({"grade": "5", "n": 12}, "n: "),
        ({"grade": "5", "n": "秘密"}, "n: not an answer of type integer"),
    ],
)
def test_answers_that_do_not_fit_are_refused_by_question_and_never_quoted(form, answers, said):
    with pytest.raises(AnswersError) as caught:
        replay(form, answers, today=TODAY)

    assert said in str(caught.value)
    assert "秘密" not in str(caught.value)
    assert "\n" not in str(caught.value)


LIVE = (
    "type; name; label; relevant; required",
    "select_one_from_file sessions.csv; session; 哪场; count(instance('sessions')/root/item) > 0;",
    "text; which; 写; not(${session}); yes",
)


def test_a_choice_from_a_list_that_is_not_at_hand_is_taken_as_it_stands(make_form):
    form = make_form(*LIVE)
    assert replay(form, {"session": "s1"}, today=TODAY).answers() == {"session": "s1"}
    assert replay(form, {"which": "京剧"}, today=TODAY).answers() == {"which": "京剧"}


def test_a_list_that_is_at_hand_decides(make_form):
    form = make_form(*LIVE)
    lists = {"sessions": [{"name": "s1", "label": "京剧"}]}
    assert replay(form, {"session": "s1"}, today=TODAY, lists=lists).shown_value("session") == "京剧"
    with pytest.raises(AnswersError, match="session: a choice that is not offered"):
        replay(form, {"session": "s2"}, today=TODAY, lists=lists)
