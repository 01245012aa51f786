"""Certificates of thanks as PDF, with a number that anybody can check. A real name only with a consent of its own."""

import io
import tomllib
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from django.conf import settings

from kiosk.errors import ConfigError
from sync.central.cases.texts import blanks
from sync.central.intake.models import Venue
from sync.central.rewards.models import Certificate
from sync.central.rewards.vouchers import new_number

FONTS: Final = Path(__file__).parents[3] / "assets" / "fonts"
WORDS: Final = Path(__file__).parents[3] / "assets" / "central" / "certificate.toml"


def award(
    venue: Venue,
    shown: str,
    reason: str,
    who: int,
    day: date,
    *,
    consent: str = "",
    real_name: bool = False,
    listed: bool = False,
) -> Certificate:
    """A new certificate. Raises ValueError without a name or a reason, and for a real name without its consent."""
    shown, reason, consent = shown.strip()[:64], reason.strip()[:200], consent.strip()[:64]
    if not shown or not reason or (real_name and not consent):
        raise ValueError("certificate: a name, a reason, and for a real name its consent")
    return Certificate.objects.create(
        number=new_number(),
        venue=venue,
        shown=shown if real_name else masked(shown),
        real_name=real_name,
        consent=consent,
        reason=reason,
        day=day,
        listed=listed,
        who_id=who,
    )


def masked(name: str) -> str:
    """王小明 becomes 王**: what is printed when nobody consented to a real name."""
    return name[0] + "*" * min(2, max(1, len(name) - 1))


def pdf(one: Certificate, venue: Venue, address: str) -> bytes:
    """One A4 page lying. address: where it can be checked, as a QR code; "" for none."""
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.units import mm
    from reportlab.pdfgen.canvas import Canvas

    said, (regular, bold) = words(), _fonts()
    width, height = landscape(A4)
    made = io.BytesIO()
    page = Canvas(made, pagesize=(width, height))
    page.setTitle(one.number)
    page.setStrokeColorRGB(0.13, 0.11, 0.1)
    for inset, thick in ((10, 2.5), (13, 0.6)):
        page.setLineWidth(thick)
        page.rect(inset * mm, inset * mm, width - 2 * inset * mm, height - 2 * inset * mm)
    lines = (
        (150, bold, 44, said["title"]),
        (118, bold, 26, one.shown),
        (100, regular, 17, said["for"].format(reason=one.reason)),
        (84, regular, 17, said["thanks"]),
        (60, regular, 15, f"{venue.name.get('zh-Hans', '')}　{one.day:%Y-%m-%d}"),
        (48, regular, 11, f"{venue.name.get('en', '')} · {said['english']}"),
    )
    for up, font, size, text in lines:
        page.setFont(font, size)
        page.drawCentredString(width / 2, up * mm, text)
    page.setFont(regular, 10)
    page.drawString(20 * mm, 20 * mm, f"{said['number']} {one.number}")
    if address:
        _qr(page, address, width - 45 * mm, 18 * mm, 25 * mm)
    page.save()
    return made.getvalue()


def _qr(page: Any, text: str, x: float, y: float, size: float) -> None:
    import qrcode

    code = qrcode.QRCode(border=4)
    code.add_data(text)
    code.make(fit=True)
    rows = code.get_matrix()
    module = size / len(rows)
    page.setFillColorRGB(0, 0, 0)
    for down, row in enumerate(rows):
        for across, dark in enumerate(row):
            if dark:
                page.rect(x + across * module, y + size - (down + 1) * module, module, module, stroke=0, fill=1)


@lru_cache(maxsize=1)
def _fonts() -> tuple[str, str]:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    names = ("NotoSansSC-Regular", "NotoSansSC-Bold")
    for name in names:
        pdfmetrics.registerFont(TTFont(name, str(FONTS / f"{name}.ttf")))
    return names


def words() -> Mapping[str, str]:
    """What stands on a certificate: the centre's own words, where it has changed them. Raises ConfigError."""
    own = settings.PLACES.data / WORDS.name
    return _words(own, own.stat().st_mtime_ns) if own.is_file() else _words(WORDS, 0)


@lru_cache(maxsize=4)
def _words(file: Path, stamp: int) -> Mapping[str, str]:  # noqa: ARG001 — the stamp is the cache's key
    return read(file.read_text("utf-8"))


def read(text: str) -> Mapping[str, str]:
    """A certificate.toml: the product's names, the same blanks. Raises ConfigError, naming the place."""
    ours, theirs = tomllib.loads(WORDS.read_text("utf-8")), tomllib.loads(text)
    if theirs.keys() != ours.keys():
        raise ConfigError(f"{WORDS.name}: the names are {', '.join(ours)}")
    for name, said in theirs.items():
        if not isinstance(said, str) or not said.strip():
            raise ConfigError(f"{WORDS.name}: {name}: a text")
        if blanks(said) != blanks(ours[name]):
            raise ConfigError(f"{WORDS.name}: {name}: not the same blanks as {ours[name]!r}")
    return theirs
