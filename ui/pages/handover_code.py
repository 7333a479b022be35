"""The recovery code: shown once, printed, and typed back in part, so that it is known to be on paper."""

from random import SystemRandom

from PySide6.QtCore import Signal

from allvar_desktop.clock import Clock
from allvar_desktop.domain.problem import Problem
from allvar_desktop.domain.recovery_code import RecoveryCode
from allvar_desktop.domain.settings import UnitSettings
from ui import printing
from ui.pages.start_page import StartPage
from ui.widgets.buttons import Button, primary
from ui.widgets.code_card import CodeCard
from ui.widgets.form import HELP_PROPERTY, Form
from ui.widgets.text_fields import TextField

_GROUPS_ASKED = 2


class CodePage(StartPage):
    """Goes on when two groups have been typed back from the paper."""

    checked = Signal()

    def __init__(
        self, title: str, code: RecoveryCode, settings: UnitSettings, clock: Clock, go_on: str
    ) -> None:
        super().__init__(
            title,
            "Koden öppnar registret om ett lösenord är glömt. Den visas bara nu. Skriv ut den, lägg den i "
            "ett förseglat kuvert i ett låst skåp, och skriv av två av grupperna här från papperet.",
        )
        self._code = code
        self._settings = settings
        self._clock = clock
        self.body.addWidget(CodeCard(code.groups))
        self.print_button = Button("Skriv ut koden", icon="printer")
        self.print_button.clicked.connect(self._print)
        self.form = Form(self)
        self.asked = sorted(SystemRandom().sample(range(len(code.groups)), _GROUPS_ASKED))
        self.body.addWidget(self.print_button)
        for number in self.asked:
            row = self.form.row(f"group{number}", f"Skriv av grupp {number + 1}", TextField(8, 10))
            row.field.setProperty(HELP_PROPERTY, "group")
            self.body.addWidget(row)
        self.go_button = primary(go_on)
        self.go_button.clicked.connect(self.go_on)
        self.buttons.add(self.go_button)

    def go_on(self) -> None:
        """On, when the groups are right."""
        typed = {number: self.form.rows[f"group{number}"].as_field.value() for number in self.asked}
        wrong = [number for number in self.asked if not self._code.has_groups({number: typed[number]})]
        self.form.show_problems(
            Problem(f"group{number}", "Det stämmer inte med koden. Läs av papperet igen.") for number in wrong
        )
        if not wrong:
            self.checked.emit()

    def focus_first(self) -> None:
        """To the print button: paper first."""
        self.print_button.setFocus()

    def _print(self) -> None:
        from allvar_desktop.services.recovery_sheets import recovery_sheet

        self.attempt(lambda: printing.print_pdf(recovery_sheet(self._settings, self._code, self._clock)))
