import time as stopwatch
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allvar_desktop.domain.moment import Moment, local_is_doubled
from allvar_desktop.domain.moment_parser import Expects, parse_moment
from allvar_desktop.domain.problem import Problem
from allvar_desktop.domain.time_text import input_text, iso_text
from tests.domain.test_moment import moments

NOW = datetime(2026, 3, 28, 10, 0, tzinfo=UTC)  # Saturday, 11.00 in Stockholm
TODAY, YESTERDAY = date(2026, 3, 28), date(2026, 3, 27)


def problem(text: str, now: datetime = NOW) -> str:
    answer = parse_moment(text, now)
    assert isinstance(answer, Problem)
    return answer.message


@pytest.mark.parametrize(
    ("text", "day", "at"),
    [
        ("15.40", TODAY, time(15, 40)),
        ("15:40", TODAY, time(15, 40)),
        ("1540", TODAY, time(15, 40)),
        ("940", TODAY, time(9, 40)),
        ("9", TODAY, time(9)),
        ("kl 9.30", TODAY, time(9, 30)),
        ("klockan 9", TODAY, time(9)),
        ("15.40.30", TODAY, time(15, 40)),
        ("９．３０", TODAY, time(9, 30)),
        ("idag 15.40", TODAY, time(15, 40)),
        ("i dag 15.40", TODAY, time(15, 40)),
        ("igår", YESTERDAY, None),
        ("igår 9", YESTERDAY, time(9)),
        ("I GÅR KL. 9", YESTERDAY, time(9)),
        ("i förrgår 8", date(2026, 3, 26), time(8)),
        ("imorgon 9", date(2026, 3, 29), time(9)),
        ("i övermorgon 9", date(2026, 3, 30), time(9)),
        ("27/3 15.40", YESTERDAY, time(15, 40)),
        ("27/3 1540", YESTERDAY, time(15, 40)),
        ("27/3 15 40", YESTERDAY, time(15, 40)),
        ("27/3 2045", YESTERDAY, time(20, 45)),
        ("27/3 2026 15.40", YESTERDAY, time(15, 40)),
        ("27/3-26 9", YESTERDAY, time(9)),
        ("27/3/2025", date(2025, 3, 27), None),
        ("15.40 27/3", YESTERDAY, time(15, 40)),
        ("27 mars 2026 kl. 15.40", YESTERDAY, time(15, 40)),
        ("27 mars kl 2015", YESTERDAY, time(20, 15)),
        ("27 mars 2015", date(2015, 3, 27), None),
        ("27 mars", YESTERDAY, None),
        ("den 27:e mars", YESTERDAY, None),
        ("fre 27 mars 15.40", YESTERDAY, time(15, 40)),
        ("fredag den 27 mars 2026, kl 15.40", YESTERDAY, time(15, 40)),
        ("Fre 27/3 15.40", YESTERDAY, time(15, 40)),
        ("fre 15.40", YESTERDAY, time(15, 40)),
        ("i fredags 16", YESTERDAY, time(16)),
        ("lör 9", TODAY, time(9)),
        ("2026-03-27 15:40", YESTERDAY, time(15, 40)),
        ("2026-03-27T15:40", YESTERDAY, time(15, 40)),
        ("260327 1540", YESTERDAY, time(15, 40)),
        ("20260327-1540", YESTERDAY, time(15, 40)),
        ("991231", date(1999, 12, 31), None),
        ("27/3 okänd tid", YESTERDAY, None),
        ("13 april 2025, tiden är okänd", date(2025, 4, 13), None),
        ("1 dec 2025", date(2025, 12, 1), None),
    ],
)
def test_what_people_type_is_understood(text: str, day: date, at: time | None) -> None:
    assert parse_moment(text, NOW) == Moment(day, at)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ca 14", Moment(TODAY, time(14), is_approximate=True)),
        ("ungefär 20.45", Moment(TODAY, time(20, 45), is_approximate=True)),
        ("27/3 vid 14", Moment(YESTERDAY, time(14), is_approximate=True)),
        ("ca 27/3", Moment(YESTERDAY, is_approximate=True)),
        ("~2026-03-27", Moment(YESTERDAY, is_approximate=True)),
    ],
)
def test_roughly_is_kept(text: str, expected: Moment) -> None:
    assert parse_moment(text, NOW) == expected


