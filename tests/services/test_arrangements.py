"""A booking is stored with its people from outside, their permissions and its reasons, or not at all."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from allvar_desktop.domain.booking import Booking
from allvar_desktop.domain.ids import CaseId
from allvar_desktop.domain.meeting import AskedBy, MeetingState
from allvar_desktop.domain.new_case import NewParty
from allvar_desktop.domain.party import PartyRole, PermissionKind, SecrecyGround
from allvar_desktop.services import drafts
from allvar_desktop.services.arrangements import (
    Arrangement,
    GivenPermission,
    Outsider,
    arrange,
    draft_key,
)
from allvar_desktop.services.problems import InvalidInputError
from allvar_desktop.services.session import Session
from tests import steps

OFFICER = NewParty(PartyRole.POLICE, "Kim Provare", organisation="Polisen i Vällingby")
CONSENT = GivenPermission(PermissionKind.CONSENT, "Sara Bergdahl", "att delta i samtalet")
SATURDAY = datetime(2026, 3, 28, 10, 0, tzinfo=UTC)


@pytest.fixture
def case_id(session: Session) -> CaseId:
    return steps.take_in(session, 1)[0]


def booking(session: Session, case_id: CaseId) -> Booking:
    family = tuple(party.id for party in session.facts(case_id).family)
    return Booking(1, SATURDAY, 60, "Eken", session.account.id, family)


def fields(refused: pytest.ExceptionInfo[InvalidInputError]) -> list[str]:
    return [problem.field for problem in refused.value.problems]


def test_an_officer_with_consent_makes_a_firm_booking(session: Session, case_id: CaseId) -> None:
    drafts.keep_draft(session, draft_key(case_id), {"minutes": "60"}, case_id)
    made = arrange(session, case_id, Arrangement(booking(session, case_id), (Outsider(OFFICER, CONSENT),)))
    facts = session.facts(case_id)
    assert facts.meeting(made).state is MeetingState.BOOKED
    assert "Kim Provare" in [party.name for party in facts.participants_of(made)]
    assert drafts.kept_draft(session, draft_key(case_id)) is None


def test_without_a_permission_the_booking_is_preliminary(session: Session, case_id: CaseId) -> None:
    made = arrange(session, case_id, Arrangement(booking(session, case_id), (Outsider(OFFICER),)))
    assert session.facts(case_id).meeting(made).state is MeetingState.PRELIMINARY


def test_somebody_of_the_case_is_not_stored_twice(session: Session, case_id: CaseId) -> None:
    arrange(session, case_id, Arrangement(booking(session, case_id), (Outsider(OFFICER, CONSENT),)))
    officer = steps.party(session, case_id, "Kim")
    later = replace(booking(session, case_id), starts=datetime(2026, 3, 28, 12, 0, tzinfo=UTC))
    arrange(session, case_id, Arrangement(later, (Outsider(OFFICER, party_id=officer.id),)))
    parties = [party.name for party in session.facts(case_id).parties]
    assert parties.count("Kim Provare") == 1


def test_a_ground_that_nobody_chose_stores_nothing(session: Session, case_id: CaseId) -> None:
    given = GivenPermission(PermissionKind.GROUND, covers="att delta")
    with pytest.raises(InvalidInputError) as refused:
        arrange(session, case_id, Arrangement(booking(session, case_id), (Outsider(OFFICER, given),)))
    assert fields(refused) == ["outsider.0.ground"]
    assert session.facts(case_id).meetings == ()
    assert len(session.facts(case_id).parties) == 3


def test_a_chosen_ground_makes_it_firm(session: Session, case_id: CaseId) -> None:
    given = GivenPermission(PermissionKind.GROUND, covers="att delta", ground=SecrecyGround.NECESSARY)
    made = arrange(session, case_id, Arrangement(booking(session, case_id), (Outsider(OFFICER, given),)))
    assert session.facts(case_id).meeting(made).state is MeetingState.BOOKED


def test_a_nameless_outsider_is_asked_for(session: Session, case_id: CaseId) -> None:
    nobody = Outsider(NewParty(PartyRole.SCHOOL))
    with pytest.raises(InvalidInputError) as refused:
        arrange(session, case_id, Arrangement(booking(session, case_id), (nobody,)))
    assert fields(refused) == ["outsider.0.name"]


def test_why_one_guardian_is_left_out_is_kept_on_the_case(session: Session, case_id: CaseId) -> None:
    wished = booking(session, case_id)
    wished = replace(wished, party_ids=wished.party_ids[:2])
    arrange(session, case_id, Arrangement(wished, one_guardian_note="Utomlands hela veckan."))
    assert session.facts(case_id).case.both_guardians_note == "Utomlands hela veckan."


def test_a_move_asks_who_and_why(session: Session, case_id: CaseId) -> None:
    old = arrange(session, case_id, Arrangement(booking(session, case_id)))
    with pytest.raises(InvalidInputError) as refused:
        arrange(session, case_id, Arrangement(booking(session, case_id), moves=old))
    assert fields(refused) == ["asked_by", "reason"]


def test_a_move_takes_the_place_of_the_old_booking(session: Session, case_id: CaseId) -> None:
    old = arrange(session, case_id, Arrangement(booking(session, case_id)))
    later = replace(booking(session, case_id), starts=datetime(2026, 3, 28, 12, 0, tzinfo=UTC))
    moved = Arrangement(later, moves=old, asked_by=AskedBy.FAMILY, reason="Pappan jobbar.")
    new = arrange(session, case_id, moved)
    facts = session.facts(case_id)
    assert facts.meeting(old).state is MeetingState.MOVED
    assert facts.meeting(old).replaced_by == new
