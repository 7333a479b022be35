"""What happened in a case, one readable line for each event, the latest first (händelser)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.contact import TAKEN_BACK, Channel, ContactAttempt, ContactResult
from allvar_desktop.domain.correction import HANDED_OVER
from allvar_desktop.domain.ids import AccountId
from allvar_desktop.domain.meeting import Meeting, MeetingState
from allvar_desktop.domain.moment import Moment, to_local
from allvar_desktop.domain.paper import Paper, PaperState
from allvar_desktop.domain.time_text import clock_text, long_moment_text, short_day_text


@dataclass(frozen=True, slots=True)
class TimelineLine:
    """One event: when it happened, what, and the account that noted it (None where the rows do not say)."""

    at: Moment
    text: str
    account_id: AccountId | None = None


def timeline(facts: CaseFacts) -> tuple[TimelineLine, ...]:
    """Every event of the case. Corrected values stand with the old one beside the new."""
    lines = [
        *_notices(facts),
        *_contacts(facts),
        *_meetings(facts),
        *_records(facts),
        *_papers(facts),
        *_reasons(facts),
        *_corrections(facts),
    ]
    case = facts.case
    lines.append(TimelineLine(_at(case.opened), f"Ärendet {case.number} registrerades."))
    if case.closed is not None:
        note = f" {case.close_note}" if case.close_note else ""
        lines.append(TimelineLine(_at(case.closed), f"Ärendet avslutades.{note}"))
    return tuple(sorted(lines, key=lambda line: line.at.sort_key(), reverse=True))


def _at(instant: datetime) -> Moment:
    return Moment.from_instant(instant)


def _notices(facts: CaseFacts) -> Iterator[TimelineLine]:
    for notice in facts.notices:
        sender = f" från {notice.sender}" if notice.sender else ""
        yield TimelineLine(notice.received, f"{notice.kind.text} mottagen{sender} ({notice.arrival.text}).")
        if notice.told_at is not None:
            who = f" ({notice.told_by})" if notice.told_by else ""
            yield TimelineLine(notice.told_at, f"Får familjen underrättas: {notice.may_be_told.text}{who}.")
    for made in facts.protection_assessments:
        said = made.result.text if made.result else f"inte gjord: {made.reason}".rstrip(".")
        yield TimelineLine(made.made, f"Skyddsbedömning: {said}.", made.account_id)
    for decided in facts.preliminary_assessments:
        yield TimelineLine(
            decided.made,
            f"Förhandsbedömning: {decided.decision.text}. {decided.reason}".strip(),
            decided.account_id,
        )


def _contacts(facts: CaseFacts) -> Iterator[TimelineLine]:
    standing = facts.standing_contacts
    for attempt in facts.contacts:
        name = facts.party(attempt.party_id).shown_name
        note = f" {attempt.note}" if attempt.note else ""
        gate = f" Kontakt trots hinder: {attempt.gate_reason}" if attempt.gate_reason else ""
        struck = "" if attempt in standing else "Struken: "
        text = f"{struck}{contact_sentence(attempt, name)}{note}{gate}"
        yield TimelineLine(attempt.at, text, attempt.account_id)


def contact_sentence(attempt: ContactAttempt, name: str) -> str:
    """The sentence of an attempt: ``Ringde Jonas Wik, inget svar.``."""
    verbs = {
        Channel.PHONE: "Ringde",
        Channel.SMS: "SMS utan innehåll till",
        Channel.HAND: "Lämnade för hand till",
        Channel.LETTER: "Brev till",
        Channel.VISIT: "Besökte",
    }
    if attempt.result is ContactResult.SENT:
        return f"{verbs[attempt.channel]} {name}."
    return f"{verbs[attempt.channel]} {name}, {attempt.result.text}."


def _meetings(facts: CaseFacts) -> Iterator[TimelineLine]:
    for meeting in facts.meetings:
        when = _when(meeting.starts)
        where = f", {meeting.room or meeting.place}" if meeting.room or meeting.place else ""
        firm = "preliminärt " if meeting.state is MeetingState.PRELIMINARY else ""
        yield TimelineLine(
            _at(meeting.booked or meeting.starts), f"Samtal {firm}bokat {when}{where}.", meeting.handler_id
        )
        if meeting.began is not None:
            yield TimelineLine(_at(meeting.began), f"Samtalet började{where}.", meeting.handler_id)
        if meeting.ended is not None:
            yield TimelineLine(_at(meeting.ended), "Samtalet slutade.", meeting.handler_id)
        if meeting.state in _ENDS:
            yield TimelineLine(
                _at(meeting.state_changed or meeting.starts), _end(meeting, when), meeting.handler_id
            )


_ENDS = {
    MeetingState.MOVED: "flyttat",
    MeetingState.CANCELLED: "inställt",
    MeetingState.NO_SHOW: "hölls inte, familjen uteblev",
}


def _end(meeting: Meeting, when: str) -> str:
    asked = f" ({meeting.asked_by.text} bad om det)" if meeting.asked_by else ""
    reason = f": {meeting.state_reason}" if meeting.state_reason else ""
    return f"Samtal {when} {_ENDS[meeting.state]}{asked}{reason}".rstrip(".") + "."


def _when(instant: datetime) -> str:
    local = to_local(instant)
    return f"{short_day_text(local.date())} {clock_text(local.time())}"


def _records(facts: CaseFacts) -> Iterator[TimelineLine]:
    for record in facts.records:
        if record.locked is not None:
            yield TimelineLine(_at(record.locked), "Dokumentationen låstes.", record.locked_by)


def _papers(facts: CaseFacts) -> Iterator[TimelineLine]:
    """Each with when it was printed, and once more when it was voided."""
    for paper in facts.papers:
        if paper.printed is not None:
            words = _paper_sentence(facts, paper, PaperState.PRINTED)
            yield TimelineLine(_at(paper.printed), words, paper.account_id)
        if paper.printed is None or paper.state is not PaperState.PRINTED:
            at = _at(paper.state_changed or paper.issued)
            yield TimelineLine(at, _paper_sentence(facts, paper, paper.state), paper.account_id)


def _paper_sentence(facts: CaseFacts, paper: Paper, state: PaperState) -> str:
    to = f" till {facts.party(paper.recipient_id).shown_name}" if paper.recipient_id else ""
    reason = f" {paper.state_reason}" if state is PaperState.VOIDED else ""
    return f"{paper.kind.text}{to} {state.text}, handling {paper.number}.{reason}"


def _reasons(facts: CaseFacts) -> Iterator[TimelineLine]:
    for ending in facts.endings:
        note = f" {ending.note}" if ending.note else ""
        yield TimelineLine(ending.at, f"Inget samtal: {ending.reason.text}.{note}", ending.account_id)
    for delay in facts.delays:
        note = f" {delay.note}" if delay.note else ""
        yield TimelineLine(delay.at, f"Orsak till försening: {delay.reason.text}.{note}", delay.account_id)
    for pause in facts.pauses:
        until = f" till {long_moment_text(pause.ends)}" if pause.ends else ""
        yield TimelineLine(
            pause.begins, f"Väntan{until}: {pause.reason.text}. Klockan går.", pause.account_id
        )
    for decision in facts.safety_decisions:
        said = "gemensamt samtal är säkert" if decision.is_joint_meeting_allowed else "skilda samtal"
        yield TimelineLine(
            decision.decided, f"Säkerhetsbeslut: {said}. {decision.reason}", decision.account_id
        )
    for permission in facts.permissions:
        name = facts.party(permission.party_id).shown_name
        ground = permission.ground.text if permission.ground else f"samtycke från {permission.given_by}"
        yield TimelineLine(
            permission.given_at, f"{name} får delta: {ground}. {permission.covers}", permission.account_id
        )


def _corrections(facts: CaseFacts) -> Iterator[TimelineLine]:
    for row in facts.corrections:
        if row.table_name == TAKEN_BACK:
            yield TimelineLine(_at(row.made), f"Kontakten ströks: {row.old}", row.account_id)
            continue
        if row.table_name == HANDED_OVER:
            words = f"Handläggare: {row.new}, förut {row.old}."
            yield TimelineLine(_at(row.made), words, row.account_id)
            continue
        old = row.old or "tomt"
        new = row.new or "tomt"
        yield TimelineLine(
            _at(row.made),
            f"Rättat ({field_text(row.field)}): {old}, nu {new}. Orsak: {row.reason}",
            row.account_id,
        )


def field_text(field: str) -> str:
    """A corrected field's name on screen."""
    return _FIELD_TEXTS.get(field, field)


_FIELD_TEXTS = {
    "name": "namn",
    "identity_number": "personnummer",
    "identity_reason": "orsak till avvikande nummer",
    "birth_date": "födelsedatum",
    "phone": "telefon",
    "care_of": "c/o",
    "street": "gata",
    "apartment": "lägenhet",
    "postcode": "postnummer",
    "town": "ort",
    "protection": "skydd",
    "language": "språk",
    "is_interpreter_needed": "behöver tolk",
    "is_living_with_child": "barnet bor här",
    "relation": "relation",
    "organisation": "organisation",
    "note": "anteckning",
    "role": "roll",
    "kind": "slag",
    "arrival": "sätt",
    "received": "mottagen",
    "is_first_emptying": "låg i posten vid första tömningen",
    "names_suspicion": "gäller misstanke om brott",
    "reported": "polisanmälan",
    "offence": "händelsens tid",
    "sender": "avsändare",
    "reference": "diarienummer",
    "event_text": "händelse",
    "may_be_told": "får underrättas",
    "told_by": "vem som svarade",
    "is_interview_held": "förhör hållet",
    "mediation": "medling",
    "may_know": "får veta",
}
