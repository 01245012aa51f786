"""librime itself, with the dictionary as a terminal builds it."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from ui.input.engine import BACKSPACE, ENTER

ASSETS = Path(__file__).parents[2] / "assets"

NINE = str.maketrans("abcdefghijklmnopqrstuvwxyz", "22233344455566677778889999")
SENTENCES = [
    ("wo xiang xue shufa", "我想学书法"),
    ("kongtiao tai leng", "空调太冷"),
    ("xiwang zhoumo you shoujike", "希望周末有手机课"),
]


def write(pen, words: list[str]) -> str:
    """Types word by word and takes the first word each time."""
    for word in words:
        pen.type(word)
        pen.writing.decide()
    pen.last()
    return "".join(step.committed for step in pen.steps)


@pytest.mark.parametrize(("keys", "text"), SENTENCES)
def test_word_by_word_with_26_keys(pen, keys, text):
    assert write(pen("pinyin"), keys.split()) == text


@pytest.mark.parametrize(("keys", "text"), SENTENCES)
def test_a_whole_sentence_in_one_go(pen, keys, text):
    assert pen("pinyin").type(keys.replace(" ", "")).candidates[0] == text


@pytest.mark.parametrize(("keys", "text"), SENTENCES)
def test_with_9_keys_each_word_is_among_the_first_three(pen, keys, text):
    nine, rest = pen("nine"), text
    for word in keys.translate(NINE).split():
        found = nine.type(word)
        taken = next(candidate for candidate in found.candidates[:3] if rest.startswith(candidate))
        nine.writing.choose(taken)
        rest = rest.removeprefix(nine.last().committed)
    assert rest == ""


@pytest.mark.parametrize("strokes", ["zzsn", "nnhpn", "hspnhhzp", "p"])
def test_strokes_lead_to_characters_that_can_be_read(pen, strokes):
    found = pen("stroke").type(strokes)

    assert found.candidates
    assert set(found.preedit) <= set("一丨丿丶乛 ")


def test_the_strokes_of_a_word_for_books(pen):
    assert pen("stroke").type("zzsn").candidates[0] == "书"


@pytest.mark.parametrize("typed", ["guangchangwu", "gcw"])
def test_the_centres_words_are_found_in_full_and_by_first_letters(pen, typed):
    assert pen("pinyin").type(typed).candidates[0] == "广场舞"


@pytest.mark.parametrize(
    ("typed", "word"), [("feiyi", "非遗"), ("xiquyanchu", "戏曲演出"), ("shoujike", "手机课"), ("yinyuehui", "音乐会")]
)
def test_the_centres_words_come_before_others_that_sound_alike(pen, typed, word):
    assert pen("pinyin").type(typed).candidates[0] == word


@pytest.mark.parametrize(("typed", "word"), [("xi", "系"), ("zi", "子"), ("fy", "费用"), ("women", "我们")])
def test_everyday_words_keep_their_place(pen, typed, word):
    assert word in pen("pinyin").type(typed).candidates[:3]


def test_names_from_the_catalogue_are_words_too(pen):
    assert pen("pinyin").type("donghuquhulusirumenban").candidates[0] == "东湖区葫芦丝入门班"


def test_no_candidate_is_a_character_that_no_font_here_has(pen):
    fonts = [set(TTFont(path).getBestCmap()) for path in (ASSETS / "fonts").glob("NotoSansSC*.ttf")]

    for way, typed in [("pinyin", "nve"), ("pinyin", "yi"), ("nine", "94"), ("stroke", "ps")]:
        shown = set(map(ord, "".join(pen(way).type(typed).candidates)))
        assert shown
        assert all(shown <= font for font in fonts)


def test_rare_characters_come_last(pen):
    assert pen("pinyin").type("kai").candidates[:3] == ("开", "凯", "楷")


def test_a_part_is_chosen_and_the_rest_goes_on(pen):
    pinyin = pen("pinyin")
    pinyin.type("woxiangxue")
    pinyin.writing.choose("我")

    step = pinyin.last()

    assert (step.committed, step.preedit, step.guess) == ("", "我xiang xue", "我想学")
    pinyin.writing.choose("想学")
    assert pinyin.last().committed == "我想学"


def test_backspace_takes_one_letter_back(pen):
    pinyin = pen("pinyin")
    pinyin.type("kaiban")
    pinyin.writing.feed(BACKSPACE)

    assert pinyin.last().preedit == "kai ba"


def test_letters_stay_letters_when_that_is_wanted(pen):
    pinyin = pen("pinyin")
    pinyin.type("wifi")
    pinyin.writing.feed(ENTER)

    assert pinyin.last().committed == "wifi"


def test_a_mark_after_undecided_letters_decides_them_first(pen):
    pinyin = pen("pinyin")
    pinyin.type("hao")
    pinyin.writing.say("。")

    assert pinyin.last().committed == "好。"


def test_strokes_that_are_no_character_leave_nothing(pen):
    strokes = pen("stroke")
    strokes.type("zzzzzzzzzzzz")
    strokes.writing.decide()

    assert strokes.last().committed == ""
    assert strokes.type("h").candidates[0] == "一"


def test_letters_beyond_the_longest_are_not_taken(pen):
    pinyin = pen("pinyin")

    assert pinyin.type("woxiangxueshufa" * 10).preedit.replace(" ", "").startswith("woxiangxueshufa")
    assert len(pinyin.last().preedit.replace(" ", "")) <= 48


def test_a_word_chosen_twice_does_not_come_sooner(pen):
    before = pen("pinyin").type("yiwu").candidates
    for _ in range(5):
        again = pen("pinyin")
        again.type("yiwu")
        again.writing.choose(before[-1])
        again.last()

    assert pen("pinyin").type("yiwu").candidates == before


def test_two_pens_do_not_read_each_other(pen):
    one, other = pen("pinyin"), pen("pinyin")
    one.type("shufa")

    assert other.type("kai").preedit == "kai"
    assert one.type("ban").preedit == "shu fa ban"
