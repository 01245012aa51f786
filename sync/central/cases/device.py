"""What a terminal asks live, on behalf of the visitor who typed a receipt code: the thread, and to take back.

Signed like everything a terminal may believe, and bound to the question by its name. Only failures are limited, by
terminal: in a lobby one person after the other looks up at the same screen.

The document, format ``xinsheng-case/1``: ``case`` as updates have it, or null; ``thread`` of {"id", "from", "text",
"day"}; ``requests`` of {"kind", "day", "due", "done", "note"}; ``withdrawn``; ``problem`` ("" or unknown, wait, empty,
long, often, gone); ``wait`` in seconds; ``name`` of the question; ``time``.
"""

from typing import Annotated, Any, Final, Literal

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router
from pydantic import Field, StringConstraints

from kiosk.errors import CodeError
from kiosk.receipts import read_code
from kiosk.records import wire_time
from sync import receipt
from sync.central import keys
from sync.central.cases import acts, lookup, threads, throttle
from sync.central.cases.models import Case, DataRequest
from sync.central.cases.outward import case_views
from sync.central.cases.sequels import day_of
from sync.central.intake import problems
from sync.central.intake.api import Token
from sync.central.intake.models import Terminal
from sync.central.intake.problems import ProblemError
from sync.central.intake.shapes import ProblemShape, Signed, Strict

LIMIT: Final = throttle.Limit("device", 5, 60)
_WRONG: dict[Any, Any] = dict.fromkeys((400, 401, 403, 404, 413, 429, 503), ProblemShape)

router = Router()


class Asked(Strict):
    """A receipt code as it was typed, and what the visitor wants with it."""

    code: Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z]{10}$")]
    name: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
    language: Annotated[str, Field(min_length=2, max_length=16)] = "zh-Hans"
    act: Literal["", "withdraw"] = ""


@router.post("/case", auth=Token(), response={200: Signed, **_WRONG})
def tell(request: HttpRequest, asked: Asked) -> HttpResponse:
    """Where the case of a code stands, with its thread; the visitor's act is done first."""
    terminal: Terminal = request.auth  # type: ignore[attr-defined]
    if terminal.revoked_at is not None:
        raise ProblemError(problems.REVOKED)
    now, who, ours = timezone.now(), str(terminal.number), keys.load(settings.PLACES)
    case, problem, wait = None, "", throttle.wait(LIMIT, who, now)
    if wait:
        problem = "wait"
    elif (case := _find(asked.code)) is None:
        throttle.failed(LIMIT, who, now)
        problem = "unknown"
    elif asked.act == "withdraw":
        acts.Desk(ours, now, channel="kiosk", language=asked.language).withdraw(case)
    document = {
        "format": receipt.CASE,
        "name": asked.name,
        "problem": problem,
        "wait": wait,
        "time": wire_time(now),
        **_told(case),
    }
    return HttpResponse(receipt.sign(document, ours.facing(terminal.pinned).signing), content_type="application/json")


def _find(typed: str) -> Case | None:
    try:
        return lookup.find(read_code(typed), lookup.salts())
    except CodeError:
        return None


def _told(case: Case | None) -> dict[str, Any]:
    if case is None:
        return {"case": None, "thread": [], "requests": [], "withdrawn": False}
    return {
        "case": case_views([case])[case.id],
        "thread": [turn.plain() for turn in threads.thread(case.id)],
        "requests": [_request(one) for one in DataRequest.objects.filter(case_id=case.id).order_by("at")],
        "withdrawn": case.withdrawn,
    }


def _request(one: DataRequest) -> dict[str, Any]:
    done = day_of(one.done_at) if one.done_at else None
    return {"kind": one.kind, "day": day_of(one.at), "due": one.due.isoformat(), "done": done, "note": one.note}
