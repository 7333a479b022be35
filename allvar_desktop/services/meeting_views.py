"""The talk as its page shows it: before it has begun, while it goes on, and after."""

from dataclasses import dataclass

from allvar_desktop.domain.account import Account
from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.ids import CaseId, MeetingId
from allvar_desktop.domain.meeting import Meeting
from allvar_desktop.services.record_views import RecordView, contents_of, open_record, view_of
from allvar_desktop.services.session import Session


@dataclass(frozen=True, slots=True)
class MeetingView:
    """A talk with its case; `record` is None until it has begun."""

    facts: CaseFacts
    meeting: Meeting
    handler: Account
    record: RecordView | None


def case_of_meeting(session: Session, meeting_id: MeetingId) -> CaseId:
    """The case that a talk belongs to: what `cases.open_case` asks for before anything of it is read."""
    return session.tables.meetings.get(meeting_id).case_id


def open_meeting(session: Session, meeting_id: MeetingId) -> MeetingView:
    """The talk in a case that has been opened, with the entry that its record was read when there is one."""
    return _view(session, meeting_id, is_opened_now=True)


def meeting_again(session: Session, meeting_id: MeetingId) -> MeetingView:
    """The talk on the page that has it open, after a change or to show it anew: no new entry in the log."""
    return _view(session, meeting_id, is_opened_now=False)


def _view(session: Session, meeting_id: MeetingId, *, is_opened_now: bool) -> MeetingView:
    meeting = session.tables.meetings.get(meeting_id)
    facts = session.facts(meeting.case_id)
    record = None
    if facts.record_of(meeting_id) is not None:
        if is_opened_now:
            record = open_record(session, meeting_id)
        else:
            record = view_of(session, facts, meeting, contents_of(session, meeting_id))
    return MeetingView(facts, meeting, session.tables.accounts.get(meeting.handler_id), record)
