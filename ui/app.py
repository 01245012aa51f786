"""Composition root of the terminal's screen: puts window, view-models, backroom and courier together.

Only what the first frame needs is imported up here; the rest follows when it has been drawn.
"""

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow
from shiboken6 import delete

from kiosk.catalogue import load_catalogue
from kiosk.clock import local_now
from kiosk.config import Config
from kiosk.errors import PartMissing
from kiosk.notify import Notify
from kiosk.room import room_in
from ui.aloud import Aloud
from ui.asides import BoardDesk
from ui.asking import Asking, ask_the_centre
from ui.attract import Attract
from ui.backroom import Backroom
from ui.commonsdesk import CommonsDesk
from ui.conductor import Conductor
from ui.handoff import HandoffDesk
from ui.handoffcode import Panel
from ui.i18n import Languages
from ui.jobs import Jobs
from ui.journey import Wishes
from ui.keeper import Keeper
from ui.keypad import KeyPad
from ui.lockdown import Lockdown
from ui.lookupdesk import LookupDesk
from ui.nearlyfull import NearlyFull
from ui.registration import register
from ui.safemode import SafeMode, ratings_only
from ui.sending import Sending
from ui.shortcodes import ShortCodes, ask_centre
from ui.speech.speech import Speech, find_voices
from ui.viewmodels.base import text_of
from ui.viewmodels.registry import ViewModels
from ui.viewmodels.shell import ShellProps
from ui.voicedesk import VoiceDesk
from ui.watchdog import Heart

if TYPE_CHECKING:
    from kiosk.crashes import CrashBook
    from ui.backstage import Backstage
    from ui.input.inputs import Inputs
    from ui.input.voice import Finder
    from ui.speech.voice import Voice
    from ui.writing import Writing

ASSETS: Final = Path(__file__).parent.parent / "assets"
FAMILY: Final = "Noto Sans SC"
OTHER_FAMILY: Final = "Noto Sans Arabic"  # for what the first one has no letters for
TICK_MS: Final = 250
WARM_MS: Final = 30  # after the first frame: what comes next is made ready


@dataclass(frozen=True, slots=True)
class Stage:
    """How the window stands. size: None for the whole screen, which visitors cannot leave.

    safe: ratings only, after crashes; crashes: what counts them; notify: who hears whether frames are drawn.
    """

    size: tuple[int, int] | None = None
    still: bool = False
    courier: bool = True
    inputs: "Inputs | None" = None  # the keyboard's engines, where several terminals of a process share them
    voices: "Sequence[Voice] | None" = None  # what speaks; those of the machine unless said otherwise
    microphone: "Finder | None" = None  # what finds it; the machine's own unless said otherwise
    locked: bool = False
    first_day: bool = False
    safe: bool = False
    crashes: "CrashBook | None" = None
    notify: Notify | None = None


