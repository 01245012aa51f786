"""What a bench gives back, and the arithmetic that they share."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. limit has the same unit: what was agreed, worked out from what was measured beside it; else None."""

    bench: str
    value: float
    unit: str
    limit: float | None = None


def percentile(values: Sequence[float], share: float) -> float:
    """The value under which this share (0 to 1) of them lies, by nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def median(values: Sequence[float]) -> float:
    return statistics.median(values)


def timed_ms(work: Callable[[], object]) -> float:
    """How long one call takes, in milliseconds."""
    start = time.perf_counter_ns()
    work()
    return (time.perf_counter_ns() - start) / 1e6
