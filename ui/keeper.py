"""Keeps the terminal for the next visitor: asks when nobody touches, asks before answers are lost, then wipes.

tick() does it all; the clock and who calls are somebody else's.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtGui import QGuiApplication

from ui.conductor import Conductor
from ui.viewmodels.idle import IdleProps, IdleViewModel, derive_idle
from ui.viewmodels.shell import ShellViewModel
from ui.viewmodels.staff import StaffViewModel

CALL_S: Final = 600.0  # a call for staff stands this long, and nobody is sent away meanwhile


class Keeper:
    """The idle question, the question before leaving, and the sheets over a screen."""

    def __init__(
        self,
        conductor: Conductor,
        idle: IdleViewModel,
        shell: ShellViewModel,
        staff: StaffViewModel,
        monotonic: Callable[[], float],
    ) -> None:
        self._conductor = conductor
        self._idle = idle
        self._shell = shell
        self._staff = staff
        self._monotonic = monotonic
        self._called_at: float | None = None
        self._holds: list[Callable[[], bool]] = []
        idle.stayed.connect(self.stay)
        idle.left.connect(self.leave)
        shell.touched.connect(self.touch)
        shell.homeWanted.connect(self.go_home)
        shell.backWanted.connect(self.back)
        shell.sheetWanted.connect(self.open_sheet)
        staff.callEnded.connect(self.end_call)
        conductor.visitEnded.connect(self.clear)

    def hold(self, busy: Callable[[], bool]) -> None:
        """Nobody is asked or sent away while this is so: somebody is read to, or speaks, or writes."""
        self._holds.append(busy)

    @property
    def occupied(self) -> bool:
        """Whether something goes on that is no touch."""
        return any(busy() for busy in self._holds)

    def touch(self) -> None:
        """A finger came down. While the idle question stands, only its own buttons count as an answer."""
        if not self._idle.props.asks:
            self._conductor.touch()

    def tick(self) -> None:
        """Look at the time: ask, count down, or wipe."""
        conductor, config = self._conductor, self._conductor.config
        elder = conductor.wishes.elder
        idle_s, warn_s = (config.elder_idle_s, config.elder_warn_s) if elder else (config.idle_s, config.warn_s)
        if conductor.busy or self.occupied or self._call_stands():
            conductor.stir()
            if self._idle.props.asks == "idle":
                self._idle.show(IdleProps())
            return
        asks, left = derive_idle(conductor.quiet_s, idle_s, warn_s)
        if not asks:
            return
        if conductor.journey.screen == "home" and not self._shell.props.sheet:
            if conductor.visiting or not conductor.at_rest:
                conductor.end_visit()
        elif left == 0:
            conductor.end_visit()
        else:
            self._idle.show(IdleProps("idle", left))

    def stay(self) -> None:
        """还要时间, or 接着填."""
        self._idle.show(IdleProps())
        self._conductor.touch()

    def leave(self) -> None:
        """结束, or 离开."""
        was, _ = self._idle.props.asks, self._idle.show(IdleProps())
        if was == "leave":
            self._shell.show(sheet="")
            self._conductor.go_home()
        else:
            self._conductor.end_visit()

    def go_home(self) -> None:
        """首页: asks first when answers would be lost."""
        if self._conductor.would_lose and not self._conductor.busy:
            self._idle.show(IdleProps("leave"))
        else:
            self._shell.show(sheet="")
            self._conductor.go_home()

    def back(self) -> None:
        """返回: closes a sheet, else one step back."""
        if self._shell.props.sheet:
            self.open_sheet("")
        else:
            self._conductor.back()

    def open_sheet(self, sheet: str) -> None:
        """Help and call, or languages, over the screen that stays as it is."""
        self._shell.show(sheet=sheet)

    def end_call(self) -> None:
        """Somebody came."""
        self._called_at = None
        self._staff.show("")

    def call(self) -> None:
        """A call for staff begins to stand."""
        self._called_at = self._monotonic()

    def clear(self) -> None:
        """Nothing over the screen, and nothing to paste."""
        QGuiApplication.clipboard().clear()
        self._called_at = None
        self._idle.show(IdleProps())
        self._staff.show("")
        self._shell.show(sheet="")

    def _call_stands(self) -> bool:
        return self._called_at is not None and self._monotonic() - self._called_at < CALL_S
