from pathlib import Path

import pytest

from kiosk.errors import CatalogueError
from ui.input.lexicon import LONG_WORD, SHORT_WORD, dictionary, entries, load_phrases, parse_phrases, words_in

ASSETS = Path(__file__).parents[2] / "assets"


def test_the_centres_phrases_read_and_can_all_be_typed(characters):
    phrases = load_phrases(ASSETS / "words" / "phrases.toml")

    assert {"广场舞", "非遗", "书法班", "手机课", "戏曲演出"} <= set(phrases)
    assert [word for word in phrases if not list(entries([word], characters))] == []


def test_a_name_gives_its_chinese_pieces():
    assert list(words_in("书法（三期）·周六班 A1")) == ["书法", "三期", "周六班"]
    assert list(words_in("舞")) == []


def test_long_words_weigh_more_than_short_ones(characters):
    assert set(entries(["广场舞", "非遗"], characters)) >= {
        ("广场舞", "guang chang wu", LONG_WORD),
        ("非遗", "fei yi", SHORT_WORD),
    }


def test_the_dictionary_depends_on_the_words_and_not_on_their_order(characters):
    assert dictionary("d", ["非遗", "合唱"], characters) == dictionary("d", ["合唱", "非遗", "合唱"], characters)


def test_no_syllable_without_a_vowel_reaches_rime(characters):
    assert all(" ng" not in f" {spelling}" for _, spelling, _ in entries(["嗯嗯"], characters))


@pytest.mark.parametrize("source", [{}, {"words": []}, {"words": {"a": "书法"}}, {"words": {"a": [1]}}])
def test_phrases_of_another_shape_are_refused(source):
    with pytest.raises(CatalogueError):
        parse_phrases(source)


def test_a_broken_file_is_refused_in_one_line(tmp_path):
    (tmp_path / "phrases.toml").write_text("[words\n")

    with pytest.raises(CatalogueError, match=r"phrases\.toml: "):
        load_phrases(tmp_path / "phrases.toml")
