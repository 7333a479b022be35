"""A table over rows that are fetched a page at a time, so that a long list costs no more than a short one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.widgets.pill import PillText
from ui.widgets.text import Run

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Index = QModelIndex | QPersistentModelIndex

CELL_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The whole `Cell`, for the delegate."""

_PAGE = 200
_PAGES_KEPT = 12


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell. `text` is what a screen reader says; runs or pill are painted instead."""

    text: str
    runs: tuple[Run, ...] = ()
    second: tuple[Run, ...] = ()
    pill: PillText | None = None
    hover: str = ""


@dataclass(frozen=True)
class Column(Generic[T]):
    """One column of a table.

    `drops` tells when it goes away for want of room: 1 first, 0 never. With `folds` its words then stand as a
    second line in the growing column. `sort` is the name that is asked for when its head is clicked.
    """

    title: str
    cell: Callable[[T], Cell]
    chars: int = 12
    is_right: bool = False
    grows: bool = False
    drops: int = 0
    folds: bool = False
    sort: str = ""


class Source(Protocol[T_co]):
    """Where rows come from."""

    def count(self) -> int:
        """The number of rows."""
        ...

    def page(self, offset: int, limit: int) -> Sequence[T_co]:
        """`limit` rows from `offset` on; fewer at the end."""
        ...


@dataclass(frozen=True)
class ListSource(Generic[T]):
    """Rows that are already at hand."""

    rows: Sequence[T] = field(default=())

    def count(self) -> int:
        """The number of rows."""
        return len(self.rows)

    def page(self, offset: int, limit: int) -> Sequence[T]:
        """A slice of them."""
        return self.rows[offset : offset + limit]


class TableModel(QAbstractTableModel, Generic[T]):
    """Rows of `T` in columns."""

    def __init__(self, columns: Sequence[Column[T]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._source: Source[T] = ListSource[T]()
        self._count = 0
        self._pages: dict[int, Sequence[T]] = {}

    def set_source(self, source: Source[T]) -> None:
        """Show the rows of another source."""
        self.beginResetModel()
        self._source = source
        self._count = source.count()
        self._pages.clear()
        self.endResetModel()

    def set_rows(self, rows: Sequence[T]) -> None:
        """Show rows that are at hand."""
        self.set_source(ListSource(rows))

    def row_at(self, index: int) -> T:
        """The row value at `index`; fetched when it is not at hand."""
        start = index - index % _PAGE
        page = self._pages.get(start)
        if page is None:
            while len(self._pages) >= _PAGES_KEPT:
                del self._pages[next(iter(self._pages))]
            page = self._pages[start] = self._source.page(start, _PAGE)
        return page[index - start]

    def cell_at(self, row: int, column: int) -> Cell:
        """What stands in a cell; as `CELL_ROLE` answers, without the way through Qt."""
        return self.columns[column].cell(self.row_at(row))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own signature
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own signature
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.is_right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        cell = self.cell_at(index.row(), index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return cell.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell.hover or None
        return cell if role == CELL_ROLE else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.is_right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None
