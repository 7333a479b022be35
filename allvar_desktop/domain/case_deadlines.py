"""All deadlines of a case that run on the pages, worked out from its facts."""

from dataclasses import dataclass
from datetime import datetime

from allvar_desktop.domain.case_clock import (
    CaseClock,
    ClockDefinition,
    ClockNotice,
    ClockRules,
    ClockStart,
    ClockStop,
    EventSteps,
    case_clocks,
    first_since,
)
from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.deadline_rules import (
    PRELIMINARY_ASSESSMENT,
    PROTECTION_ASSESSMENT,
    RECORD_LOCKED,
    DeadlineRules,
)
from allvar_desktop.domain.deadlines import Deadline, evaluate
from allvar_desktop.domain.ids import MeetingId, NoticeId
from allvar_desktop.domain.meeting import MeetingState
from allvar_desktop.domain.moment import Moment
from allvar_desktop.domain.notice import PreliminaryDecision
from allvar_desktop.domain.paper import PaperKind
from allvar_desktop.domain.settings import UnitSettings


@dataclass(frozen=True, slots=True)
class NoticeDeadline:
    """A deadline that runs for one notice."""

    notice_id: NoticeId
    deadline: Deadline


@dataclass(frozen=True, slots=True)
class RecordDeadline:
    """When the record of one held meeting is to be locked."""

    meeting_id: MeetingId
    deadline: Deadline


@dataclass(frozen=True, slots=True)
class CaseDeadlines:
    """What runs in a case: a clock for each event, and the deadlines of its notices and records."""

    clocks: tuple[CaseClock, ...]
    protection: tuple[NoticeDeadline, ...]
    preliminary: tuple[NoticeDeadline, ...]
    records: tuple[RecordDeadline, ...]

    def clock_of(self, event_no: int) -> CaseClock:
        """LookupError for an event without notices."""
        for clock in self.clocks:
            if clock.event_no == event_no:
                return clock
        raise LookupError("no such event")


def definition_of(settings: UnitSettings) -> ClockDefinition:
    """The unit's chosen start and stop."""
    return ClockDefinition(ClockStart(settings.clock_start), ClockStop(settings.clock_stop))


def case_deadlines(
    facts: CaseFacts, rules: DeadlineRules, settings: UnitSettings, now: datetime
) -> CaseDeadlines:
    """Every deadline of the case as it stands at the instant `now` (UTC)."""
    definition = definition_of(settings)
    notices = [ClockNotice.of(notice) for notice in facts.notices]
    steps = {notice.event_no: event_steps(facts, notice.event_no) for notice in facts.notices}
    return CaseDeadlines(
        clocks=case_clocks(notices, steps, ClockRules(definition, rules, settings.office), now),
        protection=_protection(facts, rules, settings, now),
        preliminary=_preliminary(facts, rules, settings, now),
        records=_records(facts, rules, settings, now),
    )


def event_steps(facts: CaseFacts, event_no: int) -> EventSteps:
    """What has happened in one event, each at its first time."""
    ending = facts.ending_of(event_no)
    start = min((n.received for n in facts.notices_of(event_no)), key=Moment.sort_key, default=None)
    reached = [attempt.at for attempt in facts.standing_contacts if attempt.result.is_reached]
    held = _held(facts, event_no)
    meetings = {meeting.id for meeting in facts.meetings_of(event_no)}
    printed = (  # also of a letter that a later move has voided: it was issued then
        Moment.from_instant(paper.printed)
        for paper in facts.papers
        if paper.kind is PaperKind.SUMMONS and paper.meeting_id in meetings and paper.printed is not None
    )
    return EventSteps(
        # Who came to the talk has been reached, also when nobody noted a call before it.
        first_contact=first_since(start, reached if held is None else [*reached, held]),
        summons_issued=min(printed, key=Moment.sort_key, default=None),
        meeting_held=held,
        ending=ending.ending if ending else None,
        pauses=tuple(pause for pause in facts.pauses if pause.event_no == event_no),
    )


def _held(facts: CaseFacts, event_no: int) -> Moment | None:
    """*Held* is when the talk began (domain.md §3); one that goes on has begun too."""
    began = [
        Moment.from_instant(meeting.began)
        for meeting in facts.meetings_of(event_no)
        if meeting.began is not None and meeting.state in (MeetingState.HELD, MeetingState.ONGOING)
    ]
    return min(began, key=Moment.sort_key, default=None)


def _protection(
    facts: CaseFacts, rules: DeadlineRules, settings: UnitSettings, now: datetime
) -> tuple[NoticeDeadline, ...]:
    found = []
    for notice in facts.notices:
        start = ClockNotice.of(notice).counted(settings.office)
        made = facts.protection_assessment_of(notice.id)
        deadline = evaluate(
            rules.at(PROTECTION_ASSESSMENT, start.day), start, now, stop=made.made if made else None,
            office=settings.office,
        )  # fmt: skip
        found.append(NoticeDeadline(notice.id, deadline))
    return tuple(found)


def _preliminary(
    facts: CaseFacts, rules: DeadlineRules, settings: UnitSettings, now: datetime
) -> tuple[NoticeDeadline, ...]:
    """Not needed while an inquiry is open (SoL 20 kap. 2 §).

    A decision that says so ends it like any other. Of several for one notice the latest holds.
    """
    decisions = [facts.preliminary_assessment_of(notice.id) for notice in facts.notices]
    opened = [a for a in decisions if a is not None and a.decision is PreliminaryDecision.OPEN_INQUIRY]
    inquiry = min(opened, key=lambda a: a.made.sort_key(), default=None)
    found = []
    for notice in facts.notices:
        start = ClockNotice.of(notice).counted(settings.office)
        made = facts.preliminary_assessment_of(notice.id)
        if made is None and inquiry is not None and inquiry.made.earliest() <= start.earliest():
            continue
        deadline = evaluate(
            rules.at(PRELIMINARY_ASSESSMENT, start.day), start, now, stop=made.made if made else None,
            office=settings.office,
        )  # fmt: skip
        found.append(NoticeDeadline(notice.id, deadline))
    return tuple(found)


def _records(
    facts: CaseFacts, rules: DeadlineRules, settings: UnitSettings, now: datetime
) -> tuple[RecordDeadline, ...]:
    found = []
    for meeting in facts.meetings:
        if meeting.state is not MeetingState.HELD or meeting.began is None:
            continue
        start = Moment.from_instant(meeting.began)
        record = facts.record_of(meeting.id)
        stop = Moment.from_instant(record.locked) if record and record.locked else None
        rule = rules.at(RECORD_LOCKED, start.day)
        found.append(
            RecordDeadline(meeting.id, evaluate(rule, start, now, stop=stop, office=settings.office))
        )
    return tuple(found)
