"""What is recorded for one notice: the word of the police, and the two assessments."""

from datetime import date

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.act import Act
from allvar_desktop.domain.case_clock import ClockNotice
from allvar_desktop.domain.correction import Correction
from allvar_desktop.domain.deadline_rules import PRELIMINARY_ASSESSMENT
from allvar_desktop.domain.deadlines import evaluate
from allvar_desktop.domain.ids import NoticeId
from allvar_desktop.domain.moment import Moment
from allvar_desktop.domain.notice import (
    MayBeTold,
    Notice,
    PreliminaryAssessment,
    PreliminaryDecision,
    ProtectionAssessment,
    ProtectionResult,
)
from allvar_desktop.domain.problem import Problem
from allvar_desktop.domain.text_limits import check_text, tidy
from allvar_desktop.services.problems import refuse
from allvar_desktop.services.session import Session
from allvar_desktop.services.times import check_past


def answer_may_be_told(session: Session, notice_id: NoticeId, answer: MayBeTold, told_by: str) -> None:
    """What the police said when asked whether the family may be told, and who said it.

    An earlier answer stays readable beside it: that the unit was asked to wait is never lost.
    """
    notice = _notice(session, notice_id)
    refuse(check_text("told_by", "Namnet", told_by, text_limits.NAME))
    with session.action(Act.TOLD_ANSWERED, notice.case_id, f"notice:{notice_id}") as entry:
        changed = session.tables.notices.change(
            notice_id, may_be_told=answer, told_by=tidy(told_by), told_at=session.present
        )
        if notice.may_be_told not in (MayBeTold.NOT_ASKED, answer):
            old = (
                f"{notice.may_be_told.text} ({notice.told_by})" if notice.told_by else notice.may_be_told.text
            )
            row = Correction(
                0, notice.case_id, "notice", notice_id, "may_be_told", old, answer.text, "Nytt svar.",
                session.account.id, session.clock.now(),
            )  # fmt: skip
            session.tables.corrections.add(row)
        entry.result(changed)


def assess_protection(
    session: Session,
    notice_id: NoticeId,
    result: ProtectionResult | None,
    *,
    made: Moment | None = None,
    reason: str = "",
) -> None:
    """The immediate protection assessment; without a result a reason says why it was left out.

    `made` is now unless given.
    """
    notice = _notice(session, notice_id)
    at = made or session.present
    problems = [
        *check_text("reason", "Orsaken", reason, text_limits.NOTE),
        *_time_problems(session, notice, "Skyddsbedömningen", at),
    ]
    if result is None and not reason.strip():
        problems.append(Problem("reason", "Skriv varför skyddsbedömningen inte är gjord."))
    refuse(problems)
    with session.action(Act.PROTECTION_ASSESSED, notice.case_id, f"notice:{notice_id}") as entry:
        row = ProtectionAssessment(0, notice_id, at, session.account.id, result, tidy(reason))
        session.tables.protection_assessments.add(row)
        entry.result(row)


def decide_preliminary(
    session: Session,
    notice_id: NoticeId,
    decision: PreliminaryDecision,
    *,
    made: Moment | None = None,
    reason: str = "",
) -> None:
    """The decision of the förhandsbedömning; made later than 14 days it needs the synnerliga skäl."""
    notice = _notice(session, notice_id)
    at = made or session.present
    problems = [
        *check_text("reason", "Skälet", reason, text_limits.NOTE),
        *_time_problems(session, notice, "Förhandsbedömningen", at),
    ]
    if not reason.strip() and at.day > preliminary_last_day(session, notice):
        problems.append(Problem("reason", "Fristen är överskriden. Skriv varför det tog längre tid."))
    refuse(problems)
    with session.action(Act.PRELIMINARY_DECIDED, notice.case_id, f"notice:{notice_id}") as entry:
        row = PreliminaryAssessment(0, notice_id, at, session.account.id, decision, tidy(reason))
        session.tables.preliminary_assessments.add(row)
        entry.result(row)


def preliminary_last_day(session: Session, notice: Notice) -> date:
    """The strict last day of the förhandsbedömning, in Stockholm; inclusive."""
    start = ClockNotice.of(notice).counted(session.settings.office)
    rule = session.rules.at(PRELIMINARY_ASSESSMENT, start.day)
    return evaluate(rule, start, session.clock.now(), office=session.settings.office).due_day or start.day


def _time_problems(session: Session, notice: Notice, label: str, made: Moment) -> tuple[Problem, ...]:
    """An assessment is neither made in the future nor before there was anything to assess."""
    if made.is_surely_before(notice.received):
        return (Problem("made", f"{label} ligger före underrättelsen. Kontrollera datum och klockslag."),)
    return check_past(session, "made", label, made)


def _notice(session: Session, notice_id: NoticeId) -> Notice:
    """The notice of a case that has been opened."""
    notice = session.tables.notices.get(notice_id)
    session.facts(notice.case_id)
    return notice
