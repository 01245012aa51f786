"""The door to staff's side: the gesture, the PIN, and what happens when it is locked or was never set."""

from collections.abc import Callable
from typing import Any

from kiosk.staff import ANSWER, LONGEST, Outcome, flaw
from ui import staffgate
from ui.staffroom import DoorState, StaffRoom, Tried
from ui.viewmodels.backstage import BackstageProps, BackstageViewModel

Ask = Callable[[Callable[[StaffRoom], Any], Callable[[Any], None]], None]  # a job for staff's thread, and what then


class StaffDoor:
    """Opens at the gesture or for a stick; let_in is called for whoever may come in, and for nobody else."""

    def __init__(
        self, model: BackstageViewModel, ask: Ask, monotonic: Callable[[], float], let_in: Callable[[], None]
    ) -> None:
        self._model = model
        self._ask = ask
        self._monotonic = monotonic
        self._let_in = let_in
        self._gate = staffgate.Gate()
        self._typed = self._first = ""
        self._asked = monotonic()
        model.held.connect(self._hold)
        model.tapped.connect(self._tap)

    @property
    def _props(self) -> BackstageProps:
        return self._model.props

    def _hold(self, down: bool) -> None:
        now = self._monotonic()
        self._gate = staffgate.pressed(self._gate, now) if down else staffgate.lifted(self._gate, now)

    def _tap(self) -> None:
        self._gate = staffgate.tapped(self._gate, self._monotonic())
        if self._gate.opened and not self._props.page:
            self.open()

    def open(self, *, by_stick: bool = False) -> None:
        """The PIN, over whatever a visitor had on the screen; it is still there when nobody is let in."""
        self._ask(lambda room: room.door(), lambda door: self._at_door(door, by_stick))

    def _at_door(self, door: DoorState, by_stick: bool) -> None:
        page = "newpin" if not door.exists else "locked" if door.challenge else "pin"
        if page == "newpin" and by_stick:
            return  # a stick in a terminal that nobody has set up must not offer a stranger its PIN
        self.clear()
        self._model.show(page=page, by_stick=by_stick)
        self._show(door)

    def _show(self, door: DoorState) -> None:
        self._model.show(wait=door.wait, challenge=door.challenge, enrolled=door.enrolled)

    def look(self) -> None:
        """Once a second, how long the wait still is."""
        if self._props.page in ("pin", "locked") and self._props.wait and self._monotonic() - self._asked >= 1.0:
            self._asked = self._monotonic()
            self._ask(lambda room: room.door(), self._show)

    # -- digits

    def clear(self) -> None:
        """Nothing typed."""
        self._typed = self._first = ""
        self._model.show(typed="", why="", again=False)

    def digit(self, sign: str) -> None:
        """One more."""
        if not self._props.wait:
            self._type((self._typed + sign)[: ANSWER if self._props.page == "locked" else LONGEST])

    def erase(self) -> None:
        """The last one goes."""
        self._type(self._typed[:-1])

    def _type(self, typed: str) -> None:
        self._typed = typed
        self._model.show(typed=typed if self._props.page == "locked" else "•" * len(typed), why="")

    def enter(self) -> None:
        """All of it is typed."""
        typed, page = self._typed, self._props.page
        if page == "newpin":
            self._choose(typed)
        elif typed:
            self._type("")
            if page == "pin":
                self._ask(lambda room: room.try_pin(typed), self._on_tried)
            elif page == "locked" and self._props.enrolled:
                self._ask(lambda room: room.try_answer(typed), self._on_answered)

    def _on_tried(self, tried: Tried) -> None:
        self._show(tried.door)
        if self._props.page != "pin":
            return  # closed meanwhile
        if tried.outcome is Outcome.RIGHT:
            self.clear()
            self._let_in()
        elif tried.outcome is Outcome.LOCKED:
            self._model.show(page="locked", why="")
        else:
            self._model.show(why=tried.outcome.value)

    def _on_answered(self, tried: Tried) -> None:
        self._show(tried.door)
        if self._props.page != "locked":
            return
        if tried.outcome is Outcome.RIGHT:
            self.choose_anew()
        else:
            self._model.show(why=tried.outcome.value)

    def choose_anew(self) -> None:
        """Another PIN, by somebody who was let in."""
        self.clear()
        self._model.show(page="newpin")

    def _choose(self, typed: str) -> None:
        first = self._first
        self.clear()
        if first and typed != first:
            self._model.show(why="differ")
        elif first:
            self._ask(lambda room: room.set_pin(typed), lambda _: self._let_in())
        elif why := flaw(typed):
            self._model.show(why=why)
        else:
            self._first = typed
            self._model.show(again=True)
