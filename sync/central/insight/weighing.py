"""How much a need weighs, and why: every term of the score, from a file that a centre can edit.

The rule is content.md's: a person counts once in a topic, by how well we know that they were there, and less with time.
Same voices, same day, same file → the same score.
"""

import math
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Final

from kiosk.errors import ConfigError

ASSETS: Final = Path(__file__).parents[3] / "assets"
TERMS: Final = ("frequency", "severity", "equity", "legal", "trend", "feasibility")
BANDS: Final = ("P1", "P2", "P3", "P4")
MONTH_DAYS: Final = 30
BEFORE_DAYS: Final = 90
KNOWN: Final = frozenset({"V1", "V2", "V3", "V4"})  # persons of whom we know that they were there
ON_PAPER: Final = frozenset({"paper", "meeting"})


@dataclass(frozen=True, slots=True)
class Rules:
    """priority.toml, checked. weights by level or channel; shares of the score by TERMS, adding up to 1."""

    version: str
    weights: Mapping[str, float]
    half_life_days: float
    least: float
    share: float
    days: int
    channels: int
    persons: int
    score: Mapping[str, float]
    full_at: float
    severity: Mapping[str, float]
    bands: Mapping[str, float]
    urgent_categories: frozenset[str]
    urgent_tags: frozenset[str]
    grave: float


@dataclass(frozen=True, slots=True)
class Voice:
    """One item of a topic. person: equal for two items of one person; hands: of a meeting; group9: of Article 9."""

    person: str
    day: date
    level: str
    channel: str
    hands: int = 1
    severity: float = 0.2
    group9: bool = False
    category: str = ""
    tags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Judgement:
    """What only a person can say of a topic, each 0 to 1. underserved: of an area that has had little so far."""

    legal: float = 0.0
    feasibility: float = 0.5
    underserved: bool = False


@dataclass(frozen=True, slots=True)
class Weighed:
    """A topic's score with everything it is made of. terms: 0 to 1 each; score: 0 to 100; why: what set the band."""

    n: int
    n_eff: float
    days: int
    channels: int
    persons: int
    common: bool
    terms: Mapping[str, float]
    score: float
    band: str
    why: str  # score, urgent, grave


def read(text: str) -> Rules:
    """The rules in a priority.toml. Raises ConfigError, naming the place."""
    try:
        told = tomllib.loads(text)
        weights, common, override = told["weights"], told["common"], told["override"]
        score = {term: float(told["score"][term]) for term in TERMS}
        rules = Rules(
            version=str(told["version"]),
            weights={name: float(value) for name, value in weights.items() if name != "half_life_days"},
            half_life_days=float(weights["half_life_days"]),
            **{name: common[name] for name in ("least", "share", "days", "channels", "persons")},
            score=score,
            full_at=float(told["score"]["full_at"]),
            severity={name: float(value) for name, value in told["severity"].items()},
            bands={band: float(told["bands"][band]) for band in BANDS[:-1]},
            urgent_categories=frozenset(override["categories"]),
            urgent_tags=frozenset(override["tags"]),
            grave=float(override["grave"]),
        )
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise ConfigError(f"priority.toml: {error}") from error
    _check(rules)
    return rules


def _check(rules: Rules) -> None:
    if not math.isclose(sum(rules.score.values()), 1.0, abs_tol=1e-9):
        raise ConfigError("priority.toml: [score] frequency … feasibility must add up to 1")
    if rules.half_life_days <= 0 or rules.full_at <= 0:
        raise ConfigError("priority.toml: half_life_days and full_at must be more than 0")
    least = [rules.bands[band] for band in BANDS[:-1]]
    if least != sorted(least, reverse=True):
        raise ConfigError("priority.toml: [bands] must fall from P1 to P3")


def load(data: Path | None = None) -> Rules:
    """The centre's own file, or the product's."""
    own = data / "priority.toml" if data else None
    path = own if own and own.exists() else ASSETS / "central" / "priority.toml"
    return read(path.read_text("utf-8"))


def weigh(voices: Sequence[Voice], judged: Judgement, today: date, monthly: int, rules: Rules) -> Weighed:
    """What a topic weighs today. monthly: items that the venue hears in 30 days."""
    counted = once_a_person(voices, today, rules)
    n_eff = math.fsum(weight_of(voice, today, rules) for voice in counted)
    days, channels = len({voice.day for voice in voices}), len({voice.channel for voice in voices})
    persons = len({voice.person for voice in voices if voice.level in KNOWN})
    common = (
        n_eff >= max(rules.least, rules.share * monthly)
        and days >= rules.days
        and (channels >= rules.channels or persons >= rules.persons)
    )
    terms = terms_of(counted, n_eff, judged, today, rules)
    score = score_of(terms, rules.score)
    band, why = _band(voices, counted, score, common=common, rules=rules)
    return Weighed(len(voices), n_eff, days, channels, persons, common, terms, score, band, why)


