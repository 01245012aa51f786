"""After three crashes in a row: faces, thanks, and nothing that could crash again. Staff or a day end it."""

from kiosk.catalogue import Catalogue
from ui.conductor import Conductor
from ui.viewmodels.registry import ViewModels


def ratings_only(catalogue: Catalogue) -> Catalogue:
    """The same catalogue with nothing to open but the rating. Pure."""
    return catalogue._replace(categories=(), home=catalogue.home._replace(first=(), more=(), more_forms=()))


class SafeMode:
    """A touched face is sent at once: no page with a keyboard, no list, no picture is made on the way to the thanks."""

    def __init__(self, models: ViewModels, conductor: Conductor) -> None:
        self._models = models
        self._conductor = conductor
        models.shell.changed.connect(self._send)

    def _send(self) -> None:
        if self._models.shell.props.screen == "question" and not self._conductor.busy:
            self._conductor.send()
