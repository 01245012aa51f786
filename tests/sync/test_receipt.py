"""A terminal believes what the centre's pinned key signed, and nothing else."""

import contextlib
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nacl.signing import SigningKey

from kiosk.errors import BatchError, KioskError, UntrustedError
from kiosk.records import canonical
from sync import receipt

KEY = SigningKey.generate()
PUBLIC = bytes(KEY.verify_key)
COMMON: dict[str, Any] = {
    "format": "xinsheng-receipt/1",
    "centre": "haidian",
    "batch": "019ab5c0-0002-7000-8000-00000000000a",
    "digest": "ab" * 32,
    "source": "terminal/00112233445566ff",
    "epoch": "a1b2c3d4e5f60718",
    "time": "2026-11-24T17:35:02+08:00",
}
RECEIPT = COMMON | {
    "kind": "receipt",
    "held": [[1, 3], [5, 9]],
    "parked": [{"seq": 4, "reason": "body"}],
    "fork": False,
    "head": {"seq": 9, "link": "cd" * 32},
    "backup_covers": 2,
}
REFUSAL = COMMON | {"kind": "refusal", "code": "400.1", "place": "record 3.head", "why": "It could not be read."}
LINE = receipt.sign(RECEIPT, KEY)


@pytest.mark.parametrize("document", [RECEIPT, REFUSAL])
def test_what_is_signed_is_read(document: dict[str, Any]):
    line = receipt.sign(document, KEY)
    assert receipt.read(line, PUBLIC) == document
    assert receipt.read(line + b"\n", PUBLIC) == document


def test_another_centre_signed_it():
    with pytest.raises(UntrustedError, match="another centre"):
        receipt.read(LINE, bytes(SigningKey.generate().verify_key))


def test_a_document_of_one_kind_never_passes_for_another():
    enrolment = receipt.sign(RECEIPT | {"format": receipt.ENROL}, KEY)
    relabelled = enrolment.replace(receipt.ENROL.encode(), receipt.FORMAT.encode())
    for line in (enrolment, relabelled):
        with pytest.raises(UntrustedError):
            receipt.read(line, PUBLIC)


@given(at=st.integers(0, len(LINE) - 1), flip=st.integers(1, 255))
@settings(max_examples=200, deadline=None)
def test_one_byte_changed_is_not_believed(at: int, flip: int):
    changed = bytearray(LINE)
    changed[at] ^= flip
    with pytest.raises(UntrustedError):
        receipt.read(bytes(changed), PUBLIC)


@given(st.binary(max_size=300) | st.text(max_size=100).map(str.encode))
def test_a_sign_in_page_is_not_believed(page: bytes):
    with pytest.raises(UntrustedError):
        receipt.read(page, PUBLIC)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kind", "perhaps"),
        ("held", [[3, 1]]),
        ("held", [[1, 3], [3, 4]]),
        ("held", [[0, 3]]),
        ("held", [[1]]),
        ("held", [[True, 3]]),
        ("held", None),
        ("parked", [{"seq": 1}]),
        ("parked", {}),
        ("fork", 0),
        ("head", {"seq": -1, "link": "cd" * 32}),
        ("head", None),
        ("backup_covers", "2"),
        ("digest", "AB" * 32),
        ("time", "yesterday"),
        ("more", 1),
    ],
)
def test_a_signed_receipt_of_another_shape_is_refused_by_both_ends(name: str, value: object):
    document = RECEIPT | {name: value}
    with pytest.raises(BatchError, match="receipt"):
        receipt.sign(document, KEY)
    signature = KEY.sign(b"xinsheng-receipt/1\n" + canonical(document)).signature.hex()
    line = canonical({"key": receipt.key_id(PUBLIC), "signature": signature, "signed": document})
    with pytest.raises(BatchError, match="receipt"):
        receipt.read(line, PUBLIC)


@given(value=st.recursive(st.none() | st.integers(-9, 9) | st.text(max_size=3), lambda x: st.lists(x, max_size=3)))
def test_any_value_in_any_field_is_refused_or_read_never_a_crash(value: object):
    for name in RECEIPT:
        with contextlib.suppress(KioskError):
            receipt.check(RECEIPT | {name: value})


def test_peek_reads_without_believing():
    forged = canonical({**orjson.loads(LINE), "signature": "00" * 64})
    assert receipt.peek(forged) == RECEIPT
    with pytest.raises(UntrustedError):
        receipt.peek(b"[]")
