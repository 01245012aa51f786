"""What an audit found: counts, and the places to look at."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Final

import orjson

PLACES_MAX: Final = 200


@dataclass(frozen=True, slots=True)
class Place:
    """Something to look at. what: body, head, link, missing, signature, receipt, published (altered);
    gap; fork."""

    source: str
    epoch: str
    seq: int
    what: str


@dataclass(slots=True)
class Report:
    """Counts over everything, and the first places. gaps counts runs of records that were never received."""

    records: int = 0
    terminals: int = 0
    batches: int = 0
    chains: int = 0
    parked: int = 0
    held: int = 0
    erased: int = 0
    gaps: int = 0
    forks: int = 0
    altered: int = 0
    published: int = 0  # weekly documents that were held against what is here
    places: list[Place] = field(default_factory=list)

    def found(self, place: Place) -> None:
        """Counts one place."""
        if place.what == "gap":
            self.gaps += 1
        elif place.what == "fork":
            self.forks += 1
        else:
            self.altered += 1
        if len(self.places) < PLACES_MAX:
            self.places.append(place)

    def as_json(self) -> str:
        """The report as one line; its names are a promise to scripts."""
        return orjson.dumps(asdict(self)).decode()

    def as_lines(self) -> Sequence[str]:
        """The report for people."""
        counts = {name: value for name, value in asdict(self).items() if name != "places"}
        lines = [f"{name:<10}{value}" for name, value in counts.items()]
        return [*lines, *(f"{place.what}: {place.source} {place.epoch} {place.seq}" for place in self.places)]
