"""Pictograms in the colours of the theme: the two literal colours of a drawing are replaced while it is loaded.

``image://pictogram/LINE/TONE|own/FILE`` and ``image://face/INK/DISC/RING/FILE``, colours as six hex digits.
"""

import re
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtQuick import QQuickImageProvider

LINE = "#211D19"
_TONE = re.compile(r'(<g fill=")#[0-9A-F]{6}(" stroke="none")')
_OFFSET = ' transform="translate(1.5 1.5)"'
_DISC = '<circle cx="24" cy="24" r="20"/>'


def paint(svg: str, line: str, tone: str | None) -> str:
    """The drawing with its line in one colour and, unless tone is None, its tone in another (both #rrggbb)."""
    toned = _TONE.sub(rf"\g<1>{tone}\g<2>", svg) if tone else svg
    return toned.replace(LINE, line)


def paint_face(svg: str, ink: str, disc: str, ring: str) -> str:
    """A face. Where the ring differs from the ink, as on black, it stands free around a disc without its offset."""
    painted = paint(svg, ink, disc)
    if ring == ink:
        return painted
    bare = painted.replace(_OFFSET, "").replace(_DISC, '<circle cx="24" cy="24" r="18.5"/>', 1)
    return bare.replace(_DISC, f'<circle cx="24" cy="24" r="21" stroke="{ring}" stroke-width="2"/>')


class Pictograms(QQuickImageProvider):
    """Serves ``image://pictogram`` and ``image://face`` from one folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._folder = folder

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: A002, ARG002
        *colours, name = id.split("/")
        try:
            svg = (self._folder / name).read_text("utf-8")
        except OSError:
            return QImage()  # QML says so by name, and every word stands beside its picture
        tints = [None if colour == "own" else f"#{colour}" for colour in colours]
        if len(tints) == 3:
            return _draw(paint_face(svg, *map(str, tints)), requestedSize)
        return _draw(paint(svg, str(tints[0]), tints[1]), requestedSize)


def _draw(svg: str, size: QSize) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(svg.encode()))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    if size.width() > 0:
        reader.setScaledSize(reader.size().scaled(size, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
