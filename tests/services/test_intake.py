"""Nytt ärende is stored in one go: registered, assessed and booked, or registered with the reason why not."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from allvar_desktop.domain.ids import CaseId
from allvar_desktop.domain.meeting import InterpreterMode, MeetingState
from allvar_desktop.domain.new_case import NewParty
from allvar_desktop.domain.notice import MayBeTold, ProtectionResult
from allvar_desktop.domain.party import PartyRole
from allvar_desktop.services import cases, drafts, parties
from allvar_desktop.services.intake import DRAFT_KEY, ChosenTime, Intake, take_in
from allvar_desktop.services.problems import InvalidInputError
from allvar_desktop.services.session import Session
from tests import steps
from tests.notices import NOTICES

ELIAS, NORA, HODAN = NOTICES[1].forms[0], NOTICES[2].forms[0], NOTICES[3].forms[0]
SATURDAY = ChosenTime(datetime(2026, 3, 28, 10, 0, tzinfo=UTC), 60, "Linden")
NO_NEED = ProtectionResult.NO_NEED


@pytest.fixture(autouse=True)
def friday(session: Session) -> None:
    steps.move_clock(session, NOTICES[1].registered)


def test_everything_is_stored_and_the_draft_is_done_with(session: Session) -> None:
    drafts.keep_draft(session, DRAFT_KEY, {"child": {}})
    taken = take_in(session, Intake(ELIAS, NO_NEED, SATURDAY))
    facts = session.facts(taken.case_id)
    (meeting,) = facts.meetings
    assert (meeting.id, meeting.state, meeting.room) == (taken.meeting_id, MeetingState.BOOKED, "Linden")
    assert [party.name for party in facts.participants_of(meeting.id)] == [
        "Elias Bergdahl",
        "Sara Bergdahl",
        "Jonas Wik",
    ]
    assert facts.protection_assessments[0].result is NO_NEED
    assert drafts.kept_draft(session, DRAFT_KEY) is None
    assert taken.stop == ""


def test_without_a_chosen_time_nothing_is_booked_and_nothing_is_said(session: Session) -> None:
    taken = take_in(session, Intake(ELIAS, NO_NEED))
    assert (taken.meeting_id, taken.stop) == (None, "")


@pytest.mark.parametrize(
    ("answer", "protection", "reason"),
    [
        (MayBeTold.YES, None, "Skyddsbedömning saknas"),
        (MayBeTold.NO, NO_NEED, "Polisen har inte sagt ja"),
        (MayBeTold.NOT_ASKED, NO_NEED, "Fråga om familjen får underrättas"),
    ],
)
def test_a_gate_that_is_not_passed_leaves_the_case_without_a_booking(
    session: Session, answer: MayBeTold, protection: ProtectionResult | None, reason: str
) -> None:
    form = replace(ELIAS, notice=replace(ELIAS.notice, may_be_told=answer))
    taken = take_in(session, Intake(form, protection, SATURDAY))
    assert taken.meeting_id is None
    assert reason in taken.stop
    assert session.facts(taken.case_id).meetings == ()


def test_a_parent_who_may_not_know_is_not_booked_to_one_table(session: Session) -> None:
    steps.move_clock(session, NOTICES[2].registered)
    time = ChosenTime(datetime(2026, 4, 8, 7, 0, tzinfo=UTC), 60, "Eken")
    taken = take_in(session, Intake(NORA, NO_NEED, time))
    assert taken.meeting_id is None
    assert "Boka skilda samtal" in taken.stop


def test_a_protection_without_an_answer_is_unclear(session: Session) -> None:
    steps.move_clock(session, NOTICES[2].registered)
    time = ChosenTime(datetime(2026, 4, 8, 7, 0, tzinfo=UTC), 60, "Eken")
    taken = take_in(session, Intake(replace(NORA, hidden_pairs=(), shown_pairs=()), NO_NEED, time))
    assert "oklart" in taken.stop


def test_a_time_that_has_been_taken_stores_nothing_at_all(session: Session) -> None:
    first = take_in(session, Intake(ELIAS, NO_NEED, SATURDAY))
    drafts.keep_draft(session, DRAFT_KEY, {"child": {}})
    other = replace(ELIAS, child=replace(ELIAS.child, name="Någon Annan", identity_number=""))
    with pytest.raises(InvalidInputError) as refused:
        take_in(session, Intake(other, NO_NEED, SATURDAY))
    assert [problem.field for problem in refused.value.problems] == ["clash_reason"]
    assert drafts.kept_draft(session, DRAFT_KEY) is not None
    assert len(session.tables.cases.where("id > ?", first.case_id)) == 0
    assert session.opened == {first.case_id}


def test_a_wrong_field_stores_nothing_and_is_named(session: Session) -> None:
    form = replace(ELIAS, adults=(replace(ELIAS.adults[0], postcode="12"),))
    with pytest.raises(InvalidInputError) as refused:
        take_in(session, Intake(form))
    assert [problem.field for problem in refused.value.problems] == ["adult.0.postcode"]


def test_an_interpreter_is_booked_in_the_language_that_is_needed(session: Session) -> None:
    steps.move_clock(session, NOTICES[3].registered)
    form = replace(HODAN, notice=replace(HODAN.notice, may_be_told=MayBeTold.YES))
    time = ChosenTime(datetime(2026, 4, 15, 12, 0, tzinfo=UTC), 60, "", InterpreterMode.PHONE)
    taken = take_in(session, Intake(form, NO_NEED, time))
    (meeting,) = session.facts(taken.case_id).meetings
    assert (meeting.interpreter_language, meeting.interpreter_mode) == ("somaliska", InterpreterMode.PHONE)
    assert meeting.place == "Ungdomsenheten, Hässelbyplan 3"


def test_a_notice_is_added_to_an_open_case_with_the_persons_it_lacks(session: Session) -> None:
    (case_id,) = steps.take_in(session, 1)
    cases.open_case(session, case_id)
    uncle = NewParty(PartyRole.OTHER_ADULT, "Dawit", phone="070-174 06 66")
    form = replace(ELIAS, adults=(*ELIAS.adults, uncle))
    taken = take_in(session, Intake(form, NO_NEED, add_to=case_id, is_new_event=True))
    facts = session.facts(case_id)
    assert taken.case_id == case_id
    assert [notice.event_no for notice in facts.notices] == [1, 2]
    assert [party.name for party in facts.parties] == [
        "Elias Bergdahl",
        "Sara Bergdahl",
        "Jonas Wik",
        "Dawit",
    ]
    assert facts.protection_assessment_of(facts.notices[1].id) is not None


def test_the_same_event_keeps_its_clock(session: Session) -> None:
    (case_id,) = steps.take_in(session, 1)
    take_in(session, Intake(ELIAS, add_to=case_id, is_new_event=False))
    assert [notice.event_no for notice in session.facts(case_id).notices] == [1, 1]


def test_a_new_case_is_linked_to_the_closed_one(session: Session) -> None:
    (earlier,) = steps.take_in(session, 1)
    taken = take_in(session, Intake(ELIAS, earlier=earlier))
    assert taken.case_id != earlier
    assert [link.case_id for link in session.facts(taken.case_id).links] == [CaseId(earlier)]


def test_a_joint_talk_is_booked_with_a_later_notice_once_the_supervisor_has_allowed_it(
    session: Session,
) -> None:
    case_id = steps.ready_case(session, 2)
    steps.move_clock(session, steps.soon(session, 200))
    later = replace(NORA.notice, received=session.present, offence=session.present, reported=None)
    form, time = replace(NORA, notice=later), ChosenTime(steps.soon(session, 20), 60, "Eken")
    waiting = take_in(session, Intake(form, NO_NEED, time, add_to=case_id))
    assert "säkerhetsbeslut" in waiting.stop
    parties.decide_safety(session, case_id, is_joint_meeting_allowed=True, reason="Vakt på plats.")
    taken = take_in(session, Intake(form, NO_NEED, time, add_to=case_id))
    assert (taken.stop, taken.meeting_id is not None) == ("", True)
