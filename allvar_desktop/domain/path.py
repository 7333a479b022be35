"""The way of a case: Underrättelse → Kontakt → Kallelse → Samtal → Sammanfattning → Uppföljning."""

from dataclasses import dataclass
from enum import StrEnum

from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.meeting import Meeting
from allvar_desktop.domain.moment import Moment
from allvar_desktop.domain.paper import PaperKind, PaperState


class PathStep(StrEnum):
    """The steps of the way, in their order."""

    NOTICE = "notice"
    CONTACT = "contact"
    SUMMONS = "summons"
    MEETING = "meeting"
    SUMMARY = "summary"
    FOLLOW_UP = "follow_up"

    @property
    def text(self) -> str:
        return _STEP_TEXTS[self]


_STEP_TEXTS = {
    PathStep.NOTICE: "Underrättelse",
    PathStep.CONTACT: "Kontakt",
    PathStep.SUMMONS: "Kallelse",
    PathStep.MEETING: "Samtal",
    PathStep.SUMMARY: "Sammanfattning",
    PathStep.FOLLOW_UP: "Uppföljning",
}


class StepState(StrEnum):
    """How far a step has come; *lapsed* when the clock ended by a reason before it was taken."""

    DONE = "done"
    NEXT = "next"
    MISSING = "missing"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True)
class PathStop:
    """One step of the way, with a short line of where it stands."""

    step: PathStep
    state: StepState
    detail: str


def path_of(facts: CaseFacts, event_no: int) -> tuple[PathStop, ...]:
    """The six steps of one event; the first that is not done is next, unless the clock or the case ended."""
    done = {
        PathStep.NOTICE: is_notice_done(facts, event_no),
        PathStep.CONTACT: are_all_reached(facts, event_no),
        PathStep.SUMMONS: is_summoned(facts, event_no),
        PathStep.MEETING: bool(facts.held_meetings(event_no)),
        PathStep.SUMMARY: is_summary_printed(facts, event_no),
        PathStep.FOLLOW_UP: False,
    }
    if done[PathStep.MEETING]:
        # A talk that was held needed no more calls or letters, whatever was left undone before it.
        done[PathStep.CONTACT] = done[PathStep.SUMMONS] = True
    # Who had said no may change their mind: a talk that is booked again opens the way again.
    has_ended = facts.ending_of(event_no) is not None and not facts.coming_meetings(event_no)
    first_open = next(step for step in PathStep if not done[step])
    return tuple(
        PathStop(
            step,
            StepState.DONE if done[step] else _open_state(facts, step, first_open, has_ended=has_ended),
            _detail(facts, event_no, step),
        )
        for step in PathStep
    )


def _open_state(facts: CaseFacts, step: PathStep, first_open: PathStep, *, has_ended: bool) -> StepState:
    """Of a step that is not done. A notice is assessed whatever ends the clock, until the case is closed."""
    if not facts.case.is_open or (has_ended and step is not PathStep.NOTICE):
        return StepState.LAPSED
    return StepState.NEXT if step is first_open else StepState.MISSING


def is_notice_done(facts: CaseFacts, event_no: int) -> bool:
    """Each notice of the event has its protection assessment."""
    notices = facts.notices_of(event_no)
    return bool(notices) and all(facts.protection_assessment_of(notice.id) for notice in notices)


def are_all_reached(facts: CaseFacts, event_no: int) -> bool:
    """Every adult to reach has been reached since the event's first notice."""
    adults = facts.callable_adults
    return bool(adults) and all(adult.id in reached_ids(facts, event_no) for adult in adults)


def reached_ids(facts: CaseFacts, event_no: int) -> frozenset[int]:
    """Parties reached since the event's first notice."""
    notices = facts.notices_of(event_no)
    if not notices:
        return frozenset()
    start = min((notice.received for notice in notices), key=Moment.sort_key)
    return frozenset(
        attempt.party_id
        for attempt in facts.standing_contacts
        if attempt.result.is_reached and not attempt.at.is_surely_before(start)
    )


def is_summoned(facts: CaseFacts, event_no: int) -> bool:
    """A coming meeting has a printed summons for each adult who is called."""
    return any(is_meeting_summoned(facts, meeting) for meeting in facts.coming_meetings(event_no))


def is_meeting_summoned(facts: CaseFacts, meeting: Meeting) -> bool:
    """Each called guardian or other adult has a printed summons to this meeting."""
    printed = {
        paper.recipient_id
        for paper in facts.papers_of(meeting.id, PaperKind.SUMMONS)
        if paper.state is PaperState.PRINTED
    }
    adults = [p for p in facts.participants_of(meeting.id) if p in facts.callable_adults]
    return bool(adults) and all(adult.id in printed for adult in adults)


def is_summary_printed(facts: CaseFacts, event_no: int) -> bool:
    """A held meeting's record is locked and its summary printed."""
    for meeting in facts.held_meetings(event_no):
        record = facts.record_of(meeting.id)
        papers = facts.papers_of(meeting.id, PaperKind.SUMMARY)
        if record and record.is_locked and any(paper.state is PaperState.PRINTED for paper in papers):
            return True
    return False


def _detail(facts: CaseFacts, event_no: int, step: PathStep) -> str:
    if step is PathStep.CONTACT:
        adults = facts.callable_adults
        reached = sum(adult.id in reached_ids(facts, event_no) for adult in adults)
        return f"{reached} av {len(adults)} nådda" if adults else "ingen att nå än"
    if step is PathStep.SUMMONS:
        return _summons_detail(facts, event_no)
    if step is PathStep.SUMMARY:
        return _summary_detail(facts, event_no)
    if step is PathStep.FOLLOW_UP:
        return "1, 3, 6 och 12 månader"
    return ""


def _summons_detail(facts: CaseFacts, event_no: int) -> str:
    papers = [
        paper
        for meeting in facts.coming_meetings(event_no) or facts.held_meetings(event_no)
        for paper in facts.papers_of(meeting.id, PaperKind.SUMMONS)
    ]
    printed = sum(paper.state is PaperState.PRINTED for paper in papers)
    if not papers:
        return ""
    return f"{printed} utskrivna" if printed == len(papers) else f"{printed} av {len(papers)} utskrivna"


def _summary_detail(facts: CaseFacts, event_no: int) -> str:
    for meeting in facts.held_meetings(event_no):
        record = facts.record_of(meeting.id)
        return "låst" if record and record.is_locked else "utkast, inte låst"
    return ""
