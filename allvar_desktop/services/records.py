"""The talk goes on: it begins, is written down, ends, and its record is locked; then only addenda."""

from datetime import datetime

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.act import Act
from allvar_desktop.domain.changes import changes
from allvar_desktop.domain.correction import Correction
from allvar_desktop.domain.ids import MeetingId
from allvar_desktop.domain.meeting import Meeting, MeetingState
from allvar_desktop.domain.problem import Problem
from allvar_desktop.domain.record import Addendum, Record, RecordState
from allvar_desktop.domain.record_contents import RecordContents, is_nobody_there
from allvar_desktop.domain.text_limits import check_text, tidy
from allvar_desktop.errors import StoppedError
from allvar_desktop.services.problems import refuse
from allvar_desktop.services.record_views import contents_of, locking_problems
from allvar_desktop.services.session import Session


def begin_meeting(session: Session, meeting_id: MeetingId, began: datetime | None = None) -> None:
    """*Samtalet pågår*: the clock counts from `began` (UTC, now unless given), and the record is a draft."""
    meeting = session.tables.meetings.get(meeting_id)
    facts = session.facts(meeting.case_id)
    if meeting.state is MeetingState.ONGOING:
        raise StoppedError("Samtalet pågår redan.", "Öppna dokumentationen.")
    if not meeting.state.is_coming:
        raise StoppedError(f"Samtalet är {meeting.state.text}.", "Boka en ny tid i stället.")
    now = session.clock.now()
    start = began or now
    received = [notice.received.earliest() for notice in facts.notices_of(meeting.event_no)]
    refuse(_time_problems(session, start, None, not_before=min(received, default=start)))
    with session.action(Act.MEETING_BEGAN, facts.case.id, f"meeting:{meeting_id}") as entry:
        record = Record(meeting_id, RecordState.DRAFT, session.account.id, now, "")
        session.tables.records.add(record)
        entry.result(session.tables.meetings.change(meeting_id, state=MeetingState.ONGOING, began=start))


def end_meeting(session: Session, meeting_id: MeetingId, ended: datetime | None = None) -> None:
    """The talk is held. `ended` in UTC, now unless given."""
    meeting, contents = _begun(session, meeting_id)
    if meeting.state is not MeetingState.ONGOING:
        raise StoppedError(f"Samtalet är {meeting.state.text}.", "Rätta tiderna i dokumentationen i stället.")
    facts = session.facts(meeting.case_id)
    if is_nobody_there(facts, contents, meeting):
        raise StoppedError("Ingen i familjen kom.", "Anteckna uteblev i stället.")
    end = ended or session.clock.now()
    refuse(_time_problems(session, meeting.began or meeting.starts, end))
    with session.action(Act.MEETING_ENDED, facts.case.id, f"meeting:{meeting_id}") as entry:
        entry.result(session.tables.meetings.change(meeting_id, state=MeetingState.HELD, ended=end))


def set_times(session: Session, meeting_id: MeetingId, *, began: datetime, ended: datetime | None) -> None:
    """Correct when the talk began and ended; the clock follows, and the old times stay readable.

    An end can be left open while the talk goes on, and be set only together with one that is there.
    """
    meeting, contents = _begun(session, meeting_id)
    refuse_locked(contents)
    facts = session.facts(meeting.case_id)
    received = [notice.received.earliest() for notice in facts.notices_of(meeting.event_no)]
    problems = _time_problems(session, began, ended, not_before=min(received, default=began))
    if (meeting.state is MeetingState.HELD) != (ended is not None):
        problems.append(Problem("ended", "Avsluta samtalet först, och skriv sedan när det slutade."))
    refuse(problems)
    with session.action(Act.CORRECTED, facts.case.id, f"meeting:{meeting_id}") as entry:
        changed = session.tables.meetings.change(meeting_id, began=began, ended=ended)
        _keep_old_times(session, meeting, changed)
        entry.result(changed)


