"""No way out of the window: no key, no gesture, no menu, no drag, no closing. Staff alone open it (ui/staffdesk.py).

The window has no shortcuts, links, files or menus of its own; what is stopped here is what Qt and a desktop bring
along. What the machine must do as well (no window manager, no virtual terminals) is in assets/deploy.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

_KEYS: Final = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride})
_NEVER: Final = frozenset(  # nothing of ours is ever dragged, linked, turned by a wheel, pinched or asked for a menu
    {
        QEvent.Type.Close,
        QEvent.Type.Quit,
        QEvent.Type.ContextMenu,
        QEvent.Type.DragEnter,
        QEvent.Type.DragMove,
        QEvent.Type.Drop,
        QEvent.Type.FileOpen,
        QEvent.Type.NativeGesture,
        QEvent.Type.Wheel,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletRelease,
    }
)
_TOUCH: Final = frozenset(
    {
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
        QEvent.Type.TouchCancel,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseMove,
    }
)
_BUTTONS: Final = frozenset(
    {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick}
)
_CHORDS: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_WRITING: Final = frozenset(  # besides letters: what a keyboard of wood and wire may do to a text
    {Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End,
     Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter,
     Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Shift}
)  # fmt: skip


def may_pass(key: int, modifiers: Qt.KeyboardModifier, text: str) -> bool:
    """Whether a key does no more than write. Chords never pass: copying would hand one visitor's words to the next."""
    if modifiers & _CHORDS:
        return False
    return key in _WRITING or (bool(text) and text.isprintable())


class Lockdown(QObject):
    """Watches everything that comes to one window. opened: staff may close it now; blind: touch does nothing."""

    def __init__(self, window: QWindow, *, locked: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self.locked = locked
        self.opened = False
        self.blind = False
        window.installEventFilter(self)
        if locked:
            window.setFlags(
                Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
            )

    def release(self) -> None:
        """The window is about to go: let everything through and stop watching."""
        self.opened = True
        self._window.removeEventFilter(self)

    def set_blind(self, on: bool) -> None:
        """Touch off, or on again."""
        self.blind = on

    def wipe(self) -> None:
        """After a visit: nothing that somebody marked or copied is left for the next."""
        if self.locked and (clipboard := QGuiApplication.clipboard()) is not None:
            clipboard.clear()
            if clipboard.supportsSelection():
                clipboard.clear(clipboard.Mode.Selection)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Whether an event ends here."""
        kind = event.type()
        if self.blind and (kind in _TOUCH or kind in _KEYS):
            return True
        if not self.locked or self.opened:
            return False
        if kind in _NEVER:
            event.ignore()
            return True
        if kind in _KEYS and isinstance(event, QKeyEvent):
            return not may_pass(event.key(), event.modifiers(), event.text())
        return kind in _BUTTONS and getattr(event, "button", lambda: None)() not in (Qt.MouseButton.LeftButton, None)
