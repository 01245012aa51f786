"""A voice: says texts of a language at a volume, and tells when it has ended. The seam of everything that speaks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from PySide6.QtCore import QObject, QProcess

VOLUMES: Final = (1, 2, 3, 4, 5)
USUAL_VOLUME: Final = 3  # every visit begins with it


class Voice(Protocol):
    """What can speak. One thing at a time: start() after stop(), or after it has ended."""

    def speaks(self, language: str) -> bool:
        """Whether it has this language."""
        ...

    def says(self, text: str, language: str) -> bool:
        """Whether it can say this text: any, or one of those that were recorded."""
        ...

    def start(self, texts: Sequence[str], language: str, volume: int, ended: Callable[[], None]) -> None:
        """Begin; ended is called once unless stop() comes first."""
        ...

    def stop(self) -> None:
        """Be quiet at once."""
        ...


@dataclass(frozen=True, slots=True)
class Command:
    """A program that speaks and ends; given goes to its standard input."""

    program: str
    arguments: tuple[str, ...]
    given: bytes = b""


class ProcessVoice(QObject):
    """A voice in a process of its own: what goes wrong there is silence, never a terminal that hangs."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ended: Callable[[], None] = _nothing
        self._process = QProcess(self)  # one for all that is said: a process thrown away in its own signal is a trap
        self._process.setStandardOutputFile(QProcess.nullDevice())
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.finished.connect(self._end)
        self._process.errorOccurred.connect(self._fail)

    def command(self, texts: Sequence[str], language: str, volume: int) -> Command:
        """What to run for these texts."""
        raise NotImplementedError

    @property
    def running(self) -> bool:
        """Whether it speaks right now."""
        return self._process.state() != QProcess.ProcessState.NotRunning

    def start(self, texts: Sequence[str], language: str, volume: int, ended: Callable[[], None]) -> None:
        """Begin; ended is called once unless stop() comes first."""
        self.stop()
        command = self.command(texts, language, volume)
        self._ended = ended
        self._process.start(command.program, list(command.arguments))
        if self.running:
            self._process.write(command.given)
            self._process.closeWriteChannel()

    def stop(self) -> None:
        """Be quiet at once."""
        self._ended = _nothing
        if self.running:
            self._process.kill()
            self._process.waitForFinished(500)

    def _end(self, *_: object) -> None:
        ended, self._ended = self._ended, _nothing
        ended()

    def _fail(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # any other is followed by finished
            self._end()


def _nothing() -> None:
    pass
