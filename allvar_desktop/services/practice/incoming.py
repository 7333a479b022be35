"""Notices as they reach the unit in the practice year, typed in by a handler."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from random import Random

from allvar_desktop.domain.identity_number import age_on
from allvar_desktop.domain.moment import Moment
from allvar_desktop.domain.new_case import NewCase, NewNotice, NewParty
from allvar_desktop.domain.notice import Arrival, MayBeTold, Mediation, NoticeKind
from allvar_desktop.services.practice.course import Course, Notices, Trouble, practice_data
from allvar_desktop.services.practice.people import Family

_OLD_ENOUGH = 15
"""From this age on a notice comes under 6 § LUL instead of 34 §."""
_LOCAL_NUMBER = "T-2026-0417"


@dataclass(frozen=True, slots=True)
class Arrived:
    """What came in at the instant `received` (UTC): the form, and what to type in later."""

    received: datetime
    form: NewCase
    later: NewNotice | None = None


class Post:
    """Makes notices; each has a reference of its own."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._words = practice_data("events")
        self._last_reference = 300_000

    def case(self, course: Course, received: datetime, family: Family) -> Arrived:
        """The form of a new case."""
        first = self._first(course, received, family)
        later = None
        if course.notices is Notices.CONCERN_FIRST:
            later = replace(
                self.police(course, received + timedelta(hours=5), family), arrival=Arrival.ELECTRONIC
            )
        child = _known_as(family.child, course.identity)
        form = NewCase(first, child, family.adults, family.hidden_pairs, family.shown_pairs)
        return Arrived(received, form, later)

    def police(self, course: Course, received: datetime, family: Family) -> NewNotice:
        """A notice from the police, received at that instant."""
        reported = received - timedelta(minutes=self._chance.randrange(30, 900, 5))
        offence = Moment.from_instant(reported - timedelta(minutes=self._chance.randrange(20, 600, 5)))
        if course.is_approximate:
            offence = replace(offence, is_approximate=True)
        if self._chance.random() < 0.12:  # now and then nobody knows the hour
            offence = Moment(offence.day)
        is_open = not course.troubles & {Trouble.ASK, Trouble.POLICE_WAITS}
        answer = MayBeTold.NO if course.has(Trouble.POLICE_WAITS) else MayBeTold.NOT_ASKED
        answer = MayBeTold.YES if is_open else answer
        return NewNotice(
            kind=_kind(family.child, offence.day),
            arrival=course.arrival,
            received=_received(course, received),
            is_first_emptying=course.is_first_emptying,
            reported=Moment.from_instant(reported),
            offence=offence,
            sender=self._words["police"],
            reference=self._reference(),
            event_text=self._chance.choice(self._words["events"]),
            may_be_told=answer,
            told_by="" if answer is MayBeTold.NOT_ASKED else self._words["told_by"],
            is_interview_held=is_open,
            mediation=self._chance.choice((Mediation.NOT_ASKED, Mediation.NOT_ASKED, Mediation.POSITIVE)),
        )

    def _first(self, course: Course, received: datetime, family: Family) -> NewNotice:
        if course.notices not in (Notices.CONCERN_FIRST, Notices.WORRY):
            return self.police(course, received, family)
        word = "concerns" if course.is_named else "worries"
        return NewNotice(
            kind=NoticeKind.CONCERN,
            arrival=Arrival.PHONE,
            received=_received(course, received),
            names_suspicion=course.is_named,
            sender=self._words["school"],
            event_text=self._chance.choice(self._words[word]),
        )

    def asked(self) -> str:
        """Whom at the police somebody has spoken to."""
        return str(self._chance.choice(self._words["asked"]))

    def _reference(self) -> str:
        self._last_reference += self._chance.randrange(300, 1_100)
        return f"5000-K{self._last_reference}-26"


def _received(course: Course, received: datetime) -> Moment:
    moment = Moment.from_instant(received)
    if course.is_day_only:
        return Moment(moment.day)
    return replace(moment, is_approximate=course.is_approximate)


def _kind(child: NewParty, day: date) -> NoticeKind:
    is_young = child.birth_date is not None and age_on(child.birth_date, day) < _OLD_ENOUGH
    return NoticeKind.SECTION_34 if is_young else NoticeKind.SECTION_6


def _known_as(child: NewParty, identity: str) -> NewParty:
    """The child with the number that is known of it: none, a local one, or one that fails its check."""
    if identity == "none":
        return replace(child, identity_number="", birth_date=None, note="Säger själv sitt namn.")
    if identity == "local":
        return replace(child, identity_number=_LOCAL_NUMBER)
    if identity == "kept":
        reason = practice_data("talks")["reasons"]["kept_number"][0]
        return replace(child, identity_number=_miswritten(child.identity_number), identity_reason=reason)
    return child


def _miswritten(number: str) -> str:
    """Two digits changed places, as happens at the phone: no valid number, so nobody's."""
    return number[:8] + number[9] + number[8] + number[10:]
