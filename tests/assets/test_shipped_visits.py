"""The twelve forms that ship, answered: every way to its end, live lists, contact and minors, what is urgent."""

import pytest
from shipped_walks import ASKING, answer, begin, walk
from shipped_words import ASSETS, FORMS, LISTS

from kiosk.catalogue import load_catalogue

CATALOGUE = load_catalogue(ASSETS / "catalogue.toml")


WAYS = {  # form, preset, picks: the longest ways through each
    "one tap": ("quick-rating", {}, {}),
    "a bad grade": ("quick-rating", ASKING, {"grade": "1", "reply": "phone"}),
    "an activity": ("event", {"category": "A"}, {}),
    "a performance": ("event", {"category": "B"}, {}),
    "an exhibition": ("event", {"category": "D"}, {}),
    "not in the list": ("event", {}, {"session": "other"}),
    "a course": ("course", {}, {}),
    "a course not in the list": ("course", {}, {"course": "other"}),
    "wishes": ("wish", {}, {"wanted": ["show", "learn", "other"], "learn": ["choir", "other"]}),
    "something broken": ("facility", ASKING, {"reply": "phone"}),
    "danger": ("facility", ASKING, {"problems": ["danger"], "reply": "phone"}),
    "praise": ("service", ASKING, {"kind": "praise", "reply": "phone"}),
    "a complaint": ("service", ASKING, {"kind": "complaint", "reply": "phone"}),
    "a suggestion": ("service", ASKING, {"kind": "suggestion"}),
    "an expert": ("expert", {}, {}),
    "a year": ("annual", {}, {}),
    "heritage": ("heritage", {}, {}),
    "a lead": ("heritage", ASKING, {"kind": "lead", "reply": "phone"}),
    "access": ("access-check", {}, {}),
    "a wish in words": ("wish-wall", {}, {}),
    "a wish drawn": ("wish-wall", {}, {"way": "draw"}),
    "this terminal": ("terminal-check", {}, {"topic": "terminal"}),
}


@pytest.mark.parametrize("way", WAYS)
def test_it_can_be_answered_to_the_end_in_ten_screens(way):
    form, preset, picks = WAYS[way]

    visit, screens = walk(begin(form, preset), **picks)

    assert visit.all_problems() == {}
    assert 3 <= len(screens) <= 10
    assert all(label and shown for _, label, shown in visit.review_rows())


@pytest.mark.parametrize("form", FORMS)
def test_it_can_be_answered_where_no_list_has_come_yet(form):
    visit, screens = walk(begin(form, lists={}))

    assert visit.all_problems() == {}
    assert len(screens) <= 10


@pytest.mark.parametrize("form", FORMS)
def test_little_must_be_answered(form):
    """Only what the form is about: everything else can be passed over."""
    visit = begin(form, ASKING if "can_contact" in FORMS[form].by_name else {})
    asked = 0
    while not visit.at_review:
        for question in visit.screen.questions:
            if visit.is_required(question.name):
                asked += 1
                visit = visit.answer(question.name, answer(visit, question, {}))
        visit = visit.next()

    assert 1 <= asked <= (7 if form == "expert" else 5)


def test_the_quick_rating_is_three_screens_and_one_of_them_must_be():
    _, screens = walk(begin("quick-rating", ASKING), grade="5")

    assert screens == ["grade", "reasons", "words"]
    assert begin("quick-rating").answer("grade", "5").next().next().next().at_review


def test_the_phone_page_asks_more_about_the_year():
    _, here = walk(begin("annual"))
    _, there = walk(begin("annual", {"channel": "phone"}))

    assert set(there) - set(here) == {"sources", "hours", "about_you"}


def test_at_most_as_many_as_it_says():
    visit = begin("wish").answer("wanted", ["show", "learn", "film", "lecture"])

    assert visit.problems() == {"wanted": "最多选 3 项"}
    assert visit.with_language("en").problems() == {"wanted": "Please choose at most 3"}
    assert visit.form.question("wanted").max_selected == 3


# -- live lists


@pytest.mark.parametrize(("category", "first"), [("A", "s01"), ("B", "s05"), ("D", "s09")])
def test_a_tile_offers_its_own_sessions_and_a_way_out(category, first):
    offered = [choice.name for choice in begin("event", {"category": category}).choices("session")]

    assert offered[0] == first
    assert offered[-1] == "other"
    assert 3 <= len(offered) <= 6


def test_without_a_tile_every_session_is_offered():
    assert len(begin("event").choices("session")) == len(LISTS["sessions"])


def test_a_session_that_the_centre_put_in_no_category_is_offered_to_all():
    rows = [{"name": "n1", "label": "新春联欢", "label_en": "Spring party"}]
    visit = begin("event", {"category": "B"}, {"sessions": rows})

    assert [choice.name for choice in visit.choices("session")] == ["n1"]
    assert visit.can_skip  # no row "other": nobody is held up


