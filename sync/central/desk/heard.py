"""Figures from what was ticked: how things are judged, when people could come, what others than visitors say."""

from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kiosk.errors import ConfigError
from sync.central.cases.library import form as form_of
from sync.central.cases.roles import Hand
from sync.central.desk import words
from sync.central.desk.charts import chart, series
from sync.central.desk.door import for_staff
from sync.central.desk.figures import Asked, ask, draw, opened
from sync.central.desk.templatetags.desk import form_title
from sync.central.insight import asking, seats, spoken, suppress
from sync.central.insight.hearing import EXPERTS, LEFT, PUBLIC
from sync.central.intake.models import Venue

TEXT_MAX: Final = 200_000
GRADES: Final = (5, 4, 3, 2, 1)


@for_staff
def asked_page(request: HttpRequest, by: Hand) -> HttpResponse:
    """Indicators, recommendation, where visits end, and the words of each grade."""
    asked = ask(request, by)
    listed = asking.indicators(asked.span, whole=asked.whole)
    earlier = {(one.form, one.question): one.mean for one in asking.indicators(asked.span.before)}
    rows = [
        (one, question(one.form, one.question), _links(asked, PUBLIC, one), earlier.get((one.form, one.question)))
        for one in listed
    ]
    dropped = asking.dropped(asked.span)
    return draw(
        request,
        by,
        asked,
        "figures-asked",
        {
            "indicators": rows,
            "recommended": asking.recommended(asked.span),
            "recommended_before": asking.recommended(asked.span.before).score,
            "recommend_link": opened(asked, _("Recommendation"), said=f"{PUBLIC}|"),
            "dropped": [
                (one, [(question(one.form, at), n, _gone(asked, one.form, at)) for at, n in one.left])
                for one in dropped
            ],
            "spoken": spoken.by_grade(asked.venue, asked.first, asked.last).items(),
            "charts": {
                name: made if made["labels"] else None
                for name, made in (("indicators", _indicator_chart(rows)), ("dropped", _dropped_chart(dropped)))
            },
        },
    )


@for_staff
def week(request: HttpRequest, by: Hand) -> HttpResponse:
    """When people could come, and what seats there are: the same seven days and three parts of the day; use by hour."""
    return _week(request, by)


@require_POST
@for_staff
def capacity(request: HttpRequest, by: Hand) -> HttpResponse:
    """Takes the file of rooms and seats in the place of the one before."""
    if "topics" not in by.rights:
        raise Http404
    venue = by.venue or request.POST.get("venue", "")
    sent = request.FILES.get("file")
    try:
        text = sent.read(TEXT_MAX).decode() if sent else request.POST.get("text", "")[:TEXT_MAX]  # type: ignore[union-attr]
        if not Venue.objects.filter(pk=venue).exists():
            raise ConfigError("CSV: venue")
        seats.replace(venue, text)
    except (ConfigError, UnicodeDecodeError) as error:
        return _week(request, by, problem=str(error) if isinstance(error, ConfigError) else "CSV: UTF-8", status=422)
    return redirect("desk:figures-week")


@for_staff
def others(request: HttpRequest, by: Hand) -> HttpResponse:
    """What experts, group leaders and volunteers say (F7), each series for itself, beside the visitors'."""
    asked = ask(request, by)
    grouped = {
        name: found
        for name in asking.OTHERS
        if (found := asking.indicators(asked.span, (name,), whole=asked.whole)) or _finished(asked, name)
    }
    questions = sorted({one.question for found in grouped.values() for one in found})
    rows = [
        series(words.SERIES[name], [next((i.mean for i in found if i.question == q), None) for q in questions])
        for name, found in grouped.items()
    ]
    labels = [question(EXPERTS, one) for one in questions]
    return draw(
        request,
        by,
        asked,
        "figures-others",
        {
            "groups": [
                (
                    name,
                    _finished(asked, name),
                    [(one, question(one.form, one.question), _links(asked, name, one)) for one in found],
                    opened(asked, str(words.SERIES[name]), said=f"{name}|"),
                )
                for name, found in grouped.items()
            ],
            "costs": [
                (_choice(EXPERTS, "cost", code), n)
                for code, n in asking.answers(asked.span, EXPERTS, "cost", asking.OTHERS)
            ],
            "interests": [
                (_choice(EXPERTS, "interest", code), n)
                for code, n in asking.answers(asked.span, EXPERTS, "interest", asking.OTHERS)
            ],
            "public": [(one, question(one.form, one.question)) for one in asking.indicators(asked.span)],
            "charts": {
                "others": any(any(row["values"]) for row in rows)
                and chart("bar", _("Mean grades by role."), labels, rows, most=5)
            },
        },
    )


