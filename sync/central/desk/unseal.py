"""Contact details and spoken messages in the clear: for who has the right, with a reason that is written down."""

import base64
import itertools
import uuid
from contextlib import suppress
from typing import Any, Final

import orjson
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from kiosk.errors import UntrustedError
from kiosk.privacy import open_contact
from kiosk.voices import named_in, open_voice
from sync.central.cases.models import AccessLog, Case, CaseRecord
from sync.central.cases.pieces import FINISHES
from sync.central.cases.roles import Hand
from sync.central.cases.sounds import Sound, tell
from sync.central.desk.door import for_staff, show
from sync.central.desk.visible import visible
from sync.central.intake.models import Record, Voice
from sync.central.keys import load

SHORTEST: Final = 5  # characters of a reason


@require_POST
@for_staff
def contact(request: HttpRequest, by: Hand, identity: uuid.UUID) -> HttpResponse:
    """What the visitor left, once, on this page alone."""
    case = visible(by).filter(id=identity).first()
    if case is None:
        raise Http404
    why = request.POST.get("why", "").replace("\0", "").strip()[:500]
    if not by.may("contact", case.venue_id, case.department):
        return show(request, by, "contact", {"case": case, "problem": "forbidden"}, status=403)
    if len(why) < SHORTEST:
        return show(request, by, "contact", {"case": case, "problem": "why"}, status=422)
    AccessLog.objects.create(
        venue_id=case.venue_id, case_id=identity, who_id=by.user, at=timezone.now(), what="contact", why=why
    )
    return show(request, by, "contact", {"case": case, "found": opened(case)})


@require_POST
@for_staff
def voice(request: HttpRequest, by: Hand, identity: uuid.UUID, name: str) -> HttpResponse:
    """A spoken message of this case, for the browser's own player; never as a page that could be kept."""
    case = visible(by).filter(id=identity).first()
    if case is None:
        raise Http404
    why = request.POST.get("why", "").replace("\0", "").strip()[:500]
    if not by.may("contact", case.venue_id, case.department):
        return show(request, by, "contact", {"case": case, "problem": "forbidden"}, status=403)
    if len(why) < SHORTEST:
        return show(request, by, "contact", {"case": case, "problem": "why"}, status=422)
    if (sound := spoken(case, name)) is None:  # not here yet, or another case's
        raise Http404
    AccessLog.objects.create(
        venue_id=case.venue_id, case_id=identity, who_id=by.user, at=timezone.now(), what="voice", why=why
    )
    kind = tell(sound) or Sound("audio/ogg", "ogg", 0)  # what a terminal recorded, damaged or not
    response = HttpResponse(sound, content_type=kind.media)
    shown = "inline" if kind.plays else "attachment"  # no browser plays AMR
    response["Content-Disposition"] = f'{shown}; filename="{case.number}.{kind.ending}"'
    response["Cache-Control"] = "no-store"
    return response


def spoken(case: Case, name: str) -> bytes | None:
    """The sound of a message that a record of this case names; None while it has not come, or was erased."""
    subjects = [body["subject"] for body in _bodies(case) if name in named_in(body.get("answers") or {})]
    boxes = Voice.objects.filter(sha256=name, sealed__isnull=False).values_list("sealed", flat=True)[:1]
    for subject in subjects[:1]:
        for box, key in itertools.product(boxes, load(settings.PLACES).sealings):  # those of before a rotation too
            with suppress(UntrustedError, ValueError):
                return open_voice(bytes(key), subject, bytes(box))
    return None


def opened(case: Case) -> list[dict[str, Any]]:
    """The contact details of a case's records; a box of another key is left out."""
    keys, found = load(settings.PLACES), []
    for subject, sealed in _boxes(case):
        for key in keys.sealings:  # those of before a rotation too
            try:
                found.append(open_contact(bytes(key), subject, base64.b64decode(sealed, validate=True)))
                break
            except (UntrustedError, ValueError):
                continue
    return found


def _boxes(case: Case) -> list[tuple[str, str]]:
    return [(body["subject"], body["sealed"]) for body in _bodies(case) if isinstance(body.get("sealed"), str)]


def _bodies(case: Case) -> list[dict[str, Any]]:
    ids = CaseRecord.objects.filter(case_id=case.id).values_list("record_id", flat=True)
    bodies = Record.objects.filter(id__in=list(ids), type__in=FINISHES).order_by("-id").values_list("body", flat=True)
    return [orjson.loads(bytes(body)) for body in bodies if body is not None]
