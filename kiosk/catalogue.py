"""What people speak about, who answers, and which form a tile opens: reads ``assets/catalogue.toml``.

Strict, because a misspelt key would lose a department or a flag in silence: nothing missing, nothing extra, every
reference resolved. The first frame of the terminal needs it, so nothing heavy is imported, and its values are named
tuples: each dataclass in their place would cost half a millisecond at start.
"""

import tomllib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from kiosk.errors import CatalogueError

LANGUAGES: Final = ("zh-Hans", "en")  # every name has at least these
TONES: Final = frozenset({"gold", "celadon", "indigo"})
FLAGS: Final = frozenset({"legal", "safety", "escalate"})
WEIGHTS: Final = frozenset({"V0", "V1", "V2", "V3", "V4", "paper", "meeting"})
SEVERITIES: Final = frozenset({"safety", "legal", "failure", "inconvenience", "wish"})

Words = Mapping[str, str]  # language → text


class Department(NamedTuple):
    """Who answers."""

    code: str
    name: Words


class Opening(NamedTuple):
    """A form as a tile or a choice between forms shows it; ``pictogram`` is a file in assets/pictograms."""

    form: str
    name: Words
    pictogram: str


class Subcategory(NamedTuple):
    """The second level; ``department`` is its own or else its category's."""

    code: str
    name: Words
    department: str
    flags: tuple[str, ...]


class Category(NamedTuple):
    """The first level. ``tile`` is the short word for the home screen; ``forms`` what the tile opens, in order."""

    code: str
    name: Words
    tile: Words
    pictogram: str
    tone: str
    department: str
    forms: tuple[str, ...]
    subcategories: tuple[Subcategory, ...]


class Tag(NamedTuple):
    """A reason for a grade of 1 to 5, whose digit begins the code."""

    code: str
    grade: int
    label: Words
    flags: tuple[str, ...]


class Home(NamedTuple):
    """What the home screen offers: ``first`` on it, ``more`` and ``more_forms`` behind its last tile."""

    rating: str
    first: tuple[str, ...]
    more: tuple[str, ...]
    more_forms: tuple[str, ...]
    more_name: Words
    more_pictogram: str


class Catalogue(NamedTuple):
    """One version of the catalogue. Mappings keep the order of the file; ``weights`` and ``severity`` are 0 to 2."""

    version: str
    home: Home
    categories: tuple[Category, ...]
    openings: Mapping[str, Opening]
    tags: Mapping[str, Tag]
    departments: Mapping[str, Department]
    weights: Mapping[str, float]
    severity: Mapping[str, float]

    def category(self, code: str) -> Category | None:
        """The category of a code such as "C"; None when this version has none."""
        return next((category for category in self.categories if category.code == code), None)


def load_catalogue(source: Path | bytes, forms: Collection[str] | None = None) -> Catalogue:
    """The catalogue of a file or of its bytes.

    ``forms``: the ids of the forms in use; a catalogue that opens any other is refused. Raises CatalogueError,
    which names the place.
    """
    top = _Place("catalogue", _toml(source))
    top.exactly("version home forms departments category tags weights severity")
    openings = {code: _opening(place) for code, place in top.tables("forms")}
    if forms is not None and (unknown := openings.keys() - set(forms)):
        raise CatalogueError(f"catalogue.forms: no such form: {', '.join(sorted(unknown))}")
    departments = {code: Department(code, place.words()) for code, place in top.tables("departments")}
    categories = tuple(_category(code, place, departments, openings) for code, place in top.tables("category"))
    return Catalogue(
        version=_version(top),
        home=_home(top.table("home"), [category.code for category in categories], openings),
        categories=categories,
        openings=openings,
        tags={code: _tag(code, place) for code, place in top.tables("tags")},
        departments=departments,
        weights=top.table("weights").numbers(WEIGHTS),
        severity=top.table("severity").numbers(SEVERITIES),
    )


