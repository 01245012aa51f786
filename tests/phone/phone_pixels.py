"""What a camera makes of a window: its pixels, at half size, out of focus; and what zxing reads in them."""

import numpy as np
import zxingcpp
from PySide6.QtGui import QImage


def pixels(window) -> np.ndarray:
    """The window as grey values, rows by columns."""
    image = window.grabWindow().convertToFormat(QImage.Format.Format_Grayscale8)
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return flat[:, : image.width()].copy()


def half(grey: np.ndarray) -> np.ndarray:
    """At half the resolution, as a camera from further away sees it."""
    rows, columns = (size // 2 * 2 for size in grey.shape)
    parts = grey[:rows, :columns].astype(float)
    return ((parts[::2, ::2] + parts[1::2, ::2] + parts[::2, 1::2] + parts[1::2, 1::2]) / 4).astype(np.uint8)


def blurred(grey: np.ndarray, sigma: float) -> np.ndarray:
    """Out of focus by sigma pixels."""
    reach = int(3 * sigma + 1)
    kernel = np.exp(-(np.arange(-reach, reach + 1) ** 2) / (2 * sigma**2))
    kernel /= kernel.sum()
    across = np.apply_along_axis(np.convolve, 1, grey.astype(float), kernel, mode="same")
    return np.apply_along_axis(np.convolve, 0, across, kernel, mode="same").astype(np.uint8)


def decoded(grey: np.ndarray) -> str:
    found = zxingcpp.read_barcodes(grey, formats=zxingcpp.BarcodeFormat.QRCode)
    assert len(found) == 1
    return found[0].text
