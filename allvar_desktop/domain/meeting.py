"""The talk itself (allvarssamtal): its booking and what became of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from allvar_desktop.domain.ids import AccountId, CaseId, MeetingId, PartyId


class MeetingState(StrEnum):
    """Preliminary until each participant from outside has a consent or a ground."""

    PRELIMINARY = "preliminary"
    BOOKED = "booked"
    ONGOING = "ongoing"
    HELD = "held"
    MOVED = "moved"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"

    @property
    def text(self) -> str:
        return _STATE_TEXTS[self]

    @property
    def is_coming(self) -> bool:
        """Still to take place, or taking place now."""
        return self.may_change or self is MeetingState.ONGOING

    @property
    def may_change(self) -> bool:
        """Whether it can be moved or cancelled: a talk that has begun cannot."""
        return self in (MeetingState.PRELIMINARY, MeetingState.BOOKED)


_STATE_TEXTS = {
    MeetingState.PRELIMINARY: "preliminär",
    MeetingState.BOOKED: "bokad",
    MeetingState.ONGOING: "pågår",
    MeetingState.HELD: "hållet",
    MeetingState.MOVED: "flyttad",
    MeetingState.CANCELLED: "inställd",
    MeetingState.NO_SHOW: "uteblev",
}


class AskedBy(StrEnum):
    """Who asked for a move or a cancellation."""

    FAMILY = "family"
    POLICE = "police"
    UNIT = "unit"
    INTERPRETER = "interpreter"
    OTHER = "other"

    @property
    def text(self) -> str:
        return _ASKED_TEXTS[self]


_ASKED_TEXTS = {
    AskedBy.FAMILY: "familjen",
    AskedBy.POLICE: "polisen",
    AskedBy.UNIT: "enheten",
    AskedBy.INTERPRETER: "tolken",
    AskedBy.OTHER: "annan",
}


class InterpreterMode(StrEnum):
    """How the interpreter (*tolk*) takes part."""

    ON_SITE = "on_site"
    PHONE = "phone"

    @property
    def text(self) -> str:
        return "på plats" if self is InterpreterMode.ON_SITE else "på telefon"


@dataclass(frozen=True, slots=True)
class Meeting:
    """A booked talk. `starts` is an instant in UTC, `minutes` its planned length.

    `began` and `ended` are what happened; *held* counts from `began` (domain.md §3).
    """

    id: MeetingId
    case_id: CaseId
    event_no: int
    starts: datetime
    minutes: int
    room: str
    place: str
    handler_id: AccountId
    state: MeetingState
    interpreter_language: str = ""
    interpreter_mode: InterpreterMode | None = None
    clash_reason: str = ""
    """Why it was booked in spite of a clash; empty when nothing clashed."""
    state_reason: str = ""
    asked_by: AskedBy | None = None
    replaced_by: MeetingId | None = None
    began: datetime | None = None
    ended: datetime | None = None
    booked: datetime | None = None
    state_changed: datetime | None = None

    @property
    def ends(self) -> datetime:
        """The planned end, exclusive."""
        return self.starts + timedelta(minutes=self.minutes)


@dataclass(frozen=True, slots=True)
class Participant:
    """A party who is called to a meeting."""

    id: int
    meeting_id: MeetingId
    party_id: PartyId
