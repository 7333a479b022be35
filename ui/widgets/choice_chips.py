"""Buttons of which one is chosen, by click, arrows or number keys."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from ui.widgets.buttons import Button, Kind
from ui.widgets.flow import Flow

Option = tuple[Any, str]
"""A value and the words for it."""


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
