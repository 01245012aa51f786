"""Filters of the list under a name of one's own, or for all."""

from collections.abc import Sequence

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from sync.central.cases.roles import Hand
from sync.central.desk.door import for_staff
from sync.central.desk.models import SavedView

MOST = 30  # views of one person


def of(by: Hand) -> Sequence[SavedView]:
    """The views that a hand has: its own, then the shared ones."""
    return list(SavedView.objects.filter(Q(user_id=by.user) | Q(shared=True)).order_by("shared", "name"))


@require_POST
@for_staff
def save(request: HttpRequest, by: Hand) -> HttpResponse:
    """Keeps the filters under a name, or forgets the name."""
    name, query = request.POST.get("name", "").strip()[:40], request.POST.get("query", "")[:500]
    if forgotten := request.POST.get("forget", ""):
        if forgotten.isdecimal():
            SavedView.objects.filter(pk=int(forgotten), user_id=by.user).delete()
    elif name and SavedView.objects.filter(user_id=by.user).count() < MOST:
        shared = request.POST.get("shared") == "1" and "bulk" in by.rights
        SavedView.objects.update_or_create(user_id=by.user, name=name, defaults={"query": query, "shared": shared})
    return redirect(f"{reverse('desk:list')}?{query}")
