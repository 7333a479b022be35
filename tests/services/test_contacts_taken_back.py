"""*Ångra* after a contact: it stays, struck, and everything that followed from it is as before."""

import pytest

from allvar_desktop.domain.act import Act
from allvar_desktop.domain.contact import Channel, ContactResult
from allvar_desktop.domain.ids import CaseId
from allvar_desktop.errors import NotAllowedError, StoppedError
from allvar_desktop.services.case_views import case_view
from allvar_desktop.services.cases import change_handler, open_case
from allvar_desktop.services.contacts import record_contact, take_back_contact
from allvar_desktop.services.session import Session
from tests.steps import assess, party, take_in


@pytest.fixture
def case_id(session: Session) -> CaseId:
    (made,) = take_in(session, 1)
    assess(session, made)
    return made


def call(session: Session, case_id: CaseId) -> int:
    return record_contact(
        session,
        party(session, case_id, "Jonas").id,
        Channel.PHONE,
        ContactResult.REACHED,
        note="Ringer åter.",
    )


def test_everything_but_the_events_is_as_before(session: Session, case_id: CaseId) -> None:
    before = case_view(session, case_id)
    made = call(session, case_id)
    assert case_view(session, case_id).path != before.path
    take_back_contact(session, made)
    after = case_view(session, case_id)
    assert (after.path, after.deadlines, after.advice) == (before.path, before.deadlines, before.advice)
    assert session.tables.contacts.get(made).note == "Ringer åter."
    assert len(after.timeline) == len(before.timeline) + 2
    row = session.register.db.execute("SELECT act, object FROM log ORDER BY number DESC LIMIT 1").fetchone()
    assert tuple(row) == (Act.CORRECTED, f"contact:{made}")


def test_it_is_struck_once_and_by_the_one_who_noted_it(
    session: Session, colleague: Session, case_id: CaseId
) -> None:
    made = call(session, case_id)
    with pytest.raises(NotAllowedError):
        take_back_contact(colleague, made)
    change_handler(session, case_id, colleague.account.id)
    open_case(colleague, case_id)
    with pytest.raises(StoppedError, match="kollega"):
        take_back_contact(colleague, made)
    take_back_contact(session, made)
    with pytest.raises(StoppedError, match="redan struken"):
        take_back_contact(session, made)
