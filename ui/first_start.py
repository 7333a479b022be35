"""The four steps that make a register: unit, first account, recovery code, folder."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from allvar_desktop.clock import Clock
from allvar_desktop.domain.account import Role
from allvar_desktop.domain.register_kind import RegisterKind
from allvar_desktop.domain.settings import UnitSettings
from allvar_desktop.errors import KnownError
from allvar_desktop.paths import default_register_folder
from ui.key_work import KeyWork
from ui.pages.first_start_page import AccountPage, FolderPage, NewAccount, UnitPage
from ui.pages.handover_code import CodePage
from ui.pages.start_page import StartPage
from ui.widgets.account_rows import Colleague


class FirstStart(QObject):
    """Leads through the steps; `show_page` puts a page on the screen."""

    made = Signal(object)
    """The session of the new register's first account."""
    left = Signal()
    """The person went back from the first step."""

    def __init__(
        self,
        clock: Clock,
        show_page: Callable[[StartPage], object],
        key_work: KeyWork | None = None,
        folder: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._show = show_page
        self._key_work = key_work or KeyWork()
        self._folder = folder or default_register_folder()
        self._settings = UnitSettings()
        self._account = NewAccount("", "", "", "")
        self._colleagues: tuple[Colleague, ...] = ()
        self._keys: Any = None
        self._secrets: list[Any] = []
        self.unit_page = UnitPage()
        self.account_page = AccountPage()
        self.unit_page.went_on.connect(self._take_unit)
        self.unit_page.went_back.connect(self.left)
        self.account_page.went_on.connect(self._take_account)
        self.account_page.went_back.connect(lambda: self._show(self.unit_page))

    def start(self) -> None:
        """Show the first step."""
        self._show(self.unit_page)

    def _take_unit(self, settings: UnitSettings) -> None:
        self._settings = settings
        self._show(self.account_page)

    def _take_account(self, account: NewAccount, colleagues: tuple[Colleague, ...]) -> None:
        self._account, self._colleagues = account, colleagues

        def derive() -> tuple[Any, list[Any]]:
            secrets = [self._key_work.secret(colleague.passphrase) for colleague in colleagues]
            return self._key_work.new_keys(account.password), secrets

        self.account_page.in_thread("Gör nycklar. Det tar några sekunder …", derive, self._show_code)

    def _show_code(self, derived: tuple[Any, list[Any]]) -> None:
        self._keys, self._secrets = derived
        page = CodePage(
            "3 av 4 · Återställningskod",
            self._keys.code,
            self._settings,
            self._clock,
            "Nästa: var det ligger",
        )
        page.checked.connect(self._show_folder)
        self._show(page)

    def _show_folder(self) -> None:
        page = FolderPage(self._folder)
        page.chosen.connect(lambda folder: page.attempt(lambda: self._make(folder)))
        self._show(page)

    def _make(self, folder: Path) -> None:
        from allvar_desktop.services import accounts, registers

        unit = registers.NewUnit(self._settings, self._account.name, self._account.title, self._account.phone)
        session = registers.create(folder, RegisterKind.REAL, unit, self._keys, self._clock)
        try:
            for colleague, secret in zip(self._colleagues, self._secrets, strict=True):
                accounts.add_account(
                    session,
                    name=colleague.name,
                    title=colleague.title,
                    phone=colleague.phone,
                    roles=frozenset({Role.HANDLER}),
                    secret=secret,
                )
        except KnownError as error:
            # The register is made all the same, and here nobody could make it once more in the same folder.
            session.register.opening_warning = KnownError(
                f"Registret är skapat, men alla kollegor fick inget konto. {error.sentence}",
                "Lägg till dem som saknas under Inställningar, Konton.",
            )
        self._keys, self._secrets = None, []
        self.made.emit(session)
