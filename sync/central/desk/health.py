"""Is the mechanism itself well? One page, and a digest every morning: what is silent, late, unsorted, due or old."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

import orjson
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from sync.central.cases import duty, reporting
from sync.central.cases.models import Case
from sync.central.cases.roles import RULES, Hand
from sync.central.desk import tasks
from sync.central.desk.door import for_staff, show
from sync.central.desk.models import Certificate
from sync.central.desk.overview import screens
from sync.central.desk.visible import venues_of
from sync.central.insight.models import Evaluation
from sync.central.insight.worker import DONE
from sync.central.intake import waiting
from sync.central.intake.backup import last_made
from sync.central.intake.heads import published
from sync.central.intake.models import Kept

RIGHT: Final = "tasks"
SOON: Final = timedelta(days=14)  # a certificate that runs out until then


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing that is looked at. value: None where it never happened; limit: from there on it is ill."""

    name: str
    value: int | None
    limit: int
    page: str  # where something is done about it
    query: str = ""
    more: str = ""

    @property
    def well(self) -> bool:
        return self.value is not None and self.value < self.limit


def signs(by: Hand, now: datetime) -> list[Sign]:
    """Everything that is looked at; what is ill first."""
    today = timezone.localdate(now)
    cases = Case.objects.filter(venue_id__in=venues_of(by), practice=False)
    found = [*_machines(by, now), *_work(by, cases, today), *_office(by, today, now)]
    return sorted(found, key=lambda sign: sign.well)


def _machines(by: Hand, now: datetime) -> list[Sign]:
    seen = screens(by, now)
    silent = [screen.label for screen in seen if screen.silent]
    backup, documents = last_made(), published()
    last = orjson.loads(documents[-1])["signed"]["time"] if documents else None
    return [
        Sign("terminals", len(silent), 1, "overview", more=", ".join(silent[:5])),
        Sign("unsent", max((screen.oldest_hours or 0 for screen in seen), default=0), 24, "overview"),
        Sign("backup", None if backup is None else int((now - backup).total_seconds() // 3600), 48, "jobs"),
        Sign("heads", None if last is None else (now - datetime.fromisoformat(last)).days, 8, "judging"),
    ]


def _work(by: Hand, cases: Any, today: date) -> list[Sign]:
    venues = set(venues_of(by))  # sorted out here: the database would walk a venue's every record for the few set aside
    parked = sum(venue in venues for venue in waiting.parked().values_list("venue_id", flat=True))
    unsorted = cases.filter(step_due__lt=today, state__in=duty.UNSORTED).count()
    return [
        Sign("late", cases.filter(next_due__lt=today).count(), 1, "list", "order=due"),
        Sign("unsorted", unsorted, 1, "list", "wait=step"),
        Sign("parked", parked, 1, "overview"),
    ]


def _office(by: Hand, today: date, now: datetime) -> list[Sign]:
    owed = sum(one.due < today for venue in venues_of(by) for one in reporting.owed(venue, today))
    late = sum(task.late for task in tasks.of(by, today))  # type: ignore[attr-defined]
    worked = Kept.objects.filter(name=DONE).values_list("value", flat=True).first()
    report = (
        Evaluation.objects.filter(published_at__isnull=False)
        .order_by("-published_at")
        .values_list("published_at", flat=True)
    )
    return [
        Sign("publication", owed, 1, "reports"),
        Sign("training", _uncertified(today), 1, "training"),
        Sign("tasks", late, 1, "tasks"),
        Sign("topics", None if worked is None else (today - date.fromisoformat(worked)).days, 2, "topics"),
        Sign("evaluation", (now - report[0]).days if report else None, 400, "judging"),
    ]


def _uncertified(today: date) -> int:
    """People whose newest certificate runs out within a fortnight, or did."""
    newest: dict[int, date] = {}
    for user, until in Certificate.objects.filter(passed=True, user__is_active=True).values_list("user_id", "until"):
        newest[user] = max(until, newest.get(user, until))
    return sum(until < today + SOON for until in newest.values())


@for_staff
def page(request: HttpRequest, by: Hand) -> HttpResponse:
    """All signs, those that are ill on top."""
    if RIGHT not in by.rights:
        return show(request, by, "refused", {}, status=403)
    found, now = signs(by, timezone.now()), timezone.now()
    return show(
        request,
        by,
        "health",
        {"signs": found, "ill": sum(not sign.well for sign in found), "screens": screens(by, now), "now": now},
    )


def digest(now: datetime) -> Mapping[str, Any]:
    """The same for every venue at once, as a script reads it."""
    found = signs(RULES, now)
    return {
        "format": "xinsheng-digest/1",
        "time": now.isoformat(timespec="seconds"),
        "ill": [sign.name for sign in found if not sign.well],
        "signs": [
            {name: value for name, value in asdict(sign).items() if name not in {"page", "query"}} | {"well": sign.well}
            for sign in found
        ],
    }


def as_text(told: Mapping[str, Any], word: Callable[[str], str]) -> str:
    """The digest as somebody reads it in a message: what is ill first, one line each."""
    lines = [
        f"{'  ' if sign['well'] else '! '}{word(sign['name'])}: {'—' if sign['value'] is None else sign['value']}"
        + (f" ({sign['more']})" if sign["more"] else "")
        for sign in told["signs"]
    ]
    return "\n".join([told["time"][:10], *lines]) + "\n"


def folder() -> Any:
    """Where the digests lie."""
    return settings.PLACES.data / "digest"
