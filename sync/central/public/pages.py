"""Where a poster leads: the doors of a centre, and its honest figures. No cookie, no session, no redirect."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from sync.central.commons import lists
from sync.central.intake.models import Venue
from sync.central.public.boards import board, figures
from sync.central.public.frame import page, render
from sync.central.public.receipt import look_up

__all__ = ["board", "look_up", "start"]


@require_GET
@page
def start(request: HttpRequest) -> HttpResponse:
    """Two doors and the honest figures; more doors while there is a vote, a course or a wall."""
    today = timezone.localdate()
    there = [name for name in _DOORS if any(_rows(venue, name, today) for venue in _venues())]
    return render(request, "start", {"figures": figures(today), "there": there})


_DOORS = {"vote": lists.votes, "join": lists.signups, "wall": lambda venue, _: lists.wall(venue)}


def _rows(venue: str, name: str, today: object) -> list[dict[str, object]]:
    return _DOORS[name](venue, today)  # type: ignore[operator]


def _venues() -> list[str]:
    return list(Venue.objects.order_by("id").values_list("id", flat=True))
