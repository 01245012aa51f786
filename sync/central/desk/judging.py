"""Judges from outside: who may look and until when, what they take with them, what they reported."""

import io
import tempfile
import zipfile
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from sync.central import keys
from sync.central.cases.roles import Hand
from sync.central.desk import grading as material
from sync.central.desk.door import for_staff, show
from sync.central.desk.visible import venues_of
from sync.central.insight import mandates
from sync.central.insight import package as packages
from sync.central.insight.models import Evaluation, Mandate
from sync.central.intake.heads import published
from sync.central.intake.models import Record, Venue

HALF_YEAR: Final = timedelta(days=183)
MOST: Final = 50_000  # records that a page packs; more is for `central package`
_ZIP: Final = "application/zip"


@for_staff
def page(request: HttpRequest, by: Hand) -> HttpResponse:
    """Mandates and reports; a judge sees the own one."""
    if "figures" not in by.rights:
        return show(request, by, "refused", {}, status=403)
    password, problem = "", ""
    if request.method == "POST":
        try:
            password = _do(request, by)
        except mandates.Refused as refused:
            problem = str(refused)
        else:
            if not password:
                return redirect("desk:judging")
    return _page(request, by, password, problem)


@for_staff
def package(request: HttpRequest, by: Hand) -> HttpResponse:
    """The package that proves itself, drawn from the seed of the mandate that was published."""
    seed = _seed(request, by)
    today = timezone.localdate()
    venue = by.venue or None
    wish = packages.Wish(today - HALF_YEAR, today, seed, 200, venue)
    if Record.objects.filter(day__gte=wish.first, day__lte=wish.last).count() > MOST:
        return _page(request, by, "", "large", 413)
    with tempfile.TemporaryDirectory() as folder:
        packages.make(Path(folder) / "package", wish, keys.load(settings.PLACES), today)
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for file in sorted((Path(folder) / "package").iterdir()):
                archive.write(file, file.name)
    return _file(packed.getvalue(), _ZIP, f"package-{today}.zip")


@for_staff
def grading(request: HttpRequest, by: Hand) -> HttpResponse:
    """评估定级: figures, articles and a list of evidence in one file."""
    if "publish" not in by.rights:
        return show(request, by, "refused", {}, status=403)
    today = timezone.localdate()
    return _file(material.pack(venues_of(by), today), _ZIP, f"pinggu-{today}.zip")


@for_staff
def report(request: HttpRequest, by: Hand, pk: int) -> HttpResponse:  # noqa: ARG001
    """A report, also before it is out: for its judge and for who lets it out."""
    one = get_object_or_404(Evaluation.objects.select_related("mandate"), pk=pk)
    if one.mandate.user_id != by.user and "publish" not in by.rights:
        raise Http404
    return _file(bytes(one.pdf), "application/pdf", f"evaluation-{pk}.pdf")


def _do(request: HttpRequest, by: Hand) -> str:
    """One deed; the password of a new log-in, or nothing."""
    form, now = request.POST, timezone.now()
    kind = form.get("kind", "")
    if kind == "hand_in":
        sent: Any = request.FILES.get("pdf")
        pdf = sent.read(mandates.PDF_MAX + 1) if sent else b""
        mandates.hand_in(by.user or 0, form.get("title", ""), pdf, now)
    elif kind == "publish" and "publish" in by.rights:
        mandates.publish(get_object_or_404(Evaluation, pk=_number(form.get("evaluation", ""))), by.user or 0, now)
    elif kind in {"grant", "end"} and "people" in by.rights:
        if kind == "grant":
            return mandates.grant(form.dict(), by.venue or form.get("venue") or None, by.user or 0, now)  # type: ignore[arg-type]
        mandates.end(get_object_or_404(Mandate, pk=_number(form.get("mandate", ""))), now)
    else:
        raise Http404
    return ""


def _seed(request: HttpRequest, by: Hand) -> str:
    """A judge's own seed; who publishes may take one in hand. Raises Http404 for everybody else."""
    own = Mandate.objects.filter(user_id=by.user).first()
    if own is not None and mandates.ROLE in by.roles:
        return own.seed
    if "publish" in by.rights and (seed := request.GET.get("seed", "").strip()[:64]):
        return seed
    raise Http404


def _page(request: HttpRequest, by: Hand, password: str, problem: str, status: int = 422) -> HttpResponse:
    every = "people" in by.rights or "publish" in by.rights
    found = Mandate.objects.select_related("user", "granted_by").order_by("-granted_at")
    reports = Evaluation.objects.select_related("mandate", "published_by").defer("pdf").order_by("-handed_in")
    context = {
        "mandates": found if every else found.filter(user_id=by.user),
        "reports": reports if every else reports.filter(mandate__user_id=by.user),
        "judges": mandates.ROLE in by.roles and found.filter(user_id=by.user).exists(),
        "password": password,
        "problem": problem,
        "today": timezone.localdate(),
        "grants": "people" in by.rights,
        "publishes": "publish" in by.rights,
        "venues": Venue.objects.order_by("id") if by.venue is None else None,
        "weeks": len(published()),
    }
    return show(request, by, "judging", context, status=status if problem else 200)


def _file(body: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(body, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else 0
