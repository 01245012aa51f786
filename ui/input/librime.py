"""The few calls of librime's C interface (version 1.x) that a keyboard needs, through ctypes.

A struct of rime's begins with its own size less that of the size field: so an older library knows what we know.
"""

import ctypes
from collections.abc import Callable, Iterator
from ctypes import POINTER, byref, c_char_p, c_int, c_size_t, c_void_p, sizeof
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from kiosk.errors import PartMissing

SILENT = 3  # glog's levels: only what ends the process
NAME = b"xinsheng"
# rime_get_api() hands out a table of functions: its size, then one pointer a place; later versions only append.
SELECT_SCHEMA, SELECT_CANDIDATE = 35, 72


class _Sized(ctypes.Structure):
    def __init__(self) -> None:
        super().__init__()
        self.data_size = sizeof(type(self)) - sizeof(c_int)


class _Traits(_Sized):
    _fields_ = (
        ("data_size", c_int),
        ("shared_data_dir", c_char_p),
        ("user_data_dir", c_char_p),
        ("distribution_name", c_char_p),
        ("distribution_code_name", c_char_p),
        ("distribution_version", c_char_p),
        ("app_name", c_char_p),
        ("modules", POINTER(c_char_p)),
        ("min_log_level", c_int),
        ("log_dir", c_char_p),
        ("prebuilt_data_dir", c_char_p),
        ("staging_dir", c_char_p),
    )


class _Composition(ctypes.Structure):
    _fields_ = (
        ("length", c_int),
        ("cursor_pos", c_int),
        ("sel_start", c_int),
        ("sel_end", c_int),
        ("preedit", c_char_p),
    )


class _Candidate(ctypes.Structure):
    _fields_ = (("text", c_char_p), ("comment", c_char_p), ("reserved", c_void_p))


class _Menu(ctypes.Structure):
    _fields_ = (
        ("page_size", c_int),
        ("page_no", c_int),
        ("is_last_page", c_int),
        ("highlighted", c_int),
        ("count", c_int),
        ("candidates", POINTER(_Candidate)),
        ("select_keys", c_char_p),
    )


class _Context(_Sized):
    _fields_ = (
        ("data_size", c_int),
        ("composition", _Composition),
        ("menu", _Menu),
        ("preview", c_char_p),
        ("labels", POINTER(c_char_p)),
    )


class _Commit(_Sized):
    _fields_ = (("data_size", c_int), ("text", c_char_p))


class _Walk(ctypes.Structure):
    _fields_ = (("inner", c_void_p), ("index", c_int), ("candidate", _Candidate))


def _text(value: bytes | None) -> str:
    return value.decode("utf-8", "replace") if value else ""


def _select_candidate(lib: ctypes.CDLL) -> Callable[[int, int], int]:
    """The one function that has no name of its own. A neighbour that has one proves that the table is as we know it."""
    lib.rime_get_api.restype = POINTER(c_void_p)
    table = lib.rime_get_api()
    if not table or table[SELECT_SCHEMA] != ctypes.cast(lib.RimeSelectSchema, c_void_p).value:
        raise AttributeError("rime_get_api")
    return ctypes.CFUNCTYPE(c_int, c_size_t, c_size_t)(table[SELECT_CANDIDATE])


def _give_back() -> None:
    """Building the dictionary takes 240 MB, which glibc would keep until the terminal is switched off."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a session shows now: preedit, and what it would commit if it had to."""

    preedit: str
    preview: str


class Librime:
    """The library, loaded. It knows one set of folders a process, and its sessions belong to one thread."""

    def __init__(self, name: str = "librime.so.1") -> None:
        """Raises PartMissing when the library is not installed."""
        try:
            self._lib = ctypes.CDLL(name)
            self._lib.RimeCreateSession.restype = c_size_t
            self._select = _select_candidate(self._lib)
        except (OSError, AttributeError) as error:
            raise PartMissing(f"pinyin: {name} cannot be used (Debian: librime1)") from error

    def start(self, shared: Path, user: Path) -> None:
        """Reads `shared`, keeps what it builds in `user`. May be called again with other folders after stop()."""
        traits = _Traits()
        traits.shared_data_dir, traits.user_data_dir = bytes(shared), bytes(user)
        traits.distribution_name = traits.distribution_code_name = traits.app_name = NAME
        traits.distribution_version = b"1"
        traits.min_log_level, traits.log_dir = SILENT, b""  # an empty folder: rime keeps no log files
        self._lib.RimeSetup(byref(traits))
        self._lib.RimeInitialize(byref(traits))

    def deploy(self) -> None:
        """Builds dictionaries and schemas that are not built yet. Takes seconds; returns when done."""
        if self._lib.RimeStartMaintenance(1):
            self._lib.RimeJoinMaintenanceThread()
            _give_back()

    def stop(self) -> None:
        self._lib.RimeCleanupAllSessions()
        self._lib.RimeFinalize()

    def open(self, schema: str) -> int:
        """A new session. Raises PartMissing when the schema could not be built."""
        session = self._lib.RimeCreateSession()
        if not session or not self._lib.RimeSelectSchema(c_size_t(session), schema.encode()):
            raise PartMissing(f"pinyin: schema {schema} could not be built (Debian: rime-data-luna-pinyin)")
        return session

    def close(self, session: int) -> None:
        self._lib.RimeDestroySession(c_size_t(session))

    def press(self, session: int, keysym: int) -> None:
        self._lib.RimeProcessKey(c_size_t(session), keysym, 0)

    def select(self, session: int, place: int) -> None:
        self._select(session, place)

    def clear(self, session: int) -> None:
        self._lib.RimeClearComposition(c_size_t(session))

    def committed(self, session: int) -> str:
        """Text decided since the last call."""
        commit = _Commit()
        if not self._lib.RimeGetCommit(c_size_t(session), byref(commit)):
            return ""
        text = _text(commit.text)
        self._lib.RimeFreeCommit(byref(commit))
        return text

    def shown(self, session: int) -> Shown:
        context = _Context()
        if not self._lib.RimeGetContext(c_size_t(session), byref(context)):
            return Shown("", "")
        shown = Shown(_text(context.composition.preedit), _text(context.preview))
        self._lib.RimeFreeContext(byref(context))
        return shown

    def candidates(self, session: int, most: int) -> list[tuple[str, str]]:
        """(text, comment), best first."""
        walk = _Walk()
        if not self._lib.RimeCandidateListBegin(c_size_t(session), byref(walk)):
            return []
        found = list(islice(self._walk(walk), most))
        self._lib.RimeCandidateListEnd(byref(walk))
        return found

    def _walk(self, walk: _Walk) -> Iterator[tuple[str, str]]:
        while self._lib.RimeCandidateListNext(byref(walk)):
            yield _text(walk.candidate.text), _text(walk.candidate.comment)
