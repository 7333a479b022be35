"""The summonses of the six notices: each reader gets a letter and learns nothing they may not."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from allvar_desktop.domain.gate import Remedy
from allvar_desktop.domain.ids import CaseId
from allvar_desktop.domain.new_case import NewParty
from allvar_desktop.domain.notice import MayBeTold
from allvar_desktop.domain.party import PartyRole, PermissionKind, Protection
from allvar_desktop.errors import StoppedError
from allvar_desktop.services import notices, parties, registration
from allvar_desktop.services.parties import as_form
from allvar_desktop.services.prepared import PaperChoices, PreparedPaper
from allvar_desktop.services.session import Session
from allvar_desktop.services.summonses import prepare_summonses
from tests.steps import assess, let_tell, party, ready_case, soon, take_in, talk, words_of

SUNDAY = datetime(2026, 3, 29, 13, 0, tzinfo=UTC)


def labels(paper: PreparedPaper) -> list[str]:
    return [check.label for check in paper.stops]


def remedies(paper: PreparedPaper) -> list[Remedy]:
    return [check.remedy for check in paper.stops]


def correct(session: Session, case_id: CaseId, name: str, **new: object) -> None:
    person = party(session, case_id, name)
    parties.correct_party(session, person.id, replace(as_form(person), **new), "Frågat på telefon.")  # type: ignore[arg-type]


def may_know(session: Session, case_id: CaseId, reader: str, *about: str, answer: bool) -> None:
    """A new answer to whether the reader may learn where the others are."""
    for name in about:
        known = party(session, case_id, reader).id, party(session, case_id, name).id
        parties.record_pair(session, *known, may_know=answer)


def by_hand(session: Session, case_id: CaseId, *names: str) -> PaperChoices:
    return PaperChoices(by_hand=frozenset(party(session, case_id, name).id for name in names))


def test_notice_1_gives_two_letters_and_neither_shows_the_others_address(session: Session) -> None:
    case_id = ready_case(session, 1)
    sara, jonas = prepare_summonses(session, talk(session, case_id, SUNDAY))
    assert [sara.recipient_name, jonas.recipient_name] == ["Sara Bergdahl", "Jonas Wik"]
    to_sara, to_jonas = words_of(sara.pdf), words_of(jonas.pdf)
    assert "Övningsvägen 4 lgh 1102" in to_sara
    assert "Söndag 29 mars 2026 klockan 15.00–16.00" in to_sara
    assert "Hässelbyplan 3, 165 73 Hässelby, rum Eken" in to_sara
    assert "Jonas Wik" in to_sara
    for secret in ("Provgatan", "070-174 06 11", "Övningsskolan", "20131", "Snatteri"):
        assert secret not in to_sara
    for secret in ("Övningsvägen", "1102", "070-174 06 05", "Övningsskolan", "2390"):
        assert secret not in to_jonas


def test_each_letter_has_a_number_of_its_own_and_all_have_one_mark(session: Session) -> None:
    case_id = ready_case(session, 1)
    first, second = prepare_summonses(session, talk(session, case_id, SUNDAY))
    number = session.facts(case_id).case.number
    assert [first.number, second.number] == [f"{number}-1", f"{number}-2"]
    assert first.order.log_mark == second.order.log_mark
    assert f"Handling {number}-1 · Logg {first.order.log_mark}" in words_of(first.pdf)


def test_a_stopped_letter_takes_no_number(session: Session) -> None:
    case_id = ready_case(session, 1)
    correct(session, case_id, "Sara", street="")
    sara, jonas = prepare_summonses(session, talk(session, case_id, SUNDAY))
    assert sara.pdf is None
    assert jonas.number.endswith("-1")


def test_notice_2_peter_learns_nothing_from_a_talk_of_his_own(session: Session) -> None:
    case_id = ready_case(session, 2)
    parties.explain_one_guardian(session, case_id, "Skilda samtal, av säkerhetsskäl.")
    correct(session, case_id, "Mikaela", street="Gömda gången 7", postcode="161 11", town="Gömmaryd")
    (letter,) = prepare_summonses(session, talk(session, case_id, soon(session), "Peter"))
    words = words_of(letter.pdf)
    assert "Vi kallar dig till samtalet." in words
    assert "Vi vill träffa dig så snart som möjligt." in words
    assert "Peter Ståhl" in words
    for secret in (
        "Mikaela", "Hedman", "070-174 06 20", "Provlundens", "Gömda", "Gömmaryd", "161 11", "dig och Nora",
        "20121016", "19781211",
    ):  # fmt: skip
        assert secret not in words


def test_notice_2_a_joint_talk_waits_for_the_supervisor_and_hides_the_others_even_then(
    session: Session,
) -> None:
    case_id = ready_case(session, 2)
    with pytest.raises(StoppedError, match="får inte få veta"):
        talk(session, case_id, soon(session))
    may_know(session, case_id, "Peter", "Nora", "Mikaela", answer=True)
    meeting_id = talk(session, case_id, soon(session))
    may_know(session, case_id, "Peter", "Nora", "Mikaela", answer=False)
    choices = by_hand(session, case_id, "Mikaela")
    mikaela, peter = prepare_summonses(session, meeting_id, choices)
    assert Remedy.SAFETY_DECISION in remedies(mikaela)
    assert Remedy.SAFETY_DECISION in remedies(peter)
    assert peter.pdf is None
    parties.decide_safety(session, case_id, is_joint_meeting_allowed=True, reason="Vakt på plats.")
    mikaela, peter = prepare_summonses(session, meeting_id, choices)
    assert "Mikaela" not in words_of(peter.pdf)
    assert "dig och Nora" not in words_of(peter.pdf)
    assert "Peter Ståhl" in words_of(mikaela.pdf)


def test_notice_2_post_to_a_protected_registration_is_too_slow(session: Session) -> None:
    case_id = ready_case(session, 2)
    parties.explain_one_guardian(session, case_id, "Skilda samtal.")
    correct(session, case_id, "Mikaela", street="Gömda gången 7", postcode="161 11", town="Gömmaryd")
    meeting_id = talk(session, case_id, soon(session), "Nora", "Mikaela")
    (letter,) = prepare_summonses(session, meeting_id)
    assert remedies(letter) == [Remedy.HAND_OVER]
    (letter,) = prepare_summonses(session, meeting_id, by_hand(session, case_id, "Mikaela"))
    assert "Gömda" not in words_of(letter.pdf)
    assert "Lämnas personligen" in words_of(letter.pdf)


@pytest.mark.parametrize("place", ["Provlundens skola", "Gömda gången 7", "070-1740620", "hos Mikaela"])
def test_a_place_that_tells_peter_too_much_stops_his_letter(session: Session, place: str) -> None:
    case_id = ready_case(session, 2)
    parties.explain_one_guardian(session, case_id, "Skilda samtal.")
    correct(session, case_id, "Mikaela", street="Gömda gången 7", postcode="161 11", town="Gömmaryd")
    (letter,) = prepare_summonses(session, talk(session, case_id, soon(session), "Peter", place=place))
    assert letter.pdf is None
    assert Remedy.CHANGE_TIME in remedies(letter)


def test_peters_own_address_stops_his_letter_when_it_is_where_the_others_live(session: Session) -> None:
    case_id = ready_case(session, 2)
    parties.explain_one_guardian(session, case_id, "Skilda samtal.")
    correct(session, case_id, "Mikaela", street="Mallvägen 2")
    (letter,) = prepare_summonses(session, talk(session, case_id, soon(session), "Peter"))
    assert labels(letter) == ["Någon annans adress står i texten"]


def test_notice_3_no_letter_before_the_police_say_yes(session: Session) -> None:
    (case_id,) = take_in(session, 3)
    assess(session, case_id)
    parties.explain_one_guardian(session, case_id, "Utomlands till 20 april.")
    meeting_id = talk(session, case_id, soon(session), "Yusuf", "Hodan", language="somaliska")
    assert [remedies(letter) for letter in prepare_summonses(session, meeting_id)] == [
        [Remedy.ASK_POLICE]
    ] * 2
    let_tell(session, case_id)
    yusuf, hodan = prepare_summonses(session, meeting_id)
    assert "Vi kallar dig, Hodan Warsame till samtalet." not in words_of(yusuf.pdf)
    assert "Vi kallar dig och Hodan Warsame till samtalet." in words_of(yusuf.pdf)
    assert "en händelse den 13 april 2026 som rör dig" in words_of(yusuf.pdf)
    assert "Kursgränd 7 lgh 1301" in words_of(yusuf.pdf)
    assert "Vi har bokat en tolk i somaliska." in words_of(hodan.pdf)
    assert "somaliska" not in words_of(yusuf.pdf)


def test_notice_3_the_young_one_may_have_an_easy_letter(session: Session) -> None:
    case_id = ready_case(session, 3)
    parties.explain_one_guardian(session, case_id, "Utomlands till 20 april.")
    meeting_id = talk(session, case_id, soon(session), "Yusuf", "Hodan")
    easy = PaperChoices(easy=frozenset({party(session, case_id, "Yusuf").id}))
    yusuf, hodan = prepare_summonses(session, meeting_id, easy)
    assert "Du är kallad till ett samtal" in words_of(yusuf.pdf)
    assert "Kallelse till allvarssamtal" in words_of(hodan.pdf)
    assert ("Tolk är inte bokad", False) in [(check.label, check.is_stop) for check in hodan.checks]


def test_notice_3_a_protected_parents_address_is_not_lent_to_the_child(session: Session) -> None:
    case_id = ready_case(session, 3)
    parties.explain_one_guardian(session, case_id, "Utomlands till 20 april.")
    correct(session, case_id, "Hodan", protection=Protection.CONFIDENTIALITY_MARK)
    yusuf, _ = prepare_summonses(session, talk(session, case_id, soon(session), "Yusuf", "Hodan"))
    assert "Mottagarens adress saknas" in labels(yusuf)


def test_notice_4_neither_family_reads_a_word_about_the_other(session: Session) -> None:
    cases = take_in(session, 4)
    said = []
    for number, case_id in enumerate(cases):
        assess(session, case_id)
        letters = prepare_summonses(session, talk(session, case_id, soon(session, 20 + number)))
        said.append(" ".join(words_of(letter.pdf) for letter in letters))
    for secret in (
        "Ali",
        "Rashid",
        "Huda",
        "Karim",
        "Testbacken 15",
        "070-174 06 41",
        "annan elev",
        "kompis",
    ):
        assert secret not in said[0]
    for secret in ("Melker", "Öhrn", "Åsa", "Testbacken 11", "070-174 06 40"):
        assert secret not in said[1]


@pytest.mark.parametrize(
    "place", ["hos Ali", "hemma hos Karim Al-Rashid", "Testbacken 15", "ring 070 1740641"]
)
def test_notice_4_a_letter_that_names_the_other_family_stops(session: Session, place: str) -> None:
    case_id = take_in(session, 4)[0]
    assess(session, case_id)
    (letter,) = prepare_summonses(session, talk(session, case_id, soon(session), place=place))
    assert letter.pdf is None
    assert set(labels(letter)) == {"Texten nämner någon ur ett länkat ärende"}


def test_notice_4_the_other_familys_names_are_found_although_their_case_was_never_opened(
    session: Session, colleague: Session
) -> None:
    mine = take_in(session, 4)[0]
    assess(session, mine)
    meeting_id = talk(session, mine, soon(session), place="Hos Huda")
    session.opened.clear()
    session.opened.add(mine)
    (letter,) = prepare_summonses(session, meeting_id)
    assert letter.pdf is None


def test_notice_5_not_asked_stops_and_the_narrow_address_fits(session: Session) -> None:
    (case_id,) = take_in(session, 5)
    assess(session, case_id)
    meeting_id = talk(session, case_id, soon(session, 12))
    assert [set(remedies(letter)) for letter in prepare_summonses(session, meeting_id)] == [
        {Remedy.ASK_POLICE}
    ] * 3
    first, second = session.facts(case_id).notices
    notices.answer_may_be_told(session, first.id, MayBeTold.YES, "Polisen")
    assert all(letter.is_stopped for letter in prepare_summonses(session, meeting_id))
    notices.answer_may_be_told(session, second.id, MayBeTold.YES, "Polisen")
    letters = prepare_summonses(session, meeting_id)
    eva = words_of(next(letter for letter in letters if letter.recipient_name == "Eva Falk").pdf)
    assert "Eva Falk c/o Ottosson Exempelstigen 3 B lgh 0902 162 70 Vällingby" in eva
    assert [letter.recipient_name for letter in letters] == [
        "Tindra Falk-Ottosson",
        "Eva Falk",
        "Lars-Åke Ottosson",
    ]


def test_an_address_too_wide_for_the_window_says_by_how_much(session: Session) -> None:
    case_id = ready_case(session, 5)
    correct(session, case_id, "Eva", care_of="Ottosson-Grankvist-Lindenstam, Hyresgästen på Andra våningen")
    eva = prepare_summonses(session, talk(session, case_id, soon(session, 12)))[1]
    (stop,) = eva.stops
    assert stop.label == "Adressen får inte plats i fönstret"
    assert stop.detail.startswith("C5 höger: texten går ")
    assert stop.remedy is Remedy.CORRECT_PARTY
    assert stop.party_id == party(session, case_id, "Eva").id


def test_notice_6_needs_a_name_an_answer_and_another_way_than_post(session: Session) -> None:
    case_id = ready_case(session, 6)
    guardian = session.facts(case_id).guardians[0]
    meeting_id = talk(session, case_id, soon(session, 30), "Sem", "Dawit")
    (dawit,) = prepare_summonses(session, meeting_id)
    assert set(remedies(dawit)) >= {Remedy.CALL_BOTH, Remedy.SET_PROTECTION, Remedy.CORRECT_PARTY}
    parties.explain_one_guardian(session, case_id, "Vårdnadshavaren är okänd.")
    for person in session.facts(case_id).family:
        form = as_form(person)
        fields = {name: getattr(form, name) for name in form.__dataclass_fields__}
        known = type(form)(**{**fields, "protection": Protection.NONE})
        parties.correct_party(session, person.id, known, "Frågat socialjouren.")
    (dawit,) = prepare_summonses(session, meeting_id)
    assert labels(dawit) == ["Mottagarens adress saknas"]
    (dawit,) = prepare_summonses(session, meeting_id, by_hand(session, case_id, "Dawit"))
    assert "Dawit Lämnas personligen" in words_of(dawit.pdf)
    assert "Vi vill träffa Sem så snart som möjligt" in words_of(dawit.pdf)
    assert guardian.name == ""


def test_a_called_guardian_without_a_name_gets_no_letter(session: Session) -> None:
    case_id = ready_case(session, 6)
    letters = prepare_summonses(session, talk(session, case_id, soon(session, 30)))
    assert "Mottagarens namn saknas" in labels(letters[0])


def test_notice_4_the_second_family_is_kept_from_the_first_too(session: Session) -> None:
    case_id = take_in(session, 4)[1]
    assess(session, case_id)
    letters = prepare_summonses(session, talk(session, case_id, soon(session), place="Hos Melker"))
    assert [set(labels(letter)) for letter in letters] == [{"Texten nämner någon ur ett länkat ärende"}] * 2


def test_noras_school_may_come_but_peters_letter_does_not_say_so(session: Session) -> None:
    case_id = ready_case(session, 2)
    parties.decide_safety(session, case_id, is_joint_meeting_allowed=True, reason="Vakt på plats.")
    curator = NewParty(PartyRole.SCHOOL, "Mia Prov", relation="kurator", organisation="Provlundens skola")
    school = registration.add_party(session, case_id, curator)
    parties.record_permission(
        session,
        school,
        PermissionKind.CONSENT,
        given_by="Mikaela Hedman",
        given_at=None,
        covers="Att skolan är med.",
    )
    names = [each.name for each in session.facts(case_id).parties]
    choices = by_hand(session, case_id, "Mikaela")
    mikaela, peter = prepare_summonses(session, talk(session, case_id, soon(session), *names), choices)
    assert "Kurator Mia Prov från Provlundens skola är också med." in words_of(mikaela.pdf)
    assert "Mia" not in words_of(peter.pdf)
    assert "skola" not in words_of(peter.pdf)


def test_two_languages_are_booked_and_each_letter_names_its_readers_own(session: Session) -> None:
    ali = take_in(session, 4)[1]
    assess(session, ali)
    correct(session, ali, "Karim", language="sorani")
    meeting_id = talk(session, ali, soon(session), language="arabiska och sorani")
    huda, karim = prepare_summonses(session, meeting_id)
    assert "tolk i arabiska." in words_of(huda.pdf)
    assert "sorani" not in words_of(huda.pdf)
    assert "tolk i sorani." in words_of(karim.pdf)
    assert "Tolk är inte bokad" not in [check.label for check in (*huda.checks, *karim.checks)]
