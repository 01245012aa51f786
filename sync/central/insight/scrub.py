"""What an outside judge may see of a record: never words, drawings, contacts, minutes or look-up keys.

What people say of themselves (age, where they live) stays only where at least k records of the same venue and week say
the same together; else it is blank (k-anonymity, Sweeney 2002).
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import orjson

from sync.central.cases.assemble import is_ink
from sync.central.cases.library import form as form_of

ABOUT_ONESELF: Final = ("age_band", "age14", "residence", "access_need", "for_whom")
K: Final = 5
LEAST_CELL: Final = 10  # records of a venue in a week; fewer, and their heads are withheld
COLUMNS: Final = (
    *("source", "epoch", "seq", "sha256", "venue", "week", "visit", "type", "form", "grade", "channel"),
    *("level", "language", "category", "duration_s", *ABOUT_ONESELF, "answers"),
)
_CODE_MAX: Final = 24


@dataclass(frozen=True, slots=True)
class Seen:
    """One record as it stands in the database. body: its bytes, or None when it was erased."""

    venue: str
    source: str
    epoch: str
    seq: int
    day: date
    type: str
    form: str | None
    grade: int | None
    body: bytes | None


def week_of(day: date) -> str:
    """An ISO week, such as 2026-W48."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def combinations(records: Iterable[Seen]) -> Counter[tuple[str, ...]]:
    """How many records of a venue and week say the same of themselves."""
    return Counter(_combination(record, _read(record.body)) for record in records if record.body)


def scrubbed(record: Seen, alike: Counter[tuple[str, ...]], salt: bytes) -> dict[str, str] | None:
    """One row of bodies.csv by COLUMNS; None for a record without a body. salt: of this package alone, forgotten."""
    if record.body is None:
        return None
    body = _read(record.body)
    answers = body.get("answers") if isinstance(body.get("answers"), dict) else {}
    assert isinstance(answers, dict)
    enough = alike[_combination(record, body)] >= K
    row = {
        "source": record.source,
        "epoch": record.epoch,
        "seq": str(record.seq),
        "sha256": hashlib.sha256(record.body).hexdigest(),
        "venue": record.venue,
        "week": week_of(record.day),
        "visit": hashlib.sha256(salt + str(body.get("subject", "")).encode()).hexdigest()[:16],
        "type": record.type,
        "form": record.form or "",
        "grade": "" if record.grade is None else str(record.grade),
        "duration_s": str(int(body["duration_ms"]) // 1000) if isinstance(body.get("duration_ms"), int) else "",
    }
    row |= {name: str(body.get(name) or "") for name in ("channel", "level", "language", "category")}
    row |= {name: _code(answers.get(name)) if enough else "" for name in ABOUT_ONESELF}
    row["answers"] = orjson.dumps(plain_answers(record.form, answers), option=orjson.OPT_SORT_KEYS).decode()
    return {name: row[name] for name in COLUMNS}


def plain_answers(form_id: str | None, answers: Mapping[str, Any]) -> dict[str, Any]:
    """Choices, numbers and days; of words only how many signs, of a drawing only how many strokes."""
    form = form_of(form_id) if form_id else None
    types = {question.name: question.type for question in form.questions} if form else {}
    shown = {name: value for name, value in answers.items() if name not in ABOUT_ONESELF}
    return {name: _plain(value, types.get(name)) for name, value in shown.items()}


def _plain(value: Any, type_: str | None) -> Any:
    if is_ink(value):
        return {"strokes": len(value["ink"])}
    if isinstance(value, str):
        # A form that this version does not know may ask for words anywhere.
        free = type_ in {None, "text", "calculate", "hidden"} and _code(value) != value
        return {"signs": len(value)} if free or type_ == "text" else value
    if isinstance(value, list):
        return [_plain(one, type_ or "select_multiple") for one in value]
    return value if isinstance(value, bool | int) or value is None else {"kept_back": True}


def _code(value: Any) -> str:
    """A choice's name; nothing for what could be somebody's words or number."""
    short = isinstance(value, str) and len(value) <= _CODE_MAX and value.isascii() and not value.isdigit()
    return value if short and all(sign.isalnum() or sign in "_-" for sign in value) else ""


def _combination(record: Seen, body: Mapping[str, Any]) -> tuple[str, ...]:
    answers = body.get("answers")
    said = [_code(answers.get(name)) if isinstance(answers, dict) else "" for name in ABOUT_ONESELF]
    return (record.venue, week_of(record.day), *said)


def _read(body: bytes | None) -> dict[str, Any]:
    value = orjson.loads(body) if body else {}
    return value if isinstance(value, dict) else {}
