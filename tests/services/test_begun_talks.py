"""A talk that has begun can be neither moved nor cancelled; that nobody came can be noted."""

from collections.abc import Callable

import pytest

from allvar_desktop.domain.deadlines import EndReason
from allvar_desktop.domain.ids import CaseId, MeetingId
from allvar_desktop.domain.meeting import AskedBy, MeetingState
from allvar_desktop.errors import StoppedError
from allvar_desktop.services import bookings, endings, records
from allvar_desktop.services.session import Session
from tests import steps

Change = Callable[[Session, MeetingId], object]


def move(session: Session, meeting_id: MeetingId) -> None:
    facts = session.facts(CaseId(1))
    booking = bookings.booking_of(facts, facts.meeting(meeting_id))
    bookings.move(session, meeting_id, booking, asked_by=AskedBy.UNIT, reason="Rummet är upptaget.")


def cancel(session: Session, meeting_id: MeetingId) -> None:
    bookings.cancel(session, meeting_id, asked_by=AskedBy.FAMILY, reason="Familjen bad om det.")


def end_the_clock(session: Session, meeting_id: MeetingId) -> None:
    endings.end_clock(session, session.tables.meetings.get(meeting_id).case_id, EndReason.DECLINED)


@pytest.mark.parametrize("change", [move, cancel, end_the_clock, bookings.undo_move])
def test_a_talk_that_goes_on_stays_and_the_next_step_is_named(
    session: Session, ongoing: MeetingId, change: Change
) -> None:
    before = session.facts(CaseId(1))
    with pytest.raises(StoppedError, match="Samtalet pågår") as stopped:
        change(session, ongoing)
    assert "uteblev" in stopped.value.next_step
    assert session.facts(CaseId(1)) == before


@pytest.mark.parametrize("change", [move, cancel])
def test_a_talk_that_is_over_stays_too(session: Session, locked: MeetingId, change: Change) -> None:
    with pytest.raises(StoppedError, match="hållet"):
        change(session, locked)
    assert session.facts(CaseId(1)).meeting(locked).state is MeetingState.HELD


def test_nobody_came_to_a_talk_that_was_begun_before_its_time(session: Session, case_id: CaseId) -> None:
    meeting_id = steps.talk(session, case_id, steps.soon(session))
    steps.move_clock(session, steps.soon(session, 23.9))
    records.begin_meeting(session, meeting_id)
    bookings.note_no_show(session, meeting_id, reason="Ingen kom.")
    assert session.facts(case_id).meeting(meeting_id).state is MeetingState.NO_SHOW


def test_somebody_who_is_noted_as_there_did_not_stay_away(session: Session, ongoing: MeetingId) -> None:
    steps.all_came(session, ongoing)
    with pytest.raises(StoppedError, match="närvarande"):
        bookings.note_no_show(session, ongoing, reason="Ingen kom.")
    assert session.facts(CaseId(1)).meeting(ongoing).state is MeetingState.ONGOING
