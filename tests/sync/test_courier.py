"""What the courier decides, and what it forgets: only what the centre's signature says."""

from datetime import timedelta
from pathlib import Path

import orjson
import pytest
from fake_centre import FakeCentre, forged
from hypothesis import given
from hypothesis import strategies as st
from terminals import START, Terminal

from kiosk.entries import Entry
from kiosk.errors import StoreFull
from kiosk.records import canonical, wire_time
from sync import batch, receipt
from sync.courier import BACKOFF_MAX_S, Hindered, Idle, Ready, Split, State, Waiting, build, is_due, next_state
from sync.link import (
    BATCHES,
    HEARTBEAT,
    Busy,
    Delivered,
    Heard,
    Refused,
    Reply,
    Request,
    Unreachable,
    Unwelcome,
    Updated,
    judge_batch,
)

GONE = Unreachable("gone")


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path)


@pytest.fixture
def centre(terminal: Terminal) -> FakeCentre:
    return FakeCentre(terminal.public_key)


def courier_of(terminal: Terminal, centre: FakeCentre, wire: object = None):
    return terminal.courier(wire or centre, centre.signing_key, centre.sealing_key)  # type: ignore[arg-type]


def test_what_a_visitor_said_arrives_and_is_settled(terminal: Terminal, centre: FakeCentre):
    for words in ("书法", "合唱", "空调太冷"):
        terminal.say(words)
    said = terminal.ids()

    outcomes = terminal.run(courier_of(terminal, centre))

    assert [type(outcome) for outcome in outcomes] == [Heard, Delivered]
    assert centre.ids() == said
    assert terminal.store.status().unsent == 0
    assert terminal.ids() == []  # only boxes are left here


def test_nothing_to_do_is_idle_and_soon_looks_again(terminal: Terminal, centre: FakeCentre):
    courier = courier_of(terminal, centre)
    terminal.run(courier)
    outcomes = [courier.run_once(terminal.clock.now) for _ in range(3)]

    assert [type(outcome) for outcome in outcomes] == [Updated, Idle, Idle]
    assert courier.rest_s(terminal.clock.now) == 1.0


@given(attempts=st.integers(1, 3000), jitter=st.floats(0, 1, exclude_max=True))
def test_waiting_grows_to_a_quarter_of_an_hour_and_never_ends(attempts: int, jitter: float):
    state: State = Waiting(attempts - 1, START, START, "") if attempts > 1 else Ready()
    after = next_state(state, GONE, START, jitter)
    assert isinstance(after, Waiting)
    seconds = (after.until - START).total_seconds()
    assert min(2**attempts, BACKOFF_MAX_S) * 0.5 <= seconds <= BACKOFF_MAX_S


def test_the_first_wait_is_about_a_second():
    after = next_state(Ready(), GONE, START, 0.0)
    assert isinstance(after, Waiting)
    assert after.until == START + timedelta(seconds=1)


def test_power_comes_back_to_a_whole_building_but_not_in_one_beat():
    untils = {next_state(Ready(), GONE, START, jitter / 10).until for jitter in range(10)}  # type: ignore[union-attr]
    assert len(untils) == 10


def test_a_retry_after_is_obeyed():
    after = next_state(Ready(), Busy(300), START, 0.9)
    assert isinstance(after, Waiting)
    assert 300 <= (after.until - START).total_seconds() <= 330


def test_any_word_of_the_centre_ends_the_wait():
    waiting = Waiting(7, START, START + timedelta(seconds=400), "gone")
    receipt_like = {"held": []}
    for outcome in (Delivered(receipt_like), Refused({}), Heard(START), Split("")):
        assert next_state(waiting, outcome, START, 0.5) == Ready()
    assert next_state(waiting, Idle(), START, 0.5) == waiting


def test_a_clock_set_back_by_years_does_not_wait_for_years():
    waiting = Waiting(9, START, START + timedelta(seconds=900), "gone")
    assert not is_due(waiting, START + timedelta(seconds=899))
    assert is_due(waiting, START + timedelta(seconds=900))
    assert is_due(waiting, START - timedelta(days=20_000))


class Page:
    """A network that answers everything with one page."""

    def __init__(self, reply: Reply) -> None:
        self.reply = reply
        self.asked: list[Request] = []

    def exchange(self, request: Request) -> Reply:
        self.asked.append(request)
        return self.reply


@pytest.mark.parametrize("status", [200, 201, 204, 302, 400, 401, 403, 404, 409, 413, 500, 502, 511])
def test_a_page_of_the_network_settles_and_parks_nothing(terminal: Terminal, centre: FakeCentre, status: int):
    terminal.say()
    page = Page(Reply(status, b"<html>Welcome to Hotel Wi-Fi! Please sign in.</html>"))
    courier = courier_of(terminal, centre, page)

    outcomes = terminal.run(courier, steps=12)

    assert {type(outcome) for outcome in outcomes} <= {Unreachable, Idle}
    assert (terminal.store.status().unsent, terminal.store.status().parked) == (2, 0)
    asked = [request.path for request in page.asked]
    assert asked[:4] == [HEARTBEAT, BATCHES, HEARTBEAT, BATCHES]  # a small word first, so that few batches are wasted
    assert len(terminal.ids()) == 2


