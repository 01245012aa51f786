"""Everything the centre keeps, keys included, as one file under a passphrase; and all of it back again.

A backup is read again from the disk before it counts. Only then terminals hear how far it reaches, and may drop the
boxes they still keep of records that it covers.
"""

import json
import os
import shutil
import tarfile
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from django.db import connection, transaction

from kiosk.errors import CallerError, UntrustedError
from kiosk.records import wire_time
from sync.central.intake import dumps, own
from sync.central.intake.models import Chain, Kept, Record
from sync.central.intake.updates import CURSOR, announce
from sync.central.keys import Keys, load
from sync.central.places import Places, write_private
from sync.central.ready import bring_up
from sync.central.sealed import Opener, Sealer

LAST: Final = "last_backup"
META: Final = "backup.json"
CURSOR_JUMP: Final = 2**32  # terminals may have seen cursors that a restored centre does not remember
PASSPHRASE_MIN: Final = 8


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was read again and found whole."""

    records: int
    size: int


def make(target: Path, passphrase: str, places: Places, *, now: datetime, keys: Keys) -> Made:
    """Writes the backup, reads it again, and tells terminals what it covers. Raises CallerError, EnvironmentFault."""
    _check(passphrase)
    draft = target.with_name(f".{target.name}.part")
    records, reach = Record.objects.count(), _reach()
    try:
        with _scratch(places) as folder:
            dumps.dump(folder / dumps.NAMES[connection.vendor])
            (folder / META).write_text(json.dumps(_meta(now, keys, records)))
            _seal(draft, passphrase, {**_named(folder.iterdir(), folder), **_named(_own_files(places), places.data)})
        _read_again(draft, passphrase)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    _cover(reach, now, target)
    return Made(records, target.stat().st_size)


def put_back(source: Path, passphrase: str, places: Places) -> dict[str, Any]:
    """Restores into an empty folder and database; what the backup said of itself.

    Terminals send again what came after the backup; the centre's own chain opens a new epoch.
    """
    if places.keys.exists():
        raise CallerError(f"{places.data}: a centre lives here already; restore into an empty folder")
    dumps.must_be_empty()
    with _scratch(places) as folder:
        _unseal(source, passphrase, folder)
        meta = json.loads((folder / META).read_text())
        if meta["database"] != connection.vendor:
            raise CallerError(f"the backup is of {meta['database']}, this database is {connection.vendor}")
        dumps.load(folder / dumps.NAMES[connection.vendor])
        for path in _own_files(Places(folder)):
            _put(path, places.data / path.relative_to(folder))
    bring_up(places)
    _go_on(load(places))
    return meta


def last_made() -> datetime | None:
    """When the last backup was made."""
    kept = Kept.objects.filter(name=LAST).first()
    return datetime.fromisoformat(kept.value["time"]) if kept else None


def _meta(now: datetime, keys: Keys, records: int) -> dict[str, Any]:
    return {"centre": keys.centre, "time": wire_time(now), "database": connection.vendor, "records": records}


def _own_files(places: Places) -> list[Path]:
    certificates = sorted(places.tls.iterdir()) if places.tls.exists() else []
    return [path for path in (places.keys, places.secret) if path.exists()] + certificates


def _named(paths: Iterable[Path], folder: Path) -> dict[str, Path]:
    return {str(path.relative_to(folder)): path for path in paths}


def _seal(target: Path, passphrase: str, members: dict[str, Path]) -> None:
    write_private(target, b"")
    with target.open("r+b") as file:
        with Sealer(file, passphrase) as sealer, tarfile.open(mode="w|", fileobj=sealer) as tar:
            for name, path in members.items():
                tar.add(path, arcname=name, recursive=False)
        file.flush()
        os.fsync(file.fileno())


def _read_again(path: Path, passphrase: str) -> None:
    with path.open("rb") as file, tarfile.open(mode="r|", fileobj=Opener(file, passphrase)) as tar:
        if META not in [member.name for member in tar]:
            raise UntrustedError(f"{path}: what was written cannot be read again")


def _unseal(source: Path, passphrase: str, folder: Path) -> None:
    try:
        with source.open("rb") as file, tarfile.open(mode="r|", fileobj=Opener(file, passphrase)) as tar:
            tar.extractall(folder, filter="data")
    except tarfile.TarError as error:
        raise UntrustedError(f"{source}: not a backup of this program") from error


def _put(path: Path, target: Path) -> None:
    target.parent.mkdir(mode=0o700, exist_ok=True)
    path.chmod(0o600)
    path.replace(target)


def _reach() -> list[tuple[str, str, int]]:
    """How far a backup that begins now will reach, at the least."""
    return list(Chain.objects.values_list("source", "epoch", "seq"))


def _cover(reach: list[tuple[str, str, int]], now: datetime, target: Path) -> None:
    with transaction.atomic():
        for source, epoch, seq in reach:
            Chain.objects.filter(source=source, epoch=epoch).update(covered=seq)
            data = {"source": source, "epoch": epoch, "seq": seq}
            announce("backup", f"{source}/{epoch}", data, source=source)
        Kept.objects.update_or_create(name=LAST, defaults={"value": {"time": wire_time(now), "file": target.name}})


def _go_on(keys: Keys) -> None:
    with transaction.atomic():
        own.start_again(keys)
        kept, _ = Kept.objects.get_or_create(name=CURSOR, defaults={"value": 0})
        kept.value += CURSOR_JUMP
        kept.save()


def _check(passphrase: str) -> None:
    if len(passphrase) < PASSPHRASE_MIN:
        raise CallerError(f"passphrase: at least {PASSPHRASE_MIN} characters")


@contextmanager
def _scratch(places: Places) -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix=".backup-", dir=places.data))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
