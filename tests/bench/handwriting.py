"""Handwriting: how often the character written is the first of those offered, among the first ten, and how long it
takes. On strokes nobody tuned anything to (tests/hanzi), in a calm hand and in a bad one; limits are those agreed."""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from time import perf_counter

from tests.bench.figures import Figure, median, percentile
from tests.hanzi.hands import Hand, load_medians
from ui.input.characters import load_characters
from ui.input.handwriting import Recogniser, find_model
from ui.input.pen import offered

CHARACTERS = Path(__file__).parents[2] / "assets" / "input" / "characters.txt"
TOP_1, TOP_10 = {"mild": 0.97, "strong": 0.80}, 0.95
MOST_MS = 20.0
LINES, LONG = 100, 3  # lines of so many characters


def measure() -> Iterator[Figure]:
    recogniser = Recogniser(find_model(), load_characters(CHARACTERS))
    medians = load_medians()
    times: list[float] = []
    for name, least in TOP_1.items():
        hand, kind = Hand(Random(20261124), strong=name == "strong"), f"handwriting.{name}"
        places = [_place(recogniser, hand.write(strokes), char, times) for char, strokes in medians.items()]
        yield Figure(f"{kind}.top_1", sum(place == 0 for place in places) / len(places), "share", least)
        yield Figure(f"{kind}.top_10", sum(place < 10 for place in places) / len(places), "share", TOP_10)
        yield Figure(f"{kind}.line_of_{LONG}", _lines(recogniser, hand, medians), "share")
    yield Figure("handwriting.p50", median(times), "ms", MOST_MS)
    yield Figure("handwriting.p95", percentile(times, 0.95), "ms", MOST_MS)
    yield Figure("handwriting.characters", len(medians), "characters")


def _place(recogniser, strokes, char: str, times: list[float]) -> int:
    """Where the character stands among those offered; the time it took goes to times."""
    begun = perf_counter()
    words = offered(recogniser.recognise(strokes))
    times.append((perf_counter() - begun) * 1000)
    return words.index(char) if char in words else len(words)


def _lines(recogniser, hand: Hand, medians) -> float:
    """The share of lines, of any characters side by side, that are read without a fault."""
    draw = Random(7)
    wanted = [draw.sample(sorted(medians), LONG) for _ in range(LINES)]
    read = [recogniser.recognise(hand.write_line([medians[char] for char in line])).text for line in wanted]
    return sum(text == "".join(line) for text, line in zip(read, wanted, strict=True)) / LINES
