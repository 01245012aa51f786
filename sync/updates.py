"""What the centre tells its terminals: a page of JSON Lines that ends with a signed line, and how it is taken in."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import orjson

from kiosk.errors import BatchError, CallerError, UntrustedError
from kiosk.records import canonical
from kiosk.store import FormRow, Store
from sync import fields, receipt

HANDOVER: Final = "handover"  # in the store's meta: the centre's words about new keys, not taken over yet
PAGE_MAX: Final = 8 * 2**20  # bytes of one page that a terminal reads

_END = {"format", "after", "cursor", "count", "sha256", "more", "time"}


@dataclass(frozen=True, slots=True)
class Page:
    """Rows {"cursor", "kind", "data"} in order; cursor is where to go on, more says that there is more right now."""

    rows: tuple[Mapping[str, Any], ...]
    cursor: int
    more: bool


def read_page(body: bytes, after: int, key: receipt.Trusted) -> Page:
    """The page in these bytes, asked for with `after`. Nothing of it counts unless the signed end fits all of it.

    Raises UntrustedError.
    """
    rows_end = body.rstrip(b"\n").rfind(b"\n") + 1
    end = receipt.open_signed(body[rows_end:], key, receipt.UPDATES)
    rows = body[:rows_end]
    try:
        _check_end(end, after, rows)
        return Page(tuple(_rows(rows, end)), end["cursor"], end["more"])
    except BatchError as error:
        raise UntrustedError(str(error)) from error


def apply(store: Store, page: Page) -> list[str]:
    """Take a page in, and remember where to go on. Returns what could not be used, one line each; it never blocks.

    Taking the same page in twice changes nothing, so a power cut in between does no harm.
    """
    problems = []
    cases = []
    for row in page.rows:
        if row["kind"] == "case":
            cases.append(row)
            continue
        take = _TAKE.get(row["kind"])
        if take is not None:  # a kind that this version does not know: the centre may be two releases ahead
            problems += _tried(row, lambda data, take=take: take(store, data))
    problems += _take_cases(store, cases)
    if page.cursor != cursor(store):
        store.set_meta("cursor", str(page.cursor))
    return problems


def cursor(store: Store) -> int:
    """Where this terminal stands in the centre's updates."""
    return int(store.meta("cursor") or 0)


def _check_end(end: dict[str, Any], after: int, rows: bytes) -> None:
    fields.exactly("updates", end, _END)
    fields.whole("updates.cursor", end["cursor"], 0)
    fields.whole("updates.count", end["count"], 0)
    if end["after"] != after or not isinstance(end["more"], bool):
        raise BatchError("updates.after: not the page that was asked for")
    if hashlib.sha256(rows).hexdigest() != end["sha256"]:
        raise BatchError("updates.sha256: not the hash of the rows")


def _rows(rows: bytes, end: dict[str, Any]) -> list[dict[str, Any]]:
    found = []
    for line in rows.split(b"\n")[:-1]:
        try:
            row = fields.exactly("updates row", orjson.loads(line), {"cursor", "kind", "data"})
        except orjson.JSONDecodeError as error:
            raise BatchError("updates row: not JSON") from error
        fields.whole("updates row.cursor", row["cursor"], 0)
        fields.text("updates row.kind", row["kind"], 32)
        found.append(row)
    if len(found) != end["count"]:
        raise BatchError("updates.count: not the number of rows")
    return found


def _tried(row: Mapping[str, Any], take: Callable[[Any], None]) -> list[str]:
    try:
        take(row["data"])
    except (CallerError, KeyError, TypeError, ValueError) as error:
        why = str(error) if isinstance(error, CallerError) else "not of its form"
        return [f"update {row['cursor']} ({row['kind']}): {why}"]
    return []


def _take_cases(store: Store, rows: list[Mapping[str, Any]]) -> list[str]:
    """All in one transaction; one by one only when some row spoils that."""
    if not rows:
        return []
    try:
        store.put_cases([row["data"] for row in rows])
    except (KeyError, TypeError, ValueError):
        return [line for row in rows for line in _tried(row, store.put_case)]
    return []


def _take_form(store: Store, data: Mapping[str, Any]) -> None:
    """A form the centre published. One that cannot run here is refused now, never at the visitor's screen.

    So is other content under a version that is out already: answers in the field were given to what that asked.
    """
    from kiosk.forms.registry import Registry
    from kiosk.forms.xform import parse_form

    xform = data["xform"].encode("utf-8")
    digest = hashlib.sha256(xform).hexdigest()
    if digest != data["sha256"]:
        raise BatchError("its bytes are not those of its hash")
    form = parse_form(xform)
    if (form.id, form.version) != (data["form"], data["version"]):
        raise BatchError("its name and version are not those of its bytes")
    Registry(store=store).check_new(form)
    store.put_form(FormRow(data["form"], data["version"], digest, xform, "centre"))


def _take_list(store: Store, data: Mapping[str, Any]) -> None:
    store.put_list(data["name"], data["rows"])


def _take_backup(store: Store, data: Mapping[str, Any]) -> None:
    store.put_backup_covered(data["epoch"], data["seq"])


def _take_as_meta(name: str) -> Callable[[Store, Any], None]:
    return lambda store, data: store.set_meta(name, canonical(data).decode("utf-8"))


def _take_text(store: Store, data: Mapping[str, Any]) -> None:
    """Words the centre changed, such as the notice before a number; checked where they are shown."""
    if hashlib.sha256(data["text"].encode()).hexdigest() != data["sha256"]:
        raise BatchError("its bytes are not those of its hash")
    store.set_meta(f"text:{fields.text('text.name', data['name'], 64)}", data["text"])


def _take_keys(store: Store, data: Mapping[str, Any]) -> None:
    """The centre changes its keys: kept until the worker takes them over (sync/rotation.py), newest last."""
    waiting = orjson.loads(store.meta(HANDOVER) or "[]")
    if data not in waiting:
        store.set_meta(HANDOVER, orjson.dumps([*waiting, data]).decode())


_TAKE: Final[Mapping[str, Callable[[Store, Any], None]]] = {
    "card": Store.put_card,
    "totals": Store.put_totals,
    "list": _take_list,
    "form": _take_form,
    "backup": _take_backup,
    "keys": _take_keys,
    "config": _take_as_meta("config"),
    "catalogue": _take_as_meta("catalogue"),
    "text": _take_text,
}
