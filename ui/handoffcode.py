"""A half-filled form as a picture of a QR, pixel by pixel: made in the worker, shown as it is.

Black on white in every theme, modules of at least 1.2 mm and 4 pixels, a quiet zone of 4.
"""

import math
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider

if TYPE_CHECKING:
    from kiosk.forms.visit import FormVisit
    from sync.coderoom import Code
    from ui.backroom import Backroom
    from ui.journey import Wishes

MM_AN_INCH: Final = 25.4
AREA_MM: Final = 126.0  # along a side: version 15 on the coarsest panel
BESIDE_MM: Final = {"upright": 20.0, "lying": 35.0 + 37.0 + 12.0}  # margins; header, dock and what stays free
EASY_MM: Final = 100.0
PATH: Final = "/h#"
LARGE: Final = 150  # percent: from here on the phone begins in its large type
KEPT: Final = 4  # pictures: a screen may still draw the one before
BLACK, WHITE = 0xFF000000, 0xFFFFFFFF
_BYTES: Final = 4  # qrcode.util.MODE_8BIT_BYTE
_DIGITS: Final = 1  # MODE_NUMBER


@dataclass(frozen=True, slots=True)
class Panel:
    """The window in pixels, and the screen's diagonal in inches."""

    width: int
    height: int
    diagonal: float

    @property
    def pixels_per_mm(self) -> float:
        """As Theme has it."""
        return math.hypot(self.width, self.height) / (self.diagonal * MM_AN_INCH)

    @property
    def area(self) -> int:
        """Pixels along a side that a code may take, its quiet zone too."""
        upright = self.height >= self.width
        side = self.width if upright else self.height
        beside = BESIDE_MM["upright" if upright else "lying"]
        return math.floor(min(AREA_MM, side / self.pixels_per_mm - beside) * self.pixels_per_mm)


@dataclass(frozen=True, slots=True)
class Made:
    """A code that can be shown. left: questions whose words stay behind; drawing: one does."""

    digits: str
    image: QImage
    code: "Code"
    left: tuple[str, ...]
    drawing: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be made: of which visit, how it is looked at, the number of the code, where it is shown, when."""

    visit: "FormVisit"
    wishes: "Wishes"
    counter: int
    panel: Panel
    now: datetime


def make(room: "Backroom", wanted: Wanted) -> Made | None:
    """Pack and draw; None where the panel has no room for any code. Call in the worker: 20 to 60 ms."""
    from sync import coderoom, handoff

    visit, wishes, panel = wanted.visit, wanted.wishes, wanted.panel
    enrolment, identity = room.need_enrolment(), room.identity()
    prefix, form, answers = f"{(enrolment.public_url or '').rstrip('/')}{PATH}", visit.form, visit.answers()
    module = coderoom.module_px(panel.pixels_per_mm)
    fitted = coderoom.fit(form, answers, prefix, coderoom.largest_version(panel.area, module))
    if fitted is None:
        return None
    code, values = fitted
    clear = handoff.Clear(
        terminal=enrolment.terminal,
        visit=room.subject(),
        counter=wanted.counter,
        language=wishes.language,
        elder=wishes.elder or wishes.scale >= LARGE,
        contrast=wishes.contrast,
        left_out=bool(code.left_out),
    )
    digits = handoff.seal(clear, form, values, wanted.now, identity.box, enrolment.box_key)
    roomy = math.floor(min(panel.area, EASY_MM * panel.pixels_per_mm) / (code.modules + 2 * coderoom.QUIET))
    image = draw(modules(prefix, digits, code), max(module, roomy))  # a short form's code is no smaller: easier to scan
    left = tuple(visit.label(name) for name in reversed(code.left_out))
    return Made(digits, image, code, left, bool(handoff.not_carried(form, answers)))


def modules(prefix: str, digits: str, code: "Code") -> list[list[bool]]:
    """The modules of a code, True = dark, without the quiet zone: a byte segment, then a numeric one."""
    from qrcode.constants import ERROR_CORRECT_L, ERROR_CORRECT_M
    from qrcode.main import QRCode
    from qrcode.util import QRData

    level = ERROR_CORRECT_M if code.level == "M" else ERROR_CORRECT_L
    made = QRCode(version=code.version, error_correction=level, border=0)
    made.add_data(QRData(prefix.encode(), _BYTES))
    made.add_data(QRData(digits.encode(), _DIGITS))
    made.make(fit=False)
    return [[bool(module) for module in row] for row in made.modules]


def draw(rows: list[list[bool]], module: int) -> QImage:
    """The code with its quiet zone, each module so many pixels."""
    from sync.coderoom import QUIET

    side = (len(rows) + 2 * QUIET) * module
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(WHITE)
    code = QImage(len(rows), len(rows), QImage.Format.Format_RGB32)
    code.fill(WHITE)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                code.setPixel(x, y, BLACK)
    scaled = code.scaled(len(rows) * module, len(rows) * module, mode=Qt.TransformationMode.FastTransformation)
    painter = QPainter(image)
    painter.drawImage(QUIET * module, QUIET * module, scaled)
    painter.end()
    return image


class HandoffImages(QQuickImageProvider):
    """``image://handoff/N``: the N-th code of this window, as it was made. Only the last few are kept."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._images: dict[str, QImage] = {}

    def keep(self, name: str, image: QImage) -> None:
        """Have a picture ready."""
        self._images[name] = image
        while len(self._images) > KEPT:
            self._images.pop(next(iter(self._images)))

    def forget(self) -> None:
        """Nothing of this visitor's stays."""
        self._images.clear()

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: A002, ARG002
        image = self._images.get(id)
        if image is None:
            image = QImage(1, 1, QImage.Format.Format_RGB32)
            image.fill(WHITE)
        return image
