"""Decides what a terminal says to its centre next. run_once(now) does one thing and returns what came of it.

No clock, no thread, no network inside: the caller brings the time and a Central, and calls again after rest_s().
Records are forgotten only on the centre's signed word; everything here may be cut off at any point and done again.

While a batch is under way the next one is made, and bodies that the centre holds are sealed: a terminal that catches
up after a week is done sooner, and what is sealed at leisure is written down in the store (kiosk/sealing.py).
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

import orjson

from kiosk.errors import BatchError, EnvironmentFault
from kiosk.outbox import Frozen
from kiosk.records import canonical, wire_time
from kiosk.store import Store
from kiosk.voices import Outtray
from sync import batch, updates, voices
from sync.errand import Answer, Ask, AtOnce, Errand
from sync.identity import Identity
from sync.link import Busy, Central, Delivered, Failure, Heard, Refused, Unreachable, Unwelcome, Updated

BACKOFF_MAX_S: Final = 900
HEARTBEAT_S: Final = 60
UPDATES_S: Final = 30
PURGE_S: Final = 3600
LOOK_S: Final = 1.0  # how soon a new record is noticed where nobody rings
SEAL: Final = 500  # bodies sealed in one step: 25 ms
SEAL_MEANWHILE: Final = 50  # and between two looks whether the answer has come


@dataclass(frozen=True, slots=True)
class Ready:
    """The centre was there last time."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """The centre was not there: not again before until. A clock that jumps to before since ends the wait too."""

    attempt: int
    since: datetime
    until: datetime
    why: str


State = Ready | Waiting


@dataclass(frozen=True, slots=True)
class Hindered:
    """This terminal's own disk or store got in the way."""

    why: str


@dataclass(frozen=True, slots=True)
class Split:
    """A batch that could not even be written was split, as if the centre had refused it; one record is parked then."""

    why: str


@dataclass(frozen=True, slots=True)
class Sealed:
    """So many bodies that the centre holds became boxes."""

    count: int


@dataclass(frozen=True, slots=True)
class Idle:
    """Nothing to do now."""


Outcome = Delivered | Refused | Updated | Heard | Failure | Hindered | Split | voices.Held | voices.Mute | Sealed | Idle


@dataclass(frozen=True, slots=True)
class Made:
    """A batch as it goes out."""

    batch_id: str
    unpacked: bytes
    packed: bytes


def next_state(state: State, outcome: Outcome, now: datetime, jitter: float) -> State:
    """Jittered exponential waiting from 1 s to 15 min, for ever; a Retry-After is obeyed. jitter is in [0, 1). Pure."""
    attempt = state.attempt + 1 if isinstance(state, Waiting) else 1
    match outcome:
        case Unreachable(why) | Unwelcome(why) | Hindered(why):
            # power comes back to every terminal of a building at the same moment
            seconds = min(2 ** min(attempt, 10), BACKOFF_MAX_S) * (0.5 + jitter / 2)
        case Busy(seconds):
            why = f"中心忙，{seconds} 秒后再试 · the centre is busy, again in {seconds} s"
            seconds = seconds * (1 + jitter / 10)
        case Idle() | Sealed() | voices.Mute():
            return state
        case _:
            return Ready()
    return Waiting(attempt, now, now + timedelta(seconds=seconds), why)


def is_due(state: State, now: datetime) -> bool:
    """Whether to try now. Pure."""
    return isinstance(state, Ready) or not state.since <= now < state.until


