"""The striped band across the window of the practice register."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import palette, style
from ui.style import Size

WORD = "ÖVNING"


class PracticeBand(QWidget):
    """ÖVNING, over slanting stripes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Övningsregister: påhittade personer")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(0, round(style.line_height(Size.SMALL) * 1.35))

    def paintEvent(self, event: QPaintEvent) -> None:
        pair = palette.current().states["urgent"]
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(pair.tint))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stripe = QColor(pair.ink)
        stripe.setAlphaF(0.28)
        painter.setPen(QPen(stripe, style.step(0.75)))
        for left in range(-self.height(), self.width() + self.height(), style.step(2.5)):
            painter.drawLine(QPointF(left, self.height()), QPointF(left + self.height(), 0))
        painter.setFont(style.font(Size.SMALL, is_bold=True))
        width = painter.fontMetrics().horizontalAdvance(WORD) + style.step(4)
        box = self.rect().adjusted((self.width() - width) // 2, 0, -(self.width() - width) // 2, 0)
        painter.fillRect(box, QColor(pair.tint))
        painter.setPen(QColor(pair.ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, WORD)
