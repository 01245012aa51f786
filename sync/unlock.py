"""The way in again for staff whose PIN is locked: the terminal shows a challenge, the centre answers it by telephone.

The answer follows from what the terminal's box key and the centre's sealing key have in common (X25519): each side has
its own private half and knows the other's public one since enrolment. Whoever reads the centre's database, tokens'
digests and all, cannot compute it; that takes the centre's key file, or the terminal's. The answer fits one terminal
and one challenge, works without any network, and is worth nothing once it was used: the challenge is another one then.

A terminal of before shows six digits, not seven, and expects an answer from its token's digest: answer_of_before().
"""

import hashlib
import hmac
from typing import Final

from kiosk.staff import ANSWER

CHALLENGE_OF_BEFORE: Final = 6  # digits
_PURPOSE: Final = b"xinsheng-pin-unlock/1\n"
_SHARED: Final = b"xinsheng-pin-unlock/2\n"


def answer(own: bytes, theirs: bytes, challenge: str) -> str:
    """The eight digits for a challenge, the same on both sides. own: a private X25519 key; theirs: a public one."""
    from nacl.bindings import crypto_scalarmult

    return _digits(hashlib.sha256(_SHARED + crypto_scalarmult(own, theirs)).digest(), _SHARED, challenge)


def answer_of_before(token_digest: bytes, challenge: str) -> str:
    """What a terminal of before expects. token_digest: sha256 of the terminal's token."""
    return _digits(token_digest, _PURPOSE, challenge)


def _digits(secret: bytes, purpose: bytes, challenge: str) -> str:
    mac = hmac.new(secret, purpose + challenge.encode(), hashlib.sha256).digest()
    return f"{int.from_bytes(mac[:8], 'big') % 10**ANSWER:0{ANSWER}}"
