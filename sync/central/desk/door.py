"""Who gets in: log-in with a brake on guessing, log-out, language, and the decorator every page stands behind."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.cache import patch_cache_control
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from sync.central.cases import throttle
from sync.central.cases.language import offered
from sync.central.cases.models import Department
from sync.central.cases.office import office
from sync.central.cases.roles import Hand, hand
from sync.central.desk import factors
from sync.central.desk.models import Certificate, Factor
from sync.central.insight import mandates

SPOKEN = "desk-language"
PRACTICE = "desk-practice"
HALF = "desk-half"  # who gave a right password, and when
HALF_S = 300
View = Callable[..., HttpResponse]


def in_language(view: View) -> View:
    """In the language somebody chose at this desk, Chinese until then; kept by nobody on the way."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with translation.override(offered(request.session.get(SPOKEN))):
            response = view(request, *args, **kwargs)
        patch_cache_control(response, no_store=True)
        return response

    return wrapped


def for_staff(view: View) -> View:
    """Hands the view the hand of who is logged in; sends everybody else to the door."""

    @wraps(view)
    @in_language
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect(f"{reverse('desk:log-in')}?next={request.path}")
        by = replace(hand(request.user), practice=bool(request.session.get(PRACTICE)))
        if not by.practice and office(settings.PLACES).lock_untrained and not _trained(by):
            by = replace(by, roles=("learner",))
        if mandates.ROLE in by.roles and mandates.over(by.user or 0, timezone.localdate()):
            by = replace(by, roles=tuple(role for role in by.roles if role != mandates.ROLE))
        return view(request, by, *args, **kwargs)

    return wrapped


@in_language
def log_in(request: HttpRequest) -> HttpResponse:
    """The door. Failures are counted by address and by name, so neither many names nor many addresses help."""
    if request.method != "POST":
        return _door(request)
    name, now = request.POST.get("name", "")[:150], timezone.now()
    origins = [throttle.address(request), f"name {name}"]
    if seconds := max(throttle.wait(throttle.LOGIN, origin, now) for origin in origins):
        return _door(request, problem="wait", minutes=seconds // 60 + 1, status=429)
    user = authenticate(request, username=name, password=request.POST.get("password", ""))
    if user is None:
        for origin in origins:
            throttle.failed(throttle.LOGIN, origin, now)
        return _door(request, problem="wrong", status=401)
    if Factor.objects.filter(user=user, confirmed__isnull=False).exists():
        request.session[HALF] = [user.pk, int(now.timestamp()), user.backend]  # type: ignore[attr-defined]
        return redirect(f"{reverse('desk:second')}?next={_next(request)}")
    return _inside(request, user)


@in_language
def second(request: HttpRequest) -> HttpResponse:
    """The second factor, for whoever has one: five minutes after the password, and guessed as slowly."""
    now = timezone.now()
    pk, since, backend = request.session.get(HALF, [0, 0, ""])
    if not pk or now.timestamp() - since > HALF_S:
        return redirect("desk:log-in")
    if request.method != "POST":
        return _door(request, second=True)
    origin = f"code {pk}"
    if seconds := throttle.wait(throttle.LOGIN, origin, now):
        return _door(request, second=True, problem="wait", minutes=seconds // 60 + 1, status=429)
    if not factors.use(pk, request.POST.get("code", "").strip()):
        throttle.failed(throttle.LOGIN, origin, now)
        return _door(request, second=True, problem="wrong", status=401)
    user = User.objects.get(pk=pk)
    user.backend = backend  # type: ignore[attr-defined]
    return _inside(request, user)


def _inside(request: HttpRequest, user: Any) -> HttpResponse:
    spoken = request.session.get(SPOKEN)
    login(request, user)
    if spoken:
        request.session[SPOKEN] = spoken
    return redirect(_next(request))


@require_POST
def log_out(request: HttpRequest) -> HttpResponse:
    """Out, back to the door."""
    logout(request)
    return redirect("desk:log-in")


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """The other language, on the page one came from."""
    request.session[SPOKEN] = offered(request.POST.get("language"))
    return redirect(_next(request))


def _trained(by: Hand) -> bool:
    valid = Certificate.objects.filter(user_id=by.user, passed=True, until__gte=timezone.localdate())
    return "people" in by.rights or valid.exists()  # or nobody could ever let anybody in again


def show(request: HttpRequest, by: Hand, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """A desk page with what every page has."""
    names = dict(Department.objects.values_list("code", "name"))
    more = {"hand": by, "lang": translation.get_language(), "here": request.get_full_path(), "names": names}
    return render(request, f"desk/{template}.html", context | more, status=status)


def _door(request: HttpRequest, *, status: int = 200, **context: Any) -> HttpResponse:
    more = {"next": request.GET.get("next", request.POST.get("next", "")), "lang": translation.get_language()}
    return render(request, "desk/log-in.html", context | more | {"here": request.get_full_path()}, status=status)


def _next(request: HttpRequest) -> str:
    wanted = request.POST.get("next", "")
    own = wanted.startswith("/desk/") and url_has_allowed_host_and_scheme(wanted, None)
    return wanted if own else reverse("desk:overview")
