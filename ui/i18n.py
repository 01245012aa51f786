"""The words of the screens, by language. Sources are English; assets/i18n holds the others, .ts and compiled .qm.

A text without a translation is shown in zh-Hans, the basic script of every venue, and never in English to somebody
who chose neither.
"""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlEngine

SOURCE: Final = "en"  # what qsTr() says without a translator
FALL_BACK: Final = "zh-Hans"


def locale_of(language: str) -> QLocale:
    """How numbers and dates are written in a language."""
    return QLocale(language.replace("-", "_"))


def chain_of(language: str) -> tuple[str, ...]:
    """Whose words are asked, the last one first. English brings plural forms alone: its words are the sources."""
    return (language,) if language in (SOURCE, FALL_BACK) else (FALL_BACK, language)


class Languages:
    """Switches every visible word at run time; answers are not words, and stay."""

    def __init__(self, app: QGuiApplication, folder: Path) -> None:
        self._app = app
        self._folder = folder
        self._engine: QQmlEngine | None = None
        self._translators: list[QTranslator] = []

    def attach(self, engine: QQmlEngine) -> None:
        """Whose texts follow from now on."""
        self._engine = engine

    def close(self) -> None:
        """No words but the sources."""
        self._engine = None
        self._speak(())
        self._app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def switch(self, language: str) -> None:
        """Every visible text and the reading direction follow at once."""
        self._speak(chain_of(language))
        direction = locale_of(language).textDirection()
        if direction != Qt.LayoutDirection.LayoutDirectionAuto:
            self._app.setLayoutDirection(direction)
        if self._engine is not None:
            # Delegates on their way out would be asked for their words, too, when nothing around them is left.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self._engine.retranslate()

    def _speak(self, languages: tuple[str, ...]) -> None:
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        self._translators = [found for one in languages if (found := self._load(one)) is not None]
        for translator in self._translators:  # Qt asks the one installed last first
            QCoreApplication.installTranslator(translator)

    def _load(self, language: str) -> QTranslator | None:
        translator = QTranslator()
        return translator if translator.load(str(self._folder / f"{language}.qm")) else None
