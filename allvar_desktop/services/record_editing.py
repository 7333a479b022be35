"""Writing in the draft of a meeting record: attendance, statements, and why the child's view is missing.

Each is one atomic save. The log has the entries of `records.begin_editing` and `records.end_editing` round
them, whose digest covers the whole draft (design.md §3): writing a line is not a thing of its own to log.
"""

from collections.abc import Iterable

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.ids import MeetingId, PartyId, StatementId
from allvar_desktop.domain.meeting import Meeting
from allvar_desktop.domain.problem import Problem
from allvar_desktop.domain.record import Attendance, Presence, Section, Statement
from allvar_desktop.domain.record_contents import NewStatement, check_statement
from allvar_desktop.domain.text_limits import check_text, tidy
from allvar_desktop.errors import StoppedError
from allvar_desktop.services.problems import refuse
from allvar_desktop.services.session import Session


def set_attendance(
    session: Session, meeting_id: MeetingId, party_id: PartyId, presence: Presence, reason: str = ""
) -> None:
    """Whether somebody came; absent asks for a reason. A later answer takes the place of the first."""
    facts, _ = written(session, meeting_id)
    facts.party(party_id)
    problems = [*check_text("reason", "Orsaken", reason, text_limits.LINE)]
    if presence is Presence.ABSENT and not reason.strip():
        problems.append(Problem("reason", "Skriv varför, eller att orsaken är okänd."))
    refuse(problems)
    table = session.tables.attendances
    with session.register.atomic(), session.known.untouched():
        old = table.where("meeting_id = ? AND party_id = ?", meeting_id, party_id)
        if old:
            table.change(old[0].id, presence=presence, reason=tidy(reason))
        else:
            table.add(Attendance(0, meeting_id, party_id, presence, tidy(reason)))


def add_statement(session: Session, meeting_id: MeetingId, statement: NewStatement) -> StatementId:
    """A new line, last in its section."""
    facts, _ = written(session, meeting_id)
    refuse(check_statement(facts, statement))
    with session.register.atomic(), session.known.untouched():
        place = len(_section(session, meeting_id, statement.section))
        row = Statement(
            StatementId(0),
            meeting_id,
            statement.section,
            place,
            tidy(statement.text),
            statement.source,
            statement.source_party_id,
            statement.kind,
            statement.is_withheld,
        )
        return StatementId(session.tables.statements.add(row))


def change_statement(session: Session, statement_id: StatementId, statement: NewStatement) -> None:
    """Another text, source or kind; in another section the line comes last."""
    old = session.tables.statements.get(statement_id)
    facts, _ = written(session, old.meeting_id)
    refuse(check_statement(facts, statement))
    with session.register.atomic():
        is_moved = statement.section is not old.section
        place = len(_section(session, old.meeting_id, statement.section)) if is_moved else old.position
        session.tables.statements.change(
            statement_id,
            section=statement.section,
            position=place,
            text=tidy(statement.text),
            source=statement.source,
            source_party_id=statement.source_party_id,
            kind=statement.kind,
            is_withheld=statement.is_withheld,
        )
        _number(session, _section(session, old.meeting_id, old.section))


def move_statement(session: Session, statement_id: StatementId, place: int) -> None:
    """To another place in its section, 0 first; beyond the end means last."""
    moved = session.tables.statements.get(statement_id)
    written(session, moved.meeting_id)
    with session.register.atomic():
        rows = [row for row in _section(session, moved.meeting_id, moved.section) if row.id != moved.id]
        rows.insert(max(place, 0), moved)
        _number(session, rows)


def remove_statement(session: Session, statement_id: StatementId) -> None:
    """Take a line out of the draft."""
    old = session.tables.statements.get(statement_id)
    written(session, old.meeting_id)
    with session.register.atomic():
        session.tables.statements.remove(statement_id)
        _number(session, _section(session, old.meeting_id, old.section))


def note_child_view_missing(session: Session, meeting_id: MeetingId, reason: str) -> None:
    """Why the child's own view is not there (art. 12); an empty reason takes it away again."""
    written(session, meeting_id)
    refuse(check_text("child_view_missing", "Orsaken", reason, text_limits.NOTE))
    with session.register.atomic():
        session.tables.records.change(meeting_id, child_view_missing=tidy(reason))


def as_statement(row: Statement) -> NewStatement:
    """The stored line as the form that changes it."""
    return NewStatement(row.section, row.text, row.source, row.source_party_id, row.kind, row.is_withheld)


def written(session: Session, meeting_id: MeetingId) -> tuple[CaseFacts, Meeting]:
    """The case of a record that is being written; StoppedError when it is locked or writing has not begun."""
    meeting = session.tables.meetings.get(meeting_id)
    facts = session.facts(meeting.case_id)
    record = facts.record_of(meeting_id)
    if record is not None and record.is_locked:
        raise StoppedError("Dokumentationen är låst.", "Skriv ett tillägg i stället.")
    if meeting_id not in session.editing:
        raise StoppedError("Dokumentationen är inte öppen för att skriva i.", "Öppna den på nytt.")
    return facts, meeting


def _section(session: Session, meeting_id: MeetingId, section: Section) -> tuple[Statement, ...]:
    return session.tables.statements.where(
        "meeting_id = ? AND section = ?", meeting_id, section, order="position, id"
    )


def _number(session: Session, rows: Iterable[Statement]) -> None:
    for place, row in enumerate(rows):
        if row.position != place:
            session.tables.statements.change(row.id, position=place)
