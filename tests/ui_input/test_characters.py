from pathlib import Path

import pytest

from kiosk.errors import PartMissing
from ui.input import authoring
from ui.input.characters import load_characters, parse_characters

FILE = Path(__file__).parents[2] / "assets" / "input" / "characters.txt"


def test_the_table_has_all_its_characters_and_their_levels():
    characters = load_characters(FILE)

    assert len(characters.readings) == 8105
    assert len(characters.common) == 6500
    assert characters.known("东湖区文化馆")
    assert not characters.known("文化館")
    assert characters.rare("𬙋")


def test_a_word_is_spelled_in_every_way_it_can_be_read():
    characters = load_characters(FILE)

    assert "yin yue hui" in set(characters.spellings("音乐会"))
    assert set(characters.spellings("女")) == {"nv"}
    assert list(characters.spellings("WiFi")) == []


def test_a_word_of_many_readings_does_not_fill_the_dictionary():
    characters = parse_characters([f"{char} a b c" for char in "甲乙丙丁"])

    assert len(list(characters.spellings("甲乙丙丁"))) == 8


def test_a_missing_table_is_a_missing_part(tmp_path):
    with pytest.raises(PartMissing, match=r"characters\.txt"):
        load_characters(tmp_path / "characters.txt")


@pytest.mark.skipif(
    not (authoring.UNICODE / "Unihan_Readings.txt.bz2").exists(), reason="unicode-data is not installed"
)
def test_the_table_is_what_the_unicode_data_say():
    assert FILE.read_text("utf-8") == authoring.table()
