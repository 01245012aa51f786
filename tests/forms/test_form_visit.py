from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from forms_kit import NOON, TODAY

from kiosk.errors import AnswersError
from kiosk.forms.visit import FormVisit

BOTH = "label::中文 (zh); label::English (en)"
HEADER = f"type; name; {BOTH}; required; relevant; constraint; calculation; choice_filter; appearance"
QUICK = (
    HEADER,
    "select_one likert; grade; 满意吗？; Satisfied?; yes; ; ; ; ; likert quick",
    "select_multiple tags; reasons; 因为？; Because?; ; ; count-selected(.) <= 2; ; grade = ${grade}; columns-pack",
    "text; words; ${grade} 分，还想说？; Anything else?; ; ; ; ; ; multiline",
    "select_one reply; reply; 要回复吗？; Reply?; ; ${grade} <= 2; ; ; ;",
    "text; name; 称呼; Name; yes; ${reply} = 'yes'; ; ; ;",
    "calculate; severe; ; ; ; ; ; if(${grade} = 1, 'yes', ''); ;",
)
CHOICES = (
    "list_name; name; label::中文 (zh); label::English (en); grade; image",
    *(f"likert; {n}; {n} 分; {n} points; ; face-{n}.svg" for n in (5, 4, 3, 2, 1)),
    "tags; 501; 精彩; Wonderful; 5;",
    "tags; 502; 热情; Warm; 5;",
    "tags; 503; 整洁; Clean; 5;",
    "tags; 101; 取消; Cancelled; 1;",
    "tags; 102; 没开; Closed; 1;",
    "reply; yes; 要; Yes; ;",
    "reply; no; 不用; No; ;",
)


@pytest.fixture
def quick(begin):
    return begin(*QUICK, choices=CHOICES)


def names(visit):
    return [screen.name for screen in visit.screens]


# -- moving


def test_a_visit_begins_on_the_first_screen(quick):
    assert quick.screen.name == "grade"
    assert quick.progress == (1, 3)
    assert not quick.at_review


def test_a_bad_grade_brings_one_more_screen(quick):
    assert names(quick.answer("grade", "5")) == ["grade", "reasons", "words"]
    assert names(quick.answer("grade", "1")) == ["grade", "reasons", "words", "reply"]
    assert quick.answer("grade", "1").progress == (1, 4)


def test_a_required_question_holds_the_visit(quick):
    assert quick.problems() == {"grade": "这一题需要回答。"}
    assert quick.next().screen.name == "grade"
    assert not quick.can_skip
    assert quick.answer("grade", "3").next().screen.name == "reasons"


def test_what_is_not_required_may_be_passed(quick):
    reasons = quick.answer("grade", "3").next()
    assert reasons.can_skip
    assert reasons.next().screen.name == "words"


def test_review_comes_after_the_last_screen_and_back_leads_out_of_it(quick):
    end = quick.answer("grade", "5").next().next().next()
    assert end.at_review
    assert end.screen is None
    assert end.progress == (3, 3)
    assert end.next().at_review
    assert end.back().screen.name == "words"
    assert quick.back().screen.name == "grade"


def test_going_back_keeps_every_answer(quick):
    visit = quick.answer("grade", "5").next().answer("reasons", ["502"]).next().answer("words", "好").back().back()
    assert visit.screen.name == "grade"
    assert visit.answers() == {"grade": "5", "reasons": ["502"], "words": "好"}


def test_goto_finds_a_screen_or_a_question(quick):
    visit = quick.answer("grade", "5")
    assert visit.goto("words").screen.name == "words"
    assert visit.goto("reply").screen.name == "grade"  # not there after a good grade


def test_review_stops_at_the_first_problem(quick):
    assert quick.goto("words").review().screen.name == "grade"
    named = quick.answer("grade", "1").answer("reply", "yes")
    assert named.review().screen.name == "name"
    assert named.all_problems() == {"name": "这一题需要回答。"}
    assert named.answer("name", "王").review().at_review


