"""Where a case stands, under its receipt code, and what its visitor may do about it. An act is one POST with the code.

No cookie and no session: the code itself is what lets somebody in. What stands here is what may leave the house; the
visitor's own first words do not, for a receipt may be found by somebody else.
"""

from datetime import datetime
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from kiosk.errors import CodeError
from kiosk.receipts import read_code, show
from kiosk.records import new_id
from sync.central import keys
from sync.central.cases import acts, copies, lookup, outward, threads, throttle
from sync.central.cases.language import tag
from sync.central.cases.models import Card, CardCase, Case, DataRequest
from sync.central.cases.outward import case_views, department_names
from sync.central.public import timeline
from sync.central.public.frame import page, render

_ANSWERED: Final = frozenset({"answered", "parked", "declined"})


@csrf_exempt  # whoever can send it holds the code, and a cookie more would be one too many in somebody else's browser
@require_http_methods(["GET", "HEAD", "POST"])
@page
def look_up(request: HttpRequest) -> HttpResponse:
    """Where a case stands, by its receipt code. Costs the same whether the code is known or not."""
    if request.method != "POST":
        return render(request, "look-up", {})
    typed, now, who = request.POST.get("code", "")[:64], timezone.now(), throttle.address(request)
    try:
        code = read_code(typed)
    except CodeError:
        return render(request, "look-up", {"typed": typed, "problem": "mistyped"})
    if seconds := throttle.wait(throttle.LOOKUP, who, now):
        wait = {"typed": typed, "problem": "wait", "minutes": seconds // 60 + 1}
        refused = render(request, "look-up", wait, status=429)
        refused.headers["Retry-After"] = str(seconds)
        return refused
    case = lookup.find(code, lookup.salts())
    if case is None:
        throttle.failed(throttle.LOOKUP, who, now)
        return render(request, "look-up", {"typed": typed, "problem": "unknown"})
    return _found(request, case, code, now)


def _found(request: HttpRequest, case: Case, code: str, now: datetime) -> HttpResponse:
    act = request.POST.get("act", "")
    if act in {"copy", "copy-json"} and _has_copy(case):
        copy = copies.copy(case)
        if act == "copy-json":
            return HttpResponse(copies.plain(copy), content_type="application/json; charset=utf-8")
        return render(request, "copy", {"code": show(code), "copy": copy})
    said, problem = "", ""
    if act in ACTS:
        try:
            ACTS[act](_desk(now), case, request)
            said = act
        except acts.NotNow as refused:
            problem = refused.why
        case.refresh_from_db()
    return render(request, "case", _case(case, code, now) | {"said_now": said, "problem": problem})


def _desk(now: datetime) -> acts.Desk:
    return acts.Desk(keys.load(settings.PLACES), now, channel="phone", language=tag())


def _reply(desk: acts.Desk, case: Case, request: HttpRequest) -> None:
    desk.reply(case, _field(request, "words"), _field(request, "name"), to=_field(request, "to")[:36])


def _rate(desk: acts.Desk, case: Case, request: HttpRequest) -> None:
    solved, grade = _field(request, "solved"), _field(request, "grade")
    desk.rate(case, solved, grade, _field(request, "words"), _field(request, "name"))


def _data(desk: acts.Desk, case: Case, request: HttpRequest) -> None:
    desk.ask_data(case, _field(request, "request"), _field(request, "words"), _field(request, "name"))


def _withdraw(desk: acts.Desk, case: Case, _: HttpRequest) -> None:
    desk.withdraw(case)


ACTS: Final = {"reply": _reply, "rate": _rate, "data": _data, "withdraw": _withdraw}


def _field(request: HttpRequest, name: str) -> str:
    return request.POST.get(name, "")


def _has_copy(case: Case) -> bool:
    return DataRequest.objects.filter(case_id=case.id, kind="copy", refused=False).exclude(done_at=None).exists()


def _case(case: Case, code: str, now: datetime) -> dict[str, Any]:
    view, today = case_views([case])[case.id], timezone.localdate(now)
    answered = [step for step in view["steps"] if step["state"] in _ANSWERED]
    turns = threads.thread(case.id)
    return {
        "code": show(code),
        "steps": timeline.steps(view, today=today, withdrawn=case.withdrawn),
        "answer": view["answer"],
        "answered": answered[-1]["day"] if answered else None,
        "department": department_names().get((case.venue_id, case.department)),
        "turns": turns,
        "asked": view.get("asked", 0),
        "to": turns[-1].id if turns and turns[-1].sender == "staff" else "",
        "solved": outward.last_ratings([case.id]).get(case.id),
        "withdrawn": case.withdrawn,
        "requests": list(DataRequest.objects.filter(case_id=case.id).order_by("at")),
        "has_copy": _has_copy(case),
        "name": str(new_id(now)),
        "faces": (5, 4, 3, 2, 1),
        "cards": _cards(case),
    }


def _cards(case: Case) -> list[dict[str, Any]]:
    """The board's cards that this case led to."""
    ids = CardCase.objects.filter(case_id=case.id).values("card_id")
    cards = list(Card.objects.filter(id__in=ids, removed=False).order_by("-day"))
    counts, names = outward.card_counts(cards), department_names()
    return [outward.card_view(card, counts[card.id], names) for card in cards]