def prepare_platform() -> None:
    """Software drawing, and no display needed: call before anything of Qt is made."""
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    os.environ.setdefault(
        "QML_NO_TOUCH_COMPRESSION", "1"
    )  # a turn of the finger between two frames is part of a stroke
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def make_application() -> QGuiApplication:
    """The application with its fonts. A fresh machine has no Chinese font: ours come along."""
    app = QGuiApplication.instance() or QGuiApplication(["kiosk"])
    assert isinstance(app, QGuiApplication)
    for path in sorted((ASSETS / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
    QFont.insertSubstitution(FAMILY, OTHER_FAMILY)
    app.setFont(FAMILY)
    return app


class Terminal(QObject):
    """One terminal with its window. Everything is a part of it, and ends with close()."""

    def __init__(
        self,
        app: QGuiApplication,
        config: Config,
        stage: Stage,
        *,
        clock: Callable[[], datetime] = local_now,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self.config = config
        self.stage = self._stage = stage
        self.monotonic = self._monotonic = monotonic
        self.clock = self._clock = clock
        self.backstage: Backstage | None = None
        self._closed = False
        self._drawn_at = monotonic()
        self.fault: Exception | None = None
        self._writing: Writing | None = None
        self._inputs: Inputs | None = None
        language = config.languages[0]
        props = ShellProps(language=language, languages=config.languages, venue=text_of(config.venue_name, language))
        self.models = ViewModels.make(props, clock(), config.diagonal)
        fit = ratings_only if stage.safe else None
        self.room = Backroom(config, ASSETS, clock, fit=fit)
        self.jobs = Jobs(self.room, self)
        self.sending = Sending(config.data, clock, self._frame_age_ms, self)
        catalogue = load_catalogue(ASSETS / "catalogue.toml")
        catalogue = fit(catalogue) if fit else catalogue
        self.conductor = Conductor(
            self.models, self.jobs, config, catalogue, clock=clock, monotonic=monotonic, parent=self
        )
        self.keeper = Keeper(self.conductor, self.models.idle, self.models.shell, self.models.staff, monotonic)
        self.asking = Asking(ask_the_centre(config.data), self)
        self.lookup = LookupDesk(self.conductor, self.models.lookup, self.jobs, monotonic, self.asking)
        self.board = BoardDesk(self.conductor, self.models.board, self.jobs)
        self.commons = CommonsDesk(self.conductor, self.models.commons, self.jobs, clock)
        self.attract = Attract(self.conductor, self.models.home, still=lambda: stage.still)
        self.short_codes = ShortCodes(ask_centre(config.data), self)
        self.handoff = HandoffDesk(
            self.conductor, self.models, self.jobs, panel=self._panel, clock=clock, short_codes=self.short_codes
        )
        self.safe = SafeMode(self.models, self.conductor) if stage.safe else None
        self.nearly_full = NearlyFull(self.models, self.conductor, lambda: room_in(config.data))
        self.speech = Speech(self._voices(), self)
        self.aloud = Aloud(self, self.speech, ASSETS, better=config.voice and stage.voices is None)
        self.keeper.hold(lambda: self.aloud.holds)
        self.voice = VoiceDesk(
            self.conductor, self.models.voice, self.models.question, self.jobs, monotonic, lambda: room_in(config.data)
        )
        self.keeper.hold(lambda: self.voice.busy)
        self.languages = Languages(app, ASSETS / "i18n")
        self._connect()
        self._begin(app)

    def _connect(self) -> None:
        models, conductor = self.models, self.conductor
        models.home.lookupWanted.connect(self.lookup.open)
        models.home.boardWanted.connect(self.board.open)
        models.board.togetherWanted.connect(self.commons.open)
        shell = models.shell
        shell.languageWanted.connect(lambda code: self._wish(language=code))
        shell.elderWanted.connect(lambda on: self._wish(elder=on))
        shell.contrastWanted.connect(lambda on: self._wish(contrast=on))
        shell.lowReachWanted.connect(lambda on: self._wish(low_reach=on))
        shell.scaleWanted.connect(lambda percent: self._wish(scale=percent))
        models.staff.callWanted.connect(self._call)
        conductor.visitEnded.connect(lambda: models.wipe())  # noqa: PLW0108 - no slot: slots have no weak references
        conductor.languageChanged.connect(self._speak_language)
        conductor.recorded.connect(lambda _: self.sending.ring())
        self.sending.heard.connect(self._on_heard)

    def _begin(self, app: QGuiApplication) -> None:
        self.languages.switch(self.conductor.wishes.language)
        self.conductor.show()
        # Qt 6.11 collects garbage in small steps between bindings, and takes what belongs to items that are just being
        # made ("Cannot find member data", then a crash). In one go it is right; an engine reads this when it is made.
        os.environ.setdefault("QV4_GC_TIMELIMIT", "0")
        self.engine = QQmlApplicationEngine(self)
        register(self.engine, ASSETS)
        self.engine.addImageProvider("handoff", self.handoff.images)
        self.languages.attach(self.engine)
        models = {field.name: getattr(self.models, field.name) for field in fields(self.models)}
        size = self._stage.size or tuple(app.primaryScreen().size().toTuple())
        self.engine.setInitialProperties({**models, "still": self._stage.still, "width": size[0], "height": size[1]})
        self.engine.loadFromModule("Kiosk", "Main")
        if not self.engine.rootObjects():
            raise PartMissing("画面没有起来 · the window could not be made; see the lines above")
        window = self.engine.rootObjects()[0]
        assert isinstance(window, QQuickWindow)
        self.window = window
        self.lockdown = Lockdown(window, locked=self._stage.locked, parent=self)
        window.setProperty("locked", self._stage.locked)
        self.heart = Heart(window, self._stage.notify or Notify({}), self)
        self.keypad = KeyPad(self, self.aloud, monotonic=self._monotonic)
        self._ticker = QTimer(self, interval=TICK_MS)
        self._ticker.timeout.connect(self.tick)

    def show(self) -> None:
        """Show the window; the backroom starts when its first frame has been drawn."""
        self.window.frameSwapped.connect(self._on_frame)
        self.window.frameSwapped.connect(self._on_first_frame, Qt.ConnectionType.SingleShotConnection)
        if self._stage.size:
            self.window.show()
        else:
            self.window.showFullScreen()

    def _on_frame(self) -> None:
        self._drawn_at = self._monotonic()

    def _on_first_frame(self) -> None:
        self.jobs.ask(lambda room: room.stock(), self.conductor.restock, self._on_fault)
        self.jobs.start()
        if self._stage.courier:
            self.sending.start()
        self._ticker.start()
        QTimer.singleShot(0, self, self._open_backstage)
        QTimer.singleShot(WARM_MS, self, self._warm_up)

    def _open_backstage(self) -> None:
        from ui.backstage import Backstage

        self.backstage = Backstage(self)

    def _warm_up(self) -> None:
        """Nobody waits now: what the next screens need is read; in safe mode nothing but what is needed at once."""
        if self._stage.safe:
            return
        from ui.input.voice import find_microphone
        from ui.writing import Writing, make_inputs

        self.voice.look_for(self._stage.microphone or find_microphone)
        inputs = self._stage.inputs
        if inputs is None:
            inputs = self._inputs = make_inputs(self.config.data / "cache", ASSETS, self.conductor.names)
        self._writing = Writing(self.engine, inputs, self)
        self.window.setProperty("warm", True)

    @property
    def ways(self) -> list[str]:
        """The ways of writing that can be used now; none while they are being made ready."""
        return self._writing.ways if self._writing is not None else []

    def _on_heard(self, when: str, moved: bool) -> None:
        """The centre told how things stand."""
        self.conductor.hear(when)
        self.lookup.on_heard(moved=moved)
        if moved:
            self._restock()

    def _restock(self) -> None:
        before = self.conductor.stock
        self.jobs.ask(lambda room: room.stock(before), self._on_stock)

    def _on_stock(self, stock: object) -> None:
        self.conductor.restock(stock)  # type: ignore[arg-type]
        if stock is not None:
            self.board.refresh()
            self.commons.refresh()

    def _on_fault(self, error: Exception) -> None:
        """Without its store a terminal takes nothing in: say so, and end."""
        self.fault = error
        QGuiApplication.exit(1)

    def tick(self) -> None:
        """What time brings: clock, countdowns, the idle question."""
        self.models.shell.tick(self._clock())
        self.conductor.undo.count_down()
        self.keeper.tick()
        self.keypad.tick()
        self.voice.tick()
        self.attract.tick()
        if self.backstage is not None:
            self.backstage.tick()

    def _wish(self, **changes: object) -> None:
        from dataclasses import replace

        wishes: Wishes = replace(self.conductor.wishes, **changes)  # type: ignore[arg-type]
        self.conductor.wish(wishes)

    def _speak_language(self, _: str) -> None:
        """Not inside a button's own handler: what goes with the old words may be that button's card."""
        QTimer.singleShot(0, self, self._speak_now)

    def _speak_now(self) -> None:
        if self._closed:
            return
        self.languages.switch(self.conductor.wishes.language)
        self.lookup.refresh()
        self.board.refresh()
        self.commons.refresh()

    def _call(self) -> None:
        self.keeper.call()
        self.models.staff.show(self._clock().strftime("%H:%M"))

    def _voices(self) -> "Sequence[Voice]":
        if not self.config.voice:
            return ()
        folders = (self.config.data / "sounds", ASSETS / "sounds")
        return self._stage.voices if self._stage.voices is not None else find_voices(folders, self)

    def _panel(self) -> Panel:
        return Panel(self.window.width(), self.window.height(), self.config.diagonal)

    def _frame_age_ms(self) -> int:
        return round((self._monotonic() - self._drawn_at) * 1000)

    def close(self) -> None:
        """End the visit, let the backroom finish what it was asked, and stop."""
        self._closed = True
        self._ticker.stop()
        self.heart.stop()
        if self.backstage is not None:
            self.backstage.close()
        self.lockdown.release()
        self.window.setProperty("locked", False)
        self.speech.stop()
        self.conductor.end_visit()
        self.window.close()
        self.sending.close()
        self.short_codes.close()
        self.asking.close()
        if self._writing is not None:
            self._writing.close()
        if self._inputs is not None:
            self._inputs.stop()
        self.jobs.close()
        self.languages.close()
        self.engine.setOutputWarningsToStandardError(False)  # a screen still being made ready is thrown away half made
        delete(self.engine)  # the screens first: bindings must not outlive what they read
