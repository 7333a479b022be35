"""The gates before the family is contacted, called or written to (domain.md §4)."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.gate import (
    Check,
    Remedy,
    age_checks,
    both_guardians_check,
    contact_checks,
    copy_checks,
    letter_checks,
    letter_recipients,
)
from allvar_desktop.domain.ids import AccountId, MeetingId, PartyId
from allvar_desktop.domain.knowledge import Knowledge, joint_meeting_conflicts, knowledge, may_learn
from allvar_desktop.domain.meeting import MeetingState
from allvar_desktop.domain.notice import MayBeTold
from allvar_desktop.domain.party import (
    KnowledgePair,
    Permission,
    PermissionKind,
    Protection,
    SafetyDecision,
)
from tests.facts import (
    CASE,
    CHILD,
    FRIDA,
    JONAS,
    NOTICE,
    OFFICER,
    SARA,
    called,
    child,
    facts,
    guardian,
    meeting,
    moment,
    notice,
    officer,
)


def stops(checks: Iterable[Check]) -> set[Remedy | None]:
    return {check.remedy for check in checks if check.is_stop}


def ready(**changed: Any) -> CaseFacts:
    start: dict[str, Any] = {"meetings": (meeting(),), "participants": called(CHILD, SARA, JONAS)}
    return facts(**{**start, **changed})


def pair(reader: PartyId, about: PartyId, *, may_know: bool) -> KnowledgePair:
    return KnowledgePair(0, CASE, reader, about, may_know)


def test_an_ordinary_letter_passes_every_gate() -> None:
    assert stops(letter_checks(ready(), meeting(), guardian(), by_hand=False)) == set()


def test_without_protection_assessment_nobody_is_contacted() -> None:
    checks = contact_checks(facts(protection_assessments=()), 1)
    assert stops(checks) == {Remedy.ASSESS_PROTECTION}
    assert checks[0].notice_id == NOTICE


@pytest.mark.parametrize("answer", [MayBeTold.NO, MayBeTold.NOT_ASKED])
def test_anything_but_a_yes_of_the_police_stops(answer: MayBeTold) -> None:
    assert stops(contact_checks(facts(notices=(notice(may_be_told=answer),)), 1)) == {Remedy.ASK_POLICE}


def test_one_no_among_two_notices_outweighs() -> None:
    both = (notice(), notice(id=2, may_be_told=MayBeTold.NO))
    assert facts(notices=both).may_be_told(1) is MayBeTold.NO


def test_an_event_without_notices_is_not_asked() -> None:
    assert stops(contact_checks(facts(notices=()), 1)) == {Remedy.ASK_POLICE}


def test_both_guardians_are_called_or_the_reason_is_written() -> None:
    only_sara = (child(), guardian())
    check = both_guardians_check(facts(), only_sara)
    assert check.is_stop
    assert check.party_id == JONAS
    explained = replace(facts(), case=replace(facts().case, both_guardians_note="Utomlands."))
    assert both_guardians_check(explained, only_sara).is_passed


def test_unknown_protection_of_the_recipient_stops() -> None:
    recipient = guardian(protection=Protection.UNKNOWN)
    assert Remedy.SET_PROTECTION in stops(letter_checks(ready(), meeting(), recipient, by_hand=False))


def test_protected_registration_is_reached_by_hand_not_by_post() -> None:
    recipient = guardian(protection=Protection.PROTECTED_REGISTRATION)
    assert Remedy.HAND_OVER in stops(letter_checks(ready(), meeting(), recipient, by_hand=False))
    assert stops(letter_checks(ready(), meeting(), recipient, by_hand=True)) == set()


@pytest.mark.parametrize("protection", [Protection.UNKNOWN, Protection.CONFIDENTIALITY_MARK])
def test_a_protected_other_without_an_answer_stops_the_letter(protection: Protection) -> None:
    parties = (child(), guardian(), guardian(JONAS, "Jonas Wik", protection=protection))
    checks = letter_checks(ready(parties=parties), meeting(), guardian(), by_hand=False)
    assert stops(checks) == {Remedy.SET_PAIR}
    pairs = (pair(SARA, JONAS, may_know=True), pair(CHILD, JONAS, may_know=True))
    answered = ready(parties=parties, pairs=pairs)
    assert stops(letter_checks(answered, meeting(), guardian(), by_hand=False)) == set()


def test_who_may_not_know_meets_the_other_only_after_a_safety_decision() -> None:
    apart = ready(pairs=(pair(JONAS, SARA, may_know=False),))
    assert stops(letter_checks(apart, meeting(), guardian(), by_hand=False)) == {Remedy.SAFETY_DECISION}
    decision = SafetyDecision(1, CASE, True, "Skyddat rum.", FRIDA, moment(27, 16))
    allowed = replace(apart, safety_decisions=(decision,))
    assert stops(letter_checks(allowed, meeting(), guardian(), by_hand=False)) == set()
    refused = replace(apart, safety_decisions=(replace(decision, is_joint_meeting_allowed=False),))
    assert stops(letter_checks(refused, meeting(), guardian(), by_hand=False)) == {Remedy.SAFETY_DECISION}


def test_the_answer_of_a_pair_outweighs_the_protection() -> None:
    case = facts(pairs=(pair(JONAS, SARA, may_know=False),))
    assert not may_learn(case, case.party(JONAS), case.party(SARA))
    assert may_learn(case, case.party(SARA), case.party(JONAS))
    assert not may_learn(facts(), guardian(), child(protection=Protection.UNKNOWN))


def test_a_child_and_who_it_lives_with_know_of_each_other() -> None:
    home = guardian(protection=Protection.UNKNOWN, is_living_with_child=True)
    hidden = child(protection=Protection.UNKNOWN)
    case = facts(parties=(hidden, home))
    assert may_learn(case, hidden, home)
    assert may_learn(case, home, hidden)
    assert not may_learn(case, guardian(JONAS, "Jonas Wik"), hidden)


def test_separate_talks_are_no_conflict() -> None:
    case = facts(pairs=(pair(JONAS, SARA, may_know=False),))
    assert joint_meeting_conflicts(case, (case.party(SARA), child())) == ()
    assert joint_meeting_conflicts(case, case.parties) == ((case.party(JONAS), case.party(SARA)),)


def test_a_police_officer_needs_a_consent_or_a_ground() -> None:
    parties = (*facts().parties, officer())
    case = ready(parties=parties, participants=called(CHILD, SARA, JONAS, OFFICER))
    assert stops(letter_checks(case, meeting(), guardian(), by_hand=False)) == {Remedy.RECORD_PERMISSION}
    given = Permission(
        1, OFFICER, PermissionKind.CONSENT, "Sara", moment(27, 16), "delta", None, AccountId(1)
    )
    assert (
        stops(letter_checks(replace(case, permissions=(given,)), meeting(), guardian(), by_hand=False))
        == set()
    )


def test_a_missing_address_or_name_stops_and_names_the_field() -> None:
    no_town = guardian(town="")
    assert stops(letter_checks(ready(), meeting(), no_town, by_hand=False)) == {Remedy.CORRECT_PARTY}
    assert stops(letter_checks(ready(), meeting(), no_town, by_hand=True)) == set()
    nameless = guardian(name="")
    checks = letter_checks(ready(), meeting(), nameless, by_hand=True)
    assert [check.label for check in checks if check.is_stop] == ["Mottagarens namn saknas"]


def test_a_family_copy_asks_only_of_its_reader_and_the_address() -> None:
    case = ready(notices=(notice(may_be_told=MayBeTold.NO),), protection_assessments=())
    assert stops(copy_checks(case, guardian(), by_hand=False)) == set()
    assert stops(copy_checks(case, guardian(town=""), by_hand=False)) == {Remedy.CORRECT_PARTY}
    unasked = guardian(protection=Protection.UNKNOWN)
    assert stops(copy_checks(case, unasked, by_hand=False)) == {Remedy.SET_PROTECTION}


def test_a_family_copy_waits_for_who_may_learn_where_others_are() -> None:
    hidden = guardian(JONAS, "Jonas Wik", protection=Protection.PROTECTED_REGISTRATION)
    case = ready(parties=(child(), guardian(), hidden))
    (check,) = [check for check in copy_checks(case, guardian(), by_hand=False) if check.is_stop]
    assert (check.remedy, check.party_id, check.about_id) == (Remedy.SET_PAIR, SARA, JONAS)
    answered = replace(case, pairs=(pair(SARA, JONAS, may_know=False),))
    assert stops(copy_checks(answered, guardian(), by_hand=False)) == set()


@pytest.mark.parametrize(("age", "letters"), [(14, 2), (15, 3), (None, 2)])
def test_a_child_of_fifteen_gets_an_own_letter(age: int | None, letters: int) -> None:
    assert len(letter_recipients(ready(), meeting(), age)) == letters


def test_remedies_have_words() -> None:
    assert all(remedy.text for remedy in Remedy if remedy is not Remedy.NONE)


def test_guardians_who_are_called_to_talks_of_their_own_are_both_called() -> None:
    second = meeting(id=MeetingId(2), state=MeetingState.BOOKED)
    apart = ready(
        meetings=(meeting(), second), participants=(*called(SARA), *called(JONAS, meeting_id=second.id))
    )
    assert stops(letter_checks(apart, meeting(), guardian(), by_hand=False)) == set()
    off = replace(apart, meetings=(meeting(), replace(second, state=MeetingState.CANCELLED)))
    assert stops(letter_checks(off, meeting(), guardian(), by_hand=False)) == {Remedy.CALL_BOTH}


def test_a_child_who_lives_with_somebody_hidden_is_asked_about_though_it_is_not_protected_itself() -> None:
    sara = guardian(protection=Protection.PROTECTED_REGISTRATION, is_living_with_child=True)
    jonas = guardian(JONAS, "Jonas Wik")
    case = ready(parties=(child(), sara, jonas))
    assert knowledge(case, sara, child()) is Knowledge.MAY
    assert knowledge(case, jonas, child()) is Knowledge.UNANSWERED
    shown = replace(case, pairs=(pair(JONAS, SARA, may_know=True),))
    assert knowledge(shown, jonas, child()) is Knowledge.MAY
    hidden = replace(case, pairs=(pair(JONAS, SARA, may_know=False),))
    checks = letter_checks(hidden, meeting(), jonas, by_hand=False)
    asked = next(check for check in checks if check.remedy is Remedy.SET_PAIR)
    assert (asked.party_id, asked.about_id) == (JONAS, CHILD)
    assert "Barnet bor hos någon som är skyddad." in asked.detail


def test_an_age_is_warned_about_from_18_on_to_others_and_asked_for_when_unknown() -> None:
    (asked,) = age_checks(ready(), guardian(), None)
    assert (asked.remedy, asked.party_id, asked.is_stop) == (Remedy.CORRECT_PARTY, CHILD, False)
    assert age_checks(ready(), guardian(), 17) == ()
    (warned,) = age_checks(ready(), guardian(), 18)
    assert (warned.label, warned.is_passed, warned.is_stop) == (
        "Elias Bergdahl har fyllt 18 år",
        False,
        False,
    )
    assert age_checks(ready(), child(), 18) == ()
