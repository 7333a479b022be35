"""A list of steps or sections at the left: done, open, still empty."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ui import palette, style
from ui.style import Size
from ui.widgets.state_mark import paint_mark
from ui.widgets.text import Run, Tone, paint_runs, runs_height


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its key, words, a quiet line under them, and `state`: done, next, missing or lapsed.

    With an empty `state` it has no mark: a part that is no step of the way.
    """

    key: str
    words: str
    detail: str = ""
    state: str = "missing"


_SPOKEN = {"done": "klart", "next": "nästa steg", "missing": "återstår", "lapsed": "utgår"}
_MARKS = {"done": "done_in_time", "missing": "plenty", "lapsed": "lapsed"}


class StepButton(QAbstractButton):
    """One step of a path."""

    def __init__(self, step: Step) -> None:
        super().__init__()
        self.step = step
        self.is_open = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        spoken = ", ".join(part for part in (step.words, _SPOKEN.get(step.state, ""), step.detail) if part)
        self.setText(step.words)
        self.setAccessibleName(spoken)

    def _runs(self) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
        first = (Run(self.step.words, is_bold=self.is_open),)
        second = (Run(self.step.detail, tone=Tone.QUIET, size=Size.SMALL),) if self.step.detail else ()
        return first, second

    def _left(self) -> int:
        return style.step(2.5) + style.line_height()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = width - self._left() - style.step(1)
        return sum(runs_height(runs, room) for runs in self._runs() if runs) + style.step(2)

    def sizeHint(self) -> QSize:
        width = style.chars(34)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(style.chars(18), self.heightForWidth(style.chars(18)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = palette.current()
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QColor(colours.accent) if self.hasFocus() else Qt.PenStyle.NoPen)
        is_tinted = self.is_open or self.underMouse()
        tint = colours.states["within_day"].tint if self.is_open else colours.pressed
        painter.setBrush(QColor(tint) if is_tinted else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, style.step(0.6), style.step(0.6))
        line, top = style.line_height(), style.step(1)
        side = line * 0.75
        box = QRectF(style.step(1.25), top + (line - side) / 2, side, side)
        if self.step.state == "next":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawEllipse(box.center(), side * 0.24, side * 0.24)
        elif self.step.state:
            mark = _MARKS[self.step.state]
            ink = colours.states[mark].ink
            paint_mark(painter, mark, box, ink)
        room = self.width() - self._left() - style.step(1)
        for runs in self._runs():
            if runs:
                height = runs_height(runs, room)
                paint_runs(painter, runs, QRectF(self._left(), top, room, height), may_wrap=True)
                top += round(height)


class PathList(QWidget):
    """The steps under each other; up and down move between them."""

    chosen = Signal(str)
    """A step was chosen, by its key."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(style.step(0.25))
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._buttons: list[StepButton] = []

    def set_steps(self, steps: Sequence[Step], open_key: str = "") -> None:
        """Show these steps, with one of them open; the focus stays on the step it was on."""
        focused = next((button.step.key for button in self._buttons if button.hasFocus()), "")
        for old in self._buttons:
            old.hide()
            old.deleteLater()
        self._buttons = []
        for step in steps:
            button = StepButton(step)
            button.is_open = step.key == open_key
            button.clicked.connect(lambda _=False, key=step.key: self.chosen.emit(key))
            self._column.addWidget(button)
            self._buttons.append(button)
            if step.key == focused:
                button.show()  # nothing hidden takes the focus
                button.setFocus()

    def open_step(self, key: str) -> None:
        """Mark another step as the open one."""
        for button in self._buttons:
            button.is_open = button.step.key == key
            button.updateGeometry()
            button.update()

    def buttons(self) -> tuple[StepButton, ...]:
        """The steps in order."""
        return tuple(self._buttons)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = moves.get(Qt.Key(event.key()))
        at = next((i for i, button in enumerate(self._buttons) if button.hasFocus()), None)
        if step is None or at is None:
            super().keyPressEvent(event)
            return
        self._buttons[(at + step) % len(self._buttons)].setFocus()
