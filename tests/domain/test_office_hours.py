from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from allvar_desktop.domain.moment import Moment, to_utc
from allvar_desktop.domain.office_hours import OfficeHours, first_emptying

OFFICE = OfficeHours()
FRIDAY = date(2026, 3, 27)
ROUND_THE_CLOCK = OfficeHours(week=((time(0), time(23)),) * 7)
INSTANTS = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31)).map(lambda at: at.replace(tzinfo=UTC))


def minutes(start: Moment, end: Moment, office: OfficeHours = OFFICE) -> int:
    return office.minutes_between(start.earliest(), end.earliest())


def test_fifty_minutes_are_left_of_a_friday_afternoon() -> None:
    assert minutes(Moment(FRIDAY, time(15, 40)), Moment(date(2026, 3, 29), time(16, 40))) == 50


def test_not_one_office_hour_lies_between_the_eve_and_christmas_day() -> None:
    assert minutes(Moment(date(2026, 12, 23), time(23, 10)), Moment(date(2026, 12, 25), time(23, 10))) == 0


def test_a_whole_week_has_five_days() -> None:
    assert minutes(Moment(date(2026, 3, 16)), Moment(date(2026, 3, 23))) == 5 * 510


def test_time_runs_backwards_for_nobody() -> None:
    assert minutes(Moment(FRIDAY, time(15)), Moment(FRIDAY, time(9))) == 0


def test_the_night_of_the_change_is_an_hour_shorter_or_longer() -> None:
    spring, autumn = date(2026, 3, 29), date(2026, 10, 25)
    assert minutes(Moment(spring), Moment(date(2026, 3, 30)), ROUND_THE_CLOCK) == 22 * 60
    assert minutes(Moment(autumn), Moment(date(2026, 10, 26)), ROUND_THE_CLOCK) == 24 * 60


def test_a_closed_day_counts_nothing() -> None:
    closed = OfficeHours(closed_days=frozenset({FRIDAY}))
    assert minutes(Moment(FRIDAY), Moment(date(2026, 3, 28)), closed) == 0
    assert closed.opening_on(FRIDAY) is None
    assert OFFICE.opening_on(FRIDAY) == to_utc(FRIDAY, time(8))


def test_closing_is_no_longer_open() -> None:
    assert OFFICE.is_open_at(to_utc(FRIDAY, time(8)))
    assert not OFFICE.is_open_at(to_utc(FRIDAY, time(16, 30)))
    assert not OFFICE.is_open_at(to_utc(date(2026, 3, 28), time(12)))


def test_a_unit_may_be_open_on_saturdays_but_not_on_a_holiday() -> None:
    saturdays = OfficeHours(week=(*OFFICE.week[:5], (time(10), time(14)), None))
    assert saturdays.opening_on(date(2026, 3, 28)) is not None
    assert saturdays.opening_on(date(2026, 6, 20)) is None


@given(INSTANTS, INSTANTS, INSTANTS)
def test_office_time_adds_up_over_any_point_between(one: datetime, two: datetime, three: datetime) -> None:
    start, middle, end = sorted(at.replace(second=0, microsecond=0) for at in (one, two, three))
    parts = OFFICE.minutes_between(start, middle) + OFFICE.minutes_between(middle, end)
    assert OFFICE.minutes_between(start, end) == parts
    assert parts <= (end - start) // timedelta(minutes=1)


def test_post_of_the_first_emptying_counts_from_the_opening_before() -> None:
    found = Moment(date(2026, 4, 15), time(8))
    assert first_emptying(found, OFFICE) == Moment(date(2026, 4, 14), time(8), is_approximate=True)


def test_post_found_after_a_long_weekend_counts_from_before_it() -> None:
    found = Moment(date(2026, 4, 7), time(8))  # Tuesday after Easter
    assert first_emptying(found, OFFICE).day == date(2026, 4, 2)
    closed = OfficeHours(closed_days=frozenset({date(2026, 4, 2)}))
    assert first_emptying(found, closed).day == date(2026, 4, 1)


def test_without_office_hours_post_counts_from_the_day_it_was_found() -> None:
    found = Moment(date(2026, 4, 15), time(8))
    assert first_emptying(found, OfficeHours(week=(None,) * 7)) == Moment(date(2026, 4, 15))


def test_hours_that_close_before_they_open_are_told_by_weekday() -> None:
    wrong = OfficeHours(week=((time(16), time(8)), *OFFICE.week[1:]))
    assert [problem.field for problem in wrong.problems()] == ["office_hours.0"]
    assert "måndagar" in wrong.problems()[0].message
    assert OFFICE.problems() == ()
