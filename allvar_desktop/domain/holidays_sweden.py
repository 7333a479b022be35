"""The red days of Sweden, and the eves that count like them.

Public holidays: lag (1989:253) om allmänna helgdagar. Midsommarafton, julafton, nyårsafton and Saturdays
are put beside Sundays by lag (1930:173) om beräkning av lagstadgad tid. Annandag pingst has been an ordinary
Monday since 2005.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache

_SATURDAY, _SUNDAY = 5, 6


@cache
def _named_days(year: int) -> Mapping[date, str]:
    # Imported here because it takes 90 ms, and nothing needs a holiday before the first page is painted.
    from holidays.countries.sweden import Sweden

    days = Sweden(years=year, expand=False, observed=False, categories=("public", "de_facto"), language="sv")
    return {day: name[:1].lower() + name[1:] for day, name in days.items()}


def holiday_name(day: date) -> str | None:
    """The name of a public holiday or of one of the three eves (``långfredagen``); None on any other day."""
    return _named_days(day.year).get(day)


def is_free_by_law(day: date) -> bool:
    """True on the days a statutory last day is moved away from: lag (1930:173) 2 §."""
    return day.weekday() in (_SATURDAY, _SUNDAY) or holiday_name(day) is not None
