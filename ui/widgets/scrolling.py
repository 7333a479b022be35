"""Scrolling up and down, never sideways, with a bar that keeps to itself."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QStyle, QStyleOptionSlider, QWidget

from ui import palette, style


class SlimBar(QScrollBar):
    """A thin rounded handle without arrows or frame."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(style.step(1.5), style.step(4))

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ScrollBarSlider
        handle = QRectF(self.style().subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, part, self))
        width = style.step(0.75)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(palette.current().quiet)
        colour.setAlphaF(0.75 if self.underMouse() or self.isSliderDown() else 0.4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        left = self.width() - width - style.step(0.25)
        painter.drawRoundedRect(QRectF(left, handle.y(), width, handle.height()), width / 2, width / 2)


class UpDown(QScrollArea):
    """An area that is as wide as its room and scrolls up and down."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(SlimBar(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
