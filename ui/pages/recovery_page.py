"""*Glömt lösenordet*: the recovery code opens the register and makes a new password possible."""

from typing import Any

from PySide6.QtCore import Signal

from allvar_desktop.clock import Clock
from allvar_desktop.domain.ids import AccountId
from allvar_desktop.domain.problem import Problem
from allvar_desktop.domain.recovery_code import parse_recovery_code
from allvar_desktop.services.locked_registers import LockedRegister
from ui.key_work import KeyWork
from ui.pages.start_page import StartPage
from ui.widgets.buttons import Button, link, primary
from ui.widgets.choices import ChoiceField
from ui.widgets.form import Form
from ui.widgets.password_field import PasswordField
from ui.widgets.text import Tone
from ui.widgets.text_fields import TextField


class RecoveryPage(StartPage):
    """Account, code and new password."""

    recovered = Signal(object, object)
    """The session, and the new recovery code, to be shown now: the one that was typed is used up."""
    went_back = Signal()

    def __init__(self, facts: LockedRegister, clock: Clock, key_work: KeyWork | None = None) -> None:
        super().__init__(
            "Glömt lösenordet",
            "Ta fram återställningskoden ur det låsta skåpet. Med den väljer du ett nytt lösenord, "
            "och sedan får du en ny kod i stället för den gamla.",
        )
        self._facts = facts
        self._clock = clock
        self._key_work = key_work or KeyWork()
        self.form = Form(self)
        who = ChoiceField([(account.account_id, account.name) for account in facts.accounts])
        self.body.addWidget(self.form.row("who", "Vem är du?", who))
        self.body.addWidget(
            self.form.row("code", "Återställningskod", TextField(120, 48), "Åtta grupper med fem tecken.")
        )
        self.password = PasswordField()
        self.body.addWidget(self.form.row("password", "Nytt lösenord", self.password, "Minst 15 tecken."))
        self.body.addWidget(self.form.row("again", "Lösenordet en gång till", PasswordField()))
        self.offer_button = Button("Föreslå en lösenordsfras", icon="refresh-cw")
        self.offer_button.clicked.connect(self._offer)
        self.body.addWidget(self.offer_button)
        self.go_button = primary("Lås upp med koden")
        self.go_button.clicked.connect(self.go_on)
        back = link("Tillbaka")
        back.clicked.connect(self.went_back)
        self.buttons.add(self.go_button, back)

    def focus_first(self) -> None:
        """To the accounts."""
        self.form.rows["who"].field.setFocus()

    def go_on(self) -> None:
        """Try the code."""
        from allvar_desktop.domain.password import check_password

        values = self.form.values()
        code, problems = parse_recovery_code(values["code"])
        problems = [Problem("code", problem.message) for problem in problems]
        if values["who"] is None:
            problems.insert(0, Problem("who", "Välj vem du är."))
        problems += check_password(values["password"])
        if values["password"] != values["again"]:
            problems.append(Problem("again", "Lösenorden är inte lika. Skriv dem en gång till."))
        self.form.show_problems(problems)
        if problems or code is None:
            return
        account_id = AccountId(values["who"])
        self.in_thread(
            "Prövar koden. Det tar några sekunder …",
            lambda: self._key_work.recovery(self._facts.folder, code, values["password"], self._clock),
            lambda recovery: self._open(account_id, recovery),
        )

    def _open(self, account_id: AccountId, recovery: Any) -> None:
        from allvar_desktop.services.registers import sign_in_with_recovery

        session = sign_in_with_recovery(self._facts.folder, account_id, recovery, self._clock)
        self.recovered.emit(session, recovery.new.code)

    def _offer(self) -> None:
        from allvar_desktop.domain.password import make_passphrase, shipped_words

        words = make_passphrase(shipped_words())
        self.password.show_tick.set_value(True)
        self.form.set_values({"password": words, "again": words})
        self.say("Skriv av frasen och förvara den så att ingen annan ser den, tills du kan den.", Tone.QUIET)
