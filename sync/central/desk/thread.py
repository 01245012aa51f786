"""Beside the deeds: a question to the visitor, and their words made ready for the public."""

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from kiosk.errors import CallerError
from sync.central.cases import excerpts, threads
from sync.central.cases.models import Case
from sync.central.cases.roles import Hand
from sync.central.desk.case import story_of
from sync.central.desk.deeds import LONGEST
from sync.central.desk.door import for_staff, show
from sync.central.desk.visible import visible


@require_POST
@for_staff
def ask(request: HttpRequest, by: Hand, identity: uuid.UUID) -> HttpResponse:
    """A question under the receipt code."""
    case = _case(by, identity)
    if not by.may("ask", case.venue_id, case.department):
        return show(request, by, "refused", {}, status=403)
    text = {tag: request.POST.get(name, "").replace("\0", "")[:LONGEST] for tag, name in _FIELDS}
    try:
        threads.ask(identity, text, by, timezone.now())
    except CallerError:
        return show(request, by, "refused", {"problem": "text"}, status=422)
    return redirect("desk:case", identity=identity)


@require_POST
@for_staff
def quote(request: HttpRequest, by: Hand, identity: uuid.UUID) -> HttpResponse:
    """Draft, approve or hide the visitor's own words."""
    case, what, now = _case(by, identity), request.POST.get("what", ""), timezone.now()
    right = "approve" if what == "approve" else "excerpt"
    if not by.may(right, case.venue_id, case.department):
        return show(request, by, "refused", {}, status=403)
    try:
        if what == "draft":
            excerpts.draft(case, story_of(identity), request.POST.get("text", "").replace("\0", ""), by, now)
        elif what == "approve":
            excerpts.approve(case, story_of(identity), by, now)
        else:
            excerpts.hide(case, request.POST.get("why", "").replace("\0", ""), by, now)
    except excerpts.NotQuotable as problem:
        return show(request, by, "refused", {"problem": problem.why, "case": case}, status=422)
    return redirect("desk:case", identity=identity)


def _case(by: Hand, identity: uuid.UUID) -> Case:
    case = visible(by).filter(id=identity).first()
    if case is None:
        raise Http404
    return case


_FIELDS = (("zh-Hans", "text"), ("en", "text_en"))
