from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from allvar_desktop.domain.meeting import AskedBy, MeetingState
from allvar_desktop.errors import StoppedError
from allvar_desktop.services import bookings
from allvar_desktop.services.follow_ups import follow_ups
from allvar_desktop.services.problems import InvalidInputError
from allvar_desktop.services.session import Session
from tests.steps import assess, begin, move_clock, soon, take_in, talk


def test_nothing_follows_before_a_talk(session: Session) -> None:
    (case_id,) = take_in(session, 1)
    coming = follow_ups(session, case_id)
    assert (coming.held, coming.deadlines, coming.commitments) == (None, (), ())


def test_follow_ups_are_counted_from_the_held_talk_and_moved_off_free_days(session: Session) -> None:
    (case_id,) = take_in(session, 1)
    assess(session, case_id)
    meeting_id = talk(session, case_id, datetime(2026, 3, 29, 13, tzinfo=UTC))
    move_clock(session, datetime(2026, 3, 29, 13, tzinfo=UTC))
    begin(session, meeting_id)
    session.tables.meetings.change(meeting_id, state=MeetingState.HELD)
    coming = follow_ups(session, case_id)
    assert coming.held == date(2026, 3, 29)
    assert [deadline.due_day for deadline in coming.deadlines] == [
        date(2026, 4, 29),
        date(2026, 6, 29),
        date(2026, 9, 29),
        date(2027, 3, 30),  # the 29th is the day after Easter
    ]


def test_a_cancelled_time_is_booked_again_by_undo(session: Session) -> None:
    (case_id,) = take_in(session, 1)
    old = talk(session, case_id, soon(session))
    bookings.cancel(session, old, asked_by=AskedBy.FAMILY, reason="Arbetar.")
    new = bookings.undo_cancel(session, old)
    facts = session.facts(case_id)
    assert facts.meeting(old).state is MeetingState.CANCELLED
    assert facts.meeting(new).starts == facts.meeting(old).starts
    with pytest.raises(StoppedError):
        bookings.undo_cancel(session, new)


def test_a_time_that_somebody_else_has_taken_is_not_booked_again(session: Session) -> None:
    (case_id,) = take_in(session, 1)
    old = talk(session, case_id, soon(session))
    bookings.cancel(session, old, asked_by=AskedBy.FAMILY, reason="Arbetar.")
    talk(session, case_id, soon(session))
    with pytest.raises(InvalidInputError):
        bookings.undo_cancel(session, old)


def test_a_move_is_not_undone_to_a_time_that_has_passed(session: Session) -> None:
    (case_id,) = take_in(session, 1)
    old = talk(session, case_id, soon(session, 1))
    facts = session.facts(case_id)
    later = bookings.booking_of(facts, facts.meeting(old))
    moved = replace(later, starts=soon(session, 30))
    new = bookings.move(session, old, moved, asked_by=AskedBy.FAMILY, reason="Arbetar.")
    move_clock(session, soon(session, 2))
    with pytest.raises(InvalidInputError):
        bookings.undo_move(session, new)
    assert session.facts(case_id).meeting(new).state.is_coming
