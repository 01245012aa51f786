from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk import receipts
from kiosk.errors import CodeError

codes = st.lists(st.integers(0, 31), min_size=9, max_size=9).map(
    lambda values: "".join(receipts.ALPHABET[v] for v in [*values, receipts.checksum(values)])
)


@given(codes)
def test_a_code_is_read_as_people_type_it(code):
    assert receipts.read_code(receipts.show(code).lower().replace("0", "o").replace("1", "l")) == code


@given(codes, st.integers(0, 9), st.integers(1, 31))
def test_every_single_wrong_character_is_noticed(code, place, change):
    wrong = receipts.ALPHABET[receipts.ALPHABET.index(code[place]) ^ change]

    with pytest.raises(CodeError):
        receipts.read_code(code[:place] + wrong + code[place + 1 :])


@given(codes)
def test_every_swap_of_neighbours_is_noticed(code):
    for place, (left, right) in enumerate(pairwise(code)):
        if left != right:
            with pytest.raises(CodeError):
                receipts.read_code(code[:place] + right + left + code[place + 2 :])


@pytest.mark.parametrize("typed", ["", "7K3M9", "7K3M9QXT%A", "7K3M9 7K3M9 7K3M9", "您好"])
def test_what_is_no_code_gets_one_clear_line(typed):
    with pytest.raises(CodeError, match=r"^code: .+$"):
        receipts.read_code(typed)


def test_new_codes_differ_and_carry_their_check():
    drawn = {receipts.new_code() for _ in range(100)}

    assert len(drawn) == 100
    assert all(receipts.read_code(code) == code for code in drawn)


def test_the_key_of_a_code_never_changes():
    """A released derivation: every receipt ever printed depends on it."""
    key = receipts.lookup_key("0123456789", bytes(range(16)))

    assert key.hex() == "8fda620c344118e4108ad9457d8b1574"
