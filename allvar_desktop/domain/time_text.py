"""Durations and times for people: the only place that words them.

The colon stands only in ISO texts, for hovering and for tables; everything else has a point: *15.40*.
"""

from datetime import date, datetime, time, timedelta

from allvar_desktop.domain.moment import Moment, to_local
from allvar_desktop.domain.office_hours import WEEKDAY_NAMES

MONTH_NAMES = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
_SHORT_MONTHS = ("jan", "feb", "mars", "april", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec")
_SHORT_WEEKDAYS = ("mån", "tis", "ons", "tors", "fre", "lör", "sön")
_NEAR_DAYS = {-1: "igår", 0: "idag", 1: "imorgon"}
_NUMBER_WORDS = {2: "två", 3: "tre", 4: "fyra", 5: "fem", 6: "sex", 7: "sju"}
_LAST_NEAR_DAY = 3
_MINUTE = timedelta(minutes=1)
_LATE_IN_DAYS = timedelta(hours=72)


def duration_text(duration: timedelta) -> str:
    """Whole minutes, rounded down: ``31 h 40 min``, ``48 h``, ``50 min``."""
    hours, minutes = divmod(duration // _MINUTE, 60)
    if hours and minutes:
        return f"{hours} h {minutes} min"
    return f"{hours} h" if hours else f"{minutes} min"


def minutes_text(minutes: int) -> str:
    """The same for a number of minutes."""
    return duration_text(minutes * _MINUTE)


def long_duration_text(duration: timedelta) -> str:
    """The same in words, for letters: ``1 timme och 30 minuter``, ``2 timmar``, ``45 minuter``."""
    hours, minutes = divmod(duration // _MINUTE, 60)
    texts = [f"{hours} {'timme' if hours == 1 else 'timmar'}"] if hours else []
    if minutes or not hours:
        texts.append(f"{minutes} {'minut' if minutes == 1 else 'minuter'}")
    return " och ".join(texts)


def time_left_text(due: datetime, now: datetime) -> str:
    """``31 h 40 min kvar`` or ``3 h 12 min för sent``; from three days late on, whole days."""
    left = due - now
    if left >= timedelta():
        return "mindre än 1 min kvar" if left < _MINUTE else f"{duration_text(left)} kvar"
    if -left < _MINUTE:
        return "mindre än 1 min för sent"
    if -left >= _LATE_IN_DAYS:
        return f"{-left // timedelta(days=1)} dygn för sent"
    return f"{duration_text(-left)} för sent"


def days_left_text(due: date, today: date) -> str:
    """``inom tre dagar``, ``imorgon``, ``idag``, ``2 dagar för sent``, ``12 dagar kvar``."""
    days = (due - today).days
    if days < 0:
        return f"{-days} {'dag' if days == -1 else 'dagar'} för sent"
    if days in _NEAR_DAYS:
        return _NEAR_DAYS[days]
    return f"inom {_NUMBER_WORDS[days]} dagar" if days <= _LAST_NEAR_DAY else f"{days} dagar kvar"


def number_word(number: int) -> str:
    """``två`` to ``sju`` as words, other numbers as figures."""
    return _NUMBER_WORDS.get(number, str(number))


def clock_text(at: time) -> str:
    """``15.40``, ``09.00``."""
    return f"{at.hour:02}.{at.minute:02}"


def day_text(day: date, today: date) -> str:
    """``idag``, ``igår``, ``imorgon``, ``tis 24 nov``, and when the year is another ``tis 24 nov 2025``."""
    near = _NEAR_DAYS.get((day - today).days)
    return near or short_day_text(day, with_year=day.year != today.year)


def short_day_text(day: date, *, with_year: bool = False) -> str:
    """``tis 24 nov`` whatever day it is today."""
    text = f"{_SHORT_WEEKDAYS[day.weekday()]} {day.day} {_SHORT_MONTHS[day.month - 1]}"
    return f"{text} {day.year}" if with_year else text


def long_day_text(day: date) -> str:
    """``söndag 29 mars 2026``."""
    return f"{WEEKDAY_NAMES[day.weekday()]} {plain_day_text(day)}"


def plain_day_text(day: date) -> str:
    """``29 mars 2026``."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def moment_text(moment: Moment, now: datetime) -> str:
    """``idag 15.00``, ``igår ungefär 16.20``, ``tis 24 nov, okänd tid``."""
    day = day_text(moment.day, to_local(now).date())
    if moment.at is None:
        return f"{'ungefär ' if moment.is_approximate else ''}{day}, okänd tid"
    return f"{day} {'ungefär ' if moment.is_approximate else ''}{clock_text(moment.at)}"


def instant_text(instant: datetime, now: datetime) -> str:
    """The same for an aware instant: ``tis 24 nov 14.00``."""
    return moment_text(Moment.from_instant(instant), now)


def long_moment_text(moment: Moment) -> str:
    """``fredag 27 mars 2026 kl. 15.40``; ``… kl. ungefär 15.40``; ``…, okänd tid``."""
    day = long_day_text(moment.day)
    if moment.at is None:
        return f"{'ungefär ' if moment.is_approximate else ''}{day}, okänd tid"
    return f"{day} kl. {'ungefär ' if moment.is_approximate else ''}{clock_text(moment.at)}"


def long_instant_text(instant: datetime) -> str:
    """``söndag 29 mars 2026 kl. 16.40``."""
    return long_moment_text(Moment.from_instant(instant))


def iso_text(moment: Moment) -> str:
    """``2026-11-24 14:00`` for hovering and tables; only the day without an hour; ``ca`` when approximate."""
    text = moment.day.isoformat()
    if moment.at is not None:
        text = f"{text} {moment.at.hour:02}:{moment.at.minute:02}"
    return f"ca {text}" if moment.is_approximate else text


def iso_instant_text(instant: datetime) -> str:
    """``2026-11-24 14:00`` in Stockholm for an aware instant."""
    return iso_text(Moment.from_instant(instant))


def season_text(instant: datetime) -> str:
    """``sommartid`` or ``normaltid`` in Stockholm at an aware instant."""
    return "sommartid" if to_local(instant).dst() else "normaltid"


def input_text(moment: Moment) -> str:
    """The moment as one would type it, for `parse_moment` to read back: ``fre 27 mars 2026 15.40``."""
    day = short_day_text(moment.day, with_year=True)
    at = "okänd tid" if moment.at is None else clock_text(moment.at)
    return f"{day} {'ca ' if moment.is_approximate else ''}{at}"
