"""*Sök*: by name, identity number and case number, and by nothing else (domain.md §7)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from allvar_desktop.domain.access import may_read, without_details
from allvar_desktop.domain.act import Act
from allvar_desktop.domain.case import ORDINAL_DIGITS
from allvar_desktop.domain.identity_number import first_digits
from allvar_desktop.domain.ids import CaseId
from allvar_desktop.domain.search_hit import SearchHit, SearchHits
from allvar_desktop.domain.search_key import fold, search_terms
from allvar_desktop.services.access import require_casework
from allvar_desktop.services.session import Session

MOST_HITS = 50
LONGEST_QUERY = 100
SEARCHABLE = "Sök på namn, personnummer eller ärendenummer. Inget annat går att söka på."
_CASE_NUMBER = re.compile(r"([a-z{|}]{1,6}) ?([0-9]{4}) ?([0-9]{0,6})")


def search(session: Session, text: str, limit: int = MOST_HITS) -> SearchHits:
    """Cases with a person, or a number, that each word of `text` begins; colleagues' ones without details.

    What was searched is logged by `log_search`, when a hit is opened or two seconds after the last key.
    """
    require_casework(session)
    account = session.account
    reader = None if account.is_supervisor else account.id
    terms = session.tables.search_terms
    found = terms.hits(search_words(text), reader, limit)
    number = _filled_number(text)
    if number:
        found = _led_by(terms.hits((number,), reader, 1).hits, found, limit)
    return replace(found, hits=tuple(_narrowed(session, hit) for hit in found.hits))


def log_search(session: Session, shown: Sequence[CaseId]) -> None:
    """One entry with the numbers of the cases that were shown, never the words."""
    lines = session.tables.case_lines.some(shown[:MOST_HITS])
    with session.action(Act.SEARCHED, obj=f"cases:{' '.join(line.number for line in lines)}"):
        pass


def search_words(text: str) -> tuple[str, ...]:
    """The folded words of a query; an identity or a case number, however it is written, is one word."""
    query = text[:LONGEST_QUERY]
    case_number = _CASE_NUMBER.fullmatch(fold(query))
    if case_number:
        return ("".join(case_number.groups("")),)
    digits = first_digits(query)
    return (digits,) if digits else search_terms(query)


def _filled_number(text: str) -> str:
    """The case number meant by one without its zeros: ``HV-2026-41`` → ``hv20260041``; else empty."""
    typed = _CASE_NUMBER.fullmatch(fold(text[:LONGEST_QUERY]))
    if typed is None or not typed[3] or typed[3].startswith("0") or len(typed[3]) >= ORDINAL_DIGITS:
        return ""
    return f"{typed[1]}{typed[2]}{typed[3].zfill(ORDINAL_DIGITS)}"


def _led_by(first: tuple[SearchHit, ...], found: SearchHits, limit: int) -> SearchHits:
    """The hits with `first` before them: whatever else begins so, the case that was meant is seen."""
    led = {hit.line.case_id for hit in first}
    hits = (*first, *(hit for hit in found.hits if hit.line.case_id not in led))
    return SearchHits(hits[:limit], found.has_more or len(hits) > limit)


def _narrowed(session: Session, hit: SearchHit) -> SearchHit:
    if may_read(session.account, hit.line.handler_id):
        return hit
    return SearchHit(without_details(hit.line), hit.role, "")
