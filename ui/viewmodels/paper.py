"""The ruled paper a visitor writes on: a QML TextEdit, which gets its text as from any input method.

Qt counts in UTF-16, where a rare character is two; everything here takes and gives Python text.
"""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtQuick import QQuickItem


def units(text: str) -> int:
    """How many places a text takes in Qt's counting."""
    return len(text.encode("utf-16-le")) // 2


class Paper:
    """A TextEdit, ruled once it is told how far apart."""

    def __init__(self, item: QQuickItem) -> None:
        self._item = item
        self._pitch = 0

    @property
    def text(self) -> str:
        return self._item.property("text")

    @property
    def before(self) -> str:
        """The text before the cursor."""
        raw = self.text.encode("utf-16-le")
        return raw[: 2 * self._item.property("cursorPosition")].decode("utf-16-le", "ignore")

    def put(self, text: str, undecided: str = "") -> None:
        """Text at the cursor, and after it, underlined, what is not decided yet."""
        style = QTextCharFormat()
        style.setFontUnderline(True)
        kind, length = QInputMethodEvent.AttributeType, units(undecided)
        attributes = [
            QInputMethodEvent.Attribute(kind.TextFormat, 0, length, style),
            QInputMethodEvent.Attribute(kind.Cursor, length, 1, None),
        ]
        event = QInputMethodEvent(undecided, attributes)
        event.setCommitString(text)
        QCoreApplication.sendEvent(self._item, event)

    def erase(self) -> None:
        """The character before the cursor goes."""
        if before := self.before:
            event = QInputMethodEvent()
            event.setCommitString("", -units(before[-1]), units(before[-1]))
            QCoreApplication.sendEvent(self._item, event)

    def show(self, text: str) -> None:
        """Another text, with the cursor at its end."""
        self._item.setProperty("text", text)
        self._item.setProperty("cursorPosition", units(text))
        self.rule(self._pitch)

    def move_to(self, position: int) -> None:
        """position: in Qt's counting, as TextEdit.positionAt gives it."""
        self._item.setProperty("cursorPosition", position)

    def rule(self, pitch: int) -> None:
        """Lines of one height (pixels), so that they stand on the ruled paper."""
        self._pitch = pitch
        document = self._item.property("textDocument")
        if document is None or pitch <= 0:
            return
        cursor = QTextCursor(document.textDocument())
        cursor.select(QTextCursor.SelectionType.Document)
        lines = QTextBlockFormat()
        lines.setLineHeight(pitch, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.mergeBlockFormat(lines)
