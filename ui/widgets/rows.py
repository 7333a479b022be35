"""Short lists: rows between hairlines whose cells line up, and fold to two lines where there is little room.

For lists that a person takes in at a glance (some thirty rows at most); long ones belong in a `DataTable`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import palette, style


@dataclass(frozen=True, slots=True)
class Col:
    """A column: `grows` takes the room left over (and a second line when folded), `is_right` aligns right."""

    grows: bool = False
    is_right: bool = False


class RowList(QWidget):
    """Rows of widgets in shared columns."""

    def __init__(self, columns: Sequence[Col], name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)
        self._columns = tuple(columns)
        self._rows: list[tuple[QWidget | None, ...]] = []
        self._lines: list[int] = []
        self._natural_widths: list[int] = []
        self._hints: dict[QWidget, QSize] = {}
        self._heights: dict[int, int] = {}
        self._marked = -1

    def set_rows(self, rows: Sequence[Sequence[QWidget | None]]) -> None:
        """Show these rows in place of those before; each holds one widget (or None) for each column."""
        for row in self._rows:
            for cell in row:
                if cell is not None:
                    cell.hide()
                    cell.deleteLater()
        self._rows = [tuple(row) for row in rows]
        self._forget_sizes()
        is_seen = self.isVisible()
        for row in self._rows:
            for cell in row:
                if cell is not None:
                    cell.setParent(self)
                    if is_seen:  # else it comes with the list
                        cell.show()
        if is_seen:  # else its place, and with it the width, is not known yet
            self._arrange(self.width(), is_dry=False)
        self.updateGeometry()
        self.update()

    def set_marked(self, row: int) -> None:
        """Tint one row as the chosen one; -1 for none."""
        self._marked = row
        self.update()

    def _forget_sizes(self) -> None:
        self._natural_widths = []
        self._hints.clear()
        self._heights.clear()

    def _hint(self, cell: QWidget) -> QSize:
        if cell not in self._hints:
            self._hints[cell] = cell.sizeHint()
        return self._hints[cell]

    def _height(self, cell: QWidget, width: int) -> int:
        hint = self._hint(cell)
        if cell.hasHeightForWidth() and width != hint.width():
            return cell.heightForWidth(width)
        return hint.height()

    def _natural(self, index: int) -> int:
        if not self._natural_widths:
            columns = zip(*self._rows, strict=True) if self._rows else [()] * len(self._columns)
            self._natural_widths = [
                max((self._hint(cell).width() for cell in cells if cell is not None), default=0)
                for cells in columns
            ]
        return self._natural_widths[index]

    def _is_folded(self, width: int) -> bool:
        fixed = sum(self._natural(i) for i, col in enumerate(self._columns) if not col.grows)
        growing = sum(
            min(self._natural(i), style.chars(28)) for i, col in enumerate(self._columns) if col.grows
        )
        return fixed + growing + self._gap() * (len(self._columns) - 1) > width

    def _gap(self) -> int:
        return style.step(3)

    def _widths(self, width: int) -> list[int]:
        natural = [self._natural(i) for i in range(len(self._columns))]
        growing = [i for i, col in enumerate(self._columns) if col.grows]
        spare = width - sum(natural) - self._gap() * (len(natural) - 1)
        for i in growing:
            natural[i] += spare // len(growing)
        return natural

    def _arrange(self, width: int, *, is_dry: bool) -> int:
        folded = self._is_folded(width)
        widths = [] if folded else self._widths(width)
        top, lines = 0, []
        for row in self._rows:
            boxes = self._folded_row(row, width) if folded else self._wide_row(row, widths)
            pad = style.step(0.75)
            bottom = max((box.bottom() + 1 for box in boxes if box is not None), default=0)
            height = max(bottom + 2 * pad, round(style.line_height() * 2.2))
            extra = (height - bottom) // 2
            if not is_dry:
                for cell, box in zip(row, boxes, strict=True):
                    if cell is not None and box is not None:
                        cell.setGeometry(box.translated(0, top + extra))
            top += height + 1
            lines.append(top - 1)
        if not is_dry:
            self._lines = lines
        return top

    def _wide_row(self, row: tuple[QWidget | None, ...], widths: list[int]) -> list[QRect | None]:
        boxes: list[QRect | None] = []
        left = 0
        for cell, col, width in zip(row, self._columns, widths, strict=True):
            if cell is None:
                boxes.append(None)
            else:
                own = width if col.grows else min(width, self._hint(cell).width())
                start = left + (width - own if col.is_right else 0)
                boxes.append(QRect(start, 0, own, self._height(cell, own)))
            left += width + self._gap()
        return _centred(boxes)

    def _folded_row(self, row: tuple[QWidget | None, ...], width: int) -> list[QRect | None]:
        """First what does not grow, as many beside each other as there is room for; then what grows."""
        boxes: list[QRect | None] = [None] * len(row)
        gap, top = style.step(1.5), 0
        for line in self._folded_lines(row, width, gap):
            widths = self._folded_widths(row, line, width, gap)
            placed = self._line_boxes(row, line, widths, width, gap)
            tallest = max(box.height() for box in placed)
            for i, box in zip(line, placed, strict=True):
                boxes[i] = box.translated(0, top + (tallest - box.height()) // 2)
            top += tallest + style.step(0.5)
        return boxes

    def _folded_lines(self, row: tuple[QWidget | None, ...], width: int, gap: int) -> list[list[int]]:
        beside = self._beside_growing(row, width, gap)
        first: list[list[int]] = []
        last: list[list[int]] = []
        used = 0
        for i, cell in enumerate(row):
            if cell is None or i == beside:
                continue
            own = min(self._hint(cell).width(), width)
            if self._columns[i].grows:
                last.append([i] if beside is None else [i, beside])
            elif first and used + gap + own <= width:
                first[-1].append(i)
                used += gap + own
            else:
                first.append([i])
                used = own
        return first + last

    def _folded_widths(
        self, row: tuple[QWidget | None, ...], line: list[int], width: int, gap: int
    ) -> list[int]:
        wanted = [min(self._hint(cell).width(), width) for i in line if (cell := row[i]) is not None]
        if self._columns[line[0]].grows:
            wanted[0] = width - sum(other + gap for other in wanted[1:])
        return wanted

    def _line_boxes(
        self, row: tuple[QWidget | None, ...], line: list[int], widths: list[int], width: int, gap: int
    ) -> list[QRect]:
        """Beside each other from the left; from the first one that belongs to the right on, to the right."""
        first_right = next((n for n, i in enumerate(line) if self._columns[i].is_right), len(line))
        spare = width - sum(widths) - gap * (len(line) - 1)
        left, boxes = 0, []
        for n, (i, own) in enumerate(zip(line, widths, strict=True)):
            left += spare if n == first_right else 0
            cell = row[i]
            boxes.append(QRect(left, 0, own, self._height(cell, own) if cell is not None else 0))
            left += own + gap
        return boxes

    def _beside_growing(self, row: tuple[QWidget | None, ...], width: int, gap: int) -> int | None:
        """The last cell, at the right, where the first line has no room for it; the same for every row."""
        last = len(row) - 1
        growing = [i for i, col in enumerate(self._columns) if col.grows and row[i] is not None]
        if row[last] is None or not self._columns[last].is_right or len(growing) != 1:
            return None
        own = self._natural(last)
        before = [self._natural(i) for i in range(last) if row[i] is not None and i not in growing]
        fits_above = bool(before) and sum(before) + gap * len(before) + own <= width
        return None if fits_above or not before or width - own - gap < style.chars(20) else last

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # a cell says that it wants another size
            self._forget_sizes()
            if self.isVisible():
                self._arrange(self.width(), is_dry=False)
            self.updateGeometry()
        return super().event(event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:  # Qt asks some thirty times before it paints
            self._heights[width] = self._arrange(width, is_dry=True)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        width = sum(self._natural(i) for i in range(len(self._columns))) + self._gap() * len(self._columns)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        cells = [cell for row in self._rows for cell in row if cell is not None]
        return QSize(max((cell.minimumSizeHint().width() for cell in cells), default=0), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            self._arrange(event.size().width(), is_dry=False)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange(self.width(), is_dry=False)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = palette.current()
        for index, line in enumerate(self._lines):
            if index == self._marked:
                top = self._lines[index - 1] + 1 if index else 0
                painter.fillRect(0, top, self.width(), line - top, QColor(colours.states["within_day"].tint))
            painter.fillRect(0, line, self.width(), 1, QColor(colours.hairline))


def _centred(boxes: list[QRect | None]) -> list[QRect | None]:
    tallest = max((box.height() for box in boxes if box is not None), default=0)
    return [box and box.translated(0, (tallest - box.height()) // 2) for box in boxes]
