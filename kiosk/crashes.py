"""Whether the terminal ended well the last time; three bad ends in a row put it into safe mode.

A mark with this boot's id stands in DATA/crashes.json while the terminal runs. Found at a start, with the same boot,
it means a crash or a hang that systemd ended. With another boot it was the switch at the wall, which is no crash.
"""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from kiosk.nameplate import write_whole

FILE: Final = "crashes.json"
IN_A_ROW: Final = 3
ALONE: Final = timedelta(minutes=10)  # who ran for so long and then crashed begins a new row
SAFE_FOR: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Ends:
    """running: the boot in which a start still waits for its end, or ""; begun: when that was. times: of the crashes
    in a row, as seen at the starts after them. safe_since: "" or since when only ratings are taken. RFC 3339."""

    running: str = ""
    begun: str = ""
    times: tuple[str, ...] = ()
    safe_since: str = ""


def started(ends: Ends, boot: str, now: datetime) -> Ends:
    """After a start: what the end of the run before it meant. Pure."""
    ends = _rested(ends, now)
    if ends.running and ends.running == boot:
        long = bool(ends.begun) and now - _time(ends.begun) >= ALONE
        times = (*(() if long else ends.times), now.isoformat())
        safe = now.isoformat() if len(times) >= IN_A_ROW and not ends.safe_since else ends.safe_since
        ends = replace(ends, times=times[-IN_A_ROW:], safe_since=safe)
    return replace(ends, running=boot, begun=now.isoformat())


def ended(ends: Ends) -> Ends:
    """After an end that was meant. Pure."""
    return replace(ends, running="", begun="", times=())


def left_safe(ends: Ends) -> Ends:
    """Staff say that it may do everything again. Pure."""
    return replace(ends, times=(), safe_since="")


def _rested(ends: Ends, now: datetime) -> Ends:
    """Safe mode ends by itself after a day; a clock that was set back must not keep it for years."""
    if ends.safe_since and not timedelta() <= now - _time(ends.safe_since) < SAFE_FOR:
        return left_safe(ends)
    return ends


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)


class CrashBook:
    """The counter of one data folder. clock gives local time with its offset; boot this boot's id."""

    def __init__(self, data: Path, clock: Callable[[], datetime], boot: str) -> None:
        self._path = data / FILE
        self._clock = clock
        self._boot = boot

    def start(self) -> Ends:
        """Note a start; the answer says whether it must be a safe one."""
        return self._keep(started(self.ends, self._boot, self._clock()))

    def end(self) -> None:
        """Note an end that was meant."""
        self._keep(ended(self.ends))

    def leave_safe(self) -> None:
        """From the next start on everything again."""
        self._keep(left_safe(self.ends))

    @property
    def rested(self) -> bool:
        """Whether safe mode has lasted its day."""
        return not _rested(self.ends, self._clock()).safe_since

    @property
    def ends(self) -> Ends:
        """What is noted. A file that does not read counts nothing: it must never keep a terminal from starting."""
        try:
            value = json.loads(self._path.read_bytes())
            ends = Ends(**(value | {"times": tuple(value["times"])}))
            for text in (*ends.times, ends.begun, ends.safe_since):
                if text and _time(text).tzinfo is None:
                    return Ends()
        except (OSError, ValueError, KeyError, TypeError):
            return Ends()
        return ends

    def _keep(self, ends: Ends) -> Ends:
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(self._path, json.dumps(asdict(ends)).encode("ascii"))
        return ends


def boot_id() -> str:
    """This boot's own name, "" where the system has none."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return ""
