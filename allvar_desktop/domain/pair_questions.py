"""Whom to ask about while a new case is typed: may A learn where B is? (domain.md §4.3)."""

from collections.abc import Sequence

from allvar_desktop.domain.new_case import NewParty
from allvar_desktop.domain.party import PartyRole, Protection


def pair_questions(people: Sequence[NewParty]) -> tuple[tuple[int, int], ...]:
    """The places (reader, about) to ask for: each who is protected or unknown, and everybody else.

    A child and an adult it lives with know where the other is, so nothing is asked of them. A child that
    lives with somebody protected is asked about like that person: where the child is, the other is.
    """
    return tuple(
        (reader, about)
        for about, person in enumerate(people)
        for reader, other in enumerate(people)
        if reader != about and _is_hidden(person, people) and not _share_home(person, other)
    )


def _is_hidden(person: NewParty, people: Sequence[NewParty]) -> bool:
    if person.protection.is_protected or person.role is not PartyRole.CHILD:
        return person.protection.is_protected
    at_home = (adult.protection for adult in people if adult.is_living_with_child)
    return any(
        kind.is_protected and kind is not Protection.UNKNOWN for kind in at_home
    )  # unknown: asked first


def _share_home(one: NewParty, other: NewParty) -> bool:
    for child, adult in ((one, other), (other, one)):
        if child.role is PartyRole.CHILD and adult.is_living_with_child:
            return True
    return False
