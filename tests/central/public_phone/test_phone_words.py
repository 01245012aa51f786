"""The words of the form pages: every language says the same things, and what a stranger posts is no fault of ours."""

import re
import tomllib

import pytest

from sync.central.public import words as spoken

TABLES = tomllib.loads(spoken.FILE.read_text("utf-8"))


def places(text: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", text))


@pytest.mark.parametrize("language", spoken.LANGUAGES)
def test_a_language_says_nothing_that_chinese_does_not(language):
    table = TABLES[language]
    assert set(table) <= set(TABLES["zh-Hans"])
    assert {key for key, text in table.items() if places(text) != places(TABLES["zh-Hans"][key])} == set()


@pytest.mark.parametrize("language", ["zh-Hant", "en"])
def test_two_languages_are_whole(language):
    assert set(TABLES[language]) == set(TABLES["zh-Hans"])


def test_what_a_language_lacks_is_said_in_chinese():
    assert spoken.words("ug")["sms_title"] == TABLES["zh-Hans"]["sms_title"]
    assert spoken.offered("xx") == spoken.offered(None) == "zh-Hans"
    assert spoken.offered("zh-hant") == "zh-Hant"


@pytest.mark.parametrize(
    "posted",
    [
        {"do": "goto:nowhere"},
        {"do": "lang:xx"},
        {"do": "elder:9"},
        {"do": "rank:grade:5"},
        {"do": "rank:nothing:x"},
        {"do": "unrank:"},
        {"do": ""},
        {"do": "send"},
        {"do": "next", "q.grade": "17"},
        {"do": "next", "q.grade": ["1", "2"]},
        {"do": "next", "has.words": "1", "q.words": "\x00\ud7ff" * 9000},
        {"do": "next", "has.nothing": "1", "q.nothing": "x"},
        {"do": "next", "has.can_contact": "1", "q.can_contact": "1"},
        {"do": "with", "page": "number", "number": "1" * 500},
        {"do": "check", "page": "number", "sms": "x" * 500},
        {"do": "later", "page": "number"},
        {"do": "back", "page": "number"},
    ],
)
@pytest.mark.parametrize("form", ["quick-rating", "facility"])
def test_nothing_that_is_posted_is_a_fault(lobby, phone, form, posted):
    phone.open(f"/f/{form}")
    phone._see(phone.client.post("/f/step", phone.fields() | posted))
    assert phone.status == 200


@pytest.mark.parametrize(
    "ink", ["{", "[]", '{"ink": [[1]], "w": 1, "h": 1}', '{"ink": 7, "w": 1, "h": 1}', "null", "9" * 5000]
)
def test_no_drawing_is_a_fault(lobby, phone, ink):
    phone.open("/f/facility").press("whole")
    phone.press("next", drawing=ink)
    assert phone.status == 200
