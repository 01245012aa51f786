"""The way in again for staff whose PIN is locked: the terminal shows a challenge, the centre answers it by telephone.

Both know the digest of the terminal's token (the centre keeps nothing else of it). The answer fits one terminal and
one challenge, works without any network, and is worth nothing once it was used: the challenge is another one then.
"""

import hashlib
import hmac
from typing import Final

from kiosk.staff import ANSWER

_PURPOSE: Final = b"xinsheng-pin-unlock/1\n"


def answer(token_digest: bytes, challenge: str) -> str:
    """The eight digits for a challenge. token_digest: sha256 of the terminal's token."""
    mac = hmac.new(token_digest, _PURPOSE + challenge.encode(), hashlib.sha256).digest()
    return f"{int.from_bytes(mac[:8], 'big') % 10**ANSWER:0{ANSWER}}"


def answer_for(token: str, challenge: str) -> str:
    """The same, at the terminal, which has the token itself."""
    return answer(hashlib.sha256(token.encode()).digest(), challenge)
