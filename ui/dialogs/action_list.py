"""Ctrl+K: everything one can do here, by name."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui import palette, style
from ui.actions import Action
from ui.dialogs.dialog import Dialog, window_below
from ui.dialogs.field_area import room_for_fields
from ui.widgets.scrolling import SlimBar
from ui.widgets.text import natural_width, paint_runs, plain, quiet
from ui.widgets.text_fields import TextField

_HINT_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_ROWS = 10
Index = QModelIndex | QPersistentModelIndex


class ActionDialog(Dialog):
    """A field to type in and the actions whose names hold what is typed."""

    def __init__(self, actions: Sequence[Action]) -> None:
        super().__init__("Alla åtgärder", "", "Gör", "Stäng", window_below())
        self._actions = actions
        self.field = TextField(60, 30, "Skriv några bokstäver")
        self.field.setAccessibleName("Sök åtgärd")
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollBar(SlimBar(self.list))
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(_ActionRow(self.list))
        self.list.setAccessibleName("Åtgärder")
        room = room_for_fields(self).height() - style.step(6)
        self.list.setMinimumHeight(min(_row_height() * _ROWS, room))
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
                item = QListWidgetItem(action.words)
                item.setData(Qt.ItemDataRole.UserRole, action.id)
                item.setData(_HINT_ROLE, action.hint)
                item.setData(
                    Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (action.words, action.hint)))
                )
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


def _row_height() -> int:
    return round(style.line_height() * 2.2)


class _ActionRow(QStyledItemDelegate):
    """The name at the left, its keys at the right, a hairline below."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, box = palette.current(), QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(colours.states["within_day"].tint))
        painter.fillRect(QRectF(box.x(), box.bottom() - 1, box.width(), 1), QColor(colours.hairline))
        box = box.adjusted(style.step(1), 0, -style.step(2), -1)
        keys = (quiet(str(index.data(_HINT_ROLE))),)
        width = natural_width(keys)
        paint_runs(painter, (plain(str(index.data())),), box.adjusted(0, 0, -width - style.step(1), 0))
        paint_runs(painter, keys, QRectF(box.right() - width, box.y(), width, box.height()))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(style.chars(30), _row_height())
