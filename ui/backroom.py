"""What the screen asks for and must not wait for: the store, the forms, keys, calendars. Lives in one worker thread.

Everything heavy is imported in here, after the first frame. Results are values; nothing of Qt.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.config import Config

if TYPE_CHECKING:
    from uuid import UUID

    from kiosk.catalogue import Catalogue
    from kiosk.entries import Consent, Entry
    from kiosk.forms.model import Form
    from kiosk.forms.visit import FormVisit
    from kiosk.guard import Seen
    from kiosk.notice import Notice
    from kiosk.session import Visitor
    from kiosk.store import CaseView, Store
    from kiosk.voices import Outtray, Spoken
    from sync.identity import Enrolment, Identity

HANDED_ON_WD, ANSWERED_WD = 1, 3  # working days: dispatched, answered for the first time


@dataclass(frozen=True, slots=True)
class Stock:
    """What the screens are made of. forms by id, lists by name; pulled: when the centre was last heard, or ""."""

    forms: "Mapping[str, Form]" = field(default_factory=dict)
    lists: Mapping[str, list[dict[str, Any]]] = field(default_factory=dict)
    cards: tuple[dict[str, Any], ...] = ()
    totals: Mapping[str, Any] | None = None
    config: Config | None = None
    venue_name: Mapping[str, str] | None = None
    public_url: str = ""
    can_contact: bool = False
    can_seal: bool = False
    notice: "Notice | None" = None
    catalogue: "Catalogue | None" = None  # the centre's; None: the terminal's own
    pulled: str = ""
    stamp: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Sent:
    """A finished form that is durable. days: today, handed on by, answered by.

    first: this visit had said nothing by this form before; else the record amends what it had.
    """

    code: str
    record_id: str
    first: bool
    seq: int
    link: str
    days: tuple[date, date, date]


@dataclass(frozen=True, slots=True)
class Draft:
    """A form about to be sent. contact: details to seal, or empty; declined: the notice was not agreed to."""

    visit: "FormVisit"
    category: str | None
    contact: Mapping[str, str]
    language: str
    began: datetime
    declined: bool = False
    about: bytes | None = None  # the look-up key of an earlier visit: then it is about that, and not this one's case


@dataclass(frozen=True, slots=True)
class Found:
    """What a typed code led to. problem: "" or mistyped, unknown."""

    code: str
    case: "CaseView | None"
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Assistance:
    """Who types for a visitor. channel: paper or staff; by: the member of staff; slip: the paper's number or ""."""

    channel: str
    by: str
    slip: str = ""


