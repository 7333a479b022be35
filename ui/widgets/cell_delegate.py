"""Paints the cells of a table: a hairline under each row, two lines, bold names, pills."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import palette, style
from ui.models.table_model import CELL_ROLE, Cell, Column, TableModel
from ui.style import Size
from ui.widgets.pill import paint_pill, pill_size
from ui.widgets.text import Run, Tone, natural_width, paint_runs

Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """Paints `Cell` values. `folded` are columns whose words go as a second line into the growing column."""

    folded: tuple[Column, ...] = ()  # type: ignore[type-arg]  # the delegate paints any kind of row

    def _second_line(self, index: Index, cell: Cell) -> tuple[Run, ...]:
        model = index.model()
        if not self.folded or not isinstance(model, TableModel) or not model.columns[index.column()].grows:
            return cell.second
        row = model.row_at(index.row())
        words = " · ".join(text for text in (column.cell(row).text for column in self.folded) if text)
        return (*cell.second, Run(words, tone=Tone.QUIET, size=Size.SMALL))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, TableModel):
            return
        cell, is_right = model.cell_at(index.row(), index.column()), model.columns[index.column()].is_right
        colours = palette.current()
        rect = QRectF(option.rect)
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.states["within_day"].tint))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(colours.surface))
        painter.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), QColor(colours.hairline))
        gap = style.step(1)
        box = rect.adjusted(gap if index.column() else 0, 0, -gap, -1)
        if cell.pill is not None:
            paint_pill(painter, cell.pill, box)
            return
        first = cell.runs or (Run(cell.text),)
        second = self._second_line(index, cell)
        if not second:
            self._paint_line(painter, first, box, is_right=is_right)
            return
        line = style.line_height()
        top = box.y() + (box.height() - 2 * line) / 2
        self._paint_line(painter, first, QRectF(box.x(), top, box.width(), line), is_right=is_right)
        self._paint_line(painter, second, QRectF(box.x(), top + line, box.width(), line), is_right=is_right)

    def _paint_line(self, painter: QPainter, runs: tuple[Run, ...], box: QRectF, *, is_right: bool) -> None:
        width = natural_width(runs)
        if width > box.width():
            runs = _shortened(runs, box.width())
        elif is_right:
            box = QRectF(box.right() - width, box.y(), width, box.height())
        paint_runs(painter, runs, box)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, Cell):
            return QSize()
        if cell.pill is not None:
            return pill_size(cell.pill)
        return QSize(natural_width(cell.runs or (Run(cell.text),)), round(style.line_height() * 2.2))


def _shortened(runs: tuple[Run, ...], width: float) -> tuple[Run, ...]:
    """As many characters as fit, with dots after them."""
    kept: list[Run] = []
    for run in runs:
        if natural_width((*kept, run, Run("…"))) <= width:
            kept.append(run)
            continue
        low, high = 0, len(run.text)
        while low < high:
            middle = (low + high + 1) // 2
            piece = Run(run.text[:middle] + "…", run.is_bold, run.tone, run.size)
            low, high = (middle, high) if natural_width((*kept, piece)) <= width else (low, middle - 1)
        kept.append(Run(run.text[:low].rstrip() + "…", run.is_bold, run.tone, run.size))
        break
    return tuple(kept)
