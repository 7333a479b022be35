from datetime import UTC, datetime, timedelta

import pytest

from allvar_desktop.storage.tries import NO_TRIES, Tries, wait_after

NOW = datetime(2026, 3, 27, 14, 40, tzinfo=UTC)


@pytest.mark.parametrize(
    ("failed", "seconds"),
    [(0, 0), (1, 0), (2, 0), (3, 0), (4, 5), (5, 10), (6, 20), (7, 40), (10, 300), (11, 300), (10**6, 300)],
)
def test_the_wait_grows_to_five_minutes(failed: int, seconds: int) -> None:
    assert wait_after(failed) == seconds


def test_nobody_waits_before_the_first_try() -> None:
    assert NO_TRIES.wait_seconds(NOW) == 0


def test_the_wait_runs_out() -> None:
    tries = Tries(4, NOW)
    left = [tries.wait_seconds(NOW + timedelta(seconds=step)) for step in (0, 1, 4.5, 5, 99)]
    assert left == [5, 4, 1, 0, 0]


def test_a_clock_that_was_set_back_locks_nobody_out() -> None:
    assert Tries(20, NOW).wait_seconds(NOW - timedelta(days=400)) == 0


def test_a_failure_is_counted_with_its_instant() -> None:
    assert Tries(2, None).after_failure(NOW) == Tries(3, NOW)
