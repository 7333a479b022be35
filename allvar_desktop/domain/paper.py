"""Printed paper and what became of it (framställd, utskriven, makulerad)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from allvar_desktop.domain.ids import AccountId, CaseId, MeetingId, PaperId, PartyId


class PaperKind(StrEnum):
    """What sort of paper (handling)."""

    SUMMONS = "summons"
    SUMMARY = "summary"
    FAMILY_COPY = "family_copy"

    @property
    def text(self) -> str:
        return _KIND_TEXTS[self]


_KIND_TEXTS = {
    PaperKind.SUMMONS: "Kallelse",
    PaperKind.SUMMARY: "Sammanfattning av samtalet",
    PaperKind.FAMILY_COPY: "Familjens exemplar",
}


class PaperState(StrEnum):
    """ISSUED: bytes stored, not yet known whether it came out of the printer right."""

    ISSUED = "issued"
    PRINTED = "printed"
    VOIDED = "voided"

    @property
    def text(self) -> str:
        return _STATE_TEXTS[self]


_STATE_TEXTS = {
    PaperState.ISSUED: "framställd",
    PaperState.PRINTED: "utskriven",
    PaperState.VOIDED: "makulerad",
}


@dataclass(frozen=True, slots=True)
class Paper:
    """One issued paper without its bytes. `number` is never reused; `sha256` is of the stored bytes."""

    id: PaperId
    number: str
    kind: PaperKind
    case_id: CaseId
    meeting_id: MeetingId | None
    recipient_id: PartyId | None
    state: PaperState
    issued: datetime
    account_id: AccountId
    sha256: str
    log_mark: str
    """Eight characters of the log's chain at the time, also on the paper."""
    state_reason: str = ""
    state_changed: datetime | None = None
    printed: datetime | None = None
    """When it came out of the printer right, also of one that was voided later; None while it has not."""


def paper_number(case_number: str, ordinal: int) -> str:
    """``HV-2026-0041-3``: the third paper of that case."""
    return f"{case_number}-{ordinal}"


def next_ordinal(papers: Iterable[Paper]) -> int:
    """One more than the highest in a case; a number that was taken stays taken, voided or not."""
    return max((int(paper.number.rpartition("-")[2]) for paper in papers), default=0) + 1
