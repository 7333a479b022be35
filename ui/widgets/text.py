"""Text on a page: plain labels in the stated sizes, and lines that mix bold, plain and quiet words.

Nothing here reads HTML: what people typed is always shown as the characters they typed.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import palette, style
from ui.style import Size

_ONE_LINE = 1e9
_PIECES = re.compile(r"\s*\S+|\s+")
"""A word with the blanks before it."""
_BLANKS = str.maketrans("\n\r\t", "   ")


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


class _Stretch(NamedTuple):
    """Part of a run on one line."""

    left: float
    line: int
    run: Run
    words: str


class _Flowed(NamedTuple):
    """Runs broken into lines. Made by hand, as QTextLayout takes ten times as long for a row of words."""

    stretches: tuple[_Stretch, ...]
    lines: int
    line_height: int

    @property
    def height(self) -> int:
        return self.lines * self.line_height


@lru_cache(maxsize=64)
def _sized_look(size: Size, is_bold: bool, _points: float) -> tuple[QFont, QFontMetricsF]:
    font = style.font(size, is_bold=is_bold)
    return font, QFontMetricsF(font)


def _look(run: Run) -> tuple[QFont, QFontMetricsF]:
    return _sized_look(run.size, run.is_bold, style.theme().points)


def _advance(run: Run, words: str) -> float:
    return _look(run)[1].horizontalAdvance(words.translate(_BLANKS))


def _words(runs: tuple[Run, ...]) -> list[list[tuple[Run, str]]]:
    """What must stay together: each word with the blanks before it, also where its look changes inside it."""
    words: list[list[tuple[Run, str]]] = []
    for run in runs:
        for piece in _PIECES.findall(run.text):
            goes_on = bool(words) and not piece[0].isspace() and not words[-1][-1][1][-1].isspace()
            if not goes_on:
                words.append([])
            words[-1].append((run, piece))
    return words


def _cut(run: Run, word: str, width: float) -> Iterator[str]:
    """The word; what is longer than a line in pieces that are not."""
    most = max(1, int(width))  # letters are wider than a pixel: not all of a long word need be measured
    while len(word) > most or (len(word) > 1 and _advance(run, word) > width):
        counts = range(2, min(len(word), most) + 1)
        fitting = bisect_right(counts, width, key=lambda count: _advance(run, word[:count])) + 1
        yield word[:fitting]
        word = word[fitting:]
    yield word


@lru_cache(maxsize=2048)
def _flow(runs: tuple[Run, ...], width: float, points: float) -> _Flowed:
    height = max((style.line_height(run.size) for run in runs), default=0)
    ends = _ends(runs, points)
    if not ends or ends[-1] <= width:
        lefts = (0.0, *ends[:-1])
        stretches = tuple(_Stretch(left, 0, run, run.text) for left, run in zip(lefts, runs, strict=False))
        return _Flowed(stretches, 1 if runs else 0, height)
    stretches = tuple(_broken(runs, width))
    return _Flowed(stretches, stretches[-1].line + 1, height)


@lru_cache(maxsize=2048)
def _ends(runs: tuple[Run, ...], _points: float) -> tuple[float, ...]:
    """Where each of the runs ends on one line."""
    return tuple(accumulate(_advance(run, run.text) for run in runs))


def _broken(runs: tuple[Run, ...], width: float) -> list[_Stretch]:
    stretches: list[_Stretch] = []
    left, line = 0.0, 0
    for word in _words(runs):
        if left and left + sum(_advance(run, piece) for run, piece in word) > width:
            left, line = 0.0, line + 1
            word[0] = word[0][0], word[0][1].lstrip()
        for run, text in word:
            for piece in _cut(run, text, width):
                wide = _advance(run, piece)
                if left and left + wide > width:
                    left, line = 0.0, line + 1
                _put(stretches, _Stretch(left, line, run, piece))
                left += wide
    return stretches


def _put(stretches: list[_Stretch], new: _Stretch) -> None:
    """Add a stretch, joined to the one before where it only goes on."""
    if stretches and (stretches[-1].run, stretches[-1].line) == (new.run, new.line):
        before = stretches.pop()
        new = _Stretch(before.left, before.line, before.run, before.words + new.words)
    stretches.append(new)


def _flowed(runs: tuple[Run, ...], width: float) -> _Flowed:
    return _flow(runs, max(width, 1.0), style.theme().points)


def runs_height(runs: tuple[Run, ...], width: float) -> int:
    """Pixels that the runs take in lines of that width."""
    return _flowed(runs, width).height


def natural_width(runs: tuple[Run, ...]) -> int:
    """Pixels that the runs take on one line."""
    ends = _ends(runs, style.theme().points)
    return round(ends[-1]) + 1 if ends else 0


def paint_runs(painter: QPainter, runs: tuple[Run, ...], box: QRectF, *, may_wrap: bool = False) -> None:
    """Draw the runs in `box`, in the middle of its height; without wrapping they end at its right edge."""
    flowed = _flowed(runs, box.width() if may_wrap else _ONE_LINE)
    base = max((_look(run)[1].ascent() for run in runs), default=0.0)
    top = box.y() + max(0.0, (box.height() - flowed.height) / 2)
    painter.save()
    painter.setClipRect(box)
    for stretch in flowed.stretches:
        painter.setFont(_look(stretch.run)[0])
        painter.setPen(_colour(stretch.run.tone))
        place = QPointF(box.x() + stretch.left, top + stretch.line * flowed.line_height + base)
        painter.drawText(place, stretch.words.translate(_BLANKS))
    painter.restore()


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
        return runs_height(self._runs, width) + 1

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_runs(QPainter(self), self._runs, QRectF(self.rect()), may_wrap=True)
