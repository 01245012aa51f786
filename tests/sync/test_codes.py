"""An enrolment code is read however a clerk types it, and names the one centre it is for."""

import base64
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.signing import SigningKey

from kiosk.errors import CodeError
from sync.codes import LENGTH, key_pin, new_enrol_code, read_enrol_code, show_enrol_code

KEY = bytes(SigningKey(bytes(32)).verify_key)


def test_the_pin_is_the_first_80_bits_of_the_keys_hash():
    rfc4648 = base64.b32encode(hashlib.sha256(KEY).digest()[:10]).decode()
    crockford = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    assert key_pin(KEY) == rfc4648.translate(crockford)


@given(st.text("0123456789ABCDEFGHJKMNPQRSTVWXYZ", min_size=LENGTH, max_size=LENGTH), st.randoms())
def test_any_way_of_typing_it_is_read(code: str, random):
    looks_like = {"0": "0oO０", "1": "1iIlL１"}
    typed = "".join(
        random.choice(looks_like.get(sign, sign + sign.lower())) + random.choice(["", "", "-", " ", "　", "—"])
        for sign in code
    )
    read = read_enrol_code(typed)
    assert read.secret + read.pin == code
    assert read_enrol_code(show_enrol_code(code)) == read


def test_a_new_code_names_its_centre_in_five_groups_of_five():
    code = new_enrol_code(KEY)
    assert [len(group) for group in code.split("-")] == [5] * 5
    assert read_enrol_code(code).pin == key_pin(KEY)
    assert new_enrol_code(KEY) != code


@pytest.mark.parametrize("typed", ["", "ABCDE", "U" * 25, "A" * 24, "A" * 26, "中文" * 13])
def test_what_is_no_code_is_told_in_one_line(typed: str):
    with pytest.raises(CodeError) as told:
        read_enrol_code(typed)
    assert "\n" not in str(told.value)
