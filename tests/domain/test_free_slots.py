from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from allvar_desktop.domain.clashes import Busy, Resource, ResourceKind, find_clashes
from allvar_desktop.domain.free_slots import SlotWish, last_start, propose_slots, short_list, slots_after
from allvar_desktop.domain.moment import Moment, to_local, to_utc
from allvar_desktop.domain.office_hours import OfficeHours
from allvar_desktop.domain.time_text import instant_text
from tests.domain.test_moment import moments

OFFICE = OfficeHours()
START = to_utc(date(2026, 3, 27), time(15, 40))
DUE = START + timedelta(hours=48)
WISH = SlotWish(60, ("Eken", "Björken"))
EKEN, BJORKEN = (Resource(ResourceKind.ROOM, room) for room in WISH.rooms)
HANDLER = Resource(ResourceKind.HANDLER, "2")


def busy(start: str, minutes: int, *resources: Resource, is_cancelled: bool = False) -> Busy:
    begins = to_utc(date(2026, 3, 28), time.fromisoformat(start))
    return Busy(frozenset(resources), begins, begins + timedelta(minutes=minutes), "meeting:1", is_cancelled)


def rooms_at(hour: int, *taken: Busy, wish: SlotWish = WISH) -> list[str]:
    slots = propose_slots(START, DUE, wish, OFFICE, taken, START)
    wanted = to_utc(date(2026, 3, 28), time(hour))
    return [slot.room for slot in slots if slot.start == wanted]


def test_the_last_time_that_goes_is_an_hour_before_the_clock_ends() -> None:
    assert instant_text(last_start(DUE, 60), START) == "sön 29 mars 15.40"
    slots = propose_slots(START, DUE, WISH, OFFICE, (), START)
    (last,) = (slot for slot in slots if slot.is_last)
    assert (last.start, last.end, last.is_on_call) == (last_start(DUE, 60), DUE, True)


def test_a_friday_afternoon_leaves_only_the_evening_and_the_weekend() -> None:
    slots = propose_slots(START, DUE, WISH, OFFICE, (), START)
    assert instant_text(slots[0].start, START) == "idag 16.30"
    assert all(slot.is_on_call for slot in slots)
    assert {to_local(slot.start).hour for slot in slots} <= set(range(8, 20))


def test_office_hours_come_first() -> None:
    start = to_utc(date(2026, 4, 7), time(9, 15))
    slots = propose_slots(start, start + timedelta(hours=48), WISH, OFFICE, (), start)
    marks = [slot.is_on_call for slot in slots]
    assert marks == sorted(marks)
    assert not marks[0]
    assert marks[-1]
    assert instant_text(slots[0].start, start) == "idag 10.00"


def test_a_taken_room_gives_the_next_one_and_no_time_when_all_are_taken() -> None:
    assert rooms_at(11) == ["Eken"]
    assert rooms_at(11, busy("10:30", 60, EKEN)) == ["Björken"]
    assert rooms_at(11, busy("10:30", 60, EKEN, BJORKEN)) == []
    assert rooms_at(11, busy("10:00", 60, EKEN)) == ["Eken"]
    assert rooms_at(11, busy("10:30", 60, EKEN, is_cancelled=True)) == ["Eken"]


def test_everybody_needed_must_be_free() -> None:
    wish = SlotWish(60, WISH.rooms, frozenset({HANDLER}))
    assert rooms_at(11, busy("11:30", 60, HANDLER), wish=wish) == []
    assert rooms_at(11, busy("11:30", 60, HANDLER)) == ["Eken"]


def test_a_unit_without_rooms_still_gets_times() -> None:
    assert rooms_at(11, busy("11:00", 60, EKEN), wish=SlotWish(60, ())) == [""]


def test_nothing_is_proposed_inside_a_clock_that_has_run_out() -> None:
    assert propose_slots(START, DUE, WISH, OFFICE, (), DUE) == ()
    after = slots_after(DUE, WISH, OFFICE, (), DUE)
    assert [instant_text(slot.start, DUE) for slot in after] == [
        "imorgon 08.00",
        "imorgon 08.30",
        "imorgon 09.00",
    ]


def test_the_next_times_after_the_clock_pass_over_what_is_taken() -> None:
    monday = to_utc(date(2026, 3, 30), time(8))
    taken = Busy(frozenset({EKEN, BJORKEN}), monday, monday + timedelta(hours=8))
    assert instant_text(slots_after(DUE, WISH, OFFICE, [taken], DUE, 1)[0].start, monday) == "imorgon 08.00"


def test_the_short_list_is_spread_over_half_days() -> None:
    slots = propose_slots(START, DUE, WISH, OFFICE, (), START)
    assert [instant_text(slot.start, START) for slot in short_list(slots)] == [
        *("idag 16.30", "imorgon 08.00", "imorgon 12.00", "sön 29 mars 08.00", "sön 29 mars 12.00")
    ]
    assert len(short_list(slots[:3])) == 3
    assert short_list(()) == ()


@given(moments(), st.timedeltas(timedelta(), timedelta(days=3)), st.integers(15, 180))
def test_every_proposed_time_can_be_kept(received: Moment, passed: timedelta, minutes: int) -> None:
    start = received.earliest()
    due, now = start + timedelta(hours=48), start + passed
    slots = propose_slots(start, due, SlotWish(minutes, ("Eken",)), OFFICE, (), now)
    assert sum(slot.is_last for slot in slots) == bool(slots)
    for slot in slots:
        assert slot.start >= now
        assert slot.end == slot.start + timedelta(minutes=minutes) <= due
        assert to_local(slot.start).hour >= 8
        office_minutes = OFFICE.minutes_between(slot.start, slot.end)
        assert slot.is_on_call == (office_minutes < minutes)


def test_clashes_name_the_kind_of_thing_and_nobody() -> None:
    booking = Busy(frozenset({EKEN, HANDLER}), *span(10, 11), "meeting:2")
    other = busy("10:30", 60, HANDLER, EKEN)
    assert [clash.text for clash in find_clashes(booking, [other])] == [
        "Rummet är redan bokat då.",
        "Handläggaren har ett annat samtal då.",
    ]
    assert find_clashes(booking, [busy("10:30", 60, BJORKEN)]) == ()


def test_what_is_cancelled_or_only_moved_never_clashes() -> None:
    booking = Busy(frozenset({EKEN}), *span(10, 11), "meeting:2")
    cancelled = Busy(booking.resources, booking.start, booking.end, "meeting:2", is_cancelled=True)
    assert find_clashes(booking, [busy("10:00", 60, EKEN, is_cancelled=True)]) == ()
    assert find_clashes(cancelled, [busy("10:00", 60, EKEN)]) == ()
    assert find_clashes(booking, [Busy(booking.resources, *span(10, 12), "meeting:2")]) == ()


def test_an_end_is_exclusive() -> None:
    booking = Busy(frozenset({EKEN}), *span(10, 11))
    assert find_clashes(booking, [busy("11:00", 60, EKEN)]) == ()
    assert find_clashes(booking, [busy("09:00", 60, EKEN)]) == ()
    assert len(find_clashes(booking, [Busy(booking.resources, *span(10, 11))])) == 1


def span(first: int, last: int) -> tuple[datetime, datetime]:
    day = date(2026, 3, 28)
    return to_utc(day, time(first)), to_utc(day, time(last))
