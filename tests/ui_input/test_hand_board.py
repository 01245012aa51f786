"""A finger on the real pad, with the real recogniser behind it."""

import gc
from random import Random

import pytest
from conftest import ASSETS, LYING, UPRIGHT, AtOnce
from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QColor

from kiosk.errors import PartMissing
from tests.hanzi.hands import Hand, load_medians
from ui.input.assemble import assemble
from ui.input.ink import thinned
from ui.input.pen import Mark, Reading

MEDIANS = load_medians()
PITCH = 4.034


@pytest.fixture
def page(stage, inputs):
    def build(size=UPRIGHT, **theme):
        page = stage("TextEntry", size, inputs=inputs)
        page.theme(**theme)
        page.until(lambda: page.find("way_handwriting") is not None)
        if page.find("writingPad") is None:
            page.tap("way_handwriting")
        page.until(lambda: page.find("writingPad") is not None)
        page.view.grabWindow()
        return page

    return build


def write(page, text: str, *, part: tuple[float, float] = (0.0, 1.0)) -> None:
    """Characters side by side, over a part of the pad's width."""
    line = Hand(Random(3), strong=False).write_line([MEDIANS[char] for char in text])
    pad = page.find("writingPad")
    xs, ys = [x for stroke in line for x, _ in stroke], [y for stroke in line for _, y in stroke]
    room = (part[1] - part[0]) * pad.width() - 40
    scale = min(room / (max(xs) - min(xs)), (pad.height() - 40) / (max(ys) - min(ys)))
    corner = pad.mapToScene(QPointF(part[0] * pad.width() + 20, 20)).toPoint()
    for stroke in (thinned(stroke, 1.0) for stroke in line):
        points = [corner + QPoint(round((x - min(xs)) * scale), round((y - min(ys)) * scale)) for x, y in stroke]
        page.press(points[0])
        for point in points[1:]:
            page.move(point)
            page.view.grabWindow()
        page.lift(points[-1])


def box(item) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def ink(page) -> int:
    """How much is painted on the pad."""
    picture = page.view.grabWindow().copy(box(page.find("writingPad")).toRect())
    dark = QColor("#211d19")
    return sum(
        picture.pixelColor(x, y) == dark for x in range(0, picture.width(), 6) for y in range(0, picture.height(), 6)
    )


def test_what_is_written_counts_at_once_and_stands_in_the_text_when_a_word_is_chosen(page):
    page = page()

    write(page, "书法")

    page.until_value("书法")
    page.until(lambda: page.find("candidate_0") is not None)
    page.tap("candidate_0")
    page.until(lambda: page.find("writingPad").property("strokes") == 0)
    assert page.find("paper").property("text") == "书法"
    assert ink(page) == 0


def test_nothing_is_decided_by_itself(page):
    page = page()

    write(page, "书")
    page.until(lambda: page.find("candidate_0") is not None)

    assert page.find("paper").property("text") == ""
    assert page.find("writingPad").property("strokes") > 0


def test_one_character_after_the_other_is_chosen_and_the_rest_stays_on_the_pad(page):
    page = page()
    write(page, "书法")
    page.until(lambda: page.find("candidate_1") is not None)

    page.tap("candidate_1")
    page.until(lambda: page.find("paper").property("text") != "")

    assert page.find("paper").property("text") == "书"
    assert ink(page) > 0
    page.tap("candidate_0")
    page.until_value("书法")


def test_a_stroke_is_undone_and_the_pad_is_wiped(page):
    page = page()
    write(page, "十" if "十" in MEDIANS else "我")
    count = page.find("writingPad").property("strokes")

    page.tap("undoStroke")
    assert page.find("writingPad").property("strokes") == count - 1
    page.tap("rewrite")

    page.until(lambda: page.find("writingPad").property("strokes") == 0)
    page.until(lambda: page.value in (None, ""))
    assert page.find("rewrite").property("opacity") == 0


