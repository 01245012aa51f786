"""What QML may use of Python: the types of Kiosk.Models, the images, and where the module Kiosk lies."""

from pathlib import Path

from PySide6.QtQml import QQmlApplicationEngine

from ui.pictograms import Pictograms
from ui.qrimages import QrImages
from ui.viewmodels import registry  # noqa: F401 - its view-models register themselves

QML = Path(__file__).parent / "qml"


def register(engine: QQmlApplicationEngine, assets: Path) -> None:
    """Hand an engine everything that Main.qml imports."""
    engine.addImportPath(str(QML))
    for scheme in ("pictogram", "face"):
        engine.addImageProvider(scheme, Pictograms(assets / "pictograms"))
    engine.addImageProvider("qr", QrImages())
