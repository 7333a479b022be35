"""When the unit is open: shown beside the 48 hours, which do not care."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from allvar_desktop.domain.holidays_sweden import holiday_name
from allvar_desktop.domain.moment import Moment, to_local, to_utc
from allvar_desktop.domain.problem import Problem

WEEKDAY_NAMES = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")

_ONE_DAY = timedelta(days=1)
_USUAL = (time(8), time(16, 30))

Hours = tuple[time, time]


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """The unit's office hours (*kontorstid*): opening and closing per weekday, Monday first, and closed days.

    Closed are weekdays without hours, holidays, the three eves of lag (1930:173) and `closed_days`. The hour
    of closing is exclusive.
    """

    week: tuple[Hours | None, ...] = (_USUAL, _USUAL, _USUAL, _USUAL, _USUAL, None, None)
    closed_days: frozenset[date] = frozenset()

    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the hours as somebody set them; the field is ``office_hours.<0–6>``."""
        return tuple(
            Problem(f"office_hours.{number}", f"På {name}ar måste kontoret öppna innan det stänger.")
            for number, (name, hours) in enumerate(zip(WEEKDAY_NAMES, self.week, strict=True))
            if hours is not None and hours[0] >= hours[1]
        )

    def hours_on(self, day: date) -> tuple[datetime, datetime] | None:
        """Opening and closing as UTC instants, or None when the unit is closed that day."""
        hours = self.week[day.weekday()]
        if hours is None or day in self.closed_days or holiday_name(day) is not None:
            return None
        return to_utc(day, hours[0]), to_utc(day, hours[1])

    def opening_on(self, day: date) -> datetime | None:
        """The instant the unit opens that day, or None when it is closed."""
        hours = self.hours_on(day)
        return hours[0] if hours else None

    def is_open_at(self, instant: datetime) -> bool:
        """True from opening, inclusive, to closing, exclusive."""
        hours = self.hours_on(to_local(instant).date())
        return hours is not None and hours[0] <= instant < hours[1]

    def spans_between(self, start: datetime, end: datetime) -> Iterator[tuple[datetime, datetime]]:
        """The stretches of office time between two instants, in order, cut at both ends."""
        day, last = to_local(start).date(), to_local(end).date()
        while day <= last:
            hours = self.hours_on(day)
            if hours is not None and max(hours[0], start) < min(hours[1], end):
                yield max(hours[0], start), min(hours[1], end)
            day += _ONE_DAY

    def minutes_between(self, start: datetime, end: datetime) -> int:
        """Whole minutes of office time between two instants; 0 when `end` is not after `start`."""
        spans = self.spans_between(start, end)
        return sum((until - since for since, until in spans), timedelta()) // timedelta(minutes=1)

    def previous_open_day(self, day: date) -> date | None:
        """The last day before `day` with the unit open, or None when it has been closed for a year."""
        for back in range(1, 367):
            before = day - timedelta(days=back)
            if self.hours_on(before) is not None:
                return before
        return None


def first_emptying(found: Moment, office: OfficeHours) -> Moment:
    """When post that lay in the box at the first emptying counts as received (domain.md §3).

    The previous working day at the opening of office hours, marked approximate because nobody knows the hour.
    Without any office hours to go by, the day it was found, without an hour.
    """
    day = office.previous_open_day(found.day)
    opening = None if day is None else office.opening_on(day)
    if opening is None:
        return Moment(found.day)
    at = to_local(opening)
    return Moment(at.date(), at.time(), is_approximate=True)
