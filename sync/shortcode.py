"""Asks the centre for a short code to type beside a QR. No network, no code: then there is none to show."""

from pathlib import Path
from typing import Final

from kiosk.errors import BatchError, KioskError, UntrustedError
from kiosk.records import canonical
from sync import fields, receipt
from sync.identity import load_enrolment
from sync.link import Reply, Request, Wire

PATH: Final = "/api/v1/handoffs"
FORMAT: Final = "xinsheng-short/1"


def ask(data: Path, digits: str) -> str | None:
    """The short code of these digits, for the terminal of a data folder; None when the centre gives none now."""
    from sync.terminal import PinnedWire

    try:
        if (enrolment := load_enrolment(data)) is None:
            return None
        wire = PinnedWire(data, enrolment)
        try:
            return ask_over(wire, digits, token=enrolment.token, signing_key=enrolment.signing_key)
        finally:
            wire.close()
    except KioskError:
        return None


def ask_over(wire: Wire, digits: str, *, token: str, signing_key: bytes) -> str | None:
    """The same over any wire. Only what the centre signed counts."""
    answer = wire.exchange(Request(PATH, canonical({"digits": digits}), token=token))
    if not isinstance(answer, Reply) or answer.status != 201:
        return None
    try:
        said = receipt.open_signed(answer.body, signing_key, FORMAT)
        return fields.text("short.code", said.get("code"), 12)
    except (UntrustedError, BatchError):
        return None
