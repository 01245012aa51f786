"""A disk that fills up: voice is asked for no more, then neither words nor drawings; ratings always (kiosk/room.py).

Pages that ask for nothing else are passed over as if the visitor had skipped them. One that must be answered stays:
whoever came for it is not sent away, and the store has a reserve.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QTimer

from kiosk.room import Room
from ui import journey as place
from ui.conductor import Conductor
from ui.journey import Journey
from ui.viewmodels.registry import ViewModels

SPOKEN: Final = frozenset({"audio"})
HEAVY: Final = SPOKEN | {"text", "image"}


class NearlyFull:
    """Looks at the room each time a page is shown; that costs a few microseconds."""

    def __init__(self, models: ViewModels, conductor: Conductor, room: Callable[[], Room]) -> None:
        self._models = models
        self._conductor = conductor
        self._room = room
        self._index = -1  # of the page shown before: whoever goes back goes on going back
        models.shell.changed.connect(self._look)
        models.question.changed.connect(self._look)

    def _look(self) -> None:
        visit = self._conductor.journey.visit
        if visit is None or self._models.shell.props.screen != "question":
            self._index = -1
        elif passed_over(self._conductor.journey, self._room()):
            QTimer.singleShot(0, self._pass)  # not inside the step that has just brought the page
        else:
            self._index = visit.index

    def _pass(self) -> None:
        journey = self._conductor.journey
        if self._conductor.busy or journey.visit is None or not passed_over(journey, self._room()):
            return
        if journey.visit.index < self._index:
            self._conductor.back()
        else:
            self._conductor.skip()


def passed_over(journey: Journey, room: Room) -> bool:
    """Whether the page that is shown asks for nothing but what there is no room for. Pure."""
    asked = place.questions(journey)
    kinds = frozenset() if room.words and room.voice else SPOKEN if room.words else HEAVY
    return bool(asked) and all(question.type in kinds and not question.required for question in asked)
