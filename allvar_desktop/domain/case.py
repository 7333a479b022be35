"""One child's matter, from notice to closing (ärende)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from allvar_desktop.domain.ids import AccountId, CaseId


class CaseState(StrEnum):
    """Whether a case is being worked on (*pågående, avslutat*)."""

    OPEN = "open"
    CLOSED = "closed"


class OpenReason(StrEnum):
    """Why somebody else's case is opened; logged and listed to the supervisor (domain.md §7)."""

    COVER = "cover"
    CONSULT = "consult"
    ON_CALL = "on_call"
    OTHER = "other"

    @property
    def text(self) -> str:
        return _OPEN_TEXTS[self]


_OPEN_TEXTS = {
    OpenReason.COVER: "täcker upp",
    OpenReason.CONSULT: "samråd",
    OpenReason.ON_CALL: "jour",
    OpenReason.OTHER: "annat",
}


@dataclass(frozen=True, slots=True)
class Case:
    """An ärende. `opened` and `closed` are instants in UTC; `handler_id` is None while unassigned."""

    id: CaseId
    number: str
    handler_id: AccountId | None
    state: CaseState
    opened: datetime
    closed: datetime | None = None
    close_note: str = ""
    both_guardians_note: str = ""
    """Why not both guardians are called (domain.md §4.2); empty while both are."""

    @property
    def is_open(self) -> bool:
        return self.state is CaseState.OPEN


class LinkReason(StrEnum):
    """Why two cases know of each other; shown to the worker only, never on paper."""

    SAME_EVENT = "same_event"
    EARLIER_CASE = "earlier_case"
    SIBLING = "sibling"

    @property
    def text(self) -> str:
        return _LINK_TEXTS[self]


_LINK_TEXTS = {
    LinkReason.SAME_EVENT: "samma händelse",
    LinkReason.EARLIER_CASE: "tidigare ärende om samma barn",
    LinkReason.SIBLING: "syskon",
}


@dataclass(frozen=True, slots=True)
class CaseLink:
    """Two linked cases; stored once, with the lower id first."""

    id: int
    case_id: CaseId
    other_id: CaseId
    reason: LinkReason


ORDINAL_DIGITS = 4
"""Digits of a case's place in its year, at least, filled with zeros."""


def case_number(prefix: str, year: int, ordinal: int) -> str:
    """``HV-2026-0041``: the unit's letters, the year, and the case's place in that year."""
    return f"{prefix}-{year:04d}-{ordinal:0{ORDINAL_DIGITS}d}"
