"""The wire over HTTPS, by requests. Import this lazily: requests costs a terminal's start 100 ms.

Decided here, once, for everything a terminal says to its centre:

- Nothing of the environment counts: no proxy variables, no .netrc, no CA variables. A proxy that somebody set for a
  browser must never see feedback, and the way to the centre is a matter of enrolment, not of a shell.
- No redirect is followed: a sign-in page lives behind one.
- The centre's own certificate is pinned by its sha256, as the centre's signing key vouched for it. Where it vouched
  for none, a certificate that the system trusts must fit the host's name. Plain http goes to loopback only.
- Time and size of every reply are limited, and nothing is unpacked that came compressed.
"""

import hashlib
import ipaddress
import ssl
import time
import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final
from urllib.parse import urlsplit

import requests
import urllib3
from requests.adapters import HTTPAdapter

from kiosk.errors import BatchError, CallerError, EnvironmentFault, UntrustedError
from sync import fields, receipt
from sync.link import Reply, Request, Unreachable
from sync.updates import PAGE_MAX

CONNECT_S: Final = 6.1
SILENCE_S: Final = 20.0  # between two pieces of a reply
WHOLE_S: Final = 120.0  # for a whole reply: a page of updates over a slow mobile network
CENTRE: Final = "/api/v1/centre"
_AGENT: Final = "xinsheng-kiosk"

Monotonic = Callable[[], float]


class HttpWire:
    """Requests to one centre over one kept connection. One HttpWire per thread.

    url as normal_url() gives it. certificate is the sha256 (hex) of the pinned certificate; None asks the system's.
    """

    def __init__(self, url: str, certificate: str | None, *, monotonic: Monotonic = time.monotonic) -> None:
        self.url = url
        self._monotonic = monotonic
        self._session = _session(certificate)

    def exchange(self, request: Request) -> Reply | Unreachable:
        """Send and read one reply whole. Whatever goes wrong on the way is Unreachable, in one short line."""
        try:
            with self._open(request) as response:
                return Reply(response.status_code, self._read(response), _retry_after(response))
        except requests.exceptions.SSLError:
            return Unreachable(BAD_CERTIFICATE)
        except requests.exceptions.Timeout:
            return Unreachable("中心没有及时应答 · the centre did not answer in time")
        except (requests.exceptions.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError):
            return Unreachable("连不上中心 · no connection to the centre")

    def close(self) -> None:
        """Let go of the connection."""
        self._session.close()

    def _open(self, request: Request) -> requests.Response:
        headers = {"Accept-Encoding": "identity", "User-Agent": _AGENT}
        if request.body is not None:
            headers["Content-Type"] = request.content_type
        if request.token is not None:
            headers["Authorization"] = f"Bearer {request.token}"
        return self._session.request(
            "GET" if request.body is None else "POST",
            self.url + request.path,
            data=request.body,
            headers=headers,
            timeout=(CONNECT_S, SILENCE_S),
            allow_redirects=False,
            stream=True,
        )

    def _read(self, response: requests.Response) -> bytes:
        """The body as it came. A page that never ends, or drips, is cut off."""
        deadline = self._monotonic() + WHOLE_S
        body = bytearray()
        while piece := response.raw.read1(2**16, decode_content=False):
            body += piece
            if len(body) > PAGE_MAX or self._monotonic() > deadline:
                raise requests.exceptions.Timeout
        return bytes(body)


BAD_CERTIFICATE: Final = "对方证书不是本中心的 · the certificate is not the centre's"


def normal_url(given: str) -> str:
    """An address of a centre without its trailing slash: https anywhere, http to loopback only. Raises CallerError."""
    try:
        parts = urlsplit(unicodedata.normalize("NFKC", given).strip())  # a Chinese keyboard types ：／／
        port = parts.port
    except ValueError as error:
        raise CallerError("网址不对 · address: not one of the web") from error
    if parts.scheme not in ("https", "http") or not parts.hostname:
        raise CallerError("网址应以 https:// 开头 · address: expected https://HOST")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise CallerError("网址只要主机和路径 · address: only host, port and path, please")
    if parts.scheme == "http" and not _is_loopback(parts.hostname):
        raise CallerError("只有本机才可用 http，请用 https · address: plain http reaches only this machine; use https")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}{f':{port}' if port else ''}{parts.path.rstrip('/')}"


