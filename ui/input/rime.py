"""Pinyin with 26 and 9 keys, and strokes, by librime. Nothing is learned and nothing is kept.

librime has one set of folders a process, so there is one Rime; what a visitor types lives in a session of it and goes
with the session.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import Path

from ui.input.characters import Characters
from ui.input.engine import BACKSPACE, ENTER, NOTHING, Composition
from ui.input.late import Table
from ui.input.librime import Librime, Shown

KEYSYMS = {BACKSPACE: 0xFF08, ENTER: 0xFF0D}
MOST_KEYS = 48  # undecided at once; a sentence of 16 syllables. Longer ones cost more than a frame
RAW_CANDIDATES = 240  # read from rime, before those that nobody can write are taken out


@dataclass(frozen=True, slots=True)
class Way:
    """A way of writing.

    letters  what was typed is worth keeping when no word is chosen: wifi
    parts    a part may be chosen while the rest is undecided: it stands as characters before the letters
    hints    the preedit is read off the first candidate, because the keys say little: 96 → wo
    """

    schema: str
    alphabet: frozenset[str]
    letters: bool = False
    parts: bool = False
    hints: bool = False


WAYS = {
    "pinyin": Way("xinsheng_pinyin", frozenset("abcdefghijklmnopqrstuvwxyz'"), letters=True, parts=True),
    "nine": Way("xinsheng_nine", frozenset("23456789'"), parts=True, hints=True),
    "stroke": Way("xinsheng_stroke", frozenset("hspnz")),
}


class Rime:
    """librime, started on folders that are built."""

    def __init__(self, library: Librime, characters: Characters, late: Callable[[str], Table] = lambda _: {}) -> None:
        """late: words by what is typed, for a way, that are not in the dictionary yet."""
        self._library = library
        self._characters = characters
        self._late = late

    def start(self, shared: Path, folder: Path, *, built: bool) -> None:
        self._library.start(shared, folder)
        if not built:
            self._library.deploy()

    def open(self, way: str) -> "RimeEngine":
        """Raises PartMissing."""
        return RimeEngine(self._library, WAYS[way], self._characters, self._late(way))

    def stop(self) -> None:
        self._library.stop()


class RimeEngine:
    """One visitor's session. Candidates nobody here can read are left out; rare ones come last."""

    def __init__(self, library: Librime, way: Way, characters: Characters, late: Table) -> None:
        self._library = library
        self._late = late
        self._own: tuple[str, ...] = ()  # of the late words, those that are offered before rime's
        self._way = way
        self._characters = characters
        self._session = library.open(way.schema)
        self._places: list[int] = []  # of the candidates shown, in rime's own list
        self._keys = 0

    def feed(self, key: str) -> Composition:
        if key in KEYSYMS:
            self._library.press(self._session, KEYSYMS[key])
        elif key in self._way.alphabet and self._keys < MOST_KEYS:
            self._library.press(self._session, ord(key))
        return self._look()

    def choose(self, index: int) -> Composition:
        if 0 <= index < len(self._own):
            word = self._own[index]
            return replace(self.clear(), committed=word)
        if 0 <= index - len(self._own) < len(self._places):
            self._library.select(self._session, self._places[index - len(self._own)])
        return self._look()

    def clear(self) -> Composition:
        self._library.clear(self._session)
        return self._look()

    def close(self) -> None:
        self._library.close(self._session)

    def _look(self) -> Composition:
        committed = self._library.committed(self._session)
        shown = self._library.shown(self._session)
        self._keys = sum(char.isascii() and char != " " for char in shown.preedit)
        self._own = self._late.get("".join(char for char in shown.preedit if char.strip()), ()) if self._late else ()
        if not shown.preedit:
            self._places = []
            return replace(NOTHING, committed=committed)
        raw = self._library.candidates(self._session, RAW_CANDIDATES)
        self._places = [place for place in self._readable([text for text, _ in raw]) if raw[place][0] not in self._own]
        texts = self._own + tuple(raw[place][0] for place in self._places)
        hint = raw[self._places[0]][1] if self._places and self._way.hints else ""
        return Composition(committed, hint or shown.preedit, texts, self._guess(texts, shown))

    def _guess(self, texts: tuple[str, ...], shown: Shown) -> str:
        if not texts:
            return shown.preview if self._way.letters else ""
        chosen = "".join(takewhile(self._characters.known, shown.preedit)) if self._way.parts else ""
        best = chosen + texts[0]
        return shown.preview if shown.preview.startswith(best) else best  # rime's own first may be one we left out

    def _readable(self, texts: list[str]) -> list[int]:
        known = [place for place, text in enumerate(texts) if self._characters.known(text)]
        return sorted(known, key=lambda place: self._characters.rare(texts[place]))  # stable: rime's order otherwise
