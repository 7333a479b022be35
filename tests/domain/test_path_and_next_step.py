"""The path of a case, and the one thing to do next."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from allvar_desktop.domain.case import CaseState
from allvar_desktop.domain.case_deadlines import case_deadlines
from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.case_line import NextStep
from allvar_desktop.domain.contact import ContactResult
from allvar_desktop.domain.deadline_rules import load_rules
from allvar_desktop.domain.deadlines import EndReason
from allvar_desktop.domain.ending import ClockEnding, Delay, DelayReason
from allvar_desktop.domain.meeting import MeetingState
from allvar_desktop.domain.moment import Moment
from allvar_desktop.domain.next_step import Advice, is_explained, is_late, next_step
from allvar_desktop.domain.notice import MayBeTold, PreliminaryAssessment, PreliminaryDecision
from allvar_desktop.domain.paper import PaperKind, PaperState
from allvar_desktop.domain.path import PathStep, StepState, path_of, reached_ids
from allvar_desktop.domain.record import Record, RecordState
from allvar_desktop.domain.settings import UnitSettings
from allvar_desktop.paths import resources
from tests.facts import (
    CASE,
    CHILD,
    FRIDA,
    JONAS,
    NOTICE,
    NOW,
    SARA,
    TALK,
    assessed,
    attempt,
    called,
    facts,
    letter,
    meeting,
    moment,
    notice,
)

RULES = load_rules((resources() / "rules" / "deadlines.toml").read_text(encoding="utf-8"))
BEGAN = datetime(2026, 3, 29, 13, 4, tzinfo=UTC)
REACHED = (attempt(SARA), attempt(JONAS))


def advice(case: CaseFacts) -> Advice:
    return next_step(case, case_deadlines(case, RULES, UnitSettings(), NOW))


def booked(**changed: Any) -> CaseFacts:
    start: dict[str, Any] = {
        "contacts": REACHED,
        "meetings": (meeting(),),
        "participants": called(CHILD, SARA, JONAS),
    }
    return facts(**{**start, **changed})


def held(**changed: Any) -> CaseFacts:
    talk = meeting(state=MeetingState.HELD, began=BEGAN)
    return booked(**{"meetings": (talk,), **changed})


def record(state: RecordState) -> Record:
    is_locked = state is RecordState.LOCKED
    return Record(TALK, state, FRIDA, BEGAN, locked=BEGAN if is_locked else None, locked_by=FRIDA)


LOCKED = {"records": (record(RecordState.LOCKED),)}
SUMMARY = {"papers": (letter(None, kind=PaperKind.SUMMARY),)}
DECIDED = {
    "preliminary_assessments": (
        PreliminaryAssessment(1, NOTICE, moment(30, 9), FRIDA, PreliminaryDecision.NO_INQUIRY),
    )
}
ENDED = {"endings": (ClockEnding(1, CASE, 1, EndReason.DECLINED, moment(28, 9), FRIDA),)}


@pytest.mark.parametrize(
    ("case", "step"),
    [
        (facts(protection_assessments=()), NextStep.ASSESS_PROTECTION),
        (facts(notices=(notice(may_be_told=MayBeTold.NO),)), NextStep.ASK_POLICE),
        (facts(notices=(notice(may_be_told=MayBeTold.NOT_ASKED),)), NextStep.ASK_POLICE),
        (facts(), NextStep.CALL),
        (facts(contacts=(attempt(SARA),)), NextStep.BOOK),
        (booked(contacts=(attempt(SARA),)), NextStep.CALL),
        (booked(), NextStep.WRITE_SUMMONS),
        (booked(papers=(letter(SARA), letter(JONAS, state=PaperState.ISSUED))), NextStep.WRITE_SUMMONS),
        (booked(papers=(letter(SARA), letter(JONAS))), NextStep.OPEN_MEETING),
        (booked(meetings=(meeting(starts=datetime(2026, 3, 29, 15, tzinfo=UTC)),)), NextStep.CHANGE_TIME),
        (booked(meetings=(meeting(state=MeetingState.ONGOING, began=BEGAN),)), NextStep.OPEN_MEETING),
        (held(), NextStep.WRITE_SUMMARY),
        (held(records=(record(RecordState.DRAFT),)), NextStep.WRITE_SUMMARY),
        (held(**LOCKED), NextStep.PRINT_SUMMARY),
        (held(**LOCKED, **SUMMARY), NextStep.DECIDE_PRELIMINARY),
        (held(**LOCKED, **SUMMARY, **DECIDED), NextStep.FOLLOW_UP),
        (facts(**ENDED), NextStep.DECIDE_PRELIMINARY),
        (facts(**ENDED, **DECIDED), NextStep.CLOSE),
        (facts(notices=()), NextStep.NOTHING),
    ],
)
def test_the_next_step_follows_from_the_facts(case: CaseFacts, step: NextStep) -> None:
    found = advice(case)
    assert found.step is step
    assert found.text


def test_a_closed_case_asks_for_nothing() -> None:
    case = facts()
    assert advice(replace(case, case=replace(case.case, state=CaseState.CLOSED))).step is NextStep.NOTHING


def test_tries_are_counted_for_those_who_are_not_reached() -> None:
    tries = (attempt(SARA), *(attempt(JONAS, ContactResult.NO_ANSWER) for _ in range(2)))
    assert advice(booked(contacts=tries)).text == "Jonas Wik inte nådd, 2 försök. Samtal sön 29 mars 15.00."


def test_nobody_to_call_says_so() -> None:
    assert "Ingen vårdnadshavare" in advice(facts(parties=(facts().child,))).text


def test_the_record_is_due_within_three_working_days() -> None:
    assert advice(held()).due == date(2026, 4, 1)


def states(case: CaseFacts) -> dict[PathStep, StepState]:
    return {stop.step: stop.state for stop in path_of(case, 1)}


def test_an_event_without_notices_begins_with_its_notice_and_nobody_counts_as_reached() -> None:
    case = facts(notices=(), contacts=REACHED)
    assert states(case)[PathStep.NOTICE] is StepState.NEXT
    assert states(case)[PathStep.CONTACT] is StepState.MISSING
    assert reached_ids(case, 1) == frozenset()


def test_the_path_of_a_new_case_begins_with_the_notice() -> None:
    found = states(facts(protection_assessments=()))
    assert found[PathStep.NOTICE] is StepState.NEXT
    assert set(list(found.values())[1:]) == {StepState.MISSING}


def test_a_held_talk_needed_no_more_calls() -> None:
    found = states(held(contacts=()))
    assert found[PathStep.CONTACT] is found[PathStep.SUMMONS] is found[PathStep.MEETING] is StepState.DONE
    assert found[PathStep.SUMMARY] is StepState.NEXT


def test_an_ended_clock_lets_the_rest_lapse() -> None:
    found = states(facts(**ENDED))
    assert found[PathStep.NOTICE] is StepState.DONE
    assert found[PathStep.MEETING] is StepState.LAPSED


def test_the_path_tells_how_far_each_step_is() -> None:
    half = booked(contacts=(attempt(SARA),), papers=(letter(SARA), letter(JONAS, state=PaperState.ISSUED)))
    details = {stop.step: stop.detail for stop in path_of(half, 1)}
    assert details[PathStep.CONTACT] == "1 av 2 nådda"
    assert details[PathStep.SUMMONS] == "1 av 2 utskrivna"
    done = {stop.step: stop.detail for stop in path_of(held(**LOCKED, papers=(letter(SARA),)), 1)}
    assert done[PathStep.SUMMONS] == "1 utskrivna"
    assert done[PathStep.SUMMARY] == "låst"
    draft = {s.step: s.detail for s in path_of(held(records=(record(RecordState.DRAFT),)), 1)}
    assert draft[PathStep.SUMMARY] == "utkast, inte låst"
    nobody = {s.step: s.detail for s in path_of(facts(parties=(facts().child,), notices=()), 1)}
    assert nobody[PathStep.CONTACT] == "ingen att nå än"


def test_all_steps_done_but_the_follow_up() -> None:
    found = states(held(**LOCKED, **SUMMARY))
    assert found[PathStep.SUMMARY] is StepState.DONE
    assert found[PathStep.FOLLOW_UP] is StepState.NEXT


def test_contact_before_the_event_does_not_count() -> None:
    early = (attempt(SARA, at=moment(26, 9)),)
    assert advice(facts(contacts=early)).step is NextStep.CALL


def test_lateness_and_its_reason() -> None:
    assert not is_late(None, NOW)
    assert not is_late(NOW, NOW)
    assert is_late(NOW.replace(hour=14), NOW)
    late = facts(delays=(Delay(1, CASE, 1, DelayReason.ILLNESS, moment(29, 17), FRIDA),))
    assert is_explained(late, 1)
    assert not is_explained(late, 2)


def test_each_step_has_words() -> None:
    assert all(step.text for step in (*NextStep, *PathStep))
    assert assessed().result is not None


def test_a_call_on_the_day_of_the_notice_reaches_somebody_when_its_hour_is_unknown() -> None:
    day_only = Moment(notice().received.day)
    assert reached_ids(facts(contacts=(attempt(SARA, at=day_only),)), 1) == {SARA}
    before = Moment(day_only.day - timedelta(days=1))
    assert not reached_ids(facts(contacts=(attempt(SARA, at=before),)), 1)


def test_who_said_no_and_changed_their_mind_goes_on_from_the_new_booking() -> None:
    again = facts(**ENDED, contacts=REACHED, meetings=(meeting(),), participants=called(CHILD, SARA, JONAS))
    assert advice(again).step is NextStep.WRITE_SUMMONS
    assert {stop.step: stop.state for stop in path_of(again, 1)}[PathStep.SUMMONS] is StepState.NEXT
    off = replace(again, meetings=(meeting(state=MeetingState.CANCELLED),))
    assert advice(off).step is not NextStep.WRITE_SUMMONS
    assert {stop.step: stop.state for stop in path_of(off, 1)}[PathStep.SUMMONS] is StepState.LAPSED
