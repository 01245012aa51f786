"""Posters and table tents as PDF: a code to scan, what it is for, opening hours; Chinese and English, fonts inside.

The code's side is at least a tenth of the distance it is read from: 150 mm on A3, 100 mm on A4, 70 mm on a tent.
"""

import io
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

from django.conf import settings

from kiosk.errors import ConfigError
from sync.central.cases.taxonomy import ASSETS
from sync.central.cases.texts import blanks

FILE: Final = ASSETS / "central" / "poster.toml"
LANGUAGES: Final = ("zh-Hans", "en")
QUIET: Final = 4  # modules
INK, SOFT, SEAL = (0.129, 0.114, 0.098), (0.294, 0.267, 0.231), (0.627, 0.165, 0.110)
MM: Final = 72 / 25.4  # points


@dataclass(frozen=True, slots=True)
class Sheet:
    """A size of paper in mm, the side of its code, and the type's size against A4's."""

    width: float
    height: float
    code: float
    scale: float
    twice: bool = False  # one half upside down: folded, it stands on a table


SHEETS: Final[Mapping[str, Sheet]] = {
    "A3": Sheet(297, 420, 150, 1.4),
    "A4": Sheet(210, 297, 100, 1.0),
    "tent": Sheet(210, 297, 70, 0.7, twice=True),
}


@dataclass(frozen=True, slots=True)
class Poster:
    """What is said. venue, about: by language; hours: lines by language; about is empty for a whole venue."""

    address: str
    venue: Mapping[str, str]
    about: Mapping[str, str]
    hours: Mapping[str, Sequence[str]]


def words(language: str) -> Mapping[str, Any]:
    """What posters say in a language: the centre's own words, where it has changed them. Raises ConfigError."""
    own = settings.PLACES.data / FILE.name
    return _words(own, own.stat().st_mtime_ns)[language] if own.is_file() else _words(FILE, 0)[language]


@lru_cache(maxsize=4)
def _words(file: Path, stamp: int) -> Mapping[str, Mapping[str, Any]]:  # noqa: ARG001 — the stamp is the cache's key
    return read(file.read_text("utf-8"))


def read(text: str) -> Mapping[str, Mapping[str, Any]]:
    """A poster.toml: the product's names in both languages, the same blanks. Raises ConfigError, naming the place."""
    ours, theirs = tomllib.loads(FILE.read_text("utf-8")), tomllib.loads(text)
    if theirs.keys() != ours.keys():
        raise ConfigError(f"{FILE.name}: the languages are {', '.join(ours)}")
    for language, table in theirs.items():
        if not isinstance(table, dict) or table.keys() != ours[language].keys():
            raise ConfigError(f"{FILE.name}: {language}: the names are {', '.join(ours[language])}")
        for name, said in table.items():
            _check(f"{FILE.name}: {language}.{name}", said, ours[language][name])
    return theirs


def _check(place: str, said: Any, ours: Any) -> None:
    if isinstance(ours, list):
        if (
            not isinstance(said, list)
            or len(said) != len(ours)
            or not all(isinstance(one, str) and one for one in said)
        ):
            raise ConfigError(f"{place}: {len(ours)} texts")
    elif not isinstance(said, str) or not said:
        raise ConfigError(f"{place}: a text")
    elif blanks(said) != blanks(ours):
        raise ConfigError(f"{place}: not the same blanks as {ours!r}")


def pdf(poster: Poster, size: str) -> bytes:
    """The poster on a size of SHEETS."""
    from reportlab.pdfgen.canvas import Canvas

    sheet, out = SHEETS[size], io.BytesIO()
    _fonts()
    canvas = Canvas(out, pagesize=(sheet.width * MM, sheet.height * MM), pageCompression=1)
    canvas.setTitle(f"{poster.venue['zh-Hans']} {words('zh-Hans')['title']}")
    if sheet.twice:
        half = sheet.height / 2
        _side_by_side(canvas, poster, sheet, half)
        canvas.translate(sheet.width * MM, sheet.height * MM)
        canvas.rotate(180)
        _side_by_side(canvas, poster, sheet, half)
    else:
        _upright(canvas, poster, sheet)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def modules(address: str) -> list[list[bool]]:
    """The code's modules, True = dark, at error correction M."""
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.main import QRCode

    code = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(address)
    code.make(fit=True)
    return [[bool(module) for module in row] for row in code.modules]


def _upright(canvas: Any, poster: Poster, sheet: Sheet) -> None:
    """Everything in the middle, one below the other, from the top down."""
    middle, scale, y = sheet.width / 2, sheet.scale, sheet.height - 13 * sheet.scale
    y = _lines(canvas, poster.venue, middle, y, (9 * scale, 5.5 * scale), SOFT)
    y = _rule(canvas, sheet, y - 3 * scale)
    titles = {language: words(language)["title"] for language in LANGUAGES}
    y = _lines(canvas, titles, middle, y - 6 * scale, (22 * scale, 9 * scale), INK, bold=True)
    if poster.about["zh-Hans"]:
        y = _lines(canvas, poster.about, middle, y - 3 * scale, (9 * scale, 5.5 * scale), SEAL, bold=True)
    y -= sheet.code
    _code(canvas, poster.address, middle - sheet.code / 2, y, sheet.code)
    how = {language: words(language)["how"] for language in LANGUAGES}
    y = _lines(canvas, how, middle, y, (9 * scale, 5.5 * scale), INK, bold=True)
    free = {language: words(language)["free"] for language in LANGUAGES}
    y = _lines(canvas, free, middle, y - 2 * scale, (5.5 * scale, 4.5 * scale), SOFT)
    y = _typed(canvas, poster, middle, y - 2 * scale, scale)
    _hours(canvas, poster, middle, y - 2 * scale, scale)


