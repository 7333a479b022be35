"""What a person narrows the list of cases by, and what that means at a given time."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from allvar_desktop.domain.case_line import CaseFilter, ClockStage
from allvar_desktop.domain.deadline_rules import DeadlineRule
from allvar_desktop.domain.deadlines import State
from allvar_desktop.domain.ids import AccountId
from allvar_desktop.domain.moment import to_local, to_utc

_INSTANT = timedelta(microseconds=1)


class DueBy(StrEnum):
    """When the 48 hours run out (*frist*)."""

    PASSED = "passed"
    TODAY = "today"
    THREE_DAYS = "three_days"

    @property
    def text(self) -> str:
        return _DUE_TEXTS[self]


_DUE_TEXTS = {
    DueBy.PASSED: "Har gått ut",
    DueBy.TODAY: "Går ut idag",
    DueBy.THREE_DAYS: "Går ut inom tre dagar",
}
_STAGES = {
    State.DONE_IN_TIME: ClockStage.STOPPED_IN_TIME,
    State.DONE_LATE: ClockStage.STOPPED_LATE,
    State.LAPSED: ClockStage.ENDED,
    State.WAITING: ClockStage.WAITING,
}


@dataclass(frozen=True, slots=True)
class CaseChoice:
    """The filters of the list as they are set; `handlers` as in `CaseFilter`."""

    handlers: tuple[AccountId | None, ...] = ()
    is_open: bool | None = True
    is_running: bool = False
    state: State | None = None
    due: DueBy | None = None


def case_filter(choice: CaseChoice, rule: DeadlineRule, now: datetime) -> CaseFilter:
    """The filter at the instant `now` (UTC); `rule` tells when a clock turns urgent."""
    stage, after, until = _of_state(choice.state, rule, now)
    if choice.is_running and stage is None:
        stage = ClockStage.RUNNING
    if choice.due is not None:
        stage = stage or ClockStage.RUNNING
        due_after, due_until = _of_due(choice.due, now)
        after = max(filter(None, (after, due_after)), default=None)
        until = min(filter(None, (until, due_until)), default=None)
    return CaseFilter(choice.handlers, choice.is_open, stage, after, until)


def _of_state(
    state: State | None, rule: DeadlineRule, now: datetime
) -> tuple[ClockStage | None, datetime | None, datetime | None]:
    if state is None or state in _STAGES:
        return (_STAGES[state] if state else None), None, None
    # Due at this very instant is still in time.
    passed, urgent = now - _INSTANT, now + timedelta(hours=rule.urgent)
    soon = now + timedelta(hours=rule.soon)
    spans = {
        State.OVERDUE: (None, passed),
        State.URGENT: (passed, urgent),
        State.WITHIN_DAY: (urgent, soon),
        State.PLENTY: (soon, None),
    }
    return ClockStage.RUNNING, *spans[state]


def _of_due(due: DueBy, now: datetime) -> tuple[datetime | None, datetime | None]:
    passed = now - _INSTANT
    if due is DueBy.PASSED:
        return None, passed
    days = 1 if due is DueBy.TODAY else 4
    end = to_utc(to_local(now).date() + timedelta(days=days), time())
    return passed, end - _INSTANT
