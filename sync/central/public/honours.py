"""Whether a certificate is one of this centre's, and the list of thanks. Open to anybody; guessers are slowed down."""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from sync.central.cases import throttle
from sync.central.public.frame import page, render
from sync.central.rewards.models import Certificate

LISTED: Final = 100


@require_GET
@page
def honour(request: HttpRequest, number: str) -> HttpResponse:
    """valid, revoked, or not one of ours."""
    now, origin = timezone.now(), throttle.address(request)
    if throttle.wait(throttle.LOOKUP, origin, now):
        return render(request, "honour", {"state": "wait"}, 429)
    one = Certificate.objects.filter(pk=number.upper()[:16]).first()
    if one is None:
        throttle.failed(throttle.LOOKUP, origin, now)
        return render(request, "honour", {"state": "unknown"}, 404)
    return render(request, "honour", {"state": "revoked" if one.revoked else "valid", "one": one})


@require_GET
@page
def honours(request: HttpRequest) -> HttpResponse:
    """Whom the centre thanks in public."""
    found = Certificate.objects.filter(listed=True, revoked=False).order_by("-day", "number")[:LISTED]
    return render(request, "honours", {"found": found})
