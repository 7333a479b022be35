"""Free times for a talk inside the 48 hours: in office hours, then as *jour* on evenings and weekends."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta

from allvar_desktop.domain.clashes import Busy, Resource, ResourceKind
from allvar_desktop.domain.moment import to_local, to_utc
from allvar_desktop.domain.office_hours import OfficeHours

_STEP = timedelta(minutes=30)
_LEAD = timedelta(minutes=30)
_JOUR_OPENS, _JOUR_CLOSES = time(8), time(20)
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_LONGEST_LOOK = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Slot:
    """A proposed time for a talk, UTC, end exclusive.

    `room` is empty when the unit has no rooms to choose from. `is_on_call` (*jour*): outside office hours.
    `is_last`: no later one is proposed inside the clock.
    """

    start: datetime
    end: datetime
    room: str
    is_on_call: bool
    is_last: bool = False


@dataclass(frozen=True, slots=True)
class SlotWish:
    """What a talk needs: how long, which rooms there are, and who must be free."""

    minutes: int
    rooms: tuple[str, ...]
    needed: frozenset[Resource] = frozenset()

    @property
    def length(self) -> timedelta:
        return timedelta(minutes=self.minutes)


def last_start(due: datetime, minutes: int) -> datetime:
    """The last start that goes: the whole talk fits before the clock ends."""
    return due - timedelta(minutes=minutes)


def propose_slots(
    start: datetime, due: datetime, wish: SlotWish, office: OfficeHours, busy: Iterable[Busy], now: datetime
) -> tuple[Slot, ...]:
    """Free times between `start` and `due`, half an hour from `now` or later: office hours, then *jour*.

    Each begins at an even half hour, but for the very last that goes. *Jour* is proposed from 08 to 20. A
    time is free when everybody needed is, and a room where the unit has rooms. Empty when the clock has run
    out: `slots_after` then gives the next times.
    """
    latest = last_start(due, wish.minutes)
    starts = _starts(max(start, now + _LEAD), latest)
    slots = _free(starts, wish, office, [one for one in busy if one.overlaps(start, due)])
    if not slots:
        return ()
    marked = [*slots[:-1], replace(slots[-1], is_last=True)]
    return tuple(sorted(marked, key=lambda slot: (slot.is_on_call, slot.start)))


def slots_after(
    due: datetime, wish: SlotWish, office: OfficeHours, busy: Iterable[Busy], now: datetime, count: int = 3
) -> tuple[Slot, ...]:
    """The next `count` free times in office hours after the clock has run out, within two weeks."""
    since = max(due, now + _LEAD)
    until = since + _LONGEST_LOOK
    taken = [one for one in busy if one.overlaps(since, until)]
    slots = _free(_starts(since, until), wish, office, taken)
    return tuple(slot for slot in slots if not slot.is_on_call)[:count]


def short_list(slots: Sequence[Slot], count: int = 5) -> tuple[Slot, ...]:
    """At most `count` of the proposed, spread out: the first of each half day, then the others, by time."""
    firsts: dict[tuple[object, bool], Slot] = {}
    for slot in slots:
        local = to_local(slot.start)
        firsts.setdefault((local.date(), local.hour >= 12), slot)
    spread = list(firsts.values())
    chosen = [*spread, *(slot for slot in slots if slot not in spread)][:count]
    return tuple(sorted(chosen, key=lambda slot: slot.start))


def _starts(since: datetime, latest: datetime) -> Iterator[datetime]:
    """Each even half hour from `since` to `latest`, and `latest` itself."""
    start = since + (_EPOCH - since) % _STEP
    while start < latest:
        yield start
        start += _STEP
    if since <= latest:
        yield latest


def _free(
    starts: Iterable[datetime], wish: SlotWish, office: OfficeHours, taken: Sequence[Busy]
) -> list[Slot]:
    slots = []
    for start in starts:
        end = start + wish.length
        is_on_call = not _is_office_time(start, end, office)
        if is_on_call and not _is_on_call_time(start, end):
            continue
        room = _free_room(start, end, wish, taken)
        if room is not None:
            slots.append(Slot(start, end, room, is_on_call))
    return slots


def _is_office_time(start: datetime, end: datetime, office: OfficeHours) -> bool:
    hours = office.hours_on(to_local(start).date())
    return hours is not None and hours[0] <= start and end <= hours[1]


def _is_on_call_time(start: datetime, end: datetime) -> bool:
    """From 08 to 20 on the day it starts: nobody asks a family to come in the night."""
    day = to_local(start).date()
    return to_utc(day, _JOUR_OPENS) <= start and end <= to_utc(day, _JOUR_CLOSES)


def _free_room(start: datetime, end: datetime, wish: SlotWish, taken: Sequence[Busy]) -> str | None:
    """The first free room, an empty text where there are none to choose from, None when it cannot be then."""
    used = {resource for one in taken if one.overlaps(start, end) for resource in one.resources}
    if used & wish.needed:
        return None
    if not wish.rooms:
        return ""
    return next((room for room in wish.rooms if Resource(ResourceKind.ROOM, room) not in used), None)
