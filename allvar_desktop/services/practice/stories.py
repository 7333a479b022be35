"""Whole cases of the practice year, put together from their parts."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from allvar_desktop.domain.deadlines import EndReason
from allvar_desktop.domain.ids import CaseId
from allvar_desktop.domain.new_case import NewNotice
from allvar_desktop.services import registration
from allvar_desktop.services.practice.beginning import (
    assess,
    correct,
    cover,
    keep_trying,
    let_tell,
    reach_family,
    take_in,
)
from allvar_desktop.services.practice.casework import CaseWork
from allvar_desktop.services.practice.closing import (
    close,
    decide,
    end_without_talk,
    explain_delay,
    print_afterwards,
)
from allvar_desktop.services.practice.course import Course, Notices, Phase, Trouble
from allvar_desktop.services.practice.incoming import Arrived
from allvar_desktop.services.practice.office import Office
from allvar_desktop.services.practice.people import Family
from allvar_desktop.services.practice.talking import book, book_other_guardian, write_letters
from allvar_desktop.services.practice.writing import hold, keep_promises, lock
from allvar_desktop.services.practice.year import Story

Part = Callable[[CaseWork], Story]
_WITHOUT_TALK: tuple[Part, ...] = (end_without_talk, decide, close)
_TALK: tuple[Part, ...] = (book, write_letters, hold, lock)
_AFTERWARDS: tuple[Part, ...] = (print_afterwards, keep_promises, decide)


def story(office: Office, course: Course, received: datetime) -> Story:
    """A case from its notice, received at that instant (UTC), to the course's last phase."""
    family = office.people.family(course.family, interpreter=course.interpreter)
    work = CaseWork(office, course, received, family)
    yield office.soon(received, 8, 35)
    arrived = office.post.case(course, received, family)
    take_in(work, arrived.form)
    if course.twin:
        office.begin(_twin(work, arrived.form.notice))
    work.reach(Phase.REGISTERED)
    yield from go_on(work, arrived)
    if course.is_again:
        yield from _again(work)


def go_on(work: CaseWork, arrived: Arrived) -> Story:
    """What follows the registration."""
    if arrived.later is not None and not work.is_over:
        yield from assess(work)
        yield work.office.soon(arrived.received + timedelta(hours=5), 5, 15)
        registration.add_notice(work.session, work.case_id, arrived.later, is_new_event=False)
    yield from tell(work, parts_of(work.course))
    if work.course.notices is Notices.SECOND_EVENT:
        yield from _second_event(work)
        yield from tell(work, (close,))


def tell(work: CaseWork, parts: tuple[Part, ...]) -> Story:
    """One part after the other, until the course's last phase is reached."""
    for part in parts:
        if work.is_over:
            return
        yield from part(work)


def parts_of(course: Course) -> tuple[Part, ...]:
    """The parts of a case after its registration."""
    begun: tuple[Part, ...] = (assess, let_tell, correct, cover)
    if course.end is EndReason.NOT_REACHED:
        return (*begun, keep_trying, *_WITHOUT_TALK)
    if course.end is not None:
        booked = (book,) if course.has(Trouble.NO_SHOW) else ()
        return (*begun, reach_family, *booked, *_WITHOUT_TALK)
    talks: tuple[Part, ...] = (explain_when_late, *_TALK)
    if course.safety == "unsafe":
        talks = (*talks, book_other_guardian, hold, lock)
    ending = () if course.notices is Notices.SECOND_EVENT else (close,)
    return (*begun, reach_family, *talks, *_AFTERWARDS, *ending)


def explain_when_late(work: CaseWork) -> Story:
    """The reason for a delay is written when the clock runs out, whatever else goes on then."""
    work.office.begin(explain_delay(work))
    yield from ()


def _twin(first: CaseWork, notice: NewNotice) -> Story:
    """A friend in the same event, or a sibling: a case of its own, linked for the worker only."""
    office, course = first.office, first.course
    is_sibling = course.twin == "sibling"
    people = office.people
    family: Family = (
        people.sibling(first.family) if is_sibling else people.family(course.family, interpreter=False)
    )
    work = CaseWork(office, course, first.received, family)
    yield office.soon(first.now, 6, 15)
    arrived = office.post.case(course, first.received, family)
    form = replace(arrived.form, notice=notice)
    take_in(work, form, twin_of=first.case_id)
    yield from go_on(work, Arrived(first.received, form))


def _second_event(work: CaseWork) -> Story:
    """A new event while the case is open: a new clock on the same case."""
    received = work.office.in_office(work.now, 40)
    course = replace(work.course, notices=Notices.ONE, guests=(), troubles=frozenset())
    yield work.office.soon(received)
    notice = work.office.post.police(course, received, work.family)
    registration.add_notice(work.session, work.case_id, notice, is_new_event=True)
    work.received = received
    yield from tell(work, (assess, let_tell, reach_family, *_TALK, keep_promises, decide))


def _again(work: CaseWork) -> Story:
    """A new event after the case was closed: a new case, linked to the old one."""
    earlier: CaseId = work.case_id
    received = work.office.in_office(work.now, 50)
    course = replace(work.course, is_again=False, corrections=())
    again = CaseWork(work.office, course, received, work.family)
    yield work.office.soon(received)
    arrived = work.office.post.case(course, received, work.family)
    take_in(again, arrived.form, earlier=earlier)
    yield from go_on(again, arrived)
