"""What visitors decide together: the vote of the week, courses that open when enough join, the wish wall."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.viewmodels.base import plain

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

TABS: Final = ("vote", "join", "wall")


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a vote. share: percent of its voices, -1 while results are hidden."""

    name: str
    label: str
    count: int
    share: int
    mine: bool


@dataclass(frozen=True, slots=True)
class Poll:
    """A vote. seen: its results may be shown; voted: this visit has a voice in it."""

    name: str
    question: str
    options: tuple[dict[str, Any], ...]
    total: int
    until: str
    open: bool
    seen: bool
    voted: bool
    outcome: str


@dataclass(frozen=True, slots=True)
class Course:
    """A course to join. state: open, met, over; mine: this visit counts in it."""

    name: str
    label: str
    detail: str
    threshold: int
    count: int
    until: str
    state: str
    outcome: str
    mine: bool


@dataclass(frozen=True, slots=True)
class Wish:
    """A wish on the wall."""

    text: str
    day: str


@dataclass(frozen=True, slots=True)
class Voice:
    """What this visit chose, and the counts that stood there when it did."""

    choice: str
    before: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class CommonsProps:
    """tab: vote, join or wall; tabs: those that hold something. problem: "" or fault."""

    tab: str = "vote"
    tabs: tuple[str, ...] = ()
    polls: tuple[Poll, ...] = ()
    courses: tuple[Course, ...] = ()
    wishes: tuple[Wish, ...] = ()
    problem: str = ""


def derive_polls(
    rows: Iterable[Mapping[str, Any]], language: str, today: date, voices: Mapping[str, Voice]
) -> tuple[Poll, ...]:
    """The votes of the live list ``votes``. A pull may bring the counts with this visit in them: it is one voice."""
    return tuple(
        _poll(name, list(options), language, today, voices.get(name))
        for name, options in groupby(rows, lambda row: row["poll"])
    )


def _poll(name: str, rows: list[Mapping[str, Any]], language: str, today: date, voice: Voice | None) -> Poll:
    first = rows[0]
    is_open = bool(first["open"]) and first["until"] >= today.isoformat()
    seen = voice is not None or not is_open or not first.get("blind")
    counts = {row["name"]: _count(row, voice) for row in rows}
    total = sum(counts.values())
    options = plain(
        Option(
            row["name"],
            _said(row, "label", language),
            counts[row["name"]] if seen else -1,
            (counts[row["name"]] * 100 // total if total else 0) if seen else -1,
            voice is not None and voice.choice == row["name"],
        )
        for row in rows
    )
    question, outcome = _said(first, "question", language), _said(first, "outcome", language)
    return Poll(name, question, tuple(options), total, first["until"], is_open, seen, voice is not None, outcome)


def _count(row: Mapping[str, Any], voice: Voice | None) -> int:
    count = int(row["count"])
    if voice is None or voice.choice != row["name"]:
        return count
    return max(count, voice.before.get(row["name"], 0) + 1)


def derive_courses(
    rows: Iterable[Mapping[str, Any]], language: str, today: date, joined: Mapping[str, int]
) -> tuple[Course, ...]:
    """The courses of the live list ``signups``. joined: those of this visit, with the count that stood there."""
    return tuple(_course(row, language, today, joined.get(row["name"])) for row in rows)


def _course(row: Mapping[str, Any], language: str, today: date, before: int | None) -> Course:
    count = max(int(row["count"]), before + 1) if before is not None else int(row["count"])
    over = row["state"] == "over" or row["until"] < today.isoformat()
    threshold = int(row["threshold"])
    return Course(
        row["name"],
        _said(row, "label", language),
        _said(row, "detail", language),
        threshold,
        count,
        row["until"],
        "over" if over else "met" if count >= threshold else "open",
        _said(row, "outcome", language),
        before is not None,
    )


def derive_wishes(rows: Iterable[Mapping[str, Any]], language: str) -> tuple[Wish, ...]:
    """The wishes of the live list ``wall``."""
    return tuple(Wish(_said(row, "text", language), row["day"]) for row in rows)


def _said(row: Mapping[str, Any], name: str, language: str) -> str:
    english = language.startswith("en") and row.get(f"{name}_en")
    return str(row[f"{name}_en"] if english else row.get(name) or "")


@QmlElement
class CommonsViewModel(QObject):
    """Signals are wishes of the visitor."""

    changed = Signal()
    tabWanted = Signal(str)
    voteWanted = Signal(str, str)
    joinWanted = Signal(str)
    wishWanted = Signal()
    finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = CommonsProps()

    @property
    def props(self) -> CommonsProps:
        """What is shown now."""
        return self._props

    def show(self, props: CommonsProps) -> None:
        """Show this."""
        if props != self._props:
            self._props = props
            self.changed.emit()

    @Property(str, notify=changed)
    def tab(self) -> str:
        return self._props.tab

    @Property(list, notify=changed)
    def tabs(self) -> list[str]:
        return list(self._props.tabs)

    @Property(list, notify=changed)
    def polls(self) -> list[dict[str, Any]]:
        return plain(self._props.polls)

    @Property(list, notify=changed)
    def courses(self) -> list[dict[str, Any]]:
        return plain(self._props.courses)

    @Property(list, notify=changed)
    def wishes(self) -> list[dict[str, Any]]:
        return plain(self._props.wishes)

    @Property(str, notify=changed)
    def problem(self) -> str:
        return self._props.problem

    @Slot(str)
    def turn(self, tab: str) -> None:
        self.tabWanted.emit(tab)

    @Slot(str, str)
    def vote(self, poll: str, option: str) -> None:
        self.voteWanted.emit(poll, option)

    @Slot(str)
    def join(self, course: str) -> None:
        self.joinWanted.emit(course)

    @Slot()
    def wish(self) -> None:
        self.wishWanted.emit()

    @Slot()
    def finish(self) -> None:
        self.finished.emit()
