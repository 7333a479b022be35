"""What a record holds, what is typed into it, and what it needs before it is locked."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from allvar_desktop.domain.ids import CommitmentId, PartyId, StatementId
from allvar_desktop.domain.record import (
    Attendance,
    Commitment,
    Presence,
    Record,
    RecordState,
    Section,
    SourceKind,
    Statement,
    StatementKind,
)
from allvar_desktop.domain.record_contents import (
    NewCommitment,
    NewStatement,
    RecordContents,
    check_commitment,
    check_statement,
    has_childs_view,
    has_police_come,
    is_nobody_there,
    problems_before_locking,
)
from tests import facts as made

FACTS = made.facts(
    parties=(made.child(), made.guardian(), made.officer()),
    participants=made.called(made.CHILD, made.SARA, made.OFFICER),
)
TALK = made.meeting(began=made.NOW, ended=made.NOW + timedelta(hours=1))
DRAFT = Record(made.TALK, RecordState.DRAFT, made.FRIDA, made.NOW)


def statement(
    section: Section, source: SourceKind = SourceKind.OWN_OBSERVATION, party_id: PartyId | None = None
) -> Statement:
    return Statement(
        StatementId(1),
        made.TALK,
        section,
        0,
        "text",
        source,
        party_id,
        StatementKind.FACT,
    )


def attendance(*presences: Presence) -> tuple[Attendance, ...]:
    people = (made.CHILD, made.SARA, made.OFFICER)
    return tuple(
        Attendance(number, made.TALK, party_id, presence)
        for number, (party_id, presence) in enumerate(zip(people, presences, strict=False), start=1)
    )


SPOKEN = statement(Section.CHILD, SourceKind.PARTY, made.CHILD)
CAME, LATE, ABSENT = Presence.CAME, Presence.LATE, Presence.ABSENT
WHOLE = RecordContents(DRAFT, (SPOKEN,), attendance(CAME, LATE, ABSENT))


def fields(contents: RecordContents, **meeting: object) -> list[str]:
    talk = replace(TALK, **meeting)  # type: ignore[arg-type]
    return [problem.field for problem in problems_before_locking(FACTS, contents, talk)]


def test_a_whole_record_may_be_locked() -> None:
    assert fields(WHOLE) == []


def test_an_end_and_everybodys_attendance_are_asked_for() -> None:
    bare = replace(WHOLE, attendance=())
    assert fields(bare, ended=None) == [
        "ended",
        *(f"attendance.{n}" for n in (made.CHILD, made.SARA, made.OFFICER)),
    ]


def test_a_talk_with_nobody_of_the_family_is_no_talk() -> None:
    assert fields(replace(WHOLE, attendance=attendance(ABSENT, ABSENT, CAME))) == ["attendance"]
    unknown = replace(WHOLE, attendance=attendance(ABSENT))
    assert not is_nobody_there(FACTS, unknown, TALK)
    assert not is_nobody_there(made.facts(), unknown, TALK)


@pytest.mark.parametrize("section", [Section.CHILD, Section.LAST_WORD])
def test_the_child_is_heard_in_either_of_its_sections(section: Section) -> None:
    heard = replace(WHOLE, statements=(statement(section, SourceKind.PARTY, made.CHILD),))
    assert has_childs_view(FACTS, heard)
    assert fields(heard) == []


@pytest.mark.parametrize(
    "said",
    [
        (),
        (statement(Section.CHILD),),
        (statement(Section.CHILD, SourceKind.PARTY, made.SARA),),
        (statement(Section.LIFE, SourceKind.PARTY, made.CHILD),),
    ],
)
def test_what_others_say_is_not_the_childs_view(said: tuple[Statement, ...]) -> None:
    without = replace(WHOLE, statements=said)
    assert fields(without) == ["section.child"]
    assert fields(replace(without, record=replace(DRAFT, child_view_missing="Ville inte."))) == []


def test_a_view_and_a_reason_that_it_is_missing_contradict_each_other() -> None:
    assert fields(replace(WHOLE, record=replace(DRAFT, child_view_missing="Ville inte."))) == [
        "child_view_missing"
    ]


@pytest.mark.parametrize(("presence", "has_come"), [(CAME, True), (LATE, True), (ABSENT, False)])
def test_late_is_there_and_absent_is_not(presence: Presence, *, has_come: bool) -> None:
    contents = replace(WHOLE, attendance=attendance(CAME, CAME, presence))
    assert has_police_come(FACTS, contents) is has_come
    assert not has_police_come(FACTS, replace(WHOLE, attendance=()))


def test_empty_sections_are_those_with_neither_line_nor_commitment() -> None:
    commitment = Commitment(CommitmentId(1), made.TALK, "Ringa.", None, made.FRIDA, None)
    empty = replace(WHOLE, commitments=(commitment,)).empty_sections
    assert Section.CHILD not in empty
    assert Section.AGREEMENT not in empty
    assert Section.AGREEMENT in WHOLE.empty_sections
    assert WHOLE.statements_of(Section.CHILD) == (SPOKEN,)
    assert WHOLE.statements_of(Section.LIFE) == ()


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        (NewStatement(Section.LIFE, "Går i skolan."), []),
        (NewStatement(Section.LIFE, "Hej.", SourceKind.PARTY, made.SARA), []),
        (NewStatement(Section.LIFE, "Hej.", SourceKind.NOTICE), []),
        (NewStatement(Section.LIFE, ""), ["text"]),
        (NewStatement(Section.LIFE, "x" * 8_001), ["text"]),
        (NewStatement(Section.LIFE, "Hej.", SourceKind.PARTY), ["source"]),
        (NewStatement(Section.LIFE, "Hej.", SourceKind.PARTY, made.JONAS), ["source"]),
        (NewStatement(Section.LIFE, "Hej.", SourceKind.OWN_OBSERVATION, made.SARA), ["source"]),
    ],
)
def test_a_typed_line_names_what_is_wrong(typed: NewStatement, wrong: list[str]) -> None:
    assert [problem.field for problem in check_statement(FACTS, typed)] == wrong


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        (NewCommitment("Ringa.", account_id=made.FRIDA), []),
        (NewCommitment("Ringa.", party_id=made.SARA, due=date(2026, 3, 27)), []),
        (NewCommitment("Ringa.", party_id=made.SARA, due=date(2026, 3, 26)), ["due"]),
        (NewCommitment("Ringa.", party_id=made.JONAS), ["who"]),
        (NewCommitment("Ringa.", party_id=made.SARA, account_id=made.FRIDA), ["who"]),
        (NewCommitment("Ringa."), ["who"]),
        (NewCommitment(" ", party_id=made.SARA), ["text"]),
    ],
)
def test_a_typed_commitment_names_what_is_wrong(typed: NewCommitment, wrong: list[str]) -> None:
    assert [problem.field for problem in check_commitment(FACTS, TALK, typed)] == wrong


def test_before_the_talk_has_begun_the_planned_day_counts() -> None:
    planned = made.meeting()
    early = NewCommitment("Ringa.", account_id=made.FRIDA, due=date(2026, 3, 28))
    assert [problem.field for problem in check_commitment(FACTS, planned, early)] == ["due"]
