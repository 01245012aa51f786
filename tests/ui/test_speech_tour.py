"""The tour's visitor with open ears: on every screen there is, all that can be read is said."""

import pytest
from listening import Listener

from ui.finger import Finger
from ui.visitor import Visitor


def bare(text: str) -> str:
    return "".join(text.replace("\u200b", "").replace(",", "").split())


class Ears(Visitor):
    """Instead of taking a picture it listens."""

    def __init__(self, visit, listener: Listener, out) -> None:
        super().__init__(
            visit.terminal, Finger(visit.terminal.window, visit.eye, visit.terminal.tick), visit.watch.skip, out
        )
        self.visit, self.listener = visit, listener
        self.silent: dict[str, list[str]] = {}

    def shoot(self, name: str) -> None:
        self._finger.settle()
        self.pictures.append(f"{len(self.pictures)}-{name}.png")
        if self.visit.terminal.window.property("behind"):
            return  # staff's own screens: who works there can see
        self.visit.terminal.aloud.read_screen()
        said = bare("".join(self.listener.last))
        over = self.visit.terminal.models.idle.props.asks
        texts = [] if over else [text for text in self.visit.texts() if len(bare(text)) > 1]
        lacking = [text for text in texts if bare(text) not in said and not hidden(text)]
        self.visit.terminal.speech.stop()
        if lacking or not self.listener.last:
            self.silent[name] = lacking


def hidden(text: str) -> bool:
    """A phone number, typed or left: it is counted, and never said."""
    return "•" in text or (text.replace(" ", "").isdigit() and len(text) > 6)


@pytest.mark.all
def test_nothing_on_any_screen_is_silent(lobby, tmp_path):
    listener = Listener()
    visit = lobby(voices=[listener], languages=("en", "zh-Hans"))
    ears = Ears(visit, listener, tmp_path)

    ears.walk()

    assert ears.silent == {}
    assert len(ears.pictures) > 100
