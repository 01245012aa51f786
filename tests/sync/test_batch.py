"""A batch arrives as it was written, or is refused by place."""

import base64
import contextlib
import gzip
import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from nacl.public import PrivateKey, SealedBox
from nacl.signing import SigningKey
from sync_chains import NOW, Chain, make_chain

from kiosk import records
from kiosk.errors import BatchError, UntrustedError
from kiosk.records import canonical
from sync import batch

CHAIN = make_chain(4)
UNPACKED = CHAIN.unpacked


def resigned(lines: list[bytes], chain: Chain = CHAIN) -> bytes:
    """Packed bytes whose frame is in order whatever the record lines are, as a broken terminal would sign them."""
    before = b"\n".join([chain.header, *lines, b""])
    trailer = {
        "count": len(chain.records),
        "link": chain.link.hex(),
        "sha256": batch.hashlib.sha256(before).hexdigest(),
    }
    signature = chain.key.sign(b"xinsheng-batch/1\n" + canonical(trailer)).signature.hex()
    return batch.pack(before + canonical({**trailer, "signature": signature}) + b"\n")


def test_what_is_written_is_read_byte_for_byte():
    frame = batch.read_frame(CHAIN.packed)

    assert frame.lines == CHAIN.lines
    assert frame.head_bytes == [record.head for record in CHAIN.records]
    assert frame.bodies == [record.body for record in CHAIN.records]
    assert frame.boxes == [None] * 4
    assert frame.links[-1] == CHAIN.link
    assert frame.digest == batch.hashlib.sha256(UNPACKED).digest()
    batch.verify_signature(frame, bytes(CHAIN.key.verify_key))


@given(words=st.text(st.characters(exclude_categories=["Cs"]), max_size=300), count=st.integers(1, 20))
@settings(max_examples=50, deadline=None)
def test_any_words_come_back(words: str, count: int):
    chain = make_chain(count, words)
    frame = batch.read_frame(chain.packed)
    assert [records.parse_line(line)[0] for line in frame.lines] == chain.records


def test_it_can_be_read_with_gzip_and_is_packed_alike_every_time():
    assert gzip.decompress(CHAIN.packed) == UNPACKED
    assert CHAIN.packed == CHAIN.packed


def test_another_key_did_not_sign_it():
    with pytest.raises(UntrustedError):
        batch.verify_signature(batch.read_frame(CHAIN.packed), bytes(SigningKey.generate().verify_key))


@given(at=st.integers(0, len(UNPACKED) - 1), flip=st.integers(1, 255))
@settings(max_examples=300, deadline=None)
def test_one_byte_changed_is_refused(at: int, flip: int):
    """Anywhere: what the hashes do not cover, the signature does."""
    changed = bytearray(UNPACKED)
    changed[at] ^= flip
    with pytest.raises((BatchError, UntrustedError)):
        batch.verify_signature(batch.read_frame(batch.pack(bytes(changed))), bytes(CHAIN.key.verify_key))


@given(data=st.data())
@settings(max_examples=300, deadline=None)
def test_one_packed_byte_changed_is_refused_or_changes_nothing(data: st.DataObject):
    """gzip's own header has bytes without meaning (time, name); all others count."""
    packed = bytearray(CHAIN.packed)
    packed[data.draw(st.integers(0, len(packed) - 1))] ^= data.draw(st.integers(1, 255))
    with contextlib.suppress(BatchError):
        assert batch.read_frame(bytes(packed)).digest == batch.read_frame(CHAIN.packed).digest


