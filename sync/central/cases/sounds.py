"""Sound files as phones make them: which kind, how long, and without what a recorder writes beside the sound.

Told by their bytes alone; a name or a declared type is only what somebody said. Known: Ogg (Opus, Vorbis, Speex),
MP4 with sound alone (m4a), MP3, AAC, WAV, WebM with sound alone, AMR. A film is none of them.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sync.central.cases.soundframes import amr, frames, id3_size, is_aac, is_mp3

_EBML: Final = b"\x1a\x45\xdf\xa3"
_OPEN: Final = frozenset({0x18538067, 0x1549A966, 0x1654AE6B, 0xAE, 0x1F43B675, 0xA0})  # masters that are looked into
_UNTOLD: Final = frozenset({b"udta", b"meta"})  # where and on what it was recorded


@dataclass(frozen=True, slots=True)
class Sound:
    """What a file is: its media type, the ending of such files, whole seconds rounded up, and whether browsers play
    it."""

    media: str
    ending: str
    seconds: int
    plays: bool = True


def tell(data: bytes) -> Sound | None:
    """What these bytes are; None for anything that is no sound, holds a picture too, or does not say its length."""
    try:
        media, ending, seconds = _told(data)
    except (IndexError, ValueError, ZeroDivisionError, OverflowError, struct.error):
        return None
    if not 0 < seconds < 24 * 3600:
        return None
    return Sound(media, ending, max(1, int(seconds + 0.999)), media != "audio/amr")


def bare(data: bytes) -> bytes:
    """The same sound without place, device and title. data: something that tell() knows."""
    if data[4:8] == b"ftyp":
        return _blanked(data)
    return data[id3_size(data) :]


def _told(data: bytes) -> tuple[str, str, float]:
    if data.startswith(b"OggS"):
        return "audio/ogg", "ogg", _ogg(data)
    if data[4:8] == b"ftyp":
        return "audio/mp4", "m4a", _mp4(data)
    if data.startswith(b"RIFF") and data[8:12] == b"WAVE":
        return "audio/wav", "wav", _wav(data)
    if data.startswith(_EBML):
        return "audio/webm", "webm", _webm(data)
    return _of_frames(data)


def _of_frames(data: bytes) -> tuple[str, str, float]:
    if data.startswith(b"#!AMR"):
        return "audio/amr", "amr", amr(data)
    data = data[id3_size(data) :]
    if not is_aac(data) and not is_mp3(data):
        raise ValueError("no sound that is known")
    return ("audio/aac", "aac", frames(data)) if is_aac(data) else ("audio/mpeg", "mp3", frames(data))


def _ogg(data: bytes) -> float:
    at, last, rate, skipped = 0, 0, 0, 0
    while at + 27 <= len(data):
        if data[at : at + 4] != b"OggS":
            raise ValueError("ogg")
        flags, granule, segments = data[at + 5], struct.unpack_from("<q", data, at + 6)[0], data[at + 26]
        body = at + 27 + segments
        if flags & 2:
            rate, skipped = _ogg_head(data[body : body + 64])
        last = max(last, granule)
        at = body + sum(data[at + 27 : body])
    return (last - skipped) / rate


def _ogg_head(head: bytes) -> tuple[int, int]:
    """Granules a second, and granules before the sound begins."""
    if head.startswith(b"OpusHead"):
        return 48_000, struct.unpack_from("<H", head, 10)[0]
    if head.startswith(b"\x01vorbis"):
        return struct.unpack_from("<I", head, 12)[0], 0
    if head.startswith(b"Speex   "):
        return struct.unpack_from("<I", head, 36)[0], 0
    raise ValueError("ogg: not of sound")


def _wav(data: bytes) -> float:
    at, rate = 12, 0
    while at + 8 <= len(data):
        name, size = data[at : at + 4], struct.unpack_from("<I", data, at + 4)[0]
        if name == b"fmt ":
            rate = struct.unpack_from("<I", data, at + 16)[0]
        if name == b"data":
            return min(size, len(data) - at - 8) / rate
        at += 8 + size + size % 2
    raise ValueError("wav: no sound")


# -- MP4


def _boxes(data: bytes, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """(name, where its content begins, where it ends) of the boxes in a stretch."""
    while start + 8 <= end:
        size, head = struct.unpack_from(">I", data, start)[0], 8
        if size == 1:
            size, head = struct.unpack_from(">Q", data, start + 8)[0], 16
        size = size or end - start
        if size < head or start + size > end:
            raise ValueError("mp4")
        yield data[start + 4 : start + 8], start + head, start + size
        start += size


def _mp4(data: bytes) -> float:
    kinds, seconds = set(), 0.0
    for name, start, end in _boxes(data, 0, len(data)):
        for inner, at, stop in _boxes(data, start, end) if name == b"moov" else ():
            if inner == b"mvhd":
                layout, where = (">IQ", at + 20) if data[at] == 1 else (">II", at + 12)
                scale, length = struct.unpack_from(layout, data, where)
                seconds = length / scale
            if inner == b"trak":
                kinds |= _handlers(data, at, stop)
    if b"soun" not in kinds or b"vide" in kinds:
        raise ValueError("mp4: not of sound alone")
    return seconds


def _handlers(data: bytes, start: int, end: int) -> set[bytes]:
    found = set()
    for name, at, stop in _boxes(data, start, end):
        for inner, where, _ in _boxes(data, at, stop) if name == b"mdia" else ():
            if inner == b"hdlr":
                found.add(data[where + 8 : where + 12])
    return found


def _blanked(data: bytes) -> bytes:
    """With the boxes that tell about the recording emptied in their place: nothing else moves."""
    out = bytearray(data)
    stretches = [(0, len(data))]
    while stretches:
        for name, at, stop in _boxes(data, *stretches.pop()):
            if name in _UNTOLD:
                out[at - 4 : at] = b"free"
                out[at:stop] = bytes(stop - at)
            elif name in (b"moov", b"trak", b"moof", b"traf"):
                stretches.append((at, stop))
    return bytes(out)


# -- WebM


def _webm(data: bytes) -> float:
    """Told by its head, else by its last block: what is recorded in one go does not know its length when it begins."""
    at, scale, told, cluster, last, kinds = 0, 1_000_000, 0.0, 0, 0, set()
    while at < len(data):
        name, at = _number(data, at, marked=True)
        size, at = _number(data, at)
        if name in _OPEN:
            continue  # its elements follow, whether or not its length is known
        body = data[at : at + size]
        if name == 0x2AD7B1:
            scale = int.from_bytes(body, "big")
        elif name == 0x4489:
            told = struct.unpack(">f" if size == 4 else ">d", body)[0]
        elif name == 0x83:
            kinds.add(body)
        elif name == 0xE7:
            cluster = int.from_bytes(body, "big")
        elif name in (0xA3, 0xA1):
            _, place = _number(body, 0)
            last = max(last, cluster + struct.unpack_from(">h", body, place)[0])
        at += size
    if kinds != {b"\x02"}:
        raise ValueError("webm: not of sound alone")
    return (told or last) * scale / 1e9


def _number(data: bytes, at: int, *, marked: bool = False) -> tuple[int, int]:
    """A number of EBML and the place behind it. marked: with its length mark, as the names of elements are written."""
    first = data[at]
    length = 9 - first.bit_length()
    if length > 8 or at + length > len(data):
        raise ValueError("webm")
    value = int.from_bytes(data[at : at + length], "big")
    return (value if marked else value & ((1 << (7 * length)) - 1)), at + length
