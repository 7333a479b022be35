"""One case of the practice year in the hands of its handler."""

from datetime import datetime

from allvar_desktop.domain.case_deadlines import case_deadlines
from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.ids import CaseId, MeetingId
from allvar_desktop.domain.meeting import Meeting
from allvar_desktop.domain.party import Party
from allvar_desktop.services import cases
from allvar_desktop.services.practice.course import Course, Phase
from allvar_desktop.services.practice.office import Office
from allvar_desktop.services.practice.people import Family
from allvar_desktop.services.session import Session


class CaseWork:
    """A case while its story is told. `received` is the instant (UTC) its latest notice reached the unit."""

    def __init__(self, office: Office, course: Course, received: datetime, family: Family) -> None:
        self.office = office
        self.course = course
        self.received = received
        self.family = family
        self.case_id = CaseId(0)
        self.meeting_id = MeetingId(0)
        self.is_over = False
        """Whether the story has come to the course's last phase, or has ended without a talk."""
        self._session = office.session(course.handler)

    @property
    def session(self) -> Session:
        """The handler's; of somebody who has left, that of who took over."""
        if self.case_id and self._session.account.id in self.office.gone:
            handler = self._session.tables.cases.get(self.case_id).handler_id
            self._session = next(s for s in self.office.staff.values() if s.account.id == handler)
            cases.open_case(self._session, self.case_id)
        return self._session

    @property
    def now(self) -> datetime:
        return self.office.clock.now()

    @property
    def facts(self) -> CaseFacts:
        return self.session.facts(self.case_id)

    @property
    def meeting(self) -> Meeting:
        """The one that the story is about."""
        return self.session.tables.meetings.get(self.meeting_id)

    @property
    def due(self) -> datetime | None:
        """When the clock of the latest event runs out; None where no clock runs."""
        session, facts = self.session, self.facts
        found = case_deadlines(facts, session.rules, session.settings, self.now)
        return found.clock_of(facts.event_no).talk.due

    @property
    def called(self) -> tuple[Party, ...]:
        """Who of the family is called: those who can be."""
        return tuple(party for party in self.facts.family if party is self.facts.child or party.name)

    def because(self, why: str) -> str:
        return self.office.because(why)

    def reach(self, phase: Phase) -> bool:
        """Note that a phase is done; True when the story ends with it."""
        self.is_over = self.is_over or self.course.stops_at(phase)
        return self.is_over
