"""Reaching the family, in two keystrokes: what happened and with whom, or with whom and what happened."""

from typing import Any

from allvar_desktop.domain.contact import Channel, ContactAttempt, ContactResult
from allvar_desktop.domain.gate import Check
from allvar_desktop.domain.ids import PartyId
from allvar_desktop.domain.party import Party, PartyRole
from allvar_desktop.domain.path import reached_ids
from allvar_desktop.domain.timeline import contact_sentence
from allvar_desktop.services import contacts
from ui import names
from ui.dialogs import ask
from ui.dialogs.contact_dialog import ContactDialog
from ui.pages.case_desk import Asked, CaseDesk
from ui.widgets.choices import Option

OUTCOMES: tuple[tuple[Channel, ContactResult, str], ...] = (
    (Channel.PHONE, ContactResult.COMING, "Nådd på telefon, kommer"),
    (Channel.PHONE, ContactResult.REACHED, "Nådd på telefon"),
    (Channel.PHONE, ContactResult.DECLINED, "Nådd på telefon, tackade nej"),
    (Channel.PHONE, ContactResult.NO_ANSWER, "Inget svar"),
    (Channel.SMS, ContactResult.SENT, "SMS utan innehåll"),
    (Channel.PHONE, ContactResult.WRONG_NUMBER, "Fel nummer"),
    (Channel.VISIT, ContactResult.REACHED, "Hembesök, nådd"),
    (Channel.HAND, ContactResult.REACHED, "Brev lämnat i handen"),
)
"""What the keys 1 to 8 say of a contact; 9 opens the whole form."""

_WRITE = "write"


class ContactWork:
    """What one can do about reaching people."""

    def __init__(self, desk: CaseDesk) -> None:
        self._desk = desk

    def people(self) -> tuple[Party, ...]:
        """Whom to reach, first those whom the letters go to, then other adults who are known."""
        facts = self._desk.facts
        first = facts.callable_adults
        others = (
            party
            for party in facts.parties
            if party.role in (PartyRole.GUARDIAN, PartyRole.OTHER_ADULT) and party not in first
        )
        return (*first, *others)

    def stops(self) -> tuple[Check, ...]:
        """The gates before a contact that are not passed."""
        return tuple(check for check in self._desk.view.checks if not check.is_passed)

    def tell(self, channel: Channel, result: ContactResult, words: str) -> None:
        """The first key said what happened; a number says with whom."""
        party_id = ask.choose(f"{words}: vem?", self._options())
        if party_id is not None:
            self.record(PartyId(party_id), channel, result)

    def choose(self, place: int) -> None:
        """The first key said with whom (by their place in the list); a number says what happened."""
        people = self.people()
        if place < len(people):
            self.ask_how(people[place])

    def ask_how(self, party: Party) -> None:
        """What came of a contact with this person."""
        options: list[Option] = [(index, words) for index, (_, _, words) in enumerate(OUTCOMES)]
        phone = names.masked(party.phone) or "telefonnummer saknas"
        chosen = ask.choose(
            f"Kontakt med {names.shown(party.shown_name)}",
            [*options, (_WRITE, "Annat, med anteckning eller annan tid …")],
            text=phone,
        )
        if chosen == _WRITE:
            self.write(party_id=party.id)
        elif chosen is not None:
            channel, result, _ = OUTCOMES[chosen]
            self.record(party.id, channel, result)

    def call_next(self) -> None:
        """*Ring*: the first who is not reached; with nobody to call, the persons of the case."""
        reached = reached_ids(self._desk.facts, self._desk.facts.event_no)
        people = self.people()
        waiting = [party for party in people if party.id not in reached]
        if people:
            self.ask_how((waiting or list(people))[0])
        else:
            self._desk.open_part("people")

    def record(self, party_id: PartyId, channel: Channel, result: ContactResult) -> None:
        """Store it, after a reason where the family should not be contacted yet."""
        gate_reason = ""
        stops = self._desk.shell.run(lambda: contacts.stops_for_contact(self._desk.session, party_id))
        if stops is None:
            return
        if stops:
            answer = ask.reason(
                "Kontakt trots hinder",
                (),
                yes="Anteckna",
                text=f"{stops[0].label}. {stops[0].detail}",
                note_label="Varför tas kontakten ändå?",
            )
            if answer is None:
                return
            gate_reason = answer[1]
        made: list[int] = []
        session = self._desk.session
        self._desk.did(
            lambda: made.append(
                contacts.record_contact(session, party_id, channel, result, gate_reason=gate_reason)
            ),
            self._told(party_id, channel, result),
            lambda: self.take_back(made[0]),
        )

    def take_back(self, contact_id: int) -> None:
        """*Ångra*: it was the wrong key, or the wrong person."""
        self._desk.did(
            lambda: contacts.take_back_contact(self._desk.session, contact_id),
            "Kontakten är struken. Den står kvar som struken bland händelserna.",
        )

    def write(self, party_id: int | None = None, draft: dict[str, Any] | None = None) -> None:
        """The whole form: another time, another way, a note."""
        known = PartyId(party_id) if party_id is not None else None
        dialog = ContactDialog(self._desk.session, self._options(), self.stops(), party_id=known)
        asked = Asked("contact", {"party_id": party_id})
        self._desk.fill_in(
            dialog, asked, "Kontakten är antecknad.", draft, lambda: self.take_back(dialog.recorded)
        )

    def _options(self) -> list[Option]:
        return [(party.id, _who(party)) for party in self.people()]

    def _told(self, party_id: PartyId, channel: Channel, result: ContactResult) -> str:
        name = names.shown(self._desk.facts.party(party_id).shown_name)
        attempt = ContactAttempt(
            0,
            self._desk.case_id,
            party_id,
            channel,
            result,
            self._desk.session.present,
            self._desk.session.account.id,
        )
        return f"Antecknat: {contact_sentence(attempt, name)}"


def _who(party: Party) -> str:
    phone = names.masked(party.phone)
    return f"{names.shown(party.shown_name)}, {phone}" if phone else names.shown(party.shown_name)
