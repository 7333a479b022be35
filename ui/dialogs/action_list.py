"""Ctrl+K: everything one can do here, by name."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem

from ui import style
from ui.actions import Action
from ui.dialogs.dialog import Dialog
from ui.widgets.text_fields import TextField


class ActionDialog(Dialog):
    """A field to type in and the actions whose names hold what is typed."""

    def __init__(self, actions: Sequence[Action]) -> None:
        super().__init__("Alla åtgärder", "", "Gör", "Stäng")
        self._actions = actions
        self.field = TextField(60, 30, "Skriv några bokstäver")
        self.field.setAccessibleName("Sök åtgärd")
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName("Åtgärder")
        self.list.setMinimumHeight(style.line_height() * 12)
        self.body.addWidget(self.field)
        self.body.addWidget(self.list)
        self.field.value_changed.connect(self._filter)
        self.list.itemActivated.connect(lambda _: self.try_accept())
        self._filter()

    def _filter(self) -> None:
        words = self.field.value().casefold().split()
        self.list.clear()
        for action in self._actions:
            if all(word in action.words.casefold() for word in words):
                hint = f"   {action.hint}" if action.hint else ""
                item = QListWidgetItem(f"{action.words}{hint}")
                item.setData(Qt.ItemDataRole.UserRole, action.id)
                self.list.addItem(item)
        self.list.setCurrentRow(0)

    @property
    def chosen(self) -> str:
        """The id of the chosen action, or ""."""
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if move is not None:
            row = min(max(self.list.currentRow() + move, 0), self.list.count() - 1)
            self.list.setCurrentRow(row)
            return
        super().keyPressEvent(event)
