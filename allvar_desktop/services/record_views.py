"""Reading a meeting record: everything that the page *Samtal* shows."""

from dataclasses import dataclass

from allvar_desktop.domain.act import Act
from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.ids import AccountId, MeetingId, PartyId
from allvar_desktop.domain.letter_scan import SecretKind, found_in
from allvar_desktop.domain.letter_secrets import family_secrets
from allvar_desktop.domain.meeting import Meeting
from allvar_desktop.domain.party import Party, PartyRole
from allvar_desktop.domain.problem import Problem
from allvar_desktop.domain.record import Record, Section, SourceKind, Statement
from allvar_desktop.domain.record_contents import RecordContents, problems_before_locking
from allvar_desktop.errors import StoppedError
from allvar_desktop.services.linked_people import same_event_people
from allvar_desktop.services.session import Session

_SECTIONS = tuple(Section)


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody whom a statement may come from; `name` is what stands on its button."""

    kind: SourceKind
    party_id: PartyId | None
    name: str


@dataclass(frozen=True, slots=True)
class RecordView:
    """A record with all that its page needs; `authors` names every colleague who has written in it."""

    facts: CaseFacts
    meeting: Meeting
    contents: RecordContents
    sources: tuple[Source, ...]
    authors: dict[AccountId, str]
    problems: tuple[Problem, ...]
    """What is missing before it can be locked; empty for a locked record."""

    @property
    def record(self) -> Record:
        return self.contents.record

    @property
    def called(self) -> tuple[Party, ...]:
        """Whose attendance is asked for."""
        return self.facts.participants_of(self.meeting.id)

    def source_name(self, statement: Statement) -> str:
        """Who says it: a person, the notice, or the worker's own observation."""
        if statement.source_party_id is None:
            return _SOURCE_NAMES[statement.source]
        return source_name(self.facts.party(statement.source_party_id))


_SOURCE_NAMES = {
    SourceKind.NOTICE: "Underrättelsen",
    SourceKind.OWN_OBSERVATION: "Egen iakttagelse",
    SourceKind.PARTY: "",
}


def open_record(session: Session, meeting_id: MeetingId) -> RecordView:
    """The record as it stands, with the entry that it was read; StoppedError before the talk has begun."""
    meeting = session.tables.meetings.get(meeting_id)
    facts = session.facts(meeting.case_id)
    contents = contents_of(session, meeting_id)
    with session.action(Act.RECORD_OPENED, facts.case.id, f"meeting:{meeting_id}") as entry:
        entry.result(contents)
    return view_of(session, facts, meeting, contents)


def view_of(session: Session, facts: CaseFacts, meeting: Meeting, contents: RecordContents) -> RecordView:
    """The view of a record that is being read or written."""
    writers = {contents.record.author_id, *(addendum.account_id for addendum in contents.addenda)}
    writers |= {row.account_id for row in contents.commitments if row.account_id is not None}
    return RecordView(
        facts=facts,
        meeting=meeting,
        contents=contents,
        sources=sources_of(facts, meeting),
        authors={writer: session.tables.accounts.get(writer).name for writer in sorted(writers)},
        problems=() if contents.record.is_locked else locking_problems(session, facts, meeting, contents),
    )


def contents_of(session: Session, meeting_id: MeetingId) -> RecordContents:
    """All rows of a record whose case has been opened. StoppedError before the talk has begun."""
    tables, of_meeting = session.tables, "meeting_id = ?"
    records = tables.records.where("id = ?", meeting_id)
    if not records:
        raise StoppedError("Samtalet har inte börjat än.", "Börja samtalet först.")
    statements = tables.statements.where(of_meeting, meeting_id, order="position, id")
    return RecordContents(
        record=records[0],
        statements=tuple(sorted(statements, key=lambda row: _SECTIONS.index(row.section))),
        attendance=tables.attendances.where(of_meeting, meeting_id),
        commitments=tables.commitments.where(of_meeting, meeting_id),
        addenda=tables.addenda.where(of_meeting, meeting_id),
    )


def sources_of(facts: CaseFacts, meeting: Meeting) -> tuple[Source, ...]:
    """The family, those called from outside, the notice, and what the worker sees."""
    called = facts.participants_of(meeting.id)
    people = [
        party
        for party in facts.parties
        if party.role.is_family or (party in called and party.role is not PartyRole.INTERPRETER)
    ]
    spoken = [Source(SourceKind.PARTY, party.id, source_name(party)) for party in people]
    others = (SourceKind.NOTICE, SourceKind.OWN_OBSERVATION)
    return (*spoken, *(Source(kind, None, _SOURCE_NAMES[kind]) for kind in others))


def source_name(party: Party) -> str:
    """A person of the family by name, others by what they are, the name after it when it is known."""
    if party.role.is_family:
        return party.shown_name
    role = party.role.text.capitalize()
    return f"{role} {party.name}" if party.name else role


def locking_problems(
    session: Session, facts: CaseFacts, meeting: Meeting, contents: RecordContents
) -> tuple[Problem, ...]:
    """What stands in the way of locking, the mention of another family included."""
    return (
        *problems_before_locking(facts, contents, meeting),
        *(_mention(field) for field in mentions(session, facts, contents)),
    )


def mentions(session: Session, facts: CaseFacts, contents: RecordContents) -> tuple[str, ...]:
    """Texts that tell of somebody in a case linked by the same event (domain.md §4.4).

    They are named like fields: ``statement.7``, ``commitment.2``, ``attendance.3`` (of a party),
    ``child_view_missing``.
    """
    people = same_event_people(session, facts)
    secrets = [secret for secret in family_secrets(people) if secret.kind is SecretKind.OTHER_FAMILY]
    own = [text for party in facts.parties for text in (party.name, party.phone, *party.address_lines)]
    return tuple(field for field, text in _texts(contents) if found_in(text, secrets, own))


def _texts(contents: RecordContents) -> list[tuple[str, str]]:
    texts = [(f"statement.{row.id}", row.text) for row in contents.statements]
    texts += [(f"commitment.{row.id}", row.text) for row in contents.commitments]
    texts += [(f"attendance.{row.party_id}", row.reason) for row in contents.attendance]
    return [*texts, ("child_view_missing", contents.record.child_view_missing)]


def _mention(field: str) -> Problem:
    return Problem(
        field,
        "Raden nämner någon ur ett länkat ärende. Skriv om den utan namn, till exempel ”en kompis”.",
    )
