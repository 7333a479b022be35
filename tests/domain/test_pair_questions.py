"""Who is asked about while a new case is typed."""

from dataclasses import replace

from allvar_desktop.domain.pair_questions import pair_questions
from allvar_desktop.domain.party import Protection
from tests.notices import NOTICES

ELIAS, NORA = NOTICES[1].forms[0], NOTICES[2].forms[0]


def test_nothing_is_asked_where_nobody_is_protected() -> None:
    assert pair_questions((ELIAS.child, *ELIAS.adults)) == ()


def test_only_the_parent_who_lives_elsewhere_is_asked_about() -> None:
    assert pair_questions((NORA.child, *NORA.adults)) == ((2, 0), (2, 1))


def test_an_unknown_protection_is_asked_about_too() -> None:
    jonas = replace(ELIAS.adults[1], protection=Protection.UNKNOWN)
    assert pair_questions((ELIAS.child, ELIAS.adults[0], jonas)) == ((0, 2), (1, 2))


def test_a_child_is_asked_about_for_the_sake_of_a_protected_parent_it_lives_with() -> None:
    nora = replace(NORA.child, protection=Protection.NONE)
    assert pair_questions((nora, *NORA.adults)) == ((2, 0), (2, 1))
    unclear = replace(NORA.adults[0], protection=Protection.UNKNOWN)
    assert pair_questions((nora, unclear, NORA.adults[1])) == ((2, 1),)
