"""Configuration as versions: every change has an effective day, a reason and a name, and can be taken back.

A version is the text of one file. From its day on it lies in the data folder, where the program reads it, and the
terminals hear of what they use themselves; a roll-back is a new version with the old text, so it is bit for bit the
same. A form is such a file too: ``forms/<id>.xml``.
"""

import hashlib
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from kiosk.config import Config, with_centre
from kiosk.errors import ConfigError, FormError, KioskError
from kiosk.forms.xform import parse_form
from kiosk.notice import parse_notice
from sync.central.cases import library
from sync.central.cases.derive import CHINA
from sync.central.cases.models import Setting
from sync.central.cases.roles import Hand
from sync.central.cases.taxonomy import ASSETS
from sync.central.intake.updates import announce
from sync.central.places import write_whole

FORMS: Final = "forms/"
REASON_MIN: Final = 10  # characters
_HERE: Final = "sync.central.cases.config"


@dataclass(frozen=True, slots=True)
class File:
    """A file that can be changed here. check: a function of its text that raises; by name, as insight stands above.

    kind: as which update the terminals hear of it; nothing: they do not read it.
    """

    check: str
    delivered: Path
    kind: str = ""

    def wrong(self, text: str) -> None:
        """Raises what the file's own reader raises."""
        check: Callable[[str], Any] = import_string(self.check)
        check(text)


def _catalogue(text: str) -> None:
    from kiosk.catalogue import load_catalogue

    load_catalogue(text.encode(), {form.id for form in library.all_forms()})


def _calendar(text: str) -> None:
    values = tomllib.loads(text)
    if values.keys() - {"off", "on"} or any(type(day) is not date for name in values for day in values[name]):
        raise ConfigError("calendar.toml: only off and on, with dates")
    if both := set(values.get("off", ())) & set(values.get("on", ())):
        raise ConfigError(f"calendar.toml: both off and on: {min(both)}")


def _terminals(text: str) -> dict[str, Any]:
    """What terminals are told of their place. The names are those of kiosk.toml; only what can be said in JSON."""
    values = tomllib.loads(text)
    if unknown := values.keys() - _TOLD:
        raise ConfigError(f"terminals.toml: not told from here: {', '.join(sorted(unknown))}")
    with_centre(Config(Path()), values, frozenset())
    return values


def _notice(text: str) -> None:
    parse_notice(tomllib.loads(text))


def _watched(text: str) -> None:
    if any(len(line.partition("#")[0].strip()) == 1 for line in text.splitlines()):
        raise ConfigError("watch.txt: a word of one character marks nearly everything")


# What a centre decides for all its screens; the size of a screen, its sticks and training are each terminal's own.
_TOLD: Final = frozenset(
    {"languages", "idle_s", "warn_s", "elder_idle_s", "elder_warn_s", "min_interval_s", "burst_count"}
    | {"burst_window_s", "repeat_count", "repeat_gap_s", "opening", "phone_ask", "voice"}
)
_CENTRAL: Final = ASSETS / "central"
FILES: Final[Mapping[str, File]] = {
    "catalogue.toml": File(f"{_HERE}._catalogue", ASSETS / "catalogue.toml", "catalogue"),
    "deadlines.toml": File("sync.central.cases.deadlines.parse", _CENTRAL / "deadlines.toml"),
    "calendar.toml": File(f"{_HERE}._calendar", _CENTRAL / "calendar.toml"),
    "priority.toml": File("sync.central.insight.weighing.read", _CENTRAL / "priority.toml"),
    "office.toml": File("sync.central.cases.office.parse", _CENTRAL / "office.toml"),
    "wordings.toml": File("sync.central.desk.wordings.read", _CENTRAL / "wordings.toml"),
    "phone.toml": File("sync.central.public.words.check", _CENTRAL / "phone.toml"),
    "chips.toml": File("sync.central.cases.chips.check", ASSETS / "words" / "chips.toml", "text"),
    "notice.toml": File(f"{_HERE}._notice", ASSETS / "words" / "notice.toml", "text"),
    "watch.txt": File(f"{_HERE}._watched", _CENTRAL / "words" / "own.txt"),
    "rewards.toml": File("sync.central.rewards.rules.read", _CENTRAL / "rewards.toml"),
    "course.toml": File("sync.central.desk.course.read", _CENTRAL / "course.toml"),
    "poster.toml": File("sync.central.public.poster.read", _CENTRAL / "poster.toml"),
    "certificate.toml": File("sync.central.rewards.certificates.read", _CENTRAL / "certificate.toml"),
    "terminals.toml": File(f"{_HERE}._terminals", _CENTRAL / "terminals.toml", "config"),
}


