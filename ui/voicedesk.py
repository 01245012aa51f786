"""A spoken message: press, speak, stop, listen, delete. The sound is in memory alone and sealed as soon as it stops."""

from collections.abc import Callable
from typing import Any, Final

from kiosk.room import Room
from kiosk.voices import SECONDS_MAX
from ui import journey as place
from ui.backroom import Backroom
from ui.conductor import Conductor
from ui.input.voice import LEAST_S, RATE, Finder, Recorder, decode, encode
from ui.jobs import Jobs
from ui.viewmodels.question import QuestionViewModel
from ui.viewmodels.voice import VoiceProps, VoiceViewModel

BUSY: Final = frozenset({"starting", "recording", "sealing", "playing"})


class VoiceDesk:
    """Owns the microphone while a page asks for a message. Wherever that page is left, recording ends with it."""

    def __init__(  # noqa: PLR0917 - what it stands between
        self,
        conductor: Conductor,
        model: VoiceViewModel,
        question: QuestionViewModel,
        jobs: Jobs,
        monotonic: Callable[[], float],
        room: Callable[[], Room],
    ) -> None:
        self._conductor = conductor
        self._model = model
        self._jobs = jobs
        self._monotonic = monotonic
        self._room = room
        self._recorder: Recorder | None = None
        self._asked = ""  # the question that is shown
        self._turn = 0  # answers of the worker that belong to a page left since count for nothing
        self._began = 0.0
        self._until = 0.0
        conductor.can_speak = self.offered
        model.recordWanted.connect(self.record)
        model.stopWanted.connect(self.stop)
        model.listenWanted.connect(self.listen)
        model.deleteWanted.connect(self.delete)
        question.changed.connect(self._on_page)
        conductor.visitEnded.connect(self.forget)

    def look_for(self, find: Finder) -> None:
        """Look for a microphone, in the worker."""
        self._jobs.ask(lambda _: find(), self._on_found)

    def _on_found(self, recorder: Recorder | None) -> None:
        self._recorder = recorder

    def offered(self) -> bool:
        """Whether speaking can be offered: a microphone, a centre to seal to, and room on the disk."""
        stock = self._conductor.stock
        return self._recorder is not None and stock is not None and stock.can_seal and self._room().voice

    @property
    def busy(self) -> bool:
        """Whether somebody speaks or listens: that is being here, without a touch."""
        return self._model.props.state in BUSY

    # -- wishes

    def record(self) -> None:
        """Press and speak."""
        if self._asked and self._model.props.state in ("empty", "trouble") and self._recorder is not None:
            self._model.show(VoiceProps("starting", 0, SECONDS_MAX))
            self._do(lambda recorder, _: recorder.start(), self._on_started)

    def stop(self) -> None:
        """Enough said, or heard."""
        state = self._model.props.state
        if state == "recording":
            self._model.show(VoiceProps("sealing", self._model.props.seconds))
            self._do(_take, self._on_taken)
        elif state == "playing":
            self._quiet()
            self._show_kept()

    def listen(self) -> None:
        """Hear it again."""
        value = self._value
        if self._model.props.state == "kept" and value is not None:
            self._until = self._monotonic() + value["voice"]["seconds"] + 1
            self._model.show(VoiceProps("playing", value["voice"]["seconds"]))
            self._do(lambda recorder, room: recorder.play(decode(room.spoken.sound(value) or b"")), lambda _: None)

    def delete(self) -> None:
        """It was never said."""
        value, name = self._value, self._asked
        if value is None or self._model.props.state not in ("kept", "playing"):
            return
        self._quiet()
        self._jobs.ask(lambda room: room.spoken.unsay(value))
        self._conductor.write(name, None)
        self._show_kept()

    def tick(self) -> None:
        """The seconds, and the end of a minute."""
        state = self._model.props.state
        if state == "recording" and self._recorder is not None:
            seconds = int(self._monotonic() - self._began)
            self._model.show(VoiceProps(state, seconds, max(0, SECONDS_MAX - seconds), self._recorder.level()))
            if seconds >= SECONDS_MAX:
                self.stop()
        elif state == "playing" and self._monotonic() >= self._until:
            self._quiet()
            self._show_kept()

    # -- what came of it

    def _on_started(self, _: object) -> None:
        self._began = self._monotonic()
        self._model.show(VoiceProps("recording", 0, SECONDS_MAX))

    def _on_taken(self, answer: dict[str, Any] | None) -> None:
        if answer is not None:
            self._conductor.write(self._asked, answer)
        self._show_kept()

    def _on_trouble(self, _: Exception) -> None:
        self._model.show(VoiceProps("trouble"))

    def _do(self, job: Callable[[Recorder, Backroom], Any], then: Callable[[Any], None]) -> None:
        """Ask the worker; what it says of a page that was left meanwhile is not listened to."""
        recorder, turn = self._recorder, self._turn
        if recorder is not None:
            self._jobs.ask(
                lambda room: job(recorder, room),
                lambda found: then(found) if turn == self._turn else None,
                lambda error: self._on_trouble(error) if turn == self._turn else None,
            )

    # -- pages

    @property
    def _value(self) -> Any:
        visit = self._conductor.journey.visit
        return visit.value(self._asked) if visit is not None and self._asked else None

    def _on_page(self) -> None:
        shown = [one.name for one in place.questions(self._conductor.journey) if one.type == "audio"]
        asked = shown[0] if shown and self._conductor.journey.screen == "question" else ""
        if asked != self._asked:
            self._leave()
            self._asked = asked
            self._show_kept()

    def _show_kept(self) -> None:
        value = self._value
        self._model.show(VoiceProps("kept", value["voice"]["seconds"]) if value else VoiceProps())

    def _leave(self) -> None:
        if self.busy:
            self._quiet()
        self._turn += 1

    def _quiet(self) -> None:
        """Neither recording nor playing any more."""
        if (recorder := self._recorder) is not None:
            self._jobs.ask(lambda _: (recorder.discard(), recorder.hush()))

    def forget(self) -> None:
        """The visitor has gone."""
        self._leave()
        self._asked = ""
        self._model.show(VoiceProps())


def _take(recorder: Recorder, room: Backroom) -> dict[str, Any] | None:
    """What was said, sealed; None for nothing."""
    samples = recorder.stop()
    if len(samples) < LEAST_S * RATE:
        return None
    return room.speak(encode(samples), round(len(samples) / RATE))
