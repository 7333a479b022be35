"""The path of a case that is closed."""

from dataclasses import replace

from allvar_desktop.domain.case import CaseState
from allvar_desktop.domain.deadlines import EndReason
from allvar_desktop.domain.ending import ClockEnding
from allvar_desktop.domain.path import PathStep, StepState, path_of
from tests.facts import CASE, FRIDA, facts, moment


def test_a_closed_case_has_no_next_step_even_without_a_protection_assessment() -> None:
    case = facts(protection_assessments=())
    closed = replace(case, case=replace(case.case, state=CaseState.CLOSED))
    assert {stop.state for stop in path_of(closed, 1)} == {StepState.LAPSED}


def test_an_open_case_whose_clock_has_ended_still_asks_for_its_protection_assessment() -> None:
    ending = ClockEnding(1, CASE, 1, EndReason.DECLINED, moment(28, 9), FRIDA)
    states = {
        stop.step: stop.state for stop in path_of(facts(protection_assessments=(), endings=(ending,)), 1)
    }
    assert states.pop(PathStep.NOTICE) is StepState.NEXT
    assert set(states.values()) == {StepState.LAPSED}
