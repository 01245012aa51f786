"""One grid, one pen, two colours: what makes eighty little pictures one family (visual direction, §5)."""

import itertools
import re
import xml.etree.ElementTree as ET

import pytest
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from shipped_words import ASSETS, FORMS, texts_of

SVG = "{http://www.w3.org/2000/svg}"
INK = "#211D19"
TONES = {"#EBCB84", "#BFD5C6", "#BFCDE2"}
FACES = {5: "#F8E3A4", 4: "#C6D3AE", 3: "#BFB8A7", 2: "#99A4B6", 1: "#8F889C"}
MAY_HOLD = {f"{SVG}{tag}" for tag in ("svg", "title", "g", "path", "circle", "rect", "ellipse")}
FILES = {path.stem: path for path in sorted((ASSETS / "pictograms").glob("*.svg"))}
OPTIONS = [name for name in FILES if name.startswith(("opt-", "cat-"))]


def source(name: str) -> str:
    return FILES[name].read_text(encoding="utf-8")


def drawn(name: str, size: int) -> QImage:
    """The picture on a white card, ``size`` pixels each way."""
    image = QImage(size, size, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    QSvgRenderer(QByteArray(FILES[name].read_bytes())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def grey(name: str, size: int) -> bytes:
    image = drawn(name, size).convertToFormat(QImage.Format.Format_Grayscale8)
    return b"".join(bytes(image.constScanLine(row))[:size] for row in range(size))


def test_the_family_is_large():
    assert len([name for name in FILES if name.startswith("opt-")]) >= 80


@pytest.mark.parametrize("name", FILES)
def test_it_stands_on_the_grid_and_has_a_name(name):
    root = ET.fromstring(source(name))

    assert root.get("viewBox") == "0 0 48 48"
    assert (root.get("width"), root.get("height")) == ("48", "48")
    assert root.findtext(f"{SVG}title").strip()


@pytest.mark.parametrize("name", FILES)
def test_it_holds_nothing_but_plain_shapes(name):
    """No text, gradient, filter, picture, style: the software scene graph draws them wrongly or not at all."""
    assert {element.tag for element in ET.fromstring(source(name)).iter()} <= MAY_HOLD
    assert not re.search(r"style=|class=|url\(|opacity|href", source(name))


@pytest.mark.parametrize("name", FILES)
def test_one_pen_draws_it(name):
    text = source(name)

    assert set(re.findall(r'stroke-width="([^"]+)"', text)) == {"2.5"}
    assert set(re.findall(r'stroke-linecap="([^"]+)"', text)) == {"round"}
    assert set(re.findall(r'stroke-linejoin="([^"]+)"', text)) == {"round"}


@pytest.mark.parametrize("name", FILES)
def test_it_has_two_literal_colours_and_no_third(name):
    """The theme replaces exactly these; any other would stay as it is in high contrast."""
    colours = set(re.findall(r'(?:fill|stroke)="([^"]+)"', source(name))) - {"none"}

    if name.startswith("ui-"):
        assert colours == {INK}
    elif name.startswith("face-"):
        assert colours == {INK, FACES[int(name[-1])]}
    else:
        assert INK in colours
        assert len(colours - {INK}) == 1
        assert colours - {INK} <= TONES


@pytest.mark.parametrize("name", [name for name in FILES if not name.startswith("ui-")])
def test_the_tone_is_printed_beside_the_line(name):
    tone, line = ET.fromstring(source(name)).findall(f"{SVG}g")

    assert tone.get("transform") == "translate(1.5 1.5)"
    assert tone.get("stroke") == "none"
    assert line.get("fill") == "none"
    assert list(tone)


@pytest.mark.parametrize("name", FILES)
def test_it_keeps_to_its_live_area(name):
    """4 to 44, half a pen more, and the tone's offset: nothing is cut at the edge of its card."""
    size = 96
    pixels = grey(name, size)
    inked = [(place % size, place // size) for place, value in enumerate(pixels) if value < 250]
    units = [48 * edge / size for edge in (*map(min, zip(*inked, strict=True)), *map(max, zip(*inked, strict=True)))]

    assert min(units) >= 2
    assert max(units) <= 46.5


@pytest.mark.parametrize("name", OPTIONS)
def test_it_is_neither_a_hair_nor_a_blot(name):
    pixels = grey(name, 96)
    dark = sum(value < 90 for value in pixels) / len(pixels)

    assert 0.05 <= dark <= 0.32


def test_no_two_look_alike_in_grey_at_48_pixels():
    seen = {name: grey(name, 48) for name in OPTIONS}

    def apart(one: str, other: str) -> float:
        return sum(abs(a - b) for a, b in zip(seen[one], seen[other], strict=True)) / len(seen[one])

    alike = [(one, other) for one, other in itertools.combinations(OPTIONS, 2) if apart(one, other) < 20]

    assert alike == []


def test_every_option_that_was_drawn_is_shown_somewhere():
    named = {name for form in FORMS.values() for _, text in texts_of(form) for name in text.images.values()}
    named |= set(re.findall(r"opt-[a-z-]+\.svg", (ASSETS / "catalogue.toml").read_text(encoding="utf-8")))

    assert [name for name in FILES if name.startswith("opt-") and f"{name}.svg" not in named] == []
