"""A wide column and a card beside it, each scrolling for itself; below it where there is little room."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ui import style
from ui.widgets.scrolling import UpDown

_SIDE_CHARS = 48
_SIDE_BY_SIDE_FROM = 108
"""Characters of width from which the card stands beside the column and not below it."""


class TwoColumns(QWidget):
    """Put the form's parts in `column`; `side` is the card."""

    def __init__(self, side: QWidget) -> None:
        super().__init__()
        self._side = side
        left, right = QWidget(), QWidget()
        outer = QVBoxLayout(left)
        outer.setContentsMargins(0, 0, style.step(2), style.step(2))
        outer.setSpacing(style.step(2))
        self.column = QVBoxLayout()
        self.column.setSpacing(style.step(1))
        self._below = QVBoxLayout()
        outer.addLayout(self.column)
        outer.addLayout(self._below)
        outer.addStretch(1)
        self._beside = QVBoxLayout(right)
        self._beside.setContentsMargins(0, 0, style.step(1), style.step(2))
        self._beside.addWidget(side)
        self._beside.addStretch(1)
        self.area, self._side_area = UpDown(), UpDown()
        self.area.setWidget(left)
        self._side_area.setWidget(right)
        self._side_area.setFixedWidth(style.chars(_SIDE_CHARS))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.step(2))
        row.addWidget(self.area, 1)
        row.addWidget(self._side_area)
        self._is_wide = True

    def show_focused(self) -> None:
        """Scroll to the widget that has the focus."""
        focused = QApplication.focusWidget()
        if focused is not None and self.area.isAncestorOf(focused):
            self.area.ensureWidgetVisible(focused, 0, style.step(8))

    def show_widget(self, widget: QWidget) -> None:
        """Scroll so that `widget` is seen."""
        if self.area.isAncestorOf(widget):
            self.area.ensureWidgetVisible(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = event.size().width() >= style.chars(_SIDE_BY_SIDE_FROM)
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            if is_wide:
                self._beside.insertWidget(0, self._side)
            else:
                self._below.addWidget(self._side)
            self._side_area.setVisible(is_wide)