def test_a_screen_that_vanishes_gives_way_to_the_next(quick):
    visit = quick.answer("grade", "1").answer("reply", "yes").goto("reply").answer("grade", "5")
    assert visit.at_review
    assert visit.answer("grade", "1").screen.name == "reply"


# -- answers


def test_a_visit_never_changes(quick):
    answered = quick.answer("grade", "5")
    assert quick.value("grade") is None
    assert answered.clear("grade").value("grade") is None
    assert answered.value("grade") == "5"


def test_what_is_not_relevant_is_kept_and_comes_back(quick):
    told = quick.answer("grade", "1").answer("reply", "yes").answer("name", "王")
    better = told.answer("grade", "5")

    assert better.answers() == {"grade": "5"}
    assert better.value("name") is None
    assert better.answer("grade", "1").answers() == told.answers()


def test_tags_follow_the_grade(quick):
    five = quick.answer("grade", "5")
    assert [choice.name for choice in five.choices("reasons")] == ["501", "502", "503"]
    assert five.choices("reasons")[0].label == "精彩"
    picked = five.answer("reasons", ["501", "503"])

    one = picked.answer("grade", "1")

    assert [choice.name for choice in one.choices("reasons")] == ["101", "102"]
    assert one.answers() == {"grade": "1", "severe": "yes"}
    assert one.answer("grade", "5").value("reasons") == ["501", "503"]


def test_too_many_choices_are_told_in_numbers(quick):
    visit = quick.answer("grade", "5").next().answer("reasons", ["501", "502", "503"])
    assert visit.problems() == {"reasons": "最多选 2 项。"}
    assert visit.next().screen.name == "reasons"
    assert visit.with_language("en").problems() == {"reasons": "Choose at most 2."}
    assert visit.answer("reasons", ["501"]).problems() == {}


def test_a_constraint_is_not_evaluated_on_an_empty_answer(begin):
    visit = begin("type; name; label; constraint", "integer; n; 数; . > 3 and . < 9")
    assert visit.problems() == {}
    assert visit.answer("n", 2).problems() == {"n": "这个回答不符合要求，请改一改。"}
    assert visit.answer("n", 4).problems() == {}
    assert visit.answer("n", 2).answer("n", None).problems() == {}


def test_a_message_of_the_form_goes_first(begin):
    messages = [BOTH.replace("label", f"{what}_message") for what in ("required", "constraint")]
    header = f"type; name; {BOTH}; required; {messages[0]}; constraint; {messages[1]}"
    visit = begin(header, "integer; n; 数; N; yes; 几个？; How many?; . < 9; ${n} 太多; ${n} is too many")
    assert visit.problems() == {"n": "几个？"}
    assert visit.answer("n", 12).problems() == {"n": "12 太多"}
    assert visit.answer("n", 12).with_language("en").problems() == {"n": "12 is too many"}


def test_required_may_depend_on_an_answer(begin):
    visit = begin("type; name; label; required", "integer; n; 数;", "text; why; 为什么; ${n} > 3")
    assert not visit.is_required("why")
    assert visit.answer("n", 4).is_required("why")
    assert visit.answer("n", 4).goto("why").problems() == {"why": "这一题需要回答。"}


def test_calculations_follow_in_any_order(begin):
    visit = begin(
        "type; name; label; calculation",
        "calculate; c; ; ${b} + 1",
        "calculate; b; ; ${a} * 2",
        "integer; a; 数;",
        "note; shown; 共 ${c};",
    )
    assert visit.answer("a", 4).label("shown") == "共 9"
    assert visit.answer("a", 4).answers() == {"c": "9", "b": "8", "a": 4}
    assert visit.answers() == {}  # NaN is no answer


def test_a_value_worked_out_once_stays_with_the_visit(begin):
    visit = begin("type; name; label; calculation", "integer; a; 数;", "calculate; first; ; once(${a})")
    three = visit.answer("a", 3)
    assert three.value("first") == "3"
    assert three.answer("a", 8).value("first") == "3"
    assert visit.answer("a", 8).value("first") == "8"