def begin_editing(session: Session, meeting_id: MeetingId) -> None:
    """Somebody begins to write; what is saved from here to `end_editing` has no entries of its own."""
    meeting, contents = _begun(session, meeting_id)
    refuse_locked(contents)
    if meeting_id in session.editing:
        return
    with session.action(Act.RECORD_CHANGED, meeting.case_id, f"meeting:{meeting_id}:begun") as entry:
        entry.result(contents)
    session.editing.add(meeting_id)


def end_editing(session: Session, meeting_id: MeetingId) -> None:
    """Writing pauses or is over; the entry's digest covers the whole draft as it stands then."""
    if meeting_id not in session.editing:
        return
    meeting, contents = _begun(session, meeting_id)
    with session.action(Act.RECORD_CHANGED, meeting.case_id, f"meeting:{meeting_id}:ended") as entry:
        entry.result(contents)
    session.editing.discard(meeting_id)


def lock_record(session: Session, meeting_id: MeetingId) -> None:
    """From now on only addenda. InvalidInputError names by field and section what is missing."""
    meeting, contents = _begun(session, meeting_id)
    refuse_locked(contents)
    facts = session.facts(meeting.case_id)
    refuse(locking_problems(session, facts, meeting, contents))
    with session.register.atomic():
        end_editing(session, meeting_id)
        with session.action(Act.RECORD_LOCKED, facts.case.id, f"meeting:{meeting_id}") as entry:
            session.tables.records.change(
                meeting_id,
                state=RecordState.LOCKED,
                locked=session.clock.now(),
                locked_by=session.account.id,
            )
            entry.result(contents_of(session, meeting_id))


def add_addendum(session: Session, meeting_id: MeetingId, text: str) -> int:
    """A dated addition to a locked record; its id comes back. What was locked stays as it was."""
    meeting, contents = _begun(session, meeting_id)
    if not contents.record.is_locked:
        raise StoppedError("Dokumentationen är inte låst än.", "Skriv direkt i den.")
    problems = [*check_text("text", "Tillägget", text, text_limits.STATEMENT)]
    if not text.strip():
        problems.append(Problem("text", "Skriv vad som ska läggas till."))
    refuse(problems)
    with session.action(Act.ADDENDUM_WRITTEN, meeting.case_id) as entry:
        addendum = Addendum(0, meeting_id, tidy(text), session.account.id, session.clock.now())
        row = session.tables.addenda.add(addendum)
        entry.result(addendum, f"addendum:{row}")
    return row


def refuse_locked(contents: RecordContents) -> None:
    """StoppedError for a locked record."""
    if contents.record.is_locked:
        raise StoppedError("Dokumentationen är låst.", "Skriv ett tillägg i stället.")


def _begun(session: Session, meeting_id: MeetingId) -> tuple[Meeting, RecordContents]:
    """A meeting with its record, its case opened before."""
    meeting = session.tables.meetings.get(meeting_id)
    session.facts(meeting.case_id)
    return meeting, contents_of(session, meeting_id)


def _time_problems(
    session: Session, began: datetime, ended: datetime | None, *, not_before: datetime | None = None
) -> list[Problem]:
    now = session.clock.now()
    problems = []
    if began > now:
        problems.append(Problem("began", "Samtalets början ligger i framtiden. Kontrollera tiden."))
    if not_before is not None and began < not_before:
        problems.append(Problem("began", "Samtalet börjar före underrättelsen. Kontrollera tiden."))
    if ended is not None and ended < began:
        problems.append(Problem("ended", "Samtalet slutar före det börjar. Kontrollera tiderna."))
    if ended is not None and ended > now:
        problems.append(Problem("ended", "Samtalets slut ligger i framtiden. Kontrollera tiden."))
    return problems


def _keep_old_times(session: Session, old: Meeting, new: Meeting) -> None:
    for change in changes(old, new):
        session.tables.corrections.add(
            Correction(
                0, old.case_id, "meeting", old.id, change.field, change.old, change.new, "Rättad tid.",
                session.account.id, session.clock.now(),
            )
        )  # fmt: skip
