"""Booking the talk, what comes between, and the letters."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from allvar_desktop.domain.booking import Booking
from allvar_desktop.domain.contact import Channel, ContactResult
from allvar_desktop.domain.ids import PartyId
from allvar_desktop.domain.meeting import AskedBy, InterpreterMode
from allvar_desktop.domain.new_case import NewParty
from allvar_desktop.domain.paper import PaperKind
from allvar_desktop.domain.party import Party, PartyRole, PermissionKind, Protection, SecrecyGround
from allvar_desktop.services import bookings, cases, contacts, parties, registration
from allvar_desktop.services.practice.casework import CaseWork
from allvar_desktop.services.practice.course import FamilyKind, Phase, Trouble, practice_data
from allvar_desktop.services.practice.office import Times, from_wall
from allvar_desktop.services.practice.printing import print_papers
from allvar_desktop.services.practice.year import Story

_HALF_AN_HOUR = timedelta(minutes=30)
_CANCELS = {
    Trouble.POLICE_CANCELS: (AskedBy.POLICE, "police_cancels"),
    Trouble.INTERPRETER_CANCELS: (AskedBy.INTERPRETER, "interpreter_cancels"),
}


def book(work: CaseWork) -> Story:
    """The talk is booked; trouble moves it, cancels it, or leaves an empty room."""
    yield work.office.soon(work.now, 3, 25)
    guests = [_invite(work, role) for role in work.course.guests]
    called = _called(work)
    trouble = next((each for each in Trouble if each in _LATER and work.course.has(each)), None)
    times = _times(work, is_late=work.course.is_late and trouble is None)
    work.meeting_id = bookings.book(work.session, work.case_id, _booking(work, times, [*called, *guests]))
    if trouble is not None:
        yield from _LATER[trouble](work)
    work.reach(Phase.BOOKED)


def write_letters(work: CaseWork) -> Story:
    """The summonses are printed where the course says so; others were handed over without a paper here."""
    yield work.office.soon(work.now, 5, 20)
    if PaperKind.SUMMONS in work.course.prints:
        print_papers(work.session, work.meeting_id, PaperKind.SUMMONS)
    work.reach(Phase.SUMMONED)


def book_other_guardian(work: CaseWork) -> Story:
    """A talk of its own with the guardian who may not meet the others."""
    yield work.office.soon(work.now, 20, 60)
    other = work.facts.guardians[-1]
    times = work.office.find_time(
        work.now + timedelta(days=2), work.now + _HALF_AN_HOUR, work.now + timedelta(days=9), work.session
    )
    work.meeting_id = bookings.book(work.session, work.case_id, _booking(work, times, [other.id]))


def _called(work: CaseWork) -> list[PartyId]:
    """Those who may sit at one table, after the supervisor's word where one may not learn of another."""
    people = list(work.called)
    if work.course.family is FamilyKind.ABROAD:
        people.pop()
    if work.course.family is FamilyKind.HIDDEN and work.course.safety:
        is_safe = work.course.safety == "safe"
        supervisor = work.office.supervisor
        cases.open_case(supervisor, work.case_id)
        reason = work.because("joint_safe" if is_safe else "joint_unsafe")
        parties.decide_safety(supervisor, work.case_id, is_joint_meeting_allowed=is_safe, reason=reason)
        if not is_safe:
            people.pop()
            parties.explain_one_guardian(work.session, work.case_id, work.because("one_guardian"))
    return [party.id for party in people]


def _invite(work: CaseWork, role: PartyRole) -> PartyId:
    """Somebody from outside, with the consent or the ground that comes first."""
    name = work.office.chance.choice(practice_data("names")["outside"][role.value])
    guest = NewParty(role, name, protection=Protection.NONE)
    party_id = registration.add_party(work.session, work.case_id, guest)
    if work.course.is_unasked:
        return party_id
    is_police = role is PartyRole.POLICE
    parties.record_permission(
        work.session,
        party_id,
        PermissionKind.GROUND if is_police else PermissionKind.CONSENT,
        given_by="" if is_police else work.facts.guardians[0].name,
        given_at=work.session.present,
        covers="Att få veta tid och plats och delta i samtalet.",
        ground=SecrecyGround.CRIME_PREVENTION if is_police else None,
    )
    return party_id


def _times(work: CaseWork, *, is_late: bool) -> Times:
    """The time that the course wishes, or one near it: inside the clock, or after it."""
    office, course, due = work.office, work.course, work.due
    if course.talk_at is not None:
        return office.take(Times(from_wall(course.talk_at), ""), work.session.account.id)
    wanted = work.received + timedelta(hours=course.hours)
    first = work.now + _HALF_AN_HOUR
    week = timedelta(days=7)
    if due is None:
        return office.find_time(wanted, first, work.now + week, work.session)
    if not is_late:
        try:
            return office.find_time(wanted, first, due - _HALF_AN_HOUR, work.session)
        except LookupError:  # no hour left inside the clock: then soon after it
            wanted = due
    return office.find_time(wanted, max(first, due), max(first, due) + week, work.session)


def _booking(work: CaseWork, times: Times, called: Iterable[PartyId]) -> Booking:
    language = next((party.language for party in work.facts.family if party.is_interpreter_needed), "")
    modes = (InterpreterMode.ON_SITE, InterpreterMode.PHONE)
    return Booking(
        event_no=work.facts.event_no,
        starts=times.starts,
        minutes=60,
        room=times.room,
        handler_id=work.session.account.id,
        party_ids=tuple(called),
        interpreter_language=language,
        interpreter_mode=modes[work.case_id % 2] if language else None,
    )


def _rebooked(work: CaseWork) -> Booking:
    """The same people at another time, after the clock where the course says so."""
    old = bookings.booking_of(work.facts, work.meeting)
    times = _times(work, is_late=work.course.is_late)
    return replace(old, starts=times.starts, room=times.room)


def _move(work: CaseWork) -> Story:
    if PaperKind.SUMMONS in work.course.prints:
        print_papers(work.session, work.meeting_id, PaperKind.SUMMONS)
    yield work.office.soon(work.now, 60, 180)
    booking = _rebooked(work)
    reason = work.because("family_moves")
    work.meeting_id = bookings.move(
        work.session, work.meeting_id, booking, asked_by=AskedBy.FAMILY, reason=reason
    )


def _cancel(work: CaseWork) -> Story:
    yield work.office.soon(work.now, 60, 180)
    asked_by, why = next(_CANCELS[trouble] for trouble in _CANCELS if work.course.has(trouble))
    bookings.cancel(work.session, work.meeting_id, asked_by=asked_by, reason=work.because(why))
    yield work.office.soon(work.now, 20, 90)
    work.meeting_id = bookings.book(work.session, work.case_id, _rebooked(work))


def _no_show(work: CaseWork) -> Story:
    yield work.meeting.starts + _HALF_AN_HOUR
    bookings.note_no_show(work.session, work.meeting_id, reason=work.because("no_show"))
    yield work.office.soon(work.now, 30, 120)
    adult: Party = work.facts.callable_adults[0]
    contacts.record_contact(work.session, adult.id, Channel.PHONE, ContactResult.REACHED)
    if work.course.end is None:
        yield work.office.soon(work.now, 5, 20)
        work.meeting_id = bookings.book(work.session, work.case_id, _rebooked(work))


_LATER = {
    Trouble.FAMILY_MOVES: _move,
    Trouble.POLICE_CANCELS: _cancel,
    Trouble.INTERPRETER_CANCELS: _cancel,
    Trouble.NO_SHOW: _no_show,
}
