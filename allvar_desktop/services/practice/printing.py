"""Prints the papers of a talk as a handler does: looks, prints, and says that they came out right."""

from allvar_desktop.domain.ids import MeetingId
from allvar_desktop.domain.paper import PaperKind
from allvar_desktop.domain.party import Protection
from allvar_desktop.services import papers
from allvar_desktop.services.family_copies import prepare_family_copies
from allvar_desktop.services.prepared import PaperChoices, PreparedPaper
from allvar_desktop.services.session import Session
from allvar_desktop.services.summaries import prepare_summary
from allvar_desktop.services.summonses import prepare_summonses


def print_papers(session: Session, meeting_id: MeetingId, kind: PaperKind) -> None:
    """Every paper of that kind for the talk; to protected people it is handed over. Raises as `issue`."""
    for prepared in _prepared(session, meeting_id, kind):
        paper = papers.issue(session, prepared)
        papers.confirm_printed(session, paper.id)


def _prepared(session: Session, meeting_id: MeetingId, kind: PaperKind) -> tuple[PreparedPaper, ...]:
    if kind is PaperKind.SUMMARY:
        return (prepare_summary(session, meeting_id),)
    facts = session.facts(session.tables.meetings.get(meeting_id).case_id)
    by_hand = frozenset(
        party.id
        for party in facts.family
        if party.protection is Protection.PROTECTED_REGISTRATION or not party.has_full_address
    )
    choices = PaperChoices(by_hand=by_hand)
    if kind is PaperKind.SUMMONS:
        return prepare_summonses(session, meeting_id, choices)
    return prepare_family_copies(session, meeting_id, choices)
