"""A time as people know it: a day, perhaps an hour, perhaps only *ungefär*; wall time in Stockholm.

Instants are computed in UTC and shown in Stockholm, so a change to or from summer time never adds or takes
an hour.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

ZONE_NAME = "Europe/Stockholm"
FIRST_YEAR, LAST_YEAR = 1900, 2199

_MIDNIGHT = time(0)
_INSTANT = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)\[Europe/Stockholm\](~?)", re.ASCII)
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(~?)", re.ASCII)


@cache
def stockholm() -> ZoneInfo:
    """The zone that everything is shown in; from the `tzdata` package where the system has none."""
    return ZoneInfo(ZONE_NAME)


def to_local(instant: datetime) -> datetime:
    """The aware `instant` as wall time in Stockholm."""
    return instant.astimezone(stockholm())


def to_utc(day: date, at: time, *, is_second_pass: bool = False) -> datetime:
    """The UTC instant of a wall time; of a doubled autumn hour the first pass unless told otherwise.

    A wall time that the spring change skips is read with the offset before the change.
    """
    wall = datetime.combine(day, at.replace(fold=int(is_second_pass)), stockholm())
    return wall.astimezone(UTC)


def local_exists(day: date, at: time) -> bool:
    """False for the hour that the change to summer time skips."""
    wall = to_local(to_utc(day, at))
    return (wall.date(), wall.time()) == (day, at)


def local_is_doubled(day: date, at: time) -> bool:
    """True for the hour that comes twice when summer time ends."""
    return local_exists(day, at) and to_utc(day, at) != to_utc(day, at, is_second_pass=True)


@dataclass(frozen=True, slots=True)
class Moment:
    """A time in a case (*tid*): day, optional hour, perhaps approximate.

    `at` keeps whole seconds and no zone. `is_second_pass` tells the second of a doubled autumn hour and is
    set only from a known instant. ValueError for an hour that does not exist or a year outside 1900–2199:
    parse text with `moment_parser.parse_moment`, which answers with a sentence instead.
    """

    day: date
    at: time | None = None
    is_approximate: bool = False
    is_second_pass: bool = False

    def __post_init__(self) -> None:
        if not FIRST_YEAR <= self.day.year <= LAST_YEAR:
            raise ValueError("a moment lies in the years 1900 to 2199")
        if self.at is None:
            if self.is_second_pass:
                raise ValueError("only an hour can be doubled")
            return
        if self.at.tzinfo is not None:
            raise ValueError("a moment is wall time in Stockholm and takes no zone")
        object.__setattr__(self, "at", self.at.replace(microsecond=0, fold=0))
        if not local_exists(self.day, self.at):
            raise ValueError("this hour is skipped when summer time begins")
        if self.is_second_pass and not local_is_doubled(self.day, self.at):
            raise ValueError("this hour is not doubled")

    @classmethod
    def from_instant(cls, instant: datetime) -> "Moment":
        """The moment of an aware instant, to the second."""
        wall = to_local(instant)
        return cls(wall.date(), wall.time(), is_second_pass=bool(wall.fold))

    @classmethod
    @lru_cache(maxsize=4096)  # the same rows are read again and again
    def from_text(cls, text: str) -> "Moment":
        """Read what `to_text` wrote. ValueError for anything else."""
        if found := _INSTANT.fullmatch(text):
            exact = cls.from_instant(datetime.fromisoformat(found[1]))
            return cls(exact.day, exact.at, bool(found[2]), exact.is_second_pass)
        if found := _DAY.fullmatch(text):
            return cls(date.fromisoformat(found[1]), is_approximate=bool(found[2]))
        raise ValueError("not a stored moment")

    def to_text(self) -> str:
        """The text for storage: RFC 9557 for a known hour, ISO for a day, EDTF's ``~`` after *ungefär*."""
        mark = "~" if self.is_approximate else ""
        if self.at is None:
            return f"{self.day.isoformat()}{mark}"
        return f"{self.earliest().strftime('%Y-%m-%dT%H:%M:%SZ')}[{ZONE_NAME}]{mark}"

    def earliest(self) -> datetime:
        """The earliest instant this can mean, in UTC: a missing hour is 00.00 (domain.md §3)."""
        return to_utc(self.day, self.at or _MIDNIGHT, is_second_pass=self.is_second_pass)

    @property
    def is_uncertain(self) -> bool:
        """True when the clock must guess (*tid osäker*): no hour, *ungefär*, or an hour that came twice."""
        if self.at is None or self.is_approximate:
            return True
        return not self.is_second_pass and local_is_doubled(self.day, self.at)

    def is_surely_before(self, other: "Moment") -> bool:
        """True when this is the earlier on any reading: without an hour, or *ungefär*, only the days tell."""
        if self.is_uncertain or other.is_uncertain:
            return self.day < other.day
        return self.earliest() < other.earliest()

    def sort_key(self) -> tuple[datetime, date, bool]:
        """Order of moments: the earliest instant, then the day; a known hour before a missing one."""
        return self.earliest(), self.day, self.at is None