def test_a_list_with_a_way_out_must_be_answered():
    assert not begin("event").can_skip
    assert not begin("course").can_skip


def test_without_a_list_a_line_is_there_instead():
    for form, line in (("event", "session_words"), ("course", "course_words")):
        visit = begin(form, lists={})
        assert visit.screen.name == line
        assert visit.can_skip


def test_lists_are_shown_in_english_too():
    offered = begin("course").with_language("en").choices("course")

    assert offered[0].label == "Mon morning, choir for older voices"


@pytest.mark.parametrize("name", LISTS)
def test_the_lists_of_the_demonstration_are_sound(name):
    rows = LISTS[name]
    names = [row["name"] for row in rows]

    assert len(set(names)) == len(names)
    assert {row.get("category", "") for row in rows} <= {"", *(category.code for category in CATALOGUE.categories)}
    assert {row.get("department", "") for row in rows} <= {"", *CATALOGUE.departments}
    assert all(row["label"] and row["label_en"] for row in rows)


# -- contact, minors


@pytest.mark.parametrize("form", [form for form in FORMS if "reply" in FORMS[form].by_name])
def test_a_terminal_that_cannot_seal_never_asks_for_a_contact(form):
    _, screens = walk(begin(form), grade="1", kind="lead" if form == "heritage" else "complaint")

    assert not {"reply", "age14"} & set(screens)


def test_only_what_the_terminal_can_do_is_offered():
    bad = {"can_contact": "1"}, {"can_handoff": "1"}, ASKING
    offered = [[c.name for c in begin("quick-rating", p).answer("grade", "2").choices("reply")] for p in bad]

    assert offered == [["no", "phone"], ["no", "scan"], ["no", "phone", "scan"]]


@pytest.mark.parametrize("grade", ["3", "4", "5"])
def test_after_a_good_grade_nobody_is_asked_for_a_contact(grade):
    assert not begin("quick-rating", ASKING).answer("grade", grade).is_relevant("reply")


def test_from_fourteen_on_a_number_may_be_left():
    visit, screens = walk(begin("quick-rating", ASKING), grade="1", reply="phone", age14="yes")

    assert screens[-1] == "age14"
    assert visit.answers()["ask_contact"] == "1"


@pytest.mark.parametrize("age", ["no", "unsaid"])
@pytest.mark.parametrize(("preset", "told"), [(ASKING, "guardian"), ({"can_contact": "1"}, "no_phone")])
def test_under_fourteen_or_unsaid_no_number_is_taken(age, preset, told):
    visit, screens = walk(begin("facility", preset), reply="phone", age14=age)

    assert screens[-1] == told
    assert visit.answers().get("ask_contact", "") == ""


def test_age_is_asked_of_those_alone_who_leave_a_number():
    for reply in ("no", "scan"):
        assert not begin("service", ASKING).answer("reply", reply).is_relevant("age14")


# -- what is urgent


def test_danger_is_not_asked_how_urgent_it_is():
    visit, screens = walk(begin("facility"), problems=["dirty", "danger"])

    assert "danger_note" in screens
    assert "urgent" not in screens
    assert visit.value("severity") == "safety"


@pytest.mark.parametrize(
    ("problems", "severity"),
    [(["access"], "legal"), (["broken", "dirty"], "failure"), (["temperature"], "inconvenience")],
)
def test_what_is_wrong_with_the_building_is_weighed(problems, severity):
    visit, screens = walk(begin("facility"), problems=problems)

    assert visit.value("severity") == severity
    assert "urgent" in screens


@pytest.mark.parametrize(
    ("kind", "reasons", "severity"),
    [
        ("complaint", ["fees"], "legal"),
        ("complaint", ["waiting", "leak"], "legal"),
        ("complaint", ["attitude"], "failure"),
        ("suggestion", None, "inconvenience"),
        ("praise", None, "wish"),
    ],
)
def test_what_is_said_about_service_is_weighed(kind, reasons, severity):
    picks = {"kind": kind} | ({"complaint": reasons} if reasons else {})

    visit, _ = walk(begin("service"), **picks)

    assert visit.value("severity") == severity
    assert severity in CATALOGUE.severity


def test_experts_are_never_mixed_into_public_satisfaction():
    assert not {"grade", "overall"} & FORMS["expert"].by_name.keys()


def test_everything_easy_excludes_everything_hard():
    visit = begin("access-check").goto("hard")

    assert visit.answer("hard", ["ramp", "nothing"]).problems()
    assert not visit.answer("hard", ["nothing"]).problems()
