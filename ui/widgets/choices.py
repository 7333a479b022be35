"""Choosing one of a few: a folding list, a row of chips with number keys, and a tick box."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QSizePolicy, QWidget

from ui import icons, palette, style
from ui.widgets.buttons import Button, Kind
from ui.widgets.field_frame import field_height, paint_frame
from ui.widgets.flow import Flow
from ui.widgets.state_mark import paint_mark

Option = tuple[Any, str]
"""A value and the words for it."""


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


class ChoiceChips(QWidget):
    """Buttons of which one is chosen; in the group the keys 1 to 9 choose, and stand on the buttons."""

    value_changed = Signal()

    def __init__(
        self, options: Sequence[Option] = (), *, has_numbers: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._flow = Flow(self)
        self._has_numbers = has_numbers
        self._group = QButtonGroup(self)
        self._values: list[Any] = []
        self._words: list[str] = []
        self.set_options(options)
        self._group.idToggled.connect(self._told)

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer these; nothing is chosen after it."""
        for button in self._group.buttons():
            self._group.removeButton(button)
        self._flow.clear()
        self._values = [value for value, _ in options]
        self._words = [words for _, words in options]
        for index, words in enumerate(self._words):
            hint = str(index + 1) if self._has_numbers and index < 9 else ""
            button = Button(words, Kind.CHOICE, hint=hint)
            self._group.addButton(button, index)
            self._flow.add(button)
        if self._group.buttons():
            self.setFocusProxy(self._group.buttons()[0])
        self.name_buttons(self.accessibleName())

    def name_buttons(self, label: str) -> None:
        """Let each button say what it answers: the label of the field before its own words."""
        for button, words in zip(self._group.buttons(), self._words, strict=True):
            button.setAccessibleName(f"{label}: {words}" if label else words)

    def value(self) -> Any:
        """The chosen value, or None."""
        index = self._group.checkedId()
        return self._values[index] if index >= 0 else None

    def set_value(self, value: object) -> None:
        """Choose the option with this value; None or one that is not offered clears the choice."""
        self._group.setExclusive(False)
        for index, button in enumerate(self._group.buttons()):
            button.setChecked(self._values[index] == value)
        self._group.setExclusive(True)

    def buttons(self) -> list[Button]:
        """The buttons in order."""
        return [button for button in self._group.buttons() if isinstance(button, Button)]

    def choose_number(self, number: int) -> bool:
        """Choose option `number`, counted from 1; False when there is none."""
        if not 1 <= number <= len(self._values):
            return False
        self._group.button(number - 1).setChecked(True)
        self._group.button(number - 1).setFocus()
        return True

    def set_wrong(self, is_wrong: bool) -> None:
        """Chips have no edge to redden; the sentence under them says it."""

    def _told(self, _index: int, is_checked: bool) -> None:
        if is_checked or not self._group.exclusive():
            self.value_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_0.value
        if not (self._has_numbers and not event.modifiers() and self.choose_number(number)):
            super().keyPressEvent(event)


class Tick(QCheckBox):
    """A tick box that grows with the text."""

    value_changed = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(lambda _: self.value_changed.emit())

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.isChecked()

    def set_value(self, is_ticked: bool) -> None:
        """Tick or clear it."""
        self.setChecked(is_ticked)

    def set_wrong(self, is_wrong: bool) -> None:
        """A tick box has no edge to redden; the sentence under it says it."""

    def sizeHint(self) -> QSize:
        line = style.line_height()
        width = line + style.step(1.5) + self.fontMetrics().horizontalAdvance(self.text())
        return QSize(width + 4, line + style.step(1))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: Any) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = palette.current()
        side = style.line_height() * 0.9
        box = QRectF(2, (self.height() - side) / 2, side, side)
        edge = colours.accent if self.hasFocus() or self.isChecked() else colours.quiet
        painter.setPen(QPen(QColor(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(colours.accent if self.isChecked() else colours.surface))
        painter.drawRoundedRect(box, style.step(0.4), style.step(0.4))
        if self.isChecked():
            inset = side * 0.14
            mark = box.adjusted(inset, inset, -inset, -inset)
            paint_mark(painter, "done_in_time", mark, colours.on_accent)
        painter.setPen(QColor(colours.text))
        room = QRectF(self.rect()).adjusted(side + style.step(1.5), 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
