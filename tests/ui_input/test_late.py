"""A course that the centre adds today is offered today."""

import pytest
from conftest import LATE

from ui.input.late import on_nine, spelled

NEW = "湖畔陶笛夜校"


@pytest.fixture
def added():
    LATE.append(NEW)
    yield
    LATE.clear()


def test_a_word_is_found_by_its_spelling_and_its_initials(characters):
    table = spelled([NEW], characters)

    assert table["hupantaodiyexiao"] == table["hptdyx"] == (NEW,)
    assert on_nine(table)["487268263493942 6".replace(" ", "")] == (NEW,)


def test_two_letters_belong_to_everyone(characters):
    assert "td" not in spelled(["陶笛"], characters)


@pytest.mark.parametrize(("way", "keys"), [("pinyin", "hupantaodiyexiao"), ("pinyin", "hptdyx"), ("nine", "478399")])
def test_a_new_name_comes_first_without_a_new_start(pen, added, way, keys):
    writer = pen(way)

    assert writer.type(keys).candidates[0] == NEW
    writer.writing.choose(NEW)

    assert writer.last().committed == NEW
    assert writer.last().preedit == ""


def test_before_it_was_added_it_was_not_there(pen):
    assert NEW not in pen("pinyin").type("hptdyx").candidates


def test_the_other_words_stay_where_they_were(pen, added):
    writer = pen("pinyin")
    writer.type("hptdyx")
    others = writer.last().candidates[1:]
    writer.writing.choose(others[0])

    assert writer.last().committed == others[0] or writer.last().preedit.startswith(others[0])
