"""What a centre takes in a second: custody alone, behind one to four server processes, and the projector after it.

XINSHENG_RECORDS says how many for each run (20,000), from four terminals at once. Batches are made beforehand, so what
is left is the centre. On SQLite, and on PostgreSQL where it is installed. The limit is the same rows put into the same
table by one connection and nothing else: executemany and COPY, 500 a transaction.
"""

import hashlib
import os
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import psycopg
import requests

from kiosk import records
from kiosk.store import FILE, Store
from sync import batch
from sync.identity import load_identity, need_enrolment
from tests.bench import centres, sync
from tests.bench.figures import Figure
from tests.faults.kit import House

RECORDS = int(os.environ.get("XINSHENG_RECORDS", "20000"))
TERMINALS = 4
PROCESSES = (1, 2, 4)
PROJECTED = 2000  # records; it takes as long for each
COLUMNS = (  # as custody writes them; its test holds the two together
    *("venue_id", "source", "epoch", "seq", "body_hash", "type", "day", "form", "grade"),
    *("head", "body", "link", "batch_digest", "state", "reason", "received_at"),
)


def measure() -> Iterator[Figure]:
    for database in centres.databases():
        for count in PROCESSES:
            yield from _taken(database, count)


def _taken(database: str, count: int) -> Iterator[Figure]:
    """All four terminals at once, against so many processes."""
    with tempfile.TemporaryDirectory() as name, centres.database(database) as url:
        house = House(Path(name) / "central", url)
        house.centre.done("enrol-code", "lobby")
        with centres.workers(house, count) as server:
            senders = [_Sender(Path(name) / f"t{n}", house) for n in range(TERMINALS)]
            before, began = centres.cost(server), time.perf_counter()
            with ThreadPoolExecutor(TERMINALS) as crowd:
                list(crowd.map(_Sender.send, senders))
            took, after = time.perf_counter() - began, centres.cost(server)
        sent = sum(sender.count for sender in senders)
        assert house.centre.sql("select count(*) from intake_record")[0][0] == sent
        limit = _limit(house, [row for sender in senders for row in sender.rows()])
        yield Figure(f"ingest.{database}.{count}", sent / took, "records/s", limit)
        if count == 1:
            worked = (after.processor_s - before.processor_s) / sent
            yield Figure(f"ingest.{database}.processor", worked * 1e6, "µs/record")
            yield Figure(f"ingest.{database}.rows_alone", limit, "records/s")
            yield Figure(f"ingest.{database}.projector", _projected(house), "records/s")


class _Sender:
    """A terminal with all its batches in memory."""

    def __init__(self, home: Path, house: House) -> None:
        home.mkdir()
        with Store.open(home / FILE, sync.now) as store:
            sync.enrol_home(home, store, house)
            self._source = store.status().source
        self._token, self._url = need_enrolment(home).token, f"{house.centre.url}/api/v1/batches"
        self._frames: list[batch.Frame] = []
        self._packed = list(self._written(load_identity(home).signing))
        self.count = RECORDS // TERMINALS

    def _written(self, key: Any) -> Iterator[bytes]:
        epoch, link = records.new_epoch(), records.NO_LINK
        clock = {"boot": "bench", "mono_ms": 1, "offset_ms": None, "wall": records.wire_time(datetime.now(UTC))}
        for first in range(1, RECORDS // TERMINALS + 1, batch.RECORDS_MAX):
            last = min(first + batch.RECORDS_MAX - 1, RECORDS // TERMINALS)
            made = [_record(self._source, epoch, seq) for seq in range(first, last + 1)]
            header = batch.make_header(
                batch=str(records.new_id(sync.now())),
                source=self._source,
                epoch=epoch,
                first=first,
                last=last,
                link=link,
                clock=clock,
            )
            for record in made:
                link = records.next_link(link, record.head)
            packed = batch.pack(batch.write(header, [record.line for record in made], link, key))
            self._frames.append(batch.read_frame(packed))
            yield packed

    def send(self) -> None:
        session = requests.Session()
        headers = {"Authorization": f"Bearer {self._token}", "Content-Type": "application/gzip"}
        for packed in self._packed:
            while (answer := session.post(self._url, data=packed, headers=headers, timeout=60)).status_code != 201:
                assert answer.status_code in (429, 503), answer.text
                time.sleep(0.1)

    def rows(self) -> Iterator[Sequence[Any]]:
        """The rows that custody makes of it."""
        at = datetime.now(UTC)
        for frame in self._frames:
            parts = zip(frame.heads, frame.head_bytes, frame.bodies, frame.links, strict=True)
            for head, head_bytes, body, link in parts:
                yield (
                    *("lobby", head["source"], head["epoch"], head["seq"], hashlib.sha256(body or b"").digest()),
                    *(head["type"], date.fromisoformat(head["day"]), head["form"], head["grade"]),
                    *(head_bytes, body, link, frame.digest, "new", "", at),
                )


def _record(source: str, epoch: str, seq: int) -> records.Record:
    entry = sync.entry(seq)
    return records.build(
        source=source,
        epoch=epoch,
        seq=seq,
        type_=entry.type,
        body=entry.body,
        day=entry.body["time"][:10],
        form=entry.form,
        form_version=entry.form_version,
        grade=entry.grade,
    )


def _limit(house: House, rows: list[Sequence[Any]]) -> float:
    """Rows a second into an empty table of the same shape."""
    house.centre.sql("delete from intake_record")
    put = _copied if house.centre.database_url else _put
    return len(rows) / put(house, rows)


def _projected(house: House) -> float:
    """Records a second that become cases, by one process with nothing beside it."""
    house.centre.sql("delete from intake_record where seq > ?", PROJECTED // TERMINALS)
    began = time.perf_counter()
    house.centre.done("work")
    return min(PROJECTED, RECORDS) / (time.perf_counter() - began)


def _put(house: House, rows: list[Sequence[Any]]) -> float:
    holes = ", ".join("?" * len(COLUMNS))
    plain = [tuple(str(cell) if isinstance(cell, date) else cell for cell in row) for row in rows]
    store = sqlite3.connect(house.centre.data / "central.db")
    store.execute("pragma synchronous = full")

    def keep(part: list[Sequence[Any]]) -> None:
        with store:
            store.executemany(f"insert into intake_record ({', '.join(COLUMNS)}) values ({holes})", part)

    took = _timed(keep, plain)
    store.close()
    return took


def _copied(house: House, rows: list[Sequence[Any]]) -> float:
    assert house.centre.database_url is not None
    with psycopg.connect(house.centre.database_url) as store:

        def keep(part: list[Sequence[Any]]) -> None:
            with store.cursor().copy(f"copy intake_record ({', '.join(COLUMNS)}) from stdin") as copy:  # type: ignore[arg-type]
                for row in part:
                    copy.write_row(row)
            store.commit()

        return _timed(keep, rows)


def _timed(keep: Callable[[list[Any]], None], rows: list[Any]) -> float:
    began = time.perf_counter()
    for at in range(0, len(rows), batch.RECORDS_MAX):
        keep(rows[at : at + batch.RECORDS_MAX])
    return time.perf_counter() - began
