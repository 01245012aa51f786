"""Which weekday and part of the day suits somebody: days that were named, and days that were not."""

import pytest

from sync.central.insight import days


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"times": ["wd_am"]}, []),
        ({"times": ["wd_am"], "days": ["tue", "wed"]}, ["dated wd_am", "when 2_am", "when 3_am"]),
        ({"times": ["wd_am", "we_pm"], "days": ["sun"]}, ["dated we_pm", "when 7_pm"]),
        ({"times": ["we_pm"], "days": ["mon"]}, []),
        ({"times": ["fri_eve", "holiday"]}, ["when 5_eve"]),
        ({"times": "wd_am", "days": None}, []),
        ({"times": ["wd_noon", 3], "days": ["someday"]}, []),
    ],
)
def test_days_that_were_named_are_told(answers, told):
    assert [f"{question} {value}" for question, value in days.lines(answers)] == told


def test_who_names_no_day_means_each_of_its_kind():
    found = days.spread({"wd_am": 12, "we_eve": 3}, {}, {}, least=10)

    assert found == {(day, "am"): 12 for day in range(1, 6)} | {(6, "eve"): 3, (7, "eve"): 3}


def test_who_names_days_means_those():
    found = days.spread({"wd_am": 30}, {"wd_am": 25}, {"2_am": 25, "4_am": 11}, least=10)

    assert found == {(1, "am"): 5, (2, "am"): 30, (3, "am"): 5, (4, "am"): 16, (5, "am"): 5}


def test_a_day_that_few_named_is_not_told_from_the_others():
    """Or the difference between two days would be what those few said."""
    found = days.spread({"wd_am": 30}, {"wd_am": 25}, {"2_am": 25, "4_am": 3}, least=10)

    assert found == {(day, "am"): 30 for day in range(1, 6)}
