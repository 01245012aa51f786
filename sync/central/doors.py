"""Two doors of the web server: one for devices, and one that lets nothing in from third parties."""

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import Resolver404, resolve

from sync import batch
from sync.central.intake import problems

Handler = Callable[[HttpRequest], HttpResponseBase]

API: Final = "/api/"
_POLICY: Final = (
    "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
_PERMISSIONS: Final = "camera=(), geolocation=(), payment=(), usb=(), browsing-topics=()"


def devices(get_response: Handler) -> Handler:
    """A terminal's request needs no session, cookie, language or form token: straight to its view."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if not request.path_info.startswith(API):
            return get_response(request)
        response = _to_view(request)
        response["X-Content-Type-Options"] = "nosniff"
        response["Cache-Control"] = "no-store"
        if isinstance(response, HttpResponse):
            response["Content-Length"] = str(len(response.content))
        return response

    return middleware


def _to_view(request: HttpRequest) -> HttpResponseBase:
    if _length(request) > batch.PACKED_MAX:
        return problems.answer(problems.TOO_LARGE, "Content-Length")
    try:
        match = resolve(request.path_info)
    except Resolver404:
        return problems.answer(problems.NOT_FOUND)
    request.resolver_match = match
    return match.func(request, *match.args, **match.kwargs)


def _length(request: HttpRequest) -> int:
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0


def nothing_from_elsewhere(get_response: Handler) -> Handler:
    """No page loads, sends or embeds anything of a third party, and browsers see to it."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", _POLICY)
        response.headers.setdefault("Permissions-Policy", _PERMISSIONS)
        return response

    return middleware
