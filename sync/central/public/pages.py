"""The phone pages: start, look-up by code, board. No cookie, no session, no redirect, nothing of a third party."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.cache import patch_cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods

from kiosk.errors import CodeError
from kiosk.receipts import read_code, show
from sync.central.cases import lookup, throttle
from sync.central.cases.language import CHINESE, offered
from sync.central.cases.models import Card, Case
from sync.central.cases.outward import card_counts, card_view, case_views, department_names
from sync.central.cases.totals import totals
from sync.central.intake.models import Venue
from sync.central.public import timeline

PAGE: Final = 12  # cards
View = Callable[..., HttpResponse]


def _page(view: View) -> View:
    """In the language of ?lang, Chinese without; kept by nobody on the way."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any) -> HttpResponse:
        language = offered(request.GET.get("lang") or request.POST.get("lang"))
        with translation.override(language):
            response = view(request, *args)
        response.headers["Content-Language"] = "zh-Hans" if language == CHINESE else language
        response.headers["Referrer-Policy"] = "no-referrer"
        patch_cache_control(response, no_store=True)
        return response

    return wrapped


@require_GET
@_page
def start(request: HttpRequest) -> HttpResponse:
    """Where a poster leads: two doors and the honest figures."""
    return _render(request, "start", {"figures": _figures()})


@csrf_exempt  # it changes nothing, and a cookie more would be one too many in somebody else's browser
@require_http_methods(["GET", "HEAD", "POST"])
@_page
def look_up(request: HttpRequest) -> HttpResponse:
    """Where a case stands, by its receipt code. Costs the same whether the code is known or not."""
    if request.method != "POST":
        return _render(request, "look-up", {})
    typed, now, who = request.POST.get("code", "")[:64], timezone.now(), throttle.address(request)
    try:
        code = read_code(typed)
    except CodeError:
        return _render(request, "look-up", {"typed": typed, "problem": "mistyped"})
    if seconds := throttle.wait(throttle.LOOKUP, who, now):
        found = _render(
            request, "look-up", {"typed": typed, "problem": "wait", "minutes": seconds // 60 + 1}, status=429
        )
        found.headers["Retry-After"] = str(seconds)
        return found
    case = lookup.find(code, lookup.salts())
    if case is None:
        throttle.failed(throttle.LOOKUP, who, now)
        return _render(request, "look-up", {"typed": typed, "problem": "unknown"})
    return _render(request, "case", _case(case, code, now))


@require_GET
@_page
def board(request: HttpRequest) -> HttpResponse:
    """您提议 · 我们做到, also what is being done and what cannot be done."""
    wanted = request.GET.get("show")
    shown = wanted if wanted in {"done", "doing", "cannot"} else "done"
    page = max(1, int(number)) if (number := request.GET.get("page", "")).isdecimal() and len(number) < 6 else 1
    cards = list(
        Card.objects.filter(removed=False, state=shown).order_by("-day", "id")[(page - 1) * PAGE : page * PAGE + 1]
    )
    counts, names = card_counts(cards), department_names()
    views = [card_view(card, counts[card.id], names) for card in cards[:PAGE]]
    return _render(
        request,
        "board",
        {
            "figures": _figures(),
            "shown": shown,
            "cards": views,
            "page": page,
            "newer": page - 1 if page > 1 else None,
            "older": page + 1 if len(cards) > PAGE else None,
        },
    )


def _case(case: Case, code: str, now: datetime) -> dict[str, Any]:
    view, today = case_views([case])[case.id], timezone.localdate(now)
    answered = [step for step in view["steps"] if step["state"] in {"answered", "parked", "declined"}]
    return {
        "code": show(code),
        "steps": timeline.steps(view, today=today, withdrawn=case.withdrawn),
        "answer": view["answer"],
        "answered": answered[-1]["day"] if answered else None,
        "department": department_names().get((case.venue_id, case.department)),
    }


def _figures() -> dict[str, Any]:
    """This quarter's figures of every venue together."""
    each = [totals(venue, timezone.localdate()) for venue in Venue.objects.values_list("id", flat=True)]
    summed = {name: sum(one[name] for one in each) for name in ("received", "answered", "done", "doing", "cannot")}
    shares = [one["on_time_percent"] for one in each if one["on_time_percent"] is not None]
    return summed | {"on_time_percent": shares[0] if len(shares) == 1 else None}


def _render(request: HttpRequest, page: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    names = list(Venue.objects.order_by("id").values_list("name", flat=True)[:2])
    language = translation.get_language()
    return render(
        request,
        f"public/{page}.html",
        context
        | {
            "venue": names[0] if len(names) == 1 else None,
            "lang": language,
            "ask": "" if language == CHINESE else f"?lang={language}",
            "and_lang": "" if language == CHINESE else f"&lang={language}",
            "here": request.path,
        },
        status=status,
    )
