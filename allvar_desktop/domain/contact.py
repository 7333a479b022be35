"""Attempts to reach the family (kontaktförsök)."""

from dataclasses import dataclass
from enum import StrEnum

from allvar_desktop.domain.ids import AccountId, CaseId, PartyId
from allvar_desktop.domain.moment import Moment


class Channel(StrEnum):
    """How somebody was tried to be reached."""

    PHONE = "phone"
    SMS = "sms"
    HAND = "hand"
    LETTER = "letter"
    VISIT = "visit"

    @property
    def text(self) -> str:
        return _CHANNEL_TEXTS[self]


_CHANNEL_TEXTS = {
    Channel.PHONE: "telefon",
    Channel.SMS: "SMS utan innehåll",
    Channel.HAND: "lämnat för hand",
    Channel.LETTER: "brev",
    Channel.VISIT: "besök",
}


class ContactResult(StrEnum):
    """What came of the attempt. Not reached, declined and no-show are three different things."""

    REACHED = "reached"
    COMING = "coming"
    DECLINED = "declined"
    NO_ANSWER = "no_answer"
    SENT = "sent"
    WRONG_NUMBER = "wrong_number"

    @property
    def text(self) -> str:
        return _RESULT_TEXTS[self]

    @property
    def is_reached(self) -> bool:
        return self in (ContactResult.REACHED, ContactResult.COMING, ContactResult.DECLINED)


_RESULT_TEXTS = {
    ContactResult.REACHED: "nådd",
    ContactResult.COMING: "nådd, kommer",
    ContactResult.DECLINED: "nådd, tackade nej",
    ContactResult.NO_ANSWER: "inget svar",
    ContactResult.SENT: "skickat, inget svar än",
    ContactResult.WRONG_NUMBER: "fel nummer",
}


TAKEN_BACK = "contact_attempt"
"""The table that the correction of an attempt names which was taken back (*struken*): it stays readable."""


@dataclass(frozen=True, slots=True)
class ContactAttempt:
    """One attempt. `gate_reason` says why it was made although the police had not said yes."""

    id: int
    case_id: CaseId
    party_id: PartyId
    channel: Channel
    result: ContactResult
    at: Moment
    account_id: AccountId
    note: str = ""
    gate_reason: str = ""
