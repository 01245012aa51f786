"""Sound files as the recorders of phones write them, some by libsndfile, the rest byte by byte."""

import io
import struct
from functools import cache

RATE = 16_000


@cache
def recorded(kind: str = "OGG", subtype: str = "OPUS", seconds: float = 9, rate: int = RATE) -> bytes:
    """A tone, as libsndfile writes it."""
    import numpy as np
    import soundfile

    file = io.BytesIO()
    tone = 0.3 * np.sin(np.arange(int(seconds * rate)) / rate * 440 * 2 * np.pi)
    soundfile.write(file, tone.astype("float32"), rate, format=kind, subtype=subtype)
    return file.getvalue()


def box(name: bytes, *parts: bytes) -> bytes:
    content = b"".join(parts)
    return struct.pack(">I", 8 + len(content)) + name + content


def m4a(seconds: float, handlers: tuple[bytes, ...] = (b"soun",), *, long: bool = False, place: bytes = b"") -> bytes:
    """An MP4 with tracks of these kinds."""
    head = (
        struct.pack(">IQQIQ", 1 << 24, 0, 0, 1000, int(seconds * 1000))
        if long
        else struct.pack(">IIIII", 0, 0, 0, 1000, int(seconds * 1000))
    )
    tracks = [
        box(b"trak", box(b"mdia", box(b"hdlr", bytes(8) + kind + bytes(12)), box(b"minf", bytes(8))))
        for kind in handlers
    ]
    told = [box(b"udta", box(b"\xa9xyz", place))] if place else []
    return box(b"ftyp", b"M4A \0\0\0\0") + box(b"moov", box(b"mvhd", head), *tracks, *told) + box(b"mdat", b"x" * 400)


def aac(frames: int) -> bytes:
    """ADTS at 16 kHz, 64 ms a frame."""
    size = 40
    head = bytes([0xFF, 0xF1, 8 << 2 | 0x40, 0x40 | size >> 11, size >> 3 & 255, (size & 7) << 5 | 31, 0xFC])
    return (head + bytes(size - 7)) * frames


def amr(frames: int, *, wide: bool = False) -> bytes:
    """AMR, 20 ms a frame."""
    return b"#!AMR-WB\n" + (b"\x04" + bytes(17)) * frames if wide else b"#!AMR\n" + (b"\x3c" + bytes(31)) * frames


def element(name: str, content: bytes, *, endless: bool = False) -> bytes:
    size = b"\x01\xff\xff\xff\xff\xff\xff\xff" if endless else struct.pack(">Q", 1 << 56 | len(content))
    return bytes.fromhex(name) + size + content


def webm(seconds: float, *, told: bool = True, track: bytes = b"\x02") -> bytes:
    """As a browser records it: of a length that is told, or not yet known when it began."""
    info = element("2ad7b1", (1_000_000).to_bytes(3, "big"))
    info += element("4489", struct.pack(">d", seconds * 1000)) if told else b""
    tracks = element("1654ae6b", element("ae", element("83", track)))
    block = element("a3", b"\x81" + struct.pack(">h", 20) + b"\0sound")
    cluster = element("1f43b675", element("e7", int(seconds * 1000 - 20).to_bytes(4, "big")) + block, endless=True)
    head = element("1a45dfa3", element("4282", b"webm"))
    return head + element("18538067", element("1549a966", info) + tracks + cluster, endless=True)
