"""While nobody is here, the board's card on home goes through the cards, calmly; the first touch ends it.

Nothing lies over home: whoever comes touches what they see. None of it in 长辈版, which no resting screen is, and none
where motion is off.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from ui.conductor import Conductor
from ui.viewmodels.home import Example, HomeViewModel, derive_examples

AFTER_S: Final = 20.0
EACH_S: Final = 9.0  # long enough to read a card aloud
LEAST: Final = 30  # characters that a card holds in any case


def of_a_size(cards: Sequence[Example]) -> list[Example]:
    """Those no longer than the first, so that nothing on home moves while they turn."""
    most = max([LEAST, *(_length(card) for card in cards[:1])])
    return [card for card in cards if _length(card) <= most]


def _length(card: Example) -> int:
    return len(card.need) + len(card.measure)


class Attract:
    """Turns the card on home; tick() looks at the time."""

    def __init__(self, conductor: Conductor, home: HomeViewModel, *, still: Callable[[], bool]) -> None:
        self._conductor = conductor
        self._home = home
        self._still = still
        self._turned = False

    def tick(self) -> None:
        """The card of the moment, or the first one again when somebody is here."""
        conductor = self._conductor
        resting = conductor.at_rest and not conductor.visiting and not self._still()
        if resting and conductor.quiet_s >= AFTER_S and conductor.stock is not None:
            cards = of_a_size(derive_examples(conductor.stock.cards, conductor.wishes.language))
            self._show(cards, int((conductor.quiet_s - AFTER_S) // EACH_S) + 1)
        elif self._turned:
            self._turned = False
            conductor.show()

    def _show(self, cards: Sequence[Example], turn: int) -> None:
        if len(cards) > 1:
            self._turned = True
            self._home.show(replace(self._home.props, example=cards[turn % len(cards)]))
