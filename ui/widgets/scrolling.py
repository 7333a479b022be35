"""Scrolling up and down, never sideways, with a bar that keeps to itself."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget

from ui import palette, style


class SlimBar(QScrollBar):
    """A thin rounded handle without arrows or frame."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(style.step(1.5), style.step(4))

    def paintEvent(self, event: QPaintEvent) -> None:
        width = style.step(0.75)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(palette.current().quiet)
        colour.setAlphaF(0.75 if self.underMouse() or self.isSliderDown() else 0.4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        left = self.width() - width - style.step(0.25)
        top, length = self._handle()
        painter.drawRoundedRect(QRectF(left, top, width, length), width / 2, width / 2)

    def _handle(self) -> tuple[float, float]:
        """Top and length of the handle, in pixels."""
        whole = self.maximum() - self.minimum() + self.pageStep()
        length = max(self.height() * self.pageStep() / max(whole, 1), style.step(3))
        way = self.maximum() - self.minimum()
        share = (self.value() - self.minimum()) / way if way else 0.0
        return share * (self.height() - length), length


class UpDown(QScrollArea):
    """An area that is as wide as its room and scrolls up and down."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(SlimBar(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
