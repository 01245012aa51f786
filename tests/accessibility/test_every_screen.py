"""Every screen of the tour, held to the master table: pairwise by default, all of it with --all.

Pairwise: each screen is seen in each mode, in each size of type and in both orientations; over all screens each mode
meets each size, each language and each orientation.
"""

from collections.abc import Iterator
from itertools import product

import pytest
from rules import flaws
from seat import LANGUAGES, LYING, MODES, SCALES, UPRIGHT, Look

ORIENTATIONS = pytest.mark.parametrize("size", [UPRIGHT, LYING], ids=["upright", "lying"])


def looks_of(place: int, lying: bool) -> Iterator[Look]:
    """Two looks for one screen in one orientation; what the other orientation has are the other two."""
    for turn in (0, 1):
        mode = (2 * lying + turn + place) % 4
        scale = (mode + place // 4 + 2 * turn + lying) % 4
        yield Look(MODES[mode], LANGUAGES[(place + mode + turn) % len(LANGUAGES)], SCALES[scale])


@pytest.mark.all  # some minutes for each orientation: too long for every change until the walk is faster
@pytest.mark.timeout(1200)
@ORIENTATIONS
def test_every_screen_is_for_everybody(seat, size):
    here, wrong = seat(size, languages=SPOKEN), []
    for place, name in enumerate(here.stops()):
        for look in looks_of(place, size == LYING):
            wrong += seen_wrong(here, name, look)
    assert wrong == [], "\n".join(wrong)


SPOKEN = tuple(dict.fromkeys(language.rstrip("<") for language in LANGUAGES))


def seen_wrong(here, name: str, look: Look) -> list[str]:
    here.wish(look)
    found = [
        f"{name} ({look}, page {page + 1}): {flaw}"
        for page, glance in enumerate(here.pages())
        for flaw in flaws(glance)
    ]
    here.wish(Look())
    return found


@pytest.mark.all
@pytest.mark.timeout(3600)
@ORIENTATIONS
@pytest.mark.parametrize("mode", MODES)
def test_every_screen_in_every_look(seat, size, mode):
    here, wrong = seat(size, languages=SPOKEN), []
    for name in here.stops():
        for language, scale in product(LANGUAGES, SCALES):
            wrong += seen_wrong(here, name, Look(mode, language, scale))
    assert wrong == [], "\n".join(wrong)


def test_the_looks_are_pairwise():
    """What the default leaves out is left out of purpose, and no pair is."""
    many = [(place, lying, look) for place in range(96) for lying in (False, True) for look in looks_of(place, lying)]

    for place in range(96):
        mine = [(lying, look) for at, lying, look in many if at == place]
        assert {look.mode for _, look in mine} == set(MODES)
        assert len({look.scale for _, look in mine}) >= 3
        assert {lying for lying, _ in mine} == {False, True}
    assert {(look.mode, look.scale) for _, _, look in many} == set(product(MODES, SCALES))
    assert {(look.mode, look.language) for _, _, look in many} == set(product(MODES, LANGUAGES))
    assert {(look.language, look.scale) for _, _, look in many} == set(product(LANGUAGES, SCALES))
    assert {(look.mode, lying) for _, lying, look in many} == set(product(MODES, (False, True)))
    assert {(look.scale, lying) for _, lying, look in many} == set(product(SCALES, (False, True)))
    assert {(look.language, lying) for _, lying, look in many} == set(product(LANGUAGES, (False, True)))
