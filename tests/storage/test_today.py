"""What the page of the day asks for: whose, until when, in which order, and no more than fits."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from allvar_desktop.domain.case_line import NextStep
from allvar_desktop.domain.ids import AccountId, CaseId, CommitmentId, MeetingId, PaperId
from allvar_desktop.domain.meeting import MeetingState, Participant
from allvar_desktop.domain.paper import Paper, PaperKind, PaperState
from allvar_desktop.domain.party import PartyRole
from allvar_desktop.domain.record import Commitment, Record, RecordState
from allvar_desktop.storage.tables import Tables
from allvar_desktop.storage.today import (
    due_commitments,
    due_steps,
    issued_papers,
    meetings_between,
    open_records,
)
from tests.lines import FRIDA, OMAR, line
from tests.storage.stored import add_case, add_meeting, add_party

SUNDAY = date(2026, 3, 29)
"""Summer time begins: the day is an hour short."""
DAY = timedelta(days=1)
NOON = datetime(2026, 3, 29, 10, tzinfo=UTC)


def planned(tables: Tables, first: date = SUNDAY, days: int = 1) -> list[MeetingId]:
    return [meeting.id for meeting in meetings_between(tables, first, first + days * DAY)]


def test_a_day_begins_and_ends_at_midnight_in_stockholm(tables: Tables) -> None:
    case = add_case(tables)
    hours = (datetime(2026, 3, 28, 22, 59, tzinfo=UTC), datetime(2026, 3, 28, 23, tzinfo=UTC))
    before, first = (add_meeting(tables, case, at) for at in hours)
    last = add_meeting(tables, case, datetime(2026, 3, 29, 21, 59, tzinfo=UTC))
    after = add_meeting(tables, case, datetime(2026, 3, 29, 22, tzinfo=UTC))
    assert planned(tables) == [first, last]
    assert planned(tables, SUNDAY - DAY) == [before]
    assert planned(tables, SUNDAY - DAY, days=3) == [before, first, last, after]


def test_only_talks_that_are_coming_ongoing_or_held_stand_in_the_day(tables: Tables) -> None:
    case = add_case(tables)
    shown = [
        add_meeting(tables, case, NOON, state)
        for state in MeetingState
        if state.is_coming or state is MeetingState.HELD
    ]
    for state in (MeetingState.MOVED, MeetingState.CANCELLED, MeetingState.NO_SHOW):
        add_meeting(tables, case, NOON, state)
    assert planned(tables) == shown


def test_a_talk_tells_who_comes_and_in_which_case(tables: Tables) -> None:
    case = add_case(tables, handler_id=OMAR)
    alone = add_meeting(tables, case, NOON, handler=OMAR)
    called = add_meeting(tables, case, NOON + DAY / 24, interpreter_language="somaliska")
    people = (
        (PartyRole.CHILD, "Elias"), (PartyRole.GUARDIAN, "Sara"), (PartyRole.GUARDIAN, "Jonas"),
        (PartyRole.POLICE, "I. Prov"), (PartyRole.POLICE, "U. Prov"),
    )  # fmt: skip
    for role, name in people:
        tables.participants.add(Participant(0, called, add_party(tables, case, role, name)))
    first, second = meetings_between(tables, SUNDAY, SUNDAY + DAY)
    assert (first.id, first.police, first.guardians, first.handler_id) == (alone, "", 0, OMAR)
    assert (second.police, second.guardians, second.interpreter_language) == ("I. Prov", 2, "somaliska")
    assert (second.starts, second.minutes, second.room) == (NOON + DAY / 24, 60, "Eken")
    assert first.line == second.line == line(handler_id=OMAR)


def promise(
    tables: Tables,
    meeting: MeetingId,
    due: date | None,
    account: AccountId | None = FRIDA,
    done: datetime | None = None,
) -> CommitmentId:
    made = Commitment(CommitmentId(0), meeting, "Ringa skolan.", None, account, due, done=done)
    return CommitmentId(tables.commitments.add(made))


def talk(
    tables: Tables, number: int = 1, state: MeetingState = MeetingState.HELD, **changed: Any
) -> MeetingId:
    """A talk that was held, with its record begun."""
    meeting = add_meeting(tables, add_case(tables, number), NOON, state, began=NOON, **changed)
    tables.records.add(Record(meeting, RecordState.DRAFT, FRIDA, NOON))
    return meeting


def test_own_promises_come_by_their_day_and_those_without_one_last(tables: Tables) -> None:
    meeting = talk(tables)
    without = promise(tables, meeting, None)
    today, earlier = promise(tables, meeting, SUNDAY), promise(tables, meeting, SUNDAY - 9 * DAY)
    promise(tables, meeting, SUNDAY + DAY)
    promise(tables, meeting, SUNDAY, account=OMAR)
    promise(tables, meeting, SUNDAY, account=None)
    promise(tables, meeting, SUNDAY, done=NOON)
    found = due_commitments(tables, FRIDA, SUNDAY, 10)
    assert [one.id for one in found] == [earlier, today, without]
    assert [one.due for one in found] == [SUNDAY - 9 * DAY, SUNDAY, None]
    assert found[0].text == "Ringa skolan."
    assert found[0].line == line()
    assert [one.id for one in due_commitments(tables, FRIDA, SUNDAY, 1)] == [earlier]


def test_own_talks_whose_record_is_not_locked_come_oldest_first(tables: Tables) -> None:
    later = talk(tables, 1)
    going_on = talk(tables, 2, MeetingState.ONGOING)
    tables.meetings.change(going_on, began=NOON - DAY)
    locked = talk(tables, 3)
    tables.records.change(locked, state=RecordState.LOCKED)
    talk(tables, 4, handler=OMAR)
    # Prepared, but the talk has not begun.
    booked = add_meeting(tables, CaseId(1), NOON)
    tables.records.add(Record(booked, RecordState.DRAFT, FRIDA, NOON))
    found = open_records(tables, FRIDA, 10)
    assert [one.meeting_id for one in found] == [going_on, later]
    assert [(one.state, one.began) for one in found] == [
        (MeetingState.ONGOING, NOON - DAY),
        (MeetingState.HELD, NOON),
    ]
    assert found[0].line.case_id == 2
    assert len(open_records(tables, FRIDA, 1)) == 1


def test_own_papers_that_nobody_has_answered_for_come_oldest_first(tables: Tables) -> None:
    case = add_case(tables)

    def issue(number: int, state: PaperState = PaperState.ISSUED, account: AccountId = FRIDA) -> PaperId:
        paper = Paper(
            PaperId(0), f"HV-2026-0001-{number}", PaperKind.SUMMARY, case, None, None, state, NOON, account,
            "", "",
        )  # fmt: skip
        return PaperId(tables.papers.add(paper))

    first = issue(1)
    issue(2, PaperState.PRINTED)
    issue(3, PaperState.VOIDED)
    issue(4, account=OMAR)
    last = issue(5)
    found = issued_papers(tables, FRIDA, 10)
    assert [paper.id for paper in found] == [first, last]
    assert (found[1].number, found[1].kind, found[1].line) == ("HV-2026-0001-5", PaperKind.SUMMARY, line())
    assert [paper.id for paper in issued_papers(tables, FRIDA, 1)] == [first]


@pytest.mark.parametrize(
    "other",
    [
        {"handler_id": OMAR},
        {"handler_id": None},
        {"is_open": False},
        {"next_due": SUNDAY + DAY},
        {"next_due": None},
        # It stands under the talk whose record is open, and is not told twice.
        {"next_step": NextStep.WRITE_SUMMARY},
    ],
)
def test_own_open_cases_with_a_last_day_for_their_next_step(tables: Tables, other: dict[str, Any]) -> None:
    add_case(tables, 1, next_due=SUNDAY)
    add_case(tables, 2, next_due=SUNDAY - DAY)
    add_case(tables, 3, **{"next_due": SUNDAY, **other})
    assert [found.case_id for found in due_steps(tables, FRIDA, SUNDAY, 10)] == [2, 1]
    assert [found.case_id for found in due_steps(tables, FRIDA, SUNDAY, 1)] == [2]


def test_a_locked_summary_that_is_not_printed_comes_after_what_has_a_day(tables: Tables) -> None:
    add_case(tables, 1, next_step=NextStep.PRINT_SUMMARY)
    add_case(tables, 2, next_due=SUNDAY)
    add_case(tables, 3, next_step=NextStep.PRINT_SUMMARY, handler_id=OMAR)
    assert [found.case_id for found in due_steps(tables, FRIDA, SUNDAY, 10)] == [2, 1]
