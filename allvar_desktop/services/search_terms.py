"""Which words lead to a person: of the name, the identity number, and the case number (domain.md §7)."""

from allvar_desktop.domain.party import Party
from allvar_desktop.domain.search_key import fold, search_terms
from allvar_desktop.services.session import Session


def index_party(session: Session, party: Party) -> None:
    """Renew the terms of a family member; people from outside are not found by search."""
    if not party.role.is_family:
        return
    number = session.tables.cases.get(party.case_id).number
    terms = [*search_terms(party.name), *number_terms(number)]
    if party.identity_number:
        terms += identity_terms(party.identity_number)
    session.tables.search_terms.replace(party.id, party.case_id, terms)


def number_terms(case_number: str) -> list[str]:
    """``HV-2026-0041`` is found by all of it, by year and place, and by its place alone."""
    prefix, year, ordinal = fold(case_number).split(" ")
    return [f"{prefix}{year}{ordinal}", f"{year}{ordinal}", ordinal]


def identity_terms(identity: str) -> list[str]:
    """Twelve digits, and the ten that people say, so that both beginnings find it."""
    if len(identity) == 12 and identity.isdigit():
        return [identity, identity[2:]]
    return []  # "annat nummer" is shown, not searched
