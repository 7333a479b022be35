"""*Lås upp*: who one is, the password, and that deadlines fall, never whose."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from allvar_desktop.clock import Clock
from allvar_desktop.domain.ids import AccountId
from allvar_desktop.errors import TooEarlyError, WrongPasswordError
from allvar_desktop.services.locked_registers import LockedRegister
from ui.key_work import KeyWork
from ui.pages.start_page import StartPage
from ui.widgets.buttons import Button, Kind, link, primary
from ui.widgets.choice_chips import ChoiceChips, Option
from ui.widgets.flow import Flow
from ui.widgets.form import Form
from ui.widgets.password_field import PasswordField
from ui.widgets.text import Text, Tone

if TYPE_CHECKING:
    from ui.widgets.choices import ChoiceField

_MOST_CHIPS = 8
_LOOK_MS = 20_000


class PracticeSignIn(NamedTuple):
    """An account of the practice register, with the passphrase that stands openly on its unlock page."""

    account_id: AccountId
    name: str
    role: str
    passphrase: str


def _who_field(options: Sequence[Option]) -> "ChoiceChips | ChoiceField":
    """All names at a glance where there are few, a folding list where there are many."""
    if len(options) <= _MOST_CHIPS:
        return ChoiceChips(options, has_numbers=False)
    from ui.widgets.choices import ChoiceField

    return ChoiceField(options)


class UnlockPage(StartPage):
    """The page that opens a register."""

    signed_in = Signal(object)
    """The session."""
    recovery_requested = Signal()
    restore_requested = Signal()
    practice_requested = Signal()
    other_requested = Signal()

    def __init__(
        self,
        facts: LockedRegister,
        clock: Clock,
        due: Sequence[datetime] = (),
        practice: Sequence[PracticeSignIn] = (),
        key_work: KeyWork | None = None,
    ) -> None:
        super().__init__("Lås upp", facts.unit_name)
        self._facts = facts
        self._clock = clock
        self._due = tuple(due)
        self._looked = clock.now()
        self._key_work = key_work or KeyWork()
        self._wait_left = 0
        self._due_place = QWidget()
        self._due_flow = Flow(self._due_place)
        self.body.addWidget(self._due_place)
        self._second = QTimer(self)
        self._second.timeout.connect(self._count_down)
        self._build_fields(facts)
        self._build_buttons(is_practice=bool(practice))
        if len(facts.accounts) == 1:  # the buttons wait with it when there were wrong passwords
            self.who.set_value(facts.accounts[0].account_id)
        self._practice = {sign_in.account_id: sign_in for sign_in in practice}
        if practice:
            self.body.addWidget(self._practice_list(practice))
        self._show_due()
        self._look_timer = QTimer(self)
        self._look_timer.timeout.connect(self._look_at_due)
        self._look_timer.start(_LOOK_MS)
        self.password.line.returnPressed.connect(self.unlock)

    def _build_fields(self, facts: LockedRegister) -> None:
        options = [(account.account_id, account.name) for account in facts.accounts]
        self.who = _who_field(options)
        self.password = PasswordField()
        self.form = Form(self)
        self.body.addWidget(self.form.row("who", "Vem är du?", self.who))
        self.body.addWidget(self.form.row("password", "Lösenord", self.password))
        self.who.value_changed.connect(self._who_chosen)

    def _build_buttons(self, *, is_practice: bool) -> None:
        self.unlock_button = primary("Lås upp")
        self.unlock_button.clicked.connect(self.unlock)
        self.buttons.add(self.unlock_button)
        links = [
            ("Glömt lösenordet", self.recovery_requested),
            ("Återställ från kopia", self.restore_requested),
            ("Öppna ett annat register", self.other_requested),
        ]
        if is_practice:
            links = links[2:]
        else:
            links.append(("Öppna övningsregistret", self.practice_requested))
        for words, wanted in links:
            made = link(words)
            made.clicked.connect(lambda _=False, signal=wanted: signal.emit())
            self.buttons.add(made)

    def _practice_list(self, practice: Sequence[PracticeSignIn]) -> QWidget:
        from ui.widgets.headings import Section
        from ui.widgets.rows import Col, RowList

        rows = RowList([Col(), Col(grows=True), Col(is_right=True)], "Övningsregistrets konton")
        cells = []
        for sign_in in practice:
            button = Button("Öppna", Kind.LINK, name=f"Öppna som {sign_in.name}")
            button.clicked.connect(lambda _=False, who=sign_in: self._sign_in_practice(who))
            words = Text(sign_in.passphrase, tone=Tone.QUIET)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            cells.append([Text(f"{sign_in.name}, {sign_in.role}"), words, button])
        rows.set_rows(cells)
        return Section("Övningsregistret: påhittade personer, öppna lösenord", rows)

    def focus_first(self) -> None:
        """To the password when it is clear who one is, else to the names."""
        (self.password if self.who.value() is not None else self.who).setFocus()

    def unlock(self) -> None:
        """Try the password; the derivation runs beside the window."""
        if not self.unlock_button.isEnabled() or self.is_busy:
            return
        if self.who.value() is None:
            self.say("Välj vem du är.")
            self.who.setFocus()
            return
        account_id, password = AccountId(self.who.value()), self.password.value()
        if not password:
            self.say("Skriv ditt lösenord.")
            self.password.setFocus()
            return
        self.in_thread(
            "Låser upp …",
            lambda: self._key_work.derive(self._facts.folder, account_id, password, self._clock),
            lambda key: self._open(account_id, key),
        )

    def _open(self, account_id: AccountId, key: bytes) -> None:
        from allvar_desktop.services.registers import sign_in

        session = sign_in(self._facts.folder, account_id, key, self._clock)
        self.password.set_value("")
        self.signed_in.emit(session)

    def sign_in_first(self) -> None:
        """Sign in as the first account of the practice register, its handler."""
        self._sign_in_practice(next(iter(self._practice.values())))

    def _sign_in_practice(self, who: PracticeSignIn) -> None:
        self.who.set_value(who.account_id)
        self.password.set_value(who.passphrase)
        self.unlock()

    def _who_chosen(self) -> None:
        self.say("")
        wait = next((a.wait_seconds for a in self._facts.accounts if a.account_id == self.who.value()), 0)
        # The wait is each account's own: nobody waits for a colleague's wrong passwords.
        self._start_wait(wait)
        self.password.setFocus()

    def show_error(self, error: BaseException) -> None:
        super().show_error(error)
        if isinstance(error, WrongPasswordError | TooEarlyError):
            self.password.line.selectAll()
            self.password.setFocus()
            if error.wait_seconds:
                self._start_wait(error.wait_seconds)

    def _start_wait(self, seconds: int) -> None:
        self._wait_left = seconds
        self._say_wait()
        if seconds:
            self._second.start(1000)
        else:
            self._second.stop()

    def _count_down(self) -> None:
        self._wait_left -= 1
        self._say_wait()
        if self._wait_left <= 0:
            self._second.stop()

    def _say_wait(self) -> None:
        is_waiting = self._wait_left > 0
        self.unlock_button.setEnabled(not is_waiting)
        self.say(f"Du kan försöka igen om {self._wait_left} s." if is_waiting else "")

    def _show_due(self) -> None:
        self._due_place.setVisible(bool(self._due))
        if not self._due:
            return
        from ui import due_words
        from ui.widgets.pill import Pill, PillText

        self._due_flow.clear()
        lines = due_words.due_lines(self._due, self._clock.now())
        for line in lines:
            self._due_flow.add(Pill(PillText(line.state, line.words)))

    def _look_at_due(self) -> None:
        now = self._clock.now()
        if not self._due:
            return
        from ui import due_words

        if due_words.alarms_between(self._due, self._looked, now):
            QApplication.alert(self.window())
        self._looked = now
        self._show_due()
