"""How a phone page is served: language, type and colours as asked for; kept by nobody on the way."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any, Final

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import patch_cache_control

from sync.central.intake.models import Venue
from sync.central.public import shelf
from sync.central.public.words import LANGUAGES, RIGHT_TO_LEFT, offered, pick, words

View = Callable[..., HttpResponse]
MOST: Final = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
_DJANGO: Final = {"zh-Hans": "zh-hans", "zh-Hant": "zh-hant", "en": "en", "ug": "ug"}


@dataclass(frozen=True, slots=True)
class Look:
    """How a visitor wants the page."""

    language: str
    elder: bool = False
    contrast: bool = False

    @property
    def classes(self) -> str:
        """For the root element."""
        return " ".join(name for name in ("elder", "contrast") if getattr(self, name))

    def query(self, **changes: Any) -> str:
        """The same look, or a changed one, for an address of ours; nothing where it is the usual one."""
        wanted = {name: getattr(self, name) for name in ("language", "elder", "contrast")} | changes
        look = "-".join(name for name in ("elder", "contrast") if wanted[name])
        parts = [*([f"lang={wanted['language'].lower()}"] if wanted["language"] != LANGUAGES[0] else [])]
        parts += [f"look={look}"] if look else []
        return "&".join(parts)


def look_of(request: HttpRequest) -> Look:
    """What the address asks for."""
    look = request.GET.get("look", "").split("-")
    return Look(offered(request.GET.get("lang")), "elder" in look, "contrast" in look)


def page(view: View, most: int = MOST) -> View:
    """Nobody on the way keeps it, and no page of anybody else's learns where it was. most: bytes of a request's body;
    a larger one is not read, and answered in words."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = taken(request, most, lambda: view(request, *args, **kwargs))
        response.headers["Referrer-Policy"] = "no-referrer"
        patch_cache_control(response, no_store=True)
        return response

    return wrapped


def taken(request: HttpRequest, most: int, answer: Callable[[], HttpResponse]) -> HttpResponse:
    """The answer to a request; to one that brings more than most bytes, or what is no form at all, a page in words."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    try:
        if length.isdecimal() and int(length) <= most:
            return answer()
    except (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent, MultiPartParserError):
        pass
    return show(request, "too-much", look_of(request), {}, status=413)


def show(request: HttpRequest, name: str, look: Look, context: Mapping[str, Any], status: int = 200) -> HttpResponse:
    """A page of the phone's in a look."""
    names = {code: words(code)["lang_name"] for code in LANGUAGES}
    shared = {
        "w": words(look.language),
        "look": look,
        "lang": look.language,
        "dir": "rtl" if look.language in RIGHT_TO_LEFT else "ltr",
        "languages": names,
        "ask": f"?{query}" if (query := look.query()) else "",
        "turns": _turns(request, look),
    }
    with translation.override(_DJANGO[look.language]):
        response = render(request, f"public/phone/{name}.html", shared | dict(context), status=status)
    response.headers["Content-Language"] = look.language
    return response


def _turns(request: HttpRequest, look: Look) -> dict[str, Any]:
    """Addresses of this page in another look, for pages that carry nothing."""
    kept = "&".join(f"s={value}" for value in [source(request)] if value)

    def to(**changes: Any) -> str:
        return "?" + "&".join(part for part in (look.query(**changes), kept) if part)

    return {
        "elder": to(elder=not look.elder),
        "contrast": to(contrast=not look.contrast),
        "languages": [(code, words(code)["lang_name"], to(language=code)) for code in LANGUAGES],
    }


def source(request: HttpRequest) -> str:
    """Where somebody came from, as the poster, the menu or the page names itself; "" for anything odd."""
    said = request.GET.get("s", "")[:33]
    return said if 0 < len(said) <= 32 and said.isascii() and said.replace("-", "").isalnum() else ""


def tiles(look: Look) -> list[dict[str, str]]:
    """The forms to choose from, in the order of the catalogue."""
    catalogue, known = shelf.catalogue(), shelf.shelf().newest
    return [
        {"id": name, "name": pick(form.name, look.language), "picture": form.pictogram.removesuffix(".svg")}
        for name, form in catalogue.openings.items()
        if name in known and name not in shelf.NOT_OFFERED
    ]


def venues() -> list[Venue]:
    """Every venue, in one order."""
    return list(Venue.objects.order_by("id"))
