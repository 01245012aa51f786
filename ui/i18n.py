"""The words of the screens, by language. Sources are English; assets/i18n holds the others, .ts and compiled .qm."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlEngine

SOURCE = "en"  # what qsTr() says without a translator


class Languages:
    """Switches every visible word at run time; answers are not words, and stay."""

    def __init__(self, app: QGuiApplication, folder: Path) -> None:
        self._app = app
        self._folder = folder
        self._engine: QQmlEngine | None = None
        self._translator: QTranslator | None = None

    def attach(self, engine: QQmlEngine) -> None:
        """Whose texts follow from now on."""
        self._engine = engine

    def close(self) -> None:
        """No words but the sources."""
        self._engine = None
        self.switch(SOURCE)

    def switch(self, language: str) -> None:
        """Every visible text and the reading direction follow at once."""
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
        self._translator = None if language == SOURCE else self._load(language)
        if self._translator is not None:
            QCoreApplication.installTranslator(self._translator)
        direction = QLocale(language.replace("-", "_")).textDirection()
        if direction != Qt.LayoutDirection.LayoutDirectionAuto:
            self._app.setLayoutDirection(direction)
        if self._engine is not None:
            # Delegates on their way out would be asked for their words, too, when nothing around them is left.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self._engine.retranslate()

    def _load(self, language: str) -> QTranslator | None:
        translator = QTranslator()
        return translator if translator.load(str(self._folder / f"{language}.qm")) else None
