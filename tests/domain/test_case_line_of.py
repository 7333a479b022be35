"""The line of a case says what its facts say."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from allvar_desktop.domain.case_deadlines import case_deadlines
from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.case_line import CaseLine, NextStep
from allvar_desktop.domain.case_line_of import case_line_of
from allvar_desktop.domain.deadlines import EndReason
from allvar_desktop.domain.ending import ClockEnding
from allvar_desktop.domain.ids import NoticeId
from allvar_desktop.domain.meeting import MeetingState
from allvar_desktop.domain.moment import Moment
from allvar_desktop.domain.party import Protection
from allvar_desktop.domain.settings import UnitSettings
from tests.domain.test_deadline_rules import RULES
from tests.facts import CASE, FRIDA, NOW, child, facts, guardian, meeting, moment, notice

DUE = datetime(2026, 3, 29, 14, 40, tzinfo=UTC)


def line_of(case: CaseFacts) -> CaseLine:
    return case_line_of(case, case_deadlines(case, RULES, UnitSettings(), NOW))


def ended(event_no: int) -> ClockEnding:
    return ClockEnding(event_no, CASE, event_no, EndReason.DECLINED, moment(27, 16, 30), FRIDA)


def test_a_running_clock_stands_with_its_end_and_the_next_step() -> None:
    line = line_of(facts())
    assert (line.number, line.name, line.name_key) == ("HV-2026-0001", "Elias Bergdahl", "elias bergdahl")
    assert (line.clock_due, line.clock_stopped, line.clock_ended) == (DUE, None, "")
    assert (line.next_step, line.is_uncertain, line.is_protected) == (NextStep.CALL, False, False)
    assert line.meeting_starts is None


def test_a_case_without_a_suspicion_has_no_clock() -> None:
    line = line_of(facts(notices=(notice(names_suspicion=False),)))
    assert (line.clock_due, line.clock_stopped, line.clock_ended) == (None, None, "")
    assert not line.is_delay_explained


def test_an_unknown_hour_makes_the_line_uncertain() -> None:
    line = line_of(facts(notices=(notice(received=Moment(moment(27, 15).day)),)))
    assert line.is_uncertain


@pytest.mark.parametrize("protection", [Protection.UNKNOWN, Protection.CONFIDENTIALITY_MARK])
def test_one_protected_person_marks_the_line(protection: Protection) -> None:
    parties = (child(), guardian(protection=protection))
    assert line_of(facts(parties=parties)).is_protected


def test_a_held_talk_stops_the_clock_and_a_booked_one_is_told() -> None:
    booked = line_of(facts(meetings=(meeting(),)))
    assert booked.meeting_starts == meeting().starts
    held = meeting(state=MeetingState.HELD, began=DUE, ended=DUE)
    assert line_of(facts(meetings=(held,))).clock_stopped == DUE


def test_an_ending_is_told_by_its_reason() -> None:
    assert line_of(facts(endings=(ended(1),))).clock_ended == EndReason.DECLINED


def test_of_several_clocks_the_first_to_run_out_stands_and_else_the_latest() -> None:
    later = notice(id=NoticeId(2), event_no=2, received=moment(27, 15, 50), reported=None, offence=None)
    two = facts(notices=(notice(), later))
    assert line_of(two).clock_due == DUE
    first_ended = replace(two, endings=(ended(1),))
    assert line_of(first_ended).clock_due == DUE.replace(minute=50)
    both_ended = replace(two, endings=(ended(1), ended(2)))
    assert line_of(both_ended).clock_ended == EndReason.DECLINED
