"""Counting in months and working days, and moving a last day to the next weekday."""

from collections.abc import Set as AbstractSet
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from allvar_desktop.domain.holidays_sweden import is_free_by_law

_ONE_DAY = timedelta(days=1)
_NONE_CLOSED: frozenset[date] = frozenset()


def is_working_day(day: date, closed: AbstractSet[date] = _NONE_CLOSED) -> bool:
    """False on Saturdays, Sundays, holidays, the three eves and the unit's own `closed` days."""
    return not is_free_by_law(day) and day not in closed


def next_weekday(day: date) -> date:
    """`day`, or the first later day that is not free: the shift of lag (1930:173).

    The unit's own closed days do not count here: a law knows nothing of them.
    """
    return next_working_day(day, _NONE_CLOSED)


def next_working_day(day: date, closed: AbstractSet[date] = _NONE_CLOSED) -> date:
    """`day`, or the first later working day of the unit."""
    while not is_working_day(day, closed):
        day += _ONE_DAY
    return day


def add_working_days(day: date, count: int, closed: AbstractSet[date] = _NONE_CLOSED) -> date:
    """The `count`-th working day after `day`; `day` itself is day 0 and need not be a working day."""
    for _ in range(count):
        day = next_working_day(day + _ONE_DAY, closed)
    return day


def add_months(day: date, months: int) -> date:
    """The same day number `months` later, or that month's last day: 31 October + 4 is 28 or 29 February."""
    return day + relativedelta(months=months)
