"""Everything that one summons letter says to one reader (kallelse)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from allvar_desktop.documents.letter_page import missing_in_sender
from allvar_desktop.documents.letter_texts import Addressee, Variant
from allvar_desktop.documents.missing import missing_among
from allvar_desktop.documents.page_frame import PaperIdentity
from allvar_desktop.documents.recipient import Recipient, missing_in_recipient
from allvar_desktop.domain.problem import Problem
from allvar_desktop.domain.settings import Letterhead, Window


class Reason(StrEnum):
    """The two wordings of why, both without guilt: *en händelse den …*, *uppgift om misstanke om …*."""

    EVENT = "event"
    SUSPICION = "suspicion"


class Police(StrEnum):
    """Whether a police officer will be there; NO says nothing about it."""

    NO = "no"
    IF_POSSIBLE = "if_possible"
    COMING = "coming"


@dataclass(frozen=True, slots=True)
class SummonsValue:
    """One letter to one reader. It says of other persons only what stands in `others` and `also_present`.

    When one guardian may not learn of the other, those two are what must be left empty. `starts` and `ends`
    are aware instants, the end exclusive. `child` is the name that the letter uses for the child.
    """

    paper: PaperIdentity
    sender: Letterhead
    window: Window
    recipient: Recipient
    written_on: date
    case_number: str
    addressee: Addressee
    child: str
    event_day: date | None
    starts: datetime
    ends: datetime
    place: str
    signer: str
    signer_title: str
    contact_phone: str
    room: str = ""
    arrival: str = ""
    """A sentence on finding the way in: ``Anmäl dig i receptionen.``"""
    reason: Reason = Reason.EVENT
    suspicion: str = ""
    """What the suspicion is about, as in *misstanke om snatteri*; needed for that wording only."""
    is_told_by_police: bool = True
    is_event_day_approximate: bool = False
    others: tuple[str, ...] = ()
    """Others who are called, as this reader may know them: ``Jonas Wik``, ``dina vårdnadshavare``."""
    colleagues: tuple[str, ...] = ()
    """Others from the unit, beside the signer."""
    police: Police = Police.NO
    also_present: tuple[str, ...] = ()
    """Others from outside who have consent or a ground: ``kurator Mia Prov från skolan``."""
    interpreter_language: str = ""
    """The language that an interpreter is booked for, for this reader; empty when none is."""
    talk_label: str = "samtal"
    variant: Variant = Variant.STANDARD
    language: str = "sv"


def missing_in_summons(value: SummonsValue) -> tuple[Problem, ...]:
    """A problem for each field that stops the letter (domain.md §4.5), by the value's own field names."""
    suspicion = value.suspicion if value.reason is Reason.SUSPICION else "not needed"
    own = missing_among(
        [
            ("child", "Barnets namn saknas.", value.child),
            ("event_day", "Dagen för händelsen saknas.", value.event_day),
            ("suspicion", "Vad misstanken gäller saknas.", suspicion),
            ("place", "Platsen för samtalet saknas.", value.place),
            ("signer", "Namnet på den som skriver under saknas.", value.signer),
            ("signer_title", "Titeln på den som skriver under saknas.", value.signer_title),
            ("contact_phone", "Telefonnumret att ringa saknas.", value.contact_phone),
            ("case_number", "Ärendets nummer saknas.", value.case_number),
            ("talk_label", "Namnet på samtalet saknas.", value.talk_label),
            ("paper.number", "Handlingens nummer saknas.", value.paper.number),
            ("paper.log_mark", "Loggens märke saknas.", value.paper.log_mark),
        ]
    )
    return (*missing_in_sender(value.sender), *missing_in_recipient(value.recipient), *own)
