"""The list at the left of a page that shows one section at a time."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from ui import style
from ui.widgets.buttons import Button, Kind


class SectionList(QWidget):
    """Names to choose among; `chosen` carries the key of the one that was pressed."""

    chosen = Signal(str)

    def __init__(self, sections: Sequence[tuple[str, str]], name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.step(0.75))
        self._group = QButtonGroup(self)
        self._buttons: dict[str, Button] = {}
        for key, words in sections:
            button = Button(words, Kind.CHOICE)
            button.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            self._group.addButton(button)
            self._buttons[key] = button
            column.addWidget(button)
        column.addStretch(1)

    def mark(self, key: str) -> None:
        """Show which section is open."""
        self._buttons[key].setChecked(True)

    def button(self, key: str) -> Button:
        """The button of one section."""
        return self._buttons[key]
