"""The lines of the staff page, from what was found. Pure; the words are the screen's."""

from datetime import datetime
from typing import Final

from kiosk.clock import plausible
from ui.staffroom import Facts
from ui.viewmodels.backstage import Fact

LATE_S: Final = 24 * 3600  # unsent for longer wants somebody
SILENT_S: Final = 3600  # so is a centre that was not heard for so long
LOW: Final = 2**30  # bytes free
OFF_MS: Final = 120_000  # a clock that is wrong by more than this


def derive_facts(found: Facts, *, phone_ask: bool, safe: bool) -> tuple[Fact, ...]:
    """What is urgent first, then the rest in the order of the manual."""
    lines = [
        _unsent(found),
        _heard(found),
        _centre(found),
        Fact("disk", "ok" if found.disk_free >= LOW else "warn", f"{found.disk_free / 1e9:.1f}"),
        _clock(found),
        Fact("contact", *_contact(found, phone_ask=phone_ask)),
        Fact("qr", *_qr(found)),
        Fact("version", "ok", found.version, str(found.forms)),
    ]
    if found.parked:
        lines.insert(1, Fact("parked", "warn", str(found.parked)))
    if found.voices or found.aside:
        lines.insert(1, Fact("voices", "warn" if found.aside else "ok", str(found.voices), str(found.aside)))
    if found.rescued:
        lines.append(Fact("rescued", "warn"))
    return (Fact("safe", "warn"), *lines) if safe else tuple(lines)


def _unsent(found: Facts) -> Fact:
    late = found.unsent > 0 and found.oldest_s >= LATE_S
    return Fact("unsent", "warn" if late else "ok", str(found.unsent), str(found.oldest_s // 60))


def _heard(found: Facts) -> Fact:
    if not found.heard:
        return Fact("heard", "warn")
    when = datetime.fromisoformat(found.heard)
    silent = abs((found.now - when).total_seconds()) > SILENT_S
    return Fact("heard", "warn" if silent else "ok", f"{when.astimezone(found.now.tzinfo):%Y-%m-%d %H:%M}")


def _centre(found: Facts) -> Fact:
    return Fact("centre", "ok", str(found.terminal), found.venue) if found.terminal else Fact("centre", "warn")


def _clock(found: Facts) -> Fact:
    off = found.offset_ms or 0
    good = plausible(found.now) and abs(off) <= OFF_MS
    return Fact("clock", "ok" if good else "warn", f"{found.now:%Y-%m-%d %H:%M}", str(round(off / 1000)))


def _contact(found: Facts, *, phone_ask: bool) -> tuple[str, str]:
    return ("ok", "asked") if found.terminal and phone_ask else ("ok", "off" if found.terminal else "alone")


def _qr(found: Facts) -> tuple[str, str]:
    if not found.terminal:
        return "ok", "alone"
    return "ok", "shown" if found.public_url.startswith("https://") else "unreachable"
