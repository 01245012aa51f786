"""The twelve forms that ship: compiled from what stands beside them, complete, and answered from end to end."""

import json
from datetime import date

import pytest
from shipped_words import ASSETS, FORMS, LISTS, XFORMS, said, texts_of

from kiosk.catalogue import load_catalogue
from kiosk.errors import FormError
from kiosk.forms.authoring import BREAK, check, compile_form
from kiosk.forms.shipped import sources, write_all
from kiosk.forms.visit import FormVisit
from kiosk.records import CONSENTS

IDS = {
    *("quick-rating", "event", "course", "wish", "facility", "service", "expert", "annual"),
    *("heritage", "access-check", "wish-wall", "terminal-check"),
}
FIVE = ["非常满意", "满意", "基本满意", "不满意", "非常不满意"]
INK = {"ink": [[10, 10, 200, 200]], "w": 1800, "h": 1200}
ASKING = {"can_contact": "1", "can_handoff": "1"}
CATALOGUE = load_catalogue(ASSETS / "catalogue.toml")
MARKDOWN = sources()


def begin(form: str, preset: dict | None = None, lists: dict | None = None) -> FormVisit:
    rows = LISTS if lists is None else lists
    return FormVisit.start(FORMS[form], today=date(2026, 11, 24), lists=rows, preset=preset or {})


def answer(visit: FormVisit, question, picks: dict):
    """A plausible answer: what is picked, else the first choice; None where nothing is asked."""
    if question.name in picks:
        return picks[question.name]
    offered = [choice.name for choice in visit.choices(question.name)]
    given = {"select_one": offered[:1] and offered[0], "select_multiple": offered[:1], "rank": offered}
    given |= {"range": 8, "text": "说几句话", "image": INK}
    return given.get(question.type)


def walk(visit: FormVisit, **picks) -> tuple[FormVisit, list[str]]:
    """Through a form to its review, and the names of the screens on the way."""
    names = []
    while not visit.at_review:
        names.append(visit.screen.name)
        for question in visit.screen.questions:
            if (value := answer(visit, question, picks)) is not None:
                visit = visit.answer(question.name, value)
        assert visit.problems() == {}
        visit = visit.next()
    return visit, names


# -- as they are written


def test_these_twelve_ship():
    assert {path.stem for path in MARKDOWN} == IDS
    assert set(FORMS) == IDS


@pytest.mark.parametrize("source", MARKDOWN, ids=lambda path: path.stem)
def test_nothing_in_it_is_to_be_mended(source):
    assert [str(problem) for problem in check(source)] == []


@pytest.mark.parametrize("source", MARKDOWN, ids=lambda path: path.stem)
def test_what_is_compiled_is_what_is_written(source):
    """Fails when a .md was changed and ``python -m kiosk.forms.shipped`` was not run."""
    assert compile_form(source) == (ASSETS / "forms" / "xform" / f"{source.stem}.xml").read_bytes()


def test_an_author_sees_where_a_label_may_break_and_a_visitor_does_not():
    written = (ASSETS / "forms" / "wish.md").read_text(encoding="utf-8")
    compiled = (ASSETS / "forms" / "xform" / "wish.xml").read_text(encoding="utf-8")

    assert "团队<wbr>排练场地" in written
    assert f"团队{BREAK}排练场地" in compiled
    assert "wbr" not in compiled


def test_compiling_again_changes_nothing(tmp_path):
    (tmp_path / "xform").mkdir()
    (tmp_path / "wish-wall.md").write_bytes((ASSETS / "forms" / "wish-wall.md").read_bytes())

    assert [path.name for path in write_all(tmp_path)] == ["wish-wall.xml"]
    assert write_all(tmp_path) == ()


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_it_is_what_its_name_says(form):
    assert form.id in IDS
    assert form.version == CATALOGUE.version
    assert form.languages == ("zh", "en")
    assert form.title("zh") != form.title("en")


def test_no_compiled_form_is_without_its_source():
    assert {path.stem for path in XFORMS} == {path.stem for path in MARKDOWN}


def test_a_form_with_anything_to_mend_is_not_shipped(tmp_path):
    (tmp_path / "xform").mkdir()
    text = (ASSETS / "forms" / "wish-wall.md").read_text(encoding="utf-8")
    (tmp_path / "wish-wall.md").write_text(text.replace("opt-self.svg", "opt-none.svg"), encoding="utf-8")

    with pytest.raises(FormError, match=r"^wish-wall\.md: choices \d+ image"):
        write_all(tmp_path)
    assert list((tmp_path / "xform").iterdir()) == []


# -- what stands in them


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_everything_is_said_in_both_languages(form):
    lacking = [place for place, text in texts_of(form) if text.parts and not text.parts.keys() >= {"zh", "en"}]
    silent = [q.name for q in form.questions if q.type not in ("hidden", "calculate", "preload") and not q.text.parts]

    assert lacking == []
    assert silent == []


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_picture_is_there(form):
    named = {name for _, text in texts_of(form) for name in text.images.values()}

    assert [name for name in sorted(named) if not (ASSETS / "pictograms" / name).is_file()] == []


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_option_of_a_grid_has_a_pictogram_of_its_own(form):
    for question in form.questions:
        if "columns-pack" in question.appearance and question.name != "reasons":
            pictures = [item.text.image("zh") for item in question.itemset.items]
            assert None not in pictures, question.name
            assert len(set(pictures)) == len(pictures), question.name


