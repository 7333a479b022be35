"""The recovery code to look at and copy by hand: large groups with their numbers."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import style
from ui.style import Size
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.text import Text, Tone


class CodeCard(Card):
    """The eight groups of a recovery code, four in a row."""

    def __init__(self, groups: Sequence[str]) -> None:
        super().__init__()
        place = QWidget()
        flow = Flow(place, gap=3, line_gap=1.5)
        for number, group in enumerate(groups, start=1):
            cell = QWidget()
            column = QVBoxLayout(cell)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(Text(f"Grupp {number}", Size.SMALL, Tone.QUIET))
            code = Text(group, Size.TITLE, is_bold=True, may_wrap=False, is_tabular=True)
            code.setMinimumWidth(style.chars(8))
            column.addWidget(code)
            flow.add(cell)
        self.body.addWidget(place)
        self.setAccessibleName("Återställningskod: " + " ".join(groups))
