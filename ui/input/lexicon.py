"""The centre's own words for the pinyin dictionary: phrases.toml, the catalogue's names, names of courses and events.

A word of ours has to come before an everyday word that sounds alike (戏曲 before 吸取), yet two letters such as `fy`
belong to everyone: so short words weigh less than long ones.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from kiosk.errors import CatalogueError
from ui.input.characters import Characters

LONG_WORD, SHORT_WORD = 20_000, 8_000  # beside rime's own: 费用 14,233, 吸取 1,671, 非议 923
LONGEST = 12  # a name with more characters than this is a sentence
NOT_HAN = re.compile(r"[^\u3400-\u9fff\U00020000-\U0003ffff]+")
VOWELS = frozenset("aeiouv")


def parse_phrases(source: Mapping[str, Any]) -> tuple[str, ...]:
    """`[words]` of phrases.toml, group by group. Raises CatalogueError."""
    groups = source.get("words")
    if not isinstance(groups, Mapping) or not all(isinstance(group, list) for group in groups.values()):
        raise CatalogueError("phrases: expected [words] with lists of words")
    words = [word for group in groups.values() for word in group]
    if wrong := [word for word in words if not isinstance(word, str)]:
        raise CatalogueError(f"phrases: not a word: {wrong[0]!r}")
    return tuple(dict.fromkeys(words))


def load_phrases(path: Path) -> tuple[str, ...]:
    """Raises CatalogueError on a file that is missing or does not read."""
    try:
        return parse_phrases(tomllib.loads(path.read_text("utf-8")))
    except (OSError, ValueError) as error:
        raise CatalogueError(f"{path.name}: {error}") from error


def words_in(name: str) -> Iterator[str]:
    """The Chinese pieces of a name: 书法（三期）·周六班 → 书法 三期 周六班."""
    return (piece for piece in NOT_HAN.split(name) if 2 <= len(piece) <= LONGEST)


def entries(names: Iterable[str], characters: Characters) -> Iterator[tuple[str, str, int]]:
    """(word, spelling, weight) of each word in the names, each once, in an order that depends on the words alone."""
    for word in sorted({word for name in names for word in words_in(name)}):
        for spelling in characters.spellings(word):
            if all(VOWELS & set(syllable) for syllable in spelling.split()):  # ng, hng: no syllable of rime's
                yield word, spelling, LONG_WORD if len(word) > 2 else SHORT_WORD


def dictionary(name: str, names: Iterable[str], characters: Characters) -> str:
    """rime's dictionary of that name: its own table and our words, weighing against each other in sentences."""
    rows = "".join(f"{word}\t{spelling}\t{weight}\n" for word, spelling, weight in entries(names, characters))
    head = (
        f'---\nname: {name}\nversion: "1"\nsort: by_weight\nuse_preset_vocabulary: true\nimport_tables: [luna_pinyin]\n'
    )
    return f"{head}...\n\n{rows}"