@pytest.mark.parametrize("grade", "54321")
def test_the_reasons_for_a_grade_have_each_a_pictogram_of_its_own(grade):
    offered = begin("quick-rating").answer("grade", grade).choices("reasons")
    pictures = [choice.media for choice in offered]

    assert len(offered) == 8
    assert None not in pictures
    assert len(set(pictures)) == 8


def graded():
    return [
        pytest.param(form.id, question, id=f"{form.id}-{question.name}")
        for form in FORMS.values()
        for question in form.questions
        if "likert" in question.appearance
    ]


@pytest.mark.parametrize(("form", "question"), graded())
def test_the_five_grades_have_the_exact_words(form, question):
    items = question.itemset.items

    assert [item.name for item in items] == list("54321")
    assert [item.text.plain("zh") for item in items] == FIVE
    assert [item.text.image("zh") for item in items] == [f"face-{level}.svg" for level in "54321"]
    assert question.default == ""  # nobody's grade is chosen for them


def test_the_tags_are_those_of_the_catalogue():
    items = FORMS["quick-rating"].question("reasons").itemset.items

    assert {item.name: (said(item.text, "zh"), said(item.text, "en")) for item in items} == {
        tag.code: (tag.label["zh-Hans"], tag.label["en"]) for tag in CATALOGUE.tags.values()
    }


@pytest.mark.parametrize("grade", "12345")
def test_the_reasons_offered_are_those_of_the_grade(grade):
    offered = [choice.name for choice in begin("quick-rating").answer("grade", grade).choices("reasons")]

    assert offered == [code for code, tag in CATALOGUE.tags.items() if tag.grade == int(grade)]


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_long_word_in_a_grid_says_where_it_may_break(form):
    """From six characters on a label takes two lines in a portrait grid; halves would cut through words."""
    for question in form.questions:
        if "columns-pack" in question.appearance:
            labels = [item.text.plain("zh") for item in question.itemset.items]
            assert [label for label in labels if len(label) > 5 and BREAK not in label] == [], question.name


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_it_ends_in_the_visitors_own_words(form):
    assert [q.name for q in form.questions if q.type == "text" and "multiline" in q.appearance]


def test_questions_that_are_asked_alike_are_written_alike():
    for name in ("age14", "guardian", "no_phone", "ask_contact"):
        asked = [form.by_name[name] for form in FORMS.values() if name in form.by_name]
        assert len(asked) == 4
        assert len({(q.label("zh"), q.label("en"), q.hint("zh"), q.required) for q in asked}) == 1


def test_a_consent_is_one_of_the_five_with_two_equal_answers():
    asked = [q for form in FORMS.values() for q in form.questions if q.name.startswith("consent_")]

    assert {q.name.removeprefix("consent_") for q in asked} <= set(CONSENTS)
    assert len(asked) == 2
    for question in asked:
        assert [item.name for item in question.itemset.items] == ["agree", "disagree"]


# -- as they are answered

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


@pytest.mark.parametrize("form", IDS)
def test_it_can_be_answered_where_no_list_has_come_yet(form):
    visit, screens = walk(begin(form, lists={}))

    assert visit.all_problems() == {}
    assert len(screens) <= 10


@pytest.mark.parametrize("form", IDS)
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


# -- the catalogue and the forms


def test_the_catalogue_opens_the_forms_that_ship():
    assert set(load_catalogue(ASSETS / "catalogue.toml", forms=IDS).openings) == IDS


def test_every_form_can_be_reached_from_home():
    opened = {form for category in CATALOGUE.categories for form in category.forms}

    assert opened | {CATALOGUE.home.rating, *CATALOGUE.home.more_forms} == IDS


def test_the_pictograms_of_the_catalogue_are_there():
    named = {c.pictogram for c in CATALOGUE.categories} | {o.pictogram for o in CATALOGUE.openings.values()}

    assert [name for name in named if not (ASSETS / "pictograms" / name).is_file()] == []


def test_a_category_is_printed_in_its_tone():
    colours = json.loads((ASSETS / "tokens.json").read_text(encoding="utf-8"))["colour"]["standard"]
    tones = {"gold": colours["toneGold"], "celadon": colours["toneCeladon"], "indigo": colours["toneIndigo"]}

    for category in CATALOGUE.categories:
        assert tones[category.tone] in (ASSETS / "pictograms" / category.pictogram).read_text(encoding="utf-8")


def test_a_tile_has_room_for_its_word():
    assert [c.tile["zh-Hans"] for c in CATALOGUE.categories if len(c.tile["zh-Hans"]) > 6] == []
    assert [c.tile["en"] for c in CATALOGUE.categories if len(c.tile["en"]) > 22] == []
