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
        self._process: QProcess | None = None
        self._ended: Callable[[], None] = _nothing

    def command(self, texts: Sequence[str], language: str, volume: int) -> Command:
        """What to run for these texts."""
        raise NotImplementedError

    def start(self, texts: Sequence[str], language: str, volume: int, ended: Callable[[], None]) -> None:
        """Begin; ended is called once unless stop() comes first."""
        self.stop()
        command = self.command(texts, language, volume)
        process = QProcess(self)
        process.finished.connect(lambda: self._end(process))
        process.errorOccurred.connect(lambda _: self._end(process))
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        self._process, self._ended = process, ended
        process.start(command.program, list(command.arguments))
        if command.given:
            process.write(command.given)
        process.closeWriteChannel()

    def stop(self) -> None:
        """Be quiet at once."""
        if (process := self._process) is not None:
            self._process, self._ended = None, _nothing
            process.kill()
            process.waitForFinished(500)
            process.deleteLater()

    def _end(self, process: QProcess) -> None:
        if process is self._process:
            ended, self._process, self._ended = self._ended, None, _nothing
            process.deleteLater()
            ended()


def _nothing() -> None:
    pass
