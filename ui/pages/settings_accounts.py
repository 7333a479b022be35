"""*Inställningar*, accounts: who may sign in, and as what; and one's own password."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from allvar_desktop.domain.account import Account
from allvar_desktop.domain.settings import UnitSettings
from ui.pages.settings_section import SettingsSection
from ui.widgets.buttons import Button
from ui.widgets.rows import Col, RowList
from ui.widgets.text import Text, Tone


class AccountsSection(SettingsSection):
    """Every account with its roles; the page asks the questions."""

    add_requested = Signal()
    change_requested = Signal(int)
    password_requested = Signal()

    def __init__(self) -> None:
        super().__init__(
            "Konton",
            "Var och en har ett eget konto och lösenord. Administratören ensam ser inga ärenden.",
        )
        self.rows = RowList((Col(grows=True), Col(grows=True), Col(is_right=True)), "Konton")
        self.column.addWidget(self.rows)
        self.add_button = Button("Nytt konto", icon="plus")
        self.add_button.clicked.connect(self.add_requested)
        self.password_button = Button("Byt mitt lösenord", icon="key-round")
        self.password_button.clicked.connect(self.password_requested)
        self.line(self.add_button, self.password_button)
        self._is_editable = False

    def show_accounts(self, accounts: tuple[Account, ...]) -> None:
        """List them; those no longer active last."""
        ordered = sorted(accounts, key=lambda account: (not account.is_active, account.name))
        self.rows.set_rows([self._row(account) for account in ordered])

    def _row(self, account: Account) -> list[QWidget | None]:
        roles = ", ".join(role.text for role in sorted(account.roles))
        state = roles if account.is_active else "avslutat"
        button = Button("Ändra", name=f"Ändra {account.name}")
        button.clicked.connect(lambda: self.change_requested.emit(account.id))
        return [
            Text(account.name, is_bold=True),
            Text(state, tone=Tone.QUIET),
            button if self._is_editable else None,
        ]

    def show_settings(self, settings: UnitSettings) -> None:
        """Accounts are no settings."""

    def apply(self, settings: UnitSettings) -> UnitSettings:
        return replace(settings)

    def set_editable(self, is_editable: bool) -> None:
        self._is_editable = is_editable
        self.add_button.setVisible(is_editable)