def test_a_heartbeat_that_is_never_answered_does_not_hold_up_what_visitors_said(terminal: Terminal, centre: FakeCentre):
    """A terminal that was taken out of service is not heard, yet what it still brings is held."""

    class Deaf:
        def exchange(self, request: Request) -> Reply | Unreachable:
            return centre.exchange(request) if request.path == BATCHES else Reply(403, b'{"code":"403.6"}')

    terminal.say()
    terminal.run(courier_of(terminal, centre, Deaf()), steps=10)

    assert terminal.store.status().unsent == 0


@pytest.mark.parametrize("status", [200, 201, 400])
def test_a_page_in_answer_to_a_batch_settles_and_parks_nothing(terminal: Terminal, centre: FakeCentre, status: int):
    terminal.say()

    class OnlyBatches:
        def exchange(self, request: Request) -> Reply | Unreachable:
            return Reply(status, b"<html></html>") if request.path == BATCHES else centre.exchange(request)

    terminal.run(courier_of(terminal, centre, OnlyBatches()), steps=12)

    assert (terminal.store.status().unsent, terminal.store.status().parked) == (2, 0)


@pytest.mark.parametrize("refuses", [None, b"head"])
def test_another_key_settles_and_parks_nothing(terminal: Terminal, centre: FakeCentre, refuses: bytes | None):
    terminal.say()
    centre.refuses = refuses
    false = forged(centre)

    class FalseCentre:
        def exchange(self, request: Request) -> Reply | Unreachable:
            return false.exchange(request) if request.path == BATCHES else centre.exchange(request)

    terminal.run(courier_of(terminal, centre, FalseCentre()), steps=12)

    assert (terminal.store.status().unsent, terminal.store.status().parked) == (2, 0)


def test_a_receipt_for_another_batch_settles_nothing(terminal: Terminal, centre: FakeCentre):
    terminal.say("一")
    terminal.run(courier_of(terminal, centre))
    old = next(iter(centre.receipts.values()))
    terminal.say("二")
    assert isinstance(judge_batch(Reply(201, old), "00" * 32, centre.signing_key), Unreachable)

    class Replayed:
        def exchange(self, request: Request) -> Reply | Unreachable:
            return Reply(201, old) if request.path == BATCHES else centre.exchange(request)

    terminal.run(courier_of(terminal, centre, Replayed()), steps=8)

    assert terminal.store.status().unsent == 1


def test_a_receipt_that_holds_nothing_is_not_tried_in_a_tight_circle(terminal: Terminal, centre: FakeCentre):
    terminal.say()

    class Hollow:
        def exchange(self, request: Request) -> Reply | Unreachable:
            answer = centre.exchange(request)
            if request.path != BATCHES:
                return answer
            document = receipt.peek(answer.body) | {"held": []}  # type: ignore[union-attr]
            return Reply(201, receipt.sign(document, centre.signing))

    courier = courier_of(terminal, centre, Hollow())
    terminal.run(courier, steps=4)

    assert isinstance(courier.state, Waiting)
    assert terminal.store.status().unsent == 2


def test_a_poisoned_record_ends_alone_and_the_rest_arrives(terminal: Terminal, centre: FakeCentre):
    for n in range(40):
        terminal.say("毒" if n == 17 else f"第{n}条")
    said = terminal.ids()
    centre.refuses = "毒".encode()

    terminal.run(courier_of(terminal, centre), steps=200)

    status = terminal.store.status()
    assert (status.unsent, status.parked) == (0, 1)
    [(_, seq, reason)] = terminal.store.parked()
    assert (seq, reason) == (19, "400.1 record 1: record 1: poisoned")
    assert len(centre.ids()) == len(said) - 1
    assert terminal.ids() == [*(set(said) - set(centre.ids()))]  # its body stays here


def test_a_record_that_no_batch_can_carry_does_not_block_the_others(terminal: Terminal, centre: FakeCentre):
    terminal.say("前")
    huge = terminal.say("坏")
    terminal.say("后")
    terminal.store.freeze()  # what is damaged before it is frozen, the store parks by itself
    with terminal.store.writing() as db:  # what the store itself would never take
        db.execute("update records set body = ? where key & 1048575 = ?", (b'{"a":"%b"}' % (b"x" * 2**20), huge.seq))

    outcomes = terminal.run(courier_of(terminal, centre), steps=50)

    assert any(isinstance(outcome, Split) for outcome in outcomes)
    assert [(seq) for _, seq, _ in terminal.store.parked()] == [huge.seq]
    assert len(centre.ids()) == 3


