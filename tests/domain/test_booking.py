"""A time for the talk, and what stands in its way."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from allvar_desktop.domain.booking import Booking, booking_state, check_booking
from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.ids import PartyId
from allvar_desktop.domain.meeting import InterpreterMode, MeetingState
from allvar_desktop.domain.party import Permission, PermissionKind
from tests.facts import CHILD, FRIDA, NOW, OFFICER, SARA, facts, moment, officer

STARTS = datetime(2026, 3, 29, 13, tzinfo=UTC)
GOOD = Booking(1, STARTS, 60, "Eken", FRIDA, (CHILD, SARA))


def fields(booking: Booking, case: CaseFacts | None = None, now: datetime = NOW) -> list[str]:
    return [problem.field for problem in check_booking(case or facts(), booking, now)]


def test_a_good_booking_has_no_problems() -> None:
    assert fields(GOOD) == []


def test_a_time_must_be_chosen_and_lie_ahead() -> None:
    assert fields(replace(GOOD, starts=None)) == ["starts"]
    assert fields(GOOD, now=STARTS + timedelta(hours=1)) == ["starts"]
    assert fields(replace(GOOD, starts=STARTS + timedelta(days=800))) == ["starts"]


def test_a_talk_before_its_notice_says_so() -> None:
    problem = check_booking(facts(), replace(GOOD, starts=datetime(2026, 3, 27, 9, tzinfo=UTC)), NOW)[0]
    assert "före underrättelsen" in problem.message


def test_a_talk_has_a_sensible_length_and_a_place() -> None:
    assert fields(replace(GOOD, minutes=5)) == ["minutes"]
    assert fields(replace(GOOD, minutes=481)) == ["minutes"]
    assert fields(replace(GOOD, room=" ")) == ["room"]
    assert fields(replace(GOOD, room="", place="Skolan")) == []


def test_somebody_of_the_family_is_called_and_nobody_from_elsewhere() -> None:
    assert fields(replace(GOOD, party_ids=())) == ["parties"]
    assert fields(replace(GOOD, party_ids=(CHILD, PartyId(99)))) == ["parties"]


def test_an_interpreter_has_both_language_and_way() -> None:
    assert fields(replace(GOOD, interpreter_language="somaliska")) == ["interpreter_mode"]
    both = replace(GOOD, interpreter_language="somaliska", interpreter_mode=InterpreterMode.PHONE)
    assert fields(both) == []


def test_a_booking_with_an_officer_is_preliminary_until_there_is_a_ground() -> None:
    case = facts(parties=(*facts().parties, officer()))
    with_police = replace(GOOD, party_ids=(CHILD, SARA, OFFICER))
    assert booking_state(case, with_police) is MeetingState.PRELIMINARY
    given = Permission(1, OFFICER, PermissionKind.CONSENT, "Sara", moment(27, 16), "delta", None, FRIDA)
    assert booking_state(replace(case, permissions=(given,)), with_police) is MeetingState.BOOKED
    assert booking_state(case, GOOD) is MeetingState.BOOKED


def test_a_case_without_notices_checks_the_time_all_the_same() -> None:
    assert fields(GOOD, facts(notices=())) == []