@given(st.binary(max_size=2000))
def test_any_bytes_are_refused_never_a_crash(strange: bytes):
    with pytest.raises(BatchError):
        batch.read_frame(strange)
    with pytest.raises(BatchError):
        batch.read_frame(batch.pack(strange))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(line=st.integers(0, 5), value=json_values, names=st.data())
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_json_in_place_of_a_line_or_a_field_is_refused(line: int, value: object, names: st.DataObject):
    lines = UNPACKED.split(b"\n")
    parsed = batch.orjson.loads(lines[line])
    mutated = value
    if names.draw(st.booleans()):
        part = parsed["head"] if "head" in parsed and names.draw(st.booleans()) else parsed
        name = names.draw(st.sampled_from(sorted(part)) | st.text(max_size=4))
        if part.get(name, ...) == value and type(part.get(name)) is type(value):
            return
        part[name], mutated = value, parsed
    try:
        lines[line] = batch.orjson.dumps(mutated, option=batch.orjson.OPT_SORT_KEYS)
    except TypeError:  # an integer beyond 64 bits
        return
    whole = b"\n".join(lines)
    record_lines = lines[1:5]
    for packed in (batch.pack(whole), resigned(record_lines) if 1 <= line <= 4 else batch.pack(whole)):
        with pytest.raises((BatchError, UntrustedError)):
            batch.verify_signature(batch.read_frame(packed), bytes(CHAIN.key.verify_key))


def crafted(index: int, old: bytes, new: bytes) -> bytes:
    lines = CHAIN.lines
    assert lines[index].count(old) >= 1
    lines[index] = lines[index].replace(old, new)
    return resigned(lines)


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        (b'"grade":5', b'"grade":6', "head.grade"),
        (b'"seq":2', b'"seq":3', "record 2.head"),
        (b'"flags":[]', b'"flags":["b","a"]', "head.flags"),
        (b'"flags":[]', b'"flags":["fast"]', "trailer.link"),
        (b'"body":{', b'"body": {', "not canonical"),
        (b'"body":{', b'"body":{"a":1},"body":{', "not canonical"),
        ("书法".encode(), "舞蹈".encode(), "hash of the body"),
        (b'"day":"2026-11-24"', b'"day":"2026-11-2"', "head.day"),
        (b'"day":"2026-11-24"', b'"day":"2026-02-29"', "no such day"),
        (b'"day":"2026-11-24"', b'"day":"2026-11-00"', "no such day"),
        (b'"day":"2026-11-24"', '"day":"２026-11-24"'.encode(), "head.day"),
        (b'"type":', b'"typf":', "ten fields"),
        (b',"head":{', b',"heae":{', "not exactly"),
        (b'{"body":{', b'{"body":[{', "not JSON"),
    ],
)
def test_a_line_of_a_broken_terminal_is_refused_by_place(old: bytes, new: bytes, place: str):
    with pytest.raises(BatchError, match=place) as refused:
        batch.read_frame(crafted(1, old, new))
    assert "书法" not in str(refused.value)


def test_two_records_in_one_line_are_not_two_lines():
    first, second, *rest = CHAIN.lines
    with pytest.raises(BatchError):
        batch.read_frame(resigned([first + b"," + second, *rest]))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("format", "xinsheng-batch/2"),
        ("batch", "019ab5c0-0002-4000-8000-00000000000a"),
        ("count", 3),
        ("count", True),
        ("epoch", "A1b2c3d4e5f60718"),
        ("first", 0),
        ("last", 5),
        ("link", "11" * 32),
        ("source", "terminal/../../x"),
        ("clock", {"boot": "x", "mono_ms": 1, "offset_ms": None}),
        ("clock", {"boot": "x", "mono_ms": -1, "offset_ms": None, "wall": "2026-11-24T09:30:00+00:00"}),
        ("clock", {"boot": "x", "mono_ms": 1, "offset_ms": 0.5, "wall": "2026-11-24T09:30:00+00:00"}),
        ("clock", {"boot": "x", "mono_ms": 1, "offset_ms": None, "wall": "2026-11-24T17:30:00+08:00"}),
        ("clock", {"boot": "x", "mono_ms": 1, "offset_ms": None, "wall": "2026-13-24T09:30:00+00:00"}),
        ("more", 1),
    ],
)
def test_a_header_that_is_not_of_format_1_is_refused(field: str, value: object):
    header = batch.orjson.dumps({**batch.orjson.loads(CHAIN.header), field: value}, option=batch.orjson.OPT_SORT_KEYS)
    chain = Chain(CHAIN.source, CHAIN.epoch, CHAIN.records, header, CHAIN.link, CHAIN.key)
    with pytest.raises(BatchError):
        batch.read_frame(resigned(CHAIN.lines, chain))


