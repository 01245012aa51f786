"""QR codes as images: ``image://qr/`` and the address, percent-encoded. Black on white with its quiet zone, always.

Asked for asynchronously, so that the drawing thread never waits for the arithmetic.
"""

from urllib.parse import unquote

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider

QUIET = 4  # modules of white around the code
BLACK, WHITE = 0xFF000000, 0xFFFFFFFF


class QrImages(QQuickImageProvider):
    """Draws codes of error correction M, each module a whole number of pixels."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: A002, ARG002
        rows = matrix(unquote(id))
        return draw(rows, max(requestedSize.width(), len(rows) + 2 * QUIET))


def matrix(text: str) -> list[list[bool]]:
    """The modules of a text's code, True = dark, without the quiet zone."""
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.main import QRCode

    code = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(text)
    code.make(fit=True)
    return [[bool(module) for module in row] for row in code.modules]


def draw(rows: list[list[bool]], side: int) -> QImage:
    """The code in a white square of so many pixels."""
    count = len(rows)
    module = max(1, side // (count + 2 * QUIET))
    start = (side - module * count) // 2
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(WHITE)
    code = QImage(count, count, QImage.Format.Format_RGB32)
    code.fill(WHITE)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                code.setPixel(x, y, BLACK)
    scaled = code.scaled(module * count, module * count, mode=Qt.TransformationMode.FastTransformation)
    return _laid(image, scaled, start)


def _laid(image: QImage, code: QImage, start: int) -> QImage:
    painter = QPainter(image)
    painter.drawImage(start, start, code)
    painter.end()
    return image
