"""What a terminal asks of the phone pages: a short code to type beside a QR."""

import secrets
from datetime import timedelta
from typing import Any, Final

from django.conf import settings
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router, Schema
from pydantic import Field

from kiosk.receipts import ALPHABET
from sync import handoff, receipt
from sync.central import keys
from sync.central.intake import problems
from sync.central.intake.api import Token
from sync.central.intake.models import Terminal
from sync.central.intake.problems import ProblemError
from sync.central.intake.shapes import ProblemShape, Signed
from sync.central.public.models import ShortCode
from sync.central.public.scan import CODE_LENGTH, readable, short_digest

KIND: Final = "xinsheng-short/1"
LASTS: Final = timedelta(minutes=10)
_WRONG: dict[Any, Any] = dict.fromkeys((400, 401, 403, 404, 413, 429, 503), ProblemShape)

router = Router()


class Shown(Schema):
    """A code that stands on a terminal's screen."""

    digits: str = Field(min_length=1, max_length=handoff.DIGITS_MAX, pattern=r"^[0-9]+$")


@router.post("/handoffs", auth=Token(), response={201: Signed, **_WRONG})
def shorten(request: HttpRequest, shown: Shown) -> HttpResponse:
    """A short code for what a QR carries, good for ten minutes. What it carries stays shut."""
    terminal: Terminal = request.auth  # type: ignore[attr-defined]
    if terminal.revoked_at is not None:
        raise ProblemError(problems.REVOKED)
    if not readable(shown.digits):
        raise ProblemError(problems.UNREADABLE_REQUEST, "digits")
    now = timezone.now()
    ShortCode.objects.filter(expires_at__lte=now).delete()
    code = _keep(shown.digits, now + LASTS)
    document = {"format": KIND, "code": code, "expires": (now + LASTS).isoformat(timespec="seconds")}
    return HttpResponse(
        receipt.sign(document, keys.load(settings.PLACES).facing(terminal.pinned).signing),
        status=201,
        content_type="application/json",
    )


def _keep(digits: str, until: Any) -> str:
    while True:
        code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
        try:
            with transaction.atomic():
                ShortCode.objects.create(digest=short_digest(code), digits=digits, expires_at=until)
        except IntegrityError:  # one in a thousand million
            continue
        return code
