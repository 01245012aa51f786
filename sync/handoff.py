"""What the QR on a terminal's screen carries to a phone: pack and unpack. Pure; the layout is format 1 of design §7.

``https://<centre>/h#<digits>``: one decimal number, so that QR stores it in numeric mode, a third denser than
base64url. Its bytes, behind a leading 01 that keeps zeros in front:

    0   1   format, 1
    1   1   flags: bits 0-3 language (LANGUAGES), 4 large type, 5 high contrast, 6 deflated, 7 texts were left out
    2   4   number of the terminal, big-endian like everything here
    6   16  visit
    22  2   counter: rises with every code of a visit
    24  …   crypto_box (X25519, XSalsa20-Poly1305) from the terminal's key to the centre's

The 24 clear bytes are the box's nonce: no visit has the same counter twice, and whoever changes one of them finds the
box shut. In the box: form reference 4 (first bytes of the XForm's sha256) · time 4 (seconds since 1970) · a CBOR list
of answers in the form's order, trailing nulls cut, raw-deflated when that is shorter.

An answer is: choice -> its index in the form; choice from a live list -> its code; several -> a bit mask, of a live
list a list of codes; rank -> a list of indexes (or codes); integer, range -> the number; decimal -> [exponent,
mantissa]; date -> days since 1970-01-01; text, hidden -> its GB18030 bytes; acknowledge -> true. Never contact details,
drawings, voice.
"""

import io
import uuid
import zlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

import cbor2
from nacl.exceptions import CryptoError
from nacl.public import Box, PrivateKey, PublicKey

from kiosk.errors import CallerError, UntrustedError
from sync import answercode

if TYPE_CHECKING:
    from kiosk.forms.model import Form

FORMAT: Final = 1
HEADER: Final = 24  # bytes
MAC: Final = 16
REFERENCE: Final = 4
DIGITS_MAX: Final = 1300  # more than the largest code holds
PLAIN_MAX: Final = 4096  # bytes of CBOR: nothing that fits into a code unpacks to more
COUNTER_MAX: Final = 2**16 - 1
DRAWN: Final = frozenset({"image", "audio"})
LANGUAGES: Final = ("zh-Hans", "en", "zh-Hant", "ug", "bo", "mn", "kk-Arab", "ii", "za", "ko")  # only ever appended to


class HandoffError(CallerError):
    """Digits that are no handoff of ours. Names the place, never the content."""


@dataclass(frozen=True, slots=True)
class Clear:
    """The 24 bytes that anybody may read."""

    terminal: int
    visit: uuid.UUID
    counter: int
    language: str = "zh-Hans"
    elder: bool = False
    contrast: bool = False
    deflated: bool = False
    left_out: bool = False

    def to_bytes(self) -> bytes:
        """The header, which is the box's nonce too. A language without a number of its own goes as Chinese."""
        language = LANGUAGES.index(self.language) if self.language in LANGUAGES else 0
        flags = language | self.elder << 4 | self.contrast << 5 | self.deflated << 6 | self.left_out << 7
        start = bytes([FORMAT, flags]) + self.terminal.to_bytes(4, "big")
        return start + self.visit.bytes + self.counter.to_bytes(2, "big")

    @classmethod
    def from_bytes(cls, header: bytes) -> "Clear":
        """The header in 24 bytes. Raises HandoffError."""
        if len(header) != HEADER or header[0] != FORMAT:
            raise HandoffError("handoff.header: not of format 1")
        flags = header[1]
        if (language := flags & 15) >= len(LANGUAGES):
            raise HandoffError("handoff.header.flags: a language not known here")
        return cls(
            terminal=int.from_bytes(header[2:6], "big"),
            visit=uuid.UUID(bytes=header[6:22]),
            counter=int.from_bytes(header[22:24], "big"),
            language=LANGUAGES[language],
            elder=bool(flags & 16),
            contrast=bool(flags & 32),
            deflated=bool(flags & 64),
            left_out=bool(flags & 128),
        )


@dataclass(frozen=True, slots=True)
class Sealed:
    """A payload as a stranger sees it."""

    clear: Clear
    header: bytes
    box: bytes


@dataclass(frozen=True, slots=True)
class Content:
    """What only the centre reads. form: the first 4 bytes of the form's hash; answers by decode_answers()."""

    form: bytes
    time: datetime
    answers: tuple[Any, ...]


# -- the terminal's side


def seal(  # noqa: PLR0917 - who, what, whence, whither
    clear: Clear, form: "Form", answers: Sequence[Any], now: datetime, terminal: PrivateKey, centre: bytes
) -> str:
    """The digits behind the ``#``. answers by encode_answers(); centre: its public X25519 key, 32 bytes."""
    packed, deflated = _packed(answers)
    header = replace(clear, deflated=deflated).to_bytes()
    plain = reference(form) + int(now.timestamp()).to_bytes(4, "big") + packed
    box = Box(terminal, PublicKey(centre)).encrypt(plain, header).ciphertext
    return to_digits(header + box)


