"""What no form may ask for (P01): recognised by name and label, from assets/forms/forbidden.toml."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

FILE: Final = Path(__file__).parents[2] / "assets" / "forms" / "forbidden.toml"
TYPED: Final = frozenset({"text", "integer", "decimal", "date", "image", "audio"})


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of personal data and how a question that asks for it is recognised."""

    zh: str
    en: str
    name: re.Pattern[str]
    label: re.Pattern[str]
    typed: bool
    contact: bool


def asks_for(type_: str, name: str, labels: Iterator[str]) -> Kind | None:
    """The kind of forbidden data that a question asks for, if any."""
    said = list(labels)
    for kind in _kinds():
        if kind.typed and type_ not in TYPED:
            continue
        if kind.name.search(name.lower()) or any(kind.label.search(label) for label in said):
            return kind
    return None


@cache
def _kinds() -> tuple[Kind, ...]:
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))["kind"]
    return tuple(
        Kind(
            zh=row["zh"],
            en=row["en"],
            name=re.compile(row["name"]),
            label=re.compile(row["label"], re.IGNORECASE),
            typed=row["typed"],
            contact=row.get("contact", False),
        )
        for row in rows
    )
