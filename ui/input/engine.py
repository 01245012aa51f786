"""The seam between the keyboard and whatever turns touches into words: pinyin, strokes of a keyboard, handwriting."""

from dataclasses import dataclass
from typing import Protocol

BACKSPACE, ENTER = "backspace", "enter"


@dataclass(frozen=True, slots=True)
class Composition:
    """What an engine makes of the keys so far.

    committed   text that is decided by this very step: put it into the field
    preedit     what stands underlined in the field, undecided
    candidates  best first; `choose` takes a place in it
    guess       what the preedit would become if the visitor went away now
    erased      characters before the cursor to take away: a backspace that met nothing undecided
    taken       numbers of the strokes on the pad that have done their part and go
    """

    committed: str = ""
    preedit: str = ""
    candidates: tuple[str, ...] = ()
    guess: str = ""
    erased: int = 0
    taken: tuple[int, ...] = ()


NOTHING = Composition()


class Engine(Protocol):
    """One visitor's writing. Calls come from one thread at a time; no call takes longer than a frame."""

    def feed(self, key: str) -> Composition:
        """A key of the engine's alphabet, BACKSPACE or ENTER (which keeps the letters as they are)."""
        ...

    def choose(self, index: int) -> Composition:
        """Takes a candidate. What it does not cover goes on being undecided."""
        ...

    def clear(self) -> Composition:
        """Forgets what is undecided."""
        ...

    def close(self) -> None:
        """Forgets everything; the engine is of no use afterwards."""
        ...


class Nobody:
    """The engine that is not there: every key makes nothing."""

    def feed(self, key: str) -> Composition:  # noqa: ARG002
        return NOTHING

    def choose(self, index: int) -> Composition:  # noqa: ARG002
        return NOTHING

    def clear(self) -> Composition:
        return NOTHING

    def close(self) -> None:
        return None
