"""Second factors: six digits that change every half-minute (TOTP, RFC 6238), each good once."""

import hmac

from django.utils import timezone
from pyotp.totp import TOTP

from sync.central.desk.models import Factor


def step_of(own: Factor, code: str) -> int | None:
    """The time step of a code that is right now and was not used before; a half-minute early or late will do."""
    totp, now = TOTP(own.secret), timezone.now()
    step = int(now.timestamp()) // totp.interval
    for at in (step, step - 1, step + 1):
        if at > own.step and hmac.compare_digest(code.encode(), totp.generate_otp(at).encode()):
            return at
    return None


def use(user: int, code: str) -> bool:
    """Whether a code lets somebody in; it does so once."""
    own = Factor.objects.filter(user_id=user, confirmed__isnull=False).first()
    step = step_of(own, code) if own else None
    if own is None or step is None:
        return False
    return bool(Factor.objects.filter(pk=own.pk, step__lt=step).update(step=step))
