import hashlib
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk import records
from kiosk.errors import RecordError

plain = st.recursive(
    st.none() | st.booleans() | st.integers(1 - 2**53, 2**53 - 1) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc_XYZ", min_size=1), inner, max_size=3),
    max_leaves=8,
)


def nested(depth):
    return [] if depth == 0 else [nested(depth - 1)]


def a_record(body=None, **head):
    parts = {"source": "terminal/0123456789abcdef", "epoch": "00" * 8, "seq": 1, "day": "2026-03-05", "grade": 5}
    return records.build(**{**parts, "type_": "feedback.submitted", **head}, body=body or {"answers": {"grade": "5"}})


@given(st.dictionaries(st.text("abc_XYZ", min_size=1), plain, max_size=4))
def test_what_is_written_is_read_again(body):
    record = a_record(body)

    again, head = records.parse_line(record.line)

    assert again == record
    assert head["body"] == hashlib.sha256(record.body).hexdigest()


def test_the_bytes_of_format_1_never_change():
    assert records.canonical({"b": [1, None, True], "a": '您\n"\x01\x7f', "B": {}}) == (
        b'{"B":{},"a":"\xe6\x82\xa8\\n\\"\\u0001\x7f","b":[1,null,true]}'
    )


def test_the_link_covers_every_head_before():
    one = records.next_link(records.NO_LINK, b"one")

    assert one == hashlib.sha256(bytes(32) + b"one").digest()
    assert records.next_link(one, b"two") == hashlib.sha256(one + b"two").digest()


@pytest.mark.parametrize("value", [1.5, 2**53, {"名": 1}, "\ud800", b"x", nested(99)])
def test_what_other_programs_would_read_differently_is_not_written(value):
    with pytest.raises(RecordError):
        records.canonical(value)


def test_two_equal_answers_have_different_hashes():
    assert a_record().head != a_record().head


@given(st.integers(0), st.integers(1, 255))
def test_one_changed_byte_of_a_body_is_noticed(place, change):
    """A changed head is the link's business."""
    record = a_record()
    line = bytearray(record.line)
    line[place % len(b'{"body":' + record.body)] ^= change

    with pytest.raises(RecordError):
        records.parse_line(bytes(line))


@given(st.binary() | plain.map(records.canonical))
def test_a_strange_line_is_refused_never_a_crash(line):
    with pytest.raises(RecordError):
        records.parse_line(line)


@pytest.mark.parametrize(
    "head",
    [
        {"seq": 0},
        {"seq": True},
        {"grade": 6},
        {"grade": 0},
        {"day": "5 March"},
        {"source": "../etc"},
        {"epoch": "XY" * 8},
        {"form": ""},
        {"flags": ("fast ", "a")},
    ],
)
def test_a_head_outside_format_1_is_refused(head):
    with pytest.raises(RecordError):
        a_record(**head)


def test_ids_sort_by_time_and_say_version_7():
    early, late = (records.new_id(datetime(2026, 1, day, tzinfo=UTC)) for day in (1, 2))

    assert early < late
    assert early.version == 7
    assert early.variant == "specified in RFC 4122"


def test_a_time_without_offset_is_refused():
    with pytest.raises(RecordError):
        records.wire_time(datetime(2026, 1, 1))  # noqa: DTZ001
