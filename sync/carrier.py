"""The same batches as files: exported to a folder (a stick), settled from the receipt files that come back.

A batch is SOURCE-BATCH.xsb, the bytes that would go over the network; the centre's answer to it stands beside it as
SOURCE-BATCH.receipt.json. Sending a batch both ways is fine: it is one digest, and counted once.
"""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from kiosk.errors import BatchError, EnvironmentFault, KioskError, StoreFull
from kiosk.outbox import Frozen
from kiosk.store import Store
from kiosk.voices import Outtray
from sync import batch, fields, private, receipt, voices
from sync.courier import believe, build, clock_offset
from sync.identity import Enrolment, Identity
from sync.link import is_verdict
from sync.rotation import trusted

SUFFIX: Final = ".xsb"
VOICE_SUFFIX: Final = ".xsv"  # SOURCE-SHA256.xsv: a sealed spoken message, whole
RECEIPT_SUFFIX: Final = ".receipt.json"


@dataclass(frozen=True, slots=True)
class Exported:
    """A batch file that was written and read back."""

    path: Path
    count: int


@dataclass(frozen=True, slots=True)
class Settled:
    """What a receipt file did: how many records it settled that were not settled before."""

    path: Path
    count: int


@dataclass(frozen=True, slots=True)
class SetAside:
    """A file that settled nothing, and why, in one line."""

    path: Path
    why: str


def export(store: Store, identity: Identity, folder: Path) -> Iterator[Exported]:
    """Write every batch that no receipt has settled, the one under way by network too, and what waits as new ones.

    A file stands under its name only when it is on the disk and reads back the same. A batch that cannot be written
    down is split as if the centre had refused it. Raises StoreFull when the folder refuses.
    """
    _prepare(folder)
    while store.freeze(batch.RECORDS_MAX, batch.UNPACKED_MAX, offset_ms=clock_offset(store)) is not None:
        pass
    todo = store.frozen()
    while todo:
        frozen = todo.pop(0)
        if (known := store.batch(frozen.batch_id)) is None or known[1] != "frozen":
            continue  # settled by network meanwhile
        try:
            unpacked = build(store, frozen, identity)
        except BatchError as error:
            todo = store.retire(frozen.batch_id, str(error)) + todo
            continue
        path = folder / file_name(frozen)
        digest = hashlib.sha256(unpacked).digest()
        _write_and_check(
            path,
            batch.pack(unpacked),
            lambda draft, digest=digest: batch.unpack(_read_back(draft)).digest == digest,
        )
        yield Exported(path, frozen.count)
    yield from _export_voices(store, folder)


def _export_voices(store: Store, folder: Path) -> Iterator[Exported]:
    """Every spoken message that the centre does not hold yet. They count as no record."""
    tray, source = Outtray(store.path.parent), store.status().source.partition("/")[2]
    for name in tray.names():
        if (box := tray.read(name)) is not None:
            path = folder / f"{source}-{name}{VOICE_SUFFIX}"
            _write_and_check(path, box, lambda draft, box=box: _read_back(draft) == box)
            yield Exported(path, 0)


def file_name(frozen: Frozen) -> str:
    """What a batch is called on a stick."""
    return f"{frozen.source.partition('/')[2]}-{frozen.batch_id}{SUFFIX}"


def settle(
    store: Store, identity: Identity, enrolment: Enrolment, files: Iterable[Path]
) -> Iterator[Settled | SetAside]:
    """Settle from answers that the centre wrote for files, in any order, any of them twice. One outcome a file."""
    for path in files:
        try:
            yield Settled(path, _take(store, identity, enrolment, _read(path)))
        except EnvironmentFault:
            raise
        except KioskError as error:
            yield SetAside(path, str(error))


def _take(store: Store, identity: Identity, enrolment: Enrolment, line: bytes) -> int:
    if receipt.peek(line).get("format") == voices.FORMAT:
        return _take_voice(store, enrolment, line)
    document = receipt.read(line, trusted(store, enrolment))
    if document["source"] != store.status().source:
        raise BatchError("是另一台终端的回执 · the answer to another terminal")
    known = store.batch(document["batch"])
    if known is None:
        raise BatchError("本机没有这一批 · this terminal knows no such batch")
    if document["kind"] == "receipt":
        return believe(store, document, enrolment.sealing_key)
    frozen, state = known
    if state == "frozen":
        _refused(store, identity, frozen, document)
    why = f"{document['code']} {document['place']}: {document['why']}"
    raise BatchError(f"中心不收这一批 · the centre refused this batch: {why}")


def _take_voice(store: Store, enrolment: Enrolment, line: bytes) -> int:
    """The centre holds a spoken message whole: it need not lie here any longer."""
    name = fields.hex_("voice.sha256", receipt.peek(line).get("sha256"), 64)
    if voices.read(line, trusted(store, enrolment), name).whole:
        Outtray(store.path.parent).drop(name)
    return 0


def _refused(store: Store, identity: Identity, frozen: Frozen, refusal: Mapping[str, Any]) -> None:
    """Believe a refusal only of the very bytes we would write: a stick can spoil a file on its way."""
    unpacked = build(store, frozen, identity)
    if hashlib.sha256(unpacked).hexdigest() != refusal["digest"]:
        raise BatchError("文件在路上损坏了，请重新导出 · the file was damaged on its way; export it again")
    if is_verdict(refusal):
        store.retire(frozen.batch_id, f"{refusal['code']} {refusal['place']}: {refusal['why']}")


def _prepare(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreFull(f"{folder}: 无法写入 · cannot be written ({error.strerror})") from error


def _write_and_check(path: Path, packed: bytes, same: Callable[[Path], bool]) -> None:
    draft = path.with_name(f"{path.name}.part")
    try:
        _write(draft, packed)
        if not same(draft):
            raise StoreFull(f"{path}: 写入后读回不一致 · does not read back as it was written; try another stick")
        os.replace(draft, path)
        private.flush_folder(path.parent)
    except (OSError, BatchError) as error:
        why = error.strerror if isinstance(error, OSError) else str(error)
        raise StoreFull(f"{path}: 无法写入 · cannot be written ({why})") from error
    finally:
        with suppress(OSError):
            draft.unlink()


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _read_back(path: Path) -> bytes:
    """From the stick, as far as the system lets us pass its cache by."""
    with path.open("rb") as file:
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return file.read(batch.PACKED_MAX + 1)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(receipt.DOCUMENT_MAX + 1)
    except OSError as error:
        raise BatchError(f"读不出来 · cannot be read ({error.strerror})") from error
