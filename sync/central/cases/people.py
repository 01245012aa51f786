"""Log-ins of staff: a name, roles, a password that is shown once."""

import secrets
from collections.abc import Sequence

from django.contrib.auth.models import Group, User
from django.core.exceptions import ValidationError
from django.db import transaction

from kiosk.errors import CallerError
from kiosk.receipts import ALPHABET
from sync.central.cases.models import Department, Staff
from sync.central.cases.roles import ROLES
from sync.central.intake.models import Venue


@transaction.atomic
def set_up(
    name: str,
    *,
    roles: Sequence[str],
    full_name: str = "",
    venue: str | None = None,
    department: str = "",
    password: str | None = None,
) -> str:
    """Makes the log-in or resets it, and returns its password. Raises CallerError for what does not exist."""
    user = User.objects.filter(username=name).first() or User(username=name)
    try:
        user.username_validator(name)
    except ValidationError as error:
        raise CallerError("name: letters, digits and @ . + - _ only") from error
    if venue is not None and not Venue.objects.filter(id=venue).exists():
        raise CallerError(f"venue: there is no {venue}")
    if department and not Department.objects.filter(code=department).exists():
        raise CallerError(f"department: there is no {department}")
    password = password or new_password()
    user.first_name, user.is_active = full_name, True
    user.set_password(password)
    user.save()
    user.groups.set([_group(role) for role in roles])
    Staff.objects.update_or_create(user=user, defaults={"venue_id": venue, "department": department})
    return password


def new_password() -> str:
    """Sixteen signs that are easy to copy from paper, 80 bits."""
    signs = "".join(secrets.choice(ALPHABET) for _ in range(16)).lower()
    return "-".join(signs[start : start + 4] for start in range(0, 16, 4))


def _group(role: str) -> Group:
    if role not in ROLES:
        raise CallerError(f"role: there is no {role}")
    return Group.objects.get_or_create(name=role)[0]
