"""The catalogue as the centre uses it: names of categories, who answers, and what a visit seems to be about."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.db.models import QuerySet

from kiosk.catalogue import Catalogue, load_catalogue
from kiosk.errors import ConfigError
from sync.central.cases.tops import Top

ASSETS: Final = Path(__file__).parents[3] / "assets"
OFFICE: Final = "office"


def catalogue() -> Catalogue:
    """The centre's catalogue where it has its own, else the product's. Raises CatalogueError."""
    own = settings.PLACES.data / "catalogue.toml"
    return _catalogue(own, own.stat().st_mtime_ns) if own.is_file() else _catalogue(ASSETS / "catalogue.toml", 0)


@lru_cache(maxsize=4)
def _catalogue(file: Path, stamp: int) -> Catalogue:  # noqa: ARG001 — the stamp is the cache's key
    return load_catalogue(file)


def category_name(code: str) -> Mapping[str, str]:
    """The name of a category or sub-category by language; empty for a code this version does not know."""
    if not code or (category := catalogue().category(code[0])) is None:
        return {}
    if len(code) == 1:
        return category.name
    return next((sub.name for sub in category.subcategories if sub.code == code), category.name)


def department_for(code: str) -> str:
    """Who answers by default; the office where the catalogue does not say."""
    if not code or (category := catalogue().category(code[0])) is None:
        return OFFICE
    return next((sub.department for sub in category.subcategories if sub.code == code), category.department)


def category_flags(code: str) -> tuple[str, ...]:
    """What the catalogue marks a sub-category with: safety, legal."""
    category = catalogue().category(code[:1])
    return next((sub.flags for sub in category.subcategories if sub.code == code), ()) if category else ()


def is_category(code: str) -> bool:
    """Whether a code stands in the catalogue."""
    category = catalogue().category(code[:1])
    return category is not None and (len(code) == 1 or any(sub.code == code for sub in category.subcategories))


@dataclass(frozen=True, slots=True)
class Hints:
    """What a form or a reason tag says about the category, where the visitor touched no tile."""

    forms: Mapping[str, str]
    tags: Mapping[str, str]

    def suggest(self, tile: str | None, form: str | None, tags: Iterable[Any]) -> str:
        """The category that a visit seems to be about, or nothing. A tag is the most exact, where it fits the tile."""
        tile = tile if tile and is_category(tile) else None  # a terminal may know a newer catalogue
        for tag in tags:
            code = self.tags.get(tag, "") if isinstance(tag, str) else ""
            if code and tile in {None, code[0]}:
                return code
        return tile or self.forms.get(form or "", "")


@lru_cache(maxsize=1)
def hints() -> Hints:
    """assets/central/suggest.toml. Raises ConfigError."""
    file = ASSETS / "central" / "suggest.toml"
    try:
        values = tomllib.loads(file.read_text("utf-8"))
        found = Hints(values["forms"], values["tags"])
    except (OSError, ValueError, KeyError) as error:
        raise ConfigError(f"{file.name}: cannot be read: {error}") from error
    if wrong := [code for table in (found.forms, found.tags) for code in table.values() if not is_category(code)]:
        raise ConfigError(f"{file.name}: no such category: {', '.join(sorted(wrong))}")
    return found


def in_category(cases: QuerySet[Any], code: str) -> QuerySet[Any]:
    """The cases of a category with all its sub-categories, or of one sub-category."""
    return cases.filter(category=code) if len(code) > 1 else cases.alias(top=Top("category")).filter(top=code)
