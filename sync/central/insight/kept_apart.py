"""k-anonymity of a package, looked at from outside: as bodies.csv stands, not as it was meant."""

import csv
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from sync.central.insight.scrub import ABOUT_ONESELF, K


@dataclass(frozen=True, slots=True)
class Apart:
    """said: rows that say something of the person; smallest: the fewest of a venue and week that say it together.

    None where nobody said anything.
    """

    rows: int
    said: int
    smallest: int | None

    @property
    def holds(self) -> bool:
        return self.smallest is None or self.smallest >= K


def look(bodies: Path) -> Apart:
    """Count again, by everything that a row shows of where, when and who."""
    alike: Counter[tuple[str, ...]] = Counter()
    rows = 0
    with bodies.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            rows += 1
            if any(row[name] for name in ABOUT_ONESELF):
                alike[row["venue"], row["week"], *(row[name] for name in ABOUT_ONESELF)] += 1
    return Apart(rows, alike.total(), min(alike.values(), default=None))
