"""Is this terminal well? Checks as data: a name, a state, one line in two languages, and what to do about it.

Looks and never mends; imports nothing of Qt.
"""

import ctypes
import json
import os
import shutil
import sqlite3
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from kiosk import clock, deployed, runlock, selftest, sound
from kiosk.config import LANGUAGES, load_config
from kiosk.crashes import CrashBook
from kiosk.errors import ConfigError, KioskError, StoreNewer
from kiosk.opening import SUSPECT, heads_hold, quick_check, refuse_newer
from kiosk.rawfile import Connection
from kiosk.schema import KEY_SHIFT
from kiosk.sqlite import translated
from kiosk.staff import Doorkeeper
from kiosk.store import FILE
from kiosk.voices import Outtray

ASSETS: Final = Path(__file__).parents[1] / "assets"
FONTS: Final = (
    *("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf"),
    *("NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf"),
)
RIME_DATA: Final = Path("/usr/share/rime-data")
RIME_FILES: Final = ("luna_pinyin.dict.yaml", "essay.txt", "default.yaml", "stroke.dict.yaml")
PEN_PARTS: Final = ("numpy", "onnxruntime", "rapidocr")
PEN_MODEL: Final = Path("models", "PP-OCRv6_rec_small.onnx")
LOW, VERY_LOW = 2**30, 100 * 2**20  # bytes free on the disk
LATE_H: Final = 24  # hours after which unsent answers want somebody's attention


@dataclass(frozen=True, slots=True)
class Check:
    """state: "ok", "warn" or "fail". remedy_*: what to do, empty when all is well."""

    name: str
    state: str
    zh: str
    en: str
    remedy_zh: str
    remedy_en: str

    @property
    def line(self) -> str:
        """The check for people, on one line."""
        mark = {"ok": "✓", "warn": "!", "fail": "✗"}[self.state]
        remedy = f" → {self.remedy_zh} · {self.remedy_en}" if self.remedy_zh else ""
        return f"{mark} {self.name}: {self.zh} · {self.en}{remedy}"


@dataclass(frozen=True, slots=True)
class Patient:
    """What is looked at."""

    data: Path
    environ: Mapping[str, str]
    now: datetime
    root: Path = Path("/")


Finding = tuple[str, dict[str, Any]]  # state, what fills the braces


def examine(data: Path, environ: Mapping[str, str], now: datetime, root: Path = Path("/")) -> list[Check]:
    """Every check, in the order a technician would ask. Takes as long as reading the store's file once.

    root: where the machine's own files begin; another folder in an image that is being built.
    """
    words = tomllib.loads((ASSETS / "words" / "doctor.toml").read_text(encoding="utf-8"))
    patient = Patient(data, environ, now, root)
    findings = [
        *((name, look(patient)) for name, look in _MACHINE.items()),
        *_store(patient),
        *((name, look(patient)) for name, look in _PLACE.items()),
        *deployed.look(patient.root),
    ]
    return [_check(words, name, *finding) for name, finding in findings]


def is_well(checks: list[Check]) -> bool:
    """Whether nothing failed; warnings are advice."""
    return all(check.state != "fail" for check in checks)


def _check(words: Mapping[str, Any], name: str, state: str, filled: Mapping[str, Any]) -> Check:
    said = words[name][state]
    texts = [said.get(key, "").format_map(filled) for key in ("zh", "en", "fix_zh", "fix_en")]
    return Check(name, state, *texts)


def _python(_: Patient) -> Finding:
    python = ".".join(map(str, sys.version_info[:3]))
    try:
        qt = metadata.version("PySide6-Essentials")
    except metadata.PackageNotFoundError:
        return "warn", {}
    return qt_state(sys.version_info[:2], qt), {"python": python, "qt": qt}


def qt_state(python: tuple[int, ...], qt: str) -> str:
    """PySide6 6.12.0 loses a reference to None at every void call on Python before 3.12."""
    return "fail" if python < (3, 12) and qt.startswith("6.12") else "ok"


