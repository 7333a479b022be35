"""Which languages a talk needs an interpreter for."""

from allvar_desktop.domain.booking import languages_to_interpret
from allvar_desktop.domain.new_case import NewParty
from allvar_desktop.domain.party import PartyRole
from tests.notices import NOTICES


def test_nobody_needs_one() -> None:
    elias = NOTICES[1].forms[0]
    assert languages_to_interpret((elias.child, *elias.adults)) == ""


def test_a_language_that_is_spoken_without_one_is_left_out() -> None:
    yusuf = NOTICES[3].forms[0]
    assert languages_to_interpret((yusuf.child, *yusuf.adults)) == "somaliska"


def test_one_language_of_two_people_is_named_once_and_two_are_both_named() -> None:
    ali = NOTICES[4].forms[1]
    finnish = NewParty(PartyRole.OTHER_ADULT, language="finska", is_interpreter_needed=True)
    assert languages_to_interpret((*ali.adults, finnish)) == "arabiska och finska"


def test_a_language_that_nobody_has_named_is_said_to_be_unknown() -> None:
    somebody = NewParty(PartyRole.GUARDIAN, is_interpreter_needed=True)
    assert languages_to_interpret((somebody,)) == "språk okänt"
