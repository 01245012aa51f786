"""A terminal as the centre sees it: keys, a chain of records, requests."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import requests
from central_process import Centre
from nacl.public import PrivateKey
from nacl.signing import SigningKey
from requests.adapters import HTTPAdapter

from kiosk import records
from sync import batch, codes, receipt

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
CLOCK = {"boot": "5f0f", "mono_ms": 12_000, "offset_ms": None, "wall": records.wire_time(NOW)}


class Device:
    """Enrolled with a centre; writes records into one epoch and sends any part of it."""

    def __init__(self, centre: Centre, venue: str = "lobby", *, enrolled: bool = True) -> None:
        self.centre = centre
        self.key, self.box = SigningKey.generate(), PrivateKey.generate()
        self.source, self.epoch = records.new_source(), records.new_epoch()
        self.made: list[records.Record] = []
        self.http = session()
        self.token = ""
        if enrolled:
            answer = self.enrol(centre.quick_code(venue))
            assert answer.status_code == 201, answer.text
            self.signing_key = bytes.fromhex(receipt.peek(answer.content)["signing_key"])
            self.welcome = receipt.open_signed(answer.content, self.signing_key, receipt.ENROL)
            self.token = self.welcome["token"]

    def enrol(self, typed: str, **changes: Any) -> requests.Response:
        asked = {
            "code": codes.read_enrol_code(typed).secret,
            "source": self.source,
            "signing_key": bytes(self.key.verify_key).hex(),
            "box_key": bytes(self.box.public_key).hex(),
            "salt": "00" * 16,
            "version": "0.1.0",
        }
        return self.http.post(f"{self.centre.url}/api/v1/enrol", json=asked | changes, timeout=20)

    def record(self, count: int = 1, **parts: Any) -> None:
        """Writes records down; what they say can be told."""
        for _ in range(count):
            self.made.append(self.build(len(self.made) + 1, **parts))

    def build(self, seq: int, **parts: Any) -> records.Record:
        visit = str(records.new_id(NOW))
        usual: dict[str, Any] = {"type_": "feedback.submitted", "day": "2026-11-24", "form": "quick-rating"}
        usual |= {"form_version": "2026112401", "grade": 5}
        body = parts.pop("body", {"answers": {"grade": "5"}, "channel": "kiosk", "id": visit, "subject": visit})
        return records.build(source=self.source, epoch=self.epoch, seq=seq, body=body, **(usual | parts))

    def link(self, seq: int) -> bytes:
        """The link after a record."""
        link = records.NO_LINK
        for record in self.made[:seq]:
            link = records.next_link(link, record.head)
        return link

    def unpacked(self, first: int, last: int, lines: Sequence[bytes] | None = None, **header: Any) -> bytes:
        parts = {"batch": str(records.new_id(NOW)), "source": self.source, "epoch": self.epoch}
        parts |= {"first": first, "last": last, "link": self.link(first - 1), "clock": CLOCK}
        lines = lines or [record.line for record in self.made[first - 1 : last]]
        return batch.write(batch.make_header(**(parts | header)), lines, self.link(last), self.key)

    def packed(self, first: int, last: int, lines: Sequence[bytes] | None = None, **header: Any) -> bytes:
        return batch.pack(self.unpacked(first, last, lines, **header))

    def send(self, packed: bytes, http: requests.Session | None = None) -> requests.Response:
        return (http or self.http).post(
            f"{self.centre.url}/api/v1/batches", data=packed, headers=self.headers("application/gzip"), timeout=30
        )

    def deliver(self, packed: bytes) -> dict[str, Any]:
        """The receipt for a batch, its signature proved."""
        answer = self.send(packed)
        document = receipt.read(answer.content, self.signing_key)
        assert (answer.status_code < 300) == (document["kind"] == "receipt"), document
        return document

    def updates(self, after: int = 0) -> requests.Response:
        return self.http.get(
            f"{self.centre.url}/api/v1/updates", params={"after": after}, headers=self.headers(), timeout=20
        )

    def heartbeat(self, **said: Any) -> requests.Response:
        usual = {"unsent": 0, "oldest_s": None, "disk_free": 10**9, "version": "0.1.0", "frame_age_ms": 16}
        usual |= {"checks": {}, "time": records.wire_time(datetime.now(UTC))}
        return self.http.post(
            f"{self.centre.url}/api/v1/heartbeat", json=usual | said, headers=self.headers(), timeout=20
        )

    def headers(self, content_type: str = "application/json") -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}", "Content-Type": content_type}

    def held(self) -> list[tuple[int, str]]:
        """(seq, state) of what the centre holds of this terminal."""
        return self.centre.sql("select seq, state from intake_record where source = ? order by seq, state", self.source)


class FromAddress(HTTPAdapter):
    """Requests that come from one loopback address: the centre counts wrong codes by address."""

    def __init__(self, address: str) -> None:
        self._address = address
        super().__init__()

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, source_address=(self._address, 0), **kwargs)


def session(address: str = "127.0.0.1") -> requests.Session:
    http = requests.Session()
    http.trust_env = False
    http.mount("http://", FromAddress(address))
    return http
