"""The summary of a locked record (sammanfattning av samtalet), for the file."""

from allvar_desktop.documents import summary
from allvar_desktop.documents.commitments import CommitmentLine
from allvar_desktop.documents.letter_page import visiting_address
from allvar_desktop.documents.summary_value import (
    AddendumLine,
    AttendanceLine,
    StatementLine,
    SummaryValue,
    missing_in_summary,
)
from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.gate import Check
from allvar_desktop.domain.identity_number import IdentityNumber
from allvar_desktop.domain.ids import MeetingId
from allvar_desktop.domain.meeting import Meeting
from allvar_desktop.domain.paper import PaperKind, next_ordinal, paper_number
from allvar_desktop.domain.party import Party
from allvar_desktop.domain.record import Commitment
from allvar_desktop.domain.record_contents import has_police_come
from allvar_desktop.errors import StoppedError
from allvar_desktop.services.paper_checks import character_checks, field_checks
from allvar_desktop.services.prepared import (
    Made,
    PaperChoices,
    PaperOrder,
    PreparedPaper,
    note_preview,
    stopped_by,
)
from allvar_desktop.services.record_views import RecordView, contents_of, mentions, view_of
from allvar_desktop.services.session import Session
from allvar_desktop.services.summons_values import paper_identity, room_text

_FILE = "Akten"


def prepare_summary(session: Session, meeting_id: MeetingId) -> PreparedPaper:
    """The file's copy of a locked record, addenda included. Nothing is stored; one entry is logged.

    StoppedError while the record is a draft.
    """
    meeting = session.tables.meetings.get(meeting_id)
    facts = session.facts(meeting.case_id)
    locked_view(session, facts, meeting)
    mark = note_preview(session, facts, PaperKind.SUMMARY, meeting_id)
    number = paper_number(facts.case.number, next_ordinal(facts.papers))
    order = PaperOrder(PaperKind.SUMMARY, facts.case.id, meeting_id, None, number, mark, PaperChoices())
    made = make_summary(session, facts, order)
    return PreparedPaper(order, _FILE, "", made.checks, made.pdf)


def make_summary(session: Session, facts: CaseFacts, order: PaperOrder) -> Made:
    """The checks and the bytes of the summary; the same again for the same order."""
    meeting = facts.meeting(order.meeting_id)
    view = locked_view(session, facts, meeting)
    value = summary_value(session, view, order)
    checks = (
        *field_checks(missing_in_summary(value), facts, meeting.event_no),
        *character_checks([line.text for line in value.statements], is_blocking=False),
        _mention_check(session, view),
    )
    return Made(checks, None if stopped_by(checks) else summary.build(value))


def locked_view(session: Session, facts: CaseFacts, meeting: Meeting) -> RecordView:
    """A record that may be printed. StoppedError for a draft."""
    contents = contents_of(session, meeting.id)
    if not contents.record.is_locked:
        raise StoppedError("Dokumentationen är inte låst.", "Lås den först. Ett utkast skrivs inte ut.")
    return view_of(session, facts, meeting, contents)


def summary_value(session: Session, view: RecordView, order: PaperOrder) -> SummaryValue:
    """Everything that the record holds, withheld lines marked."""
    facts, meeting, contents = view.facts, view.meeting, view.contents
    record, letterhead = contents.record, session.settings.letterhead
    author = session.tables.accounts.get(record.author_id)
    place = meeting.place or visiting_address(letterhead)
    return SummaryValue(
        paper=paper_identity(session, order),
        sender=letterhead,
        case_number=facts.case.number,
        child=facts.child.shown_name,
        child_identity=_identity(facts.child),
        began=meeting.began or meeting.starts,
        ended=meeting.ended,
        place=", ".join(part for part in (place, room_text(meeting.room)) if part),
        attendance=_attendance(view),
        is_police_present=has_police_come(facts, contents),
        interpreter=_interpreter(meeting),
        author=author.name,
        author_title=author.title,
        written=record.begun,
        locked=record.locked or record.begun,
        child_view_missing=record.child_view_missing,
        statements=tuple(
            StatementLine(row.section, row.text, view.source_name(row), row.kind, row.is_withheld)
            for row in contents.statements
        ),
        commitments=tuple(commitment_line(view, row) for row in contents.commitments),
        addenda=tuple(
            AddendumLine(row.text, view.authors[row.account_id], row.written) for row in contents.addenda
        ),
    )


def commitment_line(view: RecordView, row: Commitment) -> CommitmentLine:
    """Who does what by when; a colleague by name."""
    if row.party_id is not None:
        who = view.facts.party(row.party_id).shown_name
    else:
        who = view.authors[row.account_id] if row.account_id is not None else ""
    return CommitmentLine(who, row.text, row.due, row.is_withheld)


def _attendance(view: RecordView) -> tuple[AttendanceLine, ...]:
    """Those who were called, and whoever else came."""
    present = {row.party_id for row in view.contents.attendance}
    shown = [party for party in view.facts.parties if party in view.called or party.id in present]
    lines = []
    for party in shown:
        row = view.contents.presence_of(party.id)
        came, reason = (row.presence, row.reason) if row else (None, "")
        lines.append(AttendanceLine(party.shown_name, party.role.text, came, reason))
    return tuple(lines)


def _identity(child: Party) -> str:
    return IdentityNumber(child.identity_number).display() if child.identity_number else ""


def _interpreter(meeting: Meeting) -> str:
    mode = f", {meeting.interpreter_mode.text}" if meeting.interpreter_mode else ""
    return f"{meeting.interpreter_language}{mode}" if meeting.interpreter_language else ""


def _mention_check(session: Session, view: RecordView) -> Check:
    """Locking has looked already; of a case linked since then there can only be a warning."""
    if not mentions(session, view.facts, view.contents):
        return Check("Inget om någon annan familj", is_passed=True)
    return Check(
        "Texten nämner någon ur ett länkat ärende",
        is_passed=False,
        detail="Dokumentationen är låst. Lämna inte ut papperet till familjen.",
        is_blocking=False,
    )
