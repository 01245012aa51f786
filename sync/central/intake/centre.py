"""How the centre introduces itself: the key that enrolment codes pin vouches for the certificate of the connection."""

import hashlib
from datetime import datetime
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from kiosk.records import wire_time
from sync import receipt
from sync.central.keys import Keys
from sync.central.places import Places


def introduction(settings: Any, now: datetime, keys: Keys, pinned: str = "") -> bytes:
    """The signed line of /centre, by the key of this short name if it is one of ours.

    `tls` is None where somebody else's certificate, or none, protects the connection.
    """
    keys = keys.facing(pinned)
    document = {
        "format": receipt.CENTRE,
        "centre": keys.centre,
        "signing_key": keys.public["signing_key"],
        "tls": fingerprint(settings.PLACES) if settings.OWN_TLS else None,
        "time": wire_time(now),
    }
    return receipt.sign(document, keys.signing)


def fingerprint(places: Places) -> str:
    """sha256 of the server's own certificate (DER), 64 hex digits."""
    certificate = x509.load_pem_x509_certificate((places.tls / "cert.pem").read_bytes())
    return hashlib.sha256(certificate.public_bytes(Encoding.DER)).hexdigest()
