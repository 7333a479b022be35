"""Who may learn where somebody else is: A får, eller får inte, få veta var B finns (domain.md §4.3)."""

from enum import StrEnum

from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.party import Party, PartyRole


class Knowledge(StrEnum):
    """Whether one person may learn where another is."""

    MAY = "may"
    MAY_NOT = "may_not"
    UNANSWERED = "unanswered"


def knowledge(facts: CaseFacts, reader: Party, about: Party) -> Knowledge:
    """The recorded answer.

    Without one: free for who is not protected, and between a child and who it lives with. A child that lives
    with somebody whom the reader may not find is asked about too: where the child is, that person is.
    """
    pair = facts.pair(reader.id, about.id)
    if pair is not None:
        return Knowledge.MAY if pair.may_know else Knowledge.MAY_NOT
    if _share_home(reader, about) or _share_home(about, reader):
        return Knowledge.MAY
    if about.protection.is_protected or _lives_with_hidden(facts, reader, about):
        return Knowledge.UNANSWERED
    return Knowledge.MAY


def may_learn(facts: CaseFacts, reader: Party, about: Party) -> bool:
    """Whether `reader` surely may learn where `about` is: protected or unknown without an answer means no."""
    return knowledge(facts, reader, about) is Knowledge.MAY


def joint_meeting_conflicts(facts: CaseFacts, called: tuple[Party, ...]) -> tuple[tuple[Party, Party], ...]:
    """Pairs (reader, about) called to one table although the reader may not learn where the other is."""
    return pairs_with(facts, called, Knowledge.MAY_NOT)


def pairs_with(
    facts: CaseFacts, called: tuple[Party, ...], answer: Knowledge
) -> tuple[tuple[Party, Party], ...]:
    """Pairs (reader, about) of the family among those called for whom `answer` holds."""
    family = [party for party in called if party.role.is_family]
    return tuple(
        (reader, about)
        for reader in family
        for about in family
        if reader.id != about.id and knowledge(facts, reader, about) is answer
    )


def _share_home(child: Party, adult: Party) -> bool:
    return child.role is PartyRole.CHILD and adult.is_living_with_child


def _lives_with_hidden(facts: CaseFacts, reader: Party, about: Party) -> bool:
    at_home = (adult for adult in facts.family if adult.id != reader.id and _share_home(about, adult))
    return any(not may_learn(facts, reader, adult) for adult in at_home)
