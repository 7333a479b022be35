"""The people of linked cases: never shown, only looked for in what is to be printed (domain.md §4.4)."""

from collections.abc import Iterable

from allvar_desktop.domain.case import CaseLink, LinkReason
from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.party import Party
from allvar_desktop.services.session import Session


def linked_people(session: Session, facts: CaseFacts) -> tuple[Party, ...]:
    """Everybody in the linked cases, earlier cases about the same child left out.

    The linked cases need not have been opened: nothing of them reaches a page.
    """
    wanted = (link for link in facts.links if link.reason is not LinkReason.EARLIER_CASE)
    return _people(session, facts, wanted)


def same_event_people(session: Session, facts: CaseFacts) -> tuple[Party, ...]:
    """Everybody in the cases about the same event; siblings' cases are the same family's."""
    return _people(session, facts, (link for link in facts.links if link.reason is LinkReason.SAME_EVENT))


def _people(session: Session, facts: CaseFacts, links: Iterable[CaseLink]) -> tuple[Party, ...]:
    others = [link.other_id if link.case_id == facts.case.id else link.case_id for link in links]
    return tuple(party for other in others for party in session.tables.parties.where("case_id = ?", other))
