"""Whom to ask about while a new case is typed: may A learn where B is? (domain.md §4.3)."""

from collections.abc import Sequence

from allvar_desktop.domain.new_case import NewParty
from allvar_desktop.domain.party import PartyRole


def pair_questions(people: Sequence[NewParty]) -> tuple[tuple[int, int], ...]:
    """The places (reader, about) to ask for: each who is protected or unknown, and everybody else.

    A child and an adult it lives with know where the other is, so nothing is asked of them.
    """
    return tuple(
        (reader, about)
        for about, person in enumerate(people)
        for reader, other in enumerate(people)
        if reader != about and person.protection.is_protected and not _share_home(person, other)
    )


def _share_home(one: NewParty, other: NewParty) -> bool:
    for child, adult in ((one, other), (other, one)):
        if child.role is PartyRole.CHILD and adult.is_living_with_child:
            return True
    return False
