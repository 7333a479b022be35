"""Which languages a talk needs an interpreter for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allvar_desktop.domain.booking import booked_languages, languages_to_interpret
from allvar_desktop.domain.new_case import NewParty
from allvar_desktop.domain.party import PartyRole
from allvar_desktop.domain.settings import LANGUAGES
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


@given(st.lists(st.sampled_from(LANGUAGES), unique=True))
def test_the_languages_of_a_booking_come_apart_as_they_were_put_together(languages: list[str]) -> None:
    people = [NewParty(PartyRole.GUARDIAN, language=each, is_interpreter_needed=True) for each in languages]
    assert booked_languages(languages_to_interpret(people)) == tuple(languages)


@pytest.mark.parametrize(
    "text", ["somaliska, arabiska", "somaliska/arabiska", " somaliska +arabiska,", "somaliska & arabiska"]
)
def test_languages_come_apart_however_somebody_joined_them(text: str) -> None:
    assert booked_languages(text) == ("somaliska", "arabiska")


def test_letters_that_only_look_like_och_part_nothing() -> None:
    assert booked_languages("dagochnattiska") == ("dagochnattiska",)
    assert booked_languages("  ") == ()
