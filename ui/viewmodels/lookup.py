"""Looking up a receipt code, and where its feedback stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.viewmodels.base import plain, text_of

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

KEYS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O, U to mistake
LENGTH: Final = 10
PATH: Final = ("received", "dispatched", "in_progress", "answered", "called_back")  # as a visitor follows it
_SHOWN_AS: Final[Mapping[str, str]] = {
    "kept": "received",
    "classified": "received",
    "closed": "answered",
    "archived": "called_back",
}
ENDS: Final = frozenset({"parked", "declined", "merged", "invalid", "withheld", "returned"})  # beside the path


@dataclass(frozen=True, slots=True)
class Step:
    """state: a key of PATH or ENDS; look: done, now, next; day, due: YYYY-MM-DD or ""; note: a text of the centre.

    late: what was due has not come.
    """

    state: str
    look: str
    day: str = ""
    department: str = ""
    due: str = ""
    late: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of the thread: who spoke (staff or visitor), the words, the day."""

    sender: str
    text: str
    day: str


@dataclass(frozen=True, slots=True)
class Request:
    """A request about one's data. kind: copy, correct, delete; done: the day it was settled, or ""."""

    kind: str
    due: str
    done: str
    note: str


@dataclass(frozen=True, slots=True)
class LookupProps:
    """problem: "" or mistyped, unknown. kept: known to this terminal alone yet. pulled: when the centre was heard.

    live: asking, told or away, "" before the centre was asked. asked: questions of staff that wait; solved: what the
    visitor said of our answer; said: what they have just done here (reply, rate, data, withdrawn).
    """

    typed: str = ""
    finding: bool = False
    problem: str = ""
    code: str = ""
    kept: bool = False
    steps: tuple[Step, ...] = ()
    pulled: str = ""
    live: str = ""
    turns: tuple[Turn, ...] = ()
    requests: tuple[Request, ...] = ()
    asked: int = 0
    answered: bool = False
    solved: str = ""
    withdrawn: bool = False
    confirming: bool = False
    said: str = ""


def typed_with(typed: str, key: str) -> str:
    """The code with one more sign; what no code has is passed over."""
    sign = {"I": "1", "L": "1", "O": "0"}.get(key.upper(), key.upper())
    return typed + sign if sign in KEYS and len(typed) < LENGTH else typed


def derive_steps(case: Any, language: str, today: date) -> tuple[Step, ...]:
    """The path of a case: what is done with its day, what is now with what is due, and what is to come."""
    days: dict[str, Mapping[str, Any]] = {}
    for step in case.steps:
        days.setdefault(_shown_as(step["state"]), step)
    current = _shown_as(case.state)
    if current in ENDS:
        passed = [state for state in PATH if state in days]
        return (*(_done(days[s], s, language) for s in passed), _now(case, current, days.get(current), language, today))
    place = PATH.index(current) if current in PATH else 0
    done = [_done(days[state], state, language) for state in PATH[:place] if state in days]
    to_come = [Step(state, "next") for state in PATH[place + 1 :] if _can_come(state, place)]
    return (*done, _now(case, current, days.get(current), language, today), *to_come)


def derive_turns(thread: Iterable[Mapping[str, Any]], language: str) -> tuple[Turn, ...]:
    """The thread as the centre told it, in a language."""
    return tuple(Turn(turn["from"], text_of(turn["text"], language), turn["day"]) for turn in thread)


def derive_requests(requests: Iterable[Mapping[str, Any]]) -> tuple[Request, ...]:
    """Requests about one's data as the centre told them."""
    return tuple(Request(one["kind"], one["due"], one["done"] or "", one["note"]) for one in requests)


def _shown_as(state: str) -> str:
    return _SHOWN_AS.get(state, state)


def _can_come(state: str, place: int) -> bool:
    return not (state == "in_progress" and place >= PATH.index("answered"))


def _done(step: Mapping[str, Any], state: str, language: str) -> Step:
    return Step(state, "done", step.get("day") or "", text_of(step.get("department"), language))


def _now(case: Any, state: str, step: Mapping[str, Any] | None, language: str, today: date) -> Step:
    step = step or {}
    answered = bool(case.answer)
    due = "" if answered else case.first_answer_due or case.result_due or ""
    note = text_of(case.answer, language) if answered else ""
    late = bool(due) and due < today.isoformat()
    return Step(state, "now", step.get("day") or "", text_of(step.get("department"), language), due, late, note)


@QmlElement
class LookupViewModel(QObject):
    """Signals are wishes of the visitor."""

    changed = Signal()
    keyed = Signal(str)
    erased = Signal()
    cleared = Signal()
    findWanted = Signal()
    finished = Signal()
    moreWanted = Signal()
    said = Signal(str)
    withdrawWanted = Signal()
    confirmWanted = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = LookupProps()

    @property
    def props(self) -> LookupProps:
        """What is shown now."""
        return self._props

    def show(self, props: LookupProps) -> None:
        """Show this."""
        if props != self._props:
            self._props = props
            self.changed.emit()

    @Property(str, notify=changed)
    def typed(self) -> str:
        return self._props.typed

    @Property(str, constant=True)
    def keys(self) -> str:
        return KEYS

    @Property(int, constant=True)
    def length(self) -> int:
        return LENGTH

    @Property(bool, notify=changed)
    def finding(self) -> bool:
        return self._props.finding

    @Property(str, notify=changed)
    def problem(self) -> str:
        return self._props.problem

    @Property(str, notify=changed)
    def code(self) -> str:
        return self._props.code

    @Property(bool, notify=changed)
    def kept(self) -> bool:
        return self._props.kept

    @Property(list, notify=changed)
    def steps(self) -> list[dict[str, Any]]:
        return plain(self._props.steps)

    @Property(str, notify=changed)
    def pulled(self) -> str:
        return self._props.pulled

    @Property(str, notify=changed)
    def live(self) -> str:
        return self._props.live

    @Property(list, notify=changed)
    def turns(self) -> list[dict[str, Any]]:
        return plain(self._props.turns)

    @Property(list, notify=changed)
    def requests(self) -> list[dict[str, Any]]:
        return plain(self._props.requests)

    @Property(int, notify=changed)
    def asked(self) -> int:
        return self._props.asked

    @Property(bool, notify=changed)
    def answered(self) -> bool:
        return self._props.answered

    @Property(str, notify=changed)
    def solved(self) -> str:
        return self._props.solved

    @Property(bool, notify=changed)
    def withdrawn(self) -> bool:
        return self._props.withdrawn

    @Property(bool, notify=changed)
    def confirming(self) -> bool:
        return self._props.confirming

    @Property(str, notify=changed)
    def done(self) -> str:
        return self._props.said

    @Slot()
    def more(self) -> None:
        self.moreWanted.emit()

    @Slot(str)
    def say(self, deed: str) -> None:
        self.said.emit(deed)

    @Slot(bool)
    def confirm(self, on: bool) -> None:
        self.confirmWanted.emit(on)

    @Slot()
    def withdraw(self) -> None:
        self.withdrawWanted.emit()

    @Slot(str)
    def key(self, sign: str) -> None:
        self.keyed.emit(sign)

    @Slot()
    def erase(self) -> None:
        self.erased.emit()

    @Slot()
    def clear(self) -> None:
        self.cleared.emit()

    @Slot()
    def find(self) -> None:
        self.findWanted.emit()

    @Slot()
    def finish(self) -> None:
        self.finished.emit()
