"""People and their keys: log-ins, roles, switching off; and one's own second factor."""

from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from pyotp import random_base32
from pyotp.totp import TOTP

from kiosk.errors import CallerError
from sync.central.cases import people as logins
from sync.central.cases.models import Department, Staff
from sync.central.cases.roles import ROLES, Hand
from sync.central.desk.door import for_staff, show
from sync.central.desk.factors import step_of
from sync.central.desk.models import Factor
from sync.central.intake.models import Venue


@for_staff
def page(request: HttpRequest, by: Hand) -> HttpResponse:
    """Who works here, in which roles; a new log-in's password is shown this once."""
    if "people" not in by.rights:
        return show(request, by, "refused", {}, status=403)
    made, problem = None, ""
    if request.method == "POST":
        made, problem = _change(request, by)
    staff = Staff.objects.select_related("user", "venue").order_by("user__username")
    if by.venue:
        staff = staff.filter(venue_id=by.venue)
    context = {
        "staff": [(one, list(one.user.groups.values_list("name", flat=True))) for one in staff],
        "roles": sorted(ROLES),
        "venues": Venue.objects.order_by("id"),
        "departments": Department.objects.filter(active=True).order_by("order"),
        "made": made,
        "problem": problem,
        "factors": set(Factor.objects.filter(confirmed__isnull=False).values_list("user_id", flat=True)),
    }
    return show(request, by, "people", context, status=422 if problem else 200)


@for_staff
def factor(request: HttpRequest, by: Hand) -> HttpResponse:
    """One's own second factor: shown once, in force when a code of it was typed; given up with a code as well."""
    own = Factor.objects.filter(user_id=by.user).first()
    if request.method == "POST":
        code = request.POST.get("code", "").strip()
        if own is None:
            own = Factor.objects.create(user_id=by.user, secret=random_base32(32))
        elif (step := step_of(own, code)) is None:
            return show(request, by, "factor", {"own": own, "uri": _uri(own, by), "problem": True}, status=422)
        elif own.confirmed is None:
            Factor.objects.filter(pk=own.pk).update(confirmed=timezone.now(), step=step)
        else:
            own.delete()
        return redirect("desk:factor")
    return show(request, by, "factor", {"own": own, "uri": _uri(own, by) if own and own.confirmed is None else ""})


def _uri(own: Factor, by: Hand) -> str:
    user = User.objects.get(pk=by.user)
    return TOTP(own.secret).provisioning_uri(name=user.get_username(), issuer_name=settings.ISSUER)


def _change(request: HttpRequest, by: Hand) -> tuple[tuple[str, str] | None, str]:
    form = request.POST
    if (pk := form.get("off", "")).isdecimal():
        staff = Staff.objects.filter(pk=int(pk)).exclude(pk=by.user)
        staff = staff.filter(venue_id=by.venue) if by.venue else staff
        User.objects.filter(pk__in=staff.values("pk")).update(is_active=False)
        return None, ""
    name = form.get("name", "").strip()[:150]
    existing = Staff.objects.filter(user__username=name).first()
    if by.venue and existing is not None and existing.venue_id != by.venue:  # type: ignore[attr-defined]
        return None, "name"
    try:
        password = logins.set_up(
            name,
            roles=form.getlist("role"),
            full_name=form.get("full_name", "").strip()[:150],
            venue=by.venue or form.get("venue") or None,
            department=form.get("department", ""),
        )
    except CallerError as error:
        return None, str(error)
    return (name, password), ""
