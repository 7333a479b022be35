"""The family's copies (familjens exemplar): the agreement and whom to reach, for one reader each.

What a reader may not learn is left out line by line: what is withheld, what somebody does whose
whereabouts are hidden from the reader, and what tells of such a person, of another family, or of anybody's
address or number.
"""

from allvar_desktop.documents import family_copy
from allvar_desktop.documents.family_copy import FamilyCopyValue, missing_in_family_copy
from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.gate import Check, age_checks, copy_checks
from allvar_desktop.domain.ids import MeetingId
from allvar_desktop.domain.letter_address import addressed
from allvar_desktop.domain.letter_scan import identity_numbers_in
from allvar_desktop.domain.letter_secrets import hidden_from, told_to
from allvar_desktop.domain.moment import to_local
from allvar_desktop.domain.paper import PaperKind, next_ordinal, paper_number
from allvar_desktop.domain.party import Party
from allvar_desktop.domain.record import Commitment, Section
from allvar_desktop.services.paper_checks import (
    Scan,
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
from allvar_desktop.services.record_views import RecordView
from allvar_desktop.services.session import Session
from allvar_desktop.services.summaries import commitment_line, locked_view
from allvar_desktop.services.summons_values import paper_identity, recipient_of
from allvar_desktop.services.summonses import child_age, recipients

_NO_CHOICES = PaperChoices()


def prepare_family_copies(
    session: Session, meeting_id: MeetingId, choices: PaperChoices = _NO_CHOICES
) -> tuple[PreparedPaper, ...]:
    """A copy for each called adult of the family and for a child of 15 or over. One entry is logged.

    StoppedError while the record is a draft.
    """
    meeting = session.tables.meetings.get(meeting_id)
    facts = session.facts(meeting.case_id)
    locked_view(session, facts, meeting)
    mark = note_preview(session, facts, PaperKind.FAMILY_COPY, meeting_id)
    ordinal, prepared = next_ordinal(facts.papers), []
    for reader in recipients(session, facts, meeting):
        number = paper_number(facts.case.number, ordinal)
        order = PaperOrder(PaperKind.FAMILY_COPY, facts.case.id, meeting_id, reader.id, number, mark, choices)
        made = make_family_copy(session, facts, order)
        ordinal += made.pdf is not None
        prepared.append(PreparedPaper(order, reader.shown_name, reader.role.text, made.checks, made.pdf))
    return tuple(prepared)


def make_family_copy(session: Session, facts: CaseFacts, order: PaperOrder) -> Made:
    """The checks of one copy, and its bytes when none stops it; the same again for the same order."""
    if order.recipient_id is None:
        raise LookupError("a family copy has a recipient")
    meeting = facts.meeting(order.meeting_id)
    view = locked_view(session, facts, meeting)
    reader = addressed(facts, facts.party(order.recipient_id))
    scan = _scan(session, view, reader, order)
    told = tuple(row for row in view.contents.commitments if _may_read(session, view, reader, row, scan))
    value = _value(session, view, reader, order, told, _next_contact(session, view, reader, scan))
    checks = (
        *copy_checks(facts, reader, by_hand=order.is_by_hand),
        *with_recipient(_finished_checks(session, view, value, scan), reader),
        *_left_out_checks(view, told),
        *age_checks(facts, reader, child_age(session, facts)),
    )
    return Made(checks, None if stopped_by(checks) else family_copy.build(value))


def _scan(session: Session, view: RecordView, reader: Party, order: PaperOrder) -> Scan:
    """Open are the unit's people and those of the family whom this reader may learn of."""
    hidden = hidden_from(view.facts, reader)
    handler = session.tables.accounts.get(view.meeting.handler_id)
    named = [party.name for party in view.facts.family if party not in hidden]
    staff = [handler.name, handler.title, handler.phone, *view.authors.values()]
    recipient = recipient_of(reader, is_by_hand=order.is_by_hand)
    return scan_for(session, view.facts, reader, recipient, [*named, *staff])


def _may_read(session: Session, view: RecordView, reader: Party, row: Commitment, scan: Scan) -> bool:
    hidden = {party.id for party in hidden_from(view.facts, reader)}
    if row.is_withheld or row.party_id in hidden:
        return False
    return not _tells(session, row.text, scan)


def _tells(session: Session, text: str, scan: Scan) -> bool:
    today = to_local(session.clock.now()).date()
    told = told_to(text, scan.secrets, own=scan.own, unit=scan.unit)
    return bool(told or identity_numbers_in(text, today, scan.unit))


def _next_contact(session: Session, view: RecordView, reader: Party, scan: Scan) -> str:
    """What was said of the next contact; nothing for a reader from whom somebody is hidden.

    A time to meet again is a place in a schedule.
    """
    if hidden_from(view.facts, reader):
        return ""
    rows = view.contents.statements_of(Section.NEXT_CONTACT)
    return "\n".join(row.text for row in rows if not row.is_withheld and not _tells(session, row.text, scan))


def _value(
    session: Session,
    view: RecordView,
    reader: Party,
    order: PaperOrder,
    told: tuple[Commitment, ...],
    next_contact: str,
) -> FamilyCopyValue:
    handler = session.tables.accounts.get(view.meeting.handler_id)
    settings = session.settings
    return FamilyCopyValue(
        paper=paper_identity(session, order),
        sender=settings.letterhead,
        window=settings.window,
        recipient=recipient_of(reader, is_by_hand=order.is_by_hand),
        written_on=to_local(session.clock.now()).date(),
        case_number=view.facts.case.number,
        met=view.meeting.began or view.meeting.starts,
        commitments=tuple(commitment_line(view, row) for row in told),
        next_contact=next_contact,
        contact_name=handler.name,
        contact_title=handler.title,
        contact_phone=handler.phone or settings.letterhead.phone,
    )


def _finished_checks(
    session: Session, view: RecordView, value: FamilyCopyValue, scan: Scan
) -> tuple[Check, ...]:
    who = value.recipient
    typed = (who.name, who.care_of, who.street, who.apartment, who.postcode, who.town)
    return (
        *scan_checks(session, family_copy.words(value), scan, booked=""),
        *window_checks(value.recipient, value.window),
        *field_checks(missing_in_family_copy(value), view.facts, view.meeting.event_no),
        *character_checks(typed),
        *character_checks([line.what for line in value.commitments], is_blocking=False),
    )


def _left_out_checks(view: RecordView, told: tuple[Commitment, ...]) -> tuple[Check, ...]:
    count = len(view.contents.commitments) - len(told)
    if not count:
        return ()
    label = "Ett åtagande är utelämnat" if count == 1 else f"{count} åtaganden är utelämnade"
    return (
        Check(
            label,
            is_passed=False,
            detail="Den som läser får inte veta det som står där.",
            is_blocking=False,
        ),
    )
