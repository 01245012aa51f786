"""Store, courier and centre against a model of ten lines: in whatever order it happens, each word arrives once."""

import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from kiosk import backup
from kiosk.store import FILE
from sync import carrier
from sync.link import BATCHES, Reply, Request, Unreachable
from sync.receipt import read
from tests.sync.fake_centre import FakeCentre
from tests.sync.terminals import Terminal

FAULTS = ("none", "lost request", "lost reply", "page of a hotel", "another key", "plug before", "plug after")


class PlugPulledError(Exception):
    """The process is gone at this very moment."""


class Line:
    """The wire: what the next words meet is decided outside."""

    def __init__(self, centre: FakeCentre) -> None:
        self.centre, self.next, self.stranger = centre, "none", None

    def exchange(self, request: Request) -> Reply | Unreachable:
        fault, self.next = self.next, "none"
        if fault == "lost request":
            return Unreachable("lost")
        if fault == "page of a hotel":
            return Reply(200, b"<html>sign in</html>")
        if fault == "plug before":
            raise PlugPulledError
        if fault == "another key" and request.path == BATCHES:
            return FakeCentre(self.centre.terminal_key).exchange(request)
        answer = self.centre.exchange(request)
        if fault == "lost reply":
            return Unreachable("lost")
        if fault == "plug after":
            raise PlugPulledError
        return answer


class Field(RuleBasedStateMachine):
    """The model is a set of words that were thanked for; the centre may hold no other, and in the end all."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.terminal = Terminal(Path(self.folder.name) / "terminal")
        self.centre = FakeCentre(self.terminal.public_key)
        self.line = Line(self.centre)
        self.thanked = set(self.terminal.ids())
        self.copies: list[tuple[Path, set[str]]] = []
        self.stick = Path(self.folder.name) / "stick"
        self._connect()

    def _connect(self) -> None:
        self.courier = self.terminal.courier(self.line, self.centre.signing_key, self.centre.sealing_key)

    def _openings(self) -> None:
        """Chains that began by themselves say so in a record of their own."""
        self.thanked |= set(self.terminal.ids())

    @rule(words=st.text("好坏中", max_size=3), count=st.integers(1, 4))
    def somebody_speaks(self, words: str, count: int) -> None:
        for _ in range(count):
            self.thanked.add(self.terminal.say(words).record_id)

    @rule(fault=st.sampled_from(FAULTS), steps=st.integers(1, 5))
    def the_courier_runs(self, fault: str, steps: int) -> None:
        self.line.next = fault
        try:
            for _ in range(steps):
                self.courier.run_once(self.terminal.clock.now)
                self.courier.forget_wait()
        except PlugPulledError:
            self.the_plug_is_pulled()
        self._openings()

    @rule()
    def the_plug_is_pulled(self) -> None:
        self.terminal.restart()
        self._connect()

    @rule()
    def staff_export(self) -> None:
        list(carrier.export(self.terminal.store, self.terminal.identity, self.stick))

    @precondition(lambda self: self.stick.exists() and any(self.stick.glob("*.xsb")))
    @rule(data=st.data())
    def a_stick_is_taken_in(self, data: st.DataObject) -> None:
        """Any of the files, however old, however often; the answer is settled, or lost on the way."""
        path = data.draw(st.sampled_from(sorted(self.stick.glob("*.xsb"))))
        answer = self.centre.take(path.read_bytes())
        if data.draw(st.booleans()):
            document = read(answer.body, self.centre.signing_key)
            if self.terminal.store.batch(document["batch"]):
                carrier.believe(self.terminal.store, document, self.centre.sealing_key)
        self._openings()

    @rule()
    def a_backup_is_made(self) -> None:
        path = Path(self.folder.name) / f"backup-{len(self.copies)}"
        backup.backup(self.terminal.store, path)
        self.copies.append((path, set(self.thanked)))

    @precondition(lambda self: bool(self.copies))
    @rule(data=st.data())
    def a_backup_is_restored(self, data: st.DataObject) -> None:
        """What the present store has and the backup lacks is carried over: nothing thanked for goes."""
        path, _ = data.draw(st.sampled_from(self.copies))
        self.terminal.store.close()
        backup.restore(path, self.terminal.data / FILE, self.terminal.clock)
        self.terminal.restart()
        self._connect()
        self._openings()

    @rule(drop=st.integers(1, 5))
    def the_centre_is_of_yesterday(self, drop: int) -> None:
        """It has forgotten the newest of every chain, and the receipts it gave."""
        for chain in self.centre.records.values():
            for seq in sorted(chain)[-drop:]:
                del chain[seq]
        self.centre.receipts.clear()

    @rule(hours=st.integers(1, 30))
    def hours_pass(self, hours: int) -> None:
        self.terminal.clock.forward(timedelta(hours=hours).total_seconds())

    @invariant()
    def the_centre_holds_nothing_twice_and_nothing_else(self) -> None:
        if hasattr(self, "centre"):
            held = self.centre.ids()
            assert len(held) == len(set(held))
            assert set(held) <= self.thanked

    def teardown(self) -> None:
        """Good weather comes at last, for as long as it takes."""
        if not hasattr(self, "centre"):
            return
        self.line.next = "none"
        for _ in range(60):
            for _ in range(8):
                self.courier.run_once(self.terminal.clock.now)
                self.courier.forget_wait()
            self.terminal.clock.forward(61)  # the next heartbeat asks about the next epoch
            if set(self.centre.ids()) >= self.thanked and self.terminal.store.status().unsent == 0:
                break
        self._openings()
        try:
            assert set(self.centre.ids()) == self.thanked
            assert self.terminal.store.status().unsent == 0
            assert self.terminal.store.status().parked == 0
        finally:
            self.terminal.store.close()
            self.folder.cleanup()


TestField = Field.TestCase
TestField.settings = settings(
    max_examples=12, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)


@pytest.mark.all
@pytest.mark.timeout(1800)
def test_the_field_for_a_long_time():
    from hypothesis.stateful import run_state_machine_as_test

    run_state_machine_as_test(
        Field,
        settings=settings(
            max_examples=400, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
