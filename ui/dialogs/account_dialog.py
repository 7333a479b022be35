"""A colleague's account, and a new password."""

from collections.abc import Callable
from typing import ClassVar

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.account import Account, Role
from allvar_desktop.domain.password import check_password, make_passphrase, shipped_words
from allvar_desktop.domain.problem import Problem
from allvar_desktop.services.problems import refuse
from ui.dialogs.form_dialog import FormDialog
from ui.widgets.buttons import Button
from ui.widgets.choices import Tick
from ui.widgets.password_field import PasswordField
from ui.widgets.text_fields import TextField


class AccountDialog(FormDialog):
    """Name, title, phone and roles; with `is_new` a first password, offered as a passphrase.

    `keep` gets the fields and the password ("" for an account that is there) and calls the service.
    """

    help_page: ClassVar[str] = "settings"

    def __init__(
        self,
        account: Account | None,
        keep: Callable[[str, str, str, frozenset[Role], bool, str], object],
    ) -> None:
        super().__init__("Ändra kontot" if account else "Nytt konto")
        self._keep = keep
        self._is_new = account is None
        self.line(
            self.form.row("name", "Namn", TextField(text_limits.NAME, 24)),
            self.form.row("title", "Titel", TextField(text_limits.SHORT, 20)),
            self.form.row("phone", "Telefon", TextField(text_limits.SHORT, 14)),
        )
        ticks = {role: self.form.row(role.value, "", Tick(role.text.capitalize())) for role in Role}
        for role in Role:
            ticks[role].field.setAccessibleName(role.text.capitalize())
        self.line(*ticks.values())
        self._active = Tick("Kontot används")
        self._active.set_value(True)
        if account is None:
            self._offer_passphrase()
        else:
            self.line(self.form.row("is_active", "", self._active))
            self._active.setAccessibleName("Kontot används")
            self._show(account)
        self._start = [str(self.form.values()[name]) for name in ("name", "title", "phone")]

    def _offer_passphrase(self) -> None:
        self.line(self.form.row("password", "Första lösenord, minst 15 tecken", PasswordField()))
        offer = Button("Föreslå en lösenordsfras", icon="key-round")
        offer.clicked.connect(self._propose)
        self.line(offer)

    def _propose(self) -> None:
        field = self.form.rows["password"].field
        if isinstance(field, PasswordField):
            field.set_value(make_passphrase(shipped_words()))
            field.show_tick.setChecked(True)

    def _show(self, account: Account) -> None:
        self.form.set_values({"name": account.name, "title": account.title, "phone": account.phone})
        self.form.set_values({role.value: role in account.roles for role in Role})
        self._active.set_value(account.is_active)

    def written(self) -> str:
        values = self.form.values()
        texts = [str(values[name]) for name in ("name", "title", "phone")]
        return "" if texts == self._start else ", ".join(text for text in texts if text)

    def submit(self) -> None:
        values = self.form.values()
        roles = frozenset(role for role in Role if values[role.value])
        password = str(values.get("password", ""))
        if self._is_new:
            refuse(Problem("password", found.message) for found in check_password(password))
        self._keep(values["name"], values["title"], values["phone"], roles, self._active.value(), password)


class PasswordDialog(FormDialog):
    """The old password, and the new one twice."""

    help_page: ClassVar[str] = "settings"

    def __init__(self, keep: Callable[[str, str], object]) -> None:
        super().__init__(
            "Byt mitt lösenord", "Minst 15 tecken. En fras av flera ord är lätt att minnas.", "Byt"
        )
        self._keep = keep
        for name, label in (
            ("old", "Nuvarande lösenord"),
            ("new", "Nytt lösenord"),
            ("again", "Nytt lösenord igen"),
        ):
            self.line(self.form.row(name, label, PasswordField()))

    def submit(self) -> None:
        values = self.form.values()
        problems = [Problem("new", found.message) for found in check_password(values["new"])]
        if values["new"] != values["again"]:
            problems.append(Problem("again", "De två är inte lika. Skriv det nya lösenordet igen."))
        refuse(problems)
        self._keep(values["old"], values["new"])

    def typed(self) -> dict[str, object]:
        return {}  # a password is never part of a draft
