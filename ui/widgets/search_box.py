"""The list of hits under the search of the top bar: they come while one types, and leave with Esc."""

from functools import cached_property

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allvar_desktop.domain.search_hit import SearchHits
from allvar_desktop.services import searches
from ui import names, palette, style
from ui.models.case_table import CaseCells, CaseRow, hit_row
from ui.models.table_model import TableModel
from ui.navigation import Shell
from ui.search_watch import SearchWatch
from ui.style import Size
from ui.widgets.data_table import DataTable
from ui.widgets.text import Text, Tone
from ui.widgets.text_fields import TextField

_MOST_ROWS = 8
_CHARS = 92
_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _MOST_ROWS,
    Qt.Key.Key_PageUp: -_MOST_ROWS,
}
_MORE = "Fler ärenden passar. Skriv mer för att skilja dem åt."
_NONE = "Inget ärende hittades."


class SearchBox(QWidget):
    """Lies over the pages, under its field, which keeps the focus. Arrows choose a hit, Enter opens it."""

    def __init__(self, shell: Shell, field: TextField, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._shell = shell
        self._field = field
        self._cells = CaseCells(shell.session)
        self._watch = SearchWatch(shell, self)
        self.model: TableModel[CaseRow] = TableModel(self._cells.hit_columns(), self)
        self.note = Text("", Size.SMALL, Tone.QUIET)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Sökträffar")
        field.textEdited.connect(lambda _: self.search())
        field.installEventFilter(self)
        window.installEventFilter(self)
        names.screen().toggled.connect(self._repaint)
        self.hide()

    @cached_property
    def table(self) -> DataTable:
        """The hits; made when one first searches, so that Idag need not wait for it."""
        table = DataTable(self.model, "Sökträffar")
        for widget in (table, table.viewport()):
            widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.horizontalHeader().hide()
        table.clicked.connect(lambda index: self.open_hit(index.row()))
        self._column.addWidget(table)
        self._column.addWidget(self.note)
        return table

    @cached_property
    def _column(self) -> QVBoxLayout:
        column = QVBoxLayout(self)
        edge = style.step(1.5)
        column.setContentsMargins(edge, style.step(0.75), edge, style.step(1))
        column.setSpacing(style.step(0.5))
        return column

    def search(self) -> None:
        """Show what the field's words find, or without words what can be searched."""
        words = self._field.value()
        found = (
            self._shell.run(lambda: searches.search(self._shell.session, words)) if words else SearchHits()
        )
        if found is None:
            self.hide()
            return
        self._cells.renew()
        self.model.set_rows([hit_row(hit) for hit in found.hits])
        self._watch.typed([hit.line.case_id for hit in found.hits])
        if not words:
            self.note.setText(searches.SEARCHABLE)
        elif not found.hits:
            self.note.setText(f"{_NONE} {searches.SEARCHABLE}")
        else:
            self.note.setText(_MORE if found.has_more else "")
        self._show_hits()

    def open_hit(self, row: int) -> None:
        """Log the search, and open the case of a hit; without one nothing happens."""
        if not 0 <= row < self.model.rowCount():
            return
        case_id = self.model.row_at(row).line.case_id
        self._watch.log()
        self.leave()
        self._field.clearFocus()
        self._shell.go("case", case_id=case_id)

    def leave(self) -> None:
        """Take hits and words away. What was shown is still logged when its two seconds are over."""
        self._field.clear()
        self.model.set_rows(())
        self.hide()

    def _repaint(self) -> None:
        if self.isVisible():
            self.table.viewport().update()

    def _show_hits(self) -> None:
        count = self.model.rowCount()
        self.table.setVisible(count > 0)
        self.note.setVisible(bool(self.note.text()))
        self._choose(0)
        self.place()
        self.show()
        self.raise_()

    def place(self) -> None:
        """Under the field, right edge to right edge, within the window."""
        window, edge = self._window, style.step(1)
        width = min(max(self._field.width(), style.chars(_CHARS)), window.width() - 2 * edge)
        corner = self._field.mapTo(window, QPoint(self._field.width(), self._field.height()))
        left = max(edge, corner.x() - width)
        room = window.height() - corner.y() - style.step(8)
        row = max(1, self.table.verticalHeader().defaultSectionSize())
        rows = min(self.model.rowCount(), _MOST_ROWS, max(1, room // row))
        self.table.setFixedHeight(rows * row)
        self._column.invalidate()
        has_note = self._column.hasHeightForWidth()
        height = (
            self._column.totalHeightForWidth(width) if has_note else self._column.totalSizeHint().height()
        )
        self.setGeometry(left, corner.y() + style.step(0.5), width, height)

    def _choose(self, row: int) -> None:
        count = self.model.rowCount()
        if count:
            self.table.selectRow(min(max(row, 0), count - 1))
            said = self._cells.found(self.model.row_at(self.table.current_row())).text
            self._field.setAccessibleDescription(f"{self.table.current_row() + 1} av {count}: {said}")
        else:
            self._field.setAccessibleDescription(self.note.text())

    def _press(self, event: QKeyEvent) -> bool:
        """Whether the key was for the hits."""
        key = Qt.Key(event.key())
        if key in _MOVES and self.model.rowCount():
            self._choose(self.table.current_row() + _MOVES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_hit(self.table.current_row())
        elif key == Qt.Key.Key_Escape:
            self.leave()
            page = self._shell.current
            if page is not None:
                page.focus_first()
        else:
            return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self.place()
            return False
        match event.type():
            case QEvent.Type.FocusIn:
                self.search()
            case QEvent.Type.FocusOut:
                self.hide()
            case QEvent.Type.ShortcutOverride if _key(event) == Qt.Key.Key_Escape:
                event.accept()  # or the window's own Esc would take it
                return True
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                return self._press(event)
            case _:
                pass
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = palette.current()
        painter.fillRect(self.rect(), QColor(colours.ground))
        painter.setPen(QColor(colours.quiet))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


def _key(event: QEvent) -> int:
    return event.key() if isinstance(event, QKeyEvent) else 0
