"""Numbers of papers: each case counts its own, and no number comes back."""

from dataclasses import replace

from allvar_desktop.domain.paper import PaperState, next_ordinal, paper_number
from tests import facts as made


def test_the_number_is_the_cases_and_a_place_in_it() -> None:
    assert paper_number("HV-2026-0041", 3) == "HV-2026-0041-3"


def test_the_next_number_follows_the_highest_voided_or_not() -> None:
    letter = made.letter(made.SARA)
    taken = [replace(letter, number=f"HV-2026-0041-{ordinal}") for ordinal in (2, 11, 9)]
    voided = [replace(paper, state=PaperState.VOIDED) for paper in taken]
    assert next_ordinal([]) == 1
    assert next_ordinal(voided) == 12
