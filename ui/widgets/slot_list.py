"""Free times to choose among with the arrow keys: the chosen one is tinted and ticked."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import icons, palette, style
from ui.models.slot_model import SLOT_ROLE, SlotModel, SlotRow
from ui.widgets.form import HELP_PROPERTY
from ui.widgets.state_mark import paint_mark
from ui.widgets.text import Run, Tone, bold, natural_width, paint_runs, plain, quiet

Index = QModelIndex | QPersistentModelIndex


class SlotList(QListView):
    """As high as its rows. Arrow keys choose, Delete takes the choice back; nothing is chosen beforehand."""

    chosen_changed = Signal()
    reached = Signal()
    """The focus has come here: what is shown should be what is free now."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = SlotModel(self)
        self._chosen = -1
        self.is_folded = False
        self.setModel(self._model)
        self.setItemDelegate(_SlotDelegate(self))
        self.setAccessibleName(name)
        self.setProperty(HELP_PROPERTY, "free_times")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)

    @property
    def rows(self) -> tuple[SlotRow, ...]:
        """What is shown."""
        return self._model.rows

    @property
    def chosen_row(self) -> int:
        """The place of the chosen row; -1 for none."""
        return self._chosen

    def set_rows(self, rows: Sequence[SlotRow]) -> None:
        """Show these; a chosen time that is still among them stays chosen."""
        before = self.chosen()
        if tuple(rows) == self.rows:
            return
        self._model.set_rows(rows)
        starts = [row.slot.start for row in rows]
        self._chosen = starts.index(before.slot.start) if before and before.slot.start in starts else -1
        self._fit()
        if self.chosen() != before:
            self.chosen_changed.emit()

    def chosen(self) -> SlotRow | None:
        """The chosen time, or None."""
        return self.rows[self._chosen] if 0 <= self._chosen < len(self.rows) else None

    def choose(self, row: int) -> None:
        """Choose the row at a place; -1 for none."""
        if row != self._chosen and row < len(self.rows):
            self._chosen = row
            index = self._model.index(row)
            self.setCurrentIndex(index)
            self.viewport().update()
            self.chosen_changed.emit()

    def choose_start(self, start: datetime) -> bool:
        """Choose the time that starts then; False when it is not among them."""
        found = [place for place, row in enumerate(self.rows) if row.slot.start == start]
        if found:
            self.choose(found[0])
        return bool(found)

    def _fit(self) -> None:
        room = self.viewport().width() - style.step(2)
        self.is_folded = any(_width(row) > room for row in self.rows) if room > 0 else False
        self._model.layoutChanged.emit()
        self.updateGeometry()

    def row_height(self) -> int:
        """The height of one row: two lines where day and room do not fit on one."""
        return round(style.line_height() * (3.2 if self.is_folded else 2.2)) + 1

    def sizeHint(self) -> QSize:
        return QSize(style.chars(34), self.row_height() * len(self.rows))

    def minimumSizeHint(self) -> QSize:
        return QSize(style.chars(16), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, last = event.key(), len(self.rows) - 1
        places = {
            Qt.Key.Key_Down: min(self._chosen + 1, last),
            Qt.Key.Key_Up: max(self._chosen - 1, 0),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
            Qt.Key.Key_Space: max(self._chosen, 0),
            Qt.Key.Key_Delete: -1,
            Qt.Key.Key_Backspace: -1,
        }
        if key in places and self.rows and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.choose(places[Qt.Key(key)])
            return
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.choose(-1 if index.row() == self._chosen else index.row())
        self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()


def _runs(row: SlotRow) -> tuple[Run, ...]:
    return (plain(f"{row.day} "), bold(row.clock))


def _details(row: SlotRow) -> tuple[Run, ...]:
    """What is late stands in the ink of *överskriden*, beside its mark."""
    if not row.is_after:
        return (quiet(row.detail),)
    after, comma, rest = row.detail.partition(",")
    return (Run(after, tone=Tone.WRONG), quiet(comma + rest))


def _width(row: SlotRow) -> int:
    return natural_width(_runs(row)) + style.step(2) + natural_width(_details(row)) + style.line_height() * 3


class _SlotDelegate(QStyledItemDelegate):
    """Paints a row between hairlines."""

    def __init__(self, view: SlotList) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: SlotRow = index.data(SLOT_ROLE)
        colours = palette.current()
        box = QRectF(option.rect)
        is_chosen = index.row() == self._view.chosen_row
        painter.save()
        if is_chosen:
            painter.fillRect(box, QColor(colours.states["within_day"].tint))
        painter.fillRect(QRectF(box.x(), box.bottom() - 1, box.width(), 1), QColor(colours.hairline))
        is_here = self._view.hasFocus() and index.row() == max(self._view.chosen_row, 0)
        if is_here:
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -2))
        side = style.step(1)
        self._paint_words(painter, row, box.adjusted(side, 0, -side, -1), is_chosen=is_chosen)
        painter.restore()

    def _paint_words(self, painter: QPainter, row: SlotRow, box: QRectF, *, is_chosen: bool) -> None:
        tick = style.line_height() * 0.9
        right = box.right() - (tick + style.step(1) if is_chosen else 0)
        detail = _details(row)
        width = natural_width(detail)
        if self._view.is_folded:
            line = style.line_height()
            top = box.y() + (box.height() - 2 * line) / 2
            paint_runs(painter, _runs(row), QRectF(box.x(), top, right - box.x(), line))
            place = QRectF(box.x(), top + line, right - box.x(), line)
            place = place.adjusted(line if row.is_after else 0, 0, 0, 0)
        else:
            paint_runs(painter, _runs(row), box)
            place = QRectF(right - width, box.y(), width, box.height())
        paint_runs(painter, detail, place)
        if row.is_after:
            side = style.line_height() * 0.6
            mark = QRectF(place.x() - side * 1.5, place.center().y() - side / 2, side, side)
            paint_mark(painter, "overdue", mark, palette.current().states["overdue"].ink)
        if is_chosen:
            place = QRectF(box.right() - tick, box.y() + (box.height() - tick) / 2, tick, tick)
            icons.paint(painter, "check", palette.current().accent, place)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(style.chars(16), self._view.row_height())
