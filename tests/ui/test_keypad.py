"""The four-key pad: with the screen off, and nothing but ↑ ↓ OK back, a visitor rates, wishes, and looks up."""

import pytest
from listening import Listener
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.keypad import Key, key_of, stops_of
from ui.speech.sight import Thing

DOWN, UP, OK, BACK = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Escape
PAD = Qt.KeyboardModifier.KeypadModifier
PLAIN = Qt.KeyboardModifier.NoModifier


class Fingers:
    """Somebody with the pad under their fingers, who hears and sees nothing."""

    def __init__(self, visit, listener: Listener) -> None:
        self.visit = visit
        self.listener = listener

    def press(self, key: Qt.Key, *, hold: float = 0.0, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyPress(self.visit.terminal.window, key, modifiers)
        self.visit.watch.skip(hold)
        QTest.keyRelease(self.visit.terminal.window, key, modifiers)
        self.visit.finger.rest()

    def darken(self) -> None:
        self.press(OK, hold=2)
        self.visit.finger.until("the screen is off", lambda: self.visit.terminal.keypad.dark)

    def heard(self, word: str) -> bool:
        return any(word == text.replace("\u200b", "") for text in self.listener.last)

    def find(self, word: str) -> None:
        """Down, until that is what is said."""
        for _ in range(80):
            if self.heard(word) and any(" 项，共 " in text for text in self.listener.last):
                return
            self.press(DOWN)
        raise AssertionError(f"{word} was never said; last: {self.listener.last}")

    def choose(self, word: str) -> None:
        self.find(word)
        self.press(OK)

    def page(self, word: str) -> None:
        """Wait until a page is said that has this on it."""
        self.visit.finger.until(
            f"the page with {word}, last heard {self.listener.last}",
            lambda: self.heard(word) and not any(" 项，共 " in text for text in self.listener.last),
        )


@pytest.fixture
def blind(lobby):
    """blind(): somebody at the pad, the screen off."""

    def build(**config):
        listener = Listener()
        visit = lobby(voices=[listener], **config)
        fingers = Fingers(visit, listener)
        fingers.darken()
        return fingers

    return build


@pytest.mark.parametrize(
    ("key", "modifiers", "meaning"),
    [
        (DOWN, PLAIN, Key.DOWN), (DOWN, PAD, Key.DOWN), (Qt.Key.Key_2, PAD, Key.DOWN), (Qt.Key.Key_2, PLAIN, None),
        (Qt.Key.Key_8, PAD, Key.UP), (Qt.Key.Key_5, PAD, Key.OK), (Qt.Key.Key_Clear, PAD, Key.OK),
        (Qt.Key.Key_Enter, PAD, Key.OK), (Qt.Key.Key_0, PAD, Key.BACK), (Qt.Key.Key_Insert, PAD, Key.BACK),
        (BACK, PLAIN, Key.BACK), (Qt.Key.Key_A, PLAIN, None), (OK, Qt.KeyboardModifier.AltModifier, None),
        (Qt.Key.Key_Asterisk, PAD, Key.SCREEN), (Qt.Key.Key_Plus, PAD, Key.LOUDER),
    ],
)  # fmt: skip
def test_what_each_key_means(key, modifiers, meaning):
    assert key_of(key, modifiers) is meaning


def test_a_quick_rating_with_the_screen_off(blind):
    fingers = blind()
    visit = fingers.visit
    assert fingers.heard("屏幕已关，我来念给您听。")
    assert visit.eye.find("blank") is not None

    fingers.choose("不满意")
    fingers.page("主要是因为什么？")
    fingers.choose("名额难抢")
    assert fingers.listener.last == ["已选：名额难抢"]
    fingers.choose("下一题")
    fingers.page("还想说点什么？")
    fingers.choose("送出")
    visit.at("thanks")
    fingers.page("谢谢您，我们收到了。")
    fingers.choose("念回执码")
    assert "".join(fingers.listener.last).replace(" , ", "") == "".join(visit.terminal.models.thanks.props.groups)
    fingers.choose("完成")
    visit.at("home")

    visit.saved()
    answers = visit.records()[-1]["said"]["answers"]
    assert answers == {"grade": "2", "reasons": ["202"]}


def test_a_wish_with_the_screen_off(blind):
    fingers = blind()
    visit = fingers.visit

    fingers.choose("我有好主意")
    fingers.page("想要什么活动和课程")
    fingers.choose("想要什么活动和课程")
    fingers.page("您最想要什么样的文化服务？")
    fingers.choose("看演出")
    question = visit.terminal.models.question
    for _ in range(14):
        if visit.screen != "question":
            break
        before = (question.props.title, question.props.parts)
        options = [part for part in question.props.parts if part.choices]
        if options and not visit.terminal.conductor.journey.visit.value(options[0].name):
            fingers.choose(options[0].choices[0]["label"].replace("\u200b", ""))
        if visit.screen == "question" and (question.props.title, question.props.parts) == before:
            onward = {"review": "看一遍", "send": "送出"}.get(question.props.onward, "下一题")
            fingers.choose("写好了" if question.props.kind in ("text", "lines") and onward == "下一题" else onward)
        visit.finger.until(
            "the next page", lambda before=before: (question.props.title, question.props.parts) != before
            or visit.screen != "question",
        )  # fmt: skip
    visit.at("review")
    fingers.choose("送出")
    visit.at("thanks")

    visit.saved()
    answers = visit.records()[-1]["said"]["answers"]
    assert visit.records()[-1]["form"] == "wish"
    assert len(answers) >= 5


@pytest.mark.all  # some four hundred presses
def test_a_receipt_is_looked_up_with_the_screen_off(blind):
    fingers = blind()
    visit = fingers.visit
    fingers.choose("非常满意")
    fingers.page("主要是因为什么？")
    fingers.choose("跳过")
    fingers.page("还想说点什么？")
    fingers.choose("送出")
    visit.at("thanks")
    code = "".join(visit.terminal.models.thanks.props.groups)
    fingers.choose("完成")
    visit.at("home")

    fingers.darken()
    fingers.choose("查办理进度")
    fingers.page("请输入回执码")
    for place, sign in enumerate(code, start=1):
        fingers.choose(sign)
        assert fingers.listener.last == [sign, f"已输入 {place} 位"]
    fingers.choose("查进度")
    visit.at("progress")
    fingers.page("办理进度")


def test_back_goes_back_and_answers_the_keeper(blind):
    fingers = blind()
    visit = fingers.visit
    fingers.choose("场地设施")
    visit.at("question")
    visit.finger.until("the question is read", lambda: not any(" 项，共 " in text for text in fingers.listener.last))
    visit.terminal.speech.stop()

    visit.watch.skip(91)
    visit.finger.until("the question", lambda: visit.terminal.models.idle.props.asks == "idle")
    fingers.press(BACK)
    assert visit.terminal.models.idle.props.asks == ""
    assert visit.screen == "question"

    fingers.press(BACK)
    visit.at("home")


def test_a_finger_brings_the_screen_back_and_presses_nothing(blind):
    fingers = blind()
    visit = fingers.visit
    place = visit.middle("face_5")

    visit.press(place)
    visit.lift(place)
    visit.finger.rest()

    assert not visit.terminal.keypad.dark
    assert visit.eye.find("blank") is None
    assert visit.screen == "home"


def test_the_next_visitor_finds_the_screen_on(blind):
    fingers = blind()

    fingers.visit.terminal.conductor.end_visit()

    assert not fingers.visit.terminal.keypad.dark
    assert fingers.visit.eye.find("blank") is None


def test_with_the_screen_on_the_ring_goes_and_nothing_is_said(lobby):
    listener = Listener()
    visit = lobby(voices=[listener])
    fingers = Fingers(visit, listener)

    fingers.press(DOWN)
    heard = len(listener.heard)
    fingers.press(DOWN)
    ring = visit.terminal.window.activeFocusItem().objectName()
    fingers.press(OK)

    assert listener.heard[0][2] == ["按住确定键两秒，可以关屏听读。"]
    assert len(listener.heard) == heard
    assert ring == "face_4"
    visit.at("question")
    assert visit.terminal.conductor.journey.visit.value("grade") == "4"


def test_without_a_voice_the_screen_stays_on(lobby):
    visit = lobby(voices=[])

    Fingers(visit, Listener()).press(OK, hold=2)

    assert not visit.terminal.keypad.dark


def test_no_digit_can_be_reached_where_others_would_hear_it():
    things = [
        Thing("5", (), False, True, "digit_5", "stage", True, 0),
        Thing("跳过", (), False, True, "skip", "stage", True, 1),
    ]

    assert [stop.name for stop in stops_of(things, "question", mute_digits=True)] == ["skip"]
    assert [stop.name for stop in stops_of(things, "question", mute_digits=False)] == ["digit_5", "skip"]


def test_what_cannot_be_seen_is_no_stop_and_the_dock_comes_last():
    things = [
        Thing("Back", (), False, True, "dockBack", "dock", True, 0),
        Thing("Read aloud", (), False, False, "dockSpeak", "dock", True, 1),
        Thing("Title", (), False, False, "", "stage", True, -1),
        Thing("Next page", (), False, True, "hidden", "stage", False, 2),
        Thing("Please choose one", (), False, False, "next", "stage", True, 3),
    ]

    assert [stop.words for stop in stops_of(things, "question", mute_digits=False)] == [
        "Title",
        "Please choose one",
        "Back",
    ]
