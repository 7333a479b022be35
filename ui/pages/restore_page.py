"""*Återställ från kopia*: an encrypted copy becomes a register in a new folder; the old one stays."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal

from allvar_desktop.clock import Clock
from allvar_desktop.domain.ids import AccountId
from allvar_desktop.domain.problem import Problem
from allvar_desktop.domain.time_text import long_instant_text
from ui.dialogs import ask
from ui.key_work import KeyWork
from ui.pages.start_page import StartPage
from ui.widgets.buttons import Button, link, primary
from ui.widgets.choices import ChoiceField
from ui.widgets.form import Form
from ui.widgets.password_field import PasswordField
from ui.widgets.text import Text, Tone


class RestorePage(StartPage):
    """Which copy, the password of one of its accounts, and where to."""

    restored = Signal(object, object)
    """The new folder, and sentences about a log that was broken before it was copied (mostly none)."""
    went_back = Signal()

    def __init__(self, start: Path, clock: Clock, key_work: KeyWork | None = None) -> None:
        super().__init__(
            "Återställ från kopia",
            "Kopian läggs i en ny mapp. Registret som fanns ligger kvar där det är, orört.",
        )
        self._clock = clock
        self._key_work = key_work or KeyWork()
        self._place = start
        self._target: Path | None = None
        self.form = Form(self)
        self.place_button = Button("Välj mappen med kopior", icon="hard-drive")
        self.place_button.clicked.connect(self._choose_place)
        self.copies = ChoiceField()
        self.who = ChoiceField()
        self.target_button = Button("Välj en tom mapp", icon="folder-open")
        self.target_button.clicked.connect(self._choose_target)
        self.target_words = Text("Ingen mapp är vald än.", tone=Tone.QUIET)
        self.body.addWidget(self.place_button)
        self.body.addWidget(self.form.row("copy", "Kopia", self.copies))
        self.body.addWidget(self.form.row("who", "Vem är du?", self.who))
        self.body.addWidget(self.form.row("password", "Ditt lösenord när kopian gjordes", PasswordField()))
        self.body.addWidget(self.target_button)
        self.body.addWidget(self.target_words)
        self.copies.value_changed.connect(self._show_accounts)
        self.go_button = primary("Återställ")
        self.go_button.clicked.connect(self.go_on)
        back = link("Tillbaka")
        back.clicked.connect(self.went_back)
        self.buttons.add(self.go_button, back)

    def focus_first(self) -> None:
        """To the place of the copies."""
        self.place_button.setFocus()

    def go_on(self) -> None:
        """Restore, when everything is chosen."""
        values = self.form.values()
        problems = []
        if values["copy"] is None:
            problems.append(Problem("copy", "Välj mappen med kopior, och sedan vilken kopia."))
        if values["who"] is None:
            problems.append(Problem("who", "Välj vem du är."))
        if not values["password"]:
            problems.append(Problem("password", "Skriv lösenordet."))
        self.form.show_problems(problems)
        target = self._target
        if not problems and target is None:
            self.say("Välj en tom mapp för det återställda registret.")
            self.target_button.setFocus()
        if problems or target is None:
            return
        copy, account_id, password = values["copy"], AccountId(values["who"]), values["password"]
        self.in_thread(
            "Återställer och kontrollerar …",
            lambda: self._restore(copy, target, account_id, password),
            lambda sentences: self.restored.emit(target, sentences),
        )

    def _restore(self, copy: Path, target: Path, account_id: AccountId, password: str) -> list[str]:
        from allvar_desktop.services.backups import restore

        key = self._key_work.derive(copy, account_id, password, self._clock)
        return restore(copy, target, account_id, key, self._clock)

    def _choose_place(self) -> None:
        place = ask.folder("Mappen med säkerhetskopior", self._place)
        if place is not None:
            self.attempt(lambda: self._show_copies(place))

    def _show_copies(self, place: Path) -> None:
        from allvar_desktop.services.backups import copies_in

        self._place = place
        # A copy's own folder may be chosen as well as the place where all of them lie.
        found: list[Any] = copies_in(place) or [c for c in copies_in(place.parent) if c.folder == place]
        self.copies.set_options([(c.folder, f"{long_instant_text(c.at)}, {c.unit_name}") for c in found])
        if found:
            self.say("")
            self.copies.set_value(found[0].folder)
            self.copies.setFocus()
        else:
            self.say("I mappen finns inga säkerhetskopior. Välj en annan mapp.")

    def _show_accounts(self) -> None:
        from allvar_desktop.services.locked_registers import look_at_register

        folder = self.copies.value()
        accounts = look_at_register(folder, self._clock).accounts if folder is not None else ()
        self.who.set_options([(account.account_id, account.name) for account in accounts])
        if len(accounts) == 1:
            self.who.set_value(accounts[0].account_id)

    def _choose_target(self) -> None:
        chosen = ask.folder("En tom mapp för det återställda registret", self._place)
        if chosen is not None:
            self._target = chosen
            self.target_words.setText(str(chosen))