class Courier:
    """One terminal's sending and hearing. One a data folder: hold runlock "courier" around it.

    jitter gives numbers in [0, 1); report gives the heartbeat's fields that only others know (version, disk_free, …).
    send begins a request while something else waits to be done; central is never asked twice at once.
    """

    def __init__(
        self,
        store: Store,
        identity: Identity,
        central: Central,
        sealing_key: bytes,
        *,
        jitter: Callable[[], float],
        report: Callable[[], Mapping[str, Any]],
        outtray: Outtray | None = None,
        send: Callable[[Ask], Errand] = AtOnce,
    ) -> None:
        self.state: State = Ready()
        self.mute: State = Ready()  # of spoken messages alone: they wait for themselves, and batches never for them
        self.problems: list[str] = []  # of the last page of updates: what could not be used, for staff
        self._store = store
        self._identity = identity
        self._central = central
        self._sealing_key = sealing_key
        self._jitter = jitter
        self._report = report
        self._outtray = outtray or Outtray(store.path.parent)
        self._held: voices.Held | None = None  # how far the message under way is
        self._due: dict[str, datetime] = {}  # chore → when it is next; a chore not named is due
        self._errand = send
        self._made: Made | None = None  # the batch after the one under way
        self._unsealed = True  # until the store has said otherwise
        self._idle = self._sealing = False
        self._turn = 0
        self._greeted = False  # whether the last word was a heartbeat: one that fails for ever must not hold up batches

    def run_once(self, now: datetime) -> Outcome:
        """Do the next thing, if one is due. now is local with its offset. Never raises for what disk or network do."""
        try:
            outcome = self._next(now) if is_due(self.state, now) else self._seal()
        except EnvironmentFault as fault:
            outcome = Hindered(str(fault))
        self.state = next_state(self.state, outcome, now, self._jitter())
        self._idle, self._sealing = isinstance(outcome, Idle), isinstance(outcome, Sealed)
        if isinstance(self.state, Waiting) and not self._greeted:
            self._due.pop("heartbeat", None)  # the first word after trouble is a small signed one, not a whole batch
        return outcome

    def rest_s(self, now: datetime) -> float:
        """Seconds until run_once() may have something to do; ask earlier when a record was written."""
        if isinstance(self.state, Waiting) and not is_due(self.state, now) and not self._sealing:
            return (self.state.until - now).total_seconds()
        return LOOK_S if self._idle else 0.0

    def forget_wait(self) -> None:
        """Somebody asks for it now."""
        self.state = Ready()

    def hurry(self) -> None:
        """Staff ask for it: no wait, and a small signed word first, so that they see whether the centre is there."""
        self.state = self.mute = Ready()
        self._due.pop("heartbeat", None)

    def _next(self, now: datetime) -> Outcome:
        self._greeted = self._claim("heartbeat", now, HEARTBEAT_S)
        if self._greeted:
            return self._heartbeat(now)
        if (frozen := self._batch()) is not None:
            return self._send(frozen, now)
        if isinstance(sealed := self._seal(), Sealed):
            return sealed
        if self._claim("updates", now, UPDATES_S):
            return self._update()
        if is_due(self.mute, now) and (waiting := self._outtray.names()):
            return self._speak(waiting[0], now)
        if self._claim("purge", now, PURGE_S):
            self._store.purge(self._sealing_key)
        return Idle()

    def _claim(self, chore: str, now: datetime, seconds: int) -> bool:
        """Whether a chore is due; if so it is put off to its next time. A clock set back makes everything due."""
        due = self._due.get(chore)
        if due is not None and due - timedelta(seconds=seconds) <= now < due:
            return False
        self._due[chore] = now + timedelta(seconds=seconds)
        return True

    def _batch(self) -> Frozen | None:
        if frozen := self._store.frozen():
            return frozen[0]
        return self._freeze()

    def _freeze(self) -> Frozen | None:
        if self._store.status().unsent == 0:
            return None
        return self._store.freeze(batch.RECORDS_MAX, batch.UNPACKED_MAX, offset_ms=clock_offset(self._store))

    def _send(self, frozen: Frozen, now: datetime) -> Outcome:
        try:
            made = self._made if self._made and self._made.batch_id == frozen.batch_id else self._make(frozen)
        except BatchError as error:  # a record that no batch can carry, or a damaged one: the others shall go on
            self._store.retire(frozen.batch_id, str(error))
            return Split(str(error))
        outcome = self._carry(made, frozen)
        match outcome:
            case Delivered(receipt, fresh):
                if fresh:
                    note_time(self._store, datetime.fromisoformat(receipt["time"]), now)
                    self._look_back(frozen, receipt)
                if believe(self._store, receipt, None) == 0 and not receipt["parked"]:
                    return Unreachable("回执没有记下任何一条 · a receipt that holds nothing")  # else we would spin
                self._unsealed = True
                if self._store.status().unsent == 0:  # nobody waits for the rest of this step
                    self._seal()
            case Refused():
                self._store.retire(frozen.batch_id, outcome.why)
        return outcome

    def _make(self, frozen: Frozen) -> Made:
        unpacked = build(self._store, frozen, self._identity)
        return Made(frozen.batch_id, unpacked, batch.pack(unpacked))

    def _carry(self, made: Made, frozen: Frozen) -> Answer:
        """Send a batch, and do meanwhile what comes after it."""
        more = self._store.status().unsent > frozen.count
        if not more and not self._unsealed:
            return self._central.send_batch(made.unpacked, made.packed)
        errand = self._errand(lambda: self._central.send_batch(made.unpacked, made.packed))
        try:
            with suppress(EnvironmentFault, BatchError):  # whoever comes to it in turn says what is wrong
                if more:
                    self._make_next()
                while not errand.done() and isinstance(self._seal(SEAL_MEANWHILE), Sealed):
                    pass
        finally:
            answer = errand.result()
        return answer

    def _make_next(self) -> None:
        """The batch after the one under way: frozen like any other, and kept in memory as it will go out."""
        live = self._store.frozen()
        if (following := live[1] if len(live) > 1 else self._freeze()) is not None:
            self._made = self._make(following)

    def _seal(self, most: int = SEAL) -> Sealed | Idle:
        """Seal some of what was settled and is still in the clear."""
        count = self._store.seal(self._sealing_key, most) if self._unsealed else 0
        self._unsealed = count == most
        return Sealed(count) if count else Idle()

    def _speak(self, name: str, now: datetime) -> Outcome:
        """The next part of a spoken message: it begins where the centre says that it stands."""
        if (box := self._outtray.read(name)) is None:
            return Split("录音文件已损坏，另放一边 · a damaged message was set aside")
        known = self._held if self._held is not None and self._held.sha256 == name else self._central.voice_held(name)
        if isinstance(known, voices.Held) and not known.whole:
            known = self._central.voice_part(name, box, known.held if known.held < len(box) else 0)
        self._held = known if isinstance(known, voices.Held) else None
        wrong = isinstance(known, voices.Held) and known.refused
        trouble = Unreachable(known.why) if isinstance(known, voices.Mute) else Unreachable(str(wrong))
        self.mute = next_state(
            self.mute, trouble if isinstance(known, voices.Mute) or wrong else known, now, self._jitter()
        )
        if wrong:  # our bytes were looked at just now: they were spoilt on the way, and go again from the start
            self._held = None
        elif isinstance(known, voices.Held) and known.whole:
            self._outtray.drop(name)
        return known

    def _look_back(self, frozen: Frozen, receipt: Mapping[str, Any]) -> None:
        """A centre that holds nothing right before this batch was restored from an older backup: send that again."""
        if receipt["head"]["seq"] < frozen.first - 1:
            self._store.reopen(frozen.epoch, receipt["head"]["seq"])

    def _update(self) -> Outcome:
        outcome = self._central.updates(updates.cursor(self._store))
        if isinstance(outcome, Updated):
            self.problems = updates.apply(self._store, outcome.page)
            if outcome.page.more:
                self._due.pop("updates", None)
        return outcome

    def _heartbeat(self, now: datetime) -> Outcome:
        status, held = self._store.status(), self._next_held()
        said = {**self._report(), "unsent": status.unsent, "oldest_s": status.oldest_unsent_s, "time": wire_time(now)}
        if held is not None:
            said["epoch"] = held[0]
        outcome = self._central.heartbeat(said)
        if isinstance(outcome, Heard):
            note_time(self._store, outcome.time, now)
            if held is not None and outcome.head is not None and outcome.head["seq"] < held[1]:
                self._store.reopen(held[0], outcome.head["seq"])  # the centre was restored, and nobody has spoken since
        return outcome

    def _next_held(self) -> tuple[str, int] | None:
        """Each heartbeat asks about one epoch, the next in turn, how far the centre holds it: the name, our last."""
        epochs = self._store.held_epochs()
        self._turn += 1
        return epochs[self._turn % len(epochs)] if epochs else None


