"""Which category a visitor's words seem to be about: naive Bayes over words and pairs of characters. A person confirms.

It begins with labels of the product (assets/central/labels/learn.txt) and learns from every category that staff set.
Nothing is sent anywhere, nothing of the original is changed; a suggestion is three codes with their shares.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from django.db.models import Max

from sync.central.cases.models import Case, CaseEvent
from sync.central.cases.search import folded
from sync.central.cases.taxonomy import ASSETS, is_category

FILE: Final = ASSETS / "central" / "labels" / "learn.txt"
STRONG: Final = 4  # a word that speaks for a code counts so often
CONFIRMED: Final = 4000  # the newest categories that staff set
AGAIN: Final = 200  # learn anew when so many more things were done about cases: about one in four sorts one
LOOKED_AT: Final = 40_000  # of the newest things done, for the categories among them
SMOOTH: Final = 0.2
TILE: Final = 3.0  # how much the tile that was touched speaks for its categories, in nats
_SEEN: Final = "·"  # marks a word, so that it is told from a pair


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A code and how sure the model is, 0 to 1."""

    code: str
    share: float

    @property
    def percent(self) -> int:
        return round(self.share * 100)


class Model:
    """Counts of features by code. Learning is adding."""

    def __init__(self) -> None:
        self.counts: dict[str, Counter[str]] = defaultdict(Counter)
        self.texts: Counter[str] = Counter()
        self.known: set[str] = set()

    def learn(self, code: str, text: str, weight: int = 1) -> None:
        """One text of a code."""
        found = features(text)
        for one in found:
            self.counts[code][one] += weight
        self.known.update(found)
        self.texts[code] += 1

    def suggest(self, text: str, tile: str = "", most: int = 3) -> list[Suggestion]:
        """The likeliest codes, the best first. tile: the letter that was touched, or nothing."""
        found = [one for one in features(text) if one in self.known]
        if not found or not self.counts:
            return []
        size = len(self.known)
        scores = {
            code: self._score(code, found, size) + (TILE if tile and code[0] == tile else 0) for code in self.counts
        }
        best = max(scores.values())
        shares = {code: math.exp(score - best) for code, score in scores.items()}
        total = sum(shares.values())
        first = sorted(shares, key=lambda code: (-shares[code], code))[:most]
        return [Suggestion(code, shares[code] / total) for code in first]

    def _score(self, code: str, found: Sequence[str], size: int) -> float:
        counts = self.counts[code]
        total = math.log(counts.total() + SMOOTH * size)
        return sum(math.log(counts[one] + SMOOTH) - total for one in found)


def features(text: str) -> list[str]:
    """Words as a reader parts them, and pairs of neighbouring characters; each once."""
    import rjieba

    plain = folded(text)
    words = [_SEEN + word for word in rjieba.cut(plain) if len(word.strip()) > 1 or "\u4e00" <= word <= "\u9fff"]
    pairs = [a + b for run in plain.split() for a, b in pairwise(run)]
    return list(dict.fromkeys([*words, *pairs]))


def read(text: str) -> Iterator[tuple[str, str, int]]:
    """(code, text, weight) of a file of labels."""
    for line in text.splitlines():
        code, _, rest = line.strip().partition(" ")
        if not code or code.startswith("#"):
            continue
        if rest.startswith("= "):
            yield from ((code, word, STRONG) for word in rest[2:].split())
        else:
            yield from ((code, one, 1) for one in rest.split("｜"))


def trained(labels: Iterable[tuple[str, str, int]]) -> Model:
    """A model that has learnt these."""
    model = Model()
    for code, text, weight in labels:
        model.learn(code, text, weight)
    return model


def suggest(case: Case) -> list[Suggestion]:
    """What a case seems to be about."""
    return _model(_turn()).suggest(case.words, case.category[:1]) if case.words else []


def _turn() -> int:
    """Changes now and then. By the newest number, because counting would read every event that there ever was."""
    return (CaseEvent.objects.aggregate(newest=Max("id"))["newest"] or 0) // AGAIN


@lru_cache(maxsize=2)
def _model(turn: int) -> Model:
    """The product's labels and what staff confirmed since."""
    model = trained(read(FILE.read_text("utf-8")))
    if turn:
        newest = dict(
            CaseEvent.objects.filter(id__gt=turn * AGAIN - LOOKED_AT, kind="classify", who__isnull=False)
            .order_by("-id")
            .values_list("case_id", "category")[:CONFIRMED]
        )
        words = Case.objects.filter(id__in=list(newest)).exclude(words="").values_list("id", "words")
        for case, text in words:
            if is_category(newest[case]) and len(newest[case]) > 1:
                model.learn(newest[case], text)
    return model
