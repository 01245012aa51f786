"""The twelve forms that ship: compiled from what stands beside them, complete, and opened by the catalogue."""

import json

import pytest
from shipped_walks import begin
from shipped_words import ASSETS, FORMS, XFORMS, said, texts_of

from kiosk.catalogue import load_catalogue
from kiosk.errors import FormError
from kiosk.forms.authoring import BREAK, check, compile_form
from kiosk.forms.shipped import sources, write_all
from kiosk.records import CONSENTS

IDS = {
    *("quick-rating", "event", "course", "wish", "facility", "service", "expert", "annual"),
    *("heritage", "access-check", "wish-wall", "terminal-check"),
}
FIVE = ["非常满意", "满意", "基本满意", "不满意", "非常不满意"]
CATALOGUE = load_catalogue(ASSETS / "catalogue.toml")
MARKDOWN = sources()


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
    assert form.languages[:3] == ("zh", "en", "zh-Hant")
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
def test_everything_is_said_in_three_languages(form):
    said = {"zh", "en", "zh-Hant"}
    lacking = [place for place, text in texts_of(form) if text.parts and not text.parts.keys() >= said]
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
    assert len(asked) == 3  # words, picture, voice
    for question in asked:
        assert [item.name for item in question.itemset.items] == ["agree", "disagree"]


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
