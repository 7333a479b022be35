"""A case is read once for each change of it, and never as it was before one."""

import pytest

from allvar_desktop.domain.notice import ProtectionResult
from allvar_desktop.services import notices
from allvar_desktop.services.session import Session
from tests.steps import assess, take_in


def test_what_is_known_is_not_read_again(session: Session) -> None:
    (case_id,) = take_in(session, 1)
    assert session.facts(case_id) is session.facts(case_id)


def test_an_action_leaves_the_new_facts_known(session: Session) -> None:
    (case_id,) = take_in(session, 1)
    before = session.facts(case_id)
    assess(session, case_id)
    assert before.protection_assessments == ()
    assert len(session.facts(case_id).protection_assessments) == 1


def test_a_write_by_another_session_is_seen(session: Session, colleague: Session) -> None:
    (case_id,) = take_in(session, 1)
    session.facts(case_id)
    colleague.opened.add(case_id)
    assess(colleague, case_id)
    assert len(session.facts(case_id).protection_assessments) == 1


def test_what_was_undone_is_not_known(session: Session) -> None:
    (case_id,) = take_in(session, 1)
    notice = session.facts(case_id).notices[0]

    def write_and_fail() -> None:
        with session.register.atomic():
            notices.assess_protection(session, notice.id, ProtectionResult.NO_NEED)
            assert session.facts(case_id).protection_assessments
            raise RuntimeError

    with pytest.raises(RuntimeError):
        write_and_fail()
    assert session.facts(case_id).protection_assessments == ()
    with session.register.atomic():
        assert session.facts(case_id).protection_assessments == ()


def test_another_case_is_read_when_asked_for(session: Session) -> None:
    first, second = take_in(session, 4)
    assert session.facts(first).case.id == first
    assert session.facts(second).case.id == second