def test_dates_are_days(begin):
    visit = begin(
        "type; name; label; constraint; calculation; default; relevant",
        "date; when; 哪天; . <= today(); ; today();",
        "calculate; week_later; ; ; date(${when} + 7); ;",
        "calculate; said; ; ; concat('on ', ${when}); ;",
        "text; old; 为什么; ; ; ; ${when} < '2026-01-01'",
    )
    assert visit.value("when") == "2026-11-24"
    assert visit.answers() == {"when": "2026-11-24", "week_later": "2026-12-01", "said": "on 2026-11-24"}
    assert visit.answer("when", "2026-11-25").problems()
    assert names(visit.answer("when", "2025-12-31")) == ["when", "old"]
    assert visit.review_rows() == (("when", "哪天", "2026年11月24日"),)
    assert visit.with_language("en").shown_value("when") == "24/11/2026"


def test_preloads_can_be_read_but_are_not_recorded(begin):
    visit = begin(
        "type; name; label; calculation",
        "today; day; ;",
        "start; began; ;",
        "note; hello; ${day};",
        "calculate; hour; ; format-date-time(${began}, '%H')",
        start={"now": NOON},
    )
    assert visit.label("hello") == "2026-11-24"
    assert visit.answers() == {"hour": "12"}


def test_defaults_are_filled_in_and_presets_go_before_them(begin):
    rows = ("type; name; label; default", "hidden; channel; ; kiosk", "integer; n; 数; 3", "date; d; 天; today() - 1")
    assert begin(*rows).answers() == {"channel": "kiosk", "n": 3, "d": "2026-11-23"}
    preset = begin(*rows, start={"preset": {"channel": "phone", "d": "2026-01-01"}})
    assert preset.answers() == {"channel": "phone", "n": 3, "d": "2026-01-01"}


def test_a_default_that_does_not_count_reads_as_empty(begin):
    visit = begin(
        "type; name; label; default; relevant; calculation",
        "integer; n; 数; 3; ;",
        "integer; m; 数; 4; ${n} = 3;",
        "calculate; sum; ; ; ; coalesce(${m}, 'none')",
    )
    assert visit.value("sum") == "4"
    assert visit.answer("n", 2).value("sum") == "none"
    assert visit.clear("m").value("sum") == "none"


def test_a_preset_that_does_not_fit_is_refused(begin):
    with pytest.raises(AnswersError, match="nope: no such question"):
        begin("type; name; label", "text; q; 题", start={"preset": {"nope": "x"}})


# -- groups


GROUPED = (
    "type; name; label; relevant; appearance; required",
    "integer; n; 数; ; ;",
    "begin_group; outer; 外; ${n} > 3; ;",
    "begin_group; page; 第 ${n} 页; ; field-list;",
    "text; a; 甲; ; ; yes",
    "text; b; 乙; ${a} = 'x'; ;",
    "end_group; ; ; ; ;",
    "text; c; 丙; ; ;",
    "end_group; ; ; ; ;",
)


def test_a_group_hands_its_condition_down(begin):
    visit = begin(*GROUPED)
    assert names(visit) == ["n"]
    assert names(visit.answer("n", 4)) == ["n", "page", "c"]
    assert visit.answer("n", 4).answer("c", "丙").answer("n", 1).answers() == {"n": 1}


def test_a_field_list_shows_what_is_relevant_in_it(begin):
    page = begin(*GROUPED).answer("n", 4).next()
    assert page.screen.name == "page"
    assert [question.name for question in page.screen.questions] == ["a"]
    assert page.label("page") == "第 4 页"
    assert [question.name for question in page.answer("a", "x").screen.questions] == ["a", "b"]
    assert page.problems() == {"a": "这一题需要回答。"}
    assert page.answer("a", "x").next().screen.name == "c"


# -- language


def test_answers_outlive_a_change_of_language(quick):
    visit = quick.answer("grade", "5").answer("reasons", ["501"]).with_language("en")
    assert visit.label("grade") == "Satisfied?"
    assert visit.choices("reasons")[0].label == "Wonderful"
    assert visit.review_rows() == (("grade", "Satisfied?", "5 points"), ("reasons", "Because?", "Wonderful"))
    assert visit.with_language("zh-Hans").review_rows() == (
        ("grade", "满意吗？", "5 分"),
        ("reasons", "因为？", "精彩"),
    )


