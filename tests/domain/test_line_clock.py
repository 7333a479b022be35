"""The clock in a list stands as the clock of the case does."""

from datetime import date, datetime, timedelta

import pytest

from allvar_desktop.domain.deadline_rules import TALK_48H
from allvar_desktop.domain.deadlines import EndReason, State
from allvar_desktop.domain.line_clock import line_clock
from tests.domain.test_deadline_rules import RULES
from tests.lines import DUE, line

RULE = RULES.at(TALK_48H, date(2026, 3, 27))
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("now", "state"),
    [
        (DUE - 40 * HOUR, State.PLENTY),
        (DUE - 24 * HOUR, State.WITHIN_DAY),
        (DUE - 8 * HOUR, State.URGENT),
        (DUE, State.URGENT),
        (DUE + timedelta(seconds=1), State.OVERDUE),
    ],
)
def test_a_running_clock_counts_to_its_due(now: datetime, state: State) -> None:
    clock = line_clock(line(), RULE, now)
    assert (clock.due, clock.state) == (DUE, state)


def test_a_case_without_a_start_waits() -> None:
    clock = line_clock(line(clock_due=None), RULE, DUE)
    assert (clock.due, clock.start, clock.state) == (None, None, State.WAITING)


def test_a_stopped_clock_says_whether_it_was_in_time() -> None:
    assert line_clock(line(clock_stopped=DUE), RULE, DUE + HOUR).state is State.DONE_IN_TIME
    assert line_clock(line(clock_stopped=DUE + HOUR), RULE, DUE + HOUR).state is State.DONE_LATE


def test_a_clock_that_ended_by_a_reason_is_neither_late_nor_in_time() -> None:
    clock = line_clock(line(clock_ended=EndReason.DECLINED.value), RULE, DUE + HOUR)
    assert clock.state is State.LAPSED
    assert clock.ending is not None
    assert clock.ending.reason is EndReason.DECLINED
