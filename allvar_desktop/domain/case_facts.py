"""Everything the register knows about one case, gathered once; pure functions reason over it."""

from dataclasses import dataclass

from allvar_desktop.domain.case import Case, CaseLink
from allvar_desktop.domain.contact import TAKEN_BACK, ContactAttempt
from allvar_desktop.domain.correction import Correction
from allvar_desktop.domain.ending import ClockEnding, Delay, Pause
from allvar_desktop.domain.ids import MeetingId, NoticeId, PartyId
from allvar_desktop.domain.meeting import Meeting, MeetingState, Participant
from allvar_desktop.domain.notice import MayBeTold, Notice, PreliminaryAssessment, ProtectionAssessment
from allvar_desktop.domain.paper import Paper, PaperKind, PaperState
from allvar_desktop.domain.party import KnowledgePair, Party, PartyRole, Permission, SafetyDecision
from allvar_desktop.domain.record import Record


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """All rows of one case, each group in the order it was stored."""

    case: Case
    parties: tuple[Party, ...] = ()
    notices: tuple[Notice, ...] = ()
    protection_assessments: tuple[ProtectionAssessment, ...] = ()
    preliminary_assessments: tuple[PreliminaryAssessment, ...] = ()
    pairs: tuple[KnowledgePair, ...] = ()
    permissions: tuple[Permission, ...] = ()
    safety_decisions: tuple[SafetyDecision, ...] = ()
    contacts: tuple[ContactAttempt, ...] = ()
    endings: tuple[ClockEnding, ...] = ()
    delays: tuple[Delay, ...] = ()
    pauses: tuple[Pause, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    participants: tuple[Participant, ...] = ()
    records: tuple[Record, ...] = ()
    papers: tuple[Paper, ...] = ()
    links: tuple[CaseLink, ...] = ()
    corrections: tuple[Correction, ...] = ()

    @property
    def child(self) -> Party:
        """The child. LookupError for a case without one, which no service makes."""
        for party in self.parties:
            if party.role is PartyRole.CHILD:
                return party
        raise LookupError("a case has a child")

    @property
    def guardians(self) -> tuple[Party, ...]:
        return tuple(party for party in self.parties if party.role is PartyRole.GUARDIAN)

    @property
    def family(self) -> tuple[Party, ...]:
        return tuple(party for party in self.parties if party.role.is_family)

    @property
    def callable_adults(self) -> tuple[Party, ...]:
        """Whom to reach: the guardians, or the other adults while no guardian is known."""
        known = tuple(guardian for guardian in self.guardians if guardian.name or guardian.phone)
        return known or tuple(party for party in self.parties if party.role is PartyRole.OTHER_ADULT)

    @property
    def standing_contacts(self) -> tuple[ContactAttempt, ...]:
        """The attempts that count: those that were noted by mistake and taken back do not."""
        taken_back = {row.row_id for row in self.corrections if row.table_name == TAKEN_BACK}
        return tuple(attempt for attempt in self.contacts if attempt.id not in taken_back)

    @property
    def event_no(self) -> int:
        """The latest event; 1 for a case without notices."""
        return max((notice.event_no for notice in self.notices), default=1)

    def party(self, party_id: PartyId) -> Party:
        """LookupError when the party is not of this case."""
        for party in self.parties:
            if party.id == party_id:
                return party
        raise LookupError("no such party in this case")

    def meeting(self, meeting_id: MeetingId) -> Meeting:
        """LookupError when the meeting is not of this case."""
        for meeting in self.meetings:
            if meeting.id == meeting_id:
                return meeting
        raise LookupError("no such meeting in this case")

    def participants_of(self, meeting_id: MeetingId) -> tuple[Party, ...]:
        """The parties called to a meeting, in the order of the case's parties."""
        called = {row.party_id for row in self.participants if row.meeting_id == meeting_id}
        return tuple(party for party in self.parties if party.id in called)

    def called_to(self, event_no: int) -> tuple[Party, ...]:
        """Everybody called to a coming or held talk of the event; who may not meet has one of their own."""
        talks = {talk.id for talk in (*self.coming_meetings(event_no), *self.held_meetings(event_no))}
        called = {row.party_id for row in self.participants if row.meeting_id in talks}
        return tuple(party for party in self.parties if party.id in called)

    def notices_of(self, event_no: int) -> tuple[Notice, ...]:
        return tuple(notice for notice in self.notices if notice.event_no == event_no)

    def protection_assessment_of(self, notice_id: NoticeId) -> ProtectionAssessment | None:
        """The latest one made for the notice."""
        return next(
            (row for row in reversed(self.protection_assessments) if row.notice_id == notice_id), None
        )

    def preliminary_assessment_of(self, notice_id: NoticeId) -> PreliminaryAssessment | None:
        """The latest decision for the notice."""
        return next(
            (row for row in reversed(self.preliminary_assessments) if row.notice_id == notice_id), None
        )

    def permission_of(self, party_id: PartyId) -> Permission | None:
        return next((row for row in reversed(self.permissions) if row.party_id == party_id), None)

    def pair(self, reader_id: PartyId, about_id: PartyId) -> KnowledgePair | None:
        """What is recorded of whether one may learn where the other is; None while nobody has answered."""
        return next((p for p in self.pairs if (p.reader_id, p.about_id) == (reader_id, about_id)), None)

    @property
    def safety_decision(self) -> SafetyDecision | None:
        """The supervisor's latest word on a joint meeting."""
        return self.safety_decisions[-1] if self.safety_decisions else None

    def ending_of(self, event_no: int) -> ClockEnding | None:
        return next((row for row in self.endings if row.event_no == event_no), None)

    def record_of(self, meeting_id: MeetingId) -> Record | None:
        return next((row for row in self.records if row.id == meeting_id), None)

    def meetings_of(self, event_no: int) -> tuple[Meeting, ...]:
        """The event's meetings by planned start."""
        found = (meeting for meeting in self.meetings if meeting.event_no == event_no)
        return tuple(sorted(found, key=lambda meeting: (meeting.starts, meeting.id)))

    def coming_meetings(self, event_no: int) -> tuple[Meeting, ...]:
        return tuple(meeting for meeting in self.meetings_of(event_no) if meeting.state.is_coming)

    def held_meetings(self, event_no: int) -> tuple[Meeting, ...]:
        return tuple(meeting for meeting in self.meetings_of(event_no) if meeting.state is MeetingState.HELD)

    def papers_of(self, meeting_id: MeetingId, kind: PaperKind) -> tuple[Paper, ...]:
        """The meeting's papers of one kind that are not voided."""
        return tuple(
            paper
            for paper in self.papers
            if paper.meeting_id == meeting_id and paper.kind is kind and paper.state is not PaperState.VOIDED
        )

    def may_be_told(self, event_no: int) -> MayBeTold:
        """The event's answer: yes only when every notice of it says yes; one no outweighs."""
        answers = {notice.may_be_told for notice in self.notices_of(event_no)}
        if answers == {MayBeTold.YES}:
            return MayBeTold.YES
        return MayBeTold.NO if MayBeTold.NO in answers else MayBeTold.NOT_ASKED
