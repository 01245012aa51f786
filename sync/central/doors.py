"""Two doors of the web server: one for devices, and one that lets nothing in from third parties."""

import hashlib
import threading
from collections import Counter
from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.db import close_old_connections
from django.http import HttpRequest, HttpResponse, HttpResponseBase, UnreadablePostError
from django.urls import Resolver404, resolve

from sync import batch
from sync.central.intake import problems
from sync.central.limits import Buckets, Rate

Handler = Callable[[HttpRequest], HttpResponseBase]

API: Final = "/api/"
WORKING: Final = 8  # requests in work at once; SQLite writes one at a time anyway
SLOW_EACH, SLOW_ALL = 32, 192  # bodies that may be on their way at once, from one address and altogether
SLOW_RETRY_S: Final = 5
OPEN: Final = ("/api/v1/centre", "/api/v1/enrol", "/api/v1/heads")  # doors that need no token: counted by address
DEVICE: Final = Rate(burst=2000, per_s=500)  # one terminal that catches up sends some 50 batches a second
STRANGER: Final = Rate(burst=120, per_s=4)
PEOPLE: Final = Rate(burst=1200, per_s=60)
_POLICY: Final = (
    "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
_PERMISSIONS: Final = "camera=(), geolocation=(), payment=(), usb=(), browsing-topics=()"


def anteroom(get_response: Handler) -> Handler:
    """Whoever is slow waits out here with what they bring; inside there is work for a few at a time.

    A thread that waits for a body is lost for as long as its sender likes. So there are many threads, no address may
    keep more than a share of them, and only who has brought everything is let through to the database.
    """
    waiting: Counter[str] = Counter()
    lock, gate = threading.Lock(), threading.BoundedSemaphore(WORKING)

    def middleware(request: HttpRequest) -> HttpResponseBase:
        most = batch.PACKED_MAX if request.path_info.startswith(API) else settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        if 0 < _length(request) <= most:  # what is larger is refused, or read in pieces, inside
            address = request.META.get("REMOTE_ADDR", "")
            with lock:
                if waiting[address] >= SLOW_EACH or waiting.total() >= SLOW_ALL:
                    return problems.answer(problems.FLOOD, retry_after=SLOW_RETRY_S)
                waiting[address] += 1
            try:
                request.body  # noqa: B018 - read here, and kept
            except UnreadablePostError:  # gone in the middle
                return problems.answer(problems.UNREADABLE_REQUEST, "body")
            finally:
                with lock:
                    waiting[address] -= 1
                    if not waiting[address]:
                        del waiting[address]
        with gate:
            response = get_response(request)
            if not response.streaming:
                close_old_connections()  # a pool's goes back before a slow reader gets the answer
            return response

    return middleware


def devices(get_response: Handler) -> Handler:
    """A terminal's request needs no session, cookie, language or form token: straight to its view."""
    buckets, strangers = Buckets(DEVICE), Buckets(STRANGER)

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if not request.path_info.startswith(API):
            return get_response(request)
        token = request.META.get("HTTP_AUTHORIZATION", "")
        known = request.path_info not in OPEN and token
        sender = hashlib.sha256(token.encode()).hexdigest() if known else request.META.get("REMOTE_ADDR", "")
        wait = (buckets if known else strangers).wait_s(sender)
        response = problems.answer(problems.FLOOD, retry_after=wait) if wait else _to_view(request)
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


def visitors(get_response: Handler) -> Handler:
    """Pages for people, as many as a lobby full of phones behind one address opens, and not a flood."""
    buckets = Buckets(PEOPLE)

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if wait := buckets.wait_s(request.META.get("REMOTE_ADDR", "")):
            return HttpResponse(status=429, headers={"Retry-After": str(wait)})
        return get_response(request)

    return middleware


def nothing_from_elsewhere(get_response: Handler) -> Handler:
    """No page loads, sends or embeds anything of a third party, and browsers see to it."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", _POLICY)
        response.headers.setdefault("Permissions-Policy", _PERMISSIONS)
        return response

    return middleware
