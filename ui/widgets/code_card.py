"""The recovery code to look at and copy by hand: large groups with their numbers."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui import style
from ui.style import Size
from ui.widgets.card import Card
from ui.widgets.text import Text, Tone

_IN_A_ROW = 4


class CodeCard(Card):
    """The eight groups of a recovery code, four in a row."""

    def __init__(self, groups: Sequence[str]) -> None:
        super().__init__()
        place = QWidget()
        grid = QGridLayout(place)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(style.step(2))
        grid.setVerticalSpacing(style.step(1.5))
        for number, group in enumerate(groups):
            cell = QWidget()
            column = QVBoxLayout(cell)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(Text(f"Grupp {number + 1}", Size.SMALL, Tone.QUIET))
            code = Text(group, Size.TITLE, is_bold=True, may_wrap=False, is_tabular=True)
            column.addWidget(code)
            grid.addWidget(cell, number // _IN_A_ROW, number % _IN_A_ROW)
        self.body.addWidget(place)
        self.setAccessibleName("Återställningskod: " + " ".join(groups))
