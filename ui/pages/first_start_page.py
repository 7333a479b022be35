"""The pages of the first start: welcome, unit and letterhead, first account, folder."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.problem import Problem
from allvar_desktop.domain.settings import Letterhead, UnitSettings
from ui.dialogs import ask
from ui.pages.start_page import StartPage
from ui.widgets.account_rows import ColleagueRows
from ui.widgets.buttons import Button, link, primary
from ui.widgets.flow import Flow
from ui.widgets.form import Form
from ui.widgets.headings import SectionHead
from ui.widgets.password_field import PasswordField
from ui.widgets.special_fields import PhoneField
from ui.widgets.text import Text, Tone
from ui.widgets.text_fields import TextField


@dataclass(frozen=True, slots=True)
class NewAccount:
    """The first account as typed."""

    name: str
    title: str
    phone: str
    password: str


class WelcomePage(StartPage):
    """What one sees when there is no register."""

    create_requested = Signal()
    practice_requested = Signal()
    other_requested = Signal()
    restore_requested = Signal()

    def __init__(self) -> None:
        super().__init__(
            "Välkommen till Allvar",
            "Här finns inget register än. Skapa enhetens register, eller prova först i övningsregistret med "
            "påhittade personer.",
        )
        self.create_button = primary("Skapa ett register")
        self.practice_button = Button("Öppna övningsregistret")
        other, restore = link("Öppna ett register som finns"), link("Återställ från kopia")
        self.create_button.clicked.connect(self.create_requested)
        self.practice_button.clicked.connect(self.practice_requested)
        other.clicked.connect(self.other_requested)
        restore.clicked.connect(self.restore_requested)
        self.buttons.add(self.create_button, self.practice_button, other, restore)

    def focus_first(self) -> None:
        """To the filled button."""
        self.create_button.setFocus()


class UnitPage(StartPage):
    """Step 1: the unit and what stands at the top of its letters."""

    went_on = Signal(object)
    """The settings as typed."""
    went_back = Signal()

    def __init__(self) -> None:
        super().__init__("1 av 4 · Enheten", "Det här står överst på breven. Allt går att ändra senare.")
        self.form = Form(self)
        self._line(("city", "Stad", 24), ("district", "Stadsdelsförvaltning", 32))
        self._line(("unit", "Enhet", 24), ("case_prefix", "Ärendenumrets början", 8))
        self._line(("street", "Besöksadress", 30), ("postcode", "Postnummer", 10), ("town", "Ort", 18))
        self._line(("phone", "Telefon", 16), ("emergency_phone", "Socialjourens telefon", 16))
        defaults = UnitSettings()
        self.form.set_values({"city": defaults.letterhead.city, "case_prefix": defaults.case_prefix})
        self.go_button = primary("Nästa: första kontot")
        self.go_button.clicked.connect(self.go_on)
        back = link("Tillbaka")
        back.clicked.connect(self.went_back)
        self.buttons.add(self.go_button, back)

    def _line(self, *fields: tuple[str, str, int]) -> None:
        place = QWidget()
        flow = Flow(place, gap=2, line_gap=1.5, is_top=True)
        for name, label, chars in fields:
            limit = 6 if name == "case_prefix" else text_limits.LINE
            flow.add(self.form.row(name, label, TextField(limit, chars)), weight=chars)
        self.body.addWidget(place)

    def settings(self) -> UnitSettings:
        """What is typed."""
        values: dict[str, Any] = self.form.values()
        prefix = values.pop("case_prefix").upper()
        return UnitSettings(letterhead=Letterhead(**values), case_prefix=prefix)

    def go_on(self) -> None:
        """On, when nothing is missing."""
        from allvar_desktop.services.settings import check_settings

        settings = self.settings()
        rest = self.form.show_problems(check_settings(settings))
        self.say(" ".join(problem.message for problem in rest))
        if not check_settings(settings):
            self.went_on.emit(settings)

    def focus_first(self) -> None:
        """To the first empty field."""
        self.form.rows["district"].field.setFocus()


class AccountPage(StartPage):
    """Step 2: who begins, and the colleagues who handle cases."""

    went_on = Signal(object, object)
    """The first account and the colleagues."""
    went_back = Signal()

    def __init__(self) -> None:
        super().__init__(
            "2 av 4 · Första kontot",
            "Kontot blir gruppledare och administratör, och kan handlägga. Ingen annan får veta lösenordet.",
        )
        self.form = Form(self)
        place = QWidget()
        flow = Flow(place, gap=2, line_gap=1.5, is_top=True)
        flow.add(self.form.row("name", "Ditt namn", TextField(text_limits.NAME, 26)), weight=2)
        flow.add(self.form.row("title", "Titel", TextField(text_limits.SHORT, 18)), weight=1)
        flow.add(self.form.row("phone", "Telefon på brev", PhoneField()))
        self.password = PasswordField()
        hint = "Minst 15 tecken. Fem slumpade ord är lätta att minnas och svåra att gissa."
        self.body.addWidget(place)
        self.body.addWidget(self.form.row("password", "Lösenord", self.password, hint))
        self.body.addWidget(self.form.row("again", "Lösenordet en gång till", PasswordField()))
        self.offer_button = Button("Föreslå en lösenordsfras", icon="refresh-cw")
        self.offer_button.clicked.connect(self.offer)
        self.body.addWidget(self.offer_button)
        self.body.addWidget(SectionHead("Handläggare"))
        self.body.addWidget(
            Text(
                "Varje kollega får ett eget konto med en egen lösenordsfras, som kollegan byter sedan. "
                "Det går lika bra att lägga till konton senare.",
                tone=Tone.QUIET,
            )
        )
        self.colleague_rows = ColleagueRows()
        self.body.addWidget(self.colleague_rows)
        self.go_button = primary("Nästa: återställningskod")
        self.go_button.clicked.connect(self.go_on)
        back = link("Tillbaka")
        back.clicked.connect(self.went_back)
        self.buttons.add(self.go_button, back)

    def offer(self) -> None:
        """Fill in a passphrase and show it."""
        from allvar_desktop.domain.password import make_passphrase, shipped_words

        words = make_passphrase(shipped_words())
        self.password.show_tick.set_value(True)
        self.form.set_values({"password": words, "again": words})
        self.say("Skriv av frasen och förvara den så att ingen annan ser den, tills du kan den.", Tone.QUIET)

    def problems(self) -> list[Problem]:
        """What is wrong with the first account."""
        from allvar_desktop.domain.password import check_password

        values = self.form.values()
        found = _account_problems(values["name"], values["title"], values["phone"])
        found += check_password(values["password"])
        if values["password"] != values["again"]:
            found.append(Problem("again", "Lösenorden är inte lika. Skriv dem en gång till."))
        return found

    def go_on(self) -> None:
        """On, when nothing is missing."""
        self.say("")
        problems = self.problems()
        self.form.show_problems(problems)
        colleagues = self.colleague_rows.colleagues()
        for index, colleague in enumerate(colleagues):
            for problem in _account_problems(colleague.name, colleague.title, colleague.phone):
                self.colleague_rows.show_problem(index, problem)
                problems.append(problem)
        if not problems:
            values = self.form.values()
            values.pop("again")
            self.went_on.emit(NewAccount(**values), colleagues)

    def focus_first(self) -> None:
        """To the name."""
        self.form.rows["name"].field.setFocus()


class FolderPage(StartPage):
    """Step 4: where the register lies."""

    chosen = Signal(object)
    """The folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            "4 av 4 · Var registret ligger",
            "Registret är krypterat, och bara du når filerna. Lägg det på datorns egen disk eller på en "
            "plats som bara enheten når, inte i en mapp som synkas.",
        )
        self.folder = folder
        self.place = Text(str(folder), is_bold=True)
        self.body.addWidget(self.place)
        self.choose_button = Button("Välj en annan mapp", icon="folder-open")
        self.choose_button.clicked.connect(self._choose)
        self.body.addWidget(self.choose_button)
        self.go_button = primary("Skapa registret")
        self.go_button.clicked.connect(lambda: self.chosen.emit(self.folder))
        self.buttons.add(self.go_button)

    def focus_first(self) -> None:
        """To the filled button."""
        self.go_button.setFocus()

    def _choose(self) -> None:
        found = ask.folder("Välj en tom mapp för registret", self.folder.parent)
        if found is not None:
            self.folder = found
            self.place.setText(str(found))


def _account_problems(name: str, title: str, phone: str) -> list[Problem]:
    from allvar_desktop.domain.account import Account, Role
    from allvar_desktop.domain.ids import AccountId
    from allvar_desktop.services.accounts import check_account

    return list(check_account(Account(AccountId(0), name, title, phone, frozenset({Role.HANDLER}))))
