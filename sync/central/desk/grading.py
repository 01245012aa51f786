"""Material for the centre's own assessment (评估定级): figures, what was published, a list of evidence."""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any, Final

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from sync.central.cases import reporting
from sync.central.cases.figures import figures, period, public
from sync.central.cases.language import pick
from sync.central.cases.models import Meeting, Report
from sync.central.cases.office_models import Setting
from sync.central.desk import article, words
from sync.central.desk.models import Certificate, TaskRun
from sync.central.insight.crossing import RATES
from sync.central.insight.models import Evaluation, Improvement, Topic
from sync.central.intake.heads import published
from sync.central.intake.models import Terminal, Venue

MONTHS: Final = 24


def pack(venues: Sequence[str], today: date) -> bytes:
    """The zip, in Chinese, with what may be published and nothing else."""
    with translation.override("zh-hans"):
        files = {f"{venue}/{name}": body for venue in venues for name, body in _venue(venue, today).items()}
        files["README.txt"] = _readme(venues, today)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in sorted(files.items()):
            archive.writestr(name, body)
    return packed.getvalue()


def _venue(venue: str, today: date) -> dict[str, str]:
    files = {
        "figures.csv": _csv(_months(venue, today)),
        "year.csv": _csv(_year(venue, today)),
        "topics.csv": _csv(_topics(venue)),
        "improvements.csv": _csv(_improvements(venue)),
        "evidence.csv": _csv(_evidence(venue)),
    }
    for one in reporting.published():
        if one.venue_id == venue:  # type: ignore[attr-defined]
            sheet = {"sheet": article.sheet(one), "lang": "zh-hans"}
            files[f"articles/{one.kind}-{one.first}.html"] = render_to_string("desk/article.html", sheet)
    return files


def _months(venue: str, today: date) -> Iterable[Sequence[Any]]:
    """The rates month by month, the newest whole month last."""
    yield [_("Month"), _("Came in"), *(words.RATES[name] for name in RATES)]
    months, day = [], today.replace(day=1) - timedelta(days=1)
    for _n in range(MONTHS):
        months.append(period("month", day))
        day = day.replace(day=1) - timedelta(days=1)
    for first, last in reversed(months):
        found = public(figures(venue, first, last))
        yield [
            f"{first:%Y-%m}",
            _hidden(found["counts"]["received"]),
            *(_hidden(found["rates"][name]["percent"]) for name in RATES),
        ]


def _year(venue: str, today: date) -> Iterable[Sequence[Any]]:
    """Every published figure of the last twelve months."""
    found = public(figures(venue, today - timedelta(days=365), today))
    yield [_("Figure"), _("Number")]
    for name, n in found["counts"].items():
        yield [words.COUNTS.get(name, name), _hidden(n)]
    for table in ("grades", "channels", "categories"):
        for value, n in found[table]:
            yield [f"{table} {value}", _hidden(n)]


def _topics(venue: str) -> Iterable[Sequence[Any]]:
    yield [_("Topic"), _("Priority"), _("Score"), _("Voices"), _("Kind")]
    for one in Topic.objects.filter(venue_id=venue, state=Topic.State.CONFIRMED).order_by("-score"):
        kind = _("common") if one.common else _("particular")
        yield [pick(one.name), one.priority, one.score, one.n if one.n >= 10 else "<10", kind]


def _improvements(venue: str) -> Iterable[Sequence[Any]]:
    yield [
        _("Problem"),
        _("Measure"),
        _("Cost"),
        _("By"),
        _("Seen by"),
        _("State"),
        _("Seats"),
        _("Came"),
        _("Spent, yuan"),
    ]
    for one in Improvement.objects.filter(topic__venue_id=venue).order_by("opened", "id"):
        use = [one.seats, one.attended, one.spent]
        yield [
            one.problem,
            one.measure,
            one.cost,
            one.due,
            one.indicator,
            one.state,
            *("" if n is None else n for n in use),
        ]


def _evidence(venue: str) -> Iterable[Sequence[Any]]:
    """What there is to show, and where it is kept."""
    yield [_("Evidence"), _("Number"), _("Where")]
    runs = TaskRun.objects.filter(task__venue_id=venue)
    yield [_("Recurring tasks done"), runs.count(), "/desk/office/tasks"]
    yield [_("Published results"), Report.objects.filter(venue_id=venue, published__isnull=False).count(), "/results"]
    yield [_("Meetings written down"), Meeting.objects.filter(venue_id=venue).count(), "/desk/meetings"]
    passed = Certificate.objects.filter(passed=True, user__staff__venue_id__in=(venue, None))
    yield [_("Certificates of training"), passed.count(), "/desk/office/training"]
    yield [
        _("Improvements done, with their use"),
        Improvement.objects.filter(topic__venue_id=venue, state="done").count(),
        "/desk/topics",
    ]
    yield [
        _("Reports of outside judges"),
        Evaluation.objects.filter(published_at__isnull=False).count(),
        "/evaluations",
    ]
    yield [_("Weeks of published head links"), len(published()), "/heads"]
    yield [_("Versions of the rules, with reasons"), Setting.objects.count(), "/desk/office/settings"]
    yield [_("Screens"), Terminal.objects.filter(venue_id=venue, revoked_at__isnull=True).count(), "/desk/"]


def _readme(venues: Sequence[str], today: date) -> str:
    names = [pick(name) for name in Venue.objects.filter(pk__in=venues).order_by("id").values_list("name", flat=True)]
    lines = [
        f"{_('Material for the assessment')} · {today}",
        *names,
        "",
        f"figures.csv: {_('the rates month by month, of two years')}",
        f"year.csv: {_('every published figure of the last twelve months')}",
        f"topics.csv, improvements.csv: {_('what people need, and what was done about it')}",
        f"evidence.csv: {_('what there is to show, and where it is kept')}",
        f"articles/: {_('results as they were published')}",
        "",
        _("No percentage rests on fewer than 30, no cell holds fewer than 10."),
    ]
    return "\n".join(lines) + "\n"


def _csv(rows: Iterable[Sequence[Any]]) -> str:
    """For spreadsheets: with a mark at the beginning, and nothing that a spreadsheet would run."""
    text = io.StringIO()
    writer = csv.writer(text)
    for row in rows:
        writer.writerow([_safe(str(cell)) for cell in row])
    return "\ufeff" + text.getvalue()


def _safe(cell: str) -> str:
    return f"'{cell}" if cell[:1] in {"=", "+", "-", "@", "\t", "\r"} else cell


def _hidden(value: Any) -> Any:
    return "<10" if value is None else value
