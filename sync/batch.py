"""Batch format 1: how records travel, by network and by stick alike. `batch.md` beside this file is normative.

A batch is gzip (transport only) of JSON Lines: a header, the record lines byte for byte, a trailer. The writer makes
the same unpacked bytes every time; what identifies a batch is the sha256 of those bytes, its digest.

The reader is strict: nothing missing, nothing extra, canonical bytes, limits on size and expansion. It is made for
custody: it proves the frame, the heads, the hashes and the links, and leaves the meaning of bodies to others.
"""

import base64
import binascii
import hashlib
import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, NoReturn

import orjson
from nacl.exceptions import BadSignatureError, CryptoError
from nacl.public import PrivateKey, SealedBox
from nacl.signing import SigningKey, VerifyKey

from kiosk.errors import BatchError, RecordError, UntrustedError
from kiosk.records import DEPTH_MAX, LINE_MAX, NO_LINK, canonical, read_head
from sync import fields

FORMAT: Final = "xinsheng-batch/1"
RECORDS_MAX: Final = 500
UNPACKED_MAX: Final = 2**20
FRAME_ROOM: Final = 2048  # header and trailer never need more
LINES_MAX: Final = UNPACKED_MAX - FRAME_ROOM  # bytes of record lines with their line feeds that a writer may take
PACKED_MAX: Final = UNPACKED_MAX + 2**16  # gzip makes what it cannot compress a little longer
BOX_OVERHEAD: Final = 48  # bytes a sealed box is longer than what it holds
BOX_LINE_MAX: Final = LINE_MAX * 4 // 3 + 1024  # base64, the overhead and the head

_HEADER = {"batch", "clock", "count", "epoch", "first", "format", "last", "link", "source"}
_CLOCK = {"boot", "mono_ms", "offset_ms", "wall"}
_TRAILER = {"count", "link", "sha256", "signature"}
_SIGNED = FORMAT.encode() + b"\n"
_SPLIT = b',"head":{'
# Heads that are certainly right, in one match; every other head goes through read_head(), which knows the format.
_USUAL_HEAD = re.compile(
    rb'\{"body":"[0-9a-f]{64}","day":"20[0-9]{2}-(?:0[1-9]|1[0-2])-(?:[01][1-9]|10|2[0-8])","epoch":"[0-9a-f]{16}","flags":\[\],'
    rb'"form":(?:null|"[A-Za-z0-9._-]{1,64}"),"form_version":(?:null|"[A-Za-z0-9._-]{1,64}"),'
    rb'"grade":(?:null|[1-5]),"seq":[1-9][0-9]{0,14},"source":"(?:terminal|centre)/[0-9a-z-]{1,32}",'
    rb'"type":"[A-Za-z_][A-Za-z0-9_.-]{0,63}"\}'
)
_BYTES: Final = orjson.OPT_SORT_KEYS | orjson.OPT_STRICT_INTEGER  # refuses an integer beyond 2^53 - 1
_ODD: Final = frozenset({dict, list, float})  # types of what is not plainly a value that a record may hold


@dataclass(frozen=True, slots=True)
class Limits:
    """What a reader takes: records, bytes unpacked, bytes packed."""

    records: int = RECORDS_MAX
    unpacked: int = UNPACKED_MAX
    packed: int = PACKED_MAX


