from dataclasses import replace

import pytest

from ui.input.engine import BACKSPACE
from ui.input.layouts import DIGITS, LETTERS, ROW, SEVENTH, rows, top_row
from ui.input.typing import (
    Board,
    Decide,
    Erase,
    Feed,
    Insert,
    Keep,
    Shift,
    Switch,
    at_sentence_start,
    capital,
    joined,
    press,
)

PINYIN = Board("pinyin")
ENGLISH = Board("english", "pinyin")
UNDECIDED = replace(PINYIN, undecided=True)
WAYS = ["english", "pinyin", "nine", "stroke"]


@pytest.mark.parametrize(
    ("board", "key", "step"),
    [
        (PINYIN, "a", Feed("a")),
        (PINYIN, "，", Insert("，")),
        (PINYIN, "space", Insert(" ")),
        (PINYIN, "newline", Insert("\n")),
        (PINYIN, "backspace", Erase()),
        (UNDECIDED, "space", Decide()),
        (UNDECIDED, "newline", Keep()),
        (UNDECIDED, "backspace", Feed(BACKSPACE)),
        (Board("nine", undecided=True), "newline", Decide()),
        (Board("nine"), "4", Feed("4")),
        (replace(Board("nine"), layer=DIGITS), "4", Insert("4")),
        (Board("stroke"), "h", Feed("h")),
        (ENGLISH, "a", Insert("a")),
        (ENGLISH, "language", Switch("pinyin")),
        (PINYIN, "language", Switch("english")),
        (PINYIN, "nine", Switch("nine")),
    ],
)
def test_what_a_key_does(board, key, step):
    assert press(board, key)[1] == step


def test_from_english_the_way_back_is_the_way_that_was_left():
    nine, _ = press(PINYIN, "nine")
    english, _ = press(nine, "language")

    assert press(english, "language")[0].way == "nine"


def test_one_capital_then_small_letters_again():
    board, _ = press(ENGLISH, "shift")
    board, first = press(board, "a")
    board, second = press(board, "b")

    assert (first, second) == (Insert("A"), Insert("b"))


def test_shift_twice_locks_until_it_is_pressed_again():
    board, _ = press(press(ENGLISH, "shift")[0], "shift")
    board, first = press(board, "a")
    assert (board.shift, first) == (Shift.LOCK, Insert("A"))

    assert press(press(board, "shift")[0], "a")[1] == Insert("a")


def test_a_sentence_begins_with_a_capital_unless_the_visitor_says_no():
    assert press(ENGLISH, "a", sentence_start=True)[1] == Insert("A")
    assert press(press(ENGLISH, "shift", sentence_start=True)[0], "a", sentence_start=True)[1] == Insert("a")
    assert not capital(PINYIN, sentence_start=True)


@pytest.mark.parametrize(
    ("before", "start"),
    [
        ("", True),
        ("Thanks. ", True),
        ("Thanks.", False),
        ("Thanks ", False),
        ("a\n", True),
        ("好。", False),
        ("3.5", False),
    ],
)
def test_where_a_sentence_begins(before, start):
    assert at_sentence_start(before) == start


@pytest.mark.parametrize(
    ("before", "phrase", "put"),
    [
        ("", "谢谢老师", "谢谢老师"),
        ("讲得很清楚", "谢谢老师", "，谢谢老师"),
        ("讲得很清楚。", "谢谢老师", "谢谢老师"),
        ("Thank you", "Very clear", ", Very clear"),
        ("Thank you. ", "Very clear", "Very clear"),
    ],
)
def test_a_phrase_is_set_off_from_the_words_before_it(before, phrase, put):
    assert joined(before, phrase) == put


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("layer", [LETTERS, DIGITS])
def test_where_it_is_narrow_no_key_is_less_than_a_seventh_of_a_row(way, layer):
    laid = rows(way, layer, narrow=True)

    assert all(key.units >= SEVENTH for row in laid for key in row)
    assert all(sum(key.units for key in row) <= ROW for row in laid)
    assert "pinyin" not in {key.action for row in laid for key in row}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("layer", [LETTERS, DIGITS])
def test_no_row_is_wider_than_ten_letters_and_no_key_stands_twice(way, layer):
    laid = rows(way, layer)

    assert all(sum(key.units for key in row) <= ROW for row in laid)
    actions = [key.action for row in (*laid, top_row(way)) for key in row]
    assert len(actions) == len(set(actions))


@pytest.mark.parametrize("layer", [LETTERS, DIGITS])
def test_keys_of_the_foot_and_backspace_never_move(layer):
    feet = {way: rows(way, layer)[-1] for way in WAYS}

    assert {tuple(key.units for key in foot) for foot in feet.values()} == {(1.4, 1.4, 1.0, 3.7, 1.0, 1.5)}
    assert {foot[1].action for foot in feet.values()} == {"language"}


@pytest.mark.parametrize("way", WAYS)
def test_digits_are_within_two_taps_in_every_way(way):
    shown = {key.action for row in (*rows(way, DIGITS), top_row(way)) for key in row}

    assert set("0123456789") <= shown