def test_a_clock_of_1970_and_a_large_offset_are_fine():
    header = batch.orjson.loads(CHAIN.header)
    header["clock"] |= {"wall": "1970-01-01T00:03:00+00:00", "offset_ms": 1_795_513_800_000}
    chain = Chain(CHAIN.source, CHAIN.epoch, CHAIN.records, canonical(header), CHAIN.link, CHAIN.key)
    assert batch.read_frame(chain.packed).header["clock"]["offset_ms"] == 1_795_513_800_000


def test_a_bomb_is_not_unpacked():
    bomb = zlib.compress(b" " * 200_000_000, level=9, wbits=31)
    assert len(bomb) < batch.PACKED_MAX
    with pytest.raises(BatchError, match="unpacked"):
        batch.unpack(bomb)


@pytest.mark.parametrize(
    ("packed", "says"),
    [
        (b"", "cut short"),
        (b"<html>sign in</html>", "not gzip"),
        (CHAIN.packed[:-1], "cut short"),
        (CHAIN.packed + b"x", "after its end"),
        (CHAIN.packed + CHAIN.packed, "after its end"),
        (batch.pack(UNPACKED[:-1]), "does not end"),
        (batch.pack(UNPACKED + b"\n"), "trailer"),
        (batch.pack(b""), "fewer"),
        (bytes(batch.PACKED_MAX + 1), "packed"),
    ],
)
def test_a_damaged_container_is_refused(packed: bytes, says: str):
    with pytest.raises(BatchError, match=says):
        batch.read_frame(packed)


def test_more_than_500_records_are_refused_by_writer_and_reader():
    header = canonical({**batch.orjson.loads(CHAIN.header), "count": 501, "last": 501})
    with pytest.raises(BatchError, match="500"):
        batch.write(header, CHAIN.lines, CHAIN.link, CHAIN.key)
    with pytest.raises(BatchError, match="500"):
        batch.read_frame(batch.pack(b"\n".join([header, *UNPACKED.split(b"\n")[1:]])))


def test_the_writer_refuses_what_no_reader_would_take():
    with pytest.raises(BatchError, match="count"):
        batch.write(CHAIN.header, CHAIN.lines[:2], CHAIN.link, CHAIN.key)
    chain = make_chain(5, "字" * 80_000)
    with pytest.raises(BatchError, match="longer"):
        _ = chain.unpacked


def test_a_full_batch_of_the_longest_frame_fits_what_the_writer_left_for_it():
    clock = {"boot": "x" * 64, "mono_ms": 2**53 - 1, "offset_ms": -(2**53 - 1), "wall": records.wire_time(NOW)}
    huge = 2**53 - 500
    header = batch.make_header(
        batch=str(records.new_id(NOW)),
        source="terminal/" + "f" * 32,
        epoch=CHAIN.epoch,
        first=huge,
        last=huge + 499,
        link=bytes([1]) * 32,
        clock=clock,
    )
    frame_bytes = len(batch.write(header, [b""] * 500, bytes(32), CHAIN.key)) - 500
    assert frame_bytes < batch.FRAME_ROOM


def test_a_record_sent_again_travels_in_a_box():
    key = PrivateKey.generate()
    lines = CHAIN.lines
    record = CHAIN.records[2]
    assert record.body is not None
    box = base64.b64encode(SealedBox(key.public_key).encrypt(record.body))
    lines[2] = b'{"box":"%b","head":%b}' % (box, record.head)

    frame = batch.read_frame(batch.pack(batch.write(CHAIN.header, lines, CHAIN.link, CHAIN.key)))

    assert frame.bodies[2] is None
    assert frame.links[-1] == CHAIN.link
    assert batch.open_box(frame.boxes[2] or b"", frame.heads[2], key) == record.body
    with pytest.raises(BatchError, match="not sealed"):
        batch.open_box(frame.boxes[2] or b"", frame.heads[2], PrivateKey.generate())
    with pytest.raises(BatchError, match="not the body"):
        batch.open_box(frame.boxes[2] or b"", frame.heads[1], key)


