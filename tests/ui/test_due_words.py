from datetime import UTC, datetime, timedelta

import pytest

from ui.due_words import alarms_between, due_lines

NOW = datetime(2026, 3, 27, 14, 40, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        ((), []),
        ((-1,), [("overdue", "En frist har gått ut")]),
        ((-1, -30), [("overdue", "2 frister har gått ut")]),
        ((0,), [("overdue", "En frist har gått ut")]),
        ((1,), [("urgent", "En frist går ut kl. 16.40: mindre än två timmar kvar")]),
        ((3,), [("urgent", "En frist går ut kl. 18.40")]),
        ((7, 12), [("urgent", "2 frister går ut, den första kl. 22.40")]),
        ((20,), [("within_day", "En frist går ut imorgon kl. 11.40")]),
        ((47,), [("plenty", "En frist går ut sön 29 mars kl. 15.40")]),
    ],
)
def test_the_page_says_that_deadlines_fall(hours: tuple[int, ...], expected: list[tuple[str, str]]) -> None:
    lines = due_lines([NOW + hour * HOUR for hour in hours], NOW)
    assert [(line.state, line.words) for line in lines] == expected


def test_past_and_coming_stand_in_a_line_each() -> None:
    assert [line.state for line in due_lines([NOW - HOUR, NOW + HOUR], NOW)] == ["overdue", "urgent"]


def test_it_rings_at_eight_hours_two_hours_and_nought() -> None:
    due = [NOW + 8 * HOUR]
    rung = [
        minutes
        for minutes in range(0, 9 * 60 + 1, 30)
        if alarms_between(due, NOW + timedelta(minutes=minutes - 30), NOW + timedelta(minutes=minutes))
    ]
    assert rung == [0, 6 * 60, 8 * 60]
