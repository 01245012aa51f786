"""One case: what the visitor said, what was done, and what this hand can do about it."""

import uuid
from collections.abc import Mapping
from typing import Any, Final

from django.conf import settings
from django.contrib.auth.models import User
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from kiosk.errors import CallerError
from sync.central.cases import alike, assemble, classify, duty, excerpts, library, moves, pieces, pii
from sync.central.cases.deadlines import rules
from sync.central.cases.derive import CHINA
from sync.central.cases.models import (
    AccessLog,
    AnswerRating,
    Case,
    CaseEvent,
    CaseRecord,
    DataRequest,
    Department,
    Excerpt,
    LaterLook,
    Message,
    Reply,
    Slip,
)
from sync.central.cases.projector import stored
from sync.central.cases.roles import Hand, hand
from sync.central.cases.taxonomy import catalogue, department_for
from sync.central.desk import answers, wordings, words
from sync.central.desk.deeds import deed_from
from sync.central.desk.door import for_staff, show
from sync.central.desk.visible import visible
from sync.central.insight.plans_first import missing

# What mostly comes next: it gets the page's one red button.
NEXT: Final[Mapping[str, str]] = {
    "received": "classify",
    "classified": "dispatch",
    "returned": "dispatch",
    "dispatched": "answer",
    "in_progress": "answer",
    "answered": "close",
}
REVIEW_DAYS: Final = 60  # working days until a parked wish is looked at again, as a first proposal


@for_staff
def page(request: HttpRequest, by: Hand, identity: uuid.UUID) -> HttpResponse:
    """The case. Somebody else's is not there."""
    return _show(request, by, _case(by, identity))


@require_POST
@for_staff
def do(request: HttpRequest, by: Hand, identity: uuid.UUID) -> HttpResponse:
    """One deed, then the case again; with a word about what was missing when it could not be done."""
    case = _case(by, identity)
    try:
        moves.act(identity, deed_from(request.POST), by, timezone.now(), seen=_seen(request.POST), first=missing)
    except moves.Incomplete as problem:
        return _show(request, by, case, problem=words.PROBLEMS[problem.missing], tried=request.POST, status=422)
    except moves.SomebodyElse:
        return _show(request, by, _case(by, identity), problem="moved", tried=request.POST, status=409)
    except moves.NotAllowed:
        return _show(request, by, case, problem="forbidden", status=403)
    except CallerError:
        return _show(request, by, _case(by, identity), problem="moved", status=409)
    return (
        redirect("desk:case", identity=identity) if visible(by).filter(id=identity).exists() else redirect("desk:list")
    )


@require_POST
@for_staff
def exact_time(request: HttpRequest, by: Hand, identity: uuid.UUID) -> HttpResponse:
    """The minute of a visit: for a supervisor with a reason, and it is written down that they looked."""
    case = _case(by, identity)
    why = request.POST.get("why", "").strip()[:500]
    if not by.may("time", case.venue_id, case.department):
        return show(request, by, "time", {"case": case, "problem": "forbidden"}, status=403)
    if not why:
        return show(request, by, "time", {"case": case, "problem": "why"}, status=422)
    AccessLog.objects.create(
        venue_id=case.venue_id, case_id=identity, who_id=by.user, at=timezone.now(), what="time", why=why
    )
    times = sorted({piece.time.astimezone(CHINA) for piece in story_of(identity).finishes})
    return show(request, by, "time", {"case": case, "times": times})


