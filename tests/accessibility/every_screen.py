"""The walk over every screen: which looks are taken pairwise, and what the rules say of each page.

Pairwise: each scene is played four times, once in each mode, in two looks upright and in two lying; over all scenes
each mode meets each size of type and each language, and each of them meets both orientations.
"""

from collections.abc import Iterator

from rules import flaws
from scenes import SCENES, play
from seat import LANGUAGES, MODES, PSEUDO, SCALES, Look, Seat

SPOKEN = tuple(language for language in LANGUAGES if language != PSEUDO)


def looks_of(place: int, *, lying: bool) -> Iterator[Look]:
    """Two looks for one scene in one orientation; what the other orientation has are the other two."""
    for turn in (0, 1):
        mode = (2 * lying + turn + place) % 4
        scale = (mode + place // 4 + 2 * turn + lying) % 4
        yield Look(MODES[mode], LANGUAGES[(place + place // 5 + mode + 2 * turn) % len(LANGUAGES)], SCALES[scale])


def wrong_pairwise(here: Seat, *, lying: bool) -> list[str]:
    """What is wrong with any screen in the looks that are taken of it."""
    wrong: list[str] = []
    for place, scene in enumerate(SCENES):
        for look in looks_of(place, lying=lying):
            wrong += wrong_in(here, scene, look)
    return wrong


def wrong_in(here: Seat, scene: str, look: Look) -> list[str]:
    """What is wrong with the screens of a scene."""
    return [
        f"{name} ({look}, page {page + 1}): {flaw}"
        for name in play(here, scene, look)
        for page, glance in enumerate(here.pages())
        for flaw in flaws(glance)
    ]
