"""What sync may cost, counted so that a busy machine changes nothing: statements, commits, bytes, and shares."""

import hashlib
import os
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import orjson
import pytest
from fake_centre import FakeCentre
from nacl.public import PrivateKey
from sync_chains import make_chain
from terminals import Terminal

from sync import batch
from sync.courier import Sealed
from sync.link import Delivered

WORDS = "老师教得很好，希望多开几期书法班，周末更好。"


@contextmanager
def counted(terminal: Terminal) -> Iterator[Counter[str]]:
    """Statements by their first word, while the block lasts."""
    said: Counter[str] = Counter()
    with terminal.store.reading() as db:
        db.set_trace_callback(lambda sql: said.update([sql.split(None, 1)[0].lower()]))
        yield said
        db.set_trace_callback(None)


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path)


def filled(terminal: Terminal, count: int) -> Terminal:
    with terminal.store.reading() as db:
        db.execute("pragma synchronous = off")
    for _ in range(count):
        terminal.say(WORDS, lookup=os.urandom(16))
    return terminal


def test_an_answer_is_one_commit_and_few_statements(terminal: Terminal):
    with counted(terminal) as said:
        terminal.say(WORDS, lookup=os.urandom(16))

    assert (said["begin"], said["commit"]) == (1, 1)
    assert said.total() <= 6


def test_looking_a_code_up_is_one_search_by_key(terminal: Terminal):
    key = os.urandom(16)
    terminal.say(WORDS, lookup=key)
    with counted(terminal) as said:
        assert terminal.store.case(key) is not None
    with terminal.store.reading() as db:
        plan = db.execute("explain query plan select data from cases where lookup = ?", (key,)).fetchall()

    assert dict(said) == {"select": 1}
    assert [row[3] for row in plan] == ["SEARCH cases USING PRIMARY KEY (lookup=?)"]


def test_a_batch_costs_the_terminal_as_many_statements_with_ten_records_as_with_five_hundred(tmp_path: Path):
    said = [_one_delivery(tmp_path / f"{count}", count) for count in (10, 500)]

    assert said[0] == said[1]
    assert said[0]["commit"] <= 3  # freezing, settling, the clock's error
    assert said[0].total() <= 45


def _one_delivery(data: Path, count: int) -> Counter[str]:
    data.mkdir()
    terminal = filled(Terminal(data), count + 1)  # one more than a step takes: what is left waits for its own
    centre = FakeCentre(terminal.public_key)
    courier = terminal.courier(centre, centre.signing_key, centre.sealing_key)
    courier.run_once(terminal.clock.now)
    terminal.store.freeze(count)
    with counted(terminal) as said:
        assert isinstance(courier.run_once(terminal.clock.now), Delivered)
    assert terminal.store.status().unsent == 2
    terminal.store.close()
    return said


def test_sealing_is_one_commit_for_five_hundred(terminal: Terminal):
    filled(terminal, 499)
    frozen = terminal.store.freeze()
    assert frozen
    terminal.store.settle(frozen.batch_id, [(frozen.first, frozen.last)], {}, None)
    with counted(terminal) as said:
        assert terminal.store.seal(bytes(PrivateKey.generate().public_key), 500) == 500

    assert (said["begin"], said["commit"]) == (1, 1)
    assert said.total() <= 500 + 10


def test_a_terminal_that_catches_up_sends_first_and_seals_what_is_left_afterwards(terminal: Terminal):
    filled(terminal, 1200)
    centre = FakeCentre(terminal.public_key)
    courier = terminal.courier(centre, centre.signing_key, centre.sealing_key)
    outcomes = [courier.run_once(terminal.clock.now) for _ in range(8)]

    kinds = [type(outcome) for outcome in outcomes]
    assert kinds[1:4] == [Delivered] * 3
    assert (
        sum(outcome.count for outcome in outcomes if isinstance(outcome, Sealed)) == 1201 - 500
    )  # 500 in its last step
    assert terminal.ids() == []


def test_a_record_takes_at_most_180_bytes_on_the_wire(terminal: Terminal):
    filled(terminal, 499)
    frozen = terminal.store.freeze()
    assert frozen
    lines, link = terminal.store.contents(frozen)
    packed = batch.pack(batch.write(frozen.header, lines, link, terminal.identity.signing))

    assert sum(map(len, lines)) / 500 >= 550
    assert len(packed) / 500 <= 180


def test_reading_a_batch_takes_a_few_times_what_its_json_and_hashes_take():
    """The regular expression that once looked for fractions took thirty times as much."""
    chain = make_chain(500, WORDS * 2)
    unpacked = batch.unpack(chain.packed)

    assert _shortest(lambda: batch.read(unpacked)) <= 8 * _shortest(lambda: _bare(chain.lines))


def test_writing_a_batch_takes_little_more_than_packing_it():
    chain = make_chain(500, WORDS * 2)
    unpacked = chain.unpacked
    lines = chain.lines

    ours = _shortest(lambda: batch.write(chain.header, lines, chain.link, chain.key))
    assert ours <= 2 * _shortest(lambda: batch.pack(unpacked))


def _bare(lines: list[bytes]) -> None:
    for line in lines:
        orjson.dumps(orjson.loads(line), option=orjson.OPT_SORT_KEYS)
        hashlib.sha256(line).digest()


def _shortest(work: Callable[[], object]) -> float:
    """Of several rounds, in seconds of this thread's processor: what else the machine does only makes one longer."""
    taken = []
    for _ in range(12):
        began = time.thread_time()
        work()
        taken.append(time.thread_time() - began)
    return min(taken)