def once_a_person(voices: Iterable[Voice], today: date, rules: Rules) -> list[Voice]:
    """The weightiest item of each person: who says it five times has said it once."""
    best: dict[str, Voice] = {}
    for voice in sorted(voices, key=lambda one: (one.day, one.channel, one.level, one.severity)):
        other = best.get(voice.person)
        if other is None or weight_of(voice, today, rules) >= weight_of(other, today, rules):
            best[voice.person] = voice
    return [best[person] for person in sorted(best)]


def weight_of(voice: Voice, today: date, rules: Rules) -> float:
    """By channel on paper, by level else; halved with every half-life."""
    known = rules.weights[voice.channel if voice.channel in ON_PAPER else voice.level]
    age = max(0, (today - voice.day).days)
    return known * voice.hands * 0.5 ** (age / rules.half_life_days)


def terms_of(counted: Sequence[Voice], n_eff: float, judged: Judgement, today: date, rules: Rules) -> dict[str, float]:
    """The six terms. severity: of the gravest quarter, so that ten mild voices do not bury a broken handrail."""
    grave = sorted((voice.severity for voice in counted), reverse=True)[: max(1, len(counted) // 4)]
    of_groups = sum(voice.group9 for voice in counted) / len(counted) if counted else 0.0
    return {
        "frequency": min(1.0, math.log1p(n_eff) / math.log1p(rules.full_at)),
        "severity": math.fsum(grave) / len(grave) if grave else 0.0,
        "equity": 1.0 if judged.underserved else of_groups,
        "legal": judged.legal,
        "trend": trend(counted, today),
        "feasibility": judged.feasibility,
    }


def trend(counted: Sequence[Voice], today: date) -> float:
    """The last 30 days' rate beside that of the 90 days before: 0.5 for no change, 1 for all new, 0 for died away."""
    ages = [(today - voice.day).days for voice in counted]
    now = sum(age < MONTH_DAYS for age in ages) / MONTH_DAYS
    before = sum(MONTH_DAYS <= age < MONTH_DAYS + BEFORE_DAYS for age in ages) / BEFORE_DAYS
    return now / (now + before) if now + before else 0.0


def score_of(terms: Mapping[str, float], shares: Mapping[str, float]) -> float:
    """100 · Σ share · term, to two places, so that it can be worked out by hand."""
    return round(100 * math.fsum(shares[term] * round(terms[term], 4) for term in TERMS), 2)


def _band(
    voices: Sequence[Voice], counted: Sequence[Voice], score: float, *, common: bool, rules: Rules
) -> tuple[str, str]:
    if any(voice.category in rules.urgent_categories or voice.tags & rules.urgent_tags for voice in voices):
        return "P1", "urgent"
    band = next((name for name in BANDS[:-1] if score >= rules.bands[name]), "P4")
    heavy = any(voice.severity >= rules.grave or voice.group9 for voice in counted)
    return ("P3", "grave") if band == "P4" and heavy and not common else (band, "score")


_Named = tuple[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Swap:
    """Two neighbours in the order, and the smallest change of one share of the score that would turn them round."""

    upper: str
    lower: str
    margin: float
    term: str | None  # None: no single share can
    change: float


def sensitivity(ranked: Sequence[_Named], shares: Mapping[str, float]) -> list[Swap]:
    """What would change the order: for each pair of neighbours, highest first. ranked: (name, terms)."""
    return [_swap(upper, lower, shares) for upper, lower in pairwise(ranked)]


def _swap(upper: _Named, lower: _Named, shares: Mapping[str, float]) -> Swap:
    gaps = {term: upper[1][term] - lower[1][term] for term in TERMS}
    margin = math.fsum(shares[term] * gaps[term] for term in TERMS)
    # A share cannot fall under 0 or rise over 1.
    changes = {term: -margin / gap for term, gap in gaps.items() if gap and 0 <= shares[term] - margin / gap <= 1}
    term = min(changes, key=lambda name: abs(changes[name]), default=None)
    return Swap(upper[0], lower[0], 100 * margin, term, changes[term] if term else 0.0)
