"""One contract, two centres: the one in this process and the real one behind HTTP. Both must keep it."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest
from fake_centre import FakeCentre
from real_centre import RealCentre
from terminals import Terminal

from kiosk.entries import Entry
from kiosk.records import wire_time
from sync import batch
from sync.codes import read_enrol_code
from sync.courier import Courier, build
from sync.enrol import enrol
from sync.http import HttpWire
from sync.link import BATCHES, Central, Delivered, Heard, Refused, Reply, Request, Unwelcome, Updated
from sync.updates import cursor


@dataclass
class Pair:
    """A terminal and the centre it belongs to."""

    terminal: Terminal
    wire: FakeCentre | HttpWire
    signing_key: bytes
    sealing_key: bytes
    token: str

    @property
    def central(self) -> Central:
        return Central(self.wire, signing_key=self.signing_key, token=self.token)

    @property
    def courier(self) -> Courier:
        return self.terminal.courier(self.wire, self.signing_key, self.sealing_key, self.token)

    def frozen(self, *words: str) -> bytes:
        """The unpacked bytes of a batch of everything that waits."""
        for text in words:
            self.terminal.say(text)
        frozen = self.terminal.store.freeze()
        assert frozen
        return build(self.terminal.store, frozen, self.terminal.identity)

    def send(self, unpacked: bytes) -> Delivered | Refused | Unwelcome:
        outcome = self.central.send_batch(unpacked, batch.pack(unpacked))
        assert isinstance(outcome, Delivered | Refused | Unwelcome), outcome
        return outcome


@pytest.fixture(params=["in process", "over HTTP"])
def pair(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Pair]:
    terminal = Terminal(tmp_path / "terminal")
    if request.param == "in process":
        fake = FakeCentre(terminal.public_key)
        yield Pair(terminal, fake, fake.signing_key, fake.sealing_key, "token")
        return
    real: RealCentre = request.getfixturevalue("real_centre")
    code = read_enrol_code(real.code())
    enrolment = enrol(terminal.data, terminal.store, terminal.identity, real.url, code, version="test")
    wire = HttpWire(real.url, enrolment.certificate)
    yield Pair(terminal, wire, enrolment.signing_key, enrolment.sealing_key, enrolment.token)
    wire.close()


def test_a_batch_is_taken_and_named_in_a_receipt(pair: Pair):
    unpacked = pair.frozen("一", "二")
    outcome = pair.send(unpacked)

    assert isinstance(outcome, Delivered)
    assert outcome.fresh
    assert outcome.receipt["held"] == [[1, 3]]
    assert (outcome.receipt["parked"], outcome.receipt["fork"]) == ([], False)
    assert outcome.receipt["head"]["seq"] == 3
    assert outcome.receipt["digest"] == batch.unpack(batch.pack(unpacked)).digest.hex()


def test_the_same_batch_ten_times_has_one_receipt(pair: Pair):
    packed = batch.pack(pair.frozen("一"))
    request = Request(BATCHES, packed, "application/gzip", pair.token)
    replies = [pair.wire.exchange(request) for _ in range(10)]

    assert all(isinstance(reply, Reply) for reply in replies)
    assert [reply.status for reply in replies if isinstance(reply, Reply)] == [201] + [200] * 9
    assert len({reply.body for reply in replies if isinstance(reply, Reply)}) == 1


def test_batches_in_any_order_and_again_are_all_held(pair: Pair):
    batches = [pair.frozen("一"), pair.frozen("二"), pair.frozen("三")]
    for unpacked in [batches[2], batches[0], batches[2], batches[1], batches[0]]:
        assert isinstance(pair.send(unpacked), Delivered)

    pair.terminal.run(pair.courier)
    assert pair.terminal.store.status().unsent == 0


def test_a_gap_before_a_batch_shows_in_the_head(pair: Pair):
    first, second, third = pair.frozen("一"), pair.frozen("二"), pair.frozen("三")
    heads = []
    for unpacked in (first, third, second):
        outcome = pair.send(unpacked)
        assert isinstance(outcome, Delivered)
        heads.append(outcome.receipt["head"]["seq"])
    assert heads == [2, 2, 4]


def test_a_byte_changed_is_refused_by_a_signed_word_on_those_bytes_alone(pair: Pair):
    unpacked = pair.frozen("一")
    spoiled = unpacked.replace(b'"grade":5', b'"grade":4')
    outcome = pair.send(spoiled)

    assert isinstance(outcome, Refused)
    assert outcome.refusal["code"] == "400.1"
    assert outcome.refusal["digest"] == batch.unpack(batch.pack(spoiled)).digest.hex()
    assert "一" not in outcome.why
    assert isinstance(pair.send(unpacked), Delivered)


def test_another_terminals_signature_is_unwelcome_and_no_verdict(pair: Pair, tmp_path: Path):
    stranger = Terminal(tmp_path / "stranger")
    pair.terminal.say()
    frozen = pair.terminal.store.freeze()
    assert frozen
    outcome = pair.send(build(pair.terminal.store, frozen, stranger.identity))

    assert isinstance(outcome, Unwelcome)
    assert outcome.why.startswith("403.4")


def test_a_type_that_nobody_knows_yet_is_held_and_parked(pair: Pair):
    body = {"id": "019ab5c0-0002-7000-8000-00000000000a", "time": wire_time(pair.terminal.clock.now)}
    pair.terminal.store.record(Entry("feedback.sung", body))
    outcome = pair.send(pair.frozen("一"))

    assert isinstance(outcome, Delivered)
    assert [entry["seq"] for entry in outcome.receipt["parked"]] == [2]
    assert outcome.receipt["held"] == [[1, 3]]


def test_a_cloned_disk_is_called_a_fork(pair: Pair, tmp_path: Path):
    pair.send(pair.frozen("一"))
    clone = tmp_path / "clone"
    clone.mkdir()
    pair.terminal.store.close()
    for file in pair.terminal.data.iterdir():
        (clone / file.name).write_bytes(file.read_bytes())
    pair.terminal.restart()
    twin = Pair(Terminal(clone), pair.wire, pair.signing_key, pair.sealing_key, pair.token)
    assert pair.send(pair.frozen("这边")).receipt["fork"] is False  # type: ignore[union-attr]

    assert twin.send(twin.frozen("那边")).receipt["fork"] is True  # type: ignore[union-attr]


def test_a_record_in_a_box_is_the_record(pair: Pair):
    """What was settled, sent again in the box that is left of it: held, and no fork."""
    pair.terminal.say("一")
    pair.terminal.run(pair.courier)
    assert pair.terminal.store.reopen(pair.terminal.store.status().epoch, 0) == 2
    again = pair.send(pair.frozen())

    assert isinstance(again, Delivered)
    assert (again.receipt["held"], again.receipt["fork"]) == ([[1, 2]], False)


def test_the_centre_hears_and_tells(pair: Pair):
    heard = pair.central.heartbeat(
        {
            "checks": {},
            "disk_free": 5,
            "frame_age_ms": None,
            "oldest_s": 0,
            "time": wire_time(pair.terminal.clock.now),
            "unsent": 0,
            "version": "test",
        }
    )
    assert isinstance(heard, Heard)

    told = pair.central.updates(cursor(pair.terminal.store))
    assert isinstance(told, Updated)


def test_the_courier_needs_nothing_else(pair: Pair):
    for n in range(30):
        pair.terminal.say(f"第{n}条")
    outcomes = pair.terminal.run(pair.courier)

    assert [type(outcome) for outcome in outcomes] == [Heard, Delivered]
    assert pair.terminal.ids() == []


def test_two_senders_of_one_batch_at_once_both_succeed(pair: Pair):
    unpacked = pair.frozen("一")
    with ThreadPoolExecutor(2) as pool:
        for _ in range(5):
            first, second = pool.map(lambda _: _send_alone(pair, unpacked), range(2))
            assert first == second


def _send_alone(pair: Pair, unpacked: bytes) -> object:
    """On a connection of its own, as another process would."""
    wire = HttpWire(pair.wire.url, None) if isinstance(pair.wire, HttpWire) else pair.wire
    outcome = Central(wire, signing_key=pair.signing_key, token=pair.token).send_batch(unpacked, batch.pack(unpacked))
    if isinstance(wire, HttpWire):
        wire.close()
    assert isinstance(outcome, Delivered)
    return outcome.receipt
