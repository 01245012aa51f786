"""From what a recogniser says at each step along a line of writing to characters and their rivals. Pure.

The recogniser gives, step by step, how likely each character is, and how likely none at all (CTC, Graves 2006): one
character may last for several steps, and two equal ones have a step of none between them.
"""

from dataclasses import dataclass

import numpy as np

RIVALS = 24  # of one character
NONE = 0  # the column of "no character here"


@dataclass(frozen=True, slots=True)
class Guess:
    """One character as it was written. step: where along the line; rivals: best first, with their likelihoods."""

    step: float
    rivals: tuple[str, ...]
    shares: tuple[float, ...]

    @property
    def best(self) -> str:
        return self.rivals[0]


def read(shares: np.ndarray, alphabet: list[str]) -> tuple[Guess, ...]:
    """shares: steps × (1 + len(alphabet)), the first column for none. Where there is ink there is something: at least
    one character comes back."""
    spans = _spans(shares.argmax(axis=1))
    if not spans:
        return (_guess(shares, range(len(shares)), alphabet),)
    return tuple(_guess(shares, span, alphabet) for span in spans)


def alone(shares: np.ndarray, alphabet: list[str]) -> Guess:
    """The whole as one character."""
    return _guess(shares, range(len(shares)), alphabet)


def _spans(columns: np.ndarray) -> list[range]:
    """Steps through which one character lasts."""
    spans: list[range] = []
    for step, column in enumerate(columns):
        if column == NONE:
            continue
        if spans and spans[-1].stop == step and columns[step - 1] == column:
            spans[-1] = range(spans[-1].start, step + 1)
        else:
            spans.append(range(step, step + 1))
    return spans


def _guess(shares: np.ndarray, span: range, alphabet: list[str]) -> Guess:
    best = shares[span.start : span.stop, 1:].max(axis=0)
    few = min(RIVALS, len(best))
    order = np.argpartition(-best, few - 1)[:few]
    order = order[np.argsort(-best[order], kind="stable")]
    return Guess(
        (span.start + span.stop) / 2, tuple(alphabet[place] for place in order), tuple(float(best[p]) for p in order)
    )