def digits_for(answers: Sequence[Any]) -> int:
    """How many digits a payload with these answers has at most."""
    size = 1 + HEADER + MAC + REFERENCE + 4 + len(_packed(answers)[0])
    return len(str(2 ** (8 * (size - 1) + 1) - 1))


def encode_answers(form: "Form", answers: Mapping[str, Any], without: Collection[str] = ()) -> list[Any]:
    """Answers by question name as the list that travels. without: names of texts that do not fit."""
    values = [
        None
        if (value := answers.get(question.name)) is None or question.name in without
        else answercode.encode(question, value)
        for question in form.answer_order
    ]
    while values and values[-1] is None:
        values.pop()
    return values


def texts_in(form: "Form", answers: Mapping[str, Any]) -> list[str]:
    """The names of the texts among answers, last question first: the order in which they are left out."""
    return [
        question.name
        for question in reversed(form.answer_order)
        if question.type == "text" and question.name in answers
    ]


def not_carried(form: "Form", answers: Mapping[str, Any]) -> list[str]:
    """The names of answers that never travel, whatever room there is: drawings, voice."""
    return [q.name for q in form.answer_order if q.name in answers and q.type in DRAWN]


def reference(form: "Form") -> bytes:
    """How a form is named in a code."""
    return bytes.fromhex(form.hash)[:REFERENCE]


# -- the centre's side


def read(digits: str) -> Sealed:
    """What the digits say in the clear. Raises HandoffError."""
    payload = from_digits(digits)
    if len(payload) < HEADER + MAC + REFERENCE + 4 + 1:
        raise HandoffError("handoff: cut short")
    return Sealed(Clear.from_bytes(payload[:HEADER]), payload[:HEADER], payload[HEADER:])


def unseal(sealed: Sealed, centre: PrivateKey, terminal: bytes) -> Content:
    """What is in the box. terminal: its public X25519 key, 32 bytes.

    Raises UntrustedError when the box was not shut by that terminal for this centre, HandoffError when it was and
    still holds nothing that this version reads.
    """
    try:
        plain = Box(centre, PublicKey(terminal)).decrypt(sealed.box, sealed.header)
    except (CryptoError, ValueError) as error:
        raise UntrustedError("handoff: not shut by this terminal") from error
    time = datetime.fromtimestamp(int.from_bytes(plain[REFERENCE : REFERENCE + 4], "big"), UTC)
    return Content(plain[:REFERENCE], time, _unpacked(plain[REFERENCE + 4 :], deflated=sealed.clear.deflated))


def decode_answers(form: "Form", values: Sequence[Any]) -> dict[str, Any]:
    """Answers by question name, as a record holds them. Raises HandoffError by the place of what does not fit."""
    questions = form.answer_order
    if len(values) > len(questions):
        raise HandoffError("handoff.answers: more than the form has questions")
    found: dict[str, Any] = {}
    for question, value in zip(questions, values, strict=False):
        if value is not None:
            try:
                found[question.name] = answercode.decode(question, value)
            except (ValueError, TypeError, IndexError, OverflowError, ArithmeticError) as error:
                raise HandoffError(f"handoff.answers.{question.name}: not of type {question.type}") from error
    return found


# -- the number


def to_digits(payload: bytes) -> str:
    """Bytes as one decimal number."""
    return str(int.from_bytes(b"\x01" + payload, "big"))


def from_digits(digits: str) -> bytes:
    """The bytes of a number that to_digits() made. Raises HandoffError."""
    if not 0 < len(digits) <= DIGITS_MAX or not (digits.isascii() and digits.isdecimal()):
        raise HandoffError("handoff: not a number of a code's length")
    number = int(digits)
    raw = number.to_bytes((number.bit_length() + 7) // 8, "big")
    if raw[:1] != b"\x01" or str(number) != digits:
        raise HandoffError("handoff: not a number that a code carries")
    return raw[1:]


# -- the list


def _packed(answers: Sequence[Any]) -> tuple[bytes, bool]:
    plain = cbor2.dumps(list(answers))
    deflater = zlib.compressobj(9, zlib.DEFLATED, -15, 9)
    shorter = deflater.compress(plain) + deflater.flush()
    return (shorter, True) if len(shorter) < len(plain) else (plain, False)


def _unpacked(packed: bytes, *, deflated: bool) -> tuple[Any, ...]:
    if deflated:
        inflater = zlib.decompressobj(-15)
        try:
            packed, rest = inflater.decompress(packed, PLAIN_MAX), inflater.unconsumed_tail + inflater.unused_data
        except zlib.error as error:
            raise HandoffError("handoff.answers: not deflated") from error
        if rest or not inflater.eof:
            raise HandoffError("handoff.answers: longer than any form's")
    stream = io.BytesIO(packed)
    try:
        values = cbor2.load(stream)
    except (cbor2.CBORDecodeError, ValueError, TypeError, OverflowError, RecursionError) as error:
        raise HandoffError("handoff.answers: not CBOR") from error
    if not isinstance(values, list) or stream.read(1):
        raise HandoffError("handoff.answers: not one list")
    return tuple(values)
