"""Looks for the same child while a new case is typed."""

from dataclasses import replace
from datetime import date

from allvar_desktop.domain.access import may_read
from allvar_desktop.domain.case_line import CaseLine
from allvar_desktop.domain.doubles import Double, KnownChild, find_doubles
from allvar_desktop.domain.ids import CaseId
from allvar_desktop.domain.search_key import fold
from allvar_desktop.services.access import require_casework
from allvar_desktop.services.search_terms import identity_terms
from allvar_desktop.services.session import Session

MOST_CANDIDATES = 60
_SHORTEST_WORD = 3


def likely_doubles(
    session: Session, name: str, identity_number: str, birth_date: date | None
) -> tuple[Double, ...]:
    """Children who are likely the same one; of a colleague's case only the number is shown.

    NotAllowedError for an account that sees no cases. Candidates come from the search terms alone: the
    identity number, and beginnings of the name's words.
    """
    require_casework(session)
    ids: dict[CaseId, None] = {}
    for term in identity_terms(identity_number):
        ids |= dict.fromkeys(session.tables.search_terms.find((term,), MOST_CANDIDATES))
    for word in fold(name).split():
        if len(word) >= _SHORTEST_WORD:
            ids |= dict.fromkeys(session.tables.search_terms.find((word[:4],), MOST_CANDIDATES))
    known = tuple(_known(session, line) for line in session.tables.case_lines.some(list(ids)))
    return tuple(map(_narrowed, find_doubles(name, identity_number, birth_date, known)))


def _narrowed(double: Double) -> Double:
    """Of a colleague's child nothing goes on to the page that was not typed on it."""
    child = double.child
    if child.may_be_shown:
        return double
    return replace(double, child=replace(child, name="", identity_number="", birth_date=None))


def _known(session: Session, line: CaseLine) -> KnownChild:
    child = session.tables.parties.where("case_id = ? AND role = 'child'", line.case_id)[0]
    return KnownChild(
        line.case_id,
        line.number,
        line.is_open,
        child.name,
        child.identity_number,
        child.birth_date,
        may_read(session.account, line.handler_id),
    )