def _fonts(_: Patient) -> Finding:
    missing = [name for name in FONTS if not (ASSETS / "fonts" / name).is_file()]
    return ("fail" if missing else "ok"), {"missing": ", ".join(missing)}


def _pinyin(_: Patient) -> Finding:
    try:
        ctypes.CDLL("librime.so.1")
    except OSError:
        return "warn", {}
    return ("ok" if all((RIME_DATA / name).is_file() for name in RIME_FILES) else "warn"), {}


def _handwriting(_: Patient) -> Finding:
    """The model and what runs it: looked for, never loaded."""
    if missing := [name for name in PEN_PARTS if find_spec(name) is None]:
        return "warn", {"missing": ", ".join(missing)}
    spec = find_spec("rapidocr")
    folders = (spec.submodule_search_locations or ()) if spec else ()
    found = any((Path(folder) / PEN_MODEL).is_file() for folder in folders)
    return ("ok" if found else "warn"), {"missing": PEN_MODEL.name}


def _speech(patient: Patient) -> Finding:
    try:
        languages = load_config(patient.data, patient.environ).languages
    except ConfigError:
        languages = LANGUAGES
    missing = sound.lacking(languages, sound.installed_voices())
    return ("warn" if missing else "ok"), {"missing": ", ".join(missing)}


def _sound(patient: Patient) -> Finding:
    return ("ok" if sound.can_be_heard(patient.environ) else "warn"), {}


def _microphone(patient: Patient) -> Finding:
    """A microphone and what records with it: looked for, never opened."""
    missing = [name for name in ("sounddevice", "soundfile") if find_spec(name) is None]
    try:
        ctypes.CDLL("libportaudio.so.2")
    except OSError:
        missing.append("libportaudio2")
    if not sound.can_hear(patient.environ, patient.root / "dev" / "snd"):
        missing.append("/dev/snd/pcm*c")
    return ("warn" if missing else "ok"), {"missing": ", ".join(missing)}


def _folder(patient: Patient) -> Finding:
    probe = patient.data / ".probe"
    try:
        patient.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        probe.write_bytes(b"x")
        probe.unlink()
    except OSError:
        return "fail", {"folder": patient.data}
    return "ok", {"folder": patient.data}


def _disk(patient: Patient) -> Finding:
    try:
        free = shutil.disk_usage(_existing(patient.data)).free
    except OSError:
        return "fail", {"free": "?"}
    state = "fail" if free < VERY_LOW else "warn" if free < LOW else "ok"
    return state, {"free": f"{free / 2**30:.1f} GiB"}


def _existing(folder: Path) -> Path:
    return next((one for one in (folder, *folder.parents) if one.exists()), Path("/"))


def _store(patient: Patient) -> Iterator[tuple[str, Finding]]:
    """The store's own four checks, through a connection that cannot write."""
    path = patient.data / FILE
    if not os.path.lexists(path):
        yield "store", ("warn", {})
        return
    try:
        refuse_newer(path)
        address = f"{path.absolute().as_uri()}?mode=ro"
        with translated(path), closing(sqlite3.connect(address, uri=True, factory=Connection)) as db:
            if not quick_check(db) or not heads_hold(db):
                raise sqlite3.DatabaseError("damaged")
            findings = _told(db, int(patient.now.timestamp()))
    except StoreNewer as newer:
        yield "store", ("fail", {"why": newer})
    except (KioskError, sqlite3.Error):
        with suppress(OSError):
            path.with_name(path.name + SUSPECT).touch()  # the next opening looks as thoroughly, and mends
        yield "store", ("fail", {"why": path.name})
    else:
        yield from findings


