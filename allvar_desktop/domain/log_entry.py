"""A line of the log as a supervisor reads it: who, when, what, which case, and no child's name."""

from dataclasses import dataclass
from datetime import datetime

from allvar_desktop.domain.act import Act
from allvar_desktop.domain.ids import AccountId


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One entry, without its chain value."""

    number: int
    at: datetime
    account_id: AccountId
    act: Act
    case_number: str
    obj: str
