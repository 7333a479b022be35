"""The card of the step that is open: its head, its rows, and the buttons at its foot."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import style
from ui.style import Size
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.rows import Col, RowList
from ui.widgets.text import Text, Tone


class StepCard(Card):
    """`title` with its pills at the right; rows are put into `body`."""

    def __init__(self, title: str, *pills: QWidget) -> None:
        super().__init__()
        self.title = title
        self.setAccessibleName(title)
        place = QWidget()
        head = Flow(place, gap=2)
        head.add(Text(title, Size.SECTION, is_bold=True), weight=1)
        head.add(*pills)
        self.body.addWidget(place)

    def say(self, words: str, tone: Tone = Tone.QUIET) -> None:
        """A line of text under what is there."""
        self.body.addWidget(Text(words, tone=tone))

    def rows(self, name: str, columns: Sequence[Col], rows: Sequence[Sequence[QWidget | None]]) -> RowList:
        """A list of rows between hairlines."""
        made = RowList(columns, name)
        made.set_rows(rows)
        self.body.addWidget(made)
        return made

    def buttons(self, *buttons: Button, words: str = "") -> None:
        """Buttons in a line, and quiet words after them."""
        if not buttons and not words:
            return
        place = QWidget()
        line = Flow(place, gap=1.25)
        line.add(*buttons)
        if words:
            line.add(Text(words, tone=Tone.QUIET), weight=1)
        self.body.addWidget(place)


def together(*widgets: QWidget, gap: float = 1.0, is_right: bool = False) -> QWidget:
    """Widgets side by side in one cell, on more lines where there is little room."""
    place = QWidget()
    policy = place.sizePolicy()
    policy.setHeightForWidth(True)
    place.setSizePolicy(policy)
    flow = Flow(place, gap=gap, line_gap=0.75, is_right=is_right)
    flow.add(*widgets)
    return place


def stacked(*widgets: QWidget) -> QWidget:
    """Lines that belong together in one cell, under each other."""
    place = QWidget()
    policy = place.sizePolicy()
    policy.setHeightForWidth(True)
    place.setSizePolicy(policy)
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(style.step(0.25))
    for widget in widgets:
        column.addWidget(widget)
    return place


def quiet(words: str, hover: str = "") -> Text:
    """Quiet words that wrap, with the exact time when one points at them."""
    made = Text(words, tone=Tone.QUIET)
    made.setToolTip(hover)
    return made


def label(words: str) -> Text:
    """The quiet name of a row, on one line."""
    return Text(words, tone=Tone.QUIET, may_wrap=False)


def plain(words: str, hover: str = "") -> Text:
    """Words that wrap."""
    made = Text(words)
    made.setToolTip(hover)
    return made
