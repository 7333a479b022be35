"""Choosing one of a few: a folding list, a row of chips with number keys, and a tick box."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from ui import icons, palette, style
from ui.widgets.choice_chips import ChoiceChips, Option
from ui.widgets.field_frame import field_height, paint_frame
from ui.widgets.tick import Tick

__all__ = ["ChoiceChips", "ChoiceField", "Option", "Tick"]


class ChoiceField(QComboBox):
    """A folding list. `value()` is the value of the chosen option; None while nothing is chosen."""

    value_changed = Signal()

    def __init__(
        self, options: Sequence[Option] = (), placeholder: str = "Välj", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._is_wrong = False
        self._values: list[Any] = []
        self.setPlaceholderText(placeholder)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_options(options)
        self.currentIndexChanged.connect(lambda _: self.value_changed.emit())

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer these; nothing is chosen after it."""
        self.blockSignals(True)
        self.clear()
        # Qt would give back a value of an enumeration as the bare text in it.
        self._values = [value for value, _ in options]
        self.addItems([words for _, words in options])
        self.setCurrentIndex(-1)
        self.blockSignals(False)
        self.updateGeometry()

    def value(self) -> Any:
        """The chosen value, or None."""
        index = self.currentIndex()
        return self._values[index] if index >= 0 else None

    def set_value(self, value: object) -> None:
        """Choose the option with this value; one that is not offered (or None) clears the choice."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def set_wrong(self, is_wrong: bool) -> None:
        """Show or take away the red edge."""
        self._is_wrong = is_wrong
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling the page must never change a value

    def _widest(self) -> int:
        words = [self.itemText(i) for i in range(self.count())] + [self.placeholderText()]
        return max(self.fontMetrics().horizontalAdvance(word) for word in words)

    def sizeHint(self) -> QSize:
        return QSize(min(self._widest(), style.chars(44)) + style.step(6), field_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), style.chars(12)), field_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = palette.current()
        paint_frame(self, painter, is_focused=self.hasFocus(), is_wrong=self._is_wrong)
        side = style.step(1.25)
        arrow = style.line_height() * 0.8
        room = QRectF(self.rect()).adjusted(side + 1, 0, -side - arrow, 0)
        has_choice = self.currentIndex() >= 0
        painter.setPen(QColor(colours.text if has_choice and self.isEnabled() else colours.quiet))
        words = self.currentText() if has_choice else self.placeholderText()
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, round(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        box = QRectF(self.width() - side * 0.6 - arrow, (self.height() - arrow) / 2, arrow, arrow)
        icons.paint(painter, "chevron-down", colours.quiet, box)
