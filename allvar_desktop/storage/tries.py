"""How long to wait after wrong passwords: kept in the key file, so that a restart does not shorten it."""

from datetime import datetime, timedelta
from typing import NamedTuple

_FREE_TRIES = 3
_FIRST_WAIT = 5
_LONGEST_WAIT = 300


class Tries(NamedTuple):
    """Wrong passwords in a row for one slot, and the instant of the last one (UTC)."""

    failed: int = 0
    last: datetime | None = None

    def wait_seconds(self, now: datetime) -> int:
        """Whole seconds until the next try may be made, rounded up; 0 when it may be made now.

        Also 0 with a clock that was set back: nobody may be locked out for years by a clock that was once
        wrong, and who can set the clock could as well set it forward.
        """
        if self.last is None or now < self.last:
            return 0
        left = timedelta(seconds=wait_after(self.failed)) - (now - self.last)
        return max(0, -(-left // timedelta(seconds=1)))

    def after_failure(self, now: datetime) -> "Tries":
        return Tries(self.failed + 1, now)


NO_TRIES = Tries()


def wait_after(failed: int) -> int:
    """Seconds to wait after that many wrong passwords in a row: 0, 0, 0, 5, 10, 20 … at most 300."""
    if failed <= _FREE_TRIES:
        return 0
    # The exponent is bounded first: a million wrong tries must not make a number of a million bits.
    return min(_LONGEST_WAIT, _FIRST_WAIT << min(failed - _FREE_TRIES - 1, 10))
