"""Needs that mean the same come together: words, what was chosen, and what staff called it, by likeness.

Chinese words by rjieba, TF-IDF, average-linkage agglomerative clustering of scikit-learn on the cosine. What staff have
confirmed stays where it is: new items join the topic that they are like, and only the rest is grouped anew. A topic
says why it is one: its words, and the items nearest its middle.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import numpy as np

# Tuned on one made-up half-year, judged on another (tests/central/insight/test_grouping.py has the figures).
WORDS: Final = 1.0
CHOSEN: Final = 0.4
MAIN: Final = 0.3
SUB: Final = 0.5
APART: Final = 0.85  # cosine distance above which two groups are two
FEWEST: Final = 3  # items that make a topic worth proposing
AT_ONCE: Final = 4000  # items compared with each other in one go
COMMON: Final = 0.1  # a word that is in more than this share of the items tells nothing apart …
SEVERAL: Final = 30  # … unless it is in no more than so many
EXPLAINS: Final = 6  # words
EXAMPLES: Final = 3
_NONE: Final = "\x01"  # stands in every row, so that none is empty; dropped again
_NOT_WORDS: Final = re.compile(r"[^\u4e00-\u9fffA-Za-z\u0600-\u06ff]+")


@dataclass(frozen=True, slots=True)
class Item:
    """One case. text: its words; category: two-level code of the catalogue; chosen: marks such as "reasons=202"."""

    id: str
    text: str
    category: str
    chosen: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Proposed:
    """A group that could become a topic. words: what sets it apart; examples: the items nearest its middle."""

    items: tuple[str, ...]
    words: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grouped:
    """joined: item → the topic that it is like; proposed: new groups, largest first; alone: like nothing yet."""

    joined: Mapping[str, str]
    proposed: tuple[Proposed, ...]
    alone: tuple[str, ...]


def group(items: Sequence[Item], confirmed: Mapping[str, str] | None = None) -> Grouped:
    """Group what is not confirmed yet. confirmed: item → topic. Same items, same answer, in whatever order."""
    told = dict(confirmed or {})
    ordered = sorted(items, key=lambda item: item.id)
    if not ordered:
        return Grouped({}, (), ())
    space = _Space(ordered)
    fresh = [index for index, item in enumerate(ordered) if item.id not in told]
    joined = _join(space, ordered, fresh, told)
    rest = [index for index in fresh if ordered[index].id not in joined]
    proposed: list[Proposed] = []
    alone: list[str] = []
    for members in _clusters(space, ordered, rest):
        if len(members) >= FEWEST:
            proposed.append(_proposed(space, ordered, members))
        else:
            alone += [ordered[index].id for index in members]
    return Grouped(joined, tuple(sorted(proposed, key=lambda one: (-len(one.items), one.items))), tuple(sorted(alone)))


def explain(items: Sequence[Item], members: Iterable[str]) -> Proposed:
    """What sets these items apart among all of them, for a topic that staff have put together."""
    ordered = sorted(items, key=lambda item: item.id)
    wanted = set(members)
    return _proposed(_Space(ordered), ordered, [n for n, item in enumerate(ordered) if item.id in wanted])


def words_of(text: str) -> list[str]:
    """The words of a text that can tell it apart: two signs or more, no numbers, no punctuation."""
    import rjieba

    return [word.lower() for word in rjieba.cut(_NOT_WORDS.sub(" ", text)) if len(word.strip()) > 1]


class _Space:
    """Every item as a unit row, so that a product of two rows is their likeness."""

    def __init__(self, items: Sequence[Item]) -> None:
        from scipy.sparse import hstack
        from sklearn import preprocessing

        normalize: Any = preprocessing.normalize

        self.rows: Any
        self.words: Any
        words, self.names = _tfidf([words_of(item.text) for item in items], COMMON)
        chosen, _ = _tfidf([sorted(item.chosen) for item in items], 1.0)
        main, _ = _tfidf([[item.category[:1]] for item in items], 1.0)
        sub, _ = _tfidf([[item.category] for item in items], 1.0)
        self.words = words
        blocks = [normalize(words) * WORDS, normalize(chosen) * CHOSEN, normalize(main) * MAIN, normalize(sub) * SUB]
        self.rows = normalize(hstack(blocks).tocsr())

    def middle(self, members: Sequence[int]) -> "np.ndarray[Any, Any]":
        """The middle of these rows, as a unit row."""
        import numpy as np

        row = np.asarray(self.rows[members].mean(axis=0)).ravel()
        length = float(np.linalg.norm(row))
        return row / length if length else row


def _tfidf(tokens: Sequence[Sequence[str]], common: float) -> tuple[Any, "np.ndarray[Any, Any]"]:
    """Weighted counts, and the tokens' names by column. Never without a column, so that rows keep their place."""
    import numpy as np
    from sklearn.feature_extraction import text

    vectorizer: Any = text.TfidfVectorizer
    maker = vectorizer(analyzer=lambda one: [*one, _NONE], sublinear_tf=True)
    table = maker.fit_transform(tokens)
    names = maker.get_feature_names_out()
    counts = np.asarray((table > 0).sum(axis=0)).ravel()
    keep = counts <= max(SEVERAL, common * len(tokens)) if common < 1 else names != _NONE
    return table[:, keep] if keep.any() else table * 0, names[keep] if keep.any() else names


