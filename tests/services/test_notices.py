"""What is recorded for a notice: when it can have been made, and what it then needs."""

from datetime import timedelta

import pytest

from allvar_desktop.domain.ids import CaseId
from allvar_desktop.domain.moment import Moment
from allvar_desktop.domain.notice import MayBeTold, PreliminaryDecision, ProtectionResult
from allvar_desktop.domain.timeline import timeline
from allvar_desktop.services import notices
from allvar_desktop.services.problems import InvalidInputError
from allvar_desktop.services.session import Session
from tests.steps import move_clock, take_in

NO_INQUIRY = PreliminaryDecision.NO_INQUIRY


def fields(error: pytest.ExceptionInfo[InvalidInputError]) -> list[str]:
    return [problem.field for problem in error.value.problems]


def test_a_decision_on_the_last_day_needs_no_reason_and_one_the_day_after_does(
    session: Session, case_id: CaseId
) -> None:
    (notice,) = session.facts(case_id).notices
    last = notice.received.day + timedelta(days=14)
    assert notices.preliminary_last_day(session, notice) == last
    move_clock(session, notice.received.earliest() + timedelta(days=16))
    with pytest.raises(InvalidInputError) as late:
        notices.decide_preliminary(session, notice.id, NO_INQUIRY, made=Moment(last + timedelta(days=1)))
    assert fields(late) == ["reason"]
    notices.decide_preliminary(session, notice.id, NO_INQUIRY, made=Moment(last))
    notices.decide_preliminary(session, notice.id, NO_INQUIRY, reason="Familjen var utomlands.")
    assert len(session.facts(case_id).preliminary_assessments) == 2


def test_nothing_is_assessed_before_it_came_in(session: Session, case_id: CaseId) -> None:
    (notice,) = session.facts(case_id).notices
    before = Moment(notice.received.day - timedelta(days=1))
    with pytest.raises(InvalidInputError) as protection:
        notices.assess_protection(session, notice.id, ProtectionResult.NO_NEED, made=before)
    with pytest.raises(InvalidInputError) as preliminary:
        notices.decide_preliminary(session, notice.id, NO_INQUIRY, made=before)
    assert fields(protection) == fields(preliminary) == ["made"]
    notices.assess_protection(session, notice.id, ProtectionResult.NEED, made=Moment(notice.received.day))


def test_that_the_police_asked_to_wait_stays_readable_after_their_yes(session: Session) -> None:
    (yusuf,) = take_in(session, 3)
    (notice,) = session.facts(yusuf).notices
    notices.answer_may_be_told(session, notice.id, MayBeTold.YES, "I. Prov")
    said = [line.text for line in timeline(session.facts(yusuf))]
    assert "Får familjen underrättas: ja (I. Prov)." in said
    (kept,) = [line for line in said if "nej, vänta (Polisen i underrättelsen)" in line]
    assert kept.endswith("nu ja. Orsak: Nytt svar.")
    notices.answer_may_be_told(session, notice.id, MayBeTold.YES, "I. Prov")
    assert len(session.facts(yusuf).corrections) == 1
