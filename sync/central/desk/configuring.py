"""Configuration at the desk: versions of the files that decide, with preview, reason, effective day and roll-back."""

import difflib
import hashlib
import tempfile
import tomllib
from dataclasses import dataclass
from datetime import date
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
from sync.central.desk import effects, setting_forms
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
    today, sent = timezone.localdate(), request.POST
    text = config.current(name, today)
    if not text:
        raise Http404
    asked: dict[str, Any] = {"name": name, "text": text, "today": today, "problem": ""}
    asked |= {
        "why": sent.get("why", ""),
        "back": sent.get("back", ""),
        "effective": day_from(sent.get("effective", "")),
    }
    asked |= _by_form(name, text, request, today) if _as_form(request, name) else _by_text(name, text, request)
    if sent.get("do") == "change" and asked.get("sound"):
        if "configure" not in by.rights:
            return show(request, by, "refused", {}, status=403)
        why = asked["why"].replace("\0", "").strip()
        try:
            config.change(name, asked["text"], asked["effective"] or today, why, by, timezone.now())
            return redirect("desk:settings")
        except ConfigError as error:
            asked["problem"] = "why" if len(why) < config.REASON_MIN else str(error)
    asked["versions"] = Setting.objects.filter(name=name).select_related("who").order_by("-version")
    asked["form"] = name.startswith(config.FORMS)
    asked["both"] = name in setting_forms.SHAPES
    return show(request, by, "setting", asked, status=422 if asked["problem"] else 200)


def _as_form(request: HttpRequest, name: str) -> bool:
    """A form, unless there is none for that file or somebody wants its text."""
    return name in setting_forms.SHAPES and "text" not in request.POST and request.GET.get("as") != "text"


def _by_text(name: str, text: str, request: HttpRequest) -> dict[str, Any]:
    if request.method != "POST":
        return {}
    new = _wanted(name, request.POST.get("back", ""), request.POST.get("text", ""))
    found = _compared(name, text, new)
    return found | {"sound": not found["problem"]}


def _by_form(name: str, text: str, request: HttpRequest, today: date) -> dict[str, Any]:
    """The same, asked field by field; a file that no form can show is shown as its text."""
    sent = request.POST
    base = _wanted(name, sent["back"], "") if sent.get("back") else text
    try:
        if request.method != "POST":
            return {"filled": setting_forms.empty(name, text), "base": _digest(text)}
        if setting_forms.WHOLE not in sent:  # an older version is asked for, or a page did not come in full
            found = _compared(name, text, base)
            return found | {"filled": setting_forms.empty(name, base), "base": _digest(text)}
        given = {field: sent.getlist(field) for field in sent}
        filled = setting_forms.filled(name, base, given, sent.get("do", ""), today)
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError) as error:
        return {"problem": f"{name}: {error}"}
    found = {"filled": filled, "base": _digest(text)}
    if filled.text is None:
        return found | ({"problem": "fields"} if filled.errors else {})
    found |= _compared(name, text, filled.text)
    if sent.get("base") and sent["base"] != _digest(text):
        return found | {"problem": "moved"}
    return found | {"sound": not found["problem"]}


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


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