class _Place:
    """A table of the file that knows where it stands."""

    def __init__(self, where: str, value: Any) -> None:
        if not isinstance(value, dict):
            raise CatalogueError(f"{where}: expected a table")
        self.where = where
        self.value: dict[str, Any] = value

    def exactly(self, required: str, optional: str = "") -> None:
        needed = set(required.split())
        if missing := needed - self.value.keys():
            self.fail(f"missing: {', '.join(sorted(missing))}")
        if unknown := self.value.keys() - needed - set(optional.split()):
            self.fail(f"unknown: {', '.join(sorted(unknown))}")

    def fail(self, what: str) -> None:
        raise CatalogueError(f"{self.where}: {what}")

    def table(self, key: str) -> "_Place":
        return _Place(f"{self.where}.{key}", self.value[key])

    def tables(self, key: str) -> Iterator[tuple[str, "_Place"]]:
        inner = self.table(key)
        if not inner.value:
            inner.fail("empty")
        return ((code, inner.table(code)) for code in inner.value)

    def text(self, key: str) -> str:
        value = self.value[key]
        if not isinstance(value, str) or not value.strip():
            raise CatalogueError(f"{self.where}.{key}: expected a text")
        return value

    def texts(self, key: str, known: Collection[str]) -> tuple[str, ...]:
        """A list of different known codes; empty when the key is absent."""
        value = self.value.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise CatalogueError(f"{self.where}.{key}: expected a list of codes")
        if unknown := [item for item in value if item not in known]:
            raise CatalogueError(f"{self.where}.{key}: no such code: {', '.join(unknown)}")
        if len(set(value)) != len(value):
            raise CatalogueError(f"{self.where}.{key}: the same code twice")
        return tuple(value)

    def one_of(self, key: str, known: Collection[str]) -> str:
        value = self.text(key)
        if value not in known:
            raise CatalogueError(f"{self.where}.{key}: no such code: {value}")
        return value

    def words(self) -> Words:
        """This table as one text per language."""
        for language in self.value:
            self.text(language)
        if missing := [language for language in LANGUAGES if language not in self.value]:
            self.fail(f"no text in {', '.join(missing)}")
        return self.value

    def numbers(self, names: Collection[str]) -> dict[str, float]:
        self.exactly(" ".join(names))
        for name, value in self.value.items():
            if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 2:
                raise CatalogueError(f"{self.where}.{name}: expected a number from 0 to 2")
        return {name: float(value) for name, value in self.value.items()}


def _toml(source: Path | bytes) -> dict[str, Any]:
    try:
        data = source if isinstance(source, bytes) else source.read_bytes()
        return tomllib.loads(data.decode("utf-8"))
    except OSError as error:
        raise CatalogueError(f"catalogue: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise CatalogueError(f"catalogue: not UTF-8 at byte {error.start}") from error
    except tomllib.TOMLDecodeError as error:  # a code used twice ends here too
        raise CatalogueError(f"catalogue: {error}") from error


def _version(top: _Place) -> str:
    version = top.text("version")
    if len(version) != 10 or not (version.isascii() and version.isdigit()):
        raise CatalogueError("catalogue.version: expected ten digits, the day and a number")
    return version


def _opening(place: _Place) -> Opening:
    place.exactly("name pictogram")
    return Opening(place.where.rpartition(".")[2], place.table("name").words(), place.text("pictogram"))


def _category(code: str, place: _Place, departments: Collection[str], forms: Collection[str]) -> Category:
    place.exactly("name pictogram tone department forms sub", "tile")
    if len(code) != 1 or not "A" <= code <= "Z":
        place.fail("a category's code is one capital letter")
    name = place.table("name").words()
    opens = place.texts("forms", forms)
    if not opens:
        place.fail("opens no form")
    return Category(
        code=code,
        name=name,
        tile=place.table("tile").words() if "tile" in place.value else name,
        pictogram=place.text("pictogram"),
        tone=place.one_of("tone", TONES),
        department=(department := place.one_of("department", departments)),
        forms=opens,
        subcategories=tuple(_sub(code, sub, inner, department, departments) for sub, inner in place.tables("sub")),
    )


def _sub(parent: str, code: str, place: _Place, department: str, departments: Collection[str]) -> Subcategory:
    place.exactly("name", "department flags")
    if len(code) != 2 or code[0] != parent:
        place.fail(f"a code under {parent} is {parent} and one character")
    own = place.one_of("department", departments) if "department" in place.value else department
    return Subcategory(code, place.table("name").words(), own, place.texts("flags", FLAGS))


def _tag(code: str, place: _Place) -> Tag:
    place.exactly("name", "flags")
    if len(code) != 3 or not code.isdigit() or code[0] not in "12345":
        place.fail("a tag's code is three digits, the grade first")
    return Tag(code, int(code[0]), place.table("name").words(), place.texts("flags", FLAGS))


def _home(place: _Place, categories: list[str], forms: Collection[str]) -> Home:
    place.exactly("rating first more more_forms more_name more_pictogram")
    home = Home(
        rating=place.one_of("rating", forms),
        first=place.texts("first", categories),
        more=place.texts("more", categories),
        more_forms=place.texts("more_forms", forms),
        more_name=place.table("more_name").words(),
        more_pictogram=place.text("more_pictogram"),
    )
    if sorted(home.first + home.more) != sorted(categories):
        place.fail("every category stands once, in first or in more")
    return home
