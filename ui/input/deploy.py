"""The folder librime works in: schemas and dictionary of ours, built once, named after what they are made of."""

import hashlib
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import PartMissing
from ui.input.characters import Characters
from ui.input.lexicon import dictionary

DICTIONARY = "xinsheng_pinyin"
NEEDED = ("luna_pinyin.dict.yaml", "essay.txt", "default.yaml", "stroke.dict.yaml")
BUILT = "built"  # written last: a build that was cut off is begun again


@dataclass(frozen=True, slots=True)
class Workshop:
    """cache: a folder of ours that may be deleted at any time; shared: rime's data as the system installs it."""

    cache: Path
    schemas: Path
    shared: Path = Path("/usr/share/rime-data")


@dataclass(frozen=True, slots=True)
class Folder:
    path: Path

    @property
    def built(self) -> bool:
        return (self.path / BUILT).exists()

    def mark_built(self) -> None:
        (self.path / BUILT).touch()


def lay_out(workshop: Workshop, words: Sequence[str], characters: Characters) -> Folder:
    """Writes schemas and dictionary into their folder, unless it is built, and removes folders of other words.

    Raises PartMissing when the system's rime data is not installed or the cache cannot be written.
    """
    if missing := [name for name in NEEDED if not (workshop.shared / name).is_file()]:
        raise PartMissing(f"pinyin: {', '.join(missing)} not found (Debian: rime-data-luna-pinyin, rime-data-stroke)")
    files = {path.name: path.read_bytes() for path in sorted(workshop.schemas.glob("*.yaml"))}
    files[f"{DICTIONARY}.dict.yaml"] = dictionary(DICTIONARY, words, characters).encode()
    folder = Folder(workshop.cache / f"rime-{_fingerprint(files, workshop.shared)}")
    try:
        if not folder.built:
            _write(folder.path, files)
        for other in set(workshop.cache.glob("rime-*")) - {folder.path}:
            shutil.rmtree(other, ignore_errors=True)
    except OSError as error:
        raise PartMissing(f"pinyin: {workshop.cache}: {error.strerror}") from error
    return folder


def _write(folder: Path, files: dict[str, bytes]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)


def _fingerprint(files: dict[str, bytes], shared: Path) -> str:
    """Changes with our files and with an update of the system's data."""
    digest = hashlib.sha256()
    for name, content in files.items():
        digest.update(name.encode() + b"\0" + hashlib.sha256(content).digest())
    for name in NEEDED:
        digest.update(f"{(shared / name).stat().st_size} {(shared / name).stat().st_mtime_ns}".encode())
    return digest.hexdigest()[:16]
