"""The page that lets choose: a form of a venue, or the venue first. Where everything that went wrong goes on from."""

from typing import Final

from django.http import HttpRequest, HttpResponse

from sync.central.intake.models import Venue
from sync.central.public.looks import Look, show, source, tiles, venues
from sync.central.public.words import pick, words

UNKNOWN: Final = 404


def choose(
    request: HttpRequest, look: Look, venue: Venue | None = None, *, problem: str = "", form: str = ""
) -> HttpResponse:
    """The forms of a venue, or the venues. problem: what brought somebody here, by the key of its words."""
    known, said = venues(), words(look.language)
    house = venue or (known[0] if len(known) == 1 else None)
    context = {
        "problem": said.get(f"{problem}_title", "") if problem else "",
        "why": said.get(problem, "") if problem else "",
        "venue": pick(house.name, look.language) if house else "",
        "house": house.pk if house else "",
        "tiles": tiles(look) if house else [],
        "venues": [] if house else [(one.pk, pick(one.name, look.language)) for one in known],
        "form": form,
        "source": source(request),
    }
    return show(request, "choose", look, context, status=UNKNOWN if problem == "not_here" else 200)
