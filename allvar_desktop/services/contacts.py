"""Reaching the family: each attempt with its result, and one that was noted by mistake taken back."""

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.act import Act
from allvar_desktop.domain.contact import TAKEN_BACK, Channel, ContactAttempt, ContactResult
from allvar_desktop.domain.correction import Correction
from allvar_desktop.domain.gate import Check, contact_checks
from allvar_desktop.domain.ids import PartyId
from allvar_desktop.domain.moment import Moment
from allvar_desktop.domain.problem import Problem
from allvar_desktop.domain.text_limits import check_text, tidy
from allvar_desktop.domain.timeline import contact_sentence
from allvar_desktop.errors import StoppedError
from allvar_desktop.services.problems import refuse
from allvar_desktop.services.session import Session
from allvar_desktop.services.times import check_past


def stops_for_contact(session: Session, party_id: PartyId) -> tuple[Check, ...]:
    """The gates that are not passed yet: a contact all the same asks for a reason."""
    party = session.tables.parties.get(party_id)
    facts = session.facts(party.case_id)
    return tuple(check for check in contact_checks(facts, facts.event_no) if not check.is_passed)


def record_contact(
    session: Session,
    party_id: PartyId,
    channel: Channel,
    result: ContactResult,
    *,
    at: Moment | None = None,
    note: str = "",
    gate_reason: str = "",
) -> int:
    """Store one attempt; its id comes back. `at` is now unless given.

    InvalidInputError on ``gate_reason`` when a gate is not passed and no reason is given.
    """
    party = session.tables.parties.get(party_id)
    when = at or session.present
    problems = [
        *check_text("note", "Anteckningen", note, text_limits.NOTE),
        *check_text("gate_reason", "Orsaken", gate_reason, text_limits.NOTE),
        *check_past(session, "at", "Kontakten", when),
    ]
    stops = stops_for_contact(session, party_id)
    if stops and not gate_reason.strip():
        problems.append(Problem("gate_reason", f"{stops[0].label}. Skriv varför kontakten togs ändå."))
    refuse(problems)
    with session.action(Act.CONTACT_RECORDED, party.case_id) as entry:
        attempt = ContactAttempt(
            0,
            party.case_id,
            party_id,
            channel,
            result,
            when,
            session.account.id,
            tidy(note),
            tidy(gate_reason),
        )
        row = session.tables.contacts.add(attempt)
        entry.result(attempt, f"contact:{row}")
    return row


def take_back_contact(session: Session, contact_id: int) -> None:
    """*Ångra*: an attempt of one's own that was noted by mistake. It stays readable, and counts no more."""
    attempt = session.tables.contacts.get(contact_id)
    facts = session.facts(attempt.case_id)
    if attempt not in facts.standing_contacts:
        raise StoppedError("Kontakten är redan struken.", "Anteckna den på nytt om den ändå togs.")
    if attempt.account_id != session.account.id:
        raise StoppedError("En kollega antecknade kontakten.", "Be kollegan rätta den.")
    with session.action(Act.CORRECTED, attempt.case_id, f"contact:{contact_id}") as entry:
        said = contact_sentence(attempt, facts.party(attempt.party_id).shown_name)
        row = Correction(
            0, attempt.case_id, TAKEN_BACK, contact_id, "result", said, "", "Ångrad.",
            session.account.id, session.clock.now(),
        )  # fmt: skip
        session.tables.corrections.add(row)
        entry.result(row)
