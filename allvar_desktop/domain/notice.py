"""What came in (underrättelse, orosanmälan), and the two assessments each notice starts."""

from dataclasses import dataclass
from enum import StrEnum

from allvar_desktop.domain.ids import AccountId, CaseId, NoticeId
from allvar_desktop.domain.moment import Moment


class NoticeKind(StrEnum):
    """By which law a notice came in (*underrättelse, orosanmälan*)."""

    SECTION_34 = "lul_34"
    SECTION_6 = "lul_6"
    CONCERN = "concern"
    OTHER = "other"

    @property
    def text(self) -> str:
        return _KIND_TEXTS[self]


_KIND_TEXTS = {
    NoticeKind.SECTION_34: "Underrättelse 34 § LUL",
    NoticeKind.SECTION_6: "Underrättelse 6 § LUL",
    NoticeKind.CONCERN: "Orosanmälan",
    NoticeKind.OTHER: "Annat",
}


class Arrival(StrEnum):
    """How the notice reached the unit."""

    COURIER = "courier"
    POST = "post"
    PHONE = "phone"
    ELECTRONIC = "electronic"
    ON_CALL = "on_call"
    VISIT = "visit"

    @property
    def text(self) -> str:
        return _ARRIVAL_TEXTS[self]


_ARRIVAL_TEXTS = {
    Arrival.COURIER: "bud",
    Arrival.POST: "post",
    Arrival.PHONE: "telefon",
    Arrival.ELECTRONIC: "e-post eller e-tjänst",
    Arrival.ON_CALL: "socialjouren",
    Arrival.VISIT: "besök",
}


class MayBeTold(StrEnum):
    """Whether the police say that the family may be told yet (får underrättas)."""

    YES = "yes"
    NO = "no"
    NOT_ASKED = "not_asked"

    @property
    def text(self) -> str:
        return _TOLD_TEXTS[self]


_TOLD_TEXTS = {MayBeTold.YES: "ja", MayBeTold.NO: "nej, vänta", MayBeTold.NOT_ASKED: "inte frågat"}


class Mediation(StrEnum):
    """What the child has answered about mediation (medling)."""

    NOT_ASKED = "not_asked"
    POSITIVE = "positive"
    NEGATIVE = "negative"

    @property
    def text(self) -> str:
        return _MEDIATION_TEXTS[self]


_MEDIATION_TEXTS = {
    Mediation.NOT_ASKED: "inte tillfrågad",
    Mediation.POSITIVE: "tillfrågad, positiv",
    Mediation.NEGATIVE: "tillfrågad, vill inte",
}


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice. Notices about the same event share `event_no`, and with it one 48-hour clock."""

    id: NoticeId
    case_id: CaseId
    event_no: int
    kind: NoticeKind
    arrival: Arrival
    received: Moment
    is_first_emptying: bool = False
    """Found in the post at the first emptying: counts as the previous working day (domain.md §3)."""
    names_suspicion: bool = True
    reported: Moment | None = None
    offence: Moment | None = None
    sender: str = ""
    reference: str = ""
    event_text: str = ""
    may_be_told: MayBeTold = MayBeTold.NOT_ASKED
    told_by: str = ""
    told_at: Moment | None = None
    is_interview_held: bool = False
    mediation: Mediation = Mediation.NOT_ASKED


class ProtectionResult(StrEnum):
    """The answer of the immediate protection assessment (omedelbar skyddsbedömning)."""

    NO_NEED = "no_need"
    NEED = "need"

    @property
    def text(self) -> str:
        return "omedelbart skydd behövs" if self is ProtectionResult.NEED else "inget omedelbart skyddsbehov"


@dataclass(frozen=True, slots=True)
class ProtectionAssessment:
    """Made for one notice; `result` is None when it was left out, and then `reason` says why."""

    id: int
    notice_id: NoticeId
    made: Moment
    account_id: AccountId
    result: ProtectionResult | None
    reason: str = ""


class PreliminaryDecision(StrEnum):
    """How the förhandsbedömning ended."""

    OPEN_INQUIRY = "open_inquiry"
    NO_INQUIRY = "no_inquiry"
    INQUIRY_ALREADY_OPEN = "already_open"

    @property
    def text(self) -> str:
        return _DECISION_TEXTS[self]


_DECISION_TEXTS = {
    PreliminaryDecision.OPEN_INQUIRY: "inleda utredning",
    PreliminaryDecision.NO_INQUIRY: "inte inleda utredning",
    PreliminaryDecision.INQUIRY_ALREADY_OPEN: "behövs inte, utredning pågår redan",
}


@dataclass(frozen=True, slots=True)
class PreliminaryAssessment:
    """The decision for one notice; `reason` holds the synnerliga skäl when it took longer than 14 days."""

    id: int
    notice_id: NoticeId
    made: Moment
    account_id: AccountId
    decision: PreliminaryDecision
    reason: str = ""
