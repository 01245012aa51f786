"""Ways in without a terminal: a stable address for each venue, form and activity, and where somebody came from.

    /f                          the forms (of the only venue, else the venues)
    /f/<form>                   a form
    /v/<venue>                  the forms of a venue
    /v/<venue>/<form>           a form of a venue
    /v/<venue>/<form>/<item>    the same about one activity: an entry of the live list that the form asks for first

Each takes ?s=poster (or wechat, web, and anything short behind a dash), which goes into the record, and ?account= (see
accounts.py).
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from kiosk.forms.model import Form, Question
from sync.central.intake.models import Venue
from sync.central.public import accounts, filling, formpages, shelf
from sync.central.public.choosing import choose
from sync.central.public.looks import Look, look_of, page, source, venues


@require_safe
@page
def forms(request: HttpRequest, venue: str = "") -> HttpResponse:
    """What can be said, and where."""
    known = venues()
    if venue:
        found = next((one for one in known if one.pk == venue), None)
        return (
            choose(request, look_of(request), found) if found else choose(request, look_of(request), problem="not_here")
        )
    return choose(request, look_of(request), known[0] if len(known) == 1 else None)


@require_safe
@page
def begin(request: HttpRequest, form: str, venue: str = "", item: str = "") -> HttpResponse:
    """The first page of a form."""
    look, known = look_of(request), venues()
    house = next((one for one in known if one.pk == venue or (not venue and len(known) == 1)), None)
    found = shelf.shelf().newest.get(form)
    if found is None or (venue and house is None):
        return choose(request, look, house, problem="not_here")
    if house is None:
        return choose(request, look, form=form)
    return open_form(request, look, house, found, item)


def open_form(request: HttpRequest, look: Look, venue: Venue, form: Form, item: str = "", **parts: Any) -> HttpResponse:
    """A form with nothing in it yet, but for the activity it is about."""
    lists, notes = shelf.lists(venue.pk), ()
    started: dict[str, Any] = {"via": source(request)} | parts
    if accounts.known(request.GET.get("account", ""), timezone.now()):
        started["level"] = "V3"
    if item:
        asked = about(form)
        names = {row.get("name") for row in lists.get(asked.itemset.instance, ())} if asked and asked.itemset else set()
        if asked is not None and item in names:
            started["answers"] = {asked.name: item}
        else:
            notes = ("activity_over",)
    state = formpages.fresh(form, look, venue.pk, **started)
    visit = filling.begin(form, state, timezone.localtime(), lists)
    if item and not notes:
        visit = filling.first_open(visit)
    return formpages.question_page(request, filling.kept(visit, state), visit, {}, notes=notes)


def about(form: Form) -> Question | None:
    """The question that says which activity a form is about: its first one from a live list."""
    return next((q for q in form.questions if q.type == "select_one" and q.itemset and q.itemset.live), None)
