"""The navigation at the left: pages with their counts; icons alone where there is little room."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ui import icons, palette, style
from ui.navigation import PageEntry


class NavButton(QAbstractButton):
    """One page of the navigation."""

    def __init__(self, entry: PageEntry, hint: str) -> None:
        super().__init__()
        self.entry = entry
        self._hint = hint
        self._count: int | None = None
        self.is_folded = False
        self.setText(entry.title)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_count(None)

    def show_count(self, count: int | None) -> None:
        """Show a number after the name."""
        self._count = count
        self.setAccessibleName(self.entry.title if count is None else f"{self.entry.title}, {count}")
        self.setToolTip(f"{self.accessibleName()} ({self._hint})")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        line = style.line_height()
        height = round(line + style.step(2.5))
        if self.is_folded:
            return QSize(line + style.step(4), height)
        words = self.fontMetrics().horizontalAdvance(self.text() + "  0000") * 1.1
        return QSize(round(words) + line + style.step(6), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = palette.current()
        line = style.line_height()
        box = QRectF(self.rect())
        if self.isChecked() or self.underMouse():
            painter.fillRect(box, QColor(colours.surface))
        if self.isChecked():
            painter.fillRect(QRectF(0, 0, 3, box.height()), QColor(colours.accent))
        if self.hasFocus():
            painter.setPen(QColor(colours.accent))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        left = style.step(2) if self.is_folded else style.step(2.5)
        icon = QRectF(left, (box.height() - line * 0.9) / 2, line * 0.9, line * 0.9)
        icons.paint(painter, self.entry.icon, colours.text, icon)
        if self.is_folded:
            return
        painter.setFont(style.font(is_bold=self.isChecked(), is_tabular=True))
        words = box.adjusted(icon.right() + style.step(1.5), 0, -style.step(2), 0)
        painter.setPen(QColor(colours.text))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignLeft, self.text())
        if self._count is not None:
            painter.setPen(QColor(colours.quiet))
            painter.drawText(words, middle | Qt.AlignmentFlag.AlignRight, str(self._count))


class NavBar(QWidget):
    """The column of pages."""

    opened = Signal(str)
    """A page was asked for, by its key."""

    def __init__(self, entries: Sequence[tuple[PageEntry, str]]) -> None:
        super().__init__()
        self.setAccessibleName("Sidor")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, style.step(1.75), 1, 0)
        column.setSpacing(0)
        self._buttons: dict[str, NavButton] = {}
        for entry, hint in entries:
            button = NavButton(entry, hint)
            button.clicked.connect(lambda _=False, key=entry.key: self._open(key))
            column.addWidget(button)
            self._buttons[entry.key] = button
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def buttons(self) -> tuple[NavButton, ...]:
        """The pages in order."""
        return tuple(self._buttons.values())

    def light(self, key: str) -> None:
        """Show which page one is on; an unknown key lights none."""
        for name, button in self._buttons.items():
            button.setChecked(name == key)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show these numbers; a page that is not among them keeps its own."""
        for key, count in counts.items():
            if key in self._buttons:
                self._buttons[key].show_count(count)

    def set_folded(self, is_folded: bool) -> None:
        """Show icons alone, or icons and names."""
        for button in self._buttons.values():
            button.is_folded = is_folded
            button.updateGeometry()
            button.update()

    def _open(self, key: str) -> None:
        # A page that will not be left keeps its light; the window lights the new one when it has come.
        self._buttons[key].setChecked(not self._buttons[key].isChecked())
        self.opened.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = moves.get(Qt.Key(event.key()))
        buttons = self.buttons()
        at = next((i for i, button in enumerate(buttons) if button.hasFocus()), None)
        if step is None or at is None:
            super().keyPressEvent(event)
            return
        buttons[(at + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = palette.current()
        painter.fillRect(self.rect(), QColor(colours.navigation))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), QColor(colours.hairline))
