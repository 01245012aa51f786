"""Colours and sizes: they agree with assets/tokens.json, can be read, and stand in one file."""

import json
import re

import pytest
from conftest import ROOT
from PySide6.QtGui import QColor
from PySide6.QtQml import QQmlEngine

TOKENS = json.loads((ROOT / "assets" / "tokens.json").read_text("utf-8"))
QML = ROOT / "ui" / "qml"
STANDARD = {
    "page": "rice",
    "card": "paper",
    "band": "band",
    "keyFace": "keyFn",
    "ink": "ink",
    "inkSoft": "ink2",
    "line": "line",
    "hair": "hair",
    "action": "cinnabar",
    "actionFoot": "cinnabarFoot",
    "actionInk": "onCinnabar",
    "seal": "cinnabar",
    "chosen": "indigo",
    "chosenWash": "indigoWash",
    "chosenInk": "onIndigo",
    "quote": "celadon",
    "quoteWash": "celadonWash",
    "pending": "gold",
    "pendingWash": "goldWash",
    "pendingDot": "toneGold",
}
CONTRAST = {
    "page": "rice",
    "card": "paper",
    "band": "band",
    "ink": "ink",
    "inkSoft": "ink2",
    "line": "line",
    "hair": "hair",
    "action": "action",
    "actionInk": "onAction",
    "seal": "seal",
    "chosen": "selected",
    "chosenWash": "selectedWash",
    "chosenInk": "onSelected",
}
TEXT = [  # text on ground, everywhere on the screens
    ("ink", "page"),
    ("ink", "card"),
    ("ink", "band"),
    ("ink", "keyFace"),
    ("ink", "chosenWash"),
    ("ink", "quoteWash"),
    ("ink", "pendingWash"),
    ("inkSoft", "page"),
    ("inkSoft", "card"),
    ("inkSoft", "band"),
    ("inkSoft", "pendingWash"),
    ("actionInk", "action"),
    ("chosenInk", "chosen"),
    ("quote", "card"),
    ("quote", "quoteWash"),
    ("pending", "pendingWash"),
    ("seal", "card"),
]
SHAPES = [  # borders, feet, marks against what they stand on
    ("line", "page"),
    ("line", "card"),
    ("line", "band"),
    ("line", "keyFace"),
    ("chosen", "chosenWash"),
    ("chosen", "band"),
    ("action", "page"),
    ("seal", "page"),
]


@pytest.fixture
def theme(qapp):
    engine = QQmlEngine()
    engine.addImportPath(str(QML))
    yield engine.singletonInstance("Kiosk", "Theme")
    engine.deleteLater()


def colour(theme, name: str) -> QColor:
    return QColor(theme.property(name))


def ratio(one: QColor, other: QColor) -> float:
    """WCAG's contrast of two colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(tint: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(tint.redF()) + 0.7152 * linear(tint.greenF()) + 0.0722 * linear(tint.blueF())


def test_the_standard_theme_is_that_of_the_tokens(theme):
    tokens = TOKENS["colour"]["standard"]
    assert {name: colour(theme, name) for name in STANDARD} == {n: QColor(tokens[t]) for n, t in STANDARD.items()}


def test_the_contrast_theme_is_that_of_the_tokens(theme):
    theme.setProperty("contrast", True)
    tokens = TOKENS["colour"]["highContrast"]
    assert {name: colour(theme, name) for name in CONTRAST} == {n: QColor(tokens[t]) for n, t in CONTRAST.items()}


def test_the_faces_are_those_of_the_tokens(theme):
    for contrast, key in ((False, "disc"), (True, "highContrast_disc")):
        theme.setProperty("contrast", contrast)
        discs = theme.property("discs").toVariant()
        assert [discs[face["level"]] for face in TOKENS["faces"]] == [face[key].lower() for face in TOKENS["faces"]]


@pytest.mark.parametrize(("contrast", "least"), [(False, 7), (True, 15)])
@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_can_be_read(theme, text, ground, contrast, least):
    theme.setProperty("contrast", contrast)

    assert ratio(colour(theme, text), colour(theme, ground)) >= least


@pytest.mark.parametrize("contrast", [False, True])
@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_shapes_can_be_seen(theme, shape, ground, contrast):
    theme.setProperty("contrast", contrast)

    assert ratio(colour(theme, shape), colour(theme, ground)) >= 3


@pytest.mark.parametrize("elder", [False, True])
@pytest.mark.parametrize("role", [one["role"] for one in TOKENS["type"]["scale"]])
def test_type_is_as_large_as_its_role(theme, role, elder):
    theme.setProperty("elder", elder)
    token = next(one for one in TOKENS["type"]["scale"] if one["role"] == role)

    wanted = token["elder_mm" if elder else "standard_mm"]

    assert theme.property(role) / theme.property("pixelsPerMm") == pytest.approx(wanted, abs=0.15)


def test_sizes_follow_the_panel(theme):
    sizes = {}
    for pitch in (0.180, 0.248, 0.311, 0.369):
        theme.setProperty("pixelsPerMm", 1 / pitch)
        sizes[pitch] = [theme.property(name) * pitch for name in ("body", "target", "rating", "foot", "dock")]

    first = sizes.pop(0.180)
    for other in sizes.values():
        assert other == pytest.approx(first, abs=0.5)


def test_only_the_theme_has_literal_colours():
    literal = re.compile(r'"#[0-9a-fA-F]{3,8}"|\b(?:Qt\.rgba|Qt\.hsla)\(|color:\s*"(?!transparent)')
    found = [
        f"{path.name}:{number}"
        for path in QML.rglob("*.qml")
        if path.name != "Theme.qml"
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if literal.search(line)
    ]
    assert found == []
