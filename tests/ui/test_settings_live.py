"""What the centre changes is on the screen of a terminal that hears of it; what cannot be read changes nothing."""

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.config import load_config
from kiosk.notice import load_notice
from sync.updates import Page, apply
from ui.backroom import Backroom
from ui.input.chips import SENT, latest, load_chips
from ui.safemode import ratings_only

ASSETS = Path(__file__).parents[2] / "assets"
CATALOGUE = (ASSETS / "catalogue.toml").read_text("utf-8")
NOTICE = (ASSETS / "words" / "notice.toml").read_text("utf-8")


def update(kind, name, text):
    return {
        "kind": kind,
        "data": {"name": name, "text": text, "sha256": hashlib.sha256(text.encode()).hexdigest()},
    }


def hear(room, *rows):
    cursor = int(room.store.meta("cursor") or 0)
    numbered = [row | {"cursor": cursor + place} for place, row in enumerate(rows, 1)]
    return apply(room.store, Page(tuple(numbered), cursor + len(rows), more=False))


@pytest.fixture
def room(tmp_path):
    rooms = []

    def made(**more):
        rooms.append(Backroom(load_config(tmp_path, {}), ASSETS, lambda: datetime(2026, 11, 24, tzinfo=UTC), **more))
        return rooms[-1]

    yield made
    for one in rooms:
        one.close()


def test_a_changed_category_is_on_the_screen_and_a_strange_catalogue_is_not(room):
    here = room()
    first = here.stock()
    assert first.catalogue is None

    hear(here, update("catalogue", "catalogue.toml", CATALOGUE.replace("演出与活动", "演出、活动")))
    second = here.stock(first)
    hear(here, update("catalogue", "catalogue.toml", CATALOGUE + "\n[something_of_two_releases_on]\n"))

    assert second.catalogue.version
    assert here.stock(second).catalogue is None


def test_safe_mode_opens_no_more_than_the_rating_of_a_catalogue_that_was_sent(room):
    here = room(fit=ratings_only)
    hear(here, update("catalogue", "catalogue.toml", CATALOGUE))

    assert here.stock().catalogue.categories == ()


def test_what_the_centre_tells_of_the_place_is_followed(room):
    here = room()
    hear(here, {"kind": "config", "data": {"idle_s": 120, "opening": {"mon": "closed"}, "of_two_releases_on": 1}})

    config = here.stock().config

    assert (config.idle_s, config.opening["mon"]) == (120, None)


def test_a_new_notice_waits_until_the_visitor_has_gone(room):
    here, version = room(), load_notice(ASSETS / "words" / "notice.toml").version
    before = here.stock()
    here.begin()
    assert hear(here, update("text", "notice.toml", NOTICE.replace(f'version = "{version}"', 'version = "99"'))) == []

    assert here.stock(before).notice.version == version
    here.forget()
    assert here.stock(before).notice.version == "99"


def test_a_text_that_was_damaged_on_the_way_is_said_and_not_taken(room):
    here = room()
    row = update("text", "notice.toml", NOTICE)
    row["data"]["text"] += " "

    assert hear(here, row) == ["update 1 (text): its bytes are not those of its hash"]
    assert here.store.meta("text:notice.toml") is None


def test_phrases_to_tap_that_the_centre_sent_are_under_the_next_visitors_questions(room, tmp_path):
    shipped = ASSETS / "words" / "chips.toml"
    here, chips = room(), latest(shipped, tmp_path / SENT)
    before = chips().phrases("event.words", "zh-Hans")
    here.begin()
    hear(here, update("text", "chips.toml", '["course.words"]\nzh = ["希望多些座椅"]\n'))

    here.stock()
    assert chips().phrases("course.words", "zh-Hans") == load_chips(shipped).phrases("course.words", "zh-Hans")
    here.forget()
    here.stock()
    assert chips().phrases("course.words", "zh-Hans") == ["希望多些座椅"]
    assert chips().phrases("event.words", "zh-Hans") == before


def test_phrases_that_cannot_be_read_cost_nobody_the_shipped_ones(room, tmp_path):
    here, chips = room(), latest(ASSETS / "words" / "chips.toml", tmp_path / SENT)
    hear(here, update("text", "chips.toml", "[of two releases on"))

    here.stock()

    assert chips() == load_chips(ASSETS / "words" / "chips.toml")
