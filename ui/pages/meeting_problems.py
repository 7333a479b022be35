"""What stands in the way of locking: sentences that lead to where each is mended."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from allvar_desktop.domain.problem import Problem
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.rows import Col, RowList
from ui.widgets.text import Text, Tone


class ProblemPanel(Card):
    """Hidden while there is nothing to mend."""

    chosen = Signal(str)
    """The field of the problem that one wants to mend."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Saknas före låsning")
        self.buttons: list[Button] = []
        self._rows = RowList((Col(grows=True), Col(is_right=True)), "Saknas före låsning")
        body: QVBoxLayout = self.body
        body.addWidget(Text("Det här saknas innan dokumentationen kan låsas.", tone=Tone.WRONG, is_bold=True))
        body.addWidget(self._rows)
        self.hide()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """One line for each, with a button to its section; without any the panel goes away."""
        self.buttons = [self._button(problem) for problem in problems]
        words = [Text(problem.message) for problem in problems]
        self._rows.set_rows(list(zip(words, self.buttons, strict=True)))
        self.setVisible(bool(problems))

    def _button(self, problem: Problem) -> Button:
        made = Button("Gå dit", name=f"Gå dit: {problem.message}")
        made.clicked.connect(lambda: self.chosen.emit(problem.field))
        return made
