"""What the centre takes, keeps once, and answers for."""

import base64
import gzip
import hashlib
from concurrent.futures import ThreadPoolExecutor

import pytest
from central_terminal import Device, session
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from nacl.public import PublicKey, SealedBox
from nacl.signing import SigningKey

from kiosk import records
from sync import batch, receipt


@pytest.fixture
def device(centre):
    return Device(centre)


@pytest.fixture
def two_records(device):
    device.record(2)
    return device, device.unpacked(1, 2)


def test_a_batch_is_held_and_its_receipt_is_signed(device):
    device.record(3)

    receipt_ = device.deliver(device.packed(1, 3))

    assert receipt_["kind"] == "receipt"
    assert (receipt_["held"], receipt_["parked"], receipt_["fork"]) == ([[1, 3]], [], False)
    assert receipt_["head"] == {"seq": 3, "link": device.link(3).hex()}
    assert [seq for seq, _ in device.held()] == [1, 2, 3]


def test_ten_times_the_same_batch_is_one_copy_and_one_receipt(device):
    device.record(3)
    unpacked = device.unpacked(1, 3)

    answers = [device.send(gzip.compress(unpacked, level, mtime=level)) for level in range(10)]

    assert [answer.status_code for answer in answers] == [201] + [200] * 9
    assert len({answer.content for answer in answers}) == 1
    assert len(device.held()) == 3


def test_the_same_batch_ten_times_at_once_succeeds_ten_times(device):
    device.record(200)
    packed = device.packed(1, 200)

    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(lambda _: device.send(packed, session()), range(10)))

    assert sorted(answer.status_code for answer in answers) == [200] * 9 + [201]
    assert len({answer.content for answer in answers}) == 1
    assert len(device.held()) == 200


def test_overlapping_batches_at_once_hold_every_record_once(device):
    device.record(60)
    packed = [device.packed(first, first + 29) for first in range(1, 32, 3)]

    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(lambda each: device.send(each, session()), packed))

    assert {answer.status_code for answer in answers} == {201}
    assert [seq for seq, _ in device.held()] == list(range(1, 61))


def test_by_network_and_by_stick_is_once(device, tmp_path):
    device.record(4)
    sent, carried = device.packed(1, 2), device.packed(1, 4)
    (tmp_path / "a.xsb").write_bytes(sent)
    (tmp_path / "b.xsb").write_bytes(carried)

    over_network = device.send(sent)
    device.centre.done("ingest", tmp_path / "b.xsb", tmp_path / "a.xsb", tmp_path / "b.xsb")

    assert (tmp_path / "a.receipt.json").read_bytes() == over_network.content + b"\n"
    assert receipt.read((tmp_path / "b.receipt.json").read_bytes(), device.signing_key)["held"] == [[1, 4]]
    assert [seq for seq, _ in device.held()] == [1, 2, 3, 4]


def test_a_cloned_disk_is_a_fork_and_both_branches_are_kept(device):
    device.record(2)
    device.deliver(device.packed(1, 2))
    twin = Device(device.centre, enrolled=False)
    twin.key, twin.source, twin.epoch, twin.token = device.key, device.source, device.epoch, device.token
    twin.signing_key, twin.made = device.signing_key, list(device.made)
    device.record(2)
    twin.record(3)

    first, second = device.deliver(device.packed(3, 4)), twin.deliver(twin.packed(3, 5))

    assert (first["fork"], second["fork"]) == (False, True)
    assert second["held"] == [[3, 5]]
    assert [seq for seq, _ in device.held()] == [1, 2, 3, 3, 4, 4, 5]
    assert twin.deliver(twin.packed(5, 5))["fork"] is False  # its own branch goes on


def test_a_history_that_never_came_is_a_fork_too(device):
    device.record(2)
    device.deliver(device.packed(1, 2))
    device.made = [device.build(1), device.build(2), device.build(3)]

    assert device.deliver(device.packed(3, 3))["fork"] is True


def test_batches_come_in_any_order_and_the_head_tells_of_the_gap(device):
    device.record(9)

    late = device.deliver(device.packed(7, 9))
    early = device.deliver(device.packed(1, 3))
    between = device.deliver(device.packed(4, 6))

    assert late["head"] == {"seq": 0, "link": "00" * 32}
    assert late["held"] == [[7, 9]]
    assert early["head"]["seq"] == 9
    assert between["head"] == {"seq": 9, "link": device.link(9).hex()}
    assert [answer["fork"] for answer in (late, early, between)] == [False] * 3


def test_a_record_of_an_unknown_type_is_parked_and_the_rest_go_on(device):
    device.record()
    device.record(type_="something.new", form=None, form_version=None, grade=None)
    device.record()

    receipt_ = device.deliver(device.packed(1, 3))

    assert receipt_["held"] == [[1, 3]]
    assert receipt_["parked"] == [{"seq": 2, "reason": "type"}]
    assert (2, "parked") in device.held()
    assert {state for seq, state in device.held() if seq != 2} <= {"new", "done", "parked"}


def test_what_a_revoked_terminal_brings_is_held_apart_until_it_is_back(device):
    device.record(2)
    device.centre.done("revoke", device.source)

    receipt_ = device.deliver(device.packed(1, 2))

    assert receipt_["held"] == [[1, 2]]
    assert device.held() == [(1, "held"), (2, "held")]
    assert device.updates().status_code == device.heartbeat().status_code == 403
    assert "2 records released" in device.centre.done("revoke", device.source, "--undo")
    assert "held" not in {state for _, state in device.held()}
    assert device.updates().status_code == 200


