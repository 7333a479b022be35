"""*Inställningar*: what the unit decides for itself, one section at a time."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from allvar_desktop.domain.account import Account, Role
from allvar_desktop.domain.ids import AccountId
from allvar_desktop.domain.settings import UnitSettings
from allvar_desktop.services import accounts, backups, envelopes, registers
from allvar_desktop.services.problems import InvalidInputError, refuse
from allvar_desktop.services.settings import change_settings
from ui import background, style
from ui.dialogs import ask
from ui.dialogs.account_dialog import AccountDialog, PasswordDialog
from ui.key_work import KeyWork
from ui.navigation import Shell
from ui.pages.base import Page
from ui.pages.settings_accounts import AccountsSection
from ui.pages.settings_clock import ClockSection
from ui.pages.settings_copies import CopiesSection
from ui.pages.settings_hours import HoursSection
from ui.pages.settings_section import SettingsSection
from ui.pages.settings_unit import UnitSection
from ui.pages.settings_window import WindowSection
from ui.printing import print_pdf
from ui.widgets.buttons import primary
from ui.widgets.form import HELP_PROPERTY
from ui.widgets.section_list import SectionList

_NAMES = (
    ("unit", "Enhet och brevhuvud"),
    ("hours", "Rum och kontorstid"),
    ("clock", "48 timmar och lås"),
    ("accounts", "Konton"),
    ("copies", "Säkerhetskopior"),
    ("window", "Fönsterkuvert"),
)


class SettingsPage(Page):
    """Only an administrator changes anything here but the own password."""

    key: ClassVar[str] = "settings"
    nav_key: ClassVar[str] = "settings"

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.key_work = KeyWork()
        self._is_dirty = False
        self.accounts, self.copies, self.window_section = AccountsSection(), CopiesSection(), WindowSection()
        self.sections: dict[str, SettingsSection] = {
            "unit": UnitSection(),
            "hours": HoursSection(),
            "clock": ClockSection(),
            "accounts": self.accounts,
            "copies": self.copies,
            "window": self.window_section,
        }
        for key, section in self.sections.items():
            section.setProperty(HELP_PROPERTY, f"{key}_section")
        self.list = SectionList(_NAMES, "Inställningarnas avsnitt")
        self.list.chosen.connect(self.show_section)
        self.save_button = primary("Spara", hint="Ctrl S")
        self.save_button.clicked.connect(self._guarded_save)
        self.head.set_title("Inställningar")
        self.head.set_buttons(self.save_button)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(style.step(3))
        row.addWidget(self.list)
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        for section in self.sections.values():
            column.addWidget(section)
        column.addStretch(1)
        row.addWidget(place, 1)
        self.body.addLayout(row)

    def _connect(self) -> None:
        for section in self.sections.values():
            section.changed.connect(self._edited)
        self.accounts.add_requested.connect(self._add_account)
        self.accounts.change_requested.connect(self._change_account)
        self.accounts.password_requested.connect(self._change_password)
        self.copies.folder_requested.connect(self._choose_folder)
        self.copies.copy_requested.connect(self._copy_now)
        self.copies.check_requested.connect(self._check)
        self.window_section.test_page_requested.connect(self._print_test_page)

    def open(self, **params: Any) -> None:
        self._is_dirty = False
        self.refresh()
        self.show_section(str(params.get("section", "unit")))

    def refresh(self) -> None:
        """Show what is kept; what is typed and not saved stays in its fields."""
        session = self.shell.session
        is_editable = session.account.is_administrator
        for section in self.sections.values():
            section.set_editable(is_editable)
        if not self._is_dirty:
            for section in self.sections.values():
                section.show_settings(session.settings)
            self._is_dirty = False  # filling the fields is no edit
        self.accounts.show_accounts(accounts.all_accounts(session))
        self._show_copies()
        self.save_button.setVisible(is_editable)
        words = "" if is_editable else "Administratören ändrar här. Ditt lösenord byter du själv."
        self.head.set_title("Inställningar", words)

    def show_section(self, key: str) -> None:
        """Show one section and hide the others."""
        for name, section in self.sections.items():
            section.setVisible(name == key)
        self.list.mark(key)

    def save(self) -> None:
        """Keep all sections in one; what is wrong is shown at its field, in its section."""
        try:
            refuse(problem for section in self.sections.values() for problem in section.problems())
            settings: UnitSettings = self.shell.session.settings
            for section in self.sections.values():
                settings = section.apply(settings)
            change_settings(self.shell.session, settings)
        except InvalidInputError as error:
            self._show_problems(error)
            return
        self._is_dirty = False
        self.refresh()
        self.shell.settings_changed.emit()
        self.shell.saved()
        self.shell.show_banner("Inställningarna är sparade.", state="done_in_time")

    def _show_problems(self, error: InvalidInputError) -> None:
        for key, section in self.sections.items():
            own = [problem for problem in error.problems if problem.field in section.form.rows]
            if own:
                self.show_section(key)
                section.form.show_problems(own)
                return
        self.shell.show_problem(error)

    def save_draft(self) -> object | None:
        if not self._is_dirty:
            return None
        return {key: section.typed() for key, section in self.sections.items()}

    def restore_draft(self, draft: object) -> None:
        if not isinstance(draft, dict) or not self.shell.session.account.is_administrator:
            return
        for key, typed in draft.items():
            if key in self.sections and isinstance(typed, dict):
                self.sections[key].put_back(typed)

    def may_leave(self) -> bool:
        if not self._is_dirty:
            return True
        leaves: bool = ask.confirm(
            "Ändringarna är inte sparade", "Vill du lämna sidan utan att spara?", yes="Lämna", no="Stanna"
        )
        return leaves

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"save": self._guarded_save, "next_step": self._guarded_save}

    def _guarded_save(self) -> None:
        if self.shell.session.account.is_administrator:
            self.shell.run(self.save)

    def _edited(self) -> None:
        self._is_dirty = True

    def _show_copies(self) -> None:
        session = self.shell.session
        last = session.register.last_copy
        self.copies.show_last(last.at if last else None, session.clock.now(), backups.backup_warning(session))

    def _choose_folder(self) -> None:
        chosen = ask.folder("Mapp för säkerhetskopior", Path.home())
        if chosen is not None:
            self.copies.set_folder(str(chosen))
            self._edited()

    def _copy_now(self) -> None:
        if self._is_dirty:
            self.shell.run(self.save)
        if self.shell.succeeds(lambda: backups.back_up(self.shell.session)):
            self._show_copies()

    def _check(self) -> None:
        found = self.shell.run(lambda: registers.check_register(self.shell.session))
        if found is not None:
            self.copies.show_check(found)

    def _print_test_page(self) -> None:
        self.shell.run(lambda: print_pdf(envelopes.envelope_test_page(self.window_section.measures())))

    def _add_account(self) -> None:
        def keep(
            name: str, title: str, phone: str, roles: frozenset[Role], _is_active: bool, password: str
        ) -> object:
            secret = background.answer(lambda: self.key_work.secret(password), self)
            return accounts.add_account(
                self.shell.session, name=name, title=title, phone=phone, roles=roles, secret=secret
            )

        self._ask(AccountDialog(None, keep))

    def _change_account(self, account_id: int) -> None:
        old = accounts.account_of(self.shell.session, AccountId(account_id))

        def keep(name: str, title: str, phone: str, roles: frozenset[Role], is_active: bool, _: str) -> None:
            changed: Account = replace(
                old, name=name, title=title, phone=phone, roles=roles, is_active=is_active
            )
            accounts.change_account(self.shell.session, changed)

        self._ask(AccountDialog(old, keep))

    def _change_password(self) -> None:
        session = self.shell.session
        folder, own = session.register.folder, session.account.id

        def keep(old: str, new: str) -> None:
            old_key = background.answer(lambda: self.key_work.derive(folder, own, old, session.clock), self)
            secret = background.answer(lambda: self.key_work.secret(new), self)
            accounts.change_password(session, old_key, secret)

        self._ask(PasswordDialog(keep))

    def _ask(self, dialog: AccountDialog | PasswordDialog) -> None:
        dialog.on_bug = self.shell.on_bug
        if ask.run(dialog):
            self.accounts.show_accounts(accounts.all_accounts(self.shell.session))
