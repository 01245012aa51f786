"""Sounds that are one short frame after another, each with a head of its own: MP3, AAC, AMR."""

from typing import Final

_RATES: Final = (44_100, 48_000, 32_000)  # of MPEG 1; a half in MPEG 2, a quarter in 2.5
_AAC_RATES: Final = (
    *(96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000),
    *(22_050, 16_000, 12_000, 11_025, 8_000, 7_350),
)
_KBITS: Final = {  # (version 1?, layer): by the four bits of the head
    (True, 1): (0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448),
    (True, 2): (0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384),
    (True, 3): (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (False, 1): (0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256),
    (False, 2): (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
    (False, 3): (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_AMR: Final = {b"#!AMR\n": (12, 13, 15, 17, 19, 20, 26, 31, 5), b"#!AMR-WB\n": (17, 23, 32, 36, 40, 46, 50, 58, 60, 5)}
_AMR_FRAME_S: Final = 0.02
LEAST: Final = 3  # frames in a row: two bytes that look like a head stand in any file


def id3_size(data: bytes) -> int:
    """Bytes of the label that stands before an MP3."""
    if data[:3] != b"ID3" or len(data) < 10:
        return 0
    return 10 + sum((part & 127) << shift for part, shift in zip(data[6:10], (21, 14, 7, 0), strict=True))


def is_aac(data: bytes) -> bool:
    """Whether it begins as AAC in ADTS does."""
    return len(data) > 6 and data[0] == 0xFF and data[1] & 0xF6 == 0xF0


def is_mp3(data: bytes) -> bool:
    """Whether it begins as an MPEG frame does."""
    return len(data) > 3 and data[0] == 0xFF and data[1] & 0xE0 == 0xE0 and not is_aac(data)


def frames(data: bytes) -> float:
    """Seconds of an MP3 or AAC; one that was cut off counts as far as it goes. Raises ValueError for neither."""
    head, at, count, seconds = _aac if is_aac(data) else _mp3, 0, 0, 0.0
    while at + 7 <= len(data) and data[at] == 0xFF:
        size, lasts = head(data, at)
        at, count, seconds = at + size, count + 1, seconds + lasts
    if count < LEAST:
        raise ValueError("not of frames")
    return seconds


def amr(data: bytes) -> float:
    """Seconds of an AMR of one channel."""
    magic = next((name for name in _AMR if data.startswith(name)), b"")
    sizes, at, count = _AMR.get(magic, ()), len(magic), 0
    if not sizes:
        raise ValueError("amr")
    while at < len(data):
        kind = data[at] >> 3 & 15
        at += 1 + (sizes[kind] if kind < len(sizes) else 0)
        count += 1
    return count * _AMR_FRAME_S


def _aac(data: bytes, at: int) -> tuple[int, float]:
    """Bytes and seconds of one frame."""
    if not is_aac(data[at : at + 7]):
        raise ValueError("aac")
    size = (data[at + 3] & 3) << 11 | data[at + 4] << 3 | data[at + 5] >> 5
    if size < 7:
        raise ValueError("aac")
    return size, 1024 * ((data[at + 6] & 3) + 1) / _AAC_RATES[data[at + 2] >> 2 & 15]


def _mp3(data: bytes, at: int) -> tuple[int, float]:
    version, layer = data[at + 1] >> 3 & 3, 4 - (data[at + 1] >> 1 & 3)
    if not is_mp3(data[at : at + 7]) or version == 1 or layer == 4:
        raise ValueError("mp3")
    first, half = version == 3, {3: 1, 2: 2, 0: 4}[version]
    kbit, rate = _KBITS[first, layer][data[at + 2] >> 4], _RATES[data[at + 2] >> 2 & 3] // half
    if not kbit:
        raise ValueError("mp3")
    samples = 384 if layer == 1 else 576 if layer == 3 and not first else 1152
    unit = 4 if layer == 1 else 1
    return (samples // 8 // unit * kbit * 1000 // rate + (data[at + 2] >> 1 & 1)) * unit, samples / rate
