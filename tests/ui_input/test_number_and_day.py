"""Numbers and days by touch, and the rules behind them."""

import pytest
from conftest import LYING, UPRIGHT

from ui.input.digits import KINDS, grouped, masked, type_digit
from ui.input.months import moved, sheet


def typed(keys: list[str], kind: str) -> str:
    text = ""
    for key in keys:
        text = type_digit(text, key, KINDS[kind])
    return text


@pytest.mark.parametrize(
    ("keys", "kind", "text"),
    [
        ("0012", "number", "12"),
        ("1.5", "number", "15"),
        ("1.5.", "decimal", "1.5"),
        (".5", "decimal", "0.5"),
        ("013800138000", "phone", "013800138000"),
        ("12345678901", "number", "123456789"),
    ],
)
def test_what_digits_become(keys, kind, text):
    assert typed(list(keys), kind) == text
    assert typed([*keys, "backspace"], kind) == text[:-1]


def test_a_telephone_number_is_read_in_groups_and_seen_as_dots():
    assert grouped("13800138000", KINDS["phone"]) == "138 0013 8000"
    assert masked("138") == "••8"


@pytest.mark.parametrize("size", [UPRIGHT, LYING])
@pytest.mark.parametrize(
    ("kind", "keys", "value"),
    [("number", "120", 120), ("decimal", "1.5", "1.5"), ("phone", "0571", "0571")],
)
def test_digits_become_an_answer_of_the_questions_type(stage, size, kind, keys, value):
    page = stage("NumberEntry", size, more=f'kind: "{kind}"')

    page.tap(*(f"digit_{key}" for key in keys))

    page.until_value(value)


def test_everything_taken_back_is_no_answer(stage):
    page = stage("NumberEntry")
    page.tap("digit_4", "digit_backspace")
    page.until(lambda: page.value is None)

    page.tap("digit_7", "clearNumber")

    page.until(lambda: page.value is None)


def test_a_telephone_number_hides_by_itself_and_shows_when_asked(stage):
    page = stage("NumberEntry", more='kind: "phone"')
    page.tap("digit_1", "digit_3", "digit_8")
    number = page.find("number")
    page.until(lambda: number.property("text") == "•••")

    page.tap("showNumber")

    page.until(lambda: number.property("text") == "138")


def test_a_telephone_number_is_not_there_for_the_next_visitor(stage):
    page = stage("NumberEntry", more='kind: "phone"')
    page.tap("digit_1", "digit_3")
    page.value = None
    page.theme(shown=False)
    page.theme(shown=True)

    assert page.find("number").property("text") == ""


def test_a_month_is_six_weeks_with_its_days_under_their_weekday():
    march = sheet(2026, 3)

    assert len(march) == 42
    assert march[6].iso == "2026-03-01"
    assert march[6].weekend
    assert [day.number for day in march if day.number] == list(range(1, 32))


@pytest.mark.parametrize(
    ("start", "by", "end"),
    [
        ((2026, 12), {"months": 1}, (2027, 1)),
        ((2026, 1), {"months": -1}, (2025, 12)),
        ((1900, 1), {"years": -1}, (1900, 1)),
        ((2100, 12), {"years": 1}, (2100, 12)),
    ],
)
def test_another_month(start, by, end):
    assert moved(*start, **by) == end


@pytest.mark.parametrize("size", [UPRIGHT, LYING])
def test_a_day_is_three_taps_away(stage, size):
    page = stage("DateEntry", size, more='today: "2026-03-05"')

    page.tap("yearBack", "month_12", "day_24")

    page.until_value("2025-12-24")


def test_a_leap_day_is_there_in_leap_years_alone(stage):
    page = stage("DateEntry", more='today: "2024-02-10"')
    page.view.grabWindow()
    assert page.find("day_29") is not None

    page.tap("yearOn")

    page.until(lambda: page.find("day_29") is None)


def test_an_answer_given_earlier_opens_its_month(stage):
    page = stage("DateEntry", more='today: "2026-03-05"')
    page.value = "2019-07-01"

    page.until(lambda: page.find("year").property("text") == "2019")
