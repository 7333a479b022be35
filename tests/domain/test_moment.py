from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allvar_desktop.domain.moment import Moment, local_exists, local_is_doubled, to_utc

SPRING = date(2026, 3, 29)
AUTUMN = date(2026, 10, 25)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
CHANGES = st.sampled_from([SPRING, AUTUMN, date(1996, 3, 31), date(1996, 10, 27)])


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    day = draw(DAYS | CHANGES)
    at = draw(st.none() | st.times().filter(lambda at: local_exists(day, at.replace(microsecond=0))))
    is_doubled = at is not None and local_is_doubled(day, at.replace(microsecond=0))
    return Moment(day, at, draw(st.booleans()), is_second_pass=is_doubled and draw(st.booleans()))


@given(moments())
def test_the_stored_text_gives_the_same_moment_back(moment: Moment) -> None:
    assert Moment.from_text(moment.to_text()) == moment


@given(st.datetimes(datetime(1901, 1, 1), datetime(2198, 1, 1)))
def test_an_instant_survives_to_the_second(instant: datetime) -> None:
    known = instant.replace(tzinfo=UTC)
    assert Moment.from_instant(known).earliest() == known.replace(microsecond=0)


@given(moments(), moments())
def test_the_order_is_that_of_the_earliest_instants(one: Moment, other: Moment) -> None:
    if one.earliest() < other.earliest():
        assert one.sort_key() < other.sort_key()


def test_a_known_hour_is_stored_in_utc_with_its_zone() -> None:
    assert Moment(date(2026, 3, 27), time(15, 40)).to_text() == "2026-03-27T14:40:00Z[Europe/Stockholm]"


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (Moment(date(2026, 3, 27)), "2026-03-27"),
        (Moment(date(2026, 3, 27), is_approximate=True), "2026-03-27~"),
        (Moment(date(2026, 7, 1), time(9), is_approximate=True), "2026-07-01T07:00:00Z[Europe/Stockholm]~"),
    ],
)
def test_what_is_uncertain_is_stored_as_such(moment: Moment, text: str) -> None:
    assert moment.to_text() == text
    assert Moment.from_text(text).is_uncertain


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-13-01",
        "2026-03-27T14:40:00Z",
        "2026-03-27T14:40:00Z[Europe/Oslo]",
        "1899-12-31",
        "2026-03-27x",
    ],
)
def test_any_other_text_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Moment.from_text(text)


def test_a_missing_hour_counts_as_midnight_in_stockholm() -> None:
    assert Moment(date(2026, 4, 13)).earliest() == datetime(2026, 4, 12, 22, 0, tzinfo=UTC)
    assert Moment(date(2026, 4, 13)).is_uncertain


def test_a_known_hour_is_certain() -> None:
    assert not Moment(date(2026, 4, 13), time(9)).is_uncertain


def test_the_hour_that_spring_skips_cannot_be_made() -> None:
    assert not local_exists(SPRING, time(2, 30))
    assert not local_is_doubled(SPRING, time(2, 30))
    with pytest.raises(ValueError, match="skipped"):
        Moment(SPRING, time(2, 30))


def test_the_doubled_autumn_hour_means_the_first_and_is_uncertain() -> None:
    moment = Moment(AUTUMN, time(2, 30))
    assert moment.earliest() == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert moment.is_uncertain


def test_a_known_instant_in_the_second_pass_stays_there_and_is_certain() -> None:
    instant = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    moment = Moment.from_instant(instant)
    assert (moment.at, moment.earliest(), moment.is_uncertain) == (time(2, 30), instant, False)
    assert moment != Moment(AUTUMN, time(2, 30))


def test_no_moment_claims_a_second_pass_that_there_was_not() -> None:
    with pytest.raises(ValueError, match="not doubled"):
        Moment(SPRING, time(12), is_second_pass=True)
    with pytest.raises(ValueError, match="only an hour"):
        Moment(SPRING, is_second_pass=True)


def test_a_moment_takes_no_zone_and_no_distant_year() -> None:
    with pytest.raises(ValueError, match="zone"):
        Moment(SPRING, time(12, tzinfo=UTC))
    with pytest.raises(ValueError, match="1900"):
        Moment(date(1899, 12, 31))
    with pytest.raises(ValueError, match="1900"):
        Moment(date(2200, 1, 1))


def test_a_known_hour_sorts_before_a_missing_one_at_the_same_instant() -> None:
    known, missing = Moment(SPRING, time(0)), Moment(SPRING)
    assert known.earliest() == missing.earliest()
    assert known.sort_key() < missing.sort_key()


def test_forty_eight_hours_over_a_change_are_forty_eight_hours() -> None:
    start = Moment(date(2026, 3, 27), time(15, 40)).earliest()
    assert Moment.from_instant(start + timedelta(hours=48)) == Moment(SPRING, time(16, 40))
    assert to_utc(SPRING, time(16, 40)) - start == timedelta(hours=48)
