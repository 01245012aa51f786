"""What the centre tells is taken in only whole and signed; what cannot be used never blocks the rest."""

import hashlib
from pathlib import Path
from typing import Any

import pytest
from fake_centre import FakeCentre
from hypothesis import given, settings
from hypothesis import strategies as st
from nacl.signing import SigningKey
from terminals import Terminal

from kiosk.errors import UntrustedError
from kiosk.forms.registry import BUILTIN
from kiosk.forms.xform import parse_form
from kiosk.records import canonical
from sync import receipt, updates
from sync.updates import read_page

KEY = SigningKey(bytes(32))
PUBLIC = bytes(KEY.verify_key)
CASE = {
    "key": "0f" * 16,
    "state": "answered",
    "steps": [{"state": "received", "day": "2026-11-24", "department": None}],
    "due": {"first_answer": None, "result": "2026-12-15"},
    "answer": {"zh-Hans": "下月起加开一班"},
    "updated": "2026-11-24T18:00:00+08:00",
}
CARD = {
    "id": "c1",
    "need": {"zh-Hans": "空调太冷"},
    "measure": {"zh-Hans": "调高两度"},
    "day": "2026-11-20",
    "department": {"zh-Hans": "后勤"},
    "count": 12,
    "state": "done",
    "removed": False,
}
SESSIONS = {"name": "sessions", "rows": [{"name": "s1", "label": "合唱", "label_en": "Choir"}]}


def rows(*kinds_and_data: tuple[str, Any]) -> list[dict[str, Any]]:
    return [{"cursor": n, "kind": kind, "data": data} for n, (kind, data) in enumerate(kinds_and_data, 1)]


def a_page(*kinds_and_data: tuple[str, Any], after: int = 0, **end: Any) -> bytes:
    lines = rows(*kinds_and_data)
    body = b"".join(canonical(line) + b"\n" for line in lines)
    closing = {
        "format": "xinsheng-updates/1",
        "after": after,
        "cursor": len(lines),
        "count": len(lines),
        "sha256": hashlib.sha256(body).hexdigest(),
        "more": False,
        "time": "2026-11-24T18:00:00+08:00",
    }
    return body + receipt.sign({**closing, **end}, KEY) + b"\n"


PAGE = a_page(("case", CASE), ("card", CARD))


def test_a_signed_page_is_read():
    page = read_page(PAGE, 0, PUBLIC)
    assert [row["kind"] for row in page.rows] == ["case", "card"]
    assert (page.cursor, page.more) == (2, False)
    assert read_page(a_page(), 0, PUBLIC).rows == ()


@given(at=st.integers(0, len(PAGE) - 2), flip=st.integers(1, 255))
@settings(max_examples=200, deadline=None)
def test_one_byte_changed_and_nothing_of_it_counts(at: int, flip: int):
    changed = bytearray(PAGE)
    changed[at] ^= flip
    with pytest.raises(UntrustedError):
        read_page(bytes(changed), 0, PUBLIC)


@given(st.binary(max_size=300))
def test_any_other_bytes_are_not_believed(body: bytes):
    with pytest.raises(UntrustedError):
        read_page(body, 0, PUBLIC)


@pytest.mark.parametrize(
    "page",
    [
        PAGE[PAGE.index(b"\n") + 1 :],  # a line is missing
        PAGE[: PAGE.index(b"\n") + 1] + PAGE,  # a line came twice
        a_page(("case", CASE), count=2),
        a_page(("case", CASE), sha256="00" * 32),
        a_page(("case", CASE), after=7),
        a_page(("case", CASE), more="no"),
        a_page(("case", CASE), extra=1),
        a_page(("case", CASE), cursor=-1),
        b"<html>200 OK</html>",
        b"",
    ],
)
def test_a_page_that_is_not_whole_is_not_believed(page: bytes):
    with pytest.raises(UntrustedError):
        read_page(page, 0, PUBLIC)


