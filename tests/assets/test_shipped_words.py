"""How the product speaks: short, to the point, without officialese; Chinese first, English written."""

import re
import unicodedata

import pytest
from fontTools.ttLib import TTFont
from shipped_words import ASSETS, FORMS, all_words, toml, words_of_forms

from kiosk.config import load_config

TITLE = 14  # Chinese characters on one line of a portrait screen in 长辈版
SENTENCE = 20  # standards §3: reading level
WORDS = all_words()

# Promises nobody keeps, ways of address, officialese, slang of the net, noise.
# fmt: off
BANNED = [
    "尽快", "马上", "立即", "第一时间", "高度重视", "切实", "务必", "敬请", "烦请", "贵馆", "用户", "群众朋友",
    "小伙伴", "给力", "点赞", "吐槽", "种草", "打卡", "老铁", "你", "！", "…", "~", "～",
]
# fmt: on
BANNED_EN = ["user", "dear", "asap", "click", "submit", "kindly", "guys", "awesome", "!"]


def width(text: str) -> float:
    """In Chinese characters; Latin letters and digits count half."""
    return sum(1 if unicodedata.east_asian_width(character) in "WF" else 0.5 for character in text)


def test_there_is_much_to_read():
    assert len(WORDS) > 600  # else the tests below would pass over nothing


def test_everything_is_said_in_both_languages():
    silent = [place for place, chinese, english in WORDS if not chinese.strip() or not english.strip()]
    same = [place for place, chinese, english in WORDS if chinese == english]

    assert silent == []
    assert same == []


def test_chinese_is_chinese_and_english_is_english():
    han = re.compile(r"[\u4e00-\u9fff]")

    assert [place for place, chinese, _ in WORDS if not han.search(chinese)] == []
    assert [place for place, _, english in WORDS if han.search(english)] == []


def test_a_sentence_is_short():
    too_long = [
        (place, sentence)
        for place, chinese, _ in WORDS
        for sentence in re.split(r"[。？；：\n]", chinese)
        if width(sentence) > SENTENCE
    ]

    assert too_long == []


def test_a_title_fits_one_line():
    titles = {f"{form.id} {part.name}" for form in FORMS.values() for part in (*form.questions, *form.groups)}
    too_long = [(place, zh) for place, zh, _ in words_of_forms() if place in titles and width(zh) > TITLE]
    two_lines = [(place, en) for place, _, en in words_of_forms() if place in titles and len(en) > 56]

    assert too_long == []
    assert two_lines == []


def test_no_word_is_banned():
    found = [(place, word) for place, chinese, _ in WORDS for word in BANNED if word in chinese]
    dear = [place for place, chinese, _ in WORDS if re.search(r"亲(?![友子])", chinese)]
    in_english = [
        (place, word)
        for place, _, english in WORDS
        for word in BANNED_EN
        if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", english, re.IGNORECASE)
    ]

    assert found == []
    assert dear == []
    assert in_english == []


def test_marks_are_those_of_the_language():
    latin_marks = [(place, zh) for place, zh, _ in WORDS if re.search(r"[\u4e00-\u9fff][,;:?!.()]", zh)]
    quotes = [(place, text) for place, *both in WORDS for text in both if re.search(r"[“”‘’\"]", text)]
    wide_in_english = [(place, en) for place, _, en in WORDS if re.search(r"[，。？！：；（）、《》]", en)]

    assert latin_marks == []
    assert quotes == []  # pyxform straightens curly quotes; 「」 survive
    assert wide_in_english == []


def test_a_number_stands_apart_from_chinese():
    stuck = re.compile(r"[\u4e00-\u9fff][0-9]|[0-9][\u4e00-\u9fff]")

    assert [(place, zh) for place, zh, _ in WORDS if stuck.search(zh)] == []


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_our_fonts_have_every_character(weight):
    has: set[int] = {ord("\n")}
    for font in (ASSETS / "fonts").glob(f"*{weight}.*tf"):
        with TTFont(font, lazy=True) as opened:
            has |= opened.getBestCmap().keys()
    files = [path for kind in ("forms/*.md", "*.toml", "words/*.toml", "i18n/*.ts") for path in ASSETS.glob(kind)]
    others = {character for path in files for character in path.read_text(encoding="utf-8")}  # 繁體, ئۇيغۇرچە

    assert {
        character for character in {*"".join(zh + en for _, zh, en in WORDS), *others} if ord(character) not in has
    } == set()


def test_phrases_to_tap_belong_to_a_question_that_is_written():
    asked = {(form.id, q.name) for form in FORMS.values() for q in form.questions if q.type == "text"}
    known = {name for _, name in asked} | {f"{form}.{name}" for form, name in asked}

    assert toml("words/chips.toml").keys() - known == set()


@pytest.mark.parametrize("question", toml("words/chips.toml"))
def test_phrases_to_tap_are_few_and_short(question):
    chinese, english = (toml("words/chips.toml")[question][language] for language in ("zh", "en"))

    assert 6 <= len(chinese) == len(english) <= 12
    assert len(set(chinese)) == len(chinese)
    assert [phrase for phrase in chinese if not 3 <= width(phrase) <= 10] == []
    assert [phrase for phrase in english if len(phrase) > 32] == []


def test_the_notice_is_short_enough_to_be_read():
    notice = toml("words/notice.toml")

    for language, limit in (("zh-Hans", 400), ("en", 600)):
        assert len("".join(notice[language]["lines"])) <= limit
        assert sum("{venue}" in line for line in notice[language]["lines"]) == 1
    assert notice["version"] == "1"


def test_the_notice_says_how_long_and_what_for():
    lines = "".join(toml("words/notice.toml")["zh-Hans"]["lines"])

    for said in ("谁来用", "做什么用", "留什么", "怎么保存", "最多 180 天", "删除", "撤回", "不留也可以"):
        assert said in lines


def test_the_venue_of_the_demonstration_is_a_configuration(tmp_path):
    (tmp_path / "kiosk.toml").write_bytes((ASSETS / "words" / "venue.toml").read_bytes())

    config = load_config(tmp_path, {})

    assert config.venue_name["zh-Hans"] == "东湖区文化馆"
    assert config.opening["mon"] is None
    assert len(config.opening) == 7
