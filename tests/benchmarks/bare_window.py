"""The bare counterpart of a window: plain Qt widgets with the same words, laid out by Qt alone."""

from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.pill import Pill
from ui.widgets.text import RunText

KINDS = {"label": QLabel, "button": QPushButton, "field": QLineEdit}
_LINE = 20
"""Pixels: what has its middle within the same ones stands on one line."""


class Piece(NamedTuple):
    """One widget that can be seen: which of `KINDS` stands for it, its words, and its x, y, width, height."""

    kind: str
    words: str
    box: tuple[int, int, int, int]


def pieces_of(window: QWidget) -> list[Piece]:
    """What of a window shows words: labels, buttons and fields."""
    found = []
    for widget in window.findChildren(QWidget):
        kind, words = _words_of(widget)
        if words and widget.isVisibleTo(window):
            corner = widget.mapTo(window, QPoint(0, 0))
            found.append(Piece(kind, words, (corner.x(), corner.y(), widget.width(), widget.height())))
    return found


def _words_of(widget: QWidget) -> tuple[str, str]:
    if isinstance(widget, QAbstractButton):
        return "button", widget.text()
    if isinstance(widget, QLineEdit):
        return "field", widget.text() or widget.placeholderText()
    if isinstance(widget, QLabel):
        return "label", widget.text()
    if isinstance(widget, RunText | Pill):
        return "label", widget.accessibleName()
    return "label", ""


def make(pieces: list[Piece], width: int, height: int) -> QWidget:
    """A window, not shown yet, of plain widgets in Qt's own layouts: beside each other what stood so."""
    window = QWidget()
    window.resize(width, height)
    column = QVBoxLayout(window)
    for _, line in groupby(sorted(pieces, key=_middle), key=_middle):
        row = QHBoxLayout()
        for piece in sorted(line, key=lambda piece: piece.box[0]):
            row.addWidget(KINDS[piece.kind](piece.words))
        column.addLayout(row)
    return window


def _middle(piece: Piece) -> int:
    _, top, _, height = piece.box
    return (top + height // 2) // _LINE
