"""A phone's visit without a cookie: a signed name that travels in the page's own forms.

Whoever presses twice on one page, or goes back and presses again, is one visit; a script keeps the name for as long as
the tab stays open. A new tab is a new visit, so an address may add only so many voices an hour.
"""

import uuid
from datetime import datetime, timedelta
from typing import Final

from django.core import signing
from django.http import HttpRequest

from kiosk.records import new_id
from sync.central.cases import throttle

LASTS: Final = timedelta(hours=12)
VOICES: Final = throttle.Limit("voice", 12, 120)  # a bus full of visitors shares one carrier's address
_signer: Final = signing.TimestampSigner(salt="xinsheng-visit")


def token(request: HttpRequest, now: datetime) -> str:
    """The signed name of this visit: the one that came with the request, else a new one."""
    given = request.POST.get("visit", "")
    return given if given and subject(given) is not None else _signer.sign(str(new_id(now)))


def subject(given: str) -> uuid.UUID | None:
    """The visit in a token; None for what this centre did not sign lately."""
    try:
        return uuid.UUID(_signer.unsign(given[:200], max_age=LASTS))
    except (signing.BadSignature, ValueError):
        return None


def crowded(request: HttpRequest, now: datetime) -> bool:
    """Whether this address has raised as many voices as one may; counts this one where it has not."""
    who = throttle.address(request)
    if throttle.wait(VOICES, who, now):
        return True
    throttle.failed(VOICES, who, now)
    return False
