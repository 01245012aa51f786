"""Staff's side of the terminal: who is let in, what they see, and that the page closes by itself.

Everything slow is asked of a thread of its own (ui/staffroom.py). What visitors see is changed in three ways only:
practice, typing for somebody, and the kiosk's end.
"""

from collections.abc import Callable
from typing import Any, Final, Protocol

from PySide6.QtCore import QObject, Signal

from kiosk.config import Config
from ui.backroom import Assistance
from ui.conductor import Conductor
from ui.jobs import Jobs
from ui.staffdoor import StaffDoor
from ui.stafffacts import derive_facts
from ui.staffroom import Facts, StaffRoom
from ui.staffstick import StickDesk
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
        self._started = self._came = False
        self.vacant: Callable[[], bool] = lambda: True  # whether no other page of staff's lies over the screen
        self._touched = self._looked = self._asked = self._cleaned = monotonic()
        self._door = StaffDoor(model, self._ask, monotonic, self._let_in)
        self._stick = StickDesk(model, self._ask, config, self)
        model.show(safe=safe, training=config.training)
        self._connect()

    def _connect(self) -> None:
        model = self._model
        model.digit.connect(self._digit)
        model.erased.connect(self._erase)
        model.entered.connect(lambda: self._begin_entry() if self.props.page == "entry" else self._door.enter())
        model.wanted.connect(self.want)
        self._sending.stood.connect(self._on_stood)
        self._stick.done.connect(self._refresh)
        self._stick.came.connect(self._on_stick)

    @property
    def props(self) -> BackstageProps:
        """What is shown now."""
        return self._model.props

    def close(self) -> None:
        """The terminal ends."""
        if self._started:
            self._jobs.close()

    # -- the way in

    def open(self, *, by_stick: bool = False) -> None:
        """The PIN, over whatever a visitor had on the screen."""
        self.touch()
        self._door.open(by_stick=by_stick)

    def _on_stick(self) -> None:
        """Nobody else plugs sticks in. A visitor is not disturbed: it waits until they have gone."""
        self._came = True

    def _offer_stick(self) -> None:
        if not self.props.stick or not self.vacant():  # pulled out again; or the first day looks for its slip
            self._came = False
        elif not self._conductor.visiting and not self.props.entering:
            self._came = False
            self.open(by_stick=True)

    def _digit(self, sign: str) -> None:
        if self.props.page == "entry":
            self._number(getattr(self.props, self.props.field) + sign)
        else:
            self._door.digit(sign)

    def _erase(self) -> None:
        if self.props.page == "entry":
            self._number(getattr(self.props, self.props.field)[:-1])
        else:
            self._door.erase()

    def _let_in(self) -> None:
        """Whoever stood here has gone, and nothing of theirs stays on the screen behind."""
        self._stop_entering()
        self._conductor.end_visit()
        self.touch()
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
        """Visitors have the screen again; one who stood there when nobody was let in goes on."""
        behind = self.props.page in BEHIND
        if behind:
            self._visitors.ask(lambda room: room.note_staff())
        self._door.clear()
        self._model.show(page="", left=0, wait=0)
        if self._started:
            self._jobs.ask(lambda room: room.close())
        if behind and not self.props.entering and not self.props.training:
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
        self._door.choose_anew()

    def _want_setup(self) -> None:
        self.leave()
        self.firstDay.emit()

    # -- practice, and typing for somebody

    def _want_train(self) -> None:
        if not self._config.training:  # one that practises for ever was told so by its kiosk.toml
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
        if self.props.training and not self._config.training:
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
        self._door.clear()
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
        self._stick.open()

    def _want_write(self) -> None:
        self._stick.write()

    def _want_settle(self) -> None:
        self._stick.settle()

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
            self._stick.look()
        page = self.props.page
        if self._came and not page:
            self._offer_stick()
        if page == "clean":
            self._clean(now)
        elif page:
            self._close_in(now)
            self._door.look()
            if page == "menu" and now - self._asked >= FACTS_S:
                self._refresh()
        elif self.props.entering and now - self._touched >= CLOSES_S:
            self._stop_entering()
            self._conductor.end_visit()
        elif self.props.training and not self._config.training and now - self._touched >= TRAINS_S:
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

    # -- the worker

    def _refresh(self) -> None:
        self._asked = self._monotonic()
        self._ask(lambda room: room.facts(), self._on_facts)

    def _on_facts(self, found: Facts) -> None:
        asks = self._conductor.config.phone_ask
        self._model.show(facts=derive_facts(found, phone_ask=asks, safe=self.props.safe), unsent=found.unsent)

    def _ask(self, job: Callable[[StaffRoom], Any], then: Callable[[Any], None]) -> None:
        if not self._started:
            self._started = True
            self._jobs.start()
            self.touch()
        self._jobs.ask(job, then, self._on_failed)

    def _on_failed(self, _: Exception) -> None:
        """The log has the words; the page must not stay as if something went on."""
        self._model.show(doing="", why="fault")