def _told(db: sqlite3.Connection, now: int) -> list[tuple[str, Finding]]:
    (recorded, held) = db.execute("select sum(recorded), sum(held) from chains").fetchone()
    noted, parked = db.execute(
        "select count(*), count(*) filter (where state = 'parked') from records where reason is not null"
    ).fetchone()
    (oldest,) = db.execute("select min(recorded_at) from records where state in ('waiting', 'frozen')").fetchone()
    mended = db.execute("select value ->> '$.aside' from meta where name = 'rescued'").fetchone()
    hours = max(0, now - oldest) // 3600 if oldest else 0
    unsent = {"count": recorded - held - parked, "hours": hours}
    return [
        ("store", ("ok", {"recorded": recorded})),
        ("rescued", ("warn", {"aside": mended[0]}) if mended else ("ok", {})),
        ("parked", ("warn" if noted else "ok", {"count": noted})),
        ("unsent", ("warn" if hours >= LATE_H else "ok", unsent)),
        *_grades(db),
    ]


def _grades(db: sqlite3.Connection) -> Iterator[tuple[str, Finding]]:
    """What the last self-test of the five grades came to; nothing before the first one."""
    noted = db.execute("select value from meta where name = ?", (selftest.META,)).fetchone()
    if noted is None:
        return

    def state_of(epoch: str, seq: int) -> str | None:
        key = "(select number << ? from chains where epoch = ?) + ?"
        row = db.execute(f"select state from records where key = {key}", (KEY_SHIFT, epoch, seq)).fetchone()  # noqa: S608
        return row[0] if row else None

    found = selftest.read(json.loads(noted[0]), state_of)
    state = {"ok": "ok", "waiting": "warn", "fail": "fail"}[found.state]
    yield "grades", (state, {"day": found.day, "refused": ", ".join(sorted(found.refused))})


def _voices(patient: Patient) -> Finding:
    spoken = Outtray(patient.data)
    aside = spoken.aside()
    return ("warn" if aside else "ok"), {"count": len(spoken.names()), "aside": aside}


def _clock(patient: Patient) -> Finding:
    state = "ok" if clock.plausible(patient.now) else "fail"
    return state, {"now": patient.now.isoformat(timespec="seconds")}


def _running(patient: Patient) -> Finding:
    return ("ok" if patient.data.is_dir() and runlock.held(patient.data, "run") else "warn"), {}


def _enrolment(patient: Patient) -> Finding:
    return ("ok" if (patient.data / "enrolment.json").is_file() else "warn"), {}


def _config(patient: Patient) -> Finding:
    try:
        load_config(patient.data, patient.environ)
    except ConfigError as error:
        return "fail", {"why": error}
    return "ok", {}


def _diagonal(patient: Patient) -> Finding:
    try:
        config = load_config(patient.data, patient.environ)
    except ConfigError:
        return "warn", {"inch": "21.5"}
    return ("ok" if config.diagonal_inch else "warn"), {"inch": f"{config.diagonal:g}"}


def _pin(patient: Patient) -> Finding:
    try:
        door = Doorkeeper(patient.data, lambda: patient.now).door
    except ConfigError as error:
        return "fail", {"why": error}
    return ("ok" if door is not None and not door.locked else "warn"), {}


def _safe(patient: Patient) -> Finding:
    ends = CrashBook(patient.data, lambda: patient.now, "").ends
    return ("warn" if ends.safe_since else "ok"), {"since": ends.safe_since[:16].replace("T", " ")}


Look = Callable[[Patient], Finding]
_MACHINE: Final[Mapping[str, Look]] = {
    "python": _python,
    "fonts": _fonts,
    "pinyin": _pinyin,
    "handwriting": _handwriting,
    "speech": _speech,
    "sound": _sound,
    "microphone": _microphone,
    "folder": _folder,
    "disk": _disk,
    "clock": _clock,
}
_PLACE: Final[Mapping[str, Look]] = {
    "running": _running,
    "enrolment": _enrolment,
    "config": _config,
    "diagonal": _diagonal,
    "pin": _pin,
    "safe": _safe,
    "voices": _voices,
}
