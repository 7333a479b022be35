"""Corrections of people, and who may know of whom."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from allvar_desktop.domain.ids import AccountId, CaseId
from allvar_desktop.domain.timeline import timeline
from allvar_desktop.services import cases, parties
from allvar_desktop.services.parties import as_form
from allvar_desktop.services.problems import InvalidInputError
from allvar_desktop.services.session import Session
from tests.steps import move_clock, party, ready_case


def test_who_turns_21_while_the_case_goes_on_can_still_be_corrected(
    session: Session, case_id: CaseId
) -> None:
    elias = party(session, case_id, "Elias")
    move_clock(session, datetime(2034, 7, 10, 8, tzinfo=UTC))
    parties.correct_party(session, elias.id, replace(as_form(elias), phone="070-174 06 07"), "Nytt nummer.")
    assert party(session, case_id, "Elias").phone == "070-174 06 07"
    older = replace(as_form(elias), birth_date=date(2013, 7, 9))
    with pytest.raises(InvalidInputError):
        parties.correct_party(session, elias.id, older, "Rättat.")


def test_an_answer_is_about_two_people_of_one_case(session: Session, case_id: CaseId) -> None:
    other = ready_case(session, 2)
    sara, nora = party(session, case_id, "Sara"), party(session, other, "Nora")
    with pytest.raises(LookupError):
        parties.record_pair(session, sara.id, nora.id, may_know=True)
    assert session.facts(case_id).pairs == ()


def test_who_had_the_case_before_stays_readable(session: Session, case_id: CaseId) -> None:
    cases.change_handler(session, case_id, AccountId(2))
    cases.change_handler(session, case_id, AccountId(2))
    cases.change_handler(session, case_id, None)
    said = [line.text for line in timeline(session.facts(case_id)) if line.text.startswith("Handläggare")]
    assert said == ["Handläggare: Omar Lind, förut Frida Ek.", "Handläggare: ingen, förut Omar Lind."]
