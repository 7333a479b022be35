"""A layout that sets widgets side by side while there is room, then on a new line."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem

from ui import style


class Flow(QLayout):
    """Lines of widgets. An item with a weight shares the room that its line leaves over.

    A line is broken where the preferred widths no longer fit; an item wider than a line gets the line.
    Items stand in the middle of their line's height, or at its top (`is_top`: form fields with their labels).
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        gap: float = 1.0,
        line_gap: float = 1.0,
        is_right: bool = False,
        is_top: bool = False,
    ) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._weights: dict[int, int] = {}
        self._sizes: dict[int, tuple[QSize, QSize]] = {}
        self._heights: dict[int, int] = {}
        self._gap = style.step(gap)
        self._line_gap = style.step(line_gap)
        self._is_right = is_right
        self._is_top = is_top
        self.setContentsMargins(QMargins(0, 0, 0, 0))
        if parent is not None:
            parent.setLayout(self)

    def add(self, *widgets: QWidget, weight: int = 0) -> None:
        """Put widgets last; with a weight they grow to fill their line."""
        for widget in widgets:
            self.addChildWidget(widget)
            item = QWidgetItem(widget)
            if weight:
                self._weights[id(item)] = weight
            self.addItem(item)

    def clear(self) -> None:
        """Take out and delete every widget."""
        while (item := self.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.invalidate()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _size(self, item: QLayoutItem) -> tuple[QSize, QSize]:
        """Preferred and smallest size, kept until something changes: nested flows ask very often."""
        if id(item) not in self._sizes:
            self._sizes[id(item)] = item.sizeHint(), item.minimumSize()
        return self._sizes[id(item)]

    def _width(self, item: QLayoutItem, room: int) -> int:
        wanted, least = self._size(item)
        return min(max(wanted.width(), least.width()), room)

    def _height(self, item: QLayoutItem, width: int) -> int:
        wanted, least = self._size(item)
        if item.hasHeightForWidth():
            return max(item.heightForWidth(width), least.height())
        return wanted.height()

    def _lines(self, room: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._shown():
            wanted = self._width(item, room)
            if lines and used + self._gap + wanted <= room:
                lines[-1].append(item)
                used += self._gap + wanted
            else:
                lines.append([item])
                used = wanted
        return lines

    def _place(self, rect: QRect, *, is_dry: bool) -> int:
        margins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        top = inner.top()
        for line in self._lines(inner.width()):
            widths = self._line_widths(line, inner.width())
            height = max(self._height(item, width) for item, width in zip(line, widths, strict=True))
            if not is_dry:
                self._set_line(line, widths, QRect(inner.left(), top, inner.width(), height))
            top += height + self._line_gap
        return max(0, top - self._line_gap - inner.top()) + margins.top() + margins.bottom()

    def _line_widths(self, line: list[QLayoutItem], room: int) -> list[int]:
        widths = [self._width(item, room) for item in line]
        spare = room - sum(widths) - self._gap * (len(line) - 1)
        total = sum(self._weights.get(id(item), 0) for item in line)
        if total and spare > 0:
            widths = [
                width + spare * self._weights.get(id(item), 0) // total
                for item, width in zip(line, widths, strict=True)
            ]
        return widths

    def _set_line(self, line: list[QLayoutItem], widths: list[int], box: QRect) -> None:
        used = sum(widths) + self._gap * (len(line) - 1)
        left = box.left() + (box.width() - used if self._is_right else 0)
        for item, width in zip(line, widths, strict=True):
            height = self._height(item, width)
            drop = 0 if self._is_top else (box.height() - height) // 2
            item.setGeometry(QRect(QPoint(left, box.top() + drop), QSize(width, height)))
            left += width + self._gap

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), is_dry=True)
        return self._heights[width]

    def invalidate(self) -> None:
        self._sizes.clear()
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, is_dry=False)

    def sizeHint(self) -> QSize:
        shown = self._shown()
        sizes = [self._size(item)[0] for item in shown]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(shown) - 1)
        height = max((size.height() for size in sizes), default=0)
        return QSize(width, height).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        shown = self._shown()
        sizes = [self._size(item)[1] for item in shown]
        width = max((size.width() for size in sizes), default=0)
        height = max((size.height() for size in sizes), default=0)
        return QSize(width, height).grownBy(self.contentsMargins())
