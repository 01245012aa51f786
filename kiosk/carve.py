"""Read records out of a SQLite file that SQLite no longer reads.

Every record proves itself: its head by the link, its body by the hash in the head. So whatever looks like a row of
the records table on any leaf page may be tried, and what does not prove itself is left behind.
File format: https://www.sqlite.org/fileformat2.html §1.6 (b-tree pages), §2.1 (records), §4.1 (write-ahead log).
"""

import hashlib
import os
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import orjson

from kiosk import records
from kiosk.errors import RecordError
from kiosk.rawfile import reading_raw
from kiosk.schema import KEY_SHIFT

COLUMNS: Final = 10  # of the records table in its first shape; later shapes add behind
_LEAF = 0x0D
_WAL_HEADER, _FRAME_HEADER = 32, 24
_STATES = frozenset({"waiting", "frozen", "held", "parked"})
_INT_SIZES = (0, 1, 2, 3, 4, 6, 8)


@dataclass(frozen=True, slots=True)
class Row:
    """A record as it lay in the file: chain is its chain's number there; state "parked" if part of it is damaged.

    linked: its head is proven by its link; else only the body is, and what the head says may be wrong.
    """

    linked: bool
    chain: int
    epoch: str
    source: str
    seq: int
    type: str
    head: bytes
    link_before: bytes
    link: bytes
    state: str
    body: bytes | None
    box: bytes | None
    recorded_at: int | None
    settled_at: int | None
    reason: str | None


