"""A long list: quiet rows between hairlines; columns go away in a stated order for want of room."""

from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from ui import icons, palette, style
from ui.models.table_model import TableModel
from ui.style import Size
from ui.widgets.cell_delegate import CellDelegate
from ui.widgets.scrolling import SlimBar


class _Head(QHeaderView):
    """Small quiet words over a hairline, with a mark on the column that sorts."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(style.chars(4))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        colours = palette.current()
        painter.save()
        painter.fillRect(rect, QColor(colours.ground))
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), QColor(colours.hairline))
        is_sorting = self.isSortIndicatorShown() and self.sortIndicatorSection() == logicalIndex
        painter.setFont(style.font(Size.SMALL, is_bold=is_sorting))
        painter.setPen(QColor(colours.text if is_sorting else colours.quiet))
        gap = style.step(1)
        align = self.model().headerData(
            logicalIndex, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole
        )
        title = self.model().headerData(logicalIndex, Qt.Orientation.Horizontal)
        box = rect.adjusted(gap if logicalIndex else 0, 0, -gap, 0)
        if is_sorting:
            side = box.height() * 0.45
            arrow = QRectF(box.right() - side, box.y() + (box.height() - side) / 2, side, side)
            icons.paint(
                painter, "chevron-down" if self._is_descending() else "chevron-up", colours.text, arrow
            )
            box.adjust(0, 0, -round(side), 0)
        words = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, align, words)
        painter.restore()

    def _is_descending(self) -> bool:
        return self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder


class DataTable(QTableView):
    """A table over a `TableModel`. Enter or a double click opens a row."""

    opened = Signal(int)
    """A row was opened, by its number."""
    sort_requested = Signal(str, bool)
    """A head was clicked: the column's `sort`, and whether descending."""

    def __init__(self, model: TableModel[Any], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = model
        self._delegate = CellDelegate(self)
        self.setAccessibleName(name)
        self.setHorizontalHeader(_Head(self))
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._set_look()
        self.horizontalHeader().sectionClicked.connect(self._ask_for_order)
        self.activated.connect(lambda index: self.opened.emit(index.row()))

    def _set_look(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setAlternatingRowColors(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBar(SlimBar(self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setFixedHeight(round(style.line_height(Size.SMALL) * 1.9))
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        clear = QPalette()
        clear.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        self.setPalette(clear)
        self._set_row_height(is_two_lines=False)

    def show_order(self, sort: str, *, is_descending: bool) -> None:
        """Mark the head of the column that sorts."""
        order = Qt.SortOrder.DescendingOrder if is_descending else Qt.SortOrder.AscendingOrder
        for index, column in enumerate(self._table.columns):
            if column.sort == sort:
                self.horizontalHeader().setSortIndicatorShown(True)
                self.horizontalHeader().setSortIndicator(index, order)

    def current_row(self) -> int:
        """The number of the chosen row, or -1."""
        return self.currentIndex().row()

    def _set_row_height(self, *, is_two_lines: bool) -> None:
        lines = 3.2 if is_two_lines else 2.2
        self.verticalHeader().setDefaultSectionSize(round(style.line_height() * lines))

    def _fit_columns(self) -> None:
        columns = self._table.columns
        wanted = {i: style.chars(column.chars) + 2 * style.step(1) for i, column in enumerate(columns)}
        room = self.viewport().width()
        shown = set(wanted)
        for i in sorted((i for i in wanted if columns[i].drops), key=lambda i: columns[i].drops):
            if sum(wanted[j] for j in shown) <= room:
                break
            shown.discard(i)
        growing = sorted(i for i in shown if columns[i].grows)
        self._delegate.folded = tuple(c for i, c in enumerate(columns) if i not in shown and c.folds)
        self._set_row_height(is_two_lines=bool(self._delegate.folded))
        spare = room - sum(wanted[i] for i in shown)
        shares = {i: spare // len(growing) for i in growing}
        if growing:
            shares[growing[-1]] = spare - sum(shares[i] for i in growing[:-1])
        for i, width in wanted.items():
            self.setColumnHidden(i, i not in shown)
            if i in shown:
                self.setColumnWidth(i, width + shares.get(i, 0))

    def _ask_for_order(self, section: int) -> None:
        sort = self._table.columns[section].sort
        if not sort:
            return
        head = self.horizontalHeader()
        is_same = head.isSortIndicatorShown() and head.sortIndicatorSection() == section
        is_descending = is_same and head.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        self.show_order(sort, is_descending=is_descending)
        self.sort_requested.emit(sort, is_descending)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_row() >= 0:
            self.opened.emit(self.current_row())
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        is_over_row = self.indexAt(event.position().toPoint()).isValid()
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_over_row else Qt.CursorShape.ArrowCursor)
