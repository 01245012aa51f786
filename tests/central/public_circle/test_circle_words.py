"""What visitors read is there in Uyghur too; what staff alone read is not, and falls back to Chinese."""

import re
from datetime import date

import pytest
from django.utils.translation.template import templatize

from sync.central.cases import language, wording
from tests.central.work.test_cases_wording import CENTRAL, said_in

PUBLIC = CENTRAL / "public"


def asked() -> set[str]:
    """The messages of the pages for visitors."""
    found = set()
    for path in (PUBLIC / "templates" / "public").glob("*.html"):
        found |= said_in(templatize(path.read_text("utf-8")))
    for path in PUBLIC.glob("*.py"):
        if "gettext" in (source := path.read_text("utf-8")):
            found |= said_in(source)
    return found


def known(tag: str) -> dict[str, list[str]]:
    entries = wording.read_po((wording.LOCALE / tag / "LC_MESSAGES" / "django.po").read_text("utf-8"))
    return {message: texts for message, texts in entries.items() if message}


def test_every_word_for_visitors_is_there_in_uyghur_and_none_too_many():
    assert len(asked()) > 150
    assert set(known("ug")) == asked()


def test_no_uyghur_word_is_empty_or_loses_a_blank():
    for message, texts in known("ug").items():
        for text in texts:
            blanks = re.findall(r"%\(\w+\)s", message.split("\0")[-1])
            assert sorted(re.findall(r"%\(\w+\)s", text)) == sorted(blanks), message
            assert re.search("[\u0600-\u06ff]", text) or message in {"between\x04: "}, message


@pytest.mark.parametrize(("wanted", "visitor", "staff"), [("ug", "ug", "zh-hans"), ("fr", "zh-hans", "zh-hans")])
def test_uyghur_is_offered_to_visitors_alone(wanted, visitor, staff):
    assert language.offered(wanted, language.VISITORS) == visitor
    assert language.offered(wanted) == staff


def test_a_page_in_uyghur_says_so_and_runs_from_the_right(lobby, phone):
    for path in ("/", "/c", "/board", "/vote", "/join", "/wall", "/board/how"):
        page = phone.get(f"{path}?lang=ug")
        assert (path, page["Content-Language"]) == (path, "ug")
        assert '<html lang="ug" dir="rtl"' in page.content.decode()


def test_a_date_does_not_turn_round_between_uyghur_words():
    said = language.say_day(date(2026, 11, 24), today=date(2026, 11, 25), language="ug")
    assert said == "\u20662026-11-24\u2069"
