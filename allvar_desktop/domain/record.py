"""The meeting record (samtalsdokumentation): draft, then locked, then only dated addenda."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from allvar_desktop.domain.ids import AccountId, CommitmentId, MeetingId, PartyId, StatementId


class Section(StrEnum):
    """The ten sections of the record, in their order (domain.md §6)."""

    WELCOME = "welcome"
    REPORTED = "reported"
    CHILD = "child"
    GUARDIANS = "guardians"
    CONSEQUENCES = "consequences"
    LIFE = "life"
    SUPPORT = "support"
    AGREEMENT = "agreement"
    NEXT_CONTACT = "next_contact"
    LAST_WORD = "last_word"

    @property
    def text(self) -> str:
        return _SECTION_TEXTS[self]


_SECTION_TEXTS = {
    Section.WELCOME: "Välkommen och sekretess",
    Section.REPORTED: "Vad som rapporterats",
    Section.CHILD: "Barnets egen berättelse",
    Section.GUARDIANS: "Vårdnadshavarnas syn",
    Section.CONSEQUENCES: "Konsekvenser",
    Section.LIFE: "Skola, fritid, vänner, hälsa, hemma, trygghet",
    Section.SUPPORT: "Behov och erbjudande om stöd",
    Section.AGREEMENT: "Överenskommelse och frågan om medling",
    Section.NEXT_CONTACT: "Nästa kontakt",
    Section.LAST_WORD: "Barnets sista ord",
}

CHILD_VIEW_SECTIONS = (Section.CHILD, Section.LAST_WORD)


class SourceKind(StrEnum):
    """Who a statement comes from. PARTY goes with the party's own id, which says which guardian."""

    PARTY = "party"
    NOTICE = "notice"
    """What was reported in writing, by the police or somebody else who is not at the talk."""
    OWN_OBSERVATION = "own"


class StatementKind(StrEnum):
    """What a statement is; the three are never mixed in print."""

    FACT = "fact"
    VIEW = "view"
    ASSESSMENT = "assessment"

    @property
    def text(self) -> str:
        return _KIND_TEXTS[self]


_KIND_TEXTS = {
    StatementKind.FACT: "berättar",
    StatementKind.VIEW: "tycker",
    StatementKind.ASSESSMENT: "bedömning",
}


@dataclass(frozen=True, slots=True)
class Statement:
    """One line of the record. `source_party_id` is set when, and only when, `source` is PARTY."""

    id: StatementId
    meeting_id: MeetingId
    section: Section
    position: int
    text: str
    source: SourceKind
    source_party_id: PartyId | None
    kind: StatementKind
    is_withheld: bool = False
    """Lämnas inte ut till vårdnadshavare: never reaches a shared print."""


class Presence(StrEnum):
    """Attendance of one party (närvaro)."""

    CAME = "came"
    LATE = "late"
    ABSENT = "absent"

    @property
    def text(self) -> str:
        return _PRESENCE_TEXTS[self]


_PRESENCE_TEXTS = {Presence.CAME: "kom", Presence.LATE: "kom sent", Presence.ABSENT: "kom inte"}


@dataclass(frozen=True, slots=True)
class Attendance:
    """Whether a called party came; absent asks for a reason."""

    id: int
    meeting_id: MeetingId
    party_id: PartyId
    presence: Presence
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Commitment:
    """Who does what by when (åtagande); the staff's own count too (`party_id` None, `account_id` set)."""

    id: CommitmentId
    meeting_id: MeetingId
    text: str
    party_id: PartyId | None
    account_id: AccountId | None
    due: date | None
    is_withheld: bool = False
    """Lämnas inte ut till vårdnadshavare, like a statement so marked."""
    done: datetime | None = None


@dataclass(frozen=True, slots=True)
class Addendum:
    """A dated correction or addition to a locked record (tillägg)."""

    id: int
    meeting_id: MeetingId
    text: str
    account_id: AccountId
    written: datetime


class RecordState(StrEnum):
    """Whether a record may still be changed (*utkast, låst*)."""

    DRAFT = "draft"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class Record:
    """One meeting's record; `id` is the meeting's id."""

    id: MeetingId
    state: RecordState
    author_id: AccountId
    begun: datetime
    child_view_missing: str = ""
    """Why the child's own view is missing; empty when it is there (art. 12)."""
    locked: datetime | None = None
    locked_by: AccountId | None = None

    @property
    def is_locked(self) -> bool:
        return self.state is RecordState.LOCKED
