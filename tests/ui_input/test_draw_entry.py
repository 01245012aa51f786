"""A finger that draws on the real pad."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor

from ui.input.ink import strokes_of


def line(page, start: tuple[float, float], end: tuple[float, float], steps: int = 8) -> None:
    """The window puts moves within one frame together, as it does with a real finger: so a frame each."""
    first, last = page.middle("inkPad", *start), page.middle("inkPad", *end)
    page.press(first)
    for step in range(1, steps + 1):
        page.move(first + (last - first) * step / steps)
        page.view.grabWindow()
    page.lift(last)


def ink(page) -> list:
    return strokes_of(page.value)


def test_a_stroke_becomes_an_answer_in_tenths_of_a_millimetre(stage):
    page = stage("DrawEntry")

    line(page, (0.25, 0.5), (0.75, 0.5))

    page.until(lambda: page.value is not None)
    (stroke,) = ink(page)
    width, height = page.value["w"], page.value["h"]
    assert abs(stroke[0][0] - width / 4) <= 3
    assert abs(stroke[-1][0] - width * 3 / 4) <= 3
    assert abs(stroke[0][1] - height / 2) <= 3
    assert len(stroke) == 2


def test_the_line_follows_the_finger_before_it_is_lifted(stage):
    page = stage("DrawEntry")
    start, end = page.middle("inkPad", 0.2, 0.2), page.middle("inkPad", 0.8, 0.2)
    page.press(start)
    page.move(end)

    page.until(lambda: page.view.grabWindow().pixelColor((start + end) / 2) == QColor("#211d19"))

    page.lift(end)


def test_only_what_was_drawn_is_painted(stage):
    page = stage("DrawEntry")
    line(page, (0.2, 0.2), (0.2, 0.4))
    line(page, (0.8, 0.6), (0.8, 0.8))

    picture = page.view.grabWindow()
    between = QRect(page.middle("inkPad", 0.3, 0.3), page.middle("inkPad", 0.7, 0.7))

    colours = {
        picture.pixelColor(QPoint(x, y)).name()
        for x in range(between.left(), between.right(), 9)
        for y in range(between.top(), between.bottom(), 9)
    }
    assert colours == {"#fffcf6"}


def test_the_last_stroke_is_undone(stage):
    page = stage("DrawEntry")
    line(page, (0.2, 0.2), (0.4, 0.2))
    line(page, (0.2, 0.6), (0.4, 0.6))
    page.until(lambda: len(ink(page)) == 2)

    page.tap("undoStroke")

    page.until(lambda: len(ink(page)) == 1)
    page.tap("undoStroke")
    page.until(lambda: page.value is None)


def test_a_cleared_drawing_can_be_brought_back(stage):
    page = stage("DrawEntry")
    line(page, (0.2, 0.2), (0.4, 0.2))
    page.until(lambda: len(ink(page)) == 1)
    before = page.value

    page.tap("clearDrawing")
    page.until(lambda: page.value is None)
    page.tap("restoreDrawing")

    page.until_value(before)


def test_a_drawing_that_was_cleared_is_not_there_for_the_next_visitor(stage):
    page = stage("DrawEntry")
    line(page, (0.2, 0.2), (0.4, 0.2))
    page.tap("clearDrawing")
    page.theme(shown=False)
    page.theme(shown=True)

    assert page.find("restoreDrawing") is None


def test_a_drawing_made_earlier_is_seen_again(stage):
    page = stage("DrawEntry")
    page.value = {"ink": [[500, 500, 1500, 500]], "w": 2000, "h": 3000}
    page.until(lambda: page.find("undoStroke") is not None)
    start = page.middle("inkPad", 0, 0)

    painted = page.view.grabWindow().pixelColor(start + QPoint(round(100 * 4.034), round(50 * 4.034)))

    assert painted == QColor("#211d19")


def test_a_finger_that_leaves_the_pad_draws_along_its_edge(stage):
    page = stage("DrawEntry")
    line(page, (0.5, 0.5), (1.5, 0.5))

    page.until(lambda: page.value is not None)

    assert max(x for x, _ in ink(page)[0]) <= page.value["w"]