STANDARD: Final = Limits()


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The bytes of a batch before anything is parsed. Look its digest up first: a repeat ends there.

    digest is the sha256 of data; before is the sha256 of everything before the trailer line.
    """

    data: bytes
    digest: bytes
    before: bytes


@dataclass(frozen=True, slots=True)
class Frame:
    """A batch that was read. The lists run in parallel, one place a record, ready for a bulk insert.

    lines, head_bytes and bodies are the very bytes that were sent. Of bodies[n] and boxes[n] exactly one is None: a
    box is a body sealed to the centre's sealing key, whose hash can only be checked once it is opened (open_box()).
    links[n] is the link after record n, 32 bytes; digest is the sha256 of the unpacked batch.
    """

    header: dict[str, Any]
    lines: list[bytes]
    heads: list[dict[str, Any]]
    head_bytes: list[bytes]
    bodies: list[bytes | None]
    boxes: list[bytes | None]
    links: list[bytes]
    trailer: dict[str, Any]
    digest: bytes


def make_header(
    *, batch: str, source: str, epoch: str, first: int, last: int, link: bytes, clock: Mapping[str, Any]
) -> bytes:
    """The header's canonical bytes. Keep them: a batch is written again from the same header.

    batch is a UUIDv7; link is the link before the first record; clock is {"boot", "mono_ms", "offset_ms", "wall"}.
    """
    header = {
        "batch": batch,
        "clock": dict(clock),
        "count": last - first + 1,
        "epoch": epoch,
        "first": first,
        "format": FORMAT,
        "last": last,
        "link": link.hex(),
        "source": source,
    }
    line = canonical(header)
    _read_header(line, STANDARD)
    return line


def write(header: bytes, lines: Sequence[bytes], link: bytes, key: SigningKey) -> bytes:
    """The unpacked bytes of a batch: header, record lines without their line feeds, trailer. Always the same bytes.

    link is the link after the last record. Raises BatchError when that is not one batch of format 1.
    """
    if len(lines) != _read_header(header, STANDARD)["count"]:
        raise BatchError("header.count: not the number of record lines")
    before = b"\n".join([header, *lines, b""])
    trailer = {"count": len(lines), "link": link.hex(), "sha256": hashlib.sha256(before).hexdigest()}
    signature = key.sign(_SIGNED + canonical(trailer)).signature.hex()
    unpacked = before + canonical({**trailer, "signature": signature}) + b"\n"
    if len(unpacked) > UNPACKED_MAX:
        raise BatchError(f"batch: longer than {UNPACKED_MAX} bytes")
    return unpacked


def pack(unpacked: bytes) -> bytes:
    """The same, packed for transport. Equal input, equal bytes: the time of packing is left out."""
    packer = zlib.compressobj(level=3, wbits=31)  # zlib writes no time into the gzip header; 4 packs 7 % for 70 % more
    return packer.compress(unpacked) + packer.flush()


def unpack(packed: bytes, limits: Limits = STANDARD) -> Unpacked:
    """Unpack no more than the limit allows, and hash once. Raises BatchError."""
    if len(packed) > limits.packed:
        raise BatchError(f"batch: longer than {limits.packed} bytes packed")
    unpacker = zlib.decompressobj(wbits=31)
    try:
        data = unpacker.decompress(packed, limits.unpacked + 1)
    except zlib.error as error:
        raise BatchError("batch: not gzip, or damaged") from error
    if len(data) > limits.unpacked:
        raise BatchError(f"batch: longer than {limits.unpacked} bytes unpacked")
    if not unpacker.eof:
        raise BatchError("batch: cut short")
    if unpacker.unused_data:
        raise BatchError("batch: something stands after its end")
    return _hashed(data)


def read_frame(packed: bytes, limits: Limits = STANDARD) -> Frame:
    """The batch in these packed bytes. Raises BatchError, which names the place and never the content.

    The signature is not looked at: that needs the terminal's key, see verify_signature().
    """
    return read(unpack(packed, limits), limits)


def read(unpacked: Unpacked, limits: Limits = STANDARD) -> Frame:
    """The batch in bytes that unpack() gave. Raises BatchError."""
    head_line, *lines, trailer_line, rest = _lines(unpacked.data)
    if rest:
        raise BatchError("batch: its last line does not end")
    header = _read_header(head_line, limits)
    trailer = _read_trailer(trailer_line)
    if trailer["sha256"] != unpacked.before.hex():
        raise BatchError("trailer.sha256: not the hash of what stands before it")
    if not len(lines) == header["count"] == trailer["count"]:
        raise BatchError("header.count, trailer.count: not the number of record lines")
    frame = Frame(header, lines, [], [], [], [], [], trailer, unpacked.digest)
    _read_records(frame)
    if frame.links[-1].hex() != trailer["link"]:
        raise BatchError("trailer.link: not the link after the last record")
    return frame


def verify_signature(frame: Frame, key: bytes) -> None:
    """Raises UntrustedError unless the terminal with this Ed25519 public key (32 bytes) signed the batch."""
    trailer = dict(frame.trailer)
    signature = bytes.fromhex(trailer.pop("signature"))
    try:
        VerifyKey(key).verify(_SIGNED + canonical(trailer), signature)
    except (BadSignatureError, ValueError) as error:
        raise UntrustedError("trailer.signature: not made by this terminal's key") from error


def open_box(box: bytes, head: Mapping[str, Any], *sealing: PrivateKey) -> bytes:
    """The body inside a box, proved by its head; sealing are the keys it may be sealed to.

    Raises BatchError when it does not open or is another body.
    """
    for key in sealing:
        try:
            body = SealedBox(key).decrypt(box)
        except CryptoError:
            continue
        if hashlib.sha256(body).hexdigest() != head["body"]:
            raise BatchError(f"record {head['seq']}.box: not the body that its head names")
        return body
    raise BatchError(f"record {head['seq']}.box: not sealed to this centre")


def _hashed(data: bytes) -> Unpacked:
    trailer_at = data.rfind(b"\n", 0, -1) + 1
    running = hashlib.sha256(memoryview(data)[:trailer_at])
    before = running.digest()
    running.update(memoryview(data)[trailer_at:])
    return Unpacked(data, running.digest(), before)


def _lines(data: bytes) -> list[bytes]:
    lines = data.split(b"\n")
    if len(lines) < 4:
        raise BatchError("batch: fewer than a header, a record and a trailer")
    return lines


def _read_header(line: bytes, limits: Limits) -> dict[str, Any]:
    header = fields.read_line("header", line, _HEADER)
    if header["format"] != FORMAT:
        raise BatchError(f"header.format: not {FORMAT}")
    fields.uuid7("header.batch", header["batch"])
    fields.source("header.source", header["source"])
    fields.hex_("header.epoch", header["epoch"], 16)
    fields.hex_("header.link", header["link"], 64)
    first = fields.whole("header.first", header["first"], 1)
    last = fields.whole("header.last", header["last"], first)
    if header["count"] is True or header["count"] != last - first + 1:
        raise BatchError("header.count: not last - first + 1")
    if header["count"] > limits.records:
        raise BatchError(f"header.count: more than {limits.records} records")
    if (first == 1) != (header["link"] == NO_LINK.hex()):
        raise BatchError("header.link: 32 zero bytes before the first record of an epoch, and only there")
    _read_clock(header["clock"])
    return header


def _read_clock(value: Any) -> None:
    clock = fields.exactly("header.clock", value, _CLOCK)
    fields.text("header.clock.boot", clock["boot"], 64)
    fields.whole("header.clock.mono_ms", clock["mono_ms"], 0)
    if clock["offset_ms"] is not None:
        fields.whole("header.clock.offset_ms", clock["offset_ms"])
    fields.utc("header.clock.wall", clock["wall"])


def _read_trailer(line: bytes) -> dict[str, Any]:
    trailer = fields.read_line("trailer", line, _TRAILER)
    fields.whole("trailer.count", trailer["count"], 1)
    fields.hex_("trailer.link", trailer["link"], 64)
    fields.hex_("trailer.sha256", trailer["sha256"], 64)
    fields.hex_("trailer.signature", trailer["signature"], 128)
    return trailer


def _read_records(frame: Frame) -> None:
    """Fill the frame's lists. This loop decides how fast a centre takes batches: it calls little and checks all."""
    loads, dumps, sha256, usual = orjson.loads, orjson.dumps, hashlib.sha256, _USUAL_HEAD.fullmatch
    source, epoch = frame.header["source"], frame.header["epoch"]
    link = bytes.fromhex(frame.header["link"])
    for seq, line in enumerate(frame.lines, frame.header["first"]):
        try:
            value = loads(line)
        except orjson.JSONDecodeError as error:
            raise BatchError(f"record {seq}: not JSON") from error
        try:
            written = dumps(value, option=_BYTES)
        except TypeError:
            _refuse_unwritable(seq, line, value)
        if written != line:
            raise BatchError(f"record {seq}: not canonical")
        split = line.rfind(_SPLIT)
        head_bytes = line[split + 8 : -1]
        is_usual = usual(head_bytes) is not None
        if isinstance(value, dict) and not (is_usual and _is_plain(value)):
            _check_values(seq, value)
        body, box = _content(seq, line, value, split)
        head = value["head"]
        if not is_usual:
            _check_head(seq, head)
        if head["seq"] != seq or head["epoch"] != epoch or head["source"] != source:
            raise BatchError(f"record {seq}.head: not the next of the header's source and epoch")
        if body is not None and sha256(body).hexdigest() != head["body"]:
            raise BatchError(f"record {seq}.head.body: not the hash of the body")
        link = sha256(link + head_bytes).digest()
        frame.heads.append(head)
        frame.head_bytes.append(head_bytes)
        frame.bodies.append(body)
        frame.boxes.append(box)
        frame.links.append(link)