def carve(path: Path, log: bytes) -> Iterator[Row]:
    """Every record that proves itself in a store's file and its write-ahead log; the newest state comes first."""
    with _bytes_of(path) as main:
        size = _page_size(main, log)
        newest, _ = _frames(log, size)
        every = sorted({*range(1, len(main) // size + 1), *newest})
        for pages, numbers in (
            (_Pages(main, size, newest), every),
            (_Pages(main, size, {}), sorted(newest)),  # what the log replaced, should the log be what is damaged
        ):
            for number in numbers:
                for key, values in _leaf(pages, number):
                    if (row := _row(key, values)) is not None:
                        yield row


def committed_frames(log: bytes) -> int:
    """How many frames of a write-ahead log claim to be committed; SQLite believes fewer where one is damaged."""
    return _frames(log, _page_size(b"", log))[1]


def _row(key: int, values: list[Any]) -> Row | None:
    """The record in a table row; None when it is none of ours or proves nothing."""
    if len(values) < COLUMNS:
        return None
    _, head, before, link, state, body, box, recorded_at, settled_at, reason = values[:COLUMNS]
    if not isinstance(head, bytes) or not isinstance(before, bytes) or len(before) != 32:
        return None
    try:
        fields = records.read_head(orjson.loads(head))
        canonical = records.canonical(fields) == head
    except (RecordError, orjson.JSONDecodeError):
        return None
    linked = canonical and records.next_link(before, head) == link
    body = body if isinstance(body, bytes) else None
    hashed = body is not None and hashlib.sha256(body).hexdigest() == fields["body"]
    if not linked and not (hashed and fields["seq"] == key & (1 << KEY_SHIFT) - 1):
        return None
    sound = linked and (hashed or body is None)
    return Row(
        linked=linked,
        chain=key >> KEY_SHIFT,
        epoch=fields["epoch"],
        source=fields["source"],
        seq=fields["seq"],
        type=fields["type"],
        head=head,
        link_before=before,
        link=records.next_link(before, head),
        state=state if sound and state in _STATES else "parked",
        body=body,
        box=box if isinstance(box, bytes) else None,
        recorded_at=recorded_at if isinstance(recorded_at, int) else None,
        settled_at=settled_at if isinstance(settled_at, int) else None,
        reason=(reason if isinstance(reason, str) else None) if sound else "damaged on this terminal's disk",
    )


@dataclass(frozen=True, slots=True)
class _Content:
    """A file's bytes by slices. An mmap would close a descriptor of its own, and the process's locks with it."""

    handle: int
    size: int

    def __len__(self) -> int:
        return self.size

    def __getitem__(self, part: slice) -> bytes:
        start, stop, _ = part.indices(self.size)
        return os.pread(self.handle, max(0, stop - start), start)


@dataclass(frozen=True, slots=True)
class _Pages:
    main: Any  # bytes or _Content
    size: int
    newest: dict[int, bytes]

    def __getitem__(self, number: int) -> bytes:
        if number in self.newest:
            return self.newest[number]
        return self.main[(number - 1) * self.size : number * self.size]


def _leaf(pages: _Pages, number: int) -> Iterator[tuple[int, list[Any]]]:
    """Row number and values of each cell of a table leaf page; nothing for any other page."""
    page = pages[number]
    start = 100 if number == 1 else 0
    if len(page) != pages.size or page[start] != _LEAF:
        return
    (count,) = struct.unpack_from(">H", page, start + 3)
    for index in range(min(count, (pages.size - start - 8) // 2)):
        (place,) = struct.unpack_from(">H", page, start + 8 + 2 * index)
        try:
            length, place = _varint(page, place)
            key, place = _varint(page, place)
            yield key, _values(_payload(pages, page, place, length))
        except (IndexError, struct.error, ValueError, UnicodeDecodeError):
            continue


def _payload(pages: _Pages, page: bytes, place: int, length: int) -> bytes:
    """A cell's payload, its overflow pages joined."""
    usable = pages.size
    if length > 4 * records.LINE_MAX:
        raise ValueError("longer than any record")
    if length <= usable - 35:
        return page[place : place + length]
    least = (usable - 12) * 32 // 255 - 23
    local = least + (length - least) % (usable - 4)
    local = local if local <= usable - 35 else least
    parts = [page[place : place + local]]
    (following,) = struct.unpack_from(">I", page, place + local)
    missing = length - local
    while missing > 0 and following:
        overflow = pages[following]
        parts.append(overflow[4 : 4 + missing])
        missing -= usable - 4
        (following,) = struct.unpack_from(">I", overflow, 0)
    return b"".join(parts)


def _values(payload: bytes) -> list[Any]:
    """The columns of a record in SQLite's record format."""
    header_end, place = _varint(payload, 0)
    kinds = []
    while place < header_end:
        kind, place = _varint(payload, place)
        kinds.append(kind)
    values = []
    for kind in kinds:
        size = _size(kind)
        if place + size > len(payload):
            raise ValueError("cut off")
        values.append(_value(kind, payload[place : place + size]))
        place += size
    return values


def _size(kind: int) -> int:
    if kind >= 12:
        return (kind - 12) // 2
    return _INT_SIZES[kind] if kind < 7 else 8 if kind == 7 else 0


def _value(kind: int, raw: bytes) -> Any:
    if kind in {0, 7} or 9 < kind < 12:
        return None
    if kind in (8, 9):
        return kind - 8
    if kind < 7:
        return int.from_bytes(raw, "big", signed=True)
    return raw.decode() if kind % 2 else raw


def _varint(data: bytes, place: int) -> tuple[int, int]:
    value = 0
    for index in range(8):
        byte = data[place + index]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + index + 1
    return value << 8 | data[place + 8], place + 9


def _page_size(main: Any, log: bytes) -> int:
    """From the file's header, else from the log's, else SQLite's own default."""
    for size in (
        struct.unpack(">H", main[16:18])[0] if len(main) >= 100 else 0,
        struct.unpack(">I", log[8:12])[0] if len(log) >= _WAL_HEADER else 0,
    ):
        if 512 <= size <= 32768 and size & (size - 1) == 0:
            return size
    return 4096


def _frames(log: bytes, size: int) -> tuple[dict[int, bytes], int]:
    """The newest committed content of each page in a write-ahead log, and the number of frames up to the last commit.

    A log that was begun again has frames of its earlier life behind, under other salts. Should the header be what is
    damaged, the first frame tells the salts.
    """
    committed: dict[int, bytes] = {}
    pending: dict[int, bytes] = {}
    count = 0
    step = _FRAME_HEADER + size
    places = range(_WAL_HEADER, len(log) - step + 1, step)
    salts = log[16:24]
    if not any(log[place + 8 : place + 16] == salts for place in places):
        salts = log[_WAL_HEADER + 8 : _WAL_HEADER + 16]
    for index, place in enumerate(places, 1):
        number, pages_after = struct.unpack(">II", log[place : place + 8])
        if log[place + 8 : place + 16] != salts:
            continue
        pending[number] = log[place + _FRAME_HEADER : place + step]
        if pages_after:
            committed |= pending
            pending = {}
            count = index
    return committed, count


@contextmanager
def _bytes_of(path: Path) -> Iterator[Any]:
    if not path.is_file() or path.stat().st_size == 0:
        yield b""
        return
    with reading_raw(path) as handle:
        yield _Content(handle, os.fstat(handle).st_size)
