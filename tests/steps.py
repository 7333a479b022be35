"""Steps of the work that many tests begin with, taken through the services."""

from datetime import datetime, timedelta
from io import BytesIO

from pypdf import PdfReader

from allvar_desktop.clock import FixedClock
from allvar_desktop.domain.booking import Booking
from allvar_desktop.domain.case import LinkReason
from allvar_desktop.domain.ids import CaseId, MeetingId
from allvar_desktop.domain.meeting import InterpreterMode
from allvar_desktop.domain.notice import MayBeTold, ProtectionResult
from allvar_desktop.domain.party import Party
from allvar_desktop.domain.record import Presence, Section, SourceKind
from allvar_desktop.domain.record_contents import NewStatement
from allvar_desktop.services import bookings, links, notices, record_editing, records, registration
from allvar_desktop.services.meeting_views import meeting_again
from allvar_desktop.services.record_views import RecordView
from allvar_desktop.services.session import Session
from tests.notices import NOTICES, Incoming


def move_clock(session: Session, instant: datetime) -> None:
    assert isinstance(session.clock, FixedClock)
    session.clock.set(instant)


def take_in(session: Session, number: int) -> tuple[CaseId, ...]:
    """Register one of the six notices at its time; the cases come back, linked where there are two."""
    return take_in_this(session, NOTICES[number])


def take_in_this(session: Session, incoming: Incoming) -> tuple[CaseId, ...]:
    move_clock(session, incoming.registered)
    cases = tuple(registration.register_case(session, form) for form in incoming.forms)
    for other in cases[1:]:
        links.link_cases(session, cases[0], other, LinkReason.SAME_EVENT)
    for instant, notice in incoming.later:
        move_clock(session, instant)
        registration.add_notice(session, cases[0], notice, is_new_event=False)
    return cases


def assess(session: Session, case_id: CaseId) -> None:
    """A protection assessment for each notice: no immediate need."""
    for notice in session.facts(case_id).notices:
        notices.assess_protection(session, notice.id, ProtectionResult.NO_NEED)


def let_tell(session: Session, case_id: CaseId) -> None:
    """The police say yes for each notice."""
    for notice in session.facts(case_id).notices:
        notices.answer_may_be_told(session, notice.id, MayBeTold.YES, "Polisen på telefon")


def party(session: Session, case_id: CaseId, name: str) -> Party:
    """The person whose name begins so."""
    return next(each for each in session.facts(case_id).parties if each.name.startswith(name))


def talk(
    session: Session,
    case_id: CaseId,
    starts: datetime,
    *names: str,
    room: str = "Eken",
    place: str = "",
    language: str = "",
) -> MeetingId:
    """Book an hour with those named, or with the whole family when nobody is named."""
    facts = session.facts(case_id)
    called = tuple(party(session, case_id, name) for name in names) or facts.family
    booking = Booking(
        event_no=facts.event_no,
        starts=starts,
        minutes=60,
        room=room,
        place=place,
        handler_id=session.account.id,
        party_ids=tuple(each.id for each in called),
        interpreter_language=language,
        interpreter_mode=InterpreterMode.ON_SITE if language else None,
    )
    return bookings.book(session, case_id, booking)


def soon(session: Session, hours: float = 24) -> datetime:
    return session.clock.now() + timedelta(hours=hours)


def ready_case(session: Session, number: int) -> CaseId:
    """The first case of a notice, assessed and with the word of the police: letters may be written."""
    case_id = take_in(session, number)[0]
    assess(session, case_id)
    let_tell(session, case_id)
    return case_id


def begin(session: Session, meeting_id: MeetingId) -> MeetingId:
    """The talk begins when it was planned, and somebody writes."""
    move_clock(session, session.tables.meetings.get(meeting_id).starts)
    records.begin_meeting(session, meeting_id)
    records.begin_editing(session, meeting_id)
    return meeting_id


def all_came(session: Session, meeting_id: MeetingId) -> None:
    meeting = session.tables.meetings.get(meeting_id)
    for each in session.facts(meeting.case_id).participants_of(meeting_id):
        record_editing.set_attendance(session, meeting_id, each.id, Presence.CAME)


def hear_child(
    session: Session, meeting_id: MeetingId, text: str = "Jag ville inte, men jag gjorde det."
) -> None:
    meeting = session.tables.meetings.get(meeting_id)
    child = session.facts(meeting.case_id).child
    said = NewStatement(Section.CHILD, text, SourceKind.PARTY, child.id)
    record_editing.add_statement(session, meeting_id, said)


def lock(session: Session, meeting_id: MeetingId) -> None:
    """An hour later the talk is over and its record is locked."""
    move_clock(session, soon(session, 1))
    records.end_meeting(session, meeting_id)
    records.lock_record(session, meeting_id)


def look_again(session: Session, meeting_id: MeetingId) -> RecordView:
    """The record as its page shows it after a change."""
    record = meeting_again(session, meeting_id).record
    assert record is not None
    return record


def words_of(pdf: bytes | None) -> str:
    """The words of a finished paper, read back by another library, with single spaces."""
    assert pdf is not None
    pages = PdfReader(BytesIO(pdf), strict=True).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)
