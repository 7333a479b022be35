"""When a thing is due, and how it stands right now."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from allvar_desktop.domain.deadline_rules import DeadlineRule, Shift, Unit
from allvar_desktop.domain.moment import Moment, to_local
from allvar_desktop.domain.office_hours import OfficeHours
from allvar_desktop.domain.working_days import add_months, add_working_days, next_weekday, next_working_day

_ONE_DAY = timedelta(days=1)
_ALWAYS = OfficeHours()


class State(StrEnum):
    """How a deadline stands (*läge*). Shown as mark, word and tint together, never as colour alone."""

    PLENTY = "plenty"
    WITHIN_DAY = "within_day"
    URGENT = "urgent"
    OVERDUE = "overdue"
    DONE_IN_TIME = "done_in_time"
    DONE_LATE = "done_late"
    LAPSED = "lapsed"
    WAITING = "waiting"


class EndReason(StrEnum):
    """Why a deadline ended without its stop event (domain.md §3): then it is neither late nor in time."""

    DECLINED = "declined"
    OTHER_MEASURE = "other_measure"
    MOVED = "moved"
    NOT_APPLICABLE = "not_applicable"
    NOT_REACHED = "not_reached"

    @property
    def text(self) -> str:
        return _END_TEXTS[self]


_END_TEXTS = {
    EndReason.DECLINED: "tackade nej",
    EndReason.OTHER_MEASURE: "annan åtgärd i stället",
    EndReason.MOVED: "flyttad",
    EndReason.NOT_APPLICABLE: "inte aktuellt",
    EndReason.NOT_REACHED: "ej nådd (avslutat av gruppledare)",
}


@dataclass(frozen=True, slots=True)
class Ending:
    """A recorded reason that ended a deadline, and from when it holds."""

    reason: EndReason
    at: Moment


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline (*frist*) as it stands: which rule, from when, due when.

    For `Unit.HOURS` `due` is the UTC instant, itself still in time; `strict_day` and `shifted_day` are its
    day in Stockholm. For the other units `due` is None and both days are given: the last day as counted, and
    moved away from a free day. All are None while the start is missing.
    """

    rule: DeadlineRule
    start: Moment | None
    due: datetime | None
    strict_day: date | None
    shifted_day: date | None
    state: State
    is_uncertain: bool
    stop: Moment | None = None
    ending: Ending | None = None
    extended_to: date | None = None

    @property
    def due_day(self) -> date | None:
        """The day that is warned on: the strict one, unless the rule lets the shift bind. Inclusive."""
        is_bound_by_shift = self.rule.shift in (Shift.NEXT_WEEKDAY, Shift.NEXT_WORKING_DAY)
        return self.shifted_day if is_bound_by_shift else self.strict_day

    @property
    def is_running(self) -> bool:
        """True while it has a due time and is neither done nor ended."""
        return self.state in (State.PLENTY, State.WITHIN_DAY, State.URGENT, State.OVERDUE)


def evaluate(
    rule: DeadlineRule,
    start: Moment | None,
    now: datetime,
    *,
    stop: Moment | None = None,
    ending: Ending | None = None,
    office: OfficeHours = _ALWAYS,
    set_day: date | None = None,
    extended_to: date | None = None,
) -> Deadline:
    """How `rule` stands at the instant `now`.

    `start` and `stop` are when the rule's events happened; an uncertain one counts at its earliest instant.
    `stop` wins over `ending`, which makes the deadline lapse. `set_day` is the day a request or an agreement
    sets; `extended_to` that of a dated decision, which replaces the counted day. `office` gives the unit's
    own closed days.
    """
    due = _due_instant(rule, start)
    strict = _strict_day(rule, start, office, set_day) if due is None else to_local(due).date()
    shifted = _shifted_day(rule, strict, office)
    if extended_to is not None and due is None and strict is not None:
        strict = shifted = extended_to
    deadline = Deadline(rule, start, due, strict, shifted, State.WAITING, False, stop, ending, extended_to)
    return _with_state(deadline, now)


def _due_instant(rule: DeadlineRule, start: Moment | None) -> datetime | None:
    if rule.unit is not Unit.HOURS or start is None:
        return None
    return start.earliest() + timedelta(hours=rule.limit)


def _strict_day(
    rule: DeadlineRule, start: Moment | None, office: OfficeHours, set_day: date | None
) -> date | None:
    """The last day as counted, before any shift."""
    if start is None:
        return None
    match rule.unit:
        case Unit.SET_DAY:
            return set_day
        case Unit.SAME_DAY:
            is_late = start.at is not None and rule.late_from is not None and start.at >= rule.late_from
            return start.day + rule.limit * _ONE_DAY if is_late else start.day
        case Unit.MONTHS:
            return add_months(start.day, rule.limit)
        case Unit.WORKING_DAYS:
            return add_working_days(start.day, rule.limit, office.closed_days)
        case _:
            return start.day + rule.limit * _ONE_DAY


def _shifted_day(rule: DeadlineRule, strict: date | None, office: OfficeHours) -> date | None:
    if strict is None or rule.shift is Shift.NONE:
        return strict
    if rule.shift is Shift.NEXT_WORKING_DAY:
        return next_working_day(strict, office.closed_days)
    return next_weekday(strict)


def _with_state(deadline: Deadline, now: datetime) -> Deadline:
    return replace(deadline, state=_state(deadline, now), is_uncertain=_is_uncertain(deadline))


def _state(deadline: Deadline, now: datetime) -> State:
    due_day = deadline.due_day
    if deadline.ending is not None and deadline.stop is None:
        return State.LAPSED
    if due_day is None:
        return State.WAITING
    if deadline.stop is not None:
        return State.DONE_IN_TIME if _is_in_time(deadline, deadline.stop, due_day) else State.DONE_LATE
    if deadline.due is not None:
        return _open_state(deadline.rule, deadline.due - now, timedelta(hours=1))
    return _open_state(deadline.rule, due_day - to_local(now).date(), _ONE_DAY)


def _is_in_time(deadline: Deadline, stop: Moment, due_day: date) -> bool:
    """The very instant, and the whole of the last day, are still in time."""
    return stop.day <= due_day if deadline.due is None else stop.earliest() <= deadline.due


def _open_state(rule: DeadlineRule, left: timedelta, step: timedelta) -> State:
    if left < timedelta():
        return State.OVERDUE
    if left <= rule.urgent * step:
        return State.URGENT
    return State.WITHIN_DAY if left <= rule.soon * step else State.PLENTY


def _is_uncertain(deadline: Deadline) -> bool:
    """*Tid osäker*: the hours hang on an hour nobody knows, or the days on a day nobody knows."""
    times = [moment for moment in (deadline.start, deadline.stop) if moment is not None]
    if deadline.rule.unit in (Unit.HOURS, Unit.SAME_DAY):
        return any(moment.is_uncertain for moment in times)
    return any(moment.is_approximate and moment.at is None for moment in times)
