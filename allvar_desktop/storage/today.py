"""What the page of the day asks the register for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from allvar_desktop.domain.case_line import CaseLine
from allvar_desktop.domain.ids import AccountId, CommitmentId, MeetingId, PaperId
from allvar_desktop.domain.meeting import MeetingState
from allvar_desktop.domain.moment import to_utc
from allvar_desktop.domain.paper import PaperKind
from allvar_desktop.storage.case_lines import COLUMNS, line_of
from allvar_desktop.storage.instants import instant_from_text, instant_to_text
from allvar_desktop.storage.tables import Tables

_LINE = ", ".join(f"l.{name}" for name in COLUMNS)
_SHOWN_STATES = "('preliminary', 'booked', 'ongoing', 'held')"


@dataclass(frozen=True, slots=True)
class PlannedMeeting:
    """A meeting of the day with what its row says. `police` is a name, or "" when nobody is called."""

    id: MeetingId
    handler_id: AccountId
    starts: datetime
    minutes: int
    room: str
    place: str
    state: MeetingState
    interpreter_language: str
    police: str
    guardians: int
    line: CaseLine


@dataclass(frozen=True, slots=True)
class DueCommitment:
    """What the staff promised at a talk."""

    id: CommitmentId
    text: str
    due: date | None
    line: CaseLine


@dataclass(frozen=True, slots=True)
class OpenRecord:
    """A talk that has begun and whose record is not locked."""

    meeting_id: MeetingId
    state: MeetingState
    began: datetime
    line: CaseLine


@dataclass(frozen=True, slots=True)
class IssuedPaper:
    """A paper of which nobody has said whether it came out of the printer."""

    id: PaperId
    number: str
    kind: PaperKind
    line: CaseLine


def meetings_between(tables: Tables, first: date, end: date) -> tuple[PlannedMeeting, ...]:
    """Meetings planned from `first` to `end` (exclusive), local days, that are coming, ongoing or held."""
    rows = tables.db.execute(
        "SELECT m.id, m.handler_id, m.starts, m.minutes, m.room, m.place, m.state, m.interpreter_language, "
        "coalesce((SELECT q.name FROM participant p JOIN party q ON q.id = p.party_id "
        "WHERE p.meeting_id = m.id AND q.role = 'police' ORDER BY q.id LIMIT 1), ''), "
        "(SELECT count(*) FROM participant p JOIN party q ON q.id = p.party_id "
        "WHERE p.meeting_id = m.id AND q.role = 'guardian'), "
        f"{_LINE} FROM meeting m JOIN case_line l ON l.case_id = m.case_id "
        f"WHERE m.starts >= ? AND m.starts < ? AND m.state IN {_SHOWN_STATES} ORDER BY m.starts, m.id",
        [instant_to_text(to_utc(first, time())), instant_to_text(to_utc(end, time()))],
    )
    return tuple(_meeting(row) for row in rows.fetchall())


def due_commitments(
    tables: Tables, account_id: AccountId, until: date, limit: int
) -> tuple[DueCommitment, ...]:
    """The account's own commitments that are not done and due by `until` (inclusive), or have no day."""
    rows = tables.db.execute(
        f"SELECT c.id, c.text, c.due, {_LINE} FROM commitment c "
        "JOIN meeting m ON m.id = c.meeting_id JOIN case_line l ON l.case_id = m.case_id "
        "WHERE c.account_id = ? AND c.done IS NULL AND (c.due IS NULL OR c.due <= ?) "
        "ORDER BY c.due IS NULL, c.due, c.id LIMIT ?",
        [account_id, until.isoformat(), limit],
    )
    return tuple(
        DueCommitment(
            CommitmentId(row[0]), row[1], date.fromisoformat(row[2]) if row[2] else None, line_of(row[3:])
        )
        for row in rows.fetchall()
    )


def open_records(tables: Tables, account_id: AccountId, limit: int) -> tuple[OpenRecord, ...]:
    """Talks that the account began and whose record is not locked, the oldest first."""
    rows = tables.db.execute(
        f"SELECT m.id, m.state, m.began, {_LINE} FROM record r JOIN meeting m ON m.id = r.id "
        "JOIN case_line l ON l.case_id = m.case_id "
        "WHERE r.state = 'draft' AND m.handler_id = ? AND m.state IN ('ongoing', 'held') "
        "ORDER BY m.began, m.id LIMIT ?",
        [account_id, limit],
    )
    return tuple(
        OpenRecord(MeetingId(row[0]), MeetingState(row[1]), instant_from_text(row[2]), line_of(row[3:]))
        for row in rows.fetchall()
    )


def issued_papers(tables: Tables, account_id: AccountId, limit: int) -> tuple[IssuedPaper, ...]:
    """The account's papers that are waiting for an answer, the oldest first."""
    rows = tables.db.execute(
        f"SELECT p.id, p.number, p.kind, {_LINE} FROM paper p JOIN case_line l ON l.case_id = p.case_id "
        "WHERE p.account_id = ? AND p.state = 'issued' ORDER BY p.id LIMIT ?",
        [account_id, limit],
    )
    return tuple(
        IssuedPaper(PaperId(row[0]), row[1], PaperKind(row[2]), line_of(row[3:])) for row in rows.fetchall()
    )


def due_steps(tables: Tables, account_id: AccountId, until: date, limit: int) -> tuple[CaseLine, ...]:
    """The account's open cases whose next step has a last day by `until` (inclusive), the earliest first.

    After them those with a locked summary to print: that has no last day, and would be forgotten.
    """
    rows = tables.db.execute(
        f"SELECT {_LINE} FROM case_line l WHERE l.handler_id = ? AND l.is_open = 1 "
        "AND (l.next_due <= ? AND l.next_step <> 'write_summary' OR l.next_step = 'print_summary') "
        "ORDER BY l.next_due IS NULL, l.next_due, l.number LIMIT ?",
        [account_id, until.isoformat(), limit],
    )
    return tuple(line_of(row) for row in rows.fetchall())


def _meeting(row: Sequence[Any]) -> PlannedMeeting:
    meeting, handler, starts, minutes, room, place, state, language, police, guardians = row[:10]
    return PlannedMeeting(
        MeetingId(meeting), AccountId(handler), instant_from_text(starts), minutes, room, place,
        MeetingState(state), language, police, guardians, line_of(row[10:]),
    )  # fmt: skip
