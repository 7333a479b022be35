"""Writing in the draft: who came, who said what, who does what by when."""

from dataclasses import replace
from datetime import timedelta

import pytest

from allvar_desktop.domain.act import Act
from allvar_desktop.domain.ids import CaseId, MeetingId
from allvar_desktop.domain.new_case import NewParty
from allvar_desktop.domain.party import PartyRole
from allvar_desktop.domain.record import Presence, Section, SourceKind, StatementKind
from allvar_desktop.domain.record_contents import NewCommitment, NewStatement, has_police_come
from allvar_desktop.errors import StoppedError
from allvar_desktop.services import (
    commitments,
    record_editing,
    records,
    registration,
)
from allvar_desktop.services.problems import InvalidInputError
from allvar_desktop.services.record_views import open_record
from allvar_desktop.services.session import Session
from tests.steps import all_came, begin, hear_child, lock, look_again, party, soon, talk


def acts(session: Session) -> list[str]:
    return [row[0] for row in session.register.db.execute("SELECT act FROM log ORDER BY number")]


def line(text: str = "Vi gick igenom sekretessen.", section: Section = Section.WELCOME) -> NewStatement:
    return NewStatement(section, text)


def fields(error: pytest.ExceptionInfo[InvalidInputError]) -> set[str]:
    return {problem.field for problem in error.value.problems}


def test_the_view_offers_every_source_and_names_the_empty_sections(
    session: Session, ongoing: MeetingId
) -> None:
    record_editing.add_statement(session, ongoing, line())
    view = look_again(session, ongoing)
    assert [source.name for source in view.sources] == [
        "Elias Bergdahl",
        "Sara Bergdahl",
        "Jonas Wik",
        "Underrättelsen",
        "Egen iakttagelse",
    ]
    assert Section.WELCOME not in view.contents.empty_sections
    assert Section.CHILD in view.contents.empty_sections
    assert [view.source_name(row) for row in view.contents.statements] == ["Egen iakttagelse"]


def test_a_called_officer_is_a_source_by_what_they_are(session: Session, case_id: CaseId) -> None:
    registration.add_party(session, case_id, NewParty(PartyRole.POLICE, "Inger Prov"))
    names = [each.name for each in session.facts(case_id).parties]
    meeting_id = begin(session, talk(session, case_id, soon(session), *names))
    assert "Polis Inger Prov" in [source.name for source in look_again(session, meeting_id).sources]


def test_a_sitting_at_the_keys_leaves_one_entry_when_it_begins_and_one_when_it_ends(
    session: Session, ongoing: MeetingId
) -> None:
    before = len(acts(session))
    for number in range(5):
        record_editing.add_statement(session, ongoing, line(f"Rad {number}"))
    assert len(acts(session)) == before
    records.end_editing(session, ongoing)
    records.end_editing(session, ongoing)
    assert acts(session)[before:] == [Act.RECORD_CHANGED]
    records.begin_editing(session, ongoing)
    assert acts(session)[before:] == [Act.RECORD_CHANGED] * 2


def test_the_entry_at_the_end_covers_the_whole_draft(session: Session, ongoing: MeetingId) -> None:
    digests = []
    for text in ("En rad.", "En annan rad."):
        record_editing.add_statement(session, ongoing, line(text))
        records.end_editing(session, ongoing)
        row = session.register.db.execute("SELECT digest FROM log ORDER BY number DESC LIMIT 1").fetchone()
        digests.append(row[0])
        records.begin_editing(session, ongoing)
    assert digests[0] != digests[1]


def test_writing_without_having_begun_is_refused(session: Session, ongoing: MeetingId) -> None:
    records.end_editing(session, ongoing)
    with pytest.raises(StoppedError, match="inte öppen för att skriva"):
        record_editing.add_statement(session, ongoing, line())
    with pytest.raises(StoppedError):
        record_editing.set_attendance(session, ongoing, party(session, CaseId(1), "Sara").id, Presence.CAME)


def test_lines_are_moved_changed_withheld_and_taken_out(session: Session, ongoing: MeetingId) -> None:
    first, second, third = (
        record_editing.add_statement(session, ongoing, line(text)) for text in ("ett", "två", "tre")
    )
    record_editing.move_statement(session, third, 0)
    assert _texts(session, ongoing) == ["tre", "ett", "två"]
    record_editing.move_statement(session, third, 99)
    assert _texts(session, ongoing) == ["ett", "två", "tre"]
    record_editing.remove_statement(session, second)
    record_editing.change_statement(session, first, replace(line("ett"), is_withheld=True))
    sara = party(session, CaseId(1), "Sara")
    changed = NewStatement(
        Section.GUARDIANS, "Jag blev ledsen.", SourceKind.PARTY, sara.id, StatementKind.VIEW
    )
    record_editing.change_statement(session, third, changed)
    rows = look_again(session, ongoing).contents.statements
    assert [(row.section, row.text, row.position, row.is_withheld) for row in rows] == [
        (Section.WELCOME, "ett", 0, True),
        (Section.GUARDIANS, "Jag blev ledsen.", 0, False),
    ]
    assert record_editing.as_statement(rows[1]) == changed


