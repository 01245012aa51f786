"""A finger on the real keyboard, with real librime behind it."""

import pytest
from conftest import LYING, UPRIGHT
from PySide6.QtCore import QPoint

SENTENCES = [
    (["wo", "xiang", "xue", "shufa"], "我想学书法"),
    (["kongtiao", "tai", "leng"], "空调太冷"),
    (["xiwang", "zhoumo", "you", "shoujike"], "希望周末有手机课"),
]


def write(stage, words: list[str]) -> None:
    """Each word by its letters and the long key."""
    for word in words:
        stage.type(word)
        stage.tap("key_space")


@pytest.mark.parametrize(("words", "text"), SENTENCES)
@pytest.mark.parametrize("size", [UPRIGHT, LYING])
def test_a_sentence_word_by_word_with_26_keys(stage, inputs, size, words, text):
    page = stage("TextEntry", size, inputs=inputs)

    write(page, words)

    page.until_value(text)


def test_a_word_is_chosen_by_tapping_it(stage, inputs):
    page = stage("TextEntry", inputs=inputs)
    page.type("kai")
    page.until_value("开")

    page.tap("candidate_1")

    page.until_value("凯")


def test_a_word_further_back_is_chosen_from_the_sheet_which_then_closes(stage, inputs):
    page = stage("TextEntry", inputs=inputs)
    page.type("yi")
    page.until_value("一")
    page.tap("moreCandidates")
    page.tap("sheetDown", "sheetUp")

    page.tap("sheet_医")

    page.until_value("医")
    page.until(lambda: page.find("key_q") is not None)


def test_what_is_undecided_already_counts_as_its_first_word(stage, inputs):
    page = stage("TextEntry", inputs=inputs)

    page.type("kongtiao")

    page.until_value("空调")


def test_with_9_keys(stage, inputs):
    page = stage("TextEntry", inputs=inputs)
    page.tap("key_nine")

    page.type("74685453")

    page.until_value("手机课")


def test_by_strokes(stage, inputs):
    page = stage("TextEntry", inputs=inputs)
    page.tap("way_stroke")

    page.type("zzsn")

    page.until_value("书")


def test_marks_and_digits_stand_where_they_were_typed(stage, inputs):
    page = stage("TextEntry", inputs=inputs)
    page.type("hao")
    page.type("，")
    page.tap("key_digits")
    page.type("3")
    page.tap("key_letters")
    page.type("ge")
    page.type("。")

    page.until_value("好，3个。")


def test_letters_stay_letters_when_that_is_wanted(stage, inputs):
    page = stage("TextEntry", inputs=inputs)
    page.type("wifi")
    page.tap("key_newline")

    page.until_value("wifi")


def test_english_with_capitals_digits_and_marks(stage, inputs):
    page = stage("TextEntry", inputs=inputs)
    page.theme(language="en")
    page.type("thanks")
    page.tap("key_space", "key_shift")
    page.type("tv")
    page.tap("key_space")
    page.type("5")
    page.tap("key_digits")
    page.type("!")

    page.until_value("Thanks Tv 5!")


def test_both_languages_in_one_sentence(stage, inputs):
    page = stage("TextEntry", inputs=inputs)
    page.type("mei")
    page.tap("key_space")
    page.type("you")
    page.tap("key_space", "key_language")
    page.tap("key_shift", "key_shift")
    page.type("wc")
    page.tap("key_language")

    page.until_value("没有WC")


def test_letters_that_are_underlined_survive_a_change_of_language(stage, inputs):
    page = stage("TextEntry", inputs=inputs)
    page.type("wifi")
    page.tap("key_language")
    page.type("x")

    page.until_value("wifix")


def test_backspace_takes_letters_first_and_then_characters(stage, inputs):
    page = stage("TextEntry", inputs=inputs)
    write(page, ["hao"])
    page.type("ka")
    page.tap("key_backspace", "key_backspace")
    page.until_value("好")

    page.tap("key_backspace")

    page.until_value("")


def test_backspace_held_down_goes_on_by_itself(stage):
    page = stage("TextEntry")
    page.value = "a" * 8
    place = page.middle("key_backspace")

    page.press(place)
    page.until(lambda: len(str(page.value)) <= 5)
    page.lift(place)

    assert len(str(page.value)) >= 1


