"""The five faces: equal, in the exact words, none preselected, and told apart by word, face, place and colour."""

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtGui import QAccessible
from rules import luminance
from seat import LYING, UPRIGHT, Look

WORDS = ["非常满意", "满意", "基本满意", "不满意", "非常不满意"]
LOOKS = [
    Look(mode, "zh-Hans", scale)
    for mode, scale in zip(("standard", "elder", "contrast", "lowreach"), (100, 125, 150, 200), strict=True)
]
# Machado, Oliveira, Fernandes 2009, severity 1.0, on linear RGB: three kinds of colour blindness.
BLIND = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
STEP = 5.0  # CIE L* between neighbours: two are told apart side by side from about 2
DRAWN = 0.02  # of a disc's pixels: what is drawn on it differs from its neighbour's by that much


def faces(seat, size, look, screen):
    here = seat(size)
    here.wish(look)
    if screen == "question":
        here.terminal.conductor.open("form:event")
        here.terminal.conductor.skip()
    glance = here.look()
    found = [thing for thing in glance.targets if thing.name.startswith(("face_", "choice_")) and thing.seen]
    assert len(found) == 5
    return here, glance, found


def spoken_at(glance, thing):
    return next(
        one
        for one in glance.spoken
        if one.role in (QAccessible.Role.Button, QAccessible.Role.RadioButton)
        and all(abs(a - b) <= 3 for a, b in zip(one.box, thing.box, strict=True))
    )


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("size", [UPRIGHT, LYING], ids=["upright", "lying"])
@pytest.mark.parametrize("screen", ["home", "question"])
def test_the_five_are_equal_and_none_is_chosen(seat, size, look, screen):
    _, glance, found = faces(seat, size, look, screen)

    assert [spoken_at(glance, thing).name for thing in found] == WORDS
    assert not any(spoken_at(glance, thing).checked for thing in found)
    for one, other in combinations(found, 2):
        assert abs(one.box.width - other.box.width) <= 1
        assert abs(one.box.height - other.box.height) <= 1
    sizes = {
        text.size for text in glance.texts if text.text.replace("\n", "").replace("\u200b", "") in WORDS and text.seen
    }
    assert len(sizes) == 1
    edges = [border_of(glance, thing) for thing in found]
    assert {tuple(edge.tolist()) for edge in edges} == {tuple(edges[0].tolist())}


def border_of(glance, thing):
    """The colour of a card near the corner of its lower edge: the foot."""
    return glance.pixels[int(thing.box.bottom) - 3, int(thing.box.left + thing.box.width * 0.12)]


def discs(glance, found):
    """The square of each face, cut out of the rendered picture."""
    cut = []
    for thing in found:
        (box,) = [one.box for one in glance.pictures if one.box.within(thing.box, 2) and one.kind == "Face"]
        cut.append(glance.pixels[round(box.top) : round(box.bottom), round(box.left) : round(box.right)])
    return cut


def lightness(rgb):
    """CIE L* of colours (…, 3), 0 to 100."""
    y = luminance(rgb)
    return np.where(y > 0.008856, 116 * np.cbrt(y) - 16, 903.3 * y)


def ground_of(disc):
    """The colour that covers most of a disc's middle."""
    high, wide = disc.shape[:2]
    middle = disc[high // 5 : -high // 5, wide // 5 : -wide // 5].reshape(-1, 3)
    shades, counts = np.unique(middle, axis=0, return_counts=True)
    return shades[counts.argmax()]


def seen_by(kind, rgb):
    """What somebody with this kind of colour blindness sees, 0 to 255."""
    part = rgb / 255.0
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    seen = np.clip(linear @ np.array(BLIND[kind]).T, 0, 1)
    return 255 * np.where(seen <= 0.0031308, seen * 12.92, 1.055 * seen ** (1 / 2.4) - 0.055)


@pytest.mark.parametrize("look", [Look(), Look("contrast")], ids=str)
@pytest.mark.parametrize("screen", ["home", "question"])
def test_they_are_told_apart_in_grey_and_by_the_colour_blind(seat, look, screen):
    _, glance, found = faces(seat, UPRIGHT, look, screen)
    grounds = np.array([ground_of(disc) for disc in discs(glance, found)])

    for kind, colours in {"grey": grounds, **{kind: seen_by(kind, grounds) for kind in BLIND}}.items():
        light = lightness(np.asarray(colours, float))
        assert (np.diff(light) < -STEP).all(), f"{kind}: {light.round(1)}"


@pytest.mark.parametrize("screen", ["home", "question"])
def test_what_is_drawn_differs_too(seat, screen):
    """Without any colour: eyes and mouths alone tell the five apart."""
    _, glance, found = faces(seat, UPRIGHT, Look("contrast"), screen)
    drawn = []
    for disc in discs(glance, found):
        ink = np.abs(disc.astype(int) - ground_of(disc)).sum(axis=2) > 160
        drawn.append(ink[:: max(1, len(ink) // 40), :: max(1, len(ink) // 40)][:40, :40])
    side = min(len(one) for one in drawn)
    for one, other in combinations(drawn, 2):
        assert (one[:side, :side] != other[:side, :side]).mean() > DRAWN


def test_the_measure_sees_a_traffic_light():
    """Red and green of one lightness, which the colour-blind mix up, would not pass."""
    red, green = np.array([[214, 96, 77]]), np.array([[93, 154, 62]])

    assert abs(lightness(seen_by("deutan", red)) - lightness(seen_by("deutan", green)))[0] < 3 * STEP
    assert abs(lightness(red) - lightness(green))[0] < STEP
