"""A whole meeting record, what is typed into it, and what it needs before it is locked (domain.md §6)."""

from dataclasses import dataclass
from datetime import date

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.ids import AccountId, PartyId
from allvar_desktop.domain.meeting import Meeting
from allvar_desktop.domain.moment import to_local
from allvar_desktop.domain.party import PartyRole
from allvar_desktop.domain.problem import Problem
from allvar_desktop.domain.record import (
    CHILD_VIEW_SECTIONS,
    Addendum,
    Attendance,
    Commitment,
    Presence,
    Record,
    Section,
    SourceKind,
    Statement,
    StatementKind,
)
from allvar_desktop.domain.text_limits import check_text


@dataclass(frozen=True, slots=True)
class RecordContents:
    """A record with everything in it; statements in the order of their sections."""

    record: Record
    statements: tuple[Statement, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    addenda: tuple[Addendum, ...] = ()

    def statements_of(self, section: Section) -> tuple[Statement, ...]:
        return tuple(statement for statement in self.statements if statement.section is section)

    def presence_of(self, party_id: PartyId) -> Attendance | None:
        return next((row for row in self.attendance if row.party_id == party_id), None)

    def has_come(self, party_id: PartyId) -> bool:
        """Came in time or late."""
        row = self.presence_of(party_id)
        return row is not None and row.presence is not Presence.ABSENT

    @property
    def empty_sections(self) -> tuple[Section, ...]:
        """Sections with nothing in them; an agreement is there as soon as there is a commitment."""
        filled = {statement.section for statement in self.statements}
        if self.commitments:
            filled.add(Section.AGREEMENT)
        return tuple(section for section in Section if section not in filled)


@dataclass(frozen=True, slots=True)
class NewStatement:
    """A statement as typed. `source_party_id` goes with the source PARTY."""

    section: Section
    text: str
    source: SourceKind = SourceKind.OWN_OBSERVATION
    source_party_id: PartyId | None = None
    kind: StatementKind = StatementKind.FACT
    is_withheld: bool = False


@dataclass(frozen=True, slots=True)
class NewCommitment:
    """A commitment as typed: by a person in the case, or by a colleague (`account_id`)."""

    text: str
    party_id: PartyId | None = None
    account_id: AccountId | None = None
    due: date | None = None
    is_withheld: bool = False


def check_statement(facts: CaseFacts, statement: NewStatement) -> tuple[Problem, ...]:
    """Problems by the fields of `NewStatement`."""
    problems = [*check_text("text", "Raden", statement.text, text_limits.STATEMENT)]
    if not statement.text.strip():
        problems.append(Problem("text", "Skriv något först."))
    known = {party.id for party in facts.parties}
    is_party = statement.source is SourceKind.PARTY
    if is_party != (statement.source_party_id is not None) or (
        is_party and statement.source_party_id not in known
    ):
        problems.append(Problem("source", "Välj vem som säger det, eller egen iakttagelse."))
    return tuple(problems)


def check_commitment(facts: CaseFacts, meeting: Meeting, commitment: NewCommitment) -> tuple[Problem, ...]:
    """Problems by the fields of `NewCommitment`."""
    problems = [*check_text("text", "Åtagandet", commitment.text, text_limits.LINE)]
    if not commitment.text.strip():
        problems.append(Problem("text", "Skriv vad som ska göras."))
    known = {party.id for party in facts.parties}
    is_unknown = commitment.party_id is not None and commitment.party_id not in known
    if is_unknown or (commitment.party_id is None) == (commitment.account_id is None):
        problems.append(Problem("who", "Välj vem som ska göra det."))
    if commitment.due and commitment.due < to_local(meeting.began or meeting.starts).date():
        problems.append(Problem("due", "Dagen ligger före samtalet. Kontrollera datumet."))
    return tuple(problems)


def has_childs_view(facts: CaseFacts, contents: RecordContents) -> bool:
    """Whether the child itself is heard in one of the sections kept for it (art. 12)."""
    return any(
        statement.section in CHILD_VIEW_SECTIONS and statement.source_party_id == facts.child.id
        for statement in contents.statements
    )


def has_police_come(facts: CaseFacts, contents: RecordContents) -> bool:
    """Else the talk was held without the police, an outcome of its own."""
    officers = (party for party in facts.parties if party.role is PartyRole.POLICE)
    return any(contents.has_come(officer.id) for officer in officers)


def is_nobody_there(facts: CaseFacts, contents: RecordContents, meeting: Meeting) -> bool:
    """Every called family member is recorded as absent: that is *uteblev*, not a talk."""
    family = [party for party in facts.participants_of(meeting.id) if party.role.is_family]
    rows = [contents.presence_of(party.id) for party in family]
    return bool(rows) and all(row is not None and row.presence is Presence.ABSENT for row in rows)


def problems_before_locking(
    facts: CaseFacts, contents: RecordContents, meeting: Meeting
) -> tuple[Problem, ...]:
    """What is missing; fields are ``ended``, ``attendance``, ``attendance.<id>``, ``section.<section>``."""
    problems = []
    if meeting.ended is None:
        problems.append(Problem("ended", "Skriv när samtalet slutade."))
    for party in facts.participants_of(meeting.id):
        if contents.presence_of(party.id) is None:
            sentence = f"Anteckna om {party.shown_name} kom."
            problems.append(Problem(f"attendance.{party.id}", sentence))
    if is_nobody_there(facts, contents, meeting):
        problems.append(Problem("attendance", "Ingen i familjen kom. Anteckna uteblev i stället."))
    return (*problems, *_childs_view_problems(facts, contents))


def _childs_view_problems(facts: CaseFacts, contents: RecordContents) -> list[Problem]:
    reason, has_view = contents.record.child_view_missing, has_childs_view(facts, contents)
    if has_view and reason:
        return [Problem("child_view_missing", "Barnets syn finns nu. Ta bort orsaken till att den saknas.")]
    if has_view or reason:
        return []
    sentence = "Barnets egen syn saknas. Skriv vad barnet säger, eller varför det inte är med."
    return [Problem(f"section.{Section.CHILD}", sentence)]
