"""Custody's tables without the ORM, in the two dialects that differ: what decides how fast records come in.

Rows are tuples in the order of RECORD. Everything here expects to run inside a transaction.
"""

import hashlib
from collections.abc import Sequence
from typing import Any, Final

from django.db import connection

from kiosk.records import NO_LINK

RECORD: Final = {  # column: its type in PostgreSQL, which a binary COPY must be told
    "venue_id": "varchar",
    "source": "varchar",
    "epoch": "varchar",
    "seq": "int8",
    "body_hash": "bytea",
    "type": "varchar",
    "day": "date",
    "form": "varchar",
    "grade": "int2",
    "head": "bytea",
    "body": "bytea",
    "link": "bytea",
    "batch_digest": "bytea",
    "state": "varchar",
    "reason": "varchar",
    "received_at": "timestamptz",
}
_BATCH: Final = "digest, batch_id, source, epoch, first, last, count, header, trailer, receipt, fork, received_at, via"
_INSERT: Final = f"INSERT INTO intake_record ({', '.join(RECORD)}) VALUES ({', '.join(['%s'] * len(RECORD))})"  # noqa: S608
_COPY: Final = f"COPY intake_record ({', '.join(RECORD)}) FROM STDIN (FORMAT BINARY)"
_INSERT_BATCH: Final = f"INSERT INTO intake_batch ({_BATCH}) VALUES ({', '.join(['%s'] * 13)})"  # noqa: S608


def lock(source: str) -> None:
    """Nobody else writes records of this source until the transaction ends.

    SQLite has one writer anyway; PostgreSQL takes an advisory lock, so that the same batch twice at once waits here
    and then finds itself done.
    """
    if connection.vendor == "postgresql":
        number = int.from_bytes(hashlib.sha256(source.encode()).digest()[:8], "big", signed=True)
        _execute("SELECT pg_advisory_xact_lock(%s)", [number])


def stored_receipt(digest: bytes) -> bytes | None:
    """The receipt of a batch that was taken before."""
    row = _execute("SELECT receipt FROM intake_batch WHERE digest = %s", [digest])
    return bytes(row[0][0]) if row else None


def held(source: str, epoch: str, first: int, last: int) -> dict[int, list[tuple[bytes, bytes, bytes]]]:
    """What is held from seq first to last: by seq, one (body hash, head, link) for each branch."""
    rows = _execute(
        "SELECT seq, body_hash, head, link FROM intake_record"
        " WHERE source = %s AND epoch = %s AND seq BETWEEN %s AND %s",
        [source, epoch, first, last],
    )
    found: dict[int, list[tuple[bytes, bytes, bytes]]] = {}
    for seq, body_hash, head, link in rows:
        found.setdefault(seq, []).append((bytes(body_hash), bytes(head), bytes(link)))
    return found


def newest(source: str, epoch: str, below: int = 2**62) -> tuple[int, bytes]:
    """The highest seq held of a chain below a seq, and a link after it; 0 and no link where there is none."""
    rows = _execute(
        "SELECT seq, link FROM intake_record WHERE source = %s AND epoch = %s AND seq < %s ORDER BY seq DESC LIMIT 1",
        [source, epoch, below],
    )
    return (rows[0][0], bytes(rows[0][1])) if rows else (0, NO_LINK)


def tip(source: str, epoch: str) -> tuple[int, bytes, int | None]:
    """Up to which seq everything of a chain is held, the link after it, and the seq up to which backups hold it."""
    rows = _execute("SELECT seq, link, covered FROM intake_chain WHERE source = %s AND epoch = %s", [source, epoch])
    return (rows[0][0], bytes(rows[0][1]), rows[0][2]) if rows else (0, NO_LINK, None)


def run_after(source: str, epoch: str, seq: int, link: bytes) -> tuple[int, bytes]:
    """The end of the run of held records that goes on after seq: what a filled gap joins."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT seq, link FROM intake_record WHERE source = %s AND epoch = %s AND seq > %s ORDER BY seq",
            [source, epoch, seq],
        )
        for next_seq, next_link in cursor:
            if next_seq > seq + 1:
                break
            seq, link = next_seq, bytes(next_link)
    return seq, link


def move_tip(source: str, epoch: str, seq: int, link: bytes) -> None:
    """Everything up to seq is held from now on."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO intake_chain (source, epoch, seq, link) VALUES (%s, %s, %s, %s)"
            " ON CONFLICT (source, epoch) DO UPDATE SET seq = excluded.seq, link = excluded.link",
            [source, epoch, seq, link],
        )


def insert_records(rows: Sequence[Sequence[Any]]) -> None:
    """Adds records that are known not to be there: the caller holds the lock and has looked."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(_COPY) as copy:
                copy.set_types(list(RECORD.values()))
                for row in rows:
                    copy.write_row(row)
        else:
            cursor.executemany(_INSERT, rows)


def insert_batch(row: Sequence[Any]) -> None:
    """Adds a batch with its receipt; a row in the order of the table's own columns."""
    with connection.cursor() as cursor:
        cursor.execute(_INSERT_BATCH, row)


def _execute(sql: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall()
