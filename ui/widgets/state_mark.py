"""The painted mark of a state: a shape that says the same as its colour."""

from functools import cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from allvar_desktop.domain.marks import BOX, MARKS, Curve, Line, Move, Shape
from ui import palette, style


@cache
def _path(shape: Shape) -> QPainterPath:
    path = QPainterPath()
    for verb in shape.verbs:
        match verb:
            case Move(x, y):
                path.moveTo(x, y)
            case Line(x, y):
                path.lineTo(x, y)
            case Curve(x1, y1, x2, y2, x, y):
                path.cubicTo(QPointF(x1, y1), QPointF(x2, y2), QPointF(x, y))
            case _:
                path.closeSubpath()
    return path


def paint_mark(painter: QPainter, state: str, box: QRectF, ink: str) -> None:
    """Draw the mark of `state` in `ink`, centred in `box` at its shorter side."""
    side = min(box.width(), box.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.center() - QPointF(side / 2, side / 2))
    painter.scale(side / BOX, side / BOX)
    for shape in MARKS[state]:
        colour = QColor(ink)
        if shape.is_filled:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(colour))
        else:
            pen = QPen(colour, shape.stroke)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_path(shape))
    painter.restore()


class StateMark(QWidget):
    """One mark alone, as high as the text beside it; `words` say the same to a screen reader."""

    def __init__(self, state: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.setAccessibleName(words)
        self.setToolTip(words)

    def sizeHint(self) -> QSize:
        side = style.line_height()
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        inset = self.height() * 0.14
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        paint_mark(QPainter(self), self._state, box, palette.current().states[self._state].ink)
