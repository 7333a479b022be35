"""*Boka och skriv kallelser*: everything that Nytt ärende holds, stored in one go or not at all."""

from dataclasses import dataclass
from datetime import datetime

from allvar_desktop.domain.booking import Booking, languages_to_interpret
from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.gate import contact_checks
from allvar_desktop.domain.ids import CaseId, MeetingId
from allvar_desktop.domain.knowledge import Knowledge, knowledge
from allvar_desktop.domain.meeting import InterpreterMode
from allvar_desktop.domain.new_case import NewCase, NewParty
from allvar_desktop.domain.notice import ProtectionResult
from allvar_desktop.domain.party import Party
from allvar_desktop.domain.search_key import fold
from allvar_desktop.domain.settings import Letterhead
from allvar_desktop.services.bookings import book
from allvar_desktop.services.drafts import end_draft
from allvar_desktop.services.notices import assess_protection
from allvar_desktop.services.registration import add_notice, add_party, register_again, register_case
from allvar_desktop.services.session import Session

DRAFT_KEY = "new_case"
"""The draft of the form; it ends with the registration."""

_KNOWLEDGE_STOPS = {
    Knowledge.MAY_NOT: "{reader} får inte få veta var {about} finns. "
    "Boka skilda samtal, eller be gruppledaren om ett säkerhetsbeslut.",
    Knowledge.UNANSWERED: "Det är oklart om {reader} får veta var {about} finns. "
    "Svara på det, eller boka skilda samtal.",
}


@dataclass(frozen=True, slots=True)
class ChosenTime:
    """A time for the talk: the instant in UTC, its minutes, the room ("" where the unit has none).

    `interpreter` is how the interpreter takes part; without one nobody is booked.
    """

    starts: datetime
    minutes: int
    room: str
    interpreter: InterpreterMode | None = None


@dataclass(frozen=True, slots=True)
class Intake:
    """The form, the protection assessment and the time that were given with it, and an earlier case.

    `add_to` is an open case that gets the notice instead of a new case, about a new event or the latest;
    `earlier` a closed one that the new case is linked to.
    """

    form: NewCase
    protection: ProtectionResult | None = None
    time: ChosenTime | None = None
    add_to: CaseId | None = None
    is_new_event: bool = True
    earlier: CaseId | None = None


@dataclass(frozen=True, slots=True)
class TakenIn:
    """The case and the booked meeting; `stop` is why the family may not be booked yet, "" when they may."""

    case_id: CaseId
    meeting_id: MeetingId | None = None
    stop: str = ""


def take_in(session: Session, intake: Intake) -> TakenIn:
    """Register, assess and book in one transaction; the draft ends with it.

    InvalidInputError when a field is wrong or the time has been taken since: nothing is stored then.
    """
    opened = frozenset(session.opened)
    try:
        with session.register.atomic():
            case_id = _register(session, intake)
            facts = session.facts(case_id)
            if intake.protection is not None:
                assess_protection(session, facts.notices[-1].id, intake.protection)
            taken = _book(session, session.facts(case_id), intake.time)
            end_draft(session, DRAFT_KEY)
    except Exception:
        session.opened &= opened
        raise
    return taken


def _register(session: Session, intake: Intake) -> CaseId:
    if intake.add_to is not None:
        add_notice(session, intake.add_to, intake.form.notice, is_new_event=intake.is_new_event)
        known = session.facts(intake.add_to).family
        for party in intake.form.adults:
            if not any(_is_same(party, other) for other in known):
                add_party(session, intake.add_to, party)
        return intake.add_to
    if intake.earlier is not None:
        return register_again(session, intake.form, intake.earlier)
    return register_case(session, intake.form)


def _is_same(typed: NewParty, known: Party) -> bool:
    """The same name or number: what the case already holds of a person is corrected there, not here."""
    digits = "".join(sign for sign in typed.identity_number if sign.isdigit())
    is_same_number = len(digits) >= 10 and known.identity_number.endswith(digits)
    return is_same_number or (bool(fold(typed.name)) and fold(typed.name) == fold(known.name))


def _book(session: Session, facts: CaseFacts, time: ChosenTime | None) -> TakenIn:
    case_id, event_no = facts.case.id, facts.event_no
    stop = _stop(facts, event_no)
    if time is None or stop:
        return TakenIn(case_id, stop=stop)
    called = _called(facts)
    booking = Booking(
        event_no=event_no,
        starts=time.starts,
        minutes=time.minutes,
        room=time.room,
        place="" if time.room else own_place(session.settings.letterhead),
        handler_id=facts.case.handler_id or session.account.id,
        party_ids=tuple(party.id for party in called),
        interpreter_language=languages_to_interpret(called) if time.interpreter else "",
        interpreter_mode=time.interpreter,
    )
    return TakenIn(case_id, book(session, case_id, booking))


def own_place(head: Letterhead) -> str:
    """Where a unit without rooms meets: where its letters come from."""
    return ", ".join(part for part in (head.unit, head.street) if part)


def _called(facts: CaseFacts) -> tuple[Party, ...]:
    """The family, but for guardians of whom nothing is known to call them by."""
    return tuple(party for party in facts.family if party.name or party.phone or party is facts.child)


def _stop(facts: CaseFacts, event_no: int) -> str:
    """Why the family may not be booked yet, in a sentence; "" when they may."""
    failed = next((check for check in contact_checks(facts, event_no) if check.is_stop), None)
    if failed is not None:
        return f"{failed.label}. {failed.detail}"
    called = [party for party in _called(facts) if party.role.is_family]
    decision = facts.safety_decision
    is_decided = decision is not None and decision.is_joint_meeting_allowed
    for reader in called:
        for about in called:
            answer = knowledge(facts, reader, about)
            words = _KNOWLEDGE_STOPS.get(answer) if reader is not about else None
            if words and not (is_decided and answer is Knowledge.MAY_NOT):
                return words.format(reader=reader.shown_name, about=about.shown_name)
    return ""
