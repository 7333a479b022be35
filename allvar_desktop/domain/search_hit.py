"""What a search by name, identity number or case number finds."""

from dataclasses import dataclass

from allvar_desktop.domain.case_line import CaseLine
from allvar_desktop.domain.party import PartyRole


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A case that was found, and through whom: the child, or another of the family."""

    line: CaseLine
    role: PartyRole
    name: str


@dataclass(frozen=True, slots=True)
class SearchHits:
    """The hits that are shown; with `has_more` there are others, and more letters would tell them apart."""

    hits: tuple[SearchHit, ...] = ()
    has_more: bool = False