def _join(space: _Space, items: Sequence[Item], fresh: Sequence[int], told: Mapping[str, str]) -> dict[str, str]:
    """New items go to the confirmed topic they are most like on the average, when that is like enough."""
    import numpy as np

    members: dict[str, list[int]] = defaultdict(list)
    for index, item in enumerate(items):
        if item.id in told:
            members[told[item.id]].append(index)
    if not members or not fresh:
        return {}
    topics = sorted(members)
    means = np.vstack([np.asarray(space.rows[members[topic]].mean(axis=0)).ravel() for topic in topics])
    likeness = np.asarray(space.rows[fresh] @ means.T)
    best = likeness.argmax(axis=1)
    return {
        items[index].id: topics[best[row]] for row, index in enumerate(fresh) if likeness[row, best[row]] >= 1 - APART
    }


def _clusters(space: _Space, items: Sequence[Item], rest: Sequence[int]) -> list[list[int]]:
    """All at once where that fits into memory; else each main category by itself, newest part by part."""
    if len(rest) <= AT_ONCE:
        return _cluster(space, rest)
    by_main: dict[str, list[int]] = defaultdict(list)
    for index in rest:
        by_main[items[index].category[:1]].append(index)
    return [
        members
        for main in sorted(by_main)
        for start in range(0, len(by_main[main]), AT_ONCE)
        for members in _cluster(space, by_main[main][start : start + AT_ONCE])
    ]


def _cluster(space: _Space, rest: Sequence[int]) -> list[list[int]]:
    import numpy as np
    from sklearn import cluster

    if len(rest) < 2:
        return [[index] for index in rest]
    rows = space.rows[rest]
    apart = np.clip(1 - (rows @ rows.T).toarray(), 0, None)
    clustering: Any = cluster.AgglomerativeClustering
    made = clustering(
        n_clusters=None,
        metric="precomputed",
        linkage="average",
        distance_threshold=APART,
    )
    found: dict[int, list[int]] = defaultdict(list)
    for index, label in zip(rest, made.fit_predict(apart), strict=True):
        found[int(label)].append(index)
    return list(found.values())


def _proposed(space: _Space, items: Sequence[Item], members: Sequence[int]) -> Proposed:
    import numpy as np

    weight = np.asarray(space.words[members].mean(axis=0)).ravel()
    top = [index for index in np.argsort(-weight, kind="stable")[:EXPLAINS] if weight[index] > 0]
    near = space.rows[members] @ space.middle(members)
    order = np.argsort(-np.asarray(near).ravel(), kind="stable")[:EXAMPLES]
    return Proposed(
        tuple(items[index].id for index in members),
        tuple(str(space.names[index]) for index in top),
        tuple(items[members[index]].id for index in order),
    )
