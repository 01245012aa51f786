"""Puts the ways of writing together for a terminal: what `ui.app` calls, and nobody else."""

from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from functools import cache
from pathlib import Path

from ui.input.characters import load_characters
from ui.input.chips import load_chips
from ui.input.deploy import Workshop, lay_out
from ui.input.handwriting import Recogniser, find_model
from ui.input.inputs import Inputs, Pen
from ui.input.late import Late
from ui.input.lexicon import load_phrases
from ui.input.librime import Librime
from ui.input.pen import PenEngine
from ui.input.rime import Rime


class Pens:
    """Opens pads to write on by hand. find: where the model lies; raises PartMissing."""

    def __init__(self, find: Callable[[], Path], characters: Path) -> None:
        self._recogniser = Recogniser(find(), load_characters(characters))

    def open(self, way: str) -> PenEngine:  # noqa: ARG002
        return PenEngine(self._recogniser)

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
    hand: one thread for writing by hand, which is not offered without it; find: where its model lies.

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

    chips = cache(lambda: load_chips(assets / "words" / "chips.toml"))
    pen = Pen(find, lambda: Pens(find, assets / "input" / "characters.txt"), hand) if hand else None
    return Inputs(make, executor, lambda question, language: chips().phrases(question, language), pen=pen)
