"""Pressing keys and clicking, as a person does."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def press(keys: str, widget: QWidget | None = None) -> None:
    """Press a key or shortcut as Qt writes it (``Ctrl+K``, ``F1``, ``Tab``) where the focus is."""
    QTest.keySequence(target(widget), QKeySequence(keys))


def write(text: str, widget: QWidget | None = None) -> None:
    """Type a text where the focus is."""
    QTest.keyClicks(target(widget), text)


def click(widget: QWidget) -> None:
    """Click in the middle of a widget."""
    middle = QPoint(widget.width() // 2, widget.height() // 2)
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)


def target(widget: QWidget | None) -> QWidget:
    """The widget that is meant, or the one that has the focus."""
    found = widget or QApplication.focusWidget() or QApplication.activeWindow()
    if found is None:
        raise AssertionError("no widget has the focus")
    return found
