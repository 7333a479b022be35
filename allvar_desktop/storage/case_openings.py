"""Openings of colleagues' cases, listed to the supervisor."""

from dataclasses import dataclass
from datetime import datetime

from allvar_desktop.domain.case import OpenReason
from allvar_desktop.domain.ids import AccountId, CaseId


@dataclass(frozen=True, slots=True)
class CaseOpening:
    """Who opened whose case, when and why."""

    id: int
    case_id: CaseId
    account_id: AccountId
    reason: OpenReason
    note: str
    opened: datetime
