"""Phrases to tap, and a centre that writes its own."""

import pytest
from conftest import ASSETS

from kiosk.errors import CatalogueError
from ui.input.chips import load_chips, with_own

SHIPPED = ASSETS / "words" / "chips.toml"


def test_a_centres_phrases_take_the_place_of_ours_for_its_question_alone(tmp_path):
    own = tmp_path / "chips.toml"
    own.write_text('["course.words"]\nzh = ["A", "B"]\n', "utf-8")

    chips = with_own(SHIPPED, own)

    assert chips.phrases("course.words", "zh-Hans") == ["A", "B"]
    assert chips.phrases("event.words", "zh-Hans") == load_chips(SHIPPED).phrases("event.words", "zh-Hans") != ()


@pytest.mark.parametrize("text", ["[words\n", '[words]\nzh = "A"\n', "[words]\nzh = [1]\n"])
def test_a_mistake_in_its_file_costs_a_centre_its_own_phrases_only(tmp_path, text, caplog):
    own = tmp_path / "chips.toml"
    own.write_text(text, "utf-8")

    assert with_own(SHIPPED, own) == load_chips(SHIPPED)
    assert "chips.toml" in caplog.text
    with pytest.raises(CatalogueError, match=r"chips\.toml"):
        load_chips(own)


def test_without_its_own_file_it_gets_ours(tmp_path):
    assert with_own(SHIPPED, tmp_path / "none.toml") == load_chips(SHIPPED)
