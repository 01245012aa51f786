"""Once a day a terminal proves that each of the five grades is accepted, from the form to the centre's receipt.

The same form, the same answers, the same store, batch and receipt as for visitors, but written down as
`terminal.checked`: no figure counts such a record. A grade is accepted when the centre's signed receipt holds it.
A terminal of a government hall could not submit one or two stars for a year, and nobody noticed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

import orjson

from kiosk import records
from kiosk.entries import Entry
from kiosk.errors import AnswersError, CallerError
from kiosk.store import Store

FORM: Final = "quick-rating"
META: Final = "selftest"
GRADES: Final = ("5", "4", "3", "2", "1")

Fill = Callable[[str], tuple[str, str, Mapping[str, Any]]]  # grade → form, version, answers as the form gave them


@dataclass(frozen=True, slots=True)
class Verdict:
    """The last self-test. accepted: grades that a receipt holds; waiting: written, not acknowledged yet.

    refused: grades that form, store or centre would not take, with the reason.
    """

    day: str
    accepted: tuple[str, ...]
    waiting: tuple[str, ...]
    refused: Mapping[str, str]

    @property
    def state(self) -> str:
        """ok, waiting or fail."""
        return "fail" if self.refused else "waiting" if self.waiting else "ok"


def due(store: Store, today: date) -> bool:
    """Whether there was none today."""
    noted = _noted(store, today)
    return len(noted["written"]) + len(noted["refused"]) < len(GRADES)


def run(store: Store, fill: Fill, now: datetime) -> Verdict:
    """Write five checks down, one a grade. What the form refuses is in the verdict, and in a record of its own.

    Raises EnvironmentFault when the disk refuses: then nothing is noted, and the test is due as before.
    """
    noted = _noted(store, now.date())
    for grade in GRADES:
        if grade in noted["written"] or grade in noted["refused"]:
            continue  # done before the plug was pulled
        try:
            recorded = store.record(_entry(grade, *fill(grade), now))
            noted["written"][grade] = [recorded.epoch, recorded.seq]
        except CallerError as fault:  # the form, or the record; a full disk is no fault of a grade's
            noted["refused"][grade] = str(fault)[:200]
        store.set_meta(META, orjson.dumps(noted).decode())
    if noted["refused"]:
        store.record(_failed(noted["refused"], now))
    return read(noted, store.state_of)


def verdict(store: Store) -> Verdict | None:
    """What became of the last self-test, as far as receipts tell by now; None before the first."""
    noted = store.meta(META)
    return read(orjson.loads(noted), store.state_of) if noted else None


def read(noted: Mapping[str, Any], state_of: Callable[[str, int], str | None]) -> Verdict:
    """A verdict from what was noted and the states of the records. Pure but for state_of."""
    states = {grade: state_of(epoch, seq) for grade, (epoch, seq) in noted["written"].items()}
    refused = {**noted["refused"], **{grade: "parked" for grade, state in states.items() if state == "parked"}}
    refused |= {grade: "missing" for grade in GRADES if grade not in states and grade not in refused}
    return Verdict(
        day=noted["day"],
        accepted=tuple(grade for grade, state in states.items() if state == "held"),
        waiting=tuple(grade for grade, state in states.items() if state in ("waiting", "frozen")),
        refused=refused,
    )


def _noted(store: Store, today: date) -> dict[str, Any]:
    """What today's test has come to so far."""
    noted = orjson.loads(store.meta(META) or "{}")
    return noted if noted.get("day") == today.isoformat() else {"day": today.isoformat(), "refused": {}, "written": {}}


def _entry(grade: str, form: str, version: str, answers: Mapping[str, Any], now: datetime) -> Entry:
    checks = {"answers": dict(answers), "grade": grade, "kind": "grade"}
    body = {"checks": checks, "id": str(records.new_id(now)), "time": records.wire_time(now)}
    if str(answers.get("grade")) != grade:
        raise AnswersError(f"{form}: grade {grade} did not come out of the form")
    return Entry("terminal.checked", body, form, version, int(grade))


def _failed(refused: Mapping[str, str], now: datetime) -> Entry:
    checks = {"kind": "grades refused", "refused": dict(refused)}
    return Entry("terminal.checked", {"checks": checks, "id": str(records.new_id(now)), "time": records.wire_time(now)})
