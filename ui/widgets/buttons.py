"""The three kinds of button. A page has one filled one: the next step."""

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui import icons, palette, style
from ui.style import Size


class Kind(Enum):
    """How much a button asks for attention."""

    PRIMARY = "primary"
    PLAIN = "plain"
    LINK = "link"
    CHOICE = "choice"


class Button(QPushButton):
    """A button with its shortcut written small beside the words."""

    def __init__(
        self,
        text: str,
        kind: Kind = Kind.PLAIN,
        *,
        icon: str = "",
        hint: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kind = kind
        self._icon = icon
        self._hint = hint
        self.is_folded = False
        self._measured: tuple[str, str, str, float] | None = None
        self._wanted = QSize()
        self.setAccessibleName(name or text)
        self.setToolTip(hint and f"{text} ({hint})")
        self.setCheckable(kind is Kind.CHOICE)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def kind(self) -> Kind:
        """How the button looks."""
        return self._kind

    def set_words(self, text: str, *, icon: str | None = None, hint: str | None = None) -> None:
        """Other words (and icon, and shortcut) on the same button."""
        self.setText(text)
        self.setAccessibleName(text)
        self._icon = self._icon if icon is None else icon
        self._hint = self._hint if hint is None else hint
        self.setToolTip(self._hint and f"{text} ({self._hint})")
        self.updateGeometry()
        self.update()

    def set_folded(self, is_folded: bool) -> None:
        """Show the icon alone, with the words as tooltip, where there is no room."""
        if is_folded != self.is_folded:
            self.is_folded = is_folded
            self.setToolTip(self.text() if is_folded else "")
            self.updateGeometry()
            self.update()

    def _padding(self) -> int:
        return style.step(1 if self._kind is Kind.LINK else 1.75)

    def _parts(self) -> tuple[str, str]:
        return ("", "") if self.is_folded else (self.text(), self._hint)

    def _ink(self) -> tuple[str, str]:
        colours = palette.current()
        if not self.isEnabled():
            return colours.quiet, colours.quiet
        if self._kind is Kind.PRIMARY:
            return colours.on_accent, colours.on_accent
        if self._kind is Kind.LINK or (self._kind is Kind.CHOICE and self.isChecked()):
            return colours.accent, colours.accent
        return colours.text, colours.quiet

    def _paint_frame(self, painter: QPainter) -> None:
        colours = palette.current()
        fill, edge = colours.surface, colours.hairline
        if self._kind is Kind.PRIMARY and self.isEnabled():
            fill = edge = colours.accent
        elif self._kind is Kind.CHOICE and self.isChecked():
            edge = colours.accent
        if self._kind is not Kind.PRIMARY and (self.underMouse() or self.isDown()) and self.isEnabled():
            fill = colours.pressed
        frame = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        radius = style.step(0.6)
        if self._kind is not Kind.LINK or self.underMouse():
            painter.setPen(QPen(QColor(edge), 1))
            painter.setBrush(QColor(fill))
            painter.drawRoundedRect(frame, radius, radius)
        if self._kind is Kind.CHOICE and self.isChecked():
            # What is chosen is never told by colour alone; the focus has a ring, this a bar.
            thick, side = style.step(0.375), self._padding()
            bar = QRectF(side, self.height() - 1.5 - thick, self.width() - 2 * side, thick)
            painter.fillRect(bar, QColor(colours.accent))
        if self.hasFocus():
            ring = colours.text if self._kind is Kind.PRIMARY else colours.accent
            painter.setPen(QPen(QColor(ring), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame.adjusted(-0.5, -0.5, 0.5, 0.5), radius, radius)

    def sizeHint(self) -> QSize:
        key = (*self._parts(), self._icon, style.theme().points)
        if key != self._measured:
            self._measured, self._wanted = key, self._measure()
        return self._wanted

    def _measure(self) -> QSize:
        words, hint = self._parts()
        width = float(self._padding() * 2)
        gap = style.step(1)
        pieces = [
            QFontMetricsF(style.font()).horizontalAdvance(words) if words else 0.0,
            QFontMetricsF(style.font(Size.SMALL)).horizontalAdvance(hint) if hint else 0.0,
            float(style.line_height()) if self._icon else 0.0,
        ]
        shown = [piece for piece in pieces if piece]
        width += sum(shown) + gap * max(0, len(shown) - 1)
        return QSize(round(width) + 2, round(style.line_height() + style.step(1.875)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter)
        ink, hint_ink = self._ink()
        words, hint = self._parts()
        metrics = QFontMetricsF(style.font())
        base = (self.height() + metrics.ascent() - metrics.descent()) / 2
        left = float(self._padding()) + 1
        if self._icon:
            side = style.line_height() * 0.95
            icons.paint(painter, self._icon, ink, QRectF(left, (self.height() - side) / 2, side, side))
            left += style.line_height() + style.step(1)
        for text, colour, font in ((words, ink, style.font()), (hint, hint_ink, style.font(Size.SMALL))):
            if not text:
                continue
            painter.setFont(font)
            painter.setPen(QColor(colour))
            painter.drawText(QPointF(left, base), text)
            left += QFontMetricsF(font).horizontalAdvance(text) + style.step(1)


def primary(text: str, *, icon: str = "", hint: str = "") -> Button:
    """The page's one filled button."""
    return Button(text, Kind.PRIMARY, icon=icon, hint=hint)


def link(text: str, *, name: str = "") -> Button:
    """A button that looks like a link."""
    return Button(text, Kind.LINK, name=name)
