"""*Sök*: by name, identity number and case number, and by nothing else (domain.md §7)."""

import re
from collections.abc import Sequence

from allvar_desktop.domain.access import may_read
from allvar_desktop.domain.act import Act
from allvar_desktop.domain.case_line import CaseLine
from allvar_desktop.domain.identity_number import search_prefixes
from allvar_desktop.domain.ids import CaseId
from allvar_desktop.domain.search_key import fold, search_terms
from allvar_desktop.services.access import narrowed, require_casework
from allvar_desktop.services.session import Session

MOST_HITS = 50
_CASE_NUMBER = re.compile(r"([a-z{|}]{1,6}) ?([0-9]{4}) ?([0-9]{0,6})")
LONGEST_QUERY = 100


def search(session: Session, text: str, limit: int = MOST_HITS) -> tuple[CaseLine, ...]:
    """Cases with a person, or a number, that each word of `text` begins; colleagues' ones without details.

    What was searched is logged by `log_search`, when a hit is opened or two seconds after the last key.
    """
    require_casework(session)
    words = search_words(text)
    if not words:
        return ()
    return narrowed(session, session.tables.case_lines.some(session.tables.search_terms.find(words, limit)))


def log_search(session: Session, shown: Sequence[CaseId]) -> None:
    """One entry with the case numbers that were shown, never the words."""
    ids = " ".join(str(case_id) for case_id in shown[:MOST_HITS])
    with session.action(Act.SEARCHED, obj=f"cases:{ids}"):
        pass


def search_words(text: str) -> tuple[str, ...]:
    """The folded words of a query; an identity or a case number, however it is written, is one word."""
    query = text[:LONGEST_QUERY]
    case_number = _CASE_NUMBER.fullmatch(fold(query))
    if case_number:
        return ("".join(case_number.groups("")),)
    return search_prefixes(query)[:1] or search_terms(query)


def may_open_freely(session: Session, line: CaseLine) -> bool:
    """Whether opening the hit asks for no reason."""
    return may_read(session.account, line.handler_id) or line.case_id in session.opened
