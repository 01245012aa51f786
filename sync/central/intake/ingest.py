"""Batches that came as files: the same custody, and the answer as a file beside them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from kiosk.errors import KioskError
from sync.batch import PACKED_MAX
from sync.central.intake import custody, voices
from sync.central.intake.verdicts import Verdict
from sync.central.keys import Keys
from sync.central.places import write_whole

SUFFIX: Final = ".xsb"
VOICE: Final = ".xsv"
RECEIPT: Final = ".receipt.json"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file. new counts records; line is for people, and never says what a visitor said."""

    path: Path
    line: str
    new: int = 0
    failed: bool = False


def ingest(paths: Iterable[Path], out: Path | None, *, now: datetime, keys: Keys) -> Iterator[Outcome]:
    """Takes every file, in any order and however often, and writes its receipt to `out` or beside it.

    A folder stands for the batch files in it. A file that is no batch of ours fails alone.
    """
    for path in _files(paths):
        if path.is_dir():
            yield Outcome(path, f"no batch file ({SUFFIX}) lies in this folder", failed=True)
            continue
        try:
            yield _take(path, out or path.parent, now, keys)
        except KioskError as error:
            yield Outcome(path, str(error), failed=True)
        except OSError as error:
            yield Outcome(path, error.strerror or str(error), failed=True)


def receipt_name(batch: Path) -> str:
    """NAME.receipt.json for NAME.xsb, as sync/batch.md has it."""
    return (batch.stem if batch.suffix in {SUFFIX, VOICE} else batch.name) + RECEIPT


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted([*path.glob(f"*{SUFFIX}"), *path.glob(f"*{VOICE}")]) or [path]
        else:
            yield path


def _take(path: Path, out: Path, now: datetime, keys: Keys) -> Outcome:
    with path.open("rb") as file:
        packed = file.read(PACKED_MAX + 1)
    if path.suffix == VOICE:
        line = voices.take_file(path.stem, packed, now=now, keys=keys)
        write_whole(out / receipt_name(path), line + b"\n")
        return Outcome(path, "a spoken message")
    verdict = custody.take(packed, None, via="file", now=now, keys=keys)
    if verdict.named.is_known:
        write_whole(out / receipt_name(path), verdict.line + b"\n")
    return Outcome(path, _says(verdict), verdict.new, failed=not verdict.is_receipt)


def _says(verdict: Verdict) -> str:
    if not verdict.is_receipt and not verdict.named.is_known:
        return f"no batch file of a terminal ({SUFFIX}), or a damaged one: {verdict.problem}"
    if not verdict.is_receipt:
        return f"refused: {verdict.problem}"
    return "held already, the same receipt again" if verdict.again else f"{verdict.new} new records"
