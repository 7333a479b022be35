"""Why a 48-hour clock ended without a talk, why it was late, and what stood beside it."""

from dataclasses import dataclass
from enum import StrEnum

from allvar_desktop.domain.deadlines import Ending, EndReason
from allvar_desktop.domain.ids import AccountId, CaseId
from allvar_desktop.domain.moment import Moment


def needs_supervisor(reason: EndReason) -> bool:
    """Only the supervisor may end a clock as not reached."""
    return reason is EndReason.NOT_REACHED


@dataclass(frozen=True, slots=True)
class ClockEnding:
    """The recorded reason that ended the clock of one event."""

    id: int
    case_id: CaseId
    event_no: int
    reason: EndReason
    at: Moment
    account_id: AccountId
    asked_by: str = ""
    measure: str = ""
    """Code of the measure used instead of a talk (domain.md §10); empty for other reasons."""
    note: str = ""

    @property
    def ending(self) -> Ending:
        """What a deadline needs to know of it."""
        return Ending(self.reason, self.at)


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
