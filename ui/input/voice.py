"""The microphone as a seam: what records and plays a spoken message, and its Ogg Opus. In memory alone.

sounddevice and soundfile (libsndfile ≥ 1.0.29 speaks Opus) are imported here at first need, in the worker: together
they cost a fifth of a second. A terminal without them, or without a microphone, simply does not offer speaking.
"""

import io
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, Protocol

from kiosk.errors import PartMissing
from kiosk.voices import SECONDS_MAX

if TYPE_CHECKING:
    import numpy as np

    Samples = np.ndarray[Any, Any]  # float32 in [-1, 1], one channel

RATE: Final = 16_000  # samples a second: all that speech has
LEAST_S: Final = 0.3  # shorter was a slip of the finger


class Recorder(Protocol):
    """One microphone and one loudspeaker. Every method is called in the worker, but level(); each may raise
    PartMissing."""

    def start(self) -> None: ...

    def stop(self) -> "Samples": ...

    def discard(self) -> None: ...

    def level(self) -> float: ...

    def play(self, samples: "Samples") -> None: ...

    def hush(self) -> None: ...


Finder = Callable[[], Recorder | None]


def encode(samples: "Samples") -> bytes:
    """Samples as Ogg Opus, never longer than a message may be."""
    import soundfile

    file = io.BytesIO()
    soundfile.write(file, samples[: SECONDS_MAX * RATE], RATE, format="OGG", subtype="OPUS")
    return file.getvalue()


def decode(sound: bytes) -> "Samples":
    """Ogg Opus as samples of RATE. Raises PartMissing for what is none."""
    import soundfile

    try:
        samples, rate = soundfile.read(io.BytesIO(sound), dtype="float32")
    except soundfile.SoundFileError as error:
        raise PartMissing("录音无法播放 · the message cannot be played") from error
    return samples[:: max(1, round(rate / RATE))]


def find_microphone() -> Recorder | None:
    """The system's microphone; None where there is none, or nothing to record with."""
    try:
        import sounddevice
        import soundfile
    except (ImportError, OSError):  # OSError: the library below is not installed
        return None
    try:
        sounddevice.check_input_settings(channels=1, samplerate=RATE)
    except (sounddevice.PortAudioError, ValueError):
        return None
    return Microphone(sounddevice) if "OPUS" in soundfile.available_subtypes("OGG") else None


class Microphone:
    """What the machine has. Blocks are gathered by the sound system's own thread."""

    def __init__(self, sounddevice: Any) -> None:
        self._sound = sounddevice
        self._stream: Any = None
        self._blocks: list[Any] = []
        self._level = 0.0

    def start(self) -> None:
        """Begin to listen."""
        self.discard()
        try:
            self._stream = self._sound.InputStream(RATE, channels=1, dtype="float32", callback=self._on_block)
            self._stream.start()
        except self._sound.PortAudioError as error:
            self.discard()
            raise PartMissing("麦克风打不开 · the microphone does not open") from error

    def stop(self) -> "Samples":
        """What was heard since start(); forgotten here."""
        import numpy as np

        self._close()
        blocks, self._blocks = self._blocks, []
        return np.concatenate(blocks) if blocks else np.zeros(0, "float32")

    def discard(self) -> None:
        """Stop, and forget what was heard."""
        self._close()
        self._blocks = []

    def level(self) -> float:
        """How loud it is now, 0 to 1."""
        return self._level

    def play(self, samples: "Samples") -> None:
        """Begin to play."""
        try:
            self._sound.play(samples, RATE)
        except self._sound.PortAudioError as error:
            raise PartMissing("扬声器打不开 · the loudspeaker does not open") from error

    def hush(self) -> None:
        """Stop playing, and forget what was played."""
        self._sound.stop()

    def _on_block(self, block: Any, _frames: int, _time: Any, _status: Any) -> None:
        if len(self._blocks) * len(block) < SECONDS_MAX * RATE + RATE:  # should nobody stop it
            self._blocks.append(block[:, 0].copy())
            self._level = min(1.0, float(abs(block).max()))

    def _close(self) -> None:
        stream, self._stream, self._level = self._stream, None, 0.0
        if stream is not None:
            stream.abort()
            stream.close()