class Backroom:
    """The terminal behind the screen. One thread only; clock gives local time with its offset."""

    def __init__(
        self,
        config: Config,
        assets: Path,
        clock: Callable[[], datetime],
        *,
        fit: "Callable[[Catalogue], Catalogue] | None" = None,
    ) -> None:
        """fit: what this terminal shows of a catalogue that the centre sends; all of it without one."""
        self._own = self._given = config
        self._config = config
        self._assets = assets
        self._clock = clock
        self._fit = fit
        self._store: Store | None = None
        self._enrolment: Enrolment | None = None
        self._visitor: Visitor | None = None
        self._lookup: bytes | None = None
        self._seen: tuple[Seen, ...] = ()
        self._said: dict[str, tuple[str, ...]] = {}  # by this visitor: form → flags of its first record
        self._shipped: dict[str, Form] = {}
        self._read_notice: Notice | None = None
        self._sent_notice: str | None = None
        self._sent_phrases = ""
        self._assistance: Assistance | None = None
        self._spoken: Spoken | None = None

    @property
    def store(self) -> "Store":
        """The worker's own connection, opened at first need."""
        if self._store is None:
            from kiosk.store import FILE, Store

            self._store = Store.open(self._given.data / FILE, self._clock)
        return self._store

    def close(self) -> None:
        """Let go of the file."""
        if self._store is not None:
            self._store.close()
            self._store = None

    # -- staff

    def note_staff(self) -> None:
        """Staff have just left the screen: what is rated in the next minutes says so."""
        from kiosk import guard

        guard.note_staff(self.store, self._clock())

    def train(self, *, on: bool) -> None:
        """Practise in a store of its own, which nothing ever leaves; or be in earnest again."""
        from dataclasses import replace

        told = (self.store.lists(), self.store.cards(), self.store.totals(), self.store.form_rows())
        self.close()
        self.forget()
        config = replace(self._config, data=self._own.data / "training", training=True, phone_ask=False)
        self._given = self._config = config if on else self._own
        self._enrolment, self._seen = None, ()
        if on:
            self._furnish(*told)
        else:
            self.note_staff()  # whoever ended the practice stands there still

    def _furnish(self, lists: Any, cards: Any, totals: Any, forms: Any) -> None:
        """Practice looks like the real thing: the same forms, lists and cards."""
        for name, rows in lists.items():
            self.store.put_list(name, rows)
        for card in cards:
            self.store.put_card(card)
        for row in forms:
            self.store.put_form(row)
        if totals:
            self.store.put_totals(totals)

    def assist(self, assistance: Assistance | None) -> None:
        """From now on staff type, or visitors themselves again."""
        self.forget()
        self._assistance = assistance

    # -- what there is to show

    def stock(self, before: Stock | None = None) -> Stock | None:
        """Everything a screen may need; None when nothing has moved since before."""
        import qrcode  # noqa: F401 - the first receipt must not wait for it

        from sync.identity import load_enrolment

        stamp = self._stamp()
        if before is not None and before.stamp == stamp:
            return None
        self._enrolment = enrolment = load_enrolment(self._given.data)
        self._config = self._with_centre()
        forms = self._forms()
        if enrolment is not None:
            from sync.enrol import adopt

            adopt(self.store, enrolment)
        return Stock(
            forms=forms,
            lists=self.store.lists(),
            cards=tuple(self.store.cards()),
            totals=self.store.totals(),
            config=self._config,
            venue_name=enrolment.venue_name if enrolment else self._config.venue_name,
            public_url=(enrolment.public_url or "") if enrolment else "",
            can_contact=enrolment is not None and self._config.phone_ask,
            can_seal=enrolment is not None,
            notice=self._notice,
            catalogue=self._catalogue(forms),
            pulled=self.store.meta("heard") or "",
            stamp=stamp,
        )

    def _stamp(self) -> tuple[Any, ...]:
        from sync.identity import ENROLMENT

        enrolment = self._given.data / ENROLMENT
        moved = enrolment.stat().st_mtime_ns if enrolment.exists() else 0
        forms = [(row.form, row.version, row.sha256) for row in self.store.form_rows()]
        if self._visitor is None:  # what a visitor reads and agrees to stays one and the same
            self._sent_notice = self.store.meta("text:notice.toml")
            self._lay_out_phrases()
        return (moved, self.store.meta("cursor"), self.store.meta("config"), str(forms), self._sent_notice)

    def _lay_out_phrases(self) -> None:
        """Phrases to tap that the centre sent, where the screen looks for them."""
        from kiosk.errors import StoreFull
        from ui.input.chips import SENT, lay_out

        sent = self.store.meta("text:chips.toml")
        if not sent or sent == self._sent_phrases:
            return
        try:
            lay_out(sent, self._given.data / SENT)
            self._sent_phrases = sent
        except (StoreFull, OSError):  # the phrases of before go on; the next look tries again
            return

    def _with_centre(self) -> Config:
        import json
        import os

        from kiosk.config import said_here, with_centre

        sent = self.store.meta("config")
        if not sent:
            return self._given
        return with_centre(self._given, json.loads(sent), said_here(self._given.data, os.environ))

    def _forms(self) -> "dict[str, Form]":
        from kiosk.errors import FormError
        from kiosk.forms.xform import parse_form

        if not self._shipped:
            forms = self._assets / "forms"
            for path in sorted([*(forms / "xform").glob("*.xml"), *(forms / "commons" / "xform").glob("*.xml")]):
                form = parse_form(path.read_bytes())
                self._shipped[form.id] = form
        forms = dict(self._shipped)
        for row in self.store.form_rows():
            try:
                forms[row.form] = parse_form(row.xform)
            except FormError:  # checked when it was installed, by another version; the shipped one goes on
                continue
        return forms

    def _catalogue(self, forms: "Mapping[str, Form]") -> "Catalogue | None":
        """The centre's catalogue, where it sent one that this version can read and has the forms for."""
        import json

        from kiosk.catalogue import load_catalogue
        from kiosk.errors import CatalogueError

        try:
            sent = load_catalogue(json.loads(self.store.meta("catalogue") or "{}").get("text", "").encode(), set(forms))
        except (CatalogueError, ValueError, AttributeError):  # checked at the desk, by another version: ours goes on
            return None
        return self._fit(sent) if self._fit else sent

    @property
    def _notice(self) -> "Notice":
        """What stands before a phone number: the one that is shown is the one that consents name."""
        import tomllib

        from kiosk.errors import CatalogueError
        from kiosk.notice import FILE, load_notice, parse_notice

        if self._read_notice is None:
            self._read_notice = load_notice(self._assets / FILE)
        try:
            return parse_notice(tomllib.loads(self._sent_notice or ""))
        except (CatalogueError, ValueError):  # none was sent, or one that says less than it must
            return self._read_notice

    # -- one visitor

    def begin(self) -> str:
        """A new visitor: the visit's id and the receipt code exist before anything is asked. Returns the visit's id."""
        from kiosk.session import Visitor

        self._visitor = Visitor.begin(self._clock(), self.store.salt)
        self._lookup = self._visitor.lookup()
        return self._visitor.subject

    def send(self, draft: Draft) -> Sent:
        """Write a form down; durable when this returns. Raises StoreFull and the store's other faults.

        The first time it is feedback.submitted; what the same visitor adds to the same form amends it.
        """
        from kiosk import guard, receipts

        visitor, now = self._here(), self._clock()
        entry = self._entry(draft, visitor, now)
        self.spoken.lay_out(self._outtray, entry.body["answers"])
        recorded = self.store.record(entry)
        self.spoken.settle()
        self._seen = guard.remember(self._seen, entry, now, self._config)
        first = draft.visit.form.id not in self._said
        self._said.setdefault(draft.visit.form.id, entry.flags)
        code, link, days = receipts.show(visitor.code), recorded.link.hex()[:8], self._days(now.date())
        return Sent(code, recorded.record_id, first, recorded.seq, link, days)

    def _entry(self, draft: Draft, visitor: "Visitor", now: datetime) -> "Entry":
        from dataclasses import replace

        from kiosk import entries, guard

        form = draft.visit.form
        answers, notice = draft.visit.answers(), self._notice.version
        entry = entries.submitted(
            subject=visitor.subject,
            now=now,
            form=form.id,
            form_version=form.version,
            answers=answers,
            category=draft.category,
            language=draft.language,
            duration_ms=max(0, round((now - draft.began).total_seconds() * 1000)),
            consents=[*_contact_consent(draft, notice), *entries.consents_in(answers, notice)],
            lookup=draft.about or self._lookup,
            sealed=self._sealed(draft.contact, visitor.subject),
            amended=form.id in self._said or draft.about is not None,
            flags=self._said.get(form.id, ()),  # a hasty first tap stays one, whatever is added to it
        )
        if (helped := self._assistance) is not None:
            entry = assisted(entry, helped)
        staff = guard.last_staff(self.store)
        return replace(entry, flags=guard.flags(self._seen, now, entry, self._config, staff))

    def _sealed(self, contact: Mapping[str, str], subject: str) -> bytes | None:
        if not contact or self._enrolment is None:
            return None
        from kiosk.privacy import seal_contact

        return seal_contact(self._enrolment.sealing_key, subject, contact)

    def withdraw(self) -> None:
        """The visitor takes back what was sent last."""
        from kiosk import entries

        self.store.record(entries.withdrawn(subject=self._here().subject, now=self._clock()))
        self.spoken.forget(self._outtray, withdrawn=True)

    def speak(self, sound: bytes, seconds: int) -> dict[str, Any]:
        """Seal Ogg Opus to the centre at once; the answer that names it. Raises NotEnrolled."""
        return self.spoken.take(self.need_enrolment().sealing_key, self._here().subject, sound, seconds)

    @property
    def spoken(self) -> "Spoken":
        """What this visitor has said aloud."""
        from kiosk.voices import Spoken

        if self._spoken is None:
            self._spoken = Spoken()
        return self._spoken

    @property
    def _outtray(self) -> "Outtray":
        from kiosk.voices import Outtray

        return Outtray(self._given.data)

    def abandon(self, form: "Form", at: str, began: datetime) -> None:
        """A form was begun and left: where, and after how long; no answers."""
        from kiosk import entries

        now = self._clock()
        lasted = max(0, round((now - began).total_seconds() * 1000))
        entry = entries.abandoned(
            subject=self._here().subject, now=now, form=form.id, form_version=form.version, at=at, duration_ms=lasted
        )
        self.store.record(entry)

    def hand_off(self, form: "Form", at: str, began: datetime) -> None:
        """A form goes on by phone: a code was shown and the visitor left."""
        from kiosk import entries

        now = self._clock()
        lasted = max(0, round((now - began).total_seconds() * 1000))
        entry = entries.handed_off(
            subject=self._here().subject, now=now, form=form.id, form_version=form.version, at=at, duration_ms=lasted
        )
        self.store.record(entry)

    def subject(self) -> "UUID":
        """The visit's id."""
        from uuid import UUID

        return UUID(self._here().subject)

    def identity(self) -> "Identity":
        """This terminal's own keys."""
        from sync.identity import load_identity

        return load_identity(self._given.data)

    def need_enrolment(self) -> "Enrolment":
        """The centre this terminal belongs to. Raises NotEnrolled."""
        from sync.identity import need_enrolment

        return self._enrolment or need_enrolment(self._given.data)

    def forget(self) -> None:
        """The visitor has gone; the next touch is somebody else's."""
        self._visitor = self._lookup = None
        self._said = {}
        if self._spoken is not None:
            self._spoken.forget(self._outtray)
            self._spoken = None

    def support(self, card: str) -> None:
        """「我也需要」 on a card of the board."""
        from kiosk import entries

        self.store.record(entries.supported(subject=self._here().subject, now=self._clock(), card=card))

    def find(self, typed: str) -> Found:
        """Where the feedback of a receipt code stands, as far as this terminal has heard."""
        from kiosk import receipts
        from kiosk.errors import CodeError

        try:
            code = receipts.read_code(typed)
        except CodeError:
            return Found("", None, "mistyped")
        case = self.store.find_case(code)  # codes from before enrolment too
        return Found(receipts.show(code), case, "" if case else "unknown")

    def learn(self, case: "Mapping[str, Any]") -> "CaseView":
        """Keep what the centre has just said of a case, as a pull would, and give it back."""
        self.store.put_case(case)
        known = self.store.case(bytes.fromhex(case["key"]))
        assert known is not None
        return known

    def _here(self) -> "Visitor":
        if self._visitor is None:
            self.begin()
        assert self._visitor is not None
        return self._visitor

    def _days(self, today: date) -> tuple[date, date, date]:
        from kiosk.workdays import add_workdays

        return today, add_workdays(today, HANDED_ON_WD), add_workdays(today, ANSWERED_WD)


def assisted(entry: "Entry", helped: Assistance) -> "Entry":
    """What staff typed for somebody says so in its head, where everybody can see it; who it was in its body."""
    from dataclasses import replace

    said = {"channel": helped.channel, "staff": helped.by} | ({"slip": helped.slip} if helped.slip else {})
    level = {"level": "V4"} if helped.channel == "staff" else {}
    return replace(entry, body={**entry.body, **said, **level}, flags=(*entry.flags, "assisted"))


def _contact_consent(draft: Draft, notice: str) -> "list[Consent]":
    from kiosk.entries import Consent

    return [Consent("contact", bool(draft.contact), notice)] if draft.contact or draft.declined else []
