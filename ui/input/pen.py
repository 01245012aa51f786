"""Writing with the finger: strokes on a pad become characters to choose from. Nothing is decided by itself."""

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Protocol

from ui.input.engine import BACKSPACE, NOTHING, Composition
from ui.input.ink import Stroke

HAND = "handwriting"
OTHERS = 3  # other readings of the whole that are offered
DOUBTFUL = 0.02  # a rival this likely makes another reading of the whole
CLOSE, FAMILIAR = 5, 0.001  # how far down each character of a known word may stand, and how much less likely it may be
CUTS = 24  # places between two characters that are looked at


@dataclass(frozen=True, slots=True)
class Mark:
    """A stroke with the number the pad gave it."""

    serial: int
    points: Stroke


@dataclass(frozen=True, slots=True)
class Written:
    """One character as it was written. place: its middle, in the strokes' own x; rivals: best first, shares: 0 to 1."""

    place: float
    rivals: tuple[str, ...]
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A line from left to right; lone: what it could be if it were one character."""

    line: tuple[Written, ...] = ()
    lone: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "".join(one.rivals[0] for one in self.line)


class Reader(Protocol):
    """ui.input.handwriting.Recogniser, or anything that reads strokes."""

    def recognise(self, strokes: Sequence[Stroke]) -> Reading: ...


def readings(reading: Reading) -> list[str]:
    """The whole line, likeliest first: as read, then with its most doubtful characters read otherwise."""
    best = [one.rivals[0] for one in reading.line]
    doubts = sorted(
        (
            (one.shares[1] / max(one.shares[0], 1e-9), place)
            for place, one in enumerate(reading.line)
            if len(one.rivals) > 1
        ),
        reverse=True,
    )
    found = ["".join(best)]
    for doubt, place in doubts[:OTHERS]:
        if doubt >= DOUBTFUL:
            found.append("".join([*best[:place], reading.line[place].rivals[1], *best[place + 1 :]]))
    return found


def known(reading: Reading, words: Collection[str]) -> list[str]:
    """The centre's words that the line may be, likeliest first: each character among the first few read."""
    best = math.prod(one.shares[0] for one in reading.line)
    found = []
    for word in words:
        if len(word) == len(reading.line) and all(
            char in one.rivals[:CLOSE] for char, one in zip(word, reading.line, strict=True)
        ):
            shares = (one.shares[one.rivals.index(char)] for char, one in zip(word, reading.line, strict=True))
            found.append((math.prod(shares), word))
    return [word for share, word in sorted(found, reverse=True) if share >= FAMILIAR * best]


def offered(reading: Reading, words: Collection[str] = ()) -> tuple[str, ...]:
    """The words to choose from. Of several characters first the whole, then what the first alone may be.

    words: the centre's own; one that was written rather badly comes before something nobody says.
    """
    if not reading.line:
        return ()
    if len(reading.line) == 1:
        return reading.line[0].rivals
    lone = reading.lone[:OTHERS] if len(reading.line) == 2 else ()  # 削, written wide, looks like 尚 and 刂
    first = reading.line[0].rivals
    return tuple(dict.fromkeys([*known(reading, words), *readings(reading), *first[:4], *lone, *first[4:]]))


def cuts(marks: Sequence[Mark], reading: Reading) -> list[float]:
    """Where one character ends and the next begins: through as little ink as may be, about half way."""
    spans = [(min(x for x, _ in mark.points), max(x for x, _ in mark.points)) for mark in marks]
    places = [one.place for one in reading.line]
    return [_cut(spans, left, right) for left, right in pairwise(places)]


def _cut(spans: Sequence[tuple[float, float]], left: float, right: float) -> float:
    """The best of CUTS places between two characters' middles."""
    half = (right - left) / 2

    def cost(place: float) -> float:
        through = sum(min(place - start, end - place) for start, end in spans if start < place < end)
        near = min((max(start - place, place - end) for start, end in spans if not start < place < end), default=half)
        return 4 * through + 0.5 * abs(place - left - half) - 0.25 * near

    return min((left + 2 * half * step / CUTS for step in range(1, CUTS)), key=cost, default=left)


def owner(mark: Mark, borders: Sequence[float]) -> int:
    """Which character of a line a stroke belongs to, by its middle."""
    xs = [x for x, _ in mark.points]
    return sum(border < (min(xs) + max(xs)) / 2 for border in borders)


class PenEngine:
    """One visitor's pad. Its state is the strokes that are not decided yet."""

    def __init__(self, recogniser: Reader, words: Collection[str] = ()) -> None:
        self._recogniser = recogniser
        self._own = words
        self._marks: tuple[Mark, ...] = ()
        self._gone: frozenset[int] = frozenset()  # taken, while the pad may not know yet
        self._reading = Reading()

    def draw(self, marks: Iterable[Mark]) -> Composition:
        """All that stands on the pad now."""
        self._marks = tuple(mark for mark in marks if mark.serial not in self._gone)
        self._reading = self._read()
        return self._shown()

    def feed(self, key: str) -> Composition:
        """BACKSPACE takes the last character off the pad; there are no other keys."""
        if key == BACKSPACE and self._reading.line:
            return self._take(len(self._reading.line) - 1, len(self._reading.line))
        return self._shown()

    def choose(self, index: int) -> Composition:
        """Takes a candidate: a whole line, or one character for the first of several."""
        words = offered(self._reading, self._own)
        if not 0 <= index < len(words):
            return self._shown()
        word = words[index]
        whole = len(self._reading.line) == 1 or len(word) > 1 or word not in self._reading.line[0].rivals
        return replace(self._take(0, len(self._reading.line) if whole else 1), committed=word)

    def clear(self) -> Composition:
        taken = tuple(mark.serial for mark in self._marks)
        self._gone |= set(taken)
        self._marks, self._reading = (), Reading()
        return replace(NOTHING, taken=taken)

    def close(self) -> None:
        self.clear()

    def _take(self, first: int, last: int) -> Composition:
        """The characters from first to before last leave the pad with their strokes."""
        borders = cuts(self._marks, self._reading)
        taken = tuple(mark.serial for mark in self._marks if first <= owner(mark, borders) < last)
        self._gone |= set(taken)
        self._marks = tuple(mark for mark in self._marks if mark.serial not in taken)
        self._reading = self._read()
        return replace(self._shown(), taken=taken)

    def _read(self) -> Reading:
        return self._recogniser.recognise([mark.points for mark in self._marks]) if self._marks else Reading()

    def _shown(self) -> Composition:
        words = offered(self._reading, self._own)
        text = words[0] if words else ""
        return Composition(preedit=text, candidates=words, guess=text)
