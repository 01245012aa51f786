"""How the pages around a receipt, the board and the commons are served: Chinese, or English with ?lang=en."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render as fill
from django.utils import translation
from django.utils.cache import patch_cache_control

from sync.central.cases.language import CHINESE, offered
from sync.central.intake.models import Venue

View = Callable[..., HttpResponse]


def page(view: View) -> View:
    """In the language of ?lang, Chinese without; kept by nobody on the way."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        language = offered(request.GET.get("lang") or request.POST.get("lang"))
        with translation.override(language):
            response = view(request, *args, **named)
        response.headers["Content-Language"] = "zh-Hans" if language == CHINESE else language
        response.headers["Referrer-Policy"] = "no-referrer"
        patch_cache_control(response, no_store=True)
        return response

    return wrapped


def render(request: HttpRequest, name: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """A page with what every page shows."""
    names = list(Venue.objects.order_by("id").values_list("name", flat=True)[:2])
    language = translation.get_language()
    return fill(
        request,
        f"public/{name}.html",
        context
        | {
            "venue": names[0] if len(names) == 1 else None,
            "lang": language,
            "ask": "" if language == CHINESE else f"?lang={language}",
            "and_lang": "" if language == CHINESE else f"&lang={language}",
            "here": request.path,
        },
        status=status,
    )