def _show(
    request: HttpRequest,
    by: Hand,
    case: Case,
    *,
    problem: Any = None,
    tried: QueryDict | None = None,
    status: int = 200,
) -> HttpResponse:
    story = story_of(case.id)
    possible = moves.possible(moves.standing(case), by)
    wanted = tried.get("kind") if tried else None
    usual = NEXT.get(moves.before(moves.standing(case)))
    main = next((kind for kind in (wanted, usual) if kind in possible), None)
    context = {
        "case": case,
        "forms": [_filled(piece) for piece in story.standing],
        "replaced": [_filled(piece) for piece in story.finishes[story.current :]],
        "events": CaseEvent.objects.filter(case_id=case.id).select_related("who").order_by("seq"),
        "replies": Reply.objects.filter(case_id=case.id).select_related("who").order_by("id"),
        "looks": AccessLog.objects.filter(case_id=case.id).select_related("who").order_by("id"),
        "handed_off": story.handed_off,
        "main": main,
        "others": [kind for kind in possible if kind != main],
        "problem": problem,
        "tried": tried,
        "categories": catalogue().categories,
        "departments": Department.objects.filter(venue_id=case.venue_id, active=True).order_by("order"),
        "suggested": case.department or department_for(case.category),
        "review": rules(settings.PLACES).add(timezone.localdate(), REVIEW_DAYS),
        "sees_time": by.may("time", case.venue_id, case.department),
        "guesses": (guesses := classify.suggest(case) if "classify" in possible and case.words else []),
        "guess": guesses[0].code if guesses and len(case.category) < 2 else case.category,
        "owner": duty.owner_of(case, timezone.localdate()),
        "light": rules(settings.PLACES).light(case.next_due, timezone.localdate()),
        "colleagues": _colleagues(case),
        "facts": words.FACTS,
        "until": rules(settings.PLACES).add(case.result_due or timezone.localdate(), 5),
        "into": Case.objects.filter(id=case.into).first() if case.into else None,
        "merged": Case.objects.filter(into=case.id).order_by("number"),
        "alike": alike.suggest(case) if "merge" in possible else [],
        "slip": Slip.objects.filter(case_id=case.id).select_related("meeting").first(),
        "wordings": wordings.fitting(case) if "answer" in possible else [],
        "messages_shown": list(Message.objects.filter(case_id=case.id).select_related("who").order_by("at", "id")),
        "may": {
            right
            for right in ("ask", "contact", "excerpt", "approve", "evidence")
            if by.may(right, case.venue_id, case.department)
        },
        "ratings": AnswerRating.objects.filter(case_id=case.id).order_by("at"),
        "requests": DataRequest.objects.filter(case_id=case.id).order_by("at"),
        "later": LaterLook.objects.filter(case_id=case.id).order_by("due"),
        "excerpt": Excerpt.objects.filter(case_id=case.id).select_related("who").order_by("-version").first(),
        "quotable": excerpts.may_quote(story) if story.words else "nothing",
        "blotted": pii.redact(case.words, [(one.start, one.end) for one in pii.find(case.words)]),
        "today": timezone.localdate(),
    }
    return show(request, by, "case", context, status=status)


def _colleagues(case: Case) -> list[User]:
    """Who could be given the case: everybody who sees it and does the work."""
    people = User.objects.filter(is_active=True).order_by("first_name", "username").prefetch_related("groups")
    return [
        one
        for one in people
        if (by := hand(one)).sees(case.venue_id, case.department) and by.rights & {"answer", "classify"}
    ]


def _filled(piece: pieces.Piece) -> dict[str, Any]:
    form = library.form(piece.form or "")
    return {
        "title": (form.title("zh"), form.title("en")) if form else (piece.form, ""),
        "other_version": form is not None and form.version != piece.form_version,
        "rows": answers.rows(piece.answers, form),
        "channel": piece.channel if piece.channel != "kiosk" else "",
        "amended": piece.type == "feedback.amended",
    }


def _case(by: Hand, identity: uuid.UUID) -> Case:
    case = visible(by).filter(id=identity).first()
    if case is None:
        raise Http404
    return case


def story_of(identity: uuid.UUID) -> assemble.Story:
    """What the visitor said, from the records. Raises Http404 once they were erased."""
    records = CaseRecord.objects.filter(case_id=identity).values_list("record_id", flat=True)
    story = assemble.assemble(piece for one in stored(list(records)) if (piece := pieces.read(one)) is not None)
    if story is None:  # erased meanwhile
        raise Http404
    return story


def _seen(form: QueryDict) -> int | None:
    seen = form.get("seen", "")
    return int(seen) if seen.isdecimal() and len(seen) < 9 else None
