"""Asking the facts of a case."""

import pytest

from allvar_desktop.domain.ids import MeetingId, PartyId
from allvar_desktop.domain.meeting import MeetingState
from allvar_desktop.domain.paper import PaperKind, PaperState
from allvar_desktop.domain.party import PartyRole
from tests.facts import CHILD, JONAS, SARA, TALK, called, child, facts, guardian, letter, meeting, notice


def test_a_case_without_a_child_is_a_mistake() -> None:
    with pytest.raises(LookupError):
        _ = facts(parties=()).child


def test_unknown_parties_and_meetings_are_refused() -> None:
    with pytest.raises(LookupError):
        facts().party(PartyId(99))
    with pytest.raises(LookupError):
        facts().meeting(MeetingId(99))


def test_the_child_is_found_wherever_it_stands() -> None:
    assert facts(parties=(guardian(), child())).child == child()


def test_a_meeting_is_found_among_others() -> None:
    late = meeting(id=MeetingId(2))
    assert facts(meetings=(meeting(), late)).meeting(late.id) == late


def test_while_no_guardian_is_known_other_adults_are_reached() -> None:
    uncle = guardian(JONAS, "Dawit", role=PartyRole.OTHER_ADULT)
    nobody = guardian(name="", phone="")
    assert facts(parties=(child(), nobody, uncle)).callable_adults == (uncle,)
    assert facts().callable_adults == facts().guardians


def test_the_latest_event_counts() -> None:
    assert facts(notices=(notice(), notice(id=2, event_no=2))).event_no == 2
    assert facts(notices=()).event_no == 1


def test_meetings_stand_in_order_of_time() -> None:
    late, early = meeting(), meeting(id=MeetingId(2), starts=meeting().starts.replace(hour=9))
    held = meeting(id=MeetingId(3), state=MeetingState.HELD)
    case = facts(meetings=(late, early, held))
    assert case.coming_meetings(1) == (early, late)
    assert case.held_meetings(1) == (held,)
    assert case.meeting(TALK) == late


def test_voided_papers_do_not_count() -> None:
    good, bad = letter(SARA), letter(JONAS, state=PaperState.VOIDED)
    assert facts(papers=(good, bad)).papers_of(TALK, PaperKind.SUMMONS) == (good,)


def test_participants_stand_in_the_order_of_the_case() -> None:
    case = facts(participants=called(JONAS, CHILD))
    assert [party.id for party in case.participants_of(TALK)] == [CHILD, JONAS]
    assert case.record_of(TALK) is None
    assert case.safety_decision is None
