"""Where paper and keyboard do not fit together, the paper stands alone and a sheet over the screen is written on."""

import pytest
from PySide6.QtCore import QRectF

PITCH = 5.55  # pixels a millimetre of a 15.6-inch panel in full HD
LYING = (1920, 250)  # what such a panel leaves, lying, for an answer
LYING_STAGE, UPRIGHT_STAGE = (1920, 677), (1080, 1300)


@pytest.fixture
def page(stage, inputs):
    """An answer that has little room, on a screen that has more."""

    def build(size, room, **theme):
        page = stage("Item", size, inputs=inputs, more=HOLDER % room)
        page.theme(pixelsPerMm=PITCH, **theme)
        page.view.rootObject().setObjectName("stage")
        return page

    return build


HOLDER = """
        property var value
        signal edited(value: var)

        TextEntry {
            y: 160
            width: parent.width
            height: %d
            title: "?"
            value: scene.got
            onEdited: value => scene.got = value
        }
"""


def box(item) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


@pytest.mark.parametrize(("size", "elder"), [(LYING_STAGE, False), (LYING_STAGE, True), (UPRIGHT_STAGE, True)])
def test_the_sheet_has_room_for_paper_and_pad_and_neither_hides_the_other(page, size, elder):
    page = page(size, 250, elder=elder)
    assert page.find("paper") is None

    page.tap("openWriting")
    page.until(lambda: page.find("way_handwriting") is not None)
    if page.find("writingPad") is None:
        page.tap("way_handwriting")
    page.until(lambda: page.find("writingPad") is not None)
    page.view.grabWindow()

    pad, sheet = page.find("writingPad"), page.find("paper").parentItem().parentItem()
    keys = [item for item in page.seen() if item.metaObject().className().startswith("Key_QMLTYPE") and item.opacity()]
    area = QRectF(page.view.rootObject().boundingRect())
    assert min(pad.width(), pad.height()) >= 90 * PITCH - 3
    assert not box(pad).intersects(box(sheet))
    assert [key.objectName() for key in keys if not area.contains(box(key))] == []
    assert min(min(key.width(), key.height()) for key in keys) >= (19 if elder else 16) * PITCH - 2


def test_what_was_written_on_the_sheet_stands_on_the_paper_afterwards(page):
    page = page(LYING_STAGE, 250)
    page.tap("openWriting")
    page.type("hao")
    page.until_value("好")
    page.tap("candidate_0")
    page.until(lambda: page.find("paper").property("text") == "好")

    page.tap("writingDone")

    page.until(lambda: page.find("writtenSoFar") is not None)
    assert page.find("writtenSoFar").property("text") == "好"
    assert page.find("paper") is None


def test_with_room_enough_there_is_no_sheet(page):
    page = page((1920, 900), 640)

    assert page.find("paper") is not None
    assert page.find("openWriting") is None
