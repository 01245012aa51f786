"""What the centre tells a terminal, all of it public: cases under their look-up key, cards, figures, lists, forms.

Values are the plain JSON objects of `GET /api/v1/updates`, kept as they came; a newer centre may add to them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import orjson

from kiosk.nameplate import read_plate, write_plate
from kiosk.receipts import lookup_key
from kiosk.schema import set_meta
from kiosk.storefile import StoreFile

KEPT: Final = "kept"  # a case that only this terminal knows yet: saved here, not told of by the centre


@dataclass(frozen=True, slots=True)
class CaseView:
    """Where a piece of feedback stands, as its visitor may see it. Days are YYYY-MM-DD, texts by language."""

    lookup: bytes
    state: str
    steps: tuple[Mapping[str, Any], ...]
    first_answer_due: str | None
    result_due: str | None
    answer: Mapping[str, str] | None
    updated: str
    asked: int = 0  # questions of staff that wait for the visitor; the words need the centre
    solved: str = ""  # what the visitor said of the answer: yes, partly, no

    @property
    def kept(self) -> bool:
        """Saved on this terminal, and no word of the centre yet."""
        return self.state == KEPT


@dataclass(frozen=True, slots=True)
class FormRow:
    """A form in use on this terminal: the XForm's bytes and where it came from, "centre" or "here"."""

    form: str
    version: str
    sha256: str
    xform: bytes
    origin: str


class Cache(StoreFile):
    """The receiving half of a Store."""

    def case(self, lookup: bytes) -> CaseView | None:
        """The case under a look-up key; None when this terminal has never heard of it."""
        with self.reading() as db:
            row = db.execute("select data from cases where lookup = ?", (lookup,)).fetchone()
        return _case(lookup, orjson.loads(row[0])) if row else None

    def put_case(self, data: Mapping[str, Any]) -> None:
        """A case that moved; data["key"] is its look-up key in hex."""
        self.put_cases([data])

    def put_cases(self, cases: Sequence[Mapping[str, Any]]) -> None:
        """Cases that moved, in one transaction."""
        rows = [(bytes.fromhex(case["key"]), _text(case)) for case in cases]
        with self.writing() as db:
            db.executemany("insert or replace into cases (lookup, data) values (?, ?)", rows)

    def cards(self) -> list[dict[str, Any]]:
        """The board's cards, newest first."""
        with self.reading() as db:
            return [orjson.loads(data) for (data,) in db.execute("select data from cards order by day desc, id desc")]

    def put_card(self, data: Mapping[str, Any]) -> None:
        """A card that is new, changed, or (data["removed"]) taken down."""
        with self.writing() as db:
            if data.get("removed"):
                db.execute("delete from cards where id = ?", (str(data["id"]),))
            else:
                db.execute(
                    "insert or replace into cards (id, day, data) values (?, ?, ?)",
                    (str(data["id"]), data["day"], _text(data)),
                )

    def lists(self, name: str | None = None) -> dict[str, list[dict[str, Any]]]:
        """Live lists (sessions, courses…) by name; only the named one if a name is given."""
        with self.reading() as db:
            rows = db.execute("select name, rows from lists where ?1 is null or name = ?1", (name,)).fetchall()
        return {key: orjson.loads(text) for key, text in rows}

    def put_list(self, name: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Replace a live list."""
        with self.writing() as db:
            db.execute("insert or replace into lists (name, rows) values (?, ?)", (name, _text(list(rows))))

    def form_rows(self) -> list[FormRow]:
        """Forms installed beside those that ship with the terminal, every version, the one put in last at the end."""
        with self.reading() as db:
            return [
                FormRow(*row)
                for row in db.execute("select form, version, sha256, xform, origin from forms order by rowid")
            ]

    def put_form(self, row: FormRow) -> None:
        """Take a form into use. The same version again is the newest again, its bytes as they are now."""
        with self.writing() as db:
            db.execute("delete from forms where form = ? and version = ?", (row.form, row.version))
            db.execute(
                "insert into forms (form, version, sha256, xform, origin, installed_at) values (?, ?, ?, ?, ?, ?)",
                (row.form, row.version, row.sha256, row.xform, row.origin, int(self.now().timestamp())),
            )

    def totals(self) -> dict[str, Any] | None:
        """The board's figures; None before the centre has sent any."""
        text = self.meta("totals")
        return orjson.loads(text) if text else None

    def put_totals(self, data: Mapping[str, Any]) -> None:
        """Replace the board's figures."""
        self.set_meta("totals", _text(data))

    def meta(self, name: str) -> str | None:
        """A small value of the terminal: "salt" (hex), "cursor", "venue", "config", …"""
        with self.reading() as db:
            row = db.execute("select value from meta where name = ?", (name,)).fetchone()
        return row[0] if row else None

    def set_meta(self, name: str, value: str | None) -> None:
        """Keep a small value; None forgets it."""
        with self.writing() as db:
            if value is None:
                db.execute("delete from meta where name = ?", (name,))
            else:
                set_meta(db, name, value)
        if name == "salt" and value is not None:
            plate = read_plate(self.path.parent)
            if plate is not None:
                write_plate(self.path.parent, replace(plate, salt=value))

    @property
    def salt(self) -> bytes:
        """The 16 bytes that look-up keys are derived with: drawn here, the venue's once enrolled."""
        return bytes.fromhex(self.meta("salt") or "")

    @property
    def salts(self) -> tuple[bytes, ...]:
        """The salts that codes of this terminal may have been derived with, today's first."""
        older = orjson.loads(self.meta("old_salts") or "[]")
        return self.salt, *(bytes.fromhex(salt) for salt in older)

    def find_case(self, code: str) -> CaseView | None:
        """The case of a receipt code that was read (kiosk.receipts.read_code). Takes about 22 ms a salt."""
        keys = (lookup_key(code, salt) for salt in self.salts)
        return next((case for key in keys if (case := self.case(key)) is not None), None)


def kept_case(lookup: bytes, day: str, time: str) -> tuple[bytes, str]:
    """The row of a case that only this terminal knows yet."""
    data = {
        "answer": None,
        "due": {"first_answer": None, "result": None},
        "key": lookup.hex(),
        "state": KEPT,
        "steps": [{"day": day, "department": None, "state": KEPT}],
        "updated": time,
    }
    return lookup, _text(data)


def _case(lookup: bytes, data: Mapping[str, Any]) -> CaseView:
    due = data.get("due") or {}
    return CaseView(
        lookup,
        data["state"],
        tuple(data.get("steps") or ()),
        due.get("first_answer"),
        due.get("result"),
        data.get("answer"),
        data.get("updated", ""),
        int(data.get("asked") or 0),
        str(data.get("solved") or ""),
    )


def _text(value: Any) -> str:
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()
