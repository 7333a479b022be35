"""One answer among a few, by its number: the second of two keystrokes."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import style
from ui.dialogs.dialog import Dialog
from ui.dialogs.field_area import FieldArea
from ui.widgets.buttons import Button
from ui.widgets.choices import Option

_MOST_NUMBERED = 9


class ChoiceDialog(Dialog):
    """The options under each other. A number, Enter or a click answers at once; Esc answers nothing."""

    def __init__(
        self, title: str, options: Sequence[Option], text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(title, text, "", "Avbryt", parent)
        self.yes_button.hide()
        self.chosen: Any = None
        self._values = [value for value, _ in options]
        self.options: list[Button] = []
        area = FieldArea()
        area.fields.setSpacing(style.step(1))
        self.body.addWidget(area)
        for place, (_, words) in enumerate(options):
            button = Button(words, hint=str(place + 1) if place < _MOST_NUMBERED else "")
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _=False, at=place: self._choose(at))
            area.fields.addWidget(button)
            self.options.append(button)
        if self.options:
            self.options[0].setFocus()

    def _choose(self, place: int) -> None:
        self.chosen = self._values[place]
        self.accept()

    def try_accept(self) -> None:
        """Enter: the option that has the focus."""
        for place, button in enumerate(self.options):
            if button.hasFocus():
                self._choose(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = event.key() - Qt.Key.Key_1.value
        if not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and 0 <= place < _MOST_NUMBERED:
            if place < len(self.options):
                self._choose(place)
            return
        move = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        at = next((i for i, button in enumerate(self.options) if button.hasFocus()), None)
        if move is not None and at is not None:
            self.options[(at + move) % len(self.options)].setFocus()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and at is not None:
            self._choose(at)
            return
        super().keyPressEvent(event)
