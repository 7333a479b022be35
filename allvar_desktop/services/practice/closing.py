"""How cases go on after the talk, or without one."""

from datetime import timedelta

from allvar_desktop.domain.contact import Channel, ContactResult
from allvar_desktop.domain.deadlines import EndReason
from allvar_desktop.domain.notice import PreliminaryDecision
from allvar_desktop.domain.paper import PaperKind
from allvar_desktop.services import cases, contacts, endings, notices
from allvar_desktop.services.practice.casework import CaseWork
from allvar_desktop.services.practice.course import Phase
from allvar_desktop.services.practice.printing import print_papers
from allvar_desktop.services.practice.year import Story

_LATE_DECISION = 0.03


def end_without_talk(work: CaseWork) -> Story:
    """The clock ends by a reason; who is not reached is for the supervisor to end."""
    reason = work.course.end
    if reason is None:
        raise ValueError("this course ends with a talk")
    yield work.office.soon(work.now, 20, 90)
    session = work.session
    if reason is EndReason.DECLINED:
        adult = work.facts.callable_adults[0]
        contacts.record_contact(session, adult.id, Channel.PHONE, ContactResult.DECLINED)
    if reason is EndReason.NOT_REACHED:
        session = work.office.supervisor
        cases.open_case(session, work.case_id)
    endings.end_clock(
        session,
        work.case_id,
        reason,
        asked_by=work.facts.callable_adults[0].name if reason is EndReason.DECLINED else "",
        measure=work.course.measure,
        note=work.because(reason.value),
    )


def explain_delay(work: CaseWork) -> Story:
    """Why it took longer, written down when the clock has run out."""
    due = work.due
    if work.course.delay is None or due is None:
        return
    yield work.office.soon(max(due, work.now), 10, 60)
    endings.give_delay_reason(work.session, work.case_id, work.course.delay, note=work.because("delay_note"))


def print_afterwards(work: CaseWork) -> Story:
    """The summary for the file, and the family's copies: for what the course says, and for cases still open.

    Making every paper of a year would take half a minute.
    """
    yield work.office.in_office(work.now, 0)
    close_on = work.now + timedelta(days=work.course.close_days)
    is_open = not work.course.close_days or close_on > work.office.until
    prints = work.course.prints | ({PaperKind.SUMMARY} if is_open else set())
    for kind in (PaperKind.SUMMARY, PaperKind.FAMILY_COPY):
        if kind in prints:
            print_papers(work.session, work.meeting_id, kind)
    work.reach(Phase.PRINTED)


def decide(work: CaseWork) -> Story:
    """The förhandsbedömning of each notice, inside its fourteen days but for a rare one."""
    chance = work.office.chance
    for notice in work.facts.notices:
        if work.facts.preliminary_assessment_of(notice.id) is not None:
            continue
        is_late = chance.random() < _LATE_DECISION
        wanted = notice.received.earliest() + timedelta(days=16 if is_late else chance.randint(2, 9))
        yield work.office.in_office(max(wanted, work.now))
        reason = work.because("late_decision") if is_late else ""
        decision = work.course.decision
        if chance.random() < _LATE_DECISION:
            decision = PreliminaryDecision.INQUIRY_ALREADY_OPEN
        notices.decide_preliminary(work.session, notice.id, decision, reason=reason)
    work.reach(Phase.DECIDED)


def close(work: CaseWork) -> Story:
    """The case is closed, and now and then opened once more."""
    if not work.course.close_days:
        work.is_over = True
        return
    yield work.office.in_office(work.now, work.course.close_days)
    cases.close_case(work.session, work.case_id, work.because("closed"))
    if work.course.is_reopened:
        yield work.office.in_office(work.now, 12)
        cases.reopen_case(work.session, work.case_id)
        yield work.office.in_office(work.now, 9)
        cases.close_case(work.session, work.case_id, work.because("closed"))
    work.reach(Phase.CLOSED)