def test_bodies_come_back_in_boxes_after_the_centre_was_restored(device):
    device.record(2)
    box = SealedBox(PublicKey(bytes.fromhex(device.welcome["sealing_key"])))
    lines = [boxed(record, box.encrypt(record.body)) for record in device.made]

    assert device.deliver(device.packed(1, 2, lines))["held"] == [[1, 2]]
    bodies = device.centre.sql("select body from intake_record where source = ? order by seq", device.source)
    assert [bytes(body) for (body,) in bodies] == [record.body for record in device.made]


def test_a_box_with_another_body_is_refused_by_place(device):
    device.record(2)
    box = SealedBox(PublicKey(bytes.fromhex(device.welcome["sealing_key"])))
    lines = [device.made[0].line, boxed(device.made[1], box.encrypt(device.made[0].body))]

    refusal = device.deliver(device.packed(1, 2, lines))

    assert (refusal["kind"], refusal["code"], refusal["place"]) == ("refusal", "400.1", "record 2.box")
    assert device.held() == []


def test_a_batch_that_another_key_signed_is_not_taken(device):
    device.record()
    device.key = SigningKey.generate()

    refusal = device.deliver(device.packed(1, 1))

    assert (refusal["kind"], refusal["code"], refusal["place"]) == ("refusal", "403.4", "trailer.signature")
    assert device.held() == []


def test_a_batch_of_another_terminal_is_not_taken(device):
    other = Device(device.centre)
    other.record()

    refusal = device.deliver(other.packed(1, 1))

    assert (refusal["kind"], refusal["code"]) == ("refusal", "403.5")
    assert other.held() == []


def test_another_head_for_the_same_body_is_refused(device):
    device.record()
    device.deliver(device.packed(1, 1))
    device.made = [records.Record(device.made[0].head.replace(b'"grade":5', b'"grade":1'), device.made[0].body)]

    refusal = device.deliver(device.packed(1, 1))

    assert (refusal["code"], refusal["place"]) == ("409.1", "record 1.head")


@pytest.mark.parametrize(
    "forged", [(b"2026-11-24", b"2026-02-30"), (b"2026-11-24", b"0000-00-00"), (b"quick-rating", b"a\\u0000b")]
)
def test_what_no_database_keeps_is_refused_and_stops_nothing(device, forged):
    device.record()
    device.made = [records.Record(device.made[0].head.replace(*forged), device.made[0].body)]

    refusal = device.deliver(device.packed(1, 1))

    assert (refusal["kind"], refusal["code"]) == ("refusal", "400.1")
    assert "record.head." in refusal["place"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.integers(0, 10**6), flip=st.integers(1, 255))
def test_one_byte_changed_anywhere_settles_nothing(two_records, place, flip):
    device, unpacked = two_records
    changed = bytearray(unpacked)
    changed[place % len(changed)] ^= flip

    refusal = device.deliver(batch.pack(bytes(changed)))

    assert refusal["kind"] == "refusal"
    assert device.held() == []


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.integers(0, 10**6), flip=st.integers(1, 255))
def test_one_byte_changed_on_the_way_settles_nothing_else(two_records, place, flip):
    device, unpacked = two_records
    changed = bytearray(batch.pack(unpacked))
    changed[place % len(changed)] ^= flip

    answer = device.deliver(bytes(changed))

    # a few bits of gzip mean nothing: then it is the same batch, and what is held is what was sent
    assert answer["kind"] == "refusal" or answer["digest"] == hashlib.sha256(unpacked).hexdigest()


@pytest.mark.parametrize("size", [2**20 + 1, 64 * 2**20])
def test_a_bomb_is_refused_before_it_unpacks(device, size):
    refusal = device.deliver(gzip.compress(bytes(size), 9))

    assert (refusal["code"], refusal["place"]) == ("400.1", "batch")


def test_more_than_a_batch_may_be_is_not_even_read(device):
    answer = device.send(bytes(batch.PACKED_MAX + 1))

    assert (answer.status_code, answer.json()["code"]) == (413, "413.1")


@pytest.mark.parametrize(
    "sent", [b"x", b"\x1f\x8b", gzip.compress(b"", mtime=0), gzip.compress(b"{}\n{}\n{}\n", mtime=0)]
)
def test_junk_is_refused_with_a_signature(device, sent):
    assert device.deliver(sent)["kind"] == "refusal"


def test_a_refusal_names_the_batch_as_far_as_it_can_be_read(device):
    device.record(2)
    unpacked = device.unpacked(1, 2)
    header = receipt.fields.read_line("header", unpacked.split(b"\n")[0], batch._HEADER)

    refusal = device.deliver(batch.pack(unpacked[:-2] + b"x\n"))

    assert (refusal["batch"], refusal["epoch"], refusal["source"]) == (header["batch"], device.epoch, device.source)


@pytest.mark.parametrize("token", ["", "x", "Bearer", "é"])
def test_nobody_without_a_token_is_let_in(device, token):
    device.record()
    device.token = token.encode("utf-8").decode("latin-1")

    answer = device.send(device.packed(1, 1))

    assert answer.status_code == 401
    assert answer.json()["code"] == "401.1"


def boxed(record, box):
    return b'{"box":"%b","head":%b}' % (base64.b64encode(box), record.head)
