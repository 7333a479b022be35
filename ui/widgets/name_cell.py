"""A name with what stands beside it, and a shield where somebody in the family is protected."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import icons, palette, style
from ui.widgets.text import Run, RunText

PROTECTED = "Skyddade uppgifter i familjen"


class NameCell(RunText):
    """A line of runs that ends with the shield."""

    def __init__(self, *runs: Run, is_protected: bool, parent: QWidget | None = None) -> None:
        self._is_protected = is_protected
        super().__init__(*runs, parent=parent)
        if is_protected:
            self.setAccessibleName(f"{self.accessibleName()}. {PROTECTED}")
            self.setToolTip(PROTECTED)

    def _room(self) -> int:
        return style.line_height() + style.step(0.5) if self._is_protected else 0

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(self._room(), 0)

    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(max(1, width - self._room()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._is_protected:
            side = style.line_height() * 0.9
            left = min(super().sizeHint().width() + style.step(0.5), self.width() - side)
            box = QRectF(left, (self.height() - side) / 2, side, side)
            icons.paint(QPainter(self), "shield", palette.current().text, box)
