"""How the pages around a receipt, the board and the commons are served.

Chinese, 繁體, English or Uyghur with ?lang=, 长辈版 and high contrast with ?look=: all of it in the address alone.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render as fill
from django.utils import translation
from django.utils.cache import patch_cache_control

from sync.central.cases.language import CHINESE, VISITORS, offered, tag
from sync.central.intake.models import Venue
from sync.central.public.looks import MOST, taken
from sync.central.public.words import LANGUAGES, RIGHT_TO_LEFT, words

View = Callable[..., HttpResponse]
LOOKS: Final = ("elder", "contrast")


def page(view: View) -> View:
    """In the language of ?lang, Chinese without; kept by nobody on the way."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        response = taken(request, MOST, lambda: _spoken(request, lambda: view(request, *args, **named)))
        response.headers["Referrer-Policy"] = "no-referrer"
        patch_cache_control(response, no_store=True)
        return response

    return wrapped


def _spoken(request: HttpRequest, answer: Callable[[], HttpResponse]) -> HttpResponse:
    with translation.override(offered(_said(request, "lang"), VISITORS)):
        response = answer()
        response.headers["Content-Language"] = tag()
    return response


def render(request: HttpRequest, name: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """A page with what every page shows."""
    names = list(Venue.objects.order_by("id").values_list("name", flat=True)[:2])
    language, looks = translation.get_language() or CHINESE, looks_of(request)
    ask = _query(language, looks)
    shared = {
        "venue": names[0] if len(names) == 1 else None,
        "lang": language,
        "tag": tag(),
        "dir": "rtl" if tag() in RIGHT_TO_LEFT else "ltr",
        "looks": looks,
        "look": "-".join(looks),
        "ask": f"?{ask}" if ask else "",
        "and_lang": f"&{ask}" if ask else "",
        "here": request.path,
        "ways": {name: _turn(language, _toggled(looks, name)) for name in LOOKS},
        "tongues": [(one, words(one)["lang_name"], _turn(one.lower(), looks)) for one in LANGUAGES if one != tag()],
    }
    return fill(request, f"public/{name}.html", context | shared, status=status)


def looks_of(request: HttpRequest) -> tuple[str, ...]:
    """How a visitor wants the page: elder, contrast, both or neither."""
    wanted = _said(request, "look").split("-")
    return tuple(name for name in LOOKS if name in wanted)


def _said(request: HttpRequest, name: str) -> str:
    return request.GET.get(name) or request.POST.get(name) or ""


def _toggled(looks: tuple[str, ...], name: str) -> tuple[str, ...]:
    return tuple(one for one in LOOKS if (one in looks) != (one == name))


def _turn(language: str, looks: tuple[str, ...]) -> str:
    return f"?{query}" if (query := _query(language, looks)) else "?"


def _query(language: str, looks: tuple[str, ...]) -> str:
    parts = [] if language == CHINESE else [f"lang={language}"]
    return "&".join(parts + ([f"look={'-'.join(looks)}"] if looks else []))
