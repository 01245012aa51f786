"""Configuration at the desk: versions of the files that decide, with preview, reason, effective day and roll-back."""

import difflib
import hashlib
import tempfile
from dataclasses import dataclass
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
from sync.central.desk import effects
from sync.central.desk.deeds import day_from
from sync.central.desk.door import for_staff, show
from sync.central.places import write_whole

LARGEST: Final = 4 * 2**20


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as somebody will meet it. kind: how it is answered; options: (label, pictogram) by what is offered."""

    label: str
    english: str
    hint: str
    kind: str
    required: bool
    options: tuple[tuple[str, str], ...] = ()


@for_staff
def page(request: HttpRequest, by: Hand) -> HttpResponse:
    """Which files there are, and their versions; what waits for its day."""
    if "settings" not in by.rights:
        return show(request, by, "refused", {}, status=403)
    today = timezone.localdate()
    files = [(name, config.in_force(name, today)) for name in config.FILES]
    versions = Setting.objects.select_related("who").order_by("-at")
    context = {"files": files, "versions": versions[:60], "waiting": versions.filter(effective__gt=today)}
    return show(request, by, "settings", context)


@for_staff
def file(request: HttpRequest, by: Hand, name: str) -> HttpResponse:
    """One file: its text, a change of it with what differs, and the way back to an older version."""
    if "settings" not in by.rights:
        return show(request, by, "refused", {}, status=403)
    if not config.known(name):
        raise Http404
    today, form = timezone.localdate(), request.POST
    text = config.current(name, today)
    if not text:
        raise Http404
    context: dict[str, Any] = {"name": name, "text": text, "today": today, "problem": ""}
    if request.method == "POST":
        new = _wanted(name, form.get("back", ""), form.get("text", ""))
        context |= _compared(name, text, new) | {"why": form.get("why", ""), "back": form.get("back", "")}
        if form.get("do") == "change" and not context["problem"]:
            if "configure" not in by.rights:
                return show(request, by, "refused", {}, status=403)
            day = day_from(form.get("effective", "")) or today
            try:
                config.change(name, new, day, form.get("why", "").replace("\0", ""), by, timezone.now())
                return redirect("desk:settings")
            except ConfigError as error:
                context["problem"] = str(error)
    context["versions"] = Setting.objects.filter(name=name).select_related("who").order_by("-version")
    context["form"] = name.startswith(config.FORMS)
    return show(request, by, "setting", context, status=422 if context["problem"] else 200)


def _wanted(name: str, back: str, text: str) -> str:
    if back.isdecimal() and len(back) < 6:
        return config.version(name, int(back)) or ""
    return text.replace("\r\n", "\n").replace("\0", "")


def _compared(name: str, old: str, new: str) -> dict[str, Any]:
    """What a change would do: lines, effects, broken comparisons; for a form its screens. Or what is wrong with it."""
    problem = config.check(name, new)
    found: dict[str, Any] = {"text": new, "problem": problem, "diff": _diff(old, new), "previewed": True}
    if not problem:
        found["effects"] = effects.effects(name, old, new, timezone.localdate())
        found["breaks"] = effects.breaks(name, old, new)
        if name.startswith(config.FORMS):
            found["screens"] = preview(parse_form(new.encode()))
    return found


@for_staff
def forms(request: HttpRequest, by: Hand) -> HttpResponse:
    """A form as XLSForm: everything that is wrong with it at once, how it will look, whether it breaks a comparison."""
    if "settings" not in by.rights:
        return show(request, by, "refused", {}, status=403)
    context: dict[str, Any] = {"known": library.all_forms(), "today": timezone.localdate()}
    upload = request.FILES.get("form")
    if request.method == "POST" and upload is not None:
        context |= examined(Path(upload.name or "form.xlsx").name, upload.read(LARGEST))
    elif request.method == "POST" and (digest := request.POST.get("publish", "")):
        if "configure" not in by.rights:
            return show(request, by, "refused", {}, status=403)
        context |= _publish(digest, request, by)
    bad = context.get("fatal") or context.get("problem")
    return show(request, by, "forms", context, status=422 if bad else 200)


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
        except (FormError, ValueError, OSError) as error:
            return {"problems": [str(error)], "fatal": True, "name": name}
    found: dict[str, Any] = {"problems": [str(one) for one in problems], "fatal": fatal, "name": name}
    return found | (_examined(form, xform) if form else {})


def _examined(form: Form, xform: bytes) -> dict[str, Any]:
    """A sound form beside what is out: its screens, what it breaks; kept until somebody publishes it."""
    digest, name = hashlib.sha256(xform).hexdigest(), f"{config.FORMS}{form.id}.xml"
    _waiting().mkdir(mode=0o700, exist_ok=True)
    write_whole(_waiting() / f"{digest}.xml", xform)
    old = library.form(form.id)
    return {
        "form": form,
        "screens": preview(form),
        "breaks": effects.of_forms(old, form) if old else [],
        "digest": digest,
        "same": config.check(name, xform.decode()),
        "again": old is not None and old.hash == form.hash,
    }


def preview(form: Form) -> list[tuple[Asked, ...]]:
    """Screen by screen what is asked: what a visitor meets who answers nothing yet, on the terminal and on a phone."""
    visit = FormVisit.start(form, today=timezone.localdate(), seed="preview")
    return [tuple(_asked(visit, one) for one in screen.questions) for screen in visit.screens]


def _asked(visit: FormVisit, one: Any) -> Asked:
    options = tuple((choice.label, (choice.media or "").removesuffix(".svg")) for choice in visit.choices(one.name))
    if one.type == "range" and one.range:
        low, high, step = one.range
        options = tuple((str(n), "") for n in range(low, high + 1, step)) if (high - low) // step < 11 else ()
    return Asked(one.label("zh"), one.label("en"), one.hint("zh") or "", one.type, bool(one.required), options)


def _publish(digest: str, request: HttpRequest, by: Hand) -> dict[str, Any]:
    """Makes a form that was looked at the newest version of it, from a day on. The form's name, or what is wrong."""
    path = _waiting() / f"{digest}.xml"
    if not digest.isalnum() or not path.is_file():
        return {"problem": "moved"}
    xform, sent = path.read_bytes(), request.POST
    form, day = parse_form(xform), day_from(sent.get("effective", "")) or timezone.localdate()
    try:
        why = sent.get("why", "").replace("\0", "")
        made = config.change(f"{config.FORMS}{form.id}.xml", xform.decode(), day, why, by, timezone.now())
    except ConfigError as problem:
        return {"problem": str(problem), "name": form.id, "problems": []} | _examined(form, xform)
    path.unlink()
    return {"published": form.id, "from_day": made.effective}


def _waiting() -> Path:
    return settings.PLACES.data / "forms-waiting"


def _diff(old: str, new: str) -> list[str]:
    return list(difflib.unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=1))[2:400]
