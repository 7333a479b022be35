"""Why a 48-hour clock ended without a talk, why it was late, and what stood beside it."""

from dataclasses import dataclass
from enum import StrEnum

from allvar_desktop.domain.ids import AccountId, CaseId
from allvar_desktop.domain.moment import Moment


class EndingReason(StrEnum):
    """Reasons that end a clock: it then counts as not held, never as late or in time (domain.md §3)."""

    DECLINED = "declined"
    OTHER_MEASURE = "other_measure"
    TRANSFERRED = "transferred"
    NOT_RELEVANT = "not_relevant"
    NOT_REACHED = "not_reached"

    @property
    def text(self) -> str:
        return _ENDING_TEXTS[self]

    @property
    def needs_supervisor(self) -> bool:
        """Only the supervisor may close a case as not reached."""
        return self is EndingReason.NOT_REACHED


_ENDING_TEXTS = {
    EndingReason.DECLINED: "tackade nej",
    EndingReason.OTHER_MEASURE: "annan åtgärd i stället",
    EndingReason.TRANSFERRED: "flyttad",
    EndingReason.NOT_RELEVANT: "inte aktuellt",
    EndingReason.NOT_REACHED: "ej nådd (avslutat av gruppledare)",
}


@dataclass(frozen=True, slots=True)
class ClockEnding:
    """The recorded reason that ended the clock of one event."""

    id: int
    case_id: CaseId
    event_no: int
    reason: EndingReason
    at: Moment
    account_id: AccountId
    asked_by: str = ""
    measure: str = ""
    """Code of the measure used instead of a talk (domain.md §10); empty for other reasons."""
    note: str = ""


class DelayReason(StrEnum):
    """Why it took longer: facts, not blame (domain.md §9)."""

    NOT_REACHED = "not_reached"
    POLICE_ASKED_TO_WAIT = "police_wait"
    FAMILY_REBOOKED = "family_rebooked"
    NO_INTERPRETER = "no_interpreter"
    ILLNESS = "illness"
    LACK_OF_RESOURCES = "resources"
    CAME_IN_LATE = "came_late"
    OTHER = "other"

    @property
    def text(self) -> str:
        return _DELAY_TEXTS[self]


_DELAY_TEXTS = {
    DelayReason.NOT_REACHED: "ej nådd",
    DelayReason.POLICE_ASKED_TO_WAIT: "polisen bad vänta",
    DelayReason.FAMILY_REBOOKED: "familjen bokade om",
    DelayReason.NO_INTERPRETER: "tolk saknades",
    DelayReason.ILLNESS: "sjukdom",
    DelayReason.LACK_OF_RESOURCES: "resursbrist",
    DelayReason.CAME_IN_LATE: "sent inkommen",
    DelayReason.OTHER: "annat",
}


@dataclass(frozen=True, slots=True)
class Delay:
    """A recorded reason for lateness of one event's clock."""

    id: int
    case_id: CaseId
    event_no: int
    reason: DelayReason
    at: Moment
    account_id: AccountId
    note: str = ""


@dataclass(frozen=True, slots=True)
class Pause:
    """Something that made the unit wait. It never stops the clock; it is shown beside it."""

    id: int
    case_id: CaseId
    event_no: int
    reason: DelayReason
    begins: Moment
    ends: Moment | None
    account_id: AccountId
    note: str = ""
