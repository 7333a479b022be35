"""A corrected value: the old one stays readable beside the new (GDPR art. 16)."""

from dataclasses import dataclass
from datetime import datetime

from allvar_desktop.domain.ids import AccountId, CaseId

HANDED_OVER = "case_file"
"""The table that a row names which tells of a change of handler."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One changed field of one row. `old` and `new` are the values as a person reads them."""

    id: int
    case_id: CaseId
    table_name: str
    row_id: int
    field: str
    old: str
    new: str
    reason: str
    account_id: AccountId
    made: datetime