def _is_plain(value: dict[str, Any]) -> bool:
    """Whether the body in a line certainly has only names and values that a record may hold; a box is looked at."""
    return len(value) == 2 and isinstance(body := value.get("body"), dict) and _holds_plain(body, 1)


def _holds_plain(value: Any, depth: int) -> bool:
    """No fraction, no name that is not ASCII, nothing too deep. Integers were measured when the line was written."""
    if depth >= DEPTH_MAX:
        return False
    if type(value) is dict:
        if not "".join(value).isascii():
            return False
        value = value.values()
    for part in value:  # a loop, for all() and its generator cost as much as everything else here
        if type(part) in _ODD and (type(part) is float or not _holds_plain(part, depth + 1)):
            return False
    return True


def _content(seq: int, line: bytes, value: Any, split: int) -> tuple[bytes | None, bytes | None]:
    """A line's body as it was sent, or its box opened from base64: (body, None) or (None, box)."""
    if not isinstance(value, dict) or len(value) != 2 or not isinstance(value.get("head"), dict):
        raise BatchError(f"record {seq}: not exactly a head and a body or box")
    if isinstance(value.get("body"), dict):
        if len(line) > LINE_MAX:
            raise BatchError(f"record {seq}: longer than {LINE_MAX} bytes")
        return line[8:split], None
    if isinstance(value.get("box"), str):
        return None, _read_box(seq, line, value["box"])
    raise BatchError(f"record {seq}: not exactly a head and a body or box")