def introduce(
    url: str, *, fits: Callable[[bytes], bool], pinned: bytes | None = None
) -> tuple[dict[str, Any], str | None]:
    """Ask who answers at an address, sending nothing that is secret: the centre's document, and the certificate to pin.

    fits says whether a public signing key is the one expected; pinned is that key, where it is known: a centre that
    changed its keys answers under it. The certificate is the one the centre vouched for, seen
    on this very connection; None when the system vouches instead, or on loopback.
    Raises UntrustedError, EnvironmentFault.
    """
    seen = _peer_certificate(url)
    document = _ask_who(HttpWire(url, seen), fits, pinned)
    if seen is None or document["tls"] == seen:
        return document, seen
    return _ask_who(HttpWire(url, None), fits, pinned), None  # a public certificate in front: the system must trust it


def _ask_who(wire: HttpWire, fits: Callable[[bytes], bool], pinned: bytes | None) -> dict[str, Any]:
    answer = wire.exchange(Request(CENTRE if pinned is None else f"{CENTRE}?key={receipt.key_id(pinned)}"))
    wire.close()
    if isinstance(answer, Unreachable):
        fault = UntrustedError if answer.why == BAD_CERTIFICATE else EnvironmentFault
        raise fault(f"{wire.url}: {answer.why}")
    try:
        claimed = receipt.peek(answer.body).get("signing_key")
        key = bytes.fromhex(fields.hex_("centre.signing_key", claimed, 64))
        if not fits(key):
            raise UntrustedError(f"{wire.url}: 登记码不是这个中心的 · the code is not of the centre that answers there")
        document = receipt.open_signed(answer.body, key, receipt.CENTRE)
        return _check_centre(document)
    except BatchError as error:
        raise UntrustedError(f"{wire.url}: {error}") from error


def _check_centre(document: dict[str, Any]) -> dict[str, Any]:
    fields.exactly("centre", document, {"format", "centre", "signing_key", "tls", "time"})
    fields.text("centre.centre", document["centre"], 64)
    fields.moment("centre.time", document["time"])
    if document["tls"] is not None:
        fields.hex_("centre.tls", document["tls"], 64)
    return document


def _peer_certificate(url: str) -> str | None:
    """sha256 (hex) of the certificate that answers there, believed by nobody yet; None for plain http."""
    parts = urlsplit(url)
    if parts.scheme == "http":
        return None
    try:
        pem = ssl.get_server_certificate((parts.hostname or "", parts.port or 443), timeout=CONNECT_S)
    except (OSError, ValueError) as error:
        raise EnvironmentFault(f"{url}: 连不上中心 · no connection to the centre") from error
    return hashlib.sha256(ssl.PEM_cert_to_DER_cert(pem)).hexdigest()


def _session(certificate: str | None) -> requests.Session:
    session = requests.Session()
    session.trust_env = False
    session.mount("https://", _Adapter(certificate))
    session.verify = certificate is None  # pinned: urllib3 then compares the fingerprint, and nothing else counts
    return session


class _Adapter(HTTPAdapter):
    """TLS that believes one certificate, or the system's and requests' own roots together. Never retries by itself."""

    def __init__(self, certificate: str | None) -> None:
        self._certificate = certificate
        super().__init__(pool_connections=1, pool_maxsize=1, max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        if self._certificate is None:
            kwargs["ssl_context"] = ssl.create_default_context()
        else:
            kwargs["assert_fingerprint"] = self._certificate
        super().init_poolmanager(*args, **kwargs)


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _retry_after(response: requests.Response) -> int | None:
    """Seconds, from either form that HTTP knows."""
    said = response.headers.get("Retry-After", "").strip()
    if said.isascii() and said.isdigit():
        return int(said[:9])
    try:
        moment = parsedate_to_datetime(said)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0, round((moment - datetime.now(UTC)).total_seconds()))
