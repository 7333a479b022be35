from datetime import UTC, date, datetime, time, timedelta

import pytest

from allvar_desktop.domain import time_text
from allvar_desktop.domain.moment import Moment

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("hours", "text"),
    [
        (31 + 40 / 60, "31 h 40 min kvar"),
        (48, "48 h kvar"),
        (50 / 60, "50 min kvar"),
        (30 / 3600, "mindre än 1 min kvar"),
        (0, "mindre än 1 min kvar"),
        (-30 / 3600, "mindre än 1 min för sent"),
        (-(3 + 12 / 60), "3 h 12 min för sent"),
        (-71.5, "71 h 30 min för sent"),
        (-72, "3 dygn för sent"),
        (-24 * 13.9, "13 dygn för sent"),
    ],
)
def test_the_clock_is_told_as_people_say_it(hours: float, text: str) -> None:
    assert time_text.time_left_text(NOW + timedelta(hours=hours), NOW) == text


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (12, "12 dagar kvar"),
        (4, "4 dagar kvar"),
        (3, "inom tre dagar"),
        (2, "inom två dagar"),
        (1, "imorgon"),
        (0, "idag"),
        (-1, "1 dag för sent"),
        (-2, "2 dagar för sent"),
    ],
)
def test_days_are_told_as_people_say_them(days: int, text: str) -> None:
    assert time_text.days_left_text(TODAY + timedelta(days=days), TODAY) == text


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (Moment(TODAY, time(15)), "idag 15.00"),
        (Moment(date(2026, 11, 23), time(16, 20)), "igår 16.20"),
        (Moment(date(2026, 11, 25), time(9)), "imorgon 09.00"),
        (Moment(date(2026, 12, 1), time(14)), "tis 1 dec 14.00"),
        (Moment(date(2025, 11, 24), time(14)), "mån 24 nov 2025 14.00"),
        (Moment(date(2026, 4, 2), time(14), is_approximate=True), "tors 2 april ungefär 14.00"),
        (Moment(date(2026, 4, 13)), "mån 13 april, okänd tid"),
        (Moment(date(2026, 4, 13), is_approximate=True), "ungefär mån 13 april, okänd tid"),
    ],
)
def test_a_moment_in_a_list(moment: Moment, text: str) -> None:
    assert time_text.moment_text(moment, NOW) == text


def test_today_is_today_in_stockholm() -> None:
    late = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)
    assert time_text.instant_text(late, NOW) == "imorgon 00.30"
    assert time_text.instant_text(late, late) == "idag 00.30"


@pytest.mark.parametrize(
    ("moment", "long", "iso"),
    [
        (Moment(date(2026, 3, 27), time(15, 40)), "fredag 27 mars 2026 kl. 15.40", "2026-03-27 15:40"),
        (
            Moment(date(2026, 3, 27), time(9, 5), is_approximate=True),
            "fredag 27 mars 2026 kl. ungefär 09.05",
            "ca 2026-03-27 09:05",
        ),
        (Moment(date(2026, 3, 29)), "söndag 29 mars 2026, okänd tid", "2026-03-29"),
        (
            Moment(date(2026, 3, 29), is_approximate=True),
            "ungefär söndag 29 mars 2026, okänd tid",
            "ca 2026-03-29",
        ),
    ],
)
def test_a_moment_in_full_and_for_tables(moment: Moment, long: str, iso: str) -> None:
    assert time_text.long_moment_text(moment) == long
    assert time_text.iso_text(moment) == iso


def test_an_instant_in_full_and_for_tables() -> None:
    instant = datetime(2026, 3, 29, 14, 40, tzinfo=UTC)
    assert time_text.long_instant_text(instant) == "söndag 29 mars 2026 kl. 16.40"
    assert time_text.iso_instant_text(instant) == "2026-03-29 16:40"
    assert time_text.season_text(instant) == "sommartid"
    assert time_text.season_text(NOW) == "normaltid"


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(90, "1 timme och 30 minuter"), (120, "2 timmar"), (61, "1 timme och 1 minut"), (45, "45 minuter")],
)
def test_letters_spell_durations_out(minutes: int, text: str) -> None:
    assert time_text.long_duration_text(timedelta(minutes=minutes)) == text


def test_small_words() -> None:
    assert time_text.number_word(3) == "tre"
    assert time_text.number_word(14) == "14"
    assert time_text.minutes_text(50) == "50 min"
    assert time_text.day_text(TODAY, TODAY) == "idag"
    assert time_text.input_text(Moment(date(2026, 3, 27), time(15, 40))) == "fre 27 mars 2026 15.40"
