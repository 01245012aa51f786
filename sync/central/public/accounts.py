"""V3: somebody whom a platform knows: the local culture cloud, or the 公众号's own server. No log-in of ours.

That server links to a form with ``?account=<token>``: base64url of {"exp": seconds since 1970, "who": its own opaque
name}, a dot, base64url of the Ed25519 signature over the first part. CENTRAL_ACCOUNT_KEY holds its public key as hex;
without it nobody is V3, and a token that does not fit is as good as none. Who it was is not kept: the level alone is.
"""

import base64
import json
from datetime import datetime
from typing import Final

from django.conf import settings
from nacl.exceptions import CryptoError
from nacl.signing import VerifyKey

TOKEN_MAX: Final = 400
LASTS_S: Final = 3600  # nobody hands out tokens for longer


def known(token: str, now: datetime) -> bool:
    """Whether a platform vouches for whoever follows this link."""
    if not settings.ACCOUNT_KEY or not 0 < len(token) <= TOKEN_MAX:
        return False
    said, _, signature = token.partition(".")
    try:
        VerifyKey(bytes.fromhex(settings.ACCOUNT_KEY)).verify(said.encode("ascii"), _unpacked(signature))
        claims = json.loads(_unpacked(said))
        left = int(claims["exp"]) - now.timestamp()
        return isinstance(claims["who"], str) and bool(claims["who"]) and 0 < left <= LASTS_S
    except (CryptoError, ValueError, TypeError, KeyError):
        return False


def _unpacked(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