def known(name: str) -> bool:
    """Whether there is such a file, or such a form."""
    return name in FILES or _form_id(name) is not None


def check(name: str, text: str) -> str:
    """What is wrong with a file of that name, in one line; nothing when it is sound."""
    try:
        if (form := _form_id(name)) is not None:
            _check_form(form, text)
        else:
            FILES[name].wrong(text)
    except KeyError:
        return f"{name}: not a file that can be changed here"
    except (KioskError, ValueError, TypeError, AttributeError) as error:
        return str(error).splitlines()[0][:300]
    return ""


def delivered(name: str) -> str:
    """The text that came with this version of the product; nothing where none came."""
    form = _form_id(name)
    files = [folder / f"{form}.xml" for folder in library.SHIPPED] if form else [FILES[name].delivered]
    return next((file.read_text("utf-8") for file in files if file.is_file()), "")


def current(name: str, today: date) -> str:
    """The text in force: the newest version whose day has come, else the data folder's, else the product's."""
    if row := in_force(name, today):
        return row.text
    file = settings.PLACES.data / name
    return file.read_text("utf-8") if file.is_file() else delivered(name)


def in_force(name: str, today: date) -> Setting | None:
    """The newest version whose day has come."""
    return Setting.objects.filter(name=name, effective__lte=today).order_by("-version").first()


def version(name: str, number: int) -> str | None:
    """The text of a version; 0 is what was delivered. None: there is none."""
    if number == 0:
        return delivered(name) or None
    return Setting.objects.filter(name=name, version=number).values_list("text", flat=True).first()


def change(name: str, text: str, effective: date, why: str, by: Hand, now: datetime) -> Setting:  # noqa: PLR0917
    """A new version, in force from that day. Raises ConfigError for a text that is not sound or has no reason."""
    text = text.replace("\r\n", "\n")
    if wrong := check(name, text):
        raise ConfigError(wrong)
    if len(why.strip()) < REASON_MIN:
        raise ConfigError(f"{name}: a reason of at least ten characters")
    today = now.astimezone(CHINA).date()
    with transaction.atomic():
        row = Setting.objects.create(
            name=name,
            version=Setting.objects.filter(name=name).count() + 1,
            text=text,
            digest=hashlib.sha256(text.encode()).digest(),
            effective=max(effective, today),
            why=why.strip()[:500],
            who_id=by.user,
            at=now,
        )
    apply(today)
    return row


def apply(today: date) -> list[str]:
    """Puts what came into force where it is read, and tells the terminals. Returns the names of what changed."""
    changed = []
    for name in Setting.objects.order_by("name").values_list("name", flat=True).distinct():
        row, file = in_force(name, today), settings.PLACES.data / name
        if row is None or (file.is_file() and file.read_bytes() == row.text.encode()):
            continue
        for kind, key, data in _told(name, row):  # first: a stop in between only tells them twice
            announce(kind, key, data)
        file.parent.mkdir(mode=0o700, exist_ok=True)
        write_whole(file, row.text.encode())
        changed.append(name)
    return changed


def _told(name: str, row: Setting) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """What the terminals hear of a version: kind, key and data of an update, or none."""
    digest = bytes(row.digest).hex()
    if (form := _form_id(name)) is not None:
        made = parse_form(row.text.encode())
        yield "form", form, {"form": form, "version": made.version, "xform": row.text, "sha256": digest}
    elif (kind := FILES[name].kind if name in FILES else "") == "config":
        yield kind, name, _terminals(row.text)
    elif kind:
        yield kind, name, {"name": name, "text": row.text, "sha256": digest}


def _form_id(name: str) -> str | None:
    identity = name.removeprefix(FORMS).removesuffix(".xml")
    whole = name == f"{FORMS}{identity}.xml" and identity.replace("-", "").replace("_", "").isalnum()
    return identity if whole and len(name) <= 64 else None


def _check_form(identity: str, text: str) -> None:
    """What cannot run, or says something else under a version that is out already."""
    form = parse_form(text.encode())
    if form.id != identity:
        raise FormError(f"form {form.id}: not {identity}")
    out = [
        delivered(f"{FORMS}{identity}.xml"),
        *Setting.objects.filter(name=f"{FORMS}{identity}.xml").values_list("text", flat=True),
    ]
    own = library.form(identity)
    others = [parse_form(one.encode()) for one in out if one] + ([own] if own else [])
    if any(one.version == form.version and one.hash != form.hash for one in others):
        raise FormError(f"form {identity} {form.version}: published already with other content; give it a new version")
