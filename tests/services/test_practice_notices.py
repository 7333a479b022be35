"""The six notices in the practice register, each with its catch."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from allvar_desktop.domain.case_facts import CaseFacts
from allvar_desktop.domain.deadlines import State
from allvar_desktop.domain.paper import PaperKind
from allvar_desktop.services.practice import six
from allvar_desktop.services.session import Session
from tests.notices import ALI, ELIAS, MELKER, NORA, SEM, TINDRA, TINDRA_POLICE, YUSUF
from tests.services import practice_year
from tests.services.practice_year import case_of, deadlines_of


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    made = practice_year.made_once(tmp_path_factory)
    session = practice_year.opened(made, tmp_path_factory.mktemp("notices") / "practice")
    yield session
    session.register.close()


def words_of_papers(session: Session, facts: CaseFacts) -> dict[tuple[PaperKind, str], str]:
    found = {}
    for paper in facts.papers:
        pdf = session.tables.paper_bytes.get(paper.id)
        name = facts.party(paper.recipient_id).name if paper.recipient_id else ""
        pages = PdfReader(BytesIO(pdf)).pages
        found[paper.kind, name] = " ".join(" ".join(page.extract_text().split()) for page in pages)
    return found


def test_the_forms_are_those_of_the_work_description() -> None:
    wanted = {"elias": ELIAS, "nora": NORA, "yusuf": YUSUF, "melker": MELKER, "ali": ALI, "tindra": TINDRA}
    assert six.forms() == {**wanted, "sem": SEM}


def test_elias_is_met_before_the_sunday_hour_and_no_letter_tells_the_other_address(practice: Session) -> None:
    facts = case_of(practice, "Elias Bergdahl")
    (clock,) = deadlines_of(practice, facts).clocks
    assert clock.talk.due == datetime(2026, 3, 29, 14, 40, tzinfo=UTC)
    assert clock.talk.state is State.DONE_IN_TIME
    words = words_of_papers(practice, facts)
    assert "Övningsvägen 4" in words[PaperKind.SUMMONS, "Sara Bergdahl"]
    assert "Provgatan" not in words[PaperKind.SUMMONS, "Sara Bergdahl"]
    assert "Övningsvägen" not in words[PaperKind.SUMMONS, "Jonas Wik"]


def test_nothing_to_peter_hints_at_nora_or_her_mother(practice: Session) -> None:
    facts = case_of(practice, "Nora Hedman")
    assert facts.safety_decision is not None
    assert not facts.safety_decision.is_joint_meeting_allowed
    for meeting in facts.meetings:
        names = {party.name for party in facts.participants_of(meeting.id)}
        assert names in ({"Nora Hedman", "Mikaela Hedman"}, {"Peter Ståhl"})
    words = words_of_papers(practice, facts)
    to_peter = [text for (_, name), text in words.items() if name == "Peter Ståhl"]
    for text in to_peter:
        assert not any(hint in text for hint in ("Mikaela", "Provlunden", "070-174 06 20"))
    assert "Mallvägen" not in words[PaperKind.SUMMONS, "Mikaela Hedman"]


def test_yusuf_gets_a_letter_and_nobody_is_called_before_the_police_say_yes(practice: Session) -> None:
    facts = case_of(practice, "Yusuf Warsame")
    told = facts.notices[0].told_at
    assert told is not None
    assert all(attempt.at.earliest() > told.earliest() for attempt in facts.contacts)
    assert len(facts.pauses) == 1
    assert (PaperKind.SUMMONS, "Yusuf Warsame") in words_of_papers(practice, facts)
    assert facts.meetings[0].interpreter_language == "somaliska"
    assert facts.case.both_guardians_note


def test_the_two_friends_are_linked_and_meet_apart(practice: Session) -> None:
    melker, ali = case_of(practice, "Melker Öhrn"), case_of(practice, "Ali Al-Rashid")
    assert {(link.case_id, link.other_id) for link in melker.links} == {(melker.case.id, ali.case.id)}
    assert melker.meetings[0].starts != ali.meetings[0].starts
    assert ali.meetings[0].interpreter_language == "arabiska"


def test_tindras_two_notices_are_one_clock_from_the_first(practice: Session) -> None:
    facts = case_of(practice, "Tindra Falk-Ottosson")
    found = deadlines_of(practice, facts)
    assert [clock.talk.due for clock in found.clocks] == [datetime(2026, 6, 3, 9, 30, tzinfo=UTC)]
    assert len(found.preliminary) == 2
    later = facts.notices[1]
    assert (later.kind, later.received, later.event_text, later.reference) == (
        TINDRA_POLICE.kind,
        TINDRA_POLICE.received,
        TINDRA_POLICE.event_text,
        TINDRA_POLICE.reference,
    )
    assert found.clocks[0].talk.state is State.DONE_IN_TIME


def test_sem_waits_with_next_to_nothing_known(practice: Session) -> None:
    facts = case_of(practice, "Sem Tesfay")
    (clock,) = deadlines_of(practice, facts).clocks
    assert clock.talk.due == datetime(2026, 12, 25, 22, 10, tzinfo=UTC)
    assert clock.talk.state is State.OVERDUE
    assert facts.child.identity_number == ""
    assert not facts.meetings
    assert facts.delays


def test_every_print_says_that_this_is_practice(practice: Session) -> None:
    papers = practice.tables.papers.where("1")
    assert 20 <= len(papers) <= 40
    for paper in papers:
        pdf = practice.tables.paper_bytes.get(paper.id)
        for page in PdfReader(BytesIO(pdf)).pages:
            assert "ÖVNING" in page.extract_text()
