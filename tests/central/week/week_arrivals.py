"""How items of the week reach custody: over a device's own interface, and over the pages that phones see."""

import base64
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

import requests
from central_terminal import CLOCK, Device
from lxml import html

from kiosk import records
from kiosk.privacy import seal_contact
from kiosk.receipts import lookup_key, new_code


@dataclass
class Arrivals:
    """The terminal in the lobby and everybody's phones. codes: the receipts of what the terminal took, by tag."""

    device: Device
    codes: dict[str, str] = field(default_factory=dict)

    def come(self, items: Iterable, now: datetime) -> None:
        items = list(items)
        sent = len(self.device.made)
        for item in (one for one in items if one.channel in {"kiosk", "web", "wechat"}):
            self._says(item, now)
        if len(self.device.made) > sent:
            wall = records.wire_time(now.astimezone(UTC))
            packed = self.device.packed(sent + 1, len(self.device.made), clock=CLOCK | {"wall": wall})
            assert self.device.deliver(packed)["kind"] == "receipt"
        for item in (one for one in items if one.channel == "phone"):
            by_phone(self.device.centre.url, item)

    def _says(self, item, now: datetime) -> None:
        code, visit = new_code(), str(records.new_id(now))
        self.codes[item.tag] = code
        salt = bytes.fromhex(self.device.welcome["venue"]["salt"])
        answers = {"grade": str(item.grade)} | ({"words": item.words} if item.words else {})
        body = {"answers": answers, "category": item.category, "channel": item.channel, "consents": []}
        body |= {"duration_ms": 9000, "id": visit, "language": "zh-Hans", "level": "V0", "sealed": None}
        body |= {"lookup": lookup_key(code, salt).hex(), "subject": visit, "time": records.wire_time(now)}
        if item.contact:
            sealing = bytes.fromhex(self.device.welcome["sealing_key"])
            box = seal_contact(sealing, visit, {"phone": item.contact})
            body |= {
                "sealed": base64.b64encode(box).decode(),
                "consents": [{"given": True, "kind": "contact", "notice": "1"}],
            }
        self.device.record(body=body, grade=item.grade, day=now.date().isoformat())

    def replies(self, page, tag: str, words: str) -> None:
        """The visitor reads the question by their code, in a browser, and answers it."""
        page.goto(f"{self.device.centre.url}/c#{self.codes[tag]}")
        page.wait_for_selector("#reply")
        page.fill("#reply", words)
        page.click("#thread .act")
        page.wait_for_selector(".done-now")


def by_phone(url: str, item) -> None:
    """A rating from a poster: page by page, every field as a browser would send it."""
    http = requests.Session()
    http.trust_env = False
    page = http.get(f"{url}/v/lobby/quick-rating", params={"s": "poster"}, timeout=20)
    for _ in range(9):
        form = html.fromstring(page.text).xpath("//form[@id='f']")
        if "receipt-code" in page.text:
            return
        asked = {name.removeprefix("has.") for name in form[0].xpath(".//input/@name") if name.startswith("has.")}
        fields = {one.get("name"): one.get("value") for one in form[0].xpath(".//input[@type='hidden']")}
        answers = {"grade": str(item.grade), "reasons": f"{item.grade}04", "words": item.words, "reply": "no"}
        fields |= {f"q.{name}": value for name, value in answers.items() if name in asked and value}
        buttons = form[0].xpath(".//button[@name='do']/@value")
        said = any(f"q.{name}" in fields for name in asked)
        do = "send" if "send" in buttons else "next" if said or "skip" not in buttons else "skip"
        page = http.post(f"{url}/f/step", data=fields | {"do": do}, timeout=20)
        assert page.status_code == 200, page.text
    raise AssertionError(f"{item.tag}: the form does not end: {page.text[:500]}")
