"""The package for an outside judge: a Frictionless Data Package that proves itself without our code.

Heads and links of every chain byte for byte, bodies without anything of a person, a random sample that anybody can
draw again from the published seed, the method, and verify.py. The manifest is signed with the centre's key. Where a
venue had fewer than ten records in a week their heads are withheld; their links stand, so that the chain goes on.
"""

import csv
import hashlib
import heapq
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final, TextIO

from kiosk.errors import StoreFull
from sync.central.insight.kept_apart import Apart, look
from sync.central.insight.scrub import COLUMNS, LEAST_CELL, K, Seen, combinations, scrubbed, week_of
from sync.central.intake.models import Record
from sync.central.keys import Keys

PREFIX: Final = b"xinsheng-package/1\n"
HEADS: Final = ("source", "epoch", "seq", "venue", "week", "before", "head", "link")
SAMPLE: Final = ("rank", "source", "epoch", "seq", "sha256")
_FIELDS: Final = ("venue_id", "source", "epoch", "seq", "day", "type", "form", "grade", "body")
_CHUNK: Final = 2000
_VERIFY: Final = Path(__file__).with_name("verify_package.py")
_METHOD: Final = Path(__file__).parents[3] / "assets" / "central" / "package" / "method.md"
_TYPES: Final = {"seq": "integer", "rank": "integer", "grade": "integer", "duration_s": "integer"}


@dataclass(frozen=True, slots=True)
class Wish:
    """What the package covers. Both days included; venue None: all; sample: how many records."""

    first: date
    last: date
    seed: str
    sample: int = 200
    venue: str | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """How many rows each table has, how many heads were withheld, and how far people are kept apart."""

    heads: int
    withheld: int
    bodies: int
    sample: int
    apart: Apart


def make(folder: Path, wish: Wish, keys: Keys, today: date) -> Made:
    """Write the package into an empty folder. Raises StoreFull."""
    try:
        return _make(folder, wish, keys, today)
    except OSError as error:
        raise StoreFull(f"{folder}: cannot be written ({error.strerror})") from error


def _make(folder: Path, wish: Wish, keys: Keys, today: date) -> Made:
    folder.mkdir(parents=True, exist_ok=True)
    small = _small_weeks(wish)
    with (folder / "heads.csv").open("w", encoding="utf-8", newline="") as file:
        heads, withheld = _write_heads(file, wish, small)
    bodies = _write_bodies(folder, wish, small)
    with (folder / "sample.csv").open("w", encoding="utf-8", newline="") as file:
        drawn = _write_rows(file, SAMPLE, _sample(folder, wish))
    for name, source in (("verify.py", _VERIFY), ("method.md", _METHOD)):
        (folder / name).write_bytes(source.read_bytes())
    made = Made(heads, withheld, bodies, drawn, look(folder / "bodies.csv"))
    (folder / "datapackage.json").write_bytes(_description(wish, made, today))
    _sign(folder, wish, keys)
    return made


def draw(identities: Iterable[str], seed: str, count: int) -> list[str]:
    """The sample: the count identities whose sha256 with the seed is smallest, in that order. Anybody can repeat it."""
    return heapq.nsmallest(count, identities, key=lambda one: hashlib.sha256(f"{seed}/{one}".encode()).digest())


def _records(wish: Wish) -> Any:
    found = Record.objects.filter(day__range=(wish.first, wish.last))
    found = found if wish.venue is None else found.filter(venue_id=wish.venue)
    return found.order_by("source", "epoch", "seq", "body_hash")


def _seen(wish: Wish) -> Iterator[Seen]:
    for row in _records(wish).values_list(*_FIELDS).iterator(_CHUNK):
        *columns, body = row
        yield Seen(*columns, body=None if body is None else bytes(body))


def _small_weeks(wish: Wish) -> set[tuple[str, str]]:
    count: Counter[tuple[str, str]] = Counter()
    for venue, day in _records(wish).values_list("venue_id", "day").iterator(_CHUNK):
        count[venue, week_of(day)] += 1
    return {cell for cell, number in count.items() if number < LEAST_CELL}


