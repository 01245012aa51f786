"""The steps through a form, without a screen."""

from datetime import date

import pytest
from conftest import ROOT

from kiosk.forms.visit import FormVisit
from kiosk.forms.xform import parse_form
from ui import journey as place
from ui import steps
from ui.journey import Journey


@pytest.fixture(scope="module")
def forms():
    return {path.stem: parse_form(path.read_bytes()) for path in (ROOT / "assets" / "forms" / "xform").glob("*.xml")}


def begin(form, **preset) -> Journey:
    visit = FormVisit.start(form, today=date(2026, 11, 26), preset=preset)
    return steps.open_form(Journey(), visit, None)


def asked(journey: Journey) -> list[str]:
    return [question.name for question in place.questions(journey)]


def test_a_required_question_waits_and_cannot_be_skipped(forms):
    journey = begin(forms["facility"])

    assert (asked(journey), place.waits(journey), place.can_skip(journey)) == (["where"], True, False)


def test_an_optional_question_waits_too_but_may_be_skipped(forms):
    journey = steps.forward(steps.answer(begin(forms["quick-rating"]), "grade", "4"))

    assert (asked(journey), place.waits(journey), place.can_skip(journey)) == (["reasons"], True, True)


def test_the_last_question_of_a_short_form_sends_at_once(forms):
    journey = steps.forward(steps.answer(begin(forms["quick-rating"]), "grade", "4"))
    journey = steps.skipped(journey)

    assert (asked(journey), place.waits(journey), place.onward(journey)) == (["words"], False, "send")


def test_a_long_form_is_looked_over_first(forms):
    journey = begin(forms["terminal-check"])
    for name, value in (("topic", "wechat"), ("overall", "3"), ("again", "yes")):
        journey = steps.forward(steps.answer(journey, name, value))

    assert (asked(journey), place.onward(journey)) == (["words"], "review")
    assert steps.forward(journey).screen == "review"


def test_back_from_the_review_is_the_last_question(forms):
    journey = begin(forms["terminal-check"])
    for name, value in (("topic", "wechat"), ("overall", "3"), ("again", "yes")):
        journey = steps.forward(steps.answer(journey, name, value))

    back = steps.backward(steps.forward(journey))

    assert back is not None
    assert (back.screen, asked(back)) == ("question", ["words"])


def test_back_from_the_first_question_leaves(forms):
    assert steps.backward(begin(forms["facility"])) is None


def test_a_skipped_answer_is_taken_back(forms):
    journey = steps.forward(steps.answer(begin(forms["quick-rating"]), "grade", "4"))
    journey = steps.forward(steps.answer(journey, "reasons", ["401"]))
    journey = steps.backward(journey)
    assert journey is not None
    assert journey.visit is not None
    assert journey.visit.value("reasons") == ["401"]

    journey = steps.skipped(journey)

    assert journey.visit is not None
    assert journey.visit.value("reasons") is None


def test_changing_one_answer_leads_back_to_the_review(forms):
    journey = begin(forms["terminal-check"])
    for name, value in (("topic", "wechat"), ("overall", "3"), ("again", "yes"), ("words", "好")):
        journey = steps.forward(steps.answer(journey, name, value))
    assert journey.screen == "review"

    journey = steps.revise(journey, "overall")
    assert asked(journey) == ["overall"]
    journey = steps.forward(steps.answer(journey, "overall", "5"))

    assert journey.screen == "review"
    assert journey.visit is not None
    assert (journey.visit.value("overall"), journey.visit.value("words")) == ("5", "好")


def test_a_change_that_asks_for_more_goes_there_first(forms):
    journey = begin(forms["wish-wall"])
    for name, value in (("for_whom", "self"), ("way", "write"), ("words", "好"), ("consent_publish_words", "agree")):
        journey = steps.forward(steps.answer(journey, name, value))
    assert journey.screen == "review"

    journey = steps.revise(journey, "way")
    journey = steps.forward(steps.answer(journey, "way", "draw"))

    assert (journey.screen, asked(journey)) == ("question", ["drawing"])


def test_the_language_changes_and_the_place_stays(forms):
    journey = steps.forward(steps.answer(begin(forms["facility"]), "where", "toilet"))

    switched = steps.in_language(journey, "en")

    assert switched.visit is not None
    assert asked(switched) == asked(journey) == ["problems"]
    assert switched.visit.label("problems") == "What is wrong?"
    assert switched.visit.value("where") == "toilet"


def test_a_group_stands_on_one_page_and_waits_for_what_is_required(forms):
    journey = steps.skipped(steps.skipped(begin(forms["annual"])))
    assert asked(journey) == ["environment", "content"]

    journey = steps.answer(journey, "environment", "4")
    assert place.waits(journey)

    journey = steps.answer(journey, "content", "4")
    assert not place.waits(journey)
