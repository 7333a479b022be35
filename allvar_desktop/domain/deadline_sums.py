"""The sum of a deadline in words: what is added to the start, and where a free last day goes."""

from datetime import date, datetime, timedelta

from allvar_desktop.domain.deadline_rules import DeadlineRule, Shift, Unit
from allvar_desktop.domain.deadlines import Deadline
from allvar_desktop.domain.holidays_sweden import holiday_name
from allvar_desktop.domain.moment import Moment, to_local
from allvar_desktop.domain.office_hours import WEEKDAY_NAMES, OfficeHours
from allvar_desktop.domain.time_text import (
    MONTH_NAMES,
    clock_text,
    long_day_text,
    long_instant_text,
    season_text,
)

_ONE_DAY = timedelta(days=1)


def sum_lines(deadline: Deadline, start: Moment, due_day: date, office: OfficeHours) -> list[str]:
    """What is added to `start`, and the day or hour it leads to."""
    due = deadline.due
    if due is not None:
        return [
            f"+ {deadline.rule.limit} timmar, dygnet runt.",
            *clock_changes(start.earliest(), due),
            f"= {long_instant_text(due)}{season_mark(start.earliest(), due, due)}.",
        ]
    if deadline.extended_to is not None:
        return ["Förlängd genom ett daterat beslut.", f"= {long_day_text(due_day)}."]
    strict, shifted = deadline.strict_day or due_day, deadline.shifted_day or due_day
    lines = [_count_line(deadline.rule, is_late=strict > start.day), f"= {long_day_text(strict)}."]
    if shifted != strict:
        lines.append(_shift_line(deadline.rule.shift, strict, shifted, office))
    return lines


def season_mark(start: datetime, due: datetime | None, instant: datetime) -> str:
    """`` (sommartid)`` where the clock changes between start and due; else empty: it would only distract."""
    return f" ({season_text(instant)})" if due is not None and clock_changes(start, due) else ""


def clock_changes(start: datetime, due: datetime) -> list[str]:
    """A line for each change to or from summer time between two instants."""
    lines, day = [], to_local(start).date()
    while day <= to_local(due).date():
        since = max(start, Moment(day).earliest())
        until = min(due, Moment(day + _ONE_DAY).earliest())
        if season_text(since) != season_text(until):
            night = f"{WEEKDAY_NAMES[day.weekday()]} {day.day} {MONTH_NAMES[day.month - 1]}"
            change = f"Natten till {night} går klockan över till {season_text(until)}"
            lines.append(f"{change}; det ändrar inget i timmarna.")
        day += _ONE_DAY
    return lines


def _count_line(rule: DeadlineRule, *, is_late: bool) -> str:
    match rule.unit:
        case Unit.SAME_DAY if is_late and rule.late_from is not None:
            return f"Den kom sent på dagen, kl. {clock_text(rule.late_from)} eller senare: dagen efter."
        case Unit.SAME_DAY:
            return "Samma dag."
        case Unit.WORKING_DAYS:
            return (
                f"+ {rule.limit} arbetsdagar. Lördagar, söndagar, helgdagar, midsommarafton, julafton, "
                "nyårsafton och enhetens stängda dagar räknas inte."
            )
        case Unit.MONTHS:
            unit = "månad" if rule.limit == 1 else "månader"
            return f"+ {rule.limit} {unit}: samma datum, eller månadens sista dag."
        case Unit.SET_DAY:
            return "Dagen är bestämd."
        case _:
            return f"+ {rule.limit} dagar; den dagen är dag 0."


def _shift_line(shift: Shift, strict: date, shifted: date, office: OfficeHours) -> str:
    why = f"Den dagen är {_free_day_name(strict, office)}."
    match shift:
        case Shift.SHOW_BOTH:
            return (
                f"{why} Flyttad enligt lag (1930:173): {long_day_text(shifted)}. "
                f"Programmet varnar efter {long_day_text(strict)}."
            )
        case Shift.NEXT_WEEKDAY:
            return f"{why} Enligt lag (1930:173) flyttas sista dagen till {long_day_text(shifted)}."
        case _:
            return f"{why} Den flyttas till nästa arbetsdag, {long_day_text(shifted)}."


def _free_day_name(day: date, office: OfficeHours) -> str:
    if day in office.closed_days:
        return "en stängd dag hos enheten"
    return holiday_name(day) or f"en {WEEKDAY_NAMES[day.weekday()]}"