def _write_heads(file: TextIO, wish: Wish, small: set[tuple[str, str]]) -> tuple[int, int]:
    writer = csv.DictWriter(file, HEADS)
    writer.writeheader()
    count = withheld = 0
    last: tuple[str, str, int] | None = None
    rows = _records(wish).values_list("source", "epoch", "seq", "venue_id", "day", "head", "link")
    for source, epoch, seq, venue, day, head, link in rows.iterator(_CHUNK):
        week = week_of(day)
        hidden = (venue, week) in small
        goes_on = last == (source, epoch, seq - 1)
        writer.writerow(
            {
                "source": source,
                "epoch": epoch,
                "seq": seq,
                "venue": venue,
                "week": week,
                "before": "" if goes_on else _link_before(source, epoch, seq),
                "head": "" if hidden else bytes(head).decode(),
                "link": bytes(link).hex(),
            }
        )
        last = (source, epoch, seq)
        count, withheld = count + 1, withheld + hidden
    return count, withheld


def _link_before(source: str, epoch: str, seq: int) -> str:
    """The link that leads to a record whose forerunner is not in the package."""
    link = Record.objects.filter(source=source, epoch=epoch, seq=seq - 1).values_list("link", flat=True).first()
    return bytes(32).hex() if link is None else bytes(link).hex()


def _write_bodies(folder: Path, wish: Wish, small: set[tuple[str, str]]) -> int:
    alike, salt = combinations(_seen(wish)), os.urandom(32)
    count = 0
    with (
        (folder / "bodies.csv").open("w", encoding="utf-8", newline="") as file,
        (folder / "rows.txt").open("w", encoding="ascii") as digests,
    ):
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        for record in _seen(wish):
            row = None if (record.venue, week_of(record.day)) in small else scrubbed(record, alike, salt)
            if row is not None:
                writer.writerow(row)
                digests.write(hashlib.sha256("\x1f".join(row.values()).encode()).hexdigest() + "\n")
                count += 1
    return count


def _sample(folder: Path, wish: Wish) -> Iterator[dict[str, object]]:
    with (folder / "bodies.csv").open(encoding="utf-8", newline="") as file:
        known = {f"{row['source']}/{row['epoch']}/{row['seq']}": row for row in csv.DictReader(file)}
    for rank, identity in enumerate(draw(known, wish.seed, wish.sample), 1):
        row = known[identity]
        yield {"rank": rank, **{name: row[name] for name in SAMPLE[1:]}}


def _write_rows(file: TextIO, columns: Iterable[str], rows: Iterable[dict[str, object]]) -> int:
    writer = csv.DictWriter(file, list(columns))
    writer.writeheader()
    count = 0
    for row in rows:
        writer.writerow(row)
        count += 1
    return count


def _description(wish: Wish, made: Made, today: date) -> bytes:
    """datapackage.json by the Data Package standard, version 1."""
    tables = {"heads": HEADS, "bodies": COLUMNS, "sample": SAMPLE}
    value = {
        "name": "xinsheng-evaluation",
        "profile": "tabular-data-package",
        "created": f"{today}T00:00:00Z",
        "period": {"first": str(wish.first), "last": str(wish.last)},
        "seed": wish.seed,
        "k_anonymity": {"k": K, "smallest": made.apart.smallest, "rows": made.apart.said, "holds": made.apart.holds},
        "least_cell": LEAST_CELL,
        "withheld_heads": made.withheld,
        "resources": [_resource(name, columns) for name, columns in tables.items()],
    }
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _resource(name: str, columns: Iterable[str]) -> dict[str, object]:
    fields = [{"name": column, "type": _TYPES.get(column, "string")} for column in columns]
    return {
        "name": name,
        "path": f"{name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "encoding": "utf-8",
        "schema": {"fields": fields, "missingValues": [""]},
    }


def _sign(folder: Path, wish: Wish, keys: Keys) -> None:
    files = {path.name: _digest(path) for path in sorted(folder.iterdir()) if path.name != "manifest.json"}
    public = bytes(keys.signing.verify_key).hex()
    signed = {"format": "xinsheng-package/1", "centre": keys.centre, "key": public, "seed": wish.seed, "files": files}
    plain = json.dumps(signed, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    signature = keys.signing.sign(PREFIX + plain).signature.hex()
    text = json.dumps({"signed": signed, "signature": signature}, ensure_ascii=False, indent=1)
    (folder / "manifest.json").write_text(text + "\n", "utf-8")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
