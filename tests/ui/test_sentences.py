"""A finger on the terminal's own window writes two sentences in every way there is, with no network and no keyboard."""

from random import Random

import pytest
from PySide6.QtCore import QPoint

from tests.hanzi.hands import Hand, load_medians
from ui.input.ink import thinned
from ui.viewmodels.keyboard import KeyboardViewModel

WISH, HOPE = "我想学书法", "希望周末有手机课"
WORDS = {WISH: "我 想 学 书法", HOPE: "希望 周末 有 手机课"}
PINYIN = {WISH: "wo xiang xue shufa", HOPE: "xiwang zhoumo you shoujike"}
NINE = {WISH: "96 94264 983 74832", HOPE: "949264 946866 968 74685453"}
# 一 h, 丨 s, 丿 p, 丶 n, 乛 z, as they are taught
STROKES = {
    WISH: "phshzpn hspnszhhhnznn nnpnzzsh zzsn nnhhshzn",
    HOPE: "pnhpszs nhzpzhhhhsh pzhshszh hhspn hpszhh phhs hspnpz nzszhhhspn",
}
MEDIANS = load_medians()
PATIENCE_S = 30.0  # for a machine that has other things to do


@pytest.fixture
def page(lobby):
    """The page for words, after the first face."""
    lobby = lobby()
    lobby.tap("face_5")
    lobby.finger.until("a question", lambda: lobby.screen == "question")
    question = lobby.terminal.models.question
    while question.props.kind not in ("text", "lines"):
        before = question.props
        lobby.tap("skip" if lobby.eye.find("skip") else "next")
        lobby.finger.until("the next page", lambda before=before: question.props != before)
    lobby.finger.until("the engines", lambda: "handwriting" in lobby.terminal.ways, seconds=120)
    lobby.finger.settle()
    return lobby


def written(page) -> str:
    return page.terminal.conductor.journey.visit.answers().get("words", "")


def strike(page, keys: str) -> None:
    """Key after key, as somebody who knows the keyboard."""
    wanted = {f"key_{key}" for key in keys}
    page.finger.until("the keys", lambda: wanted <= set(page.eye.names()), PATIENCE_S)
    places = {item.name: item.middle for item in page.eye.see()}
    for key in keys:
        page.press(places[f"key_{key}"])
        page.lift(places[f"key_{key}"])


def take(page, wanted: str, before: str) -> None:
    """Tap the word among those offered, further back if it is not in the first row."""
    (keyboard,) = page.terminal.window.findChildren(KeyboardViewModel)
    page.finger.until(f"{wanted} offered", lambda: wanted in keyboard.property("candidates"), PATIENCE_S)
    place = keyboard.property("candidates").index(wanted)
    page.finger.rest(0.05)
    if page.eye.find(f"candidate_{place}") is not None:
        page.finger.tap(f"candidate_{place}")
    else:
        page.finger.tap("moreCandidates")
        page.finger.tap(f"sheet_{wanted}")
    page.finger.until(before + wanted, lambda: written(page) == before + wanted, PATIENCE_S)


def type_out(page, sentence: str, words: list[str], typed: str) -> None:
    done = ""
    for word, keys in zip(words, typed.split(), strict=True):
        strike(page, keys)
        take(page, word, done)
        done += word
    assert written(page) == sentence


@pytest.mark.parametrize("sentence", [WISH, HOPE])
def test_by_pinyin_word_by_word_with_26_keys(page, sentence):
    type_out(page, sentence, WORDS[sentence].split(), PINYIN[sentence])


@pytest.mark.parametrize("sentence", [WISH, HOPE])
def test_by_pinyin_word_by_word_with_9_keys(page, sentence):
    page.tap("key_nine")
    type_out(page, sentence, WORDS[sentence].split(), NINE[sentence])


@pytest.mark.parametrize("sentence", [pytest.param(WISH, marks=pytest.mark.all), HOPE])
def test_by_strokes_character_by_character(page, sentence):
    page.tap("way_stroke")
    type_out(page, sentence, list(sentence), STROKES[sentence])


@pytest.mark.parametrize("sentence", [WISH, pytest.param(HOPE, marks=pytest.mark.all)])
def test_by_hand_several_characters_in_a_row(page, sentence):
    page.tap("way_handwriting")
    page.finger.until("the pad", lambda: page.eye.find("writingPad") is not None)
    hand, done = Hand(Random(11), strong=False), ""
    for part in (sentence[start : start + 3] for start in range(0, len(sentence), 3)):
        for stroke in over(page.eye.find("writingPad"), hand.write_line([MEDIANS[char] for char in part])):
            page.finger.stroke(stroke)
        take(page, part, done)
        done += part
    assert written(page) == sentence


def over(pad, line) -> list[list[QPoint]]:
    """The line of writing as large as the pad allows."""
    xs, ys = [x for stroke in line for x, _ in stroke], [y for stroke in line for _, y in stroke]
    scale = min((pad.width - 40) / (max(xs) - min(xs)), (pad.height - 40) / (max(ys) - min(ys)))
    left, top = pad.x + 20 - min(xs) * scale, pad.y + 20 - min(ys) * scale
    return [
        [QPoint(round(left + x * scale), round(top + y * scale)) for x, y in thinned(stroke, 1.0)] for stroke in line
    ]