def build(store: Store, frozen: Frozen, identity: Identity) -> bytes:
    """The unpacked bytes of a frozen batch: the same at every call, as long as its bodies are. Raises BatchError."""
    lines, link = store.contents(frozen)
    return batch.write(frozen.header, lines, link, identity.signing)


def believe(store: Store, receipt: Mapping[str, Any], sealing_key: bytes | None) -> int:
    """Settle what a receipt names whose signature was verified; how many records newly. Twice is fine.

    sealing_key None: somebody calls store.seal() soon.
    """
    parked = {entry["seq"]: entry["reason"] for entry in receipt["parked"]}
    held = [(first, last) for first, last in receipt["held"]]
    settled = store.settle(receipt["batch"], held, parked, sealing_key)
    if receipt["fork"] and store.status().epoch == receipt["epoch"]:
        store.start_epoch("fork")
    if receipt["backup_covers"] is not None:
        store.put_backup_covered(receipt["epoch"], receipt["backup_covers"])
    return settled


def note_time(store: Store, theirs: datetime, ours: datetime) -> None:
    """Record the clock's error: the centre's time minus ours in milliseconds, and when it was seen.

    The centre's word is to the second, so less than two seconds are no news, and spare the disk a write a minute.
    """
    offset = round((theirs - ours).total_seconds() * 1000)
    if abs(offset - (clock_offset(store) or 0)) < 2000 and store.meta("clock"):
        return
    store.set_meta("clock", canonical({"offset_ms": offset, "seen": wire_time(theirs)}).decode())


def clock_offset(store: Store) -> int | None:
    """The clock's error last recorded, for the header of the next batch."""
    noted = store.meta("clock")
    return orjson.loads(noted)["offset_ms"] if noted else None
