"""What a closed case still takes, and what must be settled before it is closed."""

from dataclasses import replace

import pytest

from allvar_desktop.domain.deadlines import EndReason
from allvar_desktop.domain.ids import CaseId, MeetingId
from allvar_desktop.domain.meeting import AskedBy, MeetingState
from allvar_desktop.errors import StoppedError
from allvar_desktop.services import bookings, cases, endings, registration
from allvar_desktop.services.session import Session
from tests.notices import ELIAS
from tests.steps import soon, talk


def test_a_closed_case_takes_no_notice_and_no_booking(session: Session, case_id: CaseId) -> None:
    endings.end_clock(session, case_id, EndReason.DECLINED)
    cases.close_case(session, case_id, "Familjen tackade nej.")
    later = replace(ELIAS.notice, received=session.present)
    with pytest.raises(StoppedError, match="avslutat"):
        registration.add_notice(session, case_id, later, is_new_event=True)
    with pytest.raises(StoppedError, match="avslutat"):
        talk(session, case_id, soon(session))
    cases.reopen_case(session, case_id)
    assert registration.add_notice(session, case_id, later, is_new_event=True)
    assert talk(session, case_id, soon(session))


def test_no_booked_talk_is_left_behind_in_a_closed_case(session: Session, locked: MeetingId) -> None:
    case_id = session.tables.meetings.get(locked).case_id
    second = talk(session, case_id, soon(session))
    with pytest.raises(StoppedError, match="fortfarande bokat"):
        cases.close_case(session, case_id, "Klart.")
    bookings.cancel(session, second, asked_by=AskedBy.UNIT, reason="Behövs inte.")
    cases.close_case(session, case_id, "Klart.")
    facts = session.facts(case_id)
    assert not facts.case.is_open
    assert [meeting.state for meeting in facts.meetings] == [MeetingState.HELD, MeetingState.CANCELLED]
