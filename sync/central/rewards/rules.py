"""rewards.toml, checked: what earns, what is capped, what it buys."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from kiosk.errors import ConfigError
from kiosk.records import LEVELS

ASSETS: Final = Path(__file__).parents[3] / "assets"
FEEDBACK: Final = frozenset({"rating", "words"})
SHARE_MAX: Final = 0.2  # R23: priority never takes more of an activity's seats


@dataclass(frozen=True, slots=True)
class Rules:
    """earn, redeem: points by kind; approvals: how many different people by kind; share: of seats, 0 to 1."""

    version: str
    earn: Mapping[str, int]
    feedback_a_day: int
    volunteer_hours_a_year: int
    least_level: str
    approvals: Mapping[str, int]
    no_show: int
    redeem: Mapping[str, int]
    share: float
    valid_days: int


def read(text: str) -> Rules:
    """The rules in a rewards.toml. Raises ConfigError, naming the place."""
    try:
        told = tomllib.loads(text)
        rules = Rules(
            version=str(told["version"]),
            earn={kind: int(points) for kind, points in told["earn"].items()},
            feedback_a_day=int(told["caps"]["feedback_a_day"]),
            volunteer_hours_a_year=int(told["caps"]["volunteer_hours_a_year"]),
            least_level=str(told["caps"]["least_level"]),
            approvals={kind: int(number) for kind, number in told["approvals"].items()},
            no_show=int(told["no_show"]["points"]),
            redeem={kind: int(points) for kind, points in told["redeem"].items()},
            share=float(told["booking"]["share"]),
            valid_days=int(told["booking"]["valid_days"]),
        )
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise ConfigError(f"rewards.toml: {error}") from error
    _check(rules)
    return rules


def _check(rules: Rules) -> None:
    if rules.least_level not in LEVELS:
        raise ConfigError("rewards.toml: [caps] least_level: V0 to V4")
    if not 0 <= rules.share <= SHARE_MAX:
        raise ConfigError(f"rewards.toml: [booking] share: 0 to {SHARE_MAX}")
    if min([*rules.earn.values(), *rules.redeem.values(), rules.no_show, rules.feedback_a_day]) < 0:
        raise ConfigError("rewards.toml: points and caps are 0 or more")
    if any(number < 2 for number in rules.approvals.values()):
        raise ConfigError("rewards.toml: [approvals]: two people or more")


def load(data: Path | None = None) -> Rules:
    """The centre's own file, or the product's."""
    own = data / "rewards.toml" if data else None
    path = own if own and own.exists() else ASSETS / "central" / "rewards.toml"
    return read(path.read_text("utf-8"))


def expires(year: int) -> date:
    """The last day of points earned in a year: 31 December of the next."""
    return date(year + 1, 12, 31)
