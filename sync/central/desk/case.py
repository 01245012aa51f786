"""One case: what the visitor said, what was done, and what this hand can do about it."""

import uuid
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from kiosk.errors import CallerError
from sync.central.cases import assemble, library, moves, pieces
from sync.central.cases.deadlines import rules
from sync.central.cases.derive import CHINA
from sync.central.cases.models import AccessLog, Case, CaseEvent, CaseRecord, Department, Reply
from sync.central.cases.projector import stored
from sync.central.cases.roles import Hand
from sync.central.cases.taxonomy import catalogue, department_for
from sync.central.desk import answers, words
from sync.central.desk.door import for_staff, show
from sync.central.desk.overview import visible

# What mostly comes next: it gets the page's one red button.
NEXT: Final[Mapping[str, str]] = {
    "received": "classify",
    "classified": "dispatch",
    "returned": "dispatch",
    "dispatched": "answer",
    "in_progress": "answer",
    "answered": "close",
}
LONGEST: Final = 2000  # characters of one text
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
        moves.act(identity, _deed(request.POST), by, timezone.now(), seen=_seen(request.POST))
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
    times = sorted({piece.time.astimezone(CHINA) for piece in _story(identity).finishes})
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
    story = _story(case.id)
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
        "today": timezone.localdate(),
    }
    return show(request, by, "case", context, status=status)


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


def _story(identity: uuid.UUID) -> assemble.Story:
    records = CaseRecord.objects.filter(case_id=identity).values_list("record_id", flat=True)
    story = assemble.assemble(piece for one in stored(list(records)) if (piece := pieces.read(one)) is not None)
    if story is None:  # erased meanwhile
        raise Http404
    return story


def _deed(form: QueryDict) -> moves.Deed:
    return moves.Deed(
        kind=form.get("kind", ""),
        category=form.get("category", "")[:8],
        department=form.get("department", "")[:32],
        complex=form.get("complex") == "1" if "complex" in form or form.get("kind") == "dispatch" else None,
        why=form.get("why", "").replace("\0", ""),
        evidence=form.get("evidence", "").replace("\0", ""),
        review=_date(form.get("review", "")),
        text={
            tag: form.get(name, "").replace("\0", "")[:2000] for tag, name in (("zh-Hans", "text"), ("en", "text_en"))
        },
    )


def _seen(form: QueryDict) -> int | None:
    seen = form.get("seen", "")
    return int(seen) if seen.isdecimal() and len(seen) < 9 else None


def _date(text: str) -> date | None:
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 — a day has no zone
    except ValueError:
        return None
