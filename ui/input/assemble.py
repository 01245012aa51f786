"""Puts the ways of writing together for a terminal: what `ui.app` calls, and nobody else."""

from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from functools import cache
from pathlib import Path

from ui.input.characters import load_characters
from ui.input.chips import load_chips
from ui.input.deploy import Workshop, lay_out
from ui.input.inputs import Inputs
from ui.input.lexicon import load_phrases
from ui.input.librime import Librime
from ui.input.rime import Rime


def assemble(assets: Path, workshop: Workshop, names: Callable[[], Iterable[str]], executor: Executor) -> Inputs:
    """names: what the catalogue and the centre's lists call their courses, events, categories; asked in the executor.

    Nothing is read before Inputs.prepare() or the first question with phrases.
    """

    def make() -> Rime:
        library = Librime()
        characters = load_characters(assets / "input" / "characters.txt")
        words = [*load_phrases(assets / "words" / "phrases.toml"), *names()]
        folder = lay_out(workshop, words, characters)
        rime = Rime(library, characters)
        rime.start(workshop.shared, folder.path, built=folder.built)
        folder.mark_built()
        return rime

    chips = cache(lambda: load_chips(assets / "words" / "chips.toml"))
    return Inputs(make, executor, lambda question, language: chips().phrases(question, language))