@pytest.mark.parametrize(
    ("text", "past", "future"),
    [
        ("4/4", date(2026, 4, 4), date(2026, 4, 4)),  # a week ahead
        ("5/4", date(2025, 4, 5), date(2026, 4, 5)),
        ("21/3", date(2026, 3, 21), date(2026, 3, 21)),  # a week back
        ("20/3", date(2026, 3, 20), date(2027, 3, 20)),
        ("31 dec", date(2025, 12, 31), date(2026, 12, 31)),
        ("29/2", date(2024, 2, 29), date(2028, 2, 29)),
        ("fre", date(2026, 3, 27), date(2026, 4, 3)),
        ("lör", TODAY, TODAY),
    ],
)
def test_a_day_without_a_year_lies_the_way_that_is_expected(text: str, past: date, future: date) -> None:
    assert parse_moment(text, NOW) == Moment(past)
    assert parse_moment(text, NOW, expects=Expects.FUTURE) == Moment(future)


def test_only_the_word_means_now() -> None:
    assert parse_moment("nu", NOW.replace(second=30)) == Moment(TODAY, time(11))
    assert problem("").startswith("Tiden saknas.")
    assert problem(" \t\n").startswith("Tiden saknas.")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("tors 27 mars 15.40", "27 mars 2026 är en fredag, inte en torsdag."),
        ("lör igår", "27 mars 2026 är en fredag, inte en lördag."),
        ("31/2", "Dagen 31/2 finns inte."),
        ("31/2/2026", "Dagen 31/2 2026 finns inte."),
        ("1850-01-01", "Året 1850 går inte att använda."),
        ("24.00", "Klockan 24.00 finns inte."),
        ("25.61", "Klockslaget 25.61 finns inte."),
        ("9.60", "Klockslaget 09.60 finns inte."),
        ("okänd tid", "Vilken dag?"),
        ("27/3 9.00 okänd tid", "Klockslaget kan inte vara både känt och okänt."),
        ("i fjol", "Tiden går inte att förstå."),
        ("9.30 mars", "Tiden går inte att förstå."),
        ("27/3 28/3", "Tiden går inte att förstå."),
        ("27/3/202", "Tiden går inte att förstå."),
        ("\0", "Tiden går inte att förstå."),
        ("\u202e27/3", "Tiden går inte att förstå."),
        ("27/3 <b>", "Tiden går inte att förstå."),
        ("😀", "Tiden går inte att förstå."),
    ],
)
def test_what_is_no_time_is_told_in_a_sentence(text: str, sentence: str) -> None:
    assert problem(text).startswith(sentence)


def test_the_hour_that_spring_skips_is_refused_with_the_reason() -> None:
    message = problem("imorgon 2.30")
    assert message.startswith("Klockan 02.30 finns inte söndag 29 mars 2026:")
    assert "ställs klockan fram" in message


def test_the_doubled_autumn_hour_is_taken_as_the_first() -> None:
    answer = parse_moment("25/10 02.30", datetime(2026, 10, 26, 9, tzinfo=UTC))
    assert isinstance(answer, Moment)
    assert answer.earliest() == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert answer.is_uncertain


@pytest.mark.parametrize("text", ["1" * 200_000, "9." * 100_000, " " * 200_000, "i fredags " * 20_000])
def test_a_hostile_text_is_refused_at_once(text: str) -> None:
    begin = stopwatch.perf_counter()
    assert "för lång" in problem(text)
    assert stopwatch.perf_counter() - begin < 0.1


@given(st.text(max_size=70) | st.text(alphabet="0123456789 ./:-klca", max_size=40))
def test_no_text_at_all_breaks_the_parser(text: str) -> None:
    assert isinstance(parse_moment(text, NOW), Moment | Problem)


@given(moments().filter(lambda moment: not moment.is_second_pass))
def test_what_a_field_is_filled_with_is_read_back(moment: Moment) -> None:
    at = moment.at and moment.at.replace(second=0)
    shown = Moment(moment.day, at, moment.is_approximate)
    assert parse_moment(input_text(shown), NOW) == shown
    assert parse_moment(iso_text(shown), NOW) == shown


def test_every_hour_of_the_changes_is_read_or_refused() -> None:
    for day in (date(2026, 3, 29), date(2026, 10, 25)):
        for hour in range(24):
            answer = parse_moment(f"{day} {hour:02}:30", NOW)
            if (day.month, hour) == (3, 2):
                assert isinstance(answer, Problem)
            else:
                assert isinstance(answer, Moment)
                assert (
                    answer.is_uncertain
                    == local_is_doubled(day, time(hour, 30))
                    == ((day.month, hour) == (10, 2))
                )
