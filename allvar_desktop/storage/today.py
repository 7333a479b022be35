"""What the page of the day asks the register for."""

from dataclasses import dataclass
from datetime import date, time

from allvar_desktop.domain.ids import AccountId, CaseId, CommitmentId, MeetingId
from allvar_desktop.domain.meeting import Meeting
from allvar_desktop.domain.moment import to_utc
from allvar_desktop.storage.instants import instant_to_text
from allvar_desktop.storage.tables import Tables


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits for one account."""

    text: str
    case_number: str
    name: str
    due: date | None
    case_id: CaseId
    commitment_id: CommitmentId | None
    meeting_id: MeetingId


def meetings_between(tables: Tables, first: date, end: date) -> tuple[Meeting, ...]:
    """Meetings planned from `first` to `end` (exclusive), local days, that are coming, ongoing or held."""
    return tables.meetings.where(
        "starts >= ? AND starts < ? AND state IN ('preliminary', 'booked', 'ongoing', 'held')",
        instant_to_text(to_utc(first, time())),
        instant_to_text(to_utc(end, time())),
        order="starts",
    )


def due_commitments(tables: Tables, account_id: AccountId, until: date, limit: int) -> tuple[Waiting, ...]:
    """The account's own commitments that are not done and due by `until` (inclusive), or have no day."""
    rows = tables.db.execute(
        "SELECT c.text, l.number, l.name, c.due, l.case_id, c.id, c.meeting_id FROM commitment c "
        "JOIN meeting m ON m.id = c.meeting_id JOIN case_line l ON l.case_id = m.case_id "
        "WHERE c.account_id = ? AND c.done IS NULL AND (c.due IS NULL OR c.due <= ?) ORDER BY c.due LIMIT ?",
        [account_id, until.isoformat(), limit],
    ).fetchall()
    return tuple(_waiting(row) for row in rows)


def unlocked_records(tables: Tables, account_id: AccountId, limit: int) -> tuple[Waiting, ...]:
    """Held talks of the account's cases whose record is not locked."""
    rows = tables.db.execute(
        "SELECT '', l.number, l.name, l.next_due, l.case_id, NULL, m.id FROM meeting m "
        "JOIN case_line l ON l.case_id = m.case_id LEFT JOIN record r ON r.id = m.id "
        "WHERE m.state = 'held' AND m.handler_id = ? AND (r.state IS NULL OR r.state = 'draft') "
        "ORDER BY m.starts LIMIT ?",
        [account_id, limit],
    ).fetchall()
    return tuple(_waiting(row) for row in rows)


def _waiting(row: tuple[str, str, str, str | None, int, int | None, int]) -> Waiting:
    text, number, name, due, case_id, commitment_id, meeting_id = row
    return Waiting(
        text,
        number,
        name,
        date.fromisoformat(due) if due else None,
        CaseId(case_id),
        CommitmentId(commitment_id) if commitment_id else None,
        MeetingId(meeting_id),
    )
