"""What a new case lacks before a letter can be written is named, and nothing else is."""

from dataclasses import replace

import pytest

from allvar_desktop.domain.letter_needs import missing_for_letter, missing_sentence, possessive
from allvar_desktop.domain.new_case import NewCase, NewNotice, NewParty
from allvar_desktop.domain.notice import MayBeTold
from allvar_desktop.domain.party import PartyRole, Protection
from tests.notices import NOTICES

ELIAS = NOTICES[1].forms[0]


def test_nothing_is_missing_where_everything_stands() -> None:
    assert missing_for_letter(ELIAS, is_assessed=True) == ()
    assert missing_sentence(()) == "Inget fält saknas för att brev ska kunna skrivas."


def test_an_address_and_a_protection_that_nobody_gave_are_named() -> None:
    jonas = replace(ELIAS.adults[1], street="", postcode="", town="", protection=Protection.UNKNOWN)
    missing = missing_for_letter(replace(ELIAS, adults=(ELIAS.adults[0], jonas)), is_assessed=True)
    assert missing_sentence(missing) == (
        "Två fält saknas innan brev kan skrivas: Jonas Wiks adress, Jonas Wiks skydd."
    )


def test_an_address_is_not_asked_of_somebody_whose_registration_is_protected() -> None:
    nora = NOTICES[2].forms[0]
    assert missing_for_letter(nora, is_assessed=True) == ()


def test_a_question_of_who_may_know_is_asked_once_for_each_person() -> None:
    nora = replace(NOTICES[2].forms[0], hidden_pairs=((2, 1),), shown_pairs=())
    assert missing_for_letter(nora, is_assessed=True) == ("vem som får veta var Nora Hedman finns",)


def test_the_word_of_the_police_and_the_assessment_are_asked_for() -> None:
    notice = replace(ELIAS.notice, may_be_told=MayBeTold.NO)
    assert missing_for_letter(replace(ELIAS, notice=notice), is_assessed=False) == (
        "polisens ja till att familjen underrättas",
        "skyddsbedömning",
    )


def test_an_empty_form_lacks_nearly_everything() -> None:
    empty = NewCase(NewNotice(), NewParty(PartyRole.CHILD))
    assert missing_for_letter(empty, is_assessed=False) == (
        "när underrättelsen mottogs",
        "barnets namn",
        "barnets skydd",
        "en vuxen att kalla",
        "polisens ja till att familjen underrättas",
        "skyddsbedömning",
    )


def test_a_nameless_adult_is_named_by_the_role() -> None:
    adults = (NewParty(PartyRole.GUARDIAN, phone="070-174 06 05"), NewParty(PartyRole.OTHER_ADULT, phone="1"))
    missing = missing_for_letter(replace(ELIAS, adults=adults), is_assessed=True)
    assert missing[:3] == ("vårdnadshavarens namn", "vårdnadshavarens adress", "vårdnadshavarens skydd")
    assert missing[3] == "den vuxnas namn"


def test_one_missing_field_is_one_field() -> None:
    assert missing_sentence(("skyddsbedömning",)) == (
        "Ett fält saknas innan brev kan skrivas: skyddsbedömning."
    )


@pytest.mark.parametrize(("name", "whose"), [("Sara", "Saras"), ("Jonas", "Jonas"), ("Max", "Max")])
def test_the_genitive_of_a_name(name: str, whose: str) -> None:
    assert possessive(name) == whose
