"""Staff's side of the terminal: who is let in, what they see, and that the page closes by itself.

Everything slow is asked of a thread of its own (ui/staffroom.py). What visitors see is changed in three ways only:
practice, typing for somebody, and the kiosk's end.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final, Protocol

from PySide6.QtCore import QObject, Qt, Signal

from kiosk.config import Config
from kiosk.staff import LONGEST, Outcome, flaw
from kiosk.sticks import Stick, folder_as_stick, mounted
from ui import staffgate
from ui.backroom import Assistance
from ui.conductor import Conductor
from ui.jobs import Jobs
from ui.stafffacts import derive_facts
from ui.staffroom import Cleared, DoorState, Facts, OnStick, StaffRoom, Tried, Written
from ui.viewmodels.backstage import BackstageProps, BackstageViewModel

CLOSES_S: Final = 60.0  # nobody touches: the page closes; what is typed for a visitor ends as well
TRAINS_S: Final = 900.0  # practice that nobody goes on with ends too: the next one may be a visitor
CLEANS_S: Final = 30.0
LOOK_S: Final = 1.0  # how often the table of mounts is read
FACTS_S: Final = 2.0
BEHIND: Final = frozenset({"menu", "stick", "entry", "screen", "clean", "leave"})  # pages for those who were let in
NUMBER_MAX: Final = 8  # digits of a staff number or of a slip


class Senders(Protocol):
    """What the desk needs of ui/sending.py."""

    stood: Any

    def hurry(self) -> None: ...


class StaffDesk(QObject):
    """blind(on): touch does nothing while the glass is wiped. ended: staff close the kiosk; again: it starts anew.

    first_day: staff go through the set-up once more.
    """

    blind = Signal(bool)
    ended = Signal()
    again = Signal()
    firstDay = Signal()
    level = Signal(str, int)
    _told = Signal(int, int)

    def __init__(
        self,
        model: BackstageViewModel,
        conductor: Conductor,
        jobs: Jobs,
        sending: Senders,
        config: Config,
        *,
        clock: Callable[[], Any],
        monotonic: Callable[[], float],
        safe: bool = False,
        leave_safe: Callable[[], None] = lambda: None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._conductor = conductor
        self._visitors = jobs
        self._sending = sending
        self._config = config
        self._monotonic = monotonic
        self._leave_safe = leave_safe
        self._jobs = Jobs(StaffRoom(config.data, clock), self)
        self._started = False
        self._gate = staffgate.Gate()
        self._typed = self._first = ""
        self._touched = self._looked = self._asked = self._cleaned = monotonic()
        self._sticks: tuple[Stick, ...] = ()
        self._known: set[str] | None = None  # what was there at the start is part of the furniture
        model.show(safe=safe)
        self._connect()

    def _connect(self) -> None:
        model = self._model
        model.held.connect(self._hold)
        model.tapped.connect(self._tap)
        model.digit.connect(self._digit)
        model.erased.connect(lambda: self._type(self._typed[:-1]))
        model.entered.connect(self._enter)
        model.wanted.connect(self.want)
        self._sending.stood.connect(self._on_stood)
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)

    @property
    def props(self) -> BackstageProps:
        """What is shown now."""
        return self._model.props

    def close(self) -> None:
        """The terminal ends."""
        if self._started:
            self._jobs.close()

    # -- the way in

    def _hold(self, down: bool) -> None:
        now = self._monotonic()
        self._gate = staffgate.pressed(self._gate, now) if down else staffgate.lifted(self._gate, now)

    def _tap(self) -> None:
        self._gate = staffgate.tapped(self._gate, self._monotonic())
        if self._gate.opened and not self.props.page:
            self.open()

    def open(self, *, by_stick: bool = False) -> None:
        """The PIN, over whatever a visitor had on the screen; it is still there when nobody is let in."""
        if not self._started:
            self._started = True
            self._jobs.start()
        self._touched = self._monotonic()
        self._ask(lambda room: room.door(), lambda door: self._at_door(door, by_stick))

    def _at_door(self, door: DoorState, by_stick: bool = False) -> None:
        page = "newpin" if not door.exists else "locked" if door.challenge else "pin"
        if page == "newpin" and by_stick:
            return  # a stick in a terminal that nobody has set up must not offer a stranger its PIN
        self._clear()
        self._model.show(page=page, by_stick=by_stick, again=False)
        self._show_door(door)

    def _show_door(self, door: DoorState) -> None:
        self._model.show(wait=door.wait, challenge=door.challenge, enrolled=door.enrolled)

    def _clear(self) -> None:
        self._typed = self._first = ""
        self._model.show(typed="", why="", again=False)

    def _digit(self, sign: str) -> None:
        page = self.props.page
        if page == "entry":
            self._number(getattr(self.props, self.props.field) + sign)
        elif not self.props.wait:
            most = 8 if page == "locked" else LONGEST
            self._type((self._typed + sign)[:most])

    def _type(self, typed: str) -> None:
        if self.props.page == "entry":
            self._number(getattr(self.props, self.props.field)[:-1])
            return
        self._typed = typed
        shown = typed if self.props.page == "locked" else "•" * len(typed)
        self._model.show(typed=shown, why="")

    def _enter(self) -> None:
        typed, page = self._typed, self.props.page
        if page == "pin" and typed:
            self._type("")
            self._ask(lambda room: room.try_pin(typed), self._on_tried)
        elif page == "locked" and typed and self.props.enrolled:
            self._type("")
            self._ask(lambda room: room.try_answer(typed), self._on_answered)
        elif page == "newpin":
            self._choose_pin(typed)
        elif page == "entry":
            self._begin_entry()

    def _on_tried(self, tried: Tried) -> None:
        self._show_door(tried.door)
        if self.props.page != "pin":
            return
        if tried.outcome is Outcome.RIGHT:
            self._let_in()
        elif tried.outcome is Outcome.LOCKED:
            self._model.show(page="locked", why="")
        else:
            self._model.show(why=tried.outcome.value)

    def _on_answered(self, tried: Tried) -> None:
        self._show_door(tried.door)
        if tried.outcome is Outcome.RIGHT:
            self._clear()
            self._model.show(page="newpin")
        else:
            self._model.show(why=tried.outcome.value)

    def _choose_pin(self, typed: str) -> None:
        if why := flaw(typed):
            self._clear()
            self._model.show(why=why)
        elif not self._first:
            self._clear()
            self._first = typed
            self._model.show(again=True)
        elif typed != self._first:
            self._clear()
            self._model.show(why="differ")
        else:
            self._clear()
            self._ask(lambda room: room.set_pin(typed), lambda _: self._let_in())

    def _let_in(self) -> None:
        """Whoever stood here has gone, and nothing of theirs stays on the screen behind."""
        self._clear()
        self._stop_entering()
        self._conductor.end_visit()
        self._model.show(page="menu", sync="", note="", done="")
        self._refresh()

    # -- what staff want

    def want(self, what: str) -> None:
        """A button of the staff's side."""
        if what == "close":
            self.leave()
        elif what == "end":
            self._end_use()
        elif self.props.page in BEHIND and (step := getattr(self, f"_want_{what}", None)) is not None:
            step()

    def leave(self) -> None:
        """Visitors have the screen again."""
        self._clear()
        self._model.show(page="", left=0, wait=0)
        if self._started:
            self._jobs.ask(lambda room: room.close())
        if self.props.entering or self.props.training:
            return
        self._conductor.end_visit()

    def _want_menu(self) -> None:
        self._model.show(page="menu", done="", why="")
        self._refresh()

    def _want_sync(self) -> None:
        self._model.show(sync="trying", note="")
        self._sending.hurry()

    def _on_stood(self, state: str, why: str) -> None:
        if self.props.page and self.props.sync and not (state == "idle" and self.props.sync == "waiting"):
            self._model.show(sync=state, note=why)

    def _want_clean(self) -> None:
        self._cleaned = self._monotonic()
        self._model.show(page="clean", left=int(CLEANS_S))
        self.blind.emit(True)

    def _want_leave(self) -> None:
        self._model.show(page="leave")

    def _want_out(self) -> None:
        if self.props.page == "leave":
            self.ended.emit()

    def _want_unsafe(self) -> None:
        self._leave_safe()
        self.again.emit()

    def _want_newpin(self) -> None:
        self._clear()
        self._model.show(page="newpin")

    def _want_setup(self) -> None:
        self.leave()
        self.firstDay.emit()

    # -- practice, and typing for somebody

    def _want_train(self) -> None:
        self._train(on=not self.props.training)
        self.leave()

    def _train(self, *, on: bool) -> None:
        self._stop_entering()
        self._conductor.end_visit()
        self._visitors.ask(lambda room: room.train(on=on))
        self._visitors.ask(lambda room: room.stock(), self._conductor.restock)
        self._model.show(training=on)

    def _end_use(self) -> None:
        """The button that anybody may press: in earnest again."""
        if self.props.training:
            self._train(on=False)
        if self.props.entering:
            self._stop_entering()
            self._conductor.end_visit()

    def _want_entry(self) -> None:
        self._model.show(page="entry", field="by", why="", slip="")

    def _want_by(self) -> None:
        self._model.show(field="by")

    def _want_slip(self) -> None:
        self._model.show(field="slip")

    def _number(self, digits: str) -> None:
        self._model.show(**{self.props.field: digits[:NUMBER_MAX]}, why="")

    def _begin_entry(self) -> None:
        """With a slip's number it is paper, without one the visitor stands here."""
        if not self.props.by:
            self._model.show(why="by", field="by")
            return
        self._enter_for("paper" if self.props.slip else "staff")
        self._clear()
        self._model.show(page="", left=0)

    def _enter_for(self, channel: str) -> None:
        helped = Assistance(channel, self.props.by, self.props.slip)
        self._conductor.end_visit()
        self._visitors.ask(lambda room: room.assist(helped))
        self._model.show(entering=channel)
        self._touched = self._monotonic()

    def _stop_entering(self) -> None:
        if self.props.entering:
            self._model.show(entering="", by="", slip="")
            self._visitors.ask(lambda room: room.assist(None))

    def next_slip(self) -> None:
        """One slip is done: the next has the next number."""
        if self.props.entering == "paper":
            slip = str(int(self.props.slip) + 1)
            self._model.show(slip=slip)
            helped = Assistance("paper", self.props.by, slip)
            self._visitors.ask(lambda room: room.assist(helped))

    # -- the stick

    def _want_stick(self) -> None:
        self._model.show(page="stick", done="", doing="", why="")
        self._look_into()

    def _look_into(self) -> None:
        if self._sticks and not self.props.doing:
            place = self._sticks[-1].place
            self._ask(lambda room: room.look_into(place), self._on_look)

    def _on_look(self, found: OnStick) -> None:
        self._model.show(receipts=found.receipts)

    def _want_write(self) -> None:
        if (stick := self._ready_stick()) is not None:
            self._model.show(doing="write", done="", files=0, records=0)
            self._ask(lambda room: room.export(stick.place, self._told.emit), self._on_written)

    def _want_settle(self) -> None:
        if (stick := self._ready_stick()) is not None:
            self._model.show(doing="settle", done="")
            self._ask(lambda room: room.settle(stick.place), self._on_cleared)

    def _ready_stick(self) -> Stick | None:
        return self._sticks[-1] if self._sticks and not self.props.doing else None

    def _on_told(self, files: int, records: int) -> None:
        if self.props.doing == "write":
            self._model.show(files=files, records=records)

    def _on_written(self, done: Written) -> None:
        self._model.show(
            doing="", done="stopped" if done.why else "wrote", files=done.files, records=done.records, note=done.why
        )
        self._refresh()

    def _on_cleared(self, done: Cleared) -> None:
        stopped = bool(done.why) and not done.files
        self._model.show(
            doing="",
            done="stopped" if stopped else "settled",
            files=done.files,
            records=done.records,
            aside=done.aside,
            note=done.why,
        )
        self._refresh()

    # -- light and sound

    def _want_screen(self) -> None:
        self._model.show(page="screen")

    def _want_brighter(self) -> None:
        self.level.emit("brightness", 1)

    def _want_darker(self) -> None:
        self.level.emit("brightness", -1)

    def _want_louder(self) -> None:
        self.level.emit("volume", 1)

    def _want_softer(self) -> None:
        self.level.emit("volume", -1)

    # -- time

    def touch(self) -> None:
        """A finger came down somewhere."""
        self._touched = self._monotonic()

    def tick(self) -> None:
        """What time brings: sticks come and go, waits run out, pages close."""
        now = self._monotonic()
        if now - self._looked >= LOOK_S:
            self._looked = now
            self._look_for_sticks()
        page = self.props.page
        if page == "clean":
            self._clean(now)
        elif page:
            self._close_in(now)
            if page in ("pin", "locked") and self.props.wait and now - self._asked >= 1.0:
                self._asked = now
                self._ask(lambda room: room.door(), self._show_door)
            if page == "menu" and now - self._asked >= FACTS_S:
                self._refresh()
        elif self.props.entering and now - self._touched >= CLOSES_S:
            self._stop_entering()
            self._conductor.end_visit()
        elif self.props.training and now - self._touched >= TRAINS_S:
            self._train(on=False)

    def _clean(self, now: float) -> None:
        left = CLEANS_S - (now - self._cleaned)
        if left > 0:
            self._model.show(left=int(left) + 1)
            return
        self.blind.emit(False)
        self.touch()
        self._model.show(page="menu")

    def _close_in(self, now: float) -> None:
        if self.props.doing:
            self._touched = now
        left = CLOSES_S - (now - self._touched)
        if left > 0:
            self._model.show(left=int(-(-left // 1)))
        else:
            self.leave()

    def _look_for_sticks(self) -> None:
        self._sticks = self._plugged_in()
        stick = self._sticks[-1] if self._sticks else None
        self._model.show(stick="" if stick is None else "here" if stick.writable else "readonly")
        seen = {one.id for one in self._sticks}
        fresh = seen - self._known if self._known is not None else set()
        self._known = seen
        if not fresh:
            return
        if self.props.page == "stick":
            self._look_into()
        elif not self.props.page and not self._conductor.visiting and not self.props.entering:
            self.open(by_stick=True)

    def _plugged_in(self) -> tuple[Stick, ...]:
        if self._config.stick_folder:
            stick = folder_as_stick(Path(self._config.stick_folder))
            return (stick,) if stick else ()
        return mounted(_paths(self._config.sticks))

    # -- the worker

    def _refresh(self) -> None:
        self._asked = self._monotonic()
        self._ask(lambda room: room.facts(), self._on_facts)

    def _on_facts(self, found: Facts) -> None:
        asks = self._conductor.config.phone_ask
        self._model.show(facts=derive_facts(found, phone_ask=asks, safe=self.props.safe), unsent=found.unsent)

    def _ask(self, job: Callable[[StaffRoom], Any], then: Callable[[Any], None]) -> None:
        self._jobs.ask(job, then, self._on_failed)

    def _on_failed(self, _: Exception) -> None:
        """The log has the words; the page must not stay as if something went on."""
        self._model.show(doing="", why="fault")


def _paths(folders: Iterable[str]) -> tuple[Path, ...]:
    return tuple(Path(folder) for folder in folders)
