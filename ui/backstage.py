"""Puts staff's side together when the first frame has been drawn: desk, first day, light; and what they may do."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from ui.setupdesk import SetupDesk
from ui.staffdesk import StaffDesk
from ui.stafflight import Light

if TYPE_CHECKING:
    from ui.app import Terminal

LOOK_S: Final = 60.0  # how often a terminal in safe mode asks whether its day is over
AGAIN: Final = 75  # what the event loop returns when the process shall begin anew; never an exit code (ui/running.py)


class Backstage(QObject):
    """Staff's side of one terminal."""

    def __init__(self, terminal: "Terminal") -> None:
        super().__init__(terminal)
        models, stage = terminal.models, terminal.stage
        self._terminal = terminal
        self._looked = terminal.monotonic()
        times = {"clock": terminal.clock, "monotonic": terminal.monotonic}
        crashes = stage.crashes
        self.desk = StaffDesk(
            models.backstage,
            terminal.conductor,
            terminal.jobs,
            terminal.sending,
            terminal.config,
            **times,
            safe=stage.safe,
            leave_safe=crashes.leave_safe if crashes else lambda: None,
            parent=self,
        )
        window = terminal.window
        self.setup = SetupDesk(
            models.setup,
            terminal.config,
            (window.width(), window.height()),
            terminal.sending.hurry,
            **times,
            parent=self,
        )
        self.light = Light(models.backstage, terminal.config.data, self)
        self._connect(terminal)
        self.light.begin()
        if stage.first_day:
            self.setup.begin()

    def _connect(self, terminal: "Terminal") -> None:
        desk, models = self.desk, terminal.models
        models.shell.touched.connect(desk.touch)
        models.thanks.finished.connect(desk.next_slip)
        desk.blind.connect(terminal.lockdown.set_blind)
        desk.level.connect(self.light.step)
        desk.firstDay.connect(lambda: self.setup.begin(anew=True))
        desk.vacant = lambda: models.setup.props.page == ""
        desk.ended.connect(lambda: QGuiApplication.exit(0))
        for one in (desk, self.setup):
            one.again.connect(lambda: QGuiApplication.exit(AGAIN))
        self.setup.languageWanted.connect(models.shell.languageWanted)
        terminal.conductor.visitEnded.connect(terminal.lockdown.wipe)

    def tick(self) -> None:
        """What time brings to staff."""
        self.desk.tick()
        self.setup.tick()
        self._rest()

    def _rest(self) -> None:
        """After its day in safe mode the terminal begins anew, when nobody is there."""
        terminal, now = self._terminal, self._terminal.monotonic()
        crashes = terminal.stage.crashes
        if not terminal.stage.safe or crashes is None or now - self._looked < LOOK_S:
            return
        self._looked = now
        if crashes.rested and not terminal.conductor.visiting and self.desk.props.page == "":
            self.desk.again.emit()

    def close(self) -> None:
        """The terminal ends."""
        self.desk.close()
        self.setup.close()
