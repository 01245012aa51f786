"""A lobby whose terminal makes codes, and a phone that reads pages as a browser would: forms, fields, buttons."""

import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from lxml import html
from nacl.public import PrivateKey

from kiosk import records
from sync import handoff

SALT = b"salt of a lobby!"


@dataclass
class Lobby:
    """One venue with one enrolled terminal."""

    box: PrivateKey = field(default_factory=PrivateKey.generate)
    counter: int = 0

    @classmethod
    def open(cls, venue: str = "donghu") -> "Lobby":
        from django.utils import timezone

        from sync.central.cases import departments
        from sync.central.intake.models import Terminal, Venue

        lobby = cls()
        name = {"zh-Hans": "东湖区文化馆", "en": "Donghu Cultural Centre"}
        Venue.objects.create(id=venue, name=name, salt=SALT)
        departments.ensure()
        lobby.venue, lobby.source = venue, records.new_source()
        lobby.terminal = Terminal.objects.create(
            source=lobby.source,
            venue_id=venue,
            token_digest=uuid.uuid4().bytes * 2,
            signing_key=bytes(32),
            box_key=bytes(lobby.box.public_key),
            enrolled_at=timezone.now(),
        )
        return lobby

    def code(self, form: str, answers: dict[str, Any], *, visit: str = "", at: datetime | None = None, **clear: Any):
        """The digits of a QR of this terminal; the visit they are of in .visit."""
        from django.conf import settings

        from sync.central import keys
        from sync.central.public.shelf import shelf

        now = at or datetime.now(UTC)
        self.counter += 1
        self.visit = visit or str(records.new_id(now))
        runs = clear.pop("runs", None) or shelf().newest[form]
        values = handoff.encode_answers(runs, answers)
        centre = bytes(keys.load(settings.PLACES).box.public_key)
        said = handoff.Clear(self.terminal.number, uuid.UUID(self.visit), self.counter, **clear)
        return handoff.seal(said, runs, values, now, self.box, centre)

    def clock_is_ahead(self, by: timedelta) -> None:
        self.terminal.heartbeat = {"clock_error_ms": round(by.total_seconds() * 1000)}
        self.terminal.save()


class Phone:
    """Looks at one page after another. Pages are what Django's test client gets, with no cookie kept."""

    def __init__(self) -> None:
        from django.test import Client

        self.client = Client()
        self.status = 0

    def open(self, address: str) -> "Phone":
        return self._see(self.client.get(address))

    def scan(self, digits: str, who: str = "phone-1") -> "Phone":
        return self._see(self.client.post("/h", {"digits": digits, "who": who}))

    def press(self, do: str, **answers: Any) -> "Phone":
        """A button, with what is filled in; answers by question name, lists for several."""
        given = self.fields()
        for name, value in answers.items():
            key = name if name in ("number", "sms") else f"q.{name}"
            given[key] = value
        return self._see(self.client.post("/f/step", given | {"do": do}))

    def fields(self) -> dict[str, Any]:
        """What the page's form would send as it stands."""
        found: dict[str, Any] = {}
        for control in self.page.get_element_by_id("f").xpath(".//input|.//textarea"):
            name, kind = control.get("name"), control.get("type")
            if not name or (kind in ("radio", "checkbox") and control.get("checked") is None):
                continue
            value = control.value if control.tag == "textarea" else control.get("value", "on")
            if kind == "checkbox":
                found.setdefault(name, []).append(value)
            else:
                found[name] = (value or "").removeprefix("\n")
        return found

    @property
    def state(self) -> Any:
        from sync.central.public import token

        return token.read(self.fields()["state"])

    @property
    def text(self) -> str:
        return " ".join(self.page.text_content().split())

    @property
    def title(self) -> str:
        return " ".join(self.page.xpath("//h1")[0].text_content().split())

    def buttons(self) -> list[str]:
        return self.page.xpath("//*[@name='do']/@value")

    def asked(self) -> list[str]:
        """The names of the questions on the page."""
        return [name[4:] for name in self.fields() if name.startswith("has.")]

    def _see(self, response: Any) -> "Phone":
        self.status, self.raw, self.headers = response.status_code, response.content, response.headers
        assert not response.cookies, "a phone page sets no cookie"
        assert self.status not in (301, 302, 303, 307, 308), "a phone page never redirects"
        self.page = html.fromstring(response.content.decode())
        return self


def finishes() -> list[dict[str, Any]]:
    """What stands in the centre's own chain, oldest first."""
    import orjson

    from sync.central.intake.models import Record

    rows = Record.objects.filter(source__startswith="centre/").exclude(type="chain.started").order_by("seq")
    return [{**orjson.loads(bytes(row.head)), "said": orjson.loads(bytes(row.body))} for row in rows]


def project() -> None:
    from sync.central.cases import projector

    projector.drain(pause=lambda: None)