def _read_box(seq: int, line: bytes, text: str) -> bytes:
    if len(line) > BOX_LINE_MAX:
        raise BatchError(f"record {seq}: longer than {BOX_LINE_MAX} bytes")
    try:
        box = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise BatchError(f"record {seq}.box: not base64") from error
    if base64.b64encode(box).decode() != text or len(box) <= BOX_OVERHEAD:
        raise BatchError(f"record {seq}.box: not a sealed box in canonical base64")
    return box


def _refuse_unwritable(seq: int, line: bytes, value: Any) -> NoReturn:
    """What orjson would not write again in _BYTES: say why."""
    try:
        if orjson.dumps(value, option=orjson.OPT_SORT_KEYS) != line:
            raise BatchError(f"record {seq}: not canonical")
    except TypeError as error:
        raise BatchError(f"record {seq}: not JSON") from error
    _check_values(seq, value)
    raise BatchError(f"record {seq}: not canonical")


def _check_values(seq: int, value: Any) -> None:
    """Depth, numbers and names, as batch.md §1 has them; what a database or JavaScript would not give back."""
    try:
        for part in value.values() if isinstance(value, dict) else [value]:
            canonical(part)
    except RecordError as error:
        raise BatchError(f"record {seq}: {str(error).partition(': ')[2]}") from error


def _check_head(seq: int, head: dict[str, Any]) -> None:
    try:
        read_head(head)
    except RecordError as error:
        raise BatchError(f"record {seq}: {error}") from error
