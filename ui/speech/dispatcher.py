"""speech-dispatcher, where a centre has a better voice than espeak-ng behind it."""

import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QObject, QProcess

from ui.speech.voice import Command, ProcessVoice

PROGRAM: Final = "spd-say"
NO_BETTER: Final = ("espeak", "dummy", "generic", "cicero")  # modules that begin so are no reason to go this way
LANGUAGES: Final[Mapping[str, tuple[str, ...]]] = {  # ours → how voices name it
    "zh-Hans": ("zh", "cmn"),
    "zh-Hant": ("zh", "cmn"),
    "en": ("en",),
    "ug": ("ug",),
}
LOUDNESS: Final = {1: "-70", 2: "-35", 3: "0", 4: "45", 5: "90"}  # of -100 to 100, by volume
PATIENCE_S: Final = 3.0  # the daemon may be starting


class Dispatcher(ProcessVoice):
    """modules: language → the module that speaks it."""

    def __init__(self, program: str, modules: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = program
        self._modules = modules

    def speaks(self, language: str) -> bool:
        """Whether a module has this language."""
        return language in self._modules

    def says(self, text: str, language: str) -> bool:  # noqa: ARG002 - any text
        """Every text of its languages."""
        return self.speaks(language)

    def command(self, texts: Sequence[str], language: str, volume: int) -> Command:
        """What to run for these texts."""
        spoken = LANGUAGES[language][0]
        how = ("--wait", "-o", self._modules[language], "-l", spoken, "-i", LOUDNESS[volume], "--", "\n".join(texts))
        return Command(self._program, how)

    def stop(self) -> None:
        """Be quiet at once: the daemon goes on when its client is gone, so it is told, too."""
        if self.running:
            QProcess.startDetached(self._program, ["-C"])
        super().stop()


def find_modules(program: str | None = None, run: "Callable[[list[str]], str] | None" = None) -> dict[str, str]:
    """Language → module, of better voices alone; empty where there is none. Takes a second: not in the first frame."""
    program = program or shutil.which(PROGRAM)
    if program is None:
        return {}
    ask = run or _ask
    found: dict[str, str] = {}
    for module in ask([program, "-O"]).split()[2:]:  # after the heading OUTPUT MODULES
        if module.startswith(NO_BETTER):
            continue
        spoken = {
            line.split()[1] for line in ask([program, "-o", module, "-L"]).splitlines()[1:] if len(line.split()) > 1
        }
        for language, names in LANGUAGES.items():
            if any(voice.split("-")[0].split("_")[0].lower() in names for voice in spoken):
                found.setdefault(language, module)
    return found


def _ask(command: list[str]) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_S, check=True).stdout
    except (OSError, subprocess.SubprocessError):
        return ""
