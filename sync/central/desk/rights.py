"""What visitors ask of their data, by receipt code: a copy, a correction, erasure; each with its clock.

And the other road to erasure: what a moderator has withheld, an administrator purges. A grade stays in either case.
"""

import json
import uuid

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from sync.central.cases import retention
from sync.central.cases.models import AccessLog, Case, CaseEvent, DataRequest, Message, Reply, Tombstone
from sync.central.cases.roles import Hand
from sync.central.desk.door import for_staff, show
from sync.central.desk.visible import venues_of
from sync.central.keys import load

_GONE = retention.Keep(contact=False, words="none", drawing=False)


@for_staff
def page(request: HttpRequest, by: Hand) -> HttpResponse:
    """Open requests, the nearest deadline first; then what was settled, and every tombstone."""
    if "rights" not in by.rights:
        return show(request, by, "refused", {}, status=403)
    found = DataRequest.objects.filter(venue_id__in=venues_of(by))
    waiting = list(found.filter(done_at=None).order_by("due", "id")[:100])
    cases = Case.objects.in_bulk([one.case_id for one in waiting])
    context = {
        "requests": [(one, cases.get(one.case_id)) for one in waiting],
        "settled": found.exclude(done_at=None).select_related("who").order_by("-done_at")[:50],
        "stones": Tombstone.objects.filter(venue_id__in=venues_of(by)).select_related("who").order_by("-at")[:50],
        "today": timezone.localdate(),
    }
    return show(request, by, "rights", context)


@require_POST
@for_staff
def settle(request: HttpRequest, by: Hand, identity: uuid.UUID) -> HttpResponse:
    """Settles one: the copy is handed out as a file, erasure is done, a correction or a refusal is written down."""
    if "rights" not in by.rights:
        return show(request, by, "refused", {}, status=403)
    asked = DataRequest.objects.filter(id=identity, done_at=None, venue_id__in=venues_of(by)).first()
    case = Case.objects.filter(id=asked.case_id).first() if asked else None
    if asked is None:
        raise Http404
    now, note = timezone.now(), request.POST.get("note", "").replace("\0", "").strip()[:500]
    refused = request.POST.get("refuse") == "1"
    if (refused or asked.kind == DataRequest.Kind.CORRECT) and len(note) < 10:
        return show(request, by, "refused", {"problem": "reason"}, status=422)
    if case and not refused and asked.kind == DataRequest.Kind.DELETE:
        retention.strip(case, _GONE, note or "data request", by, now, load(settings.PLACES))
    _log(by, asked, "erase" if asked.kind == DataRequest.Kind.DELETE and not refused else "copy", note)
    DataRequest.objects.filter(id=identity).update(done_at=now, who_id=by.user, note=note, refused=refused)
    if case:
        Case.objects.filter(id=case.id).update(stale=True)
    if case and not refused and asked.kind == DataRequest.Kind.COPY:
        response = HttpResponse(copy_of(case), content_type="application/json")
        response["Content-Disposition"] = f'attachment; filename="{case.number}.json"'
        return response
    return redirect("desk:rights")


@require_POST
@for_staff
def purge(request: HttpRequest, by: Hand, identity: uuid.UUID) -> HttpResponse:
    """Erases the words of what somebody else withheld. Two people, a reason, a tombstone; the grade still counts."""
    case = Case.objects.filter(id=identity, venue_id__in=venues_of(by)).first()
    if case is None:
        raise Http404
    hidden = CaseEvent.objects.filter(case_id=identity, kind="withhold").order_by("-seq").first()
    why = request.POST.get("why", "").replace("\0", "").strip()[:500]
    allowed = "purge" in by.rights and case.state == "withheld" and hidden and hidden.who_id != by.user  # type: ignore[attr-defined]
    if not allowed:
        return show(request, by, "refused", {"problem": "second" if "purge" in by.rights else None}, status=403)
    if len(why) < 10:
        return show(request, by, "refused", {"problem": "reason"}, status=422)
    asked = hidden.who_id if hidden else None  # type: ignore[attr-defined]
    retention.strip(case, _GONE, why, by, timezone.now(), load(settings.PLACES), asked)
    return redirect("desk:list")


def copy_of(case: Case) -> str:
    """Everything that is kept of a visit, for whoever it is about."""
    story = retention.story_of(case)
    finishes = story.finishes if story else ()
    kept = {
        "number": case.number,
        "state": case.state,
        "category": case.category,
        "received": case.received_day,
        "said": [
            {"form": piece.form, "time": piece.time, "answers": piece.answers, "consents": sorted(piece.consents)}
            for piece in finishes
        ],
        "contact_kept": case.contact,
        "answers_of_ours": list(Reply.objects.filter(case_id=case.id, public=True).values("day", "text")),
        "thread": list(
            Message.objects.filter(case_id=case.id, public=True).order_by("at").values("sender", "at", "text")
        ),
    }
    return json.dumps(kept, ensure_ascii=False, indent=1, default=str)


def _log(by: Hand, asked: DataRequest, what: str, note: str) -> None:
    AccessLog.objects.create(
        venue_id=asked.venue_id,  # type: ignore[attr-defined]
        case_id=asked.case_id,
        who_id=by.user,
        at=timezone.now(),
        what=what,
        why=note or asked.kind,
    )
