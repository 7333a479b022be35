"""What the filters of the list of cases mean at a given time."""

from datetime import UTC, date, datetime, timedelta

import pytest

from allvar_desktop.domain.case_choice import CaseChoice, DueBy, case_filter
from allvar_desktop.domain.case_line import CaseFilter, ClockStage
from allvar_desktop.domain.deadline_rules import TALK_48H
from allvar_desktop.domain.deadlines import State
from tests.domain.test_deadline_rules import RULES
from tests.lines import FRIDA

# Friday 27 March 2026, 15.00 in Stockholm; summer time begins on Sunday.
NOW = datetime(2026, 3, 27, 14, tzinfo=UTC)
RULE = RULES.at(TALK_48H, date(2026, 3, 27))
BEFORE_NOW = NOW - timedelta(microseconds=1)
URGENT, SOON = NOW + timedelta(hours=RULE.urgent), NOW + timedelta(hours=RULE.soon)


def chosen(choice: CaseChoice) -> CaseFilter:
    return case_filter(choice, RULE, NOW)


def span(choice: CaseChoice) -> tuple[ClockStage | None, datetime | None, datetime | None]:
    found = chosen(choice)
    return found.stage, found.due_after, found.due_until


def test_without_a_choice_the_open_cases_are_shown() -> None:
    assert chosen(CaseChoice()) == CaseFilter()
    assert CaseFilter().is_open


def test_whose_cases_and_whether_they_are_open_go_on_as_they_are() -> None:
    found = chosen(CaseChoice(handlers=(FRIDA, None), is_open=None))
    assert (found.handlers, found.is_open) == ((FRIDA, None), None)


@pytest.mark.parametrize(
    ("state", "stage"),
    [
        (State.DONE_IN_TIME, ClockStage.STOPPED_IN_TIME),
        (State.DONE_LATE, ClockStage.STOPPED_LATE),
        (State.LAPSED, ClockStage.ENDED),
        (State.WAITING, ClockStage.WAITING),
    ],
)
def test_a_clock_that_stands_still_is_told_without_the_time(state: State, stage: ClockStage) -> None:
    assert span(CaseChoice(state=state)) == (stage, None, None)


@pytest.mark.parametrize(
    ("state", "after", "until"),
    [
        (State.OVERDUE, None, BEFORE_NOW),
        (State.URGENT, BEFORE_NOW, URGENT),
        (State.WITHIN_DAY, URGENT, SOON),
        (State.PLENTY, SOON, None),
    ],
)
def test_a_running_clock_is_told_by_when_it_runs_out(
    state: State, after: datetime | None, until: datetime | None
) -> None:
    assert span(CaseChoice(state=state)) == (ClockStage.RUNNING, after, until)


def test_running_clocks_alone() -> None:
    assert span(CaseChoice(is_running=True)) == (ClockStage.RUNNING, None, None)
    assert span(CaseChoice(is_running=True, state=State.OVERDUE)) == (ClockStage.RUNNING, None, BEFORE_NOW)


def test_what_has_run_out_ends_just_before_now() -> None:
    assert span(CaseChoice(due=DueBy.PASSED)) == (ClockStage.RUNNING, None, BEFORE_NOW)


@pytest.mark.parametrize(
    ("due", "end"),
    [
        (DueBy.TODAY, datetime(2026, 3, 27, 23, tzinfo=UTC)),
        # Three days from today, over the change to summer time: that midnight is at 22 in UTC.
        (DueBy.THREE_DAYS, datetime(2026, 3, 30, 22, tzinfo=UTC)),
    ],
)
def test_days_end_at_midnight_in_stockholm(due: DueBy, end: datetime) -> None:
    assert span(CaseChoice(due=due)) == (ClockStage.RUNNING, BEFORE_NOW, end - timedelta(microseconds=1))


def test_state_and_day_together_leave_what_meets_both() -> None:
    both = CaseChoice(state=State.WITHIN_DAY, due=DueBy.TODAY)
    assert span(both) == (
        ClockStage.RUNNING,
        URGENT,
        datetime(2026, 3, 27, 23, tzinfo=UTC) - timedelta(microseconds=1),
    )
    nothing = chosen(CaseChoice(state=State.OVERDUE, due=DueBy.TODAY))
    assert nothing.due_after == nothing.due_until == BEFORE_NOW


def test_a_day_asked_of_clocks_that_stand_still_keeps_their_stage() -> None:
    assert span(CaseChoice(state=State.LAPSED, due=DueBy.PASSED)) == (ClockStage.ENDED, None, BEFORE_NOW)
