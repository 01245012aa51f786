"""朗读: reads what stands on the screen, by espeak-ng in its own process. Off where there is no voice or sound.

Nothing is recorded or sent, and a tap stops it at once.
"""

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QProcess, Signal

VOICES: Final[Mapping[str, str]] = {
    "zh-Hans": "cmn-latn-pinyin",  # the voice "cmn" reads tones as English digits
    "en": "en",
}
WORDS_A_MINUTE: Final = "150"
PAUSE: Final = "\n\n"  # between two texts, as between two paragraphs


class Speech(QObject):
    """One voice. changed when it begins or ends."""

    changed = Signal()

    def __init__(self, program: str | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = program
        self._process: QProcess | None = None

    @property
    def available(self) -> bool:
        """Whether anything can be heard."""
        return self._program is not None

    @property
    def speaking(self) -> bool:
        """Whether it reads right now."""
        return self._process is not None

    def say(self, texts: list[str], language: str) -> None:
        """Read texts, instead of what is being read."""
        self.stop()
        if self._program is None or not texts:
            return
        process = QProcess(self)
        process.finished.connect(lambda: self._ended(process))
        process.errorOccurred.connect(lambda _: self._ended(process))
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        self._process = process
        process.start(self._program, ["-v", VOICES.get(language, "en"), "-s", WORDS_A_MINUTE, "--stdin"])
        process.write(PAUSE.join(texts).encode())
        process.closeWriteChannel()
        self.changed.emit()

    def stop(self) -> None:
        """Be quiet."""
        if (process := self._process) is not None:
            self._process = None
            process.kill()
            process.waitForFinished(500)
            process.deleteLater()
            self.changed.emit()

    def _ended(self, process: QProcess) -> None:
        if process is self._process:
            self._process = None
            process.deleteLater()
            self.changed.emit()


def find_program(environ: Mapping[str, str] = os.environ, exists: Callable[[Path], bool] = Path.exists) -> str | None:
    """The reading program, if there is one and a sound card or sound server to hear it on."""
    runtime = Path(environ.get("XDG_RUNTIME_DIR", "/nonexistent"))
    outputs = [Path("/dev/snd"), runtime / "pulse" / "native", runtime / "pipewire-0"]
    if not environ.get("PULSE_SERVER") and not any(exists(path) for path in outputs):
        return None
    return shutil.which("espeak-ng")


def spell(code: str) -> list[str]:
    """A receipt code sign by sign, with a pause between its groups."""
    return [" , ".join(group) for group in code.split()]
