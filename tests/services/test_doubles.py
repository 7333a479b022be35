"""The same child, entered twice: what a colleague and an administrator learn of it."""

from dataclasses import replace

import pytest

from allvar_desktop.domain.account import Role
from allvar_desktop.domain.ids import CaseId
from allvar_desktop.errors import NotAllowedError
from allvar_desktop.services.doubles import likely_doubles
from allvar_desktop.services.session import Session

ELIAS = ("Elias Bergdal", "", None)


def test_a_colleague_learns_the_number_of_the_case_and_nothing_of_the_child(
    session: Session, colleague: Session, case_id: CaseId
) -> None:
    (own,) = likely_doubles(session, *ELIAS)
    (others,) = likely_doubles(colleague, *ELIAS)
    assert own.child.name == "Elias Bergdahl"
    assert (others.child.case_id, others.child.case_number) == (case_id, own.child.case_number)
    assert (others.child.name, others.child.identity_number, others.child.birth_date) == ("", "", None)


def test_an_account_that_sees_no_cases_is_told_of_none(session: Session, case_id: CaseId) -> None:
    account = replace(session.account, roles=frozenset({Role.ADMINISTRATOR}))
    with pytest.raises(NotAllowedError):
        likely_doubles(Session(session.register, account, session.clock), *ELIAS)
