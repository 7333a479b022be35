"""The people of a case: who they are, who may know of whom, and who has agreed."""

from dataclasses import replace
from typing import Any

from allvar_desktop.domain.ids import PartyId
from allvar_desktop.domain.knowledge import joint_meeting_conflicts
from allvar_desktop.domain.party import Party, PartyRole, Protection
from allvar_desktop.services import parties
from ui import names
from ui.dialogs import ask
from ui.dialogs.pair_dialog import PairDialog
from ui.dialogs.party_dialog import AddPartyDialog, CorrectPartyDialog
from ui.dialogs.permission_dialog import PermissionDialog
from ui.pages.case_desk import Asked, CaseDesk
from ui.pages.case_words import capital

_ROLES = tuple(role for role in PartyRole if role is not PartyRole.CHILD)


class PeopleWork:
    """What one can do about the people of a case."""

    def __init__(self, desk: CaseDesk) -> None:
        self._desk = desk

    def correct(self, party_id: int, draft: dict[str, Any] | None = None) -> None:
        """Correct a person, with the old values kept."""
        dialog = CorrectPartyDialog(self._desk.session, self._desk.facts.party(PartyId(party_id)))
        asked = Asked("party", {"party_id": party_id})
        self._desk.fill_in(dialog, asked, "Rättat. Det som stod förut står kvar bland händelserna.", draft)

    def choose_and_add(self) -> None:
        """One more person, by role."""
        role = ask.choose("Lägg till en person", [(r, capital(r.text)) for r in _ROLES])
        if role is not None:
            self.add(role=PartyRole(role).value)

    def add(self, role: str, draft: dict[str, Any] | None = None) -> None:
        """One more person with this role; for those from outside the consent is asked for next."""
        wanted = PartyRole(role)
        dialog = AddPartyDialog(self._desk.session, self._desk.case_id, wanted)
        was_sent = self._desk.fill_in(
            dialog, Asked("add_party", {"role": role}), "Personen är tillagd.", draft
        )
        if was_sent and dialog.added is not None and wanted.needs_permission:
            self.permit(party_id=dialog.added)

    def set_protection(self, party: Party) -> None:
        """The protection that was not known, by number."""
        known = [(p, capital(p.text)) for p in Protection if p is not Protection.UNKNOWN]
        name = names.shown(party.shown_name)
        chosen = ask.choose(f"Har {name} skyddade uppgifter?", known, text="Okänt räknas som skyddat.")
        if chosen is None:
            return
        form = replace(parties.as_form(party), protection=Protection(chosen))
        self._desk.did(
            lambda: parties.correct_party(self._desk.session, party.id, form, "Skyddet är kontrollerat."),
            f"Skydd för {name}: {form.protection.text}.",
        )

    def answer_pair(self, reader: Party, about: Party) -> None:
        """May one learn where the other is: 1 yes, 2 no."""
        who, whom = names.shown(reader.shown_name), names.shown(about.shown_name)
        chosen = ask.choose(
            f"Får {who} få veta var {whom} finns?",
            [(True, "Ja, får veta"), (False, "Nej, får inte veta")],
            text="Gäller adress, telefon, skola, arbetsplats och tider.",
        )
        if chosen is not None:
            self._desk.did(
                lambda: parties.record_pair(self._desk.session, reader.id, about.id, may_know=bool(chosen)),
                f"{who} får {'' if chosen else 'inte '}få veta var {whom} finns.",
            )

    def write_pair(self, draft: dict[str, Any] | None = None) -> None:
        """Any pair of the family."""
        people = [(party.id, names.shown(party.shown_name)) for party in self._desk.facts.family]
        self._desk.fill_in(
            PairDialog(self._desk.session, people), Asked("pair"), "Svaret är antecknat.", draft
        )

    def permit(self, party_id: int, draft: dict[str, Any] | None = None) -> None:
        """A consent or a ground for somebody from outside."""
        dialog = PermissionDialog(self._desk.session, self._desk.facts.party(PartyId(party_id)))
        asked = Asked("permission", {"party_id": party_id})
        self._desk.fill_in(dialog, asked, "Antecknat. Bokningar som väntade på det är nu fasta.", draft)

    def explain_one_guardian(self) -> None:
        """Why not both guardians are called."""
        answer = ask.reason(
            "Inte båda vårdnadshavarna kallas", (), yes="Spara", note_label="Varför kallas inte båda?"
        )
        if answer is not None:
            self._desk.did(
                lambda: parties.explain_one_guardian(self._desk.session, self._desk.case_id, answer[1]),
                "Orsaken är antecknad.",
            )

    def decide_safety(self) -> None:
        """The supervisor's word on a joint meeting."""
        options = [(True, "Gemensamt samtal är säkert"), (False, "Skilda samtal")]
        answer = ask.reason(
            "Säkerhetsbeslut", options, yes="Besluta", note_label="Skälen", needs_note=(True, False)
        )
        if answer is not None:
            self._desk.did(
                lambda: parties.decide_safety(
                    self._desk.session,
                    self._desk.case_id,
                    is_joint_meeting_allowed=bool(answer[0]),
                    reason=answer[1],
                ),
                "Säkerhetsbeslutet är antecknat.",
            )

    def unanswered_pairs(self) -> tuple[tuple[Party, Party], ...]:
        """The second is protected, and nobody has said what the first may learn."""
        facts = self._desk.facts
        return tuple(
            (reader, about)
            for about in facts.family
            for reader in facts.family
            if reader.id != about.id
            and about.protection.is_protected
            and about.protection is not Protection.UNKNOWN
            and facts.pair(reader.id, about.id) is None
        )

    def conflicts(self) -> tuple[tuple[Party, Party], ...]:
        """Pairs of the family that may not sit at one table without a safety decision."""
        answered = self._desk.facts.pairs
        hidden = {(pair.reader_id, pair.about_id) for pair in answered if not pair.may_know}
        found = joint_meeting_conflicts(self._desk.facts, self._desk.facts.family)
        return tuple(pair for pair in found if (pair[0].id, pair[1].id) in hidden)