def question(form: str, name: str) -> str:
    """What a question asks, in the page's language, without what its screen adds."""
    found = form_of(form)
    asked = next((one for one in found.questions if one.name == name), None) if found else None
    return _plain(asked.text) if asked else name


def _choice(form: str, name: str, code: str) -> str:
    found = form_of(form)
    asked = next((one for one in found.questions if one.name == name), None) if found else None
    items = asked.itemset.items if asked and asked.itemset else ()
    return next((_plain(item.text) for item in items if item.name == code), code)


def _plain(text: Any) -> str:
    return text.plain("en" if get_language() == "en" else "zh").replace("<wbr>", "")


def _finished(asked: Asked, name: str) -> int | None:
    n = sum(asking.sums(asked.span, series=name, question="").values())
    return n if asked.whole or n == 0 or n >= suppress.CELL else None


def _links(asked: Asked, whose: str, one: asking.Indicator) -> list[tuple[int | None, str]]:
    name = question(one.form, one.question)
    return [
        (n, opened(asked, name, said=f"{whose}|{one.form}|{one.question}|{grade}"))
        for grade, n in zip(GRADES, one.counts, strict=True)
    ]


def _gone(asked: Asked, form: str, at: str) -> str:
    return opened(asked, question(form, at), said=f"{LEFT}|{form}|{at}|")


def _indicator_chart(rows: list[Any]) -> dict[str, Any]:
    rows = [row for row in rows if any(n for n in row[0].counts)]
    labels = [f"{name} · {form_title(one.form)}" for one, name, _links, _before in rows]
    drawn = [
        series(
            words.GRADES[grade],
            [links[at][0] for _one, _name, links, _before in rows],
            grade=grade,
            links=[links[at][1] for _one, _name, links, _before in rows],
        )
        for at, grade in enumerate(GRADES)
    ]
    return chart(
        "across", _("How often each grade was given, for everything that is graded."), labels, drawn, stacked=True
    )


def _dropped_chart(dropped: list[asking.Dropped]) -> dict[str, Any]:
    """How many per cent of those who began left at each question."""
    gone = [
        (f"{question(one.form, at)} · {form_title(one.form)}", suppress.percent(n, one.began))
        for one in dropped
        for at, n in one.left
        if n is not None
    ]
    shown = sorted((pair for pair in gone if pair[1] is not None), key=lambda pair: -(pair[1] or 0))[:12]
    text = _("How many per cent of those who began left at this question.")
    values = [percent for _name, percent in shown]
    return chart("across", text, [name for name, _percent in shown], [series(_("Left at this question"), values)], " %")


def _week(request: HttpRequest, by: Hand, *, problem: str = "", status: int = 200) -> HttpResponse:
    asked = ask(request, by)
    known = seats.rooms(asked.venue)
    room = request.GET.get("room", "") if request.GET.get("room", "") in known else ""
    wished = {slot: n for slot, n in asking.wished(asked.span).items() if n >= 10}
    table = seats.week(asked.venue, wished, room)
    links = {
        (kind, part): opened(asked, _("Times wished for"), said=f"{PUBLIC}|wish|times|{kind}_{part}")
        for kind in ("wd", "we")
        for part in seats.PARTS
    }
    days = [str(words.WEEKDAYS[day]) for day in range(7)]
    hours = [(f"{line[0].part}:00", line) for line in seats.hours(asked.venue, room)]
    rows = [
        series(
            words.DAYPARTS[part],
            [slot.wished or None for slot in line],
            links=[links["wd" if slot.weekday < 6 else "we", part] for slot in line],
        )
        for part, line in zip(seats.PARTS, table, strict=True)
    ]
    used = [
        series(words.DAYPARTS[part], [slot.filled for slot in line])
        for part, line in zip(seats.PARTS, table, strict=True)
    ]
    hourly = [series(hour, [slot.filled for slot in line]) for hour, line in hours]
    response = draw(
        request,
        by,
        asked,
        "figures-week",
        {
            "days": days,
            "hours": hours,
            "table": [
                (words.DAYPARTS[part], [(slot, links["wd" if slot.weekday < 6 else "we", part]) for slot in line])
                for part, line in zip(seats.PARTS, table, strict=True)
            ],
            "rooms": known,
            "room": room,
            "may": "topics" in by.rights,
            "problem": problem,
            "columns": ",".join(seats.COLUMNS),
            "charts": {
                "wished": chart("heat", _("How often each time of the week was wished for."), days, rows),
                "filled": chart("heat", _("Seats used of those there are, in per cent."), days, used, " %"),
                "hours": chart("heat", _("Seats used of those there are, in per cent."), days, hourly, " %"),
            },
        },
    )
    response.status_code = status
    return response
