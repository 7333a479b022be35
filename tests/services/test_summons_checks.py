"""Each check of a summons stops it, names its remedy, and lets it through after that."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from allvar_desktop.domain.gate import Remedy
from allvar_desktop.domain.ids import CaseId
from allvar_desktop.domain.new_case import NewParty
from allvar_desktop.domain.party import PartyRole, PermissionKind, Protection
from allvar_desktop.services import parties, registration
from allvar_desktop.services.parties import as_form
from allvar_desktop.services.prepared import PaperChoices, PreparedPaper
from allvar_desktop.services.session import Session
from allvar_desktop.services.summonses import prepare_summonses
from tests.steps import assess, party, ready_case, soon, take_in, talk, words_of

SUNDAY = datetime(2026, 3, 29, 13, 0, tzinfo=UTC)


def labels(paper: PreparedPaper) -> list[str]:
    return [check.label for check in paper.stops]


def remedies(paper: PreparedPaper) -> list[Remedy]:
    return [check.remedy for check in paper.stops]


def correct(session: Session, case_id: CaseId, name: str, **new: object) -> None:
    person = party(session, case_id, name)
    parties.correct_party(session, person.id, replace(as_form(person), **new), "Frågat på telefon.")  # type: ignore[arg-type]


def test_a_talk_after_the_deadline_warns_but_can_be_printed(session: Session) -> None:
    case_id = ready_case(session, 1)
    letter = prepare_summonses(session, talk(session, case_id, soon(session, 60)))[0]
    late = [check for check in letter.checks if check.label == "Tiden ligger efter fristen"]
    assert [(check.is_stop, check.remedy) for check in late] == [(False, Remedy.CHANGE_TIME)]
    assert letter.pdf is not None


def test_a_time_that_has_been_stops_the_letter(session: Session) -> None:
    case_id = ready_case(session, 1)
    meeting_id = talk(session, case_id, soon(session, 2))
    session.clock.advance(soon(session, 3) - session.clock.now())  # type: ignore[attr-defined]
    assert labels(prepare_summonses(session, meeting_id)[0]) == ["Tiden har redan varit"]


def test_the_police_are_mentioned_only_with_a_recorded_ground(session: Session) -> None:
    case_id = ready_case(session, 1)
    officer = registration.add_party(
        session, case_id, NewParty(PartyRole.POLICE, "Inger Prov", organisation="LPO Vällingby")
    )
    facts = session.facts(case_id)
    meeting_id = talk(session, case_id, SUNDAY, *(each.name for each in facts.parties))
    assert remedies(prepare_summonses(session, meeting_id)[0]) == [Remedy.RECORD_PERMISSION]
    parties.record_permission(
        session,
        officer,
        PermissionKind.CONSENT,
        given_by="Sara Bergdahl",
        given_at=None,
        covers="Att polisen är med.",
    )
    letter = prepare_summonses(session, meeting_id)[0]
    assert "En polis är med, om det går att ordna." in words_of(letter.pdf)
    sure = prepare_summonses(session, meeting_id, PaperChoices(is_police_sure=True))[0]
    assert "En polis är också med." in words_of(sure.pdf)
    assert "Inger" not in words_of(sure.pdf)


def test_somebody_from_school_is_named_to_those_who_may_know(session: Session) -> None:
    case_id = ready_case(session, 1)
    curator = NewParty(PartyRole.SCHOOL, "Mia Prov", relation="kurator", organisation="Övningsskolan")
    school = registration.add_party(session, case_id, curator)
    parties.record_permission(
        session,
        school,
        PermissionKind.CONSENT,
        given_by="Jonas Wik",
        given_at=None,
        covers="Att skolan är med.",
    )
    names = [each.name for each in session.facts(case_id).parties]
    letter = prepare_summonses(session, talk(session, case_id, SUNDAY, *names))[0]
    assert "Kurator Mia Prov från Övningsskolan är också med." in words_of(letter.pdf)


def test_the_wording_of_suspicion_needs_to_be_told_of_what(session: Session) -> None:
    case_id = ready_case(session, 1)
    meeting_id = talk(session, case_id, SUNDAY)
    unsaid = prepare_summonses(session, meeting_id, PaperChoices(is_suspicion_named=True))[0]
    assert labels(unsaid) == ["Vad misstanken gäller saknas"]
    said = prepare_summonses(
        session, meeting_id, PaperChoices(is_suspicion_named=True, suspicion="snatteri")
    )[0]
    assert "misstanke om snatteri den 27 mars 2026" in words_of(said.pdf)


@pytest.mark.parametrize(
    "written", ["20130710-2390", "130710-2390", "1307102390", "130710 2390", "130710+2390"]
)
def test_an_identity_number_in_any_form_stops_the_letter(session: Session, written: str) -> None:
    case_id = ready_case(session, 1)
    choices = PaperChoices(arrival=f"Fråga efter {written}.")
    letter = prepare_summonses(session, talk(session, case_id, SUNDAY), choices)[0]
    assert set(labels(letter)) == {"Ett personnummer står i texten"}


def test_signs_that_paper_cannot_show_stop_the_letter(session: Session) -> None:
    case_id = ready_case(session, 1)
    letter = prepare_summonses(session, talk(session, case_id, SUNDAY, place="Huset 😀"))[0]
    assert labels(letter) == ["Tecken som inte kan skrivas ut"]
    assert "U+1F600" in letter.stops[0].detail


def test_an_unassessed_notice_stops_the_letter(session: Session) -> None:
    (case_id,) = take_in(session, 1)
    meeting_id = talk(session, case_id, SUNDAY)
    assert remedies(prepare_summonses(session, meeting_id)[0]) == [Remedy.ASSESS_PROTECTION]
    assess(session, case_id)
    assert not prepare_summonses(session, meeting_id)[0].is_stopped


def test_a_guardian_left_out_needs_a_reason(session: Session) -> None:
    case_id = ready_case(session, 1)
    meeting_id = talk(session, case_id, SUNDAY, "Elias", "Sara")
    (sara,) = prepare_summonses(session, meeting_id)
    assert remedies(sara) == [Remedy.CALL_BOTH]
    parties.explain_one_guardian(session, case_id, "Jonas är på resa och har sagt att Sara kommer.")
    (sara,) = prepare_summonses(session, meeting_id)
    assert "Jonas" not in words_of(sara.pdf)


def test_unknown_protection_counts_as_protected(session: Session) -> None:
    case_id = ready_case(session, 1)
    correct(session, case_id, "Jonas", protection=Protection.UNKNOWN)
    sara, jonas = prepare_summonses(session, talk(session, case_id, SUNDAY))
    assert Remedy.SET_PAIR in remedies(sara)
    assert Remedy.SET_PROTECTION in remedies(jonas)
    parties.record_pair(
        session, party(session, case_id, "Sara").id, party(session, case_id, "Jonas").id, may_know=True
    )
    parties.record_pair(
        session, party(session, case_id, "Elias").id, party(session, case_id, "Jonas").id, may_know=True
    )
    correct(session, case_id, "Jonas", protection=Protection.NONE)
    assert not any(p.is_stopped for p in prepare_summonses(session, session.facts(case_id).meetings[0].id))


def test_a_letterhead_without_a_number_to_ring_is_named(session: Session) -> None:
    case_id = ready_case(session, 1)
    bare = replace(session.settings, letterhead=replace(session.settings.letterhead, emergency_phone=""))
    with session.register.atomic():
        session.tables.settings.save(bare)
    session.forget_settings()
    letter = prepare_summonses(session, talk(session, case_id, SUNDAY))[0]
    assert [(check.label, check.remedy) for check in letter.stops] == [
        ("Socialjourens nummer saknas i brevhuvudet", Remedy.SETTINGS)
    ]


@pytest.mark.parametrize(("birthday", "is_warned"), [(date(2008, 3, 27), True), (date(2008, 3, 28), False)])
def test_letters_to_the_parents_of_somebody_of_age_are_warned_about(
    session: Session, case_id: CaseId, birthday: date, is_warned: bool
) -> None:
    elias = party(session, case_id, "Elias")
    parties.correct_party(session, elias.id, replace(as_form(elias), birth_date=birthday), "Fel datum.")
    own, *others = prepare_summonses(session, talk(session, case_id, soon(session)))
    warned = [
        "Elias Bergdahl har fyllt 18 år" in [check.label for check in letter.checks] for letter in others
    ]
    assert warned == [is_warned, is_warned]
    assert own.recipient_name == "Elias Bergdahl"
    assert "Elias Bergdahl har fyllt 18 år" not in [check.label for check in own.checks]
    assert not any(letter.is_stopped for letter in others)


def test_an_unknown_age_is_asked_for_since_the_child_might_get_a_letter_of_its_own(
    session: Session, case_id: CaseId
) -> None:
    elias = party(session, case_id, "Elias")
    no_day = replace(as_form(elias), birth_date=None, identity_number="")
    parties.correct_party(session, elias.id, no_day, "Fel person.")
    letter = prepare_summonses(session, talk(session, case_id, soon(session)))[0]
    (asked,) = [check for check in letter.checks if check.label == "Barnets ålder är okänd"]
    assert (asked.remedy, asked.party_id, asked.is_stop) == (Remedy.CORRECT_PARTY, elias.id, False)
    assert letter.pdf is not None
