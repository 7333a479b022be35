"""The only place that asks what time it is."""

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Something that knows the time."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        ...


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class FixedClock:
    """A clock that moves only when told to: for tests, the practice register and the tour."""

    def __init__(self, start: datetime) -> None:
        self._now = _in_utc(start)

    def now(self) -> datetime:
        return self._now

    def set(self, instant: datetime) -> None:
        self._now = _in_utc(instant)

    def advance(self, step: timedelta) -> None:
        self._now += step


class OffsetClock:
    """The computer's clock, shifted: the practice register keeps its own today that goes on ticking."""

    def __init__(self, base: Clock, start: datetime) -> None:
        self._base = base
        self._shift = _in_utc(start) - base.now()

    def now(self) -> datetime:
        return self._base.now() + self._shift


def _in_utc(instant: datetime) -> datetime:
    if instant.tzinfo is None:
        raise ValueError("an instant needs a zone")
    return instant.astimezone(UTC)
