"""Keys that a finger can hit, in every edition, size and place; neither paper nor keys hide the other."""

from itertools import combinations

import pytest
from conftest import LYING, UPRIGHT
from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible

from ui.input.layouts import DIGITS

PITCH = {"15.6": 5.55, "21.5": 4.034, "27": 3.214, "32": 2.71}  # pixels a millimetre of full HD panels
ABOVE_AND_BELOW = {False: 158, True: 176}  # millimetres of header, title, action row and dock, upright, by elder
ENTRIES = ["TextEntry", "NumberEntry", "DateEntry", "DrawEntry"]
FILLED = {  # with an answer, every key there is stands on the screen
    "TextEntry": "讲得很清楚",
    "NumberEntry": 1234567,
    "DateEntry": "2026-03-05",
    "DrawEntry": {"ink": [[0, 0, 100, 100]], "w": 1000, "h": 1000},
}
LEAST, LEAST_ELDER = 16.0, 19.0


def box(item) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def keys(page) -> list:
    page.view.grabWindow()
    return [item for item in page.seen() if item.metaObject().className().startswith("Key_QMLTYPE") and item.opacity()]


def check(page, least: float, pitch: float) -> None:
    shown = keys(page)
    assert shown
    area = QRectF(page.view.rootObject().boundingRect())
    small = {
        key.objectName(): (round(key.width() / pitch, 1), round(key.height() / pitch, 1))
        for key in shown
        if min(key.width(), key.height()) < (least - 0.25) * pitch
    }
    assert small == {}
    assert [key.objectName() for key in shown if not area.contains(box(key))] == []
    overlapping = [
        (one.objectName(), other.objectName())
        for one, other in combinations(shown, 2)
        if box(one).intersects(box(other))
    ]
    assert overlapping == []


@pytest.mark.parametrize("elder", [False, True])
@pytest.mark.parametrize("size", [UPRIGHT, LYING])
@pytest.mark.parametrize("entry", ENTRIES)
def test_no_key_is_too_small_and_none_covers_another(stage, inputs, entry, size, elder):
    page = stage(entry, size, inputs=inputs)
    page.theme(elder=elder)
    page.value = FILLED[entry]

    check(page, LEAST_ELDER if elder else LEAST, PITCH["21.5"])


@pytest.mark.parametrize("way", ["english", "nine", "stroke"])
@pytest.mark.parametrize("size", [UPRIGHT, LYING])
def test_in_every_way_of_writing_and_layer(stage, inputs, size, way):
    page = stage("TextEntry", size, inputs=inputs)
    page.theme(elder=True)
    page.tap({"english": "key_language", "nine": "key_nine", "stroke": "way_stroke"}[way])

    check(page, LEAST_ELDER, PITCH["21.5"])
    page.tap(f"key_{DIGITS}")
    check(page, LEAST_ELDER, PITCH["21.5"])


@pytest.mark.parametrize("keys_before", [[], ["key_digits"], ["key_language"], ["key_language", "key_digits"]])
@pytest.mark.parametrize("elder", [False, True])
@pytest.mark.parametrize("panel", PITCH)
def test_on_upright_panels_of_other_sizes(stage, inputs, panel, elder, keys_before):
    height = 1920 - round(ABOVE_AND_BELOW[elder] * PITCH[panel])
    page = stage("TextEntry", (1080, height), inputs=inputs)
    page.theme(pixelsPerMm=PITCH[panel], elder=elder)
    page.tap(*keys_before)

    check(page, LEAST_ELDER if elder else LEAST, PITCH[panel])
    assert page.find("paper").parentItem().parentItem().height() >= 2 * 1.3 * 8.5 * PITCH[panel]


def test_where_ten_keys_do_not_fit_chinese_is_written_with_nine(stage, inputs):
    page = stage("TextEntry", (1080, 1920 - round(176 * 5.55)), inputs=inputs)
    page.theme(pixelsPerMm=5.55, elder=True)
    page.tap("way_stroke", "way_pinyin")

    page.type("94264")
    page.until_value("想")

    page.tap("key_space", "key_language")
    page.type("ok")
    page.until_value("想ok")


@pytest.mark.parametrize("size", [UPRIGHT, LYING])
def test_with_words_to_choose_and_with_all_of_them(stage, inputs, size):
    page = stage("TextEntry", size, inputs=inputs)
    page.type("yi")
    page.until_value("一")
    check(page, LEAST, PITCH["21.5"])

    page.tap("moreCandidates")

    check(page, LEAST, PITCH["21.5"])


@pytest.mark.parametrize("elder", [False, True])
@pytest.mark.parametrize("size", [UPRIGHT, LYING])
def test_the_paper_shows_two_lines_and_no_key_covers_it(stage, inputs, size, elder):
    page = stage("TextEntry", size, inputs=inputs)
    page.theme(elder=elder)
    page.value = "周六的合唱课名额太少，我抢了三次都没抢到。" * 20
    page.view.grabWindow()
    sheet = page.find("paper").parentItem().parentItem()

    assert sheet.height() >= 2 * page.find("paper").property("cursorRectangle").height()
    assert [key.objectName() for key in keys(page) if box(key).intersects(box(sheet))] == []


@pytest.mark.parametrize("entry", ENTRIES)
@pytest.mark.parametrize("size", [UPRIGHT, LYING])
def test_no_word_is_smaller_than_the_least_or_cut_off(stage, inputs, entry, size):
    page = stage(entry, size, inputs=inputs)
    page.theme(language="en")
    page.view.grabWindow()
    texts = [item for item in page.seen() if item.property("truncated") is not None and item.property("text")]

    assert texts
    assert [text.property("text") for text in texts if text.property("truncated")] == []
    small = [text.property("text") for text in texts if text.property("font").pixelSize() < 6.6 * PITCH["21.5"] - 1]
    assert small == []


@pytest.mark.parametrize("entry", ENTRIES)
def test_everything_to_touch_has_a_name_and_a_role_for_those_who_cannot_see_it(stage, inputs, entry):
    page = stage(entry, inputs=inputs)
    page.value = FILLED[entry]

    for key in keys(page):
        face = QAccessible.queryAccessibleInterface(key)
        assert face.role() == QAccessible.Role.Button
        assert face.text(QAccessible.Text.Name).strip(), key.objectName()


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("size", [UPRIGHT, LYING])
def test_words_on_keys_stay_inside_them_when_the_edition_changes(stage, inputs, size, scale):
    page = stage("TextEntry", size, inputs=inputs)
    page.view.grabWindow()

    page.theme(elder=True, textScale=scale)

    outside = [
        key.objectName()
        for key in keys(page)
        for text in page.seen_in(key)
        if text.property("text") and text.property("contentWidth") is not None and not box(key).contains(box(text))
    ]
    assert outside == []
