"""A locked record can only be added to: the register itself refuses, whoever asks."""

from datetime import UTC, date, datetime

import pytest
from sqlcipher3 import dbapi2

from allvar_desktop.domain.case import OpenReason
from allvar_desktop.domain.ids import CommitmentId, MeetingId, StatementId
from allvar_desktop.domain.meeting import MeetingState
from allvar_desktop.domain.party import PartyRole
from allvar_desktop.domain.record import (
    Addendum,
    Attendance,
    Commitment,
    Presence,
    Record,
    RecordState,
    Section,
    SourceKind,
    Statement,
    StatementKind,
)
from allvar_desktop.storage.case_openings import CaseOpening
from allvar_desktop.storage.tables import Tables
from tests.lines import FRIDA
from tests.storage.stored import add_case, add_meeting, add_party

NOON = datetime(2026, 3, 29, 10, tzinfo=UTC)


def commitment(meeting: MeetingId) -> Commitment:
    return Commitment(CommitmentId(0), meeting, "Ringa skolan.", None, FRIDA, date(2026, 4, 1))


def statement(meeting: MeetingId) -> Statement:
    said, source, kind = "Eleven var tyst.", SourceKind.OWN_OBSERVATION, StatementKind.FACT
    return Statement(StatementId(0), meeting, Section.CHILD, 1, said, source, None, kind)


@pytest.fixture
def draft(tables: Tables) -> MeetingId:
    """A held talk with a statement, an attendance and a commitment in its record."""
    case = add_case(tables)
    meeting = add_meeting(tables, case, NOON, MeetingState.HELD, began=NOON)
    tables.records.add(Record(meeting, RecordState.DRAFT, FRIDA, NOON))
    tables.statements.add(statement(meeting))
    child = add_party(tables, case, PartyRole.CHILD, "Elias")
    tables.attendances.add(Attendance(0, meeting, child, Presence.CAME))
    tables.commitments.add(commitment(meeting))
    return meeting


@pytest.fixture
def locked(tables: Tables, draft: MeetingId) -> MeetingId:
    tables.records.change(draft, state=RecordState.LOCKED, locked=NOON, locked_by=FRIDA)
    return draft


CHANGES = (
    "UPDATE statement SET text = ''",
    "UPDATE statement SET is_withheld = 1",
    "DELETE FROM statement",
    "UPDATE attendance SET presence = 'absent'",
    "DELETE FROM attendance",
    "UPDATE commitment SET text = ''",
    "UPDATE commitment SET due = NULL",
    "DELETE FROM commitment",
    "UPDATE record SET child_view_missing = 'x'",
)


@pytest.mark.parametrize("change", CHANGES)
def test_a_draft_may_be_changed(tables: Tables, draft: MeetingId, change: str) -> None:
    assert tables.db.execute(change).rowcount == 1


@pytest.mark.parametrize("change", [*CHANGES, "UPDATE record SET state = 'draft'", "DELETE FROM record"])
def test_a_locked_record_may_not(tables: Tables, locked: MeetingId, change: str) -> None:
    with pytest.raises(dbapi2.IntegrityError, match="this row is locked"):
        tables.db.execute(change)


def test_nothing_is_put_into_a_locked_record(tables: Tables, locked: MeetingId) -> None:
    with pytest.raises(dbapi2.IntegrityError, match="this row is locked"):
        tables.statements.add(statement(locked))
    with pytest.raises(dbapi2.IntegrityError, match="this row is locked"):
        tables.commitments.add(commitment(locked))


def test_what_was_promised_may_be_done_after_the_locking(tables: Tables, locked: MeetingId) -> None:
    (promised,) = tables.commitments.where("meeting_id = ?", locked)
    assert tables.commitments.change(promised.id, done=NOON).done == NOON


def test_an_addendum_is_added_and_stays(tables: Tables, locked: MeetingId) -> None:
    added = tables.addenda.add(Addendum(0, locked, "Tillägg.", FRIDA, NOON))
    with pytest.raises(dbapi2.IntegrityError, match="this row is locked"):
        tables.addenda.change(added, text="Ändrat.")
    with pytest.raises(dbapi2.IntegrityError, match="this row is locked"):
        tables.addenda.remove(added)
    assert tables.addenda.get(added).text == "Tillägg."


def test_why_a_colleagues_case_was_opened_stays_for_the_supervisor(tables: Tables) -> None:
    opening = CaseOpening(0, add_case(tables), FRIDA, OpenReason.COVER, "Omar är sjuk.", NOON)
    opened = tables.case_openings.add(opening)
    assert tables.case_openings.get(opened).note == "Omar är sjuk."
    with pytest.raises(dbapi2.IntegrityError, match="this row is locked"):
        tables.case_openings.remove(opened)
