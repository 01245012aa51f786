"""Everything that may happen to a store, in any order, beside a model that fits in the head."""

import tempfile
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

import orjson
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from nacl.public import PrivateKey

from kiosk import entries, records
from kiosk.privacy import BOX_DAYS
from kiosk.store import FILE, Frozen, Store

KEY = bytes(PrivateKey(bytes(range(32))).public_key)


@dataclass
class Kept:
    """One record in the model. words: "clear", "box" or "gone"."""

    state: str = "waiting"
    words: str = "clear"
    noted: bool = False
    settled: datetime | None = None


class StoreMachine(RuleBasedStateMachine):
    @initialize()
    def begin(self):
        self.folder = tempfile.TemporaryDirectory()
        self.now = datetime(2026, 11, 24, 10, 0, tzinfo=timezone(timedelta(hours=8)))
        self.store = Store.open(Path(self.folder.name) / FILE, lambda: self.now)
        self.kept: dict[tuple[str, int], Kept] = {}
        self.live: dict[str, tuple[Frozen, list[bytes]]] = {}
        self.over: list[Frozen] = []
        self._opened()

    def teardown(self):
        if hasattr(self, "store"):
            self.store.close()
            self.folder.cleanup()

    def _opened(self):
        self.epoch = self.store.status().epoch
        self.kept[self.epoch, 1] = Kept()

    def _members(self, batch):
        return [(batch.epoch, seq) for seq in range(batch.first, batch.last + 1)]

    # -- what may happen

    @rule(words=st.text(max_size=20), grade=st.sampled_from(["1", "3", "5"]))
    def record(self, words, grade):
        entry = entries.submitted(
            subject=str(records.new_id(self.now)),
            now=self.now,
            form="quick-rating",
            form_version="1",
            answers={"grade": grade, "words": words},
            language="zh-Hans",
            duration_ms=1,
        )
        recorded = self.store.record(entry)
        assert recorded.epoch == self.epoch
        self.kept[recorded.epoch, recorded.seq] = Kept()

    @rule(most=st.integers(1, 6))
    def freeze(self, most):
        batch = self.store.freeze(max_records=most)
        waiting = [name for name, kept in self.kept.items() if kept.state == "waiting"]
        if batch is None:
            assert waiting == []
            return
        assert batch.count <= most
        self._freeze(batch)

    def _freeze(self, batch):
        for name in self._members(batch):
            assert self.kept[name].state in ("waiting", "frozen")
            self.kept[name].state = "frozen"
        self.live[batch.batch_id] = (batch, list(self.store.lines(batch)))

    @precondition(lambda self: self.live or self.over)
    @rule(data=st.data(), key=st.sampled_from([KEY, None]))
    def settle(self, data, key):
        known = [batch for batch, _ in self.live.values()] + self.over
        batch = data.draw(st.sampled_from(known))
        members = self._members(batch)
        held = data.draw(st.sets(st.sampled_from([seq for _, seq in members])))
        parked = data.draw(st.sets(st.sampled_from([seq for _, seq in members]), max_size=2))
        newly = sum(self.kept[batch.epoch, seq].state != "held" for seq in held)

        assert self.store.settle(batch.batch_id, [(seq, seq) for seq in held], dict.fromkeys(parked, "?"), key) == newly

        for seq in held:
            one = self.kept[batch.epoch, seq]
            if one.state != "held":
                words = "box" if key and one.words == "clear" else one.words
                self.kept[batch.epoch, seq] = Kept("held", words, noted=False, settled=self.now)
        for seq in parked:
            one = self.kept[batch.epoch, seq]
            one.noted = True
            one.state = one.state if one.state == "held" else "parked"
        self._end(batch)

    @rule(most=st.integers(1, 4))
    def seal(self, most):
        waiting = [one for one in self._in_order() if one.state == "held" and one.words == "clear"]

        assert self.store.seal(KEY, most) == len(waiting[:most])

        for one in waiting[:most]:
            one.words = "box"

    def _in_order(self):
        """The records as they were written: chains by number."""
        with self.store.reading() as db:
            number = dict(db.execute("select epoch, number from chains").fetchall())
        return [self.kept[name] for name in sorted(self.kept, key=lambda name: (number[name[0]], name[1]))]

    def _end(self, batch):
        """The batch is over, and with it all that share records with it; what is left unheld waits again."""
        low, high = batch.first, batch.last
        if batch.batch_id in self.live:
            self.over.append(self.live.pop(batch.batch_id)[0])
        for other, _ in list(self.live.values()):
            if other.epoch == batch.epoch and other.first <= batch.last and other.last >= batch.first:
                low, high = min(low, other.first), max(high, other.last)
                self.over.append(self.live.pop(other.batch_id)[0])
        for seq in range(low, high + 1):
            if self.kept[batch.epoch, seq].state == "frozen" and not self._is_live(batch.epoch, seq):
                self.kept[batch.epoch, seq].state = "waiting"

    def _is_live(self, epoch, seq):
        return any((epoch, seq) in self._members(batch) for batch, _ in self.live.values())

    @precondition(lambda self: self.live)
    @rule(data=st.data())
    def retire(self, data):
        batch = data.draw(st.sampled_from([batch for batch, _ in self.live.values()]))
        halves = self.store.retire(batch.batch_id, "refused")
        self.over.append(self.live.pop(batch.batch_id)[0])
        if batch.count == 1:
            assert halves == []
            one = self.kept[batch.epoch, batch.first]
            one.state, one.noted = "parked", True
        for half in halves:
            self._freeze(half)

    @rule(data=st.data(), after=st.integers(0, 8))
    def the_centre_was_restored(self, data, after):
        epoch = data.draw(st.sampled_from(sorted({epoch for epoch, _ in self.kept})))
        lost = [self.kept[name] for name in self.kept if name[0] == epoch and name[1] > after]
        lost = [one for one in lost if one.state == "held"]
        assert self.store.reopen(epoch, after) == sum(one.words != "gone" for one in lost)
        for one in lost:
            one.state, one.noted = ("parked", True) if one.words == "gone" else ("waiting", False)

    @rule(data=st.data(), upto=st.integers(0, 8))
    def the_centre_made_a_backup(self, data, upto):
        epoch = data.draw(st.sampled_from(sorted({epoch for epoch, _ in self.kept})))
        self.store.put_backup_covered(epoch, upto)
        for name, one in self.kept.items():
            if name[0] == epoch and name[1] <= upto and one.state == "held":
                one.words = "gone"

    @rule(days=st.integers(1, BOX_DAYS + 1))
    def days_pass(self, days):
        self.now += timedelta(days=days)
        self.store.purge()
        for one in self.kept.values():
            late = one.settled and self.now - one.settled > timedelta(days=BOX_DAYS)
            if one.state == "held" and late and one.words == "box":
                one.words = "gone"

    @rule()
    def the_plug_is_pulled_and_put_back(self):
        self.store.close()
        self.store = Store.open(Path(self.folder.name) / FILE, lambda: self.now)

    @rule()
    def a_fork_is_told(self):
        self.store.start_epoch("fork")
        self._opened()

    @rule()
    def staff_let_the_parked_go_again(self):
        self.store.unpark()
        for one in self.kept.values():
            if one.state == "parked" and one.words != "gone":
                one.state, one.noted = "waiting", False

    # -- what must always hold

    @invariant()
    def counts_are_the_models(self):
        if not hasattr(self, "store"):
            return
        status = self.store.status()
        states = [one.state for one in self.kept.values()]
        assert status.recorded == len(states)
        assert status.unsent == states.count("waiting") + states.count("frozen")
        assert status.parked == sum(one.noted for one in self.kept.values())
        assert status.batches == len(self.live)

    @invariant()
    def records_are_the_models(self):
        if not hasattr(self, "store"):
            return
        with self.store.reading() as db:
            rows = db.execute("select head, state, body, box from records").fetchall()
        found = {}
        for head, state, body, box in rows:
            fields = orjson.loads(head)
            words = "clear" if body is not None else "box" if box is not None else "gone"
            found[fields["epoch"], fields["seq"]] = (state, words)
        assert found == {name: (one.state, one.words) for name, one in self.kept.items()}

    @invariant()
    def what_is_under_way_keeps_its_bytes(self):
        if not hasattr(self, "store"):
            return
        frozen = {batch.batch_id: batch for batch in self.store.frozen()}
        assert frozen == {batch.batch_id: batch for batch, _ in self.live.values()}
        for batch, lines in self.live.values():
            assert list(self.store.lines(batch)) == lines

    @invariant()
    def links_hang_together(self):
        if not hasattr(self, "store"):
            return
        with self.store.reading() as db:
            rows = db.execute("select head, link_before, link from records order by key").fetchall()
        link = records.NO_LINK
        for head, before, after in rows:
            link = records.NO_LINK if orjson.loads(head)["seq"] == 1 else link
            assert before == link
            link = records.next_link(link, head)
            assert after == link


TestStore = StoreMachine.TestCase
TestStore.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
