"""Walks through all widgets of a window or page and tells what is wrong with them."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from ui.help import topics_of
from ui.tab_order import put_in_order


def visible_widgets(root: QWidget) -> Iterator[QWidget]:
    """Every widget below `root` that can be seen."""
    return (widget for widget in root.findChildren(QWidget) if widget.isVisibleTo(root))


def focusable(root: QWidget) -> list[QWidget]:
    """Every widget that the Tab key can reach."""
    return [
        widget
        for widget in visible_widgets(root)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and widget.focusProxy() is None
    ]


def nameless(root: QWidget) -> list[str]:
    """Focusable widgets without an accessible name (Qt's own parts inside a widget are not counted)."""
    return [
        describe(widget)
        for widget in focusable(root)
        if not widget.accessibleName().strip() and not widget.objectName().startswith("qt_")
    ]


def topic_of(widget: QWidget) -> str:
    """The topic for F1 of the widget or of the nearest one around it that has one; "" for none."""
    return next(filter(None, topics_of(widget)), "")


def traps(root: QWidget) -> list[str]:
    """Text areas that keep the Tab key for themselves."""
    return [
        describe(area)
        for area in visible_widgets(root)
        if isinstance(area, QPlainTextEdit | QTextEdit) and not area.tabChangesFocus()
    ]


def cut(root: QWidget) -> list[str]:
    """Widgets that are narrower or lower than their words, or stick out of `root` sideways."""
    found = []
    inside = QRect(QPoint(0, 0), root.size())
    for widget in visible_widgets(root):
        if isinstance(widget, QLineEdit | QPlainTextEdit) or widget.width() == 0:
            continue
        left = widget.mapTo(root, QPoint(0, 0)).x()
        if left < 0 or left + widget.width() > inside.width() + 1:
            found.append(f"{describe(widget)} sticks out sideways")
        elif isinstance(widget, QAbstractButton) and widget.width() < widget.sizeHint().width():
            found.append(f"{describe(widget)} is too narrow")
        elif isinstance(widget, QLabel) and _is_label_cut(widget):
            found.append(f"{describe(widget)} is cut")
    return found


def _is_label_cut(label: QLabel) -> bool:
    if label.wordWrap():
        words = label.text().split()
        widest = max((label.fontMetrics().horizontalAdvance(word) for word in words), default=0)
        return label.height() + 2 < label.heightForWidth(label.width()) or widest > label.width() + 2
    return label.width() + 2 < label.fontMetrics().horizontalAdvance(label.text())


def tab_order(window: QWidget, most: int = 400) -> list[QWidget]:
    """The widgets in the order in which Tab visits them, beginning with the one that has the focus."""
    put_in_order(window)
    visited: list[QWidget] = []
    widget: QWidget | None = QApplication.focusWidget() or window
    for _ in range(most):
        widget = widget.nextInFocusChain() if widget else None
        if widget is None or widget in visited:
            return visited
        if (
            widget.isVisibleTo(window)
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.isEnabled()
        ):
            visited.append(widget)
    return visited


def describe(widget: QWidget) -> str:
    """A widget in words, for a failing test."""
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{type(widget).__name__} {widget.objectName()!r} {widget.accessibleName()!r} {text!r}"
