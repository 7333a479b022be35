"""The practice unit at work: who sits there, what time it is, and which hours are taken."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from random import Random

from allvar_desktop.clock import FixedClock
from allvar_desktop.domain.ids import AccountId
from allvar_desktop.domain.moment import to_local, to_utc
from allvar_desktop.services.practice.course import practice_data
from allvar_desktop.services.practice.incoming import Post
from allvar_desktop.services.practice.people import People
from allvar_desktop.services.practice.year import Year
from allvar_desktop.services.session import Session

_ONE_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)
_FIRST_AWAKE, _LAST_AWAKE = time(7, 5), time(22, 30)
_FIRST_TALK, _LAST_TALK = 9, 17


@dataclass(frozen=True, slots=True)
class Times:
    """What a talk takes: when, and where."""

    starts: datetime
    room: str


class Office:
    """Everything that the stories of the year have in common.

    `staff` are the sessions by first name; all of them use `clock`, which the year moves. `begin` lets one
    more story take part; the year ends at `until`.
    """

    def __init__(
        self,
        staff: Mapping[str, Session],
        clock: FixedClock,
        chance: Random,
        people: People,
        year: Year,
    ) -> None:
        self.staff = staff
        self.begin = year.begin
        self.until = year.until
        self.gone: set[AccountId] = set()
        """Who has left: others have their cases now."""
        self.clock = clock
        self.chance = chance
        self.people = people
        self.post = Post(chance)
        self._taken: set[tuple[datetime, str]] = set()
        self._reasons: Mapping[str, list[str]] = practice_data("talks")["reasons"]

    @property
    def supervisor(self) -> Session:
        return self.staff["siv"]

    def session(self, handler: str) -> Session:
        """Who takes a case in; what nobody handles yet was taken in by the first one of the staff."""
        return self.staff.get(handler, self.staff["frida"])

    def because(self, why: str) -> str:
        """A reason of that sort, as people write it."""
        return self.chance.choice(self._reasons[why])

    def soon(self, after: datetime, least: int = 5, most: int = 25) -> datetime:
        """Some minutes later, while somebody is awake: at night early next morning."""
        at = after + timedelta(minutes=self.chance.randint(least, most))
        local = to_local(at)
        if local.time() < _FIRST_AWAKE:
            return to_utc(local.date(), _FIRST_AWAKE)
        if local.time() > _LAST_AWAKE:
            return to_utc(local.date() + _ONE_DAY, _FIRST_AWAKE)
        return at

    def in_office(self, after: datetime, days: int = 0) -> datetime:
        """A time in office hours, `days` days after that instant or on the next open day."""
        day = to_local(after).date() + days * _ONE_DAY
        office = self.staff["frida"].settings.office
        while True:
            hours = office.hours_on(day)
            if hours is not None and hours[1] - timedelta(minutes=30) > after:
                first = max(hours[0], after)
                room = int((hours[1] - first).total_seconds() // 60)
                return first + timedelta(minutes=self.chance.randint(3, max(4, room - 5)))
            day += _ONE_DAY

    def find_time(self, wanted: datetime, first: datetime, last: datetime, who: Session) -> Times:
        """The free full hour nearest to `wanted` from `first` to `last`, taken at once; never at night.

        LookupError when there is none.
        """
        hours = [hour for hour in _hours(first, last) if _FIRST_TALK <= to_local(hour).hour <= _LAST_TALK]
        rooms = self.staff["frida"].settings.rooms
        for hour in sorted(hours, key=lambda each: (abs(each - wanted), each)):
            if (hour, str(who.account.id)) in self._taken:
                continue
            for room in rooms:
                if (hour, room) not in self._taken:
                    return self.take(Times(hour, room), who.account.id)
        raise LookupError("no free hour for a talk")

    def take(self, times: Times, who: AccountId) -> Times:
        """Keep an hour free from others; the room that was wished for, or the first free one."""
        rooms = (times.room, *self.staff["frida"].settings.rooms)
        room = next(each for each in rooms if each and (times.starts, each) not in self._taken)
        self._taken |= {(times.starts, room), (times.starts, str(who))}
        return Times(times.starts, room)


def _hours(first: datetime, last: datetime) -> Iterator[datetime]:
    """The full hours between two instants, in UTC."""
    hour = first.replace(minute=0, second=0, microsecond=0)
    while hour <= last:
        if hour >= first:
            yield hour
        hour += _HOUR


def from_wall(wall: datetime) -> datetime:
    """The UTC instant of a wall time as the tables have it."""
    return to_utc(wall.date(), wall.time())