def test_a_mark_decides_what_is_on_the_pad_and_follows_it(page):
    page = page()
    write(page, "书")
    page.tap("key_，")

    page.until_value("书，")
    page.until(lambda: page.find("writingPad").property("strokes") == 0)


def test_delete_takes_the_last_character_off_the_pad_and_then_off_the_paper(page):
    page = page()
    write(page, "我想")
    page.until_value("我想")

    page.tap("key_backspace")
    page.until_value("我")
    page.tap("candidate_0")
    page.until(lambda: page.find("paper").property("text") == "我")
    page.tap("key_backspace")

    page.until_value("")


def test_another_way_of_writing_decides_what_was_written(page):
    page = page()
    write(page, "书")
    page.tap("way_pinyin")
    page.type("fa")
    page.tap("key_space")

    page.until(lambda: str(page.value).startswith("书") and len(str(page.value)) == 2)
    page.tap("way_handwriting")
    assert page.find("writingPad").property("strokes") == 0


def test_digits_and_back(page):
    page = page()
    page.tap("key_digits")
    page.type("3")
    page.tap("key_letters")

    page.until(lambda: page.find("writingPad") is not None)
    assert page.value == "3"


def test_elders_begin_with_the_pad(stage, inputs):
    page = stage("TextEntry", UPRIGHT, inputs=inputs, more="Binding { target: Theme; property: 'elder'; value: true }")
    page.theme(elder=True, shown=False)
    page.theme(shown=True)

    page.until(lambda: page.find("writingPad") is not None)


@pytest.mark.parametrize("elder", [False, True])
@pytest.mark.parametrize("size", [UPRIGHT, LYING])
def test_the_pad_is_large_and_so_are_the_words_and_keys(page, size, elder):
    page = page(size, elder=elder)
    write(page, "书")
    page.until(lambda: page.find("candidate_1") is not None)
    page.view.grabWindow()
    least = (19 if elder else 16) * PITCH - 1

    pad = page.find("writingPad")
    keys = [item for item in page.seen() if item.metaObject().className().startswith("Key_QMLTYPE") and item.opacity()]
    words = [item for item in keys if item.objectName().startswith("candidate_")]
    assert min(pad.width(), pad.height()) >= 90 * PITCH - 3
    assert min(min(key.width(), key.height()) for key in keys) >= least
    assert min(min(key.width(), key.height()) for key in words) >= 20 * PITCH - 1
    area = box(pad)
    assert not area.intersects(box(page.find("paper").parentItem().parentItem()))
    assert [
        k.objectName() for k in keys if area.intersects(k.mapRectToScene(QRectF(0, 0, k.width(), k.height())))
    ] == []


def test_out_of_sight_nothing_stays_on_the_pad(page):
    page = page()
    write(page, "书")
    page.until_value("书")
    page.value = None
    page.theme(shown=False)
    page.theme(shown=True)
    page.tap("way_handwriting")

    page.until(lambda: page.find("writingPad") is not None)
    assert page.find("writingPad").property("strokes") == 0
    assert ink(page) == 0


def test_no_stroke_is_left_in_memory_when_the_visitor_is_gone(page):
    page = page()
    write(page, "书")
    page.until_value("书")
    assert strokes_alive()

    page.value = None
    page.theme(shown=False)

    page.until(lambda: not strokes_alive())


def strokes_alive() -> list:
    gc.collect()
    return [one for one in gc.get_objects() if isinstance(one, (Mark, Reading)) and one != Reading()]


def absent():
    raise PartMissing("handwriting: onnxruntime not installed")


def test_without_its_model_the_pad_is_not_offered(stage, workshop):
    bare = assemble(ASSETS, workshop, list, AtOnce(), hand=AtOnce(), find=absent)
    bare._keys._asked = True
    bare.prepare()

    assert "handwriting" not in bare.offered()
    page = stage("TextEntry", inputs=bare)
    assert page.find("way_handwriting") is None
    assert "onnxruntime" in next(line.why for line in bare.availability() if line.way == "handwriting")
