"""Ready sentences for answers: the product's own, and those a centre wrote. A hand chooses, and still changes them."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from kiosk.errors import ConfigError
from sync.central.cases.models import Case
from sync.central.cases.roles import Hand
from sync.central.cases.taxonomy import ASSETS, is_category
from sync.central.desk.door import for_staff, show
from sync.central.desk.models import Wording

FILE: Final = ASSETS / "central" / "wordings.toml"


@dataclass(frozen=True, slots=True)
class Ready:
    """One ready sentence by language."""

    name: str
    category: str
    text: Mapping[str, str]


@lru_cache(maxsize=1)
def shipped() -> Sequence[Ready]:
    """The product's own. Raises ConfigError."""
    try:
        rows = tomllib.loads(FILE.read_text("utf-8"))["wording"]
        return [Ready(row["name"], row.get("category", ""), row["text"]) for row in rows]
    except (OSError, ValueError, KeyError) as error:
        raise ConfigError(f"{FILE.name}: cannot be read: {error}") from error


def fitting(case: Case) -> list[Ready]:
    """What could be said about this case: the centre's own first, the nearest category first."""
    own = [Ready(row.name, row.category, row.text) for row in Wording.objects.filter(active=True).order_by("name")]
    found = [one for one in (*own, *shipped()) if not one.category or case.category.startswith(one.category)]
    return sorted(found, key=lambda one: -len(one.category))


@for_staff
def page(request: HttpRequest, by: Hand) -> HttpResponse:
    """Every ready sentence; the centre's own can be changed."""
    context = {
        "own": Wording.objects.order_by("category", "name"),
        "shipped": shipped(),
        "may": "templates" in by.rights,
    }
    return show(request, by, "wordings", context)


@require_POST
@for_staff
def save(request: HttpRequest, by: Hand) -> HttpResponse:
    """A new sentence, or an end to an old one."""
    if "templates" not in by.rights:
        return show(request, by, "refused", {}, status=403)
    if (off := request.POST.get("off", "")).isdecimal():
        Wording.objects.filter(pk=int(off)).update(active=False)
        return redirect("desk:wordings")
    texts: dict[str, Any] = {"zh-Hans": request.POST.get("text", "").strip()[:1000]}
    if english := request.POST.get("text_en", "").strip()[:1000]:
        texts["en"] = english
    name, category = request.POST.get("name", "").strip()[:60], request.POST.get("category", "")[:2]
    if not name or not texts["zh-Hans"] or (category and not is_category(category)):
        return redirect("desk:wordings")
    Wording.objects.create(name=name, category=category, text=texts, who_id=by.user)
    return redirect("desk:wordings")