def test_another_key_is_not_believed():
    with pytest.raises(UntrustedError):
        read_page(PAGE, 0, bytes(SigningKey.generate().verify_key))


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path)


def test_what_the_centre_tells_is_taken_in_once_and_again(terminal: Terminal):
    store = terminal.store
    page = read_page(
        a_page(
            ("case", CASE),
            ("card", CARD),
            ("totals", {"received": 900, "answered": 800}),
            ("list", SESSIONS),
            ("config", {"idle_s": 120}),
            ("catalogue", {"version": "2"}),
            ("backup", {"source": store.status().source, "epoch": store.status().epoch, "seq": 1}),
        ),
        0,
        PUBLIC,
    )
    for _ in range(2):
        assert updates.apply(store, page) == []

    case = store.case(bytes.fromhex("0f" * 16))
    assert case is not None
    assert (case.state, case.result_due) == ("answered", "2026-12-15")
    assert store.cards() == [CARD]
    assert (store.totals() or {})["received"] == 900
    assert store.lists("sessions") == {"sessions": SESSIONS["rows"]}
    assert store.meta("config") == '{"idle_s":120}'
    assert updates.cursor(store) == 7


def test_what_cannot_be_used_is_told_and_does_not_block(terminal: Terminal):
    page = read_page(
        a_page(
            ("case", {"key": "not hex"}),
            ("case", CASE),
            ("card", {"id": "no day"}),
            ("list", []),
            ("form", {"form": "x", "version": "1", "xform": "<x/>", "sha256": "00" * 32}),
            ("hologram", {"new": "in two releases"}),
            ("card", CARD),
        ),
        0,
        PUBLIC,
    )
    problems = updates.apply(terminal.store, page)

    assert len(problems) == 4
    assert all("\n" not in line for line in problems)
    assert terminal.store.case(bytes.fromhex("0f" * 16)) is not None
    assert terminal.store.cards() == [CARD]
    assert terminal.store.form_rows() == []
    assert updates.cursor(terminal.store) == 7


def a_form(xform: bytes, version: str) -> tuple[str, dict[str, str]]:
    digest = hashlib.sha256(xform).hexdigest()
    return "form", {"form": "quick-rating", "version": version, "xform": xform.decode(), "sha256": digest}


def test_a_published_version_of_a_form_never_changes(terminal: Terminal):
    ships = (BUILTIN / "quick-rating.xml").read_bytes()
    version = parse_form(ships).version
    newer = ships.replace(version.encode(), b"2027010101")
    page = read_page(
        a_page(
            a_form(ships.replace(b"Under 14", b"Not yet 14"), version),
            a_form(newer, "2027010101"),
            a_form(newer, "2027010101"),
            a_form(newer.replace(b"Under 14", b"Not yet 14"), "2027010101"),
            a_form(ships.replace(b"Under 14", b"Not yet 14"), "2027010102"),
            ("card", CARD),
        ),
        0,
        PUBLIC,
    )

    problems = updates.apply(terminal.store, page)

    assert [line.partition(":")[0] for line in problems] == [f"update {place} (form)" for place in (1, 4, 5)]
    assert [(row.version, row.xform) for row in terminal.store.form_rows()] == [("2027010101", newer)]
    assert terminal.store.cards() == [CARD]
    assert updates.cursor(terminal.store) == 6


def test_the_courier_goes_on_where_it_stood(terminal: Terminal):
    centre = FakeCentre(terminal.public_key, rows=rows(("card", CARD)))
    courier = terminal.courier(centre, centre.signing_key, centre.sealing_key)
    for _ in range(4):
        courier.run_once(terminal.clock.now)
    assert terminal.store.cards() == [CARD]

    centre.rows += [{"cursor": 9, "kind": "card", "data": CARD | {"removed": True}}]
    terminal.clock.forward(31)
    courier.run_once(terminal.clock.now)

    assert terminal.store.cards() == []
    assert updates.cursor(terminal.store) == 9
