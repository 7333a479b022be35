"""Summons letters (kallelser): one for each recipient, with the checks made and the bytes to print."""

from dataclasses import astuple
from datetime import datetime

from allvar_desktop.documents import summons
from allvar_desktop.documents.letter_texts import wording
from allvar_desktop.documents.summons_value import SummonsValue, missing_in_summons
from allvar_desktop.domain.case_clock import ClockStop
from allvar_desktop.domain.case_deadlines import case_deadlines, definition_of
from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.gate import Check, Remedy, age_checks, letter_checks, letter_recipients
from allvar_desktop.domain.identity_number import age_on
from allvar_desktop.domain.ids import MeetingId
from allvar_desktop.domain.letter_address import addressed
from allvar_desktop.domain.meeting import Meeting
from allvar_desktop.domain.paper import Paper, PaperKind, PaperState, next_ordinal, paper_number
from allvar_desktop.domain.party import Party
from allvar_desktop.domain.time_text import long_instant_text
from allvar_desktop.errors import StoppedError
from allvar_desktop.services.paper_checks import (
    character_checks,
    field_checks,
    scan_checks,
    scan_for,
    window_checks,
    with_recipient,
)
from allvar_desktop.services.prepared import (
    Made,
    PaperChoices,
    PaperOrder,
    PreparedPaper,
    note_preview,
    stopped_by,
)
from allvar_desktop.services.session import Session
from allvar_desktop.services.summons_values import booked_language, summons_value

_NO_CHOICES = PaperChoices()


def prepare_summonses(
    session: Session, meeting_id: MeetingId, choices: PaperChoices = _NO_CHOICES
) -> tuple[PreparedPaper, ...]:
    """A letter for each recipient, in the order of the case's people. Nothing is stored; one entry is logged.

    Each letter without a stop has taken the next free number. StoppedError for a talk that is over or off.
    """
    meeting = session.tables.meetings.get(meeting_id)
    facts = session.facts(meeting.case_id)
    _refuse_past(meeting)
    mark = note_preview(session, facts, PaperKind.SUMMONS, meeting_id)
    ordinal, prepared = next_ordinal(facts.papers), []
    for reader in recipients(session, facts, meeting):
        number = paper_number(facts.case.number, ordinal)
        order = PaperOrder(PaperKind.SUMMONS, facts.case.id, meeting_id, reader.id, number, mark, choices)
        made = make_summons(session, facts, order)
        ordinal += made.pdf is not None
        prepared.append(PreparedPaper(order, reader.shown_name, reader.role.text, made.checks, made.pdf))
    return tuple(prepared)


def recipients(session: Session, facts: CaseFacts, meeting: Meeting) -> tuple[Party, ...]:
    """Who gets a paper of their own: called adults of the family, and the child from 15 on, today."""
    return letter_recipients(facts, meeting, child_age(session, facts))


def child_age(session: Session, facts: CaseFacts) -> int | None:
    """Whole years today; None while the birth date is not known."""
    born = facts.child.birth_date
    return age_on(born, session.today) if born else None


def make_summons(session: Session, facts: CaseFacts, order: PaperOrder) -> Made:
    """The checks of one letter, and its bytes when none stops it; the same again for the same order."""
    meeting = facts.meeting(order.meeting_id)
    _refuse_past(meeting)
    reader = addressed(facts, _reader(facts, order))
    value = summons_value(session, facts, meeting, reader, order)
    checks = (
        *letter_checks(facts, meeting, reader, by_hand=order.is_by_hand),
        *with_recipient(_finished_checks(session, facts, meeting, reader, value), reader),
    )
    return Made(checks, None if stopped_by(checks) else summons.build(value))


def _reader(facts: CaseFacts, order: PaperOrder) -> Party:
    if order.recipient_id is None:
        raise LookupError("a letter has a recipient")
    return facts.party(order.recipient_id)


def _refuse_past(meeting: Meeting) -> None:
    if not meeting.state.is_coming:
        raise StoppedError(
            f"Samtalet är {meeting.state.text}.", "Boka en ny tid, och skriv kallelser till den."
        )


