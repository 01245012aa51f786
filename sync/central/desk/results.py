"""Results: figures of a period, opened down to the cases, and their way out as page, wall card and article."""

from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.views.decorators.http import require_GET, require_POST

from sync.central.cases import duty, reporting
from sync.central.cases.figures import KINDS, behind, figures, period, public
from sync.central.cases.language import offered
from sync.central.cases.models import Report
from sync.central.cases.roles import Hand
from sync.central.desk import article, words
from sync.central.desk.deeds import day_from
from sync.central.desk.door import for_staff, show
from sync.central.desk.visible import some, venues_of, visible
from sync.central.intake.models import Venue


@for_staff
def page(request: HttpRequest, by: Hand) -> HttpResponse:
    """The figures of one period as they stand, and the reports made of them."""
    if "figures" not in by.rights:
        return show(request, by, "refused", {}, status=403)
    return show(request, by, "results", _context(request, by))


@for_staff
def items(request: HttpRequest, by: Hand, name: str) -> HttpResponse:
    """The cases behind one figure."""
    if not {"figures", "see"} <= by.rights:
        return show(request, by, "refused", {}, status=403)
    venue, _, first, last = _asked(request, by)
    found = behind(venue, first, last, name)
    if found is None:
        raise Http404
    cases = list((visible(by) & found).order_by("-received_day", "id")[:200])
    count, more = some(found)
    context = {"rows": cases, "count": count, "more": more, "name": name, "first": first, "last": last, "today": last}
    context["people"] = duty.names(cases)
    return show(request, by, "behind", context)


@require_POST
@for_staff
def draft(request: HttpRequest, by: Hand) -> HttpResponse:
    """A report of a period that is over."""
    if "publish" not in by.rights:
        return show(request, by, "refused", {}, status=403)
    venue, kind, first, _ = _asked(request, by)
    said = {
        tag: request.POST.get(field, "").replace("\0", "") for tag, field in (("zh-Hans", "text"), ("en", "text_en"))
    }
    try:
        made = reporting.draft(venue, kind, first, said, by, timezone.now())
    except reporting.Unready as problem:
        return show(request, by, "results", _context(request, by) | {"problem": words.UNREADY[problem.why]}, status=422)
    return redirect("desk:report", pk=made.pk)


@for_staff
def report(request: HttpRequest, by: Hand, pk: int) -> HttpResponse:
    """A report as it will look, whole for staff, and the button that lets it out."""
    found = _report(by, pk)
    if "figures" not in by.rights:
        return show(request, by, "refused", {}, status=403)
    problem = None
    if request.method == "POST":
        if "publish" not in by.rights:
            return show(request, by, "refused", {}, status=403)
        try:
            reporting.publish(found, by, timezone.now())
            return redirect("desk:report", pk=pk)
        except reporting.Unready as refused:
            problem = words.UNREADY[refused.why]
    context = {"report": found, "sheet": article.sheet(found), "problem": problem}
    return show(request, by, "report", context, status=422 if problem else 200)


@for_staff
def file(request: HttpRequest, by: Hand, pk: int, what: str) -> HttpResponse:
    """The report as an article (HTML, DOCX) or as a card for the wall."""
    found = _report(by, pk)
    if "figures" not in by.rights:
        return show(request, by, "refused", {}, status=403)
    name = f"{found.kind}-{found.first}"
    if what == "docx":
        response = HttpResponse(article.docx(article.sheet(found)), content_type=article.DOCX)
        response["Content-Disposition"] = f'attachment; filename="{name}.docx"'
        return response
    template = "desk/wall.html" if what == "wall" else "desk/article.html"
    response = render(request, template, {"sheet": article.sheet(found), "lang": translation.get_language()})
    if what == "html":
        response["Content-Disposition"] = f'attachment; filename="{name}.html"'
    return response


@require_GET
def open_to_all(request: HttpRequest, pk: int = 0) -> HttpResponse:
    """Published reports, for everybody; nobody logs in. Without a number: which there are."""
    with translation.override(offered(request.GET.get("lang"))):
        lang = translation.get_language()
        if not pk:
            found = [(one, article.sheet(one)) for one in reporting.published()]
            return render(request, "desk/published.html", {"reports": found, "lang": lang})
        one = Report.objects.filter(pk=pk, published__isnull=False).first()
        if one is None:
            raise Http404
        return render(request, "desk/article.html", {"sheet": article.sheet(one), "lang": lang})


def _report(by: Hand, pk: int) -> Report:
    found = Report.objects.filter(pk=pk, venue_id__in=venues_of(by)).first()
    if found is None:
        raise Http404
    return found


def _asked(request: HttpRequest, by: Hand) -> tuple[str, str, date, date]:
    """Venue, kind, first and last day, as asked for; the week before this one otherwise."""
    form = request.POST if request.method == "POST" else request.GET
    venues = venues_of(by)
    venue = form.get("venue", "") if form.get("venue", "") in venues else next(iter(venues), "")
    kind = form.get("kind", "") if form.get("kind", "") in KINDS else "week"
    day = day_from(form.get("day", "")) or period(kind, timezone.localdate())[0] - timedelta(days=1)
    return venue, kind, *period(kind, day)


def _context(request: HttpRequest, by: Hand) -> dict[str, Any]:
    venue, kind, first, last = _asked(request, by)
    found = figures(venue, first, last)
    return {
        "venue": venue,
        "venues": Venue.objects.filter(pk__in=venues_of(by)).order_by("id"),
        "kind": kind,
        "kinds": words.PERIODS,
        "first": first,
        "last": last,
        "before": first - timedelta(days=1),
        "after": last + timedelta(days=1),
        "over": last < timezone.localdate(),
        "found": found,
        "public": public(found),
        "query": f"venue={venue}&kind={kind}&day={first}",
        "reports": Report.objects.filter(venue_id__in=venues_of(by)).order_by("-first", "kind", "-version")[:30],
        "owed": reporting.owed(venue, timezone.localdate()) if venue else [],
        "opens": "see" in by.rights,
    }
