"""The moderator's queue: what should be looked at before anything of it is shown."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from sync.central.cases import moderation
from sync.central.cases.models import Case
from sync.central.cases.roles import Hand
from sync.central.desk.door import for_staff, show
from sync.central.desk.visible import venues_of, visible


@for_staff
def page(request: HttpRequest, by: Hand) -> HttpResponse:
    """Marked cases of the last thirty days, and drafts that wait for a second person."""
    if "excerpt" not in by.rights:
        return show(request, by, "refused", {}, status=403)
    drafts = moderation.drafts(venues_of(by))
    cases = Case.objects.in_bulk([one.case_id for one in drafts])
    context = {
        "queue": moderation.queue(visible(by), timezone.localdate()),
        "drafts": [(one, cases.get(one.case_id)) for one in drafts],
    }
    return show(request, by, "moderation", context)