def _finished_checks(
    session: Session, facts: CaseFacts, meeting: Meeting, reader: Party, value: SummonsValue
) -> tuple[Check, ...]:
    """What can be told from the finished letter, and from the time it calls to."""
    booked = f"{meeting.place} {meeting.room}"
    scan = scan_for(session, facts, reader, value.recipient, _open_words(value))
    return (
        *scan_checks(session, summons.words(value), scan, booked),
        *window_checks(value.recipient, value.window),
        *field_checks(missing_in_summons(value), facts, meeting.event_no),
        *character_checks(_typed(value)),
        *_time_checks(session, facts, meeting),
        *_interpreter_checks(meeting, reader),
        *age_checks(facts, reader, child_age(session, facts)),
        *_repeat_checks(facts.papers_of(meeting.id, PaperKind.SUMMONS), reader),
    )


def _open_words(value: SummonsValue) -> tuple[str, ...]:
    """The words of every such letter, the unit's own people, and those whom this reader may learn of."""
    sentences = wording(value.language, value.variant, value.addressee).values()
    letter = " ".join(f"{sentence.lead} {sentence.body}" for sentence in sentences)
    named = (value.signer, value.signer_title, value.contact_phone, value.child, *value.others)
    return (letter, value.interpreter_language, value.talk_label, *named)


def _typed(value: SummonsValue) -> tuple[str, ...]:
    """Every text in the letter that somebody has typed."""
    texts = (value.child, value.place, value.room, value.arrival, value.suspicion, value.signer)
    head = [str(part) for part in astuple(value.sender)]
    return (*value_of_recipient(value), *texts, value.signer_title, *value.others, *value.also_present, *head)


def value_of_recipient(value: SummonsValue) -> tuple[str, ...]:
    """The recipient's texts before they pass the gate that replaces odd signs."""
    who = value.recipient
    return (who.name, who.care_of, who.street, who.apartment, who.postcode, who.town)


def _time_checks(session: Session, facts: CaseFacts, meeting: Meeting) -> tuple[Check, ...]:
    now = session.clock.now()
    if meeting.starts <= now:
        return (
            Check(
                "Tiden har redan varit",
                is_passed=False,
                detail=f"Samtalet är bokat {long_instant_text(meeting.starts)}. Välj en ny tid.",
                remedy=Remedy.CHANGE_TIME,
            ),
        )
    due = _due(session, facts, meeting, now)
    if due is None:
        return ()
    if meeting.starts <= due:
        return (Check("Tiden ligger före fristen", is_passed=True),)
    return (
        Check(
            "Tiden ligger efter fristen",
            is_passed=False,
            detail=f"Fristen går ut {long_instant_text(due)}. Brevet kan skrivas ut ändå.",
            remedy=Remedy.CHANGE_TIME,
            is_blocking=False,
        ),
    )


def _due(session: Session, facts: CaseFacts, meeting: Meeting, now: datetime) -> datetime | None:
    """When the talk is to be held by the unit's definition; None where that stops at something else."""
    if definition_of(session.settings).stop is not ClockStop.MEETING_HELD:
        return None
    clocks = case_deadlines(facts, session.rules, session.settings, now).clocks
    return next((clock.talk.due for clock in clocks if clock.event_no == meeting.event_no), None)


def _interpreter_checks(meeting: Meeting, reader: Party) -> tuple[Check, ...]:
    if not reader.is_interpreter_needed or booked_language(meeting, reader):
        return ()
    return (
        Check(
            "Tolk är inte bokad",
            is_passed=False,
            detail=f"{reader.shown_name} behöver tolk: {reader.language or 'språk saknas'}.",
            remedy=Remedy.CHANGE_TIME,
            party_id=reader.id,
            is_blocking=False,
        ),
    )


def _repeat_checks(letters: tuple[Paper, ...], reader: Party) -> tuple[Check, ...]:
    printed = [
        letter
        for letter in letters
        if letter.recipient_id == reader.id and letter.state is PaperState.PRINTED
    ]
    if not printed:
        return ()
    return (
        Check(
            "Mottagaren har redan ett brev om det här samtalet",
            is_passed=False,
            detail=f"Det är {printed[-1].number}. Makulera det, om det här ersätter det.",
            is_blocking=False,
        ),
    )
