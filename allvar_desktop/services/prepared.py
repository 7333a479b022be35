"""A paper before it is issued: what was asked for, the checks that were made, and the very bytes."""

from dataclasses import dataclass, field

from allvar_desktop.domain.act import Act
from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.gate import Check
from allvar_desktop.domain.ids import CaseId, MeetingId, PartyId
from allvar_desktop.domain.paper import PaperKind
from allvar_desktop.services.session import Session


@dataclass(frozen=True, slots=True)
class PaperChoices:
    """What the user chooses on the preview page. The parties are recipients."""

    by_hand: frozenset[PartyId] = frozenset()
    """Handed over: the paper holds no address."""
    easy: frozenset[PartyId] = frozenset()
    """*Lättläst*, meant for the child."""
    is_suspicion_named: bool = False
    """*Uppgift om misstanke om …* in place of *en händelse den …*; then `suspicion` says of what."""
    suspicion: str = ""
    is_police_sure: bool = False
    """An officer who is called comes for certain; else *om det går att ordna*."""
    arrival: str = ""
    """How to find the way in: ``Anmäl dig i receptionen.``"""


@dataclass(frozen=True, slots=True)
class PaperOrder:
    """Everything that, with the facts of the case, decides the bytes: what is needed to make them again.

    `log_mark` is eight characters of the log's head as it stood right after the entry of the preparation.
    That entry stays in the chain for good, so the mark on a paper can be looked up in the log however much is
    logged between the preview and the print; and the previewed bytes are the printed ones.
    """

    kind: PaperKind
    case_id: CaseId
    meeting_id: MeetingId
    recipient_id: PartyId | None
    number: str
    log_mark: str
    choices: PaperChoices

    @property
    def is_by_hand(self) -> bool:
        return self.recipient_id in self.choices.by_hand


@dataclass(frozen=True, slots=True)
class Made:
    """The checks of one paper, and its bytes unless one of them stops it."""

    checks: tuple[Check, ...]
    pdf: bytes | None


@dataclass(frozen=True, slots=True)
class PreparedPaper:
    """One paper as the preview shows it. A stopped one has no bytes, and its number is still free."""

    order: PaperOrder
    recipient_name: str
    """Who gets it, for the list of recipients; empty for the summary, which goes to the file."""
    recipient_role: str
    checks: tuple[Check, ...]
    pdf: bytes | None = field(repr=False)

    @property
    def kind(self) -> PaperKind:
        return self.order.kind

    @property
    def number(self) -> str:
        return self.order.number

    @property
    def is_stopped(self) -> bool:
        return self.pdf is None

    @property
    def stops(self) -> tuple[Check, ...]:
        return tuple(check for check in self.checks if check.is_stop)


def note_preview(session: Session, facts: CaseFacts, kind: PaperKind, meeting_id: MeetingId) -> str:
    """Log that papers are prepared, once for all of them; the mark that they carry comes back."""
    obj = f"meeting:{meeting_id}:{kind}"
    with session.action(Act.PAPER_PREVIEWED, facts.case.id, obj) as entry:
        entry.result(facts.meeting(meeting_id))
    return session.register.log.head().short


def stopped_by(checks: tuple[Check, ...]) -> bool:
    """Whether any of them stops the paper."""
    return any(check.is_stop for check in checks)
