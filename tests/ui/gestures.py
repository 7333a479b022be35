"""Shortcuts and clicks, as a person makes them."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def shortcut(keys: str, widget: QWidget | None = None) -> None:
    """Press a key or shortcut as Qt writes it (``Ctrl+K``, ``F1``, ``Esc``) where the focus is."""
    found = widget or QApplication.focusWidget() or QApplication.activeWindow()
    if found is None:
        raise AssertionError("no widget has the focus")
    QTest.keySequence(found, QKeySequence(keys))


def click(widget: QWidget) -> None:
    """Click in the middle of a widget."""
    middle = QPoint(widget.width() // 2, widget.height() // 2)
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
