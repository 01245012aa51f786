"""Where a terminal's QR leads: /h. The digits stand behind #, which never travels; a small script posts them.

Without scripts, or without a camera, the short code beside the QR is typed instead.
"""

import hashlib
from datetime import datetime
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from kiosk.receipts import ALPHABET
from kiosk.records import wire_time
from sync import handoff
from sync.central import keys
from sync.central.cases import throttle
from sync.central.public import filling, formpages, shelf
from sync.central.public.choosing import choose
from sync.central.public.joining import Arrival, arrive
from sync.central.public.looks import Look, look_of, page, show
from sync.central.public.models import ShortCode
from sync.central.public.words import words

CODE_LENGTH: Final = 6
LIMIT: Final = throttle.Limit("handoff", 5, 20)
JOINER_MAX: Final = 64
_READ: Final = str.maketrans("OIL", "011")


@csrf_exempt  # nothing of anybody's is changed by who posts a code for them
@require_http_methods(["GET", "HEAD", "POST"])
@page
def scanned(request: HttpRequest) -> HttpResponse:
    """The half-filled form in a code; whatever is wrong with it, a page to go on from."""
    look = look_of(request)
    if request.method != "POST":
        return show(request, "scan", look, {})
    now = timezone.now()
    digits = request.POST.get("digits", "")
    if not digits and (typed := request.POST.get("short", "")[:24]):
        who = throttle.address(request)
        if seconds := throttle.wait(LIMIT, who, now):
            minutes = seconds // 60 + 1
            return show(request, "scan", look, {"wrong": words(look.language)["h_wait_minutes"].format(n=minutes)}, 429)
        digits = stands_for(typed, now)
        if not digits:
            throttle.failed(LIMIT, who, now)
            return show(request, "scan", look, {"wrong": words(look.language)["h_code_wrong"], "typed": typed})
    arrival = arrive(digits, request.POST.get("who", "")[:JOINER_MAX], shelf.shelf(), now=now, keys=_keys())
    return _arrived(request, arrival, look)


def _arrived(request: HttpRequest, arrival: Arrival, look: Look) -> HttpResponse:
    if arrival.clear is not None:
        look = Look(arrival.clear.language, arrival.clear.elder, arrival.clear.contrast)
    venue = arrival.terminal.venue if arrival.terminal else None
    if arrival.form is None or arrival.terminal is None or venue is None:
        return choose(request, look, venue, problem=arrival.problem or "broken")
    answers = dict(arrival.answers or {})
    state = formpages.fresh(
        arrival.form,
        look,
        venue.pk,
        subject=arrival.subject,
        level=arrival.level,
        terminal=arrival.terminal.number,
        via="handoff",
        answers=answers,
        category=answers.get("category"),
        began=wire_time(timezone.localtime()),
    )
    visit = filling.begin(arrival.form, state, timezone.localtime(), shelf.lists(venue.pk))
    visit = filling.first_open(visit)
    if visit.at_review and visit.screens:
        visit = visit.goto(visit.screens[-1].name)
    return formpages.question_page(request, filling.kept(visit, state), visit, {}, notes=arrival.notes)


# -- short codes


def stands_for(typed: str, now: datetime) -> str:
    """The digits that a short code stands for; "" for none, or for one that has expired."""
    row = ShortCode.objects.filter(pk=short_digest(typed), expires_at__gt=now).first()
    return row.digits if row is not None else ""


def short_digest(typed: str) -> bytes:
    """Under what a short code is kept: any case, blanks ignored, O read as 0, I and L as 1."""
    code = "".join(sign for sign in typed.upper().translate(_READ) if sign in ALPHABET)
    return hashlib.blake2b(code.encode(), key=settings.SECRET_KEY.encode()[:64], digest_size=32).digest()


def readable(digits: str) -> bool:
    """Whether digits are a code of ours, as far as a stranger can tell."""
    try:
        handoff.read(digits)
    except handoff.HandoffError:
        return False
    return True


def _keys() -> keys.Keys:
    return keys.load(settings.PLACES)
