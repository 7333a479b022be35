"""What runs in one case: its clocks, and the deadlines of its notices and records."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from allvar_desktop.domain.case_deadlines import CaseDeadlines, case_deadlines, event_steps
from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.deadlines import State
from allvar_desktop.domain.ids import NoticeId
from allvar_desktop.domain.meeting import MeetingState
from allvar_desktop.domain.notice import PreliminaryAssessment, PreliminaryDecision
from allvar_desktop.domain.settings import UnitSettings
from tests.domain.test_deadline_rules import RULES
from tests.facts import FRIDA, NOTICE, NOW, SARA, attempt, facts, meeting, moment, notice

SECOND = NoticeId(2)
TWO_EVENTS = (notice(), notice(id=SECOND, event_no=2, received=moment(30, 9), reported=None, offence=None))


def deadlines(case: CaseFacts, now: datetime = NOW) -> CaseDeadlines:
    return case_deadlines(case, RULES, UnitSettings(), now)


def decided(decision: PreliminaryDecision, day: int) -> PreliminaryAssessment:
    return PreliminaryAssessment(1, NOTICE, moment(day, 10), FRIDA, decision, "")


def test_each_event_has_a_clock_and_is_found_by_its_number() -> None:
    found = deadlines(facts(notices=TWO_EVENTS))
    assert [clock.event_no for clock in found.clocks] == [1, 2]
    assert found.clock_of(2).talk.start == moment(30, 9)
    with pytest.raises(LookupError):
        found.clock_of(3)


def test_a_notice_that_comes_while_an_inquiry_is_open_needs_no_decision() -> None:
    opened = decided(PreliminaryDecision.OPEN_INQUIRY, 28)
    found = deadlines(facts(notices=TWO_EVENTS, preliminary_assessments=(opened,)))
    assert [row.notice_id for row in found.preliminary] == [NOTICE]


@pytest.mark.parametrize(
    "earlier", [decided(PreliminaryDecision.OPEN_INQUIRY, 31), decided(PreliminaryDecision.NO_INQUIRY, 28)]
)
def test_a_notice_without_an_open_inquiry_needs_its_own_decision(earlier: PreliminaryAssessment) -> None:
    found = deadlines(facts(notices=TWO_EVENTS, preliminary_assessments=(earlier,)))
    assert [row.notice_id for row in found.preliminary] == [NOTICE, SECOND]


def test_an_inquiry_that_was_opened_by_mistake_and_decided_anew_spares_no_notice() -> None:
    mistaken, meant = (
        decided(PreliminaryDecision.OPEN_INQUIRY, 28),
        decided(PreliminaryDecision.NO_INQUIRY, 28),
    )
    found = deadlines(facts(notices=TWO_EVENTS, preliminary_assessments=(mistaken, meant)))
    assert [row.notice_id for row in found.preliminary] == [NOTICE, SECOND]


def test_the_decision_ends_the_deadline_of_its_notice() -> None:
    made = decided(PreliminaryDecision.OPEN_INQUIRY, 30)
    (row,) = deadlines(facts(preliminary_assessments=(made,)), datetime(2026, 5, 1, tzinfo=UTC)).preliminary
    assert row.deadline.state is State.DONE_IN_TIME
    (late,) = deadlines(facts(), NOW + timedelta(days=30)).preliminary
    assert late.deadline.state is State.OVERDUE


def test_a_talk_that_was_held_is_a_contact_too_though_no_call_was_noted() -> None:
    began = datetime(2026, 3, 29, 13, 0, tzinfo=UTC)
    held = facts(meetings=(meeting(state=MeetingState.HELD, began=began),))
    (clock,) = deadlines(held, NOW + timedelta(days=9)).clocks
    assert clock.contact is not None
    assert clock.contact.state is State.DONE_IN_TIME
    called_before = replace(held, contacts=(attempt(SARA),))
    assert event_steps(called_before, 1).first_contact == attempt(SARA).at