def _texts(session: Session, meeting_id: MeetingId) -> list[str]:
    return [row.text for row in look_again(session, meeting_id).contents.statements]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (line(" "), "text"),
        (line("x" * 200_000), "text"),
        (line("noll \0"), "text"),
        (NewStatement(Section.CHILD, "Hej.", SourceKind.PARTY), "source"),
        (NewStatement(Section.CHILD, "Hej.", SourceKind.PARTY, 999), "source"),  # type: ignore[arg-type]
        (NewStatement(Section.CHILD, "Hej.", SourceKind.NOTICE, 1), "source"),  # type: ignore[arg-type]
    ],
)
def test_a_line_that_cannot_be_kept_names_its_field(
    session: Session, ongoing: MeetingId, wrong: NewStatement, field: str
) -> None:
    with pytest.raises(InvalidInputError) as error:
        record_editing.add_statement(session, ongoing, wrong)
    assert fields(error) == {field}
    assert look_again(session, ongoing).contents.statements == ()


def test_hostile_text_is_kept_as_it_was_typed(session: Session, ongoing: MeetingId) -> None:
    text = "<img src=/etc/passwd> A < B '; DROP TABLE statement; -- & 😀"
    record_editing.add_statement(session, ongoing, line(text))
    assert _texts(session, ongoing) == [text]


def test_absence_needs_a_reason_and_a_later_answer_takes_its_place(
    session: Session, ongoing: MeetingId
) -> None:
    jonas = party(session, CaseId(1), "Jonas").id
    with pytest.raises(InvalidInputError) as error:
        record_editing.set_attendance(session, ongoing, jonas, Presence.ABSENT)
    assert fields(error) == {"reason"}
    record_editing.set_attendance(session, ongoing, jonas, Presence.ABSENT, "Jobbade.")
    record_editing.set_attendance(session, ongoing, jonas, Presence.LATE, "Bussen.")
    (row,) = look_again(session, ongoing).contents.attendance
    assert (row.presence, row.reason) == (Presence.LATE, "Bussen.")


def test_held_without_the_police_is_read_from_who_came(session: Session, case_id: CaseId) -> None:
    officer = registration.add_party(session, case_id, NewParty(PartyRole.POLICE, "Inger Prov"))
    names = [each.name for each in session.facts(case_id).parties]
    meeting_id = begin(session, talk(session, case_id, soon(session), *names))
    view = look_again(session, meeting_id)
    assert not has_police_come(view.facts, view.contents)
    record_editing.set_attendance(session, meeting_id, officer, Presence.CAME)
    view = look_again(session, meeting_id)
    assert has_police_come(view.facts, view.contents)


def test_commitments_are_made_changed_and_kept(session: Session, ongoing: MeetingId) -> None:
    elias = party(session, CaseId(1), "Elias")
    day = session.present.day + timedelta(days=3)
    mine = commitments.add_commitment(
        session, ongoing, NewCommitment("Ringa fältassistenten.", account_id=session.account.id, due=day)
    )
    his = commitments.add_commitment(session, ongoing, NewCommitment("Be om ursäkt.", party_id=elias.id))
    gone = commitments.add_commitment(session, ongoing, NewCommitment("Fel rad.", party_id=elias.id))
    commitments.remove_commitment(session, gone)
    commitments.change_commitment(
        session, his, NewCommitment("Be om ursäkt i butiken.", party_id=elias.id, due=day)
    )
    assert Section.AGREEMENT not in look_again(session, ongoing).contents.empty_sections
    all_came(session, ongoing)
    hear_child(session, ongoing)
    lock(session, ongoing)
    commitments.mark_commitment_done(session, mine)
    rows = open_record(session, ongoing).contents.commitments
    assert [(row.text, row.done is not None) for row in rows] == [
        ("Ringa fältassistenten.", True),
        ("Be om ursäkt i butiken.", False),
    ]
    commitments.mark_commitment_done(session, mine, is_done=False)
    assert acts(session)[-1] == Act.COMMITMENT_DONE
    with pytest.raises(StoppedError):
        commitments.remove_commitment(session, his)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (NewCommitment(" ", account_id=1), "text"),  # type: ignore[arg-type]
        (NewCommitment("Vem?"), "who"),
        (NewCommitment("Båda?", party_id=1, account_id=1), "who"),  # type: ignore[arg-type]
        (NewCommitment("En främling.", party_id=999), "who"),  # type: ignore[arg-type]
    ],
)
def test_a_commitment_that_cannot_be_kept_names_its_field(
    session: Session, ongoing: MeetingId, wrong: NewCommitment, field: str
) -> None:
    with pytest.raises(InvalidInputError) as error:
        commitments.add_commitment(session, ongoing, wrong)
    assert fields(error) == {field}


def test_a_commitment_is_not_due_before_the_talk(session: Session, ongoing: MeetingId) -> None:
    day = session.present.day - timedelta(days=1)
    with pytest.raises(InvalidInputError) as error:
        commitments.add_commitment(
            session, ongoing, NewCommitment("I går.", account_id=session.account.id, due=day)
        )
    assert fields(error) == {"due"}
