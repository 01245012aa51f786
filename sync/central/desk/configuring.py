"""Configuration at the desk: versions of the files that decide, with preview, reason, effective day and roll-back."""

import difflib
import hashlib
import tempfile
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from kiosk.errors import ConfigError, FormError
from kiosk.forms import authoring
from kiosk.forms.model import Form
from kiosk.forms.visit import FormVisit
from kiosk.forms.xform import parse_form
from sync.central.cases import config, library
from sync.central.cases.models import Setting
from sync.central.cases.roles import Hand
from sync.central.desk.deeds import day_from
from sync.central.desk.door import for_staff, show
from sync.central.intake.models import Venue
from sync.central.intake.updates import announce
from sync.central.places import write_whole

LARGEST: Final = 4 * 2**20


@for_staff
def page(request: HttpRequest, by: Hand) -> HttpResponse:
    """Which files there are, and their versions."""
    if "settings" not in by.rights:
        return show(request, by, "refused", {}, status=403)
    today = timezone.localdate()
    files = [(name, config.in_force(name, today)) for name in config.CHECKS]
    return show(
        request,
        by,
        "settings",
        {"files": files, "versions": Setting.objects.select_related("who").order_by("-at")[:60]},
    )


@for_staff
def file(request: HttpRequest, by: Hand, name: str) -> HttpResponse:
    """One file: its text, a change of it with what differs, and the way back to an older version."""
    if "settings" not in by.rights:
        return show(request, by, "refused", {}, status=403)
    if name not in config.CHECKS:
        raise Http404
    today, form = timezone.localdate(), request.POST
    text = config.current(name, today)
    context: dict[str, Any] = {"name": name, "text": text, "today": today, "problem": ""}
    if request.method == "POST":
        new = _old(name, form.get("back", "")) if form.get("back") else form.get("text", "").replace("\r\n", "\n")
        context |= {
            "text": new,
            "why": form.get("why", ""),
            "diff": _diff(text, new),
            "problem": config.check(name, new),
        }
        if form.get("do") == "change" and not context["problem"]:
            if "configure" not in by.rights:
                return show(request, by, "refused", {}, status=403)
            try:
                config.change(
                    name, new, day_from(form.get("effective", "")) or today, form.get("why", ""), by, timezone.now()
                )
                return redirect("desk:settings")
            except ConfigError as error:
                context["problem"] = str(error)
    context["versions"] = Setting.objects.filter(name=name).select_related("who").order_by("-version")
    return show(request, by, "setting", context, status=422 if context["problem"] else 200)


@for_staff
def forms(request: HttpRequest, by: Hand) -> HttpResponse:
    """A form as XLSForm: everything that is wrong with it at once, how it will look, whether it breaks a comparison."""
    if "settings" not in by.rights:
        return show(request, by, "refused", {}, status=403)
    context: dict[str, Any] = {"known": library.all_forms()}
    upload = request.FILES.get("form")
    if request.method == "POST" and upload is not None:
        context |= examined(Path(upload.name or "form.xlsx").name, upload.read(LARGEST))
    elif request.method == "POST" and (digest := request.POST.get("publish", "")):
        if "configure" not in by.rights:
            return show(request, by, "refused", {}, status=403)
        context["published"] = _publish(digest)
    return show(request, by, "forms", context, status=422 if context.get("fatal") else 200)


def examined(name: str, content: bytes) -> dict[str, Any]:
    """Every message about a form, its preview, and what it breaks; a sound one is kept until somebody publishes it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        try:
            problems = authoring.check(path)
            fatal = any(one.fatal for one in problems)
            xform = b"" if fatal else (content if path.suffix == ".xml" else authoring.compile_form(path))
            form = None if fatal else parse_form(xform)
        except (FormError, ValueError) as error:
            return {"problems": [str(error)], "fatal": True, "name": name}
    found: dict[str, Any] = {"problems": [str(one) for one in problems], "fatal": fatal, "name": name}
    if form is not None:
        old = library.form(form.id)
        digest = hashlib.sha256(xform).hexdigest()
        _waiting().mkdir(mode=0o700, exist_ok=True)
        write_whole(_waiting() / f"{digest}.xml", xform)
        same = old is not None and old.version == form.version and old.hash != form.hash
        found |= {
            "form": form,
            "screens": preview(form),
            "breaks": breaks(old, form) if old else [],
            "digest": digest,
            "same": same,
        }
    return found


def preview(form: Form) -> list[list[tuple[str, str, str, list[str]]]]:
    """Screen by screen what is asked, in Chinese and English, with the choices: as a terminal and a phone begin."""
    visit, screens = FormVisit.start(form, today=timezone.localdate(), seed="preview"), []
    for screen in visit.screens:
        screens.append(
            [
                (
                    one.label("zh"),
                    one.label("en"),
                    one.type,
                    [choice.label for choice in visit.choices(one.name)] if one.itemset else [],
                )
                for one in screen.questions
            ]
        )
    return screens


def breaks(old: Form, new: Form) -> list[tuple[str, str]]:
    """What can no longer be compared with the version before: (what, question)."""
    before = {one.name: one for one in old.questions}
    after = {one.name: one for one in new.questions}
    found = [("gone", name) for name in before if name not in after]
    for name in before.keys() & after.keys():
        if before[name].type != after[name].type:
            found.append(("type", name))
        elif _choices(before[name]) - _choices(after[name]):
            found.append(("choices", name))
    return sorted(found)


def _choices(question: Any) -> set[str]:
    return {item.name for item in question.itemset.items} if question.itemset and not question.itemset.live else set()


def _publish(digest: str) -> str:
    """Puts a form that was looked at where pages read it, and tells the terminals. Its name, or nothing."""
    path = _waiting() / f"{digest}.xml"
    if not digest.isalnum() or not path.is_file():
        return ""
    xform = path.read_bytes()
    form, old = parse_form(xform), None
    old = library.form(form.id)
    if old is not None and old.version == form.version:
        return ""
    own = settings.PLACES.data / "forms"
    own.mkdir(mode=0o700, exist_ok=True)
    write_whole(own / f"{form.id}.xml", xform)
    data = {
        "form": form.id,
        "version": form.version,
        "xform": xform.decode(),
        "sha256": hashlib.sha256(xform).hexdigest(),
    }
    for venue in Venue.objects.values_list("id", flat=True):
        announce("form", form.id, data, venue=venue)
    path.unlink()
    return form.id


def _waiting() -> Path:
    return settings.PLACES.data / "forms-waiting"


def _old(name: str, version: str) -> str:
    row = Setting.objects.filter(name=name, version=int(version) if version.isdecimal() else 0).first()
    return row.text if row else ""


def _diff(old: str, new: str) -> list[str]:
    return list(difflib.unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=1))[2:400]
