"""The words that people use, by the grade they gave: what the newest of each say more often than the others."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

from sync.central.cases.models import Case
from sync.central.intake.models import Venue

NEWEST: Final = 600  # cases with words, of each grade
SHOWN: Final = 8
LEAST: Final = 10  # people who say a word, or it is not shown
_WORD: Final = re.compile(r"[\u4e00-\u9fff]{2,}|[A-Za-z]{3,}")


def by_grade(venue: str | None, first: date, last: date) -> dict[int, list[tuple[str, int]]]:
    """Grade → (word, how many said it), those first that set the grade apart; words of fewer than ten people hidden."""
    found = {grade: _said(_texts(venue, first, last, grade)) for grade in (5, 4, 3, 2, 1)}
    every: Counter[str] = Counter()
    for words in found.values():
        every.update(words)
    return {grade: telling(words, every) for grade, words in found.items()}


def telling(words: Mapping[str, int], every: Mapping[str, int]) -> list[tuple[str, int]]:
    """The words that stand in these texts more than elsewhere, weighed by how many say them."""
    kept = [(word, n) for word, n in words.items() if n >= LEAST]
    return sorted(kept, key=lambda pair: (-pair[1] * pair[1] / every[pair[0]], pair[0]))[:SHOWN]


def _texts(venue: str | None, first: date, last: date, grade: int) -> Sequence[str]:
    """The newest, venue by venue: within one they are walked in the order of an index, and no further than needed."""
    found = Case.objects.filter(counted=True, practice=False, withdrawn=False, grade=grade)
    found = found.filter(received_day__gte=first, received_day__lte=last).exclude(words="")
    venues = Venue.objects.order_by("id").values_list("id", flat=True) if venue is None else [venue]
    rows: list[tuple[date, UUID, str]] = []
    for one in venues:
        newest = found.filter(venue_id=one).order_by("-received_day", "id")
        rows += newest.values_list("received_day", "id", "words")[:NEWEST]
    rows.sort(key=lambda row: (-row[0].toordinal(), row[1]))
    return [words for _day, _id, words in rows[:NEWEST]]


def _said(texts: Iterable[str]) -> Counter[str]:
    """In how many texts each word stands."""
    words: Counter[str] = Counter()
    for text in texts:
        words.update(_words_of(text))
    return words


@lru_cache(maxsize=8192)
def _words_of(text: str) -> frozenset[str]:
    """The page is looked at again and again, and cutting is what takes its time."""
    return frozenset(word for word in _cutter().cut(text) if _WORD.fullmatch(word))


@lru_cache(maxsize=1)
def _cutter() -> Any:
    import rjieba

    return rjieba
