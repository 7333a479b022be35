"""How long to wait after wrong passwords: kept in the key file, so that a restart does not shorten it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

_FREE_TRIES = 3
_FIRST_WAIT = 5
_LONGEST_WAIT = 300


@dataclass(frozen=True, slots=True)
class Tries:
    """Wrong passwords in a row for one slot, and the instant of the last one (UTC)."""

    failed: int = 0
    last: datetime | None = None

    def wait_seconds(self, now: datetime) -> int:
        """Whole seconds until the next try may be made, rounded up; 0 when it may be made now.

        With a clock that was set back the full wait starts anew (`moved_to`), never longer: nobody is locked
        out for good by a wrong clock.
        """
        if self.last is None:
            return 0
        left = timedelta(seconds=wait_after(self.failed)) - max(now - self.last, timedelta(0))
        return max(0, -(-left // timedelta(seconds=1)))

    def after_failure(self, now: datetime) -> "Tries":
        return Tries(self.failed + 1, now)

    def moved_to(self, now: datetime) -> "Tries":
        """The same with the clock's time, if the clock has been set back since the last wrong password."""
        return Tries(self.failed, now) if self.last is not None and now < self.last else self


NO_TRIES = Tries()


def wait_after(failed: int) -> int:
    """Seconds to wait after that many wrong passwords in a row: 0, 0, 0, 5, 10, 20 … at most 300."""
    if failed <= _FREE_TRIES:
        return 0
    # The exponent is bounded first: a million wrong tries must not make a number of a million bits.
    return min(_LONGEST_WAIT, _FIRST_WAIT << min(failed - _FREE_TRIES - 1, 10))
