"""A spoken message from a phone: a sound file in the page's form, looked at, sealed and laid by before the next page.

It works without a script. The plain sound is in memory alone, as on the terminal: what is kept is sealed for the desk,
and swept away when the form is never sent.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http import HttpRequest

from kiosk.forms.model import Question
from kiosk.forms.visit import FormVisit
from kiosk.voices import SECONDS_MAX, named_in, seal_voice
from sync.central.cases import throttle
from sync.central.cases.sounds import bare, tell
from sync.central.intake import voices
from sync.central.keys import Keys

FILE_MAX: Final = 3 * 2**20  # bytes: a minute as the recorders of phones write it
BODY_MAX: Final = 24 * 2**20  # a request larger than this is not read at all
GRACE_S: Final = 2  # a recorder stops a little late
SPEAKS: Final = throttle.Limit("speak", 10, 60)  # from one address: a carrier's phones share it


class InMemory(MemoryFileUploadHandler):
    """Files in memory and never on the disk; a larger one is let pass by, and nothing of it is kept."""

    def handle_raw_input(self, *_: Any, **__: Any) -> None:
        self.activated, self._room = True, FILE_MAX + 1

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """One byte more than there may be says enough."""
        self.file.write(raw_data[: max(0, self._room - start)])


@dataclass(frozen=True, slots=True)
class Booth:
    """Where a message is taken: under whose keys, when, for which visit, from which address."""

    keys: Keys
    now: datetime
    subject: str
    address: str


def take(
    booth: Booth, visit: FormVisit, request: HttpRequest, shown: Sequence[Question], say: Mapping[str, str]
) -> tuple[FormVisit, dict[str, str]]:
    """With the messages that were posted for these questions, and what is wrong with those that were not taken."""
    wrong: dict[str, str] = {}
    for question in shown:
        name = question.name
        if question.type != "audio" or f"has.{name}" not in request.POST:
            continue
        file, before = request.FILES.get(f"q.{name}"), visit.value(name)
        if file is not None:
            answer = _answer(booth, file.read())
            if isinstance(answer, str):
                wrong[name] = say[answer]
                continue
            visit = visit.answer(name, answer)
        elif f"q.{name}.keep" not in request.POST:
            visit = visit.clear(name)
        if before is not None and before != visit.value(name):
            voices.drop(booth.keys.source, list(named_in({name: before})))
    return visit, wrong


def _answer(booth: Booth, data: bytes) -> dict[str, Any] | str:
    """The answer that a file is; else the key of the words for what is wrong with it."""
    if len(data) > FILE_MAX:
        return "voice_big"
    if (sound := tell(data)) is None:
        return "voice_unreadable"
    if sound.seconds > SECONDS_MAX + GRACE_S:
        return "voice_long"
    if throttle.wait(SPEAKS, booth.address, booth.now):
        return "voice_busy"
    throttle.failed(SPEAKS, booth.address, booth.now)
    key = bytes(booth.keys.sealing.public_key)
    sealed = seal_voice(key, booth.subject, bare(data), sound.seconds, FILE_MAX)
    return sealed.answer if voices.lay_by(booth.keys.source, sealed, booth.now) else "voice_busy"


def without_lost(visit: FormVisit, known: Callable[[str], bool] = voices.is_here) -> FormVisit:
    """Without messages that were swept away meanwhile: their question is asked again."""
    for name, value in visit.given().items():
        if any(not known(voice) for voice in named_in({name: value})):
            visit = visit.clear(name)
    return visit


def keep(keys: Keys, answers: Mapping[str, Any]) -> None:
    """A record names these messages now. Joins the caller's transaction."""
    if names := list(named_in(answers)):
        voices.bind(keys.source, names)
