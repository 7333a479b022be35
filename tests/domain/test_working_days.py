import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allvar_desktop.domain.holidays_sweden import holiday_name, is_free_by_law
from allvar_desktop.domain.working_days import (
    add_months,
    add_working_days,
    is_working_day,
    next_weekday,
    next_working_day,
)

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
CLOSED = st.frozensets(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=30)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 1, 1), "nyårsdagen"),
        (date(2026, 1, 6), "trettondedag jul"),
        (date(2026, 4, 3), "långfredagen"),
        (date(2026, 4, 5), "påskdagen"),
        (date(2026, 4, 6), "annandag påsk"),
        (date(2026, 5, 1), "första maj"),
        (date(2026, 5, 14), "kristi himmelsfärdsdag"),
        (date(2026, 5, 24), "pingstdagen"),
        (date(2026, 6, 6), "nationaldagen"),
        (date(2026, 6, 19), "midsommarafton"),
        (date(2026, 6, 20), "midsommardagen"),
        (date(2026, 10, 31), "alla helgons dag"),
        (date(2026, 12, 24), "julafton"),
        (date(2026, 12, 25), "juldagen"),
        (date(2026, 12, 26), "annandag jul"),
        (date(2026, 12, 31), "nyårsafton"),
    ],
)
def test_each_holiday_and_eve_of_the_two_laws_is_free(day: date, name: str) -> None:
    assert holiday_name(day) == name
    assert is_free_by_law(day)


def test_no_other_day_of_the_year_has_a_name() -> None:
    days = [date(2026, 1, 1) + timedelta(days=number) for number in range(365)]
    assert sum(holiday_name(day) is not None for day in days) == 16


@pytest.mark.parametrize("day", [date(2026, 5, 25), date(2026, 4, 2), date(2026, 4, 30), date(2026, 10, 30)])
def test_annandag_pingst_and_the_other_eves_are_ordinary_days(day: date) -> None:
    assert not is_free_by_law(day)


def test_saturdays_and_sundays_are_free() -> None:
    assert is_free_by_law(date(2026, 3, 28))
    assert is_free_by_law(date(2026, 3, 29))


@given(DAYS)
def test_a_shifted_day_is_never_free_and_nothing_between_was_open(day: date) -> None:
    shifted = next_weekday(day)
    assert not is_free_by_law(shifted)
    assert all(is_free_by_law(day + timedelta(days=step)) for step in range((shifted - day).days))


@given(st.dates(date(2026, 1, 1), date(2026, 12, 31)), CLOSED, st.integers(0, 15))
def test_added_working_days_land_on_open_days_and_count_each_once(
    day: date, closed: frozenset[date], count: int
) -> None:
    end = add_working_days(day, count, closed)
    open_days = [
        day + timedelta(days=step)
        for step in range(1, (end - day).days + 1)
        if is_working_day(day + timedelta(days=step), closed)
    ]
    assert len(open_days) == count
    assert not open_days or open_days[-1] == end


def test_a_local_closed_day_moves_the_units_own_days_but_no_statutory_one() -> None:
    bridge = date(2026, 5, 15)
    assert next_working_day(date(2026, 5, 14), frozenset({bridge})) == date(2026, 5, 18)
    assert next_weekday(date(2026, 5, 14)) == bridge


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 10, 31), 4, date(2027, 2, 28)),
        (date(2027, 10, 31), 4, date(2028, 2, 29)),
        (date(2026, 3, 29), 1, date(2026, 4, 29)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
    ],
)
def test_months_keep_the_day_number_or_take_the_months_last_day(start: date, months: int, end: date) -> None:
    assert add_months(start, months) == end


def test_the_calendar_of_holidays_is_loaded_only_when_a_holiday_is_asked_for() -> None:
    script = (
        "import sys\n"
        "from allvar_desktop.domain import explain, free_slots, identity_number, working_days\n"
        "print([name for name in ('holidays', 'personnummer') if name in sys.modules])\n"
        "working_days.next_weekday(__import__('datetime').date(2026, 3, 27))\n"
        "print('holidays' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert done.stdout.split("\n")[:2] == ["[]", "True"]
