"""Who does what by when: the two questions that make a line into a commitment."""

from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allvar_desktop.domain.ids import AccountId, CommitmentId, PartyId
from allvar_desktop.domain.problem import Problem
from allvar_desktop.domain.record import Commitment
from allvar_desktop.domain.record_contents import NewCommitment
from allvar_desktop.services.problems import refuse
from allvar_desktop.services.record_views import sources_of
from ui import style
from ui.pages.meeting_desk import MeetingDesk
from ui.widgets.choices import ChoiceChips, Option
from ui.widgets.day_field import DayField
from ui.widgets.form import Form


class PromiseForm(QWidget):
    """Shown under the box while its text is a commitment; `commitment_id` is the one being changed."""

    changed = Signal()
    sent = Signal()

    def __init__(self, desk: MeetingDesk) -> None:
        super().__init__()
        self._desk = desk
        self._options: list[Option] = []
        self.commitment_id: CommitmentId | None = None
        self.who = ChoiceChips()
        self.due = DayField(lambda: desk.session.today, "1 april", is_past=False)
        self.form = Form(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.step(1))
        column.addWidget(self.form.row("who", "Vem gör det?", self.who))
        how = "Till exempel fre, 1 april eller 2026-04-10."
        column.addWidget(self.form.row("due", "När ska det vara gjort?", self.due, how))
        self.form.changed.connect(self.changed)
        self.due.returnPressed.connect(self.sent)

    def show_people(self) -> None:
        """Everybody who can promise something; the choice is kept."""
        desk = self._desk
        sources = sources_of(desk.facts, desk.meeting)
        people = [(f"party:{s.party_id}", desk.short(s.name)) for s in sources if s.party_id is not None]
        accounts = dict.fromkeys((desk.session.account, desk.view.handler))
        options: list[Option] = [*people, *((f"account:{a.id}", a.signature) for a in accounts)]
        if options != self._options:
            self._options = options
            chosen = self.who.value()
            self.who.set_options(options)
            self.who.name_buttons("Vem gör det?")
            self.who.set_value(chosen)

    def start(self, row: Commitment | None = None) -> None:
        """Empty, or with what a commitment holds."""
        self.commitment_id = row.id if row else None
        whose = ""
        if row is not None:
            whose = f"party:{row.party_id}" if row.party_id else f"account:{row.account_id}"
        self.put(whose, row.due.isoformat() if row and row.due else "")

    def put(self, whose: str, due: str) -> None:
        """Choose a person by the key, and type a day."""
        self.form.clear_problems()
        self.who.set_value(whose)
        self.due.set_value(due)

    def typed(self) -> dict[str, Any]:
        """What stands here, as plain values."""
        return {"id": self.commitment_id, "who": self.who.value() or "", "due": self.due.value()}

    def commitment(self, text: str, *, is_withheld: bool) -> NewCommitment:
        """The commitment as typed. InvalidInputError for a day that is not understood."""
        wrong = self.due.problem("due")
        refuse([wrong] if wrong else [])
        kind, _, number = (self.who.value() or "").partition(":")
        due: date | None = self.due.day()
        return NewCommitment(
            text,
            PartyId(int(number)) if kind == "party" else None,
            AccountId(int(number)) if kind == "account" else None,
            due,
            is_withheld,
        )

    def show_problems(self, problems: tuple[Problem, ...]) -> list[Problem]:
        """Each under its field; the rest comes back."""
        return self.form.show_problems(problems)
