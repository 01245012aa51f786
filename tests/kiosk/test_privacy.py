"""Contact details: only the centre reads them, for that visit alone, and a box's length tells nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.public import PrivateKey

from kiosk.errors import UntrustedError
from kiosk.privacy import BLOCK, open_body, open_contact, seal_body, seal_contact

VISIT = "01a20b48-0900-7392-8ee2-0eb3c4f851fe"
OVERHEAD = 48  # of a libsodium sealed box


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_what_is_sealed_is_opened_by_the_centre(phone):
    centre = PrivateKey.generate()
    sealed = seal_contact(bytes(centre.public_key), VISIT, {"phone": phone})

    assert open_contact(bytes(centre), VISIT, sealed) == {"phone": phone}
    assert (len(sealed) - OVERHEAD) % BLOCK == 0


def test_a_landline_and_a_mobile_look_alike(centre):
    key = bytes(centre.public_key)

    assert len(seal_contact(key, VISIT, {"phone": "1"})) == len(seal_contact(key, VISIT, {"phone": "13800138000"}))


def test_a_box_moved_to_another_record_does_not_open(centre):
    sealed = seal_contact(bytes(centre.public_key), VISIT, {"phone": "13800138000"})

    with pytest.raises(UntrustedError, match="another visit"):
        open_contact(bytes(centre), VISIT.replace("f", "e"), sealed)


def test_a_box_of_another_key_or_a_changed_one_does_not_open(centre):
    sealed = bytearray(seal_contact(bytes(PrivateKey.generate().public_key), VISIT, {"phone": "1"}))
    with pytest.raises(UntrustedError, match="not sealed to this key"):
        open_contact(bytes(centre), VISIT, bytes(sealed))

    mine = bytearray(seal_contact(bytes(centre.public_key), VISIT, {"phone": "1"}))
    mine[60] ^= 1
    with pytest.raises(UntrustedError):
        open_contact(bytes(centre), VISIT, bytes(mine))
    with pytest.raises(UntrustedError):
        open_contact(bytes(centre), VISIT, b"")


def test_what_is_inside_must_be_a_contact(centre):
    (box,) = seal_body(bytes(centre.public_key), {1: b"[]" + b"\x80" + bytes(125)}).values()

    with pytest.raises(UntrustedError):
        open_contact(bytes(centre), VISIT, box)


def test_bodies_are_sealed_each_by_itself(centre):
    boxes = seal_body(bytes(centre.public_key), {3: b"one", 9: b"two"})

    assert {key: open_body(bytes(centre), box) for key, box in boxes.items()} == {3: b"one", 9: b"two"}
    with pytest.raises(UntrustedError):
        open_body(bytes(PrivateKey.generate()), boxes[3])
