"""The centre's words that came after the dictionary was built: a new course must not wait for tomorrow's start.

librime reads its dictionary once a process. Until the next start, words that are new since then stand in a table of
their own: under their whole spelling, and under their initials.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from ui.input.characters import Characters
from ui.input.lexicon import entries

LEAST_INITIALS = 3  # `gcw` is 广场舞; two letters belong to everyone
_NINE = str.maketrans("abcdefghijklmnopqrstuvwxyz", "22233344455566677778889999")
Table = Mapping[str, tuple[str, ...]]  # what is typed, without blanks → words


def spelled(names: Iterable[str], characters: Characters) -> Table:
    """The words in the names by how they may be typed with 26 keys."""
    found: dict[str, tuple[str, ...]] = {}
    for word, spelling, _ in entries(names, characters):
        syllables = spelling.split()
        keys = ["".join(syllables)]
        if len(syllables) >= LEAST_INITIALS:
            keys.append("".join(syllable[0] for syllable in syllables))
        for key in keys:
            found[key] = tuple(dict.fromkeys([*found.get(key, ()), word]))
    return found


def on_nine(table: Table) -> Table:
    """The same by nine keys."""
    found: dict[str, tuple[str, ...]] = {}
    for key, words in table.items():
        digits = key.translate(_NINE)
        found[digits] = tuple(dict.fromkeys([*found.get(digits, ()), *words]))
    return found


class Late:
    """What is new since the dictionary was built. names: what the centre's things are called now."""

    def __init__(self, names: Callable[[], Iterable[str]], built: Iterable[str], characters: Characters) -> None:
        self._names = names
        self._built = frozenset(built)

        @lru_cache(1)
        def tables(new: frozenset[str]) -> Mapping[str, Table]:
            pinyin = spelled(sorted(new), characters)
            return {"pinyin": pinyin, "nine": on_nine(pinyin)}

        self._tables = tables

    def table(self, way: str) -> Table:
        """For a way of writing, as things are called now."""
        return self._tables(frozenset(self._names()) - self._built).get(way, {})
