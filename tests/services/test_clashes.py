"""A parent can be at one talk at a time, in whosever case it is."""

from dataclasses import replace

import pytest

from allvar_desktop.domain.booking import Booking
from allvar_desktop.domain.ids import AccountId, CaseId
from allvar_desktop.services.bookings import booking_of
from allvar_desktop.services.clashes import clashes_of
from allvar_desktop.services.registration import register_case
from allvar_desktop.services.session import Session
from tests.notices import ELIAS
from tests.steps import soon, talk

COLLEAGUE = AccountId(2)


@pytest.fixture
def sibling(session: Session, case_id: CaseId) -> CaseId:
    """The case of a sister with the same mother."""
    sister = replace(ELIAS.child, name="Elsa Bergdahl", identity_number="")
    return register_case(session, replace(ELIAS, child=sister, adults=ELIAS.adults[:1]))


def test_a_mother_of_two_is_not_booked_to_both_talks_at_once(
    session: Session, case_id: CaseId, sibling: CaseId
) -> None:
    meeting_id = talk(session, case_id, soon(session))
    booked = booking_of(session.facts(case_id), session.tables.meetings.get(meeting_id))
    mother = session.facts(sibling).guardians[0]
    wished: Booking = replace(booked, room="Linden", handler_id=COLLEAGUE, party_ids=(mother.id,))
    assert clashes_of(session, sibling, wished) == ("Familjen har ett annat samtal då.",)
    child_alone = replace(wished, party_ids=(session.facts(sibling).child.id,))
    assert clashes_of(session, sibling, child_alone) == ()