def _side_by_side(canvas: Any, poster: Poster, sheet: Sheet, height: float) -> None:
    """The code at the left, the words at its right, in the lower half of the sheet."""
    scale, left, side = sheet.scale, 16.0, sheet.code
    _code(canvas, poster.address, left, (height - side) / 2, side)
    x = left + side + (sheet.width - left - side) / 2
    y = height - 18
    y = _lines(canvas, poster.venue, x, y, (8 * scale, 5.5 * scale), SOFT)
    titles = {language: words(language)["title"] for language in LANGUAGES}
    y = _lines(canvas, titles, x, y - 3, (16 * scale, 8 * scale), INK, bold=True)
    if poster.about["zh-Hans"]:
        y = _lines(canvas, poster.about, x, y - 2, (8 * scale, 5.5 * scale), SEAL, bold=True)
    how = {language: words(language)["how"] for language in LANGUAGES}
    y = _lines(canvas, how, x, y - 3, (8 * scale, 5 * scale), INK)
    y = _typed(canvas, poster, x, y - 2, scale)
    _hours(canvas, poster, x, y - 1, scale)


def _lines(  # noqa: PLR0917 - where, how large, how dark
    canvas: Any,
    texts: Mapping[str, str],
    x: float,
    y: float,
    sizes: tuple[float, float],
    colour: tuple[float, float, float],
    *,
    bold: bool = False,
) -> float:
    """Chinese above English, centred on x, from y down; gives the y below. In mm; shrunk where too wide."""
    for language, size in zip(LANGUAGES, sizes, strict=True):
        if texts.get(language):
            y = _line(canvas, texts[language], x, y, size, colour, bold=bold)
    return y


def _line(  # noqa: PLR0917
    canvas: Any,
    text: str,
    x: float,
    y: float,
    size: float,
    colour: tuple[float, float, float],
    *,
    bold: bool = False,
) -> float:
    font, points = "Noto-Bold" if bold else "Noto", size * MM
    room = 2 * min(x, canvas._pagesize[0] / MM - x) - 12
    wide = canvas.stringWidth(text, font, points) / MM
    points *= min(1.0, room / wide) if wide else 1.0
    canvas.setFont(font, points)
    canvas.setFillColorRGB(*colour)
    canvas.drawCentredString(x * MM, (y - 0.95 * size) * MM, text)
    return y - 1.4 * size


def _typed(canvas: Any, poster: Poster, x: float, y: float, scale: float) -> float:
    """The address for who cannot scan: without its source, which nobody needs to type."""
    typed = " · ".join(words(language)["type"] for language in LANGUAGES)
    y = _line(canvas, typed, x, y, 4.2 * scale, SOFT)
    plain = poster.address.partition("?")[0].removeprefix("https://")
    return _line(canvas, plain, x, y, 5 * scale, INK, bold=True)


def _hours(canvas: Any, poster: Poster, x: float, y: float, scale: float) -> None:
    for language in LANGUAGES:
        if lines := poster.hours.get(language):
            said = f"{words(language)['hours']}  " + "  ".join(lines)
            y = _line(canvas, said, x, y, 5 * scale, INK)


def _rule(canvas: Any, sheet: Sheet, y: float) -> float:
    """文武线: the thick and thin rule of old books."""
    canvas.setFillColorRGB(*INK)
    for up, thick in ((0.0, 1.2), (-1.6, 0.3)):
        canvas.rect(18 * MM, (y + up) * MM, (sheet.width - 36) * MM, thick * MM, stroke=0, fill=1)
    return y


def _code(canvas: Any, address: str, x: float, y: float, side: float) -> None:
    """Black squares on white, the quiet zone within the side; runs of a row as one, so that no hairline parts them."""
    rows = modules(address)
    module = side / (len(rows) + 2 * QUIET)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.rect(x * MM, y * MM, side * MM, side * MM, stroke=0, fill=1)
    canvas.setFillColorRGB(0, 0, 0)
    for place, row in enumerate(rows):
        top = y + side - (QUIET + place + 1) * module
        for start, count in _runs(row):
            canvas.rect(
                (x + (QUIET + start) * module) * MM, top * MM, count * module * MM, module * MM, stroke=0, fill=1
            )


def _runs(row: Sequence[bool]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for place, dark in enumerate(row):
        if not dark:
            continue
        if found and sum(found[-1]) == place:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((place, 1))
    return found


@cache
def _fonts() -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    for name, file in (("Noto", "NotoSansSC-Regular.ttf"), ("Noto-Bold", "NotoSansSC-Bold.ttf")):
        pdfmetrics.registerFont(TTFont(name, str(ASSETS / "fonts" / file)))
