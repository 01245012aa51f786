"""A finger on the terminal's own window writes two sentences in every way there is, with no network and no keyboard."""

from random import Random

import pytest
from PySide6.QtCore import QPoint

from tests.hanzi.hands import Hand, load_medians
from ui.viewmodels.keyboard import KeyboardViewModel

SENTENCES = ("我想学书法", "希望周末有手机课")
BY_26 = {SENTENCES[0]: "wo xiang xue shufa", SENTENCES[1]: "xiwang zhoumo you shoujike"}
BY_9 = {SENTENCES[0]: "96 94264 983 74832", SENTENCES[1]: "949264 946866 968 74685453"}
STROKES = {  # 一 h, 丨 s, 丿 p, 丶 n, 乛 z, as they are taught
    **{"我": "phshzpn", "想": "hspnszhhnznn", "学": "nnpnzzsh", "书": "zzsn", "法": "nnhhshzn"},
    **{"希": "pnhpszs", "望": "nhzpzhhhhsh", "周": "pzhshszh", "末": "hhspn", "有": "hpszhh", "手": "phhs"},
    **{"机": "hspnpz", "课": "nzszhhhspn"},
}
MEDIANS = load_medians()


@pytest.fixture
def page(lobby):
    """The page for words, after the first face."""
    lobby = lobby()
    lobby.tap("face_5")
    lobby.finger.until("a question", lambda: lobby.screen == "question")
    while lobby.terminal.models.question.props.kind not in ("text", "lines"):
        before = lobby.terminal.models.question.props
        lobby.tap("skip" if lobby.eye.find("skip") else "next")
        lobby.finger.until("the next page", lambda before=before: lobby.terminal.models.question.props != before)
    lobby.finger.until("the engines", lambda: "handwriting" in lobby.terminal.ways, seconds=120)
    return lobby


def written(lobby) -> str:
    return lobby.terminal.conductor.journey.visit.answers().get("words", "")


def until_written(lobby, text: str) -> None:
    lobby.finger.until(f"{text} (not {written(lobby)})", lambda: written(lobby) == text)


def take(lobby, wanted: str, before: str) -> None:
    """Tap the word among those offered, further back if it is not in the first row."""
    lobby.finger.until("words to choose", lambda: lobby.eye.find("candidate_0") is not None)
    (keyboard,) = lobby.terminal.window.findChildren(KeyboardViewModel)
    lobby.finger.until(f"{wanted} among the words", lambda: wanted in keyboard.property("candidates"))
    place = keyboard.property("candidates").index(wanted)
    if lobby.eye.find(f"candidate_{place}") is not None:
        lobby.finger.tap(f"candidate_{place}")
    else:
        lobby.finger.tap("moreCandidates")
        lobby.finger.tap(f"sheet_{wanted}")
    until_written(lobby, before + wanted)


def type_keys(lobby, keys: str) -> None:
    """Quickly, as somebody who knows the keyboard."""
    for key in keys:
        place = lobby.middle(f"key_{key}")
        lobby.press(place)
        lobby.lift(place)


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("keys", ["26", "9"])
def test_by_pinyin_word_by_word(page, sentence, keys):
    if keys == "9":
        page.finger.tap("key_nine")
    done = ""
    words = {SENTENCES[0]: ["我", "想", "学", "书法"], SENTENCES[1]: ["希望", "周末", "有", "手机课"]}[sentence]
    for word, typed in zip(words, {"26": BY_26, "9": BY_9}[keys][sentence].split(), strict=True):
        type_keys(page, typed)
        take(page, word, done)
        done += word

    assert written(page) == sentence


@pytest.mark.parametrize("sentence", SENTENCES)
def test_by_strokes(page, sentence):
    page.finger.tap("way_stroke")
    done = ""
    for char in sentence:
        type_keys(page, STROKES[char])
        take(page, char, done)
        done += char

    assert written(page) == sentence


@pytest.mark.parametrize("sentence", SENTENCES)
def test_by_hand_several_characters_in_a_row(page, sentence):
    page.finger.tap("way_handwriting")
    hand = Hand(Random(11), strong=False)
    done = ""
    for start in range(0, len(sentence), 3):
        part = sentence[start : start + 3]
        pad = page.eye.find("writingPad") or page.finger._ready("writingPad")
        for stroke in fitted(hand.write_line([MEDIANS[char] for char in part]), pad):
            page.finger.stroke(stroke)
        take(page, part, done)
        done += part

    assert written(page) == sentence


def fitted(line, pad) -> list[list[QPoint]]:
    """The line over the whole pad."""
    xs, ys = [x for stroke in line for x, _ in stroke], [y for stroke in line for _, y in stroke]
    scale = min((pad.width - 40) / (max(xs) - min(xs)), (pad.height - 40) / (max(ys) - min(ys)))
    return [
        [
            QPoint(round(pad.x + 20 + (x - min(xs)) * scale), round(pad.y + 20 + (y - min(ys)) * scale))
            for x, y in stroke
        ]
        for stroke in line
    ]
