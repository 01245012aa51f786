"""A terminal's word about itself: how much is unsent, how full its disk is, whether it still draws frames."""

from datetime import datetime
from typing import Any

from kiosk.errors import RecordError
from kiosk.records import canonical, wire_time
from sync import receipt
from sync.central.intake import chains, problems
from sync.central.intake.models import Terminal
from sync.central.intake.problems import ProblemError
from sync.central.keys import Keys


def take(terminal: Terminal, said: dict[str, Any], *, now: datetime, keys: Keys) -> bytes:
    """Keeps the word with the error of the terminal's clock, and answers with the centre's time, signed.

    said has at least "time" (aware datetime) and "version"; clock_error_ms is the terminal's time minus ours.
    Raises ProblemError on values that no database keeps.
    """
    moment: datetime = said["time"]
    error = round((moment - now).total_seconds() * 1000)
    kept = {**said, "time": wire_time(moment), "at": wire_time(now), "clock_error_ms": error}
    _check(kept)
    pinned = _pinned(said.get("key"), terminal, keys)
    Terminal.objects.filter(pk=terminal.pk).update(
        heartbeat=kept, last_seen=now, version=said["version"], pinned=pinned
    )
    return receipt.sign(_answer(terminal, said.get("epoch"), now), keys.facing(pinned).signing)


def _pinned(told: Any, terminal: Terminal, keys: Keys) -> str:
    """Which of our keys the terminal says that it believes; a terminal two releases behind says nothing of it."""
    ours = {receipt.key_id(key) for key in keys.verify_keys}
    return told if isinstance(told, str) and told in ours else terminal.pinned


def _answer(terminal: Terminal, epoch: str | None, now: datetime) -> dict[str, Any]:
    """The centre's time, and how far it has come in the epoch that was named: behind, and it was restored."""
    document: dict[str, Any] = {"format": receipt.HEARTBEAT, "time": wire_time(now)}
    if epoch is not None:
        seq, link = chains.newest(terminal.source, epoch)
        document["head"] = {"seq": seq, "link": link.hex()}
    return document


def _check(kept: dict[str, Any]) -> None:
    try:
        if b"\\u0000" in canonical(kept):
            raise ProblemError(problems.UNREADABLE_REQUEST, "heartbeat")
    except RecordError as error:
        raise ProblemError(problems.UNREADABLE_REQUEST, "heartbeat") from error
