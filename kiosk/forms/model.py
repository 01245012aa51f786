"""A form as values: what xform.parse_form gives and a FormVisit runs. Nothing here changes, nothing imports lxml."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from kiosk.forms.expression import Expression

if TYPE_CHECKING:
    from kiosk.forms.logic import Program

LANGUAGE_NAMES: Final = {"中文": "zh", "简体中文": "zh", "汉语": "zh", "chinese": "zh"} | {
    "英文": "en",
    "英语": "en",
    "english": "en",
    "繁體中文": "zh-Hant",
    "繁体中文": "zh-Hant",
    "繁體": "zh-Hant",
    "维吾尔文": "ug",
    "ئۇيغۇرچە": "ug",
}  # as people head a column who never heard of codes
NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]{0,63}")  # of a question
CODE: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}")  # of a form, a version, a choice
TRADITIONAL: Final = "zh-Hant"
_TRADITIONAL: Final = frozenset({"hant", "tw", "hk", "mo"})  # scripts and places that write it
FIRST_LANGUAGE: Final = "zh"  # what every other language falls back to
ANSWERED: Final = frozenset(
    {"text", "integer", "decimal", "date", "select_one", "select_multiple", "rank", "range", "image", "audio"}
    | {"acknowledge"}
)
CHOOSING: Final = frozenset({"select_one", "select_multiple", "rank"})
LISTING: Final = frozenset({"select_multiple", "rank"})

Part = str | Expression  # an expression's value is shown in its place


def short_language(language: str) -> str:
    """The language of a form's columns: ``zh-Hans``, ``中文 (zh)`` and ``中文`` are all ``zh``; zh-TW is zh-Hant."""
    if (named := LANGUAGE_NAMES.get(language.strip().lower())) is not None:
        return named
    if "(" in language:
        language = language.rpartition("(")[2].rstrip(") ")
    first, *more = language.replace("_", "-").strip().lower().split("-")
    return TRADITIONAL if first == "zh" and _TRADITIONAL & set(more) else first


@dataclass(frozen=True, slots=True)
class Text:
    """One text in every language it has. The language ``""`` is a column without any."""

    parts: Mapping[str, tuple[Part, ...]] = field(default_factory=lambda: MappingProxyType({}))
    images: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def in_language(self, language: str) -> tuple[Part, ...]:
        """The parts in a language, else in Chinese, else in whatever there is."""
        return _fall_back(self.parts, language, ())

    def plain(self, language: str) -> str:
        """The text without what depends on answers."""
        return "".join(part for part in self.in_language(language) if isinstance(part, str))

    def image(self, language: str) -> str | None:
        """The file name of its picture."""
        return _fall_back(self.images, language, None)


def _fall_back(table: Mapping[str, Any], language: str, default: Any) -> Any:
    for key in (short_language(language), FIRST_LANGUAGE, "", *table):
        if found := table.get(key):
            return found
    return default


NO_TEXT: Final = Text()


@dataclass(frozen=True, slots=True)
class Item:
    """One row of a list of choices, before anybody looks at it in a language."""

    name: str
    text: Text


@dataclass(frozen=True, slots=True)
class ItemSet:
    """Where a question's choices come from.

    items: all of them, when they stand in the form; live: the id of the list they come from, when they do not;
    nodes: what is offered now (None: all items); value and label: columns of a live list.
    """

    items: tuple[Item, ...] = ()
    instance: str = ""
    live: bool = False
    nodes: Expression | None = None
    value: str = "name"
    label: str = "label"
    shuffled: bool = False


@dataclass(frozen=True, slots=True)
class Limits:
    """What a constraint of a plain shape says in numbers, for keypads and counters; the constraint itself decides."""

    least: float | None = None
    most: float | None = None
    least_selected: int | None = None
    most_selected: int | None = None
    most_characters: int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """Anything with a value or a text of its own.

    range: (start, end, step) of a range question; default: text as it stands in the XForm.
    """

    name: str
    path: str
    type: str
    appearance: frozenset[str] = frozenset()
    required: bool = False
    required_if: Expression | None = None
    relevant: Expression | None = None
    constraint: Expression | None = None
    calculate: Expression | None = None
    default: str = ""
    default_if_new: Expression | None = None
    preload: str = ""
    text: Text = NO_TEXT
    hint_text: Text = NO_TEXT
    constraint_text: Text = NO_TEXT
    required_text: Text = NO_TEXT
    itemset: ItemSet | None = None
    range: tuple[int, int, int] | None = None
    limits: Limits = Limits()
    rows: int | None = None

    @property
    def max_selected(self) -> int | None:
        """How many choices may be picked at most, when the constraint says so."""
        return self.limits.most_selected

    @property
    def min_selected(self) -> int | None:
        """How many choices must be picked at least, when the constraint says so."""
        return self.limits.least_selected

    @property
    def max_length(self) -> int | None:
        """How many characters a text may have, when the constraint says so."""
        return self.limits.most_characters

    def label(self, language: str) -> str:
        """The question; what depends on answers is left out, see FormVisit.label."""
        return self.text.plain(language)

    def hint(self, language: str) -> str:
        """The smaller text under it, or nothing."""
        return self.hint_text.plain(language)

    def media(self, language: str) -> str | None:
        """The file name of its picture."""
        return self.text.image(language)

    def constraint_message(self, language: str) -> str:
        """What the form says when an answer breaks the constraint, or nothing."""
        return self.constraint_text.plain(language)


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice as it is offered: its name (what is kept), its label and its picture's file name, in one language."""

    name: str
    label: str
    media: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that belong together; ``field_list``: on one screen."""

    name: str
    path: str
    text: Text = NO_TEXT
    relevant: Expression | None = None
    field_list: bool = False


@dataclass(frozen=True, slots=True)
class Screen:
    """What is shown at once: one question, or those of a field-list group."""

    name: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """A form that can run here.

    hash: sha256 of the XForm's bytes, hex; titles by language; order: paths of groups and questions, each after
    everything it depends on; screens: all that can ever be shown; live_lists: the lists that a visit must be given.
    """

    id: str
    version: str
    hash: str
    titles: Mapping[str, str]
    languages: tuple[str, ...]
    questions: tuple[Question, ...]
    groups: tuple[Group, ...]
    screens: tuple[Screen, ...]
    order: tuple[str, ...]
    live_lists: frozenset[str]
    program: "Program" = field(repr=False)
    by_name: Mapping[str, Question] = field(repr=False)
    by_path: Mapping[str, "Question | Group"] = field(repr=False)

    @property
    def answer_order(self) -> tuple[Question, ...]:
        """The questions that carry answers a person gave, in document order; calculated ones follow from these."""
        return tuple(question for question in self.questions if question.type in ANSWERED or question.type == "hidden")

    def title(self, language: str) -> str:
        """The form's name in a language, else in Chinese."""
        return _fall_back(self.titles, language, self.id)

    def question(self, name: str) -> Question:
        """The question of a name. Raises KeyError."""
        return self.by_name[name]
