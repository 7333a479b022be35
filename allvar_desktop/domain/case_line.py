"""One line of a list of cases, and what a list may be narrowed by."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from allvar_desktop.domain.ids import AccountId, CaseId


class NextStep(StrEnum):
    """The one thing to do next in a case; each is a button with one word on it."""

    ASSESS_PROTECTION = "assess_protection"
    ASK_POLICE = "ask_police"
    CALL = "call"
    BOOK = "book"
    CHANGE_TIME = "change_time"
    WRITE_SUMMONS = "write_summons"
    OPEN_MEETING = "open_meeting"
    WRITE_SUMMARY = "write_summary"
    PRINT_SUMMARY = "print_summary"
    DECIDE_PRELIMINARY = "decide_preliminary"
    GIVE_DELAY_REASON = "give_delay_reason"
    FOLLOW_UP = "follow_up"
    CLOSE = "close"
    NOTHING = "nothing"

    @property
    def text(self) -> str:
        return _STEP_TEXTS[self]


_STEP_TEXTS = {
    NextStep.ASSESS_PROTECTION: "Skyddsbedöm",
    NextStep.ASK_POLICE: "Fråga polisen",
    NextStep.CALL: "Ring",
    NextStep.BOOK: "Boka",
    NextStep.CHANGE_TIME: "Ändra tid",
    NextStep.WRITE_SUMMONS: "Skriv kallelse",
    NextStep.OPEN_MEETING: "Öppna samtalet",
    NextStep.WRITE_SUMMARY: "Skriv sammanfattning",
    NextStep.PRINT_SUMMARY: "Skriv ut sammanfattning",
    NextStep.DECIDE_PRELIMINARY: "Förhandsbedöm",
    NextStep.GIVE_DELAY_REASON: "Ange orsak",
    NextStep.FOLLOW_UP: "Följ upp",
    NextStep.CLOSE: "Avsluta",
    NextStep.NOTHING: "Öppna",
}


@dataclass(frozen=True, slots=True)
class CaseLine:
    """What a list shows of a case. `clock_due` is None while there is no start time; instants in UTC."""

    case_id: CaseId
    number: str
    name: str
    name_key: str
    birth_date: date | None
    is_protected: bool
    handler_id: AccountId | None
    is_open: bool
    clock_due: datetime | None
    clock_stopped: datetime | None
    clock_ended: str
    is_uncertain: bool
    is_delay_explained: bool
    next_step: NextStep
    next_text: str
    next_due: date | None
    meeting_starts: datetime | None


class CaseOrder(StrEnum):
    """Columns a list of cases may be sorted by."""

    CLOCK = "clock"
    NUMBER = "number"
    NAME = "name"
    AGE = "age"
    HANDLER = "handler"


@dataclass(frozen=True, slots=True)
class CaseSort:
    """How a list is sorted, for whom.

    Only `reader`'s own and unassigned cases are placed by name or age, the others come after them by number:
    where a colleague's case stands must not tell what is not shown. None for a supervisor, who reads all.
    `handlers` are accounts in the order of their names.
    """

    order: CaseOrder = CaseOrder.CLOCK
    is_descending: bool = False
    reader: AccountId | None = None
    handlers: tuple[AccountId, ...] = ()


class ClockStage(StrEnum):
    """How far the 48 hours of a case have come, without a look at the time."""

    WAITING = "waiting"
    RUNNING = "running"
    STOPPED_IN_TIME = "in_time"
    STOPPED_LATE = "late"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """Own work by status, handler or deadline; never by what a person is or did (domain.md §7)."""

    handlers: tuple[AccountId | None, ...] = ()
    """Whose cases, None for those without a handler; empty for everybody's."""
    is_open: bool | None = True
    stage: ClockStage | None = None
    due_after: datetime | None = None
    """Only clocks that run out after this instant (UTC, exclusive)."""
    due_until: datetime | None = None
    """Only clocks that run out until this instant (UTC, inclusive)."""
