"""A person of a case: one who is added, or one whose data is corrected with the old values kept."""

from typing import Any

from PySide6.QtCore import QTimer

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.ids import CaseId, PartyId
from allvar_desktop.domain.new_case import NewParty
from allvar_desktop.domain.party import Party, PartyRole
from allvar_desktop.domain.problem import Problem
from allvar_desktop.services.parties import as_form, correct_party
from allvar_desktop.services.problems import InvalidInputError, refuse
from allvar_desktop.services.registration import add_party
from allvar_desktop.services.session import Session
from ui.dialogs.form_dialog import FormDialog
from ui.widgets.party_fields import PartyFields
from ui.widgets.text_fields import LongText


class _PartyForm(FormDialog):
    """The fields that *Nytt ärende* has, all unfolded."""

    def __init__(self, session: Session, title: str, text: str, role: PartyRole) -> None:
        super().__init__(title, text)
        self.session = session
        languages = session.settings.languages
        self.person = PartyFields(role, lambda: session.today, languages, is_full=True)
        self.fields.addWidget(self.person)
        self.person.changed.connect(self.form.changed)

    def party(self) -> NewParty:
        """The person as typed. InvalidInputError for what cannot be understood."""
        refuse(self.person.local_problems())
        return self.person.party()

    def typed(self) -> dict[str, Any]:
        return {"person": self.person.draft(), **super().typed()}

    def put_back(self, values: dict[str, Any]) -> None:
        person = values.get("person")
        if isinstance(person, dict):
            self.person.set_draft(person)
        super().put_back({name: value for name, value in values.items() if name != "person"})

    def show_problems(self, problems: Any) -> None:
        self.form.clear_problems()
        rest: list[Problem] = self.person.show_problems(problems)
        super().show_problems(rest)

    def _focus_first(self) -> None:
        row = next(iter(self.person.form.rows.values()))
        QTimer.singleShot(0, row.field, row.field.setFocus)


class AddPartyDialog(_PartyForm):
    """One more person on the case."""

    def __init__(self, session: Session, case_id: CaseId, role: PartyRole) -> None:
        super().__init__(session, f"Lägg till {role.text}", "", role)
        self._case_id = case_id
        self.added: PartyId | None = None

    def submit(self) -> None:
        party = self.party()
        if not (party.name or party.phone or party.note):
            raise InvalidInputError((Problem("name", "Skriv namnet, eller det som är känt om personen."),))
        self.added = add_party(self.session, self._case_id, party)


class CorrectPartyDialog(_PartyForm):
    """Correct a person: each changed field keeps its old value beside it."""

    def __init__(self, session: Session, party: Party) -> None:
        text = "Det som stod förut står kvar bland händelserna, med orsaken."
        super().__init__(session, f"Rätta {party.role.text}", text, party.role)
        self._party_id = party.id
        self.person.set_party(as_form(party))
        self.reason = LongText(text_limits.NOTE, 2)
        self.fields.addWidget(self.form.row("reason", "Varför rättas uppgiften?", self.reason))

    def submit(self) -> None:
        correct_party(self.session, self._party_id, self.party(), self.reason.value())
