"""Ready sentences for answers, a file with versions: wordings.toml. A hand chooses one, and still changes it."""

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from kiosk.errors import ConfigError
from sync.central.cases import config
from sync.central.cases.models import Case
from sync.central.cases.roles import Hand
from sync.central.cases.taxonomy import ASSETS, is_category
from sync.central.desk.deeds import day_from
from sync.central.desk.door import for_staff, show
from sync.central.desk.models import Wording

NAME: Final = "wordings.toml"
FILE: Final = ASSETS / "central" / NAME
_HEAD: Final = (
    "# Ready sentences for answers. A hand chooses one and fills in what only it knows, where brackets stand.\n"
)


@dataclass(frozen=True, slots=True)
class Ready:
    """One ready sentence by language."""

    name: str
    category: str
    text: Mapping[str, str]


def read(text: str) -> list[Ready]:
    """The sentences in a wordings.toml. Raises ConfigError, naming the place."""
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{NAME}: {error}") from error
    rows = values.get("wording")
    if values.keys() != {"wording"} or not isinstance(rows, list):
        raise ConfigError(f"{NAME}: nothing but [[wording]]")
    found = [_ready(number, row) for number, row in enumerate(rows, 1)]
    names = [one.name for one in found]
    if len(set(names)) != len(names):
        raise ConfigError(f"{NAME}: two of the same name: {max(names, key=names.count)}")
    return found


def _ready(number: int, row: Any) -> Ready:
    place = f"{NAME}: {number}"
    if not isinstance(row, dict) or row.keys() - {"name", "category", "text"}:
        raise ConfigError(f"{place}: only name, category and text")
    name, category, text = row.get("name"), row.get("category", ""), row.get("text")
    if not isinstance(name, str) or not 1 <= len(name) <= 60:
        raise ConfigError(f"{place}: name: 1 to 60 characters")
    if not isinstance(category, str) or (category and not is_category(category)):
        raise ConfigError(f"{place}: category: no such category")
    if not isinstance(text, dict) or not text.get("zh-Hans") or not all(isinstance(one, str) for one in text.values()):
        raise ConfigError(f"{place}: text: zh-Hans is needed")
    return Ready(name, category, text)


def written(rows: Sequence[Ready]) -> str:
    """The file that read() reads these from."""
    lines = [_HEAD]
    for one in rows:
        texts = ", ".join(f"{_quoted(tag)} = {_quoted(text)}" for tag, text in one.text.items())
        category = f"category = {_quoted(one.category)}\n" if one.category else ""
        lines.append(f"[[wording]]\nname = {_quoted(one.name)}\n{category}text = {{ {texts} }}\n")
    return "".join(lines)


def _quoted(text: str) -> str:
    return json.dumps(text.replace("\x7f", ""), ensure_ascii=False)


def in_force() -> Sequence[Ready]:
    """The sentences as they stand today. Raises ConfigError."""
    own = settings.PLACES.data / NAME
    return _read(own, own.stat().st_mtime_ns) if own.is_file() else _read(FILE, 0)


@lru_cache(maxsize=4)
def _read(file: Path, stamp: int) -> Sequence[Ready]:  # noqa: ARG001 — the stamp is the cache's key
    return read(file.read_text("utf-8"))


def fitting(case: Case) -> list[Ready]:
    """What could be said about this case: the nearest category first."""
    found = [one for one in (*in_force(), *_older()) if not one.category or case.category.startswith(one.category)]
    return sorted(found, key=lambda one: -len(one.category))


def _older() -> list[Ready]:
    """Sentences from before they had versions, until somebody ends their use."""
    return [Ready(row.name, row.category, row.text) for row in Wording.objects.filter(active=True).order_by("name")]


@for_staff
def page(request: HttpRequest, by: Hand) -> HttpResponse:
    """Every ready sentence, and the versions of them."""
    return show(request, by, "wordings", _context(by))


@require_POST
@for_staff
def save(request: HttpRequest, by: Hand) -> HttpResponse:
    """One more sentence, another text under a name, or an end to one: each is a new version of the file."""
    if "templates" not in by.rights:
        return show(request, by, "refused", {}, status=403)
    form, now = request.POST, timezone.now()
    if (old := form.get("old", "")).isdecimal():
        Wording.objects.filter(pk=int(old)).update(active=False)
        return redirect("desk:wordings")
    try:
        rows = _changed(form)
        day = day_from(form.get("effective", "")) or timezone.localdate()
        config.change(NAME, written(rows), day, form.get("why", "").replace("\0", ""), by, now)
    except ConfigError as problem:
        return show(request, by, "wordings", _context(by) | {"problem": str(problem), "tried": form}, status=422)
    return redirect("desk:wordings")


def _changed(form: Mapping[str, str]) -> list[Ready]:
    rows = {one.name: one for one in in_force()}
    if form.get("off"):
        rows.pop(form["off"], None)
        return list(rows.values())
    name = form.get("name", "").strip()[:60]
    texts = {tag: form.get(field, "").replace("\0", "").strip()[:1000] for tag, field in _FIELDS}
    rows[name] = Ready(name, form.get("category", "").strip()[:2], {tag: text for tag, text in texts.items() if text})
    return list(rows.values())


_FIELDS: Final = (("zh-Hans", "text"), ("en", "text_en"))


def _context(by: Hand) -> dict[str, Any]:
    return {
        "rows": in_force(),
        "older": Wording.objects.filter(active=True).order_by("category", "name"),
        "version": config.in_force(NAME, timezone.localdate()),
        "may": "templates" in by.rights,
        "today": timezone.localdate(),
    }
