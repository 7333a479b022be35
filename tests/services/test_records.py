"""The talk begins and ends, its record is locked when it is whole, and then there are only addenda."""

from datetime import timedelta

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from allvar_desktop.domain.act import Act
from allvar_desktop.domain.booking import Booking
from allvar_desktop.domain.case_deadlines import case_deadlines
from allvar_desktop.domain.deadlines import EndReason
from allvar_desktop.domain.ids import CaseId, MeetingId, StatementId
from allvar_desktop.domain.meeting import AskedBy, MeetingState
from allvar_desktop.domain.record import Presence, Section, SourceKind
from allvar_desktop.domain.record_contents import NewStatement
from allvar_desktop.errors import NotAllowedError, StoppedError
from allvar_desktop.services import (
    bookings,
    cases,
    endings,
    record_editing,
    records,
)
from allvar_desktop.services.problems import InvalidInputError
from allvar_desktop.services.record_views import open_record
from allvar_desktop.services.session import Session
from tests.steps import all_came, begin, hear_child, lock, look_again, party, soon, take_in, talk


def acts(session: Session) -> list[str]:
    return [row[0] for row in session.register.db.execute("SELECT act FROM log ORDER BY number")]


def line(text: str = "Vi gick igenom sekretessen.", section: Section = Section.WELCOME) -> NewStatement:
    return NewStatement(section, text)


def fields(error: pytest.ExceptionInfo[InvalidInputError]) -> set[str]:
    return {problem.field for problem in error.value.problems}


def test_the_clock_stops_when_the_talk_began(session: Session, case_id: CaseId, ongoing: MeetingId) -> None:
    meeting = session.facts(case_id).meeting(ongoing)
    assert meeting.state is MeetingState.ONGOING
    found = case_deadlines(session.facts(case_id), session.rules, session.settings, session.clock.now())
    assert found.clocks[0].talk.stop is not None
    assert found.clocks[0].talk.stop.earliest() == meeting.began


def test_a_talk_that_goes_on_does_not_begin_again(session: Session, ongoing: MeetingId) -> None:
    with pytest.raises(StoppedError, match="pågår redan"):
        records.begin_meeting(session, ongoing)


def test_a_cancelled_talk_does_not_begin(session: Session, case_id: CaseId) -> None:
    meeting_id = talk(session, case_id, soon(session))
    bookings.cancel(session, meeting_id, asked_by=AskedBy.FAMILY, reason="Sjuk.")
    with pytest.raises(StoppedError, match="inställd"):
        records.begin_meeting(session, meeting_id)


@pytest.mark.parametrize("hours", [1, -48])
def test_a_talk_begins_neither_in_the_future_nor_before_the_notice(
    session: Session, case_id: CaseId, hours: int
) -> None:
    meeting_id = talk(session, case_id, soon(session))
    with pytest.raises(InvalidInputError) as error:
        records.begin_meeting(session, meeting_id, soon(session, hours))
    assert fields(error) == {"began"}
    assert session.facts(case_id).record_of(meeting_id) is None


def test_nothing_is_written_before_the_talk_has_begun(session: Session, case_id: CaseId) -> None:
    meeting_id = talk(session, case_id, soon(session))
    with pytest.raises(StoppedError, match="inte börjat"):
        open_record(session, meeting_id)


def test_a_record_is_read_only_through_an_opened_case(session: Session, ongoing: MeetingId) -> None:
    session.opened.clear()
    with pytest.raises(NotAllowedError):
        open_record(session, ongoing)
    with pytest.raises(NotAllowedError):
        record_editing.add_statement(session, ongoing, line())


def test_locking_names_everything_that_is_missing(session: Session, ongoing: MeetingId) -> None:
    with pytest.raises(InvalidInputError) as error:
        records.lock_record(session, ongoing)
    people = [party(session, CaseId(1), name).id for name in ("Elias", "Sara", "Jonas")]
    assert fields(error) == {"ended", "section.child", *(f"attendance.{each}" for each in people)}
    assert look_again(session, ongoing).problems == error.value.problems


def test_the_childs_view_must_be_the_childs_own(session: Session, ongoing: MeetingId) -> None:
    all_came(session, ongoing)
    sara = party(session, CaseId(1), "Sara")
    about = NewStatement(Section.CHILD, "Han skäms.", SourceKind.PARTY, sara.id)
    record_editing.add_statement(session, ongoing, about)
    with pytest.raises(InvalidInputError) as error:
        lock(session, ongoing)
    assert fields(error) == {"section.child"}


def test_a_reason_why_the_childs_view_is_missing_is_enough(session: Session, ongoing: MeetingId) -> None:
    all_came(session, ongoing)
    record_editing.note_child_view_missing(session, ongoing, "Elias ville inte säga något.")
    lock(session, ongoing)
    assert open_record(session, ongoing).record.is_locked


def test_a_view_and_a_reason_that_it_is_missing_do_not_go_together(
    session: Session, ongoing: MeetingId
) -> None:
    all_came(session, ongoing)
    hear_child(session, ongoing)
    record_editing.note_child_view_missing(session, ongoing, "Ville inte.")
    with pytest.raises(InvalidInputError) as error:
        lock(session, ongoing)
    assert fields(error) == {"child_view_missing"}


