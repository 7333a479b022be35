"""A state as shape, word and tint in one rounded pill."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import palette, style
from ui.style import Size
from ui.widgets.state_mark import paint_mark


@dataclass(frozen=True, slots=True)
class PillText:
    """What a pill says: the state that gives shape and tint, and the words. `has_mark` False: words only."""

    state: str
    words: str
    has_mark: bool = True


def pill_size(pill: PillText) -> QSize:
    """The room that a painted pill takes."""
    return _size_at(pill, style.theme().points)


@lru_cache(maxsize=256)
def _size_at(pill: PillText, _points: float) -> QSize:
    line = style.line_height(Size.SMALL)
    words = QFontMetricsF(style.font(Size.SMALL)).horizontalAdvance(pill.words)
    mark = line if pill.has_mark else 0
    return QSize(round(words + mark + line * 1.05) + 1, round(line * 1.45))


def paint_pill(painter: QPainter, pill: PillText, box: QRectF) -> None:
    """Draw the pill at the left of `box`, in the middle of its height; long words are cut with dots."""
    colours = palette.current().states[pill.state]
    size = pill_size(pill)
    width = min(float(size.width()), box.width())
    frame = QRectF(box.x(), box.center().y() - size.height() / 2, width, size.height())
    line = style.line_height(Size.SMALL)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.tint))
    painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)
    left = frame.x() + line * 0.5
    if pill.has_mark:
        side = line * 0.62
        paint_mark(painter, pill.state, QRectF(left, frame.center().y() - side / 2, side, side), colours.ink)
        left += line * 0.9
    painter.setPen(QColor(colours.ink))
    painter.setFont(style.font(Size.SMALL))
    room = QRectF(left, frame.y(), frame.right() - left - line * 0.4, frame.height())
    words = painter.fontMetrics().elidedText(pill.words, Qt.TextElideMode.ElideRight, round(room.width()) + 2)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
    painter.restore()


class Pill(QWidget):
    """A pill as a widget; `hover` is the exact time or the longer sentence."""

    def __init__(self, pill: PillText, hover: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._pill = pill
        self.show_pill(pill, hover)

    @property
    def pill(self) -> PillText:
        """What the pill says now."""
        return self._pill

    def show_pill(self, pill: PillText, hover: str = "") -> None:
        """Say something else."""
        self._pill = pill
        self.setAccessibleName(pill.words)
        self.setToolTip(hover or pill.words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return pill_size(self._pill)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(pill_size(self._pill).width(), style.chars(12)), pill_size(self._pill).height())

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_pill(QPainter(self), self._pill, QRectF(self.rect()))
