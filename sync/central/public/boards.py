"""您提议 · 我们做到 on a phone: the cards, who wants the same, and how every figure over them is counted."""

from datetime import date
from typing import Any, Final

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods

from kiosk.records import new_id, wire_time
from sync.central import keys
from sync.central.cases import projector, totals
from sync.central.cases.models import Card, Support
from sync.central.cases.outward import card_counts, card_people, card_view, department_names
from sync.central.intake import own
from sync.central.intake.models import Record, Venue
from sync.central.public import visits
from sync.central.public.frame import page, render

PAGE: Final = 12  # cards
_SUMMED: Final = ("received", "answered", "done", "doing", "cannot", "withheld", "judged", "in_time")


@csrf_exempt  # no cookie is involved: the visit's signed name travels in the form
@require_http_methods(["GET", "HEAD", "POST"])
@page
def board(request: HttpRequest) -> HttpResponse:
    """What was done, what is being done and what cannot be done; a POST wants what one card is about."""
    now, thanks = timezone.now(), ""
    token = visits.token(request, now)
    if request.method == "POST":
        thanks = _support(request, token)
    wanted = request.GET.get("show") or request.POST.get("show")
    shown = wanted if wanted in {"done", "doing", "cannot"} else "done"
    number = request.GET.get("page") or request.POST.get("page") or ""
    at = max(1, int(number)) if number.isdecimal() and number.isascii() and len(number) < 6 else 1
    rows = Card.objects.filter(removed=False, state=shown).order_by("-day", "id")
    cards = list(rows[(at - 1) * PAGE : at * PAGE + 1])
    context = {
        "figures": figures(timezone.localdate(now)),
        "shown": shown,
        "cards": _views(cards[:PAGE]),
        "page": at,
        "newer": at - 1 if at > 1 else None,
        "older": at + 1 if len(cards) > PAGE else None,
        "visit": token,
        "thanks": thanks,
        "mine": _mine(token),
    }
    return render(request, "board", context)


@require_GET
@page
def how(request: HttpRequest) -> HttpResponse:
    """How each figure is counted, with the numbers it is made of as they stand now."""
    today = timezone.localdate()
    venues = [
        {
            "name": venue.name,
            **totals.counted(venue.id, today),
            "share": totals.totals(venue.id, today)["on_time_percent"],
        }
        for venue in Venue.objects.order_by("id")
    ]
    shared = {"figures": figures(today), "since": totals.quarter(today), "few": totals.FEW, "today": today}
    return render(request, "how", {"venues": venues} | shared)


def figures(today: date) -> dict[str, Any]:
    """This quarter's figures of every venue together. A share is published from thirty on, as a venue's is."""
    each = [totals.counted(venue, today) for venue in Venue.objects.values_list("id", flat=True)]
    summed = {name: sum(one.get(name, 0) for one in each) for name in _SUMMED}
    enough = summed["judged"] >= totals.FEW
    return summed | {"on_time_percent": summed["in_time"] * 100 // summed["judged"] if enough else None}


def _views(cards: list[Card]) -> list[dict[str, Any]]:
    counts, people, names = card_counts(cards), card_people(cards), department_names()
    return [card_view(card, counts[card.id], names, people[card.id]) for card in cards]


def _mine(token: str) -> set[str]:
    return set(Support.objects.filter(subject=visits.subject(token)).values_list("card", flat=True))


def _support(request: HttpRequest, token: str) -> str:
    """+1: one record a visit and card. Returns the card, or "crowded"."""
    card = Card.objects.filter(pk=request.POST.get("card", "")[:64], removed=False).first()
    visit = visits.subject(token)
    if card is None or visit is None:
        return ""
    if Support.objects.filter(card=card.id, subject=visit).exists():
        return card.id
    now = timezone.now()
    if visits.crowded(request, now):
        return "crowded"
    body = {"id": str(new_id(now)), "subject": str(visit), "time": wire_time(now), "card": card.id}
    write(own.Entry("feedback.supported", card.venue_id, body))
    return card.id


def write(entry: own.Entry) -> None:
    """A record of a phone's in the centre's own chain, read at once."""
    with transaction.atomic():
        at = own.append(entry, now=timezone.now(), keys=keys.load(settings.PLACES))
        projector.work(1, only=Record.objects.get(source=at.source, epoch=at.epoch, seq=at.seq).id)
