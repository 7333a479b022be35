"""Typing as a person does, into whatever has the focus: å, ä and ö too, at which QTest itself aborts."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier


def focused() -> QWidget:
    """The widget that has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def type_text(text: str, into: QWidget | None = None) -> None:
    """Type each character, into the focused widget unless another is given."""
    for sign in text:
        widget = into or focused()
        code = ord(sign.upper()) if len(sign.upper()) == 1 else 0
        modifiers = _SHIFT if sign.isupper() else Qt.KeyboardModifier.NoModifier
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, code, modifiers, sign))


def press(
    key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1
) -> None:
    """Press a key in the focused widget."""
    from PySide6.QtTest import QTest

    for _ in range(times):
        QApplication.processEvents()  # nobody types before what the last key did is shown
        QTest.keyClick(focused(), key, modifiers)


def tab(times: int = 1) -> None:
    """On to the next field."""
    press(Qt.Key.Key_Tab, times=times)


def ctrl(key: Qt.Key) -> None:
    """A shortcut with Ctrl."""
    press(key, _CTRL)