def test_a_label_shows_answers_and_a_choice_its_picture(quick):
    assert quick.answer("grade", "4").label("words") == "4 分，还想说？"
    assert quick.choices("grade")[0].media == "face-5.svg"


def test_a_choice_can_be_named_in_words(begin):
    visit = begin(
        "type; name; label::中文 (zh); label::English (en); calculation",
        "select_one l; q; 题; Q;",
        "calculate; said; ; ; jr:choice-name(${q}, '${q}')",
        choices=("list_name; name; label::中文 (zh); label::English (en)", "l; x; 叉; Cross"),
    )
    assert visit.answer("q", "x").value("said") == "叉"
    assert visit.answer("q", "x").with_language("en").value("said") == "Cross"


# -- live lists


LIVE = (
    "type; name; label; choice_filter; relevant",
    "hidden; hall; ; ;",
    "select_one_from_file sessions.csv; session; 哪一场; hall = ${hall} or ${hall} = '';",
    "text; which; 写下来; ; count(instance('sessions')/root/item) = 0",
)
ROWS = [
    {"name": "s1", "label": "京剧", "label_en": "Peking opera", "hall": "big", "image": "opt-film.svg"},
    {"name": "s2", "label": "合唱", "label_en": "", "hall": "small", "not a column": "x"},
]


def test_a_live_list_is_filled_at_the_terminal(begin):
    visit = begin(*LIVE, start={"lists": {"sessions": ROWS}})
    assert names(visit) == ["session"]
    assert [(c.name, c.label, c.media) for c in visit.choices("session")] == [
        ("s1", "京剧", "opt-film.svg"),
        ("s2", "合唱", None),
    ]
    assert [c.label for c in visit.with_language("en").choices("session")] == ["Peking opera", "合唱"]
    assert visit.answer("session", "s2").shown_value("session") == "合唱"


def test_a_live_list_can_be_narrowed(begin):
    visit = begin(*LIVE, start={"lists": {"sessions": ROWS}, "preset": {"hall": "small"}})
    assert [choice.name for choice in visit.choices("session")] == ["s2"]
    assert visit.answer("session", "s1").value("session") is None


def test_an_empty_live_list_can_give_way(begin):
    assert names(begin(*LIVE)) == ["session", "which"]


def test_shuffled_choices_stay_as_they_are_for_one_visit(begin):
    rows = ("type; name; label; parameters", "select_one l; q; 题; randomize=true")
    choices = ("list_name; name; label", *(f"l; c{n}; {n}" for n in range(12)))
    visit = begin(*rows, choices=choices, start={"seed": "one"})
    order = [choice.name for choice in visit.choices("q")]

    assert [c.name for c in visit.answer("q", "c3").with_language("en").choices("q")] == order
    assert sorted(order) == sorted(f"c{n}" for n in range(12))
    assert [c.name for c in begin(*rows, choices=choices, start={"seed": "two"}).choices("q")] != order


def test_the_clock_may_be_anywhere(begin):
    visit = begin("type; name; label; default", "date; d; 天; today()", start={"today": date(1970, 1, 1)})
    assert visit.value("d") == "1970-01-01"
    assert begin("type; name; label", "text; q; 题", start={"today": TODAY}).answers() == {}


def test_one_form_serves_many_threads(make_form):
    form = make_form(*QUICK, choices=CHOICES)
    begun = FormVisit.start(form, today=TODAY)

    def walk(number: int) -> bool:
        grade = "51"[number % 2]
        visit = begun.answer("grade", grade)
        for _ in range(20):
            visit = visit.with_language("en").with_language("zh-Hans").answer("words", f"{number}")
            offered = {choice.name[0] for choice in visit.choices("reasons")}
            if (
                offered != {grade}
                or visit.label("words") != f"{grade} 分，还想说？"
                or visit.value("words") != f"{number}"
            ):
                return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(walk, range(64)))
