"""The frame that every field has: a thin edge, the accent with the focus, red when something is wrong."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QWidget

from ui import palette, style


def paint_frame(widget: QWidget, painter: QPainter, *, is_focused: bool, is_wrong: bool) -> None:
    """Draw edge and ground of a field over the whole of `widget`."""
    colours = palette.current()
    edge, width = colours.hairline, 1.0
    if is_wrong:
        edge, width = colours.states["overdue"].ink, 1.5
    if is_focused:
        edge, width = (edge if is_wrong else colours.accent), 2.0
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(edge), width))
    painter.setBrush(QColor(colours.surface if widget.isEnabled() else colours.ground))
    inset = width / 2 + 0.5
    radius = style.step(0.6)
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)


def clear_ground(widget: QWidget) -> None:
    """Keep Qt from painting the field's own ground over the frame."""
    see_through = QPalette()
    see_through.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
    widget.setPalette(see_through)


def field_height() -> int:
    """The height of a field of one line: the same as a button's."""
    return round(style.line_height() + style.step(1.875))
