"""The list of checks that were made of one paper, each failed one with its remedy."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allvar_desktop.domain.gate import Check, Remedy
from ui import names, style
from ui.style import Size
from ui.widgets.buttons import Button
from ui.widgets.rows import Col, RowList
from ui.widgets.state_mark import StateMark
from ui.widgets.text import Text, Tone


class CheckList(RowList):
    """A row for each check; `on_remedy` is called with the check whose button was pressed."""

    def __init__(self, on_remedy: Callable[[Check], object]) -> None:
        super().__init__((Col(), Col(grows=True)), "Kontroller av brevet")
        self._on_remedy = on_remedy

    def show_checks(self, checks: tuple[Check, ...]) -> None:
        """Failed ones first: they are what there is to do."""
        ordered = sorted(checks, key=lambda check: (check.is_passed, not check.is_blocking))
        self.set_rows([self._row(check) for check in ordered])

    def _row(self, check: Check) -> list[QWidget | None]:
        return [_mark(check), _words(check, self._button(check))]

    def _button(self, check: Check) -> Button | None:
        if check.is_passed or check.remedy is Remedy.NONE:
            return None
        button = Button(check.remedy.text, name=f"{check.remedy.text}: {check.label}")
        button.clicked.connect(lambda: self._on_remedy(check))
        return button


def _mark(check: Check) -> StateMark:
    state = "done_in_time" if check.is_passed else "overdue" if check.is_blocking else "urgent"
    return StateMark(state, "Godkänd" if check.is_passed else "Stoppar" if check.is_blocking else "Varning")


def _words(check: Check, button: Button | None) -> QWidget:
    """The remedy stands under the words: beside them there is no room for it."""
    place = QWidget()
    policy = place.sizePolicy()
    policy.setHeightForWidth(True)
    place.setSizePolicy(policy)
    column = QVBoxLayout(place)
    column.setContentsMargins(0, style.step(0.5), 0, style.step(0.5))
    column.setSpacing(0)
    column.addWidget(Text(check.label))
    if check.detail and not check.is_passed:
        column.addWidget(Text(names.masked(check.detail), Size.SMALL, Tone.QUIET))  # it can say who
    if button is not None:
        column.addSpacing(style.step(0.5))
        column.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
    return place