def test_a_terminal_that_is_not_welcome_keeps_everything_and_says_why(terminal: Terminal, centre: FakeCentre):
    terminal.say()
    centre.terminal_key = bytes(centre.signing.verify_key)  # the centre knows another key of it
    courier = courier_of(terminal, centre)

    outcomes = terminal.run(courier, steps=6)

    assert any(isinstance(outcome, Unwelcome) for outcome in outcomes)
    assert isinstance(courier.state, Waiting)
    assert courier.state.why.startswith("403.4")
    assert (terminal.store.status().unsent, terminal.store.status().parked) == (2, 0)


def test_what_the_centre_cannot_read_is_held_there_and_shown_here(terminal: Terminal, centre: FakeCentre):
    body = {"id": "019ab5c0-0002-7000-8000-00000000000a", "time": wire_time(START)}
    terminal.store.record(Entry("feedback.sung", body))
    terminal.run(courier_of(terminal, centre))

    assert terminal.store.status().unsent == 0
    assert [(seq, reason) for _, seq, reason in terminal.store.parked()] == [(2, "type")]


def test_a_fork_opens_a_new_epoch_once(terminal: Terminal, centre: FakeCentre):
    terminal.say()
    epoch = terminal.store.status().epoch
    centre.records[epoch] = {2: ("ee" * 32, canonical({"id": "the clone's"}))}

    terminal.run(courier_of(terminal, centre))

    assert terminal.store.status().epoch != epoch
    assert terminal.store.status().unsent == 0
    with terminal.store.reading() as db:
        assert db.execute("select count(*) from chains").fetchone() == (2,)


def test_a_centre_restored_from_an_old_backup_gets_back_what_it_lost(terminal: Terminal, centre: FakeCentre):
    courier = courier_of(terminal, centre)
    for n in range(6):
        terminal.say(f"第{n}条")
        terminal.run(courier)
    before = centre.ids()
    epoch = terminal.store.status().epoch
    centre.records[epoch] = {seq: kept for seq, kept in centre.records[epoch].items() if seq <= 3}
    centre.receipts.clear()

    terminal.say("之后")
    new = terminal.ids()
    terminal.run(courier)

    assert centre.ids() == sorted([*before, *new])
    assert terminal.store.status().parked == 0


def test_an_old_receipt_does_not_look_like_a_restored_centre(terminal: Terminal, centre: FakeCentre):
    """Two batches out of order: the later one's receipt named a gap that has been filled since."""
    freeze(terminal, "一")
    centre.take(batch.pack(freeze(terminal, "二")))  # a stick came first, its receipt is lost
    outcomes = terminal.run(courier_of(terminal, centre))

    assert [type(outcome) for outcome in outcomes] == [Heard, Delivered, Delivered]
    with terminal.store.reading() as db:
        assert db.execute("select count(*) from records where state <> 'held'").fetchone() == (0,)


def freeze(terminal: Terminal, words: str) -> bytes:
    terminal.say(words)
    frozen = terminal.store.freeze()
    assert frozen
    return build(terminal.store, frozen, terminal.identity)


def test_the_clocks_error_is_seen_recorded_and_told(terminal: Terminal, centre: FakeCentre):
    centre.now = START + timedelta(hours=3)
    terminal.say()
    terminal.run(courier_of(terminal, centre))
    terminal.say()
    frozen = terminal.store.freeze(offset_ms=None)
    assert frozen

    noted = orjson.loads(terminal.store.meta("clock") or "")
    assert noted == {"offset_ms": 3 * 3_600_000, "seen": wire_time(centre.now)}


def test_the_next_batch_carries_the_clocks_error(terminal: Terminal, centre: FakeCentre):
    terminal.clock.now = START.replace(year=1970)
    terminal.say()
    sent: list[bytes] = []

    class Listening:
        def exchange(self, request: Request) -> Reply | Unreachable:
            if request.path == BATCHES:
                sent.append(request.body or b"")
            return centre.exchange(request)

    terminal.run(courier_of(terminal, centre, Listening()))

    clock = batch.read_frame(sent[0]).header["clock"]
    assert clock["offset_ms"] > 56 * 365 * 86_400_000
    assert clock["wall"].startswith("1970-11-24")


def test_the_centre_hears_how_much_waits(terminal: Terminal, centre: FakeCentre):
    terminal.say()
    terminal.clock.forward(7200)
    terminal.run(courier_of(terminal, centre))

    assert centre.heartbeats[0] == {
        "checks": {},
        "disk_free": 1,
        "frame_age_ms": None,
        "oldest_s": 7200,
        "time": wire_time(START + timedelta(hours=2)),
        "unsent": 2,
        "version": "test",
    }


def test_a_full_disk_is_waited_out(terminal: Terminal, centre: FakeCentre, monkeypatch: pytest.MonkeyPatch):
    terminal.say()
    courier = courier_of(terminal, centre)

    def full(*_: object) -> int:
        raise StoreFull("no room")

    with monkeypatch.context() as patch:
        patch.setattr(terminal.store, "settle", full)
        outcomes = [courier.run_once(terminal.clock.now) for _ in range(2)]
    assert [type(outcome) for outcome in outcomes] == [Heard, Hindered]

    terminal.run(courier)
    assert terminal.store.status().unsent == 0
    assert len(centre.receipts) == 1