def test_locked_means_locked(session: Session, locked: MeetingId) -> None:
    statement = open_record(session, locked).contents.statements[0].id
    for write in (
        lambda: record_editing.add_statement(session, locked, line()),
        lambda: record_editing.remove_statement(session, statement),
        lambda: record_editing.note_child_view_missing(session, locked, "x"),
        lambda: records.begin_editing(session, locked),
        lambda: records.lock_record(session, locked),
        lambda: records.set_times(session, locked, began=session.clock.now(), ended=session.clock.now()),
    ):
        with pytest.raises(StoppedError, match="låst"):
            write()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE statement SET text = 'ändrad'",
        "DELETE FROM statement",
        "UPDATE attendance SET presence = 'absent'",
        "UPDATE record SET state = 'draft'",
        "DELETE FROM record",
        "INSERT INTO commitment (meeting_id, text, is_withheld) VALUES (1, 'nytt', 0)",
    ],
)
def test_the_database_itself_refuses_to_change_a_locked_record(
    session: Session, locked: MeetingId, sql: str
) -> None:
    with pytest.raises(sqlcipher.IntegrityError, match="locked"), session.register.db.atomic():
        session.register.db.execute(sql)


def test_an_addendum_is_dated_and_leaves_the_text_as_it_was(session: Session, locked: MeetingId) -> None:
    before = open_record(session, locked).contents.statements
    with pytest.raises(InvalidInputError):
        records.add_addendum(session, locked, " ")
    records.add_addendum(session, locked, "Jonas ringde: han kom 15.20, inte 15.00.")
    view = open_record(session, locked)
    assert view.contents.statements == before
    assert [(row.text, row.written) for row in view.contents.addenda] == [
        ("Jonas ringde: han kom 15.20, inte 15.00.", session.clock.now())
    ]
    assert acts(session).count(Act.ADDENDUM_WRITTEN) == 1


def test_no_addendum_to_a_draft(session: Session, ongoing: MeetingId) -> None:
    with pytest.raises(StoppedError, match="inte låst"):
        records.add_addendum(session, ongoing, "För tidigt.")


def test_times_are_corrected_with_the_old_ones_kept(session: Session, ongoing: MeetingId) -> None:
    session.clock.advance(timedelta(hours=2))  # type: ignore[attr-defined]
    records.end_meeting(session, ongoing)
    meeting = session.tables.meetings.get(ongoing)
    assert meeting.began is not None
    began, ended = meeting.began + timedelta(minutes=5), meeting.began + timedelta(minutes=50)
    records.set_times(session, ongoing, began=began, ended=ended)
    facts = session.facts(meeting.case_id)
    assert (facts.meeting(ongoing).began, facts.meeting(ongoing).ended) == (began, ended)
    assert {(row.table_name, row.field) for row in facts.corrections} == {
        ("meeting", "began"),
        ("meeting", "ended"),
    }


@pytest.mark.parametrize(("begins", "ends"), [(-1, None), (0, 9), (0, -1)])
def test_times_that_cannot_be_are_refused(
    session: Session, ongoing: MeetingId, begins: int, ends: int | None
) -> None:
    records.end_meeting(session, ongoing, soon(session, 0))
    now = session.clock.now()
    ended = now + timedelta(hours=ends) if ends is not None else None
    with pytest.raises(InvalidInputError):
        records.set_times(session, ongoing, began=now + timedelta(hours=begins), ended=ended)


def test_a_talk_to_which_nobody_came_is_not_held(session: Session, ongoing: MeetingId) -> None:
    facts = session.facts(CaseId(1))
    for each in facts.family:
        record_editing.set_attendance(session, ongoing, each.id, Presence.ABSENT, "Okänd.")
    with pytest.raises(StoppedError) as error:
        records.end_meeting(session, ongoing)
    assert error.value.next_step == "Anteckna uteblev i stället."
    bookings.note_no_show(session, ongoing, reason="Ingen kom.")
    endings.end_clock(session, facts.case.id, EndReason.NOT_REACHED)
    cases.close_case(session, facts.case.id, "")
    assert not session.facts(facts.case.id).case.is_open


def test_another_familys_names_keep_the_record_from_being_locked(session: Session) -> None:
    mine, other = take_in(session, 4)
    meeting_id = begin(session, talk(session, mine, soon(session)))
    all_came(session, meeting_id)
    hear_child(session, meeting_id, "Det var Ali som bad mig.")
    with pytest.raises(InvalidInputError) as error:
        lock(session, meeting_id)
    (problem,) = error.value.problems
    row = look_again(session, meeting_id).contents.statements[0]
    assert problem.field == f"statement.{row.id}"
    said = NewStatement(Section.CHILD, "En kompis bad mig.", SourceKind.PARTY, row.source_party_id)
    record_editing.change_statement(session, StatementId(row.id), said)
    records.lock_record(session, meeting_id)
    assert other != mine


def test_an_ended_talk_is_not_booked_or_ended_again(session: Session, locked: MeetingId) -> None:
    with pytest.raises(StoppedError):
        records.end_meeting(session, locked)
    assert isinstance(
        bookings.booking_of(session.facts(CaseId(1)), session.tables.meetings.get(locked)), Booking
    )
