"""Puts the ways of writing together for a terminal: what `ui.app` calls, and nobody else."""

from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from pathlib import Path

from ui.input.characters import load_characters
from ui.input.chips import SENT, latest
from ui.input.deploy import Workshop, lay_out
from ui.input.handwriting import Recogniser, find_model
from ui.input.inputs import Inputs, Pen
from ui.input.late import Late
from ui.input.lexicon import load_phrases, words_in
from ui.input.librime import Librime
from ui.input.pen import PenEngine
from ui.input.rime import Rime


class Pens:
    """Opens pads to write on by hand. words: the centre's own, as they are now."""

    def __init__(self, recogniser: Recogniser, words: Callable[[], Iterable[str]]) -> None:
        self._recogniser = recogniser
        self._words = words

    def open(self, way: str) -> PenEngine:  # noqa: ARG002
        return PenEngine(self._recogniser, frozenset(word for name in self._words() for word in words_in(name)))

    def stop(self) -> None:
        return None


def assemble(
    assets: Path,
    workshop: Workshop,
    names: Callable[[], Iterable[str]],
    executor: Executor,
    *,
    hand: Executor | None = None,
    find: Callable[[], Path] = find_model,
) -> Inputs:
    """names: what the catalogue and the centre's lists call their courses, events, categories; asked in the executor.
    hand: one thread for writing by hand, which is not offered without it; find: where its model lies. A centre's own
    phrases lie in words/chips.toml beside the workshop's cache, in the terminal's data folder; they count over those
    that the centre sent.

    Nothing is read before Inputs.prepare() or the first question with phrases.
    """

    def make() -> Rime:
        library = Librime()
        characters = load_characters(assets / "input" / "characters.txt")
        words = [*load_phrases(assets / "words" / "phrases.toml"), *names()]
        folder = lay_out(workshop, words, characters)
        rime = Rime(library, characters, Late(names, words, characters).table)
        rime.start(workshop.shared, folder.path, built=folder.built)
        folder.mark_built()
        return rime

    def pens() -> Pens:
        recogniser = Recogniser(find(), load_characters(assets / "input" / "characters.txt"))
        phrases = load_phrases(assets / "words" / "phrases.toml")
        return Pens(recogniser, lambda: [*phrases, *names()])

    data = workshop.cache.parent
    chips = latest(assets / "words" / "chips.toml", data / SENT, data / "words" / "chips.toml")
    pen = Pen(find, pens, hand) if hand else None
    return Inputs(make, executor, lambda question, language: chips().phrases(question, language), pen=pen)
