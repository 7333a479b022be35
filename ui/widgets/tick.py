"""A tick box that grows with the text."""

from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from ui import palette, style


class Tick(QCheckBox):
    """A tick box that grows with the text."""

    value_changed = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(lambda _: self.value_changed.emit())

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.isChecked()

    def set_value(self, is_ticked: bool) -> None:
        """Tick or clear it."""
        self.setChecked(is_ticked)

    def set_wrong(self, is_wrong: bool) -> None:
        """A tick box has no edge to redden; the sentence under it says it."""

    def sizeHint(self) -> QSize:
        line = style.line_height()
        width = line + style.step(1.5) + self.fontMetrics().horizontalAdvance(self.text())
        return QSize(width + 4, line + style.step(1))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: Any) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = palette.current()
        side = style.line_height() * 0.9
        box = QRectF(2, (self.height() - side) / 2, side, side)
        edge = colours.accent if self.hasFocus() or self.isChecked() else colours.quiet
        painter.setPen(QPen(QColor(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(colours.accent if self.isChecked() else colours.surface))
        painter.drawRoundedRect(box, style.step(0.4), style.step(0.4))
        if self.isChecked():
            from ui.widgets.state_mark import paint_mark

            inset = side * 0.14
            mark = box.adjusted(inset, inset, -inset, -inset)
            paint_mark(painter, "done_in_time", mark, colours.on_accent)
        painter.setPen(QColor(colours.text))
        room = QRectF(self.rect()).adjusted(side + style.step(1.5), 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
