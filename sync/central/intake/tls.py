"""A certificate of the centre's own. Terminals trust it because the pinned signing key vouches for it."""

import ipaddress
import socket
from collections.abc import Iterable
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from sync.central.places import Places, write_private

LIFETIME = timedelta(days=3650)


def ensure(places: Places, centre: str, names: Iterable[str], now: datetime) -> None:
    """Makes tls/cert.pem and tls/key.pem where there is no certificate, or one that ends within a month."""
    certificate = places.tls / "cert.pem"
    if certificate.exists():
        made = x509.load_pem_x509_certificate(certificate.read_bytes())
        if made.not_valid_after_utc > now + timedelta(days=30):
            return
    places.tls.mkdir(mode=0o700, exist_ok=True)
    key = ec.generate_private_key(ec.SECP256R1())
    pem = _certificate(key, centre, names, now).public_bytes(Encoding.PEM)
    write_private(places.tls / "key.pem", key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    write_private(certificate, pem)


def own_names() -> list[str]:
    """The names and addresses under which other machines may reach this one."""
    names = {"localhost", "127.0.0.1", socket.gethostname()}
    try:
        names |= {str(info[4][0]) for info in socket.getaddrinfo(socket.gethostname(), None, type=socket.SOCK_STREAM)}
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            probe.connect(("192.0.2.1", 9))  # sends nothing: asks only by which address one would leave
            names.add(probe.getsockname()[0])
    except OSError:
        pass  # no network: the names above are all there are
    return sorted(names)


def _certificate(key: ec.EllipticCurvePrivateKey, centre: str, names: Iterable[str], now: datetime) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"centre {centre}")])
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + LIFETIME)
        .add_extension(x509.SubjectAlternativeName([_general(each) for each in names]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )


def _general(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)
