"""The one thing to do next in a case, and a line that says why."""

from dataclasses import dataclass
from datetime import date, datetime

from allvar_desktop.domain.case_deadlines import CaseDeadlines
from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.case_line import NextStep
from allvar_desktop.domain.contact import ContactResult
from allvar_desktop.domain.deadlines import State
from allvar_desktop.domain.meeting import Meeting, MeetingState
from allvar_desktop.domain.moment import to_local
from allvar_desktop.domain.notice import MayBeTold
from allvar_desktop.domain.paper import PaperKind, PaperState
from allvar_desktop.domain.party import Party
from allvar_desktop.domain.path import are_all_reached, is_meeting_summoned, is_notice_done, reached_ids
from allvar_desktop.domain.time_text import clock_text, short_day_text


@dataclass(frozen=True, slots=True)
class Advice:
    """The next step, why, and for steps with a day the last one."""

    step: NextStep
    text: str
    due: date | None = None


def next_step(facts: CaseFacts, deadlines: CaseDeadlines) -> Advice:
    """The recommended step for the latest event. Depends on the facts alone, not on what time it is."""
    event_no = facts.event_no
    if not facts.case.is_open:
        return Advice(NextStep.NOTHING, "Avslutat.")
    if not facts.notices_of(event_no):
        return Advice(NextStep.NOTHING, "Underrättelse saknas.")
    if facts.held_meetings(event_no):
        return _after_talk(facts, deadlines, event_no)
    ending = facts.ending_of(event_no)
    if ending is not None and not facts.coming_meetings(event_no):
        decision = _undecided(facts, deadlines)
        return decision or Advice(NextStep.CLOSE, f"Inget samtal: {ending.reason.text}.")
    return _before_talk(facts, deadlines, event_no)


def _before_talk(facts: CaseFacts, deadlines: CaseDeadlines, event_no: int) -> Advice:
    ongoing = [m for m in facts.coming_meetings(event_no) if m.state is MeetingState.ONGOING]
    if ongoing:
        return Advice(NextStep.OPEN_MEETING, "Samtalet pågår.")
    if not is_notice_done(facts, event_no):
        return Advice(NextStep.ASSESS_PROTECTION, "Skyddsbedömning saknas.")
    told = facts.may_be_told(event_no)
    if told is not MayBeTold.YES:
        text = "Polisen ber oss vänta." if told is MayBeTold.NO else "Fråga om familjen får underrättas."
        return Advice(NextStep.ASK_POLICE, text)
    meetings = facts.coming_meetings(event_no)
    if not meetings:
        return _without_booking(facts, event_no)
    return _with_booking(facts, deadlines, meetings)


def _without_booking(facts: CaseFacts, event_no: int) -> Advice:
    if not are_all_reached(facts, event_no) and not reached_ids(facts, event_no):
        return Advice(NextStep.CALL, _unreached_text(facts, event_no))
    return Advice(NextStep.BOOK, "Samtal är inte bokat.")


def _with_booking(facts: CaseFacts, deadlines: CaseDeadlines, meetings: tuple[Meeting, ...]) -> Advice:
    first = meetings[0]
    clock = deadlines.clock_of(first.event_no).talk
    when = _when(first)
    if (
        clock.due is not None
        and clock.is_running
        and first.starts > clock.due
        and clock.state is not State.OVERDUE
    ):
        return Advice(NextStep.CHANGE_TIME, f"Samtal {when} ligger efter fristen. Välj en tid före.")
    if not are_all_reached(facts, first.event_no):
        return Advice(NextStep.CALL, f"{_unreached_text(facts, first.event_no)} Samtal {when}.")
    if not all(is_meeting_summoned(facts, meeting) for meeting in meetings):
        return Advice(NextStep.WRITE_SUMMONS, f"Samtal {when}. Kallelser är inte utskrivna.")
    return Advice(NextStep.OPEN_MEETING, f"Samtal {when}.")


def _when(meeting: Meeting) -> str:
    """Without *idag* or *imorgon*: the text is kept, and read on other days too."""
    local = to_local(meeting.starts)
    return f"{short_day_text(local.date())} {clock_text(local.time())}"


def _after_talk(facts: CaseFacts, deadlines: CaseDeadlines, event_no: int) -> Advice:
    for meeting in facts.held_meetings(event_no):
        record = facts.record_of(meeting.id)
        held_on = to_local(meeting.began or meeting.starts).date()
        due = next((r.deadline.due_day for r in deadlines.records if r.meeting_id == meeting.id), None)
        if record is None or not record.is_locked:
            return Advice(
                NextStep.WRITE_SUMMARY, f"Sammanfattning inte låst. Samtal {held_on.isoformat()}.", due
            )
        papers = facts.papers_of(meeting.id, PaperKind.SUMMARY)
        if not any(paper.state is PaperState.PRINTED for paper in papers):
            return Advice(NextStep.PRINT_SUMMARY, "Sammanfattningen är låst men inte utskriven.")
    decision = _undecided(facts, deadlines)
    return decision or Advice(NextStep.FOLLOW_UP, "Samtal hållet. Uppföljning efter 1, 3, 6 och 12 månader.")


def _undecided(facts: CaseFacts, deadlines: CaseDeadlines) -> Advice | None:
    for row in deadlines.preliminary:
        if facts.preliminary_assessment_of(row.notice_id) is None:
            return Advice(NextStep.DECIDE_PRELIMINARY, "Förhandsbedömning saknas.", row.deadline.due_day)
    return None


def _unreached_text(facts: CaseFacts, event_no: int) -> str:
    adults = facts.callable_adults
    if not adults:
        return "Ingen vårdnadshavare är känd. Sök en vuxen att ringa."
    missing = [adult for adult in adults if adult.id not in reached_ids(facts, event_no)]
    names = " och ".join(adult.shown_name for adult in missing)
    tries = sum(_is_try(facts, adult) for adult in missing)
    if tries == 0:
        return f"Ring {names}."
    return f"{names} inte nådd, {tries} försök."


def _is_try(facts: CaseFacts, adult: Party) -> int:
    return sum(
        attempt.party_id == adult.id and attempt.result in (ContactResult.NO_ANSWER, ContactResult.SENT)
        for attempt in facts.standing_contacts
    )


def is_explained(facts: CaseFacts, event_no: int) -> bool:
    """A reason for lateness stands on the case."""
    return any(delay.event_no == event_no for delay in facts.delays)


def is_late(due: datetime | None, now: datetime) -> bool:
    """The clock has run out; due at this very instant is not late."""
    return due is not None and now > due