def test_a_rare_character_goes_in_one_piece(stage):
    page = stage("TextEntry")
    page.value = "人名𬙋"

    page.tap("key_backspace")

    page.until_value("人名")


def test_a_finger_on_the_paper_sets_the_cursor(stage):
    page = stage("TextEntry")
    page.value = "讲得清楚"
    paper = page.find("paper")
    glyph = paper.property("font").pixelSize()

    page.tap_at(page.middle("paper", 0, 0) + QPoint(round(glyph * 1.1), round(glyph * 0.9)))
    page.type("x")

    page.until_value("讲x得清楚")


def test_while_something_is_undecided_a_touch_of_the_paper_decides_it(stage, inputs):
    page = stage("TextEntry", inputs=inputs)
    page.type("kai")
    page.until(lambda: page.find("candidate_0") is not None)

    page.tap_at(page.middle("paper", 0.5, 0.5))

    page.until(lambda: page.find("candidate_0") is None)
    assert page.value == "开"


def test_everything_cleared_can_be_brought_back_until_something_else_is_written(stage):
    page = stage("TextEntry")
    page.value = "讲得很清楚"
    page.tap("clearText")
    page.until_value("")
    page.tap("restoreText")
    page.until_value("讲得很清楚")

    page.tap("clearText")
    page.type("a")

    assert page.find("restoreText") is None


def test_a_phrase_is_set_behind_what_is_written(stage, inputs):
    page = stage("TextEntry", inputs=inputs, more='question: "course.words"')
    page.type("hao")
    page.tap("chip_谢谢老师")

    page.until_value("好，谢谢老师")


def test_other_phrases_come_by_a_key_and_begin_anew_at_the_end(stage, inputs):
    page = stage("TextEntry", inputs=inputs, more='question: "course.words"')
    chips = {item.objectName() for item in page.seen() if item.objectName().startswith("chip_")}
    assert "chip_谢谢老师" in chips

    for _ in range(20):
        page.tap("moreChips")
        now = {item.objectName() for item in page.seen() if item.objectName().startswith("chip_")}
        if now == chips:
            break
    assert now == chips


def test_no_more_than_the_question_takes(stage, inputs):
    page = stage("TextEntry", inputs=inputs, more="maximum: 3")
    write(page, ["kongtiao", "tai", "leng"])

    page.until_value("空调太")


def test_sliding_off_a_key_does_nothing(stage):
    page = stage("TextEntry")
    start, end = page.middle("key_a"), page.middle("key_m")

    page.press(start)
    page.move(end)
    page.lift(end)
    page.type("b")

    page.until_value("B")


def test_a_key_acts_when_the_finger_leaves_it_and_not_before(stage):
    page = stage("TextEntry")
    place = page.middle("key_a")

    page.press(place)
    assert page.value is None
    page.lift(place)

    page.until_value("A")


def test_the_gap_between_keys_belongs_to_a_key(stage):
    page = stage("TextEntry")
    left, right = page.middle("key_f", 1.0), page.middle("key_g", 0.0)
    assert right.x() - left.x() >= 2 * page.view.rootObject().property("pixelsPerMm") - 1

    page.tap_at((left + right) / 2)

    page.until(lambda: page.value in ("F", "G"))


def test_an_answer_given_earlier_stands_there_and_goes_on_at_its_end(stage):
    page = stage("TextEntry")
    page.value = "Hello"

    page.type("s")

    page.until_value("Hellos")


def test_without_librime_english_is_written_and_chinese_is_not_offered(stage):
    page = stage("TextEntry")

    page.type("ok")

    page.until_value("Ok")
    assert page.find("way_pinyin") is None
    assert page.find("way_english") is not None


def test_out_of_sight_nothing_of_the_visitor_is_left_on_the_paper(stage, inputs):
    page = stage("TextEntry", inputs=inputs)
    paper = page.find("paper")
    page.type("hao")
    page.tap("key_space")
    page.type("kaib")
    page.tap("clearText")
    page.value = None
    page.theme(shown=False)
    page.theme(shown=True)

    assert paper.property("text") == ""
    assert page.find("restoreText") is None
    assert page.find("candidate_0") is None


def test_the_next_question_gets_none_of_the_last_ones_letters(stage, inputs):
    page = stage("TextEntry", inputs=inputs, more="question: scene.question")
    page.type("kongtiao")
    page.theme(got="", question="other")
    page.type("hao")

    page.until_value("好")
