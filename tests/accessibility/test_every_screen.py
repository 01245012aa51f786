"""Every screen in every look, and which looks the default run takes (test_every_screen_upright.py and _lying.py)."""

from itertools import product

import pytest
from every_screen import SPOKEN, looks_of, wrong_in
from scenes import SCENES
from seat import LANGUAGES, LYING, MODES, SCALES, UPRIGHT, Look


@pytest.mark.all
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("size", [UPRIGHT, LYING], ids=["upright", "lying"])
@pytest.mark.parametrize("mode", MODES)
def test_every_screen_in_every_look(seat, size, mode):
    here, wrong = seat(size, languages=SPOKEN), []
    for scene, language, scale in product(SCENES, LANGUAGES, SCALES):
        wrong += wrong_in(here, scene, Look(mode, language, scale))
    assert wrong == [], "\n".join(wrong)


def test_the_looks_are_pairwise():
    """What the default leaves out is left out of purpose, and no pair is."""
    many = [
        (place, lying, look)
        for place in range(len(SCENES))
        for lying in (False, True)
        for look in looks_of(place, lying=lying)
    ]

    for place in range(len(SCENES)):
        mine = [(lying, look) for at, lying, look in many if at == place]
        assert {look.mode for _, look in mine} == set(MODES)
        assert len({look.scale for _, look in mine}) >= 3
        assert len({look.language for _, look in mine}) >= 3
        assert {lying for lying, _ in mine} == {False, True}
    assert {(look.mode, look.scale) for _, _, look in many} == set(product(MODES, SCALES))
    assert {(look.mode, look.language) for _, _, look in many} == set(product(MODES, LANGUAGES))
    assert {(look.language, look.scale) for _, _, look in many} == set(product(LANGUAGES, SCALES))
    assert {(look.mode, lying) for _, lying, look in many} == set(product(MODES, (False, True)))
    assert {(look.scale, lying) for _, lying, look in many} == set(product(SCALES, (False, True)))
    assert {(look.language, lying) for _, lying, look in many} == set(product(LANGUAGES, (False, True)))
