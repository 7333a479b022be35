"""Finds the day in a time that somebody typed, and gives back what is left of the text."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from allvar_desktop.domain.moment import FIRST_YEAR, LAST_YEAR
from allvar_desktop.domain.office_hours import WEEKDAY_NAMES
from allvar_desktop.domain.time_text import plain_day_text

_WEEK = timedelta(days=7)
_WEEKDAY = re.compile(
    r"(?<!\w)(?:på |i )?(mån|tis|ons|tors?|fre|lör|sön)(?:dag(?:en|s)?|s)?\.?(?!\w)", re.IGNORECASE
)
_NEAR_DAY = re.compile(r"(?<!\w)(i ?förrgår|förrgår|i ?går|i ?dag|i ?morgon|i ?övermorgon|övermorgon)(?!\w)")
_NEAR_DAYS = {"förrgår": -2, "går": -1, "dag": 0, "övermorgon": 2, "morgon": 1}
_ISO = re.compile(r"(?<![0-9])([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?![0-9])t?")
_COMPACT = re.compile(r"(?<![0-9.:/-])([0-9]{2}|[0-9]{4})([0-9]{2})([0-9]{2})(?![0-9.:/])[-t]?")
_SLASHED = re.compile(
    r"(?<![0-9./-])([0-9]{1,2})/([0-9]{1,2})"
    r"(?:\s*[/-]\s*([0-9]{4}|[0-9]{2})|\s([0-9]{4})(?=\s\S))?(?![0-9/])"
)
_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_NAMED = re.compile(
    r"(?<![0-9.:])(?:den )?([0-9]{1,2})(?::?e|:a)?\s?"
    r"(jan(?:uari)?|febr?(?:uari)?|mars?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)(?!\w)\.?(?:\s((?:19|20|21)[0-9]{2})(?![0-9.:]))?"
)


def find_day(text: str, today: date, *, is_past: bool) -> tuple[date | None, str] | str:
    """The day in `text` (lower case) and the text without it; None where no day stands; or what is wrong.

    A day without a year is the latest one at most a week ahead, or with `is_past` false the earliest one at
    most a week back. A weekday alone is the nearest such day that way, today included.
    """
    named = _WEEKDAY.search(text)
    weekday = None if named is None else _weekday_number(named[1])
    rest = text if named is None else _without(text, named)
    for pattern, read in _READERS:
        if found := pattern.search(rest):
            day = read(found, today, is_past)
            if isinstance(day, str):
                return day
            if weekday is not None and day.weekday() != weekday:
                return _contradiction(day, weekday)
            return day, _without(rest, found)
    return (None if weekday is None else _nearest_weekday(weekday, today, is_past=is_past)), rest


def _without(text: str, found: re.Match[str]) -> str:
    return " ".join(f"{text[: found.start()]} {text[found.end() :]}".split())


def _weekday_number(word: str) -> int:
    return next(number for number, name in enumerate(WEEKDAY_NAMES) if name.startswith(word))


def _nearest_weekday(weekday: int, today: date, *, is_past: bool) -> date:
    if is_past:
        return today - timedelta(days=(today.weekday() - weekday) % 7)
    return today + timedelta(days=(weekday - today.weekday()) % 7)


def _contradiction(day: date, weekday: int) -> str:
    return (
        f"{plain_day_text(day)} är en {WEEKDAY_NAMES[day.weekday()]}, inte en {WEEKDAY_NAMES[weekday]}. "
        "Rätta dagen eller datumet."
    )


def _near(found: re.Match[str], today: date, _is_past: bool) -> date | str:  # noqa: FBT001 - one shape for all
    word = found[1].removeprefix("i").strip()
    return today + timedelta(days=_NEAR_DAYS[word])


def _full(found: re.Match[str], today: date, _is_past: bool) -> date | str:  # noqa: FBT001 - the same shape
    return _date(_year(found[1], today), int(found[2]), int(found[3]))


def _slashed(found: re.Match[str], today: date, is_past: bool) -> date | str:  # noqa: FBT001 - the same shape
    day, month, year = int(found[1]), int(found[2]), found[3] or found[4]
    if year:
        return _date(_year(year, today), month, day)
    return _nearest_date(month, day, today, is_past=is_past)


def _named(found: re.Match[str], today: date, is_past: bool) -> date | str:  # noqa: FBT001 - the same shape
    day, month = int(found[1]), _MONTHS.index(found[2][:3]) + 1
    if found[3]:
        return _date(int(found[3]), month, day)
    return _nearest_date(month, day, today, is_past=is_past)


_Reader = Callable[[re.Match[str], date, bool], date | str]
_READERS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (_NEAR_DAY, _near),
    (_ISO, _full),
    (_COMPACT, _full),
    (_SLASHED, _slashed),
    (_NAMED, _named),
)


def _year(text: str, today: date) -> int:
    """Two figures are this century's year, unless that lies more than a year ahead."""
    if len(text) == 4:
        return int(text)
    year = today.year - today.year % 100 + int(text)
    return year if year <= today.year + 1 else year - 100


def _date(year: int, month: int, day: int) -> date | str:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return f"Året {year} går inte att använda."
    try:
        return date(year, month, day)
    except ValueError:
        return f"Dagen {day}/{month} {year} finns inte."


def _nearest_date(month: int, day: int, today: date, *, is_past: bool) -> date | str:
    for year in _years(today, is_past=is_past):
        found = _date(year, month, day)
        if isinstance(found, date) and (found <= today + _WEEK if is_past else found >= today - _WEEK):
            return found
    return f"Dagen {day}/{month} finns inte."


def _years(today: date, *, is_past: bool) -> Iterator[int]:
    """The years to try in turn: eight of them hold a 29 February but for the turn of some centuries."""
    for step in range(-1, 9):
        yield today.year - step if is_past else today.year + step
