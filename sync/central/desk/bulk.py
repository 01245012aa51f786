"""The same deed for many cases. Each is done by the rules of its own; those that could not be are named."""

import uuid
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from kiosk.errors import CallerError
from sync.central.cases import moves
from sync.central.cases.models import Case
from sync.central.cases.roles import Hand
from sync.central.desk import words
from sync.central.desk.deeds import deed_from
from sync.central.desk.door import for_staff, show
from sync.central.desk.visible import visible
from sync.central.insight.plans_first import missing

MOST: Final = 100
KINDS: Final = ("classify", "dispatch", "assign", "urge", "archive", "invalid")


@require_POST
@for_staff
def do(request: HttpRequest, by: Hand) -> HttpResponse:
    """Does it for every chosen case, one transaction each, and says what became of them."""
    kind, chosen = request.POST.get("kind", ""), _ids(request.POST.getlist("case"))
    if "bulk" not in by.rights or kind not in KINDS:
        return show(request, by, "bulk", {"problem": "forbidden"}, status=403)
    done, failed = [], []
    deed = deed_from(request.POST)
    for case in visible(by).filter(id__in=chosen[:MOST]).order_by("id"):
        try:
            done.append(moves.act(case.id, deed, by, timezone.now(), first=missing))
        except (CallerError, Case.DoesNotExist) as problem:
            failed.append((case, _why(problem)))
    return show(
        request, by, "bulk", {"done": done, "failed": failed, "kind": kind, "back": request.POST.get("back", "")}
    )


def _why(problem: Exception) -> object:
    if isinstance(problem, moves.Incomplete):
        return words.PROBLEMS[problem.missing]
    return words.REFUSED["forbidden" if isinstance(problem, moves.NotAllowed) else "moved"]


def _ids(given: list[str]) -> list[uuid.UUID]:
    found = []
    for text in given:
        try:
            found.append(uuid.UUID(text))
        except ValueError:
            continue
    return found
