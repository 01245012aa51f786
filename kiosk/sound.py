"""What this machine has to speak with, and to be heard by: for the doctor, and for 朗读."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

ESPEAK: Final = "espeak-ng"
VOICES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "zh-Hans": "cmn-latn-pinyin",  # the voice "cmn" reads tones as English digits
        "zh-Hant": "cmn-latn-pinyin",  # its dictionary knows both scripts
        "en": "en",
        "ug": "ug",
    }
)
PATIENCE_S: Final = 3.0


def can_be_heard(environ: Mapping[str, str] = os.environ, exists: Callable[[Path], bool] = Path.exists) -> bool:
    """Whether there is a sound card or a sound server."""
    runtime = Path(environ.get("XDG_RUNTIME_DIR", "/nonexistent"))
    outputs = [Path("/dev/snd"), runtime / "pulse" / "native", runtime / "pipewire-0"]
    return bool(environ.get("PULSE_SERVER")) or any(exists(path) for path in outputs)


def can_hear(environ: Mapping[str, str] = os.environ, devices: Path = Path("/dev/snd")) -> bool:
    """Whether there is something to record with: a capture device, or a sound server that may know one."""
    runtime = Path(environ.get("XDG_RUNTIME_DIR", "/nonexistent"))
    servers = (runtime / "pulse" / "native", runtime / "pipewire-0")
    return bool(environ.get("PULSE_SERVER")) or any(devices.glob("pcm*c")) or any(path.exists() for path in servers)


def installed_voices(program: str | None = None) -> str | None:
    """What espeak-ng says of its voices; None where it is not installed or does not answer."""
    program = program or shutil.which(ESPEAK)
    if program is None:
        return None
    try:
        return subprocess.run(
            [program, "--voices"], capture_output=True, text=True, timeout=PATIENCE_S, check=True
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return None


def lacking(languages: Iterable[str], voices: str | None) -> tuple[str, ...]:
    """The engine or the voices that are missing to read these languages aloud. voices: see installed_voices."""
    if voices is None:
        return (ESPEAK,)
    known = {part.lower() for line in voices.splitlines()[1:] for part in line.replace("/", " ").split()}
    wanted = dict.fromkeys(VOICES[language] for language in languages if language in VOICES)
    return tuple(f"{ESPEAK}: {voice}" for voice in wanted if voice not in known)
