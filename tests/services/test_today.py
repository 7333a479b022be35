"""*Idag*: which clocks, talks and duties the day shows, to whom, and what it logs."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from allvar_desktop.domain.account import Role
from allvar_desktop.domain.act import Act
from allvar_desktop.domain.case_line import NextStep
from allvar_desktop.domain.deadlines import EndReason, State
from allvar_desktop.domain.ending import DelayReason
from allvar_desktop.domain.ids import CaseId, MeetingId
from allvar_desktop.domain.record_contents import NewCommitment
from allvar_desktop.errors import KnownError
from allvar_desktop.services import commitments, drafts, endings, papers, records
from allvar_desktop.services.session import Session
from allvar_desktop.services.summonses import prepare_summonses
from allvar_desktop.services.today import open_today, pressing_count, today_view
from allvar_desktop.services.waiting import WaitingKind
from tests import steps

SUNDAY_AT_THREE = datetime(2026, 3, 29, 13, tzinfo=UTC)


def kinds(session: Session) -> list[WaitingKind]:
    return [item.kind for item in today_view(session).waiting]


def acts(session: Session) -> list[tuple[str, str]]:
    rows = session.register.db.execute("SELECT act, object FROM log ORDER BY number")
    return [(act, obj) for act, obj in rows]


def test_a_running_clock_says_what_is_left_and_the_next_step(session: Session, case_id: CaseId) -> None:
    (row,) = today_view(session).clocks
    assert (row.line.case_id, row.clock.state) == (case_id, State.PLENTY)
    assert row.step is NextStep.CALL
    assert "Sara Bergdahl" in row.text


def test_a_booked_talk_is_told_by_its_day_as_it_is_called_now(session: Session, case_id: CaseId) -> None:
    meeting_id = steps.talk(session, case_id, SUNDAY_AT_THREE)
    for prepared in prepare_summonses(session, meeting_id):
        papers.confirm_printed(session, papers.issue(session, prepared).id)
    steps.move_clock(session, SUNDAY_AT_THREE - timedelta(hours=5))
    view = today_view(session)
    assert [row.meeting.id for row in view.meetings] == [meeting_id]
    assert not view.is_office_open
    assert {row.text for row in view.clocks} <= {"Samtal idag 15.00.", view.clocks[0].line.next_text}


def test_a_late_clock_asks_for_its_reason_first(session: Session, case_id: CaseId) -> None:
    steps.move_clock(session, session.clock.now() + timedelta(hours=60))
    (row,) = today_view(session).clocks
    assert (row.step, row.clock.state) == (NextStep.GIVE_DELAY_REASON, State.OVERDUE)
    assert row.text == "Orsak till förseningen saknas."
    endings.give_delay_reason(session, case_id, DelayReason.NO_INTERPRETER)
    (row,) = today_view(session).clocks
    assert row.step is NextStep.CALL


def test_the_number_at_the_name_counts_what_runs_out_within_a_day(session: Session, case_id: CaseId) -> None:
    assert pressing_count(session) == 0
    steps.move_clock(session, session.clock.now() + timedelta(hours=30))
    assert pressing_count(session) == 1
    steps.move_clock(session, session.clock.now() + timedelta(hours=30))
    assert pressing_count(session) == 1


def test_opening_leaves_one_entry_with_its_rows_and_looking_again_none(
    session: Session, case_id: CaseId
) -> None:
    before = acts(session)
    open_today(session)
    today_view(session)
    assert acts(session)[len(before) :] == [(Act.LIST_OPENED, "today:1")]


def test_a_colleagues_case_is_neither_listed_nor_counted(
    session: Session, colleague: Session, case_id: CaseId
) -> None:
    view = today_view(colleague)
    assert (view.clocks, view.meetings, view.waiting, view.clock_count) == ((), (), (), 0)
    assert pressing_count(colleague) == 0


def test_a_talk_held_for_a_colleague_is_shown_without_names(
    session: Session, colleague: Session, case_id: CaseId
) -> None:
    meeting_id = steps.talk(session, case_id, SUNDAY_AT_THREE)
    session.tables.meetings.change(meeting_id, handler_id=colleague.account.id)
    steps.move_clock(session, SUNDAY_AT_THREE - timedelta(hours=5))
    (row,) = today_view(colleague).meetings
    assert (row.is_readable, row.line.name, row.meeting.police, row.meeting.guardians) == (False, "", "", 0)
    assert row.meeting.room == "Eken"


def test_who_has_no_casework_has_no_day(session: Session) -> None:
    session.account = replace(session.account, roles=frozenset({Role.ADMINISTRATOR}))
    with pytest.raises(KnownError):
        today_view(session)


def test_half_written_forms_wait_the_new_notice_first(session: Session, case_id: CaseId) -> None:
    drafts.keep_draft(session, f"case:{case_id}", {"form": {}}, case_id)
    drafts.keep_draft(session, "new_case", {"child": {"name": "Sem"}})
    waiting = today_view(session).waiting
    assert [(item.kind, item.text) for item in waiting] == [
        (WaitingKind.DRAFT, "new_case"),
        (WaitingKind.DRAFT, f"case:{case_id}"),
    ]
    assert waiting[0].line is None


def test_a_paper_without_an_answer_waits(session: Session, case_id: CaseId) -> None:
    meeting_id = steps.talk(session, case_id, SUNDAY_AT_THREE)
    first, *_ = prepare_summonses(session, meeting_id)
    paper = papers.issue(session, first)
    (item,) = [item for item in today_view(session).waiting if item.kind is WaitingKind.PAPER]
    assert (item.paper_id, item.text) == (paper.id, f"Kallelse {paper.number}")
    papers.confirm_printed(session, paper.id)
    assert WaitingKind.PAPER not in kinds(session)


def test_a_talk_that_goes_on_waits_when_its_day_is_over(session: Session, ongoing: MeetingId) -> None:
    assert kinds(session) == [], "its row stands among the talks of the day"
    steps.move_clock(session, session.clock.now() + timedelta(days=1))
    assert kinds(session) == [WaitingKind.TALK_GOES_ON]


def test_what_was_promised_waits_until_it_is_done(session: Session, ongoing: MeetingId) -> None:
    today = date(2026, 3, 28)
    promised = commitments.add_commitment(
        session,
        ongoing,
        NewCommitment("Ringer fältassistenten", account_id=session.account.id, due=today + timedelta(days=3)),
    )
    commitments.add_commitment(
        session,
        ongoing,
        NewCommitment("Skriver till skolan", account_id=session.account.id, due=today + timedelta(days=60)),
    )
    (item,) = [item for item in today_view(session).waiting if item.kind is WaitingKind.COMMITMENT]
    assert (item.commitment_id, item.text) == (promised, "Ringer fältassistenten")
    commitments.mark_commitment_done(session, promised)
    assert WaitingKind.COMMITMENT not in kinds(session)


def test_a_record_that_is_not_locked_waits_with_its_last_day(session: Session, ongoing: MeetingId) -> None:
    records.end_meeting(session, ongoing)
    (item,) = [item for item in today_view(session).waiting if item.kind is WaitingKind.RECORD]
    assert item.meeting_id == ongoing
    assert item.deadline is not None


def test_an_undecided_notice_waits_in_its_last_week(session: Session, case_id: CaseId) -> None:
    endings.end_clock(session, case_id, EndReason.DECLINED)
    assert WaitingKind.STEP not in kinds(session), "its last day is more than a week away"
    steps.move_clock(session, session.clock.now() + timedelta(days=9))
    (item,) = today_view(session).waiting
    assert item.kind is WaitingKind.STEP
    assert item.due == date(2026, 4, 10)
