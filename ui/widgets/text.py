"""Text on a page: plain labels in the stated sizes, and lines that mix bold, plain and quiet words.

Nothing here reads HTML: what people typed is always shown as the characters they typed.
"""

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import palette, style
from ui.style import Size

if TYPE_CHECKING:
    from PySide6.QtGui import QTextLayout


class Tone(Enum):
    """The colour of a text, as the palette role that carries it."""

    PLAIN = QPalette.ColorRole.WindowText
    QUIET = QPalette.ColorRole.PlaceholderText
    ACCENT = QPalette.ColorRole.Link
    WRONG = QPalette.ColorRole.BrightText


class Text(QLabel):
    """A plain label that wraps."""

    def __init__(
        self,
        text: str = "",
        size: Size = Size.TEXT,
        tone: Tone = Tone.PLAIN,
        *,
        is_bold: bool = False,
        may_wrap: bool = True,
        is_tabular: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(style.font(size, is_bold=is_bold, is_tabular=is_tabular))
        self.setForegroundRole(tone.value)
        self.setWordWrap(may_wrap)
        if not may_wrap:
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def set_tone(self, tone: Tone) -> None:
        """Show the text in another colour."""
        self.setForegroundRole(tone.value)

    def _one_line(self) -> int:
        metrics = self.fontMetrics()
        return max((metrics.horizontalAdvance(line) for line in self.text().split("\n")), default=0) + 2

    def sizeHint(self) -> QSize:
        # Qt makes a wrapping label about square; ours wants one line while there is room for it.
        if not self.wordWrap():
            return super().sizeHint()
        width = min(self._one_line(), style.chars(100))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        if not self.wordWrap():
            return super().minimumSizeHint()
        width = min(self._one_line(), style.chars(12))
        return QSize(width, self.fontMetrics().height())


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one look."""

    text: str
    is_bold: bool = False
    tone: Tone = Tone.PLAIN
    size: Size = Size.TEXT


def bold(text: str) -> Run:
    """A bold stretch."""
    return Run(text, is_bold=True)


def quiet(text: str) -> Run:
    """A quiet stretch."""
    return Run(text, tone=Tone.QUIET)


def plain(text: str) -> Run:
    """A plain stretch."""
    return Run(text)


def _colour(tone: Tone) -> QColor:
    colours = palette.current()
    match tone:
        case Tone.QUIET:
            return QColor(colours.quiet)
        case Tone.ACCENT:
            return QColor(colours.accent)
        case Tone.WRONG:
            return QColor(colours.states["overdue"].ink)
        case _:
            return QColor(colours.text)


def lay_out(runs: tuple[Run, ...], width: float, *, may_wrap: bool = True) -> "tuple[QTextLayout, float]":
    """The runs as a text layout within `width` pixels, and its height. Without wrapping it is one line."""
    # Not at the top: these classes cost the unlock page, which lays out no runs, ten milliseconds.
    from PySide6.QtGui import QTextCharFormat, QTextLayout, QTextOption

    layout = QTextLayout("".join(run.text for run in runs), style.font())
    option = QTextOption()
    wrap = QTextOption.WrapMode
    option.setWrapMode(wrap.WrapAtWordBoundaryOrAnywhere if may_wrap else wrap.NoWrap)
    layout.setTextOption(option)
    formats, start = [], 0
    for run in runs:
        look = QTextCharFormat()
        look.setForeground(_colour(run.tone))
        look.setFontWeight(QFont.Weight.Bold if run.is_bold else QFont.Weight.Normal)
        look.setFontPointSize(style.font(run.size).pointSizeF())
        piece = QTextLayout.FormatRange()
        piece.start, piece.length, piece.format = start, _utf16_length(run.text), look
        formats.append(piece)
        start += piece.length
    layout.setFormats(formats)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1.0) if may_wrap else 1e6)
        line.setPosition(QPointF(0, height))
        height += line.height() + line.leading()
    layout.endLayout()
    return layout, height


def natural_width(runs: tuple[Run, ...]) -> int:
    """Pixels that the runs take on one line."""
    layout, _ = lay_out(runs, 1e6, may_wrap=False)
    return round(layout.lineAt(0).naturalTextWidth()) + 1 if layout.lineCount() else 0


def paint_runs(painter: QPainter, runs: tuple[Run, ...], box: QRectF, *, may_wrap: bool = False) -> None:
    """Draw the runs in `box`, in the middle of its height; without wrapping they end at its right edge."""
    layout, height = lay_out(runs, box.width(), may_wrap=may_wrap)
    painter.save()
    painter.setClipRect(box)
    top = box.y() + max(0.0, (box.height() - height) / 2)
    layout.draw(painter, QPointF(box.x(), top))
    painter.restore()


def _utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


class RunText(QWidget):
    """A line of mixed runs that wraps when there is no room."""

    def __init__(self, *runs: Run, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._runs: tuple[Run, ...] = ()
        self.set_runs(*runs)

    def set_runs(self, *runs: Run) -> None:
        """Show other runs."""
        self._runs = runs
        self.setAccessibleName("".join(run.text for run in runs))
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The words without their looks."""
        return "".join(run.text for run in self._runs)

    def sizeHint(self) -> QSize:
        return QSize(natural_width(self._runs), self.heightForWidth(10**6))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(natural_width(self._runs), style.chars(12)), style.line_height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(lay_out(self._runs, width)[1]) + 1

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_runs(QPainter(self), self._runs, QRectF(self.rect()), may_wrap=True)
