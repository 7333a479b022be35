"""Everything that the summary of a locked record says (sammanfattning av samtalet)."""

from dataclasses import dataclass
from datetime import datetime

from allvar_desktop.documents.commitments import CommitmentLine
from allvar_desktop.documents.missing import missing_among
from allvar_desktop.documents.page_frame import PaperIdentity
from allvar_desktop.domain.problem import Problem
from allvar_desktop.domain.record import Presence, Section, StatementKind
from allvar_desktop.domain.settings import Letterhead


@dataclass(frozen=True, slots=True)
class AttendanceLine:
    """One called person; `presence` is None when nothing was recorded. `reason` is why late or absent."""

    name: str
    role: str
    presence: Presence | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One statement, its source by name (``Elias``, ``Polisen``, ``Egen iakttagelse``)."""

    section: Section
    text: str
    source: str
    kind: StatementKind
    is_withheld: bool = False
    """Lämnas inte ut till vårdnadshavare; marked in this, the file's own copy."""


@dataclass(frozen=True, slots=True)
class AddendumLine:
    """A dated correction or addition; `written` is an aware instant."""

    text: str
    author: str
    written: datetime


@dataclass(frozen=True, slots=True)
class SummaryValue:
    """The file's own copy; all times are aware instants.

    `interpreter` is ``somaliska, på telefon``, or empty when there was none.
    """

    paper: PaperIdentity
    sender: Letterhead
    case_number: str
    child: str
    began: datetime
    ended: datetime | None
    place: str
    attendance: tuple[AttendanceLine, ...]
    is_police_present: bool
    author: str
    author_title: str
    written: datetime
    locked: datetime
    statements: tuple[StatementLine, ...]
    commitments: tuple[CommitmentLine, ...] = ()
    addenda: tuple[AddendumLine, ...] = ()
    interpreter: str = ""
    child_view_missing: str = ""
    """Why the child's own view is missing; empty when it is there."""
    child_identity: str = ""
    """Identity number as people write it; empty when unknown or not to be printed."""


def missing_in_summary(value: SummaryValue) -> tuple[Problem, ...]:
    """A problem for each field that stops the summary."""
    return missing_among(
        [
            ("letterhead.city", "Stadens namn saknas i brevhuvudet.", value.sender.city),
            ("letterhead.unit", "Enhetens namn saknas i brevhuvudet.", value.sender.unit),
            ("case_number", "Ärendets nummer saknas.", value.case_number),
            ("child", "Barnets namn saknas.", value.child),
            ("place", "Platsen för samtalet saknas.", value.place),
            ("author", "Namnet på den som skrev saknas.", value.author),
            ("paper.number", "Handlingens nummer saknas.", value.paper.number),
            ("paper.log_mark", "Loggens märke saknas.", value.paper.log_mark),
        ]
    )