@pytest.mark.parametrize("box", ["", "AAAA", "!!!!" * 20, "A" * 69, base64.b64encode(bytes(47)).decode(), 5, None])
def test_a_box_that_is_none_is_refused(box: object):
    lines = CHAIN.lines
    lines[2] = canonical({"box": box, "head": batch.orjson.loads(CHAIN.records[2].head)})
    with pytest.raises(BatchError, match="record 3"):
        batch.read_frame(resigned(lines))


def with_body(text: bytes) -> bytes:
    """The batch with another first body, its hash and links made to fit: only the value itself is wrong."""
    lines, link = [], records.NO_LINK
    for number, record in enumerate(CHAIN.records):
        head, body = record.head, record.body or b""
        if number == 0:
            head = head.replace(
                batch.hashlib.sha256(body).hexdigest().encode(), batch.hashlib.sha256(text).hexdigest().encode()
            )
            body = text
        lines.append(records.Record(head, body).line)
        link = records.next_link(link, head)
    fitting = Chain(CHAIN.source, CHAIN.epoch, CHAIN.records, CHAIN.header, link, CHAIN.key)
    return resigned(lines, fitting)


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (b'{"a":' + b"[" * 17 + b"]" * 17 + b"}", "nested deeper than 16"),
        (b'{"a":' * 200 + b"1" + b"}" * 200, "nested deeper than 16"),
        (b'{"a":1.5}', "a float cannot be written"),
        (b'{"a":[-0.5]}', "a float cannot be written"),
        (b'{"a":1e300}', "not canonical"),
        (b'{"a":9007199254740993}', "an integer beyond 2^53-1"),
        (b'{"a":-9007199254740993}', "an integer beyond 2^53-1"),
        ('{"名":1}'.encode(), "a name that is not ASCII"),
        ('{"名\\"a":1}'.encode(), "a name that is not ASCII"),
        ('{"a":[["b",{"名a":1}]]}'.encode(), "a name that is not ASCII"),
        (b'{"a":[[1,2.5]]}', "a float cannot be written"),
    ],
)
def test_values_that_the_format_does_not_have_are_refused_by_place(body: bytes, place: str):
    with pytest.raises(BatchError, match=f"record 1: .*{place.replace('^', '.')}"):
        batch.read_frame(with_body(body))


@pytest.mark.parametrize(
    "body",
    [
        b'{"a":' + b"[" * 15 + b"]" * 15 + b"}",
        b'{"a":"[1.5] {\\"b\\":1e5}","b":"1234567890123456789"}',
        '{"a":"名\\":","b":[[[[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[]]]]}'.encode(),
        b'{"a":9007199254740991,"b":-9007199254740991}',
    ],
)
def test_values_that_only_look_like_it_are_taken(body: bytes):
    assert batch.read_frame(with_body(body)).bodies[0] == body


@given(st.data())
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_bytes_mutated_in_any_way_are_refused_or_the_same(data: st.DataObject):
    """Cut, doubled, swapped, flipped, put in, and packed again: it is a BatchError, or the very same batch."""
    mutated = bytearray(UNPACKED)
    for _ in range(data.draw(st.integers(1, 4))):
        at, to = sorted(data.draw(st.tuples(*[st.integers(0, len(mutated))] * 2)))
        match data.draw(st.sampled_from(["cut", "double", "put", "flip", "swap"])):
            case "cut":
                del mutated[at : min(to, at + 40)]
            case "double":
                mutated[at:at] = mutated[at : min(to, at + 400)]
            case "put":
                mutated[at:at] = data.draw(st.binary(max_size=20))
            case "flip" if at < len(mutated):
                mutated[at] ^= data.draw(st.integers(1, 255))
            case "swap":
                mutated[at:to] = mutated[at:to][::-1] if to - at < 40 else mutated[at:to]
    before = bytes(mutated)
    try:
        frame = batch.read_frame(batch.pack(before))
    except BatchError as error:
        said = str(error)
    else:
        said = ""
        assert before == UNPACKED
        assert frame.lines == CHAIN.lines
    assert "想学书法" not in said
