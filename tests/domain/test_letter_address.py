"""A child's letter goes to where it lives, unless that would give somebody away."""

import pytest

from allvar_desktop.domain.letter_address import addressed
from allvar_desktop.domain.party import Party, Protection
from tests.facts import JONAS, child, facts, guardian

AT_HOME = ("Övningsvägen 4", "lgh 1102", "162 60", "Vällingby")


def test_a_child_without_an_address_gets_that_of_the_adult_it_lives_with() -> None:
    elias, sara = child(), guardian(is_living_with_child=True)
    reader = addressed(facts(parties=(elias, sara)), elias)
    assert (reader.street, reader.apartment, reader.postcode, reader.town) == AT_HOME
    assert (reader.id, reader.name) == (elias.id, elias.name)


@pytest.mark.parametrize(
    "adult",
    [
        guardian(),
        guardian(is_living_with_child=True, street=""),
        guardian(is_living_with_child=True, protection=Protection.UNKNOWN),
        guardian(is_living_with_child=True, protection=Protection.CONFIDENTIALITY_MARK),
    ],
    ids=["elsewhere", "no address", "unknown protection", "protected"],
)
def test_no_other_address_is_given_to_a_child(adult: Party) -> None:
    elias = child()
    assert addressed(facts(parties=(elias, adult)), elias) is elias


def test_an_address_of_ones_own_stands_and_adults_never_get_another() -> None:
    elias, sara = child(street="Provgatan 19", town="Hässelby"), guardian(is_living_with_child=True)
    jonas = guardian(JONAS, "Jonas Wik", street="", postcode="", town="")
    family = facts(parties=(elias, sara, jonas))
    assert addressed(family, elias) is elias
    assert addressed(family, jonas) is jonas
